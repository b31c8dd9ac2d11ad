//! On which days a trip runs: each different set of days is kept once, one bit a day.
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::packed;

/// A set of service days, by its number in [`Days`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct DaySet(pub u32);

/// All sets of service days of a timetable.
///
/// A service day is the day that a timetable counts as one: a trip at 25:10 belongs to the day on
/// which its bus set out (GTFS reference, "Service day").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    first: Date,
    count: u32,
    #[serde(with = "packed")]
    sets: Vec<u64>,
    #[serde(with = "packed")]
    any: Vec<u64>,
}

impl Days {
    /// Days from sets of bits, `count` days from `first` on. Each set is [`width`] words long, and
    /// the lowest bit of its first word stands for `first`.
    #[must_use]
    pub(super) fn from_sets(first: Date, count: u32, sets: Vec<u64>) -> Self {
        let mut any = vec![0; width(count)];
        for set in sets.chunks_exact(width(count)) {
            for (all, word) in any.iter_mut().zip(set) {
                *all |= word;
            }
        }
        Self { first, count, sets, any }
    }

    /// The days of two timetables as those of one, and how far the numbers of the second's sets are moved. None if
    /// that are more than can be numbered.
    #[must_use]
    pub(super) fn both(one: &Self, other: &Self) -> Option<(Self, u32)> {
        let first = one.first.min(other.first);
        let after = |days: &Self| day_after(days.first, i64::from(days.count));
        let count = days_between(first, after(one)?.max(after(other)?));
        let count = u32::try_from(count).ok()?;
        let shift = u32::try_from(one.len()).ok()?;
        let _ = shift.checked_add(u32::try_from(other.len()).ok()?)?;
        let mut sets = Vec::new();
        for days in [one, other] {
            let moved = u32::try_from(days_between(first, days.first)).ok()?;
            for set in days.sets.chunks_exact(width(days.count)) {
                let mut words = vec![0_u64; width(count)];
                for day in (0..days.count).filter(|day| bit(set, *day)) {
                    let day = day + moved;
                    if let Some(word) = words.get_mut(day as usize / 64) {
                        *word |= 1 << (day % 64);
                    }
                }
                sets.extend(words);
            }
        }
        Some((Self::from_sets(first, count, sets), shift))
    }

    /// The first day on which anything runs; none if nothing ever does.
    #[must_use]
    pub fn first_day(&self) -> Option<Date> {
        let first = (0..self.count).find(|day| bit(&self.any, *day))?;
        day_after(self.first, i64::from(first))
    }

    /// The last day on which anything runs; none if nothing ever does.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        let last = (0..self.count).rev().find(|day| bit(&self.any, *day))?;
        day_after(self.first, i64::from(last))
    }

    /// Whether anything runs on this day.
    #[must_use]
    pub fn anything_runs(&self, day: Date) -> bool {
        self.number_of(day).is_some_and(|day| bit(&self.any, day))
    }

    /// Whether the trips of this set run on this day.
    #[must_use]
    pub fn runs(&self, set: DaySet, day: Date) -> bool {
        self.number_of(day).is_some_and(|day| bit(self.set(set), day))
    }

    /// For every set, by its number, on which of three days it runs: bit 0 for the day before
    /// `day`, bit 1 for `day`, bit 2 for the day after. What a search asks a million times.
    #[must_use]
    pub fn around(&self, day: Date) -> Vec<u8> {
        let numbers = [-1, 0, 1].map(|days| {
            let number = days_between(self.first, day) + days;
            u32::try_from(number).ok().filter(|day| *day < self.count)
        });
        self.sets
            .chunks_exact(width(self.count))
            .map(|set| {
                let runs = |day: Option<u32>| u8::from(day.is_some_and(|day| bit(set, day)));
                runs(numbers[0]) | runs(numbers[1]) << 1 | runs(numbers[2]) << 2
            })
            .collect()
    }

    /// How many sets there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.sets.len() / width(self.count)
    }

    /// Whether there is no set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sets.is_empty()
    }

    /// Whether the sets are whole. A damaged file may hold others.
    #[must_use]
    pub(super) fn are_sound(&self) -> bool {
        self.any.len() == width(self.count) && self.sets.len().is_multiple_of(width(self.count))
    }

    fn set(&self, set: DaySet) -> &[u64] {
        let width = width(self.count);
        let start = set.0 as usize * width;
        self.sets.get(start..start + width).unwrap_or_default()
    }

    fn number_of(&self, day: Date) -> Option<u32> {
        let number = u32::try_from(days_between(self.first, day)).ok()?;
        (number < self.count).then_some(number)
    }
}

/// How many words a set of `count` days takes: at least one, so that no set is of no length.
#[must_use]
pub(super) fn width(count: u32) -> usize {
    count.div_ceil(64).max(1) as usize
}

/// Days from one date to another; negative if `to` is the earlier.
#[must_use]
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

/// The date that many days later; none beyond the end of the calendar.
#[must_use]
pub(super) fn day_after(day: Date, days: i64) -> Option<Date> {
    day.checked_add(jiff::SignedDuration::from_hours(days.checked_mul(24)?)).ok()
}

fn bit(set: &[u64], day: u32) -> bool {
    set.get(day as usize / 64).is_some_and(|word| word >> (day % 64) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn two_sets() -> Days {
        // 70 days from a Monday on. Set 0: the first and the last day. Set 1: the second day.
        let sets = vec![1, 1 << (69 - 64), 1 << 1, 0];
        Days::from_sets(date(2024, 1, 1), 70, sets)
    }

    #[test]
    fn days_are_found_and_nothing_runs_outside() {
        let days = two_sets();
        assert_eq!(days.len(), 2);
        assert_eq!(days.first_day(), Some(date(2024, 1, 1)));
        assert_eq!(days.last_day(), Some(date(2024, 3, 10)));
        assert!(days.runs(DaySet(0), date(2024, 3, 10)));
        assert!(!days.runs(DaySet(1), date(2024, 3, 10)));
        assert!(!days.anything_runs(date(2024, 3, 9)));
        assert!(!days.anything_runs(date(2023, 12, 31)));
        assert!(!days.anything_runs(date(2024, 3, 11)));
        assert!(!days.runs(DaySet(9), date(2024, 1, 1)));
    }

    #[test]
    fn the_days_around_are_three_bits() {
        let days = two_sets();
        assert_eq!(days.around(date(2024, 1, 1)), [0b010, 0b100]);
        assert_eq!(days.around(date(2024, 1, 2)), [0b001, 0b010]);
        assert_eq!(days.around(date(2023, 12, 31)), [0b100, 0b000]);
        assert_eq!(days.around(date(2030, 1, 1)), [0, 0]);
    }
}
