//! A photo from anywhere: what comes out can be drawn, is small, and holds no notes.
#![no_main]
use alongside::photo::{KEPT_SIDE, clean, pixels};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(kept) = clean(bytes) else { return };
    let drawn = pixels(&kept).expect("what was cleaned can be drawn");
    assert!(drawn.width.max(drawn.height) <= KEPT_SIDE);
    assert_eq!(drawn.rgba.len() as u64, u64::from(drawn.width) * u64::from(drawn.height) * 4);
    assert!(!kept.windows(6).any(|window| window == b"Exif\0\0"));
});
