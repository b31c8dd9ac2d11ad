//! From asking for words to their first sample at the loudspeaker.
//!
//! With the pretend loudspeaker, which takes samples as soon as they are there; with `ALONGSIDE_SPEAKER=real`, with the
//! one of this computer. Then it has to be opened for the first line, and asks for samples when it wants some.
mod figures;

use std::error::Error;
use std::sync::mpsc::{self, Sender};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use alongside::devices::{Playing, Sound, Speaker, pretend::Pretend, real};
use alongside::problem::Problem;
use alongside::speech::{Manner, Utterance, Voice, engine::Engine, pico::Pico};
use figures::{Times, against, say};

const LIMIT: f64 = 100.0;
/// Softer than this, nobody hears it.
const AUDIBLE: f32 = 0.01;
const LINES: [&str; 20] = [
    "Who are you?",
    "Hello Sam.",
    "What do you want to do?",
    "Plan a trip.",
    "Tell my story.",
    "Where do you want to go?",
    "Leave home at 9 o'clock in the morning.",
    "Wait for bus 42.",
    "Press the bell when you see the big red church.",
    "First, you. Are you safe now?",
    "How do you feel about your visit?",
    "Who did you see? Use first letters, not the full name.",
    "What did you do with J B?",
    "Press Start when you are ready.",
    "We are recording your voice.",
    "Are you worried about someone?",
    "Ring 999 now.",
    "Let us check your words.",
    "Where is my story?",
    "The microphone is off. Ask Dee.",
];

/// What reached the loudspeaker: any sample that the engine made, and one that can be heard, so many samples after it.
enum Reached {
    First(Instant),
    Heard(Instant, usize),
}

/// Passes sounds on, and tells when their first samples are taken.
struct Telling {
    speaker: Arc<dyn Speaker>,
    tells: Mutex<Sender<Reached>>,
}

impl Speaker for Telling {
    fn play(&self, sound: Sound) -> Result<Playing, Problem> {
        let tells = self.tells.lock().map_err(|_| Problem::NoSpeaker)?.clone();
        let (mut first, mut heard, mut soft) = (true, true, 0);
        let samples = sound.samples.inspect(move |sample| {
            if first && *sample != 0.0 {
                first = false;
                // Nobody waits any more once the time for a line is over.
                let _ = tells.send(Reached::First(Instant::now()));
            }
            soft += usize::from(!first);
            if heard && sample.abs() > AUDIBLE {
                heard = false;
                let _ = tells.send(Reached::Heard(Instant::now(), soft));
            }
        });
        self.speaker.play(Sound { samples: Box::new(samples), ..sound })
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let is_real = std::env::var("ALONGSIDE_SPEAKER").is_ok_and(|which| which == "real");
    let speaker: Arc<dyn Speaker> = if is_real { real::devices(None).speaker } else { Arc::new(Pretend::default()) };
    say(if is_real { "with the loudspeaker of this computer" } else { "with a pretend loudspeaker" });
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let (tells, told) = mpsc::channel();
    let voice_files = folder.path().to_owned();
    let engine = Arc::new(move || Ok(Box::new(Pico::unpacked(&voice_files)?) as Box<dyn Engine>));
    let voice = Voice::new(engine, Arc::new(Telling { speaker, tells: Mutex::new(tells) }));
    let manner = Manner { gain: 1.0, ..Manner::default() };
    let (mut firsts, mut heards, mut softs) = (Vec::new(), Vec::new(), Vec::new());
    for line in LINES {
        let start = Instant::now();
        voice.say(vec![Utterance { part: "line".into(), words: line.into() }], manner.clone());
        while let Ok(reached) = told.recv_timeout(Duration::from_secs(5)) {
            match reached {
                Reached::First(at) => firsts.push(at - start),
                Reached::Heard(at, soft) => {
                    heards.push(at - start);
                    softs.push(Duration::from_secs_f64(soft as f64 / 16_000.0));
                    break;
                }
            }
        }
        // Time to be heard, and then the next line comes in its place.
        std::thread::sleep(Duration::from_millis(if is_real { 600 } else { 50 }));
    }
    if heards.len() < LINES.len() {
        return Err(format!("of {} lines {} were heard", LINES.len(), heards.len()).into());
    }
    say(format_args!("the very first line, with its voice unpacked: {:?}, heard {:?}", firsts[0], heards[0]));
    let (firsts, heards) = (Times::of(firsts), Times::of(heards));
    firsts.say("to the first sample that the voice made");
    heards.say("to the first that can be heard");
    Times::of(softs).say("of the voice's own sound, too soft to be heard before it");
    against("to the first sample, half", firsts.ms(50), LIMIT, "ms");
    against("to the first sample, 95 of 100", firsts.ms(95), LIMIT, "ms");
    Ok(())
}
