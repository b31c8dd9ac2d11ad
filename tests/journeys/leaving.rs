//! Leaving the app: nothing that was told is dropped on the way out.
use std::sync::Arc;

use alongside::domain::debrief::{DebriefId, Stage, Telling};
use alongside::domain::person::PersonId;
use alongside::domain::record::Record;
use alongside::domain::story::{StoryStep, What};
use jiff::civil::date;

use crate::broken_disk::FillingDisk;
use crate::person::Computer;

#[test]
fn who_leaves_while_the_disk_is_full_is_asked_first() {
    let disk = FillingDisk::default();
    let computer = Computer::with_disk(Arc::new(disk.clone()));
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    disk.is_full(true);
    sam.presses("Use pictures");
    sam.presses("Next");
    sam.presses_id("rail-home");
    sam.presses("I am not Sam");
    sam.sees("If you go now, your last change is lost.");
    sam.keeps_a_picture("unsaved");
    // Still full.
    sam.presses("Try again");
    sam.sees("If you go now, your last change is lost.");
    sam.presses("Stay here");
    sam.sees("Hello Sam.");
    sam.presses("I am not Sam");
    disk.is_full(false);
    sam.presses("Try again");
    sam.sees("Who are you?");
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    sam.sees("First, you. Are you safe now?");
}

#[test]
fn who_goes_anyway_or_closes_twice_is_let_go() {
    let disk = FillingDisk::default();
    let computer = Computer::with_disk(Arc::new(disk.clone()));
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    disk.is_full(true);
    sam.presses("Use pictures");
    sam.presses("Next");
    sam.window.ask_to_close();
    sam.sees("If you go now, your last change is lost.");
    assert!(!sam.window.is_closed());
    sam.window.ask_to_close();
    assert!(sam.window.is_closed());
    drop(sam);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    sam.presses("Use pictures");
    sam.presses("Next");
    sam.presses_id("rail-home");
    sam.presses("I am not Sam");
    sam.presses("Go anyway");
    sam.sees("Who are you?");
}

#[test]
fn a_power_cut_between_sending_and_saying_so_leaves_a_story_sent() {
    let computer = Computer::new();
    let (id, worker) = (DebriefId("cut".to_owned()), PersonId("sam".to_owned()));
    let now = date(2026, 3, 2).at(9, 0, 0, 0);
    {
        let store = computer.store();
        let hall = store.hall().expect("the folder opens");
        let team = hall.team();
        let sam = store.session(team.person(&worker).expect("one of the team"), &team).expect("the folder opens");
        let telling = Telling { stage: Stage::Sending, ..Telling::begin(id.clone(), worker.clone(), now) };
        let step = |what| StoryStep { debrief: id.clone(), worker: worker.clone(), by: worker.clone(), at: now, what };
        let save = |records| futures::executor::block_on(sam.save(records)).expect("there is room");
        save(vec![Record::Visit(telling.visit(now)), Record::Telling(telling)]);
        assert_eq!(sam.unfinished_telling(&worker).map(|telling| telling.id), Some(id.clone()));
        save(vec![Record::StoryStep(step(What::Sent))]);
        assert_eq!(sam.telling(&id).map(|telling| telling.stage), Some(Stage::Sent));
        assert_eq!(sam.unfinished_telling(&worker), None);
        // And the other way: taken back, and the power goes before the telling says so.
        let sent = Telling { stage: Stage::Sent, ..Telling::begin(id.clone(), worker.clone(), now) };
        save(vec![Record::Telling(sent), Record::StoryStep(step(What::TakenBack))]);
        assert_eq!(sam.unfinished_telling(&worker).map(|telling| telling.stage), Some(Stage::Checking));
    }
}
