//! A revision from anywhere: sealed, opened with the key of its space, and bare, as its writer would have signed it.
#![no_main]
use std::str::FromStr;
use std::sync::LazyLock;

use age::x25519::Identity as Opener;
use alongside::domain::rights::Rights;
use alongside::store::keys::identity::Identity;
use alongside::store::keys::writer::Writer;
use alongside::store::revision::{Read, signed};
use alongside::store::seal;
use libfuzzer_sys::fuzz_target;

/// A key for these tests only.
static KEY: LazyLock<Opener> = LazyLock::new(|| Opener::from_str(include_str!("../seeds/key").trim()).expect("a key"));
/// Somebody who writes.
static WRITER: LazyLock<Identity> = LazyLock::new(|| Identity::generate().expect("randomness"));

fuzz_target!(|bytes: &[u8]| {
    let opened = seal::open([((), &*KEY)], bytes).map(|((), opened)| opened);
    let bytes = opened.as_deref().unwrap_or(bytes);
    let (card, kept) = (WRITER.card(), std::collections::HashSet::new());
    // What the text names, the writer may write: else nearly nothing would be read any further.
    let given = String::from_utf8_lossy(bytes).split('"').map(str::to_owned).collect();
    let rights = Rights { senior: true, supervisor: true, given };
    let writer = Writer { card: &card, rights: &rights, kept: &kept };
    // Nobody signed it.
    assert_eq!(Read::new(bytes, |_, _| Some(writer)), None);
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let file = signed(text.to_owned(), &WRITER.signer);
    let Some(Read::Known(revision)) = Read::new(&file, |_, _| Some(writer)) else { return };
    let written = revision.to_bytes(&WRITER.signer).expect("what was read can be written");
    assert_eq!(Read::new(&written, |_, _| Some(writer)), Some(Read::Known(revision)));
});
