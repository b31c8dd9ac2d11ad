//! A long list, one stretch at a time: a page makes only as many rows as a person turns through.
use crate::screen::Ctx;
use crate::ui::zone::{Entry, entry};
use crate::ui::{Look, Row, Sign};
use crate::words::Arg;

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
        let from = self.from(all);
        let number = from / AT_ONCE;
        let to_turn = |id: &str, icon: &'static str, count: usize, to: usize| {
            let counted = |key: &str| ctx.words.phrase_with(key, [("count", Arg::from(count))]);
            let status = (Sign::new("list", counted("stretch-count")), None);
            let (id, title) = (id.to_owned(), ctx.phrase(id));
            let (letters, photo, age) = (None, None, None);
            let does = does(Self(to));
            entry(look, Entry { id, letters, photo, worry: false, icon, title, status, age, open: false, does }, width)
        };
        let before = (from > 0).then(|| to_turn("stretch-before", "chevron-up", from, number.saturating_sub(1)));
        let left = all.saturating_sub(from + AT_ONCE);
        let after = (left > 0).then(|| to_turn("stretch-after", "chevron-down", left, number + 1));
        before.into_iter().chain(rows).chain(after).collect()
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
