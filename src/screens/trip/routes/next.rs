//! When a kept route can be gone next, what has changed in the timetable since, and the last bus home of that day.
use jiff::civil::DateTime;

use crate::devices::Work;
use crate::domain::place::ChosenTrip;
use crate::domain::travel::route::{Again, Gone, Moved, again};
use crate::domain::travel::timetable::Timetable;
use crate::domain::travel::trip::Request;
use crate::domain::travel::trip::outlook::{Outlook, outlook};
use crate::domain::travel::trip::pace::Busy;
use crate::screen::Ctx;
use crate::screens::trip::wording;
use crate::store::timetable::Unusable;
use crate::ui::Lead;
use crate::words::{Arg, Phrase};

/// A route as it can be gone next.
#[derive(Debug, Clone)]
pub struct Next {
    /// The way.
    pub found: Again,
    /// The last ways of its day. `None`: they cannot be looked for.
    pub outlook: Option<Outlook>,
}

/// Why a route cannot be gone.
#[derive(Debug, Clone)]
pub enum Why {
    /// There is no timetable that can be used.
    NoTimetable(Unusable),
    /// The timetable has changed.
    Gone(Gone),
}

/// Looks for it, away from the window.
pub(super) fn next(ctx: Ctx<'_>, kept: ChosenTrip) -> Work<Result<Box<Next>, Why>> {
    let (me, now) = (&ctx.me.id, ctx.now());
    let ends = ctx.store.place(&kept.from).zip(ctx.store.place(&kept.to));
    let (pace, likes, known) = (ctx.store.pace(me), ctx.store.likes(me), ctx.store.known_lines(me));
    let timetable = ctx.store.timetable();
    Box::pin(async move {
        let known_times = timetable.await.map_err(Why::NoTimetable)?;
        let timetable = &known_times.0;
        let found = soonest(timetable, &kept, now, pace.busy).map_err(Why::Gone)?;
        // A way home from a place that is off the list cannot be looked for.
        let outlook = ends.map(|(from, to)| {
            let be_there = found.choice.trip.arrive;
            outlook(timetable, &Request { from: from.spot(), to: to.spot(), be_there, now, pace, likes, known })
        });
        Ok(Box::new(Next { found, outlook }))
    })
}

/// How many days are looked through for the next time that a way can be gone.
const DAYS: i64 = 7;

/// The way as it can be gone next.
fn soonest(timetable: &Timetable, kept: &ChosenTrip, now: DateTime, busy: Busy) -> Result<Again, Gone> {
    let mut why = None;
    for days in 0..DAYS {
        let Ok(day) = now.date().checked_add(jiff::Span::new().days(days)) else { break };
        match again(timetable, &kept.choice.trip, day, busy) {
            Ok(found) if found.choice.trip.leave >= now => return Ok(found),
            Ok(_) => {}
            Err(gone @ Gone::NotThere(..)) => return Err(gone),
            Err(gone) => why = why.or(Some(gone)),
        }
    }
    // A way that goes on no day has said why.
    Err(why.unwrap_or(Gone::TooOld(now.date())))
}

/// When it goes, what has moved, and when one is there.
pub(super) fn goes(ctx: Ctx<'_>, kept: &ChosenTrip, next: &Next) -> Vec<(Lead, Phrase)> {
    let found = &next.found;
    let trip = &found.choice.trip;
    let (leave, arrive) = (trip.leave, trip.arrive);
    let time = |time: jiff::civil::Time| Arg::from(ctx.words.time(time).shown);
    let day = ctx.words.day_from(ctx.today(), leave.date()).shown;
    let args = [("day", Arg::from(day)), ("time", time(leave.time()))];
    let mut lines = vec![(Lead::Clock(leave.time()), ctx.words.phrase_with("trip-leave-day", args))];
    lines.extend(found.moved.iter().map(|moved| (Lead::Picture, moves(ctx, moved))));
    let there = ctx.words.phrase_with("trip-card-there", [("time", time(arrive.time()))]);
    lines.push((Lead::Picture, there.with_picture("arrive")));
    let late = arrive.date().to_datetime(kept.by.time()).duration_until(arrive).as_mins();
    if let Ok(minutes @ 1..) = u32::try_from(late) {
        let args = [("length", Arg::from(ctx.words.minutes(minutes).shown))];
        lines.push((Lead::Picture, ctx.words.phrase_with("route-late", args)));
    }
    if found.choice.busy {
        lines.push((Lead::Picture, ctx.phrase("trip-busy").with_picture("busy-bus")));
    }
    // Who walks there walks home.
    if let Some(outlook) = next.outlook.filter(|_| trip.rides().next().is_some()) {
        lines.push((
            Lead::Picture,
            match outlook.home {
                Some(home) => ctx.words.phrase_with("trip-last-home", [("time", time(home.time()))]),
                None => ctx.phrase("trip-no-way-home"),
            },
        ));
    }
    lines
}

/// "Bus 42 now goes 5 minutes earlier."
fn moves(ctx: Ctx<'_>, moved: &Moved) -> Phrase {
    let key = if moved.minutes < 0 { "route-earlier" } else { "route-later" };
    let length = ctx.words.minutes(moved.minutes.unsigned_abs()).shown;
    let line = wording::title(ctx, &moved.line).shown;
    ctx.words.phrase_with(key, [("line", Arg::from(line)), ("length", Arg::from(length))])
}

pub(super) fn why_not(ctx: Ctx<'_>, why: &Why) -> Phrase {
    match why {
        Why::NoTimetable(Unusable::Missing) => ctx.phrase("trip-none-timetable").with_picture("timetable"),
        Why::NoTimetable(_) => ctx.phrase("trip-none-timetable-broken").with_picture("timetable"),
        Why::Gone(Gone::NotThere(line, stop)) => {
            let line = wording::title(ctx, line).shown;
            ctx.words.phrase_with("route-not-there", [("line", Arg::from(line)), ("stop", stop.clone().into())])
        }
        Why::Gone(Gone::NotThen(line)) => {
            let line = wording::title(ctx, line).shown;
            ctx.words.phrase_with("route-not-then", [("line", Arg::from(line))])
        }
        Why::Gone(Gone::TooOld(day)) => {
            let args = [("day", Arg::from(ctx.words.day_of_year(*day).shown))];
            ctx.words.phrase_with("trip-none-old", args).with_picture("too-old")
        }
    }
}
