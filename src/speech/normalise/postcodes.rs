//! UK postcodes, letter by letter: "NP20 1AB" is "N P two oh, one eh B".
use super::letters::spelled;
use super::numbers::digit_by_digit;
use super::reading::{Here, Reading};
use super::tokens::Token::{self, Digits, Space, Word};

/// Reads a whole postcode that begins here.
pub fn read(here: &Here<'_>) -> Option<Reading> {
    if !here.starts() {
        return None;
    }
    let outward = match here.rest() {
        // NP20, B4, EC1
        [Word(area), Digits(district), Space, ..] if fits(area, 2) && fits(district, 2) => 2,
        // SW1A
        [Word(area), Digits(district), Word(part), Space, ..]
            if fits(area, 2) && fits(district, 1) && fits(part, 1) =>
        {
            3
        }
        _ => return None,
    };
    let [Digits(sector), Word(unit), ..] = here.rest()[outward + 1..] else {
        return None;
    };
    let used = outward + 3;
    (sector.len() == 1 && unit.len() == 2 && fits(unit, 2) && here.ends(used)).then(|| {
        let tokens = here.rest();
        let words = format!("{}, {}", each(&tokens[..outward]), each(&tokens[outward + 1..used]));
        Reading::words(used, words)
    })
}

/// Capitals or digits, at most so many.
fn fits(text: &str, most: usize) -> bool {
    text.len() <= most && !text.contains(|c: char| c.is_ascii_lowercase() || c == '\'')
}

fn each(tokens: &[Token<'_>]) -> String {
    let said = tokens.iter().map(|token| match token {
        Word(letters) => spelled(letters),
        Digits(digits) => digit_by_digit(digits),
        _ => String::new(),
    });
    said.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::speech::normalise::check;

    #[test]
    fn postcodes() {
        check(&[
            ("NP20 1AB", "N P two oh, one eh B."),
            ("B4 7ET", "B four, seven E T."),
            ("SW1A 1AA", "S W one eh, one eh eh."),
            ("Newport NP20 4UR.", "Newport N P two oh, four U R."),
            ("NP20", "N P twenty."),
            ("bus X1 3rd stop", "bus X one third stop."),
        ]);
    }
}
