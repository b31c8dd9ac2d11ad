//! Hearing a recording: it is loaded, played, paused, taken back a little, slowed down at the same pitch.
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::devices::{Playing, Sound, Speaker};
use crate::domain::debrief::ClipId;
use crate::problem::Problem;
use crate::sound;
use crate::sound::opus::clip::{Clip, Samples};
use crate::sound::stretch::Stretched;

/// How far playing goes back when it is resumed, in milliseconds: what was just said is heard once more.
pub const BACK_STEP: u64 = 2_000;
/// Playing that stops further from the end than this, in milliseconds, was cut short: the loudspeaker is gone.
const NEAR_END: u64 = 500;

/// A recording that is being heard, or could be.
#[derive(Debug, Default)]
pub enum Playback {
    /// Nothing is open.
    #[default]
    Closed,
    /// It is being read.
    Loading(ClipId),
    /// It is open.
    Open(Box<Open>),
    /// It cannot be read.
    Failed(ClipId, Problem),
}

/// An open recording.
pub struct Open {
    /// Which.
    pub clip: ClipId,
    sound: Clip,
    /// Where it stands while it does not play, in milliseconds.
    at: u64,
    /// Where it was started from last.
    started: u64,
    playing: Option<Running>,
    /// How fast: 0.5 to 2, at the same pitch.
    speed: f32,
}

impl std::fmt::Debug for Open {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Open({:?} at {})", self.clip, self.at)
    }
}

struct Running {
    playing: Playing,
    /// Samples of the recording that have been used up: with the speed, not those that were played.
    used: Arc<AtomicU64>,
    from: u64,
}

/// Tells how much of the recording has been heard, at whatever speed.
struct Counted {
    stretched: Stretched<Samples>,
    used: Arc<AtomicU64>,
}

impl Iterator for Counted {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        let sample = self.stretched.next();
        self.used.store(self.stretched.heard(), Ordering::Relaxed);
        sample
    }
}

/// How to play.
#[derive(Clone)]
pub struct How {
    /// Through which loudspeaker.
    pub speaker: Arc<dyn Speaker>,
    /// How loud, 0 to 1.
    pub gain: f32,
}

impl Playback {
    /// The recording that is open or being opened.
    #[must_use]
    pub fn clip(&self) -> Option<&ClipId> {
        match self {
            Self::Closed => None,
            Self::Loading(clip) | Self::Failed(clip, _) => Some(clip),
            Self::Open(open) => Some(&open.clip),
        }
    }

    /// The sound of a recording has been read.
    pub fn loaded(&mut self, clip: ClipId, sound: Result<Vec<u8>, Problem>) {
        if !matches!(self, Self::Loading(waiting) if *waiting == clip) {
            return;
        }
        let read = sound.and_then(|bytes| Clip::read(bytes).map_err(|_| Problem::ClipUnreadable));
        *self = match read {
            Ok(sound) => Self::Open(Box::new(Open { clip, sound, at: 0, started: 0, playing: None, speed: 1.0 })),
            Err(problem) => Self::Failed(clip, problem),
        };
    }

    /// Whether it plays.
    #[must_use]
    pub fn is_playing(&self) -> bool {
        matches!(self, Self::Open(open) if open.playing.is_some())
    }

    /// Where it is, and how long it is, in milliseconds.
    #[must_use]
    pub fn position(&self) -> Option<(u64, u64)> {
        match self {
            Self::Open(open) => Some((open.position(), open.length())),
            Self::Closed | Self::Loading(_) | Self::Failed(..) => None,
        }
    }
}

impl Open {
    fn length(&self) -> u64 {
        self.sound.ms()
    }

    /// Where it is, in milliseconds.
    #[must_use]
    pub fn position(&self) -> u64 {
        let at = self.playing.as_ref().map_or(self.at, |running| {
            running.from + running.used.load(Ordering::Relaxed) * 1000 / u64::from(sound::RATE)
        });
        at.min(self.length())
    }

    /// Whether it plays.
    #[must_use]
    pub fn is_playing(&self) -> bool {
        self.playing.is_some()
    }

    /// How fast it plays.
    #[must_use]
    pub fn speed(&self) -> f32 {
        self.speed
    }

    /// Plays from here. At its end it begins again `from_end` milliseconds before it.
    ///
    /// # Errors
    /// [`Problem::NoSpeaker`].
    pub fn play(&mut self, how: &How, from_end: u64) -> Result<(), Problem> {
        if self.position() + 50 >= self.length() {
            self.at = self.length().saturating_sub(from_end);
        }
        self.started = self.at;
        let used = Arc::new(AtomicU64::new(0));
        let stretched = Stretched::new(self.sound.samples_from(self.at), self.speed);
        let samples = Box::new(Counted { stretched, used: used.clone() });
        let playing = how.speaker.play(Sound { rate: sound::RATE, gain: how.gain, samples })?;
        self.playing = Some(Running { playing, used, from: self.at });
        Ok(())
    }

    /// Stops here, and will go on a little before it.
    pub fn pause(&mut self, back: u64) {
        self.at = self.position().saturating_sub(back);
        self.playing = None;
    }

    /// Looks whether it has come to its end. Where it was cut short, it keeps its place.
    pub fn look(&mut self) {
        if self.playing.as_ref().is_some_and(|running| running.playing.ended()) {
            let at = self.position();
            self.at = if at + NEAR_END < self.length() { at } else { self.length() };
            self.playing = None;
        }
    }

    /// Goes to a place in it, and plays on if it was playing.
    ///
    /// # Errors
    /// [`Problem::NoSpeaker`].
    pub fn go_to(&mut self, how: &How, at: u64) -> Result<(), Problem> {
        let plays = self.playing.take().is_some();
        self.at = at.min(self.length());
        if plays { self.play(how, 0) } else { Ok(()) }
    }

    /// Where it was started from last.
    #[must_use]
    pub fn started(&self) -> u64 {
        self.started
    }

    /// Plays this fast from now on.
    ///
    /// # Errors
    /// [`Problem::NoSpeaker`].
    pub fn set_speed(&mut self, how: &How, speed: f32) -> Result<(), Problem> {
        self.speed = speed;
        let at = self.position();
        self.go_to(how, at)
    }
}
