//! Nobody is there any more: the app locks, and loses nothing. And hiding everything by one key.
use iced::keyboard::key::Named;
use jiff::civil::date;

use crate::journeys::trouble::voice;
use crate::person::Computer;

#[test]
fn after_five_minutes_alone_it_locks_and_the_next_day_goes_on_where_it_was() {
    let computer = Computer::new();
    let day = date(2026, 3, 2);
    computer.devices.set_now(day.at(9, 0, 0, 0));
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    sam.presses("Use pictures");
    sam.presses("Next");
    sam.sees("First, you. Are you safe now?");
    // Long enough for the app to see that somebody is there, and then not long enough to lock.
    std::thread::sleep(std::time::Duration::from_secs(6));
    sam.window.settle();
    computer.devices.set_now(day.at(9, 4, 50, 0));
    std::thread::sleep(std::time::Duration::from_secs(6));
    sam.sees("First, you. Are you safe now?");
    // To look for words turns pages, as somebody would who is there.
    sam.window.settle();
    std::thread::sleep(std::time::Duration::from_secs(6));
    sam.window.settle();
    computer.devices.set_now(day.at(9, 15, 0, 0));
    std::thread::sleep(std::time::Duration::from_secs(6));
    sam.window.settle();
    sam.sees("Who are you?");
    sam.sees("We locked this. Your work is safe.");
    sam.keeps_a_picture("locked");
    sam.does_not_see("Are you safe");
    sam.presses("Sam");
    sam.presses("Tell my story");
    sam.sees("First, you. Are you safe now?");
}

#[test]
fn a_recording_goes_on_behind_the_lock() {
    let computer = Computer::new();
    let day = date(2026, 3, 2);
    computer.devices.set_now(day.at(9, 0, 0, 0));
    let mut sam = computer.start();
    crate::journeys::trouble::at_the_microphone!(sam);
    sam.presses("Start");
    computer.devices.speak_into_microphone(voice(3));
    std::thread::sleep(std::time::Duration::from_secs(6));
    sam.window.settle();
    computer.devices.set_now(day.at(9, 6, 0, 0));
    std::thread::sleep(std::time::Duration::from_secs(6));
    sam.window.settle();
    // On a slow computer it may have looked only now.
    computer.devices.set_now(day.at(9, 20, 0, 0));
    sam.sees("This is locked.");
    sam.keeps_a_picture("locked-recording");
    assert_eq!(computer.devices.microphones_open(), 1, "it goes on");
    sam.strikes(Named::F12);
    sam.sees("This is locked.");
    sam.strikes(Named::Escape);
    sam.strikes(Named::F1);
    sam.sees("This is locked.");
    sam.presses("Stop and save it");
    sam.sees("Who are you?");
    assert_eq!(computer.devices.microphones_open(), 0);
    sam.presses("Sam");
    sam.presses("Tell my story");
    sam.presses("Hear my voice");
    sam.sees("seconds");
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
