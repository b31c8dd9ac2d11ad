//! Hearing a recording on any screen: play, stop, and what the player shows.
use std::time::Duration;

use iced::{Subscription, Task};

use crate::domain::debrief::ClipId;
use crate::playback::{How, Open, Playback};
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Hall, Step};
use crate::ui::Event;
use crate::ui::player::Player;
use crate::words::Arg;

/// How recordings are played for this person.
#[must_use]
pub fn how(hall: &Hall) -> How {
    How { speaker: hall.devices.speaker.clone(), gain: hall.preferences.gain() }
}

/// Plays, or stops. A worker hears all of it again from the start once it has come to its end.
fn toggle(open: &mut Open, how: &How) -> Result<(), Problem> {
    if open.is_playing() {
        open.pause(0);
        return Ok(());
    }
    open.play(how, u64::MAX)
}

/// What is wrong is said. Without a loudspeaker that cannot be heard, and then the app shows it, unless it has.
fn told<M>(ctx: Ctx<'_>, played: Result<(), Problem>, well: Action<M>) -> Action<M> {
    played.map_or_else(|problem| Action::step(Step::Say(ctx.problem(problem))), |()| well)
}

/// Hears a recording, or stops hearing it. What was open before is closed.
pub fn hear<M: Send + 'static>(
    playback: &mut Playback,
    ctx: Ctx<'_>,
    clip: ClipId,
    loaded: impl Fn(ClipId, Result<Vec<u8>, Problem>) -> M + Send + 'static,
) -> Action<M> {
    match playback {
        Playback::Open(open) if open.clip == clip => {
            let played = toggle(open, &how(ctx.hall));
            told(ctx, played, Action::step(Step::Hush))
        }
        playback => {
            *playback = Playback::Loading(clip.clone());
            let sound = ctx.store.sound(&clip);
            Action::run(Task::perform(sound, move |sound| loaded(clip.clone(), sound))).then(Step::Hush)
        }
    }
}

/// The sound of a recording has been read: plays it, or says what is wrong.
pub fn heard<M>(playback: &mut Playback, ctx: Ctx<'_>, (clip, sound): (ClipId, Result<Vec<u8>, Problem>)) -> Action<M> {
    playback.loaded(clip, sound);
    match playback {
        Playback::Open(open) => {
            let played = toggle(open, &how(ctx.hall));
            told(ctx, played, Action::none())
        }
        Playback::Failed(_, problem) => Action::step(Step::Say(ctx.problem(*problem))),
        Playback::Closed | Playback::Loading(_) => Action::none(),
    }
}

/// The recordings of a screen, of which one at a time is heard.
#[derive(Debug)]
pub struct Voice(Playback);

/// What can happen to them.
#[derive(Debug, Clone)]
pub enum Message {
    /// Hears one, or stops hearing it.
    Hear(ClipId),
    /// Its sound has been read.
    Loaded(ClipId, Result<Vec<u8>, Problem>),
    /// Time to look how far it is.
    Look,
}

impl Default for Voice {
    fn default() -> Self {
        Self(Playback::Closed)
    }
}

impl Voice {
    /// Takes what happened.
    pub fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Hear(clip) => return hear(&mut self.0, ctx, clip, Message::Loaded),
            Message::Loaded(clip, sound) => return heard(&mut self.0, ctx, (clip, sound)),
            Message::Look => {
                if let Playback::Open(open) = &mut self.0 {
                    open.look();
                }
            }
        }
        Action::none()
    }

    /// Nothing is heard any more.
    pub fn stop(&mut self) {
        self.0 = Playback::Closed;
    }

    /// Whether one is heard.
    #[must_use]
    pub fn is_playing(&self) -> bool {
        self.0.is_playing()
    }

    /// How far this recording is.
    #[must_use]
    pub fn of(&self, clip: &ClipId) -> &Playback {
        if self.0.clip() == Some(clip) { &self.0 } else { &Playback::Closed }
    }

    /// What it listens to while one is heard.
    pub fn subscription(&self) -> Subscription<Message> {
        if self.is_playing() {
            return iced::time::every(Duration::from_millis(200)).map(|_| Message::Look);
        }
        Subscription::none()
    }
}

/// A recording as a worker hears it: whose voice, and how far.
#[must_use]
pub fn clip_player<M>(
    hall: &Hall,
    (id, voice): (&str, &str),
    (playback, length_ms): (&Playback, u64),
    does: M,
) -> Player<M> {
    let (at, all) = playback.position().unwrap_or((0, length_ms));
    let playing = playback.is_playing();
    let words = if playing {
        let args = [("now", Arg::from(at / 1000)), ("all", Arg::from(all.div_ceil(1000)))];
        hall.words.phrase_with("player-far", args)
    } else {
        let length = hall.words.seconds(all.div_ceil(1000) as u32).shown;
        hall.words.phrase_with("speak-length", [("name", voice.to_owned().into()), ("length", length.into())])
    };
    Player {
        id: id.to_owned(),
        playing,
        part: if all == 0 { 0.0 } else { at as f32 / all as f32 },
        words,
        button: hall.phrase(if playing { "player-pause" } else { "player-play" }),
        does: Some(Event::Do(does)),
    }
}
