//! Practising a way at home: the same cards without a clock, again and again, and nothing is over.
use iced::{Subscription, Task};

use crate::domain::person::Role;
use crate::domain::record::Record;
use crate::domain::route::{How, Practised};
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::clips::{self, Voice};
use crate::screens::trip::steps::cards::Clock;
use crate::screens::trip::voice;
use crate::screens::trip::walk::{self, Of, Walk};
use crate::ui::{Body, Button, Page, Strength, Tile, rows};

/// Practising a way.
#[derive(Debug)]
pub struct Practise {
    of: Of,
    stage: Stage,
    voice: Voice,
}

#[derive(Debug)]
enum Stage {
    /// At this step, from 0.
    At(usize),
    /// All steps were gone through: who was with them?
    Done,
    /// That is kept.
    Kept,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Goes to the next step.
    Next,
    /// Hears the voice of the step.
    Voice(clips::Message),
    /// Begins again.
    Again,
    /// This is how it was.
    Was(How),
    /// Does not say how it was, or has read that it is kept.
    Over,
}

impl Screen for Practise {
    type Opens = Of;
    type Message = Message;
    const HEADING: &'static str = "practise";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(_ctx: Ctx<'_>, of: Of) -> (Self, Task<Message>) {
        (Self { of, stage: Stage::At(0), voice: Voice::default() }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        let Some(walk) = self.walk(ctx) else { return Action::step(Step::Back) };
        if let Message::Voice(message) = message {
            return self.voice.update(ctx, message).map(Message::Voice);
        }
        self.voice.stop();
        match message {
            Message::Voice(_) => {}
            Message::Next => {
                let next = if let Stage::At(at) = self.stage { at + 1 } else { 0 };
                self.stage = if next < walk.steps.len() { Stage::At(next) } else { Stage::Done };
            }
            Message::Again => self.stage = Stage::At(0),
            Message::Was(how) => {
                self.stage = Stage::Kept;
                let practised = Practised { person: ctx.me.id.clone(), way: walk.key, at: ctx.now(), how };
                return Action::step(Step::Keep(Record::Practised(practised)));
            }
            Message::Over => {
                // Nothing is left to go back to in here.
                self.stage = Stage::At(0);
                return Action::step(Step::Back);
            }
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let Some(walk) = self.walk(ctx) else {
            let gone = ctx.phrase("trip-gone");
            let body = Body::rows(move |look, width| vec![rows::line(look, "trip-gone", &gone, width)]);
            return Page::new("practise-gone", ctx.phrase("practise"), body);
        };
        let again = || Button::new("practise-again", ctx.phrase("practise-again"), Message::Again).icon("again");
        match self.stage {
            Stage::At(at) => self.step_page(ctx, walk, (at, again())),
            Stage::Done => how_page(ctx).action(again()).about("route", walk.title),
            Stage::Kept => {
                let lines: Vec<_> = walk::done_before(ctx, &walk.key).into_iter().collect();
                let body = Body::rows(move |look, width| {
                    lines.iter().map(|line| rows::line(look, "practised", line, width)).collect()
                });
                let okay = Button::new("ok", ctx.phrase("ok"), Message::Over).icon("check");
                let page = Page::new("practise-kept", ctx.phrase("practise-kept"), body).about("route", walk.title);
                page.action(again()).primary(okay.strength(Strength::Primary))
            }
        }
    }

    fn back(&mut self, ctx: Ctx<'_>) -> Option<Action<Message>> {
        self.voice.stop();
        self.stage = match self.stage {
            Stage::At(0) | Stage::Kept => return None,
            Stage::At(at) => Stage::At(at - 1),
            Stage::Done => Stage::At(self.walk(ctx)?.steps.len().checked_sub(1)?),
        };
        Some(Action::none())
    }

    fn subscription(&self) -> Subscription<Message> {
        self.voice.subscription().map(Message::Voice)
    }
}

impl Practise {
    fn walk(&self, ctx: Ctx<'_>) -> Option<Walk> {
        walk::of(ctx, &self.of, Clock::Off)
    }

    fn step_page<'a>(&self, ctx: Ctx<'a>, walk: Walk, (at, again): (usize, Button<Message>)) -> Page<'a, Message> {
        let all = walk.steps.len();
        let Some(card) = walk.steps.into_iter().nth(at) else { return how_page(ctx) };
        let voice = card.note.as_ref().and_then(|note| voice::button(&self.voice, ctx, note, Message::Voice));
        let mut page = card.page(ctx, format!("practise-{at}")).about("route", walk.title);
        page.steps = Some((at + 1, all));
        page.corner.extend(voice);
        if at > 0 {
            page = page.action(again);
        }
        let key = if at + 1 == all { "practise-end" } else { "step-next" };
        page.primary(Button::new(key, ctx.phrase(key), Message::Next).arrow().strength(Strength::Primary))
    }
}

/// Who was with them? There is no better or worse answer, and none is needed.
fn how_page(ctx: Ctx<'_>) -> Page<'_, Message> {
    let tiles = How::ALL.map(|how| {
        let key = match how {
            How::WithSomeone => "practise-with",
            How::Shadowed => "practise-near",
            How::Alone => "practise-alone",
        };
        Tile::opens(key, ctx.phrase(key), Message::Was(how)).mark(crate::ui::Mark::Act)
    });
    let page = Page::new("practise-how", ctx.phrase("practise-how"), Body::tiles(tiles.into()));
    let skip = Button::new("skip", ctx.phrase("skip"), Message::Over);
    page.helper(ctx.phrase("practise-done")).action(skip)
}
