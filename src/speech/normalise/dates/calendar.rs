//! The days and months, by number and by name.
use crate::speech::normalise::numbers::{ordinal, value, year};

/// The months in order.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Days in each month; February's longest.
pub const LENGTHS: [u64; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const WEEKDAYS: [(&str, &[&str]); 7] = [
    ("Monday", &["Mon"]),
    ("Tuesday", &["Tue", "Tues"]),
    ("Wednesday", &["Wed", "Weds"]),
    ("Thursday", &["Thu", "Thur", "Thurs"]),
    ("Friday", &["Fri"]),
    ("Saturday", &["Sat"]),
    ("Sunday", &["Sun"]),
];

/// A day of a month that has it.
#[derive(Clone, Copy)]
pub struct Date {
    /// 1 to 31.
    pub day: u64,
    /// 1 to 12.
    pub month: u64,
}

impl Date {
    /// From digits, the month counted from 1.
    pub fn new(day: &str, month: &str) -> Option<Self> {
        let place = value(month)?.checked_sub(1)?;
        if month.len() > 2 {
            return None;
        }
        Self::of(day, usize::try_from(place).ok()?)
    }

    /// From digits, the month's place counted from 0, as [`named_month`] gives it.
    pub fn of(day: &str, place: usize) -> Option<Self> {
        let day = value(day).filter(|_| day.len() <= 2)?;
        let real = (1..=*LENGTHS.get(place)?).contains(&day);
        real.then_some(Self { day, month: place as u64 + 1 })
    }

    /// "third of March twenty twenty six".
    pub fn words(self, written_year: Option<u64>) -> String {
        let month = MONTHS[self.month as usize - 1];
        let date = format!("{} of {month}", ordinal(self.day));
        match written_year {
            Some(number) => format!("{date} {}", year(number)),
            None => date,
        }
    }
}

/// Whether the word names a day or a month, so that a dash beside it means "to".
pub fn names_a_day_or_month(word: &str) -> bool {
    weekday_named(word).is_some() || named_month(word).is_some()
}

/// The day that the word names, long or short, with a capital.
pub fn weekday_named(word: &str) -> Option<&'static str> {
    let shorts = |(name, shorts): &&(&str, &[&str])| *name == word || shorts.contains(&word);
    WEEKDAYS.iter().find(shorts).map(|(name, _)| *name)
}

/// The month's place from 0, when the word can be one. "may" and "march" in small letters are not.
pub fn named_month(word: &str) -> Option<usize> {
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    MONTHS.iter().position(|month| {
        let short = word.eq_ignore_ascii_case(&month[..3]) || (*month, word) == ("September", "Sept");
        let whole = word.eq_ignore_ascii_case(month);
        let also_a_word = matches!(*month, "May" | "March");
        (short && capital) || (whole && (capital || !also_a_word))
    })
}
