//! Large documents, opened from their files when somebody looks at them, and the few that were looked at last.
//!
//! What is opened is looked at as it was when it was taken in: its name against its bytes, its seal, its signature. If
//! it is broken now, that is told, and an older state is shown where there is one.
use std::collections::VecDeque;
use std::sync::Mutex;

use super::catalogue::document::{Known, key};
use super::catalogue::kept::Kept;
use super::intake::Intake;
use super::listing::Name;
use super::{Session, locked};
use crate::domain::record::Record;

/// As many large documents stay at hand.
const MOST: usize = 32;

/// Large documents that were looked at just now, by their files.
#[derive(Debug, Default)]
pub(super) struct Bodies(Mutex<VecDeque<(Name, Record)>>);

impl Bodies {
    fn get(&self, file: Name) -> Option<Record> {
        let mut bodies = locked(&self.0);
        let at = bodies.iter().position(|(name, _)| *name == file)?;
        let found = bodies.remove(at)?;
        let record = found.1.clone();
        bodies.push_back(found);
        Some(record)
    }

    /// Keeps what lies in a file at hand, and lets go of what was looked at longest ago.
    pub fn put(&self, file: Name, record: Record) {
        let mut bodies = locked(&self.0);
        bodies.push_back((file, record));
        while bodies.len() > MOST {
            let _ = bodies.pop_front();
        }
    }
}

impl Session {
    /// The newest state of a document that can be read.
    pub(super) fn whole(&self, document: &str) -> Option<Record> {
        loop {
            let known = locked(&self.catalogue).newest(document)?;
            let file = match known {
                Known::Waits(record) | Known::Kept(Kept::Whole(record), _) => return Some(record),
                Known::Kept(Kept::Brief(_) | Kept::InFile, file) => file,
            };
            if let Some(record) = self.body(file) {
                return Some(record);
            }
            // Each turn takes away one file, so that this comes to an end.
            self.is_broken(file);
        }
    }

    /// The whole document that lies in a file.
    pub(super) fn body(&self, file: u32) -> Option<Record> {
        let (month, name, document) = {
            let catalogue = locked(&self.catalogue);
            let (month, name) = catalogue.files.place(file)?;
            (month.clone(), name, catalogue.document_of(file)?.key)
        };
        if let Some(record) = self.bodies.get(name) {
            return Some(record);
        }
        let found = self.intake(|intake| intake.revision(&month, name))?;
        let record = Some(found).filter(|found| key(&found.doc) == document)?.body;
        self.bodies.put(name, record.clone());
        Some(record)
    }

    pub(super) fn intake<T>(&self, open: impl FnOnce(Intake<'_>) -> T) -> T {
        let writers = locked(&self.store.inner.keys).writers();
        open(Intake { folder: &self.store.inner.folder, keys: &self.keys, writers: &writers })
    }

    /// A file was whole when it was taken in, and cannot be read now: its document is read anew without it.
    pub(super) fn is_broken(&self, file: u32) {
        self.store.inner.folder.was_found_broken();
        self.intake(|intake| intake.leave_out(&mut locked(&self.catalogue), file));
    }
}
