//! A disk without room, one that cannot be written to, and one that is taken away: what is there can still be read.
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;

use alongside::problem::Problem;

use super::simulated::{Asked, Contents, Simulated};
use super::vault::{FIRST_DAY, Saying, Told, begun, first_day, holds, lost, open, session};

/// A whole day, saved.
fn a_day() -> Contents {
    let disk = Simulated::holding(begun());
    first_day(disk.root(), &(Arc::new(disk.clone()) as _), &Told::on(&disk)).expect("nothing goes wrong");
    disk.contents()
}

fn bytes(contents: &Contents) -> usize {
    contents.values().flatten().map(Vec::len).sum()
}

#[test]
fn a_disk_that_fills_up_loses_nothing_and_can_be_read() {
    let needed = bytes(&a_day()) - bytes(&begun());
    let mut saved = Vec::new();
    for percent in [0, 1, 50, 99] {
        let disk = Simulated::holding(begun());
        let told = Told::on(&disk);
        let mut room = needed * percent / 100;
        disk.has_trouble(move |_, asked, _| match asked {
            Asked::Write(bytes) if bytes > room => Some(ErrorKind::StorageFull),
            Asked::Write(bytes) => {
                room -= bytes;
                None
            }
            _ => None,
        });
        let day = first_day(disk.root(), &(Arc::new(disk.clone()) as _), &told);
        assert_eq!(day, Err(Problem::DiskFull), "at {percent} %");
        let told = told.before(usize::MAX);
        saved.push(told.len());
        let aside = |name: &Path| name.parent() == Some(Path::new("aside"));
        assert!(!disk.contents().keys().any(|name| aside(name)), "something was left aside at {percent} %");
        // What is there can be read while the disk is still full.
        let full = Simulated::holding(disk.contents());
        full.has_trouble(|_, asked, _| matches!(asked, Asked::Write(_)).then_some(ErrorKind::StorageFull));
        let store = open(full.root(), Arc::new(full.clone())).expect("it opens");
        assert_eq!(lost(&session(&store).expect("Sam gets in"), &told), [], "at {percent} %");
        assert_eq!(holds(&disk.contents(), &told), Ok(()), "with room again after {percent} %");
    }
    assert!(saved[0] == 0 && saved[2] > 0 && saved[3] > saved[2] && saved[3] < FIRST_DAY.len(), "{saved:?}");
}

#[test]
fn a_disk_that_cannot_be_written_to_can_be_read() {
    for error in [ErrorKind::ReadOnlyFilesystem, ErrorKind::PermissionDenied] {
        let disk = Simulated::holding(a_day());
        disk.has_trouble(move |_, asked, _| (!asked.only_looks()).then_some(error));
        let store = open(disk.root(), Arc::new(disk.clone())).expect("it opens");
        let sam = session(&store).expect("Sam gets in");
        assert_eq!(lost(&sam, &FIRST_DAY), []);
        assert_eq!(Told::on(&disk).save(&sam, Saying::Place(3, 1)), Err(Problem::CannotWrite));
        assert_eq!(sam.record(alongside::domain::debrief::ClipId("new".to_owned())).err(), Some(Problem::CannotWrite));
    }
}

#[test]
fn a_disk_that_is_taken_away_and_put_back_goes_on() {
    let disk = Simulated::holding(a_day());
    let store = open(disk.root(), Arc::new(disk.clone())).expect("it opens");
    let sam = session(&store).expect("Sam gets in");
    let told = Told::on(&disk);
    disk.has_trouble(|_, _, _| Some(ErrorKind::NotFound));
    assert_eq!(told.save(&sam, Saying::Place(3, 1)), Err(Problem::CannotWrite));
    assert_eq!(lost(&sam, &FIRST_DAY), [], "what was read before stays on the screen");
    disk.is_well();
    assert_eq!(told.save(&sam, Saying::Place(3, 2)), Ok(()));
    assert_eq!(holds(&disk.contents(), &[&FIRST_DAY[..], &[Saying::Place(3, 2)]].concat()), Ok(()));
}
