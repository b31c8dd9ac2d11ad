//! The plan of a trip on one page: when to leave, by what, when one is there, whom to phone, what to take.
use iced::widget::{Column, Row as Line, Space, container, row};
use iced::{Center, Fill, Task};

use super::how::pass;
use super::{ready, wording};
use crate::domain::person::Role;
use crate::domain::place::ChosenTrip;
use crate::domain::travel::line::Mode;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::ui::part::{Part, Role as Kind};
use crate::ui::said::{label, said};
use crate::ui::text::{self as letters, Style};
use crate::ui::{Body, Button, Lead, Look, Page, Row, Strength, View, rows};
use crate::words::{Arg, Phrase};

/// The plan of a trip that was chosen, to be looked at again on the way.
#[derive(Debug)]
pub struct TripPlan {
    trip: Option<ChosenTrip>,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Back to the steps.
    Done,
}

impl Screen for TripPlan {
    /// The name of the trip.
    type Opens = String;
    type Message = Message;
    const HEADING: &'static str = "trip-plan-name";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(ctx: Ctx<'_>, trip: String) -> (Self, Task<Message>) {
        (Self { trip: ctx.store.chosen_trip(&trip) }, Task::none())
    }

    fn update(&mut self, _ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Done => Action::step(Step::Back),
        }
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let Some(trip) = &self.trip else {
            let gone = ctx.phrase("trip-gone");
            let body = Body::rows(move |look, width| vec![rows::line(look, "trip-gone", &gone, width)]);
            return Page::new("trip-plan", ctx.phrase("trip-plan"), body);
        };
        let done = Button::new("plan-done", ctx.phrase("plan-done"), Message::Done).icon("check");
        page(ctx, trip).primary(done.strength(Strength::Primary))
    }
}

/// Lines, each with what stands at its left.
type Lines = Vec<(Lead, Phrase)>;

/// Who helps with a train: Passenger Assist, by its numbers. A train that is free of steps is never promised.
const TRAIN_HELP: [&str; 2] = ["train-help", "train-help-ask"];

/// The plan as a page, without what can be pressed.
pub fn page<'a, M: Clone + 'a>(ctx: Ctx<'a>, trip: &ChosenTrip) -> Page<'a, M> {
    let lines: Vec<_> = way(ctx, trip).into_iter().chain(answers(ctx, trip)).collect();
    page_with(ctx, trip, ("trip-plan", lines, Vec::new()))
}

/// The same for whoever is asked if it is all as last time: what they answered comes first.
pub fn same_page<'a, M: Clone + 'a>(ctx: Ctx<'a>, trip: &ChosenTrip, more: Vec<(Lead, Phrase)>) -> Page<'a, M> {
    let lines = more.into_iter().chain(answers(ctx, trip)).collect();
    page_with(ctx, trip, ("trip-same", lines, way(ctx, trip)))
}

/// These lines, what to take, and those lines.
fn page_with<'a, M: Clone + 'a>(
    ctx: Ctx<'a>,
    trip: &ChosenTrip,
    (name, before, after): (&'static str, Lines, Lines),
) -> Page<'a, M> {
    let by_train = trip.choice.trip.rides().any(|ride| ride.line.mode == Mode::Train);
    let take: Vec<_> = trip.ready.take.iter().map(|thing| ctx.phrase(ready::name(*thing))).collect();
    let body = Body::rows(move |look, width| {
        let mut list = facts(look, ("plan", &before), width);
        list.extend(things(ctx, look, &take, width));
        list.extend(facts(look, ("plan-way", &after), width));
        if by_train {
            list.extend(TRAIN_HELP.map(|key| rows::line(look, key, &ctx.phrase(key), width)));
        }
        list
    });
    let place = ctx.store.place(&trip.to).map(|place| place.name).unwrap_or_default();
    Page::new(name, ctx.phrase(name), body).about("pin", ctx.words.phrase_with("trip-to", [("place", place.into())]))
}

/// Two lines side by side where there is room, so that the whole plan can be seen at once.
fn facts<'a, M: Clone + 'a>(look: &Look, (name, lines): (&str, &[(Lead, Phrase)]), width: f32) -> Vec<Row<'a, M>> {
    let (columns, gap) = if look.one_column() { (1, 0.0) } else { (2, 24.0) };
    let cell = (width - gap * (columns as f32 - 1.0)) / columns as f32;
    let row = |(index, some): (usize, &[(Lead, Phrase)])| {
        let cells = some.iter().enumerate().map(|(nth, (lead, line))| {
            rows::led(look, &format!("{name}-{}", index * columns + nth), (lead, line), cell)
        });
        let cells: Vec<Row<'a, M>> = cells.collect();
        let height = cells.iter().map(|cell| cell.height).fold(0.0, f32::max);
        let cells = cells.into_iter().map(|cell| container(cell.view).center_y(height).into());
        Row { height, view: Line::with_children(cells).spacing(gap).into() }
    };
    lines.chunks(columns).enumerate().map(row).collect()
}

/// When to leave, by what, and when one is there.
fn way(ctx: Ctx<'_>, chosen: &ChosenTrip) -> Lines {
    let trip = &chosen.choice.trip;
    let at = |key, time| {
        let time = ctx.words.time(time);
        let shown = ctx.words.phrase_with(key, [("time", Arg::from(time.shown))]);
        let said = ctx.words.phrase_with(key, [("time", Arg::from(time.spoken))]);
        Phrase { spoken: said.spoken, ..shown }
    };
    let (day, time) = (trip.leave.date(), trip.leave.time());
    let leave = if day == ctx.today() {
        at("trip-leave-at", time)
    } else {
        let args = [
            ("day", Arg::from(ctx.words.day_from(ctx.today(), day).shown)),
            ("time", ctx.words.time(time).shown.into()),
        ];
        ctx.words.phrase_with("trip-leave-day", args)
    };
    vec![
        (Lead::Clock(time), leave),
        (Lead::Picture, wording::ways(ctx, trip)),
        (Lead::Clock(trip.arrive.time()), at("trip-card-there", trip.arrive.time())),
    ]
}

/// Whom to phone, and whether the pass works.
fn answers(ctx: Ctx<'_>, chosen: &ChosenTrip) -> Lines {
    let mut lines = Vec::new();
    if let Some(person) = chosen.ready.phone.as_ref().and_then(|phone| ctx.hall.team.person(phone)) {
        let args = [("name", Arg::from(person.name.clone())), ("number", Arg::from(person.phone.clone()))];
        lines.push((Lead::Photo(person.photo.clone()), ctx.words.phrase_with("talk-ring", args)));
    }
    if let Some((_, pass)) = pass::on_trip(ctx, &chosen.choice.trip) {
        lines.push((Lead::Picture, pass));
    }
    lines
}

/// What to take: each thing with its picture, side by side where there is room. Each line is a row of its own, so
/// that large words are turned page by page; the first has the words above it.
fn things<'a, M: Clone + 'a>(ctx: Ctx<'a>, look: &Look, take: &[Phrase], width: f32) -> Vec<Row<'a, M>> {
    let (columns, side, gap) = if look.one_column() { (1, 64.0, 8.0) } else { (3, 72.0, 12.0) };
    let ask = ctx.phrase("plan-take");
    let cell = (width - gap * (columns as f32 - 1.0)) / columns as f32;
    let room = cell - side - 14.0;
    let line = |some: &[Phrase]| -> Row<'a, M> {
        let heights = some.iter().map(|thing| letters::height(look, Style::Body, &thing.shown, room));
        let height = heights.fold(side, f32::max);
        let cells = some.iter().map(|thing| -> View<'a, M> {
            let id = format!("answer-take-{}", thing.picture.as_deref().unwrap_or_default());
            let picture = rows::lead_view(look, (&Lead::Picture, thing), side).unwrap_or_else(|| Space::new().into());
            let words = container(label(look, &id, Style::Body, thing)).width(Fill);
            let content = row![picture, words].spacing(14).align_y(Center);
            said(look, Part::new(&id, Kind::Label, thing), container(content).width(cell).center_y(height))
        });
        Row { height, view: Line::with_children(cells).spacing(gap).into() }
    };
    let mut all: Vec<_> = take.chunks(columns).map(line).collect();
    if let Some(first) = all.first_mut() {
        let head: View<'a, M> = label(look, "plan-take", Style::Label, &ask);
        let head = said(look, Part::new("plan-take", Kind::Label, &ask), head);
        let below = std::mem::replace(&mut first.view, Space::new().into());
        first.height += letters::height(look, Style::Label, &ask.shown, width) + gap;
        first.view = Column::new().push(head).push(below).spacing(gap).width(width).into();
    }
    all
}
