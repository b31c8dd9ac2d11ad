//! Feeds written in a test: tables as strings, read as they are or packed as a zip.
use std::collections::BTreeMap;
use std::io::{self, Cursor, Write};
use std::path::{Path, PathBuf};

use alongside::domain::travel::gtfs::report::Report;
use alongside::domain::travel::gtfs::{self, Carry, Opened, Refused, Table, Tables};
use alongside::domain::travel::timetable::Timetable;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A feed of tables by name.
#[derive(Debug, Clone, Default)]
pub struct Feed(pub BTreeMap<Table, Vec<u8>>);

impl Tables for Feed {
    fn open(&mut self, table: Table) -> io::Result<Option<Opened<'_>>> {
        let bytes = self.0.get(&table);
        Ok(bytes.map(|bytes| Opened { bytes: Box::new(bytes.as_slice()), length: bytes.len() as u64 }))
    }
}

impl Feed {
    /// A small feed with nothing odd about it: line 1 from A over B to C, two trips, every day of
    /// 2024; line 2 from C to D.
    pub fn plain() -> Self {
        let mut feed = Self::default();
        feed.set(Table::Agency, "agency_id,agency_name\nX,Example Buses\n");
        feed.set(
            Table::Stops,
            "stop_id,stop_name,stop_lat,stop_lon\n\
             A,Alder,53.90,-4.20\nB,Birch,53.91,-4.20\nC,Cedar,53.92,-4.20\nD,Damson,53.93,-4.20\n",
        );
        feed.set(
            Table::Routes,
            "route_id,agency_id,route_short_name,route_long_name,route_type\n\
             r1,X,1,,3\nr2,X,2,,3\n",
        );
        feed.set(
            Table::Calendar,
            "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n\
             all,1,1,1,1,1,1,1,20240101,20241231\n",
        );
        feed.set(
            Table::Trips,
            "route_id,service_id,trip_id,trip_headsign\nr1,all,t1,Cedar\nr1,all,t2,Cedar\nr2,all,t3,Damson\n",
        );
        feed.set(Table::StopTimes, STOP_TIMES);
        feed.set(Table::Transfers, "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nA,A,2,60\nA,B,2,900\n");
        feed
    }

    /// Puts a table in place of the one that was there.
    pub fn set(&mut self, table: Table, text: &str) {
        let _ = self.0.insert(table, text.as_bytes().to_vec());
    }

    /// The same feed with a table changed.
    pub fn with(mut self, table: Table, text: &str) -> Self {
        self.set(table, text);
        self
    }

    /// The same feed with rows added to a table.
    pub fn and(mut self, table: Table, rows: &str) -> Self {
        self.0.entry(table).or_default().extend(rows.bytes());
        self
    }

    /// The same feed without a table.
    pub fn without(mut self, table: Table) -> Self {
        let _ = self.0.remove(&table);
        self
    }

    /// What reading it gives.
    pub fn read(&mut self) -> Result<(Timetable, Report), Refused> {
        gtfs::read(self, &mut |_| Carry::On)
    }

    /// Writes it as a zip, every table under `folder`.
    pub fn write_zip(&self, path: &Path, folder: &str) {
        let entries = self.0.iter().map(|(table, bytes)| {
            let name = format!("{folder}{}", table.file_name());
            (name, bytes.as_slice())
        });
        std::fs::write(path, zip_of(entries)).expect("a file");
    }
}

pub const STOP_TIMES: &str = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n\
     t1,08:00:00,08:00:00,A,1\nt1,08:10:00,08:11:00,B,2\nt1,08:20:00,08:20:00,C,3\n\
     t2,09:00:00,09:00:00,A,1\nt2,09:10:00,09:11:00,B,2\nt2,09:20:00,09:20:00,C,3\n\
     t3,08:30:00,08:30:00,C,1\nt3,08:40:00,08:40:00,D,2\n";

/// A zip of entries.
pub fn zip_of<'a>(entries: impl IntoIterator<Item = (String, &'a [u8])>) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let packed = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
    for (name, bytes) in entries {
        zip.start_file(name, packed).expect("an entry");
        zip.write_all(bytes).expect("room");
    }
    zip.finish().expect("a zip").into_inner()
}

/// The practice town's timetable, as it is shipped.
pub fn practice() -> Feed {
    let mut feed = Feed::default();
    for table in Table::ALL {
        if let Ok(bytes) = std::fs::read(practice_folder().join("timetable").join(table.file_name())) {
            let _ = feed.0.insert(table, bytes);
        }
    }
    feed
}

pub fn practice_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/practice")
}
