//! Money: "£2.50" is "two pounds fifty", "50p" is "fifty pence".
use super::counts::number;
use super::numbers::{cardinal, value};
use super::reading::{Here, Reading, is_one_of};
use super::tokens::Token::{Digits, Sign, Space, Word};

/// A sign, one and many of it, and its hundredth part.
const KINDS: [(char, &str, &str, &str); 3] =
    [('£', "pound", "pounds", "pence"), ('€', "euro", "euros", "cents"), ('$', "dollar", "dollars", "cents")];

/// Reads a sum of money that begins here.
pub fn read(here: &Here<'_>) -> Option<Reading> {
    pence(here).or_else(|| sum(here))
}

/// "50p".
fn pence(here: &Here<'_>) -> Option<Reading> {
    let [Digits(digits), Word("p"), ..] = here.rest() else {
        return None;
    };
    if !here.starts() || !here.ends(2) {
        return None;
    }
    let words = match value(digits)? {
        1 => "one penny".to_owned(),
        count => format!("{} pence", cardinal(count)),
    };
    Some(Reading::words(2, words))
}

/// "£3", "£2.50", "£1,200", "£10-15", "£2m".
fn sum(here: &Here<'_>) -> Option<Reading> {
    let [Sign(sign), rest @ ..] = here.rest() else {
        return None;
    };
    let kind = KINDS.iter().find(|(kind, ..)| kind == sign)?;
    let space = usize::from(matches!(rest, [Space, Digits(_), ..]));
    let rest = &rest[space..];
    let amount = number(rest)?;
    let mut used = 1 + space + amount.used;
    let mut words = amount.words;
    let mut one = amount.is_one;
    if let [Sign('-'), after @ ..] = &here.rest()[used..]
        && let Some(upper) = number(after)
    {
        words = format!("{words} to {}", upper.words);
        used += 1 + upper.used;
        one = false;
    }
    if let [Word(size), ..] = here.rest()[used..]
        && let Some(size) = size_named(size)
    {
        words = format!("{words} {size}");
        used += 1;
        one = false;
    }
    let unit = if one { kind.1 } else { kind.2 };
    let Some((whole, part)) = amount.hundredths.filter(|_| used == 1 + space + amount.used) else {
        return Some(Reading::words(used, format!("{words} {unit}")));
    };
    // "£2.50p" says it twice.
    let pence = usize::from(matches!(here.rest()[used..], [Word("p"), ..]) && here.ends(used + 1));
    Some(Reading::words(used + pence, with_part(whole, part, kind)))
}

fn with_part(whole: u64, part: u64, kind: &(char, &str, &str, &str)) -> String {
    let (_, one, many, hundredth) = kind;
    let unit = if whole == 1 { one } else { many };
    match (whole, part) {
        (0, 1..) => format!("{} {hundredth}", cardinal(part)),
        (_, 0) => format!("{} {unit}", cardinal(whole)),
        (_, 1..10) => format!("{} {unit} and {} {hundredth}", cardinal(whole), cardinal(part)),
        _ => format!("{} {unit} {}", cardinal(whole), cardinal(part)),
    }
}

fn size_named(word: &str) -> Option<&'static str> {
    match word {
        "k" | "K" => Some("thousand"),
        "m" | "M" => Some("million"),
        "bn" => Some("billion"),
        _ if is_one_of(word, &["million"]) => Some("million"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::speech::normalise::check;

    #[test]
    fn sums() {
        check(&[
            ("£3", "three pounds."),
            ("£1", "one pound."),
            ("£2.50", "two pounds fifty."),
            ("£2.50p", "two pounds fifty."),
            ("£2.05", "two pounds and five pence."),
            ("£1.00", "one pound."),
            ("£0.50", "fifty pence."),
            ("50p", "fifty pence."),
            ("1p", "one penny."),
            ("£1,200", "one thousand two hundred pounds."),
            ("£1,200.99 a year", "one thousand two hundred pounds ninety nine a year."),
            ("£10-15", "ten to fifteen pounds."),
            ("£10-£15", "ten pounds to fifteen pounds."),
            ("£2m", "two million pounds."),
            ("£2.5m", "two point five million pounds."),
            ("£5.", "five pounds."),
            ("£ 5", "five pounds."),
            ("€4", "four euros."),
            ("$4.99", "four dollars ninety nine."),
            ("I need £.", "I need pounds."),
        ]);
    }
}
