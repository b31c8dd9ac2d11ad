//! The newest revision of every document that a person may read, held in memory while they are signed in.
use std::collections::{BTreeMap, HashMap};

use super::revision::Revision;
use crate::domain::record::Record;

/// One revision and the file that it lies in.
#[derive(Debug, Clone)]
struct Head {
    file: String,
    lamport: u64,
    record: Record,
    /// Whether this program may save a newer state of it.
    known_schema: bool,
}

/// The documents.
#[derive(Debug, Default)]
pub struct Catalogue {
    heads: HashMap<String, Vec<Head>>,
    /// What could not be saved yet, by document.
    unsaved: BTreeMap<String, Record>,
}

impl Catalogue {
    /// Takes in a revision that lies in this file. Those that it follows must have been taken in before.
    pub fn take_in(&mut self, revision: Revision, file: String) {
        let heads = self.heads.entry(revision.doc).or_default();
        heads.retain(|head| !revision.parents.contains(&head.file));
        heads.push(Head {
            file,
            lamport: revision.lamport,
            record: revision.body,
            known_schema: revision.schema <= super::revision::SCHEMA,
        });
    }

    /// Takes in a state that is not on the disk yet.
    pub fn take_unsaved(&mut self, document: &str, record: Record) {
        let _ = self.unsaved.insert(document.to_owned(), record);
    }

    /// A state has reached the disk. Where a newer one waits, that one goes on waiting.
    pub fn saved(&mut self, document: &str, record: &Record) {
        if self.unsaved.get(document) == Some(record) {
            let _ = self.unsaved.remove(document);
        }
    }

    /// What could not be saved yet.
    #[must_use]
    pub fn unsaved(&self) -> Vec<Record> {
        self.unsaved.values().cloned().collect()
    }

    /// The files that a new revision of a document follows. `None`: a newer program wrote it, so it is only read.
    #[must_use]
    pub fn parents(&self, document: &str) -> Option<Vec<String>> {
        let heads = self.heads.get(document).map(Vec::as_slice).unwrap_or_default();
        heads.iter().map(|head| head.known_schema.then(|| head.file.clone())).collect()
    }

    /// The newest state of a document.
    #[must_use]
    pub fn newest(&self, document: &str) -> Option<&Record> {
        self.unsaved.get(document).or_else(|| Some(&self.heads.get(document)?.last()?.record))
    }

    /// The newest state of every document, in the order in which they were saved.
    #[must_use]
    pub fn all(&self) -> Vec<&Record> {
        let mut saved: Vec<_> = self
            .heads
            .iter()
            .filter(|(document, _)| !self.unsaved.contains_key(*document))
            .filter_map(|(_, heads)| heads.last())
            .collect();
        saved.sort_by_key(|head| head.lamport);
        saved.into_iter().map(|head| &head.record).chain(self.unsaved.values()).collect()
    }
}
