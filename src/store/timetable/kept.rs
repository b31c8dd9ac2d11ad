//! The file in which a timetable is kept between two starts of the app.
//!
//! A head of 24 bytes (a mark, the version, the length and the CRC-32 of what follows), then the
//! timetable and its report in the `postcard` format. It is a copy: if it cannot be used, the zip is
//! read again, so old versions need no reader.
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use super::Failed;
use crate::domain::travel::gtfs::report::Report;
use crate::domain::travel::timetable::Timetable;

const MARK: [u8; 8] = *b"ALTIMES\n";

/// Goes up whenever the form of the timetable changes.
const VERSION: u32 = 3;

const HEAD: usize = 24;

/// The largest file that is opened, in bytes. All of Great Britain takes about 150 MB.
const MOST: u64 = 1024 * 1024 * 1024;

/// Why what was kept cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// There is no such file.
    Missing,
    /// It is something else.
    NotATimetable,
    /// It was written by another version of the app.
    OtherVersion(u32),
    /// It is cut short or changed.
    Damaged,
    /// It cannot be opened or read.
    CannotRead,
}

/// Opens a timetable that was kept.
///
/// # Errors
/// See [`Unusable`].
pub fn load(path: &Path) -> Result<(Timetable, Report), Unusable> {
    let about = fs::metadata(path).map_err(|error| unreadable(&error))?;
    if about.len() > MOST {
        return Err(Unusable::Damaged);
    }
    let bytes = fs::read(path).map_err(|error| unreadable(&error))?;
    unpack(&bytes)
}

/// Whether there is a file that this version of the app wrote. Whether it is whole is seen when it is opened.
#[must_use]
pub fn may_be_used(path: &Path) -> bool {
    let mut head = [0; HEAD];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    read.is_ok() && !matches!(unpack(&head), Err(Unusable::NotATimetable | Unusable::OtherVersion(_)))
}

/// Keeps a timetable: writes it aside, makes sure that it is on the disk, then puts it in place of
/// the one before.
///
/// # Errors
/// [`Failed::NoRoom`] or [`Failed::CannotWrite`]. Then the one before is as it was.
pub fn save(path: &Path, read: &(Timetable, Report)) -> Result<(), Failed> {
    let bytes = pack(read)?;
    let aside = path.with_extension("new");
    let written = write(&aside, path, &bytes);
    if written.is_err() {
        // Half a file is of no use, and on a full disk it is in the way.
        let _ = fs::remove_file(&aside);
    }
    written.map_err(|error| Failed::of_writing(&error))
}

fn write(aside: &Path, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::create(aside)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    drop(file);
    fs::rename(aside, path)?;
    // Makes the new name last too. Not every system can; then it lasts soon enough.
    if let Some(folder) = path.parent()
        && let Ok(folder) = File::open(folder)
    {
        let _ = folder.sync_all();
    }
    Ok(())
}

fn pack(read: &(Timetable, Report)) -> Result<Vec<u8>, Failed> {
    let mut bytes = vec![0; HEAD];
    bytes = postcard::to_extend(read, bytes).map_err(|_| Failed::CannotWrite)?;
    let body = bytes.get(HEAD..).unwrap_or_default();
    let (length, sum) = (body.len() as u64, crc32fast::hash(body));
    let head = MARK.into_iter().chain(VERSION.to_le_bytes()).chain(length.to_le_bytes()).chain(sum.to_le_bytes());
    for (place, byte) in bytes.iter_mut().zip(head) {
        *place = byte;
    }
    Ok(bytes)
}

fn unpack(bytes: &[u8]) -> Result<(Timetable, Report), Unusable> {
    let (mark, rest) = bytes.split_first_chunk().ok_or(Unusable::NotATimetable)?;
    if *mark != MARK {
        return Err(Unusable::NotATimetable);
    }
    let (version, rest) = rest.split_first_chunk().ok_or(Unusable::Damaged)?;
    let version = u32::from_le_bytes(*version);
    if version != VERSION {
        return Err(Unusable::OtherVersion(version));
    }
    let (length, rest) = rest.split_first_chunk().ok_or(Unusable::Damaged)?;
    let (sum, body) = rest.split_first_chunk().ok_or(Unusable::Damaged)?;
    let whole = u64::from_le_bytes(*length) == body.len() as u64 && u32::from_le_bytes(*sum) == crc32fast::hash(body);
    if !whole {
        return Err(Unusable::Damaged);
    }
    let read: (Timetable, Report) = postcard::from_bytes(body).map_err(|_| Unusable::Damaged)?;
    match read.0.is_sound() {
        true => Ok(read),
        false => Err(Unusable::Damaged),
    }
}

fn unreadable(error: &io::Error) -> Unusable {
    match error.kind() {
        io::ErrorKind::NotFound => Unusable::Missing,
        _ => Unusable::CannotRead,
    }
}
