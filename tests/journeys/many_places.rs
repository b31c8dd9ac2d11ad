//! One place among three thousand: by picture, by a name with mistakes, and by hearing one after the other.
use alongside::App;
use alongside::domain::person::PersonId;
use alongside::domain::place::{Facts, Place, PlaceId};
use alongside::domain::record::Record;
use alongside::domain::travel::position::Position;
use futures::executor::block_on;
use iced::keyboard::key::Named;
use iced::{Program, Theme};

use crate::person::{Computer, Person};

/// What the names of the places begin with: most letters are there.
const FIRST: [&str; 15] = [
    "Apple", "Bridge", "Castle", "Garden", "Hill", "Island", "King", "Lake", "Market", "North", "Orange", "Queen",
    "River", "School", "Town",
];
/// What they are.
const KINDS: [(&str, &str); 5] = [
    ("Office", "place-office"),
    ("Clinic", "place-clinic"),
    ("Library", "place-library"),
    ("Park", "place-park"),
    ("Station", "place-station"),
];

/// Dee has added this many places more.
pub fn added(computer: &Computer, many: usize) {
    let store = computer.store();
    let hall = store.hall().expect("it opens");
    let team = hall.team();
    let dee = team.people.iter().find(|person| person.id == PersonId("dee".to_owned())).expect("of the practice day");
    let session = store.session(dee, &team).expect("it opens");
    let place = |number: usize| {
        let (kind, first, number) = (number % KINDS.len(), number / KINDS.len() % FIRST.len(), number / 75 + 1);
        let (kind, picture) = KINDS[kind];
        let name = format!("{} {kind} {number}", FIRST[first]);
        let position = Position { latitude: 53.908273, longitude: -4.212973 };
        let id = PlaceId(name.to_lowercase().replace(' ', "-"));
        let (stop, photo, facts) = (None, None, Facts::default());
        Place { id, name, position, stop, picture: picture.to_owned(), photo, gone: false, base: false, facts }
    };
    block_on(session.save((0..many).map(|number| Record::Place(place(number))).collect())).expect("there is room");
}

/// Sam stands before the question where to go.
fn is_asked_where<P: Program<Theme = Theme, State = App> + 'static>(sam: &mut Person<P>) {
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.sees("Where are you going?");
}

#[test]
fn sam_finds_one_of_three_thousand_places() {
    let computer = Computer::new();
    added(&computer, 3_000);
    let mut sam = computer.start();
    is_asked_where(&mut sam);
    // Sam has been nowhere yet: there is no place to begin with, but ways to find one.
    sam.keeps_a_picture("find-first");
    // By a name, as it sounds.
    sam.presses("Type the name");
    sam.sees("Mistakes are OK.");
    sam.keeps_a_picture("find-typing");
    // The field takes letters at once: nobody has to press it first.
    sam.window.type_in("Renfod librey");
    sam.sees("Wrenford Library");
    sam.keeps_a_picture("find-found");
    sam.types_in_anew("Name of the place", "moon rocket");
    sam.sees("No place like that. Ask Dee.");
    sam.keeps_a_picture("find-none");
    // Sam would rather look at pictures.
    sam.presses("Back");
    sam.presses("Look at pictures");
    sam.sees("What kind of place is it?");
    sam.keeps_a_picture("find-kind");
    sam.presses("A library");
    sam.sees("What is the first letter?");
    sam.keeps_a_picture("find-letter");
    sam.presses("K");
    sam.sees("Which place is it?");
    sam.keeps_a_picture("find-these");
    // And then at other letters.
    sam.presses("Back");
    sam.sees("What is the first letter?");
    sam.presses("M");
    sam.presses("Market Library 12");
    // Nothing is skipped for a place that was looked for.
    sam.sees("Do you know this person outside work?");
    sam.sees("Trip to Market Library 12");
    sam.presses("No");
    sam.presses("Today");
    sam.finds_a_way_and_gets_ready();
    sam.presses_id("rail-home");
    // From now on it is one of the first.
    sam.presses_one_that_opens("Plan a trip");
    sam.presses("Plan a new trip");
    sam.sees("Market Library 12");
    sam.sees("Find another place");
    sam.keeps_a_picture("find-known");
    sam.presses("Find another place");
    sam.sees("How do you want to find it?");
    sam.keeps_a_picture("find-ways");
    sam.presses("Back");
    sam.sees("Where are you going?");
}

#[test]
fn sam_hears_one_place_after_the_other_and_says_yes() {
    let computer = Computer::new();
    added(&computer, 40);
    let mut sam = computer.start();
    is_asked_where(&mut sam);
    sam.presses("Read them to me");
    sam.sees("Is it this place?");
    sam.sees("Place 1 of 45");
    sam.keeps_a_picture("find-read");
    // The first is read without a press, and the second after it.
    sam.hears("Apple Clinic 1");
    sam.hears("Apple Library 1");
    // Sam waits, and goes on by keys.
    sam.presses("Wait");
    let (words, heard) = (sam.all_words(), sam.sentences_heard());
    std::thread::sleep(std::time::Duration::from_millis(2_500));
    assert_eq!((sam.all_words(), sam.sentences_heard()), (words, heard), "it waits");
    sam.forgets_what_was_said();
    sam.strikes(Named::ArrowLeft);
    sam.presses("Next place");
    sam.presses("Next place");
    sam.hears("Apple Office 1");
    sam.presses("Stop reading");
    sam.sees("Where are you going?");
    // A list of one kind can be read as well.
    sam.presses("Look at pictures");
    sam.presses("A library");
    sam.presses("Read them to me");
    sam.hears("Apple Library 1");
    sam.strikes(Named::ArrowRight);
    sam.hears("Bridge Library 1");
    sam.strikes(Named::Enter);
    sam.sees("Trip to Bridge Library 1");
    // Escape stops it.
    sam.presses("Back");
    sam.presses("Look at pictures");
    sam.presses("Any place");
    sam.presses("W");
    sam.presses("Read them to me");
    sam.hears("Wrenford Library");
    sam.strikes(Named::Escape);
    sam.sees("Which place is it?");
    sam.presses("Read them to me");
    sam.strikes(Named::ArrowRight);
    sam.strikes(Named::ArrowRight);
    sam.sees("Those are all the places.");
    sam.keeps_a_picture("find-end");
    sam.presses("Read them again");
    sam.hears("Wrenford Library");
}

#[test]
fn dee_finds_a_place_to_change() {
    let computer = Computer::new();
    added(&computer, 130);
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Set up places");
    dee.sees("Elm House");
    dee.keeps_a_picture("places-many");
    dee.presses("Type the name");
    dee.types_in("Name of the place", "zebra");
    dee.sees("No place like that. You can add it.");
    dee.types_in_anew("Name of the place", "aple stashon 2");
    dee.presses_one_that_opens("Apple Station 2");
    dee.presses("Take it off the list");
    dee.sees("Places to go");
    dee.presses("Look at pictures");
    dee.presses("Any place");
    dee.presses("A");
    dee.does_not_see("Apple Station 2");
    // Whoever looks at one goes on from where they looked.
    dee.presses("Apple Park 1");
    dee.sees("Trips do not start here.");
    dee.presses("Back");
    dee.sees("Which place is it?");
}
