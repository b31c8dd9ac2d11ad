//! How a person likes to travel: taken from their own adjustments, asked once.
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use crate::domain::travel::raptor::Limits;
use crate::domain::travel::timetable::stops::USUAL_SPEED;
use crate::domain::travel::timetable::{DAY, Minute};

/// How a person likes to travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    /// How fast they walk.
    pub speed: Speed,
    /// Minutes to spare when they are there.
    pub extra_minutes: u16,
    /// Minutes they need at each change, beside what the timetable asks.
    pub change_minutes: u16,
    /// Minutes they want to be at the first stop before the bus comes.
    pub stop_minutes: u16,
    /// The most minutes of one walk.
    pub most_walking: u16,
    /// The most changes of a trip.
    pub most_changes: u8,
    /// When they get on no bus, for it is too full and too loud.
    #[serde(default)]
    pub busy: Busy,
}

/// The hours in which buses are full, Monday to Friday: each is one plain word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Busy {
    /// From 07:00 to 09:30: people go to work and to school.
    pub morning: bool,
    /// From 15:00 to 16:30: schools end.
    pub afternoon: bool,
    /// From 16:30 to 18:30: people go home.
    pub evening: bool,
}

impl Busy {
    /// The hours that are left out, in minutes of the day: from, and to.
    #[must_use]
    pub fn hours(self) -> [Option<(Minute, Minute)>; 3] {
        let at = |on: bool, from: Minute, to: Minute| on.then_some((from, to));
        [
            at(self.morning, 7 * 60, 9 * 60 + 30),
            at(self.afternoon, 15 * 60, 16 * 60 + 30),
            at(self.evening, 16 * 60 + 30, 18 * 60 + 30),
        ]
    }
}

impl Busy {
    /// The hours that are left out on the day before this one, on it and on the day after, in minutes from its
    /// midnight. At weekends there are none.
    #[must_use]
    pub fn around(self, day: Date) -> Vec<(Minute, Minute)> {
        let days = [(-1, day.yesterday().ok()), (0, Some(day)), (1, day.tomorrow().ok())];
        let is_weekday = |day: Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        let of_day = |(number, _): (Minute, Option<Date>)| {
            self.hours().into_iter().flatten().map(move |(from, to)| (from + number * DAY, to + number * DAY))
        };
        days.into_iter().filter(|(_, day)| day.is_some_and(is_weekday)).flat_map(of_day).collect()
    }
}

/// How fast a person walks, in a plain word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Speed {
    /// 0.8 metres a second: with a stick, or stopping to look.
    Slow,
    /// 1.1 metres a second.
    Steady,
    /// 1.4 metres a second: what other planners take for everyone.
    Quick,
}

impl Speed {
    /// Metres a second.
    #[must_use]
    pub fn metres_a_second(self) -> f64 {
        match self {
            Self::Slow => 0.8,
            Self::Steady => 1.1,
            Self::Quick => 1.4,
        }
    }
}

impl Default for Pace {
    /// To begin with, until someone has been asked.
    fn default() -> Self {
        Self {
            speed: Speed::Steady,
            extra_minutes: 10,
            change_minutes: 5,
            stop_minutes: 3,
            most_walking: 15,
            most_changes: 2,
            busy: Busy::default(),
        }
    }
}

/// The longest trip that is looked for, in minutes. Nobody goes to work for longer, and without an
/// end a search would find the night bus of the day before.
pub(super) const HORIZON: Minute = 6 * 60;

impl Pace {
    /// The same as limits of a search.
    #[must_use]
    pub(super) fn limits(self) -> Limits {
        // The times in a feed are the least that is allowed: nobody is taken to be faster.
        let percent = (100.0 * USUAL_SPEED / self.speed.metres_a_second()).ceil();
        Limits {
            most_changes: self.most_changes,
            horizon: HORIZON,
            extra_change: self.change_minutes,
            walk_percent: (percent as u16).max(100),
            most_walking: self.most_walking,
        }
    }
}
