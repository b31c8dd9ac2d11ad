//! Typed words are kept while they are typed: a program that is killed takes less than two seconds of them.
use std::time::Duration;

use alongside::App;
use iced::{Program, Theme};

use crate::person::{Computer, Person};

/// The longest that typed words may wait (vault design, section 3.2).
const TWO_SECONDS: Duration = Duration::from_secs(2);

/// Types for longer than words may wait, and never stops for long; then the program is killed.
fn types_until_killed<P: Program<Theme = Theme, State = App> + 'static>(mut person: Person<P>, label: &str) {
    person.types_in(label, "The bus");
    for word in [" was", " late", " and", " full", " but", " we"] {
        person.window.type_in(word);
        std::thread::sleep(Duration::from_millis(400));
        person.window.settle();
    }
    std::thread::sleep(TWO_SECONDS - Duration::from_millis(400));
    person.window.settle();
    // Nothing is left, and nothing is asked: as a killed program does.
    drop(person);
}

/// What was typed stands in a field.
fn has_typed<P: Program<Theme = Theme, State = App> + 'static>(person: &mut Person<P>) {
    let typed = |value: &Option<String>| value.as_deref().is_some_and(|value| value.contains(TYPED));
    let found = person.window.wait_for(TYPED, |found| typed(&found.part.value));
    assert!(found.is_ok(), "{found:?}");
}

const TYPED: &str = "The bus was late and full but we";

#[test]
fn what_sam_types_in_a_story_is_there_again() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    sam.presses("Use pictures");
    sam.presses("Next");
    sam.presses("I am safe");
    sam.presses("Next");
    sam.presses("Skip");
    sam.presses("Skip");
    sam.presses("Skip");
    sam.presses("Use my voice");
    sam.presses("OK, I know");
    sam.presses("I want to type");
    types_until_killed(sam, "Your words");
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    sam.presses("See my words");
    has_typed(&mut sam);
}

#[test]
fn what_erin_writes_is_there_again() {
    let computer = Computer::new();
    let mut erin = computer.start();
    erin.comes_in_as("Erin");
    erin.presses("Write in the record");
    erin.presses_one_that_starts("Ali, visit to M");
    types_until_killed(erin, "What we did");
    let mut erin = computer.start();
    erin.comes_in_as("Erin");
    erin.presses("Write in the record");
    erin.presses_one_that_starts("Ali, visit to M");
    has_typed(&mut erin);
}

#[test]
fn what_priya_writes_of_a_worry_is_there_again_until_she_gives_it() {
    let computer = Computer::new();
    let mut priya = computer.start();
    priya.comes_in_as("Priya");
    priya.presses("See what needs you");
    priya.presses_one_that_starts("Jo is worried about someone");
    priya.presses("I have seen it");
    types_until_killed(priya, "What did you do?");
    let mut priya = computer.start();
    priya.comes_in_as("Priya");
    priya.presses("See what needs you");
    if !priya.all_words().contains("What did you do?") {
        priya.presses_one_that_starts("Jo is worried about someone");
    }
    priya.sees("What did you do?");
    has_typed(&mut priya);
    priya.presses("Save what I did");
    priya.sees(TYPED);
    drop(priya);
    // Nothing is left in the field.
    let mut priya = computer.start();
    priya.comes_in_as("Priya");
    priya.presses("See what needs you");
    if !priya.all_words().contains("What did you do?") {
        priya.presses_one_that_starts("Jo is worried about someone");
    }
    priya.sees(TYPED);
    let typed: Vec<_> = priya.parts().into_iter().filter_map(|found| found.part.value).collect();
    assert!(typed.iter().all(String::is_empty), "{typed:?}");
}

#[test]
fn what_sam_says_is_wrong_is_there_again_until_it_is_sent() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sends_a_story(&mut sam);
    sam.leaves("Sam");
    let mut erin = sam;
    erin.comes_in_as("Erin");
    erin.presses("Write in the record");
    erin.presses_one_that_starts("Sam, a visit");
    if erin.can_press("Write") {
        erin.presses("Write");
    }
    erin.types_in("What we did", "We talked.");
    erin.presses("It is in the record");
    erin.presses("RiO");
    erin.presses("It is in the record");
    erin.sees("Stories to write down");
    erin.leaves("Erin");
    let mut sam = erin;
    to_what_is_wrong(&mut sam);
    sam.presses_one_that_says("What we did");
    types_until_killed(sam, "Your words");
    let mut sam = computer.start();
    to_what_is_wrong(&mut sam);
    has_typed(&mut sam);
    let picked = sam
        .window
        .wait_for("What we did", |found| found.part.name.contains("What we did") && found.part.checked == Some(true));
    assert!(picked.is_ok(), "{picked:?}");
    sam.presses("Send");
    sam.sees("Erin will put it right.");
}

/// Sam tells the shortest story there is, and sends it.
fn sends_a_story<P: Program<Theme = Theme, State = App> + 'static>(sam: &mut Person<P>) {
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    for pressed in ["Use pictures", "Next", "I am safe", "Next", "Skip", "Skip", "Skip", "We talked", "Next"] {
        sam.presses(pressed);
    }
    for pressed in ["Skip", "Skip", "Skip", "I am not worried", "Next", "Skip", "Skip", "Skip"] {
        sam.presses(pressed);
    }
    for pressed in ["Yes, this is right", "Just Priya", "Next", "Send it"] {
        sam.presses(pressed);
    }
    sam.sees("Where is my story?");
}

/// Sam has heard the note, and is asked what is wrong with it.
fn to_what_is_wrong<P: Program<Theme = Theme, State = App> + 'static>(sam: &mut Person<P>) {
    sam.comes_in_as("Sam");
    sam.presses_id("news");
    sam.presses("Hear the note");
    sam.presses("Next");
    sam.presses("Something is wrong");
    sam.presses("Next");
}
