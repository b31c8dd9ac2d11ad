//! Rows of unequal length in one flat list: how the timetable keeps millions of small lists in few.
use serde::{Deserialize, Serialize};

use super::packed::{self, Packed};

/// Rows of values, one behind the other. A row is known by its number, from 0.
///
/// A list of lists would cost an allocation and 24 bytes a row; this costs 4 bytes a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound = "T: Packed")]
pub struct Rows<T> {
    #[serde(with = "packed")]
    values: Vec<T>,
    #[serde(with = "packed")]
    ends: Vec<u32>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { values: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Rows<T> {
    /// Adds a row at the end. Gives its number, or none when 2^32 values are reached.
    pub fn push(&mut self, row: impl IntoIterator<Item = T>) -> Option<u32> {
        let number = u32::try_from(self.ends.len()).ok()?;
        self.values.extend(row);
        self.ends.push(u32::try_from(self.values.len()).ok()?);
        Some(number)
    }

    /// The row of this number; empty where there is none.
    #[must_use]
    pub fn row(&self, number: u32) -> &[T] {
        let end = self.ends.get(number as usize).copied().unwrap_or(0);
        let start = self.start(number);
        self.values.get(start as usize..end as usize).unwrap_or_default()
    }

    /// Where the row of this number begins in [`Rows::values`].
    #[must_use]
    pub fn start(&self, number: u32) -> u32 {
        match number {
            0 => 0,
            _ => self.ends.get(number as usize - 1).copied().unwrap_or(0),
        }
    }

    /// All values of all rows, one row behind the other.
    #[must_use]
    pub fn values(&self) -> &[T] {
        &self.values
    }

    /// How many rows there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no row.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All rows, in order.
    pub fn iter(&self) -> impl Iterator<Item = &[T]> {
        (0..self.ends.len() as u32).map(|number| self.row(number))
    }

    /// Whether every row lies within the values and no value lies outside the rows.
    #[must_use]
    pub fn are_sound(&self) -> bool {
        self.ends.is_sorted() && self.ends.last().copied().unwrap_or(0) as usize == self.values.len()
    }
}

/// Texts kept in one flat list. A text is known by its number, from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts(Rows<u8>);

impl Texts {
    /// Adds a text at the end. Gives its number, or none when 4 GB are reached.
    pub fn push(&mut self, text: &str) -> Option<u32> {
        self.0.push(text.bytes())
    }

    /// The text of this number; empty where there is none.
    #[must_use]
    pub fn get(&self, number: u32) -> &str {
        std::str::from_utf8(self.0.row(number)).unwrap_or_default()
    }

    /// How many texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All texts, in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len() as u32).map(|number| self.get(number))
    }

    /// Whether every text lies within the list. See [`Rows::are_sound`].
    #[must_use]
    pub fn are_sound(&self) -> bool {
        self.0.are_sound()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_come_back_as_they_went_in() {
        let mut rows = Rows::default();
        assert_eq!(rows.push([1, 2]), Some(0));
        assert_eq!(rows.push([]), Some(1));
        assert_eq!(rows.push([3]), Some(2));
        assert_eq!(rows.iter().collect::<Vec<_>>(), [&[1, 2][..], &[], &[3]]);
        assert_eq!(rows.row(3), &[] as &[i32], "a row that is not there is empty");
        assert!(rows.are_sound());
    }

    #[test]
    fn a_torn_list_is_noticed() {
        let torn = Rows { values: vec![1], ends: vec![2] };
        assert!(!torn.are_sound());
        assert_eq!(torn.row(0), &[] as &[i32]);
    }
}
