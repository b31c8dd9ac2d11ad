//! A person's trip: chosen by their own adjustments, with a second plan for every bus.
//!
//! What counts, in this order: to be there in time with minutes to spare, few changes, little
//! walking, and to leave as late as that allows. Nothing here is a sentence: the app puts the values
//! into words, pictures and speech.
mod choose;
pub(super) mod lay_out;
pub mod likes;
mod missed;
pub mod outlook;
pub mod pace;
mod plan;
pub mod steps;

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::line::Line;
use super::position::Position;
use super::timetable::Timetable;
use likes::Likes;
use pace::{Busy, Pace};

/// What a person asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// Where they are.
    pub from: Spot,
    /// Where they go.
    pub to: Spot,
    /// When they need to be there, by the clock on the wall.
    pub be_there: DateTime,
    /// What the time is now. No trip leaves before.
    pub now: DateTime,
    /// How they like to travel.
    pub pace: Pace,
    /// What they want none of.
    pub likes: Likes,
    /// The lines that they have ridden before.
    pub known: Vec<Line>,
}

/// A place to set out from or to go to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spot {
    /// Where it is.
    pub position: Position,
    /// The `stop_id` of the one stop that this person uses for it, however far it is. None to use
    /// any stop within their walk; so too if nothing calls at that stop any more.
    pub stop: Option<String>,
}

/// One of up to three ways to go.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// What speaks for it.
    pub why: Why,
    /// The way.
    pub trip: Trip,
    /// For each ride, in order: what to do if that bus is missed or does not come.
    pub if_missed: Vec<IfMissed>,
    /// Whether a bus of it is taken in the hours that the person wanted to leave out: there was no other way.
    #[serde(default)]
    pub busy: bool,
}

/// What speaks for a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Why {
    /// It has the fewest changes.
    FewestChanges,
    /// It leaves later, but has more changes.
    LeavesLater,
    /// It leaves earlier, so that another bus still arrives in time if the first is missed.
    OneEarlier,
    /// There is no bus to catch: it is all on foot.
    OnFoot,
}

/// What to do if a bus is missed or does not come.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum IfMissed {
    /// Wait for the next of the same line, and go on as this trip says. It begins at the stop. Taken
    /// unless another way is there much sooner.
    SameLine(Trip),
    /// Go as this trip says. It begins at the stop.
    OtherWay(Trip),
    /// There is no other way that day. This is the last bus.
    Nothing,
}

/// A way to go, with nothing in it that needs the timetable any more: it can be kept and printed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trip {
    /// Where it begins: at the start, or for a second plan at the stop where one stands.
    pub begins: Point,
    /// Walks and rides in turn.
    pub legs: Vec<Leg>,
    /// When to set out. For a second plan, when the bus was missed.
    pub leave: DateTime,
    /// When one is there.
    pub arrive: DateTime,
}

/// A part of a trip.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Leg {
    /// On foot.
    Walk(Walk),
    /// On a bus or train.
    Ride(Ride),
}

/// A part of a trip on foot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Walk {
    /// Where it begins.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
    /// Whole minutes at the person's own speed.
    pub minutes: u16,
    /// About how far it is.
    pub metres: u32,
}

/// One end of a walk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Point {
    /// The place from which the person sets out.
    Start,
    /// A stop.
    Stop(Stop),
    /// The place to which the person goes.
    Goal,
}

/// A part of a trip on one bus or train.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ride {
    /// The line.
    pub line: Line,
    /// What is written on the front. May be blank.
    pub headsign: String,
    /// Where to get on.
    pub on: Call,
    /// The stops in between, in order.
    pub between: Vec<Call>,
    /// Where to get off.
    pub off: Call,
}

/// That a bus or train calls at a stop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Call {
    /// The stop.
    pub stop: Stop,
    /// When it arrives.
    pub arrives: DateTime,
    /// When it leaves.
    pub departs: DateTime,
}

/// A stop.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stop {
    /// Its `stop_id`, by which it is known from one timetable to the next.
    pub id: String,
    /// The short code that is written on it. May be blank.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The platform, stand or bay. May be blank.
    pub platform: String,
    /// Where it is.
    pub position: Position,
}

/// Why there is no trip.
#[derive(Debug, Clone, PartialEq)]
pub enum NoTrip {
    /// No stop is within the person's walk.
    NoStopNear(End),
    /// Nothing runs on that day, such as on Christmas Day.
    NothingRunsThatDay,
    /// The timetable ends before that day.
    TimetableTooOld {
        /// Its last day.
        last_day: Date,
    },
    /// The timetable begins after that day.
    TimetableNotStarted {
        /// Its first day.
        first_day: Date,
    },
    /// No way is found that is in time, within the person's changes and walk.
    NoWay,
    /// There were ways, but it is too late for all of them.
    TooLateToday {
        /// The way that is there soonest if one leaves now. None if there is no other way.
        soonest: Option<Box<Trip>>,
    },
}

/// One end of a trip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// Where the person is.
    Start,
    /// Where they go.
    Goal,
}

impl Trip {
    /// The rides, in order.
    pub fn rides(&self) -> impl Iterator<Item = &Ride> {
        self.legs.iter().filter_map(|leg| match leg {
            Leg::Ride(ride) => Some(ride),
            Leg::Walk(_) => None,
        })
    }

    /// How often one changes from one bus or train to another.
    #[must_use]
    pub fn changes(&self) -> usize {
        self.rides().count().saturating_sub(1)
    }

    /// All minutes on foot.
    #[must_use]
    pub fn walking(&self) -> u16 {
        let minutes = self.legs.iter().map(|leg| match leg {
            Leg::Walk(walk) => walk.minutes,
            Leg::Ride(_) => 0,
        });
        minutes.sum()
    }
}

impl IfMissed {
    /// The trip to take then, if there is one.
    #[must_use]
    pub fn trip(&self) -> Option<&Trip> {
        match self {
            Self::SameLine(trip) | Self::OtherWay(trip) => Some(trip),
            Self::Nothing => None,
        }
    }
}

/// Up to three ways to go, the one to offer first in front. Where there is none outside of the busy hours of the person,
/// there are ways that say so.
///
/// # Errors
/// [`NoTrip`] says why there is none.
pub fn plan(timetable: &Timetable, request: &Request) -> Result<Vec<Choice>, NoTrip> {
    let quiet = plan::Plan::new(timetable, request, request.pace.busy).choices();
    if quiet.is_ok() || request.pace.busy == Busy::default() {
        return quiet;
    }
    plan::Plan::new(timetable, request, Busy::default()).choices()
}
