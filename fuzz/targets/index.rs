//! An index that anybody may have sealed: it is read before it is known who marked it.
#![no_main]
use alongside::store::index;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // A document takes more than one byte.
    assert!(index::documents_in(bytes).is_none_or(|documents| documents < bytes.len().max(1)));
});
