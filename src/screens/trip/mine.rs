//! What a worker has already: trips that were chosen, ways that were asked for, routes and costs.
use jiff::SignedDuration;

use crate::domain::arranging::Request;
use crate::domain::place::ChosenTrip;
use crate::screen::Ctx;
use crate::screens::costs::recent;

/// Whether there is anything of theirs to show first.
pub(super) fn has_own(ctx: Ctx<'_>) -> bool {
    let routes = || !ctx.store.routes(&ctx.me.id).is_empty();
    let costs = || !ctx.store.trip_costs(&ctx.me.id).is_empty();
    !mine(ctx).is_empty() || !asked_for(ctx).is_empty() || !recent(ctx).is_empty() || costs() || routes()
}

/// What was asked for and is still to come.
pub(super) fn asked_for(ctx: Ctx<'_>) -> Vec<Request> {
    let mut asked = ctx.store.ways_asked(&ctx.me.id);
    asked.retain(|request| request.counts(ctx.today()));
    asked
}

/// For how long after a trip somebody may still be on the way.
const LATE: SignedDuration = SignedDuration::from_hours(1);

/// The trips that were chosen and are not over, the next one first.
pub(super) fn mine(ctx: Ctx<'_>) -> Vec<ChosenTrip> {
    let mut trips = ctx.store.chosen_trips(&ctx.me.id);
    trips.retain(|trip| trip.choice.trip.arrive.saturating_add(LATE) >= ctx.now());
    trips
}
