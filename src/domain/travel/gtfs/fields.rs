//! Reads single fields: numbers, times, dates, texts. None where there is nothing readable.
use std::borrow::Cow;

use jiff::civil::Date;

use crate::domain::travel::position::Position;

/// Seconds in the longest trip that is believed: seven days from the start of its service day.
const LONGEST: u32 = 7 * 24 * 3600;

/// A whole number from 0.
pub(super) fn number(field: &[u8]) -> Option<u32> {
    if field.is_empty() {
        return None;
    }
    field.iter().try_fold(0_u32, |number, byte| {
        let digit = byte.is_ascii_digit().then(|| u32::from(byte - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

/// Seconds after midnight from `H:MM:SS` or `HH:MM:SS`; hours go on past 24 (GTFS reference, Time).
pub(super) fn time(field: &[u8]) -> Option<u32> {
    let [hours @ .., b':', m1, m2, b':', s1, s2] = field else {
        return None;
    };
    let sixtieths = |high: &u8, low: &u8| number(&[*high, *low]).filter(|value| *value < 60);
    let (minutes, seconds) = (sixtieths(m1, m2)?, sixtieths(s1, s2)?);
    let time = number(hours)?.checked_mul(3600)? + minutes * 60 + seconds;
    (time < LONGEST).then_some(time)
}

/// A day from `YYYYMMDD` (GTFS reference, Date).
pub(super) fn date(field: &[u8]) -> Option<Date> {
    let (year, rest) = field.split_at_checked(4)?;
    let (month, day) = rest.split_at_checked(2)?;
    if day.len() != 2 {
        return None;
    }
    let date = (number(year)? as i16, number(month)? as i8, number(day)? as i8);
    Date::new(date.0, date.1, date.2).ok()
}

/// A place from two fields; none where one is blank or off the map.
pub(super) fn place(latitude: &[u8], longitude: &[u8]) -> Option<Position> {
    let degrees = |field: &[u8]| std::str::from_utf8(field).ok()?.parse().ok();
    Position::new(degrees(latitude)?, degrees(longitude)?)
}

/// A colour from six digits, with or without `#` in front.
pub(super) fn colour(field: &[u8]) -> Option<[u8; 3]> {
    let digits = field.strip_prefix(b"#").unwrap_or(field);
    if digits.len() != 6 || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let number = u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
    let [_, red, green, blue] = number.to_be_bytes();
    Some([red, green, blue])
}

/// A text. What is not UTF-8 is replaced, and runs of blanks and breaks become one blank, so that a
/// name is one line.
pub(super) fn text(field: &[u8]) -> Cow<'_, str> {
    let text = String::from_utf8_lossy(field);
    let odd = |pair: &[u8]| pair[0] == b' ' && pair[1] == b' ';
    if field.iter().any(u8::is_ascii_control) || field.windows(2).any(odd) {
        return Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times() {
        let check = |field: &str, expected| assert_eq!(time(field.as_bytes()), expected, "{field}");
        check("08:05:30", Some(8 * 3600 + 330));
        check("8:05:30", Some(8 * 3600 + 330));
        check("25:00:00", Some(25 * 3600));
        check("", None);
        check("08:60:00", None);
        check("08:05", None);
        check("-1:00:00", None);
        check("999:00:00", None);
        check("99999999999:00:00", None);
    }

    #[test]
    fn dates() {
        let check = |field: &str, good| assert_eq!(date(field.as_bytes()).is_some(), good, "{field}");
        check("20240229", true);
        check("20230229", false);
        check("2024-02-29", false);
        check("99991231", true);
        check("2024022", false);
        check("", false);
    }

    #[test]
    fn texts_are_one_line_and_always_readable() {
        assert_eq!(text(b"Park\n  Caf\xc3\xa9"), "Park Café");
        assert_eq!(text(b"Caf\xe9"), "Caf\u{fffd}");
    }

    #[test]
    fn numbers_and_colours() {
        assert_eq!(number(b"4294967296"), None);
        assert_eq!(number(b"+1"), None);
        assert_eq!(number(b"007"), Some(7));
        assert_eq!(colour(b"#FFC21A"), Some([0xff, 0xc2, 0x1a]));
        assert_eq!(colour(b"+FC21A"), None);
    }
}
