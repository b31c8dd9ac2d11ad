//! The practice day: a made-up town and its people, from `assets/practice`.
use std::io;

use include_dir::{Dir, include_dir};
use jiff::civil::Date;

use super::timetable::Failed;
use super::{Store, locked};
use crate::domain::backup::Backup;
use crate::domain::person::{Role, Team};
use crate::domain::place::Place;
use crate::domain::record::Record;
use crate::domain::travel::gtfs::{Opened, Table, Tables};
use crate::domain::way_in::Chosen;
use crate::problem::Problem;

static PRACTICE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/practice");

impl Store {
    /// Puts the practice day into a folder that is still empty. A folder that is in use is left alone.
    ///
    /// # Errors
    /// What went wrong with the folder.
    pub fn begin_practice(&self) -> Result<(), Problem> {
        self.begin_timetable(&mut Feed).map_err(|failed| match failed {
            Failed::NoRoom => Problem::DiskFull,
            _ => Problem::CannotWrite,
        })?;
        // Another team's work lies here, and this computer waits to be let in to it.
        if self.pair().is_some() {
            return Ok(());
        }
        let hall = self.hall()?;
        if !hall.team().people.is_empty() {
            return Ok(());
        }
        let today = self.inner.clock.now().date();
        let day = read_day(today).ok_or(Problem::CannotRead)?;
        let (team, mut records) = day;
        if !self.is_founded() {
            self.found(&team)?;
        }
        // From today on a first copy is awaited.
        records.push(Record::Backup(Backup { at: self.inner.clock.now(), by: None, files: 0 }));
        let mut senior = None;
        // Each document is written by a person who may write it.
        for person in &team.people {
            let may_write = |record: &mut Record| locked(&self.inner.keys).may_write(Some(&person.id), record);
            let theirs: Vec<_> = records.extract_if(.., may_write).collect();
            let identity = self.identity(person, &Chosen::Nothing).map_err(|_| Problem::CannotRead)?;
            let mut session = self.session_of(Some(person.id.clone()), identity, &team)?;
            session.setting_up = true;
            futures::executor::block_on(session.save(theirs))?;
            if person.is(Role::Senior) {
                senior = Some(session);
            }
        }
        // The people come last: a practice day that was cut off is begun again.
        let senior = senior.filter(|_| records.is_empty()).ok_or(Problem::CannotWrite)?;
        futures::executor::block_on(senior.save(vec![Record::Team(team)]))
    }
}

/// The timetable of the made-up town.
struct Feed;

impl Tables for Feed {
    fn open(&mut self, table: Table) -> io::Result<Option<Opened<'_>>> {
        let file = PRACTICE.get_file(format!("timetable/{}", table.file_name()));
        Ok(file.map(|file| {
            let bytes = file.contents();
            Opened { bytes: Box::new(bytes), length: bytes.len() as u64 }
        }))
    }
}

/// The people, and what happened before the practice day begins.
fn read_day(today: Date) -> Option<(Team, Vec<Record>)> {
    let team: Team = ron::from_str(&file("people.ron")?).ok()?;
    let places: Vec<Place> = ron::from_str(&file("places.ron")?).ok()?;
    let day: Vec<Record> = ron::from_str(&dated(&file("day.ron")?, today)?).ok()?;
    let records = places.into_iter().map(Record::Place).chain(day).collect();
    Some((team, records))
}

/// A file of the practice day.
fn file(name: &str) -> Option<String> {
    Some(PRACTICE.get_file(name)?.contents_utf8()?.to_owned())
}

/// Puts days into the places that count from today: `{-1}` is yesterday.
fn dated(text: &str, today: Date) -> Option<String> {
    let mut parts = text.split('{');
    let mut dated = parts.next()?.to_owned();
    for part in parts {
        let (count, rest) = part.split_once('}')?;
        match count.parse::<i64>() {
            Ok(days) => dated.push_str(&today.checked_add(jiff::Span::new().days(days)).ok()?.to_string()),
            Err(_) => dated.push_str(&format!("{{{count}}}")),
        }
        dated.push_str(rest);
    }
    Some(dated)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_practice_day_can_be_read_on_any_day() {
        for today in [jiff::civil::date(2024, 2, 29), jiff::civil::date(2026, 12, 31), jiff::civil::date(2099, 1, 1)] {
            let (team, records) = read_day(today).expect("it is written as it is read");
            assert_eq!(team.people.len(), 6);
            assert!(records.len() > 8);
        }
    }
}
