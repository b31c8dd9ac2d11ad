//! Answering with the voice: start, stop, hear it, do it again, keep it. Part of every screen that takes a voice.
mod pages;

use std::time::Duration;

use iced::Subscription;

use crate::devices::Take;
use crate::domain::debrief::ClipId;
use crate::playback::Playback;
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Step};
use crate::screens::clips::{hear, heard};
use crate::store::seal;
use crate::store::sounds::{Heard, Recording};
use crate::ui::{Body, Button, Page, Strength, Tone, rows};
use crate::words::Phrase;

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
        /// Whether all of it is silence.
        silent: bool,
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
    /// Whether it may be about a person: then it says to use first letters.
    pub letters: bool,
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
            silent: false,
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
                (News::None, Action::step(Step::Say(ctx.problem(problem))))
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
            Self::Ready { problem } => pages::ready_page(ctx, (name, asked), *problem, wrap),
            Self::Listening { heard, .. } => pages::listening_page(ctx, (name, asked), *heard, wrap),
            Self::Keeping { .. } => {
                let body = Body::rows(move |look, width| {
                    let words = ctx.phrase("speak-keeping");
                    vec![rows::sign_line(look, "speak-keeping", ("hourglass", Some(Tone::Wait)), &words, width)]
                });
                Page::new(name, asked.heading, body)
            }
            Self::Kept { playback, length_ms, silent, problem, .. } => {
                pages::kept_page(ctx, name, (playback, *length_ms), (*silent, *problem), wrap)
            }
        }
    }

    /// Its page with what keeps the recording, once it is there. Of silence, to do it again comes first.
    pub fn can_keep<'a, M: Clone + 'a>(&self, ctx: Ctx<'a>, page: Page<'a, M>, keep: M) -> Page<'a, M> {
        let Self::Kept { silent, .. } = self else { return page };
        let keep = Button::new("speak-keep", ctx.phrase("speak-keep"), keep).icon("check");
        if *silent && pages::can_do_again(ctx) {
            return page.action(keep);
        }
        page.primary(keep.strength(Strength::Primary))
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
    let (length_ms, silent) = (heard.kept_ms, heard.silent);
    Speak::Kept { clip, playback: Playback::Closed, length_ms, silent, problem }
}
