//! The steps of a trip: one card for each thing to do, and what to do when it goes wrong.
pub mod cards;
mod what_if;

use cards::Clock;
use iced::{Subscription, Task};

use crate::domain::person::Role;
use crate::domain::place::ChosenTrip;
use crate::domain::record::Record;
use crate::domain::route::StepKey;
use crate::domain::travel::trip::steps::Step as Thing;
use crate::domain::travel::trip::{Choice, IfMissed};
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::clips::{self, Voice};
use crate::screens::trip::remind::{asks_once, chosen, never};
use crate::screens::trip::routes::Opens;
use crate::screens::trip::step_notes::{About, Along};
use crate::screens::trip::voice;
use crate::screens::trip::walk::{self, Of};
use crate::ui::{Banner, Body, Button, Page, Strength, Tone, rows};
use crate::words::Arg;

/// The steps of a trip that was chosen.
#[derive(Debug)]
pub struct Steps {
    trip: Option<ChosenTrip>,
    what_if: Option<WhatIf>,
    voice: Voice,
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
    /// The person does not feel safe.
    NotSafe,
    /// The person shows somebody a card.
    Show(Shown),
    /// What else can be done with this trip.
    More,
    /// The person does not go.
    Drop,
}

/// A card to show to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Where to get off this ride: for the driver.
    Stop(usize),
    /// "I am lost."
    Lost,
    /// "I do not feel safe."
    NotSafe,
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
    /// Practises it, at home.
    Practise,
    /// Prints it.
    Print,
    /// Keeps it as a route.
    Keep,
    /// Adds a voice or a photo to the open step.
    Note,
    /// Hears the voice of the step.
    Voice(clips::Message),
    /// Plans it again.
    PlanAgain,
    /// Is there, or does not go any more.
    Over,
    /// Has looked at all of them before it is time to go.
    Looked,
    /// Chooses a reminder.
    Remind,
    /// Looks at the plan.
    Plan,
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
        let trip = trip.map(|trip| if is_ahead(ctx, &trip) { ChosenTrip { step: 0, ..trip } } else { trip });
        (Self { trip, what_if: None, voice: Voice::default() }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        if let Message::Voice(message) = message {
            return self.voice.update(ctx, message).map(Message::Voice);
        }
        self.voice.stop();
        match message {
            Message::Voice(_) => Action::none(),
            Message::Next => self.turn(ctx, 1),
            Message::WhatIf(what_if) => {
                self.what_if = Some(what_if);
                Action::none()
            }
            Message::GoOn => {
                self.what_if = None;
                Action::none()
            }
            Message::GoThisWay(ride) => self.go_this_way(ride),
            Message::Practise => self.go(Place::Practise),
            Message::Print => self.go(Place::TripPaper),
            Message::Keep => {
                let trip = self.trip.as_ref().map(ChosenTrip::document);
                let keep = trip.map(|trip| Step::Go(Place::Routes(Opens::Keep(trip))));
                keep.map_or_else(Action::none, Action::step)
            }
            Message::Note => self.note(ctx),
            Message::PlanAgain => self.end(Step::Instead(Place::Trip(()))),
            Message::Over => self.end(Step::Home),
            Message::Looked => self.begin_anew(),
            Message::Remind => Action::step(Step::Go(Place::Remind(()))),
            Message::Plan => {
                let plan = self.trip.as_ref().map(|trip| Step::Go(Place::TripPlan(trip.document())));
                Action::steps(plan.into_iter().collect())
            }
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
            None => self.step_page(ctx, trip),
        }
    }

    fn back(&mut self, ctx: Ctx<'_>) -> Option<Action<Message>> {
        self.voice.stop();
        match self.what_if {
            Some(WhatIf::Missed(ride)) => self.what_if = Some(WhatIf::Late(ride)),
            Some(WhatIf::Show(Shown::Lost)) => self.what_if = Some(WhatIf::Lost),
            Some(WhatIf::Show(Shown::NotSafe)) => self.what_if = Some(WhatIf::NotSafe),
            Some(_) => self.what_if = None,
            None if self.trip.as_ref().is_some_and(|trip| trip.step > 0) => return Some(self.turn(ctx, -1)),
            None => return None,
        }
        Some(Action::none())
    }

    fn subscription(&self) -> Subscription<Message> {
        self.voice.subscription().map(Message::Voice)
    }
}

impl Steps {
    fn turn(&mut self, ctx: Ctx<'_>, by: isize) -> Action<Message> {
        let Some(trip) = &mut self.trip else { return Action::none() };
        let last = walk::things(trip).len().saturating_sub(1);
        trip.step = trip.step.saturating_add_signed(by).min(last);
        if is_ahead(ctx, trip) {
            return Action::none();
        }
        Action::step(Step::Keep(Record::Trip(trip.clone())))
    }

    /// Goes Home; the trip is kept, and begins with its first step.
    fn begin_anew(&mut self) -> Action<Message> {
        let Some(trip) = &mut self.trip else { return Action::step(Step::Home) };
        trip.step = 0;
        Action::steps(vec![Step::Keep(Record::Trip(trip.clone())), Step::Home])
    }

    /// Opens another screen about this trip.
    fn go(&self, place: fn(Of) -> Place) -> Action<Message> {
        let of = self.trip.as_ref().map(|trip| Of::Trip(trip.document()));
        of.map_or_else(Action::none, |of| Action::step(Step::Go(place(of))))
    }

    /// Opens what one will see at the open step.
    fn note(&self, ctx: Ctx<'_>) -> Action<Message> {
        let Some(trip) = &self.trip else { return Action::none() };
        let things = walk::things(trip);
        let Some(thing) = things.get(trip.step.min(things.len().saturating_sub(1))) else { return Action::none() };
        let heading = cards::card(ctx, trip, thing, Clock::Off).heading;
        let about = About { step: StepKey::of(thing, trip), heading };
        Action::step(Step::Go(Place::StepNote(Box::new(Along::one(about)))))
    }

    /// Takes the second plan in the place of the first. It is a new trip, from the stop.
    fn go_this_way(&mut self, ride: usize) -> Action<Message> {
        let Some(trip) = &self.trip else { return Action::none() };
        let Some(instead) = trip.choice.if_missed.get(ride).and_then(IfMissed::trip).cloned() else {
            return Action::none();
        };
        let old = ChosenTrip { over: true, dropped: true, ..trip.clone() };
        let choice = Choice { why: trip.choice.why, trip: instead, if_missed: Vec::new(), busy: false };
        let new = ChosenTrip { choice, step: 0, asks: None, ..trip.clone() };
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

impl Steps {
    fn step_page<'a>(&self, ctx: Ctx<'a>, trip: &ChosenTrip) -> Page<'a, Message> {
        let things = walk::things(trip);
        let at = trip.step.min(things.len().saturating_sub(1));
        let Some(thing) = things.get(at) else {
            return Page::new("trip", ctx.phrase("trip-steps"), Body::tiles(Vec::new()));
        };
        let place = ctx.store.place(&trip.to).map(|place| place.name).unwrap_or_default();
        let card = cards::card(ctx, trip, thing, Clock::On);
        let voice = card.note.as_ref().and_then(|note| voice::button(&self.voice, ctx, note, Message::Voice));
        let mut page = card
            .page(ctx, format!("step-{at}"))
            .about("pin", ctx.words.phrase_with("trip-to", [("place", place.into())]));
        page.steps = Some((at + 1, things.len()));
        page.corner.extend(voice);
        let more = Button::new("step-more", ctx.phrase("step-more"), Message::WhatIf(WhatIf::More)).icon("list");
        if ctx.look.compact() {
            // There is room for one button beside the next step: all that may go wrong is behind it.
            page = page.action(more);
        } else {
            for what_if in what_if::of(trip, thing) {
                let button = what_if::button(ctx, what_if);
                page = if matches!(what_if, WhatIf::Show(_)) { page.corner(button) } else { page.action(button) };
            }
            page = page.corner(more);
        }
        if matches!(thing, Thing::Leave { .. }) {
            page.banners.extend(asks_once(ctx, Message::NoReminder));
            page = page.action(Button::new("remind-ask", chosen(ctx), Message::Remind).icon("bell"));
        }
        let is_last = at + 1 == things.len();
        let is_early = ctx.now() < trip.choice.trip.leave;
        page.banners.extend((is_last && is_early).then(|| early(ctx, trip)));
        let (id, words, does) = match (is_last, is_early) {
            (true, true) => ("step-looked", "ok", Message::Looked),
            (true, false) => ("step-there", "step-there", Message::Over),
            (false, _) => ("step-next", "step-next", Message::Next),
        };
        let button = Button::new(id, ctx.phrase(words), does).strength(Strength::Primary);
        page.primary(if is_last { button.icon("check") } else { button.arrow() })
    }
}

/// Whether it is on a later day: then its steps are only looked at, and it begins with the first.
fn is_ahead(ctx: Ctx<'_>, trip: &ChosenTrip) -> bool {
    trip.choice.trip.leave.date() > ctx.today()
}

/// Says that all of it was only looked at: nobody is there before they have left.
fn early(ctx: Ctx<'_>, trip: &ChosenTrip) -> Banner<Message> {
    let leave = trip.choice.trip.leave;
    let day = ctx.words.day_from(ctx.today(), leave.date()).shown;
    let args = [("time", Arg::from(ctx.words.time(leave.time()).shown)), ("day", day.into())];
    let phrase = ctx.words.phrase_with("step-early", args);
    Banner { id: "step-early".to_owned(), tone: Tone::Good, icon: "clock", phrase, ok: None }
}
