//! A document among all: the hash that stands for its name, its newest state, and others that nothing follows.
use super::kept::Kept;
use crate::domain::record::Record;
use crate::store::listing::Name;
use crate::store::revision::Revision;

/// Stands for a name: of a document, or of a list.
pub type Key = [u8; 16];

/// What stands for this name.
#[must_use]
pub fn key(name: &str) -> Key {
    let hash = blake3::hash(name.as_bytes());
    let mut key = Key::default();
    key.iter_mut().zip(hash.as_bytes()).for_each(|(byte, of_hash)| *byte = *of_hash);
    key
}

/// Stands for no file, no document, no list.
pub const NONE: u32 = u32::MAX;

/// A state of a document, as it was read from its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The file, by its number among the files.
    pub file: u32,
    /// The document.
    pub document: Key,
    /// The list that it is looked up in.
    pub list: Key,
    /// Its place in the order of everything.
    pub lamport: u64,
    /// The files of those that it follows.
    pub parents: Box<[Name]>,
    /// Whether this program may save a newer state of it.
    pub known_schema: bool,
    /// Where what stays at hand of it begins in the heap, and how long it is.
    pub kept: (u32, u32),
}

/// A state that nothing follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its file. `NONE`: only a newer program's states are there.
    pub file: u32,
    /// Its place in the order of everything.
    pub lamport: u64,
    /// Where what stays at hand of it begins in the heap, and how long it is.
    pub kept: (u32, u32),
    /// Whether this program may save a newer state of it.
    pub known_schema: bool,
}

impl Head {
    /// No state at all.
    pub const NO: Self = Self { file: NONE, lamport: 0, kept: (0, 0), known_schema: true };
}

/// A document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What stands for its name.
    pub key: Key,
    /// The list that it is in, by its number.
    pub list: u32,
    /// Its newest state.
    pub newest: Head,
    /// Other states that nothing follows, the newest last.
    pub others: Box<[Head]>,
    /// Whether a newer program has written a state of it: it is only read.
    pub newer: bool,
}

impl Document {
    /// A document without a state.
    #[must_use]
    pub fn new(key: Key) -> Self {
        Self { key, list: NONE, newest: Head::NO, others: Box::default(), newer: false }
    }

    /// All states that nothing follows, the newest last.
    pub fn heads(&self) -> impl Iterator<Item = Head> {
        self.others.iter().copied().chain([self.newest]).filter(|head| head.file != NONE)
    }
}

/// What is known of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Known {
    /// What stays at hand of it, and the file that it lies in.
    Kept(Kept, u32),
    /// It waits to be saved.
    Waits(Record),
}

/// The names of the files that a revision follows.
#[must_use]
pub fn parents(revision: &Revision) -> Box<[Name]> {
    revision.parents.iter().filter_map(|parent| Name::read(parent)).map(|(name, _)| name).collect()
}
