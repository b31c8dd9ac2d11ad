//! A disk that can be full.
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use alongside::store::disk::{Disk, Out, RealDisk};

/// A real disk that says it is full when it is told to.
#[derive(Clone, Default)]
pub struct FillingDisk {
    full: Arc<AtomicBool>,
}

impl FillingDisk {
    /// From now on it is full, or has room again.
    pub fn is_full(&self, full: bool) {
        self.full.store(full, Ordering::Relaxed);
    }

    fn room(&self) -> io::Result<()> {
        if self.full.load(Ordering::Relaxed) { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }
}

impl Disk for FillingDisk {
    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        RealDisk.read(file)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        RealDisk.list(folder)
    }

    fn create(&self, file: &Path) -> io::Result<Box<dyn Out>> {
        self.room()?;
        Ok(Box::new(Filling { disk: self.clone(), file: RealDisk.create(file)? }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }

    fn remove(&self, file: &Path) -> io::Result<()> {
        RealDisk.remove(file)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.make_folder(folder)
    }

    fn flush_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.flush_folder(folder)
    }
}

struct Filling {
    disk: FillingDisk,
    file: Box<dyn Out>,
}

impl Out for Filling {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.disk.room()?;
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.disk.room()?;
        self.file.flush()
    }
}
