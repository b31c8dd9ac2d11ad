//! A trip when things go otherwise: late, missed, too late, no way, ended, left and opened again.
use jiff::civil::date;

use crate::person::Computer;

#[test]
fn a_trip_is_open_at_the_same_step_tomorrow_and_after_a_restart() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.plans_a_trip_to("Mill Road Clinic");
    sam.presses("Next step");
    sam.presses("Next step");
    sam.sees("Wait for bus 42.");
    sam.presses_id("rail-home");
    sam.sees("To Mill Road Clinic.");
    drop(sam);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses_one_that_starts("Trip to Mill Road Clinic");
    sam.sees("Wait for bus 42.");
    sam.leaves("Sam");
    // Long after it, and the day after, it is over: nobody is sent on a way of the past.
    computer.devices.set_now(date(2026, 3, 3).at(11, 30, 0, 0));
    sam.comes_in_as("Sam");
    sam.does_not_see("To Mill Road Clinic.");
    sam.leaves("Sam");
    computer.devices.set_now(date(2026, 3, 4).at(9, 0, 0, 0));
    sam.comes_in_as("Sam");
    sam.does_not_see("To Mill Road Clinic.");
}

#[test]
fn a_bus_that_is_missed_has_a_next_one() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.plans_a_trip_to("Mill Road Clinic");
    sam.presses("Next step");
    sam.presses("Next step");
    sam.presses_what_if("The bus is late");
    sam.sees("That is OK. Wait 10 minutes.");
    sam.presses("I missed it");
    sam.sees("You missed bus 42. That is OK.");
    sam.sees("The next one comes at");
    sam.keeps_a_picture("missed");
    sam.presses("Go this way");
    sam.sees("Wait for bus 42.");
    sam.keeps_a_picture("missed-next");
}

#[test]
fn a_trip_that_sam_does_not_make_goes_away_only_after_a_question() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.plans_a_trip_to("Park Café");
    sam.presses_what_if("I am not going");
    sam.sees("Do you want to end this trip?");
    sam.keeps_a_picture("drop");
    sam.presses("No, keep it");
    sam.presses_what_if("I am not going");
    sam.presses("Yes, end it");
    sam.sees("Hello Sam.");
    sam.does_not_see("To Park Café.");
}

#[test]
fn in_the_night_it_is_too_late_and_sam_is_told_what_there_is() {
    let computer = Computer::new();
    computer.devices.set_now(date(2026, 3, 3).at(22, 40, 0, 0));
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.wants_to_go_to("Mill Road Clinic");
    sam.presses("Find a way");
    sam.sees("We found no way to get there.");
    sam.sees("Ask Dee: 01632 960 132");
    sam.keeps_a_picture("too-late");
    sam.presses("Change the day");
    sam.presses("Tomorrow");
    sam.presses("Find a way");
    sam.sees("How will you get there?");
}

#[test]
fn an_answer_that_comes_after_sam_has_left_changes_nothing() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.wants_to_go_to("Mill Road Clinic");
    // Both are pressed before the search can answer.
    let look = sam.parts().into_iter().find(|found| found.part.id == "trip-look").expect("it is there");
    let home = sam.parts().into_iter().find(|found| found.part.id == "rail-home").expect("it is there");
    sam.window.press_without_waiting(look.bounds.center());
    sam.window.press_without_waiting(home.bounds.center());
    for _ in 0..30 {
        sam.window.settle();
        assert_eq!(sam.heading(), "Hello Sam.");
    }
}

#[test]
fn the_practice_town_has_buses_on_every_day_of_the_week() {
    for day in 1..=7 {
        let computer = Computer::new();
        computer.devices.set_now(date(2026, 11, 15 + day).at(7, 5, 0, 0));
        let mut sam = computer.start();
        sam.comes_in_as("Sam");
        sam.wants_to_go_to("Mill Road Clinic");
        sam.presses("Find a way");
        sam.sees("How will you get there?");
    }
}
