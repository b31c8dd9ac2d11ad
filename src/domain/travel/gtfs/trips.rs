//! trips.txt and frequencies.txt: which trips there are, of which line, on which days.
use std::collections::HashMap;

use super::fields::{number, text, time};
use super::lines::Lines;
use super::pool::Pool;
use super::report::Oddity;
use super::services::Calendar;
use super::sheet::{Columns, Fault, Source, each_row};
use super::stops::MOST_TEXT;
use super::{Reading, Refused, Table};
use crate::domain::travel::calendar::DaySet;
use crate::domain::travel::rows::Texts;

/// All trips by the numbers of their ids. The ids themselves are only needed to read the feed: they
/// change from one feed to the next, so nothing is ever kept by them.
pub(super) struct Trips {
    ids: Pool<u8>,
    /// None for a trip that is left out, for it never runs.
    trips: Vec<Option<Trip>>,
    headsigns: Pool<u8>,
    frequencies: HashMap<u32, Vec<Frequency>>,
}

/// What trips.txt says of a trip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Trip {
    pub line: u32,
    pub days: DaySet,
    pub headsign: u32,
}

/// A stretch of the day in which a trip is repeated. In seconds after midnight.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frequency {
    first: u32,
    /// No trip begins at or after this.
    end: u32,
    every: u32,
}

impl Frequency {
    /// When the repeated trips begin.
    pub fn starts(self) -> impl Iterator<Item = u32> {
        (self.first..self.end).step_by(self.every as usize)
    }
}

/// The shortest wait between two repeated trips that is believed, in seconds. A wait of one second
/// would make 86,400 trips of one row.
const SHORTEST_WAIT: u32 = 30;

pub(super) fn read(
    source: Source<'_>,
    (lines, calendar): (&Lines, &Calendar),
    ctx: &mut Reading<'_>,
) -> Result<Trips, Refused> {
    let columns = Columns { needed: 3, names: ["route_id", "service_id", "trip_id", "trip_headsign"] };
    let mut trips = Trips { ids: Pool::new(), trips: Vec::new(), headsigns: Pool::new(), frequencies: HashMap::new() };
    let _ = each_row(source, &columns, ctx, |fields, ctx| {
        let [route, service, id, headsign] = fields;
        let line = lines.of(route).ok_or(Fault::Bad)?;
        if id.is_empty() || trips.ids.find(id).is_some() {
            return Err(Fault::Bad);
        }
        let days = calendar.of(service);
        ctx.notes.add(Oddity::TripsWithoutService, u64::from(days.is_none()));
        let headsign = trips.headsigns.keep(text(headsign).as_bytes());
        let bytes = trips.ids.rows().values().len() + trips.headsigns.rows().values().len();
        let (Some(_), Some(headsign)) = (trips.ids.keep(id), headsign) else {
            return Err(Fault::Feed(Refused::TooBig(Table::Trips)));
        };
        if bytes > MOST_TEXT {
            return Err(Fault::Feed(Refused::TooBig(Table::Trips)));
        }
        trips.trips.push(days.map(|days| Trip { line, days, headsign }));
        Ok(())
    })?;
    Ok(trips)
}

impl Trips {
    /// The number of a trip, known or left out.
    pub fn find(&self, id: &[u8]) -> Option<u32> {
        self.ids.find(id)
    }

    /// A trip by its number; none if it was left out.
    pub fn get(&self, number: u32) -> Option<Trip> {
        self.trips.get(number as usize).copied().flatten()
    }

    /// How many trips there are, those left out and all.
    pub fn len(&self) -> usize {
        self.trips.len()
    }

    /// When a trip is repeated; nothing for a trip that runs once, at its own times.
    pub fn repeats(&self, trip: u32) -> &[Frequency] {
        self.frequencies.get(&trip).map_or(&[], Vec::as_slice)
    }

    pub fn into_headsigns(self) -> Texts {
        let mut texts = Texts::default();
        for headsign in self.headsigns.rows().iter() {
            let _ = texts.push(&text(headsign));
        }
        texts
    }

    /// Both kinds of repetition become trips of their own (GTFS reference, frequencies.txt): a
    /// person needs a time to be at the stop, even if it is only near the truth.
    pub fn read_frequencies(&mut self, source: Source<'_>, ctx: &mut Reading<'_>) -> Result<(), Refused> {
        let columns =
            Columns { needed: 4, names: ["trip_id", "start_time", "end_time", "headway_secs", "exact_times"] };
        let _ = each_row(source, &columns, ctx, |fields, ctx| {
            let [id, first, end, every, exact] = fields;
            let trip = self.find(id).ok_or(Fault::Odd(Oddity::UnknownTrips))?;
            let frequency = Frequency {
                first: time(first).ok_or(Fault::Bad)?,
                end: time(end).ok_or(Fault::Bad)?,
                every: number(every).filter(|every| *every >= SHORTEST_WAIT).ok_or(Fault::Bad)?,
            };
            ctx.notes.count(match exact {
                b"1" => Oddity::RepeatedExactly,
                _ => Oddity::RepeatedRoughly,
            });
            self.frequencies.entry(trip).or_default().push(frequency);
            Ok(())
        })?;
        Ok(())
    }
}
