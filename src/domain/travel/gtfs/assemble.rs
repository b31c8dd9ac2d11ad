//! Puts the timetable together: trips without doubles, patterns without overtaking, stops in use.
use super::journeys::{Journey, Journeys};
use super::overtaking::split;
use super::report::{Notes, Oddity};
use super::services::Calendar;
use super::stops::RawStops;
use super::{Feed, Refused, links};
use crate::domain::travel::bounds::Bounds;
use crate::domain::travel::rows::Rows;
use crate::domain::travel::timetable::stops::{StopIndex, Stops, Visit};
use crate::domain::travel::timetable::{Call, LineIndex, PatternIndex, Patterns, Timetable, Trips};

pub(super) fn assemble(feed: Feed, notes: &mut Notes) -> Result<Timetable, Refused> {
    let Feed { mut lines, stops: raw, mut calendar, mut journeys, headsigns, transfers } = feed;
    sort(&mut journeys);
    let doubles = join_equal(&mut journeys.trips, &mut calendar)?;
    notes.add(Oddity::DuplicateTrips, doubles);
    if journeys.trips.is_empty() {
        return Err(Refused::NoTrips);
    }
    let mut used = Used::new(&raw);
    let (patterns, mut trips) = lay_out(&journeys, &mut used);
    drop(journeys);
    notes.add(Oddity::UnusedStops, (raw.places.len() - used.stops.len()) as u64);
    let mut stops = describe(&raw, &used, notes);
    stops.visits = visits(&patterns.calls, stops.len());
    links::link(&mut stops, (&transfers, &raw, &used), notes)?;
    let days = calendar.into_days(&mut trips.days);
    let (lines, bounds) = (std::mem::take(&mut lines.lines), Bounds::default());
    let mut timetable = Timetable { days, stops, lines, headsigns, patterns, trips, bounds };
    drop_idle_lines(&mut timetable);
    timetable.bounds = Bounds::of(&timetable);
    Ok(timetable)
}

/// Sorts trips by pattern, start and times, so that equal ones stand side by side.
fn sort(journeys: &mut Journeys) {
    let profiles = journeys.profiles.rows();
    journeys.trips.sort_unstable_by(|one, other| {
        let keys = (one.pattern, one.start).cmp(&(other.pattern, other.start));
        keys.then_with(|| profiles.row(one.profile).cmp(profiles.row(other.profile)))
            .then_with(|| (one.headsign, one.days.0).cmp(&(other.headsign, other.days.0)))
    });
}

/// Makes one trip of trips with the same line, stops and times. On days they share they are doubles,
/// which British feeds have in thousands; a bus that does not exist is worse than a missing one.
fn join_equal(trips: &mut Vec<Journey>, calendar: &mut Calendar) -> Result<u64, Refused> {
    let mut doubles = 0;
    let mut kept: usize = 0;
    for next in 0..trips.len() {
        let trip = trips[next];
        if let Some(last) = kept.checked_sub(1).and_then(|last| trips.get_mut(last)) {
            let equal = (last.pattern, last.profile, last.start) == (trip.pattern, trip.profile, trip.start);
            let double = equal && calendar.meet(last.days, trip.days);
            if double || equal && last.headsign == trip.headsign {
                last.days = calendar.union(last.days, trip.days)?;
                doubles += u64::from(double);
                continue;
            }
        }
        trips[kept] = trip;
        kept += 1;
    }
    trips.truncate(kept);
    Ok(doubles)
}

/// The stops that are in use, numbered in the order in which trips come by: stops that are near in a
/// pattern are near in memory.
pub(super) struct Used {
    /// The number in the timetable of each row of stops.txt.
    pub numbers: Vec<Option<StopIndex>>,
    /// The row of stops.txt of each stop of the timetable.
    pub stops: Vec<u32>,
}

impl Used {
    fn new(raw: &RawStops) -> Self {
        Self { numbers: vec![None; raw.places.len()], stops: Vec::new() }
    }

    fn number(&mut self, raw: StopIndex) -> StopIndex {
        *self.numbers[raw.0 as usize].get_or_insert_with(|| {
            self.stops.push(raw.0);
            StopIndex(self.stops.len() as u32 - 1)
        })
    }
}

/// Lays patterns and trips out in flat lists.
fn lay_out(journeys: &Journeys, used: &mut Used) -> (Patterns, Trips) {
    let profiles = journeys.profiles.rows();
    let mut patterns = Patterns::default();
    let mut trips = Trips { times: profiles.values().to_vec(), ..Trips::default() };
    for group in journeys.trips.chunk_by(|one, next| one.pattern == next.pattern) {
        let Some((line, calls)) = group.first().and_then(|trip| journeys.patterns.get(trip.pattern).split_first())
        else {
            continue;
        };
        let calls: Vec<Call> =
            calls.iter().map(|bits| Call::from_bits(*bits)).map(|call| call.at(used.number(call.stop()))).collect();
        for chain in split(group, profiles) {
            let _ = patterns.calls.push(calls.iter().copied());
            patterns.lines.push(LineIndex(*line));
            for trip in chain {
                trips.starts.push(trip.start);
                trips.profiles.push(profiles.start(trip.profile));
                trips.days.push(trip.days);
                trips.headsigns.push(trip.headsign);
            }
            patterns.ends.push(trips.starts.len() as u32);
        }
    }
    (patterns, trips)
}

/// What is known of the stops in use.
fn describe(raw: &RawStops, used: &Used, notes: &mut Notes) -> Stops {
    let mut stops = Stops::default();
    for &row in &used.stops {
        let is_blank = raw.names.get(row).is_empty();
        notes.add(Oddity::BlankNames, u64::from(is_blank));
        let id = String::from_utf8_lossy(raw.ids.get(row));
        let _ = stops.ids.push(&id);
        let _ = stops.codes.push(raw.codes.get(row));
        let _ = stops.names.push(&raw.name(row));
        let _ = stops.platforms.push(raw.platforms.get(row));
        stops.stations.push(raw.station(row));
        // A stop in use has a place: rows that name one without were skipped.
        stops.places.extend(raw.places[row as usize]);
    }
    stops.put_in_order();
    stops
}

/// For each stop, the patterns that call there.
pub(in crate::domain::travel) fn visits(calls: &Rows<Call>, stops: usize) -> Rows<Visit> {
    let mut visits: Vec<(StopIndex, Visit)> = Vec::with_capacity(calls.values().len());
    for (pattern, row) in calls.iter().enumerate() {
        let pattern = PatternIndex(pattern as u32);
        for (place, call) in row.iter().enumerate() {
            visits.push((call.stop(), Visit::new(pattern, place as u16)));
        }
    }
    visits.sort_by_key(|(stop, _)| *stop);
    by_stop(&visits, stops)
}

/// Rows of what each stop has, from pairs that are sorted by stop.
pub(in crate::domain::travel) fn by_stop<T: Copy>(pairs: &[(StopIndex, T)], stops: usize) -> Rows<T> {
    let mut rows = Rows::default();
    let mut rest = pairs;
    for stop in 0..stops as u32 {
        let count = rest.partition_point(|(of, _)| of.0 <= stop);
        let (own, others) = rest.split_at(count);
        let _ = rows.push(own.iter().map(|(_, value)| *value));
        rest = others;
    }
    rows
}

/// Leaves out lines on which nothing runs.
fn drop_idle_lines(timetable: &mut Timetable) {
    let mut numbers = vec![None; timetable.lines.len()];
    let mut lines = Vec::new();
    for line in &mut timetable.patterns.lines {
        let number = numbers[line.0 as usize].get_or_insert_with(|| {
            lines.push(timetable.lines[line.0 as usize].clone());
            LineIndex(lines.len() as u32 - 1)
        });
        *line = *number;
    }
    timetable.lines = lines;
}
