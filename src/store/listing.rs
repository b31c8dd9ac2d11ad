//! The names of files, small enough to have all of them at hand: a folder of a month, a number and a hash.
use std::fmt;

use serde::{Deserialize, Serialize};

/// A folder in which files of one month lie.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Month {
    /// The name of the computer that wrote them.
    pub device: String,
    /// The name of the month.
    pub month: String,
}

/// What stands in the name of a file: its number, and the beginning of the hash of what is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name {
    /// Its number.
    pub number: u32,
    /// The first 64 bits of the hash.
    pub hash: u64,
}

/// Numbers of files stay below: a thousand million files are more than anybody writes.
const MOST_NUMBER: u32 = 1_000_000_000;

impl Name {
    /// The number and the hash in a file's name, and what the name ends with. `None` for any name that does not have
    /// just this form: other programs leave files of their own in folders.
    #[must_use]
    pub fn read(name: &str) -> Option<(Self, &str)> {
        let (stem, extension) = name.split_once('.')?;
        let (number, hash) = stem.split_once('-')?;
        let right = number.len() == 10
            && number.bytes().all(|digit| digit.is_ascii_digit())
            && hash.len() == 16
            && hash.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
            && matches!(extension, "rev" | "aud" | "key");
        if !right {
            return None;
        }
        // A number that leaves no room for the next one with ten digits is none of ours.
        let number = number.parse().ok().filter(|number| *number < MOST_NUMBER)?;
        Some((Self { number, hash: u64::from_str_radix(hash, 16).ok()? }, extension))
    }
}

/// Without what it ends with.
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:010}-{:016x}", self.number, self.hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_just_this_form_are_read() {
        let check = |name: &str, expected: bool| assert_eq!(Name::read(name).is_some(), expected, "{name}");
        check("0000000001-0123456789abcdef.rev", true);
        check("0000000001-0123456789abcdef.aud", true);
        check("0999999999-0123456789abcdef.key", true);
        check("1000000000-0123456789abcdef.key", false);
        check("+000000001-0123456789abcdef.rev", false);
        check("0000000001-0123456789ABCDEF.rev", false);
        check("0000000001-+123456789abcdef.rev", false);
        check(".syncthing.0000000001-0123456789abcdef.rev.tmp", false);
        check("0000000001-0123456789abcdef (conflict).rev", false);
        check("1-0123456789abcdef.rev", false);
    }

    #[test]
    fn a_name_comes_back_from_what_it_is_written_as() {
        let name = Name { number: 7, hash: 0x0123_4567_89ab_cdef };
        assert_eq!(Name::read(&format!("{name}.rev")), Some((name, "rev")));
    }
}
