//! Photos of places and steps: taken in from any file, made clean, and kept sealed for the team or for one person.
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::disk::{Disk as _, RealDisk};
use super::folder::Place;
use super::{Session, locked, seal};
use crate::devices::Work;
use crate::domain::costs::Receipt;
use crate::domain::person::PersonId;
use crate::domain::place::Photo;
use crate::domain::record::Record;
use crate::domain::space::Space;
use crate::photo::{self, MOST_BYTES, NoPhoto, Pixels};
use crate::problem::Problem;

/// Why a photo was not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotTaken {
    /// The file is not there, or cannot be read.
    CannotRead,
    /// What is in it is no photo.
    NoPhoto(NoPhoto),
    /// It cannot be kept.
    Problem(Problem),
}

/// For whom a photo is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whose {
    /// For the whole team.
    Team,
    /// For this person alone.
    Mine,
    /// A receipt of this worker: for those who read their support plan.
    Receipt(PersonId),
}

impl Session {
    /// Takes in a photo from a file, for this person alone or for the team, and gives the name under which it is kept.
    ///
    /// # Errors
    /// Why not. Nothing is kept then.
    pub fn take_photo(&self, file: PathBuf, whose: Whose) -> Work<Result<String, NotTaken>> {
        let session = self.clone();
        let taken = tokio::task::spawn_blocking(move || session.take_photo_now(&file, whose));
        Box::pin(async move { taken.await.unwrap_or(Err(NotTaken::NoPhoto(NoPhoto::Damaged))) })
    }

    fn take_photo_now(&self, file: &Path, whose: Whose) -> Result<String, NotTaken> {
        let clean = photo::clean(&read(file)?).map_err(NotTaken::NoPhoto)?;
        let space = match &whose {
            Whose::Team => Space::Team,
            Whose::Mine => Space::Private(self.me.clone().ok_or(NotTaken::Problem(Problem::NotAllowed))?),
            Whose::Receipt(worker) => Space::Plan(worker.clone()),
        };
        let photo = self.write_photo(&clean, &space).map_err(NotTaken::Problem)?;
        let name = photo.name.clone();
        let record = match (whose, space) {
            (Whose::Receipt(worker), _) => Record::Receipt(Receipt { worker, photo }),
            (_, Space::Private(owner)) => Record::OwnPhoto(owner, photo),
            _ => Record::Photo(photo),
        };
        futures::executor::block_on(self.save(vec![record])).map_err(NotTaken::Problem)?;
        Ok(name)
    }

    /// Writes a clean photo for the readers of a space. It lies where sounds lie: what a sealed file is stands in its record only.
    fn write_photo(&self, clean: &[u8], space: &Space) -> Result<Photo, Problem> {
        let inner = &self.store.inner;
        let (_, key) = locked(&inner.keys).of(space).ok_or(Problem::NotAllowed)?;
        let sealed = seal::seal(&key, clean).map_err(|_| Problem::CannotWrite)?;
        let file = inner.folder.write(Place::Sound, inner.clock.now().date(), &sealed)?;
        Ok(Photo { name: seal::random_name(), file })
    }

    /// The photos of these names that there are, ready to draw.
    pub fn photos(&self, names: Vec<String>) -> Work<Vec<(String, Pixels)>> {
        let session = self.clone();
        let read = tokio::task::spawn_blocking(move || {
            let all = names.into_iter().filter_map(|name| session.photo(&name).map(|pixels| (name, pixels)));
            all.collect()
        });
        Box::pin(async move { read.await.unwrap_or_default() })
    }

    fn photo(&self, name: &str) -> Option<Pixels> {
        let known = self.photo_known(name).or_else(|| self.receipt_known(name))?;
        let sealed = self.store.inner.folder.sound(&known.file)?;
        let keys = self.keys.iter().map(|(space, key)| (space, key));
        let (_, clean) = seal::open(keys, &sealed)?;
        photo::pixels(&clean)
    }
}

/// A whole file, if it is one and no larger than a photo may be.
fn read(file: &Path) -> Result<Vec<u8>, NotTaken> {
    RealDisk.read_most(file, MOST_BYTES).map_err(|error| match error.kind() {
        ErrorKind::FileTooLarge => NotTaken::NoPhoto(NoPhoto::TooBig),
        _ => NotTaken::CannotRead,
    })
}
