//! Keep or erase: Priya erases an old recording, holds a story and asks to erase it, Erin agrees, and Sam is told.
use alongside::devices::shelves::{Kind, Shelf};
use alongside::domain::audit::Did;
use alongside::domain::debrief::{Answer, Telling};
use alongside::domain::questions::Ask;
use alongside::domain::record::Record;
use alongside::store::{Session, Store};
use jiff::ToSpan as _;

use crate::erasure::stories::{id, marker, settled, story, tells, writes};
use crate::person::Computer;

fn comes_in(store: &Store, name: &str) -> Session {
    let team = store.hall().expect("it opens").team();
    let person = team.people.iter().find(|person| person.id.0 == name).cloned().expect("of the practice day");
    store.session(&person, &team).expect("they come in")
}

/// Sam has told a story, Erin has written it down, and so many days have passed.
fn told(days: i64) -> Computer {
    let computer = Computer::new();
    let mut now = jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0);
    computer.devices.set_now(now);
    let store = computer.store();
    let sam = comes_in(&store, "sam");
    // It is sent once with other words first.
    let mut first = Telling::begin(story("told"), id("sam"), now);
    first.answers.push(Answer { words: Some(marker("first")), ..Answer::empty(Ask::B8) });
    futures::executor::block_on(sam.save(vec![Record::Visit(first.visit(now))])).expect("there is room");
    tells(&sam, "told", now);
    writes(&comes_in(&store, "erin"), "told", now);
    let priya = comes_in(&store, "priya");
    for _ in 0..days {
        now += 24.hours();
        computer.devices.set_now(now);
        priya.note_down(Did::Opened, None, None);
        settled(&priya);
    }
    computer
}

#[test]
fn priya_deletes_a_recording_that_may_go_and_sam_is_told() {
    let computer = told(31);
    let mut priya = computer.start();
    priya.comes_in_as("Priya");
    priya.keeps_a_picture("keeping-home");
    priya.presses("Keep or erase");
    priya.keeps_a_picture("keeping");
    priya.presses("Old recordings");
    priya.sees("It may go now.");
    priya.keeps_a_picture("recordings");
    priya.presses_id("recording-told");
    priya.sees("In the record since");
    priya.keeps_a_picture("recording");
    priya.presses("Erase it");
    priya.sees("Nobody can bring it back.");
    priya.keeps_a_picture("recording-sure");
    priya.presses("Keep it");
    priya.sees("It may go now.");
    priya.presses_id("recording-told");
    priya.presses("Erase it");
    priya.presses("Yes, erase it");
    priya.sees("The recording is erased.");
    priya.keeps_a_picture("recording-done");
    priya.presses("OK");
    priya.sees("There are no recordings.");
    // What was said is shown calmly where it was heard.
    priya.leaves("Priya");
    priya.comes_in_as("Erin");
    priya.presses("Write in the record");
    priya.presses_one_that_starts("Sam, visit to J B");
    priya.does_not_see("cannot");
    priya.leaves("Erin");
    priya.comes_in_as("Sam");
    priya.presses("News about my story");
    priya.sees("We took your recording away on");
    priya.keeps_a_picture("recording-gone");
}

#[test]
fn a_recording_that_must_stay_says_why() {
    let computer = told(2);
    let mut priya = computer.start();
    priya.comes_in_as("Priya");
    priya.presses("Keep or erase");
    priya.presses("Old recordings");
    priya.sees("2 of 30 days have passed.");
    priya.presses_id("recording-told");
    assert!(!priya.can_press("Erase it"));
    priya.presses("Keep it");
    priya.leaves("Priya");
    // Nobody else has the page.
    priya.comes_in_as("Sam");
    assert!(!priya.can_press("Keep or erase"));
}

#[test]
fn priya_asks_erin_agrees_and_sam_reads_why() {
    let computer = told(0);
    let mut priya = computer.start();
    priya.comes_in_as("Priya");
    priya.presses("Keep or erase");
    priya.presses("Hold or erase a story");
    priya.keeps_a_picture("stories");
    priya.presses("Sam");
    priya.keeps_a_picture("stories-which");
    priya.presses_id("story-told");
    priya.sees("Nobody holds it.");
    priya.presses("Hold it");
    priya.keeps_a_picture("hold-why");
    priya.presses("Someone made a complaint");
    priya.sees("Priya held it");
    priya.keeps_a_picture("story-held");
    assert!(!priya.can_press("Ask to erase it"), "it is held");
    priya.presses("End the hold");
    priya.sees("Nobody holds it.");
    priya.presses("Ask to erase it");
    priya.keeps_a_picture("erase-why");
    priya.presses("The person it is about wants it gone");
    priya.sees("One of these people must say yes: Erin");
    priya.keeps_a_picture("erase-sure");
    priya.presses("Ask");
    priya.sees("You asked to erase it.");
    priya.presses("OK");
    // She cannot say yes herself.
    priya.presses("Home");
    priya.presses("Keep or erase");
    priya.presses("Requests to erase");
    priya.presses_one_that_starts("Priya asks to erase 1 story by Sam");
    priya.sees("Somebody else must say yes.");
    assert!(!priya.can_press("Yes, erase it"));
    priya.leaves("Priya");

    let mut erin = priya;
    erin.comes_in_as("Erin");
    erin.sees("1 person asks you");
    erin.presses("Keep or erase");
    erin.presses("Requests to erase");
    erin.keeps_a_picture("asked");
    erin.presses_one_that_starts("Priya asks to erase 1 story by Sam");
    erin.sees("The person it is about wants it gone");
    erin.keeps_a_picture("asked-one");
    erin.presses("Yes, erase it");
    erin.sees("It is erased.");
    erin.keeps_a_picture("asked-done");
    erin.presses("OK");
    erin.sees("Nobody asks you now.");
    erin.presses("Home");
    erin.presses("Write in the record");
    erin.does_not_see("Sam, visit to J B");
    erin.leaves("Erin");

    let mut sam = erin;
    sam.comes_in_as("Sam");
    sam.presses("News about my story");
    sam.sees("This story is gone for good.");
    sam.sees("Priya asked for that.");
    sam.sees("Erin said yes.");
    sam.keeps_a_picture("story-erased");
    sam.presses("OK");
    sam.sees("Hello Sam.");
    sam.does_not_see("A story is gone for good.");
}

#[test]
fn erin_says_no_and_all_stays() {
    let computer = told(0);
    let mut priya = computer.start();
    priya.comes_in_as("Priya");
    priya.presses("Keep or erase");
    priya.presses("Hold or erase a story");
    priya.presses("Sam");
    priya.presses_id("about-J B");
    priya.sees("1 story");
    priya.presses("Ask to erase it");
    priya.presses("It is about the wrong person");
    priya.presses("Ask");
    priya.sees("You asked to erase it.");
    priya.leaves("Priya");
    priya.comes_in_as("Erin");
    priya.presses("Keep or erase");
    priya.presses("Requests to erase");
    priya.presses_one_that_starts("Priya asks to erase 1 story by Sam");
    priya.presses("No, keep it");
    priya.sees("It stays.");
    priya.presses("OK");
    priya.sees("Nobody asks you now.");
    priya.presses("Home");
    priya.presses("Write in the record");
    priya.sees("Sam, visit to J B");
}

/// The one folder that was put there.
fn put_out(there: &std::path::Path) -> std::path::PathBuf {
    let mut found = std::fs::read_dir(there).expect("it is there").flatten().map(|entry| entry.path());
    let folder = found.next().expect("there is a folder");
    assert!(found.next().is_none(), "there is one");
    folder
}

fn text_of(pdf: &std::path::Path) -> String {
    let document = lopdf::Document::load(pdf).expect("it is a PDF");
    let pages: Vec<_> = document.get_pages().into_keys().collect();
    document.extract_text(&pages).expect("it has text").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn sam_gets_all_about_sam_and_nobody_elses() {
    let computer = told(0);
    let place = tempfile::tempdir().expect("a folder");
    computer.devices.has_shelf(Shelf { kind: Kind::Stick, folder: place.path().to_owned() });
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.keeps_a_picture("everything-home");
    sam.presses("Show all about me");
    sam.sees("Where do you want it?");
    sam.keeps_a_picture("everything-where");
    sam.presses_id("shelf-0");
    sam.sees("It is there.");
    sam.keeps_a_picture("everything-done");
    let folder = put_out(place.path());
    let text = text_of(&folder.join("everything.pdf"));
    assert!(text.contains("Everything about Sam") && text.contains(&marker("told")), "{text}");
    assert!(text.contains("What is not here") && text.contains("Worries"), "{text}");
    let ron = std::fs::read_to_string(folder.join("everything.ron")).expect("it is there");
    assert!(ron.contains(&marker("told")) && ron.contains("states: \"newest\""));
    assert!(!ron.contains("\"jo\"") && !text.contains(" Jo "), "nobody else is in it");
    // What Sam had told at first, and then told otherwise, is there with when and by whom.
    assert!(!ron.contains(&marker("first")), "it is how things are now");
    let earlier = std::fs::read_to_string(folder.join("earlier.ron")).expect("it is there");
    let earlier: Vec<ron::Value> = ron::from_str(&earlier).expect("it is RON");
    let whole = format!("{earlier:?}");
    assert!(whole.contains(&marker("first")) && whole.contains("sam") && whole.contains("2026-03"), "{whole}");
    assert!(!whole.contains("\"jo\""), "nobody else is in it");
    assert!(text.contains("Before: written by Sam"), "{text}");
    assert!(text.contains(&format!("earlier.ron: {} part", earlier.len())), "{text}");
    let sound = std::fs::read(folder.join("recording-1.opus")).expect("it is there");
    assert!(sound.starts_with(b"OggS"));
    let _ = std::fs::create_dir_all("target/looks");
    let _ = std::fs::copy(folder.join("everything.pdf"), "target/looks/everything.pdf");
}

#[test]
fn erin_shows_all_about_somebody_whom_sam_saw_and_it_is_written_down() {
    let computer = told(0);
    let place = tempfile::tempdir().expect("a folder");
    computer.devices.has_shelf(Shelf { kind: Kind::Stick, folder: place.path().to_owned() });
    let mut erin = computer.start();
    erin.comes_in_as("Erin");
    erin.presses("Keep or erase");
    erin.presses("Show all we keep");
    erin.presses("Sam");
    erin.keeps_a_picture("everything-who");
    erin.presses("Everything about J B, by Sam");
    erin.presses_id("shelf-0");
    erin.sees("It is there.");
    let folder = put_out(place.path());
    let text = text_of(&folder.join("everything.pdf"));
    assert!(text.contains("Everything about J B, by Sam") && text.contains(&marker("told")), "{text}");
    // How Sam is, is Sam's, and Erin has no key to it.
    assert!(!text.contains(&format!("I like {}", marker("told"))) && text.contains("What is not here"), "{text}");
    erin.leaves("Erin");
    erin.comes_in_as("Priya");
    erin.presses("See who looked");
    erin.sees("Erin took out everything about Sam");
    // A stick that is pulled out is told.
    let there = place.path().to_owned();
    drop(place);
    assert!(!there.exists());
    erin.presses("Home");
    erin.presses("Keep or erase");
    erin.presses("Show all we keep");
    erin.presses("Sam");
    erin.presses("Everything about Sam");
    erin.presses_id("shelf-0");
    erin.sees("That did not work.");
}
