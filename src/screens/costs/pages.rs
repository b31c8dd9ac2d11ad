//! What trips cost: the list, one of them, its receipt, and whether it is to go.
use iced::Size;
use jiff::Span;

use super::draft::{Draft, Question};
use super::{Begin, Message, by_key, from_to};
use crate::domain::costs::{By, TripCost};
use crate::domain::place::ChosenTrip;
use crate::domain::travel::line::Mode;
use crate::screen::Ctx;
use crate::screens::trip::other::list as lines_page;
use crate::screens::trip::wording::readers;
use crate::ui::{Body, Button, Lead, Mark, Page, Strength, Tile, pictures, rows, said};
use crate::words::{Arg, Phrase};

/// For how many days a trip that is over is offered.
const DAYS: i64 = 14;

impl Begin {
    /// What is known of a trip that was planned.
    pub fn of(ctx: Ctx<'_>, trip: &ChosenTrip) -> Self {
        let name = |id| ctx.store.place(id).map(|place| place.name).unwrap_or_default();
        let train = trip.choice.trip.rides().any(|ride| ride.line.mode == Mode::Train);
        let by = if train { By::Train } else { By::Bus };
        Self { day: trip.choice.trip.leave.date(), from: name(&trip.from), to: name(&trip.to), by }
    }
}

/// The trips that are over and have no cost yet, the newest first. A walk costs nothing.
pub fn recent(ctx: Ctx<'_>) -> Vec<Begin> {
    let since = ctx.today().checked_sub(Span::new().days(DAYS)).unwrap_or(ctx.today());
    let known = ctx.store.trip_costs(&ctx.me.id);
    let has_cost = |begin: &Begin| {
        known.iter().any(|cost| (cost.day, &cost.from, &cost.to) == (begin.day, &begin.from, &begin.to))
    };
    let mut trips = ctx.store.trips_made(&ctx.me.id, (since, ctx.now()));
    trips.retain(|trip| trip.choice.trip.rides().next().is_some());
    let begins = trips.iter().rev().map(|trip| Begin::of(ctx, trip));
    begins.filter(|begin| !has_cost(begin)).collect()
}

/// The trips that are over, and another one.
pub fn recent_tiles(ctx: Ctx<'_>) -> Vec<Tile<Message>> {
    let tile = |(index, begin): (usize, Begin)| {
        let day = ctx.words.day_from(ctx.today(), begin.day);
        let name = ctx.words.phrase_with("trip-to", [("place", Arg::from(begin.to.clone()))]);
        let lead = Lead::Letters(begin.day.day().to_string());
        Tile::opens(format!("cost-trip-{index}"), name, Message::Trip(Some(begin))).lead(lead).under(day)
    };
    let mut tiles: Vec<_> = recent(ctx).into_iter().enumerate().map(tile).collect();
    let other = Tile::opens("cost-trip-other", ctx.phrase("cost-trip-other"), Message::Trip(None));
    tiles.push(other);
    tiles
}

pub fn list(ctx: Ctx<'_>) -> Page<'_, Message> {
    let mut costs = ctx.store.trip_costs(&ctx.me.id);
    costs.sort_by_key(|cost| std::cmp::Reverse((cost.day, cost.at)));
    let new = Tile::opens("cost-new", ctx.phrase("cost-new"), Message::New);
    let tiles = std::iter::once(new).chain(costs.iter().map(|cost| tile(ctx, cost))).collect();
    let page = Page::new("costs", ctx.phrase("costs"), Body::tiles(tiles)).about("eye", readers(ctx));
    if costs.is_empty() {
        return page;
    }
    page.action(Button::new("cost-paper", ctx.phrase("cost-paper"), Message::Paper).icon("note"))
}

/// "£4.50, taxi", from where to where, and when.
fn tile(ctx: Ctx<'_>, cost: &TripCost) -> Tile<Message> {
    let by = ctx.phrase(by_key(cost.by));
    let args = [("fare", Arg::from(ctx.words.money(cost.pence.into()).shown)), ("by", Arg::from(by.shown))];
    let mut name = ctx.words.phrase_with("cost-by-fare", args);
    name.picture = by.picture;
    let mut tile = Tile::opens(format!("cost-{}", cost.id.0), name, Message::Open(cost.id.clone()));
    tile.over = Some(ctx.words.day_from(ctx.today(), cost.day));
    tile.under(from_to(ctx, cost))
}

/// All that is known of it, each to be changed.
pub fn check<'a>(ctx: Ctx<'a>, draft: &Draft) -> Page<'a, Message> {
    let Some(cost) = draft.cost(ctx) else { return list(ctx) };
    let tile = |question: Question, value: Phrase| {
        let mut tile = Tile::opens(question.key(), value, Message::Change(question));
        tile.over = Some(ctx.phrase(question.key()));
        tile
    };
    let own = |words: &str, picture: &str| Phrase::own(words).with_picture(picture);
    let receipt = if cost.receipt.is_some() { "cost-has-receipt" } else { "cost-no-receipt" };
    let tiles = vec![
        tile(Question::Fare, ctx.words.money(cost.pence.into())).lead(Lead::Sign("pencil")),
        tile(Question::By, ctx.phrase(by_key(cost.by))),
        tile(Question::Day, ctx.words.day(cost.day)).lead(Lead::Letters(cost.day.day().to_string())),
        tile(Question::From, own(&cost.from, "leave")),
        tile(Question::To, own(&cost.to, "arrive")),
        tile(Question::Receipt, ctx.phrase(receipt)),
    ];
    let keep = Button::new("cost-keep", ctx.phrase("cost-keep"), Message::Keep).icon("check");
    let mut page = Page::new("cost-check", ctx.phrase("cost-check"), Body::tiles(tiles));
    if cost.receipt.is_some() {
        let show = Button::new("cost-show", ctx.phrase("cost-show"), Message::ShowReceipt);
        page = page.action(show.icon("photo"));
    }
    if !draft.is_new() {
        page = page.action(Button::new("cost-remove", ctx.phrase("cost-remove"), Message::Remove).icon("trash"));
    }
    page.primary(keep.strength(Strength::Primary))
}

/// The receipt, as large as there is room.
pub fn receipt<'a>(ctx: Ctx<'a>, draft: &Draft) -> Page<'a, Message> {
    let photo = draft.receipt.clone().unwrap_or_default();
    let shows = ctx.phrase("cost-has-receipt");
    let body = Body::free(move |look, room: Size| {
        let part = crate::ui::part::Part::new("receipt", crate::ui::part::Role::Image, &shows);
        said::said(look, part, pictures::whole_photo(look, &photo, room))
    });
    let okay = Button::new("ok", ctx.phrase("ok"), Message::Okay).icon("check");
    Page::new("cost-show", ctx.phrase("cost-show-heading"), body).primary(okay.strength(Strength::Primary))
}

/// Is it to go?
pub fn removing<'a>(ctx: Ctx<'a>, draft: &Draft) -> Page<'a, Message> {
    let Some(cost) = draft.cost(ctx) else { return list(ctx) };
    let fare = ctx.words.money(cost.pence.into());
    let lines = vec![(Lead::Sign("note"), fare), (Lead::Picture, from_to(ctx, &cost).with_picture("trip"))];
    let yes = Button::new("cost-remove-yes", ctx.phrase("cost-remove-yes"), Message::RemoveNow);
    let keep = Button::new("drop-keep", ctx.phrase("drop-keep"), Message::Okay).icon("check");
    lines_page("cost-remove-sure", ctx.phrase("cost-remove-sure"), lines)
        .action(yes)
        .primary(keep.strength(Strength::Primary))
}

/// Nothing was written down yet.
pub fn none_yet<'a, M: Clone + 'a>(
    ctx: Ctx<'a>,
    (name, key): (&'static str, &'static str),
    heading: Phrase,
) -> Page<'a, M> {
    let none = ctx.phrase(key);
    let body = Body::rows(move |look, width| vec![rows::sign_line(look, key, ("list", None), &none, width)]);
    Page::new(name, heading, body)
}

/// A month to be picked or not.
pub fn month<M>((id, name): (String, Phrase), (picked, under): (bool, Phrase), does: M) -> Tile<M> {
    Tile::opens(id, name, does).lead(Lead::Sign("calendar")).mark(Mark::Many(picked)).under(under)
}
