//! What is measured or ranked: "45 min", "1.5 km", "20%", "1h30", "1st", "the 1990s".
use super::counts::number;
use super::numbers::{cardinal, ordinal, plain, value, year};
use super::reading::{Here, Reading, is_one_of};
use super::tokens::Token::{self, Digits, Sign, Space, Word};

/// How a unit is written, one of it, and many of it. Single letters only count in small letters.
const UNITS: [(&[&str], &str, &str); 23] = [
    (&["min", "mins"], "minute", "minutes"),
    (&["h", "hr", "hrs"], "hour", "hours"),
    (&["s", "sec", "secs"], "second", "seconds"),
    (&["wk", "wks"], "week", "weeks"),
    (&["mth", "mths"], "month", "months"),
    (&["yr", "yrs"], "year", "years"),
    (&["km", "kms"], "kilometre", "kilometres"),
    (&["m"], "metre", "metres"),
    (&["cm", "cms"], "centimetre", "centimetres"),
    (&["mm"], "millimetre", "millimetres"),
    (&["mph"], "mile an hour", "miles an hour"),
    (&["kph"], "kilometre an hour", "kilometres an hour"),
    (&["ft"], "foot", "feet"),
    (&["kg", "kgs"], "kilogram", "kilograms"),
    (&["g"], "gram", "grams"),
    (&["mg"], "milligram", "milligrams"),
    (&["microg", "mcg"], "microgram", "micrograms"),
    (&["lb", "lbs"], "pound", "pounds"),
    (&["l"], "litre", "litres"),
    (&["ml", "mls"], "millilitre", "millilitres"),
    (&["kcal", "kcals"], "calorie", "calories"),
    (&["kb"], "kilobyte", "kilobytes"),
    (&["mb"], "megabyte", "megabytes"),
];

/// What is said to be so long: "a 15 minute walk".
const MEASURED: [&str; 15] = [
    "appointment",
    "break",
    "bus",
    "call",
    "care",
    "clock",
    "drive",
    "gap",
    "journey",
    "ride",
    "session",
    "shift",
    "visit",
    "wait",
    "walk",
];

/// How often: "2x a day".
const EACH: [&str; 7] = ["a", "daily", "each", "every", "per", "weekly", "when"];

/// Reads a number with a unit or an ending that begins here.
pub fn read(here: &Here<'_>) -> Option<Reading> {
    with_ending(here).or_else(|| hours_and_minutes(here)).or_else(|| with_unit(here))
}

/// The unit at the start, as (tokens, words); `one` for the singular.
pub fn unit(rest: &[Token<'_>], one: bool) -> Option<(usize, &'static str)> {
    let choose = |single, many| if one { single } else { many };
    let (space, rest) = match rest {
        [Space, rest @ ..] => (1, rest),
        [Sign('-'), rest @ ..] if matches!(rest, [Word(_), ..]) => (1, rest),
        rest => (0, rest),
    };
    let (used, words) = match rest {
        [Sign('%'), ..] => (1, "per cent"),
        [Sign('°'), Word("C"), ..] => (2, choose("degree celsius", "degrees celsius")),
        [Sign('°'), Word("F"), ..] => (2, choose("degree fahrenheit", "degrees fahrenheit")),
        [Sign('°'), ..] => (1, choose("degree", "degrees")),
        [Word("km"), Sign('/'), Word("h"), ..] => (3, choose("kilometre an hour", "kilometres an hour")),
        [Word("m"), Sign('²'), ..] => (2, choose("square metre", "square metres")),
        [Word(word), ..] => {
            let written = |(forms, ..): &&(&[&str], &str, &str)| {
                forms.iter().any(|form| *form == *word || (form.len() > 1 && word.eq_ignore_ascii_case(form)))
            };
            let (_, single, many) = UNITS.iter().find(written)?;
            (1, choose(*single, *many))
        }
        _ => return None,
    };
    let goes_on = rest.get(used).is_some_and(Token::is_sayable);
    (!goes_on).then_some((space + used, words))
}

/// "1st", "1990s", "30s", "2x a week".
fn with_ending(here: &Here<'_>) -> Option<Reading> {
    let [Digits(digits), Word(ending), ..] = here.rest() else {
        return None;
    };
    let number = value(digits).filter(|_| here.ends(2))?;
    let words = match (ending.to_ascii_lowercase().as_str(), number) {
        ("st" | "nd" | "rd" | "th", _) => ordinal(number),
        ("s", 1900..2100) if number % 10 == 0 => decade(&year(number)),
        ("x", _) if is_one_of(here.word_after(2), &EACH) => format!("{} times", cardinal(number)),
        ("s", 20..100) if number % 10 == 0 => decade(&cardinal(number)),
        _ => return None,
    };
    Some(Reading::words(2, words))
}

fn decade(words: &str) -> String {
    match words.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None => format!("{words}s"),
    }
}

/// "1h30", "2h 15m".
fn hours_and_minutes(here: &Here<'_>) -> Option<Reading> {
    let [Digits(hours), Word("h" | "hr" | "hrs"), rest @ ..] = here.rest() else {
        return None;
    };
    let space = usize::from(matches!(rest, [Space, ..]));
    let [Digits(minutes), after @ ..] = &rest[space..] else {
        return None;
    };
    let named = usize::from(matches!(after, [Word("m" | "min" | "mins"), ..]));
    let used = 3 + space + named;
    let hour = if *hours == "1" { "hour" } else { "hours" };
    let minute = if *minutes == "1" { "minute" } else { "minutes" };
    let words = format!("{} {hour} {} {minute}", plain(hours), plain(minutes));
    ((space == 0 || named == 1) && here.ends(used)).then(|| Reading::words(used, words))
}

/// "45 min", "20%", "15 min walk".
fn with_unit(here: &Here<'_>) -> Option<Reading> {
    let amount = number(here.rest())?;
    let after = &here.rest()[amount.used..];
    let (more, _) = unit(after, true)?;
    let used = amount.used + more;
    let one = amount.is_one
        || is_one_of(here.word_before(), &["a", "an"])
        || is_one_of(here.word_after(used), &MEASURED)
        || matches!(after, [Sign('-'), ..]);
    let (_, unit) = unit(after, one)?;
    // "5 mins. walk"
    let dot = match here.rest()[used..] {
        [Sign('.'), Space, Word(next), ..] => next.starts_with(|c: char| c.is_ascii_lowercase()),
        _ => false,
    };
    Some(Reading::words(used + usize::from(dot), format!("{} {unit}", amount.words)))
}

#[cfg(test)]
mod tests {
    use crate::speech::normalise::check;

    #[test]
    fn units() {
        check(&[
            ("45 min", "forty five minutes."),
            ("1 min", "one minute."),
            ("1 h", "one hour."),
            ("2hrs", "two hours."),
            ("1h30", "one hour thirty minutes."),
            ("2h 15m", "two hours fifteen minutes."),
            ("3 km", "three kilometres."),
            ("1.5km", "one point five kilometres."),
            ("20 mph", "twenty miles an hour."),
            ("5 miles", "five miles."),
            ("50mg", "fifty milligrams."),
            ("50 µg", "fifty micrograms."),
            ("250 ml", "two hundred and fifty millilitres."),
            ("-5°C", "minus five degrees celsius."),
            ("21 °C", "twenty one degrees celsius."),
            ("20%", "twenty per cent."),
            ("2.5 %", "two point five per cent."),
            ("12 m²", "twelve square metres."),
            ("a 45 min walk", "a forty five minute walk."),
            ("15 min walk", "fifteen minute walk."),
            ("24hr care", "twenty four hour care."),
            ("5 mins. more", "five minutes more."),
            ("a 10-minute walk", "a ten minute walk."),
            ("10-15 min", "ten to fifteen minutes."),
        ]);
    }

    #[test]
    fn endings() {
        check(&[
            ("1st", "first."),
            ("22nd", "twenty second."),
            ("in the 1990s", "in the nineteen nineties."),
            ("in my 30s", "in my thirties."),
            ("30sec", "thirty seconds."),
            ("2x a week", "two times a week."),
        ]);
    }
}
