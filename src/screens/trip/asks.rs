//! The questions of a trip: which day, and what was chosen before.

use super::mine::{asked_for, mine};
use super::other::title;
use super::{Message, Trip, asked, felt, routes};
use crate::domain::arranging::Request;
use crate::domain::place::ChosenTrip;
use crate::screen::Ctx;
use crate::ui::{Body, Button, Lead, Page, Tile};
use crate::words::Arg;

/// The questions of a trip, in the order in which they are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Where to?
    Where,
    /// Do you know the person? It is not asked where nobody is visited.
    Know,
    /// Which day?
    Day,
    /// When to be there?
    Time,
    /// Which way?
    Way,
    /// Whom can you ring?
    Phone,
    /// What do you take?
    Take,
}

impl Question {
    const ALL: [Self; 7] = [Self::Where, Self::Know, Self::Day, Self::Time, Self::Way, Self::Phone, Self::Take];
}

/// How many days can be chosen from.
const DAYS: i64 = 14;

impl Trip {
    /// The trips that were chosen before.
    pub(super) fn mine_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let mut tiles: Vec<_> = felt::to_ask(ctx).iter().map(|trip| felt_tile(ctx, trip)).collect();
        tiles.extend(mine(ctx).iter().map(|trip| trip_tile(ctx, trip)));
        tiles.extend(asked_for(ctx).iter().map(|request| asked_tile(ctx, request)));
        let show = |id| Message::Route(routes::Opens::One(id));
        tiles.extend(ctx.store.routes(&ctx.me.id).iter().map(|route| routes::tile(ctx, route, show)));
        tiles.push(Tile::opens("trip-new", ctx.phrase("trip-new"), Message::New));
        let page = Page::new("trip-mine", ctx.phrase("trip-mine"), Body::tiles(tiles)).action(my_routes(ctx));
        costs(ctx, page).corner(how(ctx))
    }

    pub(super) fn day_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let today = ctx.today();
        let days = (0..DAYS).filter_map(|days| today.checked_add(jiff::Span::new().days(days)).ok());
        let tiles = days.map(|day| {
            let near = ctx.words.day_from(today, day);
            let date = ctx.words.day(day);
            let tile = Tile::opens(format!("trip-day-{day}"), near.clone(), Message::Day(day))
                .lead(Lead::Letters(day.day().to_string()));
            if near == date { tile } else { tile.under(date) }
        });
        let page = Page::new("trip-day", ctx.phrase("trip-day"), Body::tiles(tiles.collect()));
        self.asks(ctx, page, Question::Day)
    }

    /// Which question it is, and of how many.
    pub(super) fn step(&self, ctx: Ctx<'_>, question: Question) -> (usize, usize) {
        let asks_who = self.asks_who(ctx);
        let asked: Vec<_> = Question::ALL.into_iter().filter(|other| *other != Question::Know || asks_who).collect();
        let before = asked.iter().take_while(|other| **other != question).count();
        (before + 1, asked.len())
    }

    /// A page with the number of its question, and the place that was chosen.
    pub(super) fn asks<'a>(&self, ctx: Ctx<'a>, mut page: Page<'a, Message>, question: Question) -> Page<'a, Message> {
        page.steps = Some(self.step(ctx, question));
        match self.place(ctx, &self.to) {
            Some(to) => {
                let page = page.about("pin", ctx.words.phrase_with("trip-to", [("place", to.name.into())]));
                self.can_ask_about(ctx, page)
            }
            None => page,
        }
    }

    /// The same page with the way to what is known of the place. One knows one's own places.
    pub(super) fn can_ask_about<'a>(&self, ctx: Ctx<'a>, page: Page<'a, Message>) -> Page<'a, Message> {
        let about = Button::new("about-place", ctx.phrase("about-place"), Message::About).icon("pin");
        if self.is_own(ctx) { page } else { page.corner(about) }
    }
}

/// Opens how the worker travels.
pub(super) fn how<'a>(ctx: Ctx<'a>) -> Button<Message> {
    Button::new("how", ctx.phrase("how"), Message::How).icon("settings")
}

/// The way to the routes that are kept.
pub(super) fn my_routes(ctx: Ctx<'_>) -> Button<Message> {
    Button::new("routes", ctx.phrase("routes"), Message::Route(routes::Opens::List)).icon("route")
}

fn trip_tile(ctx: Ctx<'_>, trip: &ChosenTrip) -> Tile<Message> {
    let place = ctx.store.place(&trip.to);
    let name = place.as_ref().map(|place| place.name.clone()).unwrap_or_default();
    let leave = trip.choice.trip.leave;
    let (day, time) = (ctx.words.day_from(ctx.today(), leave.date()), ctx.words.time(leave.time()));
    let args = [("day", Arg::from(day.shown)), ("time", Arg::from(time.shown))];
    let key = if leave.date() == ctx.today() { "trip-leave" } else { "trip-leave-day" };
    let id = trip.document();
    let title = ctx.words.phrase_with("trip-to", [("place", name.into())]);
    let mut tile = Tile::opens(format!("open-{id}"), title, Message::Open(id))
        .lead(Lead::Clock(leave.time()))
        .under(ctx.words.phrase_with(key, args));
    tile.over = match trip.asks_at(ctx.now()) {
        Some(_) => Some(ctx.phrase("trip-get-ready")),
        None => super::walk::done_before(ctx, &trip.way()),
    };
    tile
}

/// A trip that is over: how was it?
fn felt_tile(ctx: Ctx<'_>, trip: &ChosenTrip) -> Tile<Message> {
    let name = ctx.store.place(&trip.to).map(|place| place.name).unwrap_or_default();
    let under = ctx.words.phrase_with("trip-to", [("place", name.into())]);
    Tile::opens("felt", ctx.phrase("felt"), Message::HowWasIt(trip.document())).under(under)
}

/// The way to what trips cost.
fn costs<'a>(ctx: Ctx<'a>, page: Page<'a, Message>) -> Page<'a, Message> {
    page.action(Button::new("costs", ctx.phrase("costs"), Message::Costs).icon("note"))
}

/// What was asked for, and where it stands.
fn asked_tile(ctx: Ctx<'_>, request: &Request) -> Tile<Message> {
    let asked = &request.asked;
    let mut tile = Tile::opens(format!("asked-{}", asked.id.0), title(ctx, asked), Message::Asked(asked.id.clone()));
    tile.over = Some(asked::state(ctx, request));
    tile.under(ctx.words.day_from(ctx.today(), asked.by.date()))
}
