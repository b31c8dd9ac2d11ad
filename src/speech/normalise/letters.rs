//! Words and letters: what is read as a word, and what letter by letter ("N H S", "J, B").
//!
//! In what is said, a capital standing alone is the letter's name. The letter A is written "eh",
//! because engines take a lone A for the article.
use super::dates::calendar::names_a_day_or_month;
use super::known::{AS_LETTERS, AS_WORDS, IN_CAPITALS, SAID, VERBS};
use super::reading::{Here, Reading, is_one_of};
use super::tokens::Token::{self, Digits, Sign, Space, Word};

/// The letters' names, for their plurals and possessives: "GPs" is "G pees".
const NAMES: [&str; 26] = [
    "eh",
    "bee",
    "see",
    "dee",
    "ee",
    "eff",
    "jee",
    "aitch",
    "eye",
    "jay",
    "kay",
    "ell",
    "em",
    "en",
    "oh",
    "pee",
    "cue",
    "ar",
    "ess",
    "tee",
    "you",
    "vee",
    "double you",
    "ex",
    "why",
    "zed",
];

/// Reads the word that begins here.
pub fn read(here: &Here<'_>) -> Option<Reading> {
    initials(here).or_else(|| compound(here)).or_else(|| single_letter(here)).or_else(|| word(here))
}

/// Letter by letter: "NHS" is "N H S".
pub fn spelled(word: &str) -> String {
    let letters = word.chars().filter(char::is_ascii_alphabetic).map(|c| match c.to_ascii_uppercase() {
        'A' => "eh".to_owned(),
        letter => letter.to_string(),
    });
    letters.collect::<Vec<_>>().join(" ")
}

/// A word inside a code or an address, where capitals and shortenings mean nothing.
pub fn in_code(word: &str) -> String {
    let letters =
        word.len() <= 1 || !has_vowel(word) || (word.len() <= 3 && is_capitals(word)) || is_one_of(word, &AS_LETTERS);
    if letters { spelled(word) } else { as_word(word) }
}

/// Whether the sentence is written in capitals: most of its words are.
pub fn shouting(tokens: &[Token<'_>]) -> bool {
    let words = || {
        tokens.iter().filter_map(|token| match token {
            Word(word) if word.len() > 1 => Some(*word),
            _ => None,
        })
    };
    let loud = words().filter(|word| is_capitals(word) && !is_one_of(word, &AS_LETTERS)).count();
    loud * 2 > words().count()
}

/// "J B", "J.B.", "J. B." — with a small pause between.
fn initials(here: &Here<'_>) -> Option<Reading> {
    let mut found = Vec::new();
    let mut used = 0;
    let mut next = 0;
    while let Some(Word(word)) = here.rest().get(next)
        && word.len() == 1
        && is_capitals(word)
        && !here.rest().get(next + 1).is_some_and(|after| matches!(after, Digits(_)))
    {
        found.push(spelled(word));
        next += 1;
        used = next;
        if here.rest().get(next) == Some(&Sign('.')) {
            next += 1;
            used = next;
        }
        if here.rest().get(next) == Some(&Space) {
            next += 1;
        }
    }
    // "I" is a person, not an initial, unless dots say so.
    let dotted = here.rest()[..used].contains(&Sign('.'));
    let only_letters = dotted || !here.rest()[..used].contains(&Word("I"));
    // "N.H.S." is no person.
    let known = is_one_of(&found.concat().replace("eh", "A"), &AS_LETTERS);
    let words = found.join(if known { " " } else { ", " });
    (found.len() > 1 && only_letters && here.ends(used)).then(|| Reading::words(used, words))
}

/// Words joined by hyphens: "co-worker" stays one word, "NHS-funded" does not.
fn compound(here: &Here<'_>) -> Option<Reading> {
    let [Word(first), Sign('-'), Word(second), ..] = here.rest() else {
        return None;
    };
    let plain = |word: &str| word.len() > 1 && !is_capitals(word) && has_vowel(word) && said(word).is_none();
    let days = names_a_day_or_month(first) && names_a_day_or_month(second);
    (plain(first) && plain(second) && !days && here.ends(3)).then(|| Reading::words(3, format!("{first}-{second}")))
}

/// "a" and "I" are words; any other letter alone is its name; "A" is either.
fn single_letter(here: &Here<'_>) -> Option<Reading> {
    let [Word(word), rest @ ..] = here.rest() else {
        return None;
    };
    let (letter, ending) = word.split_at(1);
    if !matches!(ending, "" | "'s") {
        return None;
    }
    let bracketed = matches!(rest, [Sign(')'), ..]);
    let between_numbers = matches!(here.before(), [.., Digits(_), Space]) && matches!(rest, [Space, Digits(_), ..]);
    let said = match (letter, ending) {
        ("x", "") if between_numbers => "times".to_owned(),
        ("a", "") if !bracketed => "a".to_owned(),
        ("I" | "i", "") if !bracketed => "I".to_owned(),
        ("A", "") if is_article(here) => "a".to_owned(),
        (_, "") => spelled(letter),
        _ => format!("{}'s", name(letter)),
    };
    // The dot after one initial: "See J. today".
    let dot = usize::from(
        ending.is_empty() && matches!(letter.as_bytes(), [b'A'..=b'Z']) && matches!(rest, [Sign('.'), _, ..]),
    );
    Some(Reading::words(1 + dot, said))
}

/// "A bus came" begins with a word, "A came" and "I saw A" hold somebody's first letter.
fn is_article(here: &Here<'_>) -> bool {
    let first = !here.before().iter().any(Token::is_sayable);
    let next = here.word_after(1);
    let beside_a_sign = matches!(here.rest(), [_, Sign('&' | '/' | '+' | '.' | '-'), ..]);
    !next.is_empty() && !beside_a_sign && (first || here.shouting) && !is_one_of(next, &VERBS)
}

/// A whole word, an acronym, or what nobody can read as either.
fn word(here: &Here<'_>) -> Option<Reading> {
    let [Word(word), ..] = here.rest() else {
        return None;
    };
    if let Some(words) = said(word) {
        return Some(Reading::words(1, words));
    }
    if let Some(words) = plural_of_letters(word) {
        return Some(Reading::words(1, words));
    }
    let letters = !has_vowel(word) || (is_capitals(word) && is_acronym(word, here));
    let words = if letters && !is_sound(word) { spelled(word) } else { as_word(word) };
    Some(Reading::words(1, words))
}

fn said(word: &str) -> Option<&'static str> {
    let found = SAID.iter().find(|(known, _)| known.eq_ignore_ascii_case(word));
    found.map(|(_, words)| *words)
}

/// "GPs", "GP's", "DNA'd".
fn plural_of_letters(word: &str) -> Option<String> {
    let ending = ["'s", "'d", "s"].into_iter().find(|ending| word.ends_with(ending))?;
    let stem = &word[..word.len() - ending.len()];
    if stem.len() < 2 || !is_capitals(stem) || is_one_of(stem, &AS_WORDS) || has_word_shape(stem) {
        return None;
    }
    let (first, last) = stem.split_at(stem.len() - 1);
    Some(format!("{} {}{ending}", spelled(first), name(last)))
}

/// Whether capitals are letters to be said one by one.
fn is_acronym(word: &str, here: &Here<'_>) -> bool {
    if is_one_of(word, &AS_LETTERS) {
        return true;
    }
    if is_one_of(word, &AS_WORDS) || is_one_of(word, &IN_CAPITALS) || has_word_shape(word) {
        return false;
    }
    !here.shouting
}

/// Nobody spells as many letters as these: "PLEASE".
fn has_word_shape(word: &str) -> bool {
    word.len() >= 6 && has_vowel(word)
}

fn is_capitals(word: &str) -> bool {
    !word.contains(|c: char| c.is_ascii_lowercase())
}

/// "W" is one in Welsh names: Cwm, Bwlch.
fn has_vowel(word: &str) -> bool {
    let welsh = !is_capitals(word) && word[1..].contains('w') && !word.eq_ignore_ascii_case("www");
    word.contains(|c: char| "aeiouyAEIOUY".contains(c)) || welsh
}

/// Sounds that people write without a vowel.
fn is_sound(word: &str) -> bool {
    is_one_of(word, &["hm", "hmm", "mm", "mmm", "shh", "psst"])
}

fn as_word(word: &str) -> String {
    if is_capitals(word) && word.len() > 1 { word.to_ascii_lowercase() } else { word.to_owned() }
}

fn name(letter: &str) -> &'static str {
    let place = letter.bytes().next().map_or(0, |b| b.to_ascii_uppercase().saturating_sub(b'A'));
    NAMES.get(usize::from(place)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::speech::normalise::check;

    #[test]
    fn acronyms() {
        check(&[
            ("the NHS", "the N H S."),
            ("My GP and the MDT", "My G P and the M D T."),
            ("LD nurse", "L D nurse."),
            ("two GPs", "two G pees."),
            ("the GP's desk", "the G pee's desk."),
            ("AWOL, PALS, SCAMP", "eh-wol, pals, scamp."),
            ("Is he AWOL?", "Is he eh-wol?"),
            ("RiO and SystmOne", "rio and system one."),
            ("A&E", "eh and E."),
            ("I work in IT", "I work in I T."),
            ("my TV", "my T V."),
        ]);
    }

    #[test]
    fn capitals_that_are_only_loud() {
        check(&[
            ("PLEASE RING ME", "please ring me."),
            ("Do NOT go", "Do not go."),
            ("HELP", "help."),
            ("STOP! I AM LOST", "stop! I am lost."),
            ("TAXI", "taxi."),
            ("RING THE NHS", "ring the N H S."),
            ("TAKE A BREAK", "take a break."),
        ]);
    }

    #[test]
    fn first_letters() {
        check(&[
            ("I saw J.", "I saw J."),
            ("I saw J B today.", "I saw J, B today."),
            ("I saw J.B. today.", "I saw J, B today."),
            ("J. B. was calm", "J, B was calm."),
            ("A was calm. A bus came.", "eh was calm. a bus came."),
            ("I saw A today", "I saw eh today."),
            ("J's bus", "jay's bus."),
            ("A's bus", "eh's bus."),
            ("A B C", "eh, B, C."),
            ("me and I", "me and I."),
            ("a) tea b) toast", "eh, tea B, toast."),
            ("plan B", "plan B."),
            ("2 x 500mg", "two times five hundred milligrams."),
            ("from the N.H.S.", "from the N H S."),
            ("she DNA'd", "she D N eh'd."),
            ("See J. today.", "See J today."),
        ]);
    }

    #[test]
    fn plain_words() {
        check(&[
            ("my co-worker", "my co-worker."),
            ("NHS-funded", "N H S funded."),
            ("X-ray", "X ray."),
            ("don’t", "don't."),
            ("workers’ rights", "workers rights."),
            ("café in Dŵr", "cafe in Dwr."),
            ("hmm", "hmm."),
            ("bcd", "B C D."),
            ("Covid", "Covid."),
        ]);
    }
}
