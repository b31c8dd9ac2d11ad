//! The places where people keep files, as tiles to choose from.
use crate::devices::shelves::{Kind, Shelf};
use crate::screen::Ctx;
use crate::ui::{Lead, Tile};
use crate::words::Phrase;

/// A place, and what pressing it does.
pub fn tile<M: Clone>(ctx: Ctx<'_>, index: usize, shelf: &Shelf, does: M) -> Tile<M> {
    let (key, icon) = match shelf.kind {
        Kind::Downloads => ("shelf-downloads", "download"),
        Kind::Pictures => ("shelf-pictures", "photo"),
        Kind::Documents => ("shelf-documents", "folder"),
        Kind::Desktop => ("shelf-desktop", "laptop"),
        Kind::Stick => ("shelf-stick", "usb"),
    };
    let tile = Tile::opens(format!("shelf-{index}"), ctx.phrase(key), does).lead(Lead::Sign(icon));
    match (shelf.kind, shelf.folder.file_name()) {
        (Kind::Stick, Some(name)) => tile.under(Phrase::own(name.to_string_lossy())),
        _ => tile,
    }
}
