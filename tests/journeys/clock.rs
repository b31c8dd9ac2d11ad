//! When to be there: any usual time in four presses, in plain words, and a little earlier or later by its own key.
use alongside::ui::part::Found;

use crate::person::Computer;

/// Whether an answer that begins so is on the page that is open.
fn stands(parts: &[Found], words: &str) -> bool {
    parts.iter().any(|found| found.part.name.starts_with(words) && found.part.role.is_control())
}

#[test]
fn half_past_two_takes_four_presses_and_five_minutes_one_more() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    for words in ["Mill Road Clinic", "No", "Tomorrow"] {
        sam.presses(words);
    }
    sam.sees("10 o’clock in the morning");
    sam.keeps_a_picture("clock");
    sam.presses("Choose the time");
    sam.sees("Which part of the day?");
    sam.keeps_a_picture("clock-part");
    // All answers are on the page that opens, also at twice the size: nobody has to turn it.
    assert!(stands(&sam.parts(), "Morning") && stands(&sam.parts(), "Night"));
    sam.presses_one_that_starts("Afternoon");
    sam.sees("Which hour in the afternoon?");
    sam.keeps_a_picture("clock-hour");
    assert!(stands(&sam.parts(), "12 noon") && stands(&sam.parts(), "4 o’clock"));
    sam.presses_one_that_starts("2 o’clock");
    sam.sees("What time in the afternoon?");
    sam.keeps_a_picture("clock-quarter");
    assert!(stands(&sam.parts(), "Quarter past 2") && stands(&sam.parts(), "Quarter to 3"));
    sam.presses_one_that_starts("Half past 2");
    sam.sees("When do you need to be there?");
    sam.sees("2:30 in the afternoon");
    sam.presses_id("trip-later");
    sam.sees("2:35 in the afternoon");
    sam.presses_id("trip-earlier-hour");
    sam.sees("1:35 in the afternoon");
    sam.presses("Find a way");
    sam.sees("1:35 in the afternoon");
}

#[test]
fn who_does_not_want_to_choose_after_all_goes_back_step_by_step_and_keeps_the_time() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    for words in ["Mill Road Clinic", "No", "Tomorrow", "Choose the time"] {
        sam.presses(words);
    }
    sam.presses_one_that_starts("Evening");
    sam.presses_one_that_starts("6 o’clock");
    for question in ["Which hour in the evening?", "Which part of the day?", "When do you need to be there?"] {
        sam.presses("Back");
        sam.sees(question);
    }
    sam.sees("10 o’clock in the morning");
}
