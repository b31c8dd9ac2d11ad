//! What a person is told while recording: are they heard, and how well? And how full the ring is.
//!
//! Judged from the very samples that are kept. Speech has pauses, so nothing changes between words:
//! loudness is measured on voiced sound alone, over about two seconds of it, and a judgement stands
//! for a while before another takes its place. Thresholds are first values, to be tried with
//! people's own microphones.
use std::collections::VecDeque;

use earshot::Detector;

use super::rate::Resampler;
use super::{RATE, SAMPLES_PER_MS};

/// Parts of the ring around the button.
pub const RING: u8 = 28;

/// Samples that the voice detector looks at: 16 ms at its 16 kHz.
const LOOK: usize = 256;
const LOOK_RATE: u32 = 16_000;
const LOOK_MS: u64 = 16;

/// The detector's own advice: above this it is a voice.
const VOICE: f32 = 0.5;

/// Voiced looks over which loudness is measured: about two seconds of voice.
const REMEMBERED: usize = 125;
/// Voiced looks before anything is said about them: a third of a second.
const ENOUGH: usize = 20;

/// Voice louder than this is heard well, in dB below full scale.
const WELL: f32 = -40.0;
/// Voice softer than this is not heard.
const TOO_SOFT: f32 = -55.0;
/// How far past a threshold the loudness must be for the judgement to change back, in dB.
const SLACK: f32 = 2.0;

/// Peaks above this are cut off by the microphone: -1 dB.
const PEAK: f32 = 0.891;
/// Two such peaks within this time are too loud.
const PEAKS_WITHIN_MS: u64 = 3_000;
/// Peaks nearer than this are one: the same shout.
const SAME_PEAK_MS: u64 = 200;

/// Without voice for so long, nothing is heard.
const NO_VOICE_MS: u64 = 6_000;
/// Without any sound at all for so long, the microphone is off or blocked.
const ALL_ZERO_MS: u64 = 2_000;
/// How long a judgement about loudness stands at least.
const STANDS_MS: u64 = 1_500;

/// How well the person is heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hearing {
    /// Too soon to tell: nobody has spoken yet.
    Listening,
    /// A voice, loud enough.
    Well,
    /// A voice, a bit quiet: come closer.
    Quiet,
    /// No voice for six seconds, or one too soft to be understood later.
    Nothing,
    /// No sound at all: the microphone is switched off or blocked.
    Blocked,
    /// So loud that the microphone cuts it off.
    Loud,
}

/// Judges the sound of one recording as it comes.
pub struct Level {
    /// `None` would mean that 48 to 16 kHz cannot be done: then no voice is found.
    resampler: Option<Resampler>,
    detector: Box<Detector>,
    /// 16 kHz samples that do not fill a look yet.
    waiting: Vec<f32>,
    /// Power of the last voiced looks.
    voiced: VecDeque<f32>,
    /// What was said of the voice last: `Listening`, `Well`, `Quiet` or `Nothing`.
    judged: Hearing,
    ms_judged: u64,
    ms_without_voice: u64,
    zeros: u64,
    /// How long ago each of the last two peaks was.
    peaks: [u64; 2],
    ring: f32,
    silent: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self::new()
    }
}

impl Level {
    /// Nothing heard yet.
    pub fn new() -> Self {
        let resampler = Resampler::new(RATE, LOOK_RATE);
        Self {
            // Where nothing can be found, nothing is said.
            silent: resampler.is_some(),
            resampler,
            detector: Box::default(),
            waiting: Vec::with_capacity(LOOK),
            voiced: VecDeque::with_capacity(REMEMBERED),
            judged: Hearing::Listening,
            ms_judged: STANDS_MS,
            ms_without_voice: 0,
            zeros: 0,
            peaks: [u64::MAX; 2],
            ring: 0.0,
        }
    }

    /// Takes in samples (48 kHz, mono) that are kept.
    pub fn hear(&mut self, samples: &[f32]) {
        for sample in samples {
            self.zeros = if *sample == 0.0 { self.zeros + 1 } else { 0 };
        }
        let finite: Vec<f32> =
            samples.iter().map(|sample| if sample.is_finite() { sample.clamp(-2.0, 2.0) } else { 0.0 }).collect();
        // Peaks are looked for before the resampler, which would round them off.
        for piece in finite.chunks((LOOK_MS * SAMPLES_PER_MS) as usize) {
            let peak = piece.iter().fold(0.0, |peak: f32, sample| peak.max(sample.abs()));
            self.note_peak(peak, piece.len() as u64 / SAMPLES_PER_MS);
        }
        let Some(resampler) = &mut self.resampler else {
            return;
        };
        let slower = resampler.push(&finite);
        self.waiting.extend(slower);
        let whole = self.waiting.len() / LOOK * LOOK;
        let looks: Vec<f32> = self.waiting.drain(..whole).collect();
        for look in looks.chunks_exact(LOOK) {
            self.look(look);
        }
    }

    /// How well the person is heard now.
    pub fn hearing(&self) -> Hearing {
        if self.zeros >= ALL_ZERO_MS * SAMPLES_PER_MS {
            Hearing::Blocked
        } else if self.peaks.iter().all(|ago| *ago <= PEAKS_WITHIN_MS) {
            Hearing::Loud
        } else {
            self.judged
        }
    }

    /// How full the ring is, 0 to [`RING`]. It rises at once and falls slowly, so five pictures of it
    /// in a second look calm.
    pub fn ring(&self) -> u8 {
        (self.ring * f32::from(RING)).round() as u8
    }

    /// Whether nothing so far was as loud as the softest voice. Nobody is told this for how they speak: also a voice
    /// that the detector does not know is sound.
    pub fn is_silent(&self) -> bool {
        self.silent
    }

    /// How long nobody has spoken, in milliseconds: after ten seconds one may say "Take your time".
    pub fn ms_without_voice(&self) -> u64 {
        self.ms_without_voice
    }

    fn note_peak(&mut self, peak: f32, ms: u64) {
        for ago in &mut self.peaks {
            *ago = ago.saturating_add(ms);
        }
        let [last, _] = self.peaks;
        if peak > PEAK && last > SAME_PEAK_MS {
            self.peaks = [0, last];
        }
    }

    fn look(&mut self, look: &[f32]) {
        let power = look.iter().map(|sample| sample * sample).sum::<f32>() / LOOK as f32;
        self.turn_ring(decibels(power));
        self.silent &= decibels(power) < TOO_SOFT;
        // The detector takes no more than full scale, and the resampler may go a little beyond.
        let within: Vec<f32> = look.iter().map(|sample| sample.clamp(-1.0, 1.0)).collect();
        if self.detector.predict_f32(&within) > VOICE {
            self.ms_without_voice = 0;
            if self.voiced.len() == REMEMBERED {
                let _ = self.voiced.pop_front();
            }
            self.voiced.push_back(power);
        } else {
            self.ms_without_voice += LOOK_MS;
        }
        self.ms_judged += LOOK_MS;
        let now = self.judge();
        if now != self.judged && (self.ms_judged >= STANDS_MS || self.judged == Hearing::Nothing) {
            self.judged = now;
            self.ms_judged = 0;
        }
    }

    fn judge(&mut self) -> Hearing {
        if self.ms_without_voice >= NO_VOICE_MS {
            // Who speaks again is judged afresh.
            self.voiced.clear();
            return Hearing::Nothing;
        }
        if self.voiced.len() < ENOUGH {
            return self.judged;
        }
        let loudness = decibels(self.voiced.iter().sum::<f32>() / self.voiced.len() as f32);
        let slack = |judged, up: f32| if self.judged == judged { up } else { 0.0 };
        // Each judgement gives way only when the loudness is clearly past its border.
        let well = WELL - slack(Hearing::Well, SLACK) + slack(Hearing::Quiet, SLACK);
        let soft = TOO_SOFT + slack(Hearing::Nothing, SLACK) - slack(Hearing::Quiet, SLACK);
        match loudness {
            _ if loudness >= well => Hearing::Well,
            _ if loudness >= soft => Hearing::Quiet,
            _ => Hearing::Nothing,
        }
    }

    /// From -60 dB (empty) to -15 dB (full).
    fn turn_ring(&mut self, loudness: f32) {
        let now = ((loudness + 60.0) / 45.0).clamp(0.0, 1.0);
        // Up within 50 ms, down within half a second.
        let share = if now > self.ring { 0.3 } else { 0.05 };
        self.ring += (now - self.ring) * share;
    }
}

fn decibels(power: f32) -> f32 {
    10.0 * power.max(1e-12).log10()
}

#[cfg(test)]
mod tests;
