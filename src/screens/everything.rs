//! "Show everything about …": a worker about themselves, staff about a worker or about somebody whom a worker saw.
pub mod mine;
mod paper;

use std::collections::BTreeSet;
use std::path::PathBuf;

use iced::Task;

use crate::devices::shelves::Shelf;
use crate::domain::person::{Person, PersonId, Role};
use crate::domain::space::Space;
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::setup::shelf;
use crate::store::everything::{About, Everything as Found};
use crate::ui::{Body, Button, Lead, Page, Strength, Tile, Tone, rows};
use crate::words::{Arg, Phrase};

/// Showing everything about somebody.
#[derive(Debug)]
pub struct Everything {
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// Which worker.
    Workers,
    /// The worker, or somebody whom they saw.
    Who(PersonId),
    /// Where to put it.
    Where(About),
    Busy,
    Done(Box<Found>),
    Failed(Problem),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// It is about this worker, or somebody whom they saw.
    Worker(PersonId),
    /// It is about them.
    About(About),
    /// Puts it there.
    Put(Shelf),
    /// It has been gathered, or not.
    Gathered(PathBuf, Result<Box<Found>, Problem>),
    /// It is there, or not.
    Done(Box<Found>, Result<PathBuf, Problem>),
    /// Has read what was said.
    Okay,
}

impl Screen for Everything {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "everything";
    const FOR: &'static [Role] = &[Role::Supervisor, Role::Practitioner];

    fn open(ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        (Self { stage: first(ctx) }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Worker(worker) => self.stage = Stage::Who(worker),
            Message::About(about) => self.stage = Stage::Where(about),
            Message::Put(shelf) => {
                let Stage::Where(about) = std::mem::replace(&mut self.stage, Stage::Busy) else {
                    return Action::none();
                };
                let gathered = ctx.store.everything_about(about, &ctx.team);
                let folder = shelf.folder;
                return Action::run(Task::perform(gathered, move |found| {
                    Message::Gathered(folder.clone(), found.map(Box::new))
                }));
            }
            Message::Gathered(folder, found) => {
                let made = found.and_then(|found| Ok((paper::of(ctx, &found).pdf(&ctx.words)?, found)));
                match made {
                    Ok((pdf, found)) => {
                        let name = paper::title(ctx, &found.about).shown;
                        let put = ctx.store.put_out((*found).clone(), (pdf, name), folder);
                        return Action::run(Task::perform(put, move |done| Message::Done(found.clone(), done)));
                    }
                    Err(problem) => return self.failed(ctx, problem),
                }
            }
            Message::Done(found, Ok(_)) => {
                self.stage = Stage::Done(found);
                return Action::step(Step::Say(ctx.phrase("everything-done")));
            }
            Message::Done(_, Err(problem)) => return self.failed(ctx, problem),
            Message::Okay => self.stage = first(ctx),
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::Workers => workers_page(ctx),
            Stage::Who(worker) => who_page(ctx, worker),
            Stage::Where(about) => where_page(ctx, about),
            Stage::Busy => lines(
                "everything-busy",
                ctx.phrase("everything-busy"),
                vec![("hourglass", None, ctx.phrase("everything-wait"))],
            ),
            Stage::Done(found) => done_page(ctx, found),
            Stage::Failed(problem) => {
                let all = vec![("alert", Some(Tone::Danger), ctx.problem(*problem))];
                lines("everything-failed", ctx.phrase("everything-failed"), all).primary(okay(ctx))
            }
        }
    }

    fn back(&mut self, ctx: Ctx<'_>) -> Option<Action<Message>> {
        let own = ctx.me.is(Role::Worker);
        self.stage = match std::mem::replace(&mut self.stage, Stage::Workers) {
            Stage::Workers => return None,
            Stage::Where(_) if own => {
                self.stage = first(ctx);
                return None;
            }
            // What is on its way is done.
            Stage::Busy => Stage::Busy,
            Stage::Where(about) => Stage::Who(about.worker().clone()),
            Stage::Who(_) | Stage::Done(_) | Stage::Failed(_) => first(ctx),
        };
        Some(Action::none())
    }
}

/// A worker is asked about nobody else.
fn first(ctx: Ctx<'_>) -> Stage {
    if ctx.me.is(Role::Worker) { Stage::Where(About::Worker(ctx.me.id.clone())) } else { Stage::Workers }
}

impl Everything {
    fn failed(&mut self, ctx: Ctx<'_>, problem: Problem) -> Action<Message> {
        self.stage = Stage::Failed(problem);
        Action::step(Step::Say(ctx.phrase("everything-failed")))
    }
}

fn workers_page(ctx: Ctx<'_>) -> Page<'_, Message> {
    let reads = |person: &&Person| {
        person.is(Role::Worker) && Space::Visits(person.id.clone()).is_read_by(ctx.me, &ctx.hall.team)
    };
    let tile = |person: &Person| {
        Tile::opens(format!("of-{}", person.id.0), Phrase::own(&person.name), Message::Worker(person.id.clone()))
            .lead(Lead::Photo(person.photo.clone()))
    };
    let tiles = ctx.hall.team.people.iter().filter(reads).map(tile).collect();
    Page::new("everything-whose", ctx.phrase("everything-whose"), Body::tiles(tiles))
}

fn who_page<'a>(ctx: Ctx<'a>, worker: &PersonId) -> Page<'a, Message> {
    let visits = ctx.store.visits().into_iter().filter(|visit| visit.worker == *worker);
    let letters: BTreeSet<_> = visits.filter_map(|visit| visit.letters).collect();
    let photo = ctx.hall.team.person(worker).map(|person| person.photo.clone()).unwrap_or_default();
    let own = About::Worker(worker.clone());
    let mut tiles = vec![
        Tile::opens("everything-own", paper::title(ctx, &own), Message::About(own.clone())).lead(Lead::Photo(photo)),
    ];
    tiles.extend(letters.into_iter().map(|letters| {
        let about = About::Seen(worker.clone(), letters.clone());
        let title = paper::title(ctx, &about);
        Tile::opens(format!("everything-{letters}"), title, Message::About(about)).lead(Lead::Letters(letters))
    }));
    Page::new("everything-who", ctx.phrase("everything-who"), Body::tiles(tiles))
}

fn where_page<'a>(ctx: Ctx<'a>, about: &About) -> Page<'a, Message> {
    let heading = ctx.phrase("everything-where");
    let shelves = ctx.devices.shelves.all();
    if shelves.is_empty() {
        let off = ctx.devices.may_go_out().err();
        let none = off.map_or_else(|| ctx.phrase("everything-no-place"), |problem| ctx.problem(problem));
        return lines("everything-where", heading, vec![("usb", None, none)]);
    }
    let tiles = (0..).zip(&shelves);
    let tiles = tiles.map(|(index, place)| shelf::tile(ctx, index, place, Message::Put(place.clone())));
    let page = Page::new("everything-where", heading, Body::tiles(tiles.collect()));
    page.about("user", paper::title(ctx, about)).helper(ctx.phrase("everything-where-help"))
}

fn done_page<'a>(ctx: Ctx<'a>, found: &Found) -> Page<'a, Message> {
    let args = [("count", Arg::from(found.recordings.len()))];
    let all = vec![
        ("folder", Some(Tone::Good), ctx.phrase_for("everything-folder", &paper::title(ctx, &found.about).shown)),
        ("volume", None, ctx.words.phrase_with("everything-recordings", args)),
        ("lock", Some(Tone::Wait), ctx.phrase("everything-open")),
    ];
    lines("everything-done", ctx.phrase("everything-done"), all).primary(okay(ctx))
}

fn lines<'a>(name: &'static str, heading: Phrase, all: Vec<(&'static str, Option<Tone>, Phrase)>) -> Page<'a, Message> {
    let body = Body::rows(move |look, width| {
        let draw = |(index, (icon, tone, line)): (usize, &(&'static str, Option<Tone>, Phrase))| {
            rows::sign_line(look, &format!("{name}-{index}"), (*icon, *tone), line, width)
        };
        all.iter().enumerate().map(draw).collect()
    });
    Page::new(name, heading, body)
}

fn okay(ctx: Ctx<'_>) -> Button<Message> {
    Button::new("ok", ctx.phrase("ok"), Message::Okay).icon("check").strength(Strength::Primary)
}
