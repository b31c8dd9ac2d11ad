//! The voice of the app: words in, spoken by one engine through the loudspeaker, stopped at any moment.
pub mod engine;
pub mod normalise;
pub mod pico;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender, TryRecvError};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use self::engine::{Carry, Engine, EngineError};
use self::normalise::say_like::SayLike;
use crate::devices::{Playing, Sound, Speaker};
use crate::domain::preferences::Pace;
use crate::problem::Problem;
use crate::words::Speaking;

/// Words of one part of a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Utterance {
    /// The part.
    pub part: String,
    /// Its words.
    pub words: String,
}

/// How to say them.
#[derive(Debug, Clone, Default)]
pub struct Manner {
    /// How fast.
    pub pace: Pace,
    /// How loud, 0 to 1.
    pub gain: f32,
    /// How this person says some words.
    pub say_like: SayLike,
}

/// What the voice is doing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Now {
    /// Nothing.
    #[default]
    Silent,
    /// It is about to speak.
    Starting,
    /// It says this sentence.
    Speaking(Speaking),
    /// It cannot be heard.
    Failed(Problem),
}

/// Makes the engine, on the thread of the voice: the window never waits for it.
pub type MakeEngine = Arc<dyn Fn() -> Result<Box<dyn Engine>, EngineError> + Send + Sync>;

/// The voice. Dropping it ends its thread.
pub struct Voice {
    orders: Sender<Order>,
    state: Arc<State>,
}

impl std::fmt::Debug for Voice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Voice")
    }
}

#[derive(Default)]
struct State {
    now: Mutex<Now>,
    /// The number of the last order: what an older order still makes is thrown away.
    last: AtomicU64,
}

impl State {
    fn now(&self) -> MutexGuard<'_, Now> {
        self.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_last(&self, order: u64) -> bool {
        self.last.load(Ordering::SeqCst) == order
    }

    /// Says what is going on, unless a newer order has come.
    fn tell(&self, order: u64, now: Now) {
        let mut told = self.now();
        if self.is_last(order) {
            *told = now;
        }
    }
}

enum Order {
    Say(u64, Vec<Utterance>, Manner),
    Stop,
}

impl Voice {
    /// A voice that speaks through this loudspeaker.
    #[must_use]
    pub fn new(make: MakeEngine, speaker: Arc<dyn Speaker>) -> Self {
        let (orders, taken) = mpsc::channel();
        let state = Arc::new(State::default());
        let mouth = Mouth { make, engine: None, speaker, state: state.clone(), playing: None };
        let _thread = std::thread::spawn(move || mouth.obey(&taken));
        Self { orders, state }
    }

    /// Says these words, in the place of whatever it is saying.
    pub fn say(&self, utterances: Vec<Utterance>, manner: Manner) {
        let order = {
            let mut now = self.state.now();
            *now = Now::Starting;
            self.state.last.fetch_add(1, Ordering::SeqCst) + 1
        };
        // The thread lives as long as the voice.
        let _ = self.orders.send(Order::Say(order, utterances, manner));
    }

    /// Stops at once.
    pub fn stop(&self) {
        let mut now = self.state.now();
        let _ = self.state.last.fetch_add(1, Ordering::SeqCst);
        *now = Now::Silent;
        let _ = self.orders.send(Order::Stop);
    }

    /// What it is doing.
    #[must_use]
    pub fn now(&self) -> Now {
        self.state.now().clone()
    }
}

/// The voice's own thread.
struct Mouth {
    make: MakeEngine,
    engine: Option<Box<dyn Engine>>,
    speaker: Arc<dyn Speaker>,
    state: Arc<State>,
    playing: Option<Playing>,
}

impl Mouth {
    fn obey(mut self, orders: &Receiver<Order>) {
        while let Ok(order) = orders.recv() {
            self.playing = None;
            if let Order::Say(order, utterances, manner) = order
                && self.state.is_last(order)
                && let Err(problem) = self.say(order, &utterances, &manner)
            {
                self.state.tell(order, Now::Failed(problem));
            }
        }
    }

    fn say(&mut self, order: u64, utterances: &[Utterance], manner: &Manner) -> Result<(), Problem> {
        let engine = match &mut self.engine {
            Some(engine) => engine,
            none => none.insert((self.make)().map_err(|_| Problem::NoSpeaker)?),
        };
        let (pieces, stream) = mpsc::channel();
        let stream = Stream { order, pieces: stream, state: self.state.clone(), samples: Vec::new().into_iter() };
        let rate = engine.rate();
        self.playing = Some(self.speaker.play(Sound { rate, gain: manner.gain, samples: Box::new(stream) })?);
        for utterance in utterances {
            for sentence in normalise::sentences(&utterance.words, &manner.say_like) {
                let speaking = Speaking { part: utterance.part.clone(), range: sentence.source };
                if pieces.send(Piece::Begins(speaking)).is_err() || !self.state.is_last(order) {
                    return Ok(());
                }
                let mut out = |samples: &[i16]| {
                    let samples = samples.iter().map(|sample| f32::from(*sample) / 32768.0).collect();
                    let sent = pieces.send(Piece::Samples(samples)).is_ok();
                    if sent && self.state.is_last(order) { Carry::On } else { Carry::Stop }
                };
                // A sentence that fails is passed over: the others are still said.
                let _ = engine.say(&sentence.words, manner.pace, &mut out);
            }
            // A breath between one part and the next.
            let _ = pieces.send(Piece::Samples(vec![0.0; rate as usize / 4]));
        }
        Ok(())
    }
}

enum Piece {
    Begins(Speaking),
    Samples(Vec<f32>),
}

/// The samples as the loudspeaker takes them. It never waits: what is not made yet is silence.
struct Stream {
    order: u64,
    pieces: Receiver<Piece>,
    state: Arc<State>,
    samples: std::vec::IntoIter<f32>,
}

impl Iterator for Stream {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        loop {
            if let Some(sample) = self.samples.next() {
                return Some(sample);
            }
            match self.pieces.try_recv() {
                Ok(Piece::Samples(samples)) => self.samples = samples.into_iter(),
                Ok(Piece::Begins(speaking)) => self.state.tell(self.order, Now::Speaking(speaking)),
                Err(TryRecvError::Empty) => return Some(0.0),
                Err(TryRecvError::Disconnected) => return None,
            }
        }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        // All is said, or the loudspeaker is gone.
        self.state.tell(self.order, Now::Silent);
    }
}
