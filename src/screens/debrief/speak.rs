//! Answering with the voice: start, stop, hear it, do it again, keep it. Part of every screen that takes a voice.
use std::time::Duration;

use iced::widget::{Column, column, container, row};
use iced::{Center, Fill, Subscription, Task};

use crate::devices::Take;
use crate::domain::debrief::ClipId;
use crate::playback::{How, Open, Playback};
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Hall, Step};
use crate::sound::level::Hearing;
use crate::store::seal;
use crate::store::sounds::{Heard, Recording};
use crate::ui::player::{self, Player, level_ring, recording_strip};
use crate::ui::{Body, Button, Class, Event, Look, Page, Row, Strength, Tone, View, rows};
use crate::words::{Arg, Phrase};

/// How an answer by voice is going.
#[derive(Debug)]
pub enum Speak {
    /// Nothing has been said yet.
    Ready {
        /// What went wrong before.
        problem: Option<Problem>,
    },
    /// The microphone is open.
    Listening {
        /// Keeps it open.
        take: Take,
        /// The recording.
        clip: ClipId,
        /// Says how it is going.
        recording: Recording,
        /// What was last seen of it.
        heard: Heard,
    },
    /// The microphone is closed; the last of the sound is on its way to the disk.
    Keeping {
        /// The recording.
        clip: ClipId,
        /// Says when it is there.
        recording: Recording,
    },
    /// It is there, and can be heard.
    Kept {
        /// The recording.
        clip: ClipId,
        /// Plays it.
        playback: Playback,
        /// How long it is, in milliseconds.
        length_ms: u64,
        /// Why it ended, if nobody asked for it.
        problem: Option<Problem>,
    },
}

/// What can happen while answering with the voice.
#[derive(Debug, Clone)]
pub enum Message {
    /// Starts to record, in the place of what was said before.
    Start,
    /// Stops.
    Stop,
    /// Hears it, or stops hearing it.
    Play,
    /// Its sound has been read.
    Loaded(ClipId, Result<Vec<u8>, Problem>),
    /// Time to look how it is going.
    Look,
}

/// What the screen around it must know.
pub enum News {
    /// Nothing.
    None,
    /// A recording has begun: the answer names it from this moment, so that whatever happens to the computer,
    /// it is found again.
    Began(ClipId),
}

/// What the pages say.
pub struct Asked {
    /// The name of the page.
    pub name: &'static str,
    /// The question.
    pub heading: Phrase,
    /// Who will hear this.
    pub heard_by: Phrase,
}

impl Speak {
    /// Opens it: with what was said before, if there is any.
    #[must_use]
    pub fn open(ctx: Ctx<'_>, clip: Option<&ClipId>) -> Self {
        let known = clip.and_then(|clip| ctx.store.clip(clip));
        known.map_or(Self::Ready { problem: None }, |known| Self::Kept {
            clip: known.id,
            playback: Playback::Closed,
            length_ms: known.length_ms,
            problem: None,
        })
    }

    /// Whether the microphone is open, or the sound is still on its way.
    #[must_use]
    pub fn is_recording(&self) -> bool {
        matches!(self, Self::Listening { .. } | Self::Keeping { .. })
    }

    /// What it listens to: how the recording, or the playing, is going.
    pub fn subscription(&self) -> Subscription<Message> {
        // Five times a second: calm to look at, and soon enough to be believed.
        let beat = || iced::time::every(Duration::from_millis(200)).map(|_| Message::Look);
        match self {
            Self::Listening { .. } | Self::Keeping { .. } => beat(),
            Self::Kept { playback, .. } if playback.is_playing() => beat(),
            Self::Ready { .. } | Self::Kept { .. } => Subscription::none(),
        }
    }

    /// Takes what happened.
    pub fn update(&mut self, ctx: Ctx<'_>, message: Message) -> (News, Action<Message>) {
        match message {
            Message::Start => return self.start(ctx),
            Message::Stop => self.stop(),
            Message::Play => return (News::None, self.play(ctx)),
            Message::Loaded(clip, sound) => return (News::None, self.loaded(ctx, clip, sound)),
            Message::Look => self.look(),
        }
        (News::None, Action::none())
    }

    fn start(&mut self, ctx: Ctx<'_>) -> (News, Action<Message>) {
        let clip = ClipId(seal::random_name());
        let opened = ctx
            .store
            .record(clip.clone())
            .and_then(|(keep, recording)| Ok((ctx.devices.microphone.listen(keep)?, recording)));
        match opened {
            Ok((take, recording)) => {
                *self = Self::Listening { take, clip: clip.clone(), recording, heard: Heard::default() };
                (News::Began(clip), Action::step(Step::Hush))
            }
            Err(problem) => {
                *self = Self::Ready { problem: Some(problem) };
                (News::None, Action::step(Step::Say(words_of(ctx, problem))))
            }
        }
    }

    fn stop(&mut self) {
        *self = match std::mem::replace(self, Self::Ready { problem: None }) {
            Self::Listening { take, clip, recording, .. } => {
                // This closes the microphone.
                drop(take);
                Self::Keeping { clip, recording }
            }
            other => other,
        };
    }

    fn look(&mut self) {
        match self {
            Self::Listening { recording, heard, clip, .. } => {
                *heard = recording.look();
                if heard.ended.is_some() {
                    *self = ended(clip.clone(), *heard);
                }
            }
            Self::Keeping { recording, clip } => {
                let heard = recording.look();
                if heard.ended.is_some() {
                    *self = ended(clip.clone(), heard);
                }
            }
            Self::Kept { playback: Playback::Open(open), .. } => open.look(),
            Self::Ready { .. } | Self::Kept { .. } => {}
        }
    }

    fn play(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let Self::Kept { playback, clip, .. } = self else { return Action::none() };
        hear(playback, ctx, clip.clone(), Message::Loaded)
    }

    fn loaded(&mut self, ctx: Ctx<'_>, clip: ClipId, sound: Result<Vec<u8>, Problem>) -> Action<Message> {
        let Self::Kept { playback, .. } = self else { return Action::none() };
        heard(playback, ctx, (clip, sound))
    }

    /// Its page. `wrap` makes a message of the screen around it.
    pub fn page<'a, M: Clone + 'a>(
        &'a self,
        ctx: Ctx<'a>,
        asked: Asked,
        wrap: impl Fn(Message) -> M + Copy + 'a,
    ) -> Page<'a, M> {
        let name = format!("{}-voice-{}", asked.name, self.name());
        match self {
            Self::Ready { problem } => ready_page(ctx, (name, asked), *problem, wrap),
            Self::Listening { heard, .. } => listening_page(ctx, (name, asked), *heard, wrap),
            Self::Keeping { .. } => {
                let body = Body::rows(move |look, _| {
                    let words = ctx.phrase("speak-keeping");
                    vec![rows::sign_line(look, "speak-keeping", ("hourglass", Some(Tone::Wait)), &words)]
                });
                Page::new(name, asked.heading, body)
            }
            Self::Kept { playback, length_ms, problem, .. } => {
                kept_page(ctx, name, (playback, *length_ms, *problem), wrap)
            }
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Self::Ready { .. } => "ready",
            Self::Listening { .. } => "listening",
            Self::Keeping { .. } => "keeping",
            Self::Kept { .. } => "kept",
        }
    }
}

/// A recording has ended: what is there of it.
fn ended(clip: ClipId, heard: Heard) -> Speak {
    let problem = heard.ended.and_then(Result::err);
    if heard.kept_ms == 0 && problem.is_some() {
        return Speak::Ready { problem };
    }
    Speak::Kept { clip, playback: Playback::Closed, length_ms: heard.kept_ms, problem }
}

fn ready_page<'a, M: Clone + 'a>(
    ctx: Ctx<'a>,
    (name, asked): (String, Asked),
    problem: Option<Problem>,
    wrap: impl Fn(Message) -> M + 'a,
) -> Page<'a, M> {
    let heard_by = asked.heard_by;
    let body = Body::rows(move |look, _| {
        let mut lines = Vec::new();
        if let Some(problem) = problem {
            let words = words_of(ctx, problem);
            lines.push(rows::sign_line(look, "speak-problem", ("alert", Some(Tone::Danger)), &words));
        }
        lines.push(rows::sign_line(look, "speak-ready", ("microphone", None), &ctx.phrase("speak-ready")));
        lines.push(rows::sign_line(look, "speak-letters", ("note", None), &ctx.phrase("speak-letters")));
        lines.push(rows::sign_line(look, "speak-who", ("users", None), &heard_by));
        lines
    });
    let again = if problem.is_some() { "try-again" } else { "speak-start" };
    Page::new(name, asked.heading, body).primary(
        Button::new("speak-start", ctx.phrase(again), wrap(Message::Start)).icon("microphone").strength(Strength::Voice),
    )
}

fn listening_page<'a, M: Clone + 'a>(
    ctx: Ctx<'a>,
    (name, asked): (String, Asked),
    heard: Heard,
    wrap: impl Fn(Message) -> M + 'a,
) -> Page<'a, M> {
    let heard_by = asked.heard_by;
    let body = Body::free(move |look, room| listening_view(ctx, (&heard, &heard_by), (look, room)));
    Page::new(name, asked.heading, body)
        .action(Button::new("speak-again", ctx.phrase("speak-again"), wrap(Message::Start)).icon("refresh"))
        .primary(
            Button::new("speak-stop", ctx.phrase("speak-stop"), wrap(Message::Stop))
                .icon("stop")
                .strength(Strength::Primary),
        )
}

/// The red strip, the ring, and in words how well the microphone hears.
fn listening_view<'a, M: Clone + 'a>(
    ctx: Ctx<'a>,
    (heard, heard_by): (&Heard, &Phrase),
    (look, room): (&Look, iced::Size),
) -> View<'a, M> {
    let length = ctx.words.seconds((heard.kept_ms / 1000) as u32).shown;
    let so_far = ctx.words.phrase_with("speak-so-far", [("length", Arg::from(length))]);
    let small = look.one_column();
    let strip_height = if small { 46.0 } else { 68.0 };
    let strip = recording_strip(look, (&ctx.phrase("speak-recording"), &so_far), strip_height);
    let (key, icon, tone) = hearing(heard.hearing);
    let mut lines = vec![rows::sign_line(look, "hearing", (icon, Some(tone)), &ctx.phrase_for(key, &helper(ctx))).view];
    if !small {
        lines.push(rows::sign_line(look, "speak-time", ("clock", None), &ctx.phrase("speak-time")).view);
        lines.push(rows::sign_line(look, "speak-letters", ("note", None), &ctx.phrase("speak-letters")).view);
        lines.push(rows::sign_line(look, "speak-who", ("users", None), heard_by).view);
    }
    let words = container(Column::with_children(lines).spacing(24)).center_y(Fill).width(Fill);
    let side = (room.height - strip_height - 24.0).min(if small { 150.0 } else { 300.0 });
    let ring = ctx.preferences.moving_ring.then(|| level_ring(look, heard.ring, side));
    let space = if look.class == Class::Wide { 80.0 } else { 24.0 };
    let below = match ring {
        Some(ring) => row![container(ring).center_y(Fill), words].spacing(space),
        None => row![words],
    };
    column![strip, below.align_y(Center).padding([0.0, space / 2.0])].spacing(16).into()
}

fn kept_page<'a, M: Clone + 'a>(
    ctx: Ctx<'a>,
    name: String,
    (playback, length_ms, problem): (&'a Playback, u64, Option<Problem>),
    wrap: impl Fn(Message) -> M + Copy + 'a,
) -> Page<'a, M> {
    let body = Body::rows(move |look, width| {
        let mut lines = Vec::new();
        if let Some(problem) = problem {
            let words = words_of(ctx, problem);
            lines.push(rows::sign_line(look, "speak-problem", ("alert", Some(Tone::Wait)), &words));
            lines.push(rows::sign_line(look, "speak-stopped", ("laptop", None), &ctx.phrase("speak-stopped")));
        }
        let shown = clip_player(ctx.hall, ("clip", &ctx.me.name), (playback, length_ms), wrap(Message::Play));
        let view = player::player(look, shown, width.min(620.0));
        lines.push(Row { height: player::HEIGHT, view });
        lines
    });
    Page::new(name, ctx.phrase("speak-kept"), body)
        .helper(ctx.phrase("speak-kept-help"))
        .action(Button::new("speak-again", ctx.phrase("speak-again"), wrap(Message::Start)).icon("refresh"))
}

/// How well the microphone hears: the key of the words, the sign and its tone.
fn hearing(hearing: Hearing) -> (&'static str, &'static str, Tone) {
    match hearing {
        Hearing::Listening => ("speak-listening", "ear", Tone::Wait),
        Hearing::Well => ("speak-well", "ear", Tone::Good),
        Hearing::Quiet => ("speak-quiet", "ear", Tone::Wait),
        Hearing::Nothing => ("speak-nothing", "alert", Tone::Wait),
        Hearing::Blocked => ("speak-blocked", "alert", Tone::Danger),
        Hearing::Loud => ("speak-loud", "alert", Tone::Wait),
    }
}

/// How recordings are played for this person.
#[must_use]
pub fn how(hall: &Hall) -> How {
    How { speaker: hall.devices.speaker.clone(), gain: hall.preferences.gain() }
}

/// Plays, or stops. A worker hears all of it again from the start once it has come to its end.
fn toggle(open: &mut Open, how: &How) {
    if open.is_playing() {
        open.pause(0);
    } else {
        // Without a loudspeaker the app has said so already.
        let _ = open.play(how, u64::MAX);
    }
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
            toggle(open, &how(ctx.hall));
            Action::step(Step::Hush)
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
            toggle(open, &how(ctx.hall));
            Action::none()
        }
        Playback::Failed(_, problem) => Action::step(Step::Say(words_of(ctx, *problem))),
        Playback::Closed | Playback::Loading(_) => Action::none(),
    }
}

/// Who helps with the computer: the senior, or else the lead.
fn helper(ctx: Ctx<'_>) -> String {
    let helper = ctx.hall.team.senior_of(ctx.me).or_else(|| ctx.hall.team.lead_of(ctx.me));
    helper.map(|helper| helper.name.clone()).unwrap_or_default()
}

/// The words for a problem, with the name of who can help.
#[must_use]
pub fn words_of(ctx: Ctx<'_>, problem: Problem) -> Phrase {
    ctx.phrase_for(problem.words(), &helper(ctx))
}

/// A recording as a worker hears it: whose voice, and how far.
#[must_use]
pub fn clip_player<M>(hall: &Hall, (id, voice): (&str, &str), (playback, length_ms): (&Playback, u64), does: M) -> Player<M> {
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
