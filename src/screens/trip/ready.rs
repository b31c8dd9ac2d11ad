//! Getting ready: do you know the person, whom can you ring, what will you take?
use super::asks::Question;
use super::{Message, Stage, Trip, my_plan};
use crate::domain::place::ChosenTrip;
use crate::domain::ready::{Acquaintance, Asks, Ready, Take, people_to_phone};
use crate::domain::record::Record;
use crate::screen::{Action, Ctx, Step};
use crate::screens::Place;
use crate::ui::{Body, Button, Lead, Mark, Page, Strength, Tile, rows};
use crate::words::Phrase;

impl Trip {
    /// Keeps the way that is picked: from here on, nothing of it is lost. Then the worker gets ready.
    pub(super) fn choose(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let (Some(from), Some(to)) = (&self.from, &self.to) else { return Action::none() };
        let Some(choice) = self.ways.0.get(self.ways.1) else { return Action::none() };
        let people = people_to_phone(&ctx.hall.team, ctx.me);
        let before = self.chosen.take();
        let like = before.as_ref().map(|trip| (*trip.ready).clone());
        let last = ctx.store.last_gone(&ctx.me.id, to, ctx.now()).map(|trip| *trip.ready);
        let like = like.or_else(|| last.clone()).or_else(|| Some(*ctx.store.last_trip(&ctx.me.id)?.ready));
        let mut trip = ChosenTrip {
            person: ctx.me.id.clone(),
            from: from.clone(),
            to: to.clone(),
            by: self.day.to_datetime(self.time),
            choice: choice.clone(),
            outlook: self.outlook,
            step: 0,
            over: false,
            dropped: false,
            asks: None,
            ready: Box::new(Ready { known: self.known, ..Ready::like(like, &people) }),
        };
        // The place is known, and nothing is otherwise: one page in the place of three.
        self.again = last.is_some_and(|last| trip.ready.is_as(&last, &people));
        let asks = if self.again { Asks::Same } else { Asks::Phone };
        trip.asks = Some(asks);
        self.stage = Stage::from(asks);
        // Who goes back and uses another way has one trip, not two.
        let other = before.filter(|before| before.document() != trip.document());
        let records =
            other.map(|other| ChosenTrip { over: true, dropped: true, ..other }).into_iter().chain([trip.clone()]);
        self.chosen = Some(trip);
        Action::steps(records.map(|trip| Step::Keep(Record::Trip(trip))).collect())
    }

    /// Opens a trip that was chosen: at the question that was open when it was left, and otherwise at its steps.
    pub(super) fn reopen(&mut self, ctx: Ctx<'_>, trip: String) -> Action<Message> {
        let found = ctx.store.chosen_trip(&trip).filter(|trip| !trip.over);
        let Some((asks, chosen)) = found.and_then(|found| Some((found.asks_at(ctx.now())?, found))) else {
            return Action::step(Step::Go(Place::Steps(trip)));
        };
        (self.from, self.to) = (Some(chosen.from.clone()), Some(chosen.to.clone()));
        (self.day, self.time) = (chosen.by.date(), chosen.by.time());
        (self.known, self.outlook) = (chosen.ready.known, chosen.outlook);
        // Who goes back from here finds the way that they use. Others are looked for with the time.
        self.ways = (vec![chosen.choice.clone()], 0);
        self.again = asks == Asks::Same;
        self.chosen = Some(chosen);
        self.stage = Stage::from(asks);
        Action::none()
    }

    /// Opens this question of getting ready, and keeps with the trip that it is open.
    pub(super) fn asks_now(&mut self, asks: Asks) -> Action<Message> {
        self.stage = Stage::from(asks);
        self.keeps_asking(Some(asks)).map_or_else(Action::none, Action::step)
    }

    fn keeps_asking(&mut self, asks: Option<Asks>) -> Option<Step> {
        let trip = self.chosen.as_mut()?;
        trip.asks = asks;
        Some(Step::Keep(Record::Trip(trip.clone())))
    }

    /// Is ready: opens the steps, and above them what else is wanted of this trip.
    pub(super) fn is_ready(&mut self, above: Option<fn(String) -> Place>) -> Action<Message> {
        let keep = self.keeps_asking(None);
        let Some(trip) = self.chosen.as_ref().map(ChosenTrip::document) else { return Action::none() };
        let above = above.map(|above| Step::Go(above(trip.clone())));
        Action::steps(keep.into_iter().chain([Step::Instead(Place::Steps(trip))]).chain(above).collect())
    }

    /// Keeps an answer with the trip.
    pub(super) fn gets_ready(&mut self, change: impl FnOnce(&mut Ready)) -> Action<Message> {
        let Some(trip) = &mut self.chosen else { return Action::none() };
        change(&mut trip.ready);
        Action::step(Step::Keep(Record::Trip(trip.clone())))
    }

    /// Do you know this person outside work?
    pub(super) fn know_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let tiles = [
            ("know-no", Acquaintance::No),
            ("know-yes", Acquaintance::Yes),
            ("know-not-sure", Acquaintance::NotSure),
            ("know-no-visit", Acquaintance::NoVisit),
        ]
        .map(|(key, known)| {
            let tile = Tile::opens(key, ctx.phrase(key), Message::Know(known));
            if self.known == Some(known) { tile.mark(Mark::One(true)) } else { tile }
        });
        let page = Page::new("trip-know", ctx.phrase("trip-know"), Body::tiles(tiles.into()));
        self.asks(ctx, page, Question::Know)
    }

    /// Talk to somebody before the visit. Nothing is sent: the worker decides.
    pub(super) fn talk_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let helper = ctx.helper();
        let say = match self.known {
            Some(Acquaintance::NotSure) => ctx.phrase("talk-say-not-sure"),
            _ => ctx.phrase("talk-say"),
        };
        let body = Body::rows(move |look, width| {
            let mut list = Vec::new();
            if let Some(helper) = helper {
                let number = ctx.words.phrase_with(
                    "talk-ring",
                    [("name", helper.name.clone().into()), ("number", helper.phone.clone().into())],
                );
                list.push(rows::led(look, "talk-ring", (&Lead::Photo(helper.photo.clone()), &number), width));
            }
            list.push(rows::line(look, "talk-say", &say, width));
            list.push(rows::line(look, "talk-you", &ctx.phrase("talk-you"), width));
            list
        });
        let heading = match helper {
            Some(helper) => ctx.phrase_for("talk", &helper.name),
            None => ctx.phrase("talk-team"),
        };
        let page = self.asks(ctx, Page::new("trip-talk", heading, body), Question::Know);
        let home = Button::new("talk-home", ctx.phrase("talk-home"), Message::GoHome).icon("x");
        let on = Button::new("talk-go-on", ctx.phrase("talk-go-on"), Message::GoOn).arrow();
        page.action(home).primary(on.strength(Strength::Primary))
    }

    /// Whom can you ring?
    pub(super) fn phone_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let phone = self.chosen.as_ref().and_then(|trip| trip.ready.phone.as_ref());
        let people = people_to_phone(&ctx.hall.team, ctx.me);
        let body = if people.is_empty() {
            let none = ctx.phrase("phone-none");
            Body::rows(move |look, width| vec![rows::line(look, "phone-none", &none, width)])
        } else {
            let tiles = people.into_iter().map(|person| {
                let number = ctx.words.phrase_with("phone-number", [("number", person.phone.clone().into())]);
                let id = format!("phone-{}", person.id.0);
                Tile::opens(id, Phrase::own(&person.name), Message::Phone(person.id.clone()))
                    .lead(Lead::Photo(person.photo.clone()))
                    .under(number)
                    .mark(Mark::One(phone == Some(&person.id)))
            });
            Body::tiles(tiles.collect())
        };
        let page = Page::new("trip-phone", ctx.phrase("trip-phone"), body);
        self.asks(ctx, page, Question::Phone).primary(next(ctx))
    }

    /// What will you take with you?
    pub(super) fn take_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let taken = self.chosen.as_ref().map(|trip| trip.ready.take.as_slice()).unwrap_or_default();
        let tiles = Take::ALL.map(|thing| {
            let key = name(thing);
            Tile::opens(key, ctx.phrase(key), Message::Take(thing)).mark(Mark::Many(taken.contains(&thing)))
        });
        let page = Page::new("trip-take", ctx.phrase("trip-take"), Body::tiles(tiles.into()));
        self.asks(ctx, page, Question::Take).primary(next(ctx))
    }

    /// All is as the last time that they went there. Is it?
    pub(super) fn same_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        // It is chosen before this is reached.
        let Some(trip) = &self.chosen else { return self.where_page(ctx) };
        let known = trip.ready.known.map(|known| match known {
            Acquaintance::No => "same-know-no",
            Acquaintance::Yes => "same-know-yes",
            Acquaintance::NotSure => "same-know-not-sure",
            Acquaintance::NoVisit => "same-no-visit",
        });
        let nothing = trip.ready.take.is_empty().then_some("same-take-nothing");
        let more = known.into_iter().chain(nothing).map(|key| (Lead::Picture, ctx.phrase(key))).collect();
        let page = my_plan::same_page(ctx, trip, more);
        let mut page = self.asks(ctx, page, Question::Phone);
        // It stands for all that are left.
        page.steps = page.steps.map(|(at, _)| (at, at));
        let change = Button::new("same-change", ctx.phrase("same-change"), Message::ChangeReady).icon("pencil");
        let yes = Button::new("same-yes", ctx.phrase("same-yes"), Message::Steps).arrow();
        page.action(change).primary(yes.strength(Strength::Primary))
    }

    /// All of it on one page.
    pub(super) fn plan_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        // It is chosen before this is reached.
        let Some(trip) = &self.chosen else { return self.where_page(ctx) };
        let steps = Button::new("plan-steps", ctx.phrase("plan-steps"), Message::Steps).arrow();
        // Its picture is for a tile; a button has an icon.
        let print = Phrase { picture: None, ..ctx.phrase("print-card") };
        let print = Button::new("print-card", print, Message::Print).icon("note");
        let keep = Phrase { picture: None, ..ctx.phrase("route-keep-tile") };
        let keep = Button::new("route-keep", keep, Message::Keep).icon("route");
        let page = my_plan::page(ctx, trip).action(print).action(keep).primary(steps.strength(Strength::Primary));
        self.can_ask_about(ctx, page)
    }
}

impl From<Asks> for Stage {
    fn from(asks: Asks) -> Self {
        match asks {
            Asks::Same => Self::Same,
            Asks::Phone => Self::Phone,
            Asks::Take => Self::Take,
            Asks::Plan => Self::Plan,
        }
    }
}

fn next(ctx: Ctx<'_>) -> Button<Message> {
    Button::new("next", ctx.phrase("next"), Message::Next).arrow().strength(Strength::Primary)
}

/// The key of the words for something to take.
#[must_use]
pub fn name(thing: Take) -> &'static str {
    match thing {
        Take::Phone => "take-phone",
        Take::Pass => "take-pass",
        Take::Keys => "take-keys",
        Take::Headphones => "take-headphones",
        Take::FoodDrink => "take-food-drink",
        Take::Book => "take-book",
    }
}
