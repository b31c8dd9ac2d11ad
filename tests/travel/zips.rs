//! Zips from anywhere: whatever they hold, a clear answer, little memory, and the old timetable kept.
use std::fs;
use std::path::{Path, PathBuf};

use alongside::domain::travel::gtfs::{Carry, Table};
use alongside::store::timetable::{Failed, import, load};
use tempfile::{TempDir, tempdir};

use super::feed::{Feed, practice, zip_of};
use super::kept::names;

/// A folder with a timetable kept in it, and a place for a zip.
struct Place {
    folder: TempDir,
    zip: PathBuf,
    kept: PathBuf,
}

impl Place {
    fn new() -> Self {
        let folder = tempdir().expect("a folder");
        let zip = folder.path().join("feed.zip");
        let kept = folder.path().join("kept.times");
        practice().write_zip(&zip, "");
        let _ = import(&zip, &kept, &mut |_| Carry::On).expect("a timetable");
        Self { folder, zip, kept }
    }

    /// What comes of these bytes; and that what was kept is as it was.
    fn fails(&self, bytes: &[u8]) -> Failed {
        fs::write(&self.zip, bytes).expect("room");
        let before = fs::read(&self.kept).expect("kept");
        let failed = import(&self.zip, &self.kept, &mut |_| Carry::On).expect_err("a failure");
        assert_eq!(fs::read(&self.kept).expect("kept"), before);
        assert_eq!(names(self.folder.path()), ["feed.zip", "kept.times"]);
        assert!(load(&self.kept).is_ok());
        failed
    }
}

fn check(bytes: &[u8], expected: Failed) {
    assert_eq!(Place::new().fails(bytes), expected);
}

/// The plain feed as a zip, with one table given as bytes.
fn with(table: Table, bytes: &[u8]) -> Vec<u8> {
    let feed = Feed::plain();
    let entries = feed.0.iter().map(|(known, own)| {
        let bytes = if *known == table { bytes } else { own.as_slice() };
        (known.file_name().to_owned(), bytes)
    });
    zip_of(entries)
}

#[test]
fn what_is_no_zip() {
    check(b"", Failed::Empty);
    check(b"stop_id,stop_name\nA,Alder\n", Failed::NotAZip);
    check(b"P", Failed::NotAZip);
    check(b"PK", Failed::Damaged);
    check(&zip_of([]), Failed::Empty);
    check(&[0; 100_000], Failed::NotAZip);
    let place = Place::new();
    let failed = import(place.folder.path(), &place.kept, &mut |_| Carry::On);
    assert_eq!(failed.err(), Some(Failed::CannotRead));
    let failed = import(Path::new("no such file"), &place.kept, &mut |_| Carry::On);
    assert_eq!(failed.err(), Some(Failed::CannotRead));
}

#[test]
fn a_zip_cut_anywhere_fails_clearly() {
    let place = Place::new();
    let whole = with(Table::Agency, b"agency_name\nExample\n");
    for length in (2..whole.len()).step_by(37) {
        assert_eq!(place.fails(&whole[..length]), Failed::Damaged, "{length} bytes");
    }
}

#[test]
fn a_zip_with_any_byte_changed_reads_as_before_or_fails() {
    let place = Place::new();
    let whole = with(Table::Agency, b"agency_name\nExample\n");
    fs::write(&place.zip, &whole).expect("room");
    let good = import(&place.zip, &place.kept, &mut |_| Carry::On).expect("a timetable");
    for byte in 0..whole.len() {
        let mut changed = whole.clone();
        changed[byte] ^= 0x55;
        fs::write(&place.zip, &changed).expect("room");
        if let Ok((timetable, _)) = import(&place.zip, &place.kept, &mut |_| Carry::On) {
            // An optional table may have lost its name; nothing that is read may be wrong.
            assert!(timetable.is_sound());
            assert_eq!(timetable.trip_count(), good.0.trip_count(), "byte {byte}");
        }
    }
}

#[test]
fn a_locked_zip() {
    let mut bytes = with(Table::Agency, b"agency_name\nExample\n");
    // Sets the flag for a locked entry in every head: PK 1 2 in the list, PK 3 4 before the entry.
    for place in 0..bytes.len() - 10 {
        match bytes[place..place + 4] {
            [b'P', b'K', 1, 2] => bytes[place + 8] |= 1,
            [b'P', b'K', 3, 4] => bytes[place + 6] |= 1,
            _ => {}
        }
    }
    check(&bytes, Failed::Encrypted);
}

#[test]
fn bombs_are_stopped() {
    // 64 MB of nothing pack into 64 kB: a thousand to one.
    let mut table = b"trip_id,arrival_time,departure_time,stop_id,stop_sequence\n".to_vec();
    table.resize(64 * 1024 * 1024, b'\n');
    check(&with(Table::StopTimes, &table), Failed::TooBig);
    // A field without an end.
    table.truncate(58);
    table.push(b'"');
    table.resize(8 * 1024 * 1024, b'x');
    check(&with(Table::StopTimes, &table), Failed::TooBig);
}

#[test]
fn fields_that_are_too_long_are_bad_rows() {
    let long = "x".repeat(5_000);
    let stops = format!("stop_id,stop_name,stop_lat,stop_lon\nA,{long},53.9,-4.2\n");
    let expected = Failed::Broken { table: Table::Stops, bad: 1, rows: 1 };
    check(&with(Table::Stops, stops.as_bytes()), expected);
}

#[test]
fn rows_that_make_no_sense() {
    let rows = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n\
        t1,morning,later,A,first\nt1,\u{0},\u{1},B,-2\n,,,,\n";
    let expected = Failed::Broken { table: Table::StopTimes, bad: 3, rows: 3 };
    check(&with(Table::StopTimes, rows.as_bytes()), expected);
    let noise: Vec<u8> = (0..200_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    assert!(matches!(
        Place::new().fails(&with(Table::StopTimes, &noise)),
        Failed::MissingColumn(Table::StopTimes, _) | Failed::Broken { .. }
    ));
}

#[test]
fn tables_that_are_missing() {
    let zip = |feed: Feed| {
        let entries: Vec<_> =
            feed.0.iter().map(|(table, bytes)| (table.file_name().to_owned(), bytes.clone())).collect();
        zip_of(entries.iter().map(|(name, bytes)| (name.clone(), bytes.as_slice())))
    };
    let without = |table| zip(Feed::plain().without(table));
    check(&without(Table::Stops), Failed::MissingTable(Table::Stops));
    check(&without(Table::Calendar), Failed::MissingTable(Table::Calendar));
    check(
        &zip(Feed::plain().with(Table::Trips, "route_id,trip_id\n")),
        Failed::MissingColumn(Table::Trips, "service_id"),
    );
    check(
        &zip(Feed::plain().with(
            Table::Calendar,
            "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n",
        )),
        Failed::NoTrips,
    );
}

#[test]
fn thousands_of_files() {
    let feed = Feed::plain();
    let others = (0..5_000).map(|number| (format!("more/{number}.txt"), &b"x"[..]));
    let tables = feed.0.iter().map(|(table, bytes)| (table.file_name().to_owned(), bytes.as_slice()));
    let place = Place::new();
    fs::write(&place.zip, zip_of(others.chain(tables))).expect("room");
    assert!(import(&place.zip, &place.kept, &mut |_| Carry::On).is_ok());
    let long = "x".repeat(200);
    let many = (0..20_000).map(|number| (format!("{long}{number}.txt"), &b""[..]));
    assert_eq!(place.fails(&zip_of(many)), Failed::TooBig);
}

#[test]
fn a_feed_in_one_folder_is_found_and_paths_are_not_followed() {
    let place = Place::new();
    let read = |folder: &str| {
        Feed::plain().write_zip(&place.zip, folder);
        import(&place.zip, &place.kept, &mut |_| Carry::On)
    };
    let plain = read("").expect("a timetable");
    assert_eq!(read("gtfs/").expect("a timetable"), plain);
    let missing = Err(Failed::MissingTable(Table::Routes));
    assert_eq!(read("one/two/"), missing);
    assert_eq!(read("../../"), missing);
    assert_eq!(read("__MACOSX/"), missing);
}

#[test]
fn reading_can_be_stopped() {
    let place = Place::new();
    let before = fs::read(&place.kept).expect("kept");
    let stopped = import(&place.zip, &place.kept, &mut |progress| match progress.table {
        Table::StopTimes => Carry::Stop,
        _ => Carry::On,
    });
    assert_eq!(stopped.err(), Some(Failed::Cancelled));
    assert_eq!(fs::read(&place.kept).expect("kept"), before);
}
