//! From a microphone to a player: a device's rate, a level, a file, and slow loud speech out of it.
use alongside::domain::preferences::Pace;
use alongside::sound::RATE;
use alongside::sound::gain::{Louder, TARGET, gain, loudness};
use alongside::sound::level::{Hearing, Level};
use alongside::sound::opus::Encoder;
use alongside::sound::opus::clip::Clip;
use alongside::sound::rate::Resampler;
use alongside::sound::stretch::Stretched;
use alongside::speech::engine::{Carry, Engine};
use alongside::speech::pico::Pico;

/// A soft voice as a 44.1 kHz microphone would hear it.
fn microphone() -> Vec<f32> {
    let folder = tempfile::tempdir().expect("a folder");
    let mut pico = Pico::unpacked(folder.path()).expect("a voice");
    let mut device = Resampler::new(pico.rate(), 44_100).expect("rates in range");
    let mut heard = Vec::new();
    let words = "We talked about the bus. It was a good talk. I will go again next week.";
    pico.say(words, Pace::Steady, &mut |piece| {
        let soft: Vec<f32> = piece.iter().map(|s| f32::from(*s) / 1_200_000.0).collect();
        heard.extend(device.push(&soft));
        Carry::On
    })
    .expect("said");
    heard
}

#[test]
fn what_was_said_softly_is_heard_slowly_and_loudly() {
    let microphone = microphone();
    let mut resampler = Resampler::new(44_100, RATE).expect("rates in range");
    let mut level = Level::new();
    let mut encoder = Encoder::new().expect("an encoder");
    let mut file = Vec::new();
    for piece in microphone.chunks(441) {
        let samples = resampler.push(piece);
        level.hear(&samples);
        file.extend(encoder.push(&samples).expect("encoded"));
    }
    file.extend(encoder.push(&resampler.finish()).expect("encoded"));
    file.extend(encoder.finish().expect("finished"));
    assert_eq!(level.hearing(), Hearing::Quiet);

    let clip = Clip::read(file).expect("a clip");
    let seconds = microphone.len() as f32 / 44_100.0;
    assert!((clip.ms() as f32 / 1000.0 - seconds).abs() < 0.01);

    let gain = gain(loudness(clip.samples_from(0)));
    let slow = Stretched::new(clip.samples_from(0), 0.75);
    let out: Vec<f32> = Louder::new(slow, gain).collect();
    let longer = out.len() as f32 / clip.samples() as f32;
    assert!((longer * 0.75 - 1.0).abs() < 0.02, "{longer}");
    let loud = loudness(out).expect("a voice");
    assert!((loud - TARGET).abs() < 2.0, "{loud} dB, gain {gain}");
}
