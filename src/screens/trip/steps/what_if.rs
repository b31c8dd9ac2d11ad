//! What if: the bus is late or missed, the person is lost, or does not go.
use super::{Message, Shown, WhatIf};
use crate::domain::place::ChosenTrip;
use crate::domain::travel::line::Line;
use crate::domain::travel::trip::steps::Step as Thing;
use crate::domain::travel::trip::{IfMissed, Trip};
use crate::screen::Ctx;
use crate::screens::trip::{walk, wording};
use crate::ui::{Body, Button, Lead, Page, Strength, Tile, rows, show};
use crate::words::{Arg, Phrase};

/// The page for this.
pub fn page<'a>(ctx: Ctx<'a>, trip: &ChosenTrip, what_if: WhatIf) -> Page<'a, Message> {
    let go_on = |words: &str| Button::new("go-on", ctx.phrase(words), Message::GoOn);
    let strong = |id: &str, message| Button::new(id, ctx.phrase(id), message).strength(Strength::Primary);
    match what_if {
        WhatIf::Late(ride) => {
            let lines = vec![(Lead::Picture, ctx.phrase("late-wait")), ring(ctx, "late-ring")];
            let missed = Message::WhatIf(WhatIf::Missed(ride));
            let missed = Button::new("late-missed", ctx.phrase("late-missed"), missed).icon("bus");
            list("late", ctx.phrase("late"), lines).action(missed).primary(go_on("ok").strength(Strength::Primary))
        }
        WhatIf::Missed(ride) => missed(ctx, trip, ride),
        WhatIf::Lost => {
            let lines = vec![(Lead::Picture, ctx.phrase("lost-stay")), ring(ctx, "lost-ring")];
            let page = list("lost", ctx.phrase("lost"), lines);
            page.action(button(ctx, WhatIf::Show(Shown::Lost))).primary(go_on("ok").strength(Strength::Primary))
        }
        WhatIf::NotSafe => {
            let lines = vec![
                (Lead::Picture, ctx.phrase("not-safe-shop")),
                ring(ctx, "lost-ring"),
                (Lead::Picture, ctx.phrase("not-safe-999")),
            ];
            let page = list("not-safe", ctx.phrase("not-safe"), lines);
            page.action(button(ctx, WhatIf::Show(Shown::NotSafe))).primary(go_on("ok").strength(Strength::Primary))
        }
        WhatIf::Show(card) => {
            let (words, number) = shown(ctx, trip, card);
            let body = Body::free(move |look, room| show::card(look, (&words, number.as_ref()), room));
            let page = Page::new("show-card", ctx.phrase("show-card"), body);
            page.primary(go_on("ok").icon("check").strength(Strength::Primary))
        }
        WhatIf::More => more(ctx, trip),
        WhatIf::Drop => {
            let place = ctx.store.place(&trip.to).map(|place| place.name).unwrap_or_default();
            let words = ctx.words.phrase_with("drop-words", [("place", place.into())]);
            list("drop", ctx.phrase("drop"), vec![(Lead::Picture, words)])
                .action(strong("drop-yes", Message::Over).strength(Strength::Quiet))
                .primary(go_on("drop-keep").strength(Strength::Primary))
        }
    }
}

/// The ride for which one waits, or from which one gets off.
fn on_board(trip: &ChosenTrip, thing: &Thing) -> Option<usize> {
    match thing {
        Thing::Wait { ride, .. } => Some(*ride),
        Thing::GetOff { stop, at, .. } => {
            trip.choice.trip.rides().position(|ride| ride.off.stop.id == stop.id && ride.off.arrives == *at)
        }
        _ => None,
    }
}

/// What may go wrong at this step, and the card to show there: what is likeliest comes first.
pub fn of(trip: &ChosenTrip, thing: &Thing) -> Vec<WhatIf> {
    let first = match thing {
        Thing::Wait { ride, .. } => Some(WhatIf::Late(*ride)),
        Thing::Leave { .. } => Some(WhatIf::Drop),
        _ => None,
    };
    let on_the_way = !matches!(thing, Thing::Leave { .. } | Thing::Arrive { .. });
    let wrong = [WhatIf::Lost, WhatIf::NotSafe].into_iter().filter(|_| on_the_way);
    let card = on_board(trip, thing).map(|ride| WhatIf::Show(Shown::Stop(ride)));
    first.into_iter().chain(wrong).chain(card).collect()
}

/// The key of the words for what goes wrong, its icon on a button and its picture on a tile.
fn looks(what_if: WhatIf) -> (&'static str, &'static str, &'static str) {
    match what_if {
        WhatIf::Late(_) | WhatIf::Missed(_) => ("step-late", "clock", "late-bus"),
        WhatIf::Lost => ("step-lost", "pin", "lost"),
        WhatIf::NotSafe => ("step-not-safe", "alert", "scared"),
        WhatIf::Show(Shown::Stop(_)) => ("show-stop", "note", "show-card"),
        WhatIf::Show(_) => ("show-help", "note", "show-card"),
        WhatIf::More => ("step-more", "list", "something-else"),
        WhatIf::Drop => ("step-drop", "x", "not-now"),
    }
}

/// The button for it.
pub fn button(ctx: Ctx<'_>, what_if: WhatIf) -> Button<Message> {
    let (key, icon, _) = looks(what_if);
    Button::new(key, ctx.phrase(key), Message::WhatIf(what_if)).icon(icon)
}

fn tile(ctx: Ctx<'_>, what_if: WhatIf) -> Tile<Message> {
    let (key, _, picture) = looks(what_if);
    Tile::opens(key, ctx.phrase(key).with_picture(picture), Message::WhatIf(what_if))
}

/// What else can be done with this trip. Where the page of the step is small, what may go wrong comes first.
fn more<'a>(ctx: Ctx<'a>, trip: &ChosenTrip) -> Page<'a, Message> {
    let mut practise = Tile::opens("practise", ctx.phrase("practise"), Message::Practise);
    practise.under = walk::done_before(ctx, &trip.way());
    let note = Tile::opens("note-step", ctx.phrase("note-step-tile"), Message::Note);
    let keep = Tile::opens("route-keep", ctx.phrase("route-keep-tile"), Message::Keep);
    let print = Tile::opens("print-card", ctx.phrase("print-card"), Message::Print);
    let plan = Tile::opens("trip-plan-name", ctx.phrase("trip-plan-name"), Message::Plan);
    let things = walk::things(trip);
    let thing = things.get(trip.step.min(things.len().saturating_sub(1))).filter(|_| ctx.look.compact());
    let wrong = thing.into_iter().flat_map(|thing| of(trip, thing)).map(|what_if| tile(ctx, what_if));
    let tiles = wrong.chain([plan, practise, print, note, keep]).collect();
    Page::new("more", ctx.phrase("step-more-heading"), Body::tiles(tiles))
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

/// What stands on a card to show, and the number to ring.
fn shown(ctx: Ctx<'_>, trip: &ChosenTrip, card: Shown) -> (Phrase, Option<Phrase>) {
    let helper = ctx.helper();
    let number = helper.map(|helper| Phrase::own(&helper.phone));
    let name = helper.map(|helper| helper.name.clone()).unwrap_or_default();
    let args = [("me", Arg::from(ctx.me.name.clone())), ("name", Arg::from(name))];
    match card {
        Shown::Stop(ride) => {
            let stop = trip.choice.trip.rides().nth(ride).map(|ride| ride.off.stop.name.clone()).unwrap_or_default();
            (ctx.words.phrase_with("show-stop-words", [("stop", Arg::from(stop))]), None)
        }
        Shown::Lost => (ctx.words.phrase_with("show-lost-words", args), number),
        Shown::NotSafe => (ctx.words.phrase_with("show-not-safe-words", args), number),
    }
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
