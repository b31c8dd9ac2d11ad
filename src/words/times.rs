//! Days and times in words: "Tuesday 3 March", "8:40 in the morning".
use jiff::civil::{Date, DateTime, Time, Weekday};

use super::{Phrase, Words};

impl Words {
    /// A time with its part of the day (easy read, rule 16).
    #[must_use]
    pub fn time(&self, time: Time) -> Phrase {
        let part = self.shown(match time.hour() {
            0..=4 | 21..=23 => "time-night",
            5..=11 => "time-morning",
            12..=16 => "time-afternoon",
            17..=20 => "time-evening",
            _ => "time-night",
        });
        let hour = match time.hour() % 12 {
            0 => 12,
            hour => hour,
        };
        let key = match (time.hour(), time.minute()) {
            (12, 0) => "time-noon",
            (0, 0) => "time-midnight",
            (_, 0) => "time-hour",
            _ => "time-minute",
        };
        self.phrase_with(
            key,
            [("hour", hour.into()), ("minute", format!("{:02}", time.minute()).into()), ("part", part.into())],
        )
    }

    /// A day (easy read, rule 17).
    #[must_use]
    pub fn day(&self, date: Date) -> Phrase {
        self.phrase_with(
            "date",
            [
                ("weekday", self.shown(weekday(date.weekday())).into()),
                ("day", date.day().into()),
                ("month", self.shown(month(date.month())).into()),
            ],
        )
    }

    /// A day without its weekday, for places with little room.
    #[must_use]
    pub fn short_day(&self, date: Date) -> Phrase {
        self.phrase_with("date-short", [("day", date.day().into()), ("month", self.shown(month(date.month())).into())])
    }

    /// A day with its year, for days that may be far away.
    #[must_use]
    pub fn day_of_year(&self, date: Date) -> Phrase {
        self.phrase_with(
            "date-year",
            [
                ("day", date.day().into()),
                ("month", self.shown(month(date.month())).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// A month with its year, by any day in it.
    #[must_use]
    pub fn month_of_year(&self, date: Date) -> Phrase {
        let args = [("month", self.shown(month(date.month())).into()), ("year", date.year().to_string().into())];
        self.phrase_with("month-year", args)
    }

    /// A day as seen from `today`: today, yesterday, tomorrow, or its date.
    #[must_use]
    pub fn day_from(&self, today: Date, date: Date) -> Phrase {
        match (date - today).get_days() {
            0 => self.phrase("date-today"),
            -1 => self.phrase("date-yesterday"),
            1 => self.phrase("date-tomorrow"),
            _ => self.day(date),
        }
    }

    /// How long ago something was, in the largest whole part.
    #[must_use]
    pub fn ago(&self, now: DateTime, then: DateTime) -> Phrase {
        let minutes = (now - then).total(jiff::Unit::Minute).map_or(0.0, |minutes| minutes.max(0.0)) as i64;
        let (key, count) = match minutes {
            0..=1 => ("ago-now", 0),
            2..=59 => ("ago-minutes", minutes),
            60..=1439 => ("ago-hours", minutes / 60),
            _ => ("ago-days", minutes / 1440),
        };
        self.phrase_with(key, [("count", count.into())])
    }

    /// A length of time.
    #[must_use]
    pub fn minutes(&self, minutes: u32) -> Phrase {
        if minutes < 60 {
            return self.phrase_with("length-minutes", [("count", minutes.into())]);
        }
        self.phrase_with(
            if minutes.is_multiple_of(60) { "length-hours" } else { "length-hours-minutes" },
            [("hours", (minutes / 60).into()), ("minutes", (minutes % 60).into())],
        )
    }

    /// The length of a clip.
    #[must_use]
    pub fn seconds(&self, seconds: u32) -> Phrase {
        if seconds < 60 {
            return self.phrase_with("length-seconds", [("count", seconds.into())]);
        }
        self.phrase_with(
            "length-minutes-seconds",
            [("minutes", (seconds / 60).into()), ("seconds", (seconds % 60).into())],
        )
    }
}

fn weekday(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "day-monday",
        Weekday::Tuesday => "day-tuesday",
        Weekday::Wednesday => "day-wednesday",
        Weekday::Thursday => "day-thursday",
        Weekday::Friday => "day-friday",
        Weekday::Saturday => "day-saturday",
        Weekday::Sunday => "day-sunday",
    }
}

fn month(month: i8) -> &'static str {
    match month {
        1 => "month-1",
        2 => "month-2",
        3 => "month-3",
        4 => "month-4",
        5 => "month-5",
        6 => "month-6",
        7 => "month-7",
        8 => "month-8",
        9 => "month-9",
        10 => "month-10",
        11 => "month-11",
        _ => "month-12",
    }
}
