//! Four pictures and four words that two people compare: the new computer and the old one show them alike.
use crate::domain::pairing::Pair;
use crate::screen::Hall;
use crate::screens::way_in::choosing::PICTURES;
use crate::ui::{Body, Grid, Lead, Tile, Tiles};
use crate::words::Phrase;

/// The pictures and words, in order. Each can be heard.
///
/// All programs that compare show the same for the same place: the order of [`PICTURES`] never changes.
#[must_use]
pub fn body<'a, M>(hall: &Hall, pair: &Pair) -> Body<'a, M> {
    let picture = |place: &usize| phrase(hall, *place);
    let word = |place: &usize| Phrase { picture: None, ..phrase(hall, *place) };
    // Each picture has a word at its right.
    let pairs = pair.pictures.iter().zip(&pair.words);
    let tiles = pairs.flat_map(|(one, other)| [(picture(one), Lead::Picture), (word(other), Lead::None)]).enumerate();
    let tiles = tiles.map(|(index, (phrase, lead))| Tile::read(format!("pair-{index}"), phrase).lead(lead)).collect();
    Body::Tiles(Tiles { tiles, own: None, grid: Grid::Pairs })
}

fn phrase(hall: &Hall, place: usize) -> Phrase {
    PICTURES.get(place).map(|key| hall.phrase(key)).unwrap_or_default()
}
