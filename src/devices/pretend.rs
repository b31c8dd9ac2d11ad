//! Devices without hardware, for tests and the tour: they remember what they were asked to do.
use std::collections::{HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use jiff::civil::DateTime;

use super::keyring::{Key, Keyring, NoKeyring};
use super::reader::pretend::Reader;
use super::shelves::{Shelf, Shelves};
use super::viewer::{Ready, Viewer};
use super::watchman::pretend::Watchman;
use super::{Clipboard, Clock, Devices, Keep, Microphone, Playing, Sound, Speaker, Take, Work};
use crate::problem::Problem;

/// The pretend devices, and what a test can set or look at.
#[derive(Clone, Default)]
pub struct Pretend {
    state: Arc<State>,
    /// The screen reader.
    pub reader: Reader,
    /// The watchman.
    pub watchman: Watchman,
}

#[derive(Default)]
struct State {
    now: Mutex<Option<DateTime>>,
    /// How long a page that has opened takes no press.
    settling: Mutex<Duration>,
    copied: Mutex<Option<String>>,
    no_clipboard: AtomicBool,
    no_speaker: AtomicBool,
    no_microphone: AtomicBool,
    /// Sounds go on until they are stopped, so that a test can look at the app while it speaks.
    endless: AtomicBool,
    sounds: AtomicU64,
    microphones_open: AtomicU64,
    /// What the microphone hears next: pieces of sound at 48 kHz.
    heard: Mutex<VecDeque<f32>>,
    played: Mutex<Vec<f32>>,
    shelves: Mutex<Vec<Shelf>>,
    secrets: Mutex<HashMap<String, Key>>,
    no_keyring: AtomicBool,
    no_viewer: AtomicBool,
    shown: Mutex<Vec<Ready>>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Samples a second that the pretend microphone gives.
pub const RATE: u32 = 48_000;

impl Pretend {
    /// The devices to give to the app.
    #[must_use]
    pub fn devices(&self) -> Devices {
        Devices {
            microphone: Arc::new(self.clone()),
            speaker: Arc::new(self.clone()),
            clock: Arc::new(self.clone()),
            clipboard: Arc::new(self.clone()),
            shelves: self.shelves(),
            reader: Arc::new(self.reader.clone()),
            keyring: Arc::new(self.clone()),
            viewer: Arc::new(self.clone()),
            watchman: Arc::new(self.watchman.clone()),
            secure_ward: false,
        }
    }

    fn shelves(&self) -> Shelves {
        let state = self.state.clone();
        Shelves::new(move || locked(&state.shelves).clone())
    }

    /// Puts a folder where people keep files.
    pub fn has_shelf(&self, shelf: Shelf) {
        locked(&self.state.shelves).push(shelf);
    }

    /// The devices of a computer that has no password keeper.
    #[must_use]
    pub fn without_keyring() -> Self {
        let this = Self::default();
        this.unplug_keyring(true);
        this
    }

    /// Takes the password keeper away, or gives it back.
    pub fn unplug_keyring(&self, gone: bool) {
        self.state.no_keyring.store(gone, Ordering::Relaxed);
    }

    /// The password keeper forgets everything, as when the account of the computer is made anew.
    pub fn forget_secrets(&self) {
        locked(&self.state.secrets).clear();
    }

    /// Sets the clock. It stands still.
    pub fn set_now(&self, now: DateTime) {
        *locked(&self.state.now) = Some(now);
    }

    /// Gives the microphone something to hear: samples at [`RATE`].
    pub fn speak_into_microphone(&self, samples: impl IntoIterator<Item = f32>) {
        locked(&self.state.heard).extend(samples);
    }

    /// Whether the microphone has heard all that was spoken into it.
    #[must_use]
    pub fn has_heard_all(&self) -> bool {
        locked(&self.state.heard).is_empty()
    }

    /// Takes the microphone away, or puts it back.
    pub fn unplug_microphone(&self, unplugged: bool) {
        self.state.no_microphone.store(unplugged, Ordering::Relaxed);
    }

    /// Takes the loudspeaker away, or puts it back.
    pub fn unplug_speaker(&self, unplugged: bool) {
        self.state.no_speaker.store(unplugged, Ordering::Relaxed);
    }

    /// Takes the clipboard away, or puts it back.
    pub fn unplug_clipboard(&self, unplugged: bool) {
        self.state.no_clipboard.store(unplugged, Ordering::Relaxed);
    }

    /// Whether sounds go on until they are stopped.
    pub fn sounds_never_end(&self, endless: bool) {
        self.state.endless.store(endless, Ordering::Relaxed);
    }

    /// How many microphones are open.
    #[must_use]
    pub fn microphones_open(&self) -> u64 {
        self.state.microphones_open.load(Ordering::Relaxed)
    }

    /// How many sounds are being played.
    #[must_use]
    pub fn sounds_playing(&self) -> u64 {
        self.state.sounds.load(Ordering::Relaxed)
    }

    /// Takes all that was played so far.
    #[must_use]
    pub fn take_played(&self) -> Vec<f32> {
        std::mem::take(&mut *locked(&self.state.played))
    }

    /// Takes the program away that shows papers, or puts it back.
    pub fn without_viewer(&self, without: bool) {
        self.state.no_viewer.store(without, Ordering::Relaxed);
    }

    /// The papers that were shown, the first one first.
    #[must_use]
    pub fn papers_shown(&self) -> Vec<Ready> {
        locked(&self.state.shown).clone()
    }

    /// Pages that open from now on take no press for so long. Without this they take it at once.
    pub fn settle_for(&self, time: Duration) {
        *locked(&self.state.settling) = time;
    }

    /// What was copied last.
    #[must_use]
    pub fn copied(&self) -> Option<String> {
        locked(&self.state.copied).clone()
    }
}

impl Clock for Pretend {
    fn now(&self) -> DateTime {
        locked(&self.state.now).unwrap_or(jiff::civil::datetime(2026, 3, 3, 9, 0, 0, 0))
    }

    fn settles(&self) -> Instant {
        Instant::now() + *locked(&self.state.settling)
    }
}

impl Clipboard for Pretend {
    fn copy(&self, text: &str) -> Result<(), Problem> {
        if self.state.no_clipboard.load(Ordering::Relaxed) {
            return Err(Problem::NoClipboard);
        }
        *locked(&self.state.copied) = Some(text.to_owned());
        Ok(())
    }

    fn clear(&self, text: &str) {
        let mut copied = locked(&self.state.copied);
        if copied.as_deref() == Some(text) {
            *copied = None;
        }
    }
}

impl Viewer for Pretend {
    fn show(&self, paper: Ready) -> Work<Result<(), Problem>> {
        let shown = !self.state.no_viewer.load(Ordering::Relaxed);
        if shown {
            locked(&self.state.shown).push(paper);
        }
        Box::pin(std::future::ready(if shown { Ok(()) } else { Err(Problem::NoViewer) }))
    }
}

impl Speaker for Pretend {
    fn play(&self, sound: Sound) -> Result<Playing, Problem> {
        if self.state.no_speaker.load(Ordering::Relaxed) {
            return Err(Problem::NoSpeaker);
        }
        let (mut sound, playing) = Playing::watch(sound);
        let state = self.state.clone();
        let stopped = Arc::new(AtomicBool::new(false));
        let stop = stopped.clone();
        let _ = state.sounds.fetch_add(1, Ordering::Relaxed);
        let _thread = std::thread::spawn(move || {
            while !stopped.load(Ordering::Relaxed) {
                if state.endless.load(Ordering::Relaxed) {
                    std::thread::sleep(Duration::from_millis(1));
                    continue;
                }
                // A tenth of a second at a time, far faster than it would sound.
                let piece: Vec<_> = sound.samples.by_ref().take(sound.rate as usize / 10).collect();
                if piece.is_empty() {
                    break;
                }
                locked(&state.played).extend(piece);
                std::thread::sleep(Duration::from_micros(200));
            }
            let _ = state.sounds.fetch_sub(1, Ordering::Relaxed);
        });
        Ok(playing.stopped_by(move || stop.store(true, Ordering::Relaxed)))
    }
}

impl Microphone for Pretend {
    fn listen(&self, mut keep: Box<dyn Keep>) -> Result<Take, Problem> {
        if self.state.no_microphone.load(Ordering::Relaxed) {
            return Err(Problem::NoMicrophone);
        }
        let (take, stop) = Take::new();
        let state = self.state.clone();
        let _ = state.microphones_open.fetch_add(1, Ordering::Relaxed);
        let _thread = std::thread::spawn(move || {
            let mut why = None;
            while !stop.load(Ordering::Relaxed) && why.is_none() {
                if state.no_microphone.load(Ordering::Relaxed) {
                    why = Some(Problem::MicrophoneLost);
                    break;
                }
                let piece: Vec<_> = {
                    let mut heard = locked(&state.heard);
                    let count = heard.len().min(RATE as usize / 50);
                    heard.drain(..count).collect()
                };
                if piece.is_empty() {
                    std::thread::sleep(Duration::from_millis(1));
                } else {
                    why = keep.keep(&piece, RATE).err();
                }
            }
            keep.finish(why);
            let _ = state.microphones_open.fetch_sub(1, Ordering::Relaxed);
        });
        Ok(take)
    }
}

impl Pretend {
    fn secrets(&self) -> Result<MutexGuard<'_, HashMap<String, Key>>, NoKeyring> {
        if self.state.no_keyring.load(Ordering::Relaxed) { Err(NoKeyring) } else { Ok(locked(&self.state.secrets)) }
    }
}

impl Keyring for Pretend {
    fn get(&self, name: &str) -> Result<Option<Key>, NoKeyring> {
        Ok(self.secrets()?.get(name).cloned())
    }

    fn set(&self, name: &str, key: &Key) -> Result<(), NoKeyring> {
        let _ = self.secrets()?.insert(name.to_owned(), key.clone());
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), NoKeyring> {
        let _ = self.secrets()?.remove(name);
        Ok(())
    }
}
