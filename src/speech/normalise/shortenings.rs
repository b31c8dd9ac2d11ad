//! Shortened words: "St" (saint or street), "Dr" (doctor or drive), "no. 4", "e.g.", "appt".
use super::reading::{Here, Reading, is_one_of};
use super::tokens::Token::{self, Digits, Sign, Space, Word};

/// How many of [`ALWAYS`], from the first, are titles.
const TITLES: usize = 8;

/// Said in full wherever they stand; titles first.
const ALWAYS: [(&str, &str); 55] = [
    ("mr", "mister"),
    ("mrs", "missus"),
    ("ms", "miz"),
    ("mx", "mix"),
    ("drs", "doctors"),
    ("prof", "professor"),
    ("revd", "reverend"),
    ("cllr", "councillor"),
    ("rd", "road"),
    ("ave", "avenue"),
    ("gdns", "gardens"),
    ("cres", "crescent"),
    ("sq", "square"),
    ("bldg", "building"),
    ("eg", "for example"),
    ("ie", "that is"),
    ("etc", "and so on"),
    ("vs", "versus"),
    ("approx", "about"),
    ("incl", "including"),
    ("tel", "telephone"),
    ("ext", "extension"),
    ("appt", "appointment"),
    ("appts", "appointments"),
    ("dept", "department"),
    ("govt", "government"),
    ("hosp", "hospital"),
    ("mgr", "manager"),
    ("mtg", "meeting"),
    ("mtgs", "meetings"),
    ("mins", "minutes"),
    ("hr", "hour"),
    ("hrs", "hours"),
    ("wk", "week"),
    ("wks", "weeks"),
    ("mth", "month"),
    ("mths", "months"),
    ("yr", "year"),
    ("yrs", "years"),
    ("mph", "miles an hour"),
    ("km", "kilometres"),
    ("kg", "kilograms"),
    ("asap", "as soon as possible"),
    ("tmrw", "tomorrow"),
    ("msg", "message"),
    ("pls", "please"),
    ("plz", "please"),
    ("ppl", "people"),
    ("thx", "thanks"),
    ("txt", "text"),
    ("bday", "birthday"),
    ("abt", "about"),
    ("btw", "by the way"),
    ("nxt", "next"),
    ("ok", "okay"),
];

/// Those that mean the same in capitals, among words that are not.
const ALSO_IN_CAPITALS: [&str; 8] = ["appt", "asap", "ext", "mr", "mrs", "ok", "pls", "tel"];

/// Two letters with a slash.
const SLASHED: [(&str, &str, &str); 8] = [
    ("w", "c", "week commencing"),
    ("n", "a", "not applicable"),
    ("c", "o", "care of"),
    ("y", "o", "years old"),
    ("a", "c", "account"),
    ("d", "w", "discussed with"),
    ("f", "u", "follow up"),
    ("and", "or", "and or"),
];

/// Names that follow "St" for saint even after another name, as in "Bury St Edmunds".
const SAINTS: [&str; 28] = [
    "albans",
    "andrew",
    "anne",
    "annes",
    "asaph",
    "austell",
    "cadoc",
    "catherine",
    "clement",
    "davids",
    "edmunds",
    "fagans",
    "george",
    "giles",
    "helens",
    "ives",
    "james",
    "john",
    "leonards",
    "luke",
    "mark",
    "mary",
    "mellons",
    "michael",
    "neots",
    "paul",
    "peter",
    "woolos",
];

/// Reads a shortened word that begins here.
pub fn read(here: &Here<'_>) -> Option<Reading> {
    if matches!(here.before(), [.., before] if before.is_sayable()) {
        return None;
    }
    latin(here)
        .or_else(|| slashed(here))
        .or_else(|| number(here))
        .or_else(|| saint_or_street(here))
        .or_else(|| doctor_or_drive(here))
        .or_else(|| always(here))
}

/// "e.g.", "i.e." and "p.m." with dots.
fn latin(here: &Here<'_>) -> Option<Reading> {
    let [Word(first), Sign('.'), Word(second), rest @ ..] = here.rest() else {
        return None;
    };
    let words = match (first.to_ascii_lowercase().as_str(), second.to_ascii_lowercase().as_str()) {
        ("e", "g") => "for example",
        ("i", "e") => "that is",
        ("a", "m") => "eh M",
        ("p", "m") => "P M",
        _ => return None,
    };
    Some(Reading::words(3 + usize::from(rest.first() == Some(&Sign('.'))), words))
}

fn slashed(here: &Here<'_>) -> Option<Reading> {
    match here.rest() {
        [Word(first), Sign('/'), Word(second), ..] => {
            let same = |(one, two, _): &&(&str, &str, &str)| {
                first.eq_ignore_ascii_case(one) && second.eq_ignore_ascii_case(two)
            };
            let (.., words) = SLASHED.iter().find(same)?;
            Some(Reading::words(3, *words))
        }
        [Word("w"), Sign('/'), Space, ..] => Some(Reading::words(2, "with")),
        _ => None,
    }
}

/// "no. 4", "No 4", "pp. 3-5".
fn number(here: &Here<'_>) -> Option<Reading> {
    let [Word(word), rest @ ..] = here.rest() else {
        return None;
    };
    let dot = usize::from(matches!(rest, [Sign('.'), ..]));
    let words = match (word.to_ascii_lowercase().as_str(), dot) {
        ("no", _) => "number",
        ("nos", _) => "numbers",
        ("p", 1) => "page",
        ("fig", _) => "figure",
        ("mob", _) => "mobile",
        ("para", _) => "paragraph",
        ("pp", _) => "pages",
        _ => return None,
    };
    let counts = match &rest[dot..] {
        [Digits(_), ..] | [Space, Digits(_), ..] => true,
        [Sign(':'), ..] => words == "mobile",
        _ => false,
    };
    counts.then(|| Reading::words(1 + dot, words))
}

/// "St Mary's", "12 High St".
fn saint_or_street(here: &Here<'_>) -> Option<Reading> {
    let [Word("St" | "ST"), rest @ ..] = here.rest() else {
        return None;
    };
    let title = 1 + dot_of_title(rest);
    let next = here.word_after(title);
    if begins_a_name(next) && (!name_before(here) || is_saint(next)) {
        return Some(Reading::words(title, "saint"));
    }
    Some(Reading::words(1 + dot(rest), "street"))
}

/// "Dr Jones", "12 Oak Dr", "the Dr".
fn doctor_or_drive(here: &Here<'_>) -> Option<Reading> {
    let [Word("Dr" | "dr" | "DR"), rest @ ..] = here.rest() else {
        return None;
    };
    let title = 1 + dot_of_title(rest);
    let next = here.word_after(title);
    let named = next != "I" && next.starts_with(|c: char| c.is_ascii_uppercase());
    if name_before(here) && !named {
        return Some(Reading::words(1 + dot(rest), "drive"));
    }
    Some(Reading::words(title, "doctor"))
}

fn always(here: &Here<'_>) -> Option<Reading> {
    let [Word(word), rest @ ..] = here.rest() else {
        return None;
    };
    // "HR" and "MS" are not an hour and a title, unless all is in capitals.
    let capitals = word.len() > 1 && !word.contains(|c: char| c.is_ascii_lowercase());
    if capitals && !here.shouting && !is_one_of(word, &ALSO_IN_CAPITALS) {
        return None;
    }
    let place = ALWAYS.iter().position(|(short, _)| word.eq_ignore_ascii_case(short))?;
    let dot = if place < TITLES { dot_of_title(rest) } else { dot(rest) };
    Some(Reading::words(1 + dot, ALWAYS[place].1))
}

/// The dot of a title, which ends nothing: "Dr. Jones".
fn dot_of_title(rest: &[Token<'_>]) -> usize {
    usize::from(matches!(rest, [Sign('.'), ..]))
}

/// The dot of another shortening. Before a capital it is left to be a pause: "Mill Rd. Come at 3."
fn dot(rest: &[Token<'_>]) -> usize {
    match rest {
        [Sign('.'), Space, Word(next), ..] if begins_a_name(next) => 0,
        [Sign('.'), ..] => 1,
        _ => 0,
    }
}

fn begins_a_name(word: &str) -> bool {
    word.len() > 1 && word.starts_with(|c: char| c.is_ascii_uppercase())
}

fn is_saint(word: &str) -> bool {
    let plain = word.strip_suffix("'s").unwrap_or(word);
    is_one_of(plain, &SAINTS)
}

/// Whether a name stands right before, as a street's does; not the first word of the sentence.
fn name_before(here: &Here<'_>) -> bool {
    let first = here.before().iter().filter(|token| token.is_sayable()).count() <= 1;
    let numbered = matches!(here.before(), [Digits(_), ..]);
    begins_a_name(here.word_before()) && (!first || numbered || here.word_after(1).is_empty())
}

#[cfg(test)]
mod tests {
    use crate::speech::normalise::check;

    #[test]
    fn saints_and_streets() {
        check(&[
            ("St Mary's Hospital", "saint Mary's Hospital."),
            ("St. Mary's", "saint Mary's."),
            ("Go to St Woolos.", "Go to saint Woolos."),
            ("12 High St", "twelve High street."),
            ("12 High St, Newport", "twelve High street, Newport."),
            ("St Mary St", "saint Mary street."),
            ("I live in Bury St Edmunds.", "I live in Bury saint Edmunds."),
            ("Go to Mill St Surgery.", "Go to Mill street Surgery."),
            ("High St", "High street."),
            ("Mill Rd", "Mill road."),
            ("7 Mill Rd. Come at 3.", "seven Mill road. Come at three."),
        ]);
    }

    #[test]
    fn doctors_and_drives() {
        check(&[
            ("Dr Jones", "doctor Jones."),
            ("See Dr. J. today.", "See doctor J today."),
            ("12 Oak Dr", "twelve Oak drive."),
            ("the Dr", "the doctor."),
            ("Ask Dr Lee", "Ask doctor Lee."),
            ("Mr and Mrs B", "mister and missus B."),
            ("Ms C, Mx D", "miz C, mix D."),
        ]);
    }

    #[test]
    fn others() {
        check(&[
            ("no. 4", "number four."),
            ("No 4", "number four."),
            ("no 4.", "number four."),
            ("No. I am fine.", "No. I am fine."),
            ("Food, e.g. toast", "Food, for example toast."),
            ("i.e. now", "that is now."),
            ("eg tea", "for example tea."),
            ("tea etc.", "tea and so on."),
            ("w/c 3/3", "week commencing the third of March."),
            ("n/a", "not applicable."),
            ("tea w/ J", "tea with J."),
            ("pp. 3-5, p. 9", "pages three to five, page nine."),
            ("appt at 2pm", "appointment at two in the afternoon."),
            ("thx pls", "thanks please."),
            ("HR and MS", "H R and M S."),
            ("Mob: 07700 900123", "mobile, oh seven seven oh oh, nine oh oh, one two three."),
            ("a mob, a fig, fig. 2", "a mob, a fig, figure two."),
        ]);
    }
}
