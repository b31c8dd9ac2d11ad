//! The layout of a vault's folder: `v1/<vault>/dev/<device>/<month>/<number>-<hash>.rev`.
//!
//! Each computer writes only under its own name and nothing is ever changed, so that folders can later
//! be joined by copying files.
pub mod loose;

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};

use jiff::civil::Date;

use super::disk::{self, Disk};
use super::keys::computer::Computer;
use super::limits::{MOST_SEALED, MOST_SOUND};
use super::listing::{Month, Name};
use super::months::{Files, Months};
use super::seal;
use crate::problem::Problem;

/// The folder of all vaults.
pub const VAULTS: &str = "v1";

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
    /// What kind of file has this ending.
    pub(super) fn of(extension: &str) -> Option<Self> {
        [Self::Revision, Self::Sound, Self::Paper].into_iter().find(|place| place.extension() == extension)
    }

    /// What a file of this kind and this name is called.
    #[must_use]
    pub fn file(self, name: Name) -> String {
        format!("{name}.{}", self.extension())
    }

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
    months: Months,
    sequence: AtomicU64,
    lamport: AtomicU64,
    damaged: AtomicBool,
    /// How many files were found broken or gone while somebody looked at them.
    found_broken: AtomicU32,
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
            months: Months::default(),
            root,
            sequence: AtomicU64::new(0),
            lamport: AtomicU64::new(0),
            damaged: AtomicBool::new(false),
            found_broken: AtomicU32::new(0),
        };
        folder.make(&folder.devices.join(&folder.device))?;
        folder.make(&folder.aside())?;
        folder.make(&folder.journals())?;
        folder.make(&folder.indexes())?;
        folder.make(&folder.loose())?;
        for left in folder.list(&folder.aside())? {
            let _ = folder.disk.remove(&left);
        }
        let own = folder.list(&folder.devices.join(&folder.device))?;
        let own = own.iter().map(|month| folder.files(month)).collect::<Result<Vec<_>, _>>()?;
        let last = own.iter().flat_map(|files| files.iter()).map(|(name, _)| name.number).max();
        folder.sequence.store(last.unwrap_or(0).into(), Ordering::Relaxed);
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

    /// Where each person's index lies: it belongs to this computer, and is not copied.
    #[must_use]
    pub fn indexes(&self) -> PathBuf {
        self.root.join("index")
    }

    /// A name for a file until it has its own.
    #[must_use]
    pub fn new_aside(&self) -> PathBuf {
        self.aside().join(format!("{}.tmp", seal::random_name()))
    }

    /// All files of one computer.
    fn months(&self, device: &Path) -> Result<Vec<PathBuf>, Problem> {
        let mut files = Vec::new();
        for month in self.list(device)? {
            files.extend(self.list(&month)?);
        }
        Ok(files)
    }

    /// The files in the folder of a month. In what is no folder there are none.
    fn files(&self, month: &Path) -> Result<Files, Problem> {
        match self.months.files(self.disk.as_ref(), month) {
            Err(error) if error.kind() == std::io::ErrorKind::NotADirectory => Ok(Files::default()),
            files => files.map_err(|_| Problem::CannotRead),
        }
    }

    /// Whether a file was found that cannot be read, or is not what its name says.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.damaged.load(Ordering::Relaxed)
    }

    /// Something is broken or gone that was there before.
    pub fn is_missing(&self) {
        self.damaged.store(true, Ordering::Relaxed);
    }

    /// A file was found broken while somebody looked at it.
    pub fn was_found_broken(&self) {
        self.is_missing();
        let _ = self.found_broken.fetch_add(1, Ordering::Relaxed);
    }

    /// How many files were found broken while somebody looked at them.
    #[must_use]
    pub fn found_broken(&self) -> u32 {
        self.found_broken.load(Ordering::Relaxed)
    }

    /// The names of all files of one kind of all computers, by their months, in order.
    ///
    /// # Errors
    /// [`Problem::CannotRead`].
    pub fn listed(&self, place: Place) -> Result<Vec<(Month, Vec<Name>)>, Problem> {
        let mut months = Vec::new();
        for device in self.list(&self.devices)? {
            for month in self.list(&device)? {
                let files = self.files(&month)?;
                let mut names: Vec<_> =
                    files.iter().filter(|(_, kind)| *kind == place).map(|(name, _)| *name).collect();
                names.sort_unstable();
                if !names.is_empty() {
                    months.push((Month { device: name(&device), month: name(&month) }, names));
                }
            }
        }
        months.sort_unstable();
        Ok(months)
    }

    /// The sealed bytes of a file. One that is not what its name says is passed over, and
    /// [`is_damaged`](Self::is_damaged) says that there is one: it must not keep everybody out.
    #[must_use]
    pub fn read(&self, place: Place, month: &Month, name: Name) -> Option<Vec<u8>> {
        let folder = self.devices.join(&month.device).join(&month.month);
        let file = folder.join(place.file(name));
        let bytes = self.disk.read_most(&file, MOST_SEALED).ok().filter(|bytes| is_named(bytes, name));
        if bytes.is_none() {
            self.damaged.store(true, Ordering::Relaxed);
        }
        bytes
    }

    /// All files of one kind of all computers, one after the other: name and bytes.
    ///
    /// # Errors
    /// [`Problem::CannotRead`].
    pub fn all(&self, place: Place) -> Result<impl Iterator<Item = (String, Vec<u8>)>, Problem> {
        let months = self.listed(place)?;
        let files =
            months.into_iter().flat_map(|(month, names)| names.into_iter().map(move |name| (month.clone(), name)));
        Ok(files.filter_map(move |(month, name)| Some((place.file(name), self.read(place, &month, name)?))))
    }

    /// The folder of this computer in which files of that day lie.
    #[must_use]
    pub fn month_of(&self, day: Date) -> Month {
        Month { device: self.device.clone(), month: format!("{:04}{:02}", day.year(), day.month()) }
    }

    /// Whether a file with these bytes was written by this computer on that day's month.
    #[must_use]
    pub fn has_written(&self, day: Date, bytes: &[u8]) -> bool {
        let month = self.month_of(day);
        let files = self.list(&self.devices.join(month.device).join(month.month)).unwrap_or_default();
        files.iter().filter_map(|file| parts(file)).any(|(name, _)| is_named(bytes, name))
    }

    /// The sealed bytes of a recording, if they are what its name says.
    #[must_use]
    pub fn sound(&self, wanted: &str) -> Option<Vec<u8>> {
        let files = self.disk.list(&self.devices).ok()?;
        let months = files.iter().flat_map(|device| self.disk.list(device).unwrap_or_default());
        let file = months
            .map(|month| month.join(wanted))
            .find(|file| parts(file).is_some_and(|(name, _)| self.holds(file, name)))?;
        self.disk.read_most(&file, MOST_SOUND).ok()
    }

    fn holds(&self, file: &Path, name: Name) -> bool {
        self.disk.read_most(file, MOST_SOUND).is_ok_and(|bytes| is_named(&bytes, name))
    }

    /// Writes a sealed file and gives its name. When this returns, it would outlive a loss of power.
    ///
    /// # Errors
    /// What went wrong. Nothing is left then.
    pub fn write(&self, place: Place, day: Date, sealed: &[u8]) -> Result<String, Problem> {
        let number = self.sequence.fetch_add(1, Ordering::SeqCst) + 1;
        let month = self.month_of(day);
        let name = format!("{number:010}-{}.{}", seal::hash16(sealed), place.extension());
        let file = self.devices.join(month.device).join(month.month).join(&name);
        if place == Place::Sound {
            self.may_be_loose(&name, loose::again(day))?;
        }
        let written = disk::write_whole(self.disk.as_ref(), (&self.new_aside(), &file), sealed);
        if written.is_err() && place == Place::Sound {
            self.is_not_loose(&name);
        }
        written.map(|()| name).map_err(|error| Problem::of_writing(&error))
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

/// What stands in a file's name, and what it ends with.
fn parts(file: &Path) -> Option<(Name, &str)> {
    Name::read(file.file_name()?.to_str()?)
}

/// Whether a file with these bytes may have this name.
fn is_named(bytes: &[u8], name: Name) -> bool {
    seal::hash16(bytes) == format!("{:016x}", name.hash)
}
