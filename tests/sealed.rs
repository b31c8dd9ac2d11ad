//! What is on the disk tells nothing to who has no key, and the `age` program can open it for who has.
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::journeys::trouble::voice;
use crate::person::Computer;

/// Words that were typed, and signs of plain sound and plain documents.
const MARKERS: &[&str] =
    &["zanzibar", "OggS", "OpusHead", "We talked", "b4-talked", "talked", "Mill Road", "schema", "sections"];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { all.extend(files(&path)) } else { all.push(path) }
    }
    all
}

/// Sam tells a story with letters, tiles, typed words and a voice, and stops in the middle of a recording.
fn a_day() -> Computer {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    sam.presses("Use both");
    sam.presses("Next");
    sam.presses("I am safe");
    sam.presses("Next");
    sam.presses("Good");
    sam.presses("Next");
    sam.presses("One person");
    sam.presses("Next");
    sam.types_in("First letters", "QX");
    sam.presses("Next");
    sam.presses("Today");
    sam.presses("Next");
    sam.presses("We talked");
    sam.presses("Use my voice");
    sam.presses("OK, I know");
    sam.presses("I want to type");
    sam.types_in("Your words", "zanzibar");
    sam.presses("Done");
    sam.presses("Next");
    sam.presses("Use my voice");
    if sam.can_press("OK, I know") {
        sam.presses("OK, I know");
    }
    sam.presses("Start");
    computer.devices.speak_into_microphone(voice(3));
    while !computer.devices.has_heard_all() {
        sam.window.settle();
    }
    // The recording still goes on.
    for file in files(&computer.folder) {
        scan(&file);
    }
    drop(sam);
    computer
}

fn scan(file: &Path) {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    // The keys, and the timetable that everyone has.
    if name == "keys.ron" || name.ends_with(".times") {
        return;
    }
    let bytes = fs::read(file).unwrap_or_default();
    for marker in MARKERS {
        let found = bytes.windows(marker.len()).any(|window| window == marker.as_bytes());
        assert!(!found, "{marker:?} stands in {}", file.display());
    }
}

#[test]
fn nothing_plain_is_on_the_disk() {
    let computer = a_day();
    let all = files(&computer.folder);
    assert!(all.len() > 20, "{} files", all.len());
    for file in all {
        scan(&file);
    }
}

#[test]
fn the_age_program_opens_what_was_saved() {
    if Command::new("age").arg("--version").output().is_err() {
        return crate::travel::said("skipped: the program `age` is not there");
    }
    let computer = a_day();
    let keys = fs::read_to_string(computer.folder.join("keys.ron")).expect("it is there");
    let identities: String =
        keys.split('"').filter(|word| word.starts_with("AGE-SECRET-KEY-")).map(|key| format!("{key}\n")).collect();
    let identity = computer.folder.with_file_name("identities");
    fs::write(&identity, identities).expect("room");
    let mut opened = String::new();
    for file in files(&computer.folder).iter().filter(|file| file.extension().is_some_and(|end| end == "rev")) {
        let out = Command::new("age").arg("-d").arg("-i").arg(&identity).arg(file).output().expect("age runs");
        assert!(out.status.success(), "{}: {}", file.display(), String::from_utf8_lossy(&out.stderr));
        opened.push_str(&String::from_utf8_lossy(&out.stdout));
    }
    assert!(opened.contains("zanzibar"), "the typed words are in one of the documents");
}
