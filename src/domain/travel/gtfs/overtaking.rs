//! Splits the trips of a pattern so that within a part none overtakes another.
//!
//! RAPTOR takes the earliest trip it can catch and never looks at a later one; that is only right
//! where a later departure is never an earlier arrival.
use super::journeys::Journey;
use crate::domain::travel::rows::Rows;

/// How many parts are tried for a trip before it opens a part of its own. Real patterns have one or
/// two; a feed made to be slow could have as many as trips.
const MOST_TRIED: usize = 32;

/// The parts, each sorted by time. The trips must be sorted by start and times.
pub(super) fn split(trips: &[Journey], profiles: &Rows<u16>) -> Vec<Vec<Journey>> {
    let mut parts: Vec<Vec<Journey>> = Vec::new();
    for trip in trips {
        let tried = parts.len().saturating_sub(MOST_TRIED);
        let fits = |part: &&mut Vec<Journey>| part.last().is_some_and(|last| follows(last, trip, profiles));
        match parts[tried..].iter_mut().find(fits) {
            Some(part) => part.push(*trip),
            None => parts.push(vec![*trip]),
        }
    }
    parts
}

/// Whether `later` is nowhere before `earlier`.
fn follows(earlier: &Journey, later: &Journey, profiles: &Rows<u16>) -> bool {
    if earlier.profile == later.profile {
        return earlier.start <= later.start;
    }
    let times = |trip: &Journey| {
        let start = u32::from(trip.start);
        let offsets = profiles.row(trip.profile).iter();
        offsets.map(move |offset| start + u32::from(*offset))
    };
    times(earlier).zip(times(later)).all(|(earlier, later)| earlier <= later)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::travel::calendar::DaySet;

    /// Starts of the parts of trips given by start and minutes of riding.
    fn check(trips: &[(u16, u16)], expected: &[&[u16]]) {
        let mut profiles = Rows::default();
        let journeys: Vec<_> = trips
            .iter()
            .map(|(start, ride)| Journey {
                pattern: 0,
                profile: profiles.push([0, 0, *ride, *ride]).expect("room"),
                start: *start,
                days: DaySet(0),
                headsign: 0,
            })
            .collect();
        let parts = split(&journeys, &profiles);
        let starts: Vec<Vec<u16>> = parts.iter().map(|part| part.iter().map(|trip| trip.start).collect()).collect();
        assert_eq!(starts, expected);
    }

    #[test]
    fn the_express_rides_apart() {
        check(&[(0, 30), (10, 30), (20, 30)], &[&[0, 10, 20]]);
        check(&[(0, 30), (10, 10), (20, 30)], &[&[0, 20], &[10]]);
        check(&[(0, 30), (10, 20), (20, 30)], &[&[0, 10, 20]]);
    }
}
