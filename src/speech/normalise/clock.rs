//! Times of the clock: "9:20" is "nine twenty", "14:05" is "two oh five in the afternoon".
//!
//! A time that tells morning from night says so in words (the easy-read rule "time with part of
//! day"), however it was written: 2pm and 14:00 sound alike. "9:20" and "10:00" could be either
//! and get no part of the day.
use super::measures;
use super::numbers::{cardinal, value};
use super::reading::{Here, Reading, is_one_of};
use super::tokens::Token::{self, Digits, Sign, Space, Word};

/// Words after which "2000 hours" is a time.
const BEFORE_A_TIME: [&str; 6] = ["at", "by", "from", "till", "to", "until"];

/// Reads a time that begins here.
pub fn read(here: &Here<'_>) -> Option<Reading> {
    if !here.starts() {
        return None;
    }
    with_minutes(here).or_else(|| four_digits(here)).or_else(|| bare_hour(here))
}

/// "9:20", "9.20", "14:05", with or without "am" after it.
fn with_minutes(here: &Here<'_>) -> Option<Reading> {
    let (hour, sign, minute) = match here.rest() {
        [Digits(hour), Sign(sign @ (':' | '.')), Digits(minute), ..] => (*hour, *sign, *minute),
        _ => return None,
    };
    if minute.len() != 2 || hour.len() > 2 {
        return None;
    }
    let time = Time::new(value(hour)?, Some(value(minute)?))?;
    let (after, half) = half_of_day(&here.rest()[3..]);
    let used = 3 + after;
    if !here.ends(used) || (sign == '.' && half.is_none() && !likely_with_dot(here, hour)) {
        return None;
    }
    let used = used + hours_word(&here.rest()[used..]);
    let railway = hour.starts_with('0') || time.hour > 12;
    let words = match half {
        Some(half) => time.in_half(half)?.of_day(),
        None if railway && !names_part_of_day(here, used) => time.of_day(),
        None => time.words(),
    };
    Some(Reading::words(used, words))
}

/// "0930 hrs", "0900-1700".
fn four_digits(here: &Here<'_>) -> Option<Reading> {
    let [Digits(digits), ..] = here.rest() else {
        return None;
    };
    let time = Time::of_four(digits)?;
    let hours = hours_word(&here.rest()[1..]);
    // "2000 hours" of work are a count, "at 2000 hours" is a time.
    let counted = digits.ends_with("00") && !digits.starts_with('0') && !is_one_of(here.word_before(), &BEFORE_A_TIME);
    let is_time = (hours > 0 && !counted) || is_shift(here, digits);
    if !is_time || !here.ends(1 + hours) {
        return None;
    }
    let words = if names_part_of_day(here, 1 + hours) { time.words() } else { time.of_day() };
    Some(Reading::words(1 + hours, words))
}

/// Whether four digits and four others make a shift: "0900-1700".
fn is_shift(here: &Here<'_>, digits: &str) -> bool {
    let other = match (here.before(), here.rest()) {
        (_, [_, Sign('-'), Digits(other), ..]) | ([.., Digits(other), Sign('-')], _) => *other,
        _ => return false,
    };
    // Shifts begin and end on the five minutes, and are no pair of years.
    let both = |fits: fn(&str) -> bool| fits(digits) && fits(other);
    both(|digits| Time::of_four(digits).is_some() && digits.ends_with(['0', '5']))
        && (digits.starts_with('0') || other.starts_with('0'))
}

/// "2pm", "9 a.m."
fn bare_hour(here: &Here<'_>) -> Option<Reading> {
    let [Digits(hour), ..] = here.rest() else {
        return None;
    };
    let (after, half) = half_of_day(&here.rest()[1..]);
    let time = Time::new(value(hour)?, None)?.in_half(half?)?;
    (here.ends(1 + after) && hour.len() <= 2).then(|| Reading::words(1 + after, time.of_day()))
}

/// A time of day as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Time {
    /// 0 to 24.
    hour: u64,
    /// 0 to 59; none is written in "2pm".
    minute: Option<u64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

impl Time {
    fn new(hour: u64, minute: Option<u64>) -> Option<Self> {
        let real = match minute.unwrap_or(0) {
            0 => hour <= 24,
            minute => hour < 24 && minute < 60,
        };
        real.then_some(Self { hour, minute })
    }

    fn of_four(digits: &str) -> Option<Self> {
        if digits.len() != 4 {
            return None;
        }
        Self::new(value(&digits[..2])?, Some(value(&digits[2..])?))
    }

    /// The hour counted to 24, when "am" or "pm" fits it.
    fn in_half(self, half: Half) -> Option<Self> {
        let hour = match (half, self.hour) {
            (Half::Am, 12) => 0,
            (Half::Am, 0..12) | (Half::Pm, 12..24) => self.hour,
            (Half::Pm, 1..12) => self.hour + 12,
            _ => return None,
        };
        Some(Self { hour, ..self })
    }

    /// "nine twenty".
    fn words(self) -> String {
        let hour = cardinal((self.hour + 11) % 12 + 1);
        match self.minute {
            None => hour,
            Some(0) => format!("{hour} o'clock"),
            Some(minute @ 1..10) => format!("{hour} oh {}", cardinal(minute)),
            Some(minute) => format!("{hour} {}", cardinal(minute)),
        }
    }

    /// "nine twenty in the morning".
    fn of_day(self) -> String {
        let part = match (self.hour, self.minute.unwrap_or(0)) {
            (0 | 24, 0) => return "midnight".to_owned(),
            (12, 0) => return "twelve noon".to_owned(),
            (1..12, _) => "in the morning",
            (12..18, _) => "in the afternoon",
            (18..21, _) => "in the evening",
            _ => "at night",
        };
        format!("{} {part}", self.words())
    }
}

/// "am", "a.m." and so on: how many tokens, and which half.
fn half_of_day(rest: &[Token<'_>]) -> (usize, Option<Half>) {
    let (space, rest) = match rest {
        [Space, rest @ ..] => (1, rest),
        rest => (0, rest),
    };
    let (letter, used) = match rest {
        [Word(word), ..] if is_one_of(word, &["am", "pm"]) => (word, 1),
        [Word(letter), Sign('.'), Word("m" | "M"), rest @ ..] => (letter, 3 + dot(rest)),
        _ => return (0, None),
    };
    let half = match letter.to_ascii_lowercase().as_str() {
        "a" | "am" => Half::Am,
        "p" | "pm" => Half::Pm,
        _ => return (0, None),
    };
    (space + used, Some(half))
}

/// The last dot of "p.m."; before a capital it is left to be a pause.
fn dot(rest: &[Token<'_>]) -> usize {
    match rest {
        [Sign('.'), Space, Word(next), ..] => usize::from(!next.starts_with(|c: char| c.is_ascii_uppercase())),
        [Sign('.'), ..] => 1,
        _ => 0,
    }
}

/// "hrs" or "hours" after a time: how many tokens.
fn hours_word(rest: &[Token<'_>]) -> usize {
    const HOURS: [&str; 4] = ["hrs", "hours", "h", "hr"];
    match rest {
        [Space, Word(word), ..] if is_one_of(word, &HOURS) => 2,
        [Word(word), ..] if is_one_of(word, &HOURS) => 1,
        _ => 0,
    }
}

/// Whether the words that follow tell the part of the day already.
fn names_part_of_day(here: &Here<'_>, used: usize) -> bool {
    match &here.rest()[used..] {
        [Space, Word(first), Space, Word(second), ..] if is_one_of(first, &["in", "at"]) => {
            is_one_of(second, &["the", "night"])
        }
        _ => is_one_of(here.word_after(used), &["midnight", "noon", "this", "tonight"]),
    }
}

/// "9.20" is mostly a time; not after "version" or before a unit.
fn likely_with_dot(here: &Here<'_>, hour: &str) -> bool {
    const COUNTED: [&str; 10] =
        ["version", "section", "paragraph", "page", "score", "scored", "chapter", "figure", "item", "v"];
    const COUNTS: [&str; 6] = ["times", "out", "million", "billion", "percent", "per"];
    hour != "0"
        && !is_one_of(here.word_before(), &COUNTED)
        && !is_one_of(here.word_after(3), &COUNTS)
        && measures::unit(&here.rest()[3..], false).is_none()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use crate::speech::normalise::{check, words};

    #[test]
    fn times() {
        check(&[
            ("9:20", "nine twenty."),
            ("09:20", "nine twenty in the morning."),
            ("9.20am", "nine twenty in the morning."),
            ("9.20 am", "nine twenty in the morning."),
            ("8:40 in the morning", "eight forty in the morning."),
            ("08:40 in the morning", "eight forty in the morning."),
            ("14:05", "two oh five in the afternoon."),
            ("10:00", "ten o'clock."),
            ("9 o'clock", "nine o'clock."),
            ("18:30", "six thirty in the evening."),
            ("23:59", "eleven fifty nine at night."),
            ("00:10", "twelve ten at night."),
            ("00:00", "midnight."),
            ("03:15", "three fifteen in the morning."),
            ("2pm", "two in the afternoon."),
            ("2 p.m.", "two in the afternoon."),
            ("2 p.m. today", "two in the afternoon today."),
            ("At 4 p.m. J came.", "At four in the afternoon. J came."),
            ("12 noon", "twelve noon."),
            ("12pm", "twelve noon."),
            ("12.30pm", "twelve thirty in the afternoon."),
            ("12:30", "twelve thirty."),
            ("The 9.20 bus", "The nine twenty bus."),
            ("0930 hrs", "nine thirty in the morning."),
            ("1430hrs", "two thirty in the afternoon."),
            ("at 2000 hours", "at eight o'clock in the evening."),
            ("2000 hours of work", "two thousand hours of work."),
            ("14:30 hours", "two thirty in the afternoon."),
        ]);
    }

    #[test]
    fn from_and_to() {
        check(&[
            ("9am-5pm", "nine in the morning to five in the afternoon."),
            ("9-10am", "nine to ten in the morning."),
            ("9:20–10:30", "nine twenty to ten thirty."),
            ("10:00 - 15:00", "ten o'clock to three o'clock in the afternoon."),
            ("0900-1700", "nine o'clock in the morning to five o'clock in the afternoon."),
        ]);
    }

    #[test]
    fn not_times() {
        check(&[
            ("version 2.10", "version two point one oh."),
            ("9.20 km", "nine point two oh kilometres."),
            ("0.50", "nought point five oh."),
            ("2010-2015", "twenty ten to twenty fifteen."),
            ("9:75", "nine, seventy five."),
            ("1:1 support", "one to one support."),
            ("13am", "thirteen am."),
        ]);
    }

    /// A wrong time is a missed bus. Ten and eleven o'clock could be either half of the day.
    #[test]
    fn no_two_times_of_the_day_sound_alike() {
        let hours = (0..24).filter(|hour| ![10, 11].contains(hour));
        let times = hours.flat_map(|hour| (0..60).map(move |minute| (hour, minute)));
        let heard: HashSet<_> = times.map(|(hour, minute)| words(&format!("{hour:02}:{minute:02}"))).collect();
        assert_eq!(heard.len(), 22 * 60);
    }
}
