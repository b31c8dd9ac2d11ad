//! Key files from anywhere: papers of a vault, a person's slot, and what a computer asks that wants to join.
#![no_main]
use alongside::store::keys::pairing::Asks;
use alongside::store::keys::paper::Numbered;
use alongside::store::keys::slot::Slot;
use alongside::store::keys::writers::Writers;
use alongside::store::limits;
use libfuzzer_sys::fuzz_target;

/// A root that has signed nothing.
const ROOT: &str = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

fuzz_target!(|bytes: &[u8]| {
    assert_eq!(Numbered::read(bytes, ROOT), None, "nobody signed it");
    if let Some(paper) = Numbered::read_unsigned(bytes) {
        // What it would mean if it were signed, and whether it is written as it is read.
        let _ = Writers::of(std::slice::from_ref(&paper));
        let again = ron::to_string(&paper).expect("what was read can be written");
        assert_eq!(ron::from_str::<Numbered>(&again).ok(), Some(paper));
    }
    if let Some(asks) = Asks::read(bytes) {
        let written = asks.to_bytes().expect("what was read can be written");
        assert_eq!(Asks::read(&written), Some(asks));
    }
    let Ok(text) = limits::look_at(bytes) else { return };
    if let Ok(slot) = ron::from_str::<Slot>(text) {
        let again = ron::to_string(&slot).expect("what was read can be written");
        assert_eq!(ron::from_str::<Slot>(&again).ok(), Some(slot));
    }
});
