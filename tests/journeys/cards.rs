//! The steps of a trip as cards: what they show on the way, and the cards to show to somebody.
use alongside::devices::shelves::{Kind, Shelf};
use iced::Size;

use crate::person::Computer;

/// Sam chooses a trip to Mill Road Clinic and opens its steps.
macro_rules! sam_goes {
    ($sam:ident) => {
        $sam.comes_in_as("Sam");
        $sam.wants_to_go_to("Mill Road Clinic");
        $sam.presses_id("trip-later");
        $sam.finds_a_way_and_gets_ready();
    };
}

#[test]
fn sam_shows_the_driver_where_to_stop() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam_goes!(sam);
    assert!(!sam.can_press("Show my stop"));
    sam.presses("Next step");
    sam.presses("Next step");
    sam.sees("Wait for bus 42.");
    sam.keeps_a_picture("cards-wait");
    sam.presses_what_if("Show my stop");
    sam.sees("I am going to Mill Road. Tell me when we are there.");
    sam.keeps_a_picture("cards-show-stop");
    sam.presses("OK");
    sam.presses("Next step");
    sam.sees("Get off at");
    sam.does_not_see("First you pass");
    sam.sees("Press the bell after Oak Lane.");
    sam.keeps_a_picture("cards-off");
    sam.presses_what_if("Show my stop");
    sam.sees("Tell me when we are there.");
    sam.presses("Back");
    sam.sees("Get off at");
}

#[test]
fn both_stops_before_sams_own_are_told_in_their_order() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    // Which of these has the long ride is for the planner to say.
    let ways = [
        ("Mill Road Clinic", "Wrenford Station"),
        ("Wrenford Station", "Mill Road Clinic"),
        ("The Hub", "Park Café"),
        ("Wrenford Station", "Wrenford Library"),
    ];
    let mut read = Vec::new();
    'ways: for (from, to) in ways {
        sam.presses("Plan a trip");
        if sam.heading() == "Your trips" {
            sam.presses("Plan a new trip");
        }
        sam.presses("Start somewhere else");
        sam.presses(from);
        sam.presses(to);
        sam.presses("No");
        sam.presses("Today");
        sam.presses_id("trip-later-hour");
        sam.finds_a_way_and_gets_ready();
        loop {
            if sam.all_words().contains("First you pass ") {
                break 'ways;
            }
            read.push(sam.heading());
            if !sam.can_press("Next step") {
                break;
            }
            sam.presses("Next step");
        }
        sam.presses("Home");
    }
    assert!(sam.all_words().contains("First you pass "), "no stop is passed: {read:#?}");
    sam.keeps_a_picture("cards-off-long");
    sam.sees("Press the bell after ");
}

#[test]
fn sam_is_lost_or_not_safe_and_shows_a_card() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam_goes!(sam);
    sam.presses("Next step");
    sam.presses_what_if("I am lost");
    sam.sees("Stay where you are.");
    sam.presses("Show a card");
    sam.sees("My name is Sam. I am lost. I need help. Ring Dee for me.");
    sam.sees("01632 960 132");
    sam.keeps_a_picture("cards-show-lost");
    sam.presses("Back");
    sam.sees("Stay where you are.");
    sam.presses("OK");
    sam.presses_what_if("I am not safe");
    sam.sees("Go into a shop. Stay there.");
    sam.sees("Ring Dee: 01632 960 132");
    sam.sees("Is someone hurting you? Ring 999.");
    sam.keeps_a_picture("cards-not-safe");
    sam.presses("Show a card");
    sam.sees("I do not feel safe. Ring Dee for me.");
    sam.presses("Back");
    sam.sees("Go into a shop. Stay there.");
    sam.presses("OK");
    sam.sees("Walk to");
}

#[test]
fn on_the_smallest_laptop_all_that_may_go_wrong_stands_on_the_step_itself() {
    let computer = Computer::new();
    let mut sam = computer.start_at(Size::new(1024.0, 768.0));
    sam.comes_in_as("Sam");
    sam.plans_a_trip_to("Mill Road Clinic");
    sam.presses("Next step");
    sam.presses("Next step");
    sam.sees("Wait for bus 42.");
    for words in ["The bus is late", "I am lost", "I am not safe", "Show my stop", "More"] {
        assert!(sam.can_press(words), "{words:?} is on another page");
    }
    // None of them is squeezed: words that take two lines would be cut off.
    let mut wide = |words: &str| sam.window.find(|found| found.part.name == words).expect("it is there").bounds.width;
    assert!(wide("I am not safe") > wide("I am lost"), "{} {}", wide("I am not safe"), wide("I am lost"));
    sam.keeps_a_picture("cards-wait-1024");
}

#[test]
fn with_large_words_more_is_on_every_step_and_all_that_may_go_wrong_at_most_one_turn_behind_it() {
    let computer = Computer::new();
    for (size, text_size) in [((1024.0, 768.0), 200), ((1366.0, 768.0), 200), ((1366.0, 768.0), 150)] {
        computer.everyone_prefers(|preferences| preferences.text_size = text_size);
        let mut sam = computer.start_at(Size::new(size.0, size.1));
        sam.comes_in_as("Sam");
        sam.plans_a_trip_to("Mill Road Clinic");
        sam.keeps_a_picture(&format!("cards-large-{}-{text_size}", size.0));
        sam.presses("Next step");
        sam.presses("Next step");
        for words in ["The bus is late", "I am lost", "I am not safe", "Show my stop"] {
            sam.sees("Wait for bus 42.");
            assert!(sam.can_press("More"), "on the page that is open");
            sam.presses("More");
            sam.keeps_a_picture(&format!("cards-large-more-{}-{text_size}", size.0));
            if !sam.can_press(words) {
                sam.presses("Down");
            }
            assert!(sam.can_press(words), "{words}");
            sam.presses(words);
            sam.presses("Back");
        }
        // What one can do with the trip is there as well.
        sam.presses("More");
        sam.presses("My trip plan");
        sam.sees("Ring Dee: 01632 960 132");
    }
}

#[test]
fn sam_practises_a_trip_at_home_again_and_again() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam_goes!(sam);
    sam.presses("More");
    sam.keeps_a_picture("cards-more");
    sam.presses("Practise at home");
    sam.sees("Leave Elm House.");
    sam.keeps_a_picture("practise-leave");
    // There is no clock in it.
    for _ in 0..4 {
        let words = sam.all_words();
        assert!(!words.contains("in the morning") && !words.contains("o’clock"), "{words}");
        sam.presses("Next step");
    }
    sam.presses("Again");
    sam.sees("Leave Elm House.");
    while sam.can_press("Next step") {
        sam.presses("Next step");
    }
    sam.presses("That was the last step");
    sam.sees("Who was with you?");
    sam.keeps_a_picture("practise-how");
    sam.presses("Someone helped me");
    sam.sees("You did this 1 time. Someone helped you.");
    sam.keeps_a_picture("practise-kept");
    // Again, alone, and once more without an answer.
    for answer in ["I was alone", "Skip"] {
        sam.presses("OK");
        sam.presses("More");
        sam.presses_one_that_starts("Practise at home");
        while sam.can_press("Next step") {
            sam.presses("Next step");
        }
        sam.presses("That was the last step");
        sam.presses(answer);
    }
    // The trip is where it was, and tells it, also tomorrow in another trip.
    sam.sees("Leave at");
    sam.presses_id("rail-home");
    sam.presses("Plan a trip");
    sam.sees("You did this 2 times. Last time: alone.");
    sam.keeps_a_picture("practise-mine");
}

/// How many pages a PDF has, and what stands on them, without its spaces: what reads PDF here takes wide letters for
/// words.
pub fn read(pdf: &[u8]) -> (usize, String) {
    let document = lopdf::Document::load_mem(pdf).expect("it is a PDF");
    let pages: Vec<_> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).expect("it has text");
    (pages.len(), text.split_whitespace().collect())
}

#[test]
fn sam_prints_the_steps_and_cards_for_the_pocket() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.wants_to_go_to("Mill Road Clinic");
    sam.presses_id("trip-later");
    for words in ["Find a way", "Use this one", "Next", "My bus pass", "My keys", "Next", "Show me the steps"] {
        sam.presses(words);
    }
    // What the screen says is what the paper says.
    let mut headings = vec![sam.heading()];
    while sam.can_press("Next step") {
        sam.presses("Next step");
        headings.push(sam.heading());
    }
    sam.presses("More");
    sam.presses("Print my card");
    sam.keeps_a_picture("print-card");
    sam.presses("Open it to print");
    sam.sees("It is open now.");
    sam.sees("Print it there. Then cut out the small cards.");
    sam.keeps_a_picture("print-opened");
    sam.presses("OK");
    sam.sees("You are there.");
    let shown = computer.devices.papers_shown();
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].name, "Trip to Mill Road Clinic");
    let (_, tags) = crate::print::read(&shown[0].pdf, "trip");
    let (pages, text) = read(&shown[0].pdf);
    assert_eq!(pages, 2, "one page of steps and one of cards");
    let (steps, cards) = text.split_once("Smallcardsforyourpocket").expect("both parts are there");
    for part in [steps, cards] {
        let mut rest = part;
        for heading in headings.iter().map(|heading| heading.replace(' ', "")) {
            let at = rest.find(&heading).unwrap_or_else(|| panic!("{heading:?} is not in what follows: {rest}"));
            rest = &rest[at + heading.len()..];
        }
        assert!(rest.contains("RingDee:01632960132"), "{rest}");
    }
    // So are the photos: one beside its step, and one on its card.
    assert!(tags.contains("LI(Lbl LBody(Figure P Figure))"), "{tags}");
    for wanted in ["ThisisforSam,onTuesday3March.", "Theaddressis:12MillRoad", "Takewithyou:Mybuspass,Mykeys"] {
        assert!(steps.contains(wanted), "{wanted:?}: {steps}");
    }
    for part in [steps, cards] {
        for wanted in ["Bus42toCityCentre.", "Putoutyourhand", "Ifyoumissit", "Pressthebell", "Thelastbushome"] {
            assert!(part.contains(wanted), "{wanted:?}: {part}");
        }
    }
    assert!(cards.contains("1of6,MillRoadClinic,3March") && cards.contains("6of6,"), "{cards}");
}

#[test]
fn a_trip_with_two_buses_has_all_of_it_on_paper_and_its_cards_keep_their_order() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("Start somewhere else");
    sam.presses("Wrenford Station");
    sam.presses("Mill Road Clinic");
    sam.presses("No");
    sam.presses("Today");
    sam.presses_id("trip-later-hour");
    sam.finds_a_way_and_gets_ready();
    sam.prints_the_trip();
    let pdf = computer.devices.papers_shown()[0].pdf.clone();
    let _kept = crate::print::read(&pdf, "trip-two-buses");
    let (_, text) = read(&pdf);
    let (steps, cards) = text.split_once("Smallcardsforyourpocket").expect("both parts are there");
    // Nothing of what the cards say is left out on the page.
    for part in [steps, cards] {
        for wanted in ["BusX1toSaltmere.", "Putoutyourhand", "Ifyoumissit", "Room4,firstfloor", "Thelastbushome"] {
            assert!(part.contains(wanted), "{wanted:?}: {part}");
        }
    }
    let mut rest = cards;
    for number in 1..=9 {
        let wanted = format!("{number}of9,MillRoadClinic,3March");
        let at = rest.find(&wanted).unwrap_or_else(|| panic!("{wanted:?} is not in what follows: {rest}"));
        rest = &rest[at + wanted.len()..];
    }
}

#[test]
fn without_a_program_for_papers_sam_is_told() {
    let computer = Computer::new();
    computer.devices.without_viewer(true);
    let mut sam = computer.start();
    sam_goes!(sam);
    sam.presses("More");
    sam.presses("Print my card");
    sam.presses("Open it to print");
    sam.sees("Ask for help to print.");
    sam.keeps_a_picture("print-failed");
    sam.keeps_its_promises("no viewer");
    let documents = tempfile::tempdir().expect("a folder");
    computer.devices.has_shelf(Shelf { kind: Kind::Documents, folder: documents.path().to_owned() });
    sam.presses("Save it");
    sam.presses("Back");
    sam.sees("Ask for help to print.");
    sam.presses("Save it");
    sam.presses("Documents");
    sam.sees("The paper is saved here.");
    assert!(documents.path().join("Trip to Mill Road Clinic.pdf").is_file());
    sam.presses("OK");
    sam.sees("Leave at");
}
