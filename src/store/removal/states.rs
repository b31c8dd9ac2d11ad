//! Every state of every document that a session can open, old ones too, in the order in which they were saved.
use crate::domain::person::PersonId;
use crate::domain::record::Record;
use crate::domain::space::Space;
use crate::problem::Problem;
use crate::store::folder::Place;
use crate::store::listing::Name;
use crate::store::revision::{Read, Revision};
use crate::store::{Session, locked};

/// One state of a document, and the file that it lies in.
pub struct State {
    /// The name of the file.
    pub file: String,
    /// What it says.
    pub revision: Revision,
    /// The bytes that were signed, of what must be shown to others as it was signed.
    pub signed: Option<Vec<u8>>,
}

/// All that a session can open.
#[derive(Default)]
pub struct States {
    /// What this program knows.
    pub known: Vec<State>,
    /// Documents that a newer program wrote, and their files.
    pub newer: Vec<(String, String)>,
}

impl States {
    /// The records, each with its place in the order of everything.
    pub fn records(&self) -> impl Iterator<Item = (&Record, u64)> {
        self.known.iter().map(|state| (&state.revision.body, state.revision.lamport))
    }
}

impl Session {
    /// Opens everything that this person can open, and waits for the disk.
    pub(in crate::store) fn states(&self) -> Result<States, Problem> {
        let mut states = States::default();
        self.intake(|intake| {
            for ((_, name), read, bytes) in intake.all()? {
                let file = Place::Revision.file(name);
                match read {
                    Read::Known(revision) => {
                        let signed = matches!(revision.body, Record::EraseAsked(_)).then_some(bytes);
                        states.known.push(State { file, revision: *revision, signed });
                    }
                    Read::Newer(document) => states.newer.push((document, file)),
                }
            }
            Ok(())
        })?;
        // A computer numbers its files as it writes them. Of two computers, the one that began earlier comes first.
        let mut began: Vec<(String, u64)> = Vec::new();
        for State { revision, .. } in &states.known {
            match began.iter_mut().find(|(device, _)| *device == revision.device) {
                Some((_, first)) => *first = revision.lamport.min(*first),
                None => began.push((revision.device.clone(), revision.lamport)),
            }
        }
        let began = |device: &str| began.iter().find(|(other, _)| other == device).map(|(_, first)| *first);
        states.known.sort_by_cached_key(|State { file, revision, .. }| {
            (began(&revision.device), revision.device.clone(), Name::read(file).map(|(name, _)| name.number))
        });
        Ok(states)
    }

    /// Whether somebody is, or ever was, a supervisor who reads what this worker tells: the papers say so.
    pub(super) fn is_or_was_lead(&self, person: &PersonId, worker: &PersonId) -> bool {
        let keys = locked(&self.store.inner.keys);
        let visits = Space::Visits(worker.clone());
        keys.has_been_reader(person, &Space::Audit) && keys.has_been_reader(person, &visits)
    }

    /// Whether somebody reads, or ever read, what this worker tells.
    pub(super) fn reads_or_read(&self, person: &PersonId, worker: &PersonId) -> bool {
        locked(&self.store.inner.keys).has_been_reader(person, &Space::Visits(worker.clone()))
    }

    /// Who this is, if they lead this worker now.
    pub(super) fn leads(&self, worker: &PersonId) -> Option<&PersonId> {
        let me = self.reads_visits_of(worker)?;
        locked(&self.store.inner.keys).is_reader(me, &Space::Audit).then_some(me)
    }

    /// Who this is, if they read now what this worker tells.
    pub(super) fn reads_visits_of(&self, worker: &PersonId) -> Option<&PersonId> {
        let me = self.me.as_ref()?;
        locked(&self.store.inner.keys).is_reader(me, &Space::Visits(worker.clone())).then_some(me)
    }
}
