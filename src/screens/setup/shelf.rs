//! The places where people keep files, as tiles to choose from.
use crate::devices::shelves::{Kind, Shelf};
use crate::screen::Ctx;
use crate::ui::{Lead, Tile};
use crate::words::Phrase;

/// A place, and what pressing it does.
pub fn tile<M: Clone>(ctx: Ctx<'_>, index: usize, shelf: &Shelf, does: M) -> Tile<M> {
    let (key, icon) = looks(shelf);
    let tile = Tile::opens(format!("shelf-{index}"), ctx.phrase(key), does).lead(Lead::Sign(icon));
    match (shelf.kind, shelf.folder.file_name()) {
        (Kind::Stick, Some(name)) => tile.under(Phrase::own(name.to_string_lossy())),
        _ => tile,
    }
}

/// What people call it.
pub fn name(ctx: Ctx<'_>, shelf: &Shelf) -> Phrase {
    ctx.phrase(looks(shelf).0)
}

/// The key of its name, and its icon.
fn looks(shelf: &Shelf) -> (&'static str, &'static str) {
    match shelf.kind {
        Kind::Downloads => ("shelf-downloads", "download"),
        Kind::Pictures => ("shelf-pictures", "photo"),
        Kind::Documents => ("shelf-documents", "folder"),
        Kind::Desktop => ("shelf-desktop", "laptop"),
        Kind::Stick => ("shelf-stick", "usb"),
    }
}
