//! The real microphone, through rodio: one thread takes what is heard, another keeps it.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use rodio::Source;
use rodio::microphone::{Microphone as Stream, MicrophoneBuilder};

use super::{Keep, Microphone, Take};
use crate::problem::Problem;

/// How long to wait for the device to open.
const PATIENCE: Duration = Duration::from_secs(3);
/// How often what is heard is taken. The device itself holds a tenth of a second.
const BEAT: Duration = Duration::from_millis(10);
/// A device that gives nothing at all for so long is gone.
const GONE: Duration = Duration::from_secs(2);

/// The microphone that the computer uses for everything.
#[derive(Debug, Default)]
pub struct RealMicrophone;

impl Microphone for RealMicrophone {
    fn listen(&self, keep: Box<dyn Keep>) -> Result<Take, Problem> {
        let (take, stop) = Take::new();
        let (pieces, heard) = mpsc::channel();
        let (opened, answer) = mpsc::sync_channel(1);
        let given_up = stop.clone();
        let _hears = std::thread::spawn(move || {
            let stream = open();
            let rate = stream.as_ref().map_or(0, |stream| stream.sample_rate().get());
            let is_open = stream.is_some();
            if opened.send(is_open.then_some(rate)).is_ok()
                && let Some(stream) = stream
            {
                hear(stream, &stop, &pieces);
            }
        });
        let Ok(Some(rate)) = answer.recv_timeout(PATIENCE) else {
            given_up.store(true, Ordering::Relaxed);
            return Err(Problem::NoMicrophone);
        };
        // The disk may be slow. What is heard meanwhile waits here, not in the device.
        let _keeps = std::thread::spawn(move || keep_all(keep, &heard, rate));
        Ok(take)
    }
}

fn open() -> Option<Stream> {
    MicrophoneBuilder::new().default_device().ok()?.default_config().ok()?.open_stream().ok()
}

/// Takes what is heard until it is told to stop, or the device is gone.
fn hear(mut stream: Stream, stop: &Arc<AtomicBool>, pieces: &Sender<Heard>) {
    let channels = usize::from(stream.channels().get());
    let mut silent = Duration::ZERO;
    while !stop.load(Ordering::Relaxed) {
        let (waiting, _) = stream.size_hint();
        if waiting < channels {
            silent += BEAT;
            if silent > GONE {
                let _ = pieces.send(Heard::Lost);
                return;
            }
            std::thread::sleep(BEAT);
            continue;
        }
        silent = Duration::ZERO;
        let whole = waiting - waiting % channels;
        let samples: Vec<f32> = stream.by_ref().take(whole).collect();
        if pieces.send(Heard::Samples(one_channel(&samples, channels))).is_err() {
            return;
        }
        std::thread::sleep(BEAT);
    }
}

enum Heard {
    Samples(Vec<f32>),
    Lost,
}

/// The mean of the channels: a headset may use only one of two.
fn one_channel(samples: &[f32], channels: usize) -> Vec<f32> {
    samples.chunks_exact(channels).map(|frame| frame.iter().sum::<f32>() / channels as f32).collect()
}

/// Keeps what is heard, to the last piece that came before the stop.
fn keep_all(mut keep: Box<dyn Keep>, heard: &Receiver<Heard>, rate: u32) {
    let mut why = None;
    while why.is_none() {
        match heard.recv() {
            Ok(Heard::Samples(samples)) => why = keep.keep(&samples, rate).err(),
            Ok(Heard::Lost) => why = Some(Problem::MicrophoneLost),
            Err(_) => break,
        }
    }
    keep.finish(why);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_channels_become_one() {
        assert_eq!(one_channel(&[0.5, 0.0, 1.0, 1.0], 2), [0.25, 1.0]);
        assert_eq!(one_channel(&[0.5, 0.25], 1), [0.5, 0.25]);
    }
}
