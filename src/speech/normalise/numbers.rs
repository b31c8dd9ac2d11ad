//! Numbers as British words.

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 10] = ["", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const LARGE: [(u64, &str); 4] =
    [(1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")];

/// The most digits that are said as a number; more are said one by one.
pub const MOST_DIGITS: usize = 15;

/// How many: 142 is "one hundred and forty two".
pub fn cardinal(number: u64) -> String {
    if let Some((size, name)) = LARGE.iter().find(|(size, _)| number >= *size) {
        let (count, rest) = (cardinal(number / size), number % size);
        return match rest {
            0 => format!("{count} {name}"),
            1..100 => format!("{count} {name} and {}", cardinal(rest)),
            _ => format!("{count} {name} {}", cardinal(rest)),
        };
    }
    // Below a thousand now.
    let number = number as usize;
    match (number, number % 100, number % 10) {
        (0..20, _, _) => SMALL[number].to_owned(),
        (20..100, _, 0) => TENS[number / 10].to_owned(),
        (20..100, _, unit) => format!("{} {}", TENS[number / 10], SMALL[unit]),
        (_, 0, _) => format!("{} hundred", SMALL[number / 100]),
        (_, rest, _) => format!("{} hundred and {}", SMALL[number / 100], cardinal(rest as u64)),
    }
}

/// Which one: 3 is "third".
pub fn ordinal(number: u64) -> String {
    let words = cardinal(number);
    let (rest, last) = words.rsplit_once(' ').unwrap_or(("", &words));
    let last = match last {
        "one" => "first".to_owned(),
        "two" => "second".to_owned(),
        "three" => "third".to_owned(),
        "five" => "fifth".to_owned(),
        "eight" => "eighth".to_owned(),
        "nine" => "ninth".to_owned(),
        "twelve" => "twelfth".to_owned(),
        tens if tens.ends_with('y') => format!("{}ieth", &tens[..tens.len() - 1]),
        other => format!("{other}th"),
    };
    [rest, &last].join(" ").trim_start().to_owned()
}

/// A year: 2026 is "twenty twenty six", 1905 "nineteen oh five", 2000 "two thousand".
pub fn year(number: u64) -> String {
    let (century, rest) = (number / 100, number % 100);
    match (century % 10, rest) {
        (0, 0..10) => cardinal(number),
        (_, 0) => format!("{} hundred", cardinal(century)),
        (_, 1..10) => format!("{} oh {}", cardinal(century), cardinal(rest)),
        _ => format!("{} {}", cardinal(century), cardinal(rest)),
    }
}

/// Digit by digit, nought as "oh", as telephone numbers are said.
pub fn digit_by_digit(digits: &str) -> String {
    let names: Vec<_> = digits
        .bytes()
        .filter(u8::is_ascii_digit)
        .map(|digit| match digit - b'0' {
            0 => "oh",
            digit => SMALL[digit as usize],
        })
        .collect();
    names.join(" ")
}

/// The value, when it is short enough to be said as a number.
pub fn value(digits: &str) -> Option<u64> {
    if digits.len() > MOST_DIGITS {
        return None;
    }
    digits.parse().ok()
}

/// Digits that stand for themselves: "42" is how many, "007" and very long ones go one by one.
pub fn plain(digits: &str) -> String {
    let by_digit = digits.len() > 6 || (digits.len() > 1 && digits.starts_with('0'));
    match value(digits) {
        Some(number) if !by_digit => cardinal(number),
        _ => digit_by_digit(digits),
    }
}

/// The digits of a bus, a room or a code: 42 is "forty two", 142 "one four two", 200 "two hundred".
pub fn as_code(digits: &str) -> String {
    match digits.len() {
        0..=2 => plain(digits),
        3 if digits.ends_with("00") && !digits.starts_with('0') => plain(digits),
        _ => digit_by_digit(digits),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn check<T: Copy + std::fmt::Debug>(say: fn(T) -> String, cases: &[(T, &str)]) {
        for (number, expected) in cases {
            assert_eq!(say(*number), *expected, "{number:?}");
        }
    }

    #[test]
    fn how_many() {
        check(
            cardinal,
            &[
                (0, "zero"),
                (7, "seven"),
                (13, "thirteen"),
                (20, "twenty"),
                (42, "forty two"),
                (100, "one hundred"),
                (142, "one hundred and forty two"),
                (1_000, "one thousand"),
                (1_001, "one thousand and one"),
                (1_200, "one thousand two hundred"),
                (12_345, "twelve thousand three hundred and forty five"),
                (2_000_050, "two million and fifty"),
                (
                    999_999_999_999_999,
                    "nine hundred and ninety nine trillion \
                 nine hundred and ninety nine billion nine hundred and ninety nine million \
                 nine hundred and ninety nine thousand nine hundred and ninety nine",
                ),
            ],
        );
    }

    #[test]
    fn which_one() {
        check(
            ordinal,
            &[
                (1, "first"),
                (2, "second"),
                (3, "third"),
                (5, "fifth"),
                (8, "eighth"),
                (9, "ninth"),
                (11, "eleventh"),
                (12, "twelfth"),
                (20, "twentieth"),
                (21, "twenty first"),
                (100, "one hundredth"),
                (112, "one hundred and twelfth"),
            ],
        );
    }

    #[test]
    fn years() {
        check(
            year,
            &[
                (1900, "nineteen hundred"),
                (1905, "nineteen oh five"),
                (1985, "nineteen eighty five"),
                (2000, "two thousand"),
                (2009, "two thousand and nine"),
                (2010, "twenty ten"),
                (2026, "twenty twenty six"),
            ],
        );
    }

    #[test]
    fn digits_of_codes_and_telephones() {
        check(digit_by_digit, &[("01632", "oh one six three two")]);
        check(plain, &[("42", "forty two"), ("007", "oh oh seven"), ("0", "zero")]);
        check(
            as_code,
            &[
                ("42", "forty two"),
                ("142", "one four two"),
                ("205", "two oh five"),
                ("200", "two hundred"),
                ("1234", "one two three four"),
            ],
        );
    }

    /// Two numbers that sound alike would be a wrong bus or a wrong dose.
    #[test]
    fn no_two_numbers_sound_alike() {
        for say in [cardinal, ordinal] {
            let heard: HashSet<_> = (0..20_000).map(say).collect();
            assert_eq!(heard.len(), 20_000);
        }
        let years: HashSet<_> = (1900..2100).map(year).collect();
        assert_eq!(years.len(), 200);
    }
}
