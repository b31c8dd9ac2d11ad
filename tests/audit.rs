//! Who opens, hears, changes or copies something stands in a log that supervisors read; nothing in it is lost unseen.
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use alongside::devices::pretend::RATE;
use alongside::domain::audit::{Did, Flaw};
use alongside::domain::debrief::ClipId;
use alongside::domain::person::{Person, PersonId};
use alongside::domain::space::Space;
use alongside::problem::Problem;
use alongside::store::audit::Kept;
use alongside::store::disk::RealDisk;
use alongside::store::{Session, Store};

use crate::broken_disk::FillingDisk;
use crate::journeys::trouble::voice;
use crate::person::Computer;

fn revisions(folder: &Path) -> Vec<PathBuf> {
    let files = alongside::store::disk::files_below(&RealDisk, &folder.join("v1")).expect("it is there");
    files.into_iter().filter(|file| file.extension().is_some_and(|end| end == "rev")).collect()
}

fn comes_in(store: &Store, id: &str) -> Session {
    let hall = store.hall().expect("it opens");
    let is_it = |person: &&Person| person.id.0 == id;
    let person = hall.team().people.iter().find(is_it).cloned().expect("of the practice day");
    store.session(&person, &hall.team()).expect("it opens")
}

fn settled(session: &Session) {
    futures::executor::block_on(session.all_saved()).expect("there is room");
}

fn log(store: &Store) -> Kept {
    let priya = comes_in(store, "priya");
    settled(&priya);
    priya.log_now().expect("a supervisor may read it")
}

/// What is in the log, the oldest first.
fn done(kept: &Kept) -> Vec<Did> {
    kept.entries.iter().rev().map(|entry| entry.did).collect()
}

#[test]
fn only_a_supervisor_reads_it() {
    let vault = Computer::new();
    let store = vault.store();
    for id in ["sam", "dee", "erin"] {
        assert_eq!(comes_in(&store, id).log_now(), Err(Problem::NotAllowed), "{id}");
    }
    let kept = log(&store);
    assert_eq!(kept.whole, Ok(()));
    assert_eq!(done(&kept), [Did::Began, Did::CameIn, Did::CameIn, Did::CameIn, Did::CameIn]);
}

#[test]
fn a_file_of_the_log_that_is_removed_or_changed_anywhere_is_noticed() {
    let vault = Computer::new();
    let store = vault.store();
    let before = revisions(&vault.folder).len();
    let erin = comes_in(&store, "erin");
    erin.note_down(Did::Opened, Some("visit/d1".to_owned()), None);
    settled(&erin);
    let priya = comes_in(&store, "priya");
    settled(&priya);
    assert_eq!(priya.log_now().expect("she may").whole, Ok(()));
    let mut entries = revisions(&vault.folder);
    entries.sort();
    let entries = entries.split_off(before);
    assert_eq!(entries.len(), 4, "it begins, she comes in, she opens, Priya comes in");
    let mut flips = 0;
    for file in &entries {
        let bytes = fs::read(file).expect("it is there");
        fs::remove_file(file).expect("it is there");
        assert_eq!(priya.log_now().expect("she may").whole, Err(Flaw::Missing), "without {}", file.display());
        // Each byte in turn, and in each byte another bit; every 31st, for each costs a reading of all files.
        for byte in (0..bytes.len()).step_by(31) {
            let mut flipped = bytes.clone();
            flipped[byte] ^= 1 << (byte % 8);
            fs::write(file, &flipped).expect("room");
            assert!(priya.log_now().expect("she may").whole.is_err(), "byte {byte} of {}", file.display());
            flips += 1;
        }
        fs::write(file, &bytes).expect("room");
    }
    assert!(flips > 40, "{flips}");
    assert_eq!(priya.log_now().expect("she may").whole, Ok(()));
}

#[test]
fn when_its_end_is_lost_or_torn_a_new_chain_begins_and_that_is_seen() {
    let vault = Computer::new();
    drop(log(&vault.store()));
    let end = vault.folder.join("log.end");
    let bytes = fs::read(&end).expect("it is there");
    for (hour, length) in (10..).zip([0, 10, bytes.len() / 2, bytes.len() - 1]) {
        vault.devices.set_now(jiff::civil::date(2026, 3, 3).at(hour, 0, 0, 0));
        let before = log(&vault.store()).entries.len();
        fs::write(&end, &bytes[..length]).expect("room");
        let kept = log(&vault.store());
        assert_eq!(kept.entries.len(), before + 2, "one that begins, one that comes in");
        assert_eq!(kept.entries[1].did, Did::Began);
        assert_eq!(kept.whole, Ok(()));
    }
    fs::remove_file(&end).expect("it is there");
    let kept = log(&vault.store());
    assert_eq!(alongside::domain::audit::chains(&kept.entries), 6);
}

#[test]
fn an_entry_that_the_power_kept_from_its_place_is_put_there() {
    let vault = Computer::new();
    let files = revisions(&vault.folder).len();
    let kept = log(&vault.store());
    assert!(revisions(&vault.folder).len() > files);
    // Its end was written; the entry itself was not.
    let newest = revisions(&vault.folder).into_iter().max().expect("it is there");
    fs::remove_file(newest).expect("it is there");
    let again = log(&vault.store());
    assert_eq!(again.whole, Ok(()));
    assert_eq!(again.entries.len(), kept.entries.len() + 1);
}

#[test]
fn what_a_full_disk_had_no_room_for_is_written_when_there_is() {
    let disk = FillingDisk::default();
    let vault = Computer::with_disk(Arc::new(disk.clone()));
    let store = vault.store();
    let erin = comes_in(&store, "erin");
    settled(&erin);
    disk.is_full(true);
    erin.note_down(Did::Opened, Some("visit/d1".to_owned()), None);
    erin.note_down(Did::Copied, Some("note/d1".to_owned()), None);
    settled(&erin);
    disk.is_full(false);
    let kept = log(&store);
    assert_eq!(kept.whole, Ok(()));
    assert_eq!(done(&kept), [Did::Began, Did::CameIn, Did::Opened, Did::Copied, Did::CameIn]);
}

#[test]
fn priya_sees_who_looked_at_what() {
    let computer = Computer::new();
    let mut person = computer.start();
    person.comes_in_as("Erin");
    person.presses("Write in the record");
    person.presses_one_that_starts("Jo");
    person.presses("Home");
    person.leaves("Erin");
    person.comes_in_as("Priya");
    person.presses("See what needs you");
    person.presses("Home");
    person.presses("See who looked");
    person.sees("Nothing is missing from this list.");
    person.sees("Erin came in.");
    person.sees("Erin opened what Jo told about a visit.");
    person.sees("Priya opened");
    person.keeps_a_picture("log");
    person.keeps_a_picture_at(iced::Size::new(1024.0, 768.0), "log-1024");
    person.leaves("Priya");
    // One of its files is gone.
    let newest = revisions(&computer.folder).into_iter().max().expect("it is there");
    fs::remove_file(newest).expect("it is there");
    person.comes_in_as("Priya");
    person.presses("See who looked");
    person.sees("Something is missing from this list, or was changed.");
    person.keeps_a_picture("log-broken");
}

#[test]
fn what_erin_does_at_the_desk_is_in_the_log_and_what_she_writes_is_not() {
    let computer = Computer::new();
    let mut erin = computer.start();
    erin.comes_in_as("Erin");
    erin.presses("Write in the record");
    erin.presses_one_that_starts("Jo");
    if erin.can_press("Write") {
        erin.presses("Write");
    }
    erin.types_in("What we did", "We went to zanzibar.");
    erin.presses("Copy note");
    erin.sees("Copied");
    erin.presses("It is in the record");
    erin.presses("RiO");
    erin.presses("It is in the record");
    erin.sees("Stories to write down");
    drop(erin);
    let kept = log(&computer.store());
    assert_eq!(done(&kept), [Did::Began, Did::CameIn, Did::Opened, Did::Copied, Did::Changed, Did::CameIn]);
    let whose = kept.entries.iter().filter_map(|entry| entry.whose.as_ref());
    assert!(whose.clone().count() == 3 && whose.clone().all(|person| person.0 == "jo"));
    assert!(!format!("{kept:?}").contains("zanzibar"));
}

#[test]
fn hearing_somebody_is_in_the_log_and_hearing_oneself_is_nobodys_business() {
    let computer = Computer::new();
    let store = computer.store();
    let (clip, sam) = (ClipId("clip".to_owned()), comes_in(&store, "sam"));
    let (mut keep, _) = sam.record(clip.clone()).expect("there is room");
    keep.keep(&voice(1), RATE).expect("there is room");
    keep.finish(None);
    let visits = Space::Visits(PersonId("sam".to_owned()));
    let shared = sam.share_sound(&clip, &visits).expect("there is room");
    futures::executor::block_on(sam.save(vec![shared])).expect("there is room");
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("it starts");
    let hears = |session: &Session| runtime.block_on(async { session.sound(&clip).await }).expect("it is there").len();
    assert!(hears(&sam) > 0);
    let erin = comes_in(&store, "erin");
    assert!(hears(&erin) > 0);
    settled(&erin);
    let kept = log(&store);
    assert_eq!(done(&kept), [Did::Began, Did::CameIn, Did::CameIn, Did::Heard, Did::CameIn]);
    let heard = kept.entries.iter().find(|entry| entry.did == Did::Heard).expect("it is there");
    assert_eq!(heard.by, Some(PersonId("erin".to_owned())));
    assert_eq!(heard.whose, Some(PersonId("sam".to_owned())));
}
