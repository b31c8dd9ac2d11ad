//! The names of files in the folders of months: each folder is read once, as long as nothing changes in it.
//!
//! Coming in asks for them several times, and nearly all of them lie in months that are over.
use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use super::disk::Disk;
use super::folder::Place;
use super::listing::Name;
use super::locked;

/// The files of a month, each with what kind it is.
pub type Files = Arc<[(Name, Place)]>;

/// What is known of months.
#[derive(Default)]
pub struct Months(Mutex<HashMap<PathBuf, (SystemTime, Files)>>);

impl Months {
    /// The files in the folder of a month, in no order. What is none of ours is left out.
    ///
    /// # Errors
    /// As the system tells.
    pub fn files(&self, disk: &dyn Disk, month: &Path) -> io::Result<Files> {
        let settled = disk.settled(month);
        if let (Some(at), Some((known_at, files))) = (settled, locked(&self.0).get(month))
            && at == *known_at
        {
            return Ok(files.clone());
        }
        let listed = disk.list(month)?;
        let read = |file: &PathBuf| {
            let (name, extension) = Name::read(file.file_name()?.to_str()?)?;
            Some((name, Place::of(extension)?))
        };
        let files: Files = listed.iter().filter_map(read).collect();
        // What came while it was read came after that time.
        if let Some(at) = settled {
            let _ = locked(&self.0).insert(month.to_owned(), (at, files.clone()));
        }
        Ok(files)
    }
}

// Windows opens no folder as a file.
#[cfg(all(test, unix))]
mod tests {
    use std::fs::{self, File};
    use std::time::Duration;

    use super::*;
    use crate::store::disk::RealDisk;

    fn put(month: &Path, number: u32) {
        fs::write(month.join(format!("{number:010}-0123456789abcdef.rev")), "").expect("room");
    }

    fn changed_before(month: &Path, seconds: u64) {
        let at = SystemTime::now() - Duration::from_secs(seconds);
        File::open(month).and_then(|folder| folder.set_modified(at)).expect("it can be set");
    }

    #[test]
    fn what_comes_or_goes_is_seen_at_once_however_fast_it_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let (month, months) = (folder.path(), Months::default());
        let count = || months.files(&RealDisk, month).expect("it can be read").len();
        for number in 1..=20 {
            put(month, number);
            assert_eq!(count(), number as usize);
        }
        // It has not changed for long: from now on it is known.
        changed_before(month, 60);
        assert_eq!((count(), locked(&months.0).len()), (20, 1));
        put(month, 21);
        assert_eq!(count(), 21);
        changed_before(month, 50);
        assert_eq!(count(), 21);
        fs::remove_file(month.join("0000000021-0123456789abcdef.rev")).expect("it is there");
        assert_eq!(count(), 20);
    }
}
