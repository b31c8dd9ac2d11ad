//! What a person knows of buses and trains, and what they want none of.
use serde::{Deserialize, Serialize};

use crate::domain::travel::line::Line;
use crate::domain::travel::timetable::Timetable;

/// What a person wants none of: kept, so that nobody has to say it twice.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Likes {
    /// Lines that they do not take.
    pub not_lines: Vec<Line>,
    /// Stops where they do not get on or off, by their `stop_id`, each with its name.
    pub not_stops: Vec<(String, String)>,
}

impl Likes {
    /// Whether they take everything.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.not_lines.is_empty() && self.not_stops.is_empty()
    }

    /// Whether they do not take this line.
    #[must_use]
    pub fn leaves_out(&self, line: &Line) -> bool {
        self.not_lines.iter().any(|other| other.looks_like(line))
    }

    /// Whether each line of a timetable is left out, by its number.
    #[must_use]
    pub(super) fn lines(&self, timetable: &Timetable) -> Vec<bool> {
        if self.not_lines.is_empty() {
            return Vec::new();
        }
        timetable.lines().iter().map(|line| self.leaves_out(line)).collect()
    }

    /// Whether each stop of a timetable is left out, by its number.
    #[must_use]
    pub(super) fn stops(&self, timetable: &Timetable) -> Vec<bool> {
        let found = self.not_stops.iter().filter_map(|(id, _)| timetable.stops().with_id(id));
        let mut stops = Vec::new();
        for stop in found {
            let number = stop.0 as usize;
            stops.resize(stops.len().max(number + 1), false);
            if let Some(left_out) = stops.get_mut(number) {
                *left_out = true;
            }
        }
        stops
    }
}
