//! A very large timetable, made by repeating a real one: in space, and in time.
//!
//! Each copy of the region lies beside the last, shifted by more than its own width, with stops, lines and trips of
//! its own. Within a copy each trip runs several times, some minutes apart, so that rows and stops grow as they do
//! from a region to a country. Copies are joined by a footpath
//! of ten minutes between two busy stops that have no other footpath: some planners walk along several footpaths in a row,
//! and others do not.
use std::collections::{HashMap, HashSet};
use std::error::Error;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

use csv::StringRecord;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// How often a region is repeated.
#[derive(Debug, Clone, Copy)]
pub struct Repeated {
    /// Copies side by side.
    pub in_space: usize,
    /// Runs of each trip, [`APART`] minutes apart.
    pub in_time: usize,
}

/// Minutes between two runs of the same trip.
const APART: u32 = 7;
/// Degrees of longitude from one copy to the next, and of latitude from one row of copies to the next.
const SHIFT: (f64, f64) = (0.9, 0.5);
/// Copies in one row.
const IN_ROW: usize = 20;
/// The seconds of the footpath between two copies.
const BETWEEN: &str = "600";

/// A table of the region.
struct Table {
    columns: StringRecord,
    rows: Vec<StringRecord>,
}

impl Table {
    fn read(zip: &mut ZipArchive<File>, name: &str) -> Result<Self, Box<dyn Error>> {
        let mut text = Vec::new();
        let _ = zip.by_name(name)?.read_to_end(&mut text)?;
        let mut reader = csv::Reader::from_reader(text.as_slice());
        let columns = reader.headers()?.clone();
        Ok(Self { columns, rows: reader.records().collect::<Result<_, _>>()? })
    }

    fn column(&self, name: &str) -> Result<usize, Box<dyn Error>> {
        Ok(self.columns.iter().position(|column| column == name).ok_or("a column is missing")?)
    }
}

/// The name of something in a copy.
pub fn named(copy: usize, id: &str) -> String {
    if copy == 0 { id.to_owned() } else { format!("{copy}~{id}") }
}

/// Writes the repeated timetable, and gives the number of rows of its stop_times.txt.
pub fn repeat(base: &Path, into: &Path, how: Repeated) -> Result<usize, Box<dyn Error>> {
    let mut zip = ZipArchive::new(File::open(base)?)?;
    let mut out = ZipWriter::new(File::create(into)?);
    let fast = SimpleFileOptions::default().compression_level(Some(1)).large_file(true);
    for name in ["agency.txt", "calendar.txt", "calendar_dates.txt"] {
        let mut bytes = Vec::new();
        let _ = zip.by_name(name)?.read_to_end(&mut bytes)?;
        out.start_file(name, fast)?;
        out.write_all(&bytes)?;
    }
    let times = Table::read(&mut zip, "stop_times.txt")?;
    let transfers = Table::read(&mut zip, "transfers.txt")?;
    let [out_of, into_next] = busy_stops(&times, &transfers)?;
    let mut write = |name: &str, table: &Table, runs: usize, each: Each<'_>| -> Result<usize, Box<dyn Error>> {
        out.start_file(name, fast)?;
        let mut writer = csv::Writer::from_writer(std::io::BufWriter::with_capacity(1 << 20, &mut out));
        writer.write_record(&table.columns)?;
        let mut count = 0;
        for copy in 0..how.in_space {
            for run in 0..runs {
                for row in &table.rows {
                    writer.write_record(&each(copy, run, row)?)?;
                    count += 1;
                }
            }
            if name == "transfers.txt" && copy > 0 {
                let (one, other) = (named(copy - 1, &out_of), named(copy, &into_next));
                for (from, to) in [(&one, &other), (&other, &one)] {
                    let path = |column: &str| match column {
                        "from_stop_id" => from.clone(),
                        "to_stop_id" => to.clone(),
                        "transfer_type" => "2".to_owned(),
                        _ => BETWEEN.to_owned(),
                    };
                    writer.write_record(table.columns.iter().map(path))?;
                }
            }
        }
        writer.flush()?;
        Ok(count)
    };
    let of_copy = |columns: Vec<usize>| {
        move |copy: usize, _: usize, row: &StringRecord| -> Result<StringRecord, Box<dyn Error>> {
            let field = |(place, field): (usize, &str)| {
                if columns.contains(&place) { named(copy, field) } else { field.to_owned() }
            };
            Ok(row.iter().enumerate().map(field).collect())
        }
    };
    let stops = Table::read(&mut zip, "stops.txt")?;
    let (id, name) = (stops.column("stop_id")?, stops.column("stop_name")?);
    let (latitude, longitude) = (stops.column("stop_lat")?, stops.column("stop_lon")?);
    let _ = write("stops.txt", &stops, 1, &|copy, _, row| {
        let (north, east) = ((copy / IN_ROW) as f64 * SHIFT.1, (copy % IN_ROW) as f64 * SHIFT.0);
        let field = |(place, field): (usize, &str)| match place {
            place if place == id || place == name => named(copy, field),
            place if place == latitude => shifted(field, north),
            place if place == longitude => shifted(field, east),
            _ => field.to_owned(),
        };
        Ok(row.iter().enumerate().map(field).collect())
    })?;
    let routes = Table::read(&mut zip, "routes.txt")?;
    let _ = write("routes.txt", &routes, 1, &of_copy(vec![routes.column("route_id")?]))?;
    let ends = vec![transfers.column("from_stop_id")?, transfers.column("to_stop_id")?];
    let _ = write("transfers.txt", &transfers, 1, &of_copy(ends))?;
    let trips = Table::read(&mut zip, "trips.txt")?;
    let (route, trip) = (trips.column("route_id")?, trips.column("trip_id")?);
    let _ = write("trips.txt", &trips, how.in_time, &|copy, run, row| {
        let field = |(place, field): (usize, &str)| match place {
            place if place == route => named(copy, field),
            place if place == trip => format!("{}/{run}", named(copy, field)),
            _ => field.to_owned(),
        };
        Ok(row.iter().enumerate().map(field).collect())
    })?;
    let (trip, stop) = (times.column("trip_id")?, times.column("stop_id")?);
    let clocks = [times.column("arrival_time")?, times.column("departure_time")?];
    let rows = write("stop_times.txt", &times, how.in_time, &|copy, run, row| {
        let field = |(place, field): (usize, &str)| match place {
            place if place == trip => format!("{}/{run}", named(copy, field)),
            place if place == stop => named(copy, field),
            place if clocks.contains(&place) => later(field, run as u32 * APART),
            _ => field.to_owned(),
        };
        Ok(row.iter().enumerate().map(field).collect())
    })?;
    let _ = out.finish()?;
    Ok(rows)
}

/// What becomes of a row in a copy and a run.
type Each<'e> = &'e dyn Fn(usize, usize, &StringRecord) -> Result<StringRecord, Box<dyn Error>>;

/// The two busiest of the stops that have no footpath to another.
fn busy_stops(times: &Table, transfers: &Table) -> Result<[String; 2], Box<dyn Error>> {
    let (from, to) = (transfers.column("from_stop_id")?, transfers.column("to_stop_id")?);
    let linked = transfers.rows.iter().filter(|row| row.get(from) != row.get(to));
    let linked: HashSet<_> = linked.flat_map(|row| [row.get(from), row.get(to)]).flatten().collect();
    let stop = times.column("stop_id")?;
    let mut calls: HashMap<&str, usize> = HashMap::new();
    for row in &times.rows {
        *calls.entry(row.get(stop).unwrap_or_default()).or_default() += 1;
    }
    let mut busy: Vec<_> = calls.into_iter().filter(|(stop, _)| !linked.contains(stop)).collect();
    busy.sort_unstable_by_key(|(stop, calls)| (std::cmp::Reverse(*calls), *stop));
    let [(one, _), (other, _), ..] = busy[..] else { return Err("no stop stands by itself".into()) };
    Ok([one.to_owned(), other.to_owned()])
}

fn shifted(degrees: &str, by: f64) -> String {
    degrees.parse::<f64>().map_or_else(|_| degrees.to_owned(), |degrees| format!("{:.6}", degrees + by))
}

fn later(clock: &str, minutes: u32) -> String {
    let parts: Vec<u32> = clock.split(':').filter_map(|part| part.parse().ok()).collect();
    let [hours, minute, seconds] = parts[..] else { return clock.to_owned() };
    let all = hours * 60 + minute + minutes;
    format!("{:02}:{:02}:{seconds:02}", all / 60, all % 60)
}
