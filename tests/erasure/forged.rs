//! Tombstones that nobody may write: whatever stands in the folder, nothing is erased but what two people agreed to.
use std::collections::BTreeSet;
use std::path::PathBuf;

use alongside::domain::record::{Clip, Record};
use alongside::domain::removal::{EraseReason, EraseRequest, Erasure, HoldReason, RecordingGone, RequestId};
use alongside::domain::space::Space;
use alongside::store::Store;
use futures::executor::block_on;

use super::stories::{Vault, clip_of, enters, everybody_enters, id, is_whole, story, told};

fn request(vault: &Vault, by: &str, stories: &[&str]) -> EraseRequest {
    EraseRequest {
        id: RequestId("request".to_owned()),
        worker: id("sam"),
        stories: stories.iter().map(|name| story(name)).collect(),
        reason: EraseReason::Asked,
        by: id(by),
        at: vault.now(),
    }
}

fn agreed(vault: &Vault, request: EraseRequest, signed: String, by: &str) -> Record {
    Record::Erased(Erasure { request, signed, clips: BTreeSet::new(), by: id(by), at: vault.now() })
}

fn saves(store: &Store, name: &str, record: Record) {
    block_on(enters(store, name).save(vec![record])).expect("there is room");
}

/// The request of this name as it was signed, found by somebody with every key.
fn signed(vault: &Vault, request: &RequestId) -> String {
    let texts = vault.all_plain().into_iter().filter_map(|(_, plain)| String::from_utf8(plain).ok());
    let is_it = |text: &String| text.contains("EraseAsked(") && text.contains(&request.0) && text.contains("//ed25519");
    texts.filter(is_it).find(|text| !text.contains("signed:")).expect("it was saved")
}

/// Whatever was put there, everybody comes in two times, and all is as it was.
#[track_caller]
fn nothing_goes(store: &Store, names: &[&str]) {
    everybody_enters(store);
    everybody_enters(store);
    for name in names {
        assert!(is_whole(store, name), "{name} is not whole");
    }
}

#[test]
fn who_acts_for_two_erases_nothing() {
    let vault = told(&["one"]);
    let store = vault.store();
    // In Priya's name, with nothing signed.
    saves(&store, "erin", agreed(&vault, request(&vault, "priya", &["one"]), String::new(), "erin"));
    nothing_goes(&store, &["one"]);
    // Erin asks herself, and agrees herself; or Fay agrees, but neither leads Sam.
    saves(&store, "erin", Record::EraseAsked(request(&vault, "erin", &["one"])));
    let own = signed(&vault, &RequestId("request".to_owned()));
    saves(&store, "erin", agreed(&vault, request(&vault, "erin", &["one"]), own.clone(), "erin"));
    saves(&store, "fay", agreed(&vault, request(&vault, "erin", &["one"]), own.clone(), "fay"));
    // What Erin has signed is not what Priya has.
    saves(&store, "fay", agreed(&vault, request(&vault, "priya", &["one"]), own, "fay"));
    nothing_goes(&store, &["one"]);
}

#[test]
fn what_was_signed_for_one_story_erases_no_other_and_only_once_agreed() {
    let vault = told(&["one", "stays"]);
    let store = vault.store();
    let asks = |stories: &[&str]| {
        let priya = enters(&store, "priya");
        let stories = stories.iter().map(|name| story(name)).collect();
        block_on(priya.ask_to_erase(id("sam"), stories, EraseReason::Mistake)).expect("she may ask");
        priya.erase_requests().pop().expect("she has asked")
    };
    let asked = asks(&["one"]);
    let text = signed(&vault, &asked.id);
    // More stories than she signed.
    let mut more = asked.clone();
    let _ = more.stories.insert(story("stays"));
    saves(&store, "erin", agreed(&vault, more, text.clone(), "erin"));
    // The worker, a senior, and Priya herself.
    saves(&store, "priya", agreed(&vault, asked.clone(), text.clone(), "priya"));
    saves(&store, "sam", agreed(&vault, asked.clone(), text.clone(), "sam"));
    nothing_goes(&store, &["one", "stays"]);
    // After a no, by a program that does not ask the store.
    block_on(enters(&store, "fay").refuse_to_erase(&asked.id)).expect("she may say no");
    saves(&store, "erin", agreed(&vault, asked, text, "erin"));
    nothing_goes(&store, &["one", "stays"]);
    // While it is held.
    let held = asks(&["one"]);
    let text = signed(&vault, &held.id);
    let hold = enters(&store, "priya").hold((id("sam"), None), (true, HoldReason::Complaint));
    block_on(hold).expect("she may hold it");
    saves(&store, "erin", agreed(&vault, held, text, "erin"));
    nothing_goes(&store, &["one", "stays"]);
}

#[test]
fn a_tombstone_takes_no_recording_of_another_story_and_no_other_document() {
    let vault = told(&["one", "stays"]);
    let store = vault.store();
    // Erin lets her own list name the recording of another story.
    let priya = enters(&store, "priya");
    block_on(priya.ask_to_erase(id("sam"), [story("one")].into(), EraseReason::Mistake)).expect("she may ask");
    let asked = priya.erase_requests().pop().expect("she has asked");
    let text = signed(&vault, &asked.id);
    let clips = [clip_of("one"), clip_of("stays")].into();
    let at = vault.now();
    // And a recording of the story claims the sound of the other.
    let visits = Space::Visits(id("sam"));
    let file = enters(&store, "erin").clip(&clip_of("stays")).expect("it is there").file;
    let claimed = Clip { id: clip_of("one"), voice: id("sam"), file, length_ms: 1 };
    saves(&store, "erin", Record::Clip(visits, claimed));
    saves(&store, "erin", Record::Erased(Erasure { request: asked, signed: text, clips, by: id("erin"), at }));
    everybody_enters(&store);
    assert_eq!(vault.traces("one"), Vec::<PathBuf>::new(), "what two people agreed to is gone");
    nothing_goes(&store, &["stays"]);
    assert_eq!(enters(&store, "sam").tellings(&id("sam")).len(), 1);
}

#[test]
fn only_who_leads_a_worker_deletes_their_recordings_and_holds_or_lifts() {
    let vault = told(&["one"]);
    let store = vault.store();
    for by in ["erin", "sam"] {
        let (clips, at) = ([clip_of("one")].into(), vault.now());
        let gone = RecordingGone { story: story("one"), worker: id("sam"), clips, by: id(by), at };
        saves(&store, by, Record::RecordingGone(gone));
    }
    nothing_goes(&store, &["one"]);
    assert_eq!(enters(&store, "sam").recording_gone(&story("one")), None);
    // Sam lifts what Priya holds, with a program of his own.
    let hold = |on, by: &str| {
        let (worker, at, reason) = (id("sam"), vault.now(), HoldReason::Safety);
        Record::Hold(alongside::domain::removal::Hold { worker, story: None, on, reason, by: id(by), at })
    };
    saves(&store, "priya", hold(true, "priya"));
    saves(&store, "sam", hold(false, "sam"));
    saves(&store, "erin", hold(false, "erin"));
    assert_eq!(enters(&store, "erin").holds(&id("sam")).len(), 1);
}
