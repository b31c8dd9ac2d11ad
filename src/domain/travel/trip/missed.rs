//! The second plan: what to do if a bus is missed or does not come. Worked out before anyone sets out,
//! for at the stop there is nobody to ask.
use super::lay_out::minutes_to_goal;
use super::plan::{Near, Plan};
use super::{IfMissed, Point};
use crate::domain::travel::raptor::same_line::{self, Hop};
use crate::domain::travel::raptor::{Journey, Ride};
use crate::domain::travel::timetable::Minute;
use crate::domain::travel::timetable::stops::StopIndex;

/// How much later the next of the same line may get there than another way, in minutes. To wait for
/// what one knows is the easier thing to do; to wait for an hour is not.
const WORTH_THE_SAME: Minute = 20;

impl Plan<'_> {
    /// For each ride of a journey, what to do if it is missed.
    pub fn if_missed(&self, journey: &Journey) -> Vec<IfMissed> {
        let rides = journey.rides.iter();
        rides.map(|ride| self.without(ride)).collect()
    }

    /// The next of the same line if that still gets there, and not much later than another way from
    /// the stop; else that other way.
    fn without(&self, ride: &Ride) -> IfMissed {
        let stop = ride.from(self.timetable);
        let missed = ride.departs(self.timetable);
        let here = self.around_stop(stop, (0, 0));
        let trip = |journey: Journey| {
            let start = Point::Stop(self.stop(stop));
            let leave = missed;
            self.lay_out(&Journey { leave, ..journey }, (start, &here))
        };
        let same = self.on_the_next(ride, missed + 1);
        let other = self.soonest_from(&here, missed + 1);
        match (same, other) {
            (Some(same), Some(other)) if other.arrive + WORTH_THE_SAME < same.arrive => IfMissed::OtherWay(trip(other)),
            (Some(same), _) => IfMissed::SameLine(trip(same)),
            (None, Some(other)) => IfMissed::OtherWay(trip(other)),
            (None, None) => IfMissed::Nothing,
        }
    }

    /// The journey that begins with the next ride on the same line to the same stop.
    fn on_the_next(&self, ride: &Ride, minute: Minute) -> Option<Journey> {
        let next = same_line::next(self.timetable, self.hop(ride), (self.day(), minute))?;
        if next.departs(self.timetable) - minute > self.limits.horizon {
            return None;
        }
        self.going_on_from(next)
    }

    /// The journey that begins with a ride and gets to the goal as soon as can be after it.
    pub fn going_on_from(&self, ride: Ride) -> Option<Journey> {
        let (stop, arrives) = (ride.to(self.timetable), ride.arrives(self.timetable));
        let leave = ride.departs(self.timetable);
        let is_near = self.goal.iter().any(|near| near.stop == stop);
        if is_near {
            return Some(Journey {
                leave,
                arrive: arrives + minutes_to_goal(self, stop),
                walking: minutes_to_goal(self, stop) as u16,
                rides: vec![ride],
            });
        }
        let extra = self.limits.extra_change;
        let change = self.timetable.stops().change(stop).saturating_add(extra);
        let mut rest = self.soonest_from(&self.around_stop(stop, (change, extra)), arrives)?;
        rest.rides.insert(0, ride);
        Some(Journey { leave, ..rest })
    }

    /// A ride as a hop of its line.
    pub fn hop(&self, ride: &Ride) -> Hop {
        Hop { line: self.timetable.line_of(ride.pattern), from: ride.from(self.timetable), to: ride.to(self.timetable) }
    }

    /// A stop and those a footpath away, with the minutes to be ready to get on: `here` at the stop
    /// itself, `there` after a footpath.
    fn around_stop(&self, stop: StopIndex, (here, there): (u16, u16)) -> Vec<Near> {
        let itself = Near { stop, metres: 0.0, walk: 0, early: here };
        let paths = self.timetable.footpaths_from(stop).iter();
        let linked = paths
            .filter_map(|path| self.footpath(stop, path.stop))
            .filter(|near| near.walk <= self.limits.most_walking)
            .map(|near| Near { early: there, ..near });
        std::iter::once(itself).chain(linked).collect()
    }
}
