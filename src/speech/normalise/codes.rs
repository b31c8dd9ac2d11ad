//! Buses, rooms, flats and other codes: "bus 142" is "one four two", "4A" is "four eh".
use super::letters;
use super::numbers::as_code;
use super::reading::{Here, Reading, is_one_of};
use super::tokens::Token::{self, Digits, Sign, Space, Word};

/// What bears a number that is a name, and no count.
const NAMED_BY_NUMBER: [&str; 24] = [
    "bay", "box", "bus", "buses", "desk", "door", "flat", "gate", "line", "locker", "no", "nos", "number", "numbers",
    "platform", "room", "route", "routes", "service", "services", "stop", "tram", "unit", "ward",
];

/// What follows "the 142" when it is a bus.
const AFTER_A_BUS: [&str; 13] =
    ["arrives", "at", "comes", "from", "goes", "instead", "is", "leaves", "runs", "stops", "to", "towards", "was"];

/// How people text, in small letters.
const TEXTED: [(&str, &str); 8] = [
    ("2day", "today"),
    ("2moro", "tomorrow"),
    ("2nite", "tonight"),
    ("b4", "before"),
    ("gr8", "great"),
    ("l8r", "later"),
    ("m8", "mate"),
    ("w8", "wait"),
];

/// Reads a code, or the digits of a bus or room, that begins here.
pub fn read(here: &Here<'_>) -> Option<Reading> {
    if matches!(here.before(), [.., before] if before.is_sayable()) {
        return None;
    }
    mixed(here).or_else(|| name_in_digits(here))
}

/// Letters and digits in one: "X1", "7A", "N29", "Covid19".
fn mixed(here: &Here<'_>) -> Option<Reading> {
    let used = here.rest().iter().take_while(|token| token.is_sayable()).count();
    let tokens = &here.rest()[..used];
    // A number with an ending or a unit was read by others before.
    if used < 2 {
        return None;
    }
    let written: String = tokens.iter().map(letters_and_digits).collect();
    if let Some((_, words)) = TEXTED.iter().find(|(texted, _)| *texted == written) {
        return Some(Reading::words(used, *words));
    }
    if let [Digits(wide), Word("x"), Digits(long)] = tokens {
        return Some(Reading::words(used, format!("{} by {}", as_code(wide), as_code(long))));
    }
    let said: Vec<_> = tokens.iter().map(piece).collect();
    Some(Reading::words(used, said.join(" ")))
}

fn letters_and_digits<'a>(token: &Token<'a>) -> &'a str {
    match token {
        Digits(text) | Word(text) => text,
        _ => "",
    }
}

fn piece(token: &Token<'_>) -> String {
    match token {
        Digits(digits) => as_code(digits),
        Word(word) => letters::in_code(word),
        _ => String::new(),
    }
}

/// "bus 142", "the 142 bus", "buses 42, 142 and X1".
fn name_in_digits(here: &Here<'_>) -> Option<Reading> {
    let [Digits(digits), ..] = here.rest() else {
        return None;
    };
    let is_whole = here.starts() && here.ends(1) && !matches!(here.rest(), [_, Sign(','), Digits(_), ..]);
    let bus_follows = is_one_of(here.word_after(1), &["bus", "tram"])
        || (is_one_of(here.word_before(), &["the"]) && is_one_of(here.word_after(1), &AFTER_A_BUS));
    (is_whole && digits.len() <= 4 && (bus_follows || listed_after_a_name(here)))
        .then(|| Reading::words(1, as_code(digits)))
}

/// Looks back over a list ("42, X1 and") for what it lists.
fn listed_after_a_name(here: &Here<'_>) -> bool {
    let in_list = |token: &&Token<'_>| match token {
        Space | Digits(_) | Sign(',' | '/' | '&' | '.') => true,
        Word(word) => word.len() == 1 || is_one_of(word, &["and", "or"]),
        _ => false,
    };
    let named = here.before().iter().rev().find(|token| !in_list(token));
    matches!(named, Some(Word(word)) if is_one_of(word, &NAMED_BY_NUMBER))
}

#[cfg(test)]
mod tests {
    use crate::speech::normalise::check;

    #[test]
    fn buses_and_rooms() {
        check(&[
            ("Wait for bus 42.", "Wait for bus forty two."),
            ("bus 142", "bus one four two."),
            ("the 142 bus", "the one four two bus."),
            ("the 142 to Newport", "the one four two to Newport."),
            ("bus 205", "bus two oh five."),
            ("bus 200", "bus two hundred."),
            ("Bus X1", "Bus X one."),
            ("7A", "seven eh."),
            ("N29", "N twenty nine."),
            ("N205", "N two oh five."),
            ("buses 42, 142 and X1", "buses forty two, one four two and X one."),
            ("Room 214", "Room two one four."),
            ("Flat 4A", "Flat four eh."),
            ("Bay 4b", "Bay four B."),
            ("142 people", "one hundred and forty two people."),
        ]);
    }

    #[test]
    fn other_codes() {
        check(&[
            ("Covid19", "Covid nineteen."),
            ("COVID-19", "covid nineteen."),
            ("M4", "M four."),
            ("A470", "eh four seven oh."),
            ("R2D2", "R two D two."),
            ("H1N1", "H one N one."),
            ("AB12CD34", "eh B twelve C D thirty four."),
            ("mp3", "M P three."),
            ("4x4", "four by four."),
            ("gr8 b4", "great before."),
        ]);
    }
}
