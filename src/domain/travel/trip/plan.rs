//! The question of a person, turned into searches between stops.
use std::cell::RefCell;

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time as Clock};

use super::choose::with_walk;
use super::pace::{Busy, HORIZON};
use super::{Choice, End, Leg, NoTrip, Point, Request, Spot, Trip, Walk};
use crate::domain::travel::line::Line;
use crate::domain::travel::position::walk_minutes;
use crate::domain::travel::raptor::{Journey, LeftOut, Limits, Query, Reach, Search, Time};
use crate::domain::travel::timetable::stops::StopIndex;
use crate::domain::travel::timetable::{LineIndex, Minute, Timetable};

/// The most stops that are looked at around a place. In a city centre a hundred may be near; the
/// nearest have all the lines.
const MOST_STOPS: usize = 30;

/// A request with all that the searches for it share.
pub(super) struct Plan<'p> {
    pub timetable: &'p Timetable,
    searches: RefCell<Search<'p>>,
    pub request: &'p Request,
    pub limits: Limits,
    /// The stops around the start and around the goal.
    pub start: Vec<Near>,
    pub goal: Vec<Near>,
    /// When nobody gets on: the busy hours of the days around.
    hours: Vec<(Minute, Minute)>,
    /// Whether each line is left out; and the same if those that the person does not know are left out too.
    lines: Vec<bool>,
    unknown: Vec<bool>,
    stops: Vec<bool>,
}

/// Which lines are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lines {
    /// All that the person takes.
    All,
    /// Of those, the ones that they have ridden before.
    Known,
}

/// A stop near a place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Near {
    pub stop: StopIndex,
    pub metres: f64,
    /// Minutes on foot.
    pub walk: u16,
    /// Minutes to be at the stop before the bus comes.
    pub early: u16,
}

impl Near {
    fn reach(self) -> Reach {
        Reach { stop: self.stop, minutes: self.walk.saturating_add(self.early) }
    }
}

impl<'p> Plan<'p> {
    pub fn new(timetable: &'p Timetable, request: &'p Request, busy: Busy) -> Self {
        let early = request.pace.stop_minutes;
        let is_known = |line: &Line| request.known.iter().any(|known| known.looks_like(line));
        let unknown = |line: &Line| !is_known(line) || request.likes.leaves_out(line);
        Self {
            timetable,
            searches: RefCell::new(Search::new(timetable)),
            request,
            limits: request.pace.limits(),
            start: stops_around(timetable, request, (&request.from, early)),
            goal: stops_around(timetable, request, (&request.to, 0)),
            hours: busy.around(request.be_there.date()),
            lines: request.likes.lines(timetable),
            unknown: timetable.lines().iter().map(unknown).collect(),
            stops: request.likes.stops(timetable),
        }
    }

    /// What searches leave out.
    fn left_out(&self, lines: Lines) -> LeftOut<'_> {
        let lines = match lines {
            Lines::All => &self.lines,
            Lines::Known => &self.unknown,
        };
        LeftOut { hours: &self.hours, lines, stops: &self.stops }
    }

    /// Whether the person knows all lines of a journey.
    pub fn knows(&self, journey: &Journey) -> bool {
        let unknown = |line: LineIndex| self.unknown.get(line.0 as usize).copied().unwrap_or(true);
        !journey.rides.iter().any(|ride| unknown(self.timetable.line_of(ride.pattern)))
    }

    /// Whether a journey gets on in an hour that the person wanted to leave out.
    pub fn is_busy(&self, journey: &Journey) -> bool {
        let hours = self.request.pace.busy.around(self.day());
        let wanted = LeftOut { hours: &hours, ..LeftOut::default() };
        journey.rides.iter().any(|ride| wanted.hour(ride.departs(self.timetable)))
    }

    /// Up to three ways to go.
    pub fn choices(&self) -> Result<Vec<Choice>, NoTrip> {
        let found = self.search(Time::ArriveBy(self.deadline()), self.widest(), Lines::All);
        let on_foot = self.on_foot_by(self.deadline());
        let too_late = !found.is_empty() || on_foot.is_some();
        let choices = self.by_bus(found);
        let choices = match on_foot.filter(|walk| walk.leave >= self.request.now) {
            Some(walk) => with_walk(choices, walk),
            None => choices,
        };
        match (choices.is_empty(), too_late) {
            (false, _) => Ok(choices),
            (true, true) => Err(NoTrip::TooLateToday { soonest: self.soonest().map(Box::new) }),
            (true, false) => Err(self.why_not()),
        }
    }

    /// All of the person's changes, and any walk to or from a stop that was found for them.
    fn widest(&self) -> (u8, u16) {
        (self.limits.most_changes, u16::MAX)
    }

    /// When the person must be there, with their minutes to spare taken off.
    pub fn deadline(&self) -> Minute {
        let spare = Minute::from(self.request.pace.extra_minutes);
        self.minute(self.request.be_there, 0) - spare
    }

    /// The first minute in which the person can set out.
    pub fn now(&self) -> Minute {
        self.minute(self.request.now, 59)
    }

    /// The day from whose midnight all minutes count.
    pub fn day(&self) -> Date {
        self.request.be_there.date()
    }

    /// A minute as a time on the clock.
    pub fn clock(&self, minute: Minute) -> DateTime {
        let midnight = self.day().to_datetime(Clock::midnight());
        midnight.saturating_add(SignedDuration::from_mins(i64::from(minute)))
    }

    /// A time as minutes from midnight of the day of the trip.
    pub fn minute_of(&self, time: DateTime) -> Minute {
        self.minute(time, 0)
    }

    /// The best journeys between the stops around both places that take at most so many minutes.
    pub fn search_within(&self, time: Time, horizon: Minute, lines: Lines) -> Vec<Journey> {
        self.ask(time, Limits { horizon, ..self.limits }, (u16::MAX, lines))
    }

    /// The best journeys between the stops around both places, with walks of at most `walk` minutes.
    pub fn search(&self, time: Time, (most_changes, walk): (u8, u16), lines: Lines) -> Vec<Journey> {
        let limits = Limits { most_changes, most_walking: walk.min(self.limits.most_walking), ..self.limits };
        self.ask(time, limits, (walk, lines))
    }

    fn ask(&self, time: Time, limits: Limits, (walk, lines): (u16, Lines)) -> Vec<Journey> {
        let near = |stops: &[Near]| -> Vec<Reach> {
            let near = stops.iter().filter(|near| near.walk <= walk);
            near.map(|near| near.reach()).collect()
        };
        let query = Query {
            day: self.day(),
            time,
            from: &near(&self.start),
            to: &near(&self.goal),
            limits,
            left_out: self.left_out(lines),
        };
        self.searches.borrow_mut().journeys(&query)
    }

    /// The journey that is there first from stops at a known time. Whoever stands at a stop takes what comes, busy or
    /// not.
    pub fn soonest_from(&self, from: &[Near], leave: Minute) -> Option<Journey> {
        let reaches = |stops: &[Near]| stops.iter().map(|near| near.reach()).collect::<Vec<_>>();
        let query = Query {
            day: self.day(),
            time: Time::LeaveAfter(leave),
            from: &reaches(from),
            to: &reaches(&self.goal),
            limits: self.limits,
            left_out: LeftOut { hours: &[], ..self.left_out(Lines::All) },
        };
        self.searches.borrow_mut().journeys(&query).pop()
    }

    /// The whole way on foot that ends at a minute, if it is within the person's walk.
    fn on_foot_by(&self, arrive: Minute) -> Option<Trip> {
        let minutes = self.minutes_on_foot()?;
        Some(self.on_foot(arrive - Minute::from(minutes), minutes))
    }

    /// The whole way on foot that begins at a minute.
    fn on_foot(&self, leave: Minute, minutes: u16) -> Trip {
        let metres = self.request.from.position.walk_metres(self.request.to.position);
        Trip {
            begins: Point::Start,
            legs: vec![Leg::Walk(Walk { from: Point::Start, to: Point::Goal, minutes, metres: metres.round() as u32 })],
            leave: self.clock(leave),
            arrive: self.clock(leave + Minute::from(minutes)),
        }
    }

    fn minutes_on_foot(&self) -> Option<u16> {
        let metres = self.request.from.position.walk_metres(self.request.to.position);
        let minutes = walk_minutes(metres, self.request.pace.speed.metres_a_second());
        (minutes <= self.request.pace.most_walking).then_some(minutes)
    }

    /// The way that is there soonest if one leaves now.
    fn soonest(&self) -> Option<Trip> {
        let now = self.now();
        let by_bus =
            self.soonest_from(&self.start, now).map(|journey| self.lay_out(&journey, (Point::Start, &self.start)));
        let walk = self.minutes_on_foot().map(|minutes| self.on_foot(now, minutes));
        by_bus.into_iter().chain(walk).min_by_key(|trip| trip.arrive)
    }

    fn why_not(&self) -> NoTrip {
        let day = self.day();
        let (Some(first_day), Some(last_day)) = (self.timetable.first_day(), self.timetable.last_day()) else {
            return NoTrip::NothingRunsThatDay;
        };
        match day {
            day if day > last_day => NoTrip::TimetableTooOld { last_day },
            day if day < first_day => NoTrip::TimetableNotStarted { first_day },
            _ if self.start.is_empty() => NoTrip::NoStopNear(End::Start),
            _ if self.goal.is_empty() => NoTrip::NoStopNear(End::Goal),
            day if !self.timetable.days().anything_runs(day) => NoTrip::NothingRunsThatDay,
            _ => NoTrip::NoWay,
        }
    }

    /// Minutes from midnight of the day of the trip; part of a minute counts as one if `up` is 59.
    fn minute(&self, time: DateTime, up: i64) -> Minute {
        let midnight = self.day().to_datetime(Clock::midnight());
        let seconds = midnight.duration_until(time).as_secs() + up;
        // Beyond a few days either way it makes no difference to a search.
        let far = i64::from(HORIZON) * 100;
        seconds.div_euclid(60).clamp(-far, far) as Minute
    }
}

/// The stops within a person's walk of a place, or the one stop that they use for it.
fn stops_around(timetable: &Timetable, request: &Request, (spot, early): (&Spot, u16)) -> Vec<Near> {
    let speed = request.pace.speed.metres_a_second();
    let near = |(stop, metres)| Near { stop, metres, walk: walk_minutes(metres, speed), early };
    let stops = timetable.stops();
    let own = spot.stop.as_deref().and_then(|id| stops.with_id(id));
    if let Some(own) = own {
        return vec![near((own, spot.position.walk_metres(stops.position(own))))];
    }
    let metres = f64::from(request.pace.most_walking) * 60.0 * speed;
    let around = stops.near(spot.position, metres, MOST_STOPS);
    around.into_iter().map(near).collect()
}
