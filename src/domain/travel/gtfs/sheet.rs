//! One table of a feed, row by row: columns by name, limits on size, and a count of bad rows.
use std::io::{self, Read};

use super::report::Oddity;
use super::{Carry, Opened, Progress, ROWS_BETWEEN_NEWS, Reading, Refused, Table};

/// The longest row that is read, in bytes. Memory for one row is all that a table takes.
const LONGEST_ROW: usize = 64 * 1024;

/// The longest field that is read, in bytes.
const LONGEST_FIELD: usize = 4 * 1024;

/// How much is taken from the source at once, in bytes.
const BUFFER: usize = 64 * 1024;

/// A table that is about to be read. Not opened: a table that the feed does not have.
pub(super) struct Source<'a> {
    pub table: Table,
    pub opened: Option<Opened<'a>>,
}

/// The columns that are wanted of a table, in the order in which the rows give them. The first
/// `needed` must be there; the others are blank where they are not.
pub(super) struct Columns<const N: usize> {
    pub needed: usize,
    pub names: [&'static str; N],
}

/// What can be wrong with a row.
pub(super) enum Fault {
    /// It cannot be read. Skipped and counted.
    Bad,
    /// It can be read, but leads nowhere. Skipped, and counted as this; for the limit it is bad too.
    Odd(Oddity),
    /// The whole feed must be refused.
    Feed(Refused),
}

/// Reads all rows of a table, each as its wanted fields with no blanks around them. Gives the number
/// of rows, bad ones and all.
pub(super) fn each_row<const N: usize>(
    source: Source<'_>,
    columns: &Columns<N>,
    ctx: &mut Reading<'_>,
    mut row: impl FnMut([&[u8]; N], &mut Reading<'_>) -> Result<(), Fault>,
) -> Result<u64, Refused> {
    let Some(mut sheet) = Sheet::open(source, columns, ctx)? else {
        return Ok(0);
    };
    let mut record = csv::ByteRecord::new();
    while sheet.next(&mut record, ctx)? {
        let outcome = match sheet.fields(&record) {
            Some(fields) => row(fields, ctx),
            None => Err(Fault::Bad),
        };
        match outcome {
            Ok(()) => {}
            Err(Fault::Bad) => sheet.skip(Oddity::BadRows, ctx),
            Err(Fault::Odd(oddity)) => sheet.skip(oddity, ctx),
            Err(Fault::Feed(refused)) => return Err(refused),
        }
    }
    sheet.finish()
}

struct Sheet<'a, const N: usize> {
    table: Table,
    csv: csv::Reader<Metered<Box<dyn Read + 'a>>>,
    length: u64,
    columns: [Option<usize>; N],
    rows: u64,
    bad: u64,
}

impl<'a, const N: usize> Sheet<'a, N> {
    /// The table, its head read. None where there is no table, or one that need not be read.
    fn open(source: Source<'a>, columns: &Columns<N>, ctx: &mut Reading<'_>) -> Result<Option<Self>, Refused> {
        let Some(Opened { bytes, length }) = source.opened else {
            return Ok(None);
        };
        let mut csv =
            csv::ReaderBuilder::new().flexible(true).buffer_capacity(BUFFER).from_reader(Metered { bytes, taken: 0 });
        let head = csv.byte_headers().map_err(|error| refusal(source.table, &error))?;
        let places = columns.names.map(|name| head.iter().position(|column| column.trim_ascii() == name.as_bytes()));
        let missing = places[..columns.needed].iter().position(Option::is_none);
        match missing.map(|column| columns.names[column]) {
            Some(column) if source.table.is_needed() => Err(Refused::MissingColumn(source.table, column)),
            Some(_) => {
                // A table of no bytes at all is as good as none.
                ctx.notes.add(Oddity::TablesLeftOut, u64::from(!head.is_empty()));
                Ok(None)
            }
            None => Ok(Some(Self { table: source.table, csv, length, columns: places, rows: 0, bad: 0 })),
        }
    }

    /// Reads the next row. False at the end of the table.
    fn next(&mut self, record: &mut csv::ByteRecord, ctx: &mut Reading<'_>) -> Result<bool, Refused> {
        self.csv.get_mut().taken = 0;
        if self.rows.is_multiple_of(ROWS_BETWEEN_NEWS) {
            self.tell(ctx)?;
        }
        let more = self.csv.read_byte_record(record).map_err(|error| refusal(self.table, &error))?;
        self.rows += u64::from(more);
        if self.rows > most_rows(self.table) {
            return Err(Refused::TooBig(self.table));
        }
        Ok(more)
    }

    fn tell(&self, ctx: &mut Reading<'_>) -> Result<(), Refused> {
        let progress =
            Progress { table: self.table, bytes: self.csv.position().byte(), length: self.length, rows: self.rows };
        match (ctx.watch)(progress) {
            Carry::On => Ok(()),
            Carry::Stop => Err(Refused::Stopped),
        }
    }

    /// The wanted fields of a row; none if one of them is too long.
    fn fields<'r>(&self, record: &'r csv::ByteRecord) -> Option<[&'r [u8]; N]> {
        let fields = self.columns.map(|column| {
            let field = column.and_then(|column| record.get(column));
            field.unwrap_or_default().trim_ascii()
        });
        let short_enough = fields.iter().all(|field| field.len() <= LONGEST_FIELD);
        short_enough.then_some(fields)
    }

    fn skip(&mut self, oddity: Oddity, ctx: &mut Reading<'_>) {
        self.bad += 1;
        ctx.notes.count(oddity);
    }

    /// Refuses a needed table of which more than 5 in 100 rows were skipped.
    fn finish(self) -> Result<u64, Refused> {
        if self.table.is_needed() && self.bad * 20 > self.rows {
            return Err(Refused::TooManyBadRows { table: self.table, bad: self.bad, rows: self.rows });
        }
        Ok(self.rows)
    }
}

/// The most rows that are read of a table. All of Great Britain's buses have about 60 million stop
/// times, 2 million trips and 400,000 stops.
fn most_rows(table: Table) -> u64 {
    match table {
        Table::StopTimes => 100_000_000,
        Table::Trips | Table::CalendarDates | Table::Frequencies | Table::Transfers => 16_000_000,
        Table::Agency | Table::Routes | Table::Stops | Table::Calendar => 4_000_000,
    }
}

fn refusal(table: Table, error: &csv::Error) -> Refused {
    match error.kind() {
        csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => Refused::TooBig(table),
        csv::ErrorKind::Io(error) => Refused::Unreadable(table, error.kind()),
        _ => Refused::Unreadable(table, io::ErrorKind::InvalidData),
    }
}

/// Counts what is taken for one row, and fails before a row without an end fills the memory.
struct Metered<R> {
    bytes: R,
    taken: usize,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.bytes.read(into)?;
        self.taken += count;
        if self.taken > LONGEST_ROW + BUFFER {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(count)
    }
}
