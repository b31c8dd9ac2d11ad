//! The last ways of a day: when one must set out at the latest, and the last bus home.
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::pace::Busy;
use super::plan::{Lines, Plan};
use super::{Request, Spot};
use crate::domain::travel::raptor::{Journey, Time};
use crate::domain::travel::timetable::{DAY, Minute, Timetable};

/// The last ways of a day. They are told whichever way is chosen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outlook {
    /// When the person must set out to be there just in time, with nothing to spare. None if there is no way by bus.
    pub leave: Option<DateTime>,
    /// When the last bus on the way home leaves. None if there is no way home after they are there.
    pub home: Option<DateTime>,
}

/// A night belongs to the day before until this hour.
const NIGHT_ENDS: Minute = DAY + 4 * 60;

/// The last ways for this request: in the busy hours too, for they are the last.
#[must_use]
pub fn outlook(timetable: &Timetable, request: &Request) -> Outlook {
    let there = Plan::new(timetable, request, Busy::default());
    let in_time = there.minute_of(request.be_there);
    let by = |plan: &Plan<'_>, minute, horizon| -> Option<Journey> {
        let found = plan.search_within(Time::ArriveBy(minute), horizon, Lines::All);
        found.into_iter().max_by_key(|journey| journey.leave)
    };
    let leave = by(&there, in_time, there.limits.horizon).map(|journey| there.clock(journey.leave));
    let (from, to): (Spot, Spot) = (request.to.clone(), request.from.clone());
    let home = Request { from, to, ..request.clone() };
    let home = Plan::new(timetable, &home, Busy::default());
    let last = by(&home, NIGHT_ENDS, NIGHT_ENDS - in_time).and_then(|journey| {
        let first = journey.rides.first()?.departs(timetable);
        (first >= in_time).then(|| home.clock(first))
    });
    Outlook { leave, home: last }
}
