//! What every speech engine is to the app: words in, sound out piece by piece, stopped whenever asked.

use crate::domain::preferences::Pace;

/// The listener's answer to each piece of sound: go on, or say no more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carry {
    /// Go on with the next piece.
    On,
    /// Stop at once; the rest of the words is thrown away.
    Stop,
}

/// Why an engine could not be opened or could not speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EngineError {
    /// The voice's files are not in the folder and cannot be written there.
    FolderNotWritable,
    /// The folder's name is too long for the engine, or is not Unicode.
    FolderNameUnusable,
    /// The voice's files are there, but the engine would not take them.
    VoiceNotOpened,
    /// The engine gave up in the middle of the words. It can be asked again.
    SpeechFailed,
}

/// A voice. It may be moved to another thread, and is used by one at a time.
pub trait Engine: Send {
    /// Samples a second of the sound it gives, mono.
    fn rate(&self) -> u32;

    /// Says `words` (as [`super::normalise`] gives them) and hands over each piece of sound as
    /// soon as it is made. After [`Carry::Stop`], or an error, the engine is ready for new words.
    ///
    /// # Errors
    /// [`EngineError::SpeechFailed`] when the engine gave up.
    fn say(&mut self, words: &str, pace: Pace, out: &mut dyn FnMut(&[i16]) -> Carry) -> Result<(), EngineError>;
}
