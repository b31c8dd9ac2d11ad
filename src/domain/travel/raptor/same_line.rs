//! The rides of one line from one stop to another: the next one, and the one before. Whatever has the
//! same number on it counts: see [`Line::looks_like`](crate::domain::travel::line::Line::looks_like).
use jiff::civil::Date;

use super::super::timetable::stops::StopIndex;
use super::super::timetable::{LineIndex, Minute, Timetable, TripIndex};
use super::Ride;

/// From one stop to another without leaving the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hop {
    /// The line.
    pub line: LineIndex,
    /// Where to get on.
    pub from: StopIndex,
    /// Where to get off.
    pub to: StopIndex,
}

/// The first ride that leaves at `minute` or later, counted from the midnight of `day`.
#[must_use]
pub fn next(timetable: &Timetable, hop: Hop, (day, minute): (Date, Minute)) -> Option<Ride> {
    rides(timetable, hop, day)
        .into_iter()
        .filter(|ride| ride.departs(timetable) >= minute)
        .min_by_key(|ride| (ride.departs(timetable), ride.arrives(timetable)))
}

/// The last ride that leaves before `minute`, counted from the midnight of `day`.
#[must_use]
pub fn before(timetable: &Timetable, hop: Hop, (day, minute): (Date, Minute)) -> Option<Ride> {
    rides(timetable, hop, day)
        .into_iter()
        .filter(|ride| ride.departs(timetable) < minute)
        .max_by_key(|ride| (ride.departs(timetable), -ride.arrives(timetable)))
}

/// All rides of the service days before, of and after `day`, in no order.
#[must_use]
pub fn rides(timetable: &Timetable, hop: Hop, day: Date) -> Vec<Ride> {
    let runs = timetable.days().around(day);
    let line = timetable.line(hop.line);
    let is_same = |other: LineIndex| {
        let pair = line.zip(timetable.line(other));
        pair.is_some_and(|(line, other)| line.looks_like(other))
    };
    let mut rides = Vec::new();
    for visit in timetable.visits(hop.from) {
        let pattern = visit.pattern();
        let calls = timetable.calls(pattern);
        let board = usize::from(visit.call);
        let alight =
            (calls.iter()).enumerate().skip(board + 1).find(|(_, call)| call.stop() == hop.to && call.alight());
        let Some((alight, _)) = alight else { continue };
        if !is_same(timetable.line_of(pattern)) || !calls[board].board() {
            continue;
        }
        for trip in timetable.trips(pattern).map(TripIndex) {
            let days = runs[timetable.days_of(trip).0 as usize];
            let of_day = |day: i8| Ride { trip, pattern, day, board: visit.call, alight: alight as u16 };
            rides.extend((-1..=1).filter(|day| days >> (day + 1) & 1 == 1).map(of_day));
        }
    }
    rides
}
