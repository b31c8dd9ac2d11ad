//! The machine's microphone, loudspeaker, clock, clipboard and viewer, behind traits so that tests need none of them.
pub mod keyring;
#[cfg(feature = "hardware")]
pub mod microphone;
pub mod pretend;
pub mod reader;
pub mod real;
pub mod shelves;
#[cfg(feature = "hardware")]
pub mod speaker;
pub mod viewer;
pub mod ward;
pub mod watchman;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use futures::future::BoxFuture;
use jiff::civil::DateTime;

use crate::problem::Problem;

/// The devices that the app is given.
#[derive(Clone)]
pub struct Devices {
    /// Hears.
    pub microphone: Arc<dyn Microphone>,
    /// Plays.
    pub speaker: Arc<dyn Speaker>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Takes copied text.
    pub clipboard: Arc<dyn Clipboard>,
    /// The folders in which people keep files.
    pub shelves: shelves::Shelves,
    /// Reads screens to people who do not see them.
    pub reader: Arc<dyn reader::ScreenReader>,
    /// Keeps the secrets of this computer.
    pub keyring: Arc<dyn keyring::Keyring>,
    /// Shows papers, so that they can be printed.
    pub viewer: Arc<dyn viewer::Viewer>,
    /// Says when nobody is at the computer any more, and when somebody sees the screen from elsewhere.
    pub watchman: Arc<dyn watchman::Watchman>,
    /// Whether these are the devices of somebody on a secure ward.
    pub secure_ward: bool,
}

impl fmt::Debug for Devices {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Devices")
    }
}

/// Tells the time.
pub trait Clock: Send + Sync {
    /// The local date and time.
    fn now(&self) -> DateTime;

    /// From when on a page that opens now can be pressed. A second press of a hand that shakes, or that is used to press
    /// twice, was meant for the page before: it would answer a question that nobody has read.
    fn settles(&self) -> Instant {
        Instant::now() + TWICE
    }
}

/// Within this time two presses are one that was made twice: Windows takes the same time for a double click.
const TWICE: Duration = Duration::from_millis(500);

/// Takes copied text, for pasting into another program.
pub trait Clipboard: Send + Sync {
    /// Puts text on the clipboard, and keeps it out of clipboard history where the system can.
    ///
    /// # Errors
    /// [`Problem::NoClipboard`].
    fn copy(&self, text: &str) -> Result<(), Problem>;
    /// Takes the text off again, if it is still there.
    fn clear(&self, text: &str);
}

/// Hears.
pub trait Microphone: Send + Sync {
    /// Starts to listen. What is heard goes to `keep` until the [`Take`] is stopped or dropped.
    ///
    /// # Errors
    /// [`Problem::NoMicrophone`].
    fn listen(&self, keep: Box<dyn Keep>) -> Result<Take, Problem>;
}

/// Where heard sound goes.
pub trait Keep: Send {
    /// Keeps these samples (one channel, -1 to 1, `rate` a second).
    ///
    /// # Errors
    /// Ends the recording. What was kept before stays.
    fn keep(&mut self, samples: &[f32], rate: u32) -> Result<(), Problem>;

    /// The recording has ended, and why if nobody asked for it.
    fn finish(self: Box<Self>, why: Option<Problem>);
}

/// One recording under way. Dropping it ends it, and what was heard is kept.
#[derive(Debug)]
pub struct Take {
    stop: Arc<AtomicBool>,
}

impl Take {
    /// A take, and the flag that its microphone looks at.
    #[must_use]
    pub fn new() -> (Self, Arc<AtomicBool>) {
        let stop = Arc::new(AtomicBool::new(false));
        (Self { stop: stop.clone() }, stop)
    }
}

impl Drop for Take {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// Plays.
pub trait Speaker: Send + Sync {
    /// Starts to play. It goes on until the sound ends or the [`Playing`] is dropped.
    ///
    /// # Errors
    /// [`Problem::NoSpeaker`].
    fn play(&self, sound: Sound) -> Result<Playing, Problem>;
}

/// A sound of one channel.
pub struct Sound {
    /// Samples a second.
    pub rate: u32,
    /// How loud to play it, 0 to 1.
    pub gain: f32,
    /// The samples, -1 to 1. Must never wait: what is not there yet is silence.
    pub samples: Box<dyn Iterator<Item = f32> + Send>,
}

/// A sound that is being played.
pub struct Playing {
    played: Arc<AtomicU64>,
    ended: Arc<AtomicBool>,
    stop: Box<dyn FnMut() + Send + Sync>,
}

impl fmt::Debug for Playing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Playing({})", self.samples_played())
    }
}

impl Playing {
    /// Watches a sound on its way to the device: gives the sound to play, and the handle.
    #[must_use]
    pub fn watch(sound: Sound) -> (Sound, Self) {
        let played = Arc::new(AtomicU64::new(0));
        let ended = Arc::new(AtomicBool::new(false));
        let watched = Watched { samples: sound.samples, played: played.clone(), ended: ended.clone() };
        let sound = Sound { samples: Box::new(watched), ..sound };
        (sound, Self { played, ended, stop: Box::new(|| {}) })
    }

    /// Says how the device is told to stop.
    #[must_use]
    pub fn stopped_by(mut self, stop: impl FnMut() + Send + Sync + 'static) -> Self {
        self.stop = Box::new(stop);
        self
    }

    /// How many samples the device has taken.
    #[must_use]
    pub fn samples_played(&self) -> u64 {
        self.played.load(Ordering::Relaxed)
    }

    /// Whether the sound has come to its end.
    #[must_use]
    pub fn ended(&self) -> bool {
        self.ended.load(Ordering::Relaxed)
    }
}

impl Drop for Playing {
    fn drop(&mut self) {
        (self.stop)();
    }
}

struct Watched {
    samples: Box<dyn Iterator<Item = f32> + Send>,
    played: Arc<AtomicU64>,
    ended: Arc<AtomicBool>,
}

impl Drop for Watched {
    fn drop(&mut self) {
        // A device that is gone lets go of its sounds before their end.
        self.ended.store(true, Ordering::Relaxed);
    }
}

impl Iterator for Watched {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        let sample = self.samples.next();
        match sample {
            Some(_) => {
                let _ = self.played.fetch_add(1, Ordering::Relaxed);
            }
            None => self.ended.store(true, Ordering::Relaxed),
        }
        sample
    }
}

/// A piece of work that ends some time.
pub type Work<T> = BoxFuture<'static, T>;
