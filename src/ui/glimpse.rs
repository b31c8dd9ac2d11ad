//! Small pictures of files to choose from: asked for once their tile is on the screen, and shown when they are there.
use iced::Size;
use iced::advanced::image::Handle;
use iced::widget::sensor;

use super::tile::Tile;
use super::{Class, Event, Look, View, pictures};
use crate::photo::Pixels;

/// A small picture of a file, ready to draw. Clones share it.
#[derive(Debug, Clone, PartialEq)]
pub struct Small(Handle, Size<u32>);

impl From<Pixels> for Small {
    fn from(Pixels { width, height, rgba }: Pixels) -> Self {
        Self(Handle::from_rgba(width, height, rgba), Size::new(width, height))
    }
}

impl Small {
    /// All of it, as large as there is room.
    pub(super) fn view<'a, M: 'a>(&self, room: Size) -> View<'a, M> {
        pictures::whole(&self.0, self.1, room)
    }
}

/// The width of the plate that it stands on: where there is room, a photo is large enough to be known.
pub(super) fn width(look: &Look) -> f32 {
    let plate = look.picture().0;
    if look.class == Class::Wide { plate * 1.5 } else { plate }
}

/// The same view, which tells once that its tile is on the screen, if the tile wants that.
pub(super) fn told<'a, M: Clone + 'a>(tile: &Tile<M>, view: View<'a, M>) -> View<'a, M> {
    let Some(seen) = tile.seen.clone() else { return view };
    // Another page of the list has other tiles in the same places.
    sensor(view).key(tile.id.clone()).on_show(move |_| Event::Do(seen.clone())).into()
}
