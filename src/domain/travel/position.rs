//! Where something is, how far two places are apart, and how long it takes to walk.
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::packed::Packed;

/// How much longer a walk is than the crow's flight. Streets bend; 1.3 is the usual factor where no
/// street map is at hand.
const STREETS_BEND: f64 = 1.3;

/// The mean radius of the earth in metres.
const EARTH: f64 = 6_371_000.0;

/// A place on the earth, in degrees (WGS 84, as GTFS has it).
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// North of the equator, -90 to 90.
    pub latitude: f64,
    /// East of Greenwich, -180 to 180.
    pub longitude: f64,
}

impl Position {
    /// A place, unless it lies off the map.
    #[must_use]
    pub fn new(latitude: f64, longitude: f64) -> Option<Self> {
        let on_the_map = (-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude);
        on_the_map.then_some(Self { latitude, longitude })
    }

    /// Metres to another place as the crow flies. On a flat map: right to 0.1 % within 100 km,
    /// and only nearness is ever asked for.
    #[must_use]
    pub fn crow_metres(self, other: Self) -> f64 {
        let middle = (self.latitude + other.latitude).to_radians() / 2.0;
        let north = (other.latitude - self.latitude).to_radians();
        let east = (other.longitude - self.longitude).to_radians() * middle.cos();
        EARTH * north.hypot(east)
    }

    /// Metres on foot to another place, with the bends of the streets allowed for.
    #[must_use]
    pub fn walk_metres(self, other: Self) -> f64 {
        self.crow_metres(other) * STREETS_BEND
    }
}

/// Whole minutes for a walk, rounded up, at `speed` metres a second. No walk is over 18 hours: what
/// would be longer is cut there, far above any limit of a person.
#[must_use]
pub fn walk_minutes(metres: f64, speed: f64) -> u16 {
    // A hair is taken off so that 60.000000001 seconds do not become two minutes.
    let minutes = (metres / speed / 60.0 - 1e-6).ceil();
    minutes.clamp(0.0, 1080.0) as u16
}

impl Packed for Position {
    const BYTES: usize = 16;

    fn put(self, bytes: &mut Vec<u8>) {
        (self.latitude, self.longitude).put(bytes);
    }

    fn get(bytes: &[u8]) -> Self {
        let (latitude, longitude) = Packed::get(bytes);
        Self { latitude, longitude }
    }
}

/// A square of a hundredth of a degree: about a kilometre high, and less wide. What is sorted by squares is found by
/// its place without looking at all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Square {
    row: i32,
    column: i32,
}

/// How many squares there are to a degree.
const SQUARES: f64 = 100.0;
/// Metres of a degree of latitude, at the least.
const DEGREE: f64 = 110_000.0;

impl Square {
    /// The square in which a place lies.
    #[must_use]
    pub fn of(place: Position) -> Self {
        let number = |degrees: f64| (degrees * SQUARES).floor() as i32;
        Self { row: number(place.latitude), column: number(place.longitude) }
    }

    /// The squares of all places within `metres` on foot, row by row: from one square to another. None of them lies
    /// beyond the 180th meridian.
    pub fn within(place: Position, metres: f64) -> impl Iterator<Item = RangeInclusive<Self>> {
        let high = metres / STREETS_BEND / DEGREE;
        let farthest = (place.latitude.abs() + high).min(89.0);
        let wide = high / farthest.to_radians().cos();
        let corner = |north: f64, east: f64| {
            Self::of(Position { latitude: place.latitude + north, longitude: place.longitude + east })
        };
        let (from, to) = (corner(-high, -wide), corner(high, wide));
        (from.row..=to.row).map(move |row| Self { row, ..from }..=Self { row, ..to })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_right_enough_to_walk_by() {
        let check = |a: (f64, f64), b: (f64, f64), expected: f64| {
            let a = Position::new(a.0, a.1).expect("on the map");
            let b = Position::new(b.0, b.1).expect("on the map");
            let metres = a.crow_metres(b);
            assert!((metres - expected).abs() <= expected * 0.002, "{metres} is not {expected}");
        };
        check((53.9, -4.2), (53.9, -4.2), 0.0);
        check((53.9, -4.2), (53.91, -4.2), 1112.0);
        check((53.9, -4.2), (53.9, -4.19), 655.2);
    }

    #[test]
    fn off_the_map_is_no_place() {
        assert_eq!(Position::new(91.0, 0.0), None);
        assert_eq!(Position::new(0.0, f64::NAN), None);
    }

    #[test]
    fn walks_are_rounded_up_to_whole_minutes() {
        assert_eq!(walk_minutes(0.0, 1.0), 0);
        assert_eq!(walk_minutes(60.0, 1.0), 1);
        assert_eq!(walk_minutes(61.0, 1.0), 2);
        assert_eq!(walk_minutes(f64::INFINITY, 1.0), 1080);
    }

    #[test]
    fn whatever_is_near_lies_in_the_squares_around() {
        let middle = Position::new(53.9, -4.2).expect("on the map");
        for metres in [1.0, 300.0, 1_200.0, 5_000.0] {
            let squares: Vec<_> = Square::within(middle, metres).collect();
            for step in 0..360 {
                let (north, east) = f64::from(step).to_radians().sin_cos();
                let far = |by: f64| {
                    let (high, wide) = (by / 111_200.0, by / 111_200.0 / 53.9_f64.to_radians().cos());
                    Position::new(53.9 + north * high, -4.2 + east * wide).expect("on the map")
                };
                let edge = far(metres / STREETS_BEND * 0.99);
                assert!(middle.walk_metres(edge) <= metres);
                assert!(
                    squares.iter().any(|squares| squares.contains(&Square::of(edge))),
                    "{metres} m, {step} degrees"
                );
            }
        }
    }
}
