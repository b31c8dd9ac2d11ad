//! The questions of a trip: which day, when to be there, and what was chosen before.
use iced::widget::{column, container, row};
use iced::{Center, Fill, Rectangle, Size};
use jiff::civil::{Date, DateTime, Time};

use super::mine::{asked_for, mine};
use super::other::title;
use super::{Message, Trip, asked, felt, routes};
use crate::domain::arranging::Request;
use crate::domain::place::ChosenTrip;
use crate::screen::Ctx;
use crate::ui::board::Board;
use crate::ui::part::{Part, Role as Kind, Zone};
use crate::ui::said::{label, said};
use crate::ui::text::Style;
use crate::ui::tiles::tile_view;
use crate::ui::{Banner, Body, Button, Lead, Look, Mark, Page, Strength, Tile, Tone, View, pictures};
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

    /// When to be there; `looking`: a way is looked for, and whether that takes more than a moment.
    pub(super) fn time_page<'a>(&'a self, ctx: Ctx<'a>, looking: Option<bool>) -> Page<'a, Message> {
        let body = Body::free(move |look, room| dial(ctx, look, (self.day, self.time), room));
        let page = Page::new("trip-time", ctx.phrase("trip-time"), body);
        let mut page = self.asks(ctx, page, Question::Time);
        if looking == Some(true) {
            page.banners.push(Banner {
                id: "trip-looking".to_owned(),
                tone: Tone::Wait,
                icon: "hourglass",
                phrase: ctx.phrase("trip-looking"),
                ok: None,
            });
        }
        let look = Button::new("trip-look", ctx.phrase(if self.other { "next" } else { "trip-look" }), Message::Look);
        page.primary(look.arrow().strength(Strength::Primary).only_if(looking.is_none()))
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
    tile.over = super::walk::done_before(ctx, &trip.way());
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

/// The least height of a key that moves the clock: its ear can still be pressed.
const KEY: f32 = 54.0;

/// A clock with its time in words, and four keys to move it.
fn dial<'a>(ctx: Ctx<'a>, look: &Look, (day, time): (Date, Time), room: Size) -> View<'a, Message> {
    let gap = if look.compact() { 6.0 } else { look.gap() };
    let words = ctx.words.time(time);
    let day = ctx.words.day_from(ctx.today(), day);
    let spoken = words.clone().then_say(&day);
    let part = Part::new("trip-time-now", Kind::Status, &spoken);
    let (clock, keys) = if look.one_column() {
        let high = (room.height - 2.0 * KEY - 2.0 * gap).clamp(44.0, 120.0);
        (
            Rectangle::new([0.0, 0.0].into(), [room.width, high].into()),
            Rectangle::new([0.0, high + gap].into(), [room.width, room.height - high - gap].into()),
        )
    } else {
        let wide = room.width * 0.36;
        (
            Rectangle::new([0.0, 0.0].into(), [wide, room.height].into()),
            Rectangle::new([wide + gap, 0.0].into(), [room.width - wide - gap, room.height].into()),
        )
    };
    let shown: View<'a, Message> = if look.one_column() {
        let face = pictures::clock(look, time, clock.height);
        let lines = column![
            label(look, "trip-time-now", Style::Label, &words),
            label(look, "trip-time-now", Style::Small, &day),
        ];
        row![face, lines.width(Fill)].spacing(16).align_y(Center).into()
    } else {
        let face = pictures::clock(look, time, (clock.width - 40.0).min(clock.height - 130.0).clamp(80.0, 280.0));
        let lines = column![
            label(look, "trip-time-now", Style::Question, &words),
            label(look, "trip-time-now", Style::Body, &day),
        ];
        column![face, lines.align_x(Center)].spacing(14).align_x(Center).width(Fill).into()
    };
    let shown = said(look, part, container(shown).center_y(Fill));
    let all = [
        ("trip-earlier-hour", "minus", -60),
        ("trip-later-hour", "plus", 60),
        ("trip-earlier", "minus", -5),
        ("trip-later", "plus", 5),
    ];
    let high = ((keys.height - gap) / 2.0).min(170.0);
    let cell = Size::new((keys.width - gap) / 2.0, high);
    let top = keys.y + if look.one_column() { 0.0 } else { (keys.height - 2.0 * high - gap) / 2.0 };
    let mut board = Board::new(room).put(Zone::Content, clock, shown);
    for (index, (id, icon, minutes)) in all.into_iter().enumerate() {
        let (across, down) = (index % 2, index / 2);
        let place = [keys.x + across as f32 * (cell.width + gap), top + down as f32 * (cell.height + gap)];
        let key = key(ctx, look, (id, icon, minutes), cell);
        board = board.put(Zone::Content, Rectangle::new(place.into(), cell), key);
    }
    board.into()
}

fn key<'a>(ctx: Ctx<'a>, look: &Look, (id, icon, minutes): (&str, &'static str, i32), cell: Size) -> View<'a, Message> {
    let tile = if look.one_column() {
        // There is room for the sign only as one of the words.
        Tile::opens(id, ctx.phrase(&format!("{id}-short")), Message::Later(minutes)).mark(Mark::Act).lead(Lead::None)
    } else {
        Tile::opens(id, ctx.phrase(id), Message::Later(minutes)).mark(Mark::Act).lead(Lead::Sign(icon))
    };
    tile_view(look, &tile, cell)
}

/// A likely time to be somewhere today: the next half hour that is an hour away, or ten in the morning.
pub fn likely_time(now: DateTime) -> Time {
    let minutes = i32::from(now.hour()) * 60 + i32::from(now.minute()) + 60;
    let half_hours = (minutes + 29) / 30 * 30;
    match half_hours {
        ..=539 => Time::constant(10, 0, 0, 0),
        540..=1290 => moved(Time::midnight(), half_hours),
        _ => Time::constant(21, 30, 0, 0),
    }
}

/// A likely time on this day.
pub fn usual_time(now: DateTime, day: Date) -> Time {
    if day == now.date() { likely_time(now) } else { Time::constant(10, 0, 0, 0) }
}

/// When a day begins, in minutes: before, it is night in words, and nobody can tell which of two nights is meant.
const DAY_BEGINS: i32 = 5 * 60;

/// A time this many minutes later, on the same day.
pub fn moved(time: Time, minutes: i32) -> Time {
    let now = i32::from(time.hour()) * 60 + i32::from(time.minute());
    let then = (now + minutes).clamp(DAY_BEGINS, 23 * 60 + 55);
    Time::constant((then / 60) as i8, (then % 60) as i8, 0, 0)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_likely_time_is_ahead_and_in_the_day() {
        let check = |hour: i8, minute: i8, expected: (i8, i8)| {
            let now = date(2026, 3, 3).at(hour, minute, 0, 0);
            assert_eq!(likely_time(now), Time::constant(expected.0, expected.1, 0, 0), "{now}");
        };
        check(5, 0, (10, 0));
        check(9, 0, (10, 0));
        check(9, 1, (10, 30));
        check(13, 40, (15, 0));
        check(23, 50, (21, 30));
    }

    #[test]
    fn the_time_stays_on_its_day() {
        let time = |hour, minute| Time::constant(hour, minute, 0, 0);
        assert_eq!(moved(time(5, 30), -60), time(5, 0));
        assert_eq!(moved(time(23, 50), 60), time(23, 55));
        assert_eq!(moved(time(9, 55), 5), time(10, 0));
    }
}
