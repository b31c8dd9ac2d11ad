//! The note, read back to the worker: it is as it is in the record, letter for letter. Is it right?
use iced::widget::{column, container, row};
use iced::{Center, Fill, Padding, Subscription, Task};

use crate::domain::debrief::{ClipId, DebriefId};
use crate::domain::note::{Heading, Note as Written};
use crate::domain::person::Role;
use crate::domain::record::Record;
use crate::domain::space::Space;
use crate::domain::story::{StoryStep, Verdict, What};
use crate::domain::typed::{About, Typed};
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::debrief::speak::{self, Asked, News, Speak};
use crate::screens::debrief::story::writer;
use crate::screens::guard::{self, Asks, Guarded};
use crate::screens::pause::Pause;
use crate::ui::part::{Part, Role as Kind};
use crate::ui::said::{label, label_in, said};
use crate::ui::text::{self as letters, Style};
use crate::ui::{Body, Button, Look, Mark, Page, Row, Strength, Tile, Tone, View, buttons, rows};
use crate::words::Phrase;

/// The note, read back.
#[derive(Debug)]
pub struct Note {
    debrief: DebriefId,
    note: Option<Written>,
    step: At,
    wrong: Vec<Heading>,
    writing: Guarded,
    clip: Option<ClipId>,
    problem: Option<Problem>,
    pause: Pause,
    /// All is said: nothing of it waits any more.
    given: bool,
}

#[derive(Debug)]
enum At {
    Hearing,
    Asking(Option<Verdict>),
    /// What is wrong: the part of the note, and words.
    Wrong,
    /// What is wrong, in the worker's own voice.
    Speaking(Speak),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Has heard it.
    Heard,
    /// Chooses what to say of it.
    Choose(Verdict),
    /// Says it.
    Say,
    /// Points at a part of the note.
    Point(Heading),
    /// Types what is wrong.
    Type(guard::Message),
    /// Time to keep what is typed.
    Pause,
    /// Says what is wrong.
    UseVoice,
    /// Something about the recording.
    Speak(speak::Message),
    /// Back from the recording.
    Spoken,
    /// It has been saved, or not.
    Saved(Result<(), Problem>),
}

impl Screen for Note {
    type Opens = DebriefId;
    type Message = Message;
    const HEADING: &'static str = "note";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(ctx: Ctx<'_>, debrief: DebriefId) -> (Self, Task<Message>) {
        let note = ctx.store.note(&debrief);
        // What was begun to be said goes on.
        let typed = ctx.store.typed(&ctx.me.id, About::Wrong(debrief.clone()));
        let picked = |heading: &Heading| typed.picked.iter().any(|key| key == heading.key());
        let opened = Self {
            debrief,
            note,
            step: At::Hearing,
            wrong: Heading::ALL.into_iter().filter(picked).collect(),
            writing: Guarded::of(&typed.words, Asks::Everything),
            clip: typed.clip.clone(),
            problem: None,
            pause: Pause::default(),
            given: false,
        };
        (opened, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Heard => {
                self.step = At::Asking(None);
                Action::none()
            }
            Message::Choose(verdict) => {
                self.step = At::Asking(Some(verdict));
                Action::none()
            }
            Message::Say => match self.step {
                At::Asking(Some(Verdict::Wrong)) => {
                    self.step = At::Wrong;
                    Action::none()
                }
                At::Asking(Some(verdict)) => self.say(ctx, verdict),
                At::Wrong => self.say(ctx, Verdict::Wrong),
                At::Hearing | At::Asking(None) | At::Speaking(_) => Action::none(),
            },
            Message::UseVoice => {
                self.step = At::Speaking(Speak::open(ctx, self.clip.as_ref()));
                Action::none()
            }
            Message::Speak(message) => self.speak(ctx, message),
            Message::Spoken => {
                self.step = At::Wrong;
                Action::none()
            }
            Message::Point(heading) => {
                if self.wrong.contains(&heading) {
                    self.wrong.retain(|other| *other != heading);
                } else {
                    self.wrong.push(heading);
                }
                self.keep(ctx)
            }
            Message::Type(message) => {
                let changed = self.writing.take(message);
                if changed { Action::run(self.pause.begin(Message::Pause)) } else { Action::none() }
            }
            Message::Pause => {
                self.pause.end();
                self.keep(ctx)
            }
            Message::Saved(Ok(())) => {
                self.given = true;
                Action::step(Step::Instead(Place::Story(self.debrief.clone())))
            }
            Message::Saved(Err(problem)) => {
                self.problem = Some(problem);
                Action::step(Step::Say(ctx.problem(problem)))
            }
        }
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match &self.step {
            At::Hearing => self.hearing_page(ctx),
            At::Asking(chosen) => self.asking_page(ctx, *chosen),
            At::Wrong => self.wrong_page(ctx),
            At::Speaking(speak) => self.voice_page(ctx, speak),
        }
    }

    fn leave(&mut self, ctx: Ctx<'_>) -> Vec<Step> {
        if matches!(self.step, At::Speaking(_)) {
            // The microphone closes, and what was said is kept.
            self.step = At::Wrong;
        }
        self.keep(ctx).steps
    }

    fn subscription(&self) -> Subscription<Message> {
        match &self.step {
            At::Speaking(speak) => speak.subscription().map(Message::Speak),
            At::Hearing | At::Asking(_) | At::Wrong => Subscription::none(),
        }
    }

    fn hushed(&self) -> bool {
        matches!(&self.step, At::Speaking(speak) if speak.is_recording())
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        self.step = match self.step {
            At::Hearing => return None,
            At::Asking(_) => At::Hearing,
            At::Wrong => At::Asking(Some(Verdict::Wrong)),
            At::Speaking(_) => At::Wrong,
        };
        Some(Action::none())
    }
}

impl Note {
    /// The parts of the note that have text.
    fn parts(&self) -> impl Iterator<Item = (Heading, &str)> {
        let sections = self.note.iter().flat_map(|note| &note.sections);
        sections
            .filter(|(heading, text)| *heading != Heading::Source && !text.trim().is_empty())
            .map(|(heading, text)| (*heading, text.as_str()))
    }

    fn speak(&mut self, ctx: Ctx<'_>, message: speak::Message) -> Action<Message> {
        let At::Speaking(speak) = &mut self.step else { return Action::none() };
        let (news, action) = speak.update(ctx, message);
        let action = action.map(Message::Speak);
        let News::Began(clip) = news else { return action };
        self.clip = Some(clip);
        self.keep(ctx).and(action)
    }

    /// Keeps what is wrong, until it is given: then nothing is left of it.
    fn keep(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let about = About::Wrong(self.debrief.clone());
        let now = if self.given {
            Typed::nothing(ctx.me.id.clone(), about.clone())
        } else {
            let picked = self.wrong.iter().map(|heading| heading.key().to_owned()).collect();
            let (by, words, clip) = (ctx.me.id.clone(), self.writing.words(), self.clip.clone());
            Typed { by, about: about.clone(), words, picked, clip }
        };
        if now == ctx.store.typed(&ctx.me.id, about) {
            return Action::none();
        }
        Action::step(Step::Keep(Record::Typed(now)))
    }

    fn voice_page<'a>(&'a self, ctx: Ctx<'a>, speak: &'a Speak) -> Page<'a, Message> {
        let name = self.writer_name(ctx);
        let heard_by = ctx.phrase_for("wrong-hears", &name);
        let asked = Asked { name: "wrong", heading: ctx.phrase("wrong"), heard_by, letters: true };
        speak.can_keep(ctx, speak.page(ctx, asked, Message::Speak), Message::Spoken)
    }

    fn writer_name(&self, ctx: Ctx<'_>) -> String {
        let story = ctx.store.story(&self.debrief);
        writer(ctx, &story).map(|person| person.name.clone()).unwrap_or_default()
    }

    fn say(&mut self, ctx: Ctx<'_>, verdict: Verdict) -> Action<Message> {
        let words = self.writing.words();
        let wrong = verdict == Verdict::Wrong;
        let clip = self.clip.clone().filter(|_| wrong);
        let step = StoryStep {
            debrief: self.debrief.clone(),
            worker: ctx.me.id.clone(),
            by: ctx.me.id.clone(),
            at: ctx.now(),
            what: What::Heard {
                verdict,
                clip: clip.clone(),
                words: (wrong && !words.trim().is_empty()).then_some(words),
                headings: if wrong {
                    self.wrong.iter().map(|heading| heading.key().to_owned()).collect()
                } else {
                    Vec::new()
                },
                mark: ctx.store.story(&self.debrief).mark.unwrap_or_default(),
            },
        };
        let session = ctx.store.clone();
        let space = Space::Visits(ctx.me.id.clone());
        let saved = async move {
            if let Some(clip) = &clip {
                session.share(clip, &space).await?;
            }
            session.save(vec![Record::StoryStep(step)]).await
        };
        Action::run(Task::perform(saved, Message::Saved))
    }

    fn hearing_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let name = self.writer_name(ctx);
        let body = Body::rows(move |look, width| {
            let mut lines: Vec<_> = self.parts().map(|part| part_row(ctx, part, (look, width))).collect();
            if lines.is_empty() {
                lines.push(rows::line(look, "note-none", &ctx.phrase("note-none").with_picture("no-news"), width));
            }
            lines
        });
        Page::new("note", ctx.phrase_for("note", &name), body)
            .helper(ctx.phrase("note-help"))
            .primary(Button::new("note-heard", ctx.phrase("next"), Message::Heard).arrow().strength(Strength::Primary))
    }

    fn asking_page<'a>(&'a self, ctx: Ctx<'a>, chosen: Option<Verdict>) -> Page<'a, Message> {
        // The answer that must not be missed stands last.
        let tiles = [
            (Verdict::Right, "verdict-right"),
            (Verdict::Wrong, "verdict-wrong"),
            (Verdict::DontGetIt, "verdict-dont-get-it"),
        ]
        .into_iter()
        .map(|(verdict, key)| {
            Tile::opens(key, ctx.phrase(key), Message::Choose(verdict)).mark(Mark::One(chosen == Some(verdict)))
        })
        .collect();
        let mut page = Page::new("verdict", ctx.phrase("verdict"), Body::tiles(tiles));
        if let Some(problem) = self.problem {
            page.banners.push(crate::ui::Banner {
                id: "note-problem".to_owned(),
                tone: Tone::Danger,
                icon: "alert",
                phrase: ctx.problem(problem),
                ok: None,
            });
        }
        page.primary(
            Button::new("verdict-say", ctx.phrase("next"), Message::Say)
                .arrow()
                .strength(Strength::Primary)
                .only_if(chosen.is_some()),
        )
    }

    fn wrong_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let body = Body::rows(move |look, width| {
            let mut lines: Vec<_> = self
                .parts()
                .map(|(heading, text)| {
                    let phrase = Phrase::own(text.lines().next().unwrap_or_default());
                    let mut tile = Tile::opens(format!("wrong-{}", heading.key()), phrase, Message::Point(heading))
                        .mark(Mark::Many(self.wrong.contains(&heading)))
                        .lead(crate::ui::Lead::None);
                    tile.over = Some(ctx.phrase(heading.key()));
                    let height = look.tile() + 20.0;
                    let view = crate::ui::tiles::tile_view(look, &tile, iced::Size::new(width, height));
                    Row { height, view }
                })
                .collect();
            let label = ctx.phrase("wrong-field");
            lines.extend(self.writing.rows((ctx, look), ("wrong", label, 3), width, Message::Type));
            lines
        });
        let typed = !self.writing.words().trim().is_empty();
        let said_something = !self.wrong.is_empty() || typed || self.clip.is_some();
        let voice = if self.clip.is_some() { "my-voice" } else { "use-my-voice" };
        let voice = Button::new("wrong-voice", ctx.phrase(voice), Message::UseVoice).icon("microphone");
        let page = Page::new("wrong", ctx.phrase("wrong"), body).helper(ctx.phrase("wrong-help"));
        let speaks = self.clip.is_some() || !ctx.devices.secure_ward;
        let page = if speaks { page.action(voice.strength(Strength::Voice)) } else { page };
        page.primary(
            Button::new("wrong-send", ctx.phrase("wrong-send"), Message::Say)
                .icon("send")
                .strength(Strength::Primary)
                .only_if(said_something && !self.writing.asks_something()),
        )
    }
}

/// One part of the note: its heading, its text, and an ear.
fn part_row<'a>(ctx: Ctx<'a>, (heading, text): (Heading, &str), (look, width): (&Look, f32)) -> Row<'a, Message> {
    let id = heading.key();
    let title = ctx.phrase(id);
    let words = Phrase::own(text);
    let ear = look.ear();
    let room = width - ear - 44.0;
    let height = letters::height(look, Style::SmallStrong, &title.shown, room)
        + letters::height(look, Style::Body, &words.shown, room)
        + 32.0;
    let spoken = Phrase {
        spoken: format!("{}. {}", title.spoken, words.spoken),
        shown: format!("{} {}", title.shown, words.shown),
        picture: None,
    };
    let lines = column![
        label_in(look, id, Style::SmallStrong, (&title, look.colours().soft)),
        label(look, id, Style::Body, &words),
    ];
    let part = Part::new(id, Kind::Label, &spoken);
    let inside: View<'a, Message> = said(look, part, container(lines).padding(Padding::from([14.0, 20.0])).width(Fill));
    let ear_view = buttons::ear(look, id, &spoken.spoken, look.colours().action);
    let line = row![container(inside).width(Fill), container(ear_view).width(ear).height(Fill)].align_y(Center);
    Row { height, view: rows::boxed(look, height, container(line).padding(2)) }
}
