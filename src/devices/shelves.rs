//! The folders in which people keep files, and what lies in them.
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use jiff::civil::Date;

use super::Work;

/// A place to look for files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    /// What kind of place it is.
    pub kind: Kind,
    /// Its folder.
    pub folder: PathBuf,
}

/// What kind of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Where the web browser puts files.
    Downloads,
    /// Where people put photos.
    Pictures,
    /// Where people put papers.
    Documents,
    /// What lies behind all windows.
    Desktop,
    /// A memory stick.
    Stick,
}

/// Something in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub path: PathBuf,
    /// Its size in bytes and the day on which it was last changed, if it is a file.
    pub file: Option<(u64, Option<Date>)>,
}

/// The places to look for files. Asked each time, for sticks come and go.
#[derive(Clone)]
pub struct Shelves(Arc<dyn Fn() -> Vec<Shelf> + Send + Sync>);

impl Shelves {
    /// These places.
    pub fn new(shelves: impl Fn() -> Vec<Shelf> + Send + Sync + 'static) -> Self {
        Self(Arc::new(shelves))
    }

    /// The places that there are now, for papers, bus times and copies.
    #[must_use]
    pub fn all(&self) -> Vec<Shelf> {
        self.for_photos().into_iter().filter(|shelf| shelf.kind != Kind::Pictures).collect()
    }

    /// The places where a photo may be: all of them, and where people put photos.
    #[must_use]
    pub fn for_photos(&self) -> Vec<Shelf> {
        self.0()
    }
}

/// The folders of a folder, and its files with one of these endings; the newest file first, then folders by name.
/// What is hidden is left out. `None` if the folder cannot be read.
#[must_use]
pub fn items(folder: PathBuf, endings: &'static [&'static str]) -> Work<Option<Vec<Item>>> {
    aside(move || read(&folder, endings))
}

/// Reads files on a thread of its own: a stick or a network folder can be slow. Nobody may be waiting any more.
pub fn aside<T: Send + 'static>(work: impl FnOnce() -> Option<T> + Send + 'static) -> Work<Option<T>> {
    let (answer, answered) = futures::channel::oneshot::channel();
    let _thread = std::thread::spawn(move || drop(answer.send(work())));
    Box::pin(async move { answered.await.ok().flatten() })
}

fn read(folder: &Path, endings: &[&str]) -> Option<Vec<Item>> {
    let entries = std::fs::read_dir(folder).ok()?;
    let mut items: Vec<_> = entries.flatten().filter_map(|entry| item(&entry, endings)).collect();
    items.sort_by(|(one, one_changed), (other, other_changed)| {
        let files_first = other.file.is_some().cmp(&one.file.is_some());
        let newest_first = other_changed.cmp(one_changed);
        files_first.then(newest_first).then_with(|| one.name.to_lowercase().cmp(&other.name.to_lowercase()))
    });
    Some(items.into_iter().map(|(item, _)| item).collect())
}

/// What it is, and when it was last changed if it is a file: many photos are of one day.
fn item(entry: &std::fs::DirEntry, endings: &[&str]) -> Option<(Item, Option<SystemTime>)> {
    let name = entry.file_name().into_string().ok().filter(|name| !name.starts_with('.'))?;
    let path = entry.path();
    // Follows links: what counts is what lies there.
    let about = std::fs::metadata(&path).ok()?;
    if about.is_dir() {
        return Some((Item { name, path, file: None }, None));
    }
    let ends = path.extension().is_some_and(|found| endings.iter().any(|ending| found.eq_ignore_ascii_case(ending)));
    let changed = about.modified().ok();
    let day = changed.and_then(|time| jiff::Zoned::try_from(time).ok()).map(|time| time.date());
    ends.then_some((Item { name, path, file: Some((about.len(), day)) }, changed))
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn files_come_first_and_what_is_hidden_is_left_out() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["b.zip", "A.ZIP", "notes.txt", ".hidden.zip"] {
            written_at(&folder.path().join(name), 0);
        }
        for name in ["Old", "new", ".cache"] {
            std::fs::create_dir(folder.path().join(name)).expect("room");
        }
        let items = read(folder.path(), &["zip"]).expect("it is there");
        let names: Vec<_> = items.iter().map(|item| item.name.as_str()).collect();
        assert_eq!(names, ["A.ZIP", "b.zip", "new", "Old"]);
        assert_eq!(items[0].file.map(|(size, _)| size), Some(1));
        assert_eq!(read(&folder.path().join("gone"), &["zip"]), None);
    }

    /// Writes a file that was last changed this many minutes after some morning.
    fn written_at(file: &Path, minutes: u64) {
        std::fs::write(file, "x").expect("room");
        let morning = SystemTime::UNIX_EPOCH + Duration::from_secs(1_772_530_200);
        let file = std::fs::File::options().write(true).open(file).expect("it is there");
        file.set_modified(morning + Duration::from_secs(minutes * 60)).expect("it can be set");
    }

    #[test]
    fn the_newest_of_one_day_comes_first() {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, minutes) in [("IMG_2.jpg", 20), ("IMG_1.jpg", 40), ("IMG_3.jpg", 0)] {
            written_at(&folder.path().join(name), minutes);
        }
        let items = read(folder.path(), &["jpg"]).expect("it is there");
        let names: Vec<_> = items.iter().map(|item| item.name.as_str()).collect();
        assert_eq!(names, ["IMG_1.jpg", "IMG_2.jpg", "IMG_3.jpg"]);
    }
}
