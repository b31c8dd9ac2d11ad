//! Tell my story: one question a screen, by pictures, voice or typing. Every answer is kept at once.
mod ask;
mod ring;
mod typing;
mod voice;

use iced::{Subscription, Task};

use crate::domain::debrief::{DebriefId, Given, Stage, Telling, Way};
use crate::domain::person::Role;
use crate::domain::questions::{Ask, Pick};
use crate::domain::record::Record;
use crate::domain::story::{ConcernStep, ConcernWhat};
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::guard::{self, Asks, Guarded};
use crate::screens::help::Part;
use crate::screens::pause::Pause;
use crate::store::seal;
use crate::ui::{Button, Page, Sign};
use crate::words::Phrase;

use crate::screens::debrief::speak::{self, Speak};

/// Telling how a visit went.
#[derive(Debug)]
pub struct Tell {
    telling: Telling,
    face: Face,
    /// One answer is changed, and then the check goes on.
    changing: bool,
    pause: Pause,
}

/// How the open question is answered now.
#[derive(Debug)]
enum Face {
    /// With tiles.
    Tiles,
    /// First it is said who will hear a voice.
    WhoHears,
    /// With the voice.
    Voice(Speak),
    /// By typing. `allowed`: the person has said that what is typed is fine.
    Typing(Guarded),
}

/// How the telling is opened.
#[derive(Debug, Clone)]
pub enum Opens {
    /// The one that was begun, or a new one.
    GoOn,
    /// To change one answer, from the check.
    Change(DebriefId, Ask),
}

/// What can happen while telling.
#[derive(Debug, Clone)]
pub enum Message {
    /// Picks a tile.
    Pick(&'static str),
    /// Picks a day.
    PickDay(jiff::civil::Date),
    /// Goes on.
    Next,
    /// Is not sure.
    NotSure,
    /// Passes the question over.
    Skip,
    /// Stops, and goes on another time.
    Stop,
    /// Answers with the voice.
    UseVoice,
    /// Knows who will hear it.
    KnowsWhoHears,
    /// Answers with pictures.
    UsePictures,
    /// Answers by typing.
    UseTyping,
    /// Types, or answers what the privacy guard asks.
    Type(guard::Message),
    /// Time to keep what is typed.
    Pause,
    /// Has typed enough.
    Typed,
    /// Something about the recording.
    Speak(speak::Message),
    /// Keeps the recording.
    KeepVoice,
    /// Has told a person.
    Told,
    /// Needs help to ring.
    HelpRing,
}

impl Screen for Tell {
    type Opens = Opens;
    type Message = Message;
    const HEADING: &'static str = "tell";
    const CARD: Option<fn() -> Place> = Some(|| Place::Tell(Opens::GoOn));
    const FOR: &'static [Role] = &[Role::Worker];

    fn card_news(ctx: Ctx<'_>) -> Option<Phrase> {
        let begun = ctx.store.unfinished_telling(&ctx.me.id)?;
        (!begun.answers.is_empty()).then(|| ctx.phrase("tell-go-on"))
    }

    fn open(ctx: Ctx<'_>, opens: Opens) -> (Self, Task<Message>) {
        let changing = matches!(opens, Opens::Change(..));
        let telling = match opens {
            Opens::GoOn => ctx.store.unfinished_telling(&ctx.me.id),
            Opens::Change(debrief, ask) => ctx.store.telling(&debrief).map(|telling| Telling { at: ask, ..telling }),
        };
        let telling =
            telling.unwrap_or_else(|| Telling::begin(DebriefId(seal::random_name()), ctx.me.id.clone(), ctx.now()));
        let mut tell = Self { telling, face: Face::Tiles, changing, pause: Pause::default() };
        let asks = tell.telling.stage == Stage::Asking || changing;
        if asks {
            tell.face = tell.face_of(ctx);
        }
        (tell, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Pick(tile) => self.pick(ctx, tile),
            Message::PickDay(day) => self.pick_day(ctx, day),
            Message::Next => self.next(ctx),
            Message::NotSure => self.give(ctx, Given::NotSure),
            Message::Skip => self.give(ctx, Given::Skip),
            Message::Stop => self.keep(ctx).then(Step::Home),
            Message::UseVoice if self.telling.knows_who_hears => self.open_voice(ctx),
            Message::UseVoice => self.turn(Face::WhoHears),
            Message::KnowsWhoHears => {
                self.telling.knows_who_hears = true;
                let kept = self.keep(ctx);
                let opened = self.open_voice(ctx);
                Action { steps: kept.steps, task: opened.task }
            }
            Message::UsePictures => self.turn(Face::Tiles),
            Message::UseTyping => self.turn(self.typing()).then(Step::Focus("typed".to_owned())),
            Message::Type(message) => self.type_in(message),
            Message::Pause => {
                self.pause.end();
                self.take_typed(ctx)
            }
            Message::Typed => self.typed(ctx),
            Message::Speak(message) => self.speak(ctx, message),
            Message::KeepVoice => self.keep_voice(ctx),
            Message::Told => self.told(ctx),
            Message::HelpRing => Action::step(Step::HelpAt(Part::Card)),
        }
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let ask = self.telling.at;
        let mut page = match &self.face {
            Face::WhoHears => self.who_hears_page(ctx),
            Face::Voice(speak) => self.voice_page(ctx, speak),
            Face::Typing(typed) => self.typing_page(ctx, typed),
            Face::Tiles => match ask {
                Ask::W0 => self.thanks_page(ctx),
                Ask::W1Ring999 | Ask::W1RingLead | Ask::W6 => self.ring_page(ctx),
                Ask::W7 => self.saved_page(ctx),
                Ask::B2Day => self.day_page(ctx),
                _ => self.tiles_page(ctx),
            },
        };
        page.steps = Some(Telling::step(ask));
        page.stream = self.stream_sign(ctx);
        if !self.is_recording() {
            let stop = Button::new("stop-and-save", ctx.phrase("stop-and-save"), Message::Stop);
            page = page.corner(stop.icon("floppy"));
        }
        page
    }

    fn back(&mut self, ctx: Ctx<'_>) -> Option<Action<Message>> {
        let is_letters = self.telling.at == Ask::B1Letters;
        match &self.face {
            Face::WhoHears | Face::Voice(_) => return Some(self.leave_voice(ctx)),
            Face::Typing(_) if !is_letters => return Some(self.take_typed(ctx).and(self.turn(Face::Tiles))),
            Face::Typing(_) | Face::Tiles => {}
        }
        if self.changing {
            return None;
        }
        let kept = is_letters.then(|| self.take_typed(ctx));
        self.telling.at = self.telling.before(self.telling.at)?;
        self.face = self.face_of(ctx);
        let moved = self.keep(ctx);
        Some(kept.unwrap_or_else(Action::none).and(moved))
    }

    fn leave(&mut self, ctx: Ctx<'_>) -> Vec<Step> {
        let typed = matches!(self.face, Face::Typing(_));
        if matches!(self.face, Face::Voice(_)) {
            return self.leave_voice(ctx).steps;
        }
        if typed { self.take_typed(ctx).steps } else { Vec::new() }
    }

    fn subscription(&self) -> Subscription<Message> {
        match &self.face {
            Face::Voice(speak) => speak.subscription().map(Message::Speak),
            Face::Tiles | Face::WhoHears | Face::Typing(_) => Subscription::none(),
        }
    }

    fn hushed(&self) -> bool {
        self.is_recording()
    }
}

impl Tell {
    /// How a question opens: letters are typed, and by voice first if the worker wants that.
    fn face_of(&self, ctx: Ctx<'_>) -> Face {
        let question = self.telling.at.question();
        let answer = self.telling.answer(self.telling.at);
        if self.telling.at == Ask::B1Letters {
            return self.typing();
        }
        let by_voice =
            self.telling.way == Way::Voice && !ctx.devices.secure_ward && question.voice && question.pick != Pick::One;
        if by_voice && answer.is_none_or(|answer| answer.tiles.is_empty()) {
            return if self.telling.knows_who_hears { Face::Voice(self.speak_of(ctx)) } else { Face::WhoHears };
        }
        Face::Tiles
    }

    fn turn(&mut self, face: Face) -> Action<Message> {
        self.face = face;
        Action::none()
    }

    /// Keeps the telling, and the worry in it: a worry goes to the lead while it is told.
    fn keep(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        if self.telling.answers.is_empty() {
            return Action::none();
        }
        self.telling.worry_sent |= self.telling.is_worried();
        let kept = Action::step(Step::Keep(Record::Telling(self.telling.clone())));
        if self.telling.worry_sent {
            return kept.then(Step::Keep(Record::Concern(self.telling.concern(ctx.now()))));
        }
        kept
    }

    fn pick(&mut self, ctx: Ctx<'_>, tile: &'static str) -> Action<Message> {
        let ask = self.telling.at;
        self.telling.answer_mut(ask).pick(tile);
        if ask == Ask::S0 {
            self.telling.way = match tile {
                "voice" => Way::Voice,
                "pictures" => Way::Pictures,
                _ => Way::Both,
            };
        }
        self.keep(ctx)
    }

    fn pick_day(&mut self, ctx: Ctx<'_>, day: jiff::civil::Date) -> Action<Message> {
        let answer = self.telling.answer_mut(Ask::B2Day);
        answer.given = Given::Answer;
        answer.day = Some(day);
        self.keep(ctx)
    }

    fn give(&mut self, ctx: Ctx<'_>, given: Given) -> Action<Message> {
        let ask = self.telling.at;
        let answer = self.telling.answer_mut(ask);
        answer.given = given;
        answer.tiles.clear();
        answer.day = None;
        self.next(ctx)
    }

    /// Goes on: to the next question, to Help, or to the check.
    fn next(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let ask = self.telling.at;
        let picked = |tile| self.telling.picked(ask, tile);
        if ask == Ask::S0 && picked("not-now") {
            return Action::step(Step::Home);
        }
        let help = (ask == Ask::A1 && picked("help")) || (ask == Ask::E2 && picked("talk"));
        let action = if self.changing && !self.opens_more(ask) {
            self.keep(ctx).then(Step::Back)
        } else if let Some(next) = self.telling.after(ask) {
            self.telling.at = next;
            self.face = self.face_of(ctx);
            self.keep(ctx)
        } else {
            self.telling.stage = Stage::Checking;
            self.keep(ctx).then(Step::Instead(Place::Check(self.telling.id.clone())))
        };
        if help { action.then(Step::Help) } else { action }
    }

    /// Whether a changed answer opens questions that have no answer yet: they come before the check goes on.
    fn opens_more(&self, ask: Ask) -> bool {
        let next = self.telling.after(ask);
        next.is_some_and(|next| {
            let follows = matches!(next, Ask::B1Letters | Ask::B2Day) || next.is_worry();
            follows && (next.question().pick == Pick::Read || self.telling.answer(next).is_none())
        })
    }

    fn told(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let step = ConcernStep {
            debrief: self.telling.id.clone(),
            worker: ctx.me.id.clone(),
            by: ctx.me.id.clone(),
            at: ctx.now(),
            what: ConcernWhat::ToldPerson,
        };
        let told = Action::step(Step::Keep(Record::ConcernStep(step)));
        told.and(self.next(ctx))
    }

    /// Who will hear this, in words: it is how the three streams stay apart.
    fn stream_sign(&self, ctx: Ctx<'_>) -> Option<Sign> {
        use crate::domain::questions::Stream;
        Some(match self.telling.at.stream()? {
            Stream::Visit => Sign::new("users", ctx.phrase("stream-visit")),
            Stream::Me => Sign::new("lock", ctx.phrase("stream-me")),
            Stream::Safety => Sign::new("alert", ctx.phrase_for("stream-safety", ctx.lead_name())),
        })
    }

    fn typing(&self) -> Face {
        let answer = self.telling.answer(self.telling.at);
        let words = answer.and_then(|answer| answer.words.clone()).unwrap_or_default();
        let asks = if self.telling.at == Ask::B1Letters { Asks::Letters } else { Asks::Everything };
        Face::Typing(Guarded::of(&words, asks))
    }

    fn type_in(&mut self, message: guard::Message) -> Action<Message> {
        let Face::Typing(typed) = &mut self.face else { return Action::none() };
        if typed.take(message) { Action::run(self.pause.begin(Message::Pause)) } else { Action::none() }
    }

    /// Keeps what is typed, as far as the privacy guard lets it.
    fn take_typed(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let Face::Typing(typed) = &self.face else { return Action::none() };
        let words = typed.words();
        let answer = self.telling.answer_mut(self.telling.at);
        answer.given = Given::Answer;
        answer.words = (!words.trim().is_empty()).then_some(words);
        self.keep(ctx)
    }

    /// Done typing: back to the tiles, or on from the first letters.
    fn typed(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let kept = self.take_typed(ctx);
        if self.telling.at == Ask::B1Letters {
            return kept.and(self.next(ctx));
        }
        kept.and(self.turn(Face::Tiles))
    }
}
