//! Typing what may name a person: health numbers are refused, the rest is asked about once.
use crate::person::Computer;
use alongside::domain::debrief::Telling;
use alongside::domain::record::Record;

#[test]
fn a_health_number_is_refused_and_a_phone_number_is_asked_about() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    for words in ["Tell my story", "Use both", "Next", "I am safe", "Next", "Good", "Next", "One person", "Next"] {
        sam.presses(words);
    }
    sam.types_in("First letters", "943 476 5919");
    sam.sees("That is a health number. Please take it out.");
    assert!(!sam.can_press("Next"));
    sam.presses("Take it out");
    sam.types_in("First letters", "J B");
    sam.presses("Next");
    sam.presses("Today");
    sam.presses("Next");
    for words in ["Use my voice", "OK, I know", "I want to type"] {
        sam.presses(words);
    }
    sam.types_in("Your words", "We rang 01632 960 123. The number is 943 476 5919.");
    sam.sees("That is a health number. Please take it out.");
    assert!(!sam.can_press("It is fine"), "it cannot stay");
    assert!(!sam.can_press("Done"));
    sam.keeps_a_picture("guard-health-number");
    sam.presses("Take it out");
    sam.does_not_see("943");
    sam.sees("Is that a phone number?");
    sam.keeps_a_picture("guard-phone");
    sam.presses("It is fine");
    sam.types_in("Your words", " Then Jane Brown came.");
    sam.sees("Is that a full name? Try J B.");
    sam.presses("Use J B");
    // Large words take more than one page.
    if sam.can_press("Up") {
        sam.presses("Up");
    }
    assert!(sam.all_words().contains("Then J B came."));
    sam.types_in("Your words", " They live at M1 1AE.");
    sam.sees("Is that an address?");
    sam.presses("Take it out");
    assert!(sam.can_press("Done"), "the phone number is asked about once");
    sam.presses("Done");
}

#[test]
fn a_health_number_is_not_kept_by_leaving() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    for words in ["Tell my story", "Use both", "Next", "I am safe", "Next", "Good", "Next", "One person", "Next"] {
        sam.presses(words);
    }
    sam.types_in("First letters", "J B");
    for words in ["Next", "Today", "Next", "Use my voice", "OK, I know", "I want to type"] {
        sam.presses(words);
    }
    sam.types_in("Your words", "We walked. It is 943 476 5919.");
    sam.presses("Back");
    sam.presses("Stop and save");
    sam.presses("Tell my story");
    sam.presses("See my words");
    assert!(sam.all_words().contains("We walked. It is."));
    sam.does_not_see("943");
    drop(sam);
    let store = computer.store();
    let hall = store.hall().expect("the folder opens");
    let team = hall.team();
    let who = team.people.iter().find(|person| person.name == "Sam").expect("Sam is there");
    let session = store.session(who, &team).expect("the folder opens");
    let tellings = session.tellings(&who.id);
    let tellings = tellings.iter().filter_map(|(telling, _)| session.telling(&telling.id));
    let words = |telling: &Telling| ron::ser::to_string(&Record::Telling(telling.clone())).expect("it can be written");
    let all: String = tellings.map(|telling| words(&telling)).collect();
    assert!(all.contains("We walked. It is."), "{all}");
    assert!(!all.contains("5919"), "{all}");
}
