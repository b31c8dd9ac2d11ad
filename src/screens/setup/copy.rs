//! Keep a copy: everything in one press onto a stick, and a trial of the copy that is there.
mod wording;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::Duration;

use iced::{Subscription, Task};

use crate::devices::shelves::{Kind, Shelf};
use crate::domain::backup::State;
use crate::domain::person::Role;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::store::backup::{Failed, Outcome, Progress, Watcher};
use crate::ui::progress::bar;
use crate::ui::{Body, Button, Page, Strength, Tone, rows};
use crate::words::{Arg, Phrase};

use super::shelf;

/// Keeping a copy.
#[derive(Debug)]
pub struct Copy {
    stage: Stage,
    /// Counts what was begun, so that a late answer is known as late.
    asked: u32,
}

/// What is done with a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// It is made.
    Make,
    /// It is tried.
    Try,
}

#[derive(Debug)]
enum Stage {
    /// How it stands.
    Now,
    /// Where to put it, or where it is.
    Where(What),
    Busy(What, Kind, Arc<Far>),
    Done(What, Kind, Outcome),
    Failed(What, Failed),
}

/// How far it is: written by the thread that copies, looked at by the page.
#[derive(Debug, Default)]
struct Far {
    stopped: AtomicBool,
    done: AtomicU64,
    all: AtomicU64,
}

impl Far {
    fn watcher(self: Arc<Self>) -> Watcher {
        Box::new(move |Progress { done, all }| {
            self.done.store(done, Ordering::Relaxed);
            self.all.store(all, Ordering::Relaxed);
            !self.stopped.load(Ordering::Relaxed)
        })
    }

    fn look(&self) -> Progress {
        Progress { done: self.done.load(Ordering::Relaxed), all: self.all.load(Ordering::Relaxed) }
    }
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Looks for a place.
    Choose(What),
    /// Begins in this place.
    Begin(What, Shelf),
    /// Time to look at how far it is.
    Beat,
    /// Stops.
    Cancel,
    /// It is done, or not.
    Done(u32, Result<Outcome, Failed>),
    /// Has read what was said.
    Okay,
}

impl Screen for Copy {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "copy";
    const CARD: Option<fn() -> Place> = Some(|| Place::Copy(()));
    const FOR: &'static [Role] = &[Role::Senior, Role::Supervisor];

    fn card_news(ctx: Ctx<'_>) -> Option<Phrase> {
        Some(wording::news(ctx, state(ctx)))
    }

    fn open(_ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        (Self { stage: Stage::Now, asked: 0 }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Choose(what) => self.stage = Stage::Where(what),
            Message::Begin(what, shelf) => return self.begin(ctx, what, shelf),
            // The page looks at how far it is.
            Message::Beat => {}
            Message::Cancel => self.cancel(),
            Message::Done(asked, done) => return self.done(ctx, asked, done),
            Message::Okay => self.stage = Stage::Now,
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::Now => now_page(ctx),
            Stage::Where(what) => where_page(ctx, *what),
            Stage::Busy(what, _, far) => busy_page(ctx, *what, far.look()),
            Stage::Done(what, kind, outcome) => {
                let (heading, lines) = wording::done(ctx, (*what, *kind), outcome);
                okay(ctx, lines_page("copy-done", heading, lines))
            }
            Stage::Failed(what, failed) => {
                let (heading, lines) = wording::failed(ctx, *what, *failed);
                okay(ctx, lines_page("copy-failed", heading, lines))
            }
        }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        match self.stage {
            Stage::Now => return None,
            Stage::Busy(..) => self.cancel(),
            Stage::Where(_) | Stage::Done(..) | Stage::Failed(..) => self.stage = Stage::Now,
        }
        Some(Action::none())
    }

    fn leave(&mut self, _ctx: Ctx<'_>) -> Vec<Step> {
        self.cancel();
        Vec::new()
    }

    fn subscription(&self) -> Subscription<Message> {
        match self.stage {
            Stage::Busy(..) => iced::time::every(Duration::from_millis(200)).map(|_| Message::Beat),
            _ => Subscription::none(),
        }
    }
}

/// How it stands with the copies today.
pub fn state(ctx: Ctx<'_>) -> State {
    State::of(ctx.store.backup().as_ref(), ctx.today())
}

impl Copy {
    fn begin(&mut self, ctx: Ctx<'_>, what: What, shelf: Shelf) -> Action<Message> {
        self.asked += 1;
        let asked = self.asked;
        let far = Arc::new(Far::default());
        let watcher = far.clone().watcher();
        let work = match what {
            What::Make => ctx.store.back_up(shelf.folder, watcher),
            What::Try => ctx.store.try_backup(shelf.folder, watcher),
        };
        self.stage = Stage::Busy(what, shelf.kind, far);
        Action::run(Task::perform(work, move |done| Message::Done(asked, done)))
    }

    /// What was copied until now stays, and is gone on with the next time. What would still be answered is late.
    fn cancel(&mut self) {
        if let Stage::Busy(what, _, far) = &self.stage {
            far.stopped.store(true, Ordering::Relaxed);
            self.asked += 1;
            self.stage = Stage::Where(*what);
        }
    }

    fn done(&mut self, ctx: Ctx<'_>, asked: u32, done: Result<Outcome, Failed>) -> Action<Message> {
        let Stage::Busy(what, kind, _) = self.stage else { return Action::none() };
        if asked != self.asked {
            return Action::none();
        }
        let said = match done {
            Ok(outcome) => {
                self.stage = Stage::Done(what, kind, outcome);
                wording::done(ctx, (what, kind), &outcome).0
            }
            Err(failed) => {
                self.stage = Stage::Failed(what, failed);
                wording::failed(ctx, what, failed).0
            }
        };
        Action::step(Step::Say(said))
    }
}

fn now_page<'a>(ctx: Ctx<'a>) -> Page<'a, Message> {
    let state = state(ctx);
    let lines = vec![
        wording::now(ctx, state),
        ("heart-user", None, ctx.phrase("copy-why")),
        ("usb", None, ctx.phrase("copy-stick")),
    ];
    let make = Button::new("copy-make", ctx.phrase("copy-make"), Message::Choose(What::Make));
    let page =
        lines_page("copy", ctx.phrase("copy-heading"), lines).primary(make.icon("copy").strength(Strength::Primary));
    let known = matches!(state, State::Old(_) | State::Fresh(_));
    let test = Button::new("copy-try", ctx.phrase("copy-try"), Message::Choose(What::Try)).icon("search");
    page.action(test.only_if(known))
}

fn where_page<'a>(ctx: Ctx<'a>, what: What) -> Page<'a, Message> {
    let heading = ctx.phrase(if what == What::Make { "copy-where" } else { "copy-where-try" });
    let shelves = ctx.devices.shelves.all();
    if shelves.is_empty() {
        let off = ctx.devices.may_go_out().err();
        let none = off.map_or_else(|| ctx.phrase("copy-no-place"), |problem| ctx.problem(problem));
        return lines_page("copy-where", heading, vec![("usb", None, none)]);
    }
    let tiles = (0..).zip(&shelves);
    let tiles = tiles.map(|(index, place)| shelf::tile(ctx, index, place, Message::Begin(what, place.clone())));
    Page::new("copy-where", heading, Body::tiles(tiles.collect())).helper(ctx.phrase("copy-where-help"))
}

fn busy_page<'a>(ctx: Ctx<'a>, what: What, Progress { done, all }: Progress) -> Page<'a, Message> {
    let heading = ctx.phrase(if what == What::Make { "copy-making" } else { "copy-trying" });
    let words = ctx.words.phrase_with("copy-far", [("done", Arg::from(done)), ("all", Arg::from(all))]);
    let part = if all == 0 { 0.0 } else { done as f32 / all as f32 };
    let body = Body::rows(move |look, width| {
        vec![
            rows::sign_line(look, "copy-now", ("copy", None), &words, width),
            bar(look, "copy-far", (&words, part), width),
        ]
    });
    let cancel = Button::new("cancel", ctx.phrase("cancel"), Message::Cancel).icon("x");
    Page::new("copy-busy", heading, body).action(cancel)
}

fn lines_page<'a>(
    name: &'static str,
    heading: Phrase,
    lines: Vec<(&'static str, Option<Tone>, Phrase)>,
) -> Page<'a, Message> {
    let body = Body::rows(move |look, width| {
        let lines = lines.iter().enumerate();
        let draw = |(index, (icon, tone, line)): (usize, &(&'static str, Option<Tone>, Phrase))| {
            rows::sign_line(look, &format!("{name}-{index}"), (*icon, *tone), line, width)
        };
        lines.map(draw).collect()
    });
    Page::new(name, heading, body)
}

fn okay<'a>(ctx: Ctx<'a>, page: Page<'a, Message>) -> Page<'a, Message> {
    page.primary(Button::new("ok", ctx.phrase("ok"), Message::Okay).icon("check").strength(Strength::Primary))
}
