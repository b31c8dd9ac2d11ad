//! The supervisor: worries first, seen, and what was done; the worker sees both.
use crate::person::Computer;

#[test]
fn priya_sees_the_worry_first_and_jo_sees_what_was_done() {
    let computer = Computer::new();
    let mut priya = computer.start();
    priya.comes_in_as("Priya");
    priya.keeps_a_picture("priya-home");
    priya.presses("See what needs you");
    priya.sees("Jo is worried about someone");
    priya.keeps_a_picture("review");
    priya.presses_one_that_starts("Jo is worried about someone");
    priya.presses("I have seen it");
    priya.sees("Seen by Priya");
    priya.types_in("What did you do?", "I rang the nurse. She will visit today.");
    priya.keeps_a_picture("review-seen");
    priya.presses("Save what I did");
    priya.sees("I rang the nurse.");
    priya.keeps_a_picture_at(iced::Size::new(1024.0, 768.0), "review-1024");
}

#[test]
fn sam_looks_at_the_support_plan() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("See my support plan");
    sam.sees("I wear headphones in the office.");
    sam.presses_id("plan-yes-headphones");
    sam.keeps_a_picture("plan");
    sam.presses("Who helps me");
    sam.keeps_a_picture("plan-who");
    sam.presses("What helps me");
    sam.keeps_a_picture_at(iced::Size::new(1024.0, 768.0), "plan-1024");
}
