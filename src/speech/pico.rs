//! The voice that is always there: SVOX Pico, British English, 16 kHz, first sound in a few milliseconds.
//!
//! Found out by running it and reading its C source:
//! - It loads its two files only from a path. The path goes to C's `fopen`: on Windows that means
//!   the process's code page, so the app's manifest should ask for UTF-8 (`activeCodePage`), or a
//!   user name such as "Siân" keeps the voice from opening ([`EngineError::VoiceNotOpened`]).
//! - `ttspico` never gives an engine's two file handles back. Open one `Pico` and keep it.
//! - It reads memory that it never wrote, and then speaks with other pauses. So it is given memory
//!   that is surely fresh: see `MEMORY`.
//! - It obeys tags in its text (`<genfile>` writes files), and drops letters of very long words.
use std::path::Path;
use std::rc::Rc;
use std::sync::{Mutex, MutexGuard, PoisonError};

use ttspico::{Engine as Svox, EngineResetMode, EngineStatus, PicoError, System, Voice};

use super::engine::{Carry, Engine, EngineError};
use crate::domain::preferences::Pace;

mod lingware;

/// Samples a second, as Pico makes them.
const RATE: u32 = 16_000;

/// Memory for one engine and its files, in bytes. It uses 1.4 MB. So much is asked for because an
/// allocator takes a block of this size from the system anew, as zeros, and never from what other
/// code has left behind; what is not used costs nothing.
const MEMORY: usize = 48 * 1024 * 1024;

/// Samples handed over at a time: 32 ms. Pico itself makes 2 ms at a time.
const PIECE: usize = 512;

/// The longest word that is said in one. Pico leaves letters out of words of over about 160.
const LONGEST_WORD: usize = 60;

/// One engine at a time: Pico's C code counts frames in one variable for the whole process.
static TURN: Mutex<()> = Mutex::new(());

/// The SVOX Pico engine with the British voice.
///
/// It can be moved to a thread of its own. Several can live at once; they take turns, a few
/// milliseconds each.
pub struct Pico {
    svox: Svox,
}

impl Pico {
    /// Puts the voice's two files (1 MB) into `folder`, unless they are there already and right to
    /// the last byte, and opens them.
    ///
    /// # Errors
    /// [`EngineError::FolderNotWritable`], [`EngineError::FolderNameUnusable`] or
    /// [`EngineError::VoiceNotOpened`].
    pub fn unpacked(folder: &Path) -> Result<Self, EngineError> {
        let files = lingware::unpack(folder)?;
        let _turn = turn();
        let svox = open(&files.analysis, &files.signal).map_err(|_| EngineError::VoiceNotOpened)?;
        Ok(Self { svox })
    }

    /// Feeds what still fits of `text` and takes the sound it makes, until both are done.
    fn run(&mut self, mut text: &[u8], out: &mut Out<'_>) -> Result<(), Unsaid> {
        let mut piece = [0; PIECE];
        let mut filled = 0;
        while !text.is_empty() {
            let taken = self.step(|svox| svox.put_text(text))?;
            if taken == 0 {
                // It is idle and takes no more: waiting would be for ever.
                return Err(Unsaid);
            }
            text = text.get(taken..).unwrap_or_default();
            let mut status = EngineStatus::Busy;
            while status == EngineStatus::Busy {
                let (made, now) = self.step(|svox| svox.get_data(&mut piece[filled..]))?;
                status = now;
                filled += made;
                // A piece is handed on while there is room for one more of Pico's own.
                if filled > PIECE - 64 {
                    if out(&piece[..filled]) == Carry::Stop {
                        return Ok(());
                    }
                    filled = 0;
                }
            }
        }
        if filled > 0 {
            let _ = out(&piece[..filled]);
        }
        Ok(())
    }

    fn step<T>(&mut self, work: impl FnOnce(&mut Svox) -> T) -> T {
        let _turn = turn();
        work(&mut self.svox)
    }
}

/// Words are left that the engine did not take.
struct Unsaid;

impl From<PicoError> for Unsaid {
    fn from(_: PicoError) -> Self {
        Self
    }
}

type Out<'a> = dyn FnMut(&[i16]) -> Carry + 'a;

impl Engine for Pico {
    fn rate(&self) -> u32 {
        RATE
    }

    fn say(&mut self, words: &str, pace: Pace, out: &mut dyn FnMut(&[i16]) -> Carry) -> Result<(), EngineError> {
        let words = harmless(words);
        if words.trim().is_empty() {
            return Ok(());
        }
        // What a stop or a panic left of other words must not be said before these.
        let cleared = self.step(|svox| svox.reset(EngineResetMode::Soft));
        let text = format!("<speed level=\"{}\">{words}</speed>\0", level(pace));
        let said = cleared.map_err(Unsaid::from).and_then(|()| self.run(text.as_bytes(), out));
        said.map_err(|Unsaid| {
            let _ = self.step(|svox| svox.reset(EngineResetMode::Full));
            EngineError::SpeechFailed
        })
    }
}

/// Pico's own speed, in percent of the voice as it was made; it allows 20 to 500.
const fn level(pace: Pace) -> u32 {
    match pace {
        Pace::Slow => 75,
        Pace::Steady => 100,
        Pace::Quick => 130,
    }
}

/// Only what is spoken: Pico obeys tags in its text, and `<genfile>` would write a file.
fn harmless(words: &str) -> String {
    let spoken = |c: char| c.is_ascii_alphabetic() || "'-,.?!;".contains(c);
    let mut text = String::with_capacity(words.len());
    let mut word = 0;
    for c in words.chars() {
        if !spoken(c) || word == LONGEST_WORD {
            text.push(' ');
            word = 0;
        }
        if spoken(c) {
            text.push(c);
            word += 1;
        }
    }
    text
}

fn turn() -> MutexGuard<'static, ()> {
    // The lock guards no value of ours, so a panic elsewhere leaves nothing broken.
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

#[allow(unsafe_code)]
fn open(analysis: &str, signal: &str) -> Result<Svox, PicoError> {
    let system = System::new(MEMORY)?;
    let analysis = System::load_resource(Rc::clone(&system), analysis)?;
    let signal = System::load_resource(Rc::clone(&system), signal)?;
    let voice = System::create_voice(system, "British")?;
    voice.borrow_mut().add_resource(analysis)?;
    voice.borrow_mut().add_resource(signal)?;
    // SAFETY: `create_engine` asks that a voice has both of its resources, text analysis and
    // signal generation. Both were loaded and added just above, or we would have returned; and
    // their bytes are the very bytes we ship, since `lingware::unpack` compares them.
    // Every `Rc` of the system, the voice and the resources ends up inside the engine, and none
    // is kept elsewhere, so `ttspico`'s `unsafe impl Send` holds for it.
    unsafe { Voice::create_engine(voice) }
}

#[cfg(test)]
mod tests;
