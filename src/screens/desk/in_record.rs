//! "It is in the record": which system, and a last look, before the worker is told.
use iced::Task;

use crate::domain::debrief::DebriefId;
use crate::domain::note::Note;
use crate::domain::person::Role;
use crate::domain::record::Record;
use crate::domain::story::{StoryStep, What};
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::store::seal;
use crate::ui::{Banner, Body, Button, Lead, Mark, Page, Strength, Tile, Tone};

use super::list::title;
use super::note::for_record;

/// Saying that a note is in the record.
#[derive(Debug)]
pub struct InRecord {
    debrief: DebriefId,
    note: Option<Note>,
    system: Option<&'static str>,
    /// Whether the practitioner says that the note is accurate and adequate.
    adequate: bool,
    problem: Option<Problem>,
}

/// The record systems that are offered. Which of them a team uses will be a setting of the team.
const SYSTEMS: [&str; 4] = ["system-rio", "system-systmone", "system-emis", "system-other"];

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// It is in this system.
    Choose(&'static str),
    /// The note is accurate and adequate, or that is taken back.
    Adequate,
    /// Not yet.
    NotYet,
    /// It is in the record.
    Say,
    /// That is saved, or not.
    Saved(Result<(), Problem>),
}

impl Screen for InRecord {
    type Opens = DebriefId;
    type Message = Message;
    const HEADING: &'static str = "in-record";
    const FOR: &'static [Role] = &[Role::Practitioner];

    fn open(ctx: Ctx<'_>, debrief: DebriefId) -> (Self, Task<Message>) {
        let note = ctx.store.draft(&debrief).or_else(|| ctx.store.note(&debrief));
        (Self { debrief, note, system: None, adequate: false, problem: None }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Choose(system) => {
                self.system = Some(system);
                Action::none()
            }
            Message::Adequate => {
                self.adequate = !self.adequate;
                Action::none()
            }
            Message::NotYet => Action::step(Step::Back),
            Message::Say => self.say(ctx),
            Message::Saved(Ok(())) => {
                let said = ctx.phrase("in-record-done");
                Action::step(Step::Instead(Place::Desk(None))).then(Step::Say(said))
            }
            Message::Saved(Err(problem)) => {
                self.problem = Some(problem);
                Action::none()
            }
        }
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let systems = SYSTEMS.into_iter().map(|system| {
            Tile::opens(system, ctx.phrase(system), Message::Choose(system))
                .mark(Mark::One(self.system == Some(system)))
                .lead(Lead::None)
        });
        let adequate = Tile::opens("in-record-adequate", ctx.phrase("in-record-adequate"), Message::Adequate)
            .mark(Mark::Many(self.adequate))
            .lead(Lead::None);
        let tiles = systems.chain([adequate]).collect();
        let mut page =
            Page::new("in-record", ctx.phrase("in-record"), Body::tiles(tiles)).helper(ctx.phrase("in-record-help"));
        if let Some(title) = title(ctx, &self.debrief) {
            page = page.about("user", title);
        }
        if let Some(problem) = self.problem {
            page.banners.push(Banner {
                id: "in-record-problem".to_owned(),
                tone: Tone::Danger,
                icon: "alert",
                phrase: ctx.phrase(problem.words()),
                ok: None,
            });
        }
        page.action(Button::new("in-record-not-yet", ctx.phrase("in-record-not-yet"), Message::NotYet)).primary(
            Button::new("in-record-yes", ctx.phrase("in-record-yes"), Message::Say)
                .icon("check")
                .strength(Strength::Primary)
                .only_if(self.system.is_some() && self.note.is_some()),
        )
    }
}

impl InRecord {
    /// The note as it stands goes to the worker, with its mark: what they hear is what is in the record.
    fn say(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let (Some(note), Some(system)) = (&self.note, self.system) else { return Action::none() };
        let step = |what| {
            Record::StoryStep(StoryStep {
                debrief: self.debrief.clone(),
                worker: note.worker.clone(),
                by: ctx.me.id.clone(),
                at: ctx.now(),
                what,
            })
        };
        let mark = seal::hash16(for_record(ctx, note).as_bytes());
        let correction = ctx.store.story(&self.debrief).in_record.is_some();
        let in_record = What::InRecord { system: ctx.words.shown(system), mark: mark.clone(), correction };
        let mut records = vec![Record::Note(note.clone()), step(in_record)];
        if self.adequate {
            records.push(step(What::Adequate { mark }));
        }
        Action::run(Task::perform(ctx.store.save(records), Message::Saved))
    }
}
