//! A revision from anywhere: sealed, opened with the key of its space, and bare as it is after opening.
#![no_main]
use std::str::FromStr;
use std::sync::LazyLock;

use age::x25519::Identity;
use alongside::store::{Revision, limits, seal};
use libfuzzer_sys::fuzz_target;

/// A key for these tests only.
static KEY: LazyLock<Identity> =
    LazyLock::new(|| Identity::from_str(include_str!("../seeds/key").trim()).expect("a key"));

fuzz_target!(|bytes: &[u8]| {
    let opened = seal::open([((), &*KEY)], bytes).map(|((), opened)| opened);
    let bytes = opened.as_deref().unwrap_or(bytes);
    let is_small = limits::look_at(bytes).is_ok();
    let Some(revision) = Revision::read(bytes) else { return };
    if !is_small {
        return;
    }
    let written = revision.to_bytes().expect("what was read can be written");
    let again = Revision::read(&written).expect("what was written can be read");
    assert_eq!(again.to_bytes().expect("it can be written"), written);
});
