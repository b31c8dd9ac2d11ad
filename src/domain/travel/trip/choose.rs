//! Chooses among journeys: few changes, little walking, not too early, and a bus to fall back on.
use super::lay_out::near;
use super::plan::{Lines, Plan};
use super::{Choice, IfMissed, Point, Trip, Why};
use crate::domain::travel::raptor::{Journey, Time, same_line};
use crate::domain::travel::timetable::Minute;

/// The most ways that are offered: screens give few choices, all seen at once.
const MOST_CHOICES: usize = 3;

/// How much earlier a person may have to leave for less walking, in minutes. Without an end to it,
/// a stop at the door with one bus in the night would beat the busy road behind.
const WALK_LESS_COSTS_AT_MOST: Minute = 30;

/// How much earlier a person may have to leave to ride on lines that they know, in minutes.
const KNOWN_COSTS_AT_MOST: Minute = 30;

/// How much later a way with more changes must leave to be worth offering, in minutes.
const WORTH_A_CHANGE: Minute = 5;

/// How much earlier the bus before may leave to be worth offering, in minutes.
const ONE_EARLIER_COSTS_AT_MOST: Minute = 90;

/// How often a way with shorter walks is looked for. Each time the longest walk gets shorter.
const TRIES: usize = 8;

impl Plan<'_> {
    /// Choices from the best journeys, which come with fewest changes first.
    pub fn by_bus(&self, found: Vec<Journey>) -> Vec<Choice> {
        let mut journeys: Vec<Journey> = Vec::new();
        for journey in found {
            if journey.leave < self.now() {
                continue;
            }
            let (journey, lines) = self.on_known_lines(journey);
            let journey = self.sooner(self.with_less_walking(journey, lines), lines);
            let last = journeys.last();
            if last.is_none_or(|last| journey.leave >= last.leave + WORTH_A_CHANGE) {
                journeys.push(journey);
            }
        }
        let mut choices = Vec::new();
        for (number, journey) in journeys.iter().take(MOST_CHOICES).enumerate() {
            let why = match number {
                0 => Why::FewestChanges,
                _ => Why::LeavesLater,
            };
            choices.push(self.choice(why, journey));
        }
        let earlier =
            journeys.first().zip(choices.first()).and_then(|(journey, choice)| self.one_earlier(journey, choice));
        if let Some(journey) = earlier {
            // A bus in hand is worth more than to leave late: it is offered first.
            choices.truncate(MOST_CHOICES - 1);
            choices.insert(0, self.choice(Why::OneEarlier, &journey));
        }
        choices
    }

    fn choice(&self, why: Why, journey: &Journey) -> Choice {
        let (trip, if_missed) = (self.lay_out(journey, (Point::Start, &self.start)), self.if_missed(journey));
        Choice { why, trip, if_missed, busy: self.is_busy(journey) }
    }

    /// The journey on lines that the person has ridden before, if there is one that has as many changes and leaves not
    /// much earlier; and which lines to look at from now on.
    fn on_known_lines(&self, journey: Journey) -> (Journey, Lines) {
        if self.knows(&journey) {
            return (journey, Lines::Known);
        }
        if self.request.known.is_empty() {
            return (journey, Lines::All);
        }
        let changes = journey.changes();
        let earliest = self.now().max(journey.leave - KNOWN_COSTS_AT_MOST);
        let known = self.search(Time::ArriveBy(self.deadline()), (changes as u8, u16::MAX), Lines::Known).pop();
        match known.filter(|known| known.changes() == changes && known.leave >= earliest) {
            Some(known) => (known, Lines::Known),
            None => (journey, Lines::All),
        }
    }

    /// The journey with the least walking that has as many changes and leaves not much earlier.
    ///
    /// The search knows time and changes only. So it is asked again and again for journeys whose
    /// longest walk is shorter than that of the last, and the one with the least walking is taken.
    fn with_less_walking(&self, journey: Journey, lines: Lines) -> Journey {
        let changes = journey.changes();
        let earliest = self.now().max(journey.leave - WALK_LESS_COSTS_AT_MOST);
        let mut longest = self.longest_walk(&journey);
        let mut best = journey;
        for _ in 0..TRIES {
            let Some(shorter) = longest.checked_sub(1) else {
                break;
            };
            let time = Time::ArriveBy(self.deadline());
            let found = self.search(time, (changes as u8, shorter), lines).pop();
            let Some(found) = found.filter(|found| found.changes() == changes && found.leave >= earliest) else {
                break;
            };
            longest = self.longest_walk(&found);
            if found.walking < best.walking {
                best = found;
            }
        }
        best
    }

    /// The journey that leaves no earlier, with no more walking, but is there sooner. What leaves
    /// last also changes last: it waits at the first stop where it could wait at the second, with
    /// nothing in hand.
    fn sooner(&self, journey: Journey, lines: Lines) -> Journey {
        if journey.changes() == 0 {
            return journey;
        }
        let limits = (journey.changes() as u8, self.longest_walk(&journey));
        let found = self.search(Time::LeaveAfter(journey.leave), limits, lines).pop();
        let better = found.filter(|found| {
            found.arrive < journey.arrive && found.leave >= journey.leave && found.walking <= journey.walking
        });
        better.unwrap_or(journey)
    }

    /// The journey that begins with the bus before, if missing the first bus would make one late.
    fn one_earlier(&self, journey: &Journey, choice: &Choice) -> Option<Journey> {
        let fallback = choice.if_missed.first().and_then(IfMissed::trip);
        if fallback.is_some_and(|trip| trip.arrive <= self.request.be_there) {
            return None;
        }
        let first = journey.rides.first()?;
        let departs = first.departs(self.timetable);
        let before = same_line::before(self.timetable, self.hop(first), (self.day(), departs))?;
        let earlier = self.going_on_from(before)?;
        let near = near(&self.start, before.from(self.timetable))?;
        let leave = earlier.leave - Minute::from(near.walk) - Minute::from(near.early);
        let fits = leave >= self.now()
            && leave >= journey.leave - ONE_EARLIER_COSTS_AT_MOST
            && earlier.arrive <= self.deadline()
            && earlier.changes() <= usize::from(self.limits.most_changes);
        fits.then_some(Journey { leave, ..earlier })
    }

    /// The minutes of the longest walk of a journey.
    fn longest_walk(&self, journey: &Journey) -> u16 {
        let rides = &journey.rides;
        let start = rides.first().and_then(|ride| {
            let stop = ride.from(self.timetable);
            near(&self.start, stop)
        });
        let goal = rides.last().and_then(|ride| {
            let stop = ride.to(self.timetable);
            near(&self.goal, stop)
        });
        let between = rides.windows(2).filter_map(|pair| match pair {
            [before, after] => {
                let (from, to) = (before.to(self.timetable), after.from(self.timetable));
                self.footpath(from, to)
            }
            _ => None,
        });
        let walks = start.into_iter().chain(goal).chain(between);
        walks.map(|near| near.walk).max().unwrap_or(0)
    }
}

/// Puts the way on foot among the choices. A bus that saves no walking is left out; one that leaves
/// no earlier comes before the walk.
pub(super) fn with_walk(buses: Vec<Choice>, walk: Trip) -> Vec<Choice> {
    let minutes = walk.walking();
    let mut choices: Vec<_> =
        buses.into_iter().filter(|bus| bus.trip.walking() < minutes).take(MOST_CHOICES - 1).collect();
    let bus_is_better = choices.first().is_some_and(|bus| bus.trip.leave >= walk.leave);
    let on_foot = Choice { why: Why::OnFoot, trip: walk, if_missed: Vec::new(), busy: false };
    match bus_is_better {
        true => choices.insert(1, on_foot),
        false => choices.insert(0, on_foot),
    }
    choices
}
