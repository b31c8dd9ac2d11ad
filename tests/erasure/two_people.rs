//! Erasing by two people, holds against it, and deleting recordings when they may go.
use alongside::domain::audit::Did;
use alongside::domain::removal::{EraseReason, HoldReason};
use alongside::domain::retention::Forbidden;
use alongside::domain::story::Verdict;
use alongside::store::removal::NotGone;
use futures::executor::block_on;

use super::stories::{clip_of, enters, erased_by_two, hears, hears_it, id, settled, story, told};

#[test]
fn what_two_people_erase_is_gone_for_whoever_has_every_key() {
    let vault = told(&["one", "other"]);
    let store = vault.store();
    let left = || vault.traces("one").len() + vault.traces("other").len();
    let before = left();
    assert!(before > 10, "it is there before");
    erased_by_two(&store, &["one", "other"]);
    // What only Sam can open goes when Sam comes in.
    assert!(left() > 0 && left() < before);
    let sam = enters(&store, "sam");
    assert_eq!(left(), 0);
    assert_eq!(vault.sounds(), 0);
    assert!(sam.tellings(&id("sam")).is_empty() && sam.visit(&story("one")).is_none());
    assert!(sam.story_steps(&story("one")).is_empty() && sam.clip(&clip_of("one")).is_none());
    // Sam knows who did it, and why.
    let stone = sam.erasure_of(&story("one")).expect("it stays");
    assert_eq!((stone.request.by, stone.by, stone.request.reason), (id("priya"), id("erin"), EraseReason::Asked));
    let priya = enters(&store, "priya");
    settled(&priya);
    let log = priya.log_now().expect("she may read it");
    assert_eq!(log.whole, Ok(()));
    let did: Vec<_> = log.entries.iter().map(|entry| entry.did).collect();
    assert!(did.contains(&Did::AskedToErase) && did.contains(&Did::Erased), "{did:?}");
}

#[test]
fn another_story_stays_as_it_was() {
    let vault = told(&["one"]);
    let store = vault.store();
    super::stories::tells(&enters(&store, "sam"), "stays", vault.now());
    let before = enters(&store, "sam").telling(&story("stays"));
    erased_by_two(&store, &["one"]);
    let sam = enters(&store, "sam");
    assert_eq!(sam.telling(&story("stays")), before);
    assert!(hears_it(&sam, "stays") && hears_it(&enters(&store, "erin"), "stays"));
    assert!(sam.telling(&story("one")).is_none());
    assert_eq!(vault.sounds(), 2, "Sam's own, and that for the readers of the visit");
}

#[test]
fn one_person_is_not_two_and_who_may_not_does_not() {
    let vault = told(&["one"]);
    let store = vault.store();
    let ask = |name: &str| {
        let asks = enters(&store, name);
        block_on(asks.ask_to_erase(id("sam"), [story("one")].into(), EraseReason::Mistake))
    };
    // A worker, a senior, a practitioner, and a supervisor who does not lead Sam.
    for name in ["sam", "ali", "dee", "erin", "omar"] {
        assert_eq!(ask(name), Err(NotGone::NotYou), "{name}");
    }
    assert_eq!(ask("priya"), Ok(()));
    let priya = enters(&store, "priya");
    let asked = priya.erase_requests().pop().expect("she has asked").id;
    assert_eq!(priya.agree_to_erase_now(&asked), Err(NotGone::SamePerson));
    assert_eq!(enters(&store, "sam").agree_to_erase_now(&asked), Err(NotGone::NotYou), "it is about Sam");
    assert_eq!(enters(&store, "omar").agree_to_erase_now(&asked), Err(NotGone::NotAsked), "he cannot read it");
    // A no ends it, for everybody.
    assert_eq!(block_on(enters(&store, "fay").refuse_to_erase(&asked)), Ok(()));
    assert_eq!(enters(&store, "erin").agree_to_erase_now(&asked), Err(NotGone::NotAsked));
    assert!(enters(&store, "erin").visit(&story("one")).is_some());
    // So does taking it back.
    assert_eq!(ask("priya"), Ok(()));
    let again = enters(&store, "priya").erase_requests().pop().expect("she has asked").id;
    assert_ne!(again, asked);
    assert_eq!(block_on(enters(&store, "priya").refuse_to_erase(&again)), Ok(()));
    assert_eq!(enters(&store, "erin").agree_to_erase_now(&again), Err(NotGone::NotAsked));
}

#[test]
fn a_hold_blocks_erasing_and_deleting_until_it_is_lifted() {
    let vault = told(&["one"]);
    let store = vault.store();
    vault.days_pass(&store, 31);
    for held in [None, Some(story("one"))] {
        let hold = |on| block_on(enters(&store, "priya").hold((id("sam"), held.clone()), (on, HoldReason::Inquiry)));
        for name in ["sam", "erin", "omar"] {
            let other = enters(&store, name);
            let put = block_on(other.hold((id("sam"), held.clone()), (true, HoldReason::Inquiry)));
            assert_eq!(put, Err(NotGone::NotYou), "{name}");
        }
        let priya = enters(&store, "priya");
        block_on(priya.ask_to_erase(id("sam"), [story("one")].into(), EraseReason::Asked)).expect("nothing is held");
        let asked = priya.erase_requests().pop().expect("she has asked").id;
        assert_eq!(hold(true), Ok(()));
        let held_back = Err(NotGone::Forbidden(Forbidden::Hold));
        assert_eq!(enters(&store, "erin").agree_to_erase_now(&asked), held_back);
        let priya = enters(&store, "priya");
        let anew = block_on(priya.ask_to_erase(id("sam"), [story("one")].into(), EraseReason::Asked));
        assert_eq!(anew, held_back);
        assert_eq!(priya.delete_recordings_now(&story("one")), held_back);
        assert_eq!(hold(false), Ok(()));
        assert!(enters(&store, "priya").holds(&id("sam")).is_empty());
        block_on(enters(&store, "priya").refuse_to_erase(&asked)).expect("she may take it back");
    }
    let priya = enters(&store, "priya");
    assert_eq!(priya.delete_recordings_now(&story("one")), Ok(()));
}

#[test]
fn recordings_go_after_thirty_days_and_the_words_stay() {
    let vault = told(&["one"]);
    let store = vault.store();
    let early = Err(NotGone::Forbidden(Forbidden::TooSoon));
    assert_eq!(enters(&store, "priya").delete_recordings_now(&story("one")), early);
    vault.days_pass(&store, 29);
    let priya = enters(&store, "priya");
    let old = priya.old_recordings_now().expect("it can be read");
    assert_eq!((old.len(), old[0].days, old[0].may_go), (1, 29, Err(Forbidden::TooSoon)));
    assert_eq!(priya.delete_recordings_now(&story("one")), early);
    // Sam says that the note is wrong, and then that it is right: all days begin anew.
    hears(&enters(&store, "sam"), "one", Verdict::Wrong, vault.now());
    vault.days_pass(&store, 2);
    let wrong = Err(NotGone::Forbidden(Forbidden::Wrong));
    assert_eq!(enters(&store, "priya").delete_recordings_now(&story("one")), wrong);
    hears(&enters(&store, "sam"), "one", Verdict::Right, vault.now());
    vault.days_pass(&store, 29);
    assert_eq!(enters(&store, "priya").delete_recordings_now(&story("one")), early);
    vault.days_pass(&store, 1);
    // Nobody else.
    for name in ["sam", "erin", "dee", "omar"] {
        assert!(enters(&store, name).delete_recordings_now(&story("one")).is_err(), "{name}");
    }
    assert_eq!(vault.sounds(), 2);
    let priya = enters(&store, "priya");
    assert_eq!(priya.old_recordings_now().expect("it can be read")[0].may_go, Ok(()));
    assert_eq!(priya.delete_recordings_now(&story("one")), Ok(()));
    assert_eq!(vault.sounds(), 1, "Sam's own copy goes when Sam comes in");
    assert_eq!(priya.old_recordings_now(), Ok(Vec::new()));
    let sam = enters(&store, "sam");
    assert_eq!(vault.sounds(), 0);
    assert!(sam.telling(&story("one")).is_some() && sam.note(&story("one")).is_some());
    let gone = sam.recording_gone(&story("one")).expect("Sam is told");
    assert_eq!((gone.by, gone.at), (id("priya"), vault.now()));
    settled(&sam);
    let priya = enters(&store, "priya");
    settled(&priya);
    assert!(priya.log_now().expect("she may read it").entries.iter().any(|entry| entry.did == Did::Deleted));
}

#[test]
fn a_clock_that_jumps_deletes_nothing() {
    let vault = told(&["one"]);
    let store = vault.store();
    for year in [2001, 2099, 2026, 2060] {
        vault.devices.set_now(jiff::civil::date(year, 6, 1).at(9, 0, 0, 0));
        settled(&enters(&store, "priya"));
        let early = Err(NotGone::Forbidden(Forbidden::TooSoon));
        assert_eq!(enters(&store, "priya").delete_recordings_now(&story("one")), early, "{year}");
    }
}
