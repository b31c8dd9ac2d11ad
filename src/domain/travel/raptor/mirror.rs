//! The timetable as a search sees it: as it is, or mirrored, with time running backwards.
//!
//! In the mirror a minute `t` is `-t`, the last call of a pattern is its first, getting off is getting
//! on, the latest trip is the earliest, and footpaths lead the other way. So a search for the latest
//! departure is a search for the earliest arrival, and there is one search to get right.
use super::super::timetable::stops::{Footpath, StopIndex};
use super::super::timetable::{Call, DAY, Minute, PatternIndex, Timetable, TripIndex};
use super::{LeftOut, Query, Reach, Ride, Time};

/// The timetable on the day of a query and the days around it.
pub(super) struct Mirror<'t, const BACK: bool> {
    pub timetable: &'t Timetable,
    /// By set of days: bit 0 for the day before, 1 for the day, 2 for the day after.
    pub runs: &'t [u8],
}

/// The trips of a pattern on one service day, ranked from 0 for the earliest in the mirror.
#[derive(Clone, Copy)]
pub(super) struct Runs<'t> {
    pub pattern: PatternIndex,
    pub calls: &'t [Call],
    pub day: i8,
    pub count: u32,
    first: u32,
}

impl<'t, const BACK: bool> Mirror<'t, BACK> {
    /// Where a search begins: at which minute, and how the stops are reached.
    pub fn start<'q>(query: &Query<'q>) -> (Minute, &'q [Reach]) {
        match query.time {
            Time::LeaveAfter(time) => (time, query.from),
            Time::ArriveBy(time) => (-time, query.to),
        }
    }

    /// Where a search ends.
    pub fn goal<'q>(query: &Query<'q>) -> &'q [Reach] {
        match query.time {
            Time::LeaveAfter(_) => query.to,
            Time::ArriveBy(_) => query.from,
        }
    }

    pub fn footpaths(&self, stop: StopIndex) -> &'t [Footpath] {
        match BACK {
            false => self.timetable.footpaths_from(stop),
            true => self.timetable.footpaths_to(stop),
        }
    }

    /// The place in the mirror of a call of a pattern with `length` calls, and back.
    pub fn place(length: usize, call: usize) -> usize {
        match BACK {
            false => call,
            true => length - 1 - call,
        }
    }

    /// On which of the three days any trip of a pattern runs, a bit for each.
    pub fn days(&self, pattern: PatternIndex) -> u8 {
        let trips = self.timetable.trips(pattern).map(TripIndex);
        trips.fold(0, |days, trip| days | self.runs[self.timetable.days_of(trip).0 as usize])
    }

    pub fn runs(&self, pattern: PatternIndex, day: i8) -> Runs<'t> {
        let trips = self.timetable.trips(pattern);
        Runs { pattern, calls: self.timetable.calls(pattern), day, count: trips.end - trips.start, first: trips.start }
    }

    pub fn call(runs: &Runs<'_>, place: usize) -> Call {
        runs.calls[Self::place(runs.calls.len(), place)]
    }

    pub fn can_board(call: Call) -> bool {
        match BACK {
            false => call.board(),
            true => call.alight(),
        }
    }

    pub fn can_alight(call: Call) -> bool {
        match BACK {
            false => call.alight(),
            true => call.board(),
        }
    }

    pub fn trip(runs: &Runs<'_>, rank: u32) -> TripIndex {
        TripIndex(match BACK {
            false => runs.first + rank,
            true => runs.first + runs.count - 1 - rank,
        })
    }

    /// When the trip of a rank leaves from a place.
    pub fn departs(&self, runs: &Runs<'_>, rank: u32, place: usize) -> Minute {
        let trip = Self::trip(runs, rank);
        let call = Self::place(runs.calls.len(), place) as u16;
        let day = Minute::from(runs.day) * DAY;
        match BACK {
            false => day + self.timetable.departs(trip, call),
            true => -day - self.timetable.arrives(trip, call),
        }
    }

    /// When the trip of a rank arrives at a place.
    pub fn arrives(&self, runs: &Runs<'_>, rank: u32, place: usize) -> Minute {
        let trip = Self::trip(runs, rank);
        let call = Self::place(runs.calls.len(), place) as u16;
        let day = Minute::from(runs.day) * DAY;
        match BACK {
            false => day + self.timetable.arrives(trip, call),
            true => -day - self.timetable.departs(trip, call),
        }
    }

    /// The earliest trip that leaves from a place at `ready` or later, with a rank below `below`, outside of the hours
    /// that are left out. In the mirror there are no such hours.
    pub fn earliest(
        &self,
        runs: &Runs<'_>,
        (place, ready): (usize, Minute),
        (below, left_out): (u32, &LeftOut<'_>),
    ) -> Option<u32> {
        // Mostly there is none: the one before has left.
        if below == 0 || self.departs(runs, below - 1, place) < ready {
            return None;
        }
        let (mut low, mut high) = (0, below);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.departs(runs, middle, place) < ready {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let today = 1 << (runs.day + 1);
        (low..below).find(|rank| {
            let days = self.timetable.days_of(Self::trip(runs, *rank));
            self.runs[days.0 as usize] & today != 0
                && (left_out.hours.is_empty() || !left_out.hour(self.departs(runs, *rank, place)))
        })
    }

    /// A ride in the timetable from a ride in the mirror.
    pub fn ride(runs: &Runs<'_>, rank: u32, (board, alight): (usize, usize)) -> Ride {
        let call = |place| Self::place(runs.calls.len(), place) as u16;
        let (board, alight) = match BACK {
            false => (call(board), call(alight)),
            true => (call(alight), call(board)),
        };
        Ride { trip: Self::trip(runs, rank), pattern: runs.pattern, day: runs.day, board, alight }
    }
}
