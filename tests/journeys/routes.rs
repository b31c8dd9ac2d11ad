//! Routes that Sam keeps: from a trip, planned again on another day, and written down without a timetable.
use alongside::devices::shelves::{Kind, Shelf};
use alongside::domain::travel::gtfs::Table;
use jiff::civil::date;

use crate::person::Computer;
use crate::travel::feed::{Feed, practice};

#[test]
fn sam_keeps_a_trip_as_a_route_and_goes_it_again_tomorrow() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("My routes");
    sam.sees("You have no routes yet.");
    sam.keeps_a_picture("routes-none");
    sam.presses("Back");
    sam.presses("Mill Road Clinic");
    sam.presses("No");
    sam.presses("Today");
    sam.finds_a_way_and_gets_ready();
    sam.presses("More");
    sam.presses("Keep this as a route");
    sam.sees("What do you call this route?");
    sam.keeps_a_picture("route-name");
    sam.types_in_anew("Name of the route", "To the clinic");
    sam.presses("Keep it");
    sam.sees("To the clinic");
    sam.sees("Use this one");
    drop(sam);
    // On the next day the trip is over, and the route is there.
    computer.devices.set_now(date(2026, 3, 4).at(8, 0, 0, 0));
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.sees("To the clinic");
    sam.keeps_a_picture("routes-mine");
    sam.presses_one_that_starts("To the clinic");
    sam.sees("Today, leave at");
    // As for a fresh trip, the last bus home of this day is told.
    sam.sees("The last bus home goes at");
    sam.does_not_see("It may be full then");
    sam.does_not_see("earlier");
    sam.does_not_see("later");
    sam.keeps_a_picture("route");
    // It can be practised and printed by its name.
    sam.presses("Practise at home");
    while sam.can_press("Next step") {
        sam.presses("Next step");
    }
    sam.presses("That was the last step");
    sam.presses("I was alone");
    sam.presses("OK");
    sam.presses("Print my card");
    sam.presses("Open it to print");
    sam.sees("It is open now.");
    assert_eq!(computer.devices.papers_shown()[0].name, "To the clinic");
    sam.presses("OK");
    sam.presses("Use this one");
    sam.sees("Leave at");
    sam.presses("Next step");
    sam.presses("Next step");
    sam.sees("Wait for bus 42.");
    sam.sees("If you miss it, the next one is at");
    sam.presses("More");
    // The trip of the route was done like the route.
    sam.sees("You did this 1 time. You were alone.");
    // In the evening it is for tomorrow.
    sam.leaves("Sam");
    computer.devices.set_now(date(2026, 3, 4).at(20, 0, 0, 0));
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("My routes");
    sam.presses_one_that_starts("To the clinic");
    sam.sees("Tomorrow, leave at");
    sam.presses("Remove");
    sam.sees("Do you want to remove this route?");
    sam.keeps_a_picture("route-remove");
    sam.presses("No, keep it");
    sam.sees("Tomorrow, leave at");
    sam.presses("Remove");
    sam.presses("Yes, remove it");
    sam.sees("You have no routes yet.");
}

#[test]
fn sam_writes_a_route_that_needs_no_timetable() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("My routes");
    sam.presses("Write a route");
    sam.sees("What do you call this route?");
    sam.types_in("Name of the route", "To the shop");
    sam.presses("Next");
    sam.sees("What comes next?");
    sam.keeps_a_picture("own-kind");
    let steps = [
        ("Walk to a place", "Place", "the red church"),
        ("Wait for a bus", "Bus or train", "bus 7"),
        ("Get off", "Stop", "Park"),
        ("Go in", "Door or place", "the blue door"),
    ];
    for (number, (kind, field, words)) in steps.into_iter().enumerate() {
        if number > 0 {
            sam.presses("Add a step");
        }
        sam.presses(kind);
        sam.types_in(field, words);
        if number == 0 {
            sam.keeps_a_picture("own-words");
        }
        sam.presses("Next");
        sam.sees(words);
    }
    sam.keeps_a_picture("own-steps");
    // A step that is wrong goes away, and a voice can be added to another.
    sam.presses("Add a step");
    sam.presses("Go in");
    sam.types_in("Door or place", "the wrong door");
    sam.presses("Next");
    sam.presses_one_that_opens("the wrong door");
    sam.presses("Remove this step");
    sam.does_not_see("the wrong door");
    sam.presses_one_that_opens("the red church");
    sam.presses("Change the words");
    sam.types_in_anew("Place", "the big red church");
    sam.presses("Next");
    sam.presses_one_that_opens("the big red church");
    sam.presses("Add my voice or a photo");
    sam.sees("Walk to the big red church. What will you see?");
    sam.presses("OK");
    sam.sees("The steps");
    drop(sam);
    // It is there the next time.
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses_one_that_starts("To the shop");
    sam.sees("Wait for bus 7.");
    sam.keeps_a_picture("own-route");
    sam.presses("Start");
    sam.sees("Walk to the big red church.");
    sam.keeps_a_picture("own-card");
    for _ in 0..3 {
        sam.presses("Next step");
    }
    sam.sees("Go in at the blue door.");
    sam.presses("That was the last step");
    sam.presses("Someone was near me");
    sam.presses("OK");
    sam.presses("Print my card");
    sam.presses("Open it to print");
    sam.sees("It is open now.");
    let shown = computer.devices.papers_shown();
    let document = lopdf::Document::load_mem(&shown[0].pdf).expect("it is a PDF");
    let text: String = document.extract_text(&[1]).expect("it has text").split_whitespace().collect();
    for words in ["To the shop", "Walk to the big red church.", "Wait for bus 7.", "Get off at Park.", "01632 960 132"]
    {
        assert!(text.contains(&words.replace(' ', "")), "{words:?} is not in {text}");
    }
    sam.presses("OK");
    sam.presses("Change");
    sam.sees("The steps");
    sam.presses("All done");
    sam.sees("Wait for bus 7.");
}

/// The practice town with this table changed.
fn town(table: Table, change: impl Fn(&str) -> String) -> Feed {
    let feed = practice();
    let text = String::from_utf8(feed.0.get(&table).expect("it is there").clone()).expect("it is text");
    let changed = change(&text);
    assert_ne!(changed, text, "nothing is changed");
    feed.with(table, &changed)
}

/// Dee gets these bus times.
macro_rules! dee_gets {
    ($dee:ident, $zip:literal) => {
        $dee.comes_in_as("Dee");
        $dee.presses("Get bus times");
        $dee.presses("Get new bus times");
        $dee.presses("Downloads");
        $dee.presses($zip);
        $dee.sees("The bus times are ready.");
        $dee.leaves("Dee");
    };
}

#[test]
fn new_bus_times_are_told_to_sam_in_plain_words() {
    let computer = Computer::new();
    let downloads = tempfile::tempdir().expect("a folder");
    let earlier = |text: &str| text.replace("42-in-weekday,06:32:00", "42-in-weekday,06:27:00");
    town(Table::Frequencies, earlier).write_zip(&downloads.path().join("earlier.zip"), "");
    let without = |text: &str| {
        let stays = |line: &&str| !(line.starts_with("42-in-") && line.contains(",mill-a,"));
        text.lines().filter(stays).map(|line| format!("{line}\n")).collect()
    };
    town(Table::StopTimes, without).write_zip(&downloads.path().join("without.zip"), "");
    computer.devices.has_shelf(Shelf { kind: Kind::Downloads, folder: downloads.path().to_owned() });
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.plans_a_trip_to("Mill Road Clinic");
    sam.presses("More");
    sam.presses("Keep this as a route");
    sam.presses("Keep it");
    sam.sees("To Mill Road Clinic");
    sam.sees("Use this one");
    sam.presses("Home");
    sam.leaves("Sam");
    dee_gets!(sam, "earlier.zip");
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("My routes");
    sam.presses("To Mill Road Clinic");
    sam.sees("Bus 42 now goes 5 minutes earlier.");
    sam.keeps_a_picture("route-earlier");
    sam.presses("Use this one");
    sam.presses("Next step");
    sam.presses("Next step");
    sam.sees("It comes at 9:27 in the morning.");
    sam.leaves("Sam");
    dee_gets!(sam, "without.zip");
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("My routes");
    sam.presses("To Mill Road Clinic");
    sam.sees("Bus 42 does not stop at Mill Road any more. Plan it again.");
    sam.sees("Ask Dee: 01632 960 132");
    sam.keeps_a_picture("route-not-there");
    sam.presses("Plan it again");
    sam.sees("Plan a new trip");
}

#[test]
fn a_route_that_is_half_typed_is_there_again() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("My routes");
    sam.presses("Write a route");
    sam.types_in("Name of the route", "To the shop");
    sam.presses("Next");
    sam.presses("Walk to a place");
    sam.types_in("Place", "the corn");
    sam.presses("Home");
    sam.presses("Plan a trip");
    sam.presses_one_that_starts("To the shop");
    sam.sees("Walk to the corn.");
    sam.presses("Change");
    sam.presses_one_that_opens("the corn");
    sam.presses("Change the words");
    sam.types_in("Place", "er");
    // Back keeps it too.
    sam.presses("Back");
    sam.sees("Walk to the corner.");
}

#[test]
fn the_same_bus_at_another_time_is_a_route_of_its_own() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.plans_a_trip_to("Mill Road Clinic");
    sam.presses("More");
    sam.presses("Keep this as a route");
    sam.presses("Keep it");
    sam.sees("Your route is kept.");
    sam.presses("Home");
    sam.wants_to_go_to("Mill Road Clinic");
    sam.presses_id("trip-later-hour");
    sam.finds_a_way_and_gets_ready();
    sam.presses("More");
    sam.presses("Keep this as a route");
    sam.types_in_anew("Name of the route", "To the clinic, later");
    sam.presses("Keep it");
    sam.sees("Your route is kept.");
    sam.presses("Home");
    sam.presses("Plan a trip");
    sam.presses("My routes");
    sam.sees("To Mill Road Clinic");
    sam.sees("To the clinic, later");
}
