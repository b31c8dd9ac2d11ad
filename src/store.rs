//! Where everything is kept: sealed, never changed in place, and only told to be saved when it is.
pub mod adopt;
pub mod audit;
pub mod backup;
pub mod disk;
pub mod entry;
pub mod everything;
pub mod limits;
pub mod people;
pub mod photos;
pub mod practice;
pub mod removal;
pub mod seal;
pub mod sounds;
pub mod timetable;
mod travelling;

mod bodies;
mod catalogue;
mod folder;
mod getting_there;
pub mod index;
mod intake;
pub mod join;
pub mod keys;
mod listing;
pub mod lists;
mod months;
mod opening;
mod reading;
pub mod revision;
mod ways;

use std::collections::HashSet;
use std::fs::TryLockError;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use age::x25519::Identity as Opener;
use futures::channel::oneshot;

use self::bodies::Bodies;
use self::catalogue::Catalogue;
use self::disk::Disk;
use self::folder::{Folder, Place};
use self::index::{Changed, Index};
use self::keys::Keys;
use self::keys::computer::Computer;
use self::keys::identity::Identity;
use self::listing::Name;
use self::lists::Lists;
use self::revision::{Revision, SCHEMA};
use crate::devices::{Clock, Devices, Work};
use crate::domain::audit::{self as log, Doing};
use crate::domain::person::{PersonId, Team};
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
    /// The log of who looked at what.
    log: Mutex<audit::Log>,
    /// What is known to be gone for good.
    gone: Mutex<removal::Gone>,
    /// Who has been in since the folder was opened.
    been_in: Mutex<HashSet<PersonId>>,
    /// Held as long as the folder is open.
    _lock: std::fs::File,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Something to save, in the order in which it was asked for.
struct Job {
    records: Vec<Record>,
    /// Something to write down in the log.
    doing: Option<Doing>,
    author: Option<PersonId>,
    identity: Arc<Identity>,
    setting_up: bool,
    catalogue: Arc<Mutex<Catalogue>>,
    index: Arc<Index>,
    bodies: Arc<Bodies>,
    answer: oneshot::Sender<Result<(), Problem>>,
}

impl Store {
    /// Opens a folder.
    ///
    /// # Errors
    /// [`Problem::AlreadyOpen`] when another program has it open; otherwise what is wrong with the folder.
    pub fn open(path: &Path, disk: Arc<dyn Disk>, devices: &Devices) -> Result<Self, Problem> {
        disk.make_folder(path).map_err(|error| Problem::of_writing(&error))?;
        let lock = std::fs::OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(path.join("vault.lock"))
            .map_err(|error| Problem::of_writing(&error))?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => Problem::AlreadyOpen,
            TryLockError::Error(error) => Problem::of_writing(&error),
        })?;
        let computer = Computer::open(disk.clone(), devices.keyring.clone(), path.to_owned())?;
        let folder = Folder::open(disk, path.to_owned(), &computer)?;
        let papers: Vec<_> = folder.all(Place::Paper)?.map(|(_, bytes)| bytes).collect();
        let keys = Mutex::new(Keys::new(computer, &papers));
        let (jobs, taken) = mpsc::channel();
        let (timetable, log) = (Mutex::new(None), Mutex::new(audit::Log::open(&folder)));
        let clock = devices.clock.clone();
        let (gone, been_in) = (Mutex::default(), Mutex::default());
        let inner = Arc::new(Inner { folder, keys, clock, jobs, timetable, log, gone, been_in, _lock: lock });
        let weak = Arc::downgrade(&inner);
        let _thread = std::thread::spawn(move || work(&weak, &taken));
        Ok(Self { inner })
    }

    /// Opens what everyone may read, before anyone is in.
    ///
    /// # Errors
    /// [`Problem::CannotRead`] when the folder cannot be read.
    pub fn hall(&self) -> Result<Session, Problem> {
        let identity = locked(&self.inner.keys).computer.identity.clone();
        self.session_of(None, identity, &Team::default())
    }
}

/// What one person may read and save.
#[derive(Clone)]
pub struct Session {
    store: Store,
    me: Option<PersonId>,
    /// Signs what this person writes.
    identity: Arc<Identity>,
    /// Whether a practice day is being laid out: that is nobody's doing, and not in the log.
    setting_up: bool,
    /// Opens what this person may read.
    keys: Arc<Vec<(Space, Opener)>>,
    catalogue: Arc<Mutex<Catalogue>>,
    /// Remembers the catalogue for the next time.
    index: Arc<Index>,
    /// Large documents that were looked at just now.
    bodies: Arc<Bodies>,
    /// Lists that were worked out.
    lists: Arc<Lists>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Session")
    }
}

impl Session {
    /// The spaces that this person has keys to, one for each key: a space has several after somebody has left.
    pub fn spaces(&self) -> impl Iterator<Item = &Space> {
        self.keys.iter().map(|(space, _)| space)
    }

    /// Saves documents, one after the other. When this answers `Ok`, all of them would outlive a loss of power.
    ///
    /// # Errors
    /// What went wrong. Those before it are saved, those after it are not.
    pub fn save(&self, records: Vec<Record>) -> Work<Result<(), Problem>> {
        let (answer, answered) = oneshot::channel();
        let sent = self.send(self.job(records, None, answer));
        Box::pin(async move {
            if !sent {
                return Err(Problem::CannotWrite);
            }
            answered.await.unwrap_or(Err(Problem::CannotWrite))
        })
    }

    fn job(&self, records: Vec<Record>, doing: Option<Doing>, answer: oneshot::Sender<Result<(), Problem>>) -> Job {
        Job {
            records,
            doing,
            author: self.me.clone(),
            identity: self.identity.clone(),
            setting_up: self.setting_up,
            catalogue: self.catalogue.clone(),
            index: self.index.clone(),
            bodies: self.bodies.clone(),
            answer,
        }
    }

    fn send(&self, job: Job) -> bool {
        self.store.inner.jobs.send(job).is_ok()
    }

    /// At the next quiet moment, what is known now is remembered for the next time.
    fn remember_soon(&self) {
        let (answer, _) = oneshot::channel();
        let _ = self.send(self.job(Vec::new(), None, answer));
    }

    /// Remembers what is known now for the next time, if there is something new, and waits for the disk. Where that
    /// cannot be written, the next time takes longer, and nothing else.
    pub fn remember(&self) {
        self.index.write();
    }

    /// Keeps a document: the person sees the new state at once, and it is saved as soon as the disk lets it.
    ///
    /// # Errors
    /// What went wrong. It is kept in memory then, and [`retry`](Self::retry) tries again.
    pub fn keep(&self, record: Record) -> Work<Result<(), Problem>> {
        locked(&self.catalogue).take_unsaved(record.clone());
        self.save(vec![record])
    }

    /// What could not be saved yet.
    #[must_use]
    pub fn unsaved(&self) -> Vec<Record> {
        locked(&self.catalogue).unsaved()
    }

    /// Tries again to save what could not be saved.
    ///
    /// # Errors
    /// What went wrong.
    pub fn retry(&self) -> Work<Result<(), Problem>> {
        self.save(self.unsaved())
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

/// Saves one job after the other, until the store is closed. When nobody has asked for anything for a while, what was
/// changed is remembered in indexes.
fn work(inner: &std::sync::Weak<Inner>, jobs: &Receiver<Job>) {
    let mut changed = Changed::default();
    while let Some(job) = changed.next(jobs) {
        let Some(inner) = inner.upgrade() else { return };
        let result = job.records.iter().try_for_each(|record| inner.write(record, &job));
        if let Some(doing) = job.doing {
            inner.note_down(doing);
        }
        changed.note(&job.index);
        // Nobody may be waiting any more.
        let _ = job.answer.send(result);
    }
}

impl Inner {
    fn write(&self, record: &Record, job: &Job) -> Result<(), Problem> {
        if locked(&self.gone).has(record) {
            locked(&job.catalogue).waits_no_more(record);
            return Ok(());
        }
        let name = record.document().unwrap_or_else(|| format!("step/{}", seal::random_name()));
        let parents = locked(&job.catalogue).parents(&name).ok_or(Problem::Newer)?;
        let (revision, sealed) = self.sealed(record, (name, parents), (job.author.clone(), &job.identity))?;
        let day = revision.claimed_at.date();
        let file = self.folder.write(Place::Revision, day, &sealed)?;
        if let Some((file, _)) = Name::read(&file) {
            locked(&job.catalogue).saved(&revision, (self.folder.month_of(day), file));
            job.bodies.put(file, revision.body);
        }
        // Only what a person changes: setting up the practice day is nobody's doing.
        let by = job.author.clone().filter(|_| !job.setting_up);
        if let (Some((did, whose)), Some(by)) = (log::of_saving(record), by) {
            let (at, document, whose) = (self.clock.now(), record.document(), Some(whose));
            self.note_down(Doing { at, by: Some(by), did, document, whose });
        }
        Ok(())
    }

    /// A new state of a document, and its sealed bytes.
    fn sealed(
        &self,
        record: &Record,
        (doc, parents): (String, Vec<String>),
        (author, identity): (Option<PersonId>, &Identity),
    ) -> Result<(Revision, Vec<u8>), Problem> {
        let (space, key) = {
            let keys = locked(&self.keys);
            // What nobody would believe is not written.
            let allowed = keys.may_write(author.as_ref(), record).then(|| keys.of(&record.space()));
            allowed.flatten().ok_or(Problem::NotAllowed)?
        };
        let revision = Revision {
            schema: SCHEMA,
            space: space.name(),
            doc,
            parents,
            lamport: self.folder.next_lamport(),
            claimed_at: self.clock.now(),
            device: self.folder.device.clone(),
            author,
            body: record.clone(),
        };
        let sealed = seal::seal(&key, &revision.to_bytes(&identity.signer)?).map_err(|_| Problem::CannotWrite)?;
        Ok((revision, sealed))
    }
}
