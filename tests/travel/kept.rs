//! The file in which a timetable is kept: comes back equal, and no damage goes unnoticed.
use std::fs;
use std::path::Path;

use alongside::domain::travel::gtfs::Carry;
use alongside::store::timetable::{Failed, Unusable, import, load, may_be_used, save};
use tempfile::tempdir;

use super::feed::{Feed, practice};

#[test]
fn what_is_kept_comes_back_equal() {
    let folder = tempdir().expect("a folder");
    let kept = folder.path().join("town.times");
    let read = practice().read().expect("a timetable");
    save(&kept, &read).expect("room");
    assert_eq!(load(&kept).expect("a timetable"), read);
    assert_eq!(names(folder.path()), ["town.times"]);
}

#[test]
fn every_cut_and_every_changed_byte_is_noticed() {
    let folder = tempdir().expect("a folder");
    let kept = folder.path().join("town.times");
    save(&kept, &Feed::plain().read().expect("a timetable")).expect("room");
    let bytes = fs::read(&kept).expect("bytes");
    for length in 0..bytes.len() {
        fs::write(&kept, &bytes[..length]).expect("room");
        assert!(load(&kept).is_err(), "cut to {length} bytes");
    }
    let mut longer = bytes.clone();
    longer.push(0);
    fs::write(&kept, &longer).expect("room");
    assert_eq!(load(&kept).err(), Some(Unusable::Damaged));
    for place in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[place] ^= 1 << (place % 8);
        fs::write(&kept, &changed).expect("room");
        let why = load(&kept).expect_err("noticed");
        let expected = match place {
            0..8 => Unusable::NotATimetable,
            8..12 => why,
            _ => Unusable::Damaged,
        };
        assert_eq!(why, expected, "byte {place}");
    }
}

#[test]
fn what_cannot_be_used_is_told_apart() {
    let folder = tempdir().expect("a folder");
    let (kept, zip) = (folder.path().join("a.times"), folder.path().join("a.zip"));
    Feed::plain().write_zip(&zip, "");
    assert_eq!(load(&kept).err(), Some(Unusable::Missing));
    assert!(!may_be_used(&kept));
    let first = import(&zip, &kept, &mut |_| Carry::On).expect("a timetable");
    assert!(may_be_used(&kept));
    assert_eq!(load(&kept).expect("kept"), first);
    let bytes = fs::read(&kept).expect("kept");
    let check = |place: usize, byte: u8, expected: Unusable| {
        let mut changed = bytes.clone();
        changed[place] = byte;
        fs::write(&kept, &changed).expect("room");
        assert_eq!(load(&kept).err(), Some(expected));
        // Damage is seen only when the file is read.
        assert_eq!(may_be_used(&kept), expected == Unusable::Damaged);
    };
    check(0, b'x', Unusable::NotATimetable);
    check(8, 99, Unusable::OtherVersion(99));
    check(30, !bytes[30], Unusable::Damaged);
}

#[test]
fn a_folder_that_cannot_be_written_to_is_told() {
    let folder = tempdir().expect("a folder");
    let zip = folder.path().join("a.zip");
    Feed::plain().write_zip(&zip, "");
    let nowhere = folder.path().join("no such folder").join("a.times");
    let failed = import(&zip, &nowhere, &mut |_| Carry::On).expect_err("no folder");
    assert_eq!(failed, Failed::CannotWrite);
}

pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<_> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
