//! A paper goes into a folder that a person picks: where nothing shows papers, it can be printed on another computer.
use std::path::PathBuf;

use iced::Task;

use crate::devices::shelves::Shelf;
use crate::devices::viewer::{Ready, keep};
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Step};
use crate::screens::setup::shelf;
use crate::screens::trip::other::list as lines_page;
use crate::ui::{Body, Button, Lead, Page, Strength};
use crate::words::Arg;

/// A paper that is put away.
#[derive(Debug)]
pub struct PutAway {
    paper: Ready,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Where,
    Putting,
    /// It is there, in this place and under this name.
    Done(Shelf, String),
    Failed(Problem),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Puts it there.
    Put(Shelf),
    /// It is there, or not.
    Done(Shelf, Result<PathBuf, Problem>),
}

impl PutAway {
    /// Where is it to go?
    #[must_use]
    pub fn begin(paper: Ready) -> Self {
        Self { paper, stage: Stage::Where }
    }

    /// The button that opens this, where a paper could not be shown for want of a program.
    #[must_use]
    pub fn button<M>(ctx: Ctx<'_>, problem: Problem, does: M) -> Option<Button<M>> {
        let put = || Button::new("put-away", ctx.phrase("put-away"), does).icon("folder").strength(Strength::Primary);
        (problem == Problem::NoViewer).then(put)
    }

    /// Takes what happened.
    pub fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Put(shelf) => {
                // Asked again: the ward may have begun since.
                if let Err(problem) = ctx.devices.may_go_out() {
                    self.stage = Stage::Failed(problem);
                    return Action::none();
                }
                self.stage = Stage::Putting;
                let kept = keep(shelf.folder.clone(), self.paper.clone());
                Action::run(Task::perform(kept, move |kept| Message::Done(shelf.clone(), kept)))
            }
            Message::Done(shelf, Ok(place)) => {
                let name = place.file_name().unwrap_or_default().to_string_lossy().into_owned();
                self.stage = Stage::Done(shelf, name);
                Action::step(Step::Say(ctx.phrase("put-done")))
            }
            Message::Done(_, Err(problem)) => {
                self.stage = Stage::Failed(problem);
                Action::none()
            }
        }
    }

    /// Goes one step back. Nothing where there is none.
    pub fn back(&mut self) -> Option<()> {
        match self.stage {
            Stage::Where | Stage::Done(..) => return None,
            // What is on its way is done.
            Stage::Putting => {}
            Stage::Failed(_) => self.stage = Stage::Where,
        }
        Some(())
    }

    /// The open page. `over`: what has been read.
    #[must_use]
    pub fn page<'a, M: Clone + 'a>(&'a self, ctx: Ctx<'a>, on: fn(Message) -> M, over: M) -> Page<'a, M> {
        let okay = Button::new("ok", ctx.phrase("ok"), over).icon("check").strength(Strength::Primary);
        match &self.stage {
            Stage::Where => where_page(ctx, on),
            Stage::Putting => {
                let line = (Lead::Sign("hourglass"), ctx.phrase("cost-paper-making"));
                lines_page("put-wait", ctx.phrase("put-where"), vec![line])
            }
            Stage::Done(shelf, name) => {
                let called = ctx.words.phrase_with("put-called", [("name", Arg::from(name.clone()))]);
                let lines = vec![
                    (Lead::Sign("folder"), shelf::name(ctx, shelf)),
                    (Lead::Sign("note"), called),
                    (Lead::Sign("lock"), ctx.phrase("everything-open")),
                ];
                lines_page("put-done", ctx.phrase("put-done"), lines).primary(okay)
            }
            Stage::Failed(problem) => {
                let line = (Lead::Sign("alert"), ctx.problem(*problem));
                lines_page("put-failed", ctx.phrase("put-failed"), vec![line]).primary(okay)
            }
        }
    }
}

fn where_page<'a, M: Clone + 'a>(ctx: Ctx<'a>, on: fn(Message) -> M) -> Page<'a, M> {
    let heading = ctx.phrase("put-where");
    let shelves = ctx.devices.shelves.all();
    if shelves.is_empty() {
        let off = ctx.devices.may_go_out().err();
        let none = off.map_or_else(|| ctx.phrase("everything-no-place"), |problem| ctx.problem(problem));
        return lines_page("put-where", heading, vec![(Lead::Sign("usb"), none)]);
    }
    let tiles = (0..).zip(&shelves);
    let tiles = tiles.map(|(index, place)| shelf::tile(ctx, index, place, on(Message::Put(place.clone()))));
    Page::new("put-where", heading, Body::tiles(tiles.collect()))
}
