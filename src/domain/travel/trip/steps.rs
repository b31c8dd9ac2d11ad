//! A trip as a plain list of steps: one thing to do on each card.
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::{Leg, Point, Ride, Stop, Trip, Walk};
use crate::domain::travel::line::Line;

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Step {
    /// Set out.
    Leave {
        /// When.
        at: DateTime,
    },
    /// Walk to the first stop.
    WalkToStop {
        /// The stop.
        stop: Stop,
        /// Whole minutes at the person's own speed.
        minutes: u16,
        /// About how far it is.
        metres: u32,
    },
    /// Wait for a bus or train, and get on.
    Wait {
        /// Which ride of the trip this is, from 0: its second plan is the `if_missed` of that number.
        ride: usize,
        /// The line.
        line: Line,
        /// What is written on the front. May be blank.
        headsign: String,
        /// The stop where one waits.
        stop: Stop,
        /// When it leaves.
        comes_at: DateTime,
        /// Minutes between being there and leaving.
        minutes: u16,
    },
    /// Stay on.
    Ride {
        /// The line.
        line: Line,
        /// Minutes on board.
        minutes: u16,
        /// How many stops there are to go, the one to get off at and all.
        stops: usize,
    },
    /// Get off.
    GetOff {
        /// Where.
        stop: Stop,
        /// Which stop this is after the one where one got on: 1 for the very next.
        after_stops: usize,
        /// When.
        at: DateTime,
        /// Up to two stops before it, in order: the last of them is the one after which to ring.
        before: Vec<Stop>,
    },
    /// Change, and stay at the same stop.
    ChangeHere {
        /// The stop.
        stop: Stop,
    },
    /// Change, and walk to another stop.
    ChangeStop {
        /// The stop where one got off.
        from: Stop,
        /// The stop to walk to.
        to: Stop,
        /// Whole minutes at the person's own speed.
        minutes: u16,
        /// About how far it is.
        metres: u32,
    },
    /// Walk to the place where one goes.
    WalkToPlace {
        /// Whole minutes at the person's own speed.
        minutes: u16,
        /// About how far it is.
        metres: u32,
    },
    /// Be there.
    Arrive {
        /// When.
        at: DateTime,
    },
}

impl Trip {
    /// The steps, from setting out to being there. A second plan begins at the stop, so it has no
    /// [`Step::Leave`].
    #[must_use]
    pub fn steps(&self) -> Vec<Step> {
        let mut steps = Vec::new();
        if self.begins == Point::Start {
            steps.push(Step::Leave { at: self.leave });
        }
        let mut rides = 0;
        let mut ready = self.leave;
        let mut before: Option<&Leg> = None;
        for leg in &self.legs {
            match leg {
                Leg::Walk(walk) => {
                    steps.push(on_foot(walk));
                    ready = ready.saturating_add(jiff::SignedDuration::from_mins(walk.minutes.into()));
                }
                Leg::Ride(ride) => {
                    if let Some(Leg::Ride(last)) = before {
                        steps.push(change(&last.off.stop, &ride.on.stop));
                    }
                    steps.extend(on_board(ride, (rides, ready)));
                    rides += 1;
                    ready = ride.off.arrives;
                }
            }
            before = Some(leg);
        }
        steps.push(Step::Arrive { at: self.arrive });
        steps
    }
}

fn on_foot(walk: &Walk) -> Step {
    let (minutes, metres) = (walk.minutes, walk.metres);
    match (&walk.from, &walk.to) {
        (Point::Stop(from), Point::Stop(to)) => {
            Step::ChangeStop { from: from.clone(), to: to.clone(), minutes, metres }
        }
        (_, Point::Stop(stop)) => Step::WalkToStop { stop: stop.clone(), minutes, metres },
        (_, Point::Goal | Point::Start) => Step::WalkToPlace { minutes, metres },
    }
}

/// A change with no way to walk: at one stop, or between two at one place.
fn change(from: &Stop, to: &Stop) -> Step {
    match from.id == to.id {
        true => Step::ChangeHere { stop: from.clone() },
        false => Step::ChangeStop { from: from.clone(), to: to.clone(), minutes: 0, metres: 0 },
    }
}

fn on_board(ride: &Ride, (number, ready): (usize, DateTime)) -> [Step; 3] {
    let before = ride.between.iter().rev().take(2).rev();
    [
        Step::Wait {
            ride: number,
            line: ride.line.clone(),
            headsign: ride.headsign.clone(),
            stop: ride.on.stop.clone(),
            comes_at: ride.on.departs,
            minutes: minutes_between(ready, ride.on.departs),
        },
        Step::Ride {
            line: ride.line.clone(),
            minutes: minutes_between(ride.on.departs, ride.off.arrives),
            stops: ride.between.len() + 1,
        },
        Step::GetOff {
            stop: ride.off.stop.clone(),
            after_stops: ride.between.len() + 1,
            at: ride.off.arrives,
            before: before.map(|call| call.stop.clone()).collect(),
        },
    ]
}

fn minutes_between(from: DateTime, to: DateTime) -> u16 {
    let minutes = from.duration_until(to).as_mins();
    u16::try_from(minutes.max(0)).unwrap_or(u16::MAX)
}
