//! A long list, one stretch at a time: a page makes only as many rows as a person turns through.
use crate::screen::Ctx;
use crate::ui::zone::{Entry, entry};
use crate::ui::{Lead, Look, Row, Sign, Tile};
use crate::words::{Arg, Phrase};

/// Rows of one stretch: some ten pages.
const AT_ONCE: usize = 60;

/// The stretch of a list that is shown, counted from the first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Stretch(usize);

impl Stretch {
    /// Where this one begins. A list may have become shorter since.
    fn from(self, all: usize) -> usize {
        self.0.min(all.saturating_sub(1) / AT_ONCE) * AT_ONCE
    }

    /// The name of the list while this is shown: each stretch begins at its first page.
    pub fn name(self, list: &str) -> String {
        if self.0 == 0 { list.to_owned() } else { format!("{list}-{}", self.0) }
    }

    /// What of the list is shown.
    pub fn of<T>(self, all: &[T]) -> &[T] {
        let from = self.from(all.len());
        all.get(from..all.len().min(from + AT_ONCE)).unwrap_or_default()
    }

    /// Puts a row before and a row after these, where there is more of the list.
    pub fn between<'a, M: Clone + 'a>(
        self,
        ctx: Ctx<'a>,
        (look, width): (&Look, f32),
        (all, rows): (usize, Vec<Row<'a, M>>),
        does: impl Fn(Self) -> M,
    ) -> Vec<Row<'a, M>> {
        let to_turn = |turn: Turn| {
            let status = (Sign::new("list", turn.counted(ctx)), None);
            let (id, icon, title) = (turn.id.to_owned(), turn.icon, ctx.phrase(turn.id));
            let (letters, photo, age) = (None, None, None);
            let does = does(turn.to);
            entry(look, Entry { id, letters, photo, worry: false, icon, title, status, age, open: false, does }, width)
        };
        let [before, after] = self.turns(all);
        before.map(to_turn).into_iter().chain(rows).chain(after.map(to_turn)).collect()
    }

    /// Puts a tile before and a tile after these, where there is more of the list.
    pub fn among<M>(self, ctx: Ctx<'_>, (all, tiles): (usize, Vec<Tile<M>>), does: impl Fn(Self) -> M) -> Vec<Tile<M>> {
        let to_turn = |turn: Turn| {
            let tile = Tile::opens(turn.id, ctx.phrase(turn.id), does(turn.to)).lead(Lead::Sign(turn.icon));
            tile.under(turn.counted(ctx))
        };
        let [before, after] = self.turns(all);
        before.map(to_turn).into_iter().chain(tiles).chain(after.map(to_turn)).collect()
    }

    /// The way to what comes before, and to what comes after.
    fn turns(self, all: usize) -> [Option<Turn>; 2] {
        let from = self.from(all);
        let number = from / AT_ONCE;
        let left = all.saturating_sub(from + AT_ONCE);
        let (before, after) = (Self(number.saturating_sub(1)), Self(number + 1));
        let before = Turn { id: "stretch-before", icon: "chevron-up", count: from, to: before };
        let after = Turn { id: "stretch-after", icon: "chevron-down", count: left, to: after };
        [before, after].map(|turn| (turn.count > 0).then_some(turn))
    }
}

/// The way to another stretch.
struct Turn {
    id: &'static str,
    icon: &'static str,
    /// How many come there.
    count: usize,
    to: Stretch,
}

impl Turn {
    fn counted(&self, ctx: Ctx<'_>) -> Phrase {
        ctx.words.phrase_with("stretch-count", [("count", Arg::from(self.count))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_hold_all_of_a_list_once_and_a_shorter_list_still_shows_something() {
        for length in [0, 1, AT_ONCE - 1, AT_ONCE, AT_ONCE + 1, 10 * AT_ONCE, 1_000] {
            let all: Vec<_> = (0..length).collect();
            let count = length.div_ceil(AT_ONCE);
            let shown: Vec<_> = (0..count).flat_map(|number| Stretch(number).of(&all)).copied().collect();
            assert_eq!(shown, all);
            assert_eq!(Stretch(count + 3).of(&all).is_empty(), all.is_empty(), "{length}");
        }
    }
}
