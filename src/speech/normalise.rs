//! UK English text, made into what a voice should say: "Bus 142 at 14:05" has no word in it that an
//! engine can be trusted with.
//!
//! This is a matter of safety: engines drop what they do not know, and "9:20" was dropped by one
//! of ours. The rule, held by construction and by tests over any text: **no stretch of letters or
//! digits goes unspoken**; if nothing else fits, it is spelled. Letters of other scripts cannot be
//! said by an English voice and are counted in [`Spoken::unsaid`].
//!
//! The way of a text: `fold` (one plain alphabet) → `tokens` → `split` (sentences) →
//! `reading` (the rules, one file each) → joined here.
use std::ops::Range;

mod between;
mod clock;
mod codes;
mod counts;
mod dates;
mod emoji;
mod fold;
mod fractions;
mod known;
mod letters;
mod links;
mod measures;
mod money;
mod numbers;
mod phones;
mod postcodes;
mod reading;
pub mod say_like;
mod shortenings;
mod signs;
mod split;
mod tokens;

use fold::Folded;
use reading::Said;
use say_like::SayLike;
use tokens::{Token, Tokens};

/// A sentence: where it stands in the text, and what to say for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// Its bytes in the text, without the space around it.
    pub source: Range<usize>,
    /// What to say: ASCII words parted by single spaces, with `'` and `-` inside words, and the
    /// pauses `,` `;` `.` `!` `?`, ending in one of the last three. A capital standing alone is the
    /// letter's name. Empty when there is nothing to say, as for an unknown emoji.
    pub words: String,
    /// Which bytes of the text are said by which bytes of `words`, in order: what lights up.
    pub parts: Vec<Part>,
    /// How many letters and digits of the sentence cannot be said, being of another script.
    pub unsaid: usize,
}

/// A stretch of the text and its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its bytes in the text.
    pub source: Range<usize>,
    /// Its bytes in [`Spoken::words`].
    pub words: Range<usize>,
}

/// Makes the text sayable, sentence by sentence. Each line of the text is at least one sentence.
///
/// The sentences' ranges are in order, do not overlap, and hold all of the text but its spaces.
pub fn sentences(text: &str, say_like: &SayLike) -> Vec<Spoken> {
    let folded = Folded::of(text);
    let tokens = Tokens::of(&folded.text);
    let source = |range: Range<usize>| folded.source(tokens.place(range));
    split::sentences(&tokens.all)
        .into_iter()
        .map(|range| {
            let sentence = &tokens.all[range.clone()];
            let mut joined = Joined::default();
            for (stretch, said) in reading::read(sentence, say_like) {
                let stretch = range.start + stretch.start..range.start + stretch.end;
                joined.push(source(stretch), &said);
            }
            joined.end();
            Spoken {
                source: source(range),
                words: joined.words,
                parts: joined.parts,
                unsaid: sentence.iter().map(foreign).sum(),
            }
        })
        .collect()
}

fn foreign(token: &Token<'_>) -> usize {
    match token {
        Token::Foreign(count) => *count,
        _ => 0,
    }
}

/// The words so far, with never two pauses in a row and none at the start.
#[derive(Default)]
struct Joined {
    words: String,
    parts: Vec<Part>,
}

/// Pauses from the weakest to the strongest.
const PAUSES: [char; 5] = [',', ';', '.', '!', '?'];

impl Joined {
    fn push(&mut self, source: Range<usize>, said: &Said) {
        match said {
            Said::Nothing => {}
            Said::Pause(pause) => self.pause(*pause),
            Said::Words(words) if words.is_empty() => {}
            Said::Words(words) => {
                if !self.words.is_empty() {
                    self.words.push(' ');
                }
                let start = self.words.len();
                self.words.push_str(words);
                let words = start..self.words.len();
                self.parts.push(Part { source, words });
            }
        }
    }

    fn pause(&mut self, pause: char) {
        let strength = |pause: char| PAUSES.iter().position(|known| *known == pause);
        match self.words.chars().last() {
            None => {}
            Some(last) if strength(last) >= strength(pause) => {}
            Some(last) => {
                if strength(last).is_some() {
                    let _ = self.words.pop();
                }
                self.words.push(pause);
            }
        }
    }

    fn end(&mut self) {
        self.pause('.');
    }
}

#[cfg(test)]
mod tests;

/// The words of all sentences of a text: what tests look at.
#[cfg(test)]
fn words(text: &str) -> String {
    let said = sentences(text, &SayLike::default());
    let words: Vec<_> = said.iter().map(|spoken| spoken.words.as_str()).filter(|words| !words.is_empty()).collect();
    words.join(" ")
}

/// Checks a table of texts and the words they should become.
#[cfg(test)]
fn check<'a>(cases: impl IntoIterator<Item = &'a (&'a str, &'a str)>) {
    let wrong: Vec<_> = cases
        .into_iter()
        .map(|(text, expected)| (*text, *expected, words(text)))
        .filter(|(_, expected, said)| expected != said)
        .collect();
    assert!(wrong.is_empty(), "text, expected, said: {wrong:#?}");
}
