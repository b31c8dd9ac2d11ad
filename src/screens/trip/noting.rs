//! What somebody will see at a step: a voice that they know, and a photo. Kept with the step, for every trip. Step after
//! step, where it is for a whole way.
use std::path::PathBuf;

use iced::{Subscription, Task};

use super::step_notes::Along;
use super::voice;
use crate::domain::debrief::ClipId;
use crate::domain::person::Role;
use crate::domain::record::Record;
use crate::domain::route::StepNote;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::clips::{self, Voice};
use crate::screens::debrief::speak::{self, Asked, News, Speak};
use crate::screens::setup::photo::{self, Taking};
use crate::store::photos::Whose;
use crate::ui::{Body, Button, Lead, Mark, Page, Strength, Tile, rows};
use crate::words::{Arg, Phrase};

/// The voices and the photos of some steps, one after the other.
#[derive(Debug)]
pub struct Noting {
    along: Box<Along>,
    /// How many steps were behind when it was opened: Back goes no further.
    first: usize,
    note: StepNote,
    /// What was taken away, or recorded anew: it can be put back.
    before: Option<StepNote>,
    face: Face,
    voice: Voice,
    /// The folder in which the last photo was found, and the folders above it.
    folder: Vec<PathBuf>,
}

#[derive(Debug)]
enum Face {
    /// What can be done.
    List,
    /// A voice is recorded. The recording that has begun, if one has.
    Speaking(Speak, Option<ClipId>),
    /// A photo is looked for.
    Photo(Taking),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Records a voice.
    Record,
    /// Something about the recording.
    Speak(speak::Message),
    /// Keeps the recording.
    KeepVoice,
    /// Hears it.
    Voice(clips::Message),
    /// Takes the voice away.
    NoVoice,
    /// Looks for a photo.
    ChoosePhoto,
    /// Something about the photo.
    Photo(photo::Message),
    /// Takes the photo away.
    NoPhoto,
    /// All as it was before the last change.
    PutBack,
    /// Goes to the next step.
    Next,
    /// Is done.
    Done,
}

impl Screen for Noting {
    type Opens = Box<Along>;
    type Message = Message;
    const HEADING: &'static str = "note-step";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(ctx: Ctx<'_>, along: Box<Along>) -> (Self, Task<Message>) {
        let note = note_of(ctx, &along);
        let first = along.behind();
        (
            Self { along, first, note, before: None, face: Face::List, voice: Voice::default(), folder: Vec::new() },
            Task::none(),
        )
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Record => {
                self.voice.stop();
                // What was recorded before stays until the new voice is kept.
                self.face = Face::Speaking(Speak::open(ctx, None), None);
                Action::none()
            }
            Message::Speak(message) => {
                let Face::Speaking(speak, begun) = &mut self.face else { return Action::none() };
                let (news, action) = speak.update(ctx, message);
                if let News::Began(clip) = news {
                    *begun = Some(clip);
                }
                action.map(Message::Speak)
            }
            Message::KeepVoice => Action::steps(self.keep_voice()),
            Message::Voice(message) => self.voice.update(ctx, message).map(Message::Voice),
            Message::NoVoice => {
                self.voice.stop();
                self.change(|note| note.clip = None)
            }
            Message::ChoosePhoto => {
                self.voice.stop();
                let (taking, looking) = Taking::begin_in(Whose::Mine, self.folder.clone());
                self.face = Face::Photo(taking);
                Action::run(looking.map(Message::Photo))
            }
            Message::Photo(message) => self.photo(ctx, message),
            Message::NoPhoto => self.change(|note| note.photo = None),
            Message::PutBack => {
                self.voice.stop();
                let Some(before) = self.before.take() else { return Action::none() };
                self.note = before;
                Action::step(Step::Keep(Record::StepNote(self.note.clone())))
            }
            Message::Next => self.turn(ctx, Along::forward),
            Message::Done => {
                // Back would go to the step before.
                self.first = self.along.behind();
                Action::step(Step::Back)
            }
        }
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let page = match &self.face {
            Face::List => self.list_page(ctx),
            Face::Photo(taking) => taking.page(ctx, Message::Photo),
            Face::Speaking(speak, _) => {
                let asked = Asked {
                    name: "note-step",
                    heading: self.heading(ctx),
                    heard_by: ctx.phrase("note-step-who"),
                    // A step is about a place.
                    letters: false,
                };
                speak.can_keep(ctx, speak.page(ctx, asked, Message::Speak), Message::KeepVoice)
            }
        };
        let steps = if matches!(self.face, Face::List) { self.along.place() } else { None };
        Page { steps, ..page }
    }

    fn back(&mut self, ctx: Ctx<'_>) -> Option<Action<Message>> {
        match &mut self.face {
            Face::List if self.along.behind() > self.first => return Some(self.turn(ctx, Along::back)),
            Face::List => return None,
            Face::Speaking(..) => return Some(Action::steps(self.keep_half())),
            Face::Photo(taking) => {
                if let Some(above) = taking.back() {
                    return Some(above.map(Message::Photo));
                }
            }
        }
        self.face = Face::List;
        Some(Action::none())
    }

    fn leave(&mut self, _ctx: Ctx<'_>) -> Vec<Step> {
        self.voice.stop();
        self.keep_half()
    }

    fn subscription(&self) -> Subscription<Message> {
        match &self.face {
            Face::Speaking(speak, _) => speak.subscription().map(Message::Speak),
            Face::List | Face::Photo(_) => self.voice.subscription().map(Message::Voice),
        }
    }

    fn hushed(&self) -> bool {
        matches!(&self.face, Face::Speaking(speak, _) if speak.is_recording())
    }
}

/// What is kept of the step that is open.
fn note_of(ctx: Ctx<'_>, along: &Along) -> StepNote {
    ctx.store.step_note(&ctx.me.id, &along.here().step)
}

impl Noting {
    /// Opens another step.
    fn turn(&mut self, ctx: Ctx<'_>, how: fn(&mut Along)) -> Action<Message> {
        self.voice.stop();
        how(&mut self.along);
        (self.note, self.before) = (note_of(ctx, &self.along), None);
        Action::none()
    }

    fn change(&mut self, how: impl FnOnce(&mut StepNote)) -> Action<Message> {
        let before = self.note.clone();
        how(&mut self.note);
        // What has only come can be taken away: nothing is to be put back.
        let lost = |old: bool, same: bool| old && !same;
        let any = lost(before.clip.is_some(), before.clip == self.note.clip)
            || lost(before.photo.is_some(), before.photo == self.note.photo);
        self.before = any.then_some(before);
        Action::step(Step::Keep(Record::StepNote(self.note.clone())))
    }

    /// Who goes away while they speak keeps what was said, but not in the place of a voice that they kept before.
    fn keep_half(&mut self) -> Vec<Step> {
        if let (Face::Speaking(..), Some(_)) = (&self.face, &self.note.clip) {
            self.face = Face::List;
        }
        self.keep_voice()
    }

    /// Keeps what has been recorded. Closing the page closes the microphone.
    fn keep_voice(&mut self) -> Vec<Step> {
        let Face::Speaking(_, begun) = &mut self.face else { return Vec::new() };
        let begun = begun.take();
        self.face = Face::List;
        begun.map_or_else(Vec::new, |clip| self.change(|note| note.clip = Some(clip)).steps)
    }

    fn photo(&mut self, ctx: Ctx<'_>, message: photo::Message) -> Action<Message> {
        let Face::Photo(taking) = &mut self.face else { return Action::none() };
        let (taken, action) = taking.update(ctx, message);
        if let Some(photo) = taken {
            self.folder = taking.folder().to_owned();
            self.face = Face::List;
            return self.change(|note| note.photo = Some(photo));
        }
        action.map(Message::Photo)
    }

    /// "Wait for bus 42. What will you see?"
    fn heading(&self, ctx: Ctx<'_>) -> Phrase {
        let step = &self.along.here().heading;
        let with = |step: &str| ctx.words.phrase_with("note-step-of", [("step", Arg::from(step.to_owned()))]);
        Phrase { spoken: with(&step.spoken).spoken, ..with(&step.shown) }
    }

    /// What there is, and what can be done.
    fn list_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let has_voice = self.note.clip.is_some();
        let may = !ctx.devices.secure_ward;
        let act = |id: &str, does| Tile::opens(id, ctx.phrase(id), does).mark(Mark::Act);
        let mut tiles = Vec::new();
        if let Some(play) = voice::button(&self.voice, ctx, &self.note, Message::Voice) {
            let mut tile = Tile::opens("note-hear", play.phrase, Message::Record).mark(Mark::Act);
            tile.does = play.does;
            tiles.push(tile.lead(Lead::Voice(if self.voice.is_playing() { "pause" } else { "play" })));
        }
        if may {
            let key = if has_voice { "note-record-again" } else { "note-record" };
            tiles.push(Tile::opens(key, ctx.phrase(key), Message::Record));
            let key = if self.note.photo.is_some() { "note-photo-again" } else { "note-photo" };
            let tile = Tile::opens(key, ctx.phrase(key), Message::ChoosePhoto);
            tiles.push(match &self.note.photo {
                Some(photo) => tile.lead(Lead::Photo(photo.clone())),
                None => tile,
            });
        }
        if has_voice {
            tiles.push(act("note-no-voice", Message::NoVoice));
        }
        if let Some(photo) = &self.note.photo {
            let tile = act("note-no-photo", Message::NoPhoto);
            tiles.push(if may { tile } else { tile.lead(Lead::Photo(photo.clone())) });
        }
        if self.before.is_some() {
            tiles.push(act("note-put-back", Message::PutBack));
        }
        let off = ctx.phrase_for("note-ward", ctx.helper_name());
        // The next step is another page: its heading is said.
        let name = format!("note-step-{}", self.along.behind());
        let page = if tiles.is_empty() {
            let line = off.clone();
            let body = Body::rows(move |look, width| vec![rows::line(look, "note-ward", &line, width)]);
            Page::new(name, self.heading(ctx), body)
        } else {
            let page = Page::new(name, self.heading(ctx), Body::tiles(tiles));
            if may { page.helper(ctx.phrase("note-step-help")) } else { page.helper(off) }
        };
        if self.along.is_last() {
            let okay = Button::new("ok", ctx.phrase("ok"), Message::Done).icon("check");
            return page.primary(okay.strength(Strength::Primary));
        }
        let done = Button::new("note-done", ctx.phrase("own-done"), Message::Done).icon("check");
        let next = Button::new("step-next", ctx.phrase("step-next"), Message::Next).arrow();
        page.action(done).primary(next.strength(Strength::Primary))
    }
}
