//! Sounds made for tests: tones, noise, and a voice.
use std::f32::consts::TAU;
use std::sync::LazyLock;

use super::RATE;
use super::rate::Resampler;
use crate::domain::preferences::Pace;
use crate::speech::engine::{Carry, Engine};
use crate::speech::pico::Pico;

/// A tone of `pitch` Hz and `peak` at a rate.
pub fn tone(pitch: f64, peak: f32, samples: u32, rate: u32) -> Vec<f32> {
    (0..samples)
        .map(|place| {
            let turns = (f64::from(place) * pitch / f64::from(rate)).fract();
            peak * (turns as f32 * TAU).sin()
        })
        .collect()
}

/// White noise from -1 to 1, the same each time.
pub fn white(samples: usize) -> Vec<f32> {
    let mut state = 0x2545_F491_u32;
    (0..samples)
        .map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 8) as f32 / (1 << 23) as f32 - 1.0
        })
        .collect()
}

/// Pink noise, as a room or a fan makes, of a loudness in dB below full scale.
pub fn pink(samples: usize, loudness: f32) -> Vec<f32> {
    // Several slow noises added: each falls 6 dB an octave from where it begins.
    let mut slow = [0.0_f32; 8];
    let sound: Vec<f32> = white(samples)
        .into_iter()
        .map(|white| {
            for (octave, noise) in slow.iter_mut().enumerate() {
                let speed = 0.5_f32.powi(octave as i32 + 1);
                *noise += speed * (white / speed.sqrt() - *noise);
            }
            slow.iter().sum()
        })
        .collect();
    at_loudness(&sound, loudness)
}

/// Three sentences in Pico's voice at 48 kHz, with a pause of half a second between.
pub fn voice() -> Vec<f32> {
    static VOICE: LazyLock<Vec<f32>> = LazyLock::new(|| {
        let folder = tempfile::tempdir().expect("a folder");
        let mut pico = Pico::unpacked(folder.path()).expect("a voice");
        let mut resampler = Resampler::new(pico.rate(), RATE).expect("rates in range");
        let mut sound = Vec::new();
        for words in [
            "We went to the park and looked at the ducks.",
            "It was cold, but we had a good talk.",
            "Next week I will see them again.",
        ] {
            pico.say(words, Pace::Steady, &mut |piece| {
                let piece: Vec<f32> = piece.iter().map(|s| f32::from(*s) / 32_768.0).collect();
                sound.extend(resampler.push(&piece));
                Carry::On
            })
            .expect("said");
            sound.extend(vec![0.0; RATE as usize / 2]);
        }
        sound
    });
    VOICE.clone()
}

/// The voice with its sentences at a loudness, the pauses not counted.
pub fn voice_at(loudness: f32) -> Vec<f32> {
    let voice = voice();
    let loud: Vec<f32> = voice.chunks(480).filter(|piece| rms(piece) > 0.01).flatten().copied().collect();
    let factor = amplitude(loudness) / rms(&loud);
    voice.iter().map(|sample| sample * factor).collect()
}

/// The sound, made so loud on the whole.
pub fn at_loudness(sound: &[f32], loudness: f32) -> Vec<f32> {
    let factor = amplitude(loudness) / rms(sound);
    sound.iter().map(|sample| sample * factor).collect()
}

pub fn mixed(one: &[f32], other: &[f32]) -> Vec<f32> {
    one.iter().zip(other).map(|(a, b)| a + b).collect()
}

pub fn rms(sound: &[f32]) -> f32 {
    let power: f64 = sound.iter().map(|s| f64::from(*s).powi(2)).sum();
    (power / sound.len().max(1) as f64).sqrt() as f32
}

pub fn decibels(amplitude: f32) -> f32 {
    20.0 * amplitude.max(1e-9).log10()
}

pub fn amplitude(decibels: f32) -> f32 {
    10.0_f32.powf(decibels / 20.0)
}

/// The pitch of a tone, by its upward zero crossings, without its ends.
pub fn pitch(sound: &[f32]) -> f32 {
    let middle = &sound[sound.len() / 4..sound.len() * 3 / 4];
    let crossings: Vec<usize> = (1..middle.len()).filter(|at| middle[at - 1] <= 0.0 && middle[*at] > 0.0).collect();
    let (Some(first), Some(last)) = (crossings.first(), crossings.last()) else {
        return 0.0;
    };
    (crossings.len() - 1) as f32 * RATE as f32 / (last - first) as f32
}
