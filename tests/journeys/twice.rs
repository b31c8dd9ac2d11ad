//! A hand that shakes, or that is used to press twice: the second press was meant for the page before.
use std::thread::sleep;
use std::time::Duration;

use alongside::ui::part::Role;

use crate::person::Computer;

/// How long a page takes no press here: time enough for two presses, and for a slow computer.
const SETTLES: Duration = Duration::from_millis(1_500);

#[test]
fn the_second_press_answers_no_question_that_nobody_has_read() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    let place = sam
        .parts()
        .into_iter()
        .find(|found| found.part.role == Role::Button && found.part.name.contains("Mill Road Clinic"));
    let place = place.expect("a place").bounds.center();
    computer.devices.settle_for(SETTLES);
    sam.window.press_at(place);
    sam.window.press_at(place);
    assert_eq!(sam.heading(), "Do you know this person outside work?");
    sleep(SETTLES);
    sam.presses("No");
    assert_eq!(sam.heading(), "Which day?");
}
