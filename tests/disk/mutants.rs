//! Wrong ways to save: each stands before the simulated disk, and the power cuts must find what it loses.
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use alongside::store::disk::{Disk, Folders as _, Out};

use super::crash::{cut_after, told_on};
use super::recorded::{cut_while_speaking, speaks};
use super::simulated::{Asked, Contents, Simulated};
use super::vault::{Told, begun, holds};

/// A mistake that one could make in the way of saving.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mistake {
    /// Files are not flushed.
    NoFlush,
    /// Names in folders are not flushed.
    NoFolderFlush,
    /// New folders are not flushed.
    NoFlushOfNewFolders,
    /// A file is written under its own name, in place of what was there.
    InPlace,
    /// A file gets its name before it is flushed.
    NameBeforeFlush,
    /// A file is told to be written when it was not.
    HidesFailure,
    /// A journal is removed before its recording is on the disk.
    JournalGoesFirst,
}

/// A disk through which one mistake is made.
#[derive(Clone)]
struct Mistaken {
    disk: Simulated,
    mistake: Mistake,
}

impl Mistaken {
    fn makes(&self, mistake: Mistake) -> bool {
        self.mistake == mistake
    }
}

impl Disk for Mistaken {
    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        self.disk.read(file)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.disk.list(folder)
    }

    fn create(&self, file: &Path) -> io::Result<Box<dyn Out>> {
        Ok(Box::new(MistakenFile { mistake: self.mistake, out: self.disk.create(file)? }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        match self.mistake {
            Mistake::InPlace => {
                let bytes = self.disk.read(from)?;
                let _ = self.disk.remove(to);
                let mut out = self.disk.create(to)?;
                out.write(&bytes)?;
                out.flush()?;
                self.disk.remove(from)
            }
            Mistake::NameBeforeFlush => {
                self.disk.rename(from, to)?;
                self.disk.flush_folder(to.parent().unwrap_or(to))?;
                self.disk.flush_late(to)
            }
            Mistake::JournalGoesFirst if to.extension().is_some_and(|end| end == "aud") => {
                let journals = self.disk.root().join("recordings");
                for journal in self.disk.list(&journals)? {
                    self.disk.remove(&journal)?;
                }
                self.disk.flush_folder(&journals)?;
                self.disk.rename(from, to)
            }
            _ => self.disk.rename(from, to),
        }
    }

    fn remove(&self, file: &Path) -> io::Result<()> {
        match self.disk.remove(file) {
            // It has gone already.
            Err(error) if self.makes(Mistake::JournalGoesFirst) && error.kind() == ErrorKind::NotFound => Ok(()),
            done => done,
        }
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        if !self.makes(Mistake::NoFlushOfNewFolders) || self.disk.is_folder(folder) {
            return self.disk.make_folder(folder);
        }
        folder.parent().map_or(Ok(()), |above| self.make_folder(above))?;
        self.disk.make_one(folder)
    }

    fn flush_folder(&self, folder: &Path) -> io::Result<()> {
        if self.makes(Mistake::NoFolderFlush) { Ok(()) } else { self.disk.flush_folder(folder) }
    }
}

struct MistakenFile {
    mistake: Mistake,
    out: Box<dyn Out>,
}

impl Out for MistakenFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        let written = self.out.write(bytes);
        if self.mistake == Mistake::HidesFailure { Ok(()) } else { written }
    }

    fn flush(&mut self) -> io::Result<()> {
        if matches!(self.mistake, Mistake::NoFlush | Mistake::NameBeforeFlush) { Ok(()) } else { self.out.flush() }
    }
}

/// What the power cuts find wrong on a first day with this mistake.
fn found_on_a_first_day(mistake: Mistake) -> Result<usize, String> {
    let hides = mistake == Mistake::HidesFailure;
    let disk = Simulated::holding(if hides { begun() } else { Contents::new() });
    if hides {
        disk.has_trouble(|_, asked, _| matches!(asked, Asked::Write(_)).then_some(ErrorKind::StorageFull));
    }
    let (told, day) = told_on(&disk, |disk| Arc::new(Mistaken { disk, mistake }));
    assert_eq!(day, Ok(()), "{mistake:?} is not noticed without a power cut");
    disk.is_well();
    cut_after(&disk, (1, 4), |step, left| holds(left, &told.before(step)))
}

#[test]
fn the_power_cuts_find_every_mistake_in_saving() {
    for mistake in [
        Mistake::NoFlush,
        Mistake::NoFolderFlush,
        Mistake::NoFlushOfNewFolders,
        Mistake::InPlace,
        Mistake::NameBeforeFlush,
        Mistake::HidesFailure,
    ] {
        let found = found_on_a_first_day(mistake);
        assert!(found.is_err(), "{mistake:?} loses nothing in {found:?} folders");
    }
}

#[test]
fn the_power_cuts_find_a_journal_that_goes_before_its_recording_is_kept() {
    let disk = Simulated::holding(begun());
    let told = Told::on(&disk);
    let mistaken: Arc<dyn Disk> = Arc::new(Mistaken { disk: disk.clone(), mistake: Mistake::JournalGoesFirst });
    let whole = speaks(disk.root(), &mistaken, &told).expect("it is not noticed without a power cut");
    let found = cut_while_speaking(&disk, &told, &whole, 20);
    assert!(found.is_err(), "nothing is lost in {found:?} folders");
}
