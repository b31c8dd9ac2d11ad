//! A senior sets the timetable and the places, and a worker plans on them.
use std::path::Path;

use alongside::devices::shelves::{Kind, Shelf};
use alongside::domain::travel::gtfs::Table;
use alongside::ui::part::Zone;
use jiff::civil::date;

use crate::person::Computer;
use crate::travel::feed::{Feed, practice};
use crate::travel::reference::folder;

/// A computer with these files in Downloads.
fn with_downloads(files: &[(&str, &[u8])]) -> (Computer, tempfile::TempDir) {
    let computer = Computer::new();
    let downloads = tempfile::tempdir().expect("a folder");
    for (name, bytes) in files {
        std::fs::write(downloads.path().join(name), bytes).expect("room");
    }
    computer.devices.has_shelf(Shelf { kind: Kind::Downloads, folder: downloads.path().to_owned() });
    (computer, downloads)
}

fn zip_bytes(feed: &Feed, folder: &Path) -> Vec<u8> {
    let zip = folder.join("made.zip");
    feed.write_zip(&zip, "");
    let bytes = std::fs::read(&zip).expect("it is there");
    std::fs::remove_file(zip).expect("it is there");
    bytes
}

#[test]
fn dee_gets_the_buses_of_newport_and_sam_goes_there() {
    let Some(feed) = folder().map(|folder| folder.join("newport-bods-2023.zip")).filter(|feed| feed.is_file()) else {
        return crate::travel::said("skipped: the real feed is not there");
    };
    let (computer, downloads) = with_downloads(&[]);
    let _ = std::fs::copy(feed, downloads.path().join("newport-bods-2023.zip")).expect("room");
    computer.devices.set_now(date(2023, 6, 14).at(9, 0, 0, 0));
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Get bus times");
    dee.keeps_a_picture("setup-timetable");
    dee.presses("Get new bus times");
    dee.keeps_a_picture("setup-shelves");
    dee.presses("Downloads");
    dee.keeps_a_picture("setup-files");
    dee.presses("newport-bods-2023.zip");
    dee.sees("The bus times are ready.");
    dee.sees("1,570 stops");
    dee.sees("85 lines");
    dee.keeps_a_picture("setup-read");
    dee.presses_id("rail-home");
    dee.presses("Set up places");
    dee.keeps_a_picture("setup-places");
    for (place, stop, near) in
        [("The hub", "Market Square", "Market Square"), ("The ward", "Royal Gwent", "Royal Gwent")]
    {
        dee.presses("Add a place");
        dee.types_in("Name of the stop", stop);
        dee.keeps_a_picture("setup-stop");
        dee.presses_one_that_starts(near);
        dee.keeps_a_picture("setup-name");
        dee.types_in_anew("Name of the place", place);
        dee.presses("Next");
        dee.keeps_a_picture("setup-picture");
        dee.presses("Something else");
        for _ in 0..5 {
            dee.presses("Skip");
        }
        dee.sees(place);
    }
    dee.presses("The hub");
    dee.keeps_a_picture("setup-place");
    dee.presses("Start trips here");
    dee.keeps_a_picture("setup-place-start");
    dee.leaves("Dee");
    dee.comes_in_as("Sam");
    dee.presses("Plan a trip");
    dee.sees("You start at The hub.");
    dee.presses("The ward");
    dee.presses("No");
    dee.presses("Today");
    dee.presses_id("trip-later-hour");
    dee.presses("Find a way");
    dee.sees("How will you get there?");
    dee.keeps_a_picture("newport-found");
    dee.presses("Use this one");
    dee.presses("Next");
    dee.presses("Next");
    dee.presses("Show me the steps");
    dee.sees("Leave at");
    dee.keeps_a_picture("newport-leave");
    dee.presses("Next step");
    dee.presses("Next step");
    dee.keeps_a_picture("newport-bus");
}

#[test]
fn what_cannot_be_read_is_said_plainly_and_changes_nothing() {
    let made = tempfile::tempdir().expect("a folder");
    let good = zip_bytes(&practice(), made.path());
    let half = &good[..good.len() / 2];
    let mut no_stops = Feed::plain();
    no_stops.0.retain(|table, _| table.file_name() != "stops.txt");
    let no_stops = zip_bytes(&no_stops, made.path());
    let (computer, _downloads) = with_downloads(&[
        ("empty.zip", b""),
        ("letter.zip", b"Dear Dee, here are the bus times."),
        ("half.zip", half),
        ("no-stops.zip", &no_stops),
    ]);
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Get bus times");
    for (file, says) in [
        ("empty.zip", "There is nothing in that file."),
        ("letter.zip", "That is not a zip file."),
        ("half.zip", "That file is damaged, or only part of it is there."),
        ("no-stops.zip", "That zip has no bus times. It has no stops.txt."),
    ] {
        if dee.can_press("Get new bus times") {
            dee.presses("Get new bus times");
        }
        dee.presses("Downloads");
        dee.presses(file);
        dee.sees("We could not read that file.");
        dee.sees(says);
        dee.sees("Nothing has changed on this computer.");
        dee.keeps_a_picture(&format!("setup-failed-{file}"));
        dee.presses_id("rail-home");
        dee.presses("Get bus times");
    }
    // The practice town can still be planned in.
    dee.leaves("Dee");
    dee.comes_in_as("Sam");
    dee.wants_to_go_to("Mill Road Clinic");
    dee.presses("Find a way");
    dee.sees("How will you get there?");
}

#[test]
fn a_folder_without_zips_and_a_computer_without_folders() {
    let (computer, _downloads) = with_downloads(&[("notes.txt", b"words")]);
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Get bus times");
    dee.presses("Get new bus times");
    dee.presses("Downloads");
    dee.sees("There is no zip file here.");
    let computer = Computer::new();
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Get bus times");
    dee.presses("Get new bus times");
    dee.sees("We found no folders. Put the file in Downloads.");
}

#[test]
fn times_that_were_got_weeks_ago_say_so_before_sam_chooses() {
    let made = tempfile::tempdir().expect("a folder");
    let zip = zip_bytes(&practice(), made.path());
    let (computer, _downloads) = with_downloads(&[("town.zip", &zip)]);
    let read = date(2026, 3, 2).at(9, 0, 0, 0);
    computer.devices.set_now(read);
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Get bus times");
    dee.presses("Get new bus times");
    dee.presses("Downloads");
    dee.presses("town.zip");
    dee.sees("The bus times are ready.");
    dee.leaves("Dee");
    for (days, is_told) in [(14, false), (15, true)] {
        computer.devices.set_now(read.saturating_add(jiff::ToSpan::days(days)));
        dee.comes_in_as("Sam");
        dee.presses("Plan a trip");
        dee.sees("Where are you going?");
        let words = "These bus times are old. Ask Dee if they are right.";
        if is_told {
            dee.sees(words);
        } else {
            dee.does_not_see(words);
        }
        dee.leaves("Sam");
    }
}

#[test]
fn on_a_bank_holiday_sam_is_told_before_choosing() {
    let computer = Computer::new();
    computer.devices.set_now(date(2026, 5, 1).at(9, 0, 0, 0));
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.presses("Mill Road Clinic");
    sam.presses("No");
    let words = "It is a bank holiday. Ask Dee if the buses go.";
    for (day, is_told) in [("trip-day-2026-05-05", false), ("trip-day-2026-05-04", true)] {
        sam.presses_id(day);
        if is_told {
            sam.sees(words);
            sam.keeps_a_picture("trip-holiday");
        } else {
            sam.does_not_see(words);
            sam.presses("Back");
        }
    }
    sam.presses("Find a way");
    sam.sees(words);
}

#[test]
fn an_old_timetable_says_so_and_sam_is_told() {
    let made = tempfile::tempdir().expect("a folder");
    let mut old = practice();
    for table in old.0.values_mut() {
        *table = String::from_utf8_lossy(table).replace("20991231", "20201231").into_bytes();
    }
    let old = zip_bytes(&old, made.path());
    let (computer, _downloads) = with_downloads(&[("old.zip", &old)]);
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Get bus times");
    dee.presses("Get new bus times");
    dee.presses("Downloads");
    dee.presses("old.zip");
    dee.sees("These bus times are too old.");
    dee.keeps_a_picture("setup-old");
    dee.leaves("Dee");
    dee.comes_in_as("Sam");
    dee.presses("Plan a trip");
    dee.keeps_a_picture("trip-too-old");
    dee.sees("too old");
}

/// A feed that takes a good while to read: the plain one, its trips repeated many times.
fn long_feed() -> Feed {
    let trips: String = (0..300_000).map(|trip| format!("r1,all,more{trip},Cedar\n")).collect();
    let times = (0..300_000).map(|trip| {
        let hour = 5 + trip % 15;
        format!("more{trip},{hour:02}:00:00,{hour:02}:00:00,A,1\nmore{trip},{hour:02}:10:00,{hour:02}:11:00,B,2\nmore{trip},{hour:02}:20:00,{hour:02}:20:00,C,3\n")
    });
    Feed::plain().and(Table::Trips, &trips).and(Table::StopTimes, &times.collect::<String>())
}

#[test]
fn reading_can_be_cancelled_or_left_and_changes_nothing() {
    let made = tempfile::tempdir().expect("a folder");
    let long = zip_bytes(&long_feed(), made.path());
    let (computer, _downloads) = with_downloads(&[("long.zip", &long)]);
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Get bus times");
    let before = dee.zone(Zone::Content).into_iter().map(|found| found.part.name).collect::<Vec<_>>();
    for way_out in ["Cancel", "Back", "Home"] {
        if dee.can_press("Get bus times") {
            dee.presses("Get bus times");
        }
        if dee.can_press("Get new bus times") {
            dee.presses("Get new bus times");
        }
        if dee.can_press("Downloads") {
            dee.presses("Downloads");
        }
        dee.presses("long.zip");
        dee.sees("We are reading the bus times.");
        dee.keeps_a_picture("setup-reading");
        dee.presses(way_out);
        dee.does_not_see("We are reading the bus times.");
        if way_out == "Cancel" {
            dee.sees("Where is the file?");
        }
    }
    // What would still come of it is late, and is not shown.
    std::thread::sleep(std::time::Duration::from_secs(1));
    dee.sees("Hello Dee.");
    dee.presses("Get bus times");
    dee.sees(&before[0]);
    let after = dee.zone(Zone::Content).into_iter().map(|found| found.part.name).collect::<Vec<_>>();
    assert_eq!(before, after);
}
