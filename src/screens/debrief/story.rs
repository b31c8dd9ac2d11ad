//! Where is my story? Four pictures: sent, read, in the record, you heard it.
use iced::Task;
use iced::widget::{Column, Space, container, row};
use iced::{Center, Fill};

use crate::domain::debrief::DebriefId;
use crate::domain::person::{Person, Role};
use crate::domain::record::Record;
use crate::domain::removal::Erasure;
use crate::domain::story::{Story as State, StoryStep, Verdict, What};
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::ui::part::{Part, Role as Kind};
use crate::ui::rows::plate;
use crate::ui::said::{label, label_in, said};
use crate::ui::text::Style;
use crate::ui::{Body, Button, Look, Page, Row, Strength, View, buttons, pictures};
use crate::words::Phrase;

/// Where a story is.
#[derive(Debug)]
pub struct Story {
    debrief: DebriefId,
    problem: Option<Problem>,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Hears the note.
    Hear,
    /// Takes the story back.
    TakeBack,
    /// It has been taken back, or not.
    TakenBack(Result<(), Problem>),
    /// Changes it, now that it is back.
    Change,
    /// Has read that it was erased.
    ReadErased,
}

/// How far one row of the track is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reached {
    Done,
    Now,
    ToCome,
}

impl Screen for Story {
    type Opens = DebriefId;
    type Message = Message;
    const HEADING: &'static str = "story";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(_ctx: Ctx<'_>, debrief: DebriefId) -> (Self, Task<Message>) {
        (Self { debrief, problem: None }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Hear => Action::steps(vec![Step::Go(Place::Note(self.debrief.clone())), Step::Listen]),
            Message::TakeBack => {
                let step = StoryStep {
                    debrief: self.debrief.clone(),
                    worker: ctx.me.id.clone(),
                    by: ctx.me.id.clone(),
                    at: ctx.now(),
                    what: What::TakenBack,
                };
                let mut records = vec![Record::StoryStep(step)];
                if let Some(mut telling) = ctx.store.telling(&self.debrief) {
                    telling.stage = crate::domain::debrief::Stage::Checking;
                    records.push(Record::Telling(telling));
                }
                Action::run(Task::perform(ctx.store.save(records), Message::TakenBack))
            }
            Message::TakenBack(Ok(())) => {
                self.problem = None;
                Action::step(Step::Say(ctx.phrase("story-back")))
            }
            Message::TakenBack(Err(problem)) => {
                self.problem = Some(problem);
                Action::step(Step::Say(ctx.problem(problem)))
            }
            Message::Change => Action::step(Step::Instead(Place::Check(self.debrief.clone()))),
            Message::ReadErased => {
                let home = Action::step(Step::Home);
                let Some(stone) = ctx.store.erasure_of(&self.debrief) else { return home };
                let read = Record::ErasedRead(ctx.me.id.clone(), stone.request.id);
                Action::steps(vec![Step::Keep(read), Step::Home])
            }
        }
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        if let Some(stone) = ctx.store.erasure_of(&self.debrief) {
            return erased_page(ctx, &stone);
        }
        let story = ctx.store.story(&self.debrief);
        if story.sent.is_none() {
            return self.back_page(ctx);
        }
        let name = writer(ctx, &story).map(|person| person.name.clone()).unwrap_or_default();
        let shown = story.clone();
        let gone = ctx.store.recording_gone(&self.debrief).map(|gone| {
            let day = ctx.words.day(gone.at.date()).shown;
            ctx.words.phrase_with("story-recording-gone", [("day", day.into())]).with_picture("in-record")
        });
        let body = Body::rows(move |look, width| {
            let gone = gone.iter().map(|words| crate::ui::rows::line(look, "recording-gone", words, width));
            gone.chain(track(ctx, &shown, (look, width))).collect()
        });
        let mut page = Page::new("story", ctx.phrase("story"), body);
        if let Some(about) = self.about(ctx) {
            page = page.about("calendar", about);
        }
        if story.can_be_taken_back() {
            let words = ctx.phrase_for("story-take-back", &name);
            page = page.action(Button::new("story-take-back", words, Message::TakeBack).icon("arrow-left"));
        }
        if story.waits_to_be_heard() {
            page = page.primary(
                Button::new("story-hear", ctx.phrase("story-hear"), Message::Hear)
                    .icon("play")
                    .strength(Strength::Primary),
            );
        } else if story.in_record.is_some() {
            page = page
                .action(Button::new("story-hear-again", ctx.phrase("story-hear-again"), Message::Hear).icon("play"));
        }
        page
    }
}

impl Story {
    fn about(&self, ctx: Ctx<'_>) -> Option<Phrase> {
        let telling = ctx.store.telling(&self.debrief)?;
        let day = telling.day().map(|day| ctx.words.day(day).shown);
        let letters = ctx.letters(telling.letters()).map(str::to_owned);
        let args = |key: &str| {
            let day = day.clone().unwrap_or_default();
            let letters = letters.clone().unwrap_or_default();
            ctx.words.phrase_with(key, [("day", day.into()), ("letters", letters.into())])
        };
        Some(match (&letters, &day) {
            (Some(_), Some(_)) => args("visit-to-on"),
            (Some(_), None) => args("visit-to"),
            (None, Some(_)) => args("visit-on"),
            (None, None) => return None,
        })
    }

    /// It has been taken back: what can be done with it now.
    fn back_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let body = Body::rows(move |look, width| {
            let words = ctx.phrase("story-back-words").with_picture("saved-here");
            vec![crate::ui::rows::line(look, "story-back-words", &words, width)]
        });
        Page::new("story-back", ctx.phrase("story-back"), body).primary(
            Button::new("story-change", ctx.phrase("story-change"), Message::Change)
                .icon("pencil")
                .strength(Strength::Primary),
        )
    }
}

/// It was erased: who asked, who said yes, and why. Nothing of it is left.
fn erased_page<'a>(ctx: Ctx<'a>, stone: &Erasure) -> Page<'a, Message> {
    let by = ctx.phrase_for("story-erased-by", ctx.team.name_of(&stone.request.by)).with_picture("talk-to-someone");
    let agreed = ctx.phrase_for("story-erased-agreed", ctx.team.name_of(&stone.by)).with_picture("agreed");
    let lines = [by, agreed, ctx.phrase(stone.request.reason.key())];
    let body = Body::rows(move |look, width| {
        let lines = lines.iter().enumerate();
        lines.map(|(index, words)| crate::ui::rows::line(look, &format!("erased-{index}"), words, width)).collect()
    });
    let okay = Button::new("ok", ctx.phrase("ok"), Message::ReadErased).icon("check").strength(Strength::Primary);
    let when = ctx.words.day(stone.at.date());
    Page::new("story-erased", ctx.phrase("story-erased"), body).about("calendar", when).primary(okay)
}

/// Who writes, or wrote, the note.
pub fn writer<'a>(ctx: Ctx<'a>, story: &State) -> Option<&'a Person> {
    let by = story.in_record.as_ref().map(|(by, _, _)| by).or(story.read.as_ref().map(|(by, _)| by));
    match by {
        Some(by) => ctx.hall.team.person(by),
        None => ctx.hall.team.practitioners_of(ctx.me).next(),
    }
}

/// The four rows of the track, with who it is about at the right where there is room.
fn track<'a>(ctx: Ctx<'a>, story: &State, (look, width): (&Look, f32)) -> Vec<Row<'a, Message>> {
    let person = writer(ctx, story);
    let name = person.map(|person| person.name.clone()).unwrap_or_default();
    let heard_right = story.heard.is_some_and(|(verdict, _)| verdict == Verdict::Right);
    let wrong = story.heard.is_some_and(|(verdict, _)| verdict != Verdict::Right);
    let steps = [
        ("story-sent", "send", story.sent, true),
        ("story-read", "read-it", story.read.as_ref().map(|(_, at)| *at), story.sent.is_some()),
        ("story-in-record", "in-record", story.in_record.as_ref().map(|(_, at, _)| *at), story.read.is_some()),
        (
            if wrong { "story-wrong" } else { "story-heard" },
            "hear-note",
            story.heard.filter(|_| heard_right).map(|(_, at)| at),
            story.in_record.is_some(),
        ),
    ];
    let mut open = true;
    let mut list: Vec<_> = Vec::new();
    for (index, (key, picture, at, ready)) in steps.into_iter().enumerate() {
        let reached = match (at, ready && open) {
            (Some(_), _) => Reached::Done,
            (None, true) => Reached::Now,
            (None, false) => Reached::ToCome,
        };
        open = at.is_some();
        // What is still to come is said as something that will happen.
        let key = if at.is_some() || wrong && index == 3 { key.to_owned() } else { format!("{key}-to-come") };
        let mut words = ctx.phrase_for(&key, &name).with_picture(picture);
        let when = at.map(|at| when(ctx, at));
        if let Some(when) = &when {
            words = words.then_say(when);
        }
        list.push(step_row(look, (index, reached), (&words, when.as_ref(), at), width));
    }
    list
}

/// When something was done: the time, and the day if it was not today.
fn when(ctx: Ctx<'_>, at: jiff::civil::DateTime) -> Phrase {
    let time = ctx.words.time(at.time());
    if at.date() == ctx.today() {
        return time;
    }
    let day = ctx.words.day_from(ctx.today(), at.date());
    ctx.words.phrase_with("time-on-day", [("time", time.shown.into()), ("day", day.shown.into())])
}

fn step_row<'a>(
    look: &Look,
    (index, reached): (usize, Reached),
    (words, when, at): (&Phrase, Option<&Phrase>, Option<jiff::civil::DateTime>),
    width: f32,
) -> Row<'a, Message> {
    let colours = look.colours();
    let id = format!("track-{index}");
    let height = if look.one_column() { 96.0 } else { 104.0 };
    let node_size = 52.0;
    let (back, edge, sign): (_, _, View<'a, Message>) = match reached {
        Reached::Done => (colours.good, colours.good, pictures::icon("check", 34.0, colours.plate)),
        Reached::Now => {
            let action = colours.action;
            let disc = container(Space::new()).width(24).height(24).style(move |_| buttons::ground(action, 12.0));
            (colours.plate, colours.action, disc.into())
        }
        Reached::ToCome => (colours.canvas, colours.line, Space::new().into()),
    };
    let border = if reached == Reached::Now { 6.0 } else { 2.0 };
    let node = container(sign).center(node_size).style(move |_| buttons::bordered(back, edge, border, node_size / 2.0));
    let mut lines = Column::new().push(label(look, &id, Style::Label, words));
    if let (Some(when), Some(at)) = (when, at) {
        let clock = pictures::clock(look, at.time(), 32.0);
        let time = label_in(look, &id, Style::Small, (when, colours.soft));
        lines = lines.push(row![clock, time].spacing(10).align_y(Center));
    }
    let side = height - 6.0;
    let picture: View<'a, Message> = match words.picture.as_deref().filter(|_| look.pictures) {
        Some(name) => plate(look, pictures::picture(name, side - 16.0), side),
        None => Space::new().into(),
    };
    let content = row![node, picture, container(lines).width(Fill)].spacing(22).align_y(Center).height(Fill);
    let part = Part::new(&id, Kind::Label, words);
    Row { height, view: said(look, part, container(content).width(width)) }
}
