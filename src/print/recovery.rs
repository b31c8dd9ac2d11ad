//! The recovery sheet: the team's recovery key on paper, and what to do with it.
use age::secrecy::SecretString;
use jiff::civil::Date;

use super::{Block, Fact, Mark, Paper, Point};
use crate::domain::recovery;
use crate::words::Words;

/// The recovery sheet of a team, as it is made on this day. `None` if this is no age secret key.
///
/// It is two pages, so one sheet of paper: the key, and how to use it. The PDF holds the key in the open, so it is made to be printed and
/// then to be forgotten.
#[must_use]
pub fn sheet(words: &Words, team: &str, made: Date, key: &SecretString) -> Option<Paper> {
    let heading = |key| Block::Heading(words.shown(key));
    let text = |key| Block::Words(words.shown(key));
    let pictured = |mark, keys: &[&str]| {
        let point = |key: &&str| Point::of(words, words.phrase(key));
        Block::List(mark, keys.iter().map(point).collect())
    };
    let fact = |label, value: Option<&str>| Fact { label: words.shown(label), value: value.map(str::to_owned) };
    let made = words.day_of_year(made).shown;
    Some(Paper {
        title: words.shown("recovery"),
        blocks: vec![
            text("recovery-what"),
            Block::Facts(vec![
                fact("recovery-team", Some(team)),
                fact("recovery-made", Some(&made)),
                fact("recovery-kept-in", None),
            ]),
            heading("recovery-key"),
            Block::Letters(recovery::lines(key)?),
            text("recovery-key-letters"),
            heading("recovery-keep"),
            pictured(Mark::None, &["recovery-keep-copies", "recovery-keep-secret"]),
            Block::NewPage,
            heading("recovery-use"),
            pictured(
                Mark::Number,
                &["recovery-use-who", "recovery-use-open", "recovery-use-type", "recovery-use-back"],
            ),
            heading("recovery-lost"),
            pictured(Mark::None, &["recovery-lost-now", "recovery-lost-new"]),
            heading("recovery-gone"),
            Block::Words(words.phrase_with("recovery-gone-words", [("begins", recovery::BEGINS.into())]).shown),
        ],
    })
}
