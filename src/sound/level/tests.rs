//! Voices loud and soft, noise, silence: what the person is told.
use super::Hearing::{Blocked, Listening, Loud, Nothing, Quiet, Well};
use super::*;
use crate::sound::made::{mixed, pink, voice, voice_at, white};

const SECOND: usize = RATE as usize;

/// What is told over time, each judgement once.
fn told(sound: &[f32]) -> Vec<Hearing> {
    let mut level = Level::new();
    let mut told = vec![level.hearing()];
    for piece in sound.chunks(960) {
        level.hear(piece);
        told.push(level.hearing());
    }
    told.dedup();
    told
}

fn silence(seconds: usize) -> Vec<f32> {
    // A microphone in a quiet room is never all zeros.
    white(seconds * SECOND).iter().map(|sample| sample * 1e-5).collect()
}

#[test]
fn voices_are_told_apart_by_loudness() {
    for (loudness, expected) in
        [(-20.0, Well), (-30.0, Well), (-36.0, Well), (-44.0, Quiet), (-52.0, Quiet), (-59.0, Nothing)]
    {
        let sound = mixed(&voice_at(loudness).repeat(2), &silence(60));
        assert_eq!(told(&sound), [Listening, expected], "{loudness} dB");
    }
}

#[test]
fn noise_in_the_room_is_no_voice() {
    for loudness in [-30.0, -40.0, -50.0] {
        assert_eq!(told(&pink(10 * SECOND, loudness)), [Listening, Nothing], "{loudness}");
    }
}

#[test]
fn noise_under_a_voice_does_not_make_it_louder() {
    let sound = voice_at(-45.0).repeat(2);
    let sound = mixed(&sound, &pink(sound.len(), -65.0));
    assert_eq!(told(&sound), [Listening, Quiet]);
}

#[test]
fn a_microphone_that_gives_only_zeros_is_blocked() {
    assert_eq!(told(&vec![0.0; 3 * SECOND]), [Listening, Blocked]);
    let mut unplugged = voice_at(-30.0);
    unplugged.extend(vec![0.0; 3 * SECOND]);
    assert_eq!(told(&unplugged), [Listening, Well, Blocked]);
    let mut plugged = vec![0.0; 3 * SECOND];
    plugged.extend(voice_at(-30.0));
    assert_eq!(told(&plugged), [Listening, Blocked, Listening, Well]);
}

#[test]
fn two_cut_off_peaks_are_too_loud_and_one_is_not() {
    let loud: Vec<f32> = voice().iter().map(|s| (s * 20.0).clamp(-1.0, 1.0)).collect();
    assert!(told(&loud).contains(&Loud));
    let mut knock = voice_at(-30.0);
    knock[SECOND] = 1.0;
    assert_eq!(told(&knock), [Listening, Well]);
    knock[2 * SECOND] = -1.0;
    assert_eq!(told(&knock), [Listening, Well, Loud, Well]);
}

#[test]
fn pauses_in_talk_change_nothing_and_a_long_one_does() {
    let mut sound = Vec::new();
    for pause in [1, 2, 3, 4] {
        sound.extend(voice_at(-30.0));
        sound.extend(silence(pause));
    }
    assert_eq!(told(&sound), [Listening, Well]);
    sound.extend(silence(3));
    sound.extend(voice_at(-30.0));
    assert_eq!(told(&sound), [Listening, Well, Nothing, Well]);
}

#[test]
fn a_voice_at_the_border_does_not_flicker() {
    for loudness in [-41.0, -40.0, -39.0, -55.0] {
        let sound = mixed(&voice_at(loudness).repeat(4), &silence(120));
        assert!(told(&sound).len() <= 3, "{loudness}: {:?}", told(&sound));
    }
}

#[test]
fn it_says_how_long_nobody_spoke() {
    let mut level = Level::new();
    level.hear(&silence(2));
    assert!((1900..=2000).contains(&level.ms_without_voice()));
    level.hear(&voice_at(-30.0)[..SECOND]);
    assert!(level.ms_without_voice() < 1000);
}

#[test]
fn the_ring_is_empty_in_silence_full_in_loud_talk_and_calm() {
    let mut level = Level::new();
    level.hear(&silence(1));
    assert_eq!(level.ring(), 0);
    let mut seen = Vec::new();
    for piece in voice_at(-25.0).chunks(SECOND / 5) {
        level.hear(piece);
        seen.push(level.ring());
    }
    let most = seen.iter().max().copied().unwrap_or(0);
    assert!((15..=RING).contains(&most), "{seen:?}");
    level.hear(&pink(SECOND, -3.0));
    assert_eq!(level.ring(), RING);
}

#[test]
fn what_is_no_number_does_no_harm() {
    let mut level = Level::new();
    level.hear(&[f32::NAN, f32::INFINITY, 1e30].repeat(SECOND));
    assert!(level.ring() <= RING);
    level.hear(&voice_at(-30.0));
    assert_ne!(level.hearing(), Blocked);
}
