//! The newest revision of every document that a person may read, held in memory while they are signed in.
use std::collections::{BTreeSet, HashMap, HashSet};

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
    /// The documents of each list, in the order in which they were saved: their place in it, and their name.
    lists: HashMap<String, BTreeSet<(u64, String)>>,
    /// Documents of which a newer program has written a state: they are only read.
    newer: HashSet<String>,
    /// What could not be saved yet, with the name of its document, in the order in which it was kept. A step has
    /// no name: of those, each one waits.
    unsaved: Vec<(Option<String>, Record)>,
}

impl Catalogue {
    /// Takes in a revision that lies in this file. Those that it follows must have been taken in before.
    pub fn take_in(&mut self, revision: Revision, file: String) {
        let Revision { doc, parents, lamport, schema, body: record, .. } = revision;
        let heads = self.heads.entry(doc.clone()).or_default();
        if let Some(old) = heads.last()
            && let Some(list) = self.lists.get_mut(&old.record.list())
        {
            let _ = list.remove(&(old.lamport, doc.clone()));
        }
        heads.retain(|head| !parents.contains(&head.file));
        let _ = self.lists.entry(record.list()).or_default().insert((lamport, doc));
        heads.push(Head { file, lamport, record, known_schema: schema <= super::revision::SCHEMA });
    }

    /// Forgets what lies in these files, and what waits to be saved of what is gone.
    pub fn forget(&mut self, files: &HashSet<String>, is_gone: impl Fn(&Record) -> bool) {
        for (document, heads) in &mut self.heads {
            if !heads.iter().any(|head| files.contains(&head.file)) {
                continue;
            }
            // Where a document stands in its list, its newest state says.
            if let Some(old) = heads.last()
                && let Some(list) = self.lists.get_mut(&old.record.list())
            {
                let _ = list.remove(&(old.lamport, document.clone()));
            }
            heads.retain(|head| !files.contains(&head.file));
            if let Some(left) = heads.last() {
                let _ = self.lists.entry(left.record.list()).or_default().insert((left.lamport, document.clone()));
            }
        }
        self.heads.retain(|_, heads| !heads.is_empty());
        self.unsaved.retain(|(_, record)| !is_gone(record));
    }

    /// A newer program has written this document.
    pub fn is_newer(&mut self, document: String) {
        let _ = self.newer.insert(document);
    }

    /// Takes in a record that is not on the disk yet. It stands for the older state of the same document.
    pub fn take_unsaved(&mut self, record: Record) {
        let document = record.document();
        if document.is_some() {
            self.unsaved.retain(|(other, _)| *other != document);
        }
        self.unsaved.push((document, record));
    }

    /// A record has reached the disk. Where a newer state waits, that one goes on waiting.
    pub fn saved(&mut self, record: &Record) {
        if let Some(index) = self.unsaved.iter().position(|(_, waiting)| waiting == record) {
            let _ = self.unsaved.remove(index);
        }
    }

    /// What could not be saved yet.
    #[must_use]
    pub fn unsaved(&self) -> Vec<Record> {
        self.unsaved.iter().map(|(_, record)| record.clone()).collect()
    }

    fn waiting(&self, document: &str) -> Option<&Record> {
        self.unsaved.iter().find(|(waiting, _)| waiting.as_deref() == Some(document)).map(|(_, record)| record)
    }

    /// The files that a new revision of a document follows. `None`: a newer program wrote it, so it is only read.
    #[must_use]
    pub fn parents(&self, document: &str) -> Option<Vec<String>> {
        if self.newer.contains(document) {
            return None;
        }
        let heads = self.heads.get(document).map(Vec::as_slice).unwrap_or_default();
        heads.iter().map(|head| head.known_schema.then(|| head.file.clone())).collect()
    }

    /// The newest state of a document.
    #[must_use]
    pub fn newest(&self, document: &str) -> Option<&Record> {
        self.waiting(document).or_else(|| Some(&self.heads.get(document)?.last()?.record))
    }

    /// The newest state of every document of a list, in the order in which they were saved.
    #[must_use]
    pub fn list(&self, name: &str) -> Vec<&Record> {
        let documents = self.lists.get(name).into_iter().flatten();
        let saved = documents.filter(|(_, document)| self.waiting(document).is_none());
        let saved = saved.filter_map(|(_, document)| Some(&self.heads.get(document)?.last()?.record));
        let waiting = self.unsaved.iter().map(|(_, record)| record).filter(|record| record.list() == name);
        saved.chain(waiting).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::debrief::DebriefId;
    use crate::domain::person::PersonId;
    use crate::domain::preferences::Preferences;
    use crate::domain::story::{StoryStep, What};

    fn read(debrief: &str) -> Record {
        Record::StoryStep(StoryStep {
            debrief: DebriefId(debrief.to_owned()),
            worker: PersonId("sam".to_owned()),
            by: PersonId("erin".to_owned()),
            at: jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0),
            what: What::Read,
        })
    }

    fn larger(text_size: u16) -> Record {
        Record::Preferences(PersonId("sam".to_owned()), Preferences { text_size, ..Preferences::default() })
    }

    #[test]
    fn every_step_waits_and_only_the_newest_state_of_a_document() {
        let mut catalogue = Catalogue::default();
        for record in [larger(125), read("one"), larger(150), read("two")] {
            catalogue.take_unsaved(record);
        }
        assert_eq!(catalogue.unsaved(), [read("one"), larger(150), read("two")]);
        assert_eq!(catalogue.newest("preferences/sam"), Some(&larger(150)));
        catalogue.saved(&read("one"));
        catalogue.saved(&larger(125));
        assert_eq!(catalogue.unsaved(), [larger(150), read("two")]);
        assert_eq!(catalogue.list("preferences"), [&larger(150)]);
        assert_eq!(catalogue.list("story-steps/two"), [&read("two")]);
    }
}
