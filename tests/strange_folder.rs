//! Files are lost, swapped or added in the folder by other hands: nothing saved is hidden, and nothing stops the app.
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use alongside::devices::pretend::Pretend;
use alongside::problem::Problem;
use alongside::store::Store;
use alongside::store::disk::RealDisk;

/// Opens the folder and begins the practice day in it, where there is none.
fn open(folder: &Path) -> Result<(), Problem> {
    let devices = Pretend::without_keyring().devices();
    let open = || Store::open(folder, Arc::new(RealDisk), &devices);
    // What was open before may need a moment to end.
    let waited = (0..100).find_map(|_| match open() {
        Err(Problem::AlreadyOpen) => {
            std::thread::sleep(Duration::from_millis(20));
            None
        }
        opened => Some(opened),
    });
    let store = waited.unwrap_or(Err(Problem::AlreadyOpen))?;
    store.begin_practice()
}

/// The only thing in a folder.
fn only(folder: &Path) -> PathBuf {
    let all: Vec<_> = fs::read_dir(folder).expect("it is there").flatten().map(|entry| entry.path()).collect();
    assert_eq!(all.len(), 1, "{all:?}");
    all[0].clone()
}

#[test]
fn without_its_keys_a_folder_is_not_begun_anew() {
    let temporary = tempfile::tempdir().expect("a folder");
    let (folder, other) = (temporary.path().join("one"), temporary.path().join("other"));
    open(&folder).expect("it opens");
    open(&other).expect("it opens");
    let (keys, own) = (folder.join("device.ron"), fs::read(folder.join("device.ron")).expect("they are there"));
    fs::remove_file(&keys).expect("they are there");
    assert_eq!(open(&folder), Err(Problem::CannotRead), "no keys");
    assert!(!keys.exists());
    let _ = fs::copy(other.join("device.ron"), &keys).expect("there is room");
    assert_eq!(open(&folder), Err(Problem::NoKey), "another computer");
    for slot in fs::read_dir(other.join("slots")).expect("it is there").flatten() {
        let _ = fs::copy(slot.path(), folder.join("slots").join(slot.file_name())).expect("there is room");
    }
    assert_eq!(open(&folder), Err(Problem::CannotRead), "keys of another vault");
    let _ = only(&folder.join("v1"));
    // The right keys open it again.
    fs::write(&keys, own).expect("there is room");
    assert_eq!(open(&folder), Ok(()));
}

#[test]
fn files_of_other_programs_among_the_folders_do_no_harm() {
    let temporary = tempfile::tempdir().expect("a folder");
    let folder = temporary.path();
    open(folder).expect("it opens");
    let devices = only(&folder.join("v1")).join("dev");
    let device = only(&devices);
    let month = only(&device);
    for place in [&devices, &device, &month, &folder.join("recordings")] {
        fs::write(place.join("desktop.ini"), "").expect("there is room");
    }
    assert_eq!(open(folder), Ok(()));
}

#[test]
fn a_broken_file_keeps_nobody_out_and_is_told() {
    let computer = crate::person::Computer::new();
    drop(computer.store());
    let month = only(&only(&only(&computer.folder.join("v1")).join("dev")));
    let files = fs::read_dir(month).expect("it is there").flatten().map(|entry| entry.path());
    let mut files: Vec<_> = files.filter(|file| file.extension().is_some_and(|end| end == "rev")).collect();
    files.sort();
    // One of the places: not the team, which comes last.
    fs::write(&files[0], b"broken").expect("room");
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.sees("Some work here is broken. Please ask for help.");
    sam.keeps_a_picture("damaged");
    sam.presses("OK");
    sam.does_not_see("Some work here is broken.");
}
