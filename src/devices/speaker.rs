//! The real loudspeaker, through rodio: opened for the first sound, closed when there has been none for a while.
use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender, SyncSender};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use rodio::{CpalErrorKind, DeviceSinkBuilder, MixerDeviceSink, Source};

use super::{Playing, Sound, Speaker};
use crate::problem::Problem;
use crate::sound::rate::Resampler;

/// How long the device is held after the last sound. Held for ever, it would keep the processor awake.
const HOLD: Duration = Duration::from_secs(3);
/// How often it is looked at meanwhile, to let go of a device that is gone.
const LOOK: Duration = Duration::from_millis(300);
/// A device that gives errors and takes no sound for so long is gone. While PulseAudio opens, it gives hundreds.
const GONE: Duration = Duration::from_millis(700);
/// The rest after an error: the device's thread asks again at once, and would do nothing else.
const REST: Duration = Duration::from_millis(5);
/// How long the window waits to hear that the device opened. After that it is told so by silence.
const PATIENCE: Duration = Duration::from_millis(150);
/// A sound that is stopped fades for so long, in seconds: cut off at once, it would click.
const FADE: f32 = 0.006;
/// Samples that are taken at a time to change their rate.
const PIECE: usize = 160;

/// The loudspeaker that the computer uses for everything. The device is known only to a thread of its own.
#[derive(Debug)]
pub struct RealSpeaker {
    orders: Mutex<Sender<Order>>,
}

struct Order {
    sound: Sound,
    stop: Arc<AtomicBool>,
    opened: SyncSender<Result<(), Problem>>,
}

impl Default for RealSpeaker {
    fn default() -> Self {
        let (orders, taken) = mpsc::channel();
        let _thread = std::thread::spawn(move || Holder::default().obey(&taken));
        Self { orders: Mutex::new(orders) }
    }
}

impl Speaker for RealSpeaker {
    fn play(&self, sound: Sound) -> Result<Playing, Problem> {
        let (sound, playing) = Playing::watch(sound);
        let stop = Arc::new(AtomicBool::new(false));
        let (opened, answer) = mpsc::sync_channel(1);
        let order = Order { sound, stop: stop.clone(), opened };
        let orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        orders.send(order).map_err(|_| Problem::NoSpeaker)?;
        match answer.recv_timeout(PATIENCE) {
            Ok(Err(problem)) => Err(problem),
            Ok(Ok(())) | Err(_) => Ok(playing.stopped_by(move || stop.store(true, Ordering::Relaxed))),
        }
    }
}

/// Holds the device while there are sounds.
#[derive(Default)]
struct Holder {
    sink: Option<MixerDeviceSink>,
    health: Health,
    /// Every sound under way has a copy of this.
    sounds: Arc<()>,
}

impl Holder {
    fn obey(mut self, orders: &Receiver<Order>) {
        let mut idle = Duration::ZERO;
        loop {
            let order = match self.sink {
                Some(_) => orders.recv_timeout(LOOK),
                None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            match order {
                Ok(order) => {
                    idle = Duration::ZERO;
                    // Whoever asked may have given up waiting.
                    let _ = order.opened.send(self.begin(order.sound, order.stop));
                }
                Err(RecvTimeoutError::Timeout) => {
                    idle = if Arc::strong_count(&self.sounds) == 1 { idle + LOOK } else { Duration::ZERO };
                    if idle >= HOLD || self.health.is_lost() {
                        self.sink = None;
                    }
                }
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    }

    fn begin(&mut self, sound: Sound, stop: Arc<AtomicBool>) -> Result<(), Problem> {
        if self.health.is_lost() {
            self.sink = None;
        }
        let sink = match &self.sink {
            Some(sink) => sink,
            None => {
                self.health = Health::default();
                self.sink.insert(open(&self.health).ok_or(Problem::NoSpeaker)?)
            }
        };
        let rate = sink.config().sample_rate();
        let fading = Fading {
            samples: sound.samples,
            gain: sound.gain,
            stop,
            left: None,
            step: 1.0 / (FADE * sound.rate as f32),
        };
        let resampler = Resampler::new(sound.rate, rate.get()).ok_or(Problem::NoSpeaker)?;
        let at_rate = AtRate { samples: fading, resampler: Some(resampler), ready: Vec::new().into_iter() };
        sink.mixer().add(Rodio {
            samples: at_rate,
            rate,
            taken: self.health.taken.clone(),
            _under_way: self.sounds.clone(),
        });
        Ok(())
    }
}

/// How the open device fares: told by its errors, and by the samples that it takes.
#[derive(Clone, Default)]
struct Health {
    lost: Arc<AtomicBool>,
    taken: Arc<AtomicU64>,
}

impl Health {
    fn is_lost(&self) -> bool {
        self.lost.load(Ordering::Relaxed)
    }

    /// Takes the errors of the device, on its own thread.
    fn judge(&self) -> impl FnMut(rodio::CpalError) + Clone + Send + 'static {
        let Self { lost, taken } = self.clone();
        let mut since: Option<(Instant, u64)> = None;
        move |error| {
            match error.kind() {
                CpalErrorKind::Xrun | CpalErrorKind::DeviceChanged | CpalErrorKind::RealtimeDenied => return,
                CpalErrorKind::DeviceNotAvailable => lost.store(true, Ordering::Relaxed),
                _ => {}
            }
            let now = taken.load(Ordering::Relaxed);
            match since {
                Some((start, before)) if before == now => {
                    if start.elapsed() > GONE {
                        lost.store(true, Ordering::Relaxed);
                    }
                }
                _ => since = Some((Instant::now(), now)),
            }
            std::thread::sleep(REST);
        }
    }
}

fn open(health: &Health) -> Option<MixerDeviceSink> {
    let builder = DeviceSinkBuilder::from_default_device().ok()?.with_error_callback(health.judge());
    let mut sink = builder.open_stream().ok().or_else(|| {
        let any = DeviceSinkBuilder::from_default_device().ok()?.with_error_callback(health.judge());
        any.open_sink_or_fallback().ok()
    })?;
    sink.log_on_drop(false);
    Some(sink)
}

/// Ends softly when it is told to stop.
struct Fading {
    samples: Box<dyn Iterator<Item = f32> + Send>,
    gain: f32,
    stop: Arc<AtomicBool>,
    /// How loud it still is, once it fades.
    left: Option<f32>,
    step: f32,
}

impl Iterator for Fading {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        if self.left.is_none() && self.stop.load(Ordering::Relaxed) {
            self.left = Some(1.0);
        }
        let sample = self.samples.next()? * self.gain;
        let Some(left) = &mut self.left else { return Some(sample) };
        *left -= self.step;
        (*left > 0.0).then_some(sample * *left)
    }
}

/// The samples at the rate of the device.
struct AtRate {
    samples: Fading,
    /// Gone when the last samples have been made.
    resampler: Option<Resampler>,
    ready: std::vec::IntoIter<f32>,
}

impl Iterator for AtRate {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        loop {
            if let Some(sample) = self.ready.next() {
                return Some(sample);
            }
            let piece: Vec<f32> = self.samples.by_ref().take(PIECE).collect();
            let made =
                if piece.is_empty() { self.resampler.take()?.finish() } else { self.resampler.as_mut()?.push(&piece) };
            self.ready = made.into_iter();
        }
    }
}

/// As rodio wants it.
struct Rodio {
    samples: AtRate,
    rate: rodio::SampleRate,
    /// Samples that the device has taken.
    taken: Arc<AtomicU64>,
    _under_way: Arc<()>,
}

impl Iterator for Rodio {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        let _ = self.taken.fetch_add(1, Ordering::Relaxed);
        self.samples.next()
    }
}

impl Source for Rodio {
    fn current_span_len(&self) -> Option<usize> {
        None
    }

    fn channels(&self) -> rodio::ChannelCount {
        NonZero::<u16>::MIN
    }

    fn sample_rate(&self) -> rodio::SampleRate {
        self.rate
    }

    fn total_duration(&self) -> Option<Duration> {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fading(stop: &Arc<AtomicBool>) -> Fading {
        let samples = Box::new(std::iter::repeat_n(1.0, 1_000));
        Fading { samples, gain: 0.5, stop: stop.clone(), left: None, step: 1.0 / (FADE * 16_000.0) }
    }

    #[test]
    fn a_sound_that_is_stopped_fades_and_then_ends() {
        let stop = Arc::new(AtomicBool::new(false));
        let mut sound = fading(&stop);
        assert!(sound.by_ref().take(100).all(|sample| sample == 0.5));
        stop.store(true, Ordering::Relaxed);
        let rest: Vec<_> = sound.collect();
        assert!(rest.len() < 100, "{} samples after the stop", rest.len());
        assert!(rest.windows(2).all(|pair| pair[0] > pair[1]));
    }

    #[test]
    fn a_sound_is_as_long_at_the_rate_of_the_device() {
        let samples = fading(&Arc::default());
        let resampler = Resampler::new(16_000, 48_000);
        let sound = AtRate { samples, resampler, ready: Vec::new().into_iter() };
        assert_eq!(sound.count(), 3_000);
    }

    #[test]
    fn a_device_is_lost_when_errors_go_on_and_it_takes_no_sound() {
        let health = Health::default();
        let mut judge = health.judge();
        let start = Instant::now();
        while start.elapsed() < GONE + 4 * REST {
            judge(CpalErrorKind::BackendError.into());
            let _ = health.taken.fetch_add(1, Ordering::Relaxed);
        }
        assert!(!health.is_lost(), "it was still taking sound");
        let start = Instant::now();
        while start.elapsed() < GONE + 4 * REST {
            judge(CpalErrorKind::BackendError.into());
        }
        assert!(health.is_lost());
    }
}
