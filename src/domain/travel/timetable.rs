//! The timetable: stops, lines, and the trips that run between them, in few flat lists.
//!
//! Trips of a line with the same stops form a *pattern*, sorted so that none overtakes another; that
//! is what makes RAPTOR fast (Delling, Pajor, Werneck: "Round-Based Public Transit Routing", 2012).
//! A trip is a start, a profile of times that many trips share, and a set of service days.
mod check;
pub mod stops;

use std::ops::Range;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::bounds::Bounds;
use super::calendar::{DaySet, Days};
use super::line::Line;
use super::packed::{self, Packed};
use super::rows::{Rows, Texts};
use stops::{Footpath, StopIndex, Stops, Visit};

/// Minutes after midnight at the start of a service day. Past 24:00 it goes on counting: 25:10 is
/// 1510. Negative on the day before.
pub type Minute = i32;

/// The minutes of a day.
pub const DAY: Minute = 24 * 60;

/// A line, by its number in the timetable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct LineIndex(pub u32);

/// A pattern, by its number in the timetable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PatternIndex(pub u32);

/// A trip, by its number in the timetable. The trips of a pattern have numbers in a row, the
/// earliest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TripIndex(pub u32);

/// One call of a pattern: a stop, and whether people may get on and off there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Call(u32);

impl Call {
    /// How many stops a timetable can have at most: two bits of a call are flags.
    pub const MOST_STOPS: u32 = 1 << 30;

    /// A call at a stop, where people may get on (`board`) and off (`alight`).
    #[must_use]
    pub fn new(stop: StopIndex, board: bool, alight: bool) -> Self {
        Self(stop.0 << 2 | u32::from(alight) << 1 | u32::from(board))
    }

    /// The call at the same stop under another number, with the same flags.
    #[must_use]
    pub(super) fn at(self, stop: StopIndex) -> Self {
        Self(stop.0 << 2 | self.0 & 3)
    }

    /// The call as one number, and back.
    #[must_use]
    pub(super) fn bits(self) -> u32 {
        self.0
    }

    /// See [`Call::bits`].
    #[must_use]
    pub(super) fn from_bits(bits: u32) -> Self {
        Self(bits)
    }

    /// The stop.
    #[must_use]
    pub fn stop(self) -> StopIndex {
        StopIndex(self.0 >> 2)
    }

    /// Whether people may get on: `pickup_type` is not 1 (GTFS reference, stop_times.txt).
    #[must_use]
    pub fn board(self) -> bool {
        self.0 & 1 != 0
    }

    /// Whether people may get off: `drop_off_type` is not 1 (GTFS reference, stop_times.txt).
    #[must_use]
    pub fn alight(self) -> bool {
        self.0 & 2 != 0
    }
}

impl Packed for Call {
    const BYTES: usize = u32::BYTES;

    fn put(self, bytes: &mut Vec<u8>) {
        self.bits().put(bytes);
    }

    fn get(bytes: &[u8]) -> Self {
        Self::from_bits(u32::get(bytes))
    }
}

/// A timetable. Made by [`super::gtfs::read`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Timetable {
    pub(super) days: Days,
    pub(super) stops: Stops,
    pub(super) lines: Vec<Line>,
    pub(super) headsigns: Texts,
    pub(super) patterns: Patterns,
    pub(super) trips: Trips,
    pub(super) bounds: Bounds,
}

/// All patterns.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Patterns {
    pub calls: Rows<Call>,
    #[serde(with = "packed")]
    pub lines: Vec<LineIndex>,
    /// The number after the last trip of each pattern.
    #[serde(with = "packed")]
    pub ends: Vec<u32>,
}

/// All trips, each value in a list of its own.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Trips {
    /// The minute of the first departure.
    #[serde(with = "packed")]
    pub starts: Vec<u16>,
    /// Where in `times` the profile of the trip begins.
    #[serde(with = "packed")]
    pub profiles: Vec<u32>,
    #[serde(with = "packed")]
    pub days: Vec<DaySet>,
    /// By number in the headsigns of the timetable.
    #[serde(with = "packed")]
    pub headsigns: Vec<u32>,
    /// Arrival and departure of each call in turn, in minutes after the start. Arrivals are rounded
    /// up and departures down, so no plan counts on seconds that may not be there.
    #[serde(with = "packed")]
    pub times: Vec<u16>,
}

impl Timetable {
    /// The stops.
    #[must_use]
    pub fn stops(&self) -> &Stops {
        &self.stops
    }

    /// The service days.
    #[must_use]
    pub fn days(&self) -> &Days {
        &self.days
    }

    /// The first day on which anything runs.
    #[must_use]
    pub fn first_day(&self) -> Option<Date> {
        self.days.first_day()
    }

    /// The last day on which anything runs.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        self.days.last_day()
    }

    /// All lines, by number.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The line of this number; none if it comes from another timetable.
    #[must_use]
    pub fn line(&self, line: LineIndex) -> Option<&Line> {
        self.lines.get(line.0 as usize)
    }

    /// How many patterns there are. Their numbers go from 0.
    #[must_use]
    pub fn pattern_count(&self) -> u32 {
        self.patterns.lines.len() as u32
    }

    /// How many different trips there are; one that runs on many days counts once.
    #[must_use]
    pub fn trip_count(&self) -> u32 {
        self.trips.starts.len() as u32
    }

    /// The calls of a pattern, in order.
    #[must_use]
    pub fn calls(&self, pattern: PatternIndex) -> &[Call] {
        self.patterns.calls.row(pattern.0)
    }

    /// The line of a pattern.
    #[must_use]
    pub fn line_of(&self, pattern: PatternIndex) -> LineIndex {
        self.patterns.lines[pattern.0 as usize]
    }

    /// The numbers of the trips of a pattern, the earliest first.
    #[must_use]
    pub fn trips(&self, pattern: PatternIndex) -> Range<u32> {
        let start = match pattern.0 {
            0 => 0,
            number => self.patterns.ends[number as usize - 1],
        };
        start..self.patterns.ends[pattern.0 as usize]
    }

    /// When a trip arrives at a call of its pattern, the first call being 0. Rounded up.
    #[must_use]
    pub fn arrives(&self, trip: TripIndex, call: u16) -> Minute {
        self.time(trip, usize::from(call) * 2)
    }

    /// When a trip leaves from a call of its pattern, the first call being 0. Rounded down.
    #[must_use]
    pub fn departs(&self, trip: TripIndex, call: u16) -> Minute {
        self.time(trip, usize::from(call) * 2 + 1)
    }

    /// The number of the profile of a trip: trips that have the same take the same time from call to call.
    #[must_use]
    pub(super) fn profile(&self, trip: TripIndex) -> u32 {
        self.trips.profiles[trip.0 as usize]
    }

    /// How long a way takes at least.
    #[must_use]
    pub fn bounds(&self) -> &Bounds {
        &self.bounds
    }

    /// The days on which a trip runs.
    #[must_use]
    pub fn days_of(&self, trip: TripIndex) -> DaySet {
        self.trips.days[trip.0 as usize]
    }

    /// What is written on the front of the vehicle of a trip. May be blank.
    #[must_use]
    pub fn headsign(&self, trip: TripIndex) -> &str {
        self.headsigns.get(self.trips.headsigns[trip.0 as usize])
    }

    /// The patterns that call at a stop, and at which of their calls.
    #[must_use]
    pub fn visits(&self, stop: StopIndex) -> &[Visit] {
        self.stops.visits.row(stop.0)
    }

    /// The footpaths that begin at a stop.
    #[must_use]
    pub fn footpaths_from(&self, stop: StopIndex) -> &[Footpath] {
        self.stops.footpaths_from.row(stop.0)
    }

    /// The footpaths that end at a stop; each names the stop it begins at.
    #[must_use]
    pub fn footpaths_to(&self, stop: StopIndex) -> &[Footpath] {
        self.stops.footpaths_to.row(stop.0)
    }

    fn time(&self, trip: TripIndex, place: usize) -> Minute {
        let trip = trip.0 as usize;
        let offset = self.trips.times[self.trips.profiles[trip] as usize + place];
        Minute::from(self.trips.starts[trip]) + Minute::from(offset)
    }
}
