//! stop_times.txt: the long table, gathered trip by trip.
use super::fields::{number, time};
use super::journeys::{Journeys, RawCall};
use super::report::Oddity;
use super::sheet::{Columns, Fault, Source, each_row};
use super::stops::RawStops;
use super::trips::Trips;
use super::{Reading, Refused, Table};

/// What the rows point to.
pub(super) type Known<'k> = (&'k Trips, &'k RawStops);

/// The most calls of one trip. The longest bus lines have about 200.
const MOST_CALLS: usize = 4_000;

/// The most rows that are kept at once to be sorted: 28 bytes each.
const MOST_ROWS_SORTED: usize = 10_000_000;

const COLUMNS: Columns<7> = Columns {
    needed: 5,
    names: ["trip_id", "stop_id", "stop_sequence", "arrival_time", "departure_time", "pickup_type", "drop_off_type"],
};

/// Reads the table where the rows of each trip stand together, as almost every feed has them: only
/// one trip is held at a time. None if they do not stand together.
pub(super) fn read_trip_by_trip(
    source: Source<'_>,
    known: Known<'_>,
    ctx: &mut Reading<'_>,
) -> Result<Option<Journeys>, Refused> {
    let mut journeys = Journeys::new();
    let mut rows = Rows::new(known);
    let mut gathered = vec![false; known.0.len()];
    let mut calls = Vec::new();
    let mut current = None;
    let mut apart = false;
    let outcome = each_row(source, &COLUMNS, ctx, |fields, ctx| {
        let (trip, call) = rows.read(fields, ctx)?;
        if current != Some(trip) {
            finish(&mut journeys, known.0, (current, &mut calls), ctx)?;
            apart = std::mem::replace(&mut gathered[trip as usize], true);
            if apart {
                // Only ends the reading; what is said to the caller is None.
                return Err(Fault::Feed(Refused::Stopped));
            }
            current = Some(trip);
        }
        calls.push(call);
        check_length(&calls)
    });
    if apart {
        return Ok(None);
    }
    ctx.notes.stop_times = outcome?;
    finish(&mut journeys, known.0, (current, &mut calls), ctx).map_err(refusal)?;
    Ok(Some(journeys))
}

/// Reads the table in whatever order it is: all rows are kept and sorted.
pub(super) fn read_all_and_sort(
    source: Source<'_>,
    known: Known<'_>,
    ctx: &mut Reading<'_>,
) -> Result<Journeys, Refused> {
    let mut rows = Rows::new(known);
    let mut all = Vec::new();
    ctx.notes.stop_times = each_row(source, &COLUMNS, ctx, |fields, ctx| {
        all.push(rows.read(fields, ctx)?);
        if all.len() > MOST_ROWS_SORTED {
            return Err(Fault::Feed(Refused::TooBig(Table::StopTimes)));
        }
        Ok(())
    })?;
    all.sort_by_key(|(trip, _)| *trip);
    let mut journeys = Journeys::new();
    let mut calls = Vec::new();
    for rows in all.chunk_by(|one, next| one.0 == next.0) {
        calls.extend(rows.iter().map(|(_, call)| *call));
        check_length(&calls).map_err(refusal)?;
        let current = rows.first().map(|(trip, _)| *trip);
        finish(&mut journeys, known.0, (current, &mut calls), ctx).map_err(refusal)?;
    }
    Ok(journeys)
}

/// Hands over the calls of a trip that is complete.
fn finish(
    journeys: &mut Journeys,
    trips: &Trips,
    (current, calls): (Option<u32>, &mut Vec<RawCall>),
    ctx: &mut Reading<'_>,
) -> Result<(), Fault> {
    let Some(number) = current else { return Ok(()) };
    if let Some(trip) = trips.get(number) {
        journeys.add(trip, (calls, trips.repeats(number)), &mut ctx.notes).map_err(Fault::Feed)?;
    }
    calls.clear();
    Ok(())
}

fn check_length(calls: &[RawCall]) -> Result<(), Fault> {
    match calls.len() > MOST_CALLS {
        true => Err(Fault::Feed(Refused::TooBig(Table::StopTimes))),
        false => Ok(()),
    }
}

fn refusal(fault: Fault) -> Refused {
    match fault {
        Fault::Feed(refused) => refused,
        Fault::Bad | Fault::Odd(_) => Refused::TooBig(Table::StopTimes),
    }
}

/// Turns rows into calls.
struct Rows<'k> {
    known: Known<'k>,
    /// The last id and its trip: the next row mostly has the same.
    last: (Vec<u8>, u32),
    /// The stop of the last row, and for each stop the one that came after it the last time: mostly it comes again.
    stop: u32,
    after: Vec<u32>,
}

impl<'k> Rows<'k> {
    fn new(known: Known<'k>) -> Self {
        Self { known, last: (Vec::new(), 0), stop: 0, after: vec![0; known.1.ids.len().max(1)] }
    }

    /// The trip of a row, and its call.
    fn read(&mut self, fields: [&[u8]; 7], ctx: &mut Reading<'_>) -> Result<(u32, RawCall), Fault> {
        let [trip, stop, sequence, arrives, departs, board, alight] = fields;
        let trip = self.trip(trip)?;
        let stop = self.stop(stop);
        let call = RawCall {
            sequence: number(sequence).ok_or(Fault::Bad)?,
            stop: stop.ok_or(Fault::Odd(Oddity::UnknownStops))?,
            times: both(time_or_blank(arrives)?, time_or_blank(departs)?),
            board: allowed(board)?,
            alight: allowed(alight)?,
        };
        let arranged = |kind: &[u8]| matches!(kind, b"2" | b"3");
        ctx.notes.add(Oddity::CallsByArrangement, u64::from(arranged(board) || arranged(alight)));
        Ok((trip, call))
    }

    fn stop(&mut self, id: &[u8]) -> Option<u32> {
        let stops = self.known.1;
        let after = self.after.get_mut(self.stop as usize)?;
        if stops.ids.get(*after) != id || stops.places.get(*after as usize).is_none_or(Option::is_none) {
            *after = stops.find(id)?;
        }
        self.stop = *after;
        Some(*after)
    }

    fn trip(&mut self, id: &[u8]) -> Result<u32, Fault> {
        if self.last.0 != id || id.is_empty() {
            let trip = self.known.0.find(id);
            self.last.1 = trip.ok_or(Fault::Odd(Oddity::UnknownTrips))?;
            self.last.0.clear();
            self.last.0.extend_from_slice(id);
        }
        Ok(self.last.1)
    }
}

fn time_or_blank(field: &[u8]) -> Result<Option<u32>, Fault> {
    match field {
        b"" => Ok(None),
        field => time(field).map(Some).ok_or(Fault::Bad),
    }
}

/// Where only one of arrival and departure is given, it is both.
fn both(arrives: Option<u32>, departs: Option<u32>) -> Option<(u32, u32)> {
    Some((arrives.or(departs)?, departs.or(arrives)?))
}

/// Whether one may get on, or off: blank or 0 for yes, 1 for no, 2 and 3 by arrangement (GTFS
/// reference, stop_times.txt).
fn allowed(kind: &[u8]) -> Result<bool, Fault> {
    match kind {
        b"" | b"0" | b"2" | b"3" => Ok(true),
        b"1" => Ok(false),
        _ => Err(Fault::Bad),
    }
}
