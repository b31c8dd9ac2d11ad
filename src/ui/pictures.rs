//! Pictures, icons and photos: drawn from the files in `assets`, or from what people took in.
use std::collections::HashMap;
use std::sync::LazyLock;

use iced::advanced::image::{self, Renderer as _};
use iced::advanced::layout::{self, Layout};
use iced::advanced::renderer::{self, Quad};
use iced::advanced::svg::{Handle, Renderer as _, Svg};
use iced::advanced::widget::{Tree, Widget};
use iced::advanced::{Renderer as _, mouse};
use iced::{Border, Color, Element, Length, Rectangle, Renderer, Size, Theme};
use include_dir::{Dir, include_dir};
use jiff::civil::Time;

use super::{Event, Look, View};
use crate::assets::{PHOTOS, PICTURES};

static ICONS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/icons");

/// Handles are made once: making one reads the whole file.
static HANDLES: LazyLock<HashMap<String, Handle>> = LazyLock::new(|| {
    [("picture", &PICTURES), ("icon", &ICONS), ("photo", &PHOTOS)]
        .into_iter()
        .flat_map(|(kind, folder)| folder.files().map(move |file| (kind, file)))
        .filter_map(|(kind, file)| {
            let name = file.path().file_stem()?.to_str()?;
            Some((format!("{kind}/{name}"), Handle::from_memory(file.contents())))
        })
        .collect()
});

/// Whether there is a picture of this name.
#[must_use]
pub fn has_picture(name: &str) -> bool {
    HANDLES.contains_key(&format!("picture/{name}"))
}

/// Whether there is an icon of this name.
#[must_use]
pub fn has_icon(name: &str) -> bool {
    HANDLES.contains_key(&format!("icon/{name}"))
}

/// Whether there is a photo of this name.
#[must_use]
pub fn has_photo(look: &Look, name: &str) -> bool {
    is_ours(name) || look.photos.has(name)
}

/// Whether the app itself has a photo of this name, for the practice day.
#[must_use]
pub fn is_ours(name: &str) -> bool {
    HANDLES.contains_key(&format!("photo/{name}"))
}

/// A picture in colour. It means something, and stands beside the words that say it.
#[must_use]
pub fn picture<'a, M: 'a>(name: &str, size: f32) -> View<'a, M> {
    Drawing::of(HANDLES.get(&format!("picture/{name}")), Size::new(size, size)).into()
}

/// A line icon in one colour. It is a control, or a sign beside words.
#[must_use]
pub fn icon<'a, M: 'a>(name: &str, size: f32, colour: Color) -> View<'a, M> {
    Drawing { colour: Some(colour), ..Drawing::of(HANDLES.get(&format!("icon/{name}")), Size::new(size, size)) }.into()
}

/// A photo that fills its place, with round corners on a ground of this colour.
#[must_use]
pub fn photo<'a, M: 'a>(look: &Look, name: &str, size: Size, corners: Option<(f32, Color)>) -> View<'a, M> {
    let drawing = match look.photos.get(name) {
        Some((handle, own)) => Drawing { source: Some(Source::Photo(handle.clone(), *own)), ..Drawing::of(None, size) },
        None => Drawing::of(HANDLES.get(&format!("photo/{name}")), size),
    };
    Drawing { fills: true, corners, ..drawing }.into()
}

/// A whole picture of this many pixels, as large as there is room.
pub(super) fn whole<'a, M: 'a>(handle: &image::Handle, own: Size<u32>, size: Size) -> View<'a, M> {
    Drawing { source: Some(Source::Photo(handle.clone(), own)), ..Drawing::of(None, size) }.into()
}

/// A whole photo, as large as there is room.
#[must_use]
pub fn whole_photo<'a, M: 'a>(look: &Look, name: &str, size: Size) -> View<'a, M> {
    let source = look.photos.get(name).map(|(handle, own)| Source::Photo(handle.clone(), *own));
    Drawing { source, ..Drawing::of(None, size) }.into()
}

/// A clock that shows this time.
#[must_use]
pub fn clock<'a, M: 'a>(look: &Look, time: Time, size: f32) -> View<'a, M> {
    let handle = Handle::from_memory(clock_face(look, time).into_bytes());
    Drawing::of(Some(&handle), Size::new(size, size)).into()
}

/// A drawing made while the app runs: the level ring, a line of stops.
#[must_use]
pub fn drawn<'a, M: 'a>(svg: String, size: Size) -> View<'a, M> {
    let handle = Handle::from_memory(svg.into_bytes());
    Drawing::of(Some(&handle), size).into()
}

/// The face stays white in every theme, as on a wall.
fn clock_face(_look: &Look, time: Time) -> String {
    let minutes = f32::from(time.minute());
    let hours = f32::from(time.hour() % 12) + minutes / 60.0;
    let ticks: String = (0..12)
        .map(|tick| {
            let (from, width) = if tick % 3 == 0 { (8.5, 2.4) } else { (9.0, 1.2) };
            format!(r#"<path d="M36 {from}V13" stroke-width="{width}" transform="rotate({} 36 36)"/>"#, tick * 30)
        })
        .collect();
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72"><circle cx="36" cy="36" r="32" fill="#fff" stroke="#000" stroke-width="2.6"/><g stroke="#000" stroke-linecap="round" fill="none">{ticks}<path d="M36 36V21" stroke-width="4.4" transform="rotate({} 36 36)"/></g><path d="M36 36V12.5" stroke="#c8232c" stroke-width="3" stroke-linecap="round" transform="rotate({} 36 36)"/><circle cx="36" cy="36" r="3.4"/></svg>"##,
        hours * 30.0,
        minutes * 6.0,
    )
}

/// What is drawn: lines, or the pixels of a photo and how many there are.
#[derive(Clone)]
enum Source {
    Lines(Handle),
    Photo(image::Handle, Size<u32>),
}

/// One drawing at one place.
struct Drawing {
    source: Option<Source>,
    size: Size,
    colour: Option<Color>,
    /// Whether it fills its place and is cut at the edges, as a photo is.
    fills: bool,
    corners: Option<(f32, Color)>,
}

impl Drawing {
    fn of(handle: Option<&Handle>, size: Size) -> Self {
        Self { source: handle.cloned().map(Source::Lines), size, colour: None, fills: false, corners: None }
    }

    /// Where the whole drawing lies so that it fits in, or fills, its place.
    fn spread(&self, renderer: &Renderer, source: &Source, place: Rectangle) -> Rectangle {
        let own = match source {
            Source::Lines(handle) => renderer.measure_svg(handle),
            Source::Photo(_, own) => *own,
        };
        let (across, down) = (place.width / (own.width.max(1) as f32), place.height / (own.height.max(1) as f32));
        let scale = if self.fills { across.max(down) } else { across.min(down) };
        let size = Size::new(own.width as f32 * scale, own.height as f32 * scale);
        let x = place.center_x() - size.width / 2.0;
        // A photo is cut at the bottom: the face is near the top.
        let y = if self.fills { place.y } else { place.center_y() - size.height / 2.0 };
        Rectangle::new([x, y].into(), size)
    }
}

impl<M> Widget<Event<M>, Theme, Renderer> for Drawing {
    fn size(&self) -> Size<Length> {
        Size::new(self.size.width.into(), self.size.height.into())
    }

    fn layout(&mut self, _tree: &mut Tree, _renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::Node::new(limits.resolve(self.size.width, self.size.height, self.size))
    }

    fn draw(
        &self,
        _tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let place = layout.bounds();
        let Some(source) = &self.source else { return };
        let spread = self.spread(renderer, source, place);
        let clip = if self.fills { place } else { *viewport };
        let draw = |renderer: &mut Renderer| match source {
            Source::Lines(handle) => {
                renderer.draw_svg(Svg { color: self.colour, ..Svg::new(handle.clone()) }, spread, clip);
            }
            Source::Photo(handle, _) => renderer.draw_image(image::Image::new(handle.clone()), spread, clip),
        };
        if self.fills {
            renderer.with_layer(place, draw);
        } else {
            draw(renderer);
        }
        if let Some((radius, behind)) = self.corners {
            renderer.with_layer(place, |renderer| round_off(renderer, place, radius, behind));
        }
    }
}

impl<'a, M: 'a> From<Drawing> for Element<'a, Event<M>> {
    fn from(drawing: Drawing) -> Self {
        Element::new(drawing)
    }
}

/// Paints over what sticks out of round corners.
pub fn round_off(renderer: &mut Renderer, place: Rectangle, radius: f32, behind: Color) {
    // A corner sticks out by 0.42 of its radius at most: a band of half the radius hides it.
    let band = radius / 2.0;
    renderer.fill_quad(
        Quad {
            bounds: place.expand(band),
            border: Border { color: behind, width: band, radius: (radius + band).into() },
            ..Quad::default()
        },
        Color::TRANSPARENT,
    );
}
