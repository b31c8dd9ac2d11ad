//! What comes before a trip: what is known of a place, places of one's own, and getting ready.
use crate::person::Computer;

#[test]
fn dee_tells_what_she_knows_of_a_place_and_sam_reads_it_before_he_goes() {
    let computer = Computer::new();
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Set up places");
    dee.presses("Park Café");
    dee.presses("About this place");
    dee.keeps_a_picture("place-facts");
    dee.presses_one_that_opens("What is the address?");
    dee.types_in("Your answer", "3 Park Road, AB1 2CD");
    dee.keeps_a_picture("place-fact-address");
    dee.presses("Next");
    dee.sees("3 Park Road, AB1 2CD");
    dee.presses_one_that_opens("Is it quiet?");
    dee.keeps_a_picture("place-fact-quiet");
    dee.presses("No");
    // A full name gets a question, for the whole team reads it.
    dee.presses_one_that_opens("Who do you ask for there?");
    dee.types_in("Your answer", "John Smith");
    dee.sees("Is that a full name? Try J S.");
    assert!(!dee.can_press("Next"));
    dee.types_in_anew("Your answer", "the cook");
    dee.presses("Next");
    // Half typed and left: it is kept.
    dee.presses_one_that_opens("Which room or floor is it?");
    dee.types_in("Your answer", "upstairs");
    dee.presses_id("rail-home");
    drop(dee);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("Park Café");
    sam.presses("About this place");
    sam.sees("The address is: 3 Park Road, AB1 2CD");
    sam.sees("Go to: upstairs");
    sam.sees("Ask for the cook.");
    sam.sees("It can be loud there.");
    sam.sees("Is there a toilet? Nobody has told us yet.");
    sam.keeps_a_picture("about-place");
    sam.presses("Back");
    sam.does_not_see("It can be loud there.");
    sam.leaves("Sam");
    // What was wrong is taken back: nobody knows now.
    sam.comes_in_as("Dee");
    sam.presses("Set up places");
    sam.presses("Park Café");
    sam.presses("About this place");
    sam.presses_one_that_opens("Is it quiet?");
    sam.presses("We do not know");
    sam.presses_one_that_opens("What is the address?");
    sam.presses("We do not know");
    sam.does_not_see("3 Park Road");
}

#[test]
fn a_new_place_is_asked_about_once_and_each_question_can_be_skipped() {
    let computer = Computer::new();
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Set up places");
    dee.presses("Add a place");
    dee.types_in("Name of the stop", "Park");
    dee.presses_one_that_starts("Park");
    dee.types_in_anew("Name of the place", "The swings");
    dee.presses("Next");
    dee.presses("A park");
    dee.sees("1 of 5");
    dee.sees("What is the address?");
    dee.keeps_a_picture("place-new-address");
    dee.presses("Skip");
    dee.types_in("Your answer", "by the pond");
    dee.presses("Next");
    dee.presses("Yes");
    dee.sees("Is there a toilet?");
    dee.presses("Back");
    dee.sees("Is it quiet?");
    assert!(dee.is_picked("Yes"));
    dee.presses("Skip");
    dee.presses("We do not know");
    dee.sees("Who do you ask for there?");
    dee.presses("Skip");
    dee.sees("Places to go");
    dee.presses("The swings");
    dee.presses("About this place");
    dee.sees("by the pond");
    dee.keeps_a_picture("place-new-facts");
}

#[test]
fn whom_to_ask_for_and_where_is_on_the_last_card() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.plans_a_trip_to("Mill Road Clinic");
    while sam.can_press("Next step") {
        sam.presses("Next step");
    }
    sam.sees("Say your name at the desk. Ask for the nurse.");
    sam.sees("Then go here: Room 4, first floor");
    sam.keeps_a_picture("step-arrive-known");
}

#[test]
fn where_nobody_is_to_be_asked_for_no_desk_is_named() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.wants_to_go_to("Wrenford Library");
    sam.presses_id("trip-later-hour");
    sam.finds_a_way_and_gets_ready();
    while sam.can_press("Next step") {
        sam.presses("Next step");
    }
    sam.sees("You are there.");
    sam.does_not_see("desk");
}
