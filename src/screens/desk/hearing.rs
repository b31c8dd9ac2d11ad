//! Hearing a story at the desk: cards in the order of the questions, and a player that keys can work.
use std::time::Duration;

use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;
use iced::widget::{Row as Line, Space, column, container, row};
use iced::{Center, Fill, Size, Subscription, Task};

use crate::domain::debrief::ClipId;
use crate::domain::person::PersonId;
use crate::domain::told::Visit;
use crate::playback::{BACK_STEP, Playback};
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Step};
use crate::screens::clips::how;
use crate::ui::keys::Struck;
use crate::ui::said::words_in;
use crate::ui::text::Style;
use crate::ui::{Button, Look, Strength, View, buttons};
use crate::words::{Arg, Phrase};

use super::card::{self, Card};

/// The speeds, at the same pitch.
const SPEEDS: [f32; 6] = [0.5, 0.75, 1.0, 1.25, 1.5, 2.0];
/// The one slow speed of the Slow key.
const SLOW: f32 = 0.75;
/// How far back and forward go, in milliseconds.
const JUMP: u64 = 3_000;

/// Hearing a story.
#[derive(Debug)]
pub struct Hearing {
    /// Its cards.
    pub cards: Vec<Card>,
    /// The card that the keys act on.
    pub at: usize,
    playback: Playback,
    speed: f32,
    voice: PersonId,
    problem: Option<Problem>,
}

/// What can happen while hearing.
#[derive(Debug, Clone)]
pub enum Message {
    /// Plays a card, or pauses it.
    Play(usize),
    /// Plays the open card, or pauses it.
    PlayOrPause,
    /// Its sound has been read.
    Loaded(ClipId, Result<Vec<u8>, Problem>),
    /// Goes back 3 seconds.
    Back,
    /// Goes forward 3 seconds.
    Forward,
    /// The same bit again.
    Again,
    /// To another card.
    Step(i8),
    /// Slow, or not.
    Slow,
    /// This much slower or faster: one step of the speeds.
    Speed(i8),
    /// At the speed in which it was spoken.
    Normal,
    /// Time to look how far it is.
    Look,
}

/// The width from which the player shows its keys in words.
pub const WHOLE_BAR: f32 = 1100.0;

impl Hearing {
    /// Opens the cards of a visit, at the first one with a recording.
    #[must_use]
    pub fn of(ctx: Ctx<'_>, visit: &Visit) -> Self {
        let cards = card::of(ctx, visit);
        let voice = visit.worker.clone();
        let at = cards.iter().position(|card| card.answer.clip.is_some()).unwrap_or_default();
        Self { cards, at, playback: Playback::Closed, speed: 1.0, voice, problem: None }
    }

    /// Stops.
    pub fn stop(&mut self) {
        if let Playback::Open(open) = &mut self.playback {
            open.pause(0);
        }
    }

    /// Whether this card plays.
    #[must_use]
    pub fn plays(&self, clip: &ClipId) -> bool {
        self.playback.is_playing() && self.playback.clip() == Some(clip)
    }

    /// What it listens to while it plays.
    pub fn subscription(&self) -> Subscription<Message> {
        if self.playback.is_playing() {
            iced::time::every(Duration::from_millis(200)).map(|_| Message::Look)
        } else {
            Subscription::none()
        }
    }

    /// The keys of the desk.
    #[must_use]
    pub fn key(&self, struck: &Struck) -> Option<Message> {
        let none = Modifiers::empty();
        Some(match () {
            () if struck.is(Named::Space, Modifiers::CTRL) => Message::PlayOrPause,
            () if struck.is(Named::F9, none) || struck.is(Named::MediaPlayPause, none) => Message::PlayOrPause,
            () if struck.is(Named::F7, none) => Message::Back,
            () if struck.is(Named::F8, none) => Message::Forward,
            () if struck.is(Named::F7, Modifiers::SHIFT) => Message::Again,
            () if struck.is(Named::F4, none) => Message::Slow,
            () if struck.is(Named::ArrowUp, Modifiers::CTRL) => Message::Step(-1),
            () if struck.is(Named::ArrowDown, Modifiers::CTRL) => Message::Step(1),
            () if struck.is_control(",") => Message::Speed(-1),
            () if struck.is_control(".") => Message::Speed(1),
            () if struck.is_control("0") => Message::Normal,
            () => return None,
        })
    }

    /// Takes what happened.
    pub fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Play(card) => {
                let same = self.at == card;
                self.at = card;
                self.play(ctx, same)
            }
            Message::PlayOrPause => self.play(ctx, true),
            Message::Loaded(clip, sound) => {
                self.playback.loaded(clip, sound);
                if let Playback::Failed(_, problem) = self.playback {
                    self.problem = Some(problem);
                }
                let paced = self.set_speed(ctx, self.speed);
                paced.and(self.start(ctx))
            }
            Message::Back => self.jump(ctx, |at| at.saturating_sub(JUMP)),
            Message::Forward => self.jump(ctx, |at| at + JUMP),
            Message::Again => self.again(ctx),
            Message::Step(by) => self.step(ctx, by),
            Message::Slow => {
                let speed = if (self.speed - SLOW).abs() < 0.01 { 1.0 } else { SLOW };
                self.set_speed(ctx, speed)
            }
            Message::Speed(by) => {
                let now = SPEEDS.iter().position(|speed| (speed - self.speed).abs() < 0.01).unwrap_or(2);
                let next = now.saturating_add_signed(isize::from(by)).min(SPEEDS.len() - 1);
                self.set_speed(ctx, SPEEDS[next])
            }
            Message::Normal => self.set_speed(ctx, 1.0),
            Message::Look => {
                if let Playback::Open(open) = &mut self.playback {
                    open.look();
                }
                Action::none()
            }
        }
    }

    /// Plays the open card, or pauses: going on starts 2 seconds before, so that nothing is missed.
    fn play(&mut self, ctx: Ctx<'_>, same: bool) -> Action<Message> {
        let clip = self.cards.get(self.at).and_then(|card| card.answer.clip.clone());
        let Some(clip) = clip else { return Action::none() };
        match &mut self.playback {
            Playback::Open(open) if same && open.clip == clip => {
                if open.is_playing() {
                    open.pause(BACK_STEP);
                    return Action::none();
                }
                self.start(ctx)
            }
            playback => {
                *playback = Playback::Loading(clip.clone());
                let sound = ctx.store.sound(&clip);
                Action::run(Task::perform(sound, move |sound| Message::Loaded(clip.clone(), sound)))
            }
        }
    }

    fn start(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        if let Playback::Open(open) = &mut self.playback {
            // At its end, Play repeats the last seconds: they are what is being written down.
            self.problem = open.play(&how(ctx.hall), BACK_STEP).err();
        }
        Action::step(Step::Hush)
    }

    fn jump(&mut self, ctx: Ctx<'_>, to: impl Fn(u64) -> u64) -> Action<Message> {
        if let Playback::Open(open) = &mut self.playback {
            let to = to(open.position());
            self.problem = open.go_to(&how(ctx.hall), to).err();
        }
        Action::none()
    }

    fn again(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        if let Playback::Open(open) = &mut self.playback {
            let from = open.started();
            open.pause(0);
            let _ = open.go_to(&how(ctx.hall), from);
            self.problem = open.play(&how(ctx.hall), 0).err();
        }
        Action::none()
    }

    fn step(&mut self, ctx: Ctx<'_>, by: i8) -> Action<Message> {
        let last = self.cards.len().saturating_sub(1);
        let next = self.at.saturating_add_signed(isize::from(by)).min(last);
        if next == self.at {
            return Action::none();
        }
        let plays = self.playback.is_playing();
        self.stop();
        self.at = next;
        if plays { self.play(ctx, false) } else { Action::none() }
    }

    fn set_speed(&mut self, ctx: Ctx<'_>, speed: f32) -> Action<Message> {
        self.speed = speed;
        if let Playback::Open(open) = &mut self.playback {
            self.problem = open.set_speed(&how(ctx.hall), speed).err();
        }
        Action::none()
    }

    /// The player at the bottom: it never moves, and each control says its key.
    pub fn bar<'a>(&'a self, ctx: Ctx<'a>, (look, room): (&Look, Size)) -> View<'a, super::Message> {
        let small = room.width < WHOLE_BAR;
        let playing = self.playback.is_playing();
        let has_clip = self.cards.get(self.at).is_some_and(|card| card.answer.clip.is_some());
        let key = |id: &'static str, icon: &'static str, does: Message, keys: &'static str| {
            let on = has_clip || matches!(does, Message::Step(_));
            let button = Button::new(id, ctx.phrase(id), super::Message::Hear(does)).icon(icon).only_if(on);
            (button, keys)
        };
        let (play, play_icon) = if playing { ("desk-pause", "pause") } else { ("desk-play", "play") };
        let (mut play, play_keys) = key(play, play_icon, Message::PlayOrPause, "desk-key-play");
        play = play.strength(Strength::Voice);
        let slow_on = (self.speed - SLOW).abs() < 0.01;
        let mut slow = key("desk-slow", "slow", Message::Slow, "desk-key-slow");
        if slow_on {
            slow.0 = slow.0.strength(Strength::Current);
        }
        let left = vec![
            (play, play_keys),
            key("desk-back", "back-3", Message::Back, "desk-key-back"),
            key("desk-forward", "forward-3", Message::Forward, "desk-key-forward"),
            slow,
        ];
        let right = vec![
            key("desk-again", "again", Message::Again, "desk-key-again"),
            key("desk-next", "next-card", Message::Step(1), "desk-key-next"),
        ];
        // Where there is little room, the keys that matter most stay, without words; all of them work by keyboard.
        let narrow = room.width < 640.0;
        let left = if narrow { left.into_iter().take(3).collect() } else { left };
        let right = if narrow { Vec::new() } else { right };
        let group = |keys: Vec<(Button<super::Message>, &'static str)>| {
            let draw = |(button, keys)| control(ctx, look, (&button, keys), small);
            Line::with_children(keys.into_iter().map(draw)).spacing(10)
        };
        let line = row![group(left), container(self.progress(ctx, look)).width(Fill), group(right)]
            .spacing(20)
            .align_y(Center);
        let (plate, hair) = (look.colours().plate, look.colours().hair);
        container(line)
            .padding([0.0, 14.0])
            .width(room.width)
            .height(room.height)
            .center_y(room.height)
            .style(move |_| buttons::bordered(plate, hair, 2.0, 16.0))
            .into()
    }

    /// Whose voice, which question, and how far.
    fn progress<'a>(&'a self, ctx: Ctx<'a>, look: &Look) -> View<'a, super::Message> {
        let colours = look.colours();
        let asked = self.cards.get(self.at).map(|card| card.question(ctx).shown).unwrap_or_default();
        let args = [("voice", Arg::from(ctx.team.name_of(&self.voice).to_owned())), ("question", Arg::from(asked))];
        let (at, all) = self.playback.position().unwrap_or((0, 0));
        let far = [("now", Arg::from(minutes(at))), ("all", Arg::from(minutes(all)))];
        let speed = if (self.speed - 1.0).abs() < 0.01 {
            String::new()
        } else {
            ctx.words.phrase_with("desk-speed", [("speed", Arg::from(self.speed.to_string()))]).shown
        };
        let title = self
            .problem
            .map_or_else(|| ctx.words.phrase_with("desk-voice", args), |problem| ctx.phrase(problem.words()));
        let far = ctx.words.phrase_with("desk-far", far);
        let far = Phrase { shown: format!("{} {speed}", far.shown).trim().to_owned(), ..far };
        let part = if all == 0 { 0.0 } else { at as f32 / all as f32 };
        let (voice, plate) = (colours.voice, colours.plate);
        let filled = (part * 1000.0).round() as u16;
        let bar = row![
            container(Space::new().height(8))
                .width(iced::Length::FillPortion(filled.max(1)))
                .style(move |_| buttons::ground(if filled == 0 { plate } else { voice }, 3.0)),
            Space::new().width(iced::Length::FillPortion((1000 - filled.min(999)).max(1))),
        ];
        let bar =
            container(bar).width(Fill).height(12).padding(2).style(move |_| buttons::bordered(plate, voice, 2.0, 6.0));
        let words = row![
            container(words_in(look, "desk-voice", Style::StaffStrong, (&title, colours.voice)))
                .width(Fill)
                .height(29)
                .clip(true),
            words_in(look, "desk-far", Style::Staff, (&far, colours.soft)),
        ]
        .spacing(10);
        column![words, bar].spacing(4).into()
    }
}

/// A control of the player, and its key in words below it.
fn control<'a>(
    ctx: Ctx<'a>,
    look: &Look,
    (button, keys): (&Button<super::Message>, &'static str),
    small: bool,
) -> View<'a, super::Message> {
    if small {
        return buttons::round(look, button, 48.0);
    }
    let words = words_in(look, keys, Style::Staff, (&ctx.phrase(keys), look.colours().soft));
    column![buttons::staff(look, button), words].align_x(Center).into()
}

/// Minutes and seconds: "0:14".
fn minutes(ms: u64) -> String {
    format!("{}:{:02}", ms / 60_000, ms / 1000 % 60)
}
