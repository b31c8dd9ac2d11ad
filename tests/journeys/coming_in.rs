//! Coming in at the door by each way, forgetting it, and being let in.
use alongside::App;
use alongside::domain::person::PersonId;
use alongside::domain::way_in::{Chosen, Way};
use alongside::ui::part::Role;
use iced::{Program, Theme};
use jiff::civil::date;

use crate::person::{Computer, Person};

/// Dee sits down with Sam and opens the page on which Sam chooses.
macro_rules! dee_and_sam {
    ($dee:ident, $computer:ident) => {
        let mut $dee = $computer.start();
        $dee.comes_in_as("Dee");
        $dee.presses("How people come in");
        $dee.keeps_a_picture("ways");
        $dee.presses("Sam");
        $dee.sees("How do you want to come in?");
    };
}

/// The words of all pictures to choose from, on all pages.
fn pictures<P: Program<Theme = Theme, State = App> + 'static>(person: &mut Person<P>) -> Vec<String> {
    let mut all = Vec::new();
    loop {
        let shown = person.parts().into_iter().filter(|found| found.part.id.starts_with("mine-"));
        all.extend(shown.filter(|found| found.part.role != Role::Image).map(|found| found.part.name));
        if !person.can_press("Down") {
            return all;
        }
        person.presses("Down");
    }
}

/// The way of Sam, with pictures that a test can know.
fn sam_comes_in_by(computer: &Computer, way: Way, chosen: Chosen) {
    let store = computer.store();
    let team = store.hall().expect("the folder opens").team();
    let sam = team.person(&PersonId("sam".to_owned())).expect("Sam is there");
    let session = store.session(sam, &team).expect("Sam comes in");
    let rest = tokio::runtime::Runtime::new().expect("it starts");
    rest.block_on(async { session.set_way(way, chosen).await }).expect("there is room");
}

fn keys(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| format!("mine-{word}")).collect()
}

const SHOWN: [&str; 12] = ["cat", "dog", "sun", "tree", "boat", "cake", "key", "hat", "book", "kite", "duck", "egg"];

fn by_pictures(computer: &Computer) {
    let way = Way::Mine { shown: keys(&SHOWN), count: 3 };
    sam_comes_in_by(computer, way, Chosen::Mine(keys(&["sun", "boat", "key"])));
}

#[test]
fn sam_chooses_pictures_with_dee_and_comes_in_by_them() {
    let computer = Computer::new();
    dee_and_sam!(dee, computer);
    dee.keeps_a_picture("way");
    dee.presses("When it locks");
    dee.presses("15 minutes");
    assert!(dee.is_picked("15 minutes"));
    dee.keeps_a_picture("way-lock");
    dee.presses_id("rail-back");
    dee.presses("Find my pictures");
    dee.keeps_a_picture("way-pick");
    dee.presses("Other pictures");
    let shown = pictures(&mut dee);
    assert_eq!(shown.len(), 12);
    for picture in &shown[..3] {
        dee.presses(picture);
    }
    dee.presses("Next");
    dee.sees("Now try it.");
    for picture in &shown[1..4] {
        dee.presses(picture);
    }
    dee.presses("Try it");
    dee.sees("Not yet. Try again.");
    for picture in [&shown[2], &shown[0], &shown[1]] {
        dee.presses(picture);
    }
    dee.presses("Try it");
    dee.sees("It works.");
    dee.keeps_a_picture("way-kept");
    dee.presses("OK");
    dee.leaves("Dee");
    drop(dee);
    let mut sam = computer.start();
    sam.presses("Sam");
    sam.sees("Which pictures are yours?");
    sam.keeps_a_picture("door-mine");
    assert_eq!(pictures(&mut sam), shown, "the same pictures each time");
    for picture in [&shown[5], &shown[0], &shown[1]] {
        sam.presses(picture);
    }
    sam.presses("Come in");
    sam.sees("That was not right. Please try again.");
    sam.keeps_a_picture("door-not-right");
    for picture in [&shown[1], &shown[2], &shown[0]] {
        sam.presses(picture);
    }
    sam.presses("Come in");
    sam.sees("Hello Sam.");
}

#[test]
fn sam_learns_pictures_in_order() {
    let computer = Computer::new();
    dee_and_sam!(dee, computer);
    dee.presses("Pictures in order");
    dee.sees("These are your pictures.");
    dee.keeps_a_picture("way-look");
    let mine = pictures(&mut dee);
    assert_eq!(mine.len(), 4);
    dee.presses("Next");
    for picture in &mine {
        dee.presses(picture);
    }
    dee.presses("Try it");
    dee.sees("It works.");
    dee.leaves("Dee");
    dee.presses("Sam");
    dee.sees("Press your pictures in order.");
    dee.presses(&mine[1]);
    dee.keeps_a_picture("door-in-order");
    dee.presses("Start again");
    for picture in &mine {
        dee.presses(picture);
    }
    dee.presses("Come in");
    dee.sees("Hello Sam.");
}

#[test]
fn erin_takes_a_word_and_capitals_do_not_matter() {
    let computer = Computer::new();
    let mut erin = computer.start();
    erin.comes_in_as("Erin");
    erin.presses("How people come in");
    erin.does_not_see("Sam");
    erin.presses("Erin");
    erin.presses("A word");
    erin.types_in("Your word", "Purple  Teapot");
    erin.keeps_a_picture("way-word");
    erin.presses("Next");
    erin.types_in("Your word", "purple teapot");
    erin.presses("Try it");
    erin.sees("It works.");
    erin.presses("OK");
    erin.leaves("Erin");
    erin.presses("Erin");
    erin.sees("What is your word?");
    erin.keeps_a_picture("door-word");
    erin.types_in("Your word", "PURPLE TEAPOT ");
    erin.presses("Come in");
    erin.sees("Hello Erin.");
}

#[test]
fn who_forgets_waits_a_little_and_is_let_in_by_a_helper_at_any_time() {
    let computer = Computer::new();
    computer.devices.set_now(date(2026, 3, 2).at(9, 0, 0, 0));
    by_pictures(&computer);
    let mut sam = computer.start();
    sam.presses("Sam");
    for _ in 0..4 {
        for picture in ["Cat", "Dog", "Sun"] {
            sam.presses(picture);
        }
        sam.presses("Come in");
        sam.sees("That was not right. Please try again.");
    }
    for picture in ["Cat", "Dog", "Sun"] {
        sam.presses(picture);
    }
    sam.presses("Come in");
    sam.sees("Please wait 30 seconds.");
    sam.keeps_a_picture("door-wait");
    // Switching off does not shorten it.
    drop(sam);
    let mut sam = computer.start();
    sam.presses("Sam");
    for picture in ["Sun", "Boat", "Key"] {
        sam.presses(picture);
    }
    sam.presses("Come in");
    sam.sees("Please wait 30 seconds.");
    // Dee need not wait.
    sam.presses("Let me in");
    sam.sees("Who can let Sam in?");
    sam.keeps_a_picture("door-helpers");
    sam.presses("Dee");
    sam.sees("How do you want to come in?");
    sam.presses("Press my photo");
    sam.sees("It works.");
    sam.presses("OK");
    sam.sees("Hello Sam.");
    sam.leaves("Sam");
    sam.comes_in_as("Sam");
}

#[test]
fn the_right_pictures_open_again_after_the_wait() {
    let computer = Computer::new();
    computer.devices.set_now(date(2026, 3, 2).at(9, 0, 0, 0));
    by_pictures(&computer);
    let mut sam = computer.start();
    sam.presses("Sam");
    for wrong in 0..5 {
        sam.presses("Cat");
        sam.presses("Dog");
        sam.presses("Sun");
        sam.presses("Come in");
        let says = if wrong < 4 { "That was not right. Please try again." } else { "Please wait 30 seconds." };
        sam.sees(says);
        if wrong == 4 {
            sam.presses("Start again");
        }
    }
    computer.devices.set_now(date(2026, 3, 2).at(9, 0, 31, 0));
    for picture in ["Key", "Boat", "Sun"] {
        sam.presses(picture);
    }
    sam.presses("Come in");
    sam.sees("Hello Sam.");
}

#[test]
fn the_sheet_in_the_safe_opens_everything_when_the_computer_has_forgotten_all_keys() {
    let computer = Computer::new();
    let (old, sheet) = {
        let store = computer.store();
        let team = store.hall().expect("the folder opens").team();
        let dee = team.people.iter().find(|person| person.name == "Dee").expect("Dee is there");
        let dee = store.session(dee, &team).expect("Dee comes in");
        let old = dee.make_sheet(&team).expect("there is room");
        let new = dee.make_sheet(&team).expect("there is room");
        assert_ne!(old, new);
        (old, new)
    };
    by_pictures(&computer);
    let mut sam = computer.start();
    sam.presses("Sam");
    sam.presses("Let me in");
    sam.presses("Use the spare key");
    sam.types_in("The spare key, line by line", "AGE-SECRET-KEY-1QQQQ");
    sam.presses("Open");
    sam.sees("Line 2 is too short.");
    sam.types_in_anew("The spare key, line by line", &old);
    sam.presses("Open");
    sam.sees("That is not the newest spare key.");
    sam.keeps_a_picture("door-sheet");
    sam.types_in_anew("The spare key, line by line", &sheet.to_lowercase());
    sam.presses("Open");
    sam.sees("How do you want to come in?");
    sam.presses("Press my photo");
    sam.presses("OK");
    sam.sees("Hello Sam.");
}

#[test]
fn who_is_let_in_each_time_has_no_slot_to_guess_at() {
    let computer = Computer::new();
    dee_and_sam!(dee, computer);
    dee.presses("Someone lets me in");
    dee.sees("It works.");
    dee.leaves("Dee");
    assert!(!computer.folder.join("slots/sam.ron").exists());
    dee.presses("Sam");
    dee.sees("Who can let Sam in?");
    dee.presses("Dee");
    dee.presses("Not now");
    dee.sees("Hello Sam.");
}

#[test]
fn dee_makes_the_spare_key_prints_it_and_tries_it() {
    let computer = Computer::new();
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("The spare key. Please make it now");
    dee.keeps_a_picture("sheet");
    dee.presses("Make a new one");
    dee.sees("The spare key is ready.");
    dee.keeps_a_picture("sheet-ready");
    dee.presses("Show the paper");
    let papers = computer.devices.papers_shown();
    assert_eq!(papers.len(), 1);
    assert!(papers[0].pdf.starts_with(b"%PDF"));
    dee.presses("Try the paper");
    dee.types_in("The spare key, line by line", "QQQQ");
    dee.presses("Try it");
    dee.sees("Line 1 is too short.");
    dee.keeps_a_picture("sheet-try");
    dee.presses_id("rail-home");
    dee.sees("Please try it");
    // The paper says it in lines: here it is read as the person would.
    let key = crate::print::key_on(&papers[0].pdf);
    dee.presses("The spare key. Please try it");
    dee.presses("Try the paper");
    dee.types_in("The spare key, line by line", &key);
    dee.presses("Try it");
    dee.sees("The spare key opens everything.");
    dee.presses("OK");
    dee.presses_id("rail-home");
    dee.does_not_see("Please try it");
}

#[test]
fn a_computer_without_a_password_keeper_goes_on_and_says_what_is_missing() {
    let computer = Computer::new();
    computer.devices.unplug_keyring(true);
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("How people come in");
    dee.sees("This computer has no password keeper. Ask your IT team.");
    dee.keeps_a_picture("ways-not-guarded");
}
