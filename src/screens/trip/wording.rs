//! Lines, stops and trips in words.
use crate::domain::person::Person;
use crate::domain::travel::line::{Line, Mode};
use crate::domain::travel::trip::{Stop, Trip};
use crate::screen::Ctx;
use crate::words::{Arg, Phrase};

/// A line inside a sentence: "bus 42".
pub fn line(ctx: Ctx<'_>, line: &Line) -> Phrase {
    named(ctx, "line", line)
}

/// A line at the head of a card: "Bus 42".
pub fn title(ctx: Ctx<'_>, line: &Line) -> Phrase {
    named(ctx, "title", line)
}

fn named(ctx: Ctx<'_>, kind: &str, line: &Line) -> Phrase {
    let mode = match line.mode {
        Mode::Bus | Mode::Trolleybus => "bus",
        Mode::Coach => "coach",
        Mode::Train | Mode::Monorail | Mode::Funicular => "train",
        Mode::Underground => "underground",
        Mode::Tram | Mode::CableTram => "tram",
        Mode::Ferry => "ferry",
        Mode::CableCar | Mode::Plane | Mode::Taxi | Mode::Other(_) => "other",
    };
    let number = number(line);
    let key = if number.is_empty() { format!("{kind}-{mode}-none") } else { format!("{kind}-{mode}") };
    ctx.words.phrase_with(&key, [("line", Arg::from(number))])
}

/// The number of a line. Trains have codes in its place that nobody sees: they go by where they go.
pub fn number(line: &Line) -> String {
    if line.mode == Mode::Train { String::new() } else { line.short_name.clone() }
}

/// The name of a stop, with its platform or stand.
pub fn stop(ctx: Ctx<'_>, stop: &Stop, mode: Mode) -> Phrase {
    let key = match () {
        () if stop.platform.is_empty() && (mode == Mode::Train || says_what_it_is(&stop.name)) => {
            return Phrase::own(&stop.name);
        }
        () if stop.platform.is_empty() => "stop-plain",
        () if mode == Mode::Train => "stop-platform",
        () => "stop-at",
    };
    let args = [("stop", Arg::from(stop.name.clone())), ("platform", Arg::from(stop.platform.clone()))];
    ctx.words.phrase_with(key, args)
}

/// Whether a name in a British feed says by itself that it is a stop.
fn says_what_it_is(name: &str) -> bool {
    let name = name.to_lowercase();
    ["stop", "stand", "station", "bay"].iter().any(|word| name.split_whitespace().any(|part| part == *word))
}

/// What a trip goes by: "Bus 42, then bus 7", or "Walk".
pub fn ways(ctx: Ctx<'_>, trip: &Trip) -> Phrase {
    let mut rides = trip.rides();
    let Some(first) = rides.next() else { return ctx.phrase("trip-walk").with_picture("walk") };
    let picture = match (trip.changes(), first.line.mode) {
        (1.., _) => "two-buses",
        (0, Mode::Train) => "train",
        (0, _) => "bus",
    };
    let all = rides.fold(title(ctx, &first.line), |first, ride| {
        let args = [("first", Arg::from(first.shown)), ("second", Arg::from(line(ctx, &ride.line).shown))];
        ctx.words.phrase_with("trip-then", args)
    });
    all.with_picture(picture)
}

/// Who reads what a worker writes down about trips: "You, Dee and Priya can see this."
pub fn readers(ctx: Ctx<'_>) -> Phrase {
    let team = &ctx.hall.team;
    let mut names: Vec<_> = [team.senior_of(ctx.me), team.lead_of(ctx.me)].into_iter().flatten().collect();
    names.retain(|person| person.id != ctx.me.id);
    let phrase = match names.as_slice() {
        [] => ctx.phrase("plan-seen-by-me"),
        [one] => ctx.words.phrase_with("plan-seen-by-one", [("one", Arg::from(one.name.clone()))]),
        [one, other, ..] => {
            let args = [("rest", Arg::from(one.name.clone())), ("last", Arg::from(other.name.clone()))];
            ctx.words.phrase_with("plan-seen-by", args)
        }
    };
    phrase.with_picture("seen")
}

/// Who to ring, with the number.
pub fn ring(ctx: Ctx<'_>, person: &Person) -> Phrase {
    let args = [("name", Arg::from(person.name.clone())), ("number", Arg::from(person.phone.clone()))];
    ctx.words.phrase_with("asked-way-ring", args)
}
