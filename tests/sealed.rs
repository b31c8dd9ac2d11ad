//! What is on the disk tells nothing to who has no key, and the `age` program can open it for who has.
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::journeys::trouble::voice;
use crate::person::Computer;

/// Words that were typed, and signs of plain sound and plain documents.
const MARKERS: &[&str] =
    &["zanzibar", "OggS", "OpusHead", "We talked", "b4-talked", "talked", "Mill Road", "schema", "sections"];

pub fn files(folder: &Path) -> Vec<PathBuf> {
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
    // The timetable that everyone has.
    if name.ends_with(".times") {
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
    let store = computer.store();
    let team = store.hall().expect("the folder opens").team();
    for person in &team.people {
        store.session(person, &team).expect("they come in").remember();
    }
    let all = files(&computer.folder);
    assert!(all.len() > 20, "{} files", all.len());
    let indexes = files(&computer.folder.join("index"));
    assert!(indexes.len() >= team.people.len(), "{indexes:?}: what is remembered is looked at too");
    for file in all {
        scan(&file);
    }
}

fn ends(file: &Path, with: &str) -> bool {
    file.extension().is_some_and(|end| end == with)
}

fn text(file: &Path) -> String {
    String::from_utf8_lossy(&fs::read(file).expect("it is there")).into_owned()
}

/// Everything in hexadecimal that is long enough to be an age file.
fn hidden(papers: &str) -> Vec<Vec<u8>> {
    let words = papers.split(|letter: char| !letter.is_ascii_hexdigit());
    words.filter(|word| word.len() > 200).filter_map(|word| hex::decode(word).ok()).collect()
}

/// What the `age` program makes of it.
fn age(identity: &Path, sealed: &[u8]) -> Option<String> {
    let file = identity.with_extension("age");
    fs::write(&file, sealed).expect("room");
    let out = Command::new("age").arg("-d").arg("-i").arg(identity).arg(&file).output().expect("age runs");
    out.status.success().then(|| String::from_utf8_lossy(&out.stdout).into_owned())
}

#[test]
fn the_age_program_opens_what_was_saved() {
    if Command::new("age").arg("--version").output().is_err() {
        return crate::travel::said("skipped: the program `age` is not there");
    }
    let computer = a_day();
    // With nothing but the recovery sheet: first the people, then the keys of the spaces, then the documents.
    let sheet = {
        let store = computer.store();
        let team = store.hall().expect("the folder opens").team();
        let dee = team.people.iter().find(|person| person.name == "Dee").expect("Dee is there");
        store.session(dee, &team).expect("Dee comes in").make_sheet(&team).expect("there is room")
    };
    let identity = computer.folder.with_file_name("identities");
    fs::write(&identity, sheet).expect("room");
    let papers: String =
        files(&computer.folder).iter().filter(|file| ends(file, "key")).map(|file| text(file)).collect();
    for _ in 0..2 {
        let found: Vec<_> = hidden(&papers).iter().filter_map(|sealed| age(&identity, sealed)).collect();
        let keys = found.iter().flat_map(|text| text.split('"').filter(|word| word.starts_with("AGE-SECRET-KEY-")));
        let keys: std::collections::BTreeSet<_> =
            keys.chain(found.iter().map(String::as_str).filter(|text| text.starts_with("AGE-SECRET-KEY-"))).collect();
        assert!(keys.len() > 3, "{} keys", keys.len());
        let keys: String = keys.into_iter().map(|key| format!("{key}\n")).collect();
        fs::write(&identity, keys).expect("room");
    }
    let mut opened = String::new();
    for file in files(&computer.folder).iter().filter(|file| ends(file, "rev")) {
        let text = age(&identity, &fs::read(file).expect("it is there"));
        opened.push_str(&text.unwrap_or_else(|| panic!("{} stays closed", file.display())));
    }
    assert!(opened.contains("zanzibar"), "the typed words are in one of the documents");
}
