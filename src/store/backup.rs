//! A copy of everything in another place, its trial, and the way back onto an empty computer.
//!
//! Only what lies under `v1` is copied: sealed documents, and papers that say whose key is whose. The slots of this
//! computer stay on it: they open nowhere else. The recovery sheet opens a copy on another computer.
//! Each file is flushed, read back and compared. A list beside them, `list.ron`, names every file with its hash, so
//! that a copy can be tried without this computer. It is written last: a copy that was cut off has the list of the
//! one before, and the next copy goes on where it ended. Nothing is ever removed from a copy but what was erased here:
//! that is named in documents of the vault. What is only missing here stays there.
mod asked;

use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::disk::{self, Disk, RealDisk};
use super::folder::VAULTS;
use super::{limits, seal};

/// The folder of all copies on a stick.
pub const FOLDER: &str = "Alongside backup";
/// The list of all files of a copy.
const LIST: &str = "list.ron";

/// How far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Files that are done.
    pub done: u64,
    /// All files.
    pub all: u64,
}

/// Told how far it is before each file, and says whether to go on.
pub type Watch<'w> = &'w mut dyn FnMut(Progress) -> bool;
/// The same for work on another thread.
pub type Watcher = Box<dyn FnMut(Progress) -> bool + Send>;

/// A folder on a disk.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The disk.
    pub disk: &'a dyn Disk,
    /// The folder.
    pub root: &'a Path,
}

/// The list of a copy: which files it has, and the hash of each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct List {
    made: DateTime,
    /// By their path with `/`: the BLAKE3 hash in hexadecimal.
    files: BTreeMap<String, String>,
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// When the copy was made.
    pub made: DateTime,
    /// Files that are there and right.
    pub good: u64,
    /// Of those, the files that were copied just now.
    pub new: u64,
    /// Files that are not what they were, or not there: they were left out.
    pub bad: u64,
    /// Files that were taken off the copy, for they were erased here.
    pub gone: u64,
}

/// Why it did not come to its end. What was there before is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failed {
    /// Somebody stopped it.
    Cancelled,
    /// There is no room there.
    NoRoom,
    /// Nothing may be written there.
    Locked,
    /// The place cannot be reached any more.
    Gone,
    /// What was written there is read back otherwise.
    Unreliable,
    /// There is no copy there.
    NoCopy,
    /// There is a copy of another team there, and none of this one.
    OtherVault,
    /// There are copies of several teams there.
    Several,
    /// There is something here already.
    NotEmpty,
    /// What is here cannot be read.
    CannotRead,
}

impl Failed {
    /// The key of the words for it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Cancelled => "failed-cancelled",
            Self::NoRoom => "copy-failed-full",
            Self::Locked => "copy-failed-locked",
            Self::Gone => "copy-failed-gone",
            Self::Unreliable => "copy-failed-unreliable",
            Self::NoCopy => "copy-failed-none",
            Self::OtherVault => "copy-failed-other",
            Self::Several => "copy-failed-several",
            Self::NotEmpty => "copy-failed-not-empty",
            Self::CannotRead => "copy-failed-cannot-read",
        }
    }

    fn of(error: &io::Error, side: Side<'_>) -> Self {
        use io::ErrorKind as Kind;
        match error.kind() {
            Kind::StorageFull | Kind::QuotaExceeded => Self::NoRoom,
            Kind::PermissionDenied | Kind::ReadOnlyFilesystem | Kind::NotADirectory | Kind::AlreadyExists => {
                Self::Locked
            }
            _ if side.is_there() => Self::Locked,
            _ => Self::Gone,
        }
    }
}

impl Side<'_> {
    /// Whether its folder is still there: a stick that is pulled out takes it along.
    fn is_there(self) -> bool {
        let above = self.root.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let names = self.disk.list(above).unwrap_or_default();
        names.iter().any(|name| name.file_name() == self.root.file_name())
    }
}

/// The path of a file inside a folder, with `/` on every system.
fn inside(root: &Path, file: &Path) -> Option<String> {
    let parts = file.strip_prefix(root).ok()?.components();
    parts.map(|part| part.as_os_str().to_str()).collect::<Option<Vec<_>>>().map(|parts| parts.join("/"))
}

/// Where a file of a list lies. `None` for a path that leads out of the folder, or into other parts of it.
fn below(root: &Path, name: &str) -> Option<PathBuf> {
    let mut parts = name.split('/');
    let right = parts.clone().all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']));
    (right && parts.next() == Some(VAULTS)).then(|| root.join(name))
}

/// Whether a file is what the hash in its name says; files without one are taken as they are.
fn is_sound(name: &str, bytes: &[u8]) -> bool {
    let stem = name.rsplit('/').next().and_then(|name| name.split_once('.')).map(|(stem, _)| stem);
    let hash = stem.and_then(|stem| stem.split_once('-')).map(|(_, hash)| hash).filter(|hash| hash.len() == 16);
    hash.is_none_or(|hash| hash == seal::hash16(bytes))
}

fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().to_string()
}

/// The most bytes of a list: a line for each file, some 120 bytes. A million files are less.
const MOST_LIST: u64 = 256 * 1024 * 1024;

fn read_list(copy: Side<'_>) -> Option<List> {
    ron::de::from_bytes(&copy.disk.read_most(&copy.root.join(LIST), MOST_LIST).ok()?).ok()
}

/// All files of a vault's folder that are copied, by their names inside it.
fn files(vault: Side<'_>) -> Result<Vec<(String, PathBuf)>, Failed> {
    let below = disk::files_below(vault.disk, &vault.root.join(VAULTS)).map_err(|_| Failed::CannotRead)?;
    Ok(below.into_iter().filter_map(|file| Some((inside(vault.root, &file)?, file))).collect())
}

/// Writes one file whole, reads it back and compares.
pub(super) fn put(to: Side<'_>, file: &Path, bytes: &[u8]) -> Result<(), Failed> {
    // Else its folder would be made anew where the stick was.
    if !to.is_there() {
        return Err(Failed::Gone);
    }
    let aside = to.root.join(format!("{}.tmp", seal::random_name()));
    disk::write_whole(to.disk, (&aside, file), bytes).map_err(|error| Failed::of(&error, to))?;
    let back = to.disk.read(file).map_err(|error| Failed::of(&error, to))?;
    if back == bytes { Ok(()) } else { Err(Failed::Unreliable) }
}

/// Takes off a copy what was erased, and gives the number of files. The list no longer names them.
fn take_off(to: Side<'_>, is_gone: impl Fn(&str) -> bool) -> Result<u64, Failed> {
    let mut taken = 0;
    let mut folders = HashSet::new();
    for (_, file) in files(to)?.into_iter().filter(|(name, _)| is_gone(name)) {
        to.disk.remove(&file).map_err(|error| Failed::of(&error, to))?;
        folders.extend(file.parent().map(Path::to_owned));
        taken += 1;
    }
    let flushed = folders.iter().try_for_each(|folder| to.disk.flush_folder(folder));
    flushed.map_err(|error| Failed::of(&error, to)).map(|()| taken)
}

/// Copies what is missing, or not as it is here, from a vault's folder into a copy of it, and takes off it what was
/// erased: files of these names that are not here any more.
///
/// # Errors
/// [`Failed`]. What was copied until then stays. Before all is copied, the list is that of the copy before.
pub fn copy(
    vault: Side<'_>,
    to: Side<'_>,
    (now, gone): (DateTime, &HashSet<String>),
    watch: Watch<'_>,
) -> Result<Outcome, Failed> {
    to.disk.make_folder(to.root).map_err(|error| Failed::of(&error, to))?;
    let files = files(vault)?;
    let here: HashSet<String> = files.iter().map(|(name, _)| name.clone()).collect();
    let is_gone = |name: &str| name.rsplit('/').next().is_some_and(|file| gone.contains(file)) && !here.contains(name);
    let before = read_list(to).map(|list| list.files).unwrap_or_default();
    let mut list = List { made: now, files: before };
    let mut outcome = Outcome { made: now, good: 0, new: 0, bad: 0, gone: 0 };
    let all = files.len() as u64;
    for (done, (name, file)) in (0..).zip(files) {
        if !watch(Progress { done, all }) {
            return Err(Failed::Cancelled);
        }
        let Some(bytes) = vault.disk.read(&file).ok().filter(|bytes| is_sound(&name, bytes)) else {
            // If the copy has it as it was, it stays there.
            outcome.bad += 1;
            continue;
        };
        let there = to.root.join(&name);
        if !to.disk.read(&there).is_ok_and(|found| found == bytes) {
            put(to, &there, &bytes)?;
            outcome.new += 1;
        }
        outcome.good += 1;
        let _ = list.files.insert(name, hash(&bytes));
    }
    list.files.retain(|name, _| !is_gone(name));
    let text = ron::ser::to_string_pretty(&list, ron::ser::PrettyConfig::default()).map_err(|_| Failed::Unreliable)?;
    put(to, &to.root.join(LIST), text.as_bytes())?;
    outcome.gone = take_off(to, is_gone)?;
    Ok(outcome)
}

/// Reads every file of a copy and compares it with the list. Changes nothing.
///
/// # Errors
/// [`Failed`].
pub fn try_out(from: Side<'_>, watch: Watch<'_>) -> Result<Outcome, Failed> {
    each_file(from, watch, |_, _| Ok(()))
}

/// Brings a copy back to a place where there is nothing yet, file by file. Files that are not what they were are
/// left out and counted.
///
/// # Errors
/// [`Failed::NotEmpty`] where there is a vault already; otherwise what went wrong. What was copied until then is
/// taken away again.
pub fn bring_back(from: Side<'_>, to: Side<'_>, watch: Watch<'_>) -> Result<Outcome, Failed> {
    if !files(to)?.is_empty() {
        return Err(Failed::NotEmpty);
    }
    to.disk.make_folder(to.root).map_err(|error| Failed::of(&error, to))?;
    let brought = each_file(from, watch, |name, bytes| put(to, &to.root.join(name), bytes));
    if brought.is_err() {
        for (_, file) in files(to).unwrap_or_default() {
            let _ = to.disk.remove(&file);
        }
    }
    brought
}

/// Brings from a copy of this vault what is not here yet. What is here is left as it is.
///
/// # Errors
/// [`Failed`]. What was brought until then stays: all of it belongs here.
pub fn bring_new(from: Side<'_>, (to, vault): (Side<'_>, &str)) -> Result<Outcome, Failed> {
    let within = format!("{VAULTS}/{vault}/");
    each_file(from, &mut |_| true, |name, bytes| {
        let file = to.root.join(name);
        let here = to.disk.read(&file).is_ok_and(|here| is_sound(name, &here));
        if here || !name.starts_with(&within) || !is_sound(name, bytes) { Ok(()) } else { put(to, &file, bytes) }
    })
}

fn each_file(
    from: Side<'_>,
    watch: Watch<'_>,
    mut take: impl FnMut(&str, &[u8]) -> Result<(), Failed>,
) -> Result<Outcome, Failed> {
    let list = read_list(from).ok_or(Failed::NoCopy)?;
    let mut outcome = Outcome { made: list.made, good: 0, new: 0, bad: 0, gone: 0 };
    let all = list.files.len() as u64;
    for (done, (name, wanted)) in (0..).zip(&list.files) {
        if !watch(Progress { done, all }) {
            return Err(Failed::Cancelled);
        }
        let read = below(from.root, name).and_then(|file| from.disk.read_most(&file, limits::MOST_SOUND).ok());
        match read.filter(|bytes| hash(bytes) == *wanted) {
            Some(bytes) => {
                take(name, &bytes)?;
                outcome.good += 1;
            }
            // A stick that is pulled out is not a copy with bad files.
            None if read_list(from).is_none() => return Err(Failed::Gone),
            None => outcome.bad += 1,
        }
    }
    Ok(outcome)
}

/// The copies that lie in a folder or on a stick: each the folder of one vault. A copy itself is one.
#[must_use]
pub fn copies_in(disk: &dyn Disk, picked: &Path) -> Vec<PathBuf> {
    if read_list(Side { disk, root: picked }).is_some() {
        return vec![picked.to_owned()];
    }
    let mut found = disk.list(&picked.join(FOLDER)).unwrap_or_default();
    found.retain(|root| read_list(Side { disk, root }).is_some());
    found.sort();
    found
}

/// Brings the one copy that lies in a folder or on a stick back to where there is nothing yet.
///
/// # Errors
/// [`Failed`]. Nothing is left then.
pub fn restore(picked: &Path, to: &Path) -> Result<Outcome, Failed> {
    let copies = copies_in(&RealDisk, picked);
    let [copy] = &copies[..] else {
        return Err(if copies.is_empty() { Failed::NoCopy } else { Failed::Several });
    };
    bring_back(Side { disk: &RealDisk, root: copy }, Side { disk: &RealDisk, root: to }, &mut |_| true)
}

/// The name of the one vault in a folder.
pub(super) fn vault_in(side: Side<'_>) -> Option<String> {
    let vaults = side.disk.list(&side.root.join(VAULTS)).ok()?;
    let [vault] = vaults.as_slice() else { return None };
    Some(vault.file_name()?.to_str()?.to_owned())
}

/// Goes on with bringing a copy back, where the power went before all of it was there. `None` where the copy of this
/// vault does not lie there: what is here may be whole.
///
/// # Errors
/// [`Failed`]. What was brought until then stays.
pub fn go_on(picked: &Path, to: &Path) -> Result<Option<Outcome>, Failed> {
    let to = Side { disk: &RealDisk, root: to };
    let here = vault_in(to).ok_or(Failed::CannotRead)?;
    let is_its = |copy: &PathBuf| vault_in(Side { disk: &RealDisk, root: copy }).as_ref() == Some(&here);
    let copy = copies_in(&RealDisk, picked).into_iter().find(is_its);
    copy.map(|copy| bring_new(Side { disk: &RealDisk, root: &copy }, (to, &here))).transpose()
}
