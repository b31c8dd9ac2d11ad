//! How trips were: two questions after each, and what the answers say together. They are the worker's own, and feed
//! the support plan's "Is this working?"; nobody is compared with anybody.
use jiff::Span;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::person::PersonId;

/// How a trip went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum How {
    /// Well.
    Good,
    /// So so.
    SoSo,
    /// Not well.
    NotGood,
}

impl How {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Good, Self::SoSo, Self::NotGood];
}

/// What was hard on a trip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Hard {
    /// To wait.
    Waiting,
    /// The bus was full.
    FullBus,
    /// To change.
    Changing,
    /// To find the place.
    Finding,
    /// To talk to people.
    Talking,
}

impl Hard {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Waiting, Self::FullBus, Self::Changing, Self::Finding, Self::Talking];
}

/// What a worker said of one trip. Where it went is not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TripFelt {
    /// Whose trip.
    pub worker: PersonId,
    /// When they set out: it names the trip.
    pub left: DateTime,
    /// How it went. None: they did not want to say.
    pub how: Option<How>,
    /// What was hard.
    pub hard: Vec<Hard>,
    /// When they said so.
    pub at: DateTime,
}

impl TripFelt {
    /// Its name in documents: one for each trip.
    #[must_use]
    pub fn document(worker: &PersonId, left: DateTime) -> String {
        format!("felt/{}/{left}", worker.0)
    }
}

/// For how long what was said counts: until a plan is looked at again.
const MONTHS: i64 = 3;

/// What the answers of the last three months say together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Felt {
    /// How many trips went well.
    pub good: usize,
    /// How many went so so.
    pub so_so: usize,
    /// How many did not go well.
    pub not_good: usize,
    /// What was hard most often. None where nothing was, or where two were as often: neither is said to be worse.
    pub hardest: Option<Hard>,
}

impl Felt {
    /// Of what was said of trips up to this day.
    #[must_use]
    pub fn of(said: &[TripFelt], today: Date) -> Self {
        let since = today.checked_sub(Span::new().months(MONTHS)).unwrap_or(Date::MIN);
        let within = said.iter().filter(|felt| (since..=today).contains(&felt.left.date()));
        let mut felt = Self::default();
        let mut hard = Hard::ALL.map(|hard| (0_usize, hard));
        for one in within {
            match one.how {
                Some(How::Good) => felt.good += 1,
                Some(How::SoSo) => felt.so_so += 1,
                Some(How::NotGood) => felt.not_good += 1,
                None => {}
            }
            for (count, kind) in &mut hard {
                *count += usize::from(one.hard.contains(kind));
            }
        }
        let most = hard.iter().map(|(count, _)| *count).max().filter(|most| *most > 0);
        let mut hardest = hard.iter().filter(|(count, _)| Some(*count) == most).map(|(_, kind)| *kind);
        felt.hardest = hardest.next().filter(|_| hardest.next().is_none());
        felt
    }

    /// Whether anything was said.
    #[must_use]
    pub fn says_something(&self) -> bool {
        self.good + self.so_so + self.not_good > 0 || self.hardest.is_some()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn felt(day: Date, how: Option<How>, hard: &[Hard]) -> TripFelt {
        let left = day.at(9, 0, 0, 0);
        TripFelt { worker: PersonId("sam".to_owned()), left, how, hard: hard.to_vec(), at: left }
    }

    const TODAY: Date = Date::constant(2026, 3, 31);

    #[test]
    fn each_answer_of_the_last_three_months_counts_once() {
        let said = [
            felt(TODAY, Some(How::Good), &[]),
            felt(date(2026, 3, 1), Some(How::Good), &[Hard::Waiting]),
            felt(date(2026, 2, 1), Some(How::NotGood), &[Hard::Waiting, Hard::FullBus]),
            felt(date(2026, 1, 1), Some(How::SoSo), &[]),
            felt(date(2026, 3, 2), None, &[]),
            felt(date(2025, 12, 30), Some(How::NotGood), &[Hard::Talking, Hard::Talking]),
            felt(date(2026, 4, 1), Some(How::NotGood), &[Hard::Talking]),
        ];
        let all = Felt::of(&said, TODAY);
        assert_eq!(all, Felt { good: 2, so_so: 1, not_good: 1, hardest: Some(Hard::Waiting) });
        assert!(all.says_something());
    }

    #[test]
    fn where_two_things_are_as_hard_neither_is_named() {
        let said = [felt(TODAY, Some(How::SoSo), &[Hard::Waiting, Hard::Changing])];
        assert_eq!(Felt::of(&said, TODAY).hardest, None);
    }

    #[test]
    fn what_was_skipped_says_nothing() {
        let said = [felt(TODAY, None, &[])];
        assert_eq!(Felt::of(&said, TODAY), Felt::default());
        assert!(!Felt::of(&said, TODAY).says_something() && !Felt::of(&[], TODAY).says_something());
    }

    #[test]
    fn the_order_in_which_it_was_said_does_not_matter() {
        let said: Vec<_> = (1..28)
            .map(|day| {
                let how = How::ALL[day as usize % 3];
                felt(date(2026, 3, day), Some(how), &Hard::ALL[..day as usize % 5])
            })
            .collect();
        let turned: Vec<_> = said.iter().rev().cloned().collect();
        assert_eq!(Felt::of(&said, TODAY), Felt::of(&turned, TODAY));
        assert_eq!(Felt::of(&said, TODAY).good + Felt::of(&said, TODAY).so_so + Felt::of(&said, TODAY).not_good, 27);
    }
}
