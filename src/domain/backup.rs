//! When everything was last copied to a safe place, and when it is time to copy it again.
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::person::PersonId;

/// How many days a copy stays fresh: what is lost with a laptop is a week of work at most.
/// Our own choice; the vault design (section 5, backup) asks for one without naming a number.
pub const FRESH_DAYS: i32 = 7;

/// The newest copy of everything, or the day from which the first one is awaited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backup {
    /// When it was made; without a maker, when the folder was begun.
    pub at: DateTime,
    /// Who made it; nobody while there is none.
    pub by: Option<PersonId>,
    /// How many files it has.
    pub files: u64,
}

/// How it stands with the copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// There is none, and it is time for one.
    Never,
    /// There is none yet, and there need not be: the folder was begun within the last week.
    NotYet,
    /// The newest is too old.
    Old(Date),
    /// The newest is fresh.
    Fresh(Date),
}

impl State {
    /// How it stands today. A folder that does not say when it was begun is not taken for a new one.
    #[must_use]
    pub fn of(backup: Option<&Backup>, today: Date) -> Self {
        let Some(Backup { at, by, .. }) = backup else { return Self::Never };
        // A day that is still to come was written by a clock that was wrong: it proves nothing.
        let fresh = (0..=FRESH_DAYS).contains(&(today - at.date()).get_days());
        match (by, fresh) {
            (None, true) => Self::NotYet,
            (None, false) => Self::Never,
            (Some(_), true) => Self::Fresh(at.date()),
            (Some(_), false) => Self::Old(at.date()),
        }
    }

    /// Whether people are reminded.
    #[must_use]
    pub fn reminds(self) -> bool {
        matches!(self, Self::Never | Self::Old(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_copy_is_fresh_for_a_week_and_a_new_folder_has_a_week_too() {
        let today = date(2026, 3, 10);
        let backup = |day, by: Option<&str>| Backup {
            at: date(2026, 3, day).at(17, 0, 0, 0),
            by: by.map(|by| PersonId(by.to_owned())),
            files: 9,
        };
        let check = |backup: Option<Backup>, expected| assert_eq!(State::of(backup.as_ref(), today), expected);
        check(None, State::Never);
        check(Some(backup(10, None)), State::NotYet);
        check(Some(backup(3, None)), State::NotYet);
        check(Some(backup(2, None)), State::Never);
        check(Some(backup(3, Some("dee"))), State::Fresh(date(2026, 3, 3)));
        check(Some(backup(2, Some("dee"))), State::Old(date(2026, 3, 2)));
        check(Some(backup(20, Some("dee"))), State::Old(date(2026, 3, 20)));
    }
}
