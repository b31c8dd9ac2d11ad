//! Sam's own voice and photo at a step of a trip: added, found again on another day, changed, taken away.
use alongside::devices::shelves::{Kind, Shelf};
use alongside::domain::person::PersonId;
use alongside::domain::record::Record;
use alongside::domain::ward::Ward;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use jiff::civil::date;

use super::cards::read;
use super::trouble::voice;
use crate::person::Computer;

/// Sam chooses a trip to Mill Road Clinic and comes to where the bus stops.
macro_rules! sam_waits {
    ($sam:ident) => {
        $sam.plans_a_trip_to("Mill Road Clinic");
        $sam.presses("Next step");
        $sam.presses("Next step");
        $sam.sees("Wait for bus 42.");
    };
}

/// Sam says something for a second.
macro_rules! sam_speaks {
    ($sam:ident, $computer:ident, $seconds:literal) => {
        $sam.presses("Start");
        $computer.devices.speak_into_microphone(voice($seconds));
        while !$computer.devices.has_heard_all() {
            $sam.window.settle();
        }
    };
}

/// A computer with a photo in its downloads.
fn with_a_photo() -> (Computer, tempfile::TempDir) {
    let computer = Computer::new();
    let downloads = tempfile::tempdir().expect("a folder");
    let picture = DynamicImage::from(RgbImage::from_pixel(400, 300, Rgb([150, 20, 160])));
    picture.save_with_format(downloads.path().join("church.jpg"), ImageFormat::Jpeg).expect("room");
    computer.devices.has_shelf(Shelf { kind: Kind::Downloads, folder: downloads.path().to_owned() });
    (computer, downloads)
}

#[test]
fn sams_own_voice_and_photo_stand_at_the_step_on_every_day() {
    let (computer, _downloads) = with_a_photo();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam_waits!(sam);
    assert!(!sam.can_press("Hear the voice"));
    sam.presses("More");
    sam.keeps_a_picture("note-more");
    sam.presses("Add my voice or a photo");
    sam.sees("Wait for bus 42. What will you see?");
    sam.keeps_a_picture("note-empty");
    sam.presses("Use my voice");
    sam.sees("Only you hear this.");
    sam.does_not_see("first letters");
    sam_speaks!(sam, computer, 2);
    sam.presses("Stop");
    sam.sees("Do you want to keep this?");
    sam.presses("Keep it");
    sam.presses("Add a photo");
    sam.presses("Downloads");
    sam.presses("church.jpg");
    sam.sees("Use another photo");
    sam.keeps_its_promises("the photo is there");
    sam.keeps_a_picture("note-both");
    sam.presses("OK");
    sam.sees("Wait for bus 42.");
    sam.keeps_a_picture("note-step");
    sam.presses("Hear the voice");
    sam.window.settle();
    assert!(computer.devices.take_played().len() > 1_000);
    // At another stop there is none.
    sam.presses("Next step");
    assert!(!sam.can_press("Hear the voice"));
    drop(sam);
    // On another day, in another trip, at home and on the way.
    computer.devices.set_now(date(2026, 3, 6).at(8, 0, 0, 0));
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam_waits!(sam);
    sam.sees("Hear the voice");
    sam.presses("More");
    sam.presses("Practise at home");
    sam.presses("Next step");
    sam.presses("Next step");
    sam.presses("Hear the voice");
    sam.keeps_a_picture("note-practise");
    sam.leaves("Sam");
    // It is Sam's alone.
    let mut jo = sam;
    jo.comes_in_as("Jo");
    sam_waits!(jo);
    assert!(!jo.can_press("Hear the voice"));
}

#[test]
fn what_sam_takes_away_or_says_again_can_be_put_back() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam_waits!(sam);
    sam.presses("More");
    sam.presses("Add my voice or a photo");
    sam.presses("Use my voice");
    sam_speaks!(sam, computer, 2);
    // Leaving half way keeps what was said.
    sam.presses("Home");
    sam.sees("Hello Sam.");
    assert_eq!(computer.devices.microphones_open(), 0);
    sam.presses("Plan a trip");
    sam.presses_one_that_starts("Trip to Mill Road Clinic");
    sam.sees("Hear the voice");
    sam.presses("More");
    sam.presses("Add my voice or a photo");
    sam.presses("Remove the voice");
    assert!(!sam.can_press("Hear the voice"));
    sam.presses("Put it back");
    sam.sees("Hear the voice");
    sam.presses("Remove the voice");
    sam.presses("OK");
    assert!(!sam.can_press("Hear the voice"));
    // What is not said is nothing.
    sam.presses("More");
    sam.presses("Add my voice or a photo");
    sam.presses("Use my voice");
    sam.presses("Back");
    assert!(!sam.can_press("Remove the voice"));
}

#[test]
fn a_route_gets_its_voices_and_photos_step_after_step_and_is_printed() {
    let (computer, _downloads) = with_a_photo();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    for words in ["Plan a trip", "Mill Road Clinic", "No", "Today", "Find a way", "Use this one", "Next", "Next"] {
        sam.presses(words);
    }
    // From the plan straight to a route, with no card between.
    sam.presses("Keep this as a route");
    sam.presses("Keep it");
    sam.sees("Your route is kept. You can add your voice and photos.");
    sam.keeps_a_picture("route-kept");
    sam.presses("Voices and photos");
    sam.sees("What will you see at each step?");
    sam.keeps_a_picture("note-steps-empty");
    sam.presses_one_that_opens("Walk to Elm House bus stop");
    sam.sees("2 of 6");
    sam.presses("Use my voice");
    sam_speaks!(sam, computer, 2);
    sam.presses("Stop");
    sam.presses("Keep it");
    sam.keeps_a_picture("note-steps-one");
    sam.presses("Next step");
    sam.sees("3 of 6");
    sam.presses("Add a photo");
    sam.presses("Downloads");
    sam.presses("church.jpg");
    sam.sees("Use another photo");
    // The next photo is looked for where the last one was.
    sam.presses("Next step");
    sam.presses("Add a photo");
    sam.presses("church.jpg");
    sam.sees("Use another photo");
    sam.keeps_its_promises("one of many steps");
    // Back is the step before; the first that was opened goes back to all of them.
    sam.presses("Back");
    sam.sees("3 of 6");
    sam.presses("Use my voice");
    sam_speaks!(sam, computer, 2);
    // A voice that is left half way is kept with its own step.
    sam.presses("Back");
    sam.presses("Next step");
    sam.presses("Back");
    sam.presses("Back");
    sam.sees("2 of 6");
    // A voice that was kept is not lost to one that is said half.
    sam.presses("Say it again");
    sam_speaks!(sam, computer, 1);
    sam.presses("Back");
    assert!(!sam.can_press("Put it back"));
    // All done is all done, from whichever step.
    sam.presses("Next step");
    sam.presses("Next step");
    sam.presses("All done");
    sam.sees("What will you see at each step?");
    sam.sees("Your voice and your photo");
    sam.keeps_its_promises("all steps");
    sam.keeps_a_picture("note-steps");
    sam.presses("All done");
    sam.presses("Print my card");
    sam.sees("The times are for Tuesday 3 March.");
    sam.keeps_a_picture("print-route");
    sam.presses("For any day");
    sam.sees("There are no times on it. It is for any day.");
    sam.presses("Open it to print");
    sam.sees("It is open now.");
    sam.presses("OK");
    sam.presses("Print my card");
    sam.presses("Open it to print");
    sam.sees("It is open now.");
    let shown = computer.devices.papers_shown();
    let [any_day, that_day] = [0, 1].map(|paper| read(&shown[paper].pdf).1);
    assert!(!any_day.contains("inthemorning"), "{any_day}");
    assert!(that_day.contains("inthemorning"), "{that_day}");
    let (_, tags) = crate::print::read(&shown[1].pdf, "route");
    // The photo stands beside both of its steps.
    assert!(tags.matches("LI(Lbl LBody(Figure P").count() >= 2, "{tags}");
    sam.presses("OK");
    sam.presses("Use this one");
    sam.presses("Next step");
    sam.sees("Hear the voice");
    // Who wants to keep the same way again has it already.
    sam.presses("More");
    sam.presses("Keep this as a route");
    sam.sees("You have this route already.");
    sam.keeps_its_promises("the route is known");
    sam.presses("Use this one");
    sam.sees("Leave at");
}

#[test]
fn on_a_ward_nothing_new_is_added_and_it_is_said_why() {
    let computer = Computer::new();
    {
        let store = computer.store();
        let team = store.hall().expect("the folder opens").team();
        let dee = team.person(&PersonId("dee".to_owned())).expect("Dee is there");
        let session = store.session(dee, &team).expect("Dee comes in");
        let at = date(2026, 3, 2).at(9, 0, 0, 0);
        let ward = Ward { person: PersonId("sam".to_owned()), on: true, by: dee.id.clone(), at };
        futures::executor::block_on(session.save(vec![Record::Ward(ward)])).expect("there is room");
    }
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam_waits!(sam);
    sam.presses("More");
    sam.presses("Add my voice or a photo");
    sam.sees("New voices and photos are off on your ward. Dee can change it.");
    assert!(!sam.can_press("Use my voice") && !sam.can_press("Add a photo"));
    sam.keeps_a_picture("note-ward");
    sam.presses("OK");
    sam.sees("Wait for bus 42.");
}
