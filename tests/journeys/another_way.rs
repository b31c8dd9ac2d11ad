//! Another way to get there: Sam asks, Dee answers, Sam reads it. It can be taken back before that.
use alongside::App;
use alongside::domain::person::PersonId;
use alongside::domain::record::Record;
use futures::executor::block_on;
use iced::{Program, Theme};
use jiff::civil::date;

use crate::person::{Computer, Person};

/// Sam asks for a taxi to the clinic, from the page of ways.
fn asks_for_a_taxi<P: Program<Theme = Theme, State = App> + 'static>(sam: &mut Person<P>) {
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    if sam.heading() == "Your trips" {
        sam.presses("Plan a new trip");
    }
    sam.presses("Mill Road Clinic");
    sam.presses("No");
    sam.presses("Tomorrow");
    sam.presses("Find a way");
    sam.sees("How will you get there?");
    sam.presses("Another way");
    sam.sees("How do you want to go?");
    sam.keeps_a_picture("other-way");
    sam.presses("Taxi");
    sam.keeps_a_picture("other-because");
    sam.presses("The bus is full");
    sam.sees("Do you want to ask Dee?");
    sam.sees("Then wait for Dee to say yes.");
    sam.keeps_a_picture("other-check");
}

#[test]
fn sam_asks_for_a_taxi_and_dee_arranges_it() {
    let computer = Computer::new();
    let mut sam = computer.start();
    asks_for_a_taxi(&mut sam);
    sam.presses("Ask Dee");
    sam.sees("You asked Dee. Wait for an answer.");
    sam.sees("Taxi to Mill Road Clinic");
    sam.keeps_a_picture("other-mine");
    sam.presses_one_that_opens("Taxi to Mill Road Clinic");
    sam.sees("You asked Dee. Wait for an answer.");
    sam.sees("Tomorrow. Be there at 10 o’clock in the morning.");
    sam.sees("Ring Dee: 01632 960 132");
    sam.keeps_a_picture("other-asked");
    sam.leaves("Sam");
    let mut dee = sam;
    dee.comes_in_as("Dee");
    dee.sees("1 person waits for your answer.");
    dee.keeps_a_picture("arranging-home");
    dee.presses_one_that_opens("Trips that need help");
    dee.keeps_a_picture("arranging-list");
    dee.presses_one_that_opens("Sam: Taxi to Mill Road Clinic");
    dee.sees("The bus is full");
    dee.sees("From Elm House");
    dee.keeps_a_picture("arranging-one");
    dee.presses("Yes, it is arranged");
    dee.types_in("The name of the person or firm", "Hill Cars, 01632 960 999");
    dee.sees("Take it out");
    assert!(!dee.can_press("Next"), "the guard asks first");
    dee.presses("Take it out");
    dee.keeps_a_picture("arranging-who");
    dee.presses("Next");
    dee.presses("Back");
    dee.presses("Next");
    dee.types_in("The time, like this: 9:30", "soon");
    dee.presses("Tell Sam");
    dee.sees("That is no time. Write it like this: 9:30");
    dee.keeps_a_picture("arranging-yes");
    dee.types_in_anew("The time, like this: 9:30", "9:15");
    dee.presses("Tell Sam");
    dee.sees("Dee said yes");
    dee.presses_one_that_opens("Sam: Taxi to Mill Road Clinic");
    dee.sees("Sam has not read it yet.");
    dee.presses_id("rail-home");
    dee.does_not_see("waits for your answer");
    dee.leaves("Dee");
    let mut sam = dee;
    sam.comes_in_as("Sam");
    sam.sees("Dee says yes.");
    sam.keeps_a_picture("other-news");
    sam.presses_one_that_opens("Dee says yes.");
    sam.sees("Hill Cars");
    sam.sees("9:15 in the morning");
    assert!(!sam.can_press("Take it back"), "somebody has answered");
    sam.keeps_a_picture("other-arranged");
    sam.presses("OK");
    sam.does_not_see("Dee says yes.");
    sam.presses("Plan a trip");
    sam.sees("Dee says yes.");
    // It is there tomorrow too, and over the day after.
    sam.leaves("Sam");
    computer.devices.set_now(date(2026, 3, 5).at(9, 0, 0, 0));
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.sees("Where are you going?");
    sam.leaves("Sam");
    // Dee sees that it was read, and the log of the lead says that Dee answered.
    computer.devices.set_now(date(2026, 3, 3).at(10, 0, 0, 0));
    sam.comes_in_as("Dee");
    sam.presses_one_that_opens("Trips that need help");
    sam.presses_one_that_opens("Sam: Taxi to Mill Road Clinic");
    sam.sees("Sam has read it.");
    sam.leaves("Dee");
    sam.comes_in_as("Priya");
    sam.presses("See who looked");
    sam.sees("Dee saved an answer about Sam’s trip");
}

#[test]
fn what_nobody_has_answered_can_be_taken_back() {
    let computer = Computer::new();
    let mut sam = computer.start();
    asks_for_a_taxi(&mut sam);
    // Back goes one question at a time, to the ways that were found.
    sam.presses("Back");
    sam.sees("Why is that?");
    sam.presses("Back");
    sam.sees("How do you want to go?");
    sam.presses("Back");
    sam.sees("How will you get there?");
    sam.presses("Another way");
    sam.presses("Someone comes with me");
    sam.presses("Skip");
    sam.presses("Ask Dee");
    drop(sam);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses_one_that_opens("Someone with me to Mill Road Clinic");
    sam.presses("Take it back");
    sam.sees("Then Dee does nothing.");
    sam.keeps_a_picture("other-take-back");
    sam.presses("No, keep it");
    sam.sees("You asked Dee.");
    sam.presses("Take it back");
    sam.presses("Yes, take it back");
    sam.sees("You took it back.");
    sam.presses("OK");
    sam.does_not_see("Someone with me to Mill Road Clinic");
    sam.leaves("Sam");
    sam.comes_in_as("Dee");
    sam.presses_one_that_opens("Trips that need help");
    sam.sees("Nobody waits for help with a trip.");
    sam.keeps_a_picture("arranging-none");
}

#[test]
fn dee_talks_first_then_says_no_and_sam_reads_why() {
    let computer = Computer::new();
    let mut sam = computer.start();
    asks_for_a_taxi(&mut sam);
    sam.presses("Ask Dee");
    sam.leaves("Sam");
    let answers = |dee: &mut Person<_>, answer: &str| {
        dee.comes_in_as("Dee");
        dee.presses_one_that_opens("Trips that need help");
        dee.presses_one_that_opens("Sam: Taxi to Mill Road Clinic");
        dee.presses(answer);
    };
    answers(&mut sam, "Talk to me first");
    sam.sees("Dee wants to talk first");
    sam.leaves("Dee");
    sam.comes_in_as("Sam");
    sam.presses_one_that_opens("Dee wants to talk first.");
    sam.keeps_a_picture("other-talk");
    sam.leaves("Sam");
    computer.devices.set_now(date(2026, 3, 3).at(9, 30, 0, 0));
    answers(&mut sam, "Not this time");
    sam.keeps_a_picture("arranging-no");
    sam.presses("Back");
    sam.presses("Not this time");
    sam.presses("Let us try the bus first");
    sam.leaves("Dee");
    sam.comes_in_as("Sam");
    sam.presses_one_that_opens("Dee says: not this time.");
    sam.sees("Let us try the bus first");
    sam.keeps_a_picture("other-no");
}

#[test]
fn without_a_timetable_sam_can_still_ask() {
    let computer = Computer::new();
    // The timetable of the practice day ends.
    computer.devices.set_now(date(2100, 6, 1).at(9, 0, 0, 0));
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.sees("We found no way to get there.");
    sam.keeps_a_picture("other-none");
    sam.presses("Another way");
    sam.sees("Where are you going?");
    sam.presses("Back");
    sam.sees("We found no way to get there.");
    sam.presses("Another way");
    sam.presses("Mill Road Clinic");
    sam.presses("No");
    sam.presses("Tomorrow");
    sam.presses("Next");
    sam.sees("How do you want to go?");
    sam.presses("Back");
    sam.sees("When do you need to be there?");
    sam.presses("Next");
    sam.presses("Meet online");
    sam.presses("Skip");
    sam.presses("Ask Dee");
    sam.sees("Meet online, not at Mill Road Clinic");
    sam.keeps_a_picture("other-online");
}

#[test]
fn only_sam_dee_and_priya_read_what_sam_asked_for() {
    let computer = Computer::new();
    let mut sam = computer.start();
    asks_for_a_taxi(&mut sam);
    sam.presses("Ask Dee");
    sam.sees("Taxi to Mill Road Clinic");
    drop(sam);
    let store = computer.store();
    let team = store.hall().expect("it opens").team();
    let id = PersonId("sam".to_owned());
    for person in &team.people {
        let session = store.session(person, &team).expect("they come in");
        let asked = session.ways_asked(&id);
        let reads = ["Sam", "Dee", "Priya"].contains(&person.name.as_str());
        assert_eq!(asked.len(), usize::from(reads), "{}", person.name);
        // Sam cannot say yes in the place of Dee, on paper or in the app.
        if person.name == "Sam" {
            let request = asked.into_iter().next().expect("it is there").asked;
            let answer = alongside::domain::arranging::Answer::TalkFirst;
            let answered = alongside::domain::arranging::WayAnswered {
                ask: request.id,
                worker: id.clone(),
                answer,
                by: id.clone(),
                at: date(2026, 3, 3).at(10, 0, 0, 0),
            };
            let _ = block_on(session.save(vec![Record::WayAnswered(answered)]));
        }
    }
    drop(store);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.sees("You asked Dee. Wait for an answer.");
}
