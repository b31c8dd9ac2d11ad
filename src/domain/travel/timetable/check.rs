//! Whether a timetable that came from a file can be trusted: every number in it leads somewhere.
//!
//! The check sum of the file tells damage; this tells a file that was never written by the app. A
//! timetable that passes cannot make a search look outside a list.
use super::{Patterns, Timetable, Trips};
use crate::domain::travel::rows::Rows;

impl Timetable {
    /// Whether all numbers lead to things that are there.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.days.are_sound()
            && self.stops_are_sound()
            && self.patterns_are_sound()
            && self.bounds.are_for(self.stops.len())
    }

    fn stops_are_sound(&self) -> bool {
        let stops = &self.stops;
        let count = stops.len();
        let texts = [&stops.ids, &stops.codes, &stops.names, &stops.platforms];
        let visits = |pattern: u32, call: u16| usize::from(call) < self.patterns.calls.row(pattern).len();
        texts.iter().all(|texts| texts.len() == count && texts.are_sound())
            && self.headsigns.are_sound()
            && stops.stations.len() == count
            && stops.changes.len() == count
            && [&stops.by_id, &stops.by_square].iter().all(|order| {
                // In the wrong order, a stop is not found. That leads nowhere else.
                order.len() == count && order.iter().all(|stop| (stop.0 as usize) < count)
            })
            && one_row_each(&stops.visits, count)
            && one_row_each(&stops.footpaths_from, count)
            && one_row_each(&stops.footpaths_to, count)
            && stops.visits.values().iter().all(|visit| visits(visit.pattern().0, visit.call))
            && [&stops.footpaths_from, &stops.footpaths_to]
                .iter()
                .flat_map(|paths| paths.values())
                .all(|path| (path.stop.0 as usize) < count)
    }

    fn patterns_are_sound(&self) -> bool {
        let Patterns { calls, lines, ends } = &self.patterns;
        let trips = self.trips.starts.len();
        one_row_each(calls, lines.len())
            && ends.len() == lines.len()
            && ends.is_sorted()
            && ends.last().copied().unwrap_or(0) as usize == trips
            && lines.iter().all(|line| (line.0 as usize) < self.lines.len())
            && calls.values().iter().all(|call| (call.stop().0 as usize) < self.stops.len())
            && self.trips_are_sound()
    }

    fn trips_are_sound(&self) -> bool {
        let Trips { starts, profiles, days, headsigns, times } = &self.trips;
        let of_one_length = [profiles.len(), days.len(), headsigns.len()].iter().all(|length| *length == starts.len());
        of_one_length
            && days.iter().all(|set| (set.0 as usize) < self.days.len())
            && headsigns.iter().all(|sign| (*sign as usize) < self.headsigns.len())
            && (0..self.pattern_count()).all(|pattern| {
                let pattern = super::PatternIndex(pattern);
                let length = self.calls(pattern).len() * 2;
                self.trips(pattern).all(|trip| {
                    let start = profiles[trip as usize] as usize;
                    times.get(start..start + length).is_some()
                })
            })
    }
}

fn one_row_each<T>(rows: &Rows<T>, count: usize) -> bool {
    rows.len() == count && rows.are_sound()
}
