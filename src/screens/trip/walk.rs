//! A way as its steps, one card after another: on the way, at home, and on paper.
use jiff::civil::Date;

use crate::domain::place::{ChosenTrip, Place};
use crate::domain::ready::Ready;
use crate::domain::route::{How, RouteId, RouteWay, WayKey, done};
use crate::domain::travel::trip::steps::Step as Thing;
use crate::screen::Ctx;
use crate::screens::trip::card::Card;
use crate::screens::trip::steps::cards::{self, Clock};
use crate::screens::trip::written;
use crate::words::{Arg, Phrase};

/// Which way it is.
#[derive(Debug, Clone, PartialEq)]
pub enum Of {
    /// The trip of this name.
    Trip(String),
    /// A route that is kept: it is the same on any day.
    Route(RouteId),
    /// A route that is kept, as it goes on a day.
    Planned(RouteId, Box<ChosenTrip>),
}

/// A way, ready to be gone.
#[derive(Debug, Clone)]
pub struct Walk {
    /// What it is called: "Trip to Mill Road Clinic".
    pub title: Phrase,
    /// Where it goes, where that is a place that is known.
    pub to: Option<Place>,
    /// The day on which it is, where it is on one.
    pub day: Option<Date>,
    /// What was answered before it, where it is on a day.
    pub ready: Option<Ready>,
    /// What it is known by.
    pub key: WayKey,
    /// Its steps.
    pub steps: Vec<Card>,
}

/// The way, if it is still there.
pub fn of(ctx: Ctx<'_>, of: &Of, clock: Clock) -> Option<Walk> {
    match of {
        Of::Trip(trip) => Some(of_trip(ctx, &ctx.store.chosen_trip(trip)?, clock)),
        Of::Route(route) => {
            let route = ctx.store.route(route)?;
            let (title, key) = (Phrase::own(&route.name), route.way());
            Some(match &route.way {
                RouteWay::Trip(trip) => Walk { title, ..of_trip(ctx, trip, Clock::Off) },
                RouteWay::Own(steps) => {
                    let steps = steps.iter().map(|step| written::card(ctx, step)).collect();
                    Walk { title, to: None, day: None, ready: None, key, steps }
                }
            })
        }
        Of::Planned(route, trip) => {
            let title = Phrase::own(&ctx.store.route(route)?.name);
            Some(Walk { title, ..of_trip(ctx, trip, clock) })
        }
    }
}

/// The way of this trip.
pub fn of_trip(ctx: Ctx<'_>, trip: &ChosenTrip, clock: Clock) -> Walk {
    let to = ctx.store.place(&trip.to);
    let place = to.as_ref().map(|place| place.name.clone()).unwrap_or_default();
    let steps = things(trip).iter().map(|thing| cards::card(ctx, trip, thing, clock)).collect();
    let title = ctx.words.phrase_with("trip-to", [("place", place.into())]);
    let day = (clock == Clock::On).then(|| trip.choice.trip.leave.date());
    let ready = day.map(|_| (*trip.ready).clone());
    Walk { title, to, day, ready, key: trip.way(), steps }
}

/// The things to do. Riding is no card of its own: it is told where one gets off.
pub fn things(trip: &ChosenTrip) -> Vec<Thing> {
    let mut things = trip.choice.trip.steps();
    things.retain(|thing| !matches!(thing, Thing::Ride { .. }));
    things
}

/// "You did this 3 times. Last time: alone." None if it was never done.
pub fn done_before(ctx: Ctx<'_>, way: &WayKey) -> Option<Phrase> {
    let (times, how) = done(&ctx.store.practised(&ctx.me.id), way)?;
    let key = match how {
        How::WithSomeone => "practised-with",
        How::Shadowed => "practised-near",
        How::Alone => "practised-alone",
    };
    Some(ctx.words.phrase_with(key, [("count", Arg::from(times))]).with_picture("practice"))
}
