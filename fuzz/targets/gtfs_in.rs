//! A timetable from anywhere: as a zip, or as tables one after the other, each below a line with its name.
#![no_main]
use std::io;
use std::path::PathBuf;
use std::sync::LazyLock;

use alongside::domain::travel::gtfs::{Carry, Opened, Table, Tables, read};
use alongside::store::timetable;
use libfuzzer_sys::fuzz_target;

/// The zip lies in memory where Linux has such a folder.
static ZIP: LazyLock<PathBuf> = LazyLock::new(|| {
    let memory = PathBuf::from("/dev/shm");
    let folder = if memory.is_dir() { memory } else { std::env::temp_dir() };
    folder.join(format!("alongside-gtfs-{}.zip", std::process::id()))
});

/// Tables in one text: `== stops.txt` and the rows of it.
struct OneText<'t>(&'t [u8]);

impl Tables for OneText<'_> {
    fn open(&mut self, table: Table) -> io::Result<Option<Opened<'_>>> {
        let name = format!("== {}\n", table.file_name());
        let find = |text: &[u8], wanted: &[u8]| text.windows(wanted.len()).position(|window| window == wanted);
        let Some(begin) = find(self.0, name.as_bytes()) else { return Ok(None) };
        let rows = &self.0[begin + name.len()..];
        let rows = &rows[..find(rows, b"\n== ").map_or(rows.len(), |end| end + 1)];
        Ok(Some(Opened { bytes: Box::new(rows), length: rows.len() as u64 }))
    }
}

fuzz_target!(|bytes: &[u8]| {
    if bytes.starts_with(b"PK") {
        std::fs::write(&*ZIP, bytes).expect("room");
        let _ = timetable::read(&ZIP, &mut |_| Carry::On);
        let _ = std::fs::remove_file(&*ZIP);
    } else {
        let _ = read(&mut OneText(bytes), &mut |_| Carry::On);
    }
});
