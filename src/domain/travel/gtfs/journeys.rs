//! Turns the calls of a trip into its pattern, its profile of times, and its start.
use super::pool::Pool;
use super::report::{Notes, Oddity};
use super::trips::{Frequency, Trip};
use super::{Refused, Table};
use crate::domain::travel::calendar::DaySet;
use crate::domain::travel::timetable::Call;
use crate::domain::travel::timetable::stops::StopIndex;

/// One row of stop_times.txt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RawCall {
    pub sequence: u32,
    /// By its number in stops.txt.
    pub stop: u32,
    /// Arrival and departure in seconds after midnight. None where blank.
    pub times: Option<(u32, u32)>,
    pub board: bool,
    pub alight: bool,
}

/// All trips with their times, each as three numbers.
pub(super) struct Journeys {
    /// The line, then the calls. Stops by their number in stops.txt.
    pub patterns: Pool<u32>,
    /// Arrival and departure of each call in turn, in minutes after the start.
    pub profiles: Pool<u16>,
    pub trips: Vec<Journey>,
    /// Room to work in: made anew for each trip, they would cost more than the work.
    calls: Vec<u32>,
    times: Vec<u16>,
}

/// A trip with its times.
#[derive(Debug, Clone, Copy)]
pub(super) struct Journey {
    pub pattern: u32,
    pub profile: u32,
    /// The minute of the first departure.
    pub start: u16,
    pub days: DaySet,
    pub headsign: u32,
}

/// The most trips, repeated ones and all. One takes 20 bytes.
const MOST_TRIPS: usize = 16_000_000;

impl Journeys {
    pub fn new() -> Self {
        Self { patterns: Pool::new(), profiles: Pool::new(), trips: Vec::new(), calls: Vec::new(), times: Vec::new() }
    }

    /// Adds a trip with all its calls, once or as often as it is repeated. What cannot be used is
    /// left out and counted.
    pub fn add(
        &mut self,
        trip: Trip,
        (calls, repeats): (&mut Vec<RawCall>, &[Frequency]),
        notes: &mut Notes,
    ) -> Result<(), Refused> {
        sort(calls, notes);
        cut_ends(calls, notes);
        fill_in(calls, notes);
        if run_backwards(calls) {
            notes.count(Oddity::TimesRunBackwards);
            return Ok(());
        }
        // Where one may neither get on nor off, the bus does not stop for anyone.
        calls.retain(|call| call.board || call.alight);
        let (Some(first), 2..) = (calls.first().and_then(|call| call.times), calls.len()) else {
            notes.count(Oddity::TripsTooShort);
            return Ok(());
        };
        let pattern = self.pattern(trip.line, calls)?;
        if repeats.is_empty() {
            return self.store(trip, pattern, (calls, 0));
        }
        for start in repeats.iter().flat_map(|frequency| frequency.starts()) {
            let shift = i64::from(start) - i64::from(first.1);
            self.store(trip, pattern, (calls, shift))?;
        }
        Ok(())
    }

    fn pattern(&mut self, line: u32, calls: &[RawCall]) -> Result<u32, Refused> {
        let last = calls.len() - 1;
        self.calls.clear();
        self.calls.push(line);
        for (place, call) in calls.iter().enumerate() {
            // Nobody gets off where a trip begins or on where it ends, whatever the feed says.
            let (board, alight) = (call.board && place < last, call.alight && place > 0);
            self.calls.push(Call::new(StopIndex(call.stop), board, alight).bits());
        }
        let number = self.patterns.keep(&self.calls);
        number.ok_or(Refused::TooBig(Table::StopTimes))
    }

    /// Stores a trip, all its times moved by `shift` seconds. Arrivals are rounded up and departures
    /// down: nobody is told to change to what may have gone by then.
    fn store(&mut self, trip: Trip, pattern: u32, (calls, shift): (&[RawCall], i64)) -> Result<(), Refused> {
        let moved = |time: u32| u32::try_from(i64::from(time) + shift).unwrap_or(0);
        let times = || calls.iter().filter_map(|call| call.times);
        let start = times().next().map_or(0, |(_, departs)| moved(departs) / 60);
        let last = calls.len() - 1;
        self.times.clear();
        for (place, (arrives, departs)) in times().enumerate() {
            let arrives = moved(arrives).div_ceil(60);
            let departs = moved(departs) / 60;
            self.times.push(match place {
                0 => 0,
                _ => (arrives - start) as u16,
            });
            self.times.push(match place {
                place if place == last => (arrives - start) as u16,
                _ => (departs - start) as u16,
            });
        }
        let profile = self.profiles.keep(&self.times);
        let profile = profile.filter(|_| self.trips.len() < MOST_TRIPS);
        self.trips.push(Journey {
            pattern,
            profile: profile.ok_or(Refused::TooBig(Table::StopTimes))?,
            start: start as u16,
            days: trip.days,
            headsign: trip.headsign,
        });
        Ok(())
    }
}

fn sort(calls: &mut [RawCall], notes: &mut Notes) {
    if !calls.is_sorted_by_key(|call| call.sequence) {
        notes.count(Oddity::TripsSorted);
        calls.sort_by_key(|call| call.sequence);
    }
}

/// Takes away calls before the first time and after the last: nothing can be said of them.
fn cut_ends(calls: &mut Vec<RawCall>, notes: &mut Notes) {
    let before = calls.len();
    let timed = |call: &RawCall| call.times.is_some();
    calls.truncate(calls.iter().rposition(timed).map_or(0, |last| last + 1));
    let first = calls.iter().position(timed).unwrap_or(0);
    let _ = calls.drain(..first);
    notes.add(Oddity::EndsWithoutTime, (before - calls.len()) as u64);
}

/// Fills in blank times evenly between the times around them, as the reference asks.
fn fill_in(calls: &mut [RawCall], notes: &mut Notes) {
    let mut known = 0;
    for place in 1..calls.len() {
        let Some((arrives, _)) = calls[place].times else {
            continue;
        };
        let from = calls[known].times.map_or(arrives, |(_, departs)| departs);
        let gaps = (place - known) as u32;
        for step in 1..gaps {
            let time = from + arrives.saturating_sub(from) / gaps * step;
            calls[known + step as usize].times = Some((time, time));
        }
        notes.add(Oddity::TimesFilledIn, u64::from(gaps - 1));
        known = place;
    }
}

fn run_backwards(calls: &[RawCall]) -> bool {
    let times = calls.iter().filter_map(|call| call.times);
    !times.flat_map(|(arrives, departs)| [arrives, departs]).is_sorted()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(sequence: u32, times: Option<(u32, u32)>) -> RawCall {
        RawCall { sequence, stop: sequence, times, board: true, alight: true }
    }

    #[test]
    fn blank_times_are_spread_evenly() {
        let mut calls = vec![
            call(1, None),
            call(2, Some((0, 60))),
            call(3, None),
            call(4, None),
            call(5, Some((360, 400))),
            call(6, None),
        ];
        let mut notes = Notes::default();
        cut_ends(&mut calls, &mut notes);
        fill_in(&mut calls, &mut notes);
        let times: Vec<_> = calls.iter().filter_map(|call| call.times).collect();
        assert_eq!(times, [(0, 60), (160, 160), (260, 260), (360, 400)]);
    }

    #[test]
    fn a_trip_with_no_time_at_all_is_cut_to_nothing() {
        let mut calls = vec![call(1, None), call(2, None)];
        cut_ends(&mut calls, &mut Notes::default());
        assert!(calls.is_empty());
    }

    #[test]
    fn arrivals_are_rounded_up_and_departures_down() {
        let trip = Trip { line: 0, days: DaySet(0), headsign: 0 };
        let mut journeys = Journeys::new();
        let mut calls = vec![call(1, Some((30, 30))), call(2, Some((61, 119))), call(3, Some((121, 121)))];
        let added = journeys.add(trip, (&mut calls, &[]), &mut Notes::default());
        assert_eq!(added, Ok(()));
        assert_eq!(journeys.profiles.get(0), [0, 0, 2, 1, 3, 3]);
    }
}
