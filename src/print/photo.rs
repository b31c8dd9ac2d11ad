//! A photo on paper: whole, in its own shape, within the room that there is for it.
use krilla::Data;
use krilla::geom::{PathBuilder, Rect, Size, Transform};
use krilla::image::Image;
use krilla::paint::FillRule;
use krilla::surface::Surface;

use super::{Photo, Shot, picture};
use crate::assets::PHOTOS;

/// A photo that can be drawn.
pub struct Placed {
    shot: Ready,
    /// Its width and height on paper.
    pub size: (f32, f32),
    /// What it shows.
    pub shows: String,
}

enum Ready {
    Taken(Image),
    Practice(Box<usvg::Tree>),
}

/// The photo, as large as this room allows. `None` if it cannot be read.
pub fn place(photo: &Photo, room: (f32, f32)) -> Option<Placed> {
    let (shot, width, height) = match &photo.shot {
        Shot::Taken(jpeg) => {
            let image = Image::from_jpeg(Data::from(jpeg.clone()), true).ok()?;
            let (width, height) = image.size();
            (Ready::Taken(image), width as f32, height as f32)
        }
        Shot::Practice(name) => {
            let svg = PHOTOS.get_file(format!("{name}.svg"))?;
            let tree = usvg::Tree::from_data(svg.contents(), &usvg::Options::default()).ok()?;
            let size = tree.size();
            (Ready::Practice(Box::new(tree)), size.width(), size.height())
        }
    };
    let scale = (room.0 / width).min(room.1 / height);
    scale.is_finite().then(|| Placed { shot, size: (width * scale, height * scale), shows: photo.shows.clone() })
}

/// Draws it, and gives its place.
pub fn draw(surface: &mut Surface<'_>, photo: &Placed, left: f32, top: f32) -> Option<Rect> {
    let (width, height) = photo.size;
    let place = Rect::from_xywh(left, top, width, height)?;
    match &photo.shot {
        Ready::Taken(image) => {
            surface.push_transform(&Transform::from_translate(left, top));
            surface.draw_image(image.clone(), Size::from_wh(width, height)?);
            surface.pop();
        }
        Ready::Practice(tree) => {
            let mut edge = PathBuilder::new();
            edge.push_rect(place);
            surface.push_clip_path(&edge.finish()?, &FillRule::NonZero);
            let drawn = picture::draw_tree(surface, tree, (left, top), width / tree.size().width());
            surface.pop();
            drawn?;
        }
    }
    Some(place)
}
