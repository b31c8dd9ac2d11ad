//! Names are hidden by one key while work goes on. What is written down keeps the true ones.
use alongside::App;
use iced::keyboard::key::Named;
use iced::{Program, Theme};

use crate::person::{Computer, Person};

const NAMES: [&str; 6] = ["Sam", "Jo", "Ali", "Dee", "Erin", "Priya"];

/// No name of the team can be read or heard.
#[track_caller]
pub fn shows_no_name<P: Program<Theme = Theme, State = App> + 'static>(person: &mut Person<P>) {
    person.sees("Hidden");
    person.keeps_its_promises("F11");
    let words = person.all_words();
    for word in words.split(|letter: char| !letter.is_alphanumeric()) {
        assert!(!NAMES.contains(&word), "{word} is on the screen: {words}");
    }
}

#[test]
fn erin_writes_a_note_without_a_name_on_the_screen() {
    let computer = Computer::new();
    let mut erin = computer.start();
    erin.comes_in_as("Erin");
    erin.strikes(Named::F11);
    shows_no_name(&mut erin);
    erin.sees("Hello Writer 1.");
    erin.keeps_a_picture("names-home");
    erin.forgets_what_was_said();
    erin.presses("Write in the record");
    shows_no_name(&mut erin);
    erin.keeps_a_picture("names-desk-list");
    erin.presses_one_that_starts("Worker 3");
    shows_no_name(&mut erin);
    assert!(!erin.all_words().contains("visit to M"), "first letters are names too");
    erin.keeps_a_picture("names-desk");
    if erin.can_press("Your note") {
        erin.presses("Your note");
        shows_no_name(&mut erin);
    }
    erin.types_in("What we did", "We made tea.");
    erin.presses("Copy note");
    shows_no_name(&mut erin);
    // The record needs the names.
    let note = computer.devices.copied().expect("it was copied");
    assert!(note.contains("Erin") && note.contains("on behalf of Ali"), "{note}");
    erin.strikes(Named::F11);
    erin.does_not_see("Hidden");
    erin.sees("Ali");
    erin.strikes(Named::F11);
    shows_no_name(&mut erin);
}

#[test]
fn priya_looks_through_what_needs_her_without_a_name_on_the_screen() {
    let computer = Computer::new();
    let mut priya = computer.start();
    priya.comes_in_as("Priya");
    priya.strikes(Named::F11);
    priya.presses("See what needs you");
    shows_no_name(&mut priya);
    priya.keeps_a_picture("names-review");
    priya.presses_one_that_starts("Worker 2 is worried about someone");
    shows_no_name(&mut priya);
    priya.presses("I have seen it");
    priya.sees("Seen by Lead 1");
    shows_no_name(&mut priya);
    for page in ["See who looked", "How people come in"] {
        priya.presses("Home");
        priya.presses(page);
        shows_no_name(&mut priya);
    }
    priya.presses("Secure ward");
    priya.presses("Worker 1");
    priya.forgets_what_was_said();
    priya.presses("Turn it on");
    priya.hears("It is on for Worker 1.");
    shows_no_name(&mut priya);
    // At the door the names are the way in.
    priya.presses("Home");
    priya.presses("I am not Lead 1");
    priya.sees("Who are you?");
    priya.sees("Sam");
    priya.strikes(Named::F11);
    priya.does_not_see("Hidden");
}

#[test]
fn sam_has_no_name_on_the_screen_either() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.strikes(Named::F11);
    for page in ["Plan a trip", "Tell my story", "See my support plan"] {
        sam.presses(page);
        sam.sees("Hidden");
        sam.keeps_its_promises(page);
        sam.presses("Home");
    }
    shows_no_name(&mut sam);
    sam.presses("Help");
    shows_no_name(&mut sam);
}
