//! Opening what somebody may read: what their index remembers, and the files that it does not know.
//!
//! An index is never believed against the folder: what is not there is not shown, and what is there and not in the
//! index is opened. Without an index all files are opened, and the same is shown.
use std::collections::HashSet;
use std::sync::{Arc, Mutex};

use super::catalogue::Catalogue;
use super::catalogue::document::Known;
use super::catalogue::files::{DROPPED, LOST, Met};
use super::catalogue::kept::Kept;
use super::folder::Place;
use super::index::{Fit, Index};
use super::intake::Intake;
use super::keys::identity::Identity;
use super::listing::Name;
use super::{Session, Store, locked};
use crate::domain::person::{PersonId, Team};
use crate::domain::record::Record;
use crate::domain::space::Space;
use crate::problem::Problem;

impl Store {
    /// Opens what this identity was given keys for.
    pub(super) fn session_of(&self, me: Option<PersonId>, identity: Identity, team: &Team) -> Result<Session, Problem> {
        let (held, writers, fit) = {
            let keys = locked(&self.inner.keys);
            let held = keys.held_by(&identity, &Space::ever(team));
            let writers = keys.writers();
            let fit = Fit::of(&keys.computer.vault, (&identity, &held), &writers);
            (held, writers, fit)
        };
        let (folder, identity) = (&self.inner.folder, Arc::new(identity));
        let names = folder.listed(Place::Revision)?;
        let (index, remembered) = Index::open(folder, &identity, fit);
        let mut catalogue = remembered.unwrap_or_default();
        let met = catalogue.files.meet(names);
        Intake { folder, keys: &held, writers: &writers }.bring_up_to_date(&mut catalogue, met);
        folder.has_seen(catalogue.highest());
        let catalogue = Arc::new(Mutex::new(catalogue));
        let session = Session {
            store: self.clone(),
            me,
            identity,
            setting_up: false,
            keys: Arc::new(held),
            index: Arc::new(index.of(catalogue.clone())),
            catalogue,
            bodies: Arc::default(),
            lists: Arc::default(),
        };
        // First of all: what has a tombstone is not seen any more. What the disk does not let go is tried again.
        let _ = session.finish_removals();
        let _ = session.take_loose_away();
        // It is written at the next quiet moment, if there is something new in it.
        session.remember_soon();
        Ok(session)
    }
}

impl Intake<'_> {
    /// Takes in what the folder has and the catalogue does not know, and takes out what the folder lacks.
    fn bring_up_to_date(&self, catalogue: &mut Catalogue, Met { new, gone }: Met) {
        let states = self.open(catalogue, &new);
        catalogue.has_changed(new.len());
        // What comes in between earlier states may be followed by one of them: such a document is read anew.
        let (mut later, mut between) = (Vec::new(), Vec::new());
        for state in states {
            if later.is_empty() && catalogue.is_later(&state) { catalogue.take_in(state) } else { later.push(state) }
        }
        for state in later {
            if catalogue.is_later(&state) {
                catalogue.take_in(state);
            } else {
                let document = catalogue.number(state.document);
                catalogue.files.belongs(state.file, document);
                between.push(document);
            }
        }
        let without = catalogue.documents_of(&gone);
        self.take_out(catalogue, &gone);
        between.extend(without);
        self.read_anew(catalogue, between);
    }

    /// These files have gone. What nobody has erased is missed, and that is told.
    fn take_out(&self, catalogue: &mut Catalogue, gone: &[u32]) {
        if gone.is_empty() {
            return;
        }
        let erased = self.erased(catalogue);
        let was_anybodys = |document: u32| (document as usize) < catalogue.documents().len() || document == LOST;
        let missed: Vec<_> = gone
            .iter()
            .filter_map(|file| catalogue.files.get(*file).map(|known| (*file, known)))
            .map(|(file, known)| (file, was_anybodys(known.document) && !erased.contains(&known.name)))
            .collect();
        for (file, missed) in missed {
            catalogue.files.belongs(file, if missed { LOST } else { DROPPED });
            catalogue.has_changed(1);
            if missed {
                self.folder.is_missing();
            }
        }
    }

    /// The files of which it is known that they were taken away for good: nobody is told that they have gone.
    fn erased(&self, catalogue: &Catalogue) -> HashSet<Name> {
        let lists = catalogue.list("files-gone").into_iter().filter_map(|known| match known {
            Known::Waits(record) | Known::Kept(Kept::Whole(record), _) => Some(record),
            Known::Kept(_, file) => {
                let (month, name) = catalogue.files.place(file)?;
                Some(self.revision(month, name)?.body)
            }
        });
        let names = lists.filter_map(|record| match record {
            Record::FilesGone(gone) => Some(gone.files),
            _ => None,
        });
        names.flatten().filter_map(|file| Name::read(&file).map(|(name, _)| name)).collect()
    }

    /// A file was whole when it was taken in, and cannot be read now: its document is read anew without it.
    pub(super) fn leave_out(&self, catalogue: &mut Catalogue, file: u32) {
        let documents = catalogue.documents_of(&[file]);
        catalogue.files.belongs(file, LOST);
        self.read_anew(catalogue, documents);
    }

    /// Reads documents from all of their files that are there.
    fn read_anew(&self, catalogue: &mut Catalogue, mut documents: Vec<u32>) {
        documents.sort_unstable();
        documents.dedup();
        if documents.is_empty() {
            return;
        }
        let files = (0..).zip(catalogue.files.all());
        let theirs = files.filter(|(_, file)| documents.binary_search(&file.document).is_ok());
        let theirs: Vec<_> = theirs.map(|(number, _)| number).collect();
        documents.iter().for_each(|document| catalogue.begin_anew(*document));
        for state in self.open(catalogue, &theirs) {
            catalogue.take_in(state);
        }
    }
}
