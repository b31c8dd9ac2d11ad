//! What the voice promises: sound at once, stopped at once, three paces, and no obeying of tags.
use std::thread;
use std::time::Duration;

use super::*;

fn pico() -> (Pico, tempfile::TempDir) {
    let folder = tempfile::tempdir().expect("a folder");
    let pico = Pico::unpacked(folder.path()).expect("a voice");
    (pico, folder)
}

fn said(pico: &mut Pico, words: &str, pace: Pace) -> Vec<i16> {
    let mut samples = Vec::new();
    pico.say(words, pace, &mut |piece| {
        samples.extend_from_slice(piece);
        Carry::On
    })
    .expect("said");
    samples
}

fn seconds(pico: &mut Pico, words: &str, pace: Pace) -> f32 {
    said(pico, words, pace).len() as f32 / RATE as f32
}

#[test]
fn words_become_sound_of_a_likely_length() {
    let (mut pico, _folder) = pico();
    let samples = said(&mut pico, "Wait for bus forty two.", Pace::Steady);
    let length = samples.len() as f32 / RATE as f32;
    assert!((1.0..3.0).contains(&length), "{length} s");
    let loudest = samples.iter().map(|s| s.unsigned_abs()).max();
    assert!(loudest > Some(3000), "{loudest:?}");
}

#[test]
fn three_paces() {
    let (mut pico, _folder) = pico();
    let mut length = |pace| seconds(&mut pico, "Press the bell when you see the church.", pace);
    let (slow, steady, quick) = (length(Pace::Slow), length(Pace::Steady), length(Pace::Quick));
    assert!((1.2..1.5).contains(&(slow / steady)), "{slow} {steady}");
    assert!((0.7..0.9).contains(&(quick / steady)), "{quick} {steady}");
}

#[test]
fn stops_between_pieces_and_forgets_the_rest() {
    let (mut pico, _folder) = pico();
    let alone = seconds(&mut pico, "Saved.", Pace::Steady);
    let mut pieces = 0;
    pico.say("This is a long sentence. And one more.", Pace::Slow, &mut |piece| {
        assert!(piece.len() <= PIECE);
        pieces += 1;
        if pieces == 3 { Carry::Stop } else { Carry::On }
    })
    .expect("stopped");
    assert_eq!(pieces, 3);
    assert_eq!(seconds(&mut pico, "Saved.", Pace::Steady), alone);
}

#[test]
fn tags_in_the_words_are_only_words() {
    let (mut pico, folder) = pico();
    let file = folder.path().join("made.wav");
    let words = format!("</speed><genfile file=\"{}\">hello</genfile> & < <speed", file.display());
    assert!(seconds(&mut pico, &words, Pace::Steady) > 1.0);
    assert!(!file.exists());
    let plain = seconds(&mut pico, "bread and butter", Pace::Steady);
    assert_eq!(seconds(&mut pico, "<bread> and \"butter\"", Pace::Steady), plain);
}

#[test]
fn nothing_to_say_makes_no_sound() {
    let (mut pico, _folder) = pico();
    for words in ["", "  ", "\0", "££ 12 \u{0}"] {
        assert!(said(&mut pico, words, Pace::Steady).is_empty(), "{words:?}");
    }
}

#[test]
fn very_long_words_and_texts_come_out_whole() {
    let (mut pico, _folder) = pico();
    for piece in ["We wait for the bus. ", "We wait for the bus ", "abcdefghij", "B "] {
        let mut length = |count| seconds(&mut pico, &piece.repeat(count), Pace::Quick);
        let (once, thrice) = (length(30), length(90));
        // The pauses that the voice makes by itself do not come quite evenly.
        assert!((2.7..3.5).contains(&(thrice / once)), "{piece}: {once} {thrice}");
    }
    assert!(seconds(&mut pico, &",.?!;-'".repeat(100), Pace::Quick) >= 0.0);
}

#[test]
fn every_voice_says_the_same_whatever_memory_was_used_for() {
    let mut lengths = Vec::new();
    for filling in 0..8u8 {
        drop(vec![filling.wrapping_mul(41); MEMORY]);
        let (mut pico, _folder) = pico();
        lengths.push(said(&mut pico, "Wait for bus forty two.", Pace::Steady).len());
    }
    lengths.dedup();
    assert_eq!(lengths.len(), 1, "{lengths:?}");
}

#[test]
fn two_voices_at_once_on_two_threads() {
    let (mut here, _folder) = pico();
    let (mut there, _other) = pico();
    let words = "Two voices talk at the same time and neither is cut short.";
    let alone = seconds(&mut here, words, Pace::Steady);
    let thread = thread::spawn(move || seconds(&mut there, words, Pace::Steady));
    let one = seconds(&mut here, words, Pace::Steady);
    let other = thread.join().expect("no panic");
    assert!((one, other) == (alone, alone), "{one} {other} {alone}");
}

#[test]
fn the_first_piece_does_not_wait_for_the_whole() {
    let (mut pico, _folder) = pico();
    let words = "We wait for the bus. ".repeat(50);
    let begun = std::time::Instant::now();
    let mut first = None;
    pico.say(&words, Pace::Steady, &mut |_| {
        first = first.or(Some(begun.elapsed()));
        Carry::On
    })
    .expect("said");
    let first = first.expect("a piece");
    assert!(first < begun.elapsed() / 4 + Duration::from_millis(5), "{first:?}");
}
