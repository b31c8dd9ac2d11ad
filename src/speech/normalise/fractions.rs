//! Parts and pairs of numbers: "½", "3/4", "1:1 support", "7/10", "120/80", "24/7".
use super::fold::is_fraction_or_power;
use super::measures::unit;
use super::numbers::{plain, value, year};
use super::reading::{Here, Reading};
use super::tokens::Token::{Digits, Sign, Space};

/// The sign, the numbers above and below, and the words.
const FRACTIONS: [(char, &str, &str, &str); 18] = [
    ('½', "1", "2", "a half"),
    ('¼', "1", "4", "a quarter"),
    ('¾', "3", "4", "three quarters"),
    ('⅓', "1", "3", "a third"),
    ('⅔', "2", "3", "two thirds"),
    ('⅕', "1", "5", "a fifth"),
    ('⅖', "2", "5", "two fifths"),
    ('⅗', "3", "5", "three fifths"),
    ('⅘', "4", "5", "four fifths"),
    ('⅙', "1", "6", "a sixth"),
    ('⅚', "5", "6", "five sixths"),
    ('⅐', "1", "7", "a seventh"),
    ('⅛', "1", "8", "an eighth"),
    ('⅜', "3", "8", "three eighths"),
    ('⅝', "5", "8", "five eighths"),
    ('⅞', "7", "8", "seven eighths"),
    ('⅑', "1", "9", "a ninth"),
    ('⅒', "1", "10", "a tenth"),
];

/// Reads a fraction or a pair of numbers that begins here.
pub fn read(here: &Here<'_>) -> Option<Reading> {
    fraction(here).or_else(|| pair(here))
}

/// The words of a fraction that is one sign.
pub fn fraction_sign(sign: char) -> Option<&'static str> {
    let (.., words) = FRACTIONS.iter().find(|(shape, ..)| *shape == sign)?;
    Some(words)
}

/// "½", "3½", "1 1/2", "3/4".
fn fraction(here: &Here<'_>) -> Option<Reading> {
    let (whole, begin) = match here.rest() {
        [Digits(whole), Sign(sign), ..] if is_fraction_or_power(*sign) => (Some(*whole), 1),
        [Digits(whole), Space, Sign(sign), ..] if is_fraction_or_power(*sign) => (Some(*whole), 2),
        [Digits(whole), Space, Digits(_), Sign('/'), Digits(_), ..] => (Some(*whole), 2),
        _ => (None, 0),
    };
    let (used, words) = match here.rest()[begin..] {
        [Sign(sign), ..] => (begin + 1, fraction_sign(sign)?),
        [Digits(upper), Sign('/'), Digits(lower), ..] => {
            let same = |(_, above, below, _): &&(char, &str, &str, &str)| (*above, *below) == (upper, lower);
            let (.., words) = FRACTIONS.iter().find(same)?;
            (begin + 3, *words)
        }
        _ => return None,
    };
    if !here.starts() || !here.ends(used) {
        return None;
    }
    let Some(whole) = whole else {
        let half = words == "a half";
        let words = if half { half_of(here.word_after(used)) } else { words };
        return Some(Reading::words(used, words));
    };
    let (more, unit) = unit(&here.rest()[used..], false).unwrap_or((0, ""));
    let words = format!("{} and {words} {unit}", plain(whole));
    Some(Reading::words(used + more, words.trim_end()))
}

/// "½ hour" is "half an hour", "½ the cake" is "half the cake".
fn half_of(next: &str) -> &'static str {
    match next {
        "" => "a half",
        "a" | "an" | "of" | "the" | "my" | "his" | "her" | "their" | "our" | "your" => "half",
        "hour" | "inch" => "half an",
        _ => "half a",
    }
}

/// "1:1", "7/10", "120/80", "24/7", "1-2-1".
fn pair(here: &Here<'_>) -> Option<Reading> {
    if !here.starts() {
        return None;
    }
    if let [Digits("1"), Sign('-'), Digits("2"), Sign('-'), Digits("1"), ..] = here.rest() {
        return here.ends(5).then(|| Reading::words(5, "one to one"));
    }
    let [Digits(left), Sign(sign), Digits(right), ..] = here.rest() else {
        return None;
    };
    if !here.ends(3) {
        return None;
    }
    let (first, second) = (plain(left), plain(right));
    let words = match (sign, value(left)?, value(right)?) {
        (':', _, 0..10) if right.len() == 1 => format!("{first} to {second}"),
        ('/', 24, 7) => format!("{first} {second}"),
        ('/', 1900..2100, 0..100) => format!("{} {second}", year(value(left)?)),
        ('/', upper, lower) if upper == lower => format!("{first} {second}"),
        ('/', upper, lower) if upper > lower => format!("{first} over {second}"),
        ('/', ..) => format!("{first} out of {second}"),
        _ => return None,
    };
    Some(Reading::words(3, words))
}

#[cfg(test)]
mod tests {
    use crate::speech::normalise::check;

    #[test]
    fn fractions() {
        check(&[
            ("½", "a half."),
            ("½ hour", "half an hour."),
            ("1/2 the cake", "half the cake."),
            ("3½ hours", "three and a half hours."),
            ("1½ hrs", "one and a half hours."),
            ("1 1/2 miles", "one and a half miles."),
            ("¾ of it", "three quarters of it."),
        ]);
    }

    #[test]
    fn pairs() {
        check(&[
            ("1:1 support", "one to one support."),
            ("2:1", "two to one."),
            ("1-2-1", "one to one."),
            ("7/10", "seven out of ten."),
            ("120/80", "one hundred and twenty over eighty."),
            ("24/7", "twenty four seven."),
            ("50/50", "fifty fifty."),
            ("2025/26", "twenty twenty five twenty six."),
        ]);
    }
}
