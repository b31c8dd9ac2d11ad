//! The tables in a GTFS zip, found by their exact names and unpacked as they are read.
//!
//! A zip may be made to do harm. So: no entry is ever written to disk, none is looked for by a path,
//! and what is unpacked is counted as it comes, whatever the zip says of itself.
use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use zip::ZipArchive;
use zip::result::ZipError;

use super::Failed;
use super::apart::Apart;
use crate::domain::travel::gtfs::{Opened, Table, Tables};

/// The largest zip that is opened, in bytes. All of Great Britain is under 1 GB.
const MOST_PACKED: u64 = 2 * 1024 * 1024 * 1024;

/// The most bytes that are unpacked of one zip.
const MOST_UNPACKED: u64 = 20 * 1024 * 1024 * 1024;

/// The most bytes that one packed byte may give. Real tables give 5 to 20.
const MOST_RATIO: u64 = 100;

/// Below this many bytes no ratio is asked for: a short calendar of equal rows packs very well.
const SMALL: u64 = 1024 * 1024;

/// The most bytes that the list of entries may take: about 80,000 entries. All of it is held in
/// memory.
const MOST_LIST: u64 = 4 * 1024 * 1024;

/// A GTFS zip that is open.
pub(super) struct FeedZip {
    path: PathBuf,
    archive: ZipArchive<BufReader<Counted>>,
    entries: BTreeMap<Table, usize>,
    packed: u64,
    unpacked: Arc<AtomicU64>,
}

impl FeedZip {
    /// Opens a zip and finds the tables in it.
    pub fn open(path: &Path) -> Result<Self, Failed> {
        let (archive, packed) = open(path)?;
        let entries = tables_in(&archive);
        refuse_locked(&archive, &entries)?;
        Ok(Self { path: path.to_owned(), archive, entries, packed, unpacked: Arc::default() })
    }
}

/// Opens a zip, and says how many bytes it has.
fn open(path: &Path) -> Result<(ZipArchive<BufReader<Counted>>, u64), Failed> {
    let mut file = File::open(path).map_err(|_| Failed::CannotRead)?;
    let about = file.metadata().map_err(|_| Failed::CannotRead)?;
    match about.len() {
        _ if !about.is_file() => return Err(Failed::CannotRead),
        0 => return Err(Failed::Empty),
        length if length > MOST_PACKED => return Err(Failed::TooBig),
        _ => {}
    }
    let looks_like_a_zip = begins_like_a_zip(&mut file).map_err(|_| Failed::CannotRead)?;
    let left = Rc::new(Cell::new(MOST_LIST));
    let counted = Counted { file, left: Rc::clone(&left) };
    let archive = ZipArchive::new(BufReader::new(counted)).map_err(|error| not_opened(&error, looks_like_a_zip))?;
    if archive.is_empty() {
        return Err(Failed::Empty);
    }
    // The list is read. What follows is counted as it is unpacked.
    left.set(u64::MAX);
    Ok((archive, about.len()))
}

impl Tables for FeedZip {
    fn open(&mut self, table: Table) -> io::Result<Option<Opened<'_>>> {
        let Some(entry) = self.entries.get(&table) else {
            return Ok(None);
        };
        let (number, all) = (*entry, self.unpacked.clone());
        let entry = self.archive.by_index(number).map_err(io::Error::from)?;
        // What the zip says of the packed size may be a lie, but not beyond its own size.
        let packed = entry.compressed_size().min(self.packed);
        let (length, left) = (entry.size(), packed * MOST_RATIO + SMALL);
        if table != Table::StopTimes {
            return Ok(Some(Opened { length, bytes: Box::new(Unpacked { left, all, entry }) }));
        }
        // The long one.
        drop(entry);
        let path = self.path.clone();
        let apart = Apart::begin(move |pass| {
            let (mut archive, _) = open(&path).map_err(|_| io::ErrorKind::InvalidData)?;
            let entry = archive.by_index(number).map_err(io::Error::from)?;
            pass(&mut Unpacked { left, all, entry })
        });
        Ok(Some(Opened { length, bytes: Box::new(apart) }))
    }
}

/// Which entry is which table. They may lie together in one folder; a feed of its own folder for
/// each table is none.
fn tables_in(archive: &ZipArchive<BufReader<Counted>>) -> BTreeMap<Table, usize> {
    let mut folders: BTreeMap<&[u8], BTreeMap<Table, usize>> = BTreeMap::new();
    for (number, name) in archive.file_names_raw().enumerate() {
        let slash = name.iter().rposition(|byte| *byte == b'/');
        let (folder, file) = name.split_at(slash.map_or(0, |slash| slash + 1));
        let table = Table::ALL.into_iter().find(|table| table.file_name().as_bytes() == file);
        if let Some(table) = table
            && folder != b"__MACOSX/"
            && folder.iter().filter(|byte| **byte == b'/').count() <= 1
        {
            let _ = folders.entry(folder).or_default().insert(table, number);
        }
    }
    folders.retain(|folder, tables| folder.is_empty() || tables.contains_key(&Table::StopTimes));
    let outermost = folders.remove(&b""[..]).unwrap_or_default();
    if outermost.contains_key(&Table::StopTimes) || folders.len() > 1 {
        return outermost;
    }
    folders.into_values().next().unwrap_or(outermost)
}

fn refuse_locked(archive: &ZipArchive<BufReader<Counted>>, entries: &BTreeMap<Table, usize>) -> Result<(), Failed> {
    for entry in entries.values() {
        let about = archive.by_index_data(*entry).map_err(|_| Failed::Damaged)?;
        if about.encrypted() {
            return Err(Failed::Encrypted);
        }
    }
    Ok(())
}

fn begins_like_a_zip(file: &mut File) -> io::Result<bool> {
    let mut start = [0; 2];
    let begins = match file.read_exact(&mut start) {
        Ok(()) => start == *b"PK",
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => false,
        Err(error) => return Err(error),
    };
    let _ = file.seek(SeekFrom::Start(0))?;
    Ok(begins)
}

fn not_opened(error: &ZipError, looks_like_a_zip: bool) -> Failed {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Failed::Encrypted,
        ZipError::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => Failed::TooBig,
        ZipError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => Failed::CannotRead,
        _ if looks_like_a_zip => Failed::Damaged,
        _ => Failed::NotAZip,
    }
}

/// The file, with a limit on how much of it may be read before the tables are.
struct Counted {
    file: File,
    left: Rc<Cell<u64>>,
}

impl Read for Counted {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(into)?;
        let left = self.left.get().checked_sub(count as u64);
        self.left.set(left.ok_or(io::ErrorKind::FileTooLarge)?);
        Ok(count)
    }
}

impl Seek for Counted {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// A table as it is unpacked, with an end to it.
struct Unpacked<R> {
    entry: R,
    /// How much more this entry may give.
    left: u64,
    /// How much the whole zip gave.
    all: Arc<AtomicU64>,
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.entry.read(into)?;
        let all = self.all.fetch_add(count as u64, Ordering::Relaxed) + count as u64;
        let left = self.left.checked_sub(count as u64);
        self.left = left.filter(|_| all <= MOST_UNPACKED).ok_or(io::ErrorKind::FileTooLarge)?;
        Ok(count)
    }
}
