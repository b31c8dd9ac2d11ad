//! Timetables on disk: a GTFS zip is read once, and kept as one small file that opens at once.
//!
//! All of it blocks: call it from a worker thread. A zip comes from anywhere and is not trusted: see
//! `feed_zip` for its limits. Whatever goes wrong, the file that was kept before stays as it was.
mod apart;
mod feed_zip;
mod kept;
mod known;
mod parts;

use std::io;
use std::path::Path;

use crate::domain::travel::gtfs::report::Report;
use crate::domain::travel::gtfs::{self, Refused, Table, Watch};
use crate::domain::travel::timetable::Timetable;
use feed_zip::FeedZip;

pub use kept::{Unusable, load, may_be_used, save};
pub use known::{Known, Watcher};
pub use parts::Part;

/// Why a timetable could not be had from a zip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failed {
    /// The file is no zip.
    NotAZip,
    /// The file is empty, or a zip with nothing in it.
    Empty,
    /// A table in the zip is locked with a password.
    Encrypted,
    /// The zip is cut short or damaged, or packed in a way that is not known here.
    Damaged,
    /// The zip lacks a table. [`Table::Calendar`] stands for both calendars.
    MissingTable(Table),
    /// A table lacks a column that it must have.
    MissingColumn(Table, &'static str),
    /// More than any timetable is: over 2 GB, 20 GB unpacked, 100 times its packed size, 100 million
    /// rows, or a row that does not end.
    TooBig,
    /// More than 5 in 100 rows of a table cannot be read.
    Broken {
        /// The table.
        table: Table,
        /// How many rows cannot be read.
        bad: u64,
        /// How many rows there are.
        rows: u64,
    },
    /// All could be read, and nothing runs on any day.
    NoTrips,
    /// It was asked to stop.
    Cancelled,
    /// The disk is full.
    NoRoom,
    /// The file cannot be opened or read.
    CannotRead,
    /// The timetable cannot be written into its folder.
    CannotWrite,
}

/// Reads a GTFS zip and keeps what was read in the file `kept`, in place of what was there.
///
/// # Errors
/// See [`Failed`]. Then the file `kept` is as it was.
pub fn import(zip: &Path, kept: &Path, watch: Watch<'_>) -> Result<(Timetable, Report), Failed> {
    let read = read(zip, watch)?;
    save(kept, &read)?;
    Ok(read)
}

/// Reads a GTFS zip and keeps nothing.
///
/// # Errors
/// See [`Failed`].
pub fn read(zip: &Path, watch: Watch<'_>) -> Result<(Timetable, Report), Failed> {
    let mut tables = FeedZip::open(zip)?;
    Ok(gtfs::read(&mut tables, watch)?)
}

impl From<Refused> for Failed {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::MissingTable(table) => Self::MissingTable(table),
            Refused::MissingColumn(table, column) => Self::MissingColumn(table, column),
            Refused::TooManyBadRows { table, bad, rows } => Self::Broken { table, bad, rows },
            Refused::TooBig(_) => Self::TooBig,
            Refused::Unreadable(_, kind) => Self::of_reading(kind),
            Refused::NoTrips => Self::NoTrips,
            Refused::Stopped => Self::Cancelled,
        }
    }
}

impl Failed {
    /// Bytes that make no sense are the zip's fault; what is left is the disk's.
    fn of_reading(kind: io::ErrorKind) -> Self {
        match kind {
            io::ErrorKind::FileTooLarge => Self::TooBig,
            io::ErrorKind::InvalidData
            | io::ErrorKind::InvalidInput
            | io::ErrorKind::UnexpectedEof
            | io::ErrorKind::Unsupported
            | io::ErrorKind::Other => Self::Damaged,
            _ => Self::CannotRead,
        }
    }

    fn of_writing(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::NoRoom,
            _ => Self::CannotWrite,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_from_one_that_is_locked() {
        let check = |kind: io::ErrorKind, expected| {
            assert_eq!(Failed::of_writing(&kind.into()), expected);
        };
        check(io::ErrorKind::StorageFull, Failed::NoRoom);
        check(io::ErrorKind::QuotaExceeded, Failed::NoRoom);
        check(io::ErrorKind::PermissionDenied, Failed::CannotWrite);
    }

    #[test]
    fn a_bad_zip_is_told_from_a_bad_disk() {
        let check = |kind, expected| {
            let refused = Refused::Unreadable(Table::StopTimes, kind);
            assert_eq!(Failed::from(refused), expected);
        };
        check(io::ErrorKind::InvalidData, Failed::Damaged);
        check(io::ErrorKind::PermissionDenied, Failed::CannotRead);
        check(io::ErrorKind::FileTooLarge, Failed::TooBig);
    }
}
