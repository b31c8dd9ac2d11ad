//! Reads a GTFS feed, table by table and row by row, into a timetable and a report of what was met.
//!
//! The format: the GTFS Schedule reference (gtfs.org). Rows are never kept as they are: of the long
//! table, stop_times.txt, only the trip under way is held. What is odd is counted, what cannot be
//! read is skipped, and a feed that is mostly unreadable is refused.
mod assemble;
mod fields;
mod journeys;
mod lines;
mod links;
mod overtaking;
mod pool;
pub mod report;
mod services;
mod sheet;
mod stop_times;
mod stops;
mod trips;

use std::io::{self, Read};

use super::rows::Texts;
use super::timetable::Timetable;
pub(super) use assemble::{by_stop, visits};
use report::{Notes, Report};
use sheet::Source;

/// The tables of a feed that are read. All others are left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Table {
    /// Who runs the lines.
    Agency,
    /// The lines.
    Routes,
    /// The stops and stations.
    Stops,
    /// Services by day of the week.
    Calendar,
    /// Services by date.
    CalendarDates,
    /// The trips.
    Trips,
    /// Trips that are repeated every so many minutes.
    Frequencies,
    /// When each trip calls where. The long one.
    StopTimes,
    /// Change times and footpaths.
    Transfers,
}

impl Table {
    /// Every table, in the order in which they are read.
    pub const ALL: [Self; 9] = [
        Self::Agency,
        Self::Routes,
        Self::Stops,
        Self::Calendar,
        Self::CalendarDates,
        Self::Trips,
        Self::Frequencies,
        Self::StopTimes,
        Self::Transfers,
    ];

    /// Its file name in a feed.
    #[must_use]
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Agency => "agency.txt",
            Self::Routes => "routes.txt",
            Self::Stops => "stops.txt",
            Self::Calendar => "calendar.txt",
            Self::CalendarDates => "calendar_dates.txt",
            Self::Trips => "trips.txt",
            Self::Frequencies => "frequencies.txt",
            Self::StopTimes => "stop_times.txt",
            Self::Transfers => "transfers.txt",
        }
    }

    /// Whether no timetable can be made without it. Of the two calendars, one is enough.
    #[must_use]
    pub fn is_needed(self) -> bool {
        matches!(self, Self::Routes | Self::Stops | Self::Trips | Self::StopTimes)
    }
}

/// Where the tables come from: a zip in the app, strings in a test.
///
/// A trait, for a reader that is opened borrows from what it comes from; no closure can say that.
pub trait Tables {
    /// The bytes of a table; none where the feed has no such table. A table may be asked for twice.
    ///
    /// # Errors
    /// Whatever keeps a table that is there from being read.
    fn open(&mut self, table: Table) -> io::Result<Option<Opened<'_>>>;
}

/// A table that is open.
pub struct Opened<'t> {
    /// Its bytes.
    pub bytes: Box<dyn Read + 't>,
    /// How many bytes it is said to have. Only told on in [`Progress`]; it may be wrong.
    pub length: u64,
}

/// How far the reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// The table that is read now.
    pub table: Table,
    /// How many of its bytes are read. A table that is read twice begins at 0 again.
    pub bytes: u64,
    /// How many bytes it is said to have.
    pub length: u64,
    /// How many of its rows are read.
    pub rows: u64,
}

/// Whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carry {
    /// Go on.
    On,
    /// Stop as soon as may be. Nothing is kept.
    Stop,
}

/// Told how far the reading is, at least every [`ROWS_BETWEEN_NEWS`] rows, and says whether to go on.
pub type Watch<'w> = &'w mut dyn FnMut(Progress) -> Carry;

/// How many rows are read, at most, between two words to the [`Watch`].
pub const ROWS_BETWEEN_NEWS: u64 = 16_384;

/// Why a feed was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// A table is not there that must be. [`Table::Calendar`] stands for both calendars.
    MissingTable(Table),
    /// A table lacks a column that it must have.
    MissingColumn(Table, &'static str),
    /// More than 5 in 100 rows of a needed table cannot be read or lead nowhere.
    TooManyBadRows {
        /// The table.
        table: Table,
        /// How many rows cannot be read.
        bad: u64,
        /// How many rows there are.
        rows: u64,
    },
    /// More rows, longer rows or more text than any timetable has. Read on, it might fill the
    /// memory.
    TooBig(Table),
    /// The bytes of a table cannot be read to the end.
    Unreadable(Table, io::ErrorKind),
    /// All was read, and no trip is left that runs on any day between two stops.
    NoTrips,
    /// The [`Watch`] said [`Carry::Stop`].
    Stopped,
}

/// Reads a feed.
///
/// # Errors
/// See [`Refused`]. Nothing is kept of a feed that is refused.
pub fn read(tables: &mut dyn Tables, watch: Watch<'_>) -> Result<(Timetable, Report), Refused> {
    let mut ctx = Reading { watch, notes: Notes::default() };
    let agencies = lines::read_agencies(open(tables, Table::Agency)?, &mut ctx)?;
    let lines = lines::read(open(tables, Table::Routes)?, &agencies, &mut ctx)?;
    let stops = stops::read(open(tables, Table::Stops)?, &mut ctx)?;
    let calendar = read_calendar(tables, &mut ctx)?;
    let trips = read_trips(tables, (&lines, &calendar), &mut ctx)?;
    let journeys = read_stop_times(tables, (&trips, &stops), &mut ctx)?;
    let transfers = links::read(open(tables, Table::Transfers)?, &stops, &mut ctx)?;
    let feed = Feed { lines, stops, calendar, journeys, headsigns: trips.into_headsigns(), transfers };
    let timetable = assemble::assemble(feed, &mut ctx.notes)?;
    let report = ctx.notes.into_report(agencies.into_names(), &timetable);
    Ok((timetable, report))
}

/// What the tables gave, before it is put together.
struct Feed {
    lines: lines::Lines,
    stops: stops::RawStops,
    calendar: services::Calendar,
    journeys: journeys::Journeys,
    headsigns: Texts,
    transfers: links::Transfers,
}

/// What every table needs beside its bytes.
struct Reading<'w> {
    watch: Watch<'w>,
    notes: Notes,
}

fn open(tables: &mut dyn Tables, table: Table) -> Result<Source<'_>, Refused> {
    match tables.open(table) {
        Ok(None) if table.is_needed() => Err(Refused::MissingTable(table)),
        Ok(opened) => Ok(Source { table, opened }),
        Err(error) => Err(Refused::Unreadable(table, error.kind())),
    }
}

fn read_calendar(tables: &mut dyn Tables, ctx: &mut Reading<'_>) -> Result<services::Calendar, Refused> {
    let mut services = services::Services::default();
    let weeks = open(tables, Table::Calendar)?;
    let has_weeks = weeks.opened.is_some();
    services.read_weeks(weeks, ctx)?;
    let dates = open(tables, Table::CalendarDates)?;
    if !has_weeks && dates.opened.is_none() {
        return Err(Refused::MissingTable(Table::Calendar));
    }
    services.read_dates(dates, ctx)?;
    services.into_calendar()
}

fn read_trips(
    tables: &mut dyn Tables,
    known: (&lines::Lines, &services::Calendar),
    ctx: &mut Reading<'_>,
) -> Result<trips::Trips, Refused> {
    let mut trips = trips::read(open(tables, Table::Trips)?, known, ctx)?;
    trips.read_frequencies(open(tables, Table::Frequencies)?, ctx)?;
    Ok(trips)
}

fn read_stop_times(
    tables: &mut dyn Tables,
    known: stop_times::Known<'_>,
    ctx: &mut Reading<'_>,
) -> Result<journeys::Journeys, Refused> {
    let notes = ctx.notes.clone();
    let source = open(tables, Table::StopTimes)?;
    if let Some(journeys) = stop_times::read_trip_by_trip(source, known, ctx)? {
        return Ok(journeys);
    }
    // The rows of a trip lie apart. Rare; then they are read again, all kept, and sorted.
    ctx.notes = notes;
    let source = open(tables, Table::StopTimes)?;
    stop_times::read_all_and_sort(source, known, ctx)
}
