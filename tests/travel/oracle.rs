//! A planner that is slow and obviously right, on feeds small enough for it.
//!
//! It tries every trip of every day from every call to every later call, round after round, on the
//! feed as it was made up: nothing of the code under test is used.
use std::fmt::Write;

use alongside::domain::travel::gtfs::Table;

use super::feed::Feed;

/// A made-up feed. Stops are numbers. The calendar is five days, 1 to 5 January 2024.
#[derive(Debug, Clone)]
pub struct Town {
    /// Minutes to change at each stop.
    pub changes: Vec<i32>,
    /// From, to, and seconds on foot.
    pub footpaths: Vec<(usize, usize, i32)>,
    pub trips: Vec<MadeTrip>,
}

#[derive(Debug, Clone)]
pub struct MadeTrip {
    /// On which of the five days it runs.
    pub days: [bool; 5],
    pub line: usize,
    pub calls: Vec<MadeCall>,
}

#[derive(Debug, Clone, Copy)]
pub struct MadeCall {
    pub stop: usize,
    /// In seconds after midnight.
    pub arrives: i32,
    pub departs: i32,
    pub board: bool,
    pub alight: bool,
}

impl MadeCall {
    pub fn arrives(&self, day: i32) -> i32 {
        (self.arrives + 59).div_euclid(60) + day * 24 * 60
    }

    pub fn departs(&self, day: i32) -> i32 {
        self.departs.div_euclid(60) + day * 24 * 60
    }
}

/// What nobody takes.
#[derive(Debug, Clone, Default)]
pub struct Without {
    /// Nobody gets on from the first of these minutes until before the second.
    pub hours: Vec<(i32, i32)>,
    pub line: Option<usize>,
    pub stop: Option<usize>,
}

/// The day that is asked about is the third of five.
const TODAY: i32 = 2;

impl Town {
    /// For 0, 1, ... changes: the earliest arrival, leaving at `leave` or later.
    pub fn earliest(&self, pair: (usize, usize), leave: i32, most_changes: usize) -> Vec<Option<i32>> {
        self.earliest_without(pair, leave, most_changes, &Without::default())
    }

    /// The same without these hours, this line and this stop.
    pub fn earliest_without(
        &self,
        (from, to): (usize, usize),
        leave: i32,
        most_changes: usize,
        without: &Without,
    ) -> Vec<Option<i32>> {
        let far = i32::MAX / 2;
        let mut ready = vec![far; self.changes.len()];
        ready[from] = leave;
        for (start, end, seconds) in &self.footpaths {
            if *start == from {
                ready[*end] = ready[*end].min(leave + minutes(*seconds));
            }
        }
        let mut best = far;
        let mut arrivals = Vec::new();
        for _ in 0..=most_changes {
            let off = self.ride_everything(&ready, without);
            best = best.min(off[to]);
            for (start, end, seconds) in &self.footpaths {
                if *end == to {
                    best = best.min(off[*start] + minutes(*seconds));
                }
            }
            arrivals.push((best < far).then_some(best));
            for (stop, change) in self.changes.iter().enumerate() {
                ready[stop] = ready[stop].min(off[stop] + change);
            }
            for (start, end, seconds) in &self.footpaths {
                ready[*end] = ready[*end].min(off[*start] + minutes(*seconds));
            }
        }
        arrivals
    }

    fn ride_everything(&self, ready: &[i32], without: &Without) -> Vec<i32> {
        let mut off = vec![i32::MAX / 2; ready.len()];
        let is_left_out = |minute: i32| without.hours.iter().any(|(from, to)| (*from..*to).contains(&minute));
        for trip in self.trips.iter().filter(|trip| without.line != Some(trip.line)) {
            for day in -1..=1 {
                if !trip.days[(TODAY + day) as usize] {
                    continue;
                }
                for (place, on) in trip.calls.iter().enumerate() {
                    if !on.board || on.departs(day) < ready[on.stop] {
                        continue;
                    }
                    if is_left_out(on.departs(day)) || without.stop == Some(on.stop) {
                        continue;
                    }
                    let ends = trip.calls.iter().skip(place + 1).filter(|end| end.alight);
                    for end in ends.filter(|end| without.stop != Some(end.stop)) {
                        off[end.stop] = off[end.stop].min(end.arrives(day));
                    }
                }
            }
        }
        off
    }

    /// The same as a GTFS feed.
    pub fn feed(&self) -> Feed {
        let mut feed = Feed::default();
        let mut tables = Table::ALL.map(|table| (table, String::from(head(table))));
        let mut row = |table: Table, row: String| {
            let found = tables.iter_mut().find(|(known, _)| *known == table);
            let (_, text) = found.expect("a table");
            writeln!(text, "{row}").expect("room");
        };
        for (stop, change) in self.changes.iter().enumerate() {
            row(Table::Stops, format!("s{stop},Stop {stop},53.{stop:02},-4.2"));
            row(Table::Transfers, format!("s{stop},s{stop},2,{}", change * 60));
        }
        for (from, to, seconds) in &self.footpaths {
            row(Table::Transfers, format!("s{from},s{to},2,{seconds}"));
        }
        for line in 0..3 {
            row(Table::Routes, format!("l{line},{line},3"));
        }
        for (number, trip) in self.trips.iter().enumerate() {
            row(Table::Trips, format!("l{},d{number},t{number}", trip.line));
            for (day, runs) in trip.days.iter().enumerate() {
                let kind = if *runs { 1 } else { 2 };
                row(Table::CalendarDates, format!("d{number},2024010{},{kind}", day + 1));
            }
            for (sequence, call) in trip.calls.iter().enumerate() {
                let flag = |allowed: bool| u8::from(!allowed);
                row(
                    Table::StopTimes,
                    format!(
                        "t{number},{sequence},s{},{},{},{},{}",
                        call.stop,
                        clock(call.arrives),
                        clock(call.departs),
                        flag(call.board),
                        flag(call.alight)
                    ),
                );
            }
        }
        for (table, text) in &tables {
            if text.lines().count() > 1 {
                feed.set(*table, text);
            }
        }
        feed
    }
}

pub fn minutes(seconds: i32) -> i32 {
    (seconds + 59).div_euclid(60)
}

fn clock(seconds: i32) -> String {
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

fn head(table: Table) -> &'static str {
    match table {
        Table::Stops => "stop_id,stop_name,stop_lat,stop_lon\n",
        Table::Routes => "route_id,route_short_name,route_type\n",
        Table::CalendarDates => "service_id,date,exception_type\n",
        Table::Trips => "route_id,service_id,trip_id\n",
        Table::StopTimes => "trip_id,stop_sequence,stop_id,arrival_time,departure_time,pickup_type,drop_off_type\n",
        Table::Transfers => "from_stop_id,to_stop_id,transfer_type,min_transfer_time\n",
        Table::Agency | Table::Calendar | Table::Frequencies => "",
    }
}
