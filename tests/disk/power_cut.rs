//! What is left on a disk when its power is cut: sectors and names that were not flushed are kept, lost or spoilt.
//!
//! A flushed file keeps its bytes, a flushed folder its names. Nothing else is sure: each sector of 512 bytes
//! that was not flushed, also one that shares flushed bytes, is as it was, new, zero or junk; the length of a file
//! is any between the flushed and the written one; each new, moved or removed name is kept or lost, in order or not.
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::simulated::{Contents, Step};

/// The bytes that a disk writes whole or not at all, unless it spoils them.
const SECTOR: usize = 512;

/// Chance that can be had again: SplitMix64 (Steele, Lea and Flood 2014).
pub struct Chance(u64);

impl Chance {
    /// The chance of this seed.
    pub fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// Any number.
    pub fn any(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below this.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.any() % end.max(1) as u64).expect("it is below a usize")
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 0
    }
}

/// How kind the disk is to what was not flushed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Luck {
    /// All of it is lost.
    Lost,
    /// All of it is kept.
    Kept,
    /// As chance will have it, by this seed.
    Chance(u64),
}

impl Luck {
    /// The worst, the best, and this many seeds.
    pub fn all(seeds: u64) -> impl Iterator<Item = Self> {
        [Self::Lost, Self::Kept].into_iter().chain((0..seeds).map(Self::Chance))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Entry {
    Folder,
    File(usize),
}

/// A change of names that was not flushed.
#[derive(Clone)]
enum Change {
    Add { name: PathBuf, entry: Entry },
    Move { from: PathBuf, to: PathBuf, entry: Entry },
    Gone { name: PathBuf, entry: Entry },
}

impl Change {
    /// The folder that must be flushed for it.
    fn folder(&self) -> Option<&Path> {
        match self {
            Self::Add { name, .. } | Self::Move { to: name, .. } | Self::Gone { name, .. } => name.parent(),
        }
    }
}

#[derive(Default)]
struct File {
    flushed: Vec<u8>,
    written: Vec<u8>,
}

/// The disk's own view: what is sure, and what is not yet.
struct Platters {
    sure: BTreeMap<PathBuf, Entry>,
    seen: BTreeMap<PathBuf, Entry>,
    unsure: Vec<Change>,
    files: Vec<File>,
}

/// What is left when the power is cut after these steps on a disk with this start.
pub fn left(start: &Contents, steps: &[Step], luck: Luck) -> Contents {
    let mut platters = Platters::new(start);
    steps.iter().for_each(|step| platters.take(step));
    let mut chance = Chance::of(match luck {
        Luck::Chance(seed) => seed.wrapping_mul(0x5851_F42D_4C95_7F2D) ^ steps.len() as u64,
        _ => 0,
    });
    platters.names_left(luck, &mut chance);
    platters.contents_left(luck, &mut chance)
}

impl Platters {
    fn new(start: &Contents) -> Self {
        let mut files = Vec::new();
        let mut sure = BTreeMap::from([(PathBuf::new(), Entry::Folder)]);
        for (name, what) in start {
            let entry = what.as_ref().map_or(Entry::Folder, |bytes| {
                files.push(File { flushed: bytes.clone(), written: bytes.clone() });
                Entry::File(files.len() - 1)
            });
            let _ = sure.insert(name.clone(), entry);
        }
        Self { seen: sure.clone(), sure, unsure: Vec::new(), files }
    }

    fn take(&mut self, step: &Step) {
        match step {
            Step::Create { name, file } => {
                self.files.push(File::default());
                assert_eq!(*file, self.files.len() - 1, "files are counted alike");
                self.add(name, Entry::File(*file));
            }
            Step::MakeFolder { name } => self.add(name, Entry::Folder),
            Step::Write { file, bytes } => self.files[*file].written.extend(bytes),
            Step::Flush { file } => {
                let file = &mut self.files[*file];
                file.flushed = file.written.clone();
            }
            Step::Rename { from, to } => {
                if let Some(entry) = self.seen.remove(from) {
                    let _ = self.seen.insert(to.clone(), entry);
                    self.unsure.push(Change::Move { from: from.clone(), to: to.clone(), entry });
                }
            }
            Step::Remove { name } => {
                if let Some(entry) = self.seen.remove(name) {
                    self.unsure.push(Change::Gone { name: name.clone(), entry });
                }
            }
            Step::FlushFolder { name } => self.flush(name),
        }
    }

    fn add(&mut self, name: &Path, entry: Entry) {
        let _ = self.seen.insert(name.to_owned(), entry);
        self.unsure.push(Change::Add { name: name.to_owned(), entry });
    }

    fn flush(&mut self, folder: &Path) {
        let (now, later): (Vec<_>, _) =
            std::mem::take(&mut self.unsure).into_iter().partition(|change| change.folder() == Some(folder));
        self.unsure = later;
        for change in now {
            self.make_sure(&change);
            // The old name lies in a folder that was not flushed: it may come back beside the new one.
            if let Change::Move { from, entry, .. } = change
                && from.parent() != Some(folder)
            {
                self.unsure.push(Change::Gone { name: from, entry });
            }
        }
    }

    fn make_sure(&mut self, change: &Change) {
        let mut forget = |name: &PathBuf, entry: Entry| {
            if self.sure.get(name) == Some(&entry) {
                let _ = self.sure.remove(name);
            }
        };
        match change {
            Change::Add { name, entry } => drop(self.sure.insert(name.clone(), *entry)),
            Change::Gone { name, entry } => forget(name, *entry),
            Change::Move { from, to, entry } => {
                // The old name stays where only the folder of the new one was flushed.
                if from.parent() == to.parent() {
                    forget(from, *entry);
                }
                let _ = self.sure.insert(to.clone(), *entry);
            }
        }
    }

    /// Keeps some of the names that were not flushed.
    fn names_left(&mut self, luck: Luck, chance: &mut Chance) {
        let unsure = std::mem::take(&mut self.unsure);
        let in_order = chance.coin();
        let first = chance.below(unsure.len() + 1);
        for (number, change) in unsure.iter().enumerate() {
            let kept = match luck {
                Luck::Lost => false,
                Luck::Kept => true,
                Luck::Chance(_) if in_order => number < first,
                Luck::Chance(_) => chance.coin(),
            };
            if kept {
                self.make_sure(change);
                if let Change::Move { from, entry, .. } = change
                    && (luck == Luck::Kept || chance.coin())
                {
                    self.make_sure(&Change::Gone { name: from.clone(), entry: *entry });
                }
            }
        }
    }

    /// What has a name, and folders above it that have one too.
    fn contents_left(&self, luck: Luck, chance: &mut Chance) -> Contents {
        let mut left = Contents::new();
        for (name, entry) in &self.sure {
            let above = name.parent();
            let reached = above.is_some_and(|folder| folder.as_os_str().is_empty() || left.contains_key(folder));
            if !reached {
                continue;
            }
            let what = match entry {
                Entry::Folder => None,
                Entry::File(file) => Some(self.files[*file].left(luck, chance)),
            };
            let _ = left.insert(name.clone(), what);
        }
        left
    }
}

impl File {
    fn left(&self, luck: Luck, chance: &mut Chance) -> Vec<u8> {
        match luck {
            _ if self.flushed == self.written => self.written.clone(),
            Luck::Lost => self.flushed.clone(),
            Luck::Kept => self.written.clone(),
            Luck::Chance(_) => self.spoilt(chance),
        }
    }

    fn spoilt(&self, chance: &mut Chance) -> Vec<u8> {
        let mut left = self.written.clone();
        for begin in (0..left.len()).step_by(SECTOR) {
            let end = (begin + SECTOR).min(left.len());
            if end <= self.flushed.len() {
                continue;
            }
            let sector = &mut left[begin..end];
            match chance.below(4) {
                0 => {}
                1 => sector.fill(0),
                2 => sector.iter_mut().for_each(|byte| *byte = chance.any() as u8),
                _ => {
                    let old = self.flushed.get(begin..).unwrap_or_default();
                    sector.fill(0);
                    sector[..old.len()].copy_from_slice(old);
                }
            }
        }
        let length = self.flushed.len() + chance.below(left.len() - self.flushed.len() + 1);
        left.truncate(if chance.coin() { length } else { left.len() });
        left
    }
}
