//! Places of one's own life: to start from, to go to, and never for a visit.
use crate::person::Computer;

#[test]
fn sam_has_a_home_that_nobody_else_sees() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("My own places");
    sam.sees("You have no places of your own yet.");
    sam.keeps_a_picture("own-none");
    sam.presses("Add a place");
    sam.sees("Dee can do this with you.");
    sam.types_in("Name of the stop", "Riverside");
    sam.keeps_a_picture("own-stop");
    sam.presses_one_that_starts("Riverside");
    // A health number is never kept.
    sam.types_in_anew("Name of the place", "My flat 943 476 5919");
    sam.keeps_a_picture("own-name");
    sam.presses("Next");
    sam.presses("A home");
    sam.sees("Only you can see these places.");
    sam.does_not_see("5919");
    sam.keeps_a_picture("own-list");
    // A visit never goes there.
    sam.presses("Back");
    sam.sees("Where are you going?");
    sam.does_not_see("My flat");
    // A trip in private life does. Nobody is visited, so nobody is asked about.
    sam.presses("My own places");
    sam.presses("My flat");
    sam.sees("Which day?");
    sam.presses("Back");
    sam.sees("Only you can see these places.");
    sam.presses("My flat");
    sam.presses("Tomorrow");
    sam.presses("Find a way");
    sam.sees("Trip to My flat");
    sam.sees("How will you get there?");
    sam.leaves("Sam");
    // Neither the senior nor another worker finds it.
    sam.comes_in_as("Dee");
    sam.presses("Set up places");
    sam.sees("Mill Road Clinic");
    sam.does_not_see("My flat");
    sam.leaves("Dee");
    sam.comes_in_as("Jo");
    sam.presses("Plan a trip");
    sam.does_not_see("My flat");
    sam.presses("My own places");
    sam.sees("You have no places of your own yet.");
}

#[test]
fn a_trip_starts_at_home_and_goes_to_work() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("Start somewhere else");
    sam.presses("Add a place of my own");
    sam.types_in("Name of the stop", "Canal Street");
    sam.presses_one_that_starts("Canal Street");
    sam.presses("Back");
    sam.presses_one_that_starts("Canal Street");
    sam.types_in_anew("Name of the place", "Home");
    sam.presses("Next");
    sam.presses("A home");
    sam.sees("Where do you start?");
    sam.keeps_a_picture("own-start");
    sam.presses_one_that_opens("Home");
    sam.sees("You start at Home.");
    sam.presses("Wrenford Library");
    drop(sam);
    // It is there tomorrow, and can be taken off after a question.
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("My own places");
    sam.presses("Take one off the list");
    sam.presses_one_that_opens("Home");
    sam.sees("Do you want to take Home off the list?");
    sam.keeps_a_picture("own-remove");
    sam.presses("No, keep it");
    sam.presses("Take one off the list");
    sam.presses_one_that_opens("Home");
    sam.presses("Yes, take it off");
    sam.sees("You have no places of your own yet.");
}
