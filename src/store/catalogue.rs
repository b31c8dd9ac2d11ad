//! What a person may read, held in memory while they are signed in: every document, its newest state and its file.
//!
//! Of a small document all of it is here, of a large one what lists need. It is kept in as little room as there is:
//! names as hashes, states as bytes in one heap, so that a hundred thousand stories fit into an old laptop.
pub mod document;
pub mod files;
pub mod kept;

use std::collections::{HashMap, HashSet};

use self::document::{Document, Head, Key, Known, NONE, State, key, parents};
use self::files::{DROPPED, Files};
use self::kept::Kept;
use super::listing::{Month, Name};
use super::revision::{Revision, SCHEMA};
use crate::domain::record::Record;

/// The documents.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// The files that were looked at.
    pub files: Files,
    documents: Vec<Document>,
    numbers: HashMap<Key, u32>,
    /// The documents of each list, in the order in which they were saved.
    lists: Vec<Vec<u32>>,
    list_keys: Vec<Key>,
    list_numbers: HashMap<Key, u32>,
    /// What stays at hand of all states, one after the other. What has become old stays until the app is left.
    heap: Vec<u8>,
    /// The last place in the order of everything that was seen.
    highest: u64,
    /// Counts the changes of what lies on the disk.
    changes: u64,
    /// Counts the changes of what lists show.
    turn: u64,
    /// What could not be saved yet, with the name of its document, in the order in which it was kept. A step has
    /// no name: of those, each one waits.
    unsaved: Vec<(Option<String>, Record)>,
}

impl Catalogue {
    /// The last place in the order of everything that was seen.
    #[must_use]
    pub fn highest(&self) -> u64 {
        self.highest
    }

    /// How often what lies on the disk has changed here.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.changes
    }

    /// Counts the changes of what lists show, also of what is not on the disk yet.
    #[must_use]
    pub fn turn(&self) -> u64 {
        self.turn
    }

    /// So much has changed that no document shows.
    pub fn has_changed(&mut self, count: usize) {
        self.changes += count as u64;
    }

    /// Something with this place in the order of everything was seen.
    pub fn has_seen(&mut self, lamport: u64) {
        self.highest = self.highest.max(lamport);
    }

    /// All documents.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// What stands for the names of the lists, by their numbers.
    #[must_use]
    pub fn list_keys(&self) -> &[Key] {
        &self.list_keys
    }

    /// What stays at hand, as bytes.
    #[must_use]
    pub fn bytes(&self, (at, length): (u32, u32)) -> &[u8] {
        self.heap.get(at as usize..at as usize + length as usize).unwrap_or_default()
    }

    /// Puts bytes on the heap. Where there are more than can be counted, they stay in their file.
    pub fn put(&mut self, bytes: &[u8]) -> (u32, u32) {
        let at = (u32::try_from(self.heap.len()), u32::try_from(bytes.len()));
        let (Ok(at), Ok(length)) = at else { return (0, 0) };
        self.heap.extend_from_slice(bytes);
        (at, length)
    }

    /// The number of a document. One that is not known yet gets one.
    pub fn number(&mut self, key: Key) -> u32 {
        let next = self.documents.len() as u32;
        let number = *self.numbers.entry(key).or_insert(next);
        if number == next {
            self.documents.push(Document::new(key));
        }
        number
    }

    fn list_number(&mut self, key: Key) -> u32 {
        let next = self.lists.len() as u32;
        let number = *self.list_numbers.entry(key).or_insert(next);
        if number == next {
            self.lists.push(Vec::new());
            self.list_keys.push(key);
        }
        number
    }

    fn document(&self, name: &str) -> Option<&Document> {
        self.documents.get(*self.numbers.get(&key(name))? as usize)
    }

    /// Whether this state comes after all of its document that was taken in: then it can be taken in now.
    #[must_use]
    pub fn is_later(&self, state: &State) -> bool {
        let number = self.numbers.get(&state.document);
        let document = number.and_then(|number| self.documents.get(*number as usize));
        document.is_none_or(|document| document.newest.file == NONE || document.newest.lamport < state.lamport)
    }

    /// Takes in a state. Those that it follows must have been taken in before.
    pub fn take_in(&mut self, state: State) {
        self.turn += 1;
        self.enters(state);
    }

    fn enters(&mut self, state: State) {
        let number = self.number(state.document);
        let list = self.list_number(state.list);
        self.files.belongs(state.file, number);
        self.has_seen(state.lamport);
        self.changes += 1;
        self.unlist(number);
        let Some(document) = self.documents.get_mut(number as usize) else { return };
        let follows = |file: u32| self.files.get(file).is_some_and(|file| state.parents.contains(&file.name));
        document.others = document.heads().filter(|head| !follows(head.file)).collect();
        let State { file, lamport, kept, known_schema, .. } = state;
        document.newest = Head { file, lamport, kept, known_schema };
        document.list = list;
        self.enlist(number);
    }

    /// Its place in its list: the order in which it was saved.
    fn place(&self, number: u32) -> Option<(u64, Key)> {
        self.documents.get(number as usize).map(|document| (document.newest.lamport, document.key))
    }

    fn enlist(&mut self, number: u32) {
        let there = self.documents.get(number as usize).filter(|document| document.newest.file != NONE);
        let Some(list) = there.map(|document| document.list as usize) else { return };
        let place = self.place(number);
        let Some(members) = self.lists.get(list) else { return };
        // What is saved now comes last.
        let at = match members.last() {
            Some(last) if self.place(*last) > place => members.partition_point(|other| self.place(*other) < place),
            _ => members.len(),
        };
        if let Some(members) = self.lists.get_mut(list) {
            members.insert(at, number);
        }
    }

    fn unlist(&mut self, number: u32) {
        let Some(list) = self.documents.get(number as usize).map(|document| document.list as usize) else { return };
        let place = self.place(number);
        let Some(members) = self.lists.get(list) else { return };
        let at = members.partition_point(|other| self.place(*other) < place);
        if members.get(at) == Some(&number)
            && let Some(members) = self.lists.get_mut(list)
        {
            let _ = members.remove(at);
        }
    }

    /// Puts a whole document in its place, as an index remembers it. Documents come in the order of their places.
    pub fn put_back(&mut self, document: Document, list: Option<Key>) {
        let list = list.map_or(NONE, |list| self.list_number(list));
        let number = self.number(document.key);
        if let Some(place) = self.documents.get_mut(number as usize) {
            *place = Document { list, ..document };
        }
        if let Some(members) = self.lists.get_mut(list as usize) {
            members.push(number);
        }
    }

    /// Makes room for so many documents, and takes this as the heap.
    pub fn begin(&mut self, (documents, lists): (usize, usize), heap: Vec<u8>) {
        self.documents.reserve_exact(documents);
        self.numbers.reserve(documents);
        self.lists.reserve_exact(lists);
        self.list_keys.reserve_exact(lists);
        self.list_numbers.reserve(lists);
        self.heap = heap;
    }

    /// Begins a document anew: all of its states are about to be taken in again.
    pub fn begin_anew(&mut self, number: u32) {
        self.unlist(number);
        self.changes += 1;
        self.turn += 1;
        if let Some(document) = self.documents.get_mut(number as usize) {
            *document = Document::new(document.key);
        }
    }

    /// Forgets what lies in these files, and what waits to be saved of what is gone.
    pub fn forget(&mut self, files: &HashSet<String>, is_gone: impl Fn(&Record) -> bool) {
        let names: HashSet<_> = files.iter().filter_map(|file| Name::read(file)).map(|(name, _)| name).collect();
        let gone = self.files.named(&names);
        for number in self.documents_of(&gone) {
            self.unlist(number);
            if let Some(document) = self.documents.get_mut(number as usize) {
                let left: Vec<_> = document.heads().filter(|head| !gone.contains(&head.file)).collect();
                document.newest = left.last().copied().unwrap_or(Head::NO);
                document.others = left.into_iter().filter(|head| *head != document.newest).collect();
            }
            self.enlist(number);
        }
        gone.iter().for_each(|file| self.files.belongs(*file, DROPPED));
        self.changes += 1;
        self.turn += 1;
        self.unsaved.retain(|(_, record)| !is_gone(record));
    }

    /// A newer program has written this document, in this file.
    pub fn is_newer(&mut self, document: Key, file: u32) {
        let number = self.number(document);
        self.files.belongs(file, number);
        self.changes += 1;
        if let Some(document) = self.documents.get_mut(number as usize) {
            document.newer = true;
        }
    }

    /// Takes in a record that is not on the disk yet. It stands for the older state of the same document.
    pub fn take_unsaved(&mut self, record: Record) {
        self.turn += u64::from(is_listed(&record));
        let document = record.document();
        if document.is_some() {
            self.unsaved.retain(|(other, _)| *other != document);
        }
        self.unsaved.push((document, record));
    }

    /// A revision has reached the disk, in this file. Where a newer state waits, that one goes on waiting.
    pub fn saved(&mut self, revision: &Revision, (month, name): (Month, Name)) {
        let file = self.files.add(month, name);
        let kept = self.put(&kept::kept(&revision.body));
        self.turn += u64::from(is_listed(&revision.body));
        self.enters(State {
            file,
            document: key(&revision.doc),
            list: key(&revision.body.list()),
            lamport: revision.lamport,
            parents: parents(revision),
            known_schema: revision.schema <= SCHEMA,
            kept,
        });
        self.waits_no_more(&revision.body);
    }

    /// A record is saved, or will not be.
    pub fn waits_no_more(&mut self, record: &Record) {
        if let Some(index) = self.unsaved.iter().position(|(_, waiting)| waiting == record) {
            let _ = self.unsaved.remove(index);
            self.turn += u64::from(is_listed(record));
        }
    }

    /// What could not be saved yet.
    #[must_use]
    pub fn unsaved(&self) -> Vec<Record> {
        self.unsaved.iter().map(|(_, record)| record.clone()).collect()
    }

    /// Whether all that was kept is saved.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.unsaved.is_empty()
    }

    /// The files that a new revision of a document follows. `None`: a newer program wrote it, so it is only read.
    #[must_use]
    pub fn parents(&self, document: &str) -> Option<Vec<String>> {
        let Some(document) = self.document(document) else { return Some(Vec::new()) };
        if document.newer {
            return None;
        }
        let name = |file: u32| self.files.get(file).map(|file| format!("{}.rev", file.name));
        document.heads().map(|head| name(head.file).filter(|_| head.known_schema)).collect()
    }

    /// What is known of a document, in its newest state.
    #[must_use]
    pub fn newest(&self, document: &str) -> Option<Known> {
        let waiting = self.unsaved.iter().find(|(waiting, _)| waiting.as_deref() == Some(document));
        if let Some((_, record)) = waiting {
            return Some(Known::Waits(record.clone()));
        }
        self.known(self.document(document)?)
    }

    fn known(&self, document: &Document) -> Option<Known> {
        let Head { file, kept, .. } = document.newest;
        // What cannot be read here lies in its file.
        let kept = || kept::read(self.bytes(kept)).unwrap_or(Kept::InFile);
        (file != NONE).then(|| Known::Kept(kept(), file))
    }

    /// What is known of every document of a list, in the order in which they were saved.
    #[must_use]
    pub fn list(&self, name: &str) -> Vec<Known> {
        let waiting = self.unsaved.iter().filter(|(_, record)| record.list() == name);
        let named: Vec<_> = waiting.clone().filter_map(|(document, _)| document.as_deref().map(key)).collect();
        let list = self.list_numbers.get(&key(name)).and_then(|number| self.lists.get(*number as usize));
        let documents = list.into_iter().flatten().filter_map(|number| self.documents.get(*number as usize));
        let saved = documents.filter(|document| !named.contains(&document.key));
        let saved = saved.filter_map(|document| self.known(document));
        saved.chain(waiting.map(|(_, record)| Known::Waits(record.clone()))).collect()
    }

    /// What stands for the documents of a list, in the order in which they were saved.
    #[cfg(test)]
    pub fn members(&self, list: Key) -> Vec<Key> {
        let number = self.list_numbers.get(&list).map(|number| *number as usize);
        let members = number.and_then(|number| self.lists.get(number)).into_iter().flatten();
        members.filter_map(|member| self.documents.get(*member as usize)).map(|document| document.key).collect()
    }

    /// The document that this file is a state of.
    #[must_use]
    pub fn document_of(&self, file: u32) -> Option<&Document> {
        self.documents.get(self.files.get(file)?.document as usize)
    }

    /// The documents that these files are states of.
    #[must_use]
    pub fn documents_of(&self, files: &[u32]) -> Vec<u32> {
        let known = files.iter().filter_map(|file| self.files.get(*file)).map(|file| file.document);
        let mut known: Vec<_> = known.filter(|number| (*number as usize) < self.documents.len()).collect();
        known.sort_unstable();
        known.dedup();
        known
    }
}

/// Whether lists show anything of it: not of words that are still typed, which are kept every few seconds.
fn is_listed(record: &Record) -> bool {
    !matches!(record, Record::Typed(_) | Record::Draft(_))
}

#[cfg(test)]
mod tests;
