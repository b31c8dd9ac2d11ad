//! Opening many files: each is read, opened, and asked who wrote it, on as many cores as there are.
//!
//! To open a file takes most of the time by far. What comes of each is small, so that all of it can be held at once.
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use age::x25519::Identity as Opener;

use super::catalogue::document::{Key, NONE, State, key, parents};
use super::catalogue::files::{File, LOST};
use super::catalogue::{Catalogue, kept};
use super::folder::{Folder, Place};
use super::keys::writers::Writers;
use super::listing::{Month, Name};
use super::revision::{Read, Revision, SCHEMA};
use super::{locked, seal};
use crate::domain::record::Record;
use crate::domain::space::Space;
use crate::problem::Problem;

/// What it takes to open files.
#[derive(Clone, Copy)]
pub struct Intake<'a> {
    /// Where they lie.
    pub folder: &'a Folder,
    /// What opens them.
    pub keys: &'a [(Space, Opener)],
    /// Who may have written them.
    pub writers: &'a Writers,
}

/// What came of a file.
#[derive(Debug)]
enum Came {
    /// A state of a document, and what stays at hand of it.
    State(State, Vec<u8>),
    /// A newer program wrote this document.
    Newer(Key),
    /// A line of the log, with its place in the order of everything. It is read when somebody asks for it.
    Log(u64),
    /// Nothing that this person may read.
    Nothing,
    /// It is not what its name says.
    Broken,
}

/// Where a file lies.
pub type At = (Month, Name);

/// Files are given out to the cores in heaps of so many.
const HEAP: usize = 64;

impl Intake<'_> {
    /// Opens these files of the catalogue. Gives the states that lie in them, in the order of everything.
    pub fn open(&self, catalogue: &mut Catalogue, files: &[u32]) -> Vec<State> {
        let next = AtomicUsize::new(0);
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let threads = cores.min(files.len().div_ceil(HEAP));
        let months = catalogue.files.months().to_vec();
        let wanted = files.iter().filter_map(|file| Some((*file, *catalogue.files.get(*file)?)));
        let wanted: Vec<_> = wanted.collect();
        let out = Mutex::new((catalogue, Vec::new()));
        let work = || {
            let mut order: Vec<_> = (0..self.keys.len()).collect();
            loop {
                let from = next.fetch_add(HEAP, Ordering::Relaxed);
                let Some(heap) = wanted.get(from..).filter(|rest| !rest.is_empty()) else { return };
                let heap = heap.get(..HEAP).unwrap_or(heap).iter();
                let month = |file: &File| months.get(file.month as usize);
                let came = heap.filter_map(|(number, file)| {
                    Some((*number, self.look_into(*number, (month(file)?, file.name), &mut order)))
                });
                let came: Vec<_> = came.collect();
                let mut out = locked(&out);
                let (catalogue, states) = &mut *out;
                came.into_iter().for_each(|(file, came)| note(catalogue, states, file, came));
            }
        };
        if threads > 1 {
            std::thread::scope(|scope| {
                (0..threads).for_each(|_| drop(scope.spawn(work)));
            });
        } else {
            work();
        }
        let (catalogue, mut states) = out.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
        let place = |state: &State| catalogue.files.place(state.file);
        states.sort_unstable_by(|a: &State, b: &State| a.lamport.cmp(&b.lamport).then_with(|| place(a).cmp(&place(b))));
        states
    }

    fn look_into(&self, file: u32, (month, name): (&Month, Name), order: &mut [usize]) -> Came {
        let Some(sealed) = self.folder.read(Place::Revision, month, name) else { return Came::Broken };
        match self.read_sealed(&sealed, order).map(|(read, _)| read) {
            Some(Read::Known(revision)) if matches!(revision.body, Record::Audit(_)) => Came::Log(revision.lamport),
            Some(Read::Known(revision)) => {
                let state = State {
                    file,
                    document: key(&revision.doc),
                    list: key(&revision.body.list()),
                    lamport: revision.lamport,
                    parents: parents(&revision),
                    known_schema: revision.schema <= SCHEMA,
                    kept: (0, 0),
                };
                Came::State(state, kept::kept(&revision.body))
            }
            Some(Read::Newer(document)) => Came::Newer(key(&document)),
            None => Came::Nothing,
        }
    }

    /// All that these keys open, old states too, one file after the other: the place of each, what it holds, and the
    /// bytes that were signed.
    ///
    /// # Errors
    /// [`Problem::CannotRead`] when the folder cannot be listed.
    pub fn all(&self) -> Result<impl Iterator<Item = (At, Read, Vec<u8>)>, Problem> {
        let mut order: Vec<_> = (0..self.keys.len()).collect();
        let months = self.folder.listed(Place::Revision)?.into_iter();
        let files = months.flat_map(|(month, names)| names.into_iter().map(move |name| (month.clone(), name)));
        Ok(files.filter_map(move |(month, name)| {
            let sealed = self.folder.read(Place::Revision, &month, name)?;
            let (read, bytes) = self.read_sealed(&sealed, &mut order)?;
            Some(((month, name), read, bytes))
        }))
    }

    /// What these bytes hold, if this person may read them, and they were written by who they say.
    fn read_sealed(&self, sealed: &[u8], order: &mut [usize]) -> Option<(Read, Vec<u8>)> {
        let at = |number: &usize| self.keys.get(*number).map(|(_, key)| (*number, key));
        let (found, bytes) = seal::open(order.iter().filter_map(at), sealed)?;
        // The next file often lies in the same space.
        if let Some(place) = order.iter().position(|number| *number == found) {
            order[..=place].rotate_right(1);
        }
        let read = Read::new(&bytes, |author, device| self.writers.writer(author, device))?;
        let Read::Known(revision) = &read else { return Some((read, bytes)) };
        let is_its = |(space, _): &&(Space, Opener)| space.name() == revision.space;
        // It may be sealed for several: it must open with a key of the space that it says it lies in.
        let opened = self.keys.get(found).filter(is_its).is_some()
            || seal::open(self.keys.iter().filter(is_its).map(|(_, key)| ((), key)), sealed).is_some();
        opened.then_some((read, bytes))
    }

    /// The state in one file, whole.
    #[must_use]
    pub fn revision(&self, month: &Month, name: Name) -> Option<Revision> {
        let sealed = self.folder.read(Place::Revision, month, name)?;
        let mut order: Vec<_> = (0..self.keys.len()).collect();
        match self.read_sealed(&sealed, &mut order)? {
            (Read::Known(revision), _) => Some(*revision),
            (Read::Newer(_), _) => None,
        }
    }
}

fn note(catalogue: &mut Catalogue, states: &mut Vec<State>, file: u32, came: Came) {
    match came {
        Came::State(state, bytes) => {
            catalogue.has_seen(state.lamport);
            let kept = catalogue.put(&bytes);
            states.push(State { kept, ..state });
        }
        Came::Newer(document) => catalogue.is_newer(document, file),
        Came::Log(lamport) => catalogue.has_seen(lamport),
        Came::Nothing => catalogue.files.belongs(file, NONE),
        Came::Broken => catalogue.files.belongs(file, LOST),
    }
}
