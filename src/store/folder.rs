//! The layout of a vault's folder: `v1/<vault>/dev/<device>/<month>/<number>-<hash>.rev`.
//!
//! Each computer writes only under its own name and nothing is ever changed, so that folders can later
//! be joined by copying files.
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use jiff::civil::Date;

use super::disk::{self, Disk};
use super::keys::computer::Computer;
use super::limits::{MOST_SEALED, MOST_SOUND};
use super::seal;
use crate::problem::Problem;

/// The folder of all vaults.
pub const VAULTS: &str = "v1";

/// Numbers of files stay below: a thousand million files are more than anybody writes.
const MOST_NUMBER: u64 = 1_000_000_000;

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A revision of a document.
    Revision,
    /// A recording.
    Sound,
    /// A paper: whose key is whose.
    Paper,
}

impl Place {
    fn extension(self) -> &'static str {
        match self {
            Self::Revision => "rev",
            Self::Sound => "aud",
            Self::Paper => "key",
        }
    }
}

/// A vault's folder.
pub struct Folder {
    /// The disk that it lies on.
    pub disk: Arc<dyn Disk>,
    /// The whole folder.
    pub root: PathBuf,
    /// Names this computer.
    pub device: String,
    devices: PathBuf,
    sequence: AtomicU64,
    lamport: AtomicU64,
    damaged: AtomicBool,
}

impl Folder {
    /// Opens the folder, and sweeps away what was begun and never got its name.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn open(disk: Arc<dyn Disk>, root: PathBuf, computer: &Computer) -> Result<Self, Problem> {
        let vaults = root.join(VAULTS);
        let others = disk.list(&vaults).map_err(|_| Problem::CannotRead)?;
        // Keys of another vault would hide what is here.
        if !others.is_empty() && !others.contains(&vaults.join(&computer.vault)) {
            return Err(Problem::CannotRead);
        }
        let devices = vaults.join(&computer.vault).join("dev");
        let folder = Self {
            disk,
            device: computer.device.clone(),
            devices,
            root,
            sequence: AtomicU64::new(0),
            lamport: AtomicU64::new(0),
            damaged: AtomicBool::new(false),
        };
        folder.make(&folder.devices.join(&folder.device))?;
        folder.make(&folder.aside())?;
        folder.make(&folder.journals())?;
        for left in folder.list(&folder.aside())? {
            let _ = folder.disk.remove(&left);
        }
        let own = folder.months(&folder.devices.join(&folder.device))?;
        let last = own.iter().filter_map(|file| parts(file)).map(|(number, _)| number).max();
        folder.sequence.store(last.unwrap_or(0), Ordering::Relaxed);
        Ok(folder)
    }

    fn make(&self, folder: &Path) -> Result<(), Problem> {
        self.disk.make_folder(folder).map_err(|error| Problem::of_writing(&error))
    }

    /// What is in a folder. Other programs leave files of their own among folders: nothing is in those.
    fn list(&self, folder: &Path) -> Result<Vec<PathBuf>, Problem> {
        match self.disk.list(folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => Ok(Vec::new()),
            listed => listed.map_err(|_| Problem::CannotRead),
        }
    }

    /// Where files lie until they have their name: outside of what is shared.
    fn aside(&self) -> PathBuf {
        self.root.join("aside")
    }

    /// Where recordings lie while they are made.
    #[must_use]
    pub fn journals(&self) -> PathBuf {
        self.root.join("recordings")
    }

    /// All files of one computer.
    fn months(&self, device: &Path) -> Result<Vec<PathBuf>, Problem> {
        let mut files = Vec::new();
        for month in self.list(device)? {
            files.extend(self.list(&month)?);
        }
        Ok(files)
    }

    /// Whether a file was found that cannot be read, or is not what its name says.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.damaged.load(Ordering::Relaxed)
    }

    /// All files of one kind of all computers: name and bytes. Files that are not what their name says are passed
    /// over, and [`is_damaged`](Self::is_damaged) says that there are some.
    ///
    /// # Errors
    /// [`Problem::CannotRead`].
    pub fn all(&self, place: Place) -> Result<Vec<(String, Vec<u8>)>, Problem> {
        let mut all = Vec::new();
        for device in self.list(&self.devices)? {
            let mut files = self.months(&device)?;
            files.sort();
            for file in files {
                let is_wanted = file.extension().is_some_and(|extension| extension == place.extension());
                let Some((_, hash)) = parts(&file).filter(|_| is_wanted) else { continue };
                match self.disk.read_most(&file, MOST_SEALED) {
                    Ok(bytes) if seal::hash16(&bytes) == hash => all.push((name(&file), bytes)),
                    // One file that is broken must not keep everybody out. It is told.
                    Ok(_) | Err(_) => self.damaged.store(true, Ordering::Relaxed),
                }
            }
        }
        Ok(all)
    }

    /// The sealed bytes of a recording, if they are what its name says.
    #[must_use]
    pub fn sound(&self, wanted: &str) -> Option<Vec<u8>> {
        let files = self.disk.list(&self.devices).ok()?;
        let months = files.iter().flat_map(|device| self.disk.list(device).unwrap_or_default());
        let file = months
            .map(|month| month.join(wanted))
            .find(|file| parts(file).is_some_and(|(_, hash)| self.holds(file, &hash)))?;
        self.disk.read_most(&file, MOST_SOUND).ok()
    }

    fn holds(&self, file: &Path, hash: &str) -> bool {
        self.disk.read_most(file, MOST_SOUND).is_ok_and(|bytes| seal::hash16(&bytes) == hash)
    }

    /// Writes a sealed file and gives its name. When this returns, it would outlive a loss of power.
    ///
    /// # Errors
    /// What went wrong. Nothing is left then.
    pub fn write(&self, place: Place, day: Date, sealed: &[u8]) -> Result<String, Problem> {
        let number = self.sequence.fetch_add(1, Ordering::SeqCst) + 1;
        let month = format!("{:04}{:02}", day.year(), day.month());
        let name = format!("{number:010}-{}.{}", seal::hash16(sealed), place.extension());
        let file = self.devices.join(&self.device).join(month).join(&name);
        let aside = self.aside().join(format!("{}.tmp", seal::random_name()));
        disk::write_whole(self.disk.as_ref(), (&aside, &file), sealed).map_err(|error| Problem::of_writing(&error))?;
        Ok(name)
    }

    /// Takes away files for good, wherever they lie. When this returns, none of them comes back after a loss of power.
    ///
    /// # Errors
    /// What went wrong with the first that could not be removed. The others are gone.
    pub fn remove(&self, names: &HashSet<String>) -> Result<(), Problem> {
        let mut failed = Ok(());
        for device in self.list(&self.devices)? {
            for month in self.list(&device)? {
                let found: Vec<_> = self.list(&month)?.into_iter().filter(|file| names.contains(&name(file))).collect();
                if found.is_empty() {
                    continue;
                }
                let removed = found.iter().map(|file| self.disk.remove(file)).collect::<Vec<_>>();
                let flushed = self.disk.flush_folder(&month);
                let done = removed.into_iter().chain([flushed]).collect::<std::io::Result<()>>();
                failed = failed.and(done.map_err(|error| Problem::of_writing(&error)));
            }
        }
        failed
    }

    /// The names of all files of the vault, of whatever kind.
    ///
    /// # Errors
    /// [`Problem::CannotRead`].
    pub fn names(&self) -> Result<HashSet<String>, Problem> {
        let mut names = HashSet::new();
        for device in self.list(&self.devices)? {
            names.extend(self.months(&device)?.iter().map(|file| name(file)));
        }
        Ok(names)
    }

    /// The next place in the order of everything.
    #[must_use]
    pub fn next_lamport(&self) -> u64 {
        self.lamport.fetch_add(1, Ordering::SeqCst) + 1
    }

    /// A revision with this place has been seen: what comes now comes after it.
    pub fn has_seen(&self, lamport: u64) {
        let _ = self.lamport.fetch_max(lamport, Ordering::SeqCst);
    }
}

fn name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The number in the name of a file: its computer numbers them as it writes them.
#[must_use]
pub fn number_of(name: &str) -> Option<u64> {
    parts(Path::new(name)).map(|(number, _)| number)
}

/// The number and the hash in a file's name. `None` for any name that does not have just this form: other
/// programs leave files of their own in folders.
fn parts(file: &Path) -> Option<(u64, String)> {
    let name = file.file_name()?.to_str()?;
    let (stem, extension) = name.split_once('.')?;
    let (number, hash) = stem.split_once('-')?;
    let right = number.len() == 10
        && hash.len() == 16
        && hash.chars().all(|digit| digit.is_ascii_hexdigit())
        && matches!(extension, "rev" | "aud" | "key");
    // A number that leaves no room for the next one with ten digits is none of ours.
    let number = number.parse().ok().filter(|number| *number < MOST_NUMBER)?;
    right.then_some((number, hash.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_just_this_form_are_read() {
        let check = |name: &str, expected: bool| assert_eq!(parts(Path::new(name)).is_some(), expected, "{name}");
        check("0000000001-0123456789abcdef.rev", true);
        check("0000000001-0123456789abcdef.aud", true);
        check(".syncthing.0000000001-0123456789abcdef.rev.tmp", false);
        check("0000000001-0123456789abcdef (conflict).rev", false);
        check("1-0123456789abcdef.rev", false);
    }
}
