//! The practitioner's desk: hear a story, write the note, put it in the record.
mod card;
pub mod hearing;
pub mod in_record;
mod list;
mod note;
mod words;

use std::time::Duration;

use iced::widget::{Space, column, container, row};
use iced::{Fill, Size, Subscription, Task};

use crate::domain::audit::Did;
use crate::domain::debrief::DebriefId;
use crate::domain::note::Heading;
use crate::domain::person::Role;
use crate::domain::record::Record;
use crate::domain::story::{StoryStep, What};
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::pause::Pause;
use crate::screens::stretch::Stretch;
use crate::ui::field::Edit;
use crate::ui::keys::Struck;
use crate::ui::{Banner, Body, Button, Look, Page, Strength, Tone, View, buttons};
use crate::words::{Arg, Phrase};

use self::hearing::Hearing;
use self::list::Waiting;
use self::note::Writing;

/// The desk.
#[derive(Debug)]
pub struct Desk {
    waiting: Vec<Waiting>,
    stretch: Stretch,
    open: Option<Open>,
    tab: Tab,
    copied: Option<Result<(), Problem>>,
    pause: Pause,
}

/// The story that is open.
#[derive(Debug)]
struct Open {
    debrief: DebriefId,
    hearing: Hearing,
    writing: Writing,
}

/// The zones, where there is no room for all of them side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// What waits.
    List,
    /// What was said.
    Words,
    /// What is written.
    Note,
}

/// What can happen at the desk.
#[derive(Debug, Clone)]
pub enum Message {
    /// Opens a story.
    Open(DebriefId),
    /// Shows another stretch of the list.
    Turn(Stretch),
    /// Shows a zone.
    Show(Tab),
    /// Something about hearing it.
    Hear(hearing::Message),
    /// Types under a heading.
    Type(Heading, Edit),
    /// Time to keep what is typed.
    Pause,
    /// Puts the answer of a card into the note.
    Use(usize),
    /// Copies the note.
    Copy,
    /// It is in the record.
    InRecord,
}

/// How long a copied note stays on the clipboard.
const ON_CLIPBOARD: Duration = Duration::from_secs(90);

impl Screen for Desk {
    type Opens = Option<DebriefId>;
    type Message = Message;
    const HEADING: &'static str = "desk";
    const CARD: Option<fn() -> Place> = Some(|| Place::Desk(None));
    const FOR: &'static [Role] = &[Role::Practitioner];

    fn card_news(ctx: Ctx<'_>) -> Option<Phrase> {
        let open = ctx.store.stories().iter().filter(|told| list::need(told).is_open()).count();
        Some(ctx.words.phrase_with("desk-news", [("count", Arg::from(open))]))
    }

    fn open(ctx: Ctx<'_>, debrief: Option<DebriefId>) -> (Self, Task<Message>) {
        let mut desk = Self {
            waiting: list::waiting(ctx),
            stretch: Stretch::default(),
            open: None,
            tab: Tab::List,
            copied: None,
            pause: Pause::default(),
        };
        if let Some(debrief) = debrief {
            let _ = desk.open_story(ctx, debrief);
        }
        (desk, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Open(debrief) => self.open_story(ctx, debrief),
            Message::Turn(stretch) => {
                self.stretch = stretch;
                Action::none()
            }
            Message::Show(tab) => {
                self.tab = tab;
                Action::none()
            }
            Message::Hear(message) => {
                let Some(open) = &mut self.open else { return Action::none() };
                open.hearing.update(ctx, message).map(Message::Hear)
            }
            Message::Type(heading, edit) => self.type_in(heading, edit),
            Message::Pause => {
                self.pause.end();
                self.keep(ctx)
            }
            Message::Use(card) => self.use_card(ctx, card),
            Message::Copy => self.copy(ctx),
            Message::InRecord => {
                let kept = self.keep(ctx);
                let Some(open) = &self.open else { return kept };
                kept.then(Step::Go(Place::InRecord(open.debrief.clone())))
            }
        }
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let heading = self.open.as_ref().and_then(|open| list::title(ctx, &open.debrief));
        let heading = heading.unwrap_or_else(|| ctx.phrase("desk-heading"));
        let name = self.open.as_ref().map_or("desk".to_owned(), |open| format!("desk-{}", open.debrief.0));
        let body = Body::free(move |look, room| self.view(ctx, (look, room)));
        let mut page = Page::new(name, heading, body);
        page.staff = true;
        if let Some(Err(problem)) = self.copied {
            let (id, phrase) = ("desk-not-copied".to_owned(), ctx.phrase(problem.words()));
            page.banners.push(Banner { id, tone: Tone::Wait, icon: "alert", phrase, ok: None });
        }
        // Where there is one column, the list tells when it was sent.
        let has_room = !ctx.look.one_column();
        if let Some(about) = self.open.as_ref().filter(|_| has_room).and_then(|open| list::about(ctx, &open.debrief)) {
            page = page.about("clock", about);
        }
        page
    }

    fn leave(&mut self, ctx: Ctx<'_>) -> Vec<Step> {
        let steps = self.keep(ctx).steps;
        if let Some(open) = &mut self.open {
            open.hearing.stop();
        }
        steps
    }

    fn key(&self, _ctx: Ctx<'_>, struck: &Struck) -> Option<Message> {
        let open = self.open.as_ref()?;
        if struck.is_control_shift("c") {
            return Some(Message::Copy);
        }
        open.hearing.key(struck).map(Message::Hear)
    }

    fn subscription(&self) -> Subscription<Message> {
        self.open.as_ref().map_or_else(Subscription::none, |open| open.hearing.subscription().map(Message::Hear))
    }
}

impl Desk {
    /// Opens a story. From now on the worker sees that it is read, and cannot take it back.
    fn open_story(&mut self, ctx: Ctx<'_>, debrief: DebriefId) -> Action<Message> {
        let kept = self.keep(ctx);
        let Some(visit) = ctx.store.visit(&debrief) else { return kept };
        let story = ctx.store.story(&debrief);
        self.open = Some(Open {
            hearing: Hearing::of(ctx, &visit),
            writing: Writing::of(ctx, &visit),
            debrief: debrief.clone(),
        });
        self.tab = Tab::Words;
        self.copied = None;
        ctx.store.note_down(Did::Opened, Some(format!("visit/{}", debrief.0)), Some(visit.worker.clone()));
        if story.read.is_some() {
            return kept;
        }
        kept.then(Step::Keep(Record::StoryStep(StoryStep {
            debrief,
            worker: visit.worker,
            by: ctx.me.id.clone(),
            at: ctx.now(),
            what: What::Read,
        })))
    }

    fn type_in(&mut self, heading: Heading, edit: Edit) -> Action<Message> {
        let Some(open) = &mut self.open else { return Action::none() };
        if !open.writing.take(heading, edit) {
            return Action::none();
        }
        self.copied = None;
        Action::run(self.pause.begin(Message::Pause))
    }

    fn use_card(&mut self, ctx: Ctx<'_>, card: usize) -> Action<Message> {
        let Some(open) = &mut self.open else { return Action::none() };
        let Some(card) = open.hearing.cards.get(card) else { return Action::none() };
        let Some(heading) = Heading::of(card.answer.ask) else { return Action::none() };
        open.writing.add(heading, &card.words(ctx).shown);
        self.copied = None;
        self.keep(ctx).then(Step::Focus(heading.key().to_owned()))
    }

    /// Keeps the note, if it has changed.
    fn keep(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let Some(open) = &mut self.open else { return Action::none() };
        match open.writing.changed(ctx, &open.debrief) {
            Some(note) => Action::step(Step::Keep(Record::Draft(note))),
            None => Action::none(),
        }
    }

    fn copy(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let kept = self.keep(ctx);
        let Some(open) = &self.open else { return kept };
        let text = open.writing.for_record(ctx, &open.debrief);
        self.copied = Some(ctx.devices.clipboard.copy(&text));
        if self.copied == Some(Ok(())) {
            let worker = ctx.store.visit_brief(&open.debrief).map(|visit| visit.worker);
            ctx.store.note_down(Did::Copied, Some(format!("note/{}", open.debrief.0)), worker);
        }
        // It is taken off again whatever screen is open by then.
        let clipboard = ctx.devices.clipboard.clone();
        let clear = Task::future(async move {
            tokio::time::sleep(ON_CLIPBOARD).await;
            clipboard.clear(&text);
        });
        let clear = clear.discard();
        let said = match self.copied {
            Some(Err(problem)) => ctx.phrase(problem.words()),
            _ => ctx.phrase("desk-copied"),
        };
        Action { steps: kept.steps, task: clear }.then(Step::Say(said))
    }

    /// The three zones side by side, or one after the other where there is no room.
    fn view<'a>(&'a self, ctx: Ctx<'a>, (look, room): (&Look, Size)) -> View<'a, Message> {
        let gap = 16.0;
        let Some(open) = &self.open else {
            let width = room.width.min(620.0);
            return list::zone(ctx, self, (look, Size::new(width, room.height)));
        };
        // Where there is one column, the note needs the room of the player. Its keys work all the same.
        let bar_height = match (look.one_column(), self.tab) {
            (true, Tab::Note) => 0.0,
            _ if room.width < hearing::WHOLE_BAR => 60.0,
            _ => 84.0,
        };
        let height = if bar_height > 0.0 { room.height - bar_height - gap } else { room.height };
        let bar = open.hearing.bar(ctx, (look, Size::new(room.width, bar_height)));
        let wide = room.width >= 1100.0;
        let beside = room.width >= 860.0 && !look.one_column();
        let words_width = if wide { 396.0 } else { (room.width - gap) * 0.46 };
        let tabs_height = if wide { 0.0 } else { 52.0 };
        let zone_room = Size::new(words_width, height - tabs_height);
        let words = || words::zone(ctx, open, (look, zone_room));
        let zones: View<'a, Message> = if wide {
            let list_width = 256.0;
            let note_width = room.width - list_width - words_width - 2.0 * gap;
            row![
                list::zone(ctx, self, (look, Size::new(list_width, height))),
                words(),
                self.note_zone(ctx, open, (look, Size::new(note_width, height))),
            ]
            .spacing(gap)
            .into()
        } else if beside {
            let note_room = Size::new(room.width - words_width - gap, height - tabs_height);
            let shown: View<'a, Message> = if self.tab == Tab::List {
                list::zone(ctx, self, (look, Size::new(room.width.min(620.0), height - tabs_height)))
            } else {
                row![words(), self.note_zone(ctx, open, (look, note_room))].spacing(gap).into()
            };
            column![self.tabs(ctx, look, &[Tab::List, Tab::Words]), shown].into()
        } else {
            let all = Size::new(room.width, height - tabs_height);
            let shown = match self.tab {
                Tab::List => list::zone(ctx, self, (look, all)),
                Tab::Words => words::zone(ctx, open, (look, all)),
                Tab::Note => self.note_zone(ctx, open, (look, all)),
            };
            column![self.tabs(ctx, look, &[Tab::List, Tab::Words, Tab::Note]), shown].into()
        };
        if bar_height == 0.0 {
            return zones;
        }
        column![container(zones).height(height), Space::new().height(gap), bar].into()
    }

    fn tabs<'a>(&self, ctx: Ctx<'a>, look: &Look, tabs: &[Tab]) -> View<'a, Message> {
        let draw = |tab: &Tab| {
            let key = match tab {
                Tab::List => "desk-list",
                Tab::Words if tabs.len() == 2 => "desk-write",
                Tab::Words => "desk-words-tab",
                Tab::Note => "desk-note",
            };
            let here = self.tab == *tab || (tabs.len() == 2 && *tab == Tab::Words && self.tab == Tab::Note);
            let strength = if here { Strength::Current } else { Strength::Quiet };
            buttons::staff(
                look,
                &Button::new(format!("tab-{key}"), ctx.phrase(key), Message::Show(*tab)).strength(strength),
            )
        };
        container(iced::widget::Row::with_children(tabs.iter().map(draw)).spacing(8)).height(52).into()
    }

    /// The note, and what can be done with it.
    fn note_zone<'a>(&'a self, ctx: Ctx<'a>, open: &'a Open, (look, room): (&Look, Size)) -> View<'a, Message> {
        let actions_height = look.frame().actions.height.min(56.0);
        let fields = open.writing.zone(ctx, (look, Size::new(room.width, room.height - actions_height - 10.0)));
        let copied = if self.copied == Some(Ok(())) { "desk-copied" } else { "desk-copy" };
        let copy = Button::new("desk-copy", ctx.phrase(copied), Message::Copy).icon("copy");
        let in_record = Button::new("desk-in-record", ctx.phrase("desk-in-record"), Message::InRecord)
            .icon("check")
            .strength(Strength::Primary)
            .only_if(!open.writing.is_empty());
        let actions = row![container(buttons::small(look, &copy)).width(Fill), buttons::small(look, &in_record),]
            .spacing(10)
            .height(actions_height);
        column![container(fields).height(room.height - actions_height - 10.0), Space::new().height(10), actions]
            .width(room.width)
            .into()
    }
}
