//! The one timetable that a folder has: opened when it is first asked for, and then held.
use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures::channel::oneshot;

use super::{Failed, Part, Unusable, load, may_be_used, parts, read, save};
use crate::devices::Work;
use crate::domain::travel::gtfs::report::Report;
use crate::domain::travel::gtfs::{self, Carry, Progress, Tables};
use crate::domain::travel::timetable::Timetable;
use crate::store::{Inner, Session, Store, locked};

/// A timetable, and what was read of its feed.
pub type Known = Arc<(Timetable, Report)>;

/// Looks at how far the reading is, and says whether to go on.
pub type Watcher = Box<dyn FnMut(Progress) -> Carry + Send>;

impl Session {
    /// The timetable of this folder.
    ///
    /// # Errors
    /// [`Unusable`] says why there is none.
    pub fn timetable(&self) -> Work<Result<Known, Unusable>> {
        let inner = self.store.inner.clone();
        apart(move || inner.timetable(), Err(Unusable::CannotRead))
    }

    /// Reads a GTFS zip, and joins it with what there is: in the place of older times of the same companies.
    ///
    /// # Errors
    /// [`Failed`] says why not. Then the timetable is the same as before.
    pub fn import_timetable(&self, zip: PathBuf, mut watch: Watcher) -> Work<Result<Known, Failed>> {
        let inner = self.store.inner.clone();
        let work = move || {
            let kept = inner.kept_timetable()?;
            let mut new = read(&zip, &mut *watch)?;
            new.1.read_on = Some(inner.clock.now().date());
            inner.now_known(parts::add(&inner.timetables(), &kept, new)?)
        };
        apart(work, Err(Failed::CannotRead))
    }

    /// The timetables that were joined into that of this folder. Those of the practice day are none.
    pub fn timetable_parts(&self) -> Work<Vec<Part>> {
        let inner = self.store.inner.clone();
        apart(move || parts::parts(&inner.timetables()), Vec::new())
    }

    /// Takes one of them away.
    ///
    /// # Errors
    /// [`Failed`] says why not. Then the timetable is the same as before.
    pub fn take_away_timetable(&self, name: String) -> Work<Result<Known, Failed>> {
        let inner = self.store.inner.clone();
        let work = move || {
            let kept = inner.kept_timetable()?;
            inner.now_known(parts::take_away(&inner.timetables(), &kept, &name)?)
        };
        apart(work, Err(Failed::CannotRead))
    }
}

impl Store {
    /// Reads a feed into this folder, if it has no timetable that can be used.
    ///
    /// # Errors
    /// [`Failed`] says why not.
    pub(in crate::store) fn begin_timetable(&self, tables: &mut dyn Tables) -> Result<(), Failed> {
        let kept = self.inner.kept_timetable()?;
        if may_be_used(&kept) {
            return Ok(());
        }
        save(&kept, &gtfs::read(tables, &mut |_| Carry::On)?)
    }
}

impl Inner {
    fn timetables(&self) -> PathBuf {
        self.folder.root.join("timetables")
    }

    fn now_known(&self, read: (Timetable, Report)) -> Result<Known, Failed> {
        let known = Arc::new(read);
        *locked(&self.timetable) = Some(known.clone());
        Ok(known)
    }

    /// The file of the timetable. It is not sealed, for timetables are public.
    fn kept_timetable(&self) -> Result<PathBuf, Failed> {
        let folder = self.timetables();
        self.folder.disk.make_folder(&folder).map_err(|error| Failed::of_writing(&error))?;
        Ok(file_in(&folder))
    }

    fn timetable(&self) -> Result<Known, Unusable> {
        let mut timetable = locked(&self.timetable);
        if let Some(known) = &*timetable {
            return Ok(known.clone());
        }
        let known = Arc::new(load(&file_in(&self.timetables()))?);
        *timetable = Some(known.clone());
        Ok(known)
    }
}

fn file_in(folder: &Path) -> PathBuf {
    folder.join("timetable.times")
}

/// Does work that takes a while on a thread of its own. If that thread dies, the answer is `lost`.
fn apart<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static, lost: T) -> Work<T> {
    let (answer, answered) = oneshot::channel();
    // Nobody may be waiting any more.
    let _thread = std::thread::spawn(move || drop(answer.send(work())));
    Box::pin(async move { answered.await.unwrap_or(lost) })
}
