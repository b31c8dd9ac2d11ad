//! transfers.txt: change times and footpaths. Where a feed has no footpaths, as all of Britain's bus
//! feeds, they are worked out from the distance between stops.
use std::collections::HashMap;

use super::assemble::Used;
use super::fields::number;
use super::report::{Notes, Oddity};
use super::sheet::{Columns, Fault, Source, each_row};
use super::stops::RawStops;
use super::{Reading, Refused, Table};
use crate::domain::travel::position::Position;
use crate::domain::travel::timetable::stops::{StopIndex, Stops, USUAL_CHANGE, usual_seconds};

/// How far apart stops may be, in metres as the crow flies, to be linked where the feed has no
/// footpaths: about six minutes on foot.
const NEAR: f64 = 400.0;

/// The most footpaths from one stop that are worked out; the nearest are taken.
const MOST_NEAR: usize = 20;

/// The most stops that are looked at within one square as wide as [`NEAR`]. A feed with a million
/// stops at one place must not make the import crawl.
const MOST_IN_SQUARE: usize = 500;

/// The most footpaths of a feed. One takes 8 bytes, and 16 more while it is read.
const MOST_FOOTPATHS: usize = 10_000_000;

/// The rules of transfers.txt. Stops and stations by their number in stops.txt.
pub(super) struct Transfers(Vec<Rule>);

#[derive(Clone, Copy)]
struct Rule {
    from: u32,
    to: u32,
    /// The `min_transfer_time`; none where it is blank.
    seconds: Option<u16>,
}

pub(super) fn read(source: Source<'_>, stops: &RawStops, ctx: &mut Reading<'_>) -> Result<Transfers, Refused> {
    let columns = Columns {
        needed: 2,
        names: [
            "from_stop_id",
            "to_stop_id",
            "transfer_type",
            "min_transfer_time",
            "from_route_id",
            "to_route_id",
            "from_trip_id",
            "to_trip_id",
        ],
    };
    let mut rules = Vec::new();
    let _ = each_row(source, &columns, ctx, |fields, _| {
        let [from, to, kind, seconds, only_for @ ..] = fields;
        let skipped = || Fault::Odd(Oddity::TransfersSkipped);
        // Rules for one line or trip would need a search that knows where each person came from.
        // Kind 3 forbids a change, 4 and 5 are about staying on a vehicle.
        let is_general = only_for.iter().all(|field| field.is_empty());
        if !is_general || !matches!(kind, b"" | b"0" | b"1" | b"2") {
            return Err(skipped());
        }
        let seconds = match seconds {
            b"" => None,
            field => {
                let seconds = number(field).ok_or(Fault::Bad)?;
                Some(u16::try_from(seconds).map_err(|_| Fault::Bad)?)
            }
        };
        rules.push(Rule {
            from: stops.ids.find(from).ok_or_else(skipped)?,
            to: stops.ids.find(to).ok_or_else(skipped)?,
            seconds,
        });
        Ok(())
    })?;
    Ok(Transfers(rules))
}

/// Gives the stops their change times and footpaths.
pub(super) fn link(
    stops: &mut Stops,
    (transfers, raw, used): (&Transfers, &RawStops, &Used),
    notes: &mut Notes,
) -> Result<(), Refused> {
    stops.changes = vec![USUAL_CHANGE; stops.len()];
    let parts = Parts::of(raw, used);
    let mut paths = Vec::new();
    for rule in &transfers.0 {
        for &from in parts.of_rule(rule.from) {
            for &to in parts.of_rule(rule.to) {
                match (from == to, rule.seconds) {
                    (true, Some(seconds)) => {
                        stops.changes[from.0 as usize] = seconds.div_ceil(60);
                    }
                    (true, None) => {}
                    (false, seconds) => {
                        let seconds = seconds.unwrap_or_else(|| on_foot(stops, from, to));
                        paths.push((from, to, seconds));
                    }
                }
            }
            if paths.len() > MOST_FOOTPATHS {
                return Err(Refused::TooBig(Table::Transfers));
            }
        }
    }
    if paths.is_empty() {
        paths = between_near_stops(stops);
        notes.add(Oddity::FootpathsWorkedOut, paths.len() as u64);
    }
    stops.set_footpaths(paths);
    Ok(())
}

/// The stops that a rule is about: a stop, or all platforms of a station (GTFS reference,
/// transfers.txt).
struct Parts<'p> {
    raw: &'p RawStops,
    used: &'p Used,
    of_station: HashMap<u32, Vec<StopIndex>>,
}

impl<'p> Parts<'p> {
    fn of(raw: &'p RawStops, used: &'p Used) -> Self {
        let mut of_station: HashMap<_, Vec<_>> = HashMap::with_capacity(raw.station_count());
        for (number, row) in used.stops.iter().enumerate() {
            let station = of_station.entry(raw.station(*row)).or_default();
            station.push(StopIndex(number as u32));
        }
        Self { raw, used, of_station }
    }

    fn of_rule(&self, row: u32) -> &[StopIndex] {
        let platforms = || self.of_station.get(&self.raw.station(row));
        match &self.used.numbers[row as usize] {
            stop @ Some(_) => stop.as_slice(),
            None if self.raw.is_station(row) => platforms().map_or(&[], Vec::as_slice),
            None => &[],
        }
    }
}

/// Links stops that are near each other. Squares as wide as the distance keep this from comparing
/// each stop with all others.
fn between_near_stops(stops: &Stops) -> Vec<(StopIndex, StopIndex, u16)> {
    let north = (stops.places.iter()).map(|place| place.latitude.abs()).fold(0.0, f64::max);
    let degree = 111_000.0;
    let high = NEAR / degree;
    let wide = high / north.to_radians().cos().max(0.01);
    let square = |place: Position| {
        let row = (place.latitude / high).floor() as i32;
        let column = (place.longitude / wide).floor() as i32;
        (row, column)
    };
    let mut squares: HashMap<_, Vec<StopIndex>> = HashMap::new();
    for stop in stops.all() {
        squares.entry(square(stops.position(stop))).or_default().push(stop);
    }
    let mut paths = Vec::new();
    for from in stops.all() {
        let (row, column) = square(stops.position(from));
        let around = (-1..=1).flat_map(|up| (-1..=1).map(move |along| (row + up, column + along)));
        let mut near: Vec<_> = around
            .filter_map(|square| squares.get(&square))
            .flat_map(|stops| stops.iter().take(MOST_IN_SQUARE))
            .map(|to| (stops.position(from).crow_metres(stops.position(*to)), *to))
            .filter(|(metres, to)| *metres <= NEAR && *to != from)
            .collect();
        near.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        near.truncate(MOST_NEAR);
        paths.extend((near.iter()).map(|(_, to)| (from, *to, on_foot(stops, from, *to))));
    }
    paths
}

fn on_foot(stops: &Stops, from: StopIndex, to: StopIndex) -> u16 {
    usual_seconds(stops.position(from).walk_metres(stops.position(to)))
}
