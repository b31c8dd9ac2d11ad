//! The places where people keep files, as tiles to choose from.
use crate::devices::shelves::{Kind, Shelf};
use crate::screen::Ctx;
use crate::ui::{Lead, Tile};
use crate::words::Phrase;

/// A place, and what pressing it does.
pub fn tile<M: Clone>(ctx: Ctx<'_>, index: usize, shelf: &Shelf, does: M) -> Tile<M> {
    let icon = match shelf.kind {
        Kind::Downloads => "download",
        Kind::Pictures => "photo",
        Kind::Documents => "folder",
        Kind::Desktop => "laptop",
        Kind::Stick => "usb",
    };
    let tile = Tile::opens(format!("shelf-{index}"), name(ctx, shelf), does).lead(Lead::Sign(icon));
    match (shelf.kind, shelf.folder.file_name()) {
        (Kind::Stick, Some(name)) => tile.under(Phrase::own(name.to_string_lossy())),
        _ => tile,
    }
}

/// What people call it.
pub fn name(ctx: Ctx<'_>, shelf: &Shelf) -> Phrase {
    ctx.phrase(match shelf.kind {
        Kind::Downloads => "shelf-downloads",
        Kind::Pictures => "shelf-pictures",
        Kind::Documents => "shelf-documents",
        Kind::Desktop => "shelf-desktop",
        Kind::Stick => "shelf-stick",
    })
}
