//! stops.txt: stops, platforms and stations.
use super::fields::{place, text};
use super::pool::Pool;
use super::report::Oddity;
use super::sheet::{Columns, Fault, Source, each_row};
use super::{Reading, Refused, Table};
use crate::domain::travel::position::Position;
use crate::domain::travel::rows::Texts;

/// Every row of stops.txt, used or not, by its number from 0.
pub(super) struct RawStops {
    pub ids: Pool<u8>,
    pub names: Texts,
    pub codes: Texts,
    pub platforms: Texts,
    /// Where each is. None: nowhere, and so of no use.
    pub places: Vec<Option<Position>>,
    /// The number of its parent in `stations`.
    parents: Vec<Option<u32>>,
    /// The ids of all stations that are some stop's parent.
    stations: Pool<u8>,
}

impl RawStops {
    /// The stop with this id, if it lies anywhere.
    pub fn find(&self, id: &[u8]) -> Option<u32> {
        let stop = self.ids.find(id)?;
        self.places.get(stop as usize)?.map(|_| stop)
    }

    /// The station that a stop is part of, or is itself. Numbers from 1; 0 for none.
    pub fn station(&self, stop: u32) -> u32 {
        let parent = self.parents.get(stop as usize).copied().flatten();
        let itself = || self.stations.find(self.ids.get(stop));
        parent.or_else(itself).map_or(0, |station| station + 1)
    }

    /// Whether this is a station that other stops are parts of.
    pub fn is_station(&self, stop: u32) -> bool {
        self.stations.find(self.ids.get(stop)).is_some()
    }

    /// How many stations there are.
    pub fn station_count(&self) -> usize {
        self.stations.len()
    }

    /// The row of the station that a stop is part of.
    fn parent(&self, stop: usize) -> Option<u32> {
        self.ids.find(self.stations.get(self.parents[stop]?))
    }

    /// Stops with no place of their own are where their station is.
    fn borrow_places(&mut self, ctx: &mut Reading<'_>) {
        for stop in 0..self.places.len() {
            if self.places[stop].is_none() {
                let parent = self.parent(stop);
                self.places[stop] = parent.and_then(|parent| self.places[parent as usize]);
            }
            if self.places[stop].is_none() {
                ctx.notes.count(Oddity::StopsWithoutPlace);
            }
        }
    }

    /// The name to show: its own, else its station's, its code, its id.
    pub fn name(&self, stop: u32) -> String {
        let parent = self.parent(stop as usize);
        let candidates =
            [self.names.get(stop), parent.map_or("", |parent| self.names.get(parent)), self.codes.get(stop)];
        match candidates.iter().find(|name| !name.is_empty()) {
            Some(name) => (*name).to_owned(),
            None => text(self.ids.get(stop)).into_owned(),
        }
    }
}

/// The most bytes of ids or names that are kept of one table.
pub(super) const MOST_TEXT: usize = 256 * 1024 * 1024;

pub(super) fn read(source: Source<'_>, ctx: &mut Reading<'_>) -> Result<RawStops, Refused> {
    let columns = Columns {
        needed: 1,
        names: ["stop_id", "stop_name", "stop_lat", "stop_lon", "stop_code", "parent_station", "platform_code"],
    };
    let mut stops = RawStops {
        ids: Pool::new(),
        names: Texts::default(),
        codes: Texts::default(),
        platforms: Texts::default(),
        places: Vec::new(),
        parents: Vec::new(),
        stations: Pool::new(),
    };
    let mut bytes = 0;
    let _ = each_row(source, &columns, ctx, |fields, _| {
        let [id, name, latitude, longitude, code, parent, platform] = fields;
        if id.is_empty() || stops.ids.find(id).is_some() {
            return Err(Fault::Bad);
        }
        bytes += fields.iter().map(|field| field.len()).sum::<usize>();
        if bytes > MOST_TEXT {
            return Err(Fault::Feed(Refused::TooBig(Table::Stops)));
        }
        let _ = stops.ids.keep(id);
        let _ = stops.names.push(&text(name));
        let _ = stops.codes.push(&text(code));
        let _ = stops.platforms.push(&text(platform));
        stops.places.push(place(latitude, longitude));
        let station = match parent {
            b"" => None,
            parent => stops.stations.keep(parent),
        };
        stops.parents.push(station);
        Ok(())
    })?;
    stops.borrow_places(ctx);
    Ok(stops)
}
