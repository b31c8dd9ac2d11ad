//! Signs: the pauses they make, their names, and emoji. What has no name makes no sound.
use super::emoji;
use super::fractions::fraction_sign;
use super::reading::{Here, Reading};
use super::tokens::Token::{self, Digits, Foreign, Sign, Space, Word};

/// Reads the sign, space or foreign letters that stand here; there is always a reading.
pub fn read(here: &Here<'_>) -> Option<Reading> {
    let [first, rest @ ..] = here.rest() else {
        return None;
    };
    let sign = match first {
        Sign(sign) => *sign,
        Foreign(_) => return Some(Reading::pause(',')),
        _ => return Some(Reading::nothing()),
    };
    let before = here.before();
    Some(match sign {
        '.' => dot(before, rest),
        '…' | '—' | '|' | '[' | ']' | '{' | '}' => Reading::pause(','),
        '(' | ')' => bracket(before, rest),
        ',' | ';' | '!' | '?' => Reading::pause(sign),
        ':' => Reading::pause(','),
        _ => name(sign, before, rest)
            .or_else(|| fraction_sign(sign))
            .or_else(|| emoji::name(sign))
            .map_or_else(Reading::nothing, |words| Reading::words(1, words)),
    })
}

fn dot(before: &[Token<'_>], rest: &[Token<'_>]) -> Reading {
    match (before, rest) {
        ([.., Sign('.')], _) | (_, [Sign('.'), ..]) => Reading::pause(','),
        ([.., Digits(_)], [Digits(_), ..]) => Reading::words(1, "point"),
        ([] | [.., Space], [Digits(_), ..]) => Reading::words(1, "point"),
        ([] | [.., Space], [Word(_), ..]) => Reading::words(1, "dot"),
        _ => Reading::pause('.'),
    }
}

/// A bracket inside a word makes no pause: "person(s)".
fn bracket(before: &[Token<'_>], rest: &[Token<'_>]) -> Reading {
    match (before, rest) {
        ([.., Word(_)], [Word(_), ..]) => Reading::nothing(),
        _ => Reading::pause(','),
    }
}

/// The name of a sign, where it is one that people say.
fn name(sign: char, before: &[Token<'_>], rest: &[Token<'_>]) -> Option<&'static str> {
    let digits_follow = matches!(rest, [Digits(_), ..] | [Space, Digits(_), ..]);
    let digits_before = matches!(before, [.., Digits(_)] | [.., Digits(_), Space]);
    Some(match sign {
        '&' => "and",
        '+' => "plus",
        '=' => "equals",
        '@' => "at",
        '%' => "per cent",
        '°' => "degrees",
        '£' => "pounds",
        '€' => "euros",
        '$' => "dollars",
        '¢' => "cents",
        '¥' => "yen",
        '×' => "times",
        '÷' => "divided by",
        '±' => "plus or minus",
        '≤' => "at most",
        '≥' => "at least",
        '≠' => "is not",
        '≈' => "about",
        '№' => "number",
        '§' => "section",
        '©' => "copyright",
        '²' => "squared",
        '³' => "cubed",
        '✓' | '✔' | '☑' | '✅' => "tick",
        '✗' | '✘' | '✖' | '❌' | '☒' => "cross",
        '→' => "arrow",
        '#' if digits_follow => "number",
        '#' if matches!(rest, [Word(_), ..]) => "hashtag",
        '~' if digits_follow => "about",
        '<' if digits_follow => "less than",
        '>' if digits_follow => "more than",
        '^' if digits_before && digits_follow => "to the power of",
        '*' if digits_before && digits_follow => "times",
        '*' if matches!(rest, [Digits(_), ..]) => "star",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::speech::normalise::check;

    #[test]
    fn pauses() {
        check(&[
            ("the bus (42) came", "the bus, forty two, came."),
            ("“Stop,” I said", "Stop, I said."),
            ("wait—go", "wait, go."),
            ("well... maybe", "well, maybe."),
            ("well… ok", "well, okay."),
            ("Time: 9:20", "Time, nine twenty."),
            ("one; two", "one; two."),
            ("person(s)", "person S."),
        ]);
    }

    #[test]
    fn names() {
        check(&[
            ("tea & toast", "tea and toast."),
            ("18+", "eighteen plus."),
            ("#4", "number four."),
            ("#peersupport", "hashtag peersupport."),
            ("2 + 2 = 4", "two plus two equals four."),
            ("~10 min", "about ten minutes."),
            ("10^3", "ten to the power of three."),
            ("*67", "star sixty seven."),
            ("**bold**", "bold."),
            (".5", "point five."),
            ("<3", "less than three."),
        ]);
    }
}
