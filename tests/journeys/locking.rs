//! Nobody is there any more, or the system says so: the app locks, and loses nothing. And hiding everything by one key.
use std::sync::Arc;
use std::time::{Duration, Instant};

use alongside::App;
use iced::keyboard::key::Named;
use iced::{Program, Theme};
use jiff::Span;
use jiff::civil::{DateTime, date};

use crate::broken_disk::FillingDisk;
use crate::journeys::trouble::voice;
use crate::person::{Computer, Person};

fn nine() -> DateTime {
    date(2026, 3, 2).at(9, 0, 0, 0)
}

/// A computer that locks after a minute.
fn locks_after_a_minute() -> Computer {
    let computer = Computer::new();
    computer.devices.set_now(nine());
    computer.everyone_prefers(|preferences| preferences.lock_after = 1);
    computer
}

/// So long that the app has looked whether somebody is there.
fn a_look<P: Program<Theme = Theme, State = App> + 'static>(person: &mut Person<P>) {
    std::thread::sleep(Duration::from_secs(6));
    person.window.settle();
}

/// Nobody is in any more, and nothing was lost.
pub fn is_locked<P: Program<Theme = Theme, State = App> + 'static>(person: &mut Person<P>) {
    // Whoever turned pages to look for it would be there.
    person.sees_by_itself("Who are you?");
    person.sees("We locked this. Your work is safe.");
    assert!(person.window.state().me().is_none());
}

#[test]
fn after_a_minute_alone_it_locks_and_the_next_day_goes_on_where_it_was() {
    let computer = locks_after_a_minute();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    sam.presses("Use pictures");
    sam.presses("Next");
    sam.sees("First, you. Are you safe now?");
    a_look(&mut sam);
    // The clock goes on in small steps, as it does where nobody sleeps.
    for step in 1..=4 {
        computer.devices.set_now(nine() + Span::new().seconds(14 * step));
        a_look(&mut sam);
        sam.sees("First, you. Are you safe now?");
    }
    computer.devices.set_now(nine() + Span::new().seconds(70));
    is_locked(&mut sam);
    sam.keeps_a_picture("locked");
    sam.does_not_see("Are you safe");
    sam.presses("Sam");
    sam.presses("Tell my story");
    sam.sees("First, you. Are you safe now?");
}

#[test]
fn a_computer_that_slept_is_locked_when_it_wakes() {
    let computer = Computer::new();
    computer.devices.set_now(nine());
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    a_look(&mut sam);
    sam.sees("Hello Sam.");
    // It would lock after five minutes alone.
    computer.devices.set_now(nine() + Span::new().minutes(2));
    a_look(&mut sam);
    is_locked(&mut sam);
}

#[test]
fn a_clock_that_is_put_back_again_and_again_keeps_nothing_open() {
    let computer = locks_after_a_minute();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    let begin = Instant::now();
    let mut hours = 0;
    while begin.elapsed() < Duration::from_secs(55) {
        hours += 1;
        computer.devices.set_now(nine() - Span::new().hours(hours));
        a_look(&mut sam);
    }
    for _ in 0..3 {
        a_look(&mut sam);
    }
    is_locked(&mut sam);
}

#[test]
fn when_the_system_locks_it_is_locked_at_once_on_any_page() {
    let computer = Computer::new();
    let mut sam = computer.start();
    for page in ["Plan a trip", "Tell my story", "See my support plan"] {
        sam.comes_in_as("Sam");
        sam.presses(page);
        assert!(computer.devices.watchman.locks());
        is_locked(&mut sam);
    }
    sam.comes_in_as("Sam");
    sam.presses("Help");
    assert!(computer.devices.watchman.locks());
    is_locked(&mut sam);
    // What is hidden is locked too: a key does not show it again.
    sam.comes_in_as("Sam");
    sam.strikes(Named::F12);
    sam.sees("This is hidden.");
    assert!(computer.devices.watchman.locks());
    is_locked(&mut sam);
    sam.strikes(Named::F12);
    sam.presses("Show it again");
    sam.sees("Who are you?");
    // At the door nobody is half in.
    sam.presses("Help");
    assert!(computer.devices.watchman.locks());
    sam.presses("Back");
    sam.sees("Who are you?");
}

#[test]
fn before_the_computer_sleeps_all_is_kept_and_locked() {
    let computer = Computer::new();
    let mut erin = computer.start();
    erin.comes_in_as("Erin");
    erin.presses("Write in the record");
    erin.presses_one_that_starts("Ali, visit to M");
    erin.types_in("What we did", "We made tea.");
    assert!(computer.devices.watchman.sleeps());
    is_locked(&mut erin);
    let end = Instant::now() + Duration::from_secs(4);
    while computer.devices.watchman.is_kept_awake() {
        assert!(Instant::now() < end, "it may sleep when it is locked");
        erin.window.settle();
    }
    erin.comes_in_as("Erin");
    erin.presses("Write in the record");
    erin.presses_one_that_starts("Ali, visit to M");
    erin.sees("What we did");
    assert!(erin.all_words().contains("We made tea."), "what was typed is there");
}

#[test]
fn a_recording_goes_on_behind_the_lock() {
    let computer = Computer::new();
    computer.devices.set_now(nine());
    let mut sam = computer.start();
    crate::journeys::trouble::at_the_microphone!(sam);
    sam.presses("Start");
    computer.devices.speak_into_microphone(voice(3));
    assert!(computer.devices.watchman.sleeps());
    sam.sees("This is locked.");
    sam.keeps_a_picture("locked-recording");
    assert_eq!(computer.devices.microphones_open(), 1, "it goes on");
    sam.strikes(Named::F12);
    sam.sees("This is locked.");
    sam.strikes(Named::Escape);
    sam.strikes(Named::F1);
    sam.sees("This is locked.");
    let end = Instant::now() + Duration::from_secs(4);
    while computer.devices.watchman.is_kept_awake() {
        assert!(Instant::now() < end, "a recording keeps no computer awake");
        sam.window.settle();
    }
    while !computer.devices.has_heard_all() {
        sam.window.settle();
    }
    sam.presses("Stop and save it");
    sam.sees("Who are you?");
    assert_eq!(computer.devices.microphones_open(), 0);
    sam.presses("Sam");
    sam.presses("Tell my story");
    sam.presses("Hear my voice");
    sam.sees("seconds");
}

#[test]
fn what_cannot_be_saved_waits_behind_the_lock_for_its_person() {
    let disk = FillingDisk::default();
    let computer = Computer::with_disk(Arc::new(disk.clone()));
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    disk.is_full(true);
    sam.presses("Use pictures");
    sam.presses("Next");
    sam.sees("It is not saved yet. Press OK to try again.");
    assert!(computer.devices.watchman.locks());
    sam.sees("Who are you?");
    sam.sees("It is not saved yet. Press OK to try again.");
    sam.keeps_a_picture("locked-unsaved");
    assert!(sam.window.state().me().is_none());
    // Still full. Nobody is told that all is well, and the window does not close over it.
    sam.presses("OK");
    sam.sees("It is not saved yet. Press OK to try again.");
    sam.window.ask_to_close();
    assert!(!sam.window.is_closed());
    // Somebody else has nothing of it, and does not close the window over it either.
    sam.comes_in_as("Jo");
    sam.window.ask_to_close();
    sam.sees("If you go now, your last change is lost.");
    assert!(!sam.window.is_closed());
    sam.presses("Stay here");
    sam.leaves("Jo");
    sam.sees("It is not saved yet. Press OK to try again.");
    // It is theirs again, and nobody else's.
    sam.presses("Sam");
    sam.presses("Tell my story");
    sam.sees("First, you. Are you safe now?");
    assert!(computer.devices.watchman.locks());
    sam.sees("Who are you?");
    sam.sees("It is not saved yet. Press OK to try again.");
    disk.is_full(false);
    sam.presses("OK");
    is_locked(&mut sam);
    drop(sam);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    sam.sees("First, you. Are you safe now?");
}

#[test]
fn one_key_hides_everything_and_shows_it_again() {
    let computer = Computer::new();
    let mut erin = computer.start();
    erin.comes_in_as("Erin");
    erin.presses("Write in the record");
    erin.presses_one_that_starts("Ali, visit to M");
    erin.strikes(Named::F12);
    erin.sees("This is hidden.");
    erin.keeps_its_promises("F12");
    erin.keeps_a_picture("hidden");
    let words = erin.all_words();
    assert!(!words.contains("Ali") && !words.contains("Erin"), "{words}");
    erin.strikes(Named::Escape);
    erin.sees("This is hidden.");
    erin.presses("Show it again");
    erin.sees("What did you do with M? We did a thing they like. We went out.");
}
