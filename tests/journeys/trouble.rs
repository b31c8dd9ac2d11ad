//! When things go wrong: no microphone, no sound, no room, no clipboard, a switch that goes off.
use std::sync::Arc;

use alongside::devices::pretend::RATE;

use crate::broken_disk::FillingDisk;
use crate::person::Computer;

/// A voice that is not too loud: so many seconds of a tone that comes and goes.
pub fn voice(seconds: usize) -> Vec<f32> {
    let samples = 0..seconds * RATE as usize;
    samples
        .map(|n| {
            let time = n as f32 / RATE as f32;
            (time * 220.0 * std::f32::consts::TAU).sin() * 0.2 * (time * 3.0).sin().abs()
        })
        .collect()
}

/// Sam is at the question "What did you do?", about to answer by voice.
macro_rules! at_the_microphone {
    ($sam:ident) => {
        $sam.comes_in_as("Sam");
        $sam.presses("Tell my story");
        $sam.presses("Use both");
        $sam.presses("Next");
        $sam.presses("I am safe");
        $sam.presses("Next");
        $sam.presses("Skip");
        $sam.presses("Skip");
        $sam.presses("Skip");
        $sam.sees("What did you do with them?");
        $sam.presses("Use my voice");
        if $sam.can_press("OK, I know") {
            $sam.presses("OK, I know");
        }
    };
}
pub(crate) use at_the_microphone;

#[test]
fn without_a_microphone_sam_uses_pictures() {
    let computer = Computer::new();
    computer.devices.unplug_microphone(true);
    let mut sam = computer.start();
    at_the_microphone!(sam);
    sam.presses("Start");
    sam.sees("The microphone is off. Ask Dee.");
    sam.keeps_a_picture("no-microphone");
    sam.presses("Use pictures");
    sam.presses("We talked");
    sam.presses("Next");
    sam.sees("What went well?");
}

#[test]
fn a_microphone_that_is_pulled_out_keeps_what_it_heard() {
    let computer = Computer::new();
    let mut sam = computer.start();
    at_the_microphone!(sam);
    sam.presses("Start");
    computer.devices.speak_into_microphone(voice(3));
    while !computer.devices.has_heard_all() {
        sam.window.settle();
    }
    computer.devices.unplug_microphone(true);
    sam.sees("The microphone stopped. We kept your words.");
    sam.keeps_a_picture("microphone-lost");
    sam.sees("3 seconds");
    assert_eq!(computer.devices.microphones_open(), 0);
}

#[test]
fn silence_is_told_and_to_do_it_again_comes_first() {
    let computer = Computer::new();
    let mut sam = computer.start();
    at_the_microphone!(sam);
    for (samples, is_silent) in [(vec![0.0; 3 * RATE as usize], true), (voice(3), false)] {
        sam.presses(if is_silent { "Start" } else { "Do it again" });
        computer.devices.speak_into_microphone(samples);
        while !computer.devices.has_heard_all() {
            sam.window.settle();
        }
        sam.presses("Stop");
        sam.sees("Do you want to keep this?");
        // Sam decides, also here.
        assert!(sam.can_press("Keep it"));
        if is_silent {
            sam.sees("We heard no voice.");
            sam.keeps_a_picture("speak-silence");
            sam.keeps_its_promises("silence");
        } else {
            sam.does_not_see("We heard no voice.");
        }
    }
}

#[test]
fn leaving_while_recording_keeps_the_recording_and_closes_the_microphone() {
    let computer = Computer::new();
    let mut sam = computer.start();
    at_the_microphone!(sam);
    sam.presses("Start");
    computer.devices.speak_into_microphone(voice(2));
    while !computer.devices.has_heard_all() {
        sam.window.settle();
    }
    sam.presses_id("rail-home");
    sam.sees("Hello Sam.");
    for _ in 0..200 {
        sam.window.settle();
    }
    assert_eq!(computer.devices.microphones_open(), 0);
    sam.presses("Tell my story");
    sam.sees("What did you do with them?");
    sam.presses("Hear my voice");
    sam.sees("2 seconds");
}

#[test]
fn without_sound_the_words_are_there_and_it_is_said_once() {
    let computer = Computer::new();
    computer.devices.unplug_speaker(true);
    let mut sam = computer.start();
    sam.sees("This computer has no sound. You can read the words.");
    sam.keeps_a_picture("no-sound");
    sam.presses("OK");
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    sam.presses_the_ear_of("Use my voice");
    sam.sees("How do you want to tell us?");
    sam.does_not_see("This computer has no sound.");
}

#[test]
fn a_full_disk_is_said_and_nothing_is_lost() {
    let disk = FillingDisk::default();
    let computer = Computer::with_disk(Arc::new(disk.clone()));
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    disk.is_full(true);
    sam.presses("Use pictures");
    sam.presses("Next");
    sam.sees("It is not saved yet. Press OK to try again.");
    sam.keeps_a_picture("not-saved");
    // Still full.
    sam.presses("OK");
    sam.sees("It is not saved yet. Press OK to try again.");
    disk.is_full(false);
    sam.presses("OK");
    sam.sees("First, you. Are you safe now?");
    sam.does_not_see("It is not saved yet.");
    drop(sam);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    sam.sees("First, you. Are you safe now?");
}

#[test]
fn a_disk_that_fills_while_sam_speaks_keeps_what_is_there() {
    let disk = FillingDisk::default();
    let computer = Computer::with_disk(Arc::new(disk.clone()));
    let mut sam = computer.start();
    at_the_microphone!(sam);
    sam.presses("Start");
    computer.devices.speak_into_microphone(voice(4));
    while !computer.devices.has_heard_all() {
        sam.window.settle();
    }
    disk.is_full(true);
    computer.devices.speak_into_microphone(voice(2));
    sam.sees("The computer is full.");
    sam.keeps_a_picture("full-while-speaking");
    disk.is_full(false);
    drop(sam);
    // What had come to the disk before is found again.
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.sees("Your recording stopped early. We kept your words.");
    sam.presses("OK");
    sam.presses("Tell my story");
    sam.presses("Hear my voice");
    sam.sees("seconds");
}

#[test]
fn without_a_clipboard_erin_is_told_to_type() {
    let computer = Computer::new();
    computer.devices.unplug_clipboard(true);
    let mut erin = computer.start();
    erin.comes_in_as("Erin");
    erin.presses("Write in the record");
    erin.presses_one_that_starts("Ali, visit to M");
    erin.types_in("What we did", "We made tea.");
    erin.presses("Copy note");
    erin.sees("Copying does not work here. You can type it in.");
    erin.keeps_a_picture("no-clipboard");
}

#[test]
fn any_moment_can_be_left_and_come_back_to() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    let answers: &[(&str, &[&str])] = &[
        ("How do you want to tell us?", &["Use pictures"]),
        ("First, you. Are you safe now?", &["I am safe"]),
        ("How do you feel now?", &["Good"]),
        ("Who did you see?", &["One person"]),
        ("What are their first letters?", &[]),
        ("When did you see them?", &["Today"]),
        ("What did you do", &["We talked", "We went out"]),
        ("What went well?", &["They felt calm"]),
    ];
    for (question, tiles) in answers {
        sam.sees(question);
        for tile in *tiles {
            sam.presses(tile);
        }
        // Away and back, in three ways: Home, somebody else, and a computer that is switched off.
        sam.presses_id("rail-home");
        sam.presses("Tell my story");
        sam.sees(question);
        sam.leaves("Sam");
        sam.comes_in_as("Sam");
        sam.presses("Tell my story");
        sam.sees(question);
        drop(sam);
        sam = computer.start();
        sam.comes_in_as("Sam");
        sam.presses("Tell my story");
        sam.sees(question);
        for tile in *tiles {
            assert!(sam.is_picked(tile), "{tile} is not picked any more");
        }
        sam.presses(if tiles.is_empty() { "Skip" } else { "Next" });
    }
    sam.sees("What was hard?");
}

#[test]
fn nobody_sees_the_screens_of_others() {
    let computer = Computer::new();
    let mut person = computer.start();
    for (name, own) in [
        ("Sam", ["Plan a trip", "Tell my story", "See my support plan"].as_slice()),
        ("Dee", &["Set up places", "Get bus times"]),
        ("Erin", &["Write in the record"]),
        ("Priya", &["See what needs you"]),
    ] {
        person.comes_in_as(name);
        let others = [
            "Plan a trip",
            "Tell my story",
            "See my support plan",
            "Set up places",
            "Get bus times",
            "Write in the record",
            "See what needs you",
        ];
        for card in others {
            assert_eq!(person.can_press(card), own.contains(&card), "{name}: {card}");
        }
        person.leaves(name);
    }
}

#[test]
fn help_rings_999_before_anyone_is_in() {
    let computer = Computer::new();
    let mut anyone = computer.start();
    anyone.presses("Help");
    anyone.sees("999");
    anyone.sees("Priya");
    anyone.sees("01632 960 123");
    anyone.presses("Show a card");
    anyone.keeps_a_picture("help-card");
    anyone.presses("Back");
    anyone.presses("Change how it sounds");
    anyone.keeps_a_picture("help-sound");
    anyone.presses("Back");
    anyone.presses("Back");
    anyone.sees("Who are you?");
}
