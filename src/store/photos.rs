//! Photos of places and steps: taken in from any file, made clean, and kept sealed for the team or for one person.
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::disk::{Disk as _, RealDisk};
use super::folder::Place;
use super::{Session, locked, seal};
use crate::devices::Work;
use crate::devices::shelves::aside;
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
    /// The receipt of this worker, for those who read their support plan.
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
        let name = seal::random_name();
        let record = self.write_photo(&clean, (&name, whose)).map_err(NotTaken::Problem)?;
        futures::executor::block_on(self.save(vec![record])).map_err(NotTaken::Problem)?;
        Ok(name)
    }

    /// Writes a clean photo. It lies where sounds lie: what a sealed file is stands in its record only.
    fn write_photo(&self, clean: &[u8], (name, whose): (&str, Whose)) -> Result<Record, Problem> {
        let inner = &self.store.inner;
        let mine = || self.me.clone().ok_or(Problem::NotAllowed);
        let space = match &whose {
            Whose::Team => Space::Team,
            Whose::Mine => Space::Private(mine()?),
            Whose::Receipt(worker) => Space::Plan(worker.clone()),
        };
        let (_, key) = locked(&inner.keys).of(&space).ok_or(Problem::NotAllowed)?;
        let sealed = seal::seal(&key, clean).map_err(|_| Problem::CannotWrite)?;
        let file = inner.folder.write(Place::Sound, inner.clock.now().date(), &sealed)?;
        let photo = Photo { name: name.to_owned(), file };
        Ok(match whose {
            Whose::Team => Record::Photo(photo),
            Whose::Mine => Record::OwnPhoto(mine()?, photo),
            Whose::Receipt(worker) => Record::Receipt(Receipt { worker, photo }),
        })
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

/// A small picture of this file, to know it by. `None` if it is no photo, or none that would be taken in.
#[must_use]
pub fn small(file: PathBuf) -> Work<Option<Pixels>> {
    aside(move || photo::small(&read(&file).ok()?).ok())
}

/// A whole file, if it is one and no larger than a photo may be.
fn read(file: &Path) -> Result<Vec<u8>, NotTaken> {
    RealDisk.read_most(file, MOST_BYTES).map_err(|error| match error.kind() {
        ErrorKind::FileTooLarge => NotTaken::NoPhoto(NoPhoto::TooBig),
        _ => NotTaken::CannotRead,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_photo_has_no_small_picture() {
        let folder = tempfile::tempdir().expect("a folder");
        let letter = folder.path().join("letter.jpg");
        std::fs::write(&letter, "Dear all").expect("room");
        let huge = folder.path().join("huge.jpg");
        std::fs::File::create(&huge).and_then(|file| file.set_len(MOST_BYTES + 1)).expect("room");
        // It is not even read.
        assert_eq!(read(&huge), Err(NotTaken::NoPhoto(NoPhoto::TooBig)));
        for file in [letter, huge, folder.path().join("gone.jpg"), folder.path().to_owned()] {
            assert_eq!(futures::executor::block_on(small(file)), None);
        }
    }
}
