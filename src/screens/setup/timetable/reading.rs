//! How far the reading of a timetable is, and the page that shows it.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU8, AtomicU64, Ordering};

use super::Message;
use crate::domain::travel::gtfs::{Carry, Progress, Table};
use crate::screen::Ctx;
use crate::store::timetable::Watcher;
use crate::ui::progress::bar;
use crate::ui::{Body, Button, Page, rows};

/// How far the reading is: written by the thread that reads, looked at by the page.
#[derive(Debug, Default)]
pub struct Reading {
    stopped: AtomicBool,
    /// Which table, as its place in [`Table::ALL`].
    table: AtomicU8,
    bytes: AtomicU64,
    length: AtomicU64,
}

impl Reading {
    /// Writes down how far the reading is, until it is stopped.
    pub fn watcher(self: Arc<Self>) -> Watcher {
        Box::new(move |progress: Progress| {
            let table = Table::ALL.iter().position(|table| *table == progress.table).unwrap_or(0);
            self.table.store(table as u8, Ordering::Relaxed);
            self.bytes.store(progress.bytes, Ordering::Relaxed);
            self.length.store(progress.length, Ordering::Relaxed);
            if self.stopped.load(Ordering::Relaxed) { Carry::Stop } else { Carry::On }
        })
    }

    /// Stops it as soon as may be.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    fn table(&self) -> Table {
        let table = usize::from(self.table.load(Ordering::Relaxed));
        Table::ALL.get(table).copied().unwrap_or(Table::Agency)
    }

    /// How much is done, 0 to 1: about, since the tables have very different lengths.
    fn done(&self) -> f32 {
        let now = self.table();
        let before: f32 = Table::ALL.iter().take_while(|table| **table != now).map(|table| share(*table)).sum();
        let length = self.length.load(Ordering::Relaxed).max(1) as f32;
        let part = (self.bytes.load(Ordering::Relaxed) as f32 / length).min(1.0);
        before + part * share(now)
    }
}

/// How much of the work a table is, of 1: in British feeds nearly all rows are in stop_times.txt.
fn share(table: Table) -> f32 {
    match table {
        Table::StopTimes => 0.80,
        Table::Trips => 0.10,
        Table::Stops => 0.04,
        _ => 0.01,
    }
}

/// What is read now, how far it is, and Cancel.
pub fn page<'a>(ctx: Ctx<'a>, reading: &Reading) -> Page<'a, Message> {
    let words = ctx.phrase(match reading.table() {
        Table::Agency | Table::Routes => "reading-lines",
        Table::Stops => "reading-stops",
        Table::Calendar | Table::CalendarDates => "reading-days",
        Table::Trips | Table::Frequencies => "reading-trips",
        Table::StopTimes => "reading-times",
        Table::Transfers => "reading-links",
    });
    let done = reading.done();
    let body = Body::rows(move |look, width| {
        vec![rows::line(look, "reading-now", &words, width), bar(look, "reading-far", (&words, done), width)]
    });
    let cancel = Button::new("cancel", ctx.phrase("cancel"), Message::Cancel).icon("x");
    Page::new("timetable-reading", ctx.phrase("timetable-reading"), body).action(cancel)
}
