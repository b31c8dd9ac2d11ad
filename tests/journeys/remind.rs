//! A reminder to get ready: only for who wants it, over whatever is open, once, and never for who comes after.
use alongside::App;
use iced::keyboard::key::Named;
use iced::{Program, Theme};
use jiff::Span;
use jiff::civil::DateTime;

use crate::person::{Computer, Person};

/// Sam chooses a trip to the clinic for today, and looks at its first step. It begins after 9 o'clock.
fn chooses_a_trip<P: Program<Theme = Theme, State = App> + 'static>(sam: &mut Person<P>) {
    sam.comes_in_as("Sam");
    sam.plans_a_trip_to("Mill Road Clinic");
}

/// And wants a reminder 10 minutes before.
fn wants_a_reminder<P: Program<Theme = Theme, State = App> + 'static>(sam: &mut Person<P>) {
    chooses_a_trip(sam);
    sam.sees("We can tell you when to get ready.");
    sam.keeps_a_picture("remind-step");
    sam.presses("Remind me");
    sam.sees("How long before you leave?");
    sam.keeps_a_picture("remind");
    sam.presses("10 minutes");
    sam.sees("Leave at");
    sam.sees("10 minutes before");
    sam.does_not_see("We can tell you when to get ready.");
    sam.presses_id("rail-home");
    sam.does_not_see("Get ready now.");
}

/// When the trip of `chooses_a_trip` begins.
fn leave(computer: &Computer) -> DateTime {
    let store = computer.store();
    let team = store.hall().expect("it opens").team();
    let sam = team.people.iter().find(|person| person.name == "Sam").expect("Sam is there");
    let session = store.session(sam, &team).expect("Sam comes in");
    session.chosen_trips(&sam.id).first().expect("it was chosen").choice.trip.leave
}

/// So many seconds before a trip begins. While somebody is in, the clock goes on by less than half a minute at a time:
/// else the app takes it for a computer that slept, and locks.
fn before(leave: DateTime, seconds: i64) -> DateTime {
    leave.checked_sub(Span::new().seconds(seconds)).expect("the same year")
}

#[test]
fn sam_is_told_to_get_ready_once_and_loses_nothing() {
    let computer = Computer::new();
    let mut sam = computer.start();
    wants_a_reminder(&mut sam);
    drop(sam);
    let leave = leave(&computer);
    computer.devices.set_now(before(leave, 620));
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    sam.presses("Use pictures");
    sam.presses("Next");
    sam.sees("First, you. Are you safe now?");
    sam.does_not_see("Get ready now.");
    // Nobody touches the app: the clock is enough.
    computer.devices.set_now(before(leave, 600));
    sam.sees("Get ready now. Leave at");
    sam.hears("Get ready now.");
    sam.sees("First, you. Are you safe now?");
    sam.keeps_its_promises("the reminder");
    sam.keeps_a_picture("remind-now");
    sam.presses("OK");
    sam.does_not_see("Get ready now.");
    sam.presses("I am safe");
    sam.presses("Next");
    sam.does_not_see("Get ready now.");
    sam.leaves("Sam");
    sam.comes_in_as("Sam");
    sam.does_not_see("Get ready now.");
}

#[test]
fn who_wants_none_is_not_told() {
    let computer = Computer::new();
    let mut sam = computer.start();
    chooses_a_trip(&mut sam);
    sam.presses("Remind me");
    sam.presses("Do not tell me");
    sam.sees("Remind me");
    drop(sam);
    let leave = leave(&computer);
    computer.devices.set_now(before(leave, 300));
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.does_not_see("Get ready now.");
    // Another choice is for now, too.
    sam.presses_one_that_starts("Trip to Mill Road Clinic");
    sam.presses("Remind me");
    assert!(sam.is_picked("Do not tell me"));
    sam.presses_one_that_says("20 minutes");
    sam.sees("Get ready now.");
}

#[test]
fn it_is_asked_once() {
    let computer = Computer::new();
    let mut sam = computer.start();
    chooses_a_trip(&mut sam);
    sam.sees("We can tell you when to get ready.");
    sam.presses("OK");
    sam.does_not_see("We can tell you when to get ready.");
    drop(sam);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses_one_that_starts("Trip to Mill Road Clinic");
    sam.sees("You start at Elm House.");
    sam.does_not_see("We can tell you when to get ready.");
    // It can still be had.
    sam.presses("Remind me");
    assert!(sam.is_picked("Do not tell me"));
}

#[test]
fn who_does_not_go_is_not_told() {
    let computer = Computer::new();
    let mut sam = computer.start();
    wants_a_reminder(&mut sam);
    drop(sam);
    let leave = leave(&computer);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses_one_that_starts("Trip to Mill Road Clinic");
    sam.presses_what_if("I am not going");
    sam.presses("Yes, end it");
    sam.leaves("Sam");
    computer.devices.set_now(before(leave, 300));
    sam.comes_in_as("Sam");
    sam.presses("See my support plan");
    sam.does_not_see("Get ready now.");
}

#[test]
fn nobody_else_reads_it_and_it_goes_with_sam() {
    let computer = Computer::new();
    let mut sam = computer.start();
    wants_a_reminder(&mut sam);
    drop(sam);
    let leave = leave(&computer);
    let mut sam = computer.start();
    // At the door, and for Dee, there is nothing.
    computer.devices.set_now(before(leave, 480));
    sam.sees("Who are you?");
    sam.does_not_see("Get ready");
    sam.comes_in_as("Dee");
    sam.presses("Set up places");
    sam.does_not_see("Get ready");
    sam.leaves("Dee");
    sam.comes_in_as("Sam");
    sam.sees("Get ready now.");
    // Hidden by its key, it is hidden too.
    sam.strikes(Named::F12);
    sam.does_not_see("Get ready");
    sam.strikes(Named::F12);
    sam.sees("Get ready now.");
    sam.leaves("Sam");
    sam.does_not_see("Get ready");
}

#[test]
fn a_recording_does_not_hear_it() {
    let computer = Computer::new();
    let mut sam = computer.start();
    wants_a_reminder(&mut sam);
    drop(sam);
    let leave = leave(&computer);
    computer.devices.set_now(before(leave, 620));
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
    sam.presses("OK, I know");
    sam.presses("Start");
    sam.sees("Stop");
    sam.forgets_what_was_said();
    computer.devices.set_now(before(leave, 599));
    computer.devices.speak_into_microphone(std::iter::repeat_n(0.1, 48_000));
    sam.window.settle();
    sam.does_not_see("Get ready");
    assert_eq!(sam.sentences_heard(), 0, "a recording would hear it");
    sam.presses("Stop");
    sam.sees("Get ready now.");
    sam.hears("Get ready now.");
}
