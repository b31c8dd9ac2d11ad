//! A recording from anywhere: its length is known, and it can be heard from any point.
#![no_main]
use alongside::sound::opus::clip::Clip;
use libfuzzer_sys::fuzz_target;

/// One second is enough to have met every packet of a small file.
const HEARD: usize = 48_000;

fuzz_target!(|bytes: &[u8]| {
    let Ok(clip) = Clip::read(bytes.to_vec()) else { return };
    for from in [0, clip.ms() / 2, clip.ms()] {
        let heard = clip.samples_from(from).take(HEARD).inspect(|sample| assert!(sample.is_finite())).count();
        assert!(heard as u64 <= clip.samples());
    }
});
