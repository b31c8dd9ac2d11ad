//! Several timetables as one: buses and trains, this region and the next.
//!
//! A stop that stands in two of them is one stop, known by its `stop_id`. Stops of different timetables are linked
//! where they are near each other, or have the same name and are not far: no feed knows the footpaths to another.
use std::collections::HashMap;

use super::bounds::Bounds;
use super::calendar::{DaySet, Days};
use super::gtfs::{by_stop, visits};
use super::rows::Rows;
use super::timetable::stops::{Footpath, StopIndex, Stops, usual_seconds};
use super::timetable::{Call, LineIndex, Patterns, Timetable};

/// How far apart stops of two timetables may be to be linked, in metres on foot: about six minutes.
const NEAR: f64 = 500.0;
/// How far apart they may be if they have the same name: a bus stop at a station is named after it.
const NEAR_BY_NAME: f64 = 1_000.0;
/// The most stops that are looked at around one.
const MOST_NEAR: usize = 30;

/// One timetable of all of these. None if there is none, or they are more than a timetable can hold.
#[must_use]
pub fn join(parts: Vec<Timetable>) -> Option<Timetable> {
    let mut parts = parts.into_iter();
    let mut all = parts.next()?;
    for part in parts {
        all = both(all, part)?;
    }
    all.bounds = Bounds::of(&all);
    Some(all)
}

fn both(mut all: Timetable, part: Timetable) -> Option<Timetable> {
    let (days, shift) = Days::both(&all.days, &part.days)?;
    let before = all.stops.len();
    let numbers = add_stops(&mut all.stops, &part.stops)?;
    let number = |stop: StopIndex| numbers.get(stop.0 as usize).copied();
    let lines = u32::try_from(all.lines.len()).ok()?;
    all.lines.extend(part.lines);
    let signs = u32::try_from(all.headsigns.len()).ok()?;
    for sign in part.headsigns.iter() {
        let _ = all.headsigns.push(sign)?;
    }
    let trips = u32::try_from(all.trips.starts.len()).ok()?;
    let times = u32::try_from(all.trips.times.len()).ok()?;
    add_patterns(&mut all.patterns, &part.patterns, (lines, trips), number)?;
    all.trips.starts.extend(part.trips.starts);
    for profile in part.trips.profiles {
        all.trips.profiles.push(profile.checked_add(times)?);
    }
    all.trips.days.extend(part.trips.days.iter().map(|set| DaySet(set.0 + shift)));
    all.trips.headsigns.extend(part.trips.headsigns.iter().map(|sign| sign + signs));
    all.trips.times.extend(part.trips.times);
    all.days = days;
    all.stops.put_in_order();
    all.stops.visits = visits(&all.patterns.calls, all.stops.len());
    let mut paths = footpaths(&all.stops, Some);
    paths.extend(footpaths(&part.stops, number));
    let is_new = |stop: StopIndex| stop.0 as usize >= before;
    paths.extend(links(&all.stops, is_new));
    all.stops.set_footpaths(paths);
    Some(all)
}

/// Adds the stops that are not there yet, and gives the number of each.
fn add_stops(all: &mut Stops, part: &Stops) -> Option<Vec<StopIndex>> {
    let stations = all.stations.iter().copied().max().unwrap_or(0);
    let known: HashMap<String, StopIndex> = all.all().map(|stop| (all.id(stop).to_owned(), stop)).collect();
    let mut numbers = Vec::with_capacity(part.len());
    for stop in part.all() {
        if let Some(there) = known.get(part.id(stop)) {
            let change = all.changes.get_mut(there.0 as usize)?;
            *change = part.change(stop).max(*change);
            numbers.push(*there);
            continue;
        }
        let number = all.ids.push(part.id(stop)).filter(|number| *number < Call::MOST_STOPS)?;
        let _ = all.codes.push(part.code(stop))?;
        let _ = all.names.push(part.name(stop))?;
        let _ = all.platforms.push(part.platform(stop))?;
        let station = part.stations.get(stop.0 as usize).copied().unwrap_or(0);
        all.stations.push(if station == 0 { 0 } else { station.checked_add(stations)? });
        all.places.push(part.position(stop));
        all.changes.push(part.change(stop));
        numbers.push(StopIndex(number));
    }
    Some(numbers)
}

fn add_patterns(
    all: &mut Patterns,
    part: &Patterns,
    (lines, trips): (u32, u32),
    number: impl Fn(StopIndex) -> Option<StopIndex>,
) -> Option<()> {
    for calls in part.calls.iter() {
        let calls: Option<Vec<_>> = calls.iter().map(|call| Some(call.at(number(call.stop())?))).collect();
        let _ = all.calls.push(calls?)?;
    }
    all.lines.extend(part.lines.iter().map(|line| LineIndex(line.0 + lines)));
    for end in &part.ends {
        all.ends.push(end.checked_add(trips)?);
    }
    Some(())
}

/// A footpath from one stop to another, and its seconds.
type Path = (StopIndex, StopIndex, u16);

fn footpaths(stops: &Stops, number: impl Fn(StopIndex) -> Option<StopIndex>) -> Vec<Path> {
    let mut paths = Vec::new();
    for (from, row) in stops.all().zip(stops.footpaths_from.iter()) {
        paths.extend(row.iter().filter_map(|path| Some((number(from)?, number(path.stop)?, path.seconds))));
    }
    paths
}

/// Links between stops that were there and new ones, both ways.
fn links(stops: &Stops, is_new: impl Fn(StopIndex) -> bool) -> Vec<Path> {
    let mut paths = Vec::new();
    for new in stops.all().filter(|stop| is_new(*stop)) {
        let around = stops.near(stops.position(new), NEAR_BY_NAME, MOST_NEAR);
        for (old, metres) in around.into_iter().filter(|(stop, _)| !is_new(*stop)) {
            if metres <= NEAR || same_name(stops.name(new), stops.name(old)) {
                let seconds = usual_seconds(metres);
                paths.extend([(new, old, seconds), (old, new, seconds)]);
            }
        }
    }
    paths
}

/// Words that a stop and its station do not share.
const WHAT_IT_IS: [&str; 7] = ["station", "rail", "railway", "bus", "stop", "stn", "interchange"];

/// Whether two stops are named after the same place: "Newport Rail Station" and "Newport".
fn same_name(one: &str, other: &str) -> bool {
    let words = |name: &str| -> Vec<String> {
        let name = name.to_lowercase();
        let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        words.filter(|word| !WHAT_IT_IS.contains(word)).map(str::to_owned).collect()
    };
    let (one, other) = (words(one), words(other));
    !one.is_empty() && one == other
}

impl Stops {
    /// Keeps the shortest of footpaths between the same two stops, by both of their ends.
    pub(super) fn set_footpaths(&mut self, mut paths: Vec<Path>) {
        paths.sort_unstable();
        paths.dedup_by_key(|(from, to, _)| (*from, *to));
        let path = |stop, seconds| Footpath { stop, seconds };
        let from: Vec<_> = paths.iter().map(|(from, to, seconds)| (*from, path(*to, *seconds))).collect();
        let mut to: Vec<_> = paths.iter().map(|(from, to, seconds)| (*to, path(*from, *seconds))).collect();
        to.sort_by_key(|(stop, _)| *stop);
        let rows = |pairs: &[(StopIndex, Footpath)]| -> Rows<Footpath> { by_stop(pairs, self.len()) };
        (self.footpaths_from, self.footpaths_to) = (rows(&from), rows(&to));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bus_stop_at_a_station_has_its_name() {
        assert!(same_name("Newport Rail Station", "Newport"));
        assert!(same_name("Newport (bus stop)", "NEWPORT Station"));
        assert!(!same_name("Newport Market", "Newport"));
        assert!(!same_name("Bus Station", "Rail Station"), "no name is left");
    }
}
