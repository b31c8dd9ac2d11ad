//! A reminder to get ready for a trip: only for who wants it, so many minutes before they leave.
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// Whether somebody wants a reminder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Reminder {
    /// They were not asked yet.
    #[default]
    NotAsked,
    /// They want none.
    Never,
    /// So many minutes before they leave.
    Before(u8),
}

/// For how many minutes after somebody had to leave it still helps to be told so.
const STILL: i64 = 30;

impl Reminder {
    /// The minutes that are offered.
    pub const MINUTES: [u8; 3] = [10, 20, 30];

    /// Whether they want one.
    #[must_use]
    pub fn is_wanted(self) -> bool {
        matches!(self, Self::Before(_))
    }

    /// Whether somebody who leaves then is to get ready now.
    #[must_use]
    pub fn is_due(self, leave: DateTime, now: DateTime) -> bool {
        let Self::Before(minutes) = self else { return false };
        let left = now.duration_until(leave).as_secs();
        left <= i64::from(minutes) * 60 && left > -STILL * 60
    }
}

#[cfg(test)]
mod tests {
    use jiff::ToSpan;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn it_is_due_from_its_minute_until_a_while_after_one_had_to_leave() {
        let leave = date(2026, 3, 3).at(9, 0, 0, 0);
        for minute in -120..120_i64 {
            let now = leave.checked_sub(minute.minutes()).expect("the same year");
            for minutes in Reminder::MINUTES {
                let expected = minute <= i64::from(minutes) && minute > -STILL;
                assert_eq!(Reminder::Before(minutes).is_due(leave, now), expected, "{minute} minutes before");
            }
            assert!(!Reminder::Never.is_due(leave, now) && !Reminder::NotAsked.is_due(leave, now));
        }
    }

    #[test]
    fn it_comes_before_midnight_for_who_leaves_after() {
        let leave = date(2026, 3, 4).at(0, 5, 0, 0);
        assert!(Reminder::Before(10).is_due(leave, date(2026, 3, 3).at(23, 56, 0, 0)));
    }
}
