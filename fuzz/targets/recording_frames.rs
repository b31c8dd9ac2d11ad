//! The journal of a recording from anywhere, opened with the key of its owner; what is whole of it is heard.
#![no_main]
use std::str::FromStr;
use std::sync::LazyLock;

use age::x25519::Identity;
use alongside::sound::opus::clip::Clip;
use alongside::store::sounds::in_journal;
use libfuzzer_sys::fuzz_target;

/// A key for these tests only.
static KEY: LazyLock<Identity> =
    LazyLock::new(|| Identity::from_str(include_str!("../seeds/key").trim()).expect("a key"));

fuzz_target!(|bytes: &[u8]| {
    let Some((_, _, sound)) = in_journal(bytes, &KEY) else { return };
    assert!(sound.len() <= bytes.len(), "sealed frames are longer than what is in them");
    let _ = Clip::read(sound).map(|clip| clip.ms());
});
