//! A route that somebody writes down, step by step: it needs no timetable.
use iced::Task;

use super::card::Card;
use super::step_notes::{About, Along};
use crate::domain::person::Role;
use crate::domain::record::Record;
use crate::domain::route::{OwnKind, OwnStep, Route, RouteId, RouteWay};
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::pause::Pause;
use crate::store::seal;
use crate::ui::field::{Edit, Field, Writing, field};
use crate::ui::{Body, Button, Lead, Mark, Page, Strength, Tile, rows};
use crate::words::{Arg, Phrase};

/// Writing down a route.
#[derive(Debug)]
pub struct WrittenRoute {
    route: Route,
    stage: Stage,
    pause: Pause,
}

#[derive(Debug)]
enum Stage {
    /// What do you call it?
    Naming(Writing),
    /// The steps so far.
    Steps,
    /// What comes next?
    Kind,
    /// Where to, or for what? A step that has words already is changed.
    Words(OwnStep, Writing),
    /// One step.
    One(String),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Types.
    Type(Edit),
    /// Has typed it.
    Typed,
    /// Time to keep what is typed.
    Pause,
    /// Adds a step.
    Add,
    /// Of this kind.
    Kind(OwnKind),
    /// Shows one step.
    Show(String),
    /// Adds a voice or a photo to it.
    Note,
    /// Changes its words.
    Change,
    /// Takes it away.
    Remove,
    /// All is written down.
    Done,
}

impl Screen for WrittenRoute {
    /// The name of the route: of a new one, if there is none of it.
    type Opens = RouteId;
    type Message = Message;
    const HEADING: &'static str = "own-route";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(ctx: Ctx<'_>, id: RouteId) -> (Self, Task<Message>) {
        let known = ctx.store.route(&id);
        let stage = if known.is_some() { Stage::Steps } else { Stage::Naming(Writing::default()) };
        let new = || {
            let (person, way) = (ctx.me.id.clone(), RouteWay::Own(Vec::new()));
            Route { id, person, name: String::new(), way, gone: false }
        };
        (Self { route: known.unwrap_or_else(new), stage, pause: Pause::default() }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Type(edit) => {
                if let Stage::Naming(typed) | Stage::Words(_, typed) = &mut self.stage {
                    let changed = typed.take(edit);
                    if changed {
                        return Action::run(self.pause.begin(Message::Pause));
                    }
                }
            }
            Message::Typed => return self.typed(),
            Message::Pause => {
                self.pause.end();
                return self.take_typed();
            }
            Message::Add => self.stage = Stage::Kind,
            Message::Kind(kind) => {
                let step = OwnStep { id: seal::random_name(), kind, words: String::new() };
                self.stage = Stage::Words(step, Writing::default());
                return Action::step(Step::Focus("own-words".to_owned()));
            }
            Message::Change => {
                if let Some(step) = self.one().cloned() {
                    let typed = Writing::of(&step.words);
                    self.stage = Stage::Words(step, typed);
                    return Action::step(Step::Focus("own-words".to_owned()));
                }
            }
            Message::Show(step) => self.stage = Stage::One(step),
            Message::Note => {
                if let Some(step) = self.one() {
                    let about = About { step: step.key(), heading: heading(ctx, step) };
                    return Action::step(Step::Go(Place::StepNote(Box::new(Along::one(about)))));
                }
            }
            Message::Remove => {
                if let (Stage::One(id), RouteWay::Own(steps)) = (&self.stage, &mut self.route.way) {
                    steps.retain(|step| step.id != *id);
                    self.stage = Stage::Steps;
                    return self.keep();
                }
            }
            Message::Done => return Action::step(Step::Back),
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let page = match &self.stage {
            Stage::Naming(typed) => typing(ctx, ("own-name", "route-name-field", "route-name-hint"), typed),
            Stage::Words(step, typed) => typing(ctx, asked(step.kind), typed),
            Stage::Kind => {
                let tiles = OwnKind::ALL.map(|kind| {
                    let key = kind_key(kind);
                    Tile::opens(key, ctx.phrase(key).with_picture(picture(kind)), Message::Kind(kind))
                });
                Page::new("own-kind", ctx.phrase("own-kind"), Body::tiles(tiles.into()))
            }
            Stage::Steps => self.steps_page(ctx),
            Stage::One(_) => match self.one() {
                Some(step) => {
                    let note = Tile::opens("note-step", ctx.phrase("note-step-tile"), Message::Note);
                    let change = Tile::opens("own-change", ctx.phrase("own-change"), Message::Change);
                    let remove = Tile::opens("own-remove", ctx.phrase("own-remove"), Message::Remove).mark(Mark::Act);
                    Page::new("own-one", heading(ctx, step), Body::tiles(vec![note, change, remove]))
                }
                None => self.steps_page(ctx),
            },
        };
        if self.route.name.is_empty() { page } else { page.about("route", Phrase::own(&self.route.name)) }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        match &self.stage {
            Stage::Naming(_) | Stage::Steps => None,
            Stage::Kind | Stage::One(_) => {
                self.stage = Stage::Steps;
                Some(Action::none())
            }
            // What is typed is kept.
            Stage::Words(..) => Some(self.typed()),
        }
    }

    fn leave(&mut self, _ctx: Ctx<'_>) -> Vec<Step> {
        self.take_typed().steps
    }
}

impl WrittenRoute {
    fn steps(&self) -> &[OwnStep] {
        match &self.route.way {
            RouteWay::Own(steps) => steps,
            RouteWay::Trip(_) => &[],
        }
    }

    /// The step that is open.
    fn one(&self) -> Option<&OwnStep> {
        let Stage::One(id) = &self.stage else { return None };
        self.steps().iter().find(|step| step.id == *id)
    }

    fn keep(&self) -> Action<Message> {
        Action::step(Step::Keep(Record::Route(self.route.clone())))
    }

    /// Keeps what is typed so far: the name, or the words of a step.
    fn take_typed(&mut self) -> Action<Message> {
        let (Stage::Naming(typed) | Stage::Words(_, typed)) = &self.stage else { return Action::none() };
        let words = typed.words().trim().to_owned();
        if words.is_empty() {
            return Action::none();
        }
        let before = self.route.clone();
        match (&self.stage, &mut self.route.way) {
            (Stage::Words(step, _), RouteWay::Own(steps)) => match steps.iter_mut().find(|other| other.id == step.id) {
                Some(known) => known.words = words,
                None => steps.push(OwnStep { words, ..step.clone() }),
            },
            _ => self.route.name = words,
        }
        if self.route == before { Action::none() } else { self.keep() }
    }

    /// Has typed it: goes on.
    fn typed(&mut self) -> Action<Message> {
        let kept = self.take_typed();
        self.stage = if matches!(self.stage, Stage::Naming(_)) { Stage::Kind } else { Stage::Steps };
        kept
    }

    fn steps_page<'a>(&self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let tile = |(number, step): (usize, &OwnStep)| {
            let show = Message::Show(step.id.clone());
            let tile = Tile::opens(format!("own-{}", step.id), heading(ctx, step), show);
            let tile = Tile { over: Some(Phrase::own((number + 1).to_string())), ..tile };
            match ctx.store.step_note(&ctx.me.id, &step.key()).photo {
                Some(photo) => tile.lead(Lead::Photo(photo)),
                None => tile,
            }
        };
        let tiles: Vec<_> = self.steps().iter().enumerate().map(tile).collect();
        let add = Button::new("own-add", ctx.phrase("own-add"), Message::Add).icon("plus");
        if tiles.is_empty() {
            let none = ctx.phrase("own-none");
            let body = Body::rows(move |look, width| vec![rows::line(look, "own-none", &none, width)]);
            return Page::new("own-steps", ctx.phrase("own-steps"), body).primary(add.strength(Strength::Primary));
        }
        let done = Button::new("own-done", ctx.phrase("own-done"), Message::Done).icon("check");
        let page = Page::new("own-steps", ctx.phrase("own-steps"), Body::tiles(tiles));
        page.action(add).primary(done.strength(Strength::Primary))
    }
}

/// The question, the label of its field, and a hint.
type Asks = (&'static str, &'static str, &'static str);

fn asked(kind: OwnKind) -> Asks {
    match kind {
        OwnKind::Walk => ("own-walk-ask", "own-walk-field", "own-walk-hint"),
        OwnKind::Wait => ("own-wait-ask", "own-wait-field", "own-wait-hint"),
        OwnKind::GetOff => ("own-off-ask", "own-off-field", "own-off-hint"),
        OwnKind::GoIn => ("own-in-ask", "own-in-field", "own-in-hint"),
    }
}

fn kind_key(kind: OwnKind) -> &'static str {
    match kind {
        OwnKind::Walk => "own-kind-walk",
        OwnKind::Wait => "own-kind-wait",
        OwnKind::GetOff => "own-kind-off",
        OwnKind::GoIn => "own-kind-in",
    }
}

fn picture(kind: OwnKind) -> &'static str {
    match kind {
        OwnKind::Walk => "walk",
        OwnKind::Wait => "bus-stop",
        OwnKind::GetOff => "get-off",
        OwnKind::GoIn => "arrive",
    }
}

/// What there is to do: "Walk to the red church."
pub fn heading(ctx: Ctx<'_>, step: &OwnStep) -> Phrase {
    let key = match step.kind {
        OwnKind::Walk => "own-walk",
        OwnKind::Wait => "own-wait",
        OwnKind::GetOff => "own-off",
        OwnKind::GoIn => "own-in",
    };
    let args = [("words", Arg::from(step.words.trim_end_matches('.').to_owned()))];
    ctx.words.phrase_with(key, args).with_picture(picture(step.kind))
}

/// A step as a card.
pub fn card(ctx: Ctx<'_>, step: &OwnStep) -> Card {
    let note = ctx.store.step_note(&ctx.me.id, &step.key());
    Card {
        heading: heading(ctx, step),
        photo: note.photo.clone(),
        caption: Phrase::own(&step.words).with_picture(picture(step.kind)),
        plate: None,
        picture: picture(step.kind),
        note: Some(note),
        lines: Vec::new(),
    }
}

fn typing<'a>(ctx: Ctx<'a>, (question, label, hint): Asks, typed: &'a Writing) -> Page<'a, Message> {
    let body = Body::rows(move |look, width| {
        let typing = Field {
            id: "own-words".to_owned(),
            label: ctx.phrase(label),
            writing: typed,
            lines: 1,
            question: None,
            staff: false,
        };
        vec![field(look, typing, width, Message::Type), rows::line(look, "own-hint", &ctx.phrase(hint), width)]
    });
    let ready = !typed.words().trim().is_empty();
    let next = Button::new("next", ctx.phrase("next"), Message::Typed).arrow();
    Page::new(question, ctx.phrase(question), body).primary(next.strength(Strength::Primary).only_if(ready))
}
