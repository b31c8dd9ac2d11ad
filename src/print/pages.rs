//! Which piece of a paper stands on which page, and where.
use super::pieces::{Ink, Piece};
use super::sizes::{BOTTOM, MARGIN};

/// A piece in its place.
pub struct Placed {
    /// The piece.
    pub piece: Piece,
    /// Its top, in points from the top of the page.
    pub top: f32,
}

/// The pages. A heading stays with what follows it. `None` if a piece is higher than a page: nothing is cut off.
pub fn fill(pieces: Vec<Piece>) -> Option<Vec<Vec<Placed>>> {
    let mut pages: Vec<Vec<Placed>> = vec![Vec::new()];
    let mut top = MARGIN;
    let mut rest = pieces.into_iter().peekable();
    let mut heads = None;
    while rest.peek().is_some() {
        let mut together = Vec::new();
        while let Some(piece) = rest.next() {
            let goes_on = piece.stays_with_next && rest.peek().is_some_and(|next| !matches!(next.ink, Ink::NewPage));
            together.push(piece);
            if !goes_on {
                break;
            }
        }
        let height: f32 = together.iter().map(|piece| piece.before + piece.height).sum();
        let is_new = pages.last().is_none_or(Vec::is_empty);
        let asked = matches!(together[0].ink, Ink::NewPage);
        if !is_new && (asked || top + height > BOTTOM) {
            pages.push(Vec::new());
            top = MARGIN;
        }
        for piece in together.into_iter().filter(|piece| !matches!(piece.ink, Ink::NewPage)) {
            let page = pages.last_mut()?;
            if !page.is_empty() {
                top += piece.before;
            }
            // What belongs together and is longer than a page goes on on the next.
            if !page.is_empty() && top + piece.height > BOTTOM {
                pages.push(Vec::new());
                top = MARGIN;
            }
            let page = pages.last_mut()?;
            match &piece.ink {
                Ink::Row { heads: true, .. } => heads = again(&piece),
                // A table that goes on says once more what its columns are.
                Ink::Row { heads: false, .. } if page.is_empty() => {
                    let of_this = heads.as_ref().filter(|heads| heads.block == piece.block).and_then(again);
                    if let Some(again) = of_this.filter(|again| top + again.height + piece.height <= BOTTOM) {
                        let height = again.height;
                        page.push(Placed { piece: again, top });
                        top += height;
                    }
                }
                _ => {}
            }
            (top + piece.height <= BOTTOM).then_some(())?;
            let height = piece.height;
            page.push(Placed { piece, top });
            top += height;
        }
    }
    pages.retain(|page| !page.is_empty());
    Some(pages)
}

/// The headings of a table once more.
fn again(piece: &Piece) -> Option<Piece> {
    let Ink::Row { heads: true, cells } = &piece.ink else { return None };
    let ink = Ink::Row { heads: true, cells: cells.clone() };
    Some(Piece { block: piece.block, height: piece.height, before: 0.0, stays_with_next: true, ink })
}
