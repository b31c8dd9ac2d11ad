//! Where everything is kept: sealed, never changed in place, and only told to be saved when it is.
pub mod disk;
pub mod limits;
pub mod photos;
pub mod practice;
pub mod seal;
pub mod sounds;
pub mod timetable;

mod catalogue;
mod folder;
mod keys;
mod reading;
mod revision;

use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use age::x25519::Identity;
use futures::channel::oneshot;

use self::catalogue::Catalogue;
use self::disk::Disk;
use self::folder::{Folder, Place};
use self::keys::Keys;
pub use self::revision::Revision;
use self::revision::SCHEMA;
use crate::devices::{Clock, Work};
use crate::domain::person::{Person, PersonId, Team};
use crate::domain::record::Record;
use crate::domain::space::Space;
use crate::problem::Problem;

/// A folder that is open. Only one program has it open at a time.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Store")
    }
}

struct Inner {
    folder: Folder,
    keys: Mutex<Keys>,
    clock: Arc<dyn Clock>,
    jobs: Sender<Job>,
    /// The timetable, once it was asked for.
    timetable: Mutex<Option<timetable::Known>>,
    /// Held as long as the folder is open.
    _lock: std::fs::File,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Something to save, in the order in which it was asked for.
struct Job {
    records: Vec<Record>,
    author: Option<PersonId>,
    catalogue: Arc<Mutex<Catalogue>>,
    answer: oneshot::Sender<Result<(), Problem>>,
}

impl Store {
    /// Opens a folder.
    ///
    /// # Errors
    /// [`Problem::AlreadyOpen`] when another program has it open; otherwise what is wrong with the folder.
    pub fn open(path: &Path, disk: Arc<dyn Disk>, clock: Arc<dyn Clock>) -> Result<Self, Problem> {
        disk.make_folder(path).map_err(|error| Problem::of_writing(&error))?;
        let lock = std::fs::OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path.join("vault.lock"))
            .map_err(|error| Problem::of_writing(&error))?;
        lock.try_lock().map_err(|_| Problem::AlreadyOpen)?;
        let keys = Keys::open(disk.as_ref(), path)?;
        let folder = Folder::open(disk, path.to_owned(), &keys)?;
        let (jobs, taken) = mpsc::channel();
        let timetable = Mutex::new(None);
        let inner = Arc::new(Inner { folder, keys: Mutex::new(keys), clock, jobs, timetable, _lock: lock });
        let weak = Arc::downgrade(&inner);
        let _thread = std::thread::spawn(move || work(&weak, &taken));
        Ok(Self { inner })
    }

    /// Opens what a person may read. Before sign-in (`None`) that is what everyone may read.
    ///
    /// # Errors
    /// [`Problem::CannotRead`] when the folder cannot be read.
    pub fn session(&self, person: Option<&Person>, team: &Team) -> Result<Session, Problem> {
        let keys = {
            let mut keys = locked(&self.inner.keys);
            let Folder { disk, root, .. } = &self.inner.folder;
            // Without room for new keys, what is there can still be read.
            let _ = keys.make_missing(team, disk.as_ref(), root);
            keys.held_by(person, team)
        };
        let mut revisions = Vec::new();
        for (file, sealed) in self.inner.folder.revisions()? {
            let opened = seal::open(keys.iter().map(|(space, key)| (space, key)), &sealed);
            let Some((space, bytes)) = opened else { continue };
            if let Some(revision) = Revision::read(&bytes).filter(|revision| revision.space == space.name()) {
                self.inner.folder.has_seen(revision.lamport);
                revisions.push((revision, file));
            }
        }
        revisions.sort_by_key(|(revision, _)| revision.lamport);
        let mut catalogue = Catalogue::default();
        for (revision, file) in revisions {
            catalogue.take_in(revision, file);
        }
        Ok(Session {
            store: self.clone(),
            me: person.map(|person| person.id.clone()),
            keys: Arc::new(keys),
            catalogue: Arc::new(Mutex::new(catalogue)),
        })
    }
}

/// What one person may read and save.
#[derive(Clone)]
pub struct Session {
    store: Store,
    me: Option<PersonId>,
    keys: Arc<Vec<(Space, Identity)>>,
    catalogue: Arc<Mutex<Catalogue>>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Session")
    }
}

impl Session {
    /// Saves documents, one after the other. When this answers `Ok`, all of them would outlive a loss of power.
    ///
    /// # Errors
    /// What went wrong. Those before it are saved, those after it are not.
    pub fn save(&self, records: Vec<Record>) -> Work<Result<(), Problem>> {
        let (answer, answered) = oneshot::channel();
        let catalogue = self.catalogue.clone();
        let job = Job { records, author: self.me.clone(), catalogue, answer };
        let sent = self.store.inner.jobs.send(job).is_ok();
        Box::pin(async move {
            if !sent {
                return Err(Problem::CannotWrite);
            }
            answered.await.unwrap_or(Err(Problem::CannotWrite))
        })
    }

    /// Keeps a document: the person sees the new state at once, and it is saved as soon as the disk lets it.
    ///
    /// # Errors
    /// What went wrong. It is kept in memory then, and [`retry`](Self::retry) tries again.
    pub fn keep(&self, record: Record) -> Work<Result<(), Problem>> {
        locked(&self.catalogue).take_unsaved(record.clone());
        self.save(vec![record])
    }

    /// Tries again to save what could not be saved.
    ///
    /// # Errors
    /// What went wrong.
    pub fn retry(&self) -> Work<Result<(), Problem>> {
        let unsaved = locked(&self.catalogue).unsaved();
        self.save(unsaved)
    }

    /// Answers when all that was kept is on the disk. What could not be saved is tried once more.
    ///
    /// # Errors
    /// What went wrong.
    pub fn all_saved(&self) -> Work<Result<(), Problem>> {
        let (session, settled) = (self.clone(), self.save(Vec::new()));
        Box::pin(async move {
            settled.await?;
            if session.is_saved() { Ok(()) } else { session.retry().await }
        })
    }
}

/// Saves one job after the other, until the store is closed.
fn work(inner: &std::sync::Weak<Inner>, jobs: &Receiver<Job>) {
    while let Ok(job) = jobs.recv() {
        let Some(inner) = inner.upgrade() else { return };
        let result = job.records.iter().try_for_each(|record| inner.write(record, &job));
        // Nobody may be waiting any more.
        let _ = job.answer.send(result);
    }
}

impl Inner {
    fn write(&self, record: &Record, job: &Job) -> Result<(), Problem> {
        let space = record.space();
        let key = locked(&self.keys).of(&space).ok_or(Problem::NotAllowed)?.to_public();
        let name = record.document().unwrap_or_else(|| format!("step/{}", seal::random_name()));
        let parents = locked(&job.catalogue).parents(&name).ok_or(Problem::NotAllowed)?;
        let now = self.clock.now();
        let revision = Revision {
            schema: SCHEMA,
            space: space.name(),
            doc: name.clone(),
            parents,
            lamport: self.folder.next_lamport(),
            claimed_at: now,
            device: self.folder.device.clone(),
            author: job.author.clone(),
            body: record.clone(),
        };
        let sealed = seal::seal(&key, &revision.to_bytes()?).map_err(|_| Problem::CannotWrite)?;
        let file = self.folder.write(Place::Revision, now.date(), &sealed)?;
        let mut catalogue = locked(&job.catalogue);
        catalogue.take_in(revision, file);
        catalogue.saved(record);
        Ok(())
    }
}
