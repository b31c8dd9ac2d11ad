//! Turns a journey, which is all numbers, into a trip that needs no timetable.
use jiff::civil::DateTime;

use super::plan::{Near, Plan};
use super::{Call, Leg, Point, Ride, Stop, Trip, Walk};
use crate::domain::travel::raptor;
use crate::domain::travel::timetable::stops::StopIndex;
use crate::domain::travel::timetable::{Minute, Timetable};

impl Plan<'_> {
    /// A journey as a trip that sets out from a point, with the stops around that.
    pub fn lay_out(&self, journey: &raptor::Journey, (start, around): (Point, &[Near])) -> Trip {
        let mut legs = Vec::new();
        let mut before: Option<raptor::Ride> = None;
        for ride in &journey.rides {
            let stop = ride.from(self.timetable);
            let walk = match before {
                None => self.walk_between(start.clone(), self.point(stop), near(around, stop)),
                Some(before) => {
                    let from = before.to(self.timetable);
                    let path = self.footpath(from, stop);
                    self.walk_between(self.point(from), self.point(stop), path)
                }
            };
            legs.extend(walk);
            legs.push(Leg::Ride(self.ride(ride)));
            before = Some(*ride);
        }
        if let Some(last) = before {
            let stop = last.to(self.timetable);
            legs.extend(self.walk_between(self.point(stop), Point::Goal, near(&self.goal, stop)));
        }
        Trip { begins: start, legs, leave: self.clock(journey.leave), arrive: self.clock(journey.arrive) }
    }

    /// How far it is from one stop to another at this person's pace; none for the same stop.
    pub fn footpath(&self, from: StopIndex, to: StopIndex) -> Option<Near> {
        let paths = self.timetable.footpaths_from(from);
        let path = paths.iter().find(|path| path.stop == to)?;
        let stops = self.timetable.stops();
        Some(Near {
            stop: to,
            metres: stops.position(from).walk_metres(stops.position(to)),
            walk: self.limits.minutes_on_foot(path.seconds),
            early: 0,
        })
    }

    /// A walk, if there is any way to go.
    fn walk_between(&self, from: Point, to: Point, near: Option<Near>) -> Option<Leg> {
        let near = near.filter(|near| near.walk > 0)?;
        Some(Leg::Walk(Walk { from, to, minutes: near.walk, metres: near.metres.round() as u32 }))
    }

    fn point(&self, stop: StopIndex) -> Point {
        Point::Stop(self.stop(stop))
    }

    /// What is known of a stop.
    pub fn stop(&self, stop: StopIndex) -> Stop {
        stop_of(self.timetable, stop)
    }

    fn ride(&self, ride: &raptor::Ride) -> Ride {
        ride_of(self.timetable, ride, |minute| self.clock(minute))
    }
}

/// What is known of a stop.
fn stop_of(timetable: &Timetable, stop: StopIndex) -> Stop {
    let stops = timetable.stops();
    Stop {
        id: stops.id(stop).to_owned(),
        code: stops.code(stop).to_owned(),
        name: stops.name(stop).to_owned(),
        platform: stops.platform(stop).to_owned(),
        position: stops.position(stop),
    }
}

/// A ride with all its stops, by this clock.
pub fn ride_of(timetable: &Timetable, ride: &raptor::Ride, clock: impl Fn(Minute) -> DateTime) -> Ride {
    let line = timetable.line_of(ride.pattern);
    let call = |place: u16| {
        let call = raptor::Ride { board: place, alight: place, ..*ride };
        Call {
            stop: stop_of(timetable, call.from(timetable)),
            arrives: clock(call.arrives(timetable)),
            departs: clock(call.departs(timetable)),
        }
    };
    Ride {
        line: timetable.lines()[line.0 as usize].clone(),
        headsign: timetable.headsign(ride.trip).to_owned(),
        on: call(ride.board),
        between: (ride.board + 1..ride.alight).map(call).collect(),
        off: call(ride.alight),
    }
}

/// How near a stop is: among several ways to it, the shortest.
pub(super) fn near(around: &[Near], stop: StopIndex) -> Option<Near> {
    let ways = around.iter().filter(|near| near.stop == stop);
    ways.min_by_key(|near| near.walk).copied()
}

/// The minutes from a stop to the goal.
pub(super) fn minutes_to_goal(plan: &Plan<'_>, stop: StopIndex) -> Minute {
    near(&plan.goal, stop).map_or(0, |near| Minute::from(near.walk))
}
