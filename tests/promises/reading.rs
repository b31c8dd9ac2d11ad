//! The words of every screen, by the rules of easy reading that can be counted.
use alongside::ui::part::{Found, Role, Zone};

use super::known_words::{is_known, is_name, may_be_long};
use super::screen::Reader;

/// The most words in a sentence: GOV.UK, accessible formats; PIF.
const SENTENCE: usize = 15;
/// The most words in the label of a tile, and in the label of any other button.
const TILE_LABEL: usize = 8;
/// The most words on a worker's page without its answers, fixed keys and own words (easy-read rule 20).
const PAGE: usize = 60;
/// The highest Flesch-Kincaid grade of a page: age 8 for workers, age 11 for staff (easy-read rule 4).
const PEER_GRADE: f64 = 3.0;
const STAFF_GRADE: f64 = 6.0;
/// The lowest Flesch reading ease of a worker's page (easy-read rule 4).
const PEER_EASE: f64 = 90.0;
/// The largest part of a worker's page that are words of three syllables or more, and as much again of words
/// that few know (easy-read rules 6 and 7).
const HARDER_WORDS: f64 = 0.05;
/// The fewest words that the formula is asked about.
const FEWEST: usize = 20;
/// Words that join two ideas; a sentence has at most one (COGA o3p05).
const LINKS: &[&str] = &["and", "but", "because", "so", "which", "while", "although"];
/// Words that say "no"; a page has at most one outside its answers (COGA o3p03).
const NOTS: &[&str] = &["not", "don’t", "can’t", "cannot", "won’t", "never"];
/// Words of offices and of computers, and words that scold (NHS service manual; easy-read rule 15).
const HARD: &[&str] = &[
    "should",
    "facilitate",
    "reciprocity",
    "reflective",
    "configure",
    "submit",
    "authenticate",
    "session",
    "login",
    "username",
    "invalid",
    "error",
    "failed",
    "utilise",
    "prior",
    "regarding",
    "commence",
    "additional",
    "assist",
    "require",
    "sufficient",
    "select",
    "click",
    "browse",
    "synchronise",
    "database",
    "file format",
];
/// Other words for what has one name here (easy-read rule 9).
const OTHER_NAMES: &[(&str, &str)] =
    &[("appointment", "visit"), ("journey", "trip"), ("debrief", "story"), ("passport", "support plan")];

/// What breaks a rule, in words.
pub fn broken(parts: &[Found], reader: Reader) -> Vec<String> {
    let mut broken = Vec::new();
    let (mut words, mut nots) = (0, 0);
    for found in parts.iter().filter(|found| !found.part.quiet || found.part.role == Role::Status) {
        let name = &found.part.name;
        let is_answer = found.part.role.is_control();
        broken.extend(in_text(name, is_answer, reader).into_iter().map(|what| format!("{name:?} {what}")));
        // What a person answered is theirs.
        let own = found.part.id.starts_with("answer-");
        if !is_answer && !own && found.zone != Zone::Rail {
            words += count(name);
            nots += split(name).filter(|word| NOTS.contains(&word.as_str())).count();
        }
    }
    broken.extend(too_hard(parts, reader));
    if reader == Reader::Peer && words > PAGE {
        broken.push(format!("the page has {words} words, more than {PAGE}"));
    }
    if reader == Reader::Peer && nots > 1 {
        broken.push(format!("the page says {nots} times not"));
    }
    broken
}

/// All words of a page together: single lines are too short for the formulas (rules 4 to 7).
fn too_hard(parts: &[Found], reader: Reader) -> Vec<String> {
    let is_counted = |found: &&Found| !found.part.quiet && found.zone != Zone::Rail;
    let sentence = |found: &Found| format!("{}. ", found.part.name.trim_end_matches(['.', '?', '!']));
    let text: String = parts.iter().filter(is_counted).map(sentence).collect();
    // Nobody can choose an easier name.
    let is_word = |word: &&str| !split(word).any(|word| is_name(&word));
    let text = text.split_whitespace().filter(is_word).collect::<Vec<_>>().join(" ");
    let words = count(&text);
    // Fewer words say nothing of how hard a page is.
    if words < FEWEST {
        return Vec::new();
    }
    let mut broken = Vec::new();
    let grade = textstat::flesch_kincaid_grade(&text);
    let most = if reader == Reader::Peer { PEER_GRADE } else { STAFF_GRADE };
    if grade > most {
        broken.push(format!("the page reads as grade {grade:.1}, more than {most}: {text}"));
    }
    if reader == Reader::Peer {
        let ease = textstat::flesch_reading_ease(&text);
        if ease < PEER_EASE {
            broken.push(format!("the page has a reading ease of {ease:.0}, less than {PEER_EASE}: {text}"));
        }
        let most = HARDER_WORDS * words as f64;
        let long: Vec<_> = split(&text).filter(|word| textstat::syllables(word) > 2 && !may_be_long(word)).collect();
        let unknown: Vec<_> = split(&text).filter(|word| !is_known(word)).collect();
        for (which, harder) in [("long", long), ("unknown", unknown)] {
            if harder.len() as f64 > most {
                broken.push(format!("too many of {words} words are {which}: {harder:?}"));
            }
        }
    }
    broken
}

fn in_text(text: &str, is_answer: bool, reader: Reader) -> Vec<String> {
    let mut broken = Vec::new();
    for sentence in sentences(text) {
        let count = count(sentence);
        if count > SENTENCE {
            broken.push(format!("has a sentence of {count} words"));
        }
        if reader == Reader::Peer {
            let links = split(sentence).filter(|word| LINKS.contains(&word.as_str())).count();
            if links > 1 || sentence.matches(',').count() > 2 {
                broken.push("has more than one idea in a sentence".to_owned());
            }
        }
        if is_answer && count > TILE_LABEL && reader == Reader::Peer {
            broken.push(format!("is a label of {count} words"));
        }
    }
    let lower = text.to_lowercase();
    for word in split(text) {
        if HARD.contains(&word.as_str()) {
            broken.push(format!("uses a hard word: {word:?}"));
        }
        if let Some((other, name)) = OTHER_NAMES.iter().find(|(other, _)| word == *other) {
            broken.push(format!("calls {name:?} {other:?}"));
        }
    }
    if lower.contains('%') {
        broken.push("has a percent sign".to_owned());
    }
    let shouts = |word: &str| word.len() > 4 && word.chars().all(|letter| letter.is_ascii_uppercase());
    if text.split_whitespace().any(shouts) {
        broken.push("is in capitals".to_owned());
    }
    broken
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '!', '?', ':', '\n']).filter(|sentence| !sentence.trim().is_empty())
}

fn split(text: &str) -> impl Iterator<Item = String> {
    let bare = |word: &str| word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase();
    text.split_whitespace().map(bare).filter(|word| !word.is_empty())
}

fn count(text: &str) -> usize {
    split(text).count()
}
