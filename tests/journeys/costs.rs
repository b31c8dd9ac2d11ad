//! What trips cost: Sam writes it down with a receipt, changes it, removes it; Dee makes the paper for Access to Work.
use std::io::Cursor;

use alongside::devices::shelves::{Kind, Shelf};
use alongside::domain::costs::{By, CostId, TripCost};
use alongside::domain::person::PersonId;
use alongside::domain::record::Record;
use alongside::domain::ward::Ward;
use alongside::store::Session;
use futures::executor::block_on;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use jiff::civil::{Date, date};

use crate::person::Computer;
use alongside::store::photos::Whose;

/// A photo of a receipt in Downloads, and a file that is none.
fn with_a_receipt(computer: &Computer) -> tempfile::TempDir {
    let downloads = tempfile::tempdir().expect("a folder");
    let mut bytes = Cursor::new(Vec::new());
    let picture = DynamicImage::from(RgbImage::from_pixel(900, 1_600, Rgb([240, 240, 230])));
    picture.write_to(&mut bytes, ImageFormat::Jpeg).expect("it can be written");
    std::fs::write(downloads.path().join("taxi.jpg"), bytes.into_inner()).expect("room");
    std::fs::write(downloads.path().join("letter.jpg"), b"Dear all").expect("room");
    computer.devices.has_shelf(Shelf { kind: Kind::Downloads, folder: downloads.path().to_owned() });
    downloads
}

fn cost(number: usize, day: Date, pence: u32) -> TripCost {
    TripCost {
        id: CostId(format!("cost-{number}")),
        worker: PersonId("sam".to_owned()),
        day,
        from: "Elm House".to_owned(),
        to: "Mill Road Clinic".to_owned(),
        by: By::Taxi,
        pence,
        receipt: None,
        at: day.at(12, 0, 0, 0),
        gone: false,
    }
}

/// Sam has written these down before.
fn sam_has(computer: &Computer, costs: impl IntoIterator<Item = TripCost>) {
    let store = computer.store();
    let team = store.hall().expect("it opens").team();
    let sam = team.person(&PersonId("sam".to_owned())).expect("Sam is there");
    let session = store.session(sam, &team).expect("Sam comes in");
    block_on(session.save(costs.into_iter().map(Record::TripCost).collect())).expect("there is room");
}

#[test]
fn sam_writes_down_what_a_trip_cost_and_dee_makes_the_paper() {
    let computer = Computer::new();
    let _downloads = with_a_receipt(&computer);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.plans_a_trip_to("Mill Road Clinic");
    sam.leaves("Sam");
    // The time of the trip has passed.
    computer.devices.set_now(date(2026, 3, 3).at(13, 0, 0, 0));
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("What did it cost?");
    sam.keeps_a_picture("cost-none");
    sam.presses("Write it down");
    sam.sees("Which trip was it?");
    sam.keeps_a_picture("cost-trip");
    sam.presses_one_that_opens("Trip to Mill Road Clinic");
    sam.sees("How much was it?");
    for (typed, sentence) in [
        ("four", "We need a number. Write it like this: 4.50"),
        ("0", "That is 0. Write what you paid."),
        ("45000", "That is a lot. Look for the dot: 4.50"),
    ] {
        sam.types_in_anew("What you paid", typed);
        sam.presses("Next");
        sam.sees(sentence);
        sam.hears(sentence);
    }
    sam.keeps_a_picture("cost-wrong");
    sam.types_in_anew("What you paid", "£4.50");
    sam.presses("Next");
    sam.sees("Do you have a receipt?");
    sam.keeps_a_picture("cost-receipt");
    sam.presses("Choose a photo of it");
    sam.presses("Downloads");
    sam.presses("letter.jpg");
    sam.sees("There is no photo in that file.");
    // It is looked for where the last one was.
    sam.presses("Choose another photo");
    sam.presses("taxi.jpg");
    sam.sees("Is this right?");
    sam.sees("£4.50");
    sam.sees("Elm House");
    sam.keeps_a_picture("cost-check");
    sam.presses("See the receipt");
    sam.keeps_a_picture("cost-photo");
    sam.presses("OK");
    // It was no bus.
    sam.presses_one_that_opens("How did you go?");
    sam.presses_one_that_says("Bus");
    sam.presses_one_that_opens("How did you go?");
    sam.presses("Taxi");
    sam.presses("Keep it");
    sam.sees("Taxi, £4.50");
    sam.keeps_a_picture("cost-list");
    drop(sam);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("What did it cost?");
    sam.presses_one_that_opens("Taxi, £4.50");
    sam.presses_one_that_opens("How much was it?");
    sam.types_in_anew("What you paid", "12");
    sam.presses("Next");
    sam.presses("See the receipt");
    sam.presses("Back");
    sam.presses("Keep it");
    sam.sees("Taxi, £12");
    sam.leaves("Sam");
    let mut dee = sam;
    dee.comes_in_as("Dee");
    dee.presses_one_that_opens("Trips that need help");
    dee.presses("Trips and costs");
    dee.keeps_a_picture("cost-whose");
    dee.presses("Jo");
    dee.sees("No costs are written down.");
    assert!(!dee.can_press("Paper for Access to Work"));
    dee.presses("Back");
    dee.presses("Sam");
    dee.sees("1 cost is written down.");
    dee.keeps_a_picture("cost-worker");
    dee.presses("Paper for Access to Work");
    dee.sees("March 2026");
    dee.sees("1 trip: £12");
    dee.keeps_a_picture("cost-months");
    dee.presses("Show the paper");
    dee.sees("The paper is open.");
    dee.hears("The paper is open.");
    let shown = computer.devices.papers_shown();
    let (text, tags) = crate::print::read(&shown[0].pdf, "costs");
    let fact = ["TR(TH TD)"; 7].join(" ");
    let table = "Table(TR(TH TH TH TH) TR(TH TD TD TD))";
    let points = ["LI(Lbl LBody(P))"; 3].join(" ");
    assert_eq!(tags, format!("Document(H1 Table({fact}) H2 {table} P H2 L({points}))"));
    for words in ["What trips cost: Sam", "3 March 2026", "Elm House to Mill Road Clinic", "Taxi", "£12", "paid work"]
    {
        assert!(text.contains(words), "{words:?} is not in {text}");
    }
    dee.leaves("Dee");
    // Erin helps Sam with notes, not with money.
    dee.comes_in_as("Erin");
    dee.does_not_see("Trips that need help");
}

#[test]
fn a_cost_without_a_trip_is_asked_step_by_step_and_removed_after_a_question() {
    let computer = Computer::new();
    sam_has(&computer, [cost(1, date(2026, 2, 27), 250)]);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("What did it cost?");
    sam.presses("Write it down");
    sam.sees("Which day was it?");
    sam.keeps_a_picture("cost-day");
    sam.presses("Yesterday");
    sam.sees("Where did you start?");
    sam.presses("Back");
    sam.presses("Yesterday");
    sam.presses_id("end-home");
    sam.presses("Somewhere else");
    sam.types_in("The name of the place", "The pool, 01632 960 999");
    sam.sees("Take it out");
    assert!(!sam.can_press("Next"), "the guard asks first");
    sam.presses("Take it out");
    sam.keeps_a_picture("cost-where");
    sam.presses("Back");
    sam.presses("Wrenford Library");
    sam.presses("Back");
    sam.presses("Somewhere else");
    sam.types_in("The name of the place", "The pool");
    sam.presses("Next");
    sam.sees("How did you go?");
    sam.keeps_a_picture("cost-by");
    sam.presses("Train");
    sam.types_in("What you paid", "90p");
    sam.presses("Next");
    sam.presses("No receipt");
    sam.sees("The pool");
    sam.presses("Keep it");
    sam.sees("Home to The pool");
    sam.presses_one_that_opens("Train, 90p");
    sam.presses("Remove");
    sam.sees("Do you want to remove this?");
    sam.keeps_a_picture("cost-remove");
    sam.presses("No, keep it");
    sam.presses("Remove");
    sam.presses("Yes, remove it");
    sam.sees("Taxi, £2.50");
    sam.does_not_see("Train, 90p");
}

#[test]
fn two_hundred_costs_are_turned_page_by_page_and_two_months_make_one_paper() {
    let computer = Computer::new();
    let day = |number: usize| date(2026, 1 + (number / 100) as i8, 1 + (number % 28) as i8);
    sam_has(&computer, (0..200).map(|number| cost(number, day(number), 199)));
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("What did it cost?");
    sam.keeps_a_picture("cost-many");
    sam.presses("Make a paper");
    sam.sees("100 trips: £199");
    sam.presses_one_that_says("January 2026");
    sam.presses("Show the paper");
    sam.sees("The paper is open.");
    sam.keeps_a_picture("cost-paper-shown");
    let shown = computer.devices.papers_shown();
    let (text, _) = crate::print::read(&shown[0].pdf, "costs-many");
    assert_eq!(text.matches("£1.99").count(), 200);
    assert!(text.contains("All together: £398"), "{text}");
    // Nothing shows papers here any more.
    sam.presses("OK");
    computer.devices.without_viewer(true);
    sam.presses("Show the paper");
    sam.does_not_see("The paper is open.");
    sam.sees("This computer cannot show papers. Save it in a folder.");
    sam.keeps_a_picture("cost-no-viewer");
    // There is nowhere to save it, until a stick is in.
    sam.presses("Save it");
    sam.sees("Put in a memory stick. Then press Back.");
    sam.presses("Back");
    let stick = tempfile::tempdir().expect("a folder");
    computer.devices.has_shelf(Shelf { kind: Kind::Stick, folder: stick.path().to_owned() });
    sam.presses("Show the paper");
    sam.presses("Save it");
    sam.sees("Where do you want to save it?");
    sam.keeps_a_picture("put-where");
    sam.presses_one_that_starts("Memory stick");
    sam.sees("The paper is saved here.");
    sam.sees("It is called “What trips cost Sam.pdf”.");
    sam.keeps_a_picture("put-done");
    let pdf = std::fs::read(stick.path().join("What trips cost Sam.pdf")).expect("it is there");
    let (saved, _) = crate::print::read(&pdf, "costs-saved");
    assert_eq!(saved, text, "it is the same paper");
    sam.presses("OK");
    sam.sees("Which months?");
    // A stick that was pulled out.
    sam.presses("Show the paper");
    sam.presses("Save it");
    stick.close().expect("it is gone");
    sam.presses_one_that_starts("Memory stick");
    sam.sees("Try another place.");
    sam.presses("OK");
    sam.sees("Which months?");
}

#[test]
fn on_a_ward_there_is_no_photo_and_no_paper() {
    let computer = Computer::new();
    let _downloads = with_a_receipt(&computer);
    sam_has(&computer, [cost(1, date(2026, 2, 27), 250)]);
    let store = computer.store();
    let team = store.hall().expect("it opens").team();
    let dee = team.person(&PersonId("dee".to_owned())).expect("Dee is there");
    let session = store.session(dee, &team).expect("Dee comes in");
    let at = date(2026, 3, 2).at(9, 0, 0, 0);
    let mode = Ward { person: PersonId("sam".to_owned()), on: true, by: dee.id.clone(), at };
    block_on(session.save(vec![Record::Ward(mode)])).expect("there is room");
    drop((session, store));
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("What did it cost?");
    sam.presses_one_that_opens("Taxi, £2.50");
    sam.presses_one_that_opens("Do you have a receipt?");
    sam.presses_one_that_says("Choose a photo of it");
    sam.sees("This is off on your ward. Dee can change it.");
    sam.presses("Back");
    sam.presses("Back");
    sam.presses("Back");
    sam.presses("Make a paper");
    sam.presses("Show the paper");
    sam.sees("This is off on your ward. Dee can change it.");
    assert!(computer.devices.papers_shown().is_empty());
}

#[test]
fn a_receipt_is_read_by_those_who_read_the_support_plan_and_nobody_else() {
    let computer = Computer::new();
    let downloads = with_a_receipt(&computer);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("it starts");
    let store = computer.store();
    let team = store.hall().expect("it opens").team();
    let comes_in = |id: &str| {
        let person = team.person(&PersonId(id.to_owned())).expect("they are there");
        store.session(person, &team).expect("they come in")
    };
    let take = |session: &Session| {
        runtime.block_on(async {
            session.take_photo(downloads.path().join("taxi.jpg"), Whose::Receipt(PersonId("sam".to_owned()))).await
        })
    };
    assert!(take(&comes_in("erin")).is_err(), "Erin has no key to that space");
    let name = take(&comes_in("sam")).expect("it is a photo");
    for (id, reads) in [("sam", true), ("dee", true), ("priya", true), ("erin", false), ("jo", false), ("ali", false)] {
        let photos = runtime.block_on(async { comes_in(id).photos(vec![name.clone()]).await });
        assert_eq!(photos.len(), usize::from(reads), "{id}");
        // A receipt is as large as other photos, and no larger.
        assert!(photos.iter().all(|(_, photo)| photo.width <= 1_600 && photo.height <= 1_600));
    }
}
