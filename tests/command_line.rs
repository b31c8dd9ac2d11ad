//! The program as it is started from a command line: what it says, and how it ends.
use std::collections::HashSet;
use std::io::Write as _;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use alongside::devices::pretend::Pretend;
use alongside::domain::way_in::Way;
use alongside::problem::Problem;
use alongside::store::Store;
use alongside::store::backup::{self, Side};
use alongside::store::disk::RealDisk;

use crate::person::Computer;

fn start(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_alongside"))
        .args(args)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .expect("it starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&output.stdout[..], &output.stderr[..]].concat()).into_owned()
}

#[test]
fn help_and_version_are_plain_words() {
    let help = start(&["--help"]);
    assert!(help.status.success());
    assert!(said(&help).contains("alongside tour FOLDER"), "{}", said(&help));
    let version = start(&["--version"]);
    assert_eq!(said(&version).trim(), format!("Alongside {}", env!("CARGO_PKG_VERSION")));
}

#[test]
fn what_makes_no_sense_is_named() {
    let output = start(&["--fast"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("I do not understand \"--fast\"."), "{}", said(&output));
}

#[test]
fn without_a_screen_it_says_what_can_be_done() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = start(&["--data", &folder.path().to_string_lossy()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("There is no screen here"), "{}", said(&output));
    assert_eq!(std::fs::read_dir(folder.path()).expect("it is there").count(), 0, "nothing was written");
}

#[test]
fn a_folder_that_is_open_is_not_opened_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let devices = Pretend::default().devices();
    let first = Store::open(folder.path(), Arc::new(RealDisk), &devices).expect("it opens");
    let second = Store::open(folder.path(), Arc::new(RealDisk), &devices);
    assert_eq!(second.err(), Some(Problem::AlreadyOpen));
    drop(first);
}

#[test]
#[cfg(unix)]
fn a_tour_into_a_place_that_cannot_be_written_to_says_so() {
    let output = start(&["tour", "/dev/null/tour"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("I cannot write to that folder"), "{}", said(&output));
}

#[test]
fn a_copy_is_brought_back_once() {
    let computer = Computer::new();
    drop(computer.store());
    let (old, sheet) = {
        let store = computer.store();
        let team = store.hall().expect("it opens").team();
        let dee = team.people.iter().find(|person| person.name == "Dee").expect("Dee is there");
        let dee = store.session(dee, &team).expect("Dee comes in");
        (dee.make_sheet(&team).expect("there is room"), dee.make_sheet(&team).expect("there is room"))
    };
    let stick = tempfile::tempdir().expect("a folder");
    let copied = stick.path().join(backup::FOLDER).join("vault");
    let sides = (Side { disk: &RealDisk, root: &computer.folder }, Side { disk: &RealDisk, root: &copied });
    let made =
        backup::copy(sides.0, sides.1, (jiff::civil::date(2026, 3, 3).at(9, 0, 0, 0), &HashSet::new()), &mut |_| true);
    let made = made.expect("there is room");
    let data = tempfile::tempdir().expect("a folder");
    let restore_with = |from: &std::path::Path, typed: &str| {
        let mut child = Command::new(env!("CARGO_BIN_EXE_alongside"))
            .arg("restore")
            .arg(from)
            .arg("--data")
            .arg(data.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let _ = child.stdin.take().expect("it listens").write_all(typed.as_bytes());
        child.wait_with_output().expect("it ends")
    };
    let restore = |from: &std::path::Path| restore_with(from, "");
    let nothing = restore(data.path());
    assert_eq!(nothing.status.code(), Some(1));
    assert!(said(&nothing).contains("There is no copy there."), "{}", said(&nothing));
    // Without the key it is there, and waits.
    let back = restore(stick.path());
    assert_eq!(back.status.code(), Some(1));
    assert!(said(&back).contains(&format!("All {} parts of the copy are back.", made.good)), "{}", said(&back));
    assert!(said(&back).contains("That is not a whole spare key."), "{}", said(&back));
    let wrong = restore_with(stick.path(), &old);
    assert!(said(&wrong).contains("That is not the newest spare key."), "{}", said(&wrong));
    let right = restore_with(stick.path(), &sheet);
    assert!(right.status.success(), "{}", said(&right));
    let again = restore(stick.path());
    assert!(said(&again).contains("There is some work here already."), "{}", said(&again));
    // Everybody is at the door, and what they told is there.
    let devices = Pretend::without_keyring().devices();
    let store = Store::open(&data.path().join("practice-day"), Arc::new(RealDisk), &devices).expect("it opens");
    let team = store.hall().expect("it opens").team();
    assert_eq!(team.people.len(), 6);
    for person in &team.people {
        assert_eq!(store.way_of(&person.id), Way::Helper);
        let session = store.recover(person, &sheet.clone().into(), &team).expect("the sheet opens it");
        assert!(session.preferences(&person.id) == alongside::domain::preferences::Preferences::default());
    }
    let ali = team.people.iter().find(|person| person.name == "Ali").expect("Ali is there");
    let ali = store.recover(ali, &sheet.clone().into(), &team).expect("the sheet opens it");
    assert_eq!(ali.visits().len(), 1, "what Ali told before");
}

#[test]
fn a_copy_that_was_half_brought_back_is_brought_whole() {
    let computer = Computer::new();
    drop(computer.store());
    let stick = tempfile::tempdir().expect("a folder");
    let copied = stick.path().join(backup::FOLDER).join("vault");
    let sides = (Side { disk: &RealDisk, root: &computer.folder }, Side { disk: &RealDisk, root: &copied });
    let now = jiff::civil::date(2026, 3, 3).at(9, 0, 0, 0);
    let made =
        backup::copy(sides.0, sides.1, (now, &std::collections::HashSet::new()), &mut |_| true).expect("there is room");
    let data = tempfile::tempdir().expect("a folder");
    let _ = backup::restore(stick.path(), data.path()).expect("there is room");
    let files = || alongside::store::disk::files_below(&RealDisk, &data.path().join("v1")).expect("it is there");
    // The power goes before the last half of it.
    for file in files().iter().skip(made.good as usize / 2) {
        std::fs::remove_file(file).expect("it is there");
    }
    let outcome = backup::go_on(stick.path(), data.path()).expect("there is room");
    assert_eq!(outcome.map(|outcome| (outcome.good, outcome.bad)), Some((made.good, 0)));
    assert_eq!(files().len() as u64, made.good);
    assert_eq!(backup::go_on(data.path(), data.path()), Ok(None), "no stick is there");
}
