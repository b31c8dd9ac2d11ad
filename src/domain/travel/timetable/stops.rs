//! The stops of a timetable: where they are, what they are called, what calls there, where one can
//! walk from them.
use serde::{Deserialize, Serialize};

use super::PatternIndex;
use crate::domain::travel::packed::{self, Packed};
use crate::domain::travel::position::{Position, Square};
use crate::domain::travel::rows::{Rows, Texts};

/// A stop, by its number in the timetable. Another timetable numbers its stops otherwise: to keep a
/// stop for longer, keep its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct StopIndex(pub u32);

/// That a pattern calls at a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pattern: u32,
    /// At which call of the pattern, from 0.
    pub call: u16,
}

impl Visit {
    /// A call of a pattern.
    #[must_use]
    pub fn new(pattern: PatternIndex, call: u16) -> Self {
        Self { pattern: pattern.0, call }
    }

    /// The pattern.
    #[must_use]
    pub fn pattern(self) -> PatternIndex {
        PatternIndex(self.pattern)
    }
}

impl Packed for Visit {
    const BYTES: usize = 6;

    fn put(self, bytes: &mut Vec<u8>) {
        (self.pattern, self.call).put(bytes);
    }

    fn get(bytes: &[u8]) -> Self {
        let (pattern, call) = Packed::get(bytes);
        Self { pattern, call }
    }
}

impl Packed for Footpath {
    const BYTES: usize = 6;

    fn put(self, bytes: &mut Vec<u8>) {
        (self.stop.0, self.seconds).put(bytes);
    }

    fn get(bytes: &[u8]) -> Self {
        let (stop, seconds) = Packed::get(bytes);
        Self { stop: StopIndex(stop), seconds }
    }
}

/// A way on foot between two stops.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Footpath {
    /// The stop at the other end.
    pub stop: StopIndex,
    /// How long it takes: what transfers.txt says, or the distance at [`USUAL_SPEED`].
    pub seconds: u16,
}

/// Metres a second for footpaths that the feed gives no time for: 4.8 km an hour, which transport
/// planners take for an adult in a street.
pub const USUAL_SPEED: f64 = 1.33;

/// The seconds of a footpath that the feed gives no time for.
#[must_use]
pub(in crate::domain::travel) fn usual_seconds(metres: f64) -> u16 {
    (metres / USUAL_SPEED).ceil().min(f64::from(u16::MAX)) as u16
}

/// The minutes it takes to change at one stop where transfers.txt does not say.
pub const USUAL_CHANGE: u16 = 2;

/// All stops at which something calls. What no trip uses was left out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Stops {
    pub(in crate::domain::travel) ids: Texts,
    pub(in crate::domain::travel) codes: Texts,
    pub(in crate::domain::travel) names: Texts,
    pub(in crate::domain::travel) platforms: Texts,
    /// Equal numbers above 0 for stops of one station; 0 for a stop of none.
    #[serde(with = "packed")]
    pub(in crate::domain::travel) stations: Vec<u32>,
    #[serde(with = "packed")]
    pub(in crate::domain::travel) places: Vec<Position>,
    /// All stops, in the order of their ids.
    #[serde(with = "packed")]
    pub(in crate::domain::travel) by_id: Vec<StopIndex>,
    /// All stops, in the order of the squares in which they lie.
    #[serde(with = "packed")]
    pub(in crate::domain::travel) by_square: Vec<StopIndex>,
    #[serde(with = "packed")]
    pub(in crate::domain::travel) changes: Vec<u16>,
    pub(in crate::domain::travel) visits: Rows<Visit>,
    pub(in crate::domain::travel) footpaths_from: Rows<Footpath>,
    pub(in crate::domain::travel) footpaths_to: Rows<Footpath>,
}

impl Stops {
    /// Puts the stops in order, once all of them are there.
    pub(in crate::domain::travel) fn put_in_order(&mut self) {
        self.by_id = self.all().collect();
        self.by_square = self.by_id.clone();
        let ids = &self.ids;
        self.by_id.sort_unstable_by(|one, other| ids.get(one.0).cmp(ids.get(other.0)));
        let places = &self.places;
        self.by_square.sort_unstable_by_key(|stop| (Square::of(places[stop.0 as usize]), *stop));
    }

    /// How many stops there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is no stop.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// All stops.
    pub fn all(&self) -> impl Iterator<Item = StopIndex> + use<> {
        (0..self.places.len() as u32).map(StopIndex)
    }

    /// Its `stop_id`: in Britain the ATCO code, which stays the same from feed to feed.
    #[must_use]
    pub fn id(&self, stop: StopIndex) -> &str {
        self.ids.get(stop.0)
    }

    /// Its `stop_code`: in Britain the NaPTAN code that is written on the stop. Often blank.
    #[must_use]
    pub fn code(&self, stop: StopIndex) -> &str {
        self.codes.get(stop.0)
    }

    /// Its name. Never blank: a stop with no name has its station's name, its code or its id here.
    #[must_use]
    pub fn name(&self, stop: StopIndex) -> &str {
        self.names.get(stop.0)
    }

    /// Its `platform_code`, such as the letter of a stand. Mostly blank.
    #[must_use]
    pub fn platform(&self, stop: StopIndex) -> &str {
        self.platforms.get(stop.0)
    }

    /// Where it is.
    #[must_use]
    pub fn position(&self, stop: StopIndex) -> Position {
        self.places[stop.0 as usize]
    }

    /// The minutes it takes to change here from one vehicle to another.
    #[must_use]
    pub fn change(&self, stop: StopIndex) -> u16 {
        self.changes[stop.0 as usize]
    }

    /// Whether two stops are parts of one station (`parent_station`).
    #[must_use]
    pub fn of_one_station(&self, one: StopIndex, other: StopIndex) -> bool {
        let station = |stop: StopIndex| self.stations[stop.0 as usize];
        station(one) != 0 && station(one) == station(other)
    }

    /// The stop with this `stop_id`; none if nothing calls there.
    #[must_use]
    pub fn with_id(&self, id: &str) -> Option<StopIndex> {
        let place = self.by_id.partition_point(|stop| self.id(*stop) < id);
        self.by_id.get(place).copied().filter(|stop| self.id(*stop) == id)
    }

    /// The stops within `metres` on foot of a place, the nearest first, `most` of them at most.
    /// Each with its distance on foot in metres.
    #[must_use]
    pub fn near(&self, place: Position, metres: f64, most: usize) -> Vec<(StopIndex, f64)> {
        let mut near = Vec::new();
        for squares in Square::within(place, metres) {
            let from = self.by_square.partition_point(|stop| Square::of(self.position(*stop)) < *squares.start());
            let rest = self.by_square.get(from..).unwrap_or_default().iter();
            let inside = rest.take_while(|stop| Square::of(self.position(**stop)) <= *squares.end());
            let distances = inside.map(|stop| (*stop, place.walk_metres(self.position(*stop))));
            near.extend(distances.filter(|(_, distance)| *distance <= metres));
        }
        near.sort_by(|one, other| one.1.total_cmp(&other.1).then(one.0.cmp(&other.0)));
        near.truncate(most);
        near
    }
}
