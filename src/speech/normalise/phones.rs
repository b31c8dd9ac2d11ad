//! Telephone numbers, digit by digit in the groups they are written in: "oh one six three two, ...".
//!
//! Also 999, 111 and 101, numbers after "text" or "PIN", and rows of digit groups such as a
//! patient number.
use super::numbers::digit_by_digit;
use super::reading::{Here, Reading, is_one_of};
use super::tokens::Token::{self, Digits, Sign, Space, Word};

/// Short numbers to ring in the UK that are never a count: police, fire and ambulance,
/// health advice, police when it is not urgent, the European emergency number, Relay UK.
const SHORT: [&str; 6] = ["999", "111", "101", "112", "18000", "18001"];

/// Words after which digits are to be pressed one by one.
const BEFORE_A_NUMBER: [&str; 17] = [
    "call",
    "code",
    "dial",
    "ext",
    "extension",
    "fax",
    "mob",
    "mobile",
    "phone",
    "pin",
    "ref",
    "reference",
    "ring",
    "rung",
    "tel",
    "telephone",
    "text",
];

/// Reads a telephone number that begins here.
pub fn read(here: &Here<'_>) -> Option<Reading> {
    if !here.starts() {
        return None;
    }
    let (plus, begin) = match here.rest() {
        [Sign('+'), Digits(_), ..] => (true, 1),
        [Digits(_), ..] => (false, 0),
        _ => return None,
    };
    let mut groups = Groups::of(&here.rest()[begin..]);
    while !groups.is_empty() {
        let used = begin + groups.used();
        if here.ends(used) && groups.is_telephone(plus, here) {
            let plus = if plus { "plus " } else { "" };
            return Some(Reading::words(used, format!("{plus}{}", groups.words())));
        }
        groups.drop_last();
    }
    None
}

/// Groups of digits with spaces, hyphens or brackets between, each with the tokens used up to its end.
struct Groups<'a>(Vec<(&'a str, usize)>);

impl<'a> Groups<'a> {
    fn of(rest: &'a [Token<'a>]) -> Self {
        let mut groups = Vec::new();
        let mut at = 0;
        while let Some(Digits(digits)) = rest.get(at) {
            groups.push((*digits, at + 1));
            let between =
                rest[at + 1..].iter().take_while(|token| matches!(token, Space | Sign('-' | '(' | ')'))).count();
            if !(1..=2).contains(&between) {
                break;
            }
            at += 1 + between;
        }
        Self(groups)
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn used(&self) -> usize {
        self.0.last().map_or(0, |(_, used)| *used)
    }

    fn drop_last(&mut self) {
        let _ = self.0.pop();
    }

    fn is_telephone(&self, plus: bool, here: &Here<'_>) -> bool {
        let digits: String = self.0.iter().map(|(digits, _)| *digits).collect();
        let groups: Vec<_> = self.0.iter().map(|(digits, _)| *digits).collect();
        if plus {
            return (10..=15).contains(&digits.len());
        }
        match groups[..] {
            [one] if SHORT.contains(&one) => true,
            // A number to be pressed, whatever its length.
            [one] if one.len() >= 3 && named(here) => true,
            // Childline and the like, and helplines that begin with 116.
            ["0800", "1111"] | ["0845", "4647"] | ["0845", "46", "47"] => true,
            ["116", last] => last.len() == 3,
            _ if digits.starts_with('0') && !digits.starts_with("00") => {
                matches!(digits.len(), 10 | 11)
            }
            // A row of groups that is no number anyone counts with.
            [_, _, _, ..] => groups.iter().all(|group| group.len() >= 3),
            _ => false,
        }
    }

    fn words(&self) -> String {
        let groups = match self.0[..] {
            [(one, _)] if one.starts_with('0') && one.len() >= 10 => by_area(one),
            _ => self.0.iter().map(|(group, _)| *group).collect(),
        };
        let said: Vec<_> = groups.into_iter().flat_map(breaths).map(digit_by_digit).collect();
        said.join(", ")
    }
}

/// Whether words before say that this is a number to press.
fn named(here: &Here<'_>) -> bool {
    let texted = here.before().iter().any(|token| matches!(token, Word(word) if is_one_of(word, &["text", "txt"])));
    is_one_of(here.word_before(), &BEFORE_A_NUMBER) || (texted && is_one_of(here.word_before(), &["on", "to"]))
}

/// A number written in one piece, cut as British numbers are.
fn by_area(number: &str) -> Vec<&str> {
    let area = match number.as_bytes() {
        [b'0', b'2', ..] => 3,
        [b'0', b'1', b'1', ..] | [b'0', b'1', _, b'1', ..] | [b'0', b'3' | b'8', ..] => 4,
        _ => 5,
    };
    let (area, rest) = number.split_at(area);
    vec![area, rest]
}

/// A group, cut so that it can be said and kept in mind: never more than five digits at once.
fn breaths(group: &str) -> Vec<&str> {
    let cut = match group.len() {
        0..=5 => return vec![group],
        6 | 7 | 9 => 3,
        _ => 4,
    };
    let (first, rest) = group.split_at(cut);
    let mut all = vec![first];
    all.extend(breaths(rest));
    all
}

#[cfg(test)]
mod tests {
    use crate::speech::normalise::check;

    #[test]
    fn telephone_numbers() {
        let newport = "oh one six three two, nine six oh, one two three.";
        check(&[
            ("01632 960 123", newport),
            ("01632 960123", newport),
            ("01632960123", newport),
            ("01632-960-123", newport),
            ("(01632) 960 123", newport),
            ("020 7946 0123", "oh two oh, seven nine four six, oh one two three."),
            ("07700 900123", "oh seven seven oh oh, nine oh oh, one two three."),
            ("0800 1111", "oh eight oh oh, one one one one."),
            ("0800-1111", "oh eight oh oh, one one one one."),
            ("116 123", "one one six, one two three."),
            ("+44 7700 900123", "plus four four, seven seven oh oh, nine oh oh, one two three."),
            ("+44 (0)7700 900123", "plus four four, oh, seven seven oh oh, nine oh oh, one two three."),
            ("01632 960 123 ext 12", "oh one six three two, nine six oh, one two three extension twelve."),
            ("ext. 1234", "extension one two three four."),
            ("943 476 5919", "nine four three, four seven six, five nine one nine."),
        ]);
    }

    #[test]
    fn numbers_everybody_knows() {
        check(&[
            ("Ring 999 now.", "Ring nine nine nine now."),
            ("111", "one one one."),
            ("101", "one oh one."),
            ("Phone 105", "Phone one oh five."),
            ("Text 60083", "Text six oh oh eight three."),
            ("text HELP to 60083", "text help to six oh oh eight three."),
            ("PIN 0042", "pin oh oh four two."),
            ("£999", "nine hundred and ninety nine pounds."),
            ("105 steps", "one hundred and five steps."),
        ]);
    }
}
