//! How I travel: each answer is kept, and every trip is made by it.
use alongside::devices::shelves::{Kind, Shelf};

use crate::person::Computer;
use crate::travel::feed::practice;

#[test]
fn each_answer_is_kept_and_seen_and_the_trip_follows_it() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("How I travel");
    sam.sees("Every trip is made to fit you.");
    sam.keeps_a_picture("how");
    sam.presses_one_that_opens("How fast do you walk?");
    sam.keeps_a_picture("how-speed");
    sam.presses_one_that_says("I walk slowly");
    sam.sees("I walk slowly");
    sam.presses_one_that_opens("How early do you want to be there?");
    sam.keeps_a_picture("how-spare");
    sam.presses_one_that_says("20 minutes");
    sam.presses_one_that_opens("How often can you change buses?");
    sam.keeps_a_picture("how-changes");
    sam.presses_one_that_says("I do not change");
    sam.presses_one_that_opens("When are buses too busy for you?");
    sam.presses_one_that_says("In the morning");
    sam.presses_one_that_says("When people go home");
    sam.keeps_a_picture("how-busy");
    sam.presses("Done");
    sam.sees("In the morning, When people go home");
    drop(sam);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("How I travel");
    sam.sees("I walk slowly");
    sam.sees("20 minutes");
    sam.sees("I do not change");
    sam.sees("In the morning, When people go home");
    // No time is too busy after all.
    sam.presses_one_that_opens("When are buses too busy for you?");
    sam.presses_one_that_says("In the morning");
    sam.presses_one_that_says("When people go home");
    sam.presses("Back");
    sam.sees("No time is too busy");
    // 20 minutes to spare, and no change.
    sam.presses("Back");
    sam.presses("Mill Road Clinic");
    sam.presses("No");
    sam.presses("Today");
    sam.presses("Find a way");
    sam.sees("You do not change.");
}

#[test]
fn the_pass_is_told_of_before_a_way_is_chosen() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    // Without a pass nothing is said of it.
    sam.wants_to_go_to("Mill Road Clinic");
    sam.presses("Find a way");
    sam.sees("How will you get there?");
    sam.does_not_see("Your pass");
    for (nation, early, says) in [
        ("England", Some("No"), "Your pass does not work before 9:30 in the morning. You need money."),
        ("England", Some("I need to ask"), "Ask if your pass works then."),
        ("England", Some("Yes"), "Your pass works then."),
        ("Wales", None, "Your pass works then."),
        ("Northern Ireland", None, "Ask if your pass works then."),
    ] {
        sam.presses_id("rail-home");
        sam.presses("Plan a trip");
        sam.presses("How I travel");
        sam.presses_one_that_opens("Which bus pass do you have?");
        sam.keeps_a_picture("pass-which");
        sam.presses(nation);
        if let Some(early) = early {
            sam.sees("Can you use it before half past 9?");
            sam.keeps_a_picture("pass-early");
            sam.presses(early);
        }
        sam.sees("Can someone travel with you on your pass?");
        sam.presses(if early.is_some() { "I need to ask" } else { "Yes" });
        sam.sees(nation);
        if early.is_none() {
            sam.sees("Someone can travel with you.");
        }
        sam.presses("Back");
        sam.presses("Mill Road Clinic");
        sam.presses("No");
        // A Wednesday; the bus comes before half past nine.
        sam.presses("Tomorrow");
        sam.presses_id("trip-earlier-hour");
        sam.presses("Find a way");
        sam.sees(says);
        sam.keeps_a_picture("pass-found");
    }
    sam.presses("Use this one");
    sam.presses("Next");
    sam.presses("Next");
    sam.sees("Ask if your pass works then.");
}

#[test]
fn who_goes_by_train_reads_where_to_get_help_and_who_goes_by_bus_does_not() {
    let computer = Computer::new();
    let downloads = tempfile::tempdir().expect("a folder");
    let mut trains = practice();
    for table in trains.0.values_mut() {
        // The line to the sea is a railway now.
        *table = String::from_utf8_lossy(table).replace("Saltmere,3,", "Saltmere,2,").into_bytes();
    }
    trains.write_zip(&downloads.path().join("trains.zip"), "");
    computer.devices.has_shelf(Shelf { kind: Kind::Downloads, folder: downloads.path().to_owned() });
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Get bus times");
    dee.presses("Get new bus times");
    dee.presses("Downloads");
    dee.presses("trains.zip");
    dee.sees("The bus times are ready.");
    dee.presses_id("rail-home");
    dee.presses("Set up places");
    dee.presses("Add a place");
    dee.types_in("Name of the stop", "Saltmere Bus Station");
    dee.presses_one_that_starts("Saltmere Bus Station");
    dee.presses("Next");
    dee.presses("Something else");
    for _ in 0..5 {
        dee.presses("Skip");
    }
    dee.leaves("Dee");
    let mut sam = dee;
    sam.comes_in_as("Sam");
    for (place, by_train) in [("Saltmere Bus Station", true), ("The Hub", false)] {
        sam.presses("Plan a trip");
        if !by_train {
            sam.presses("Plan a new trip");
        }
        sam.presses("Start somewhere else");
        sam.presses_one_that_opens("Wrenford Station");
        sam.presses(place);
        sam.presses("No");
        sam.presses("Tomorrow");
        sam.presses_id("trip-later-hour");
        sam.presses("Find a way");
        sam.presses("Use this one");
        sam.presses("Next");
        sam.presses("Next");
        sam.sees("Here is your plan. Press Listen to hear it.");
        if by_train {
            sam.sees("Help with the train: 0800 022 3720, or text 60083");
            sam.keeps_a_picture("plan-train");
            sam.sees("Ask 2 hours before. Or ask at the station.");
        } else {
            sam.does_not_see("0800");
        }
        sam.presses_id("rail-home");
    }
}

#[test]
fn a_bus_that_sam_does_not_take_is_in_no_trip_until_sam_takes_it_again() {
    let computer = Computer::new();
    computer.devices.set_now(jiff::civil::date(2026, 3, 4).at(8, 0, 0, 0));
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("How I travel");
    sam.presses_one_that_opens("Which buses do you not take?");
    sam.sees("Go on a trip first. Then you can pick here.");
    sam.presses("Back");
    sam.presses("Back");
    for (left_out, ways) in [(false, "Bus 42"), (true, "Bus 42")] {
        if sam.heading() == "Your trips" {
            sam.presses("Plan a new trip");
        }
        sam.presses("Mill Road Clinic");
        sam.presses("No");
        sam.presses("Tomorrow");
        sam.presses("Find a way");
        if left_out {
            sam.does_not_see(ways);
            break;
        }
        sam.sees(ways);
        sam.presses("Use this one");
        sam.presses("Home");
        sam.presses("Plan a trip");
        sam.presses("How I travel");
        sam.presses_one_that_opens("Which buses do you not take?");
        sam.presses_one_that_says("Bus 42");
        sam.keeps_a_picture("how-lines");
        sam.presses("Done");
        sam.sees("1 is left out.");
        sam.presses_one_that_opens("Which stops do you not use?");
        sam.keeps_a_picture("how-stops");
        sam.presses("Back");
        sam.presses("Back");
    }
}
