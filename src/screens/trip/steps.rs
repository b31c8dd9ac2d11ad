//! The steps of a trip: one card for each thing to do, and what to do when it goes wrong.
mod cards;
mod what_if;

use iced::Task;

use crate::domain::person::Role;
use crate::domain::place::ChosenTrip;
use crate::domain::record::Record;
use crate::domain::travel::trip::steps::Step as Thing;
use crate::domain::travel::trip::{Choice, IfMissed};
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::trip::remind::{asks_once, chosen, never};
use crate::ui::{Body, Button, Page, Strength, rows};

/// The steps of a trip that was chosen.
#[derive(Debug)]
pub struct Steps {
    trip: Option<ChosenTrip>,
    what_if: Option<WhatIf>,
}

/// Something goes wrong on the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhatIf {
    /// The bus of this ride is late.
    Late(usize),
    /// The bus of this ride is missed.
    Missed(usize),
    /// The person is lost.
    Lost,
    /// The person does not go.
    Drop,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Goes to the next step.
    Next,
    /// Something goes wrong.
    WhatIf(WhatIf),
    /// Goes on with the step.
    GoOn,
    /// Goes the way that is left when the bus of this ride is missed.
    GoThisWay(usize),
    /// Plans it again.
    PlanAgain,
    /// Is there, or does not go any more.
    Over,
    /// Chooses a reminder.
    Remind,
    /// Wants no reminder.
    NoReminder,
}

impl Screen for Steps {
    /// The name of the trip.
    type Opens = String;
    type Message = Message;
    const HEADING: &'static str = "trip-steps";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(ctx: Ctx<'_>, trip: String) -> (Self, Task<Message>) {
        let trip = ctx.store.chosen_trip(&trip).filter(|trip| !trip.over);
        (Self { trip, what_if: None }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Next => self.turn(1),
            Message::WhatIf(what_if) => {
                self.what_if = Some(what_if);
                Action::none()
            }
            Message::GoOn => {
                self.what_if = None;
                Action::none()
            }
            Message::GoThisWay(ride) => self.go_this_way(ride),
            Message::PlanAgain => self.end(Step::Instead(Place::Trip(()))),
            Message::Over => self.end(Step::Home),
            Message::Remind => Action::step(Step::Go(Place::Remind(()))),
            Message::NoReminder => Action::step(never(ctx)),
        }
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let Some(trip) = &self.trip else {
            let gone = ctx.phrase("trip-gone");
            let body = Body::rows(move |look, width| vec![rows::line(look, "trip-gone", &gone, width)]);
            return Page::new("trip-gone", ctx.phrase("trip-steps"), body);
        };
        match self.what_if {
            Some(what_if) => what_if::page(ctx, trip, what_if),
            None => step_page(ctx, trip),
        }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        match self.what_if {
            Some(WhatIf::Missed(ride)) => self.what_if = Some(WhatIf::Late(ride)),
            Some(_) => self.what_if = None,
            None if self.trip.as_ref().is_some_and(|trip| trip.step > 0) => return Some(self.turn(-1)),
            None => return None,
        }
        Some(Action::none())
    }
}

impl Steps {
    fn turn(&mut self, by: isize) -> Action<Message> {
        let Some(trip) = &mut self.trip else { return Action::none() };
        let last = things(trip).len().saturating_sub(1);
        trip.step = trip.step.saturating_add_signed(by).min(last);
        Action::step(Step::Keep(Record::Trip(trip.clone())))
    }

    /// Takes the second plan in the place of the first. It is a new trip, from the stop.
    fn go_this_way(&mut self, ride: usize) -> Action<Message> {
        let Some(trip) = &self.trip else { return Action::none() };
        let Some(instead) = trip.choice.if_missed.get(ride).and_then(IfMissed::trip).cloned() else {
            return Action::none();
        };
        let old = ChosenTrip { over: true, dropped: true, ..trip.clone() };
        let choice = Choice { why: trip.choice.why, trip: instead, if_missed: Vec::new() };
        let new = ChosenTrip { choice, step: 0, ..trip.clone() };
        self.what_if = None;
        let records = [old, new.clone()].map(|trip| Step::Keep(Record::Trip(trip)));
        self.trip = Some(new);
        Action::steps(records.into())
    }

    fn end(&mut self, then: Step) -> Action<Message> {
        let Some(trip) = self.trip.take() else { return Action::step(then) };
        // Whoever is there says so on a step. All other ends are on the pages of what went wrong.
        let dropped = self.what_if.is_some();
        let over = Step::Keep(Record::Trip(ChosenTrip { over: true, dropped, ..trip }));
        Action::steps(vec![over, then])
    }
}

/// The things to do. Riding is no card of its own: it is told where one gets off.
fn things(trip: &ChosenTrip) -> Vec<Thing> {
    let mut things = trip.choice.trip.steps();
    things.retain(|thing| !matches!(thing, Thing::Ride { .. }));
    things
}

fn step_page<'a>(ctx: Ctx<'a>, trip: &ChosenTrip) -> Page<'a, Message> {
    let things = things(trip);
    let at = trip.step.min(things.len().saturating_sub(1));
    let Some(thing) = things.get(at) else {
        return Page::new("trip", ctx.phrase("trip-steps"), Body::tiles(Vec::new()));
    };
    let place = ctx.store.place(&trip.to).map(|place| place.name).unwrap_or_default();
    let mut page = cards::card(ctx, trip, thing)
        .page(ctx, format!("step-{at}"))
        .about("pin", ctx.words.phrase_with("trip-to", [("place", place.into())]));
    page.steps = Some((at + 1, things.len()));
    let what_if = |id: &str, icon, what_if| Button::new(id, ctx.phrase(id), Message::WhatIf(what_if)).icon(icon);
    if let Thing::Wait { ride, .. } = thing {
        page = page.action(what_if("step-late", "clock", WhatIf::Late(*ride)));
    }
    page = match thing {
        Thing::Leave { .. } => {
            let remind = Button::new("remind-ask", chosen(ctx), Message::Remind).icon("bell");
            page.banners.extend(asks_once(ctx, Message::NoReminder));
            page.action(what_if("step-drop", "x", WhatIf::Drop)).action(remind)
        }
        Thing::Arrive { .. } => page,
        _ => page.action(what_if("step-lost", "pin", WhatIf::Lost)),
    };
    page.primary(if at + 1 == things.len() {
        Button::new("step-there", ctx.phrase("step-there"), Message::Over).icon("check").strength(Strength::Primary)
    } else {
        Button::new("step-next", ctx.phrase("step-next"), Message::Next).arrow().strength(Strength::Primary)
    })
}
