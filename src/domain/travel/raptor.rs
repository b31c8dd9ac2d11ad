//! RAPTOR: the best journeys between stops, by time and number of changes.
//!
//! Round by round, each round one more vehicle: every line that can be reached is ridden once from
//! the first stop at which it can be caught. Forward, it finds the earliest arrivals; the latest
//! departures that still arrive in time are found by the same code on the mirrored timetable, where
//! time runs backwards and every line goes the other way. After Delling, Pajor and Werneck, "Round-Based
//! Public Transit Routing" (2012).
mod mirror;
mod rounds;
pub mod same_line;

use jiff::civil::Date;

use super::timetable::stops::StopIndex;
use super::timetable::{DAY, LineIndex, Minute, PatternIndex, Timetable, TripIndex};
use mirror::Mirror;
use rounds::Rounds;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Query<'q> {
    /// The day from whose midnight all minutes count. Trips of the service day before, of this one
    /// and of the one after are ridden.
    pub day: Date,
    /// When to leave, or when to be there.
    pub time: Time,
    /// The stops to begin at.
    pub from: &'q [Reach],
    /// The stops to end at.
    pub to: &'q [Reach],
    /// What the person can and wants to do.
    pub limits: Limits,
    /// What is left out.
    pub left_out: LeftOut<'q>,
}

/// What a search leaves out, because the person wants none of it.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct LeftOut<'q> {
    /// Nobody gets on from the first of these minutes until before the second.
    pub hours: &'q [(Minute, Minute)],
    /// Whether a line is left out, by its number. Lines beyond the end are not.
    pub lines: &'q [bool],
    /// Whether nobody gets on or off at a stop, by its number. Stops beyond the end are as others.
    pub stops: &'q [bool],
}

impl LeftOut<'_> {
    /// Whether nobody gets on at this minute.
    #[must_use]
    pub fn hour(&self, minute: Minute) -> bool {
        self.hours.iter().any(|(from, to)| (*from..*to).contains(&minute))
    }

    fn line(&self, line: LineIndex) -> bool {
        self.lines.get(line.0 as usize).copied().unwrap_or(false)
    }

    fn stop(&self, stop: StopIndex) -> bool {
        self.stops.get(stop.0 as usize).copied().unwrap_or(false)
    }
}

/// Which end of a journey is fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// Leave at this minute or later; arrive as early as can be.
    LeaveAfter(Minute),
    /// Arrive at this minute or earlier; leave as late as can be.
    ArriveBy(Minute),
}

/// A stop, and the minutes it takes to get there from where the person is, or from it to where they
/// go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    /// The stop.
    pub stop: StopIndex,
    /// Minutes on foot.
    pub minutes: u16,
}

/// What a person can and wants to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most changes from one vehicle to another.
    pub most_changes: u8,
    /// The most minutes between leaving and arriving. What would take longer is not found.
    pub horizon: Minute,
    /// Minutes this person needs at every change beside what the timetable asks.
    pub extra_change: u16,
    /// How long this person takes on a footpath, as percent of the time in the timetable.
    pub walk_percent: u16,
    /// The most minutes on one footpath between two vehicles.
    pub most_walking: u16,
}

impl Limits {
    /// Whole minutes that this person takes on a footpath, rounded up.
    #[must_use]
    pub fn minutes_on_foot(&self, seconds: u16) -> u16 {
        let hundredths = u32::from(seconds) * u32::from(self.walk_percent);
        u16::try_from(hundredths.div_ceil(100 * 60)).unwrap_or(u16::MAX)
    }
}

/// A journey: rides, with footpaths between them where one ends and the next begins elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journey {
    /// The rides, at least one.
    pub rides: Vec<Ride>,
    /// When to leave for the first stop.
    pub leave: Minute,
    /// When one is there, at the end of the last walk.
    pub arrive: Minute,
    /// All minutes on foot: to the first stop, between stops, and from the last.
    pub walking: u16,
}

impl Journey {
    /// How often one changes.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.rides.len().saturating_sub(1)
    }
}

/// A ride on one trip from one of its calls to a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ride {
    /// The trip.
    pub trip: TripIndex,
    /// The pattern of the trip.
    pub pattern: PatternIndex,
    /// The service day of the trip: -1 for the day before the day of the query, 0, or 1.
    pub day: i8,
    /// At which call of the pattern one gets on.
    pub board: u16,
    /// At which call of the pattern one gets off.
    pub alight: u16,
}

impl Ride {
    /// When it leaves, counted from the day of the query.
    #[must_use]
    pub fn departs(&self, timetable: &Timetable) -> Minute {
        timetable.departs(self.trip, self.board) + Minute::from(self.day) * DAY
    }

    /// When it arrives, counted from the day of the query.
    #[must_use]
    pub fn arrives(&self, timetable: &Timetable) -> Minute {
        timetable.arrives(self.trip, self.alight) + Minute::from(self.day) * DAY
    }

    /// The stop where one gets on.
    #[must_use]
    pub fn from(&self, timetable: &Timetable) -> StopIndex {
        timetable.calls(self.pattern)[usize::from(self.board)].stop()
    }

    /// The stop where one gets off.
    #[must_use]
    pub fn to(&self, timetable: &Timetable) -> StopIndex {
        timetable.calls(self.pattern)[usize::from(self.alight)].stop()
    }
}

/// Searches of one timetable, one after the other. Each needs a place for every stop: it is made once, and wiped where
/// the search before has been.
pub struct Search<'t> {
    timetable: &'t Timetable,
    room: rounds::Room,
    /// The day of the last query, and what runs around it.
    runs: Option<(Date, Vec<u8>)>,
}

impl<'t> Search<'t> {
    /// Nothing is asked yet.
    #[must_use]
    pub fn new(timetable: &'t Timetable) -> Self {
        Self { timetable, room: rounds::Room::new(timetable), runs: None }
    }

    /// The best journeys: for each number of changes the one that arrives first (or leaves last), if it is better than
    /// every one with fewer changes. Fewest changes first. Of two that are equal in both, the one with less walking,
    /// as far as the search sees both. A journey on foot alone is never found.
    ///
    /// # Panics
    /// Where a stop of the query is not of this timetable.
    #[must_use]
    pub fn journeys(&mut self, query: &Query<'_>) -> Vec<Journey> {
        match query.time {
            Time::ArriveBy(deadline) if !query.left_out.hours.is_empty() => self.outside_hours(query, deadline),
            _ => self.by_rounds(query),
        }
    }

    /// The latest departures that get on outside of the hours that are left out.
    ///
    /// Mirrored, getting on is getting off, and a later bus that nobody gets on would hide the earlier one that can be
    /// taken. So where the mirror finds a bus in those hours, the clock is gone forward instead: from each departure
    /// to the next, as long as one is there in time.
    fn outside_hours(&mut self, query: &Query<'_>, deadline: Minute) -> Vec<Journey> {
        let timetable = self.timetable;
        let all = LeftOut { hours: &[], ..query.left_out };
        let found = self.by_rounds(&Query { left_out: all, ..*query });
        let is_outside =
            |journey: &Journey| !journey.rides.iter().any(|ride| query.left_out.hour(ride.departs(timetable)));
        if found.iter().all(is_outside) {
            return found;
        }
        let mut latest: Vec<Journey> = Vec::new();
        for most_changes in 0..=query.limits.most_changes {
            let mut leave = latest.last().map_or(deadline - query.limits.horizon, |best| best.leave + 1);
            while leave < deadline {
                let limits = Limits { most_changes, horizon: deadline - leave, ..query.limits };
                let next = self.by_rounds(&Query { time: Time::LeaveAfter(leave), limits, ..*query }).pop();
                let Some(next) = next else { break };
                leave = next.leave + 1;
                if latest.last().is_some_and(|last| last.changes() >= next.changes()) {
                    let _ = latest.pop();
                }
                latest.push(next);
            }
        }
        latest
    }

    fn by_rounds(&mut self, query: &Query<'_>) -> Vec<Journey> {
        let (timetable, room) = (self.timetable, &mut self.room);
        let runs = match &mut self.runs {
            Some((day, runs)) if *day == query.day => runs,
            runs => {
                room.forget_days();
                &mut runs.insert((query.day, timetable.days().around(query.day))).1
            }
        };
        match query.time {
            Time::LeaveAfter(_) => Rounds::<false>::new(Mirror { timetable, runs }, query, room).run(),
            Time::ArriveBy(_) => Rounds::<true>::new(Mirror { timetable, runs }, query, room).run(),
        }
    }
}

/// One search, as [`Search::journeys`] makes it.
///
/// # Panics
/// Where a stop of the query is not of this timetable.
#[must_use]
pub fn journeys(timetable: &Timetable, query: &Query<'_>) -> Vec<Journey> {
    Search::new(timetable).journeys(query)
}

/// A stop and all that can be walked to from it by one footpath: for a journey from stop to stop.
#[must_use]
pub fn reach_from(timetable: &Timetable, stop: StopIndex, limits: &Limits) -> Vec<Reach> {
    reach(stop, timetable.footpaths_from(stop), limits)
}

/// A stop and all from which it can be walked to by one footpath: for a journey from stop to stop.
#[must_use]
pub fn reach_to(timetable: &Timetable, stop: StopIndex, limits: &Limits) -> Vec<Reach> {
    reach(stop, timetable.footpaths_to(stop), limits)
}

fn reach(stop: StopIndex, footpaths: &[super::timetable::stops::Footpath], limits: &Limits) -> Vec<Reach> {
    let itself = Reach { stop, minutes: 0 };
    let linked = footpaths.iter().map(|path| Reach { stop: path.stop, minutes: limits.minutes_on_foot(path.seconds) });
    std::iter::once(itself).chain(linked.filter(|reach| reach.minutes <= limits.most_walking)).collect()
}
