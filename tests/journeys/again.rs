//! The same place again: one page in the place of three, and never less than must be asked.
use alongside::App;
use iced::{Program, Theme};
use jiff::civil::date;

use crate::person::{Computer, Person};

/// Sam is at Home on this day of March, and asks for a way to this place, knowing the person there or not.
fn wants_to_go<P: Program<Theme = Theme, State = App> + 'static>(
    computer: &Computer,
    sam: &mut Person<P>,
    (day, place, knows): (i8, &str, &str),
) {
    sam.leaves("Sam");
    computer.devices.set_now(date(2026, 3, day).at(9, 0, 0, 0));
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    if sam.heading() == "Your trips" {
        sam.presses("Plan a new trip");
    }
    sam.presses(place);
    // It is another person each time: this is never passed over.
    sam.sees("Do you know this person outside work?");
    sam.presses(knows);
    if knows != "No" {
        sam.presses("Go on with the trip");
    }
    sam.presses("Today");
    sam.presses("Find a way");
    sam.presses("Use this one");
}

/// Sam answers what comes before a trip, as it stands.
fn gets_ready<P: Program<Theme = Theme, State = App> + 'static>(sam: &mut Person<P>) {
    sam.sees("Who can you ring?");
    sam.presses("Next");
    sam.sees("What will you take with you?");
    sam.presses("Next");
    sam.presses("Show me the steps");
    sam.sees("Leave at");
}

#[test]
fn the_tenth_trip_asks_once_if_all_is_the_same() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    wants_to_go(&computer, &mut sam, (3, "Mill Road Clinic", "No"));
    sam.sees("Who can you ring?");
    sam.presses("Next");
    sam.presses("My phone");
    sam.presses("My keys");
    sam.presses("Next");
    sam.presses("Show me the steps");
    // A trip that is still to come is none that was gone.
    sam.presses_id("rail-home");
    wants_to_go(&computer, &mut sam, (3, "Mill Road Clinic", "No"));
    gets_ready(&mut sam);
    // The next day everything is as it was.
    wants_to_go(&computer, &mut sam, (4, "Mill Road Clinic", "No"));
    sam.sees("The same as last time?");
    sam.sees("Leave at");
    sam.sees("Ring Dee: 01632 960 132");
    sam.sees("You do not know this person.");
    sam.sees("My keys");
    sam.keeps_a_picture("again");
    sam.presses("Yes, the same");
    sam.sees("Leave at");
    sam.presses("More");
    sam.presses("My trip plan");
    sam.sees("My keys");
    sam.presses("Done");
    // Another time Sam takes a book as well.
    wants_to_go(&computer, &mut sam, (5, "Mill Road Clinic", "No"));
    sam.presses("Change something");
    sam.sees("Who can you ring?");
    sam.presses("Back");
    sam.sees("The same as last time?");
    sam.presses("Change something");
    sam.presses("Next");
    assert!(sam.is_picked("My keys"));
    sam.presses("A book");
    sam.presses("Next");
    sam.sees("Here is your plan. Press Listen to hear it.");
    sam.presses("Show me the steps");
    sam.sees("Leave at");
    // And from then on that is how it is.
    wants_to_go(&computer, &mut sam, (6, "Mill Road Clinic", "No"));
    sam.sees("The same as last time?");
    sam.sees("A book");
    sam.presses("Back");
    sam.sees("How will you get there?");
    // Somebody whom Sam knows is another matter, and so is another place.
    wants_to_go(&computer, &mut sam, (9, "Mill Road Clinic", "Yes"));
    gets_ready(&mut sam);
    wants_to_go(&computer, &mut sam, (10, "Wrenford Library", "No"));
    gets_ready(&mut sam);
}

#[test]
fn who_to_phone_is_asked_again_when_that_person_is_not_there_any_more() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    wants_to_go(&computer, &mut sam, (3, "Park Café", "No"));
    sam.presses_one_that_says("Jo");
    gets_ready(&mut sam);
    // Jo leaves the team.
    sam.leaves("Sam");
    let mut dee = sam;
    dee.comes_in_as("Dee");
    dee.presses_one_that_opens("The people");
    dee.presses_one_that_opens("Jo");
    dee.presses("They leave the team");
    dee.presses("Jo leaves now");
    dee.sees("Jo has left.");
    dee.leaves("Dee");
    let mut sam = dee;
    sam.comes_in_as("Sam");
    wants_to_go(&computer, &mut sam, (4, "Park Café", "No"));
    gets_ready(&mut sam);
}
