//! Slower or faster speech at the same pitch, changed while it plays.
use std::collections::VecDeque;
use std::num::{NonZeroU16, NonZeroU32};

use wsola::TimeStretch;

use super::RATE;

/// The slowest and the fastest that speech stays good at: half and twice its own tempo.
pub const TEMPOS: std::ops::RangeInclusive<f32> = 0.5..=2.0;

const MONO: NonZeroU16 = NonZeroU16::new(1).unwrap();
const SAMPLES_A_SECOND: NonZeroU32 = NonZeroU32::new(RATE).unwrap();

/// Samples fed to the stretcher at a time: 5 ms.
const FEED: usize = 240;

/// Silence fed after the end, so that the stretcher lets go of the last sounds: two of its 30 ms
/// frames and its 12 ms of search.
const RUN_OUT: usize = 72 * RATE as usize / 1000;

/// Plays samples (48 kHz, mono) at another tempo.
///
/// At tempo 1 the samples pass through untouched until the tempo is first changed. The first
/// stretched sample needs 30 ms of the source.
pub struct Stretched<I> {
    source: I,
    /// `None` would mean that the stretcher refuses 48 kHz mono: then all passes through.
    stretcher: Option<TimeStretch>,
    state: State,
    tempo: f32,
    /// Stretched and not given yet.
    ready: VecDeque<f32>,
    /// What passed through last: the stretcher begins with it, to go on without a seam.
    last: VecDeque<f32>,
    /// Samples taken from the source.
    taken: u64,
    /// Samples of the source that were heard, as the tempo says.
    heard: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// The tempo has been 1 all the time.
    Untouched,
    Stretching,
    /// The source has ended; the stretcher holds the rest.
    RunningOut,
}

impl<I: Iterator<Item = f32>> Stretched<I> {
    /// Plays `source` at a tempo: 0.5 is half as fast. Out of [`TEMPOS`] the nearest counts.
    pub fn new(source: I, tempo: f32) -> Self {
        let mut stretched = Self {
            source,
            stretcher: TimeStretch::new(SAMPLES_A_SECOND, MONO).ok(),
            state: State::Untouched,
            tempo: 1.0,
            ready: VecDeque::new(),
            last: VecDeque::new(),
            taken: 0,
            heard: 0.0,
        };
        stretched.change_tempo(tempo);
        stretched
    }

    /// Goes on at another tempo, from the next 15 ms on. What is no number is passed over.
    pub fn change_tempo(&mut self, tempo: f32) {
        if !tempo.is_finite() {
            return;
        }
        self.tempo = tempo.clamp(*TEMPOS.start(), *TEMPOS.end());
        let Some(stretcher) = &mut self.stretcher else {
            return;
        };
        if self.state == State::Untouched && self.tempo != 1.0 {
            self.state = State::Stretching;
            // The stretcher fades its first half frame in. That half frame has been heard already,
            // so it is thrown away, and the fade with it.
            stretcher.push(self.last.make_contiguous());
        }
        stretcher.set_tempo(self.tempo);
    }

    /// The tempo it plays at.
    pub fn tempo(&self) -> f32 {
        self.tempo
    }

    /// How many samples of the source have been heard: where in the clip we are.
    pub fn heard(&self) -> u64 {
        (self.heard as u64).min(self.taken)
    }

    fn untouched(&mut self) -> Option<f32> {
        let sample = self.source.next()?;
        self.taken += 1;
        self.heard += 1.0;
        if let Some(stretcher) = &self.stretcher {
            if self.last.len() == stretcher.min_output_buff_size() {
                let _ = self.last.pop_front();
            }
            self.last.push_back(sample);
        }
        Some(sample)
    }

    fn stretched(&mut self) -> Option<f32> {
        if self.state == State::RunningOut && self.heard >= self.taken as f64 {
            return None;
        }
        while self.ready.is_empty() {
            if !self.stretch_some() {
                return None;
            }
        }
        self.heard += f64::from(self.tempo);
        self.ready.pop_front()
    }

    /// Makes the next half frame ready; whether there was one.
    fn stretch_some(&mut self) -> bool {
        let Some(stretcher) = &mut self.stretcher else {
            return false;
        };
        let mut half_frame = vec![0.0; stretcher.min_output_buff_size()];
        loop {
            if let Ok(made) = stretcher.pull(&mut half_frame) {
                half_frame.truncate(made);
                // Those heard before come out first.
                let again = self.last.len().min(made);
                let _ = self.last.drain(..again);
                self.ready.extend(&half_frame[again..]);
                return true;
            }
            if self.state == State::RunningOut {
                return false;
            }
            let fed: Vec<f32> = self.source.by_ref().take(FEED).collect();
            self.taken += fed.len() as u64;
            stretcher.push(&fed);
            if fed.len() < FEED {
                self.state = State::RunningOut;
                stretcher.push(&[0.0; RUN_OUT]);
                stretcher.set_draining();
            }
        }
    }
}

impl<I: Iterator<Item = f32>> Iterator for Stretched<I> {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        match self.state {
            State::Untouched => self.untouched(),
            State::Stretching | State::RunningOut => self.stretched(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sound::made::{decibels, pitch, rms, tone, voice};

    const STEPS: [f32; 6] = [0.5, 0.75, 1.0, 1.25, 1.5, 2.0];

    fn stretched(sound: &[f32], tempo: f32) -> Vec<f32> {
        Stretched::new(sound.iter().copied(), tempo).collect()
    }

    #[test]
    fn tones_keep_their_pitch() {
        for hertz in [200.0, 440.0] {
            let sound = tone(f64::from(hertz), 0.5, 2 * RATE, RATE);
            for tempo in STEPS {
                let heard = pitch(&stretched(&sound, tempo));
                assert!((heard / hertz - 1.0).abs() < 0.02, "{hertz} Hz at {tempo}: {heard}");
            }
        }
    }

    #[test]
    fn lengths_are_right() {
        let sound = voice();
        for tempo in STEPS {
            let length = stretched(&sound, tempo).len() as f32;
            let expected = sound.len() as f32 / tempo;
            assert!((length / expected - 1.0).abs() < 0.02, "{tempo}: {length} {expected}");
        }
    }

    #[test]
    fn speech_stays_as_loud_to_its_last_word() {
        let sound = voice();
        let sound = &sound[..sound.len() - RATE as usize / 2];
        for tempo in STEPS {
            let out = stretched(sound, tempo);
            let whole = decibels(rms(&out)) - decibels(rms(sound));
            assert!(whole.abs() < 1.0, "{tempo}: {whole} dB");
        }
    }

    #[test]
    fn at_its_own_tempo_nothing_is_changed() {
        let sound = voice();
        assert_eq!(stretched(&sound, 1.0), sound);
    }

    #[test]
    fn short_sounds_are_not_lost() {
        for length in [0, 1, 100, 1440, 3000] {
            for tempo in STEPS {
                let out = stretched(&vec![0.5; length], tempo).len() as f32;
                let expected = length as f32 / tempo;
                assert!((out - expected).abs() <= 2.0, "{length} at {tempo}: {out}");
            }
        }
    }

    #[test]
    fn the_first_sample_needs_little_of_the_source() {
        let mut taken = 0;
        let source = std::iter::repeat_with(|| {
            taken += 1;
            0.1
        });
        assert!(Stretched::new(source, 0.5).next().is_some());
        assert!(taken <= 50 * RATE / 1000, "{taken}");
    }

    /// The largest step from one sample to the next.
    fn roughest(sound: &[f32]) -> f32 {
        sound.windows(2).map(|pair| (pair[1] - pair[0]).abs()).fold(0.0, f32::max)
    }

    #[test]
    fn the_tempo_changes_while_it_plays_without_a_click() {
        let sound = tone(200.0, 0.5, 4 * RATE, RATE);
        let mut playing = Stretched::new(sound.iter().copied(), 1.0);
        let mut out = Vec::new();
        for tempo in [1.0, 0.5, 2.0, 1.0] {
            playing.change_tempo(tempo);
            out.extend(playing.by_ref().take(RATE as usize / 2));
        }
        assert_eq!(out[..RATE as usize / 2], sound[..RATE as usize / 2]);
        assert!(roughest(&out) < 1.5 * roughest(&sound), "{}", roughest(&out));
        let quietest = out[480..].chunks(480).map(rms).fold(1.0, f32::min);
        assert!(quietest > 0.3, "{quietest}");
    }

    #[test]
    fn it_knows_where_in_the_source_it_is() {
        let sound = voice();
        let mut playing = Stretched::new(sound.iter().copied(), 1.0);
        let mut expected = 0.0;
        for tempo in [1.0, 0.5, 1.5] {
            playing.change_tempo(tempo);
            assert_eq!(playing.by_ref().take(48_000).count(), 48_000);
            expected += 48_000.0 * f64::from(tempo);
            let error = playing.heard() as f64 - expected;
            assert!(error.abs() <= 1.0, "{tempo}: {error}");
        }
        assert!(playing.by_ref().count() > 0);
        assert_eq!(playing.heard(), sound.len() as u64);
    }

    #[test]
    fn tempos_out_of_range_are_brought_back() {
        let mut playing = Stretched::new([0.0].into_iter(), 9.0);
        assert_eq!(playing.tempo(), 2.0);
        playing.change_tempo(f32::NAN);
        playing.change_tempo(0.0);
        assert_eq!(playing.tempo(), 0.5);
    }
}
