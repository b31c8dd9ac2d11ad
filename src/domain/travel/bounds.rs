//! How long a way between two stops takes at least: measured from a few landmarks, so that a search need not look where
//! it cannot become better any more.
//!
//! For every stop it is known how many minutes lie between it and each landmark, there and back, if no time is spent
//! waiting. By the triangle inequality a way from `v` to `g` takes at least as long as the way from a landmark to `g`
//! is longer than that to `v`. After Goldberg and Harrelson, "Computing the Shortest Path: A* Search Meets Graph
//! Theory" (2005), which calls it ALT.
use serde::{Deserialize, Serialize};

use super::packed;
use super::raptor::Reach;
use super::timetable::stops::{Footpath, StopIndex};
use super::timetable::{Minute, PatternIndex, Timetable, TripIndex};

/// How many landmarks there are. More are nearer to the truth, and take longer to look at.
const LANDMARKS: usize = 8;

/// How long the fastest walker takes, as percent of the time in the timetable. Who is faster still is not held up.
pub const FASTEST: u16 = 50;

/// There is no way.
const NO_WAY: u16 = u16::MAX;

/// The minutes between the stops and the landmarks.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Bounds {
    /// For each stop: from each landmark to it, then from it to each landmark.
    #[serde(with = "packed")]
    minutes: Vec<[[u16; LANDMARKS]; 2]>,
}

impl Bounds {
    /// Works them out.
    #[must_use]
    pub(super) fn of(timetable: &Timetable) -> Self {
        let count = timetable.stops().len();
        let mut bounds = Self { minutes: vec![[[NO_WAY; LANDMARKS]; 2]; count] };
        let hops = hops(timetable);
        let turned = hops.iter().map(|(from, to, minutes)| (*to, *from, *minutes)).collect();
        let (there, back) = (Hops::new(hops, count), Hops::new(turned, count));
        // The first is as far as can be from where most vehicles call; each other as far as can be from those before.
        let busiest = timetable.stops().all().max_by_key(|stop| timetable.visits(*stop).len());
        let Some(busiest) = busiest else { return bounds };
        let mut nearest = there.minutes_from(busiest);
        for landmark in 0..LANDMARKS {
            let farthest = (0..).zip(&nearest).filter(|(_, minutes)| **minutes != NO_WAY).max_by_key(|(_, far)| **far);
            let farthest = StopIndex(farthest.map_or(0, |(stop, _)| stop));
            let (from, to) = (there.minutes_from(farthest), back.minutes_from(farthest));
            for (row, (from, to)) in bounds.minutes.iter_mut().zip(from.iter().zip(&to)) {
                (row[0][landmark], row[1][landmark]) = (*from, *to);
            }
            if landmark == 0 {
                nearest = from;
            } else {
                nearest.iter_mut().zip(from).for_each(|(nearest, from)| *nearest = from.min(*nearest));
            }
        }
        bounds
    }

    /// Whether there is a row for each stop.
    #[must_use]
    pub(super) fn are_for(&self, stops: usize) -> bool {
        self.minutes.len() == stops
    }

    /// What is left at least from any stop to the nearest of a goal; with `back`, from the goal to any stop.
    #[must_use]
    pub fn to_goal(&self, goal: &[Reach], back: bool) -> AtLeast<'_> {
        let mut at_least = AtLeast { bounds: self, back, before: [NO_WAY; LANDMARKS], behind: [0; LANDMARKS] };
        for reach in goal {
            let (from, to) = self.row(reach.stop, back);
            for (before, from) in at_least.before.iter_mut().zip(from) {
                *before = from.saturating_add(reach.minutes).min(*before);
            }
            for (behind, to) in at_least.behind.iter_mut().zip(to) {
                let beyond = if *to == NO_WAY { NO_WAY } else { to.saturating_sub(reach.minutes) };
                *behind = beyond.max(*behind);
            }
        }
        at_least
    }

    /// From each landmark to a stop, and from the stop to each; the other way round where the clock goes `back`.
    fn row(&self, stop: StopIndex, back: bool) -> (&[u16; LANDMARKS], &[u16; LANDMARKS]) {
        let [from, to] = &self.minutes[stop.0 as usize];
        if back { (to, from) } else { (from, to) }
    }
}

/// What is left at least to a goal.
///
/// "No way" needs no care: whatever it is taken from, what comes out is no more than the truth.
#[derive(Debug, Clone, Copy)]
pub struct AtLeast<'b> {
    bounds: &'b Bounds,
    back: bool,
    /// From each landmark to the nearest of the goal.
    before: [u16; LANDMARKS],
    /// From the farthest of the goal to each landmark.
    behind: [u16; LANDMARKS],
}

impl AtLeast<'_> {
    /// The minutes from a stop to the goal at least, without any waiting.
    #[must_use]
    pub fn from(&self, stop: StopIndex) -> Minute {
        let (from, to) = self.bounds.row(stop, self.back);
        let mut most = 0_u16;
        for landmark in 0..LANDMARKS {
            let before = self.before[landmark].saturating_sub(from[landmark]);
            let behind = to[landmark].saturating_sub(self.behind[landmark]);
            most = most.max(before).max(behind);
        }
        Minute::from(most)
    }
}

/// From one stop to another, and the minutes.
type Hop = (StopIndex, StopIndex, u16);

/// The shortest times from stop to stop, by vehicle or on foot.
struct Hops {
    /// The number after the last hop of each stop.
    ends: Vec<u32>,
    hops: Vec<(StopIndex, u16)>,
}

impl Hops {
    fn new(mut all: Vec<Hop>, stops: usize) -> Self {
        all.sort_unstable();
        all.dedup_by_key(|(from, to, _)| (*from, *to));
        let mut ends = vec![0; stops];
        for (from, ..) in &all {
            ends[from.0 as usize] += 1;
        }
        let mut end = 0;
        for count in &mut ends {
            end += *count;
            *count = end;
        }
        Self { ends, hops: all.into_iter().map(|(_, to, minutes)| (to, minutes)).collect() }
    }

    fn from(&self, stop: u32) -> &[(StopIndex, u16)] {
        let start = stop.checked_sub(1).map_or(0, |before| self.ends[before as usize]);
        &self.hops[start as usize..self.ends[stop as usize] as usize]
    }

    /// The minutes from a stop to all others. What is farther than can be written is as far as can be written.
    fn minutes_from(&self, start: StopIndex) -> Vec<u16> {
        let mut minutes = vec![NO_WAY; self.ends.len()];
        // Dijkstra's algorithm with a shelf for each minute: no hop is longer than the ring of shelves.
        let ring = self.hops.iter().map(|(_, minutes)| usize::from(*minutes) + 1).max().unwrap_or(1);
        let mut shelves = vec![Vec::new(); ring];
        let (mut now, mut waiting) = (0_usize, 1_usize);
        minutes[start.0 as usize] = 0;
        shelves[0].push(start.0);
        while waiting > 0 {
            while let Some(stop) = shelves[now % ring].pop() {
                waiting -= 1;
                if usize::from(minutes[stop as usize]) != now {
                    continue;
                }
                for (to, hop) in self.from(stop) {
                    let there = (now + usize::from(*hop)).min(usize::from(NO_WAY - 1));
                    let known = &mut minutes[to.0 as usize];
                    if there < usize::from(*known) {
                        *known = there as u16;
                        shelves[there % ring].push(to.0);
                        waiting += 1;
                    }
                }
            }
            now += 1;
        }
        minutes
    }
}

/// The shortest ride between each two calls in a row, and all footpaths.
fn hops(timetable: &Timetable) -> Vec<Hop> {
    let mut all = Vec::new();
    for pattern in (0..timetable.pattern_count()).map(PatternIndex) {
        let calls = timetable.calls(pattern);
        let mut trips: Vec<_> = timetable.trips(pattern).map(TripIndex).collect();
        trips.sort_unstable_by_key(|trip| timetable.profile(*trip));
        trips.dedup_by_key(|trip| timetable.profile(*trip));
        for (call, pair) in (0..).zip(calls.windows(2)) {
            let ride = |trip: &TripIndex| timetable.arrives(*trip, call + 1) - timetable.departs(*trip, call);
            let shortest = trips.iter().map(ride).min().unwrap_or(0).clamp(0, Minute::from(NO_WAY - 1));
            all.push((pair[0].stop(), pair[1].stop(), shortest as u16));
        }
    }
    for stop in timetable.stops().all() {
        let minutes = |path: &Footpath| u32::from(path.seconds) * u32::from(FASTEST) / (100 * 60);
        all.extend(timetable.footpaths_from(stop).iter().map(|path| (stop, path.stop, minutes(path) as u16)));
    }
    all
}
