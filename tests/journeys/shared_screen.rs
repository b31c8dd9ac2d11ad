//! Somebody else begins to see the screen: names go by themselves, and come back when the person wants them.
use alongside::App;
use iced::keyboard::key::Named;
use iced::{Program, Theme};

use super::hidden_names::shows_no_name;
use crate::journeys::locking::is_locked;
use crate::person::{Computer, Person};

const SHARED: &str = "Your screen is shared. Names are hidden. F11 shows them.";
const ENDED: &str = "Nobody shares your screen now. OK shows the names.";

/// Somebody begins to see the screen.
fn shares<P: Program<Theme = Theme, State = App> + 'static>(person: &mut Person<P>, computer: &Computer) {
    assert!(computer.devices.watchman.share_begins());
    person.window.settle();
}

/// Nobody sees it any more.
fn ends<P: Program<Theme = Theme, State = App> + 'static>(person: &mut Person<P>, computer: &Computer) {
    assert!(computer.devices.watchman.share_ends());
    person.window.settle();
}

#[test]
fn names_go_by_themselves_from_every_page_when_the_screen_is_shared() {
    let computer = Computer::new();
    let mut erin = computer.start();
    erin.comes_in_as("Erin");
    erin.presses("Write in the record");
    erin.presses_one_that_starts("Ali, visit to M");
    erin.sees("Ali");
    erin.forgets_what_was_said();
    shares(&mut erin, &computer);
    erin.sees(SHARED);
    erin.hears(SHARED);
    shows_no_name(&mut erin);
    erin.keeps_a_picture("shared-desk");
    // The line is read. Names stay hidden.
    erin.presses("OK");
    erin.does_not_see(SHARED);
    shows_no_name(&mut erin);
    erin.presses("Home");
    for page in ["Write in the record", "Keep or erase", "Help"] {
        erin.presses(page);
        shows_no_name(&mut erin);
        erin.presses("Home");
    }
    ends(&mut erin, &computer);
    erin.sees(ENDED);
    erin.keeps_a_picture("shared-ended");
    // Nothing comes back at a moment that nobody chose.
    shows_no_name(&mut erin);
    // Another one begins before that was read: a name never stood there in between.
    shares(&mut erin, &computer);
    erin.sees(SHARED);
    erin.does_not_see(ENDED);
    shows_no_name(&mut erin);
    ends(&mut erin, &computer);
    erin.presses("OK");
    erin.does_not_see("Hidden");
    erin.does_not_see(ENDED);
    erin.sees("Hello Erin.");
}

#[test]
fn who_shows_names_on_purpose_is_not_fought_until_somebody_else_looks_on() {
    let computer = Computer::new();
    let mut priya = computer.start();
    priya.comes_in_as("Priya");
    shares(&mut priya, &computer);
    shows_no_name(&mut priya);
    priya.strikes(Named::F11);
    priya.does_not_see("Hidden");
    priya.does_not_see(SHARED);
    for page in ["See who looked", "How people come in"] {
        priya.presses(page);
        priya.does_not_see("Hidden");
        priya.presses("Home");
    }
    // Somebody else begins to see it too.
    shares(&mut priya, &computer);
    priya.sees(SHARED);
    shows_no_name(&mut priya);
    priya.strikes(Named::F11);
    // Shown on purpose: the end has nothing to say.
    ends(&mut priya, &computer);
    priya.does_not_see(ENDED);
    priya.sees("Hello Priya.");
}

#[test]
fn what_somebody_hid_themselves_stays_theirs() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.strikes(Named::F11);
    shares(&mut sam, &computer);
    sam.sees(SHARED);
    ends(&mut sam, &computer);
    sam.does_not_see(SHARED);
    sam.does_not_see(ENDED);
    shows_no_name(&mut sam);
    sam.strikes(Named::F11);
    sam.sees("Hello Sam.");
    // Shown while shared and hidden again: theirs too.
    shares(&mut sam, &computer);
    sam.strikes(Named::F11);
    sam.strikes(Named::F11);
    ends(&mut sam, &computer);
    sam.does_not_see(ENDED);
    shows_no_name(&mut sam);
}

#[test]
fn who_comes_in_while_the_screen_is_shared_comes_in_without_names() {
    let computer = Computer::new();
    let mut sam = computer.start();
    shares(&mut sam, &computer);
    // At the door the names are the way in.
    sam.does_not_see("Hidden");
    sam.does_not_see(SHARED);
    sam.forgets_what_was_said();
    sam.presses("Sam");
    sam.sees(SHARED);
    sam.hears(SHARED);
    shows_no_name(&mut sam);
    // Shown on purpose by one is not shown for the next.
    sam.strikes(Named::F11);
    assert!(computer.devices.watchman.locks());
    is_locked(&mut sam);
    sam.does_not_see(SHARED);
    sam.presses("Jo");
    sam.sees(SHARED);
    shows_no_name(&mut sam);
    assert!(computer.devices.watchman.locks());
    is_locked(&mut sam);
    ends(&mut sam, &computer);
    sam.does_not_see(ENDED);
    sam.comes_in_as("Jo");
    sam.sees("Hello Jo.");
    sam.does_not_see("Hidden");
}

#[test]
fn behind_what_hides_everything_names_are_hidden_too() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.strikes(Named::F12);
    sam.sees("This is hidden.");
    sam.forgets_what_was_said();
    shares(&mut sam, &computer);
    sam.sees("This is hidden.");
    sam.does_not_see(SHARED);
    assert_eq!(sam.sentences_heard(), 0);
    sam.strikes(Named::F12);
    sam.sees(SHARED);
    shows_no_name(&mut sam);
    sam.strikes(Named::F12);
    ends(&mut sam, &computer);
    sam.does_not_see(ENDED);
    sam.strikes(Named::F12);
    sam.sees(ENDED);
    shows_no_name(&mut sam);
}

#[test]
fn a_recording_goes_on_and_hears_nothing_of_it() {
    let computer = Computer::new();
    let mut sam = computer.start();
    crate::journeys::trouble::at_the_microphone!(sam);
    sam.presses("Start");
    computer.devices.speak_into_microphone(super::trouble::voice(3));
    sam.forgets_what_was_said();
    shares(&mut sam, &computer);
    sam.sees(SHARED);
    shows_no_name(&mut sam);
    assert_eq!(sam.sentences_heard(), 0);
    assert_eq!(computer.devices.microphones_open(), 1, "it goes on");
    ends(&mut sam, &computer);
    sam.sees(ENDED);
    assert_eq!(sam.sentences_heard(), 0);
    assert_eq!(computer.devices.microphones_open(), 1, "it goes on");
    while !computer.devices.has_heard_all() {
        sam.window.settle();
    }
    sam.presses("Stop");
    sam.sees("Do you want to keep this?");
}

#[test]
fn help_says_whether_this_computer_tells_when_the_screen_is_shared() {
    let computer = Computer::new();
    let mut erin = computer.start();
    erin.presses("Help");
    erin.presses("Change how it looks");
    assert!(!erin.can_press("Hide names?"), "at the door names are the way in");
    erin.presses("Back");
    erin.presses("Back");
    erin.comes_in_as("Erin");
    erin.presses("Help");
    erin.presses("Change how it looks");
    erin.presses("Hide names?");
    erin.sees("We do not know when your screen is shared. Press F11 to hide names.");
    erin.keeps_its_promises("Hide names?");
    erin.keeps_a_picture("help-names");
    assert!(erin.is_picked("Show names"));
    erin.presses("Hide names");
    erin.sees("Hidden");
    assert!(erin.is_picked("Hide names"));
    assert!(computer.devices.watchman.tells(true));
    erin.window.settle();
    erin.sees("We hide names when your screen is shared.");
    erin.presses("Show names");
    erin.does_not_see("Hidden");
    assert!(computer.devices.watchman.tells(false));
    erin.window.settle();
    erin.sees("We do not know when your screen is shared. Press F11 to hide names.");
}
