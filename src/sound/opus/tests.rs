//! What goes in comes out: in length, in time and in loudness; and a kill loses a quarter second.
use super::clip::Clip;
use super::*;
use crate::sound::made::{decibels, rms, tone, voice, voice_at, white};
use crate::sound::{RATE, SAMPLES_PER_MS};

fn encoded(sound: &[f32], piece: usize) -> Vec<u8> {
    let mut encoder = Encoder::new().expect("an encoder");
    let mut file = Vec::new();
    for piece in sound.chunks(piece) {
        file.extend(encoder.push(piece).expect("encoded"));
    }
    file.extend(encoder.finish().expect("finished"));
    file
}

fn decoded(file: Vec<u8>) -> Vec<f32> {
    Clip::read(file).expect("a clip").samples_from(0).collect()
}

/// How far `out` lies behind `sound`, in samples, by where they are most alike.
fn delay(sound: &[f32], out: &[f32]) -> i64 {
    let alike = |delay: i64| -> f32 {
        let part = 40_000..60_000;
        part.map(|at| sound[at] * out[(at as i64 + delay) as usize]).sum()
    };
    (-400..=400).max_by(|one, other| alike(*one).total_cmp(&alike(*other))).unwrap_or(i64::MAX)
}

#[test]
fn lengths_are_kept_to_the_sample() {
    for length in [0, 1, 300, 647, 648, 649, 959, 960, 961, 11_520, 12_345, 48_000] {
        let clip = Clip::read(encoded(&white(length), 500)).expect("a clip");
        assert_eq!(clip.samples(), length as u64);
        assert_eq!(clip.samples_from(0).count(), length);
    }
}

#[test]
fn a_voice_comes_back_in_time_and_as_loud() {
    let sound = voice();
    let out = decoded(encoded(&sound, 480));
    assert_eq!(out.len(), sound.len());
    assert!(delay(&sound, &out).abs() <= 8, "{}", delay(&sound, &out));
    let difference = decibels(rms(&out)) - decibels(rms(&sound));
    assert!(difference.abs() < 1.0, "{difference} dB");
}

#[test]
fn a_soft_voice_is_kept_too() {
    let sound = voice_at(-50.0);
    let out = decoded(encoded(&sound, 480));
    let difference = decibels(rms(&out)) - decibels(rms(&sound));
    assert!(difference.abs() < 2.0, "{difference} dB");
}

#[test]
fn ten_minutes_are_about_two_megabytes() {
    let sound = voice();
    let bytes = encoded(&sound, 480).len() as f32;
    let ten_minutes = bytes * (600 * RATE) as f32 / sound.len() as f32;
    assert!((1.2e6..2.2e6).contains(&ten_minutes), "{ten_minutes}");
}

#[test]
fn pieces_of_any_size_give_the_same_file() {
    let sound = tone(300.0, 0.5, 30_000, RATE);
    let whole = encoded(&sound, sound.len());
    assert_eq!(encoded(&sound, 1), whole);
    assert_eq!(encoded(&sound, 1024), whole);
}

#[test]
fn what_is_no_number_is_silence() {
    let file = encoded(&[f32::NAN, f32::INFINITY, f32::NEG_INFINITY].repeat(2000), 100);
    let out = decoded(file);
    assert!(out.iter().all(|sample| sample.abs() < 0.01));
}

/// A kill may come at any time: what was pushed more than a quarter second ago is there.
#[test]
fn at_each_moment_all_but_a_quarter_second_is_on_its_way() {
    let sound = voice();
    let mut encoder = Encoder::new().expect("an encoder");
    let mut file = Vec::new();
    for (number, piece) in sound.chunks(480).enumerate() {
        file.extend(encoder.push(piece).expect("encoded"));
        let pushed = (number as u64 + 1) * 480;
        let there = Clip::read(file.clone()).map_or(0, |clip| clip.samples());
        assert!(pushed - there <= 255 * SAMPLES_PER_MS, "{pushed} {there}");
    }
}

/// A file cut anywhere loses what stood in the page that was cut, and nothing before.
#[test]
fn a_cut_file_keeps_all_whole_pages() {
    let sound = voice();
    let file = encoded(&sound, 480);
    let whole = Clip::read(file.clone()).expect("a clip").samples();
    let headers = file.len() - encoded_sound(&file).len();
    // Each byte of some pages, and one in a hundred of the rest.
    let cuts = (headers..file.len()).filter(|at| at % 97 == 0 || *at < headers + 1500);
    for cut in cuts {
        let clip = Clip::read(file[..cut].to_vec());
        let share = (cut - headers) as f64 / (file.len() - headers) as f64;
        match clip {
            Ok(clip) => {
                assert!(clip.samples() <= whole);
                let pages = pages::pages(&file[..cut]).count() as u64 - 2;
                let kept = pages * 240 * SAMPLES_PER_MS;
                assert_eq!(clip.samples(), kept.min(whole + 312) - 312, "cut at {cut}");
            }
            Err(error) => {
                assert_eq!(error, clip::ClipError::Empty);
                assert!(share < 0.1, "cut at {cut}");
            }
        }
    }
}

fn encoded_sound(file: &[u8]) -> &[u8] {
    let third = file.windows(4).enumerate().filter(|(_, four)| four == b"OggS").nth(2);
    third.map_or(&[], |(at, _)| &file[at..])
}

#[test]
fn pages_hold_at_most_a_quarter_second() {
    let file = encoded(&voice(), 480);
    let mut last = 0;
    for page in pages::pages(&file) {
        assert!(page.position - last <= 250 * SAMPLES_PER_MS);
        last = page.position;
    }
}

#[test]
fn the_headers_name_nobody() {
    let file = encoded(&[], 1);
    let text = String::from_utf8_lossy(&file);
    assert_eq!(text.matches("Alongside").count(), 1);
    assert_eq!(&file[28..47], b"OpusHead\x01\x01\x38\x01\x80\xBB\x00\x00\x00\x00\x00");
    let tags = text.find("OpusTags").expect("tags");
    assert!(text[tags..].starts_with("OpusTags\u{9}\0\0\0Alongside\0\0\0\0"));
}
