//! Any point of a clip can be heard, and nothing in a file makes us fall over.
use std::sync::LazyLock;
use std::thread;

use proptest::prelude::*;

use super::super::Encoder;
use super::super::pages::Page;
use super::*;
use crate::sound::made::{decibels, rms, voice};

fn file(sound: &[f32]) -> Vec<u8> {
    let mut encoder = Encoder::new().expect("an encoder");
    let mut file = encoder.push(sound).expect("encoded");
    file.extend(encoder.finish().expect("finished"));
    file
}

fn heard(file: Vec<u8>) -> Result<Vec<f32>, ClipError> {
    Clip::read(file).map(|clip| clip.samples_from(0).collect())
}

static TWO_SECONDS: LazyLock<Vec<u8>> = LazyLock::new(|| file(&voice()[..96_000]));

#[test]
fn it_can_be_heard_from_any_point() {
    let clip = Clip::read(file(&voice())).expect("a clip");
    let whole: Vec<f32> = clip.samples_from(0).collect();
    for ms in [0, 1, 19, 20, 79, 80, 81, 500, 1234, clip.ms() - 1] {
        let from: Vec<f32> = clip.samples_from(ms).collect();
        let begin = (ms * SAMPLES_PER_MS) as usize;
        assert_eq!(from.len(), whole.len() - begin, "{ms}");
        // After the run-up the codec says nearly what it says when it comes from the start.
        let length = from.len().min(4800);
        let error: Vec<f32> = (0..length).map(|at| from[at] - whole[begin + at]).collect();
        let error = decibels(rms(&error));
        assert!(error < -35.0, "{ms}: {error} dB");
    }
    assert_eq!(clip.samples_from(clip.ms() + 1).next(), None);
    assert_eq!(clip.samples_from(u64::MAX).next(), None);
}

#[test]
fn its_length_is_known_without_decoding() {
    let clip = Clip::read(file(&vec![0.0; 48_000])).expect("a clip");
    assert_eq!((clip.ms(), clip.samples()), (1000, 48_000));
    assert_eq!(clip.samples_from(250).size_hint(), (36_000, Some(36_000)));
}

#[test]
fn it_can_go_to_another_thread() {
    let clip = Clip::read(file(&[0.1; 4800])).expect("a clip");
    let samples = clip.samples_from(0);
    let count = thread::spawn(move || samples.count()).join();
    assert_eq!(count.ok(), Some(4800));
}

#[test]
fn a_lost_page_leaves_a_hole_of_its_length() {
    let sound = voice();
    let whole = file(&sound);
    let pages: Vec<usize> = (0..whole.len()).filter(|at| whole[*at..].starts_with(b"OggS")).collect();
    let mut hole = whole.clone();
    let _ = hole.drain(pages[5]..pages[7]);
    let (whole, hole) = (heard(whole).expect("a clip"), heard(hole).expect("a clip"));
    assert_eq!(hole.len(), whole.len());
    let later = 3 * 48_000..4 * 48_000;
    let error: Vec<f32> = later.map(|at| hole[at] - whole[at]).collect();
    assert!(decibels(rms(&error)) < -35.0);
}

#[test]
fn what_is_not_ours_is_refused() {
    let head = |channels: u8, family: u8| {
        let mut head = b"OpusHead\x01".to_vec();
        head.extend([channels, 0x38, 1, 0x80, 0xBB, 0, 0, 0, 0, family]);
        Page::default().head(&head)
    };
    for (file, expected) in [
        (Vec::new(), ClipError::NotOpus),
        (b"RIFF....WAVE".to_vec(), ClipError::NotOpus),
        (b"ID3\x04\x00\x40".to_vec(), ClipError::NotOpus),
        (Page::default().head(b"\x01vorbis"), ClipError::NotOpus),
        (Page::default().head(b""), ClipError::NotOpus),
        (head(2, 0), ClipError::NotOurs),
        (head(1, 1), ClipError::NotOurs),
        (head(1, 0), ClipError::Empty),
    ] {
        assert_eq!(Clip::read(file).err(), Some(expected));
    }
}

/// A file whose pages are whole and whose packets are nonsense.
fn nonsense(packets: &[Vec<u8>]) -> Vec<u8> {
    let mut page = Page::default();
    let mut file = page.head(b"OpusHead\x01\x01\x38\x01\x80\xBB\0\0\0\0\0");
    for packet in packets {
        page.add(packet, 960);
        file.extend(page.finish());
    }
    file
}

/// First bytes of packets that hold 20 ms in one frame, in each of the codec's ways.
fn packet() -> impl Strategy<Value = Vec<u8>> {
    let kind = prop::sample::select(vec![1u8, 5, 9, 13, 15, 19, 23, 27, 31]);
    (kind, prop::collection::vec(any::<u8>(), 0..200)).prop_map(|(kind, rest)| {
        let mut packet = vec![kind << 3];
        packet.extend(rest);
        packet
    })
}

#[test]
fn a_page_that_lies_about_its_place_takes_no_memory() {
    let mut page = Page::default();
    let mut file = page.head(b"OpusHead\x01\x01\x38\x01\x80\xBB\0\0\0\0\0");
    for _ in 0..200 {
        page.add(&[0x78, 1, 2], 1 << 40);
        file.extend(page.finish());
    }
    let clip = Clip::read(file).expect("a clip");
    assert_eq!(clip.packets.len() as u64, 200 + MOST_MISSING);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn junk_is_refused_and_never_a_panic(junk in prop::collection::vec(any::<u8>(), 0..2000)) {
        prop_assert!(heard(junk).is_err());
    }

    #[test]
    fn damage_loses_little_and_never_panics(
        places in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut damaged = TWO_SECONDS.clone();
        let length = 96_000;
        for (place, byte) in &places {
            let place = place.index(damaged.len());
            damaged[place] ^= byte;
        }
        // A header that is damaged ends it; else each damage costs at most its page and, when it
        // is the last one, the exact end.
        if let Ok(heard) = heard(damaged) {
            let least = length - 11_520 * places.len() as i64;
            prop_assert!((least..=length + 960).contains(&(heard.len() as i64)));
        }
    }

    #[test]
    fn nonsense_in_whole_pages_never_panics(packets in prop::collection::vec(packet(), 1..30)) {
        let count = packets.len();
        let heard = heard(nonsense(&packets)).expect("a clip");
        prop_assert_eq!(heard.len(), count * 960 - 312);
        prop_assert!(heard.iter().all(|sample| sample.is_finite()));
    }
}
