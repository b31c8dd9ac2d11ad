//! A trip: planned, chosen, read step by step, and what to do when it goes wrong.
use jiff::civil::date;

use crate::person::Computer;

#[test]
fn sam_goes_to_the_clinic() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.sees("You start at Elm House.");
    sam.keeps_a_picture("trip-where");
    sam.presses("Mill Road Clinic");
    sam.presses("No");
    sam.keeps_a_picture("trip-day");
    sam.presses("Today");
    sam.sees("10 o’clock in the morning");
    sam.presses_id("trip-later");
    sam.presses_id("trip-later");
    sam.sees("10:10 in the morning");
    sam.keeps_a_picture("trip-time");
    sam.presses("Find a way");
    sam.sees("How will you get there?");
    sam.keeps_a_picture("trip-found");
    sam.presses("Use this one");
    sam.presses("Next");
    sam.presses("Next");
    sam.presses("Show me the steps");
    for step in 0..7 {
        sam.keeps_a_picture(&format!("trip-step-{step}"));
        if sam.heading().starts_with("Wait for") {
            sam.presses_what_if("The bus is late");
            sam.keeps_a_picture("trip-late");
            sam.presses("I missed it");
            sam.keeps_a_picture("trip-missed");
            sam.presses("Back");
            sam.presses("Back");
            sam.presses_what_if("I am lost");
            sam.keeps_a_picture("trip-lost");
            sam.presses("OK");
        }
        if !sam.can_press("Next step") {
            break;
        }
        sam.presses("Next step");
    }
    // It is not time to go yet: all of it was only looked at.
    sam.sees("Today, you leave at 9:43 in the morning.");
    sam.keeps_a_picture("trip-early");
    sam.does_not_see("I am there");
    sam.presses("OK");
    // A clock that leaps on while somebody is in is a computer that slept: it would lock.
    sam.leaves("Sam");
    computer.devices.set_now(date(2026, 3, 3).at(9, 50, 0, 0));
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses_one_that_starts("Trip to Mill Road Clinic");
    while sam.can_press("Next step") {
        sam.presses("Next step");
    }
    sam.presses("I am there");
    sam.does_not_see("To Mill Road Clinic.");
}

#[test]
fn another_day_stands_beside_each_time_and_no_day_begins_at_midnight() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("Mill Road Clinic");
    sam.presses("No");
    sam.presses("Tomorrow");
    sam.sees("10 o’clock in the morning");
    for _ in 0..12 {
        sam.presses_id("trip-earlier-hour");
    }
    sam.sees("5 o’clock in the morning");
    for _ in 0..7 {
        sam.presses_id("trip-later-hour");
    }
    sam.presses("Find a way");
    sam.sees("Tomorrow, you need to be there at 12 noon.");
}

#[test]
fn the_card_is_printed_from_the_plan_and_its_steps_come_after() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.wants_to_go_to("Mill Road Clinic");
    for words in ["Find a way", "Use this one", "Next", "Next"] {
        sam.presses(words);
    }
    sam.sees("Here is your plan.");
    sam.presses("Print my card");
    sam.presses("Open it to print");
    sam.sees("It is open now.");
    sam.presses("OK");
    sam.sees("Leave at 9:28 in the morning.");
}

#[test]
fn who_looked_at_the_steps_the_day_before_begins_with_the_first() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    for words in ["Plan a trip", "Mill Road Clinic", "No", "Tomorrow"] {
        sam.presses(words);
    }
    sam.finds_a_way_and_gets_ready();
    let first = sam.heading();
    sam.presses("Next step");
    sam.presses("Next step");
    sam.sees("Wait for bus 42.");
    sam.presses("Home");
    sam.presses("Plan a trip");
    sam.presses_one_that_starts("Trip to Mill Road Clinic");
    assert_eq!(sam.heading(), first);
    sam.presses("Next step");
    drop(sam);
    computer.devices.set_now(date(2026, 3, 4).at(9, 0, 0, 0));
    let mut sam = computer.start();
    let comes_back = |sam: &mut crate::person::Person<_>| {
        sam.comes_in_as("Sam");
        sam.presses("Plan a trip");
        sam.presses_one_that_starts("Trip to Mill Road Clinic");
    };
    comes_back(&mut sam);
    assert_eq!(sam.heading(), first);
    // On its own day, who closes the app on the way goes on where they were.
    sam.presses("Next step");
    let second = sam.heading();
    drop(sam);
    let mut sam = computer.start();
    comes_back(&mut sam);
    assert_eq!(sam.heading(), second);
}
