//! From one sample rate to another, as the sound comes: a device's 44.1 kHz becomes our 48 kHz.
//!
//! A windowed sinc of our own: `rubato` does more (rates that change while it runs, many channels)
//! and brings ten crates, wants whole blocks, and leaves its delay to be cut off by the caller.
use std::f64::consts::PI;

/// The lowest and highest rates that are taken, samples a second.
pub const RATES: std::ops::RangeInclusive<u32> = 8_000..=192_000;

/// Zero crossings of the sinc on each side: how steep the filter is.
const CROSSINGS: usize = 32;

/// The shape of the Kaiser window: 9 keeps what is folded back about 90 dB down.
const KAISER: f64 = 9.0;

/// How much of the lower rate's band is kept: the rest is where the filter falls.
const BAND: f64 = 0.95;

/// Changes the rate of a stream of samples. What comes out is in time with what went in.
pub struct Resampler {
    /// Output samples in `down` input samples.
    up: usize,
    down: usize,
    /// The filter cut into `up` phases, each as long as the window on the input.
    phases: Vec<Vec<f32>>,
    /// Input that is still needed, its first sample the oldest that the next output looks at.
    input: Vec<f32>,
    /// How far the next output lies after the first input, in 1/`up` samples.
    phase: usize,
    /// Samples taken in and given out.
    taken: u64,
    given: u64,
}

impl Resampler {
    /// A change from one rate to another, in samples a second; none for rates outside [`RATES`].
    pub fn new(from: u32, to: u32) -> Option<Self> {
        if !RATES.contains(&from) || !RATES.contains(&to) {
            return None;
        }
        let shared = common_divisor(from, to);
        let (up, down) = ((to / shared) as usize, (from / shared) as usize);
        let phases = filter(up, down);
        // Silence before the start, so that the first output is at the first input.
        let input = vec![0.0; phases[0].len() / 2 - 1];
        Some(Self { up, down, phases, input, phase: 0, taken: 0, given: 0 })
    }

    /// Takes samples and gives those that they make.
    pub fn push(&mut self, samples: &[f32]) -> Vec<f32> {
        self.taken += samples.len() as u64;
        if self.up == self.down {
            self.given = self.taken;
            return samples.to_vec();
        }
        self.input.extend_from_slice(samples);
        self.run()
    }

    /// Gives the last samples, so that there are as many as the time that went in.
    pub fn finish(mut self) -> Vec<f32> {
        let due = (self.taken * self.up as u64).div_ceil(self.down as u64) - self.given;
        let silence = vec![0.0; self.phases[0].len() / 2 + 1];
        self.input.extend(silence);
        let mut rest = self.run();
        rest.truncate(due as usize);
        rest
    }

    fn run(&mut self) -> Vec<f32> {
        let window = self.phases[0].len();
        let mut out = Vec::new();
        let mut first = 0;
        while first + window <= self.input.len() {
            let input = &self.input[first..first + window];
            let filter = &self.phases[self.phase];
            out.push(input.iter().zip(filter).map(|(sample, part)| sample * part).sum());
            self.phase += self.down;
            first += self.phase / self.up;
            self.phase %= self.up;
        }
        // A step may lie beyond what is there; it is taken when more has come.
        let gone = first.min(self.input.len());
        let _ = self.input.drain(..gone);
        self.phase += (first - gone) * self.up;
        self.given += out.len() as u64;
        out
    }
}

fn common_divisor(one: u32, other: u32) -> u32 {
    if other == 0 { one } else { common_divisor(other, one % other) }
}

/// The windowed sinc, one row for each place of an output between two inputs.
fn filter(up: usize, down: usize) -> Vec<Vec<f32>> {
    // Going down, the band is the output's, and the filter is as much longer.
    let narrow = (up as f64 / down as f64).min(1.0);
    let half = (CROSSINGS as f64 / narrow).ceil();
    let row = |phase: usize| -> Vec<f32> {
        let offset = phase as f64 / up as f64;
        let parts: Vec<f64> = (0..2 * half as usize)
            .map(|place| {
                let time = place as f64 - (half - 1.0) - offset;
                sinc(time * narrow * BAND) * kaiser(time / half)
            })
            .collect();
        // Each row lets silence and steady sound through unchanged.
        let sum: f64 = parts.iter().sum();
        parts.iter().map(|part| (part / sum) as f32).collect()
    };
    (0..up).map(row).collect()
}

fn sinc(x: f64) -> f64 {
    if x == 0.0 { 1.0 } else { (PI * x).sin() / (PI * x) }
}

/// The Kaiser window from -1 to 1.
fn kaiser(x: f64) -> f64 {
    if x.abs() >= 1.0 {
        return 0.0;
    }
    bessel(KAISER * (1.0 - x * x).sqrt()) / bessel(KAISER)
}

/// The modified Bessel function of the first kind and order 0, by its series.
fn bessel(x: f64) -> f64 {
    let mut term = 1.0;
    let mut sum = 1.0;
    for step in 1..40 {
        term *= (x / (2.0 * f64::from(step))).powi(2);
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sound::made::{decibels, rms, tone};

    fn resampled(from: u32, to: u32, samples: &[f32], piece: usize) -> Vec<f32> {
        let mut resampler = Resampler::new(from, to).expect("rates in range");
        let mut out: Vec<f32> = samples.chunks(piece).flat_map(|piece| resampler.push(piece)).collect();
        out.extend(resampler.finish());
        out
    }

    /// Loudness of what is left after the true tone is taken away, against the tone.
    fn error_in_decibels(out: &[f32], truth: &[f32]) -> f32 {
        // The ends, where the tone begins and stops at once, are not the filter's fault.
        let middle = 2000..out.len() - 2000;
        let error: Vec<f32> = middle.clone().map(|place| out[place] - truth[place]).collect();
        decibels(rms(&error)) - decibels(rms(&truth[middle]))
    }

    #[test]
    fn tones_stay_what_they_were_and_in_time() {
        for (from, pitch) in [
            (8_000, 3_000.0),
            (16_000, 440.0),
            (16_000, 6_800.0),
            (32_000, 10_000.0),
            (44_100, 440.0),
            (44_100, 18_000.0),
            (96_000, 1_000.0),
        ] {
            let out = resampled(from, 48_000, &tone(pitch, 0.5, from, from), 441);
            let truth = tone(pitch, 0.5, 48_000, 48_000);
            assert_eq!(out.len(), truth.len(), "{from}");
            let error = error_in_decibels(&out, &truth);
            assert!(error < -60.0, "{from} {pitch}: {error}");
        }
    }

    #[test]
    fn what_the_lower_rate_cannot_hold_is_silent_and_not_folded_back() {
        let out = resampled(48_000, 16_000, &tone(9_000.0, 0.5, 48_000, 48_000), 480);
        let loudness = decibels(rms(&out[1000..15_000]));
        assert!(loudness < -80.0, "{loudness}");
    }

    #[test]
    fn pieces_of_any_size_give_the_same() {
        let sound = tone(700.0, 0.3, 10_007, 44_100);
        let whole = resampled(44_100, 48_000, &sound, sound.len());
        for piece in [1, 7, 480, 4096] {
            assert_eq!(resampled(44_100, 48_000, &sound, piece), whole, "{piece}");
        }
        let down = resampled(48_000, 16_000, &sound, sound.len());
        assert_eq!(resampled(48_000, 16_000, &sound, 1), down);
    }

    #[test]
    fn the_same_rate_changes_nothing() {
        let sound = tone(440.0, 0.5, 1000, 48_000);
        assert_eq!(resampled(48_000, 48_000, &sound, 100), sound);
    }

    #[test]
    fn lengths_and_odd_rates() {
        for (from, samples, expected) in [
            (8_000, 1, 6),
            (44_100, 147, 160),
            (44_100, 0, 0),
            (11_025, 11_025, 48_000),
            (47_999, 47_999, 48_000),
            (192_000, 8, 2),
        ] {
            assert_eq!(resampled(from, 48_000, &vec![0.1; samples], 64).len(), expected, "{from}");
        }
        assert!(Resampler::new(0, 48_000).is_none());
        assert!(Resampler::new(48_000, 7_999).is_none());
    }
}
