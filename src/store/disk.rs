//! The disk, behind a trait so that a test can fill it, break it, or cut its power.
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// What the store asks of a disk.
pub trait Disk: Send + Sync {
    /// The whole content of a file.
    ///
    /// # Errors
    /// As the system tells.
    fn read(&self, file: &Path) -> io::Result<Vec<u8>>;

    /// The whole content of a file that has no more bytes than this. A larger one, and what is no file, is refused
    /// before it is read: anything may bear the name of a document.
    ///
    /// # Errors
    /// [`io::ErrorKind::FileTooLarge`], [`io::ErrorKind::InvalidInput`] for what is no file, or as the system tells.
    fn read_most(&self, file: &Path, most: u64) -> io::Result<Vec<u8>> {
        let bytes = self.read(file)?;
        if bytes.len() as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
    }

    /// The files and folders in a folder. A folder that is not there is empty.
    ///
    /// # Errors
    /// As the system tells.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// When a folder last changed, if that is so long ago that any later change gives another time. `None` where
    /// nobody knows: then it is listed anew.
    fn settled(&self, _folder: &Path) -> Option<SystemTime> {
        None
    }

    /// Begins a file that must not be there yet.
    ///
    /// # Errors
    /// As the system tells.
    fn create(&self, file: &Path) -> io::Result<Box<dyn Out>>;

    /// Gives a file its name: all of it is there under that name, or nothing is.
    ///
    /// # Errors
    /// As the system tells.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a file.
    ///
    /// # Errors
    /// As the system tells.
    fn remove(&self, file: &Path) -> io::Result<()>;

    /// Makes a folder and those above it, flushed.
    ///
    /// # Errors
    /// As the system tells.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;

    /// Flushes the names in a folder.
    ///
    /// # Errors
    /// As the system tells.
    fn flush_folder(&self, folder: &Path) -> io::Result<()>;
}

/// A file that is being written.
pub trait Out: Send {
    /// Adds these bytes.
    ///
    /// # Errors
    /// As the system tells.
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Returns when all that was written would outlive a loss of power.
    ///
    /// # Errors
    /// As the system tells.
    fn flush(&mut self) -> io::Result<()>;
}

/// The times of some file systems are this coarse (FAT: 2 s).
const SETTLES: Duration = Duration::from_secs(3);

/// The disk of this computer.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealDisk;

impl Disk for RealDisk {
    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        std::fs::read(file)
    }

    fn read_most(&self, file: &Path, most: u64) -> io::Result<Vec<u8>> {
        // Asked before it is opened: to open a pipe would wait for whoever writes into it.
        let about = std::fs::metadata(file)?;
        if !about.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        if about.len() > most {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let mut bytes = Vec::with_capacity(about.len() as usize);
        // It may grow while it is read.
        let _ = File::open(file)?.take(most + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        match std::fs::read_dir(folder) {
            Ok(entries) => entries.map(|entry| Ok(entry?.path())).collect(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(error) => Err(error),
        }
    }

    fn settled(&self, folder: &Path) -> Option<SystemTime> {
        let changed = std::fs::metadata(folder).ok()?.modified().ok()?;
        // A clock that was put back says nothing.
        let age = SystemTime::now().duration_since(changed).ok()?;
        (age > SETTLES).then_some(changed)
    }

    fn create(&self, file: &Path) -> io::Result<Box<dyn Out>> {
        let mut options = OpenOptions::new();
        let options = options.write(true).create_new(true);
        #[cfg(unix)]
        let options = std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
        Ok(Box::new(options.open(file)?))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        std::fs::rename(from, to)
    }

    fn remove(&self, file: &Path) -> io::Result<()> {
        std::fs::remove_file(file)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        make_flushed(self, folder)
    }

    #[cfg(unix)]
    fn flush_folder(&self, folder: &Path) -> io::Result<()> {
        // The root of a relative path has no name.
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder)?.sync_all()
    }

    /// Windows has no way to flush a folder: there the names are flushed with the files.
    #[cfg(not(unix))]
    fn flush_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }
}

impl Folders for RealDisk {
    fn is_folder(&self, folder: &Path) -> bool {
        // The root of a relative path has no name, and is always there.
        folder.as_os_str().is_empty() || folder.is_dir()
    }

    fn make_one(&self, folder: &Path) -> io::Result<()> {
        std::fs::create_dir(folder)
    }

    fn remove_one(&self, folder: &Path) -> io::Result<()> {
        std::fs::remove_dir(folder)
    }
}

/// One folder at a time: what [`make_flushed`] needs of a disk.
pub trait Folders: Disk {
    /// Whether this folder is there, flushed or not.
    fn is_folder(&self, folder: &Path) -> bool;

    /// Makes a folder in one that is there.
    ///
    /// # Errors
    /// As the system tells.
    fn make_one(&self, folder: &Path) -> io::Result<()>;

    /// Removes a folder with nothing in it.
    ///
    /// # Errors
    /// As the system tells.
    fn remove_one(&self, folder: &Path) -> io::Result<()>;
}

/// Makes a folder and those above it, and flushes the name of each.
///
/// # Errors
/// As the system tells.
pub fn make_flushed(disk: &impl Folders, folder: &Path) -> io::Result<()> {
    if disk.is_folder(folder) {
        return Ok(());
    }
    if let Some(parent) = folder.parent() {
        make_flushed(disk, parent)?;
    }
    match disk.make_one(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && disk.is_folder(folder) => {}
        done => done?,
    }
    let flushed = folder.parent().map_or(Ok(()), |parent| disk.flush_folder(parent));
    if flushed.is_err() {
        // Whoever asks next would believe that a folder that is there outlives a loss of power.
        let _ = disk.remove_one(folder);
    }
    flushed
}

impl Out for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

/// All files below a folder, in the order of their names.
///
/// # Errors
/// As the system tells.
pub fn files_below(disk: &dyn Disk, folder: &Path) -> io::Result<Vec<PathBuf>> {
    let (mut files, mut folders) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        match disk.list(&folder) {
            Ok(inside) => folders.extend(inside),
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => files.push(folder),
            Err(error) => return Err(error),
        }
    }
    files.sort();
    Ok(files)
}

/// Writes a file aside, flushes it, gives it its name, and flushes the folder. When this returns, it is saved.
///
/// # Errors
/// As the system tells. Nothing is left aside then. Where only the folder could not be flushed, the file is there
/// under its name, and nobody may rely on it.
pub fn write_whole(disk: &dyn Disk, (aside, file): (&Path, &Path), bytes: &[u8]) -> io::Result<()> {
    let written = write_and_name(disk, (aside, file), bytes);
    if written.is_err() {
        // What cannot be removed is swept away when the store is next opened.
        let _ = disk.remove(aside);
    }
    written
}

fn write_and_name(disk: &dyn Disk, (aside, file): (&Path, &Path), bytes: &[u8]) -> io::Result<()> {
    let folder = file.parent().unwrap_or(Path::new("."));
    disk.make_folder(folder)?;
    let mut out = disk.create(aside)?;
    out.write(bytes)?;
    out.flush()?;
    drop(out);
    disk.rename(aside, file)?;
    disk.flush_folder(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_a_strange_size_is_not_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let huge = folder.path().join("0000000001-0123456789abcdef.rev");
        // It has holes: a terabyte that takes no room.
        File::create(&huge).and_then(|file| file.set_len(1 << 40)).expect("room");
        let small = folder.path().join("small");
        std::fs::write(&small, "1234").expect("room");
        let kind = |file: &Path, most| RealDisk.read_most(file, most).map_err(|error| error.kind());
        assert_eq!(kind(&huge, 1024), Err(io::ErrorKind::FileTooLarge));
        assert_eq!(kind(&small, 4), Ok(b"1234".to_vec()));
        assert_eq!(kind(&small, 3), Err(io::ErrorKind::FileTooLarge));
        assert_eq!(kind(folder.path(), 1024), Err(io::ErrorKind::InvalidInput));
        assert_eq!(kind(&folder.path().join("gone"), 1024), Err(io::ErrorKind::NotFound));
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_not_waited_for() {
        let folder = tempfile::tempdir().expect("a folder");
        let pipe = folder.path().join("pipe");
        let made = std::process::Command::new("mkfifo").arg(&pipe).status().expect("mkfifo is there");
        assert!(made.success());
        let read = RealDisk.read_most(&pipe, 1024).map_err(|error| error.kind());
        assert_eq!(read, Err(io::ErrorKind::InvalidInput));
    }

    #[test]
    fn a_relative_folder_can_be_made() {
        // Nothing stands before the first name of a relative path.
        let folder = PathBuf::from(format!("made-by-a-test-{}", std::process::id()));
        let made = RealDisk.make_folder(&folder.join("practice"));
        let there = folder.join("practice").is_dir();
        let _ = std::fs::remove_dir_all(&folder);
        assert!(made.is_ok() && there, "{made:?}");
    }
}
