//! Recordings: sealed piece by piece while they are spoken, so that a crash costs the last moment and no more.
mod journal;

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

pub use self::journal::in_journal;
use self::journal::{Journal, Writer};
use super::folder::Place;
use super::{Session, locked, seal};
use crate::devices::{Keep, Work};
use crate::domain::audit::Did;
use crate::domain::debrief::ClipId;
use crate::domain::person::PersonId;
use crate::domain::record::{Clip, Record};
use crate::domain::space::Space;
use crate::problem::Problem;
use crate::sound;
use crate::sound::level::{Hearing, Level};
use crate::sound::opus::Encoder;
use crate::sound::opus::clip;
use crate::sound::rate::Resampler;

/// How often what was heard is flushed to the disk.
const FLUSH: Duration = Duration::from_millis(500);

/// What is known of a recording while it is made.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Heard {
    /// Milliseconds that are safely kept.
    pub kept_ms: u64,
    /// How well the microphone hears.
    pub hearing: Hearing,
    /// How many of the 28 parts of the ring are lit, from the samples that are kept.
    pub ring: u8,
    /// Whether all of it is silence so far.
    pub silent: bool,
    /// How it ended, once it has.
    pub ended: Option<Result<(), Problem>>,
}

impl Default for Heard {
    fn default() -> Self {
        Self { kept_ms: 0, hearing: Hearing::Listening, ring: 0, silent: true, ended: None }
    }
}

/// A recording under way, to look at.
#[derive(Debug, Clone)]
pub struct Recording {
    heard: Arc<Mutex<Heard>>,
}

impl Recording {
    /// What is known of it now.
    #[must_use]
    pub fn look(&self) -> Heard {
        *locked(&self.heard)
    }
}

impl Session {
    /// Begins a recording of this person's voice: where the microphone puts what it hears, and a way to look.
    ///
    /// # Errors
    /// When there is no room to begin.
    pub fn record(&self, clip: ClipId) -> Result<(Box<dyn Keep>, Recording), Problem> {
        let voice = self.me.clone().ok_or(Problem::NotAllowed)?;
        let space = Space::Private(voice.clone());
        let key = self.key_of(&space).ok_or(Problem::NotAllowed)?;
        let folder = &self.store.inner.folder;
        let writer = Writer::begin(folder, &key.to_public(), (&clip, &voice))?;
        let heard = Arc::new(Mutex::new(Heard::default()));
        let keeping = Keeping {
            session: self.clone(),
            heard: heard.clone(),
            level: Level::new(),
            resampler: None,
            encoder: Some(Encoder::new().map_err(|_| Problem::CannotWrite)?),
            writer,
            flushed: Instant::now(),
            samples: 0,
        };
        Ok((Box::new(keeping), Recording { heard }))
    }

    pub(super) fn key_of(&self, space: &Space) -> Option<&age::x25519::Identity> {
        self.keys.iter().find(|(other, _)| other == space).map(|(_, key)| key)
    }

    /// The sound of a recording, as Ogg Opus.
    pub fn sound(&self, clip: &ClipId) -> Work<Result<Vec<u8>, Problem>> {
        let (session, clip) = (self.clone(), clip.clone());
        if let Some(voice) = self.clip(&clip).map(|known| known.voice).filter(|voice| Some(voice) != self.me.as_ref()) {
            self.note_down(Did::Heard, Some(format!("clip/{}", clip.0)), Some(voice));
        }
        let read = tokio::task::spawn_blocking(move || session.sound_now(&clip));
        Box::pin(async move { read.await.unwrap_or(Err(Problem::ClipUnreadable)) })
    }

    pub(super) fn sound_now(&self, clip: &ClipId) -> Result<Vec<u8>, Problem> {
        let known = self.clip(clip).ok_or(Problem::ClipUnreadable)?;
        let sealed = self.store.inner.folder.sound(&known.file).ok_or(Problem::ClipUnreadable)?;
        let keys = self.keys.iter().map(|(space, key)| (space, key));
        let (_, sound) = seal::open(keys, &sealed).ok_or(Problem::ClipUnreadable)?;
        Ok(sound)
    }

    /// Seals a recording for the readers of another space too, before it is sent to them.
    ///
    /// # Errors
    /// When it cannot be read, or there is no room.
    pub fn share_sound(&self, clip: &ClipId, space: &Space) -> Result<Record, Problem> {
        let known = self.clip(clip).ok_or(Problem::ClipUnreadable)?;
        let sound = self.sound_now(clip)?;
        self.write_sound(Clip { file: String::new(), ..known }, space, &sound)
    }

    /// Lets the readers of another space hear a recording.
    pub fn share(&self, clip: &ClipId, space: &Space) -> Work<Result<(), Problem>> {
        let (session, clip, space) = (self.clone(), clip.clone(), space.clone());
        Box::pin(async move {
            let sealing = session.clone();
            let sealed = tokio::task::spawn_blocking(move || sealing.share_sound(&clip, &space));
            let record = sealed.await.unwrap_or(Err(Problem::CannotWrite))?;
            session.save(vec![record]).await
        })
    }

    /// Writes sound for the readers of a space. The record of it must be saved next.
    fn write_sound(&self, clip: Clip, space: &Space, sound: &[u8]) -> Result<Record, Problem> {
        let inner = &self.store.inner;
        let (space, key) = locked(&inner.keys).of(space).ok_or(Problem::NotAllowed)?;
        let sealed = seal::seal(&key, sound).map_err(|_| Problem::CannotWrite)?;
        let file = inner.folder.write(Place::Sound, inner.clock.now().date(), &sealed)?;
        Ok(Record::Clip(space, Clip { file, ..clip }))
    }

    /// Turns what a journal holds into a recording, and removes the journal when that is on the disk.
    fn finish(&self, journal: &Journal) -> Result<(), Problem> {
        let length_ms = clip::Clip::read(journal.sound.clone()).map_err(|_| Problem::ClipUnreadable)?.ms();
        let clip = Clip { id: journal.clip.clone(), voice: journal.voice.clone(), file: String::new(), length_ms };
        let record = self.write_sound(clip, &Space::Private(journal.voice.clone()), &journal.sound)?;
        let Record::Clip(_, Clip { file, .. }) = &record else { return Err(Problem::CannotWrite) };
        // What was written is read back and opened before the only other copy goes.
        let sealed = self.store.inner.folder.sound(file).ok_or(Problem::CannotWrite)?;
        let keys = self.keys.iter().map(|(space, key)| (space, key));
        let opened = seal::open(keys, &sealed).is_some_and(|(_, sound)| sound == journal.sound);
        if !opened {
            return Err(Problem::CannotWrite);
        }
        futures::executor::block_on(self.save(vec![record]))?;
        self.store.inner.folder.disk.remove(&journal.file).map_err(|_| Problem::CannotWrite)
    }

    /// Finishes this person's recordings that were interrupted, and says which they were.
    #[must_use]
    pub fn finish_interrupted(&self) -> Vec<ClipId> {
        let left = self.journals().into_iter();
        left.filter(|journal| self.finish(journal).is_ok()).map(|journal| journal.clip).collect()
    }

    /// This person's recordings that were interrupted.
    fn journals(&self) -> Vec<Journal> {
        let Some(me) = &self.me else { return Vec::new() };
        let Some(key) = self.key_of(&Space::Private(me.clone())) else { return Vec::new() };
        Journal::left_in(&self.store.inner.folder, key)
    }

    /// Takes away what is left of recordings that are gone: they would be finished, and be there again.
    pub(super) fn remove_journals(&self, is_gone: impl Fn(&ClipId) -> bool) -> Result<(), Problem> {
        let folder = &self.store.inner.folder;
        let of = |error: std::io::Error| Problem::of_writing(&error);
        for journal in self.journals().into_iter().filter(|journal| is_gone(&journal.clip)) {
            folder.disk.remove(&journal.file).map_err(of)?;
            folder.disk.flush_folder(&folder.journals()).map_err(of)?;
        }
        Ok(())
    }
}

/// Where the microphone puts what it hears.
struct Keeping {
    session: Session,
    heard: Arc<Mutex<Heard>>,
    level: Level,
    resampler: Option<Resampler>,
    encoder: Option<Encoder>,
    writer: Writer,
    flushed: Instant,
    samples: u64,
}

impl Keep for Keeping {
    fn keep(&mut self, samples: &[f32], rate: u32) -> Result<(), Problem> {
        let resampler = match &mut self.resampler {
            Some(resampler) => resampler,
            none => none.insert(Resampler::new(rate, sound::RATE).ok_or(Problem::NoMicrophone)?),
        };
        let samples = resampler.push(samples);
        let Some(encoder) = &mut self.encoder else { return Ok(()) };
        let pages = encoder.push(&samples).map_err(|_| Problem::MicrophoneLost)?;
        self.writer.write(&pages)?;
        self.samples += samples.len() as u64;
        if self.flushed.elapsed() >= FLUSH {
            self.writer.flush()?;
            self.flushed = Instant::now();
        }
        // Only now are these samples kept, so only now may the ring move.
        self.level.hear(&samples);
        let mut heard = locked(&self.heard);
        heard.kept_ms = self.samples * 1000 / u64::from(sound::RATE);
        heard.hearing = self.level.hearing();
        heard.ring = self.level.ring();
        heard.silent = self.level.is_silent();
        Ok(())
    }

    fn finish(mut self: Box<Self>, why: Option<Problem>) {
        let ended = self.end();
        let result = match (why, ended) {
            (None, ended) => ended,
            (Some(problem), _) => Err(problem),
        };
        locked(&self.heard).ended = Some(result);
    }
}

impl Keeping {
    /// What cannot be written at the end does not hold up what has been written before.
    fn end(&mut self) -> Result<(), Problem> {
        let written = self.write_the_end();
        let space = Space::Private(self.session.me.clone().unwrap_or_else(|| PersonId(String::new())));
        let key = self.session.key_of(&space).ok_or(Problem::NotAllowed)?;
        let folder = &self.session.store.inner.folder;
        let journal = Journal::read(folder, self.writer.file(), key).ok_or(Problem::ClipUnreadable)?;
        written.and(self.session.finish(&journal))
    }

    fn write_the_end(&mut self) -> Result<(), Problem> {
        if let Some(encoder) = self.encoder.take() {
            self.writer.write(&encoder.finish().map_err(|_| Problem::MicrophoneLost)?)?;
        }
        self.writer.flush()
    }
}
