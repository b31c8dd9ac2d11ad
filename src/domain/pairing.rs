//! Four pictures and four words that two people compare when a computer joins a team.
//!
//! Both computers work them out by themselves. They are the same only if both mean the same team and the same new
//! computer. Each is one of 32: together 40 bits, and every guess is slow.

/// How many pictures there are, and how many words.
pub const EACH: usize = 4;
/// Out of so many each is taken.
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
    /// How many bytes it is made of.
    pub const BYTES: usize = 2 * EACH * 5 / 8;

    /// Five bits for each.
    #[must_use]
    pub fn of(bytes: [u8; Self::BYTES]) -> Self {
        let all = bytes.iter().fold(0_u64, |all, byte| (all << 8) | u64::from(*byte));
        let at = |place: usize| (all >> (5 * place)) as usize % OF;
        Self { pictures: std::array::from_fn(at), words: std::array::from_fn(|place| at(EACH + place)) }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_bit_changes_one_of_them() {
        let zero = [0; Pair::BYTES];
        let mut seen = HashSet::from([Pair::of(zero)]);
        for bit in 0..Pair::BYTES * 8 {
            let mut bytes = zero;
            bytes[bit / 8] ^= 1 << (bit % 8);
            let pair = Pair::of(bytes);
            let changed = pair.pictures.iter().chain(&pair.words).filter(|place| **place != 0).count();
            assert_eq!(changed, 1, "bit {bit}");
            assert!(seen.insert(pair), "bit {bit}");
        }
    }
}
