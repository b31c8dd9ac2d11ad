//! The log of who looked at what, on the disk: written as things are done, read by supervisors only.
//!
//! This computer cannot read its own log back. So what the next entry must know of the last one lies beside the
//! vault, in `log.end`, together with the sealed last entry itself: it is written before that entry has its place,
//! and if the power goes between, the entry is put in its place when the folder is next opened.
use std::path::{Path, PathBuf};

use futures::channel::oneshot;
use serde::{Deserialize, Serialize};

use super::disk::{self, Disk};
use super::folder::{Folder, Place};
use super::intake::Intake;
use super::revision::Read;
use super::{Inner, Session, locked, seal};
use crate::devices::Work;
use crate::domain::audit::{self, Did, Doing, End, Entry, Flaw};
use crate::domain::person::PersonId;
use crate::domain::record::Record;
use crate::domain::space::Space;
use crate::problem::Problem;

/// What is done and could not be written down yet, and where the chain of this computer ends.
#[derive(Debug, Default)]
pub struct Log {
    last: Option<Last>,
    waiting: Vec<Doing>,
}

/// The last entry of this computer.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Last {
    end: End,
    sealed: Vec<u8>,
    /// The month of its folder: year and month.
    day: jiff::civil::Date,
}

/// The log as a supervisor sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The entries, the newest first.
    pub entries: Vec<Entry>,
    /// Whether all of it is there as it was written.
    pub whole: Result<(), Flaw>,
}

/// The length in bytes of the BLAKE3 hash that `log.end` begins with: a torn file does not agree with it.
const HASH: usize = 32;

fn file(root: &Path) -> PathBuf {
    root.join("log.end")
}

impl Last {
    /// `None` when there is none, or when it is not as it was written: then a new chain begins.
    fn read(disk: &dyn Disk, root: &Path) -> Option<Self> {
        let bytes = disk.read(&file(root)).ok()?;
        let (hash, rest) = bytes.split_at_checked(HASH)?;
        if blake3::hash(rest).as_bytes() != hash {
            return None;
        }
        postcard::from_bytes(rest).ok()
    }

    fn write(&self, folder: &Folder) -> Result<(), Problem> {
        let rest = postcard::to_stdvec(self).map_err(|_| Problem::CannotWrite)?;
        let bytes = [blake3::hash(&rest).as_bytes().as_slice(), &rest].concat();
        disk::write_whole(folder.disk.as_ref(), (&folder.new_aside(), &file(&folder.root)), &bytes)
            .map_err(|error| Problem::of_writing(&error))
    }

    /// Whether its file has its place among those of the vault.
    fn is_in_place(&self, folder: &Folder) -> bool {
        folder.has_written(self.day, &self.sealed)
    }
}

impl Log {
    /// Opens the log of this computer, and puts its last entry in its place if the power went before it had it.
    pub fn open(folder: &Folder) -> Self {
        let last = Last::read(folder.disk.as_ref(), &folder.root);
        if let Some(last) = &last
            && !last.is_in_place(folder)
        {
            // Without room it is tried again the next time, and until then the log says that one is missing.
            let _ = folder.write(Place::Revision, last.day, &last.sealed);
        }
        Self { last, waiting: Vec::new() }
    }
}

impl Inner {
    /// Writes down what somebody did. What cannot be written now is written before the next.
    pub(super) fn note_down(&self, doing: Doing) {
        let mut log = locked(&self.log);
        log.waiting.push(doing);
        while let Some(doing) = log.waiting.first().cloned() {
            let begun = match &log.last {
                Some(_) => Ok(()),
                None => {
                    let first = Entry::first(seal::random_name(), doing.at);
                    self.add(&mut log, first)
                }
            };
            let added = begun.and_then(|()| match log.last.as_ref().map(|last| Entry::after(&last.end, doing)) {
                Some(entry) => self.add(&mut log, entry),
                None => Ok(()),
            });
            if added.is_err() {
                return;
            }
            let _ = log.waiting.remove(0);
        }
    }

    fn add(&self, log: &mut Log, entry: Entry) -> Result<(), Problem> {
        let (end, day) = (entry.end(), entry.at.date());
        let document = format!("step/{}", seal::random_name());
        // The computer signs, whoever did it: it writes also when nobody is in.
        let computer = locked(&self.keys).computer.identity.clone();
        let (_, sealed) = self.sealed(&Record::Audit(entry), (document, Vec::new()), (None, &computer))?;
        let last = Last { end, sealed, day };
        last.write(&self.folder)?;
        let placed = self.folder.write(Place::Revision, day, &last.sealed);
        if placed.is_err() {
            // The chain goes on from the entry that has its place.
            if let Some(before) = &log.last {
                let _ = before.write(&self.folder);
            } else {
                let _ = self.folder.disk.remove(&file(&self.folder.root));
            }
        }
        let _ = placed?;
        log.last = Some(last);
        Ok(())
    }
}

impl Session {
    /// Writes down in the log what this person did to a document, and whose document it is.
    pub fn note_down(&self, did: Did, document: Option<String>, whose: Option<PersonId>) {
        let at = self.store.inner.clock.now();
        let doing = Doing { at, by: self.me.clone(), did, document, whose };
        // Nobody waits for it.
        let (answer, _) = oneshot::channel();
        let _ = self.send(self.job(Vec::new(), Some(doing), answer));
    }

    /// Reads the whole log.
    pub fn log(&self) -> Work<Result<Kept, Problem>> {
        let session = self.clone();
        let read = tokio::task::spawn_blocking(move || session.log_now());
        Box::pin(async move { read.await.unwrap_or(Err(Problem::CannotRead)) })
    }

    /// Reads the whole log, and waits for the disk.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] for who may not read it; [`Problem::CannotRead`].
    pub fn log_now(&self) -> Result<Kept, Problem> {
        // Earlier keys too: each time that somebody leaves who could read it, the log goes on under a new one.
        let keys: Vec<_> = self.keys.iter().filter(|(space, _)| *space == Space::Audit).cloned().collect();
        if keys.is_empty() {
            return Err(Problem::NotAllowed);
        }
        // Nothing is added while it is read: an entry that comes later is not one that is missing.
        let log = locked(&self.store.inner.log);
        let writers = locked(&self.store.inner.keys).writers();
        let intake = Intake { folder: &self.store.inner.folder, keys: &keys, writers: &writers };
        let lines = intake.all()?.filter_map(|(_, read, _)| match read {
            Read::Known(revision) => match revision.body {
                Record::Audit(entry) => Some(entry),
                _ => None,
            },
            Read::Newer(_) => None,
        });
        let mut entries: Vec<_> = lines.collect();
        let whole = audit::check(&entries, log.last.as_ref().map(|last| &last.end));
        drop(log);
        audit::newest_first(&mut entries);
        Ok(Kept { entries, whole })
    }
}
