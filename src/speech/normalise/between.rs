//! Dashes and slashes, which mean something only between two things: "10-15", "his/her", "2/week".
use super::dates::calendar::names_a_day_or_month;
use super::measures::unit;
use super::reading::{Here, Reading, is_one_of};
use super::tokens::Token::{self, Digits, Sign, Space, Word};

/// Reads the dash or slash that stands here.
pub fn read(here: &Here<'_>) -> Option<Reading> {
    let [Sign(sign), rest @ ..] = here.rest() else {
        return None;
    };
    let sides = Sides::of(here.before(), rest);
    match sign {
        '-' => Some(sides.dash()),
        '/' => Some(sides.slash()),
        _ => None,
    }
}

/// What stands on both sides, without the spaces beside the sign.
struct Sides<'a> {
    left: &'a [Token<'a>],
    right: &'a [Token<'a>],
    space_left: bool,
    space_right: bool,
}

impl<'a> Sides<'a> {
    fn of(before: &'a [Token<'a>], rest: &'a [Token<'a>]) -> Self {
        let (left, space_left) = match before {
            [left @ .., Space] => (left, true),
            left => (left, left.is_empty()),
        };
        let (right, space_right) = match rest {
            [Space, right @ ..] => (right, true),
            right => (right, right.is_empty()),
        };
        Self { left, right, space_left, space_right }
    }

    /// "10-15" is "to", " - " is a pause, "-5" is "minus", "COVID-19" is nothing.
    fn dash(&self) -> Reading {
        let joined = !self.space_left && !self.space_right;
        let even = self.space_left == self.space_right;
        let chain = matches!(self.left, [.., Sign('-'), Digits(_)])
            || matches!(self.right, [Digits(_), Sign('-'), Digits(_), ..]);
        let minus = (self.space_left || matches!(self.left, [.., Sign('(')])) && !self.space_right;
        match (self.left, self.right) {
            ([.., Digits(one)], [Digits(other), ..]) if joined && one == other => Reading::nothing(),
            _ if even && self.is_range() && joined && chain => Reading::words(1, "dash"),
            _ if even && self.is_range() => Reading::words(1, "to"),
            _ if minus && begins_amount(self.right) => Reading::words(1, "minus"),
            ([.., left], [right, ..]) if joined && left.is_sayable() && right.is_sayable() => Reading::nothing(),
            _ => Reading::pause(','),
        }
    }

    fn is_range(&self) -> bool {
        let calendar = |token: Option<&Token<'_>>| matches!(token, Some(Word(word)) if names_a_day_or_month(word));
        let from_day = calendar(self.left.last());
        (from_day && calendar(self.right.first()))
            || ((from_day || ends_amount(self.left)) && begins_amount(self.right))
    }

    /// "his/her" is "or", "2/week" is "per", "F/U" is nothing.
    fn slash(&self) -> Reading {
        const OFTEN: [&str; 7] = ["day", "hour", "month", "night", "session", "week", "year"];
        let letter = |word: &str| word.len() == 1;
        match (self.left, self.right) {
            ([.., Digits(_)], [Digits(_), ..]) => Reading::words(1, "slash"),
            ([.., Digits(_)], [Word(_), ..]) => Reading::words(1, "per"),
            ([.., Digits(_), Word(_)], [Digits(_), ..]) => Reading::words(1, "per"),
            ([.., Digits(_), Space, Word(_)], [Word(often), ..]) if is_one_of(often, &OFTEN) => {
                Reading::words(1, "per")
            }
            ([.., Word(one)], [Word(other), ..]) if letter(one) && letter(other) => Reading::nothing(),
            ([.., Word(_)], [Word(_), ..]) => Reading::words(1, "or"),
            _ => Reading::pause(','),
        }
    }
}

/// "10", "9am", "20%", "5°C", "10 min".
fn ends_amount(left: &[Token<'_>]) -> bool {
    match left {
        [.., Digits(_)] | [.., Digits(_) | Sign('.' | '°'), Word(_)] => true,
        [.., Sign('%' | '°' | '½')] => true,
        [.., Digits(_), Space, Word(word)] => unit(&[Word(word)], false).is_some(),
        _ => false,
    }
}

fn begins_amount(right: &[Token<'_>]) -> bool {
    matches!(right, [Digits(_), ..] | [Sign('£' | '€' | '$'), Digits(_), ..])
}

#[cfg(test)]
mod tests {
    use crate::speech::normalise::check;

    #[test]
    fn dashes() {
        check(&[
            ("10-15", "ten to fifteen."),
            ("10 – 15 min", "ten to fifteen minutes."),
            ("10 min - 15 min", "ten minutes to fifteen minutes."),
            ("£10-£15", "ten pounds to fifteen pounds."),
            ("20°C–25°C", "twenty degrees celsius to twenty five degrees celsius."),
            ("-5°", "minus five degrees."),
            ("50-50", "fifty fifty."),
            ("Mon - Fri", "Monday to Friday."),
            ("12 Jan - 14 Feb", "the twelfth of January to the fourteenth of February."),
            ("wait – then go", "wait, then go."),
            ("COVID-19", "covid nineteen."),
            ("a 5-a-side team", "a five a side team."),
            ("12-34-56", "twelve dash thirty four dash fifty six."),
            ("- 2 cups", "two cups."),
            ("----", ""),
        ]);
    }

    #[test]
    fn slashes() {
        check(&[
            ("he/she", "he or she."),
            ("Yes / No", "Yes or No."),
            ("and/or", "and or."),
            ("2/week", "two per week."),
            ("10mg/5ml", "ten milligrams per five millilitres."),
            ("7 days/week", "seven days per week."),
            ("£3.50/day", "three pounds fifty per day."),
            ("P/T", "P T."),
        ]);
    }
}
