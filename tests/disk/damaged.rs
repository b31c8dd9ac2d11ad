//! Files are damaged, cut, swapped, renamed or copied: that is noticed or does no harm, and all others still open.
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use alongside::devices::pretend::RATE;
use alongside::domain::audit::{Did, Flaw};
use alongside::domain::debrief::ClipId;
use alongside::domain::person::Role;
use alongside::problem::Problem;
use alongside::store::{Session, Store};
use futures::executor::block_on;

use super::recorded::{CLIP, heard};
use super::simulated::{Contents, Simulated};
use super::vault::{Saying, Told, begun, lost, open, person, session, sound, team};
use crate::journeys::trouble::voice;

/// Three documents of Sam: two places, one of them twice. And the files that they lie in.
struct Saved {
    disk: Simulated,
    store: Store,
    files: Vec<PathBuf>,
}

const SAYINGS: [Saying; 3] = [Saying::Place(0, 1), Saying::Place(1, 2), Saying::Place(1, 5)];

impl Saved {
    fn new() -> Self {
        let disk = Simulated::holding(begun());
        let store = open(disk.root(), Arc::new(disk.clone())).expect("it opens");
        let sam = session(&store).expect("Sam gets in");
        let files = SAYINGS.map(|saying| {
            let before = disk.contents();
            Told::on(&disk).save(&sam, saying).expect("there is room");
            let new = disk.contents().into_keys().find(|name| !before.contains_key(name));
            new.filter(|name| name.extension().is_some_and(|end| end == "rev")).expect("a file of its own")
        });
        Self { disk, store, files: files.to_vec() }
    }

    fn bytes(&self, number: usize) -> Vec<u8> {
        self.disk.contents()[&self.files[number]].clone().expect("it is a file")
    }

    /// What of the documents can be read now.
    fn found(&self) -> Vec<Saying> {
        let hall = self.store.hall().expect("it opens");
        let lost = lost(&hall, &SAYINGS);
        SAYINGS.into_iter().filter(|saying| !lost.contains(saying)).collect()
    }
}

/// The name that a file with these bytes has: other hands can give it the right hash.
fn renamed(file: &Path, number: &str, bytes: &[u8]) -> PathBuf {
    let name = file.file_name().and_then(|name| name.to_str()).expect("it has a name");
    let (old, rest) = name.split_once('-').expect("a number and a hash");
    let (_, end) = rest.split_once('.').expect("a hash and what it is");
    let number = if number.is_empty() { old } else { number };
    file.with_file_name(format!("{number}-{}.{end}", alongside::store::seal::hash16(bytes)))
}

#[test]
fn every_bit_of_a_revision_counts() {
    let saved = Saved::new();
    let (file, whole) = (&saved.files[0], saved.bytes(0));
    let others = [SAYINGS[1], SAYINGS[2]];
    for bit in 0..whole.len() * 8 {
        let mut changed = whole.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        saved.disk.is_changed(file, Some(&changed));
        assert_eq!(saved.found(), others, "bit {bit} of {}", whole.len() * 8);
        // With the right hash in its name, only the seal can tell.
        saved.disk.is_changed(file, None);
        let named = renamed(file, "", &changed);
        saved.disk.is_changed(&named, Some(&changed));
        assert_eq!(saved.found(), others, "bit {bit} of {}, renamed", whole.len() * 8);
        saved.disk.is_changed(&named, None);
    }
    for length in 0..whole.len() {
        let named = renamed(file, "", &whole[..length]);
        saved.disk.is_changed(&named, Some(&whole[..length]));
        assert_eq!(saved.found(), others, "cut to {length} bytes");
        saved.disk.is_changed(&named, None);
    }
    saved.disk.is_changed(file, Some(&whole));
    assert_eq!(saved.found(), SAYINGS);
}

#[test]
fn revisions_under_other_names_do_no_harm() {
    let saved = Saved::new();
    let (first, second, third) = (saved.bytes(0), saved.bytes(1), saved.bytes(2));
    let change = |file: &Path, bytes: Option<&[u8]>| saved.disk.is_changed(file, bytes);
    // Swapped: both are noticed, the third still opens.
    change(&saved.files[0], Some(&second));
    change(&saved.files[1], Some(&first));
    assert_eq!(saved.found(), [SAYINGS[1], SAYINGS[2]], "the newer state of the second stands for the older");
    change(&saved.files[0], Some(&first));
    change(&saved.files[1], Some(&second));
    // The older state, copied under a later number, is still the older one.
    let replayed = renamed(&saved.files[1], "0000009000", &second);
    change(&replayed, Some(&second));
    assert_eq!(saved.found(), SAYINGS);
    assert!(SAYINGS[2].is_there(&saved.store.hall().expect("it opens"), &[]), "the newest state is the newest");
    change(&replayed, None);
    // Renamed: it is the same document.
    change(&saved.files[2], None);
    change(&renamed(&saved.files[2], "0000000000", &third), Some(&third));
    assert_eq!(saved.found(), SAYINGS);
    let told = Told::on(&saved.disk);
    told.save(&session(&saved.store).expect("Sam gets in"), Saying::Place(1, 8)).expect("there is room");
    assert!(Saying::Place(1, 8).is_there(&saved.store.hall().expect("it opens"), &[]));
}

/// A recording of half a second in two spaces of time: finished, or still in its journal. And its file.
fn spoken(finished: bool) -> (Simulated, Store, Session, PathBuf) {
    let disk = Simulated::holding(begun());
    let store = open(disk.root(), Arc::new(disk.clone())).expect("it opens");
    let sam = session(&store).expect("Sam gets in");
    let (mut keep, _) = sam.record(ClipId(CLIP.to_owned())).expect("there is room");
    for piece in voice(1).chunks(RATE as usize / 4) {
        keep.keep(piece, RATE).expect("there is room");
        std::thread::sleep(Duration::from_millis(170));
    }
    let end = if finished {
        keep.finish(None);
        "aud"
    } else {
        "journal"
    };
    let file = disk.contents().into_keys().find(|name| name.extension().is_some_and(|other| other == end));
    (disk, store, sam, file.expect("it is there"))
}

#[test]
fn every_bit_of_a_recording_counts() {
    let (disk, _store, sam, file) = spoken(true);
    let whole = disk.contents()[&file].clone().expect("it is a file");
    let unreadable = Err(format!("{CLIP} is there and cannot be heard: {:?}", Problem::ClipUnreadable));
    for bit in 0..whole.len() * 8 {
        let mut changed = whole.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        disk.is_changed(&file, Some(&changed));
        assert_eq!(sound(&sam, CLIP), unreadable, "bit {bit} of {}", whole.len() * 8);
    }
    for length in 0..whole.len() {
        disk.is_changed(&file, Some(&whole[..length]));
        assert_eq!(sound(&sam, CLIP), unreadable, "cut to {length} bytes");
    }
    disk.is_changed(&file, Some(&whole));
    assert!(sound(&sam, CLIP).is_ok());
}

/// One bit of a journal in so many is tried: each needs a folder of its own.
const ONE_BIT_IN: usize = 67;

#[test]
fn a_damaged_journal_gives_what_stands_before_the_damage_and_nothing_wrong() {
    let (disk, _store, _sam, file) = spoken(false);
    let contents = disk.contents();
    let journal = contents[&file].clone().expect("it is a file");
    let whole = heard(&contents, &[]).expect("it opens").expect("it is heard");
    let mut shorter = 0;
    let mut check = |changed: Vec<u8>, what: String| {
        let mut contents: Contents = contents.clone();
        let _ = contents.insert(file.clone(), Some(changed));
        let heard = heard(&contents, &[]).unwrap_or_else(|wrong| panic!("{what}: {wrong}")).unwrap_or_default();
        assert!(whole.starts_with(&heard), "{what}: something is heard that was not said");
        shorter += usize::from(heard.len() < whole.len());
    };
    for bit in (0..journal.len() * 8).step_by(ONE_BIT_IN) {
        let mut changed = journal.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        check(changed, format!("bit {bit} of {}", journal.len() * 8));
    }
    for length in (0..journal.len()).step_by(ONE_BIT_IN / 8) {
        check(journal[..length].to_vec(), format!("cut to {length} of {} bytes", journal.len()));
    }
    assert!(shorter > 100, "{shorter} were shorter");
}

#[test]
fn every_bit_of_the_log_counts() {
    let saved = Saved::new();
    let known: BTreeSet<_> = saved.disk.contents().into_keys().collect();
    let priya = saved.store.session(&person("priya", &[Role::Supervisor]), &team()).expect("it opens");
    priya.note_down(Did::Opened, Some("visit/d1".to_owned()), None);
    block_on(priya.save(Vec::new())).expect("there is room");
    let is_new = |name: &PathBuf| name.extension().is_some_and(|end| end == "rev") && !known.contains(name);
    let file = saved.disk.contents().into_keys().rev().find(is_new).expect("a line of its own");
    let whole = saved.disk.contents()[&file].clone().expect("it is a file");
    let log = || priya.log_now().expect("a supervisor may read it").whole;
    assert_eq!(log(), Ok(()));
    let flaw = |bytes: &[u8], what: String| {
        // With the right hash in its name, only the seal can tell.
        for name in [file.clone(), renamed(&file, "", bytes)] {
            saved.disk.is_changed(&name, Some(bytes));
            assert_eq!(log(), Err(Flaw::Missing), "{what}, {}", name.display());
            saved.disk.is_changed(&name, None);
        }
    };
    for bit in 0..whole.len() * 8 {
        let mut changed = whole.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        flaw(&changed, format!("bit {bit} of {}", whole.len() * 8));
    }
    for length in 0..whole.len() {
        flaw(&whole[..length], format!("cut to {length} bytes"));
    }
    saved.disk.is_changed(&file, Some(&whole));
    assert_eq!(log(), Ok(()));
    // Put in twice.
    saved.disk.is_changed(&renamed(&file, "0000009000", &whole), Some(&whole));
    assert_eq!(log(), Err(Flaw::Repeated));
}
