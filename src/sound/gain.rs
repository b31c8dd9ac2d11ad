//! Soft recordings played louder. Only the playing: a stored clip is never changed.
//!
//! Loudness is measured as broadcasters do (ITU-R BS.1770: gated blocks), but without its
//! frequency weighting and its maxima, which for one near voice change it by about a decibel:
//! `ebur128` would bring nothing that we need.
use std::collections::VecDeque;

use super::RATE;

/// The loudness that clips are brought to, in dB below full scale (about LUFS).
pub const TARGET: f32 = -20.0;
/// The most that a clip is made louder, in dB. More would only raise the room's noise.
pub const MOST: f32 = 24.0;
/// The most that a clip is made softer, in dB.
pub const LEAST: f32 = -12.0;

/// A block of measuring: 100 ms.
const BLOCK: usize = RATE as usize / 10;
/// Blocks softer than this are silence, in dB.
const SILENCE: f32 = -70.0;
/// Blocks softer than the mean of the others by more than this are pauses, in dB.
const PAUSE: f32 = 10.0;

/// How loud the speech in a clip is, its pauses left out, in dB below full scale; `None` for a clip
/// with nothing but silence.
pub fn loudness(samples: impl IntoIterator<Item = f32>) -> Option<f32> {
    let mut blocks = Vec::new();
    let (mut power, mut count) = (0.0_f64, 0);
    for sample in samples {
        power += f64::from(sample).powi(2);
        count += 1;
        if count == BLOCK {
            blocks.push(power / BLOCK as f64);
            (power, count) = (0.0, 0);
        }
    }
    if blocks.is_empty() && count > 0 {
        blocks.push(power / f64::from(count as u32));
    }
    let all = mean_above(&blocks, SILENCE)?;
    mean_above(&blocks, all - PAUSE)
}

/// How much louder (or, below 0, softer) to play a clip of this loudness, in dB.
pub fn gain(loudness: Option<f32>) -> f32 {
    let wanted = loudness.map_or(0.0, |loudness| TARGET - loudness);
    wanted.clamp(LEAST, MOST)
}

fn mean_above(blocks: &[f64], border: f32) -> Option<f32> {
    let border = 10.0_f64.powf(f64::from(border) / 10.0);
    let above: Vec<f64> = blocks.iter().copied().filter(|power| *power > border).collect();
    let mean = above.iter().sum::<f64>() / above.len() as f64;
    (!above.is_empty()).then(|| (10.0 * mean.log10()) as f32)
}

/// Samples looked ahead for peaks, twice: 5 ms.
const AHEAD: usize = RATE as usize / 200;
/// No sample comes out beyond this: -1 dB.
const CEILING: f32 = 0.891;
/// How fast it lets go after a peak: this much more each 5 ms, so 10 dB in about 0.1 s.
const LET_GO: f32 = 1.06;

/// Plays samples (48 kHz, mono) louder, and turns down around the peaks so that nothing is cut off.
///
/// The gain moves in straight lines from one 5 ms to the next and is always low enough for both.
pub struct Louder<I> {
    source: I,
    factor: f32,
    /// The five milliseconds that come next, made louder, before the limit.
    next: Vec<f32>,
    /// Ready to be given.
    ready: VecDeque<f32>,
    /// What the limit left of the last sample, 1 for all.
    limit: f32,
}

impl<I: Iterator<Item = f32>> Louder<I> {
    /// Plays `source` with a gain in dB, as [`gain`] gives it.
    pub fn new(source: I, gain: f32) -> Self {
        let mut louder = Self {
            source,
            factor: 10.0_f32.powf(gain.clamp(LEAST, MOST) / 20.0),
            next: Vec::new(),
            ready: VecDeque::new(),
            limit: 1.0,
        };
        louder.next = louder.block();
        louder.limit = room(&louder.next);
        louder
    }

    fn block(&mut self) -> Vec<f32> {
        let factor = self.factor;
        let finite = |sample: f32| {
            if sample.is_finite() { sample * factor } else { 0.0 }
        };
        self.source.by_ref().take(AHEAD).map(finite).collect()
    }

    /// Makes the next five milliseconds ready.
    fn limit_some(&mut self) {
        let after = self.block();
        let now = std::mem::replace(&mut self.next, after);
        let end = room(&now).min(room(&self.next)).min(self.limit * LET_GO);
        let step = (end - self.limit) / AHEAD as f32;
        for (place, sample) in now.iter().enumerate() {
            let limit = self.limit + step * (place + 1) as f32;
            self.ready.push_back((sample * limit).clamp(-CEILING, CEILING));
        }
        self.limit = end;
    }
}

/// What may be left of these samples so that none is beyond the ceiling.
fn room(samples: &[f32]) -> f32 {
    let peak = samples.iter().fold(CEILING, |peak, sample| peak.max(sample.abs()));
    CEILING / peak
}

impl<I: Iterator<Item = f32>> Iterator for Louder<I> {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        if self.ready.is_empty() {
            self.limit_some();
        }
        self.ready.pop_front()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sound::made::{decibels, pink, rms, tone, voice, voice_at};

    fn played(sound: &[f32], gain: f32) -> Vec<f32> {
        Louder::new(sound.iter().copied(), gain).collect()
    }

    #[test]
    fn loudness_is_that_of_the_speech_and_not_of_the_pauses() {
        for expected in [-20.0, -35.0, -50.0] {
            let mut sound = voice_at(expected);
            let alone = loudness(sound.clone()).expect("a voice");
            assert!((alone - expected).abs() < 2.0, "{alone}");
            sound.extend(vec![0.0; 10 * RATE as usize]);
            let paused = loudness(sound.clone()).expect("a voice");
            assert!((paused - alone).abs() < 0.1, "{paused}");
            sound.extend(pink(10 * RATE as usize, expected - 30.0));
            let noisy = loudness(sound).expect("a voice");
            assert!((noisy - alone).abs() < 0.5, "{noisy}");
        }
    }

    #[test]
    fn gains_go_towards_the_target_and_not_too_far() {
        for (loudness, expected) in [
            (Some(-20.0), 0.0),
            (Some(-35.0), 15.0),
            (Some(-60.0), MOST),
            (Some(-15.0), -5.0),
            (Some(0.0), LEAST),
            (None, 0.0),
        ] {
            assert_eq!(gain(loudness), expected);
        }
        assert_eq!(loudness(vec![0.0; 100_000]), None);
        assert_eq!(loudness([]), None);
        assert!(loudness(tone(440.0, 0.5, 1000, RATE)).is_some());
    }

    #[test]
    fn a_soft_voice_is_brought_to_the_target() {
        let soft = voice_at(-38.0);
        let out = played(&soft, gain(loudness(soft.clone())));
        let now = loudness(out).expect("a voice");
        assert!((now - TARGET).abs() < 1.5, "{now}");
    }

    #[test]
    fn what_needs_no_limit_is_only_made_louder() {
        let soft = tone(300.0, 0.01, RATE, RATE);
        let out = played(&soft, 20.0);
        assert_eq!(out.len(), soft.len());
        let error: Vec<f32> = out.iter().zip(&soft).map(|(out, soft)| out - soft * 10.0).collect();
        assert!(decibels(rms(&error)) < -120.0);
    }

    #[test]
    fn nothing_is_cut_off() {
        let mut sound = voice_at(-40.0);
        sound[30_000] = 0.9;
        sound[60_000] = -1.0;
        for gain in [6.0, 12.0, 24.0] {
            for sound in [&sound, &voice(), &tone(100.0, 1.0, RATE, RATE)] {
                let out = played(sound, gain);
                assert_eq!(out.len(), sound.len());
                assert!(out.iter().all(|sample| sample.abs() <= CEILING));
            }
        }
        // A tone far beyond the ceiling stays a tone: the gain falls, the shape is kept.
        let out = played(&tone(100.0, 1.0, RATE, RATE), 12.0);
        let truth = tone(100.0, CEILING, RATE, RATE);
        let error: Vec<f32> = out.iter().zip(&truth).map(|(out, truth)| out - truth).collect();
        assert!(decibels(rms(&error)) < -30.0, "{}", decibels(rms(&error)));
    }

    #[test]
    fn after_a_knock_the_voice_is_back_within_a_fifth_of_a_second() {
        let mut sound = tone(200.0, 0.01, RATE, RATE);
        sound[10_000] = 1.0;
        let out = played(&sound, 20.0);
        let later = 10_000 + RATE as usize / 5;
        let loud = decibels(rms(&out[later..])) - decibels(rms(&sound[later..]));
        assert!((loud - 20.0).abs() < 0.5, "{loud} dB");
    }
}
