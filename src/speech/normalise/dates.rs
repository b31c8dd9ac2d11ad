//! Dates, always day first: "3/3" is "the third of March", whatever the month's place elsewhere.
use super::numbers::{cardinal, ordinal, value, year};
use super::reading::{Here, Reading, is_one_of};
use super::tokens::Token::{self, Digits, Sign, Space, Word};
use calendar::{Date, MONTHS, named_month, weekday_named};

pub mod calendar;

/// Words after which "3/4" is a date and no fraction.
const BEFORE_A_DATE: [&str; 15] = [
    "on",
    "by",
    "from",
    "until",
    "till",
    "since",
    "before",
    "after",
    "dated",
    "date",
    "due",
    "to",
    "commencing",
    "and",
    "born",
];

/// Words after which "Sat" is a day.
const BEFORE_A_DAY: [&str; 11] = ["by", "each", "every", "from", "last", "next", "on", "this", "to", "till", "until"];

/// Reads a date, or the short name of a day, that begins here.
pub fn read(here: &Here<'_>) -> Option<Reading> {
    if !here.starts() {
        return None;
    }
    year_first(here)
        .or_else(|| day_month_year(here))
        .or_else(|| day_and_month(here))
        .or_else(|| days_of_named_month(here))
        .or_else(|| day_of_named_month(here))
        .or_else(|| named_month_first(here))
        .or_else(|| weekday(here))
}

/// "2026-03-03", as computers write it.
fn year_first(here: &Here<'_>) -> Option<Reading> {
    let [Digits(year), Sign(first @ ('-' | '/' | '.')), Digits(month), Sign(second), Digits(day), ..] = here.rest()
    else {
        return None;
    };
    if first != second || year.len() != 4 || !here.ends(5) {
        return None;
    }
    let date = Date::new(day, month)?;
    Some(Reading::words(5, the(here, date, Some(value(year)?))))
}

/// "03/03/2026", "3.3.26", "3-3-26".
fn day_month_year(here: &Here<'_>) -> Option<Reading> {
    let [Digits(day), Sign(first @ ('-' | '/' | '.')), Digits(month), Sign(second), Digits(year), ..] = here.rest()
    else {
        return None;
    };
    if first != second || !matches!(year.len(), 2 | 4) || !here.ends(5) {
        return None;
    }
    let date = Date::new(day, month)?;
    let words = match (year.len(), value(year)?) {
        (4, year) => the(here, date, Some(year)),
        // Two digits are said as two: to guess the century would be to add what nobody wrote.
        (_, short @ 0..10) => format!("{} oh {}", the(here, date, None), cardinal(short)),
        (_, short) => format!("{} {}", the(here, date, None), cardinal(short)),
    };
    Some(Reading::words(5, words))
}

/// "3/3" — where it is not a fraction ("1/2 hour") or a score ("7/10").
fn day_and_month(here: &Here<'_>) -> Option<Reading> {
    let [Digits(day), Sign('/'), Digits(month), ..] = here.rest() else {
        return None;
    };
    let date = Date::new(day, month)?;
    let before = here.word_before();
    let surely = is_one_of(before, &BEFORE_A_DATE) || weekday_named(before).is_some();
    // Halves, thirds, quarters, fifths and eighths, round the clock, and scores out of ten.
    let perhaps_not =
        matches!((date.day, date.month), (1, 2..=5 | 8) | (2, 3 | 5) | (3, 4 | 5 | 8) | (24, 7) | (_, 10));
    (here.ends(3) && (surely || !perhaps_not)).then(|| Reading::words(3, the(here, date, None)))
}

/// "1-3 March".
fn days_of_named_month(here: &Here<'_>) -> Option<Reading> {
    let [Digits(first), Sign('-'), Digits(last), Space, Word(month), ..] = here.rest() else {
        return None;
    };
    let month = named_month(month)?;
    let (first, last) = (Date::of(first, month)?, Date::of(last, month)?);
    let words = format!("the {} to the {}", ordinal(first.day), last.words(None));
    Some(Reading::words(5, words))
}

/// "3 March 2026", "3rd of March", "Tues 3 Mar".
fn day_of_named_month(here: &Here<'_>) -> Option<Reading> {
    let (day, mut used) = match here.rest() {
        [Digits(day), Word(ending), ..] if is_one_of(ending, &["st", "nd", "rd", "th"]) => (day, 2),
        [Digits(day), ..] => (day, 1),
        _ => return None,
    };
    if let [Space, Word("of"), ..] = here.rest()[used..] {
        used += 2;
    }
    let [Space, Word(month), ..] = here.rest()[used..] else {
        return None;
    };
    let date = Date::of(day, named_month(month)?)?;
    used += 2;
    if !here.ends(used) {
        return None;
    }
    used += dot_after(month, &here.rest()[used..]);
    let (more, year) = year_after(here, used);
    Some(Reading::words(used + more, the(here, date, year)))
}

/// "March 3", "Mar 2026", "March 3rd, 2026".
fn named_month_first(here: &Here<'_>) -> Option<Reading> {
    let [Word(name), rest @ ..] = here.rest() else {
        return None;
    };
    let month = named_month(name)?;
    let dot = dot_after(name, rest);
    if let (more @ 1.., Some(number)) = year_after(here, 1 + dot) {
        let words = format!("{} {}", MONTHS[month], year(number));
        return Some(Reading::words(1 + dot + more, words));
    }
    let (day, mut used) = match &rest[dot..] {
        [Space, Digits(day), Word(ending), ..] if is_one_of(ending, &["st", "nd", "rd", "th"]) => (day, 4 + dot),
        [Space, Digits(day), ..] => (day, 3 + dot),
        _ => return None,
    };
    let date = Date::of(day, month)?;
    if !here.ends(used) || matches!(here.rest()[used..], [Sign('%' | '-'), ..]) {
        return None;
    }
    let mut words = format!("{} the {}", MONTHS[month], ordinal(date.day));
    if let (more @ 1.., Some(number)) = year_after(here, used) {
        used += more;
        words = format!("{words} {}", year(number));
    }
    Some(Reading::words(used, words))
}

/// The date with "the" before it, if that is not there yet.
fn the(here: &Here<'_>, date: Date, written_year: Option<u64>) -> String {
    let words = date.words(written_year);
    if is_one_of(here.word_before(), &["the"]) { words } else { format!("the {words}") }
}

/// "Tues", "Mon-Fri", "Sat 3 Mar".
fn weekday(here: &Here<'_>) -> Option<Reading> {
    let [Word(short), rest @ ..] = here.rest() else {
        return None;
    };
    let name = weekday_named(short)?;
    let dot = dot_after(short, rest);
    // "Sat" and "Sun" are words too.
    let is_a_word = is_one_of(short, &["sat", "sun", "wed"]);
    let beside_a_day = is_one_of(here.word_before(), &BEFORE_A_DAY)
        || matches!(here.before(), [.., Sign('-' | '/' | '&')])
        || matches!(here.before(), [.., Sign('&'), Space])
        || weekday_named(here.word_before()).is_some()
        || match &rest[dot..] {
            [] | [Sign('-' | '/' | '&' | ',' | ':'), ..] | [Space, Digits(_) | Sign('&'), ..] => true,
            [Space, Word(next), ..] => weekday_named(next).is_some(),
            _ => false,
        };
    (!is_a_word || beside_a_day).then(|| Reading::words(1 + dot, name))
}

/// A dot that marks a shortened name, and not the end of the sentence.
fn dot_after(name: &str, rest: &[Token<'_>]) -> usize {
    let shortened = name.len() <= 5 && !MONTHS.contains(&name);
    usize::from(shortened && matches!(rest, [Sign('.'), _, ..]))
}

/// A year that follows: " 2026" or ", 2026".
fn year_after(here: &Here<'_>, used: usize) -> (usize, Option<u64>) {
    let (digits, more) = match here.rest()[used..] {
        [Space, Digits(digits), ..] => (digits, 2),
        [Sign(','), Space, Digits(digits), ..] => (digits, 3),
        _ => return (0, None),
    };
    match value(digits) {
        Some(number @ 1900..2100) if here.ends(used + more) => (more, Some(number)),
        _ => (0, None),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::calendar::LENGTHS;
    use crate::speech::normalise::{check, words};

    #[test]
    fn dates_in_numbers_are_day_first() {
        check(&[
            ("03/03/2026", "the third of March twenty twenty six."),
            ("4/12/2026", "the fourth of December twenty twenty six."),
            ("12.10.2026", "the twelfth of October twenty twenty six."),
            ("12-10-26", "the twelfth of October twenty six."),
            ("1/2/05", "the first of February oh five."),
            ("2026-03-04", "the fourth of March twenty twenty six."),
            ("3/3", "the third of March."),
            ("on 1/2", "on the first of February."),
            ("by 6/10", "by the sixth of October."),
        ]);
    }

    #[test]
    fn dates_in_words() {
        check(&[
            ("3 March 2026", "the third of March twenty twenty six."),
            ("3rd March", "the third of March."),
            ("the 3rd of March, 2026", "the third of March twenty twenty six."),
            ("Tues 3 Mar", "Tuesday the third of March."),
            ("Tuesday 3 March", "Tuesday the third of March."),
            ("Tue. 3 Mar. at 9", "Tuesday the third of March at nine."),
            ("March 3", "March the third."),
            ("Mar 2026", "March twenty twenty six."),
            ("1-3 June", "the first to the third of June."),
            ("31 Sept", "thirty one Sept."),
            ("All 3 may come.", "All three may come."),
            ("3 May", "the third of May."),
            ("1 Apr–30 Jun", "the first of April to the thirtieth of June."),
            ("March-May", "March to May."),
        ]);
    }

    #[test]
    fn days_of_the_week() {
        check(&[
            ("Mon-Fri", "Monday to Friday."),
            ("Sat & Sun", "Saturday and Sunday."),
            ("Thurs", "Thursday."),
            ("It is on Sat.", "It is on Saturday."),
            ("I Sat down.", "I Sat down."),
            ("Sun cream", "Sun cream."),
        ]);
    }

    #[test]
    fn no_dates() {
        check(&[
            ("1/2 hour", "half an hour."),
            ("7/10", "seven out of ten."),
            ("24/7", "twenty four seven."),
            ("03/25/2026", "oh three slash twenty five slash twenty twenty six."),
            ("31/2/2026", "thirty one slash two slash twenty twenty six."),
            ("1.2.3", "one point two point three."),
        ]);
    }

    /// A wrong date is a missed review.
    #[test]
    fn no_two_days_of_the_year_sound_alike() {
        let days = (1..=12).flat_map(|month| (1..=31).map(move |day| (day, month)));
        let real = days.filter(|(day, month)| *day <= LENGTHS[*month as usize - 1]);
        let heard: HashSet<_> = real.map(|(d, m)| words(&format!("{d:02}/{m:02}/2026"))).collect();
        assert_eq!(heard.len(), 366);
    }
}
