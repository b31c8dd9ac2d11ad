//! How a person comes in without a memory test: the ways to choose from, and how long to wait after mistakes.
//!
//! WCAG 2.2 SC 3.3.8: a way that needs no memory stands beside each one that does. A helper can always let a
//! person in.
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// How a person comes in on this computer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Way {
    /// Presses their photo, and this computer knows them.
    Photo,
    /// Finds their own pictures among others, in any order.
    Mine {
        /// The pictures that are shown, always the same ones.
        shown: Vec<String>,
        /// How many are theirs.
        count: u8,
    },
    /// Presses pictures in order.
    InOrder {
        /// The pictures that are shown, always the same ones.
        shown: Vec<String>,
        /// How many are pressed.
        count: u8,
    },
    /// Types a word.
    Word,
    /// Somebody who helps lets them in each time.
    Helper,
}

/// How many pictures are shown, and how many of them are a person's own. 3 of 12 are 220 choices without order, 4
/// of 12 in order 11,880: they keep colleagues out, together with the wait after mistakes. A thief has to open the
/// password keeper of the computer first.
pub const SHOWN: usize = 12;
/// How many pictures are a person's own.
pub const MINE: u8 = 3;
/// How many pictures are pressed in order.
pub const IN_ORDER: u8 = 4;
/// The fewest letters of a word.
pub const WORD: usize = 4;

/// What a person chose at the door.
#[derive(Clone, PartialEq, Eq)]
pub enum Chosen {
    /// Nothing but their photo.
    Nothing,
    /// These pictures, in any order.
    Mine(Vec<String>),
    /// These pictures, in this order.
    InOrder(Vec<String>),
    /// A word.
    Word(String),
}

// What a person chose must not come into a message by chance.
impl std::fmt::Debug for Chosen {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Chosen")
    }
}

impl Chosen {
    /// A word as it was typed: capitals and spaces do not matter.
    #[must_use]
    pub fn word(typed: &str) -> Self {
        Self::Word(typed.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
    }

    /// What is made into a key. `None` where nothing was chosen. It is wiped when it is let go.
    #[must_use]
    pub fn secret(&self) -> Option<Zeroizing<String>> {
        let secret = match self {
            Self::Nothing => return None,
            Self::Mine(pictures) => {
                let mut sorted = pictures.clone();
                sorted.sort_unstable();
                format!("mine\n{}", sorted.join("\n"))
            }
            Self::InOrder(pictures) => format!("in order\n{}", pictures.join("\n")),
            Self::Word(word) => format!("word\n{word}"),
        };
        Some(Zeroizing::new(secret))
    }
}

/// Mistakes in a row that cost nothing.
pub const FREE_TRIES: u32 = 5;

/// How many seconds to wait after so many mistakes in a row: 30, then 1, 2, 5 minutes, and never for ever.
#[must_use]
pub fn wait_after(mistakes: u32) -> u32 {
    match mistakes.saturating_sub(FREE_TRIES - 1) {
        0 => 0,
        1 => 30,
        2 => 60,
        3 => 120,
        _ => 300,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_need_no_order_unless_the_person_wants_one() {
        let pictures = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let (one, other) = (pictures(&["bus", "tea", "cat"]), pictures(&["cat", "bus", "tea"]));
        assert_eq!(Chosen::Mine(one.clone()).secret(), Chosen::Mine(other.clone()).secret());
        assert_ne!(Chosen::InOrder(one.clone()).secret(), Chosen::InOrder(other).secret());
        assert_ne!(Chosen::InOrder(one.clone()).secret(), Chosen::Mine(one).secret());
        assert_eq!(Chosen::word("  Big  Red Bus "), Chosen::Word("big red bus".to_owned()));
    }

    #[test]
    fn five_mistakes_cost_nothing_and_no_wait_is_longer_than_five_minutes() {
        let waits: Vec<_> = (0..11).map(wait_after).collect();
        assert_eq!(waits, [0, 0, 0, 0, 0, 30, 60, 120, 300, 300, 300]);
        assert_eq!(wait_after(u32::MAX), 300);
    }
}
