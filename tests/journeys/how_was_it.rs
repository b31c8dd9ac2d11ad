//! How was your trip? Asked once after a trip, skippable, and seen on the support plan by those who read that.
use alongside::App;
use iced::{Program, Theme};
use jiff::civil::date;

use crate::person::{Computer, Person};

/// Sam plans a trip to the clinic on this day of March at 9, and it is past 13 o'clock.
fn makes_a_trip<P: Program<Theme = Theme, State = App> + 'static>(computer: &Computer, sam: &mut Person<P>, day: i8) {
    computer.devices.set_now(date(2026, 3, day).at(9, 0, 0, 0));
    sam.comes_in_as("Sam");
    sam.plans_a_trip_to("Mill Road Clinic");
    sam.presses_id("rail-home");
    sam.does_not_see("How was your trip?");
    comes_back_at(computer, sam, (day, 13));
}

/// Sam leaves the app, and comes in again at this hour of a day of March.
fn comes_back_at<P: Program<Theme = Theme, State = App> + 'static>(
    computer: &Computer,
    sam: &mut Person<P>,
    (day, hour): (i8, i8),
) {
    sam.leaves("Sam");
    computer.devices.set_now(date(2026, 3, day).at(hour, 0, 0, 0));
    sam.comes_in_as("Sam");
}

#[test]
fn sam_says_how_the_trip_was_and_dee_sees_what_is_hard() {
    let computer = Computer::new();
    let mut sam = computer.start();
    makes_a_trip(&computer, &mut sam, 3);
    sam.presses("Plan a trip");
    sam.keeps_a_picture("felt-mine");
    sam.presses("Home");
    sam.sees("How was your trip?");
    sam.keeps_a_picture("felt-home");
    sam.presses_one_that_opens("How was your trip?");
    sam.sees("How did it go?");
    sam.keeps_a_picture("felt-how");
    sam.presses("Not good");
    sam.sees("What was hard?");
    sam.presses_one_that_says("Waiting");
    sam.presses_one_that_says("A full bus");
    sam.keeps_a_picture("felt-hard");
    // What is picked twice is not picked.
    sam.presses_one_that_says("A full bus");
    sam.presses("Next");
    sam.sees("You, Dee and Priya can see this.");
    sam.keeps_a_picture("felt-done");
    sam.presses("OK");
    sam.does_not_see("How was your trip?");
    sam.leaves("Sam");
    makes_a_trip(&computer, &mut sam, 4);
    sam.presses("Plan a trip");
    sam.presses_one_that_opens("How was your trip?");
    sam.presses("Good");
    sam.presses("Nothing was hard");
    sam.sees("We kept what you said.");
    sam.presses("OK");
    sam.presses("See my support plan");
    sam.sees("Trips: 1 good, 1 not good. Waiting was hard most often.");
    sam.keeps_a_picture("felt-plan");
    sam.leaves("Sam");
    sam.comes_in_as("Dee");
    sam.presses_one_that_opens("Trips that need help");
    sam.presses("Trips and costs");
    sam.presses("Sam");
    sam.sees("Trips: 1 good, 1 not good. Waiting was hard most often.");
    sam.keeps_a_picture("felt-dee");
    sam.presses("Back");
    sam.presses("Jo");
    sam.sees("Nothing was said about trips yet.");
}

#[test]
fn a_skipped_question_is_not_asked_again() {
    let computer = Computer::new();
    let mut sam = computer.start();
    makes_a_trip(&computer, &mut sam, 3);
    sam.presses("Plan a trip");
    sam.presses_one_that_opens("How was your trip?");
    sam.presses("Skip");
    sam.presses("OK");
    sam.does_not_see("How was your trip?");
    sam.presses("See my support plan");
    sam.does_not_see("Trips:");
    sam.leaves("Sam");
    drop(sam);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.does_not_see("How was your trip?");
}

#[test]
fn a_trip_that_was_dropped_or_is_long_ago_is_not_asked_about() {
    let computer = Computer::new();
    let mut sam = computer.start();
    makes_a_trip(&computer, &mut sam, 3);
    // A week and a day later.
    comes_back_at(&computer, &mut sam, (11, 9));
    sam.does_not_see("How was your trip?");
    sam.plans_a_trip_to("Mill Road Clinic");
    sam.presses_what_if("I am not going");
    sam.presses("Yes, end it");
    comes_back_at(&computer, &mut sam, (11, 13));
    sam.does_not_see("How was your trip?");
}
