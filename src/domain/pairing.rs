//! Four pictures and four words that two people compare when a computer joins a team.
//!
//! Both computers work them out by themselves. They are the same only if both mean the same team and the same new
//! computer. They are eight different ones of 32, in order: more than 400,000 million ways, and every guess is slow.

/// How many pictures there are, and how many words.
pub const EACH: usize = 4;
/// Out of so many they are taken.
pub const OF: usize = 32;

/// Which pictures and words: the places of each in a list that never changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pair {
    /// The pictures.
    pub pictures: [usize; EACH],
    /// The words.
    pub words: [usize; EACH],
}

impl Pair {
    /// How many bytes it is made of: so many that no one of them is likelier than another by more than nothing.
    pub const BYTES: usize = 16;

    /// Each is one of those that are left.
    #[must_use]
    pub fn of(bytes: [u8; Self::BYTES]) -> Self {
        let mut rest = u128::from_be_bytes(bytes);
        let mut left: Vec<usize> = (0..OF).collect();
        let mut next = || {
            let count = left.len() as u128;
            let place = (rest % count) as usize;
            rest /= count;
            left.swap_remove(place)
        };
        let pictures = std::array::from_fn(|_| next());
        Self { pictures, words: std::array::from_fn(|_| next()) }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn they_are_eight_different_ones(bytes: [u8; Pair::BYTES]) {
            let pair = Pair::of(bytes);
            let all: HashSet<_> = pair.pictures.iter().chain(&pair.words).collect();
            prop_assert_eq!(all.len(), 2 * EACH);
            prop_assert!(all.into_iter().all(|place| *place < OF));
        }
    }

    #[test]
    fn each_of_many_numbers_shows_another() {
        let seen: HashSet<_> = (0..50_000_u128).map(|number| Pair::of(number.to_be_bytes())).collect();
        assert_eq!(seen.len(), 50_000);
    }
}
