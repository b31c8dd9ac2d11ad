//! A trip: planned, chosen, read step by step, and what to do when it goes wrong.
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
        if sam.can_press("The bus is late") {
            sam.presses("The bus is late");
            sam.keeps_a_picture("trip-late");
            sam.presses("I missed it");
            sam.keeps_a_picture("trip-missed");
            sam.presses("Back");
            sam.presses("Back");
            sam.presses("I am lost");
            sam.keeps_a_picture("trip-lost");
            sam.presses("OK");
        }
        if !sam.can_press("Next step") {
            break;
        }
        sam.presses("Next step");
    }
    sam.presses("I am there");
}
