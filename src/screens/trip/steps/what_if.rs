//! What if: the bus is late or missed, the person is lost, or does not go.
use super::{Message, WhatIf};
use crate::domain::place::ChosenTrip;
use crate::domain::travel::line::Line;
use crate::domain::travel::trip::{IfMissed, Trip};
use crate::screen::Ctx;
use crate::screens::trip::wording;
use crate::ui::{Body, Button, Lead, Page, Strength, rows};
use crate::words::{Arg, Phrase};

/// The page for this.
pub fn page<'a>(ctx: Ctx<'a>, trip: &ChosenTrip, what_if: WhatIf) -> Page<'a, Message> {
    let go_on = |words: &str| Button::new("go-on", ctx.phrase(words), Message::GoOn);
    let button = |id: &str, message| Button::new(id, ctx.phrase(id), message).strength(Strength::Primary);
    match what_if {
        WhatIf::Late(ride) => {
            let lines = vec![(Lead::Picture, ctx.phrase("late-wait")), ring(ctx, "late-ring")];
            let missed = Message::WhatIf(WhatIf::Missed(ride));
            let missed = Button::new("late-missed", ctx.phrase("late-missed"), missed).icon("bus");
            list("late", ctx.phrase("late"), lines).action(missed).primary(go_on("ok").strength(Strength::Primary))
        }
        WhatIf::Missed(ride) => missed(ctx, trip, ride),
        WhatIf::Lost => {
            let lines = vec![
                (Lead::Picture, ctx.phrase("lost-stay")),
                ring(ctx, "lost-ring"),
                (Lead::Picture, ctx.phrase("lost-not-safe")),
            ];
            list("lost", ctx.phrase("lost"), lines).primary(go_on("ok").strength(Strength::Primary))
        }
        WhatIf::Drop => {
            let place = ctx.store.place(&trip.to).map(|place| place.name).unwrap_or_default();
            let words = ctx.words.phrase_with("drop-words", [("place", place.into())]);
            list("drop", ctx.phrase("drop"), vec![(Lead::Picture, words)])
                .action(button("drop-yes", Message::Over).strength(Strength::Quiet))
                .primary(go_on("drop-keep").strength(Strength::Primary))
        }
    }
}

/// What to do when the bus of this ride is missed.
fn missed<'a>(ctx: Ctx<'a>, trip: &ChosenTrip, ride: usize) -> Page<'a, Message> {
    let line = trip.choice.trip.rides().nth(ride).map(|ride| wording::line(ctx, &ride.line).shown).unwrap_or_default();
    let heading = ctx.words.phrase_with("missed", [("line", line.into())]);
    let button = |id: &str, message| Button::new(id, ctx.phrase(id), message).strength(Strength::Primary).arrow();
    let again = button("missed-again", Message::PlanAgain);
    match trip.choice.if_missed.get(ride) {
        Some(IfMissed::SameLine(next) | IfMissed::OtherWay(next)) => {
            let same = matches!(trip.choice.if_missed.get(ride), Some(IfMissed::SameLine(_)));
            let lines = next_lines(ctx, trip, (next, same));
            list("missed", heading, lines).primary(button("missed-go", Message::GoThisWay(ride)))
        }
        Some(IfMissed::Nothing) => {
            let lines = vec![(Lead::Picture, ctx.phrase("missed-none")), ring(ctx, "trip-none-ring")];
            list("missed", heading, lines)
                .primary(Button::new("go-on", ctx.phrase("ok"), Message::GoOn).strength(Strength::Primary))
        }
        None => {
            let lines = vec![(Lead::Picture, ctx.phrase("missed-plan")), ring(ctx, "trip-none-ring")];
            list("missed", heading, lines).primary(again)
        }
    }
}

/// The next bus, when one is there with it, and whether that is late.
fn next_lines(ctx: Ctx<'_>, trip: &ChosenTrip, (next, same): (&Trip, bool)) -> Vec<(Lead, Phrase)> {
    let mut lines = Vec::new();
    match next.rides().next() {
        Some(ride) => {
            let time = ride.on.departs.time();
            lines.push((Lead::Clock(time), comes(ctx, (&ride.line, same), time)));
        }
        None => {
            let args = [("length", Arg::from(ctx.words.minutes(next.walking().into()).shown))];
            lines.push((Lead::Picture, ctx.words.phrase_with("missed-walk", args)));
        }
    }
    let there = ctx.words.time(next.arrive.time()).shown;
    lines.push((Lead::Picture, ctx.words.phrase_with("missed-there", [("time", there.into())])));
    let minutes = trip.by.duration_until(next.arrive).as_mins();
    if let (Ok(minutes @ 1..), Some(helper)) = (u32::try_from(minutes), ctx.helper()) {
        let length = ctx.words.minutes(minutes).shown;
        let args = [("length", Arg::from(length)), ("name", Arg::from(helper.name.clone()))];
        lines.push((Lead::Picture, ctx.words.phrase_with("missed-later", args)));
    }
    lines
}

fn comes(ctx: Ctx<'_>, (line, same): (&Line, bool), time: jiff::civil::Time) -> Phrase {
    let time = Arg::from(ctx.words.time(time).shown);
    if same {
        return ctx.words.phrase_with("missed-next", [("time", time)]);
    }
    ctx.words.phrase_with("missed-other", [("line", Arg::from(wording::line(ctx, line).shown)), ("time", time)])
}

/// Who to ring, with the number.
fn ring(ctx: Ctx<'_>, key: &str) -> (Lead, Phrase) {
    let (name, number) = ctx.helper().map(|helper| (helper.name.clone(), helper.phone.clone())).unwrap_or_default();
    let args = [("name", Arg::from(name)), ("number", Arg::from(number))];
    (Lead::Picture, ctx.words.phrase_with(key, args).with_picture("phone"))
}

fn list<'a>(name: &str, heading: Phrase, lines: Vec<(Lead, Phrase)>) -> Page<'a, Message> {
    let id = name.to_owned();
    let body = Body::rows(move |look, width| {
        let numbered = lines.iter().enumerate();
        numbered.map(|(index, (lead, line))| rows::led(look, &format!("{id}-{index}"), (lead, line), width)).collect()
    });
    Page::new(name, heading, body)
}
