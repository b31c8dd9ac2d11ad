//! A bus or train line: what is written on the front of the vehicle.
use serde::{Deserialize, Serialize};

/// A line, as a row of routes.txt. Rows that differ only in their `route_id` are one line: a person
/// cannot tell them apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Line {
    /// The number or short name, such as "42". May be blank.
    pub short_name: String,
    /// The long name. Blank in most British feeds.
    pub long_name: String,
    /// The name of the company that runs it. Blank where the feed does not say.
    pub agency: String,
    /// The colour of the line, red, green, blue. None where the feed does not say.
    pub colour: Option<[u8; 3]>,
    /// The colour of letters on it. None where the feed does not say.
    #[serde(default)]
    pub letters: Option<[u8; 3]>,
    /// What kind of vehicle it is.
    pub mode: Mode,
}

impl Line {
    /// Whether it is the same line to someone at a stop: the same number on the same kind of vehicle.
    /// Two companies often share a line, and then the feed has it twice.
    #[must_use]
    pub fn looks_like(&self, other: &Self) -> bool {
        let same_number = self.short_name == other.short_name && !self.short_name.is_empty();
        self == other || same_number && self.mode == other.mode
    }
}

/// What kind of vehicle it is: `route_type` of routes.txt (GTFS reference), and the extended types
/// (the Google Transit extensions) folded into the same few kinds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mode {
    /// 0 and 900 to 906: tram, light rail.
    Tram,
    /// 1 and 401, 402 and 500 to 507: underground, metro.
    Underground,
    /// 2 and 100 to 117, 300 and 400, 403, 404: train.
    Train,
    /// 3 and 700 to 716: bus.
    Bus,
    /// 4 and 1000, 1200: ferry.
    Ferry,
    /// 5: cable tram.
    CableTram,
    /// 6 and 1300 to 1307: cable car in the air.
    CableCar,
    /// 7 and 1400 to 1402: funicular.
    Funicular,
    /// 11 and 800: trolleybus.
    Trolleybus,
    /// 12 and 405: monorail.
    Monorail,
    /// 200 to 209: coach.
    Coach,
    /// 1100: aeroplane.
    Plane,
    /// 1500 to 1507: taxi.
    Taxi,
    /// Any other number. Kept, for it may be ridden all the same.
    Other(u16),
}

impl Mode {
    /// The mode of a `route_type`.
    #[must_use]
    pub fn of(route_type: u16) -> Self {
        match route_type {
            0 | 900..=906 => Self::Tram,
            1 | 401 | 402 | 500..=507 => Self::Underground,
            2 | 100..=117 | 300 | 400 | 403 | 404 => Self::Train,
            3 | 700..=716 => Self::Bus,
            4 | 1000 | 1200 => Self::Ferry,
            5 => Self::CableTram,
            6 | 1300..=1307 => Self::CableCar,
            7 | 1400..=1402 => Self::Funicular,
            11 | 800 => Self::Trolleybus,
            12 | 405 => Self::Monorail,
            200..=209 => Self::Coach,
            1100 => Self::Plane,
            1500..=1507 => Self::Taxi,
            other => Self::Other(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_line_is_one_line() {
        let line = |number: &str, agency: &str| Line {
            short_name: number.to_owned(),
            long_name: String::new(),
            agency: agency.to_owned(),
            colour: None,
            letters: None,
            mode: Mode::Bus,
        };
        assert!(line("30", "Red").looks_like(&line("30", "Blue")));
        assert!(!line("30", "Red").looks_like(&line("31", "Red")));
        assert!(!line("", "Red").looks_like(&line("", "Blue")));
    }

    #[test]
    fn basic_and_extended_types_are_one_kind() {
        assert_eq!(Mode::of(3), Mode::of(704));
        assert_eq!(Mode::of(2), Mode::of(106));
        assert_eq!(Mode::of(200), Mode::Coach);
        assert_eq!(Mode::of(9999), Mode::Other(9999));
    }
}
