//! Long lists of numbers as plain bytes, lowest byte first: a file of a hundred million of them opens at once.
//!
//! For `#[serde(with = "packed")]`. Written number by number, as `postcard` writes them, they take less room and ten
//! times as long to read.
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Error, Visitor};
use serde::{Deserializer, Serializer};

use super::calendar::DaySet;
use super::timetable::LineIndex;
use super::timetable::stops::StopIndex;

/// A value of a fixed number of bytes.
pub trait Packed: Copy {
    /// How many bytes it takes.
    const BYTES: usize;

    /// Adds its bytes.
    fn put(self, bytes: &mut Vec<u8>);

    /// The value of these bytes, of which there are [`BYTES`](Self::BYTES). Any bytes are a value: whether it leads
    /// anywhere is looked at afterwards.
    fn get(bytes: &[u8]) -> Self;
}

macro_rules! packed_numbers {
    ($($number:ty),*) => {$(
        impl Packed for $number {
            const BYTES: usize = size_of::<$number>();

            fn put(self, bytes: &mut Vec<u8>) {
                bytes.extend_from_slice(&self.to_le_bytes());
            }

            fn get(bytes: &[u8]) -> Self {
                bytes.first_chunk().map_or_else(Default::default, |bytes| <$number>::from_le_bytes(*bytes))
            }
        }
    )*};
}

packed_numbers!(u8, u16, u32, u64, f64);

/// A number by another name.
macro_rules! packed_by_number {
    ($($name:ty),*) => {$(
        impl Packed for $name {
            const BYTES: usize = u32::BYTES;

            fn put(self, bytes: &mut Vec<u8>) {
                self.0.put(bytes);
            }

            fn get(bytes: &[u8]) -> Self {
                Self(u32::get(bytes))
            }
        }
    )*};
}

packed_by_number!(DaySet, LineIndex, StopIndex);

/// So many values, one behind the other.
impl<T: Packed + Default, const N: usize> Packed for [T; N] {
    const BYTES: usize = N * T::BYTES;

    fn put(self, bytes: &mut Vec<u8>) {
        self.into_iter().for_each(|value| value.put(bytes));
    }

    fn get(bytes: &[u8]) -> Self {
        let mut values = [T::default(); N];
        values.iter_mut().zip(bytes.chunks_exact(T::BYTES)).for_each(|(value, bytes)| *value = T::get(bytes));
        values
    }
}

/// Two values, one behind the other.
impl<A: Packed, B: Packed> Packed for (A, B) {
    const BYTES: usize = A::BYTES + B::BYTES;

    fn put(self, bytes: &mut Vec<u8>) {
        self.0.put(bytes);
        self.1.put(bytes);
    }

    fn get(bytes: &[u8]) -> Self {
        let (one, other) = bytes.split_at_checked(A::BYTES).unwrap_or_default();
        (A::get(one), B::get(other))
    }
}

/// Writes a list.
///
/// # Errors
/// What the serializer says.
pub fn serialize<T: Packed, S: Serializer>(values: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    let mut bytes = Vec::with_capacity(values.len() * T::BYTES);
    values.iter().for_each(|value| value.put(&mut bytes));
    serializer.serialize_bytes(&bytes)
}

/// Reads a list.
///
/// # Errors
/// Where its bytes are no whole number of values.
pub fn deserialize<'de, T: Packed, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    deserializer.deserialize_bytes(Bytes(PhantomData))
}

struct Bytes<T>(PhantomData<T>);

impl<T: Packed> Visitor<'_> for Bytes<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "values of {} bytes", T::BYTES)
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<T>, E> {
        if !bytes.len().is_multiple_of(T::BYTES) {
            return Err(E::invalid_length(bytes.len(), &self));
        }
        Ok(bytes.chunks_exact(T::BYTES).map(T::get).collect())
    }
}

#[cfg(test)]
mod tests {
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Lists {
        #[serde(with = "super")]
        short: Vec<u16>,
        #[serde(with = "super")]
        pairs: Vec<(u32, u16)>,
    }

    #[test]
    fn lists_come_back_and_torn_ones_do_not() {
        let lists = Lists { short: vec![1, 513, u16::MAX], pairs: vec![(7, 8), (u32::MAX, 0)] };
        let bytes = postcard::to_allocvec(&lists).expect("it can be written");
        assert_eq!(bytes, [6, 1, 0, 1, 2, 255, 255, 12, 7, 0, 0, 0, 8, 0, 255, 255, 255, 255, 0, 0]);
        assert_eq!(postcard::from_bytes::<Lists>(&bytes), Ok(lists));
        assert!(postcard::from_bytes::<Lists>(&[3, 1, 0, 1, 0]).is_err(), "half a number");
    }
}
