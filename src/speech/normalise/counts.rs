//! Plain numbers: "3", "1,200", "2.05", and years such as "2026".
use super::numbers::{cardinal, digit_by_digit, plain, value, year};
use super::reading::{Here, Reading};
use super::tokens::Token::{self, Digits, Sign};

/// Reads a plain number that begins here.
pub fn read(here: &Here<'_>) -> Option<Reading> {
    let amount = number(here.rest())?;
    match here.rest() {
        [Digits(digits), ..] if amount.used == 1 && digits.len() == 4 => match value(digits)? {
            number @ 1900..2100 => Some(Reading::words(1, year(number))),
            _ => Some(Reading::words(1, amount.words)),
        },
        _ => Some(Reading::words(amount.used, amount.words)),
    }
}

/// A number, its words, and whether it is exactly one.
pub struct Number {
    /// Tokens.
    pub used: usize,
    /// As a count.
    pub words: String,
    /// Whether what follows is named in the singular.
    pub is_one: bool,
    /// The whole part and the hundredths, when it is written with two decimals.
    pub hundredths: Option<(u64, u64)>,
}

/// The number at the start: "3", "1,200", "2.05".
pub fn number(rest: &[Token<'_>]) -> Option<Number> {
    let [Digits(first), ..] = rest else {
        return None;
    };
    let mut whole = (*first).to_owned();
    let mut used = 1;
    while let [Sign(','), Digits(three), ..] = rest[used..]
        && three.len() == 3
        && first.len() <= 3
        && !first.starts_with('0')
    {
        whole.push_str(three);
        used += 2;
    }
    let decimals = match rest[used..] {
        [Sign('.'), Digits(_), Sign('.'), Digits(_), ..] => None,
        [Sign('.'), Digits(decimals), ..] => Some(decimals),
        _ => None,
    };
    let counted = if used > 1 { value(&whole).map(cardinal) } else { None };
    let words = counted.unwrap_or_else(|| plain(&whole));
    let Some(decimals) = decimals else {
        let is_one = whole == "1";
        return Some(Number { used, words, is_one, hundredths: None });
    };
    let words = if whole == "0" { "nought".to_owned() } else { words };
    let hundredths = value(&whole).zip(value(decimals)).filter(|_| decimals.len() == 2);
    Some(Number {
        used: used + 2,
        words: format!("{words} point {}", digit_by_digit(decimals)),
        is_one: false,
        hundredths,
    })
}

#[cfg(test)]
mod tests {
    use crate::speech::normalise::check;

    #[test]
    fn plain_numbers() {
        check(&[
            ("0", "zero."),
            ("42", "forty two."),
            ("1,200 people", "one thousand two hundred people."),
            ("10000 steps", "ten thousand steps."),
            ("2026", "twenty twenty six."),
            ("1066", "one thousand and sixty six."),
            ("0.5", "nought point five."),
            ("3.14159", "three point one four one five nine."),
            ("12345678", "one two three four five six seven eight."),
            ("1,23", "one, twenty three."),
            ("10–15", "ten to fifteen."),
            ("10 - 15", "ten to fifteen."),
        ]);
    }
}
