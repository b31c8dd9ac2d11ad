//! On a secure ward the microphone, photos and all ways out are off: turned on together, seen by its person, and refused in
//! one place.
use alongside::devices::shelves::{Kind, Shelf};
use alongside::domain::person::PersonId;
use alongside::domain::record::Record;
use alongside::domain::ward::Ward;
use futures::executor::block_on;
use jiff::civil::date;

use crate::person::Computer;

/// On this computer the mode is on for them.
fn is_on_for(computer: &Computer, person: &str, by: &str) {
    let store = computer.store();
    let team = store.hall().expect("the folder opens").team();
    let by = team.person(&PersonId(by.to_owned())).expect("they are there");
    let session = store.session(by, &team).expect("they come in");
    let at = date(2026, 3, 2).at(9, 0, 0, 0);
    let mode = Ward { person: PersonId(person.to_owned()), on: true, by: by.id.clone(), at };
    block_on(session.save(vec![Record::Ward(mode)])).expect("there is room");
}

/// A computer with a stick in it.
fn with_a_stick() -> (Computer, tempfile::TempDir) {
    let computer = Computer::new();
    let stick = tempfile::tempdir().expect("a folder");
    computer.devices.has_shelf(Shelf { kind: Kind::Stick, folder: stick.path().to_owned() });
    (computer, stick)
}

#[test]
fn dee_turns_it_on_with_sam_and_sam_sees_it_and_tells_without_a_voice() {
    let computer = Computer::new();
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("How people come in");
    dee.presses("Secure ward");
    dee.sees("Who works on a secure ward?");
    // Nobody turns it on or off for themselves.
    assert!(!dee.can_press("Dee"));
    dee.keeps_a_picture("ward");
    dee.presses("Sam");
    dee.sees("It is off for Sam.");
    dee.sees("Nothing leaves this computer: no copies, no papers.");
    dee.keeps_a_picture("ward-person");
    dee.presses("Turn it on");
    dee.sees("It is on for Sam.");
    dee.hears("It is on for Sam.");
    dee.keeps_a_picture("ward-person-on");
    dee.presses("Other people");
    dee.leaves("Dee");
    let mut sam = dee;
    sam.comes_in_as("Sam");
    sam.sees("Secure ward: no voice, no photos. Ask Dee.");
    sam.keeps_a_picture("ward-home");
    sam.presses("Tell my story");
    sam.sees("Your ward has the voice off.");
    sam.keeps_a_picture("ward-tell");
    assert!(!sam.can_press("Use my voice") && !sam.can_press("Use both"));
    sam.presses("Use pictures");
    sam.presses("Next");
    sam.presses("I am safe");
    sam.presses("Next");
    for _ in 0..3 {
        sam.presses("Skip");
    }
    sam.sees("What did you do with them?");
    assert!(!sam.can_press("Use my voice"));
    sam.keeps_a_picture("ward-question");
    sam.presses("We talked");
    sam.presses("I want to type");
    sam.types_in("Your words", "we had tea");
    sam.presses("Done");
    sam.presses("Next");
    sam.sees("What went well?");
    assert_eq!(computer.devices.microphones_open(), 0);
    // Only Dee and Priya can change it.
    sam.leaves("Sam");
    sam.comes_in_as("Priya");
    sam.presses("How people come in");
    sam.presses("Secure ward");
    sam.presses("Sam");
    sam.presses("Turn it off");
    sam.sees("It is off for Sam.");
    sam.leaves("Priya");
    sam.comes_in_as("Sam");
    sam.does_not_see("Secure ward");
    // It stands in the log.
    sam.leaves("Sam");
    sam.comes_in_as("Priya");
    sam.presses("See who looked");
    sam.sees("Dee saved Sam’s secure ward");
}

#[test]
fn a_story_that_was_begun_by_voice_goes_on_without_one() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    sam.presses("Use my voice");
    sam.presses("Next");
    sam.presses("I am safe");
    sam.presses("Next");
    sam.presses("Skip");
    sam.presses("Skip");
    sam.presses("Skip");
    sam.sees("Who will hear your voice?");
    drop(sam);
    is_on_for(&computer, "sam", "dee");
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    sam.sees("What did you do with them?");
    sam.presses("We talked");
}

#[test]
fn on_a_ward_dee_takes_nothing_out_and_nothing_in() {
    let (computer, stick) = with_a_stick();
    is_on_for(&computer, "dee", "priya");
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.sees("Secure ward: no voice, no photos. Ask Priya.");
    let off = "This is off on your ward. Priya can change it.";
    dee.presses("Get bus times");
    dee.presses("Get new bus times");
    dee.sees(off);
    dee.presses("Home");
    dee.presses("Set up places");
    dee.presses("Mill Road Clinic");
    dee.presses("Choose a photo");
    dee.sees(off);
    dee.keeps_a_picture("ward-photo");
    dee.presses("Home");
    dee.presses("Keep a copy");
    dee.presses("Make a copy");
    dee.sees(off);
    dee.keeps_a_picture("ward-copy");
    dee.presses("Home");
    dee.presses("The spare key");
    dee.presses("Make a new one");
    dee.sees(off);
    assert!(computer.devices.papers_shown().is_empty());
    assert_eq!(std::fs::read_dir(stick.path()).expect("it is there").count(), 0);
    dee.leaves("Dee");
    // Who comes after has all of it.
    dee.comes_in_as("Priya");
    dee.presses("Keep a copy");
    dee.presses("Make a copy");
    dee.sees("Where");
    dee.does_not_see(off);
}

#[test]
fn on_a_ward_erin_still_copies_the_note() {
    let computer = Computer::new();
    is_on_for(&computer, "erin", "priya");
    let mut erin = computer.start();
    erin.comes_in_as("Erin");
    erin.presses("Write in the record");
    erin.presses_one_that_starts("Ali, visit to M");
    erin.types_in("What we did", "We made tea.");
    erin.presses("Copy note");
    assert!(computer.devices.copied().is_some_and(|note| note.contains("We made tea.")));
}

#[test]
fn on_a_ward_sam_prints_no_card() {
    let computer = Computer::new();
    is_on_for(&computer, "sam", "dee");
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.plans_a_trip_to("Mill Road Clinic");
    sam.presses("More");
    sam.presses("Print my card");
    sam.sees("This is off on your ward. Dee can change it.");
    assert!(!sam.can_press("Open it to print"));
    sam.keeps_a_picture("ward-print");
    sam.presses("OK");
    assert!(computer.devices.papers_shown().is_empty());
}
