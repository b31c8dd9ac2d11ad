//! Telling how a visit went, and what becomes of it.
pub mod check;
pub mod note;
pub mod speak;
pub mod story;
pub mod tell;
pub mod worry;

use crate::domain::debrief::{Answer, Given};
use crate::domain::questions::Ask;
use crate::screen::Hall;
use crate::words::{Arg, Phrase};

/// The words of a question, with the first letters of the person seen put in.
#[must_use]
pub fn question(hall: &Hall, key: &str, letters: Option<&str>) -> Phrase {
    let who = hall.letters(letters).map_or_else(|| hall.words.shown("them"), str::to_owned);
    hall.words.phrase_with(key, [("who", Arg::from(who))])
}

/// What was answered, in words: tiles, then typed words.
#[must_use]
pub fn answer_words(hall: &Hall, answer: &Answer, lead: &str) -> Phrase {
    match answer.given {
        Given::NotSure => return hall.phrase("not-sure"),
        Given::Skip => return hall.phrase("answer-skipped"),
        Given::Answer => {}
    }
    let mut parts: Vec<String> =
        answer.tiles.iter().map(|tile| hall.phrase_for(&answer.ask.tile_key(tile), lead).shown).collect();
    if let Some(day) = answer.day {
        parts = vec![hall.words.day(day).shown];
    }
    if answer.ask == Ask::B1Letters && hall.names_hidden {
        return hall.phrase("names-letters");
    }
    parts.extend(answer.words.iter().filter(|words| !words.trim().is_empty()).cloned());
    if parts.is_empty() && answer.clip.is_some() {
        return hall.phrase("answer-voice");
    }
    let full_stop = |part: String| if part.ends_with(['.', '?', '!']) { part } else { format!("{part}.") };
    let single = parts.len() == 1;
    let words: Vec<_> = parts.into_iter().map(|part| if single { part } else { full_stop(part) }).collect();
    Phrase::own(words.join(" "))
}

/// The pictures of what was picked.
#[must_use]
pub fn answer_pictures(hall: &Hall, answer: &Answer) -> Vec<String> {
    answer.tiles.iter().filter_map(|tile| hall.phrase(&answer.ask.tile_key(tile)).picture).collect()
}
