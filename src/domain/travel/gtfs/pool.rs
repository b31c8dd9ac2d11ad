//! Equal lists kept once: ids, stop lists, time profiles and sets of days while a feed is read.
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher, Hash};

use crate::domain::travel::rows::Rows;

/// Different lists, each known by a number from 0 in the order in which they came.
///
/// A map with a list for a key would cost two allocations each; this keeps all lists in one.
pub(super) struct Pool<T> {
    rows: Rows<T>,
    hashes: Vec<u32>,
    /// Numbers plus one at the places their hashes point to; 0 is an empty place. The length is a
    /// power of two and at least twice the number of rows.
    slots: Vec<u32>,
    // Random keys: a feed made to collide must not make the import crawl.
    hasher: RandomState,
}

impl<T: Copy + Eq + Hash> Pool<T> {
    pub fn new() -> Self {
        Self { rows: Rows::default(), hashes: Vec::new(), slots: vec![0; 64], hasher: RandomState::new() }
    }

    /// The number of this list, which is added if it is new. None when the pool is full.
    pub fn keep(&mut self, row: &[T]) -> Option<u32> {
        let hash = self.hash(row);
        let slot = match self.seek(row, hash) {
            Seek::Found(number) => return Some(number),
            Seek::Free(slot) => slot,
        };
        let number = self.rows.push(row.iter().copied())?;
        self.hashes.push(hash);
        self.slots[slot] = number + 1;
        if self.hashes.len() * 2 > self.slots.len() {
            self.grow();
        }
        Some(number)
    }

    /// The number of this list, if it is in the pool.
    pub fn find(&self, row: &[T]) -> Option<u32> {
        match self.seek(row, self.hash(row)) {
            Seek::Found(number) => Some(number),
            Seek::Free(_) => None,
        }
    }

    pub fn get(&self, number: u32) -> &[T] {
        self.rows.row(number)
    }

    pub fn len(&self) -> usize {
        self.rows.len()
    }

    pub fn rows(&self) -> &Rows<T> {
        &self.rows
    }

    fn hash(&self, row: &[T]) -> u32 {
        self.hasher.hash_one(row) as u32
    }

    fn seek(&self, row: &[T], hash: u32) -> Seek {
        let mask = self.slots.len() - 1;
        let mut slot = hash as usize & mask;
        while let Some(number) = self.slots[slot].checked_sub(1) {
            if self.hashes[number as usize] == hash && self.rows.row(number) == row {
                return Seek::Found(number);
            }
            slot = (slot + 1) & mask;
        }
        Seek::Free(slot)
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        let mut slots = vec![0; mask + 1];
        for (number, hash) in self.hashes.iter().enumerate() {
            let mut slot = *hash as usize & mask;
            while slots[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number as u32 + 1;
        }
        self.slots = slots;
    }
}

enum Seek {
    Found(u32),
    Free(usize),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_lists_have_one_number() {
        let mut pool = Pool::new();
        for number in 0..1000_u32 {
            assert_eq!(pool.keep(&[number, number * 7]), Some(number));
        }
        for number in 0..1000 {
            assert_eq!(pool.keep(&[number, number * 7]), Some(number));
            assert_eq!(pool.find(&[number, number * 7]), Some(number));
        }
        assert_eq!(pool.find(&[1]), None);
        assert_eq!(pool.len(), 1000);
        assert_eq!(pool.get(3), [3, 21]);
    }
}
