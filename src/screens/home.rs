//! Home: one big card for each thing to do, and in the sixth place the worker's own news.
use iced::Task;

use crate::domain::brief::TellingBrief;
use crate::domain::debrief::{DebriefId, Stage};
use crate::domain::person::Role;
use crate::domain::story::{ConcernWhat, Story, Verdict};
use crate::screen::{Action, Ctx, Screen, Step, WayOut};
use crate::screens::debrief::story::writer;
use crate::screens::setup::copy;
use crate::screens::trip::asked::state;
use crate::screens::trip::felt;
use crate::screens::{self, Place};
use crate::ui::{Banner, Body, Button, Grid, Lead, Mark, Page, Tile, Tiles, Tone};

/// Home.
#[derive(Debug)]
pub struct Home;

/// What can happen at Home.
#[derive(Debug, Clone)]
pub enum Message {
    /// Goes there.
    Go(Place),
    /// Somebody else wants to use the app.
    Change,
}

impl Screen for Home {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "home";
    const FOR: &'static [Role] = Role::ALL;

    fn open(_ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        (Self, Task::none())
    }

    fn update(&mut self, _ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Go(place) => Action::step(Step::Go(place)),
            Message::Change => Action::step(Step::Leave(WayOut::Door)),
        }
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let tiles = screens::cards(ctx)
            .into_iter()
            .map(|(card, place)| {
                let tile = Tile::opens(card.heading, ctx.phrase(card.heading), Message::Go(place));
                Tile { under: card.news, ..tile }
            })
            .collect();
        let own = if ctx.me.is(Role::Worker) { Some(news(ctx)) } else { reminder(ctx) };
        let me = Button::new("change-person", ctx.phrase_for("home-change", &ctx.me.name), Message::Change);
        let page = Page::new(
            "home",
            ctx.phrase_for("home-hello", &ctx.me.name),
            Body::Tiles(Tiles { tiles, own, grid: Grid::Answers }),
        )
        .helper(ctx.phrase("home-what"))
        .about("calendar", ctx.words.day(ctx.today()))
        .corner(me.photo(&ctx.me.photo));
        if ctx.devices.secure_ward { on_a_ward(ctx, page) } else { page }
    }
}

/// What is off stands at Home, and who can change it.
fn on_a_ward<'a>(ctx: Ctx<'a>, mut page: Page<'a, Message>) -> Page<'a, Message> {
    let phrase = ctx.phrase_for("ward-mine", ctx.helper_name());
    page.banners.push(Banner { id: "ward-mine".to_owned(), tone: Tone::Wait, icon: "lock", phrase, ok: None });
    page
}

/// A telling of this worker, and where its story is.
type Telling = (TellingBrief, Story);

/// The worker's own place: the news that matters most now.
fn news(ctx: Ctx<'_>) -> Tile<Message> {
    let tellings = ctx.store.tellings(&ctx.me.id);
    unseen_worry(ctx, &tellings)
        .or_else(|| another_way(ctx))
        .or_else(|| note_to_hear(ctx, &tellings))
        .or_else(|| erased_story(ctx))
        .or_else(|| seen_worry(ctx, &tellings))
        .or_else(|| how_was_it(ctx))
        .or_else(|| where_it_is(ctx, &tellings))
        .unwrap_or_else(|| {
            let mut tile = Tile::read("news", ctx.phrase("news-none")).mark(Mark::Read);
            tile.own = true;
            tile
        })
}

/// Who keeps the copies is reminded of them when the newest is old, or when there is none after a week.
fn reminder(ctx: Ctx<'_>) -> Option<Tile<Message>> {
    let reminds = ctx.me.is_one_of(&[Role::Senior, Role::Supervisor]) && copy::state(ctx).reminds();
    reminds.then(|| own(ctx, ("copy-remind-over", "copy-remind", ""), Place::Copy(())).lead(Lead::Picture))
}

fn own(ctx: Ctx<'_>, (over, key, name): (&str, &str, &str), place: Place) -> Tile<Message> {
    let mut tile = Tile::opens("news", ctx.phrase_for(key, name), Message::Go(place));
    tile.over = Some(ctx.phrase(over));
    tile.own = true;
    tile
}

/// A worry stays here until somebody has seen it, or the worker has told a person.
fn unseen_worry(ctx: Ctx<'_>, tellings: &[Telling]) -> Option<Tile<Message>> {
    let waits = |debrief: &DebriefId| ctx.store.concern_steps(debrief).is_empty();
    let worried = |(telling, _): &&Telling| telling.worried && telling.worry_sent && waits(&telling.id);
    let (telling, _) = tellings.iter().rev().find(worried)?;
    let mut tile = own(ctx, ("news-worry", "news-worry-ring", ctx.lead_name()), Place::Worry(telling.id.clone()));
    tile.alarm = true;
    Some(tile.lead(Lead::Picture))
}

/// A trip is over: how was it?
fn how_was_it(ctx: Ctx<'_>) -> Option<Tile<Message>> {
    let trip = felt::to_ask(ctx)?;
    Some(own(ctx, ("news-trip", "felt", ""), Place::HowWasIt(trip.document())))
}

/// Somebody has answered about another way to get somewhere.
fn another_way(ctx: Ctx<'_>) -> Option<Tile<Message>> {
    let asked = ctx.store.ways_asked(&ctx.me.id);
    let request = asked.iter().find(|request| request.is_news(ctx.today()))?;
    let go = Message::Go(Place::WayAsked(request.asked.id.clone()));
    let mut tile = Tile::opens("news", state(ctx, request), go);
    tile.over = Some(ctx.phrase("news-trip"));
    tile.own = true;
    Some(tile)
}

fn note_to_hear(ctx: Ctx<'_>, tellings: &[Telling]) -> Option<Tile<Message>> {
    let (telling, story) = tellings.iter().rev().find(|(_, story)| story.waits_to_be_heard())?;
    let name = writer(ctx, story)?.name.clone();
    Some(own(ctx, ("news", "news-in-record", &name), Place::Story(telling.id.clone())))
}

/// A story of this worker was erased, and they have not read why.
fn erased_story(ctx: Ctx<'_>) -> Option<Tile<Message>> {
    let stone = ctx.store.unread_erasure()?;
    let story = stone.request.stories.first()?.clone();
    Some(own(ctx, ("news", "news-erased", ""), Place::Story(story)))
}

/// The lead has seen the worry, and perhaps done something: the newest such news, until the next story.
fn seen_worry(ctx: Ctx<'_>, tellings: &[Telling]) -> Option<Tile<Message>> {
    let (telling, _) = tellings.last().filter(|(telling, _)| telling.worry_sent)?;
    let steps = ctx.store.concern_steps(&telling.id);
    let done = steps.iter().any(|step| matches!(step.what, ConcernWhat::Done(_)));
    let seen = steps.iter().any(|step| step.what == ConcernWhat::Seen);
    let key = match (done, seen) {
        (true, _) => "news-worry-done",
        (false, true) => "news-worry-seen",
        (false, false) => return None,
    };
    Some(own(ctx, ("news-worry", key, ctx.lead_name()), Place::Worry(telling.id.clone())))
}

fn where_it_is(ctx: Ctx<'_>, tellings: &[Telling]) -> Option<Tile<Message>> {
    let (telling, story) = tellings.iter().rev().find(|(telling, _)| telling.stage == Stage::Sent)?;
    let name = writer(ctx, story)?.name.clone();
    let key = match (&story.heard, &story.read, &story.sent) {
        (Some((Verdict::Right, _)), _, _) => "news-heard",
        (Some(_), _, _) => "news-wrong",
        (None, Some(_), _) => "news-read",
        (None, None, Some(_)) => "news-sent",
        (None, None, None) => return None,
    };
    Some(own(ctx, ("news", key, &name), Place::Story(telling.id.clone())))
}
