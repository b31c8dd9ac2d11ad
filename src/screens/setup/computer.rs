//! Add a computer: a senior compares four pictures and four words with whoever sits at it, and lets it in.
use std::path::PathBuf;

use iced::Task;

use super::shelf;
use crate::devices::shelves::Shelf;
use crate::domain::person::{PersonId, Role};
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::{Place, pairing};
use crate::store::join::{Asking, NotJoined};
use crate::ui::{Body, Button, Lead, Mark, Page, Strength, Tile, rows};
use crate::words::Phrase;

/// Adding a computer.
#[derive(Debug)]
pub struct AddComputer {
    stage: Stage,
    /// The stick.
    picked: PathBuf,
    /// Counts what was begun, so that a late answer is known as late.
    asked: u32,
}

#[derive(Debug)]
enum Stage {
    /// What has to be done before.
    About,
    /// Where is the copy?
    Where,
    /// It is looked who asks there.
    Looking,
    /// Do they look the same? If not, the next that asks is looked at.
    Compare(Vec<Asking>),
    /// Whose computer is it?
    Whose(Asking),
    /// It is let in.
    Letting,
    /// It is in.
    Done,
    /// They do not look the same.
    Different,
    /// It does not work.
    Failed(NotJoined),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Goes on.
    Next,
    /// The copy is there.
    At(Shelf),
    /// Who asks there.
    Found(u32, Result<Vec<Asking>, NotJoined>),
    /// They look the same.
    Same,
    /// They do not.
    Different,
    /// It is this person's computer.
    Of(PersonId),
    /// It is in, or not.
    Done(Result<(), NotJoined>),
    /// Has read what was said.
    Okay,
}

impl Screen for AddComputer {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "computer";
    const CARD: Option<fn() -> Place> = None;
    const FOR: &'static [Role] = &[Role::Senior];

    fn open(_ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        (Self { stage: Stage::About, picked: PathBuf::new(), asked: 0 }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Next => self.stage = Stage::Where,
            Message::At(shelf) => {
                self.asked += 1;
                let asked = self.asked;
                self.picked = shelf.folder;
                self.stage = Stage::Looking;
                let work = ctx.store.computers_that_ask(self.picked.clone());
                return Action::run(Task::perform(work, move |found| Message::Found(asked, found)));
            }
            Message::Found(asked, found) => {
                if asked == self.asked && matches!(self.stage, Stage::Looking) {
                    self.stage = found.map_or_else(Stage::Failed, Stage::Compare);
                }
            }
            Message::Same => {
                if let Stage::Compare(asking) = &self.stage
                    && let Some(first) = asking.first()
                {
                    self.stage = Stage::Whose(first.clone());
                }
            }
            Message::Different => {
                if let Stage::Compare(asking) = &mut self.stage {
                    if !asking.is_empty() {
                        let _ = asking.remove(0);
                    }
                    if asking.is_empty() {
                        self.stage = Stage::Different;
                    }
                }
            }
            Message::Of(person) => {
                if let Stage::Whose(asking) = &self.stage {
                    let work = ctx.store.let_computer_in(asking.clone(), person, self.picked.clone());
                    self.stage = Stage::Letting;
                    return Action::run(Task::perform(work, Message::Done));
                }
            }
            Message::Done(done) => self.stage = done.map_or_else(Stage::Failed, |()| Stage::Done),
            Message::Okay => return Action::step(Step::Back),
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::About => lines(ctx, "computer", &["computer-copy", "computer-start", "computer-back"])
                .primary(button(ctx, ("next", "arrow-right"), Message::Next).arrow()),
            Stage::Where => where_page(ctx),
            Stage::Looking => lines(ctx, "computer-looking", &["sheet-wait"]),
            Stage::Compare(asking) => compare_page(ctx, asking),
            Stage::Whose(_) => whose_page(ctx),
            Stage::Letting => lines(ctx, "computer-letting", &["sheet-wait"]),
            Stage::Done => okay(ctx, lines(ctx, "computer-done", &["computer-done-stick", "computer-done-look"])),
            Stage::Different => {
                okay(ctx, lines(ctx, "computer-different", &["computer-different-out", "computer-different-again"]))
            }
            Stage::Failed(why) => {
                let words = ctx.phrase_for(why.words(), &ctx.me.name);
                let body = Body::rows(move |look, width| {
                    vec![rows::sign_line(look, "computer-why", ("alert", None), &words, width)]
                });
                okay(ctx, Page::new("computer-failed", ctx.phrase("computer-failed"), body))
            }
        }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        self.stage = match &self.stage {
            Stage::About | Stage::Done | Stage::Different | Stage::Failed(_) => return None,
            // What is on its way to the disk is not stopped.
            Stage::Letting => return Some(Action::none()),
            Stage::Where => Stage::About,
            Stage::Looking | Stage::Compare(_) | Stage::Whose(_) => Stage::Where,
        };
        Some(Action::none())
    }
}

fn button(ctx: Ctx<'_>, (key, icon): (&'static str, &'static str), does: Message) -> Button<Message> {
    Button::new(key, ctx.phrase(key), does).icon(icon).strength(Strength::Primary)
}

fn okay<'a>(ctx: Ctx<'a>, page: Page<'a, Message>) -> Page<'a, Message> {
    page.primary(button(ctx, ("ok", "check"), Message::Okay))
}

fn lines<'a>(ctx: Ctx<'a>, heading: &'static str, keys: &'static [&'static str]) -> Page<'a, Message> {
    let icon = |key: &str| match key {
        "computer-copy" | "computer-done-stick" => "usb",
        "computer-start" | "computer-done-look" | "computer-different-out" => "laptop",
        "sheet-wait" => "hourglass",
        _ => "arrow-right",
    };
    let body = Body::rows(move |look, width| {
        keys.iter().map(|key| rows::sign_line(look, key, (icon(key), None), &ctx.phrase(key), width)).collect()
    });
    Page::new(heading, ctx.phrase(heading), body)
}

fn where_page<'a>(ctx: Ctx<'a>) -> Page<'a, Message> {
    let shelves = ctx.devices.shelves.all();
    if shelves.is_empty() {
        return lines(ctx, "computer-where", &["copy-no-place"]);
    }
    let tiles = (0..).zip(&shelves).map(|(index, place)| shelf::tile(ctx, index, place, Message::At(place.clone())));
    Page::new("computer-where", ctx.phrase("computer-where"), Body::tiles(tiles.collect()))
}

fn compare_page<'a>(ctx: Ctx<'a>, asking: &[Asking]) -> Page<'a, Message> {
    let Some(first) = asking.first() else { return lines(ctx, "computer-looking", &["sheet-wait"]) };
    let page = Page::new(
        format!("computer-same-{}", asking.len()),
        ctx.phrase("computer-same"),
        pairing::body(ctx.hall, &first.pair),
    );
    // The answer that harms nobody is as strong as the other.
    page.helper(ctx.phrase("pair-help"))
        .action(Button::new("computer-no", ctx.phrase("computer-no"), Message::Different).icon("x"))
        .primary(button(ctx, ("computer-yes", "check"), Message::Same))
}

fn whose_page<'a>(ctx: Ctx<'a>) -> Page<'a, Message> {
    let is_helped = |id: &PersonId| *id == ctx.me.id || ctx.store.helpers_of(id).contains(&ctx.me.id);
    let tiles = ctx.team.people.iter().filter(|person| is_helped(&person.id)).map(|person| {
        Tile::opens(format!("of-{}", person.id.0), Phrase::own(&person.name), Message::Of(person.id.clone()))
            .lead(Lead::Photo(person.photo.clone()))
            .mark(Mark::Act)
    });
    Page::new("computer-whose", ctx.phrase("computer-whose"), Body::tiles(tiles.collect()))
        .helper(ctx.phrase("computer-whose-help"))
}
