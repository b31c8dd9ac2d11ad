//! Finds a stop by its name, with small mistakes allowed, and tells stops of one name apart.
mod towards;
pub mod words;

use std::collections::HashMap;

use super::timetable::Timetable;
use super::timetable::stops::StopIndex;
pub use towards::LineThere;
use towards::lines_at;
use words::{Wanted, plain_words, without_bay};

/// Stops with one name that lie together: both sides of a road, or the bays of a bus station.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The name they share, without the bay.
    pub name: String,
    /// The stops, the busiest first.
    pub stops: Vec<FoundStop>,
}

/// One of several stops with a name, and what goes from it: that is how a person knows which it is.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundStop {
    /// The stop.
    pub stop: StopIndex,
    /// The lines on which one can get on here, the most frequent first.
    pub lines: Vec<LineThere>,
}

/// The most names that are given back: more cannot be shown at once.
const MOST_FOUND: usize = 8;

/// How far apart stops of one name may be, in metres, to be one place. Every town has a High Street.
const ONE_PLACE: f64 = 500.0;

/// The stops whose names have all these words, the best first. Case, accents, signs and the order of
/// the words make no difference; a word may be begun, shortened as on signs ("Rd"), or have a letter
/// wrong, two if it is long. Where nothing fits, one letter more may be wrong; then a word may only sound alike.
#[must_use]
pub fn find_stop(timetable: &Timetable, words: &str) -> Vec<Found> {
    let mut found = Wanted::first(words, |wanted| groups(timetable, wanted));
    found.sort_by(|one, other| one.rank().cmp(&other.rank()));
    found.into_iter().take(MOST_FOUND).map(|group| group.describe(timetable)).collect()
}

/// The stops that fit, by name and place.
fn groups(timetable: &Timetable, wanted: &Wanted) -> Vec<Group> {
    let stops = timetable.stops();
    let mut found: Vec<Group> = Vec::new();
    let mut of_name: HashMap<String, Vec<usize>> = HashMap::new();
    for stop in stops.all() {
        let name = stops.name(stop);
        let base = without_bay(name);
        let plain = plain_words(base);
        let whole = (base != name).then(|| wanted.fit(&plain_words(name)));
        let fits = [wanted.fit(&plain), whole.flatten()];
        let Some(fit) = fits.into_iter().flatten().min() else {
            continue;
        };
        let groups = of_name.entry(plain.join(" ")).or_default();
        let known = groups.iter().copied().find(|group| found[*group].holds(timetable, stop));
        match known {
            Some(group) => found[group].add(timetable, stop, fit),
            None => {
                groups.push(found.len());
                found.push(Group::begun(timetable, (stop, base), fit));
            }
        }
    }
    found
}

/// Stops of one name in one place.
struct Group {
    name: String,
    stops: Vec<StopIndex>,
    /// How well the best of their names fits; less is better.
    fit: usize,
    /// How many patterns call there: of two that fit as well, the busier is meant.
    visits: usize,
}

impl Group {
    fn begun(timetable: &Timetable, (stop, name): (StopIndex, &str), fit: usize) -> Self {
        Self { name: name.to_owned(), stops: vec![stop], fit, visits: timetable.visits(stop).len() }
    }

    fn holds(&self, timetable: &Timetable, stop: StopIndex) -> bool {
        let stops = timetable.stops();
        self.stops.first().is_some_and(|first| {
            let metres = stops.position(*first).crow_metres(stops.position(stop));
            metres <= ONE_PLACE || stops.of_one_station(*first, stop)
        })
    }

    fn add(&mut self, timetable: &Timetable, stop: StopIndex, fit: usize) {
        self.stops.push(stop);
        self.fit = self.fit.min(fit);
        self.visits += timetable.visits(stop).len();
    }

    fn rank(&self) -> (usize, std::cmp::Reverse<usize>, &str) {
        (self.fit, std::cmp::Reverse(self.visits), &self.name)
    }

    fn describe(self, timetable: &Timetable) -> Found {
        let mut stops: Vec<_> =
            self.stops.into_iter().map(|stop| FoundStop { stop, lines: lines_at(timetable, stop) }).collect();
        stops.sort_by_key(|found| {
            let trips = found.lines.iter().map(|line| line.trips).sum::<usize>();
            std::cmp::Reverse(trips)
        });
        Found { name: self.name, stops }
    }
}
