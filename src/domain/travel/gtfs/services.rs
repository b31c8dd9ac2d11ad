//! calendar.txt and calendar_dates.txt: on which days each service runs.
use std::collections::HashMap;

use jiff::civil::{Date, date};

use super::fields;
use super::pool::Pool;
use super::sheet::{Columns, Fault, Source, each_row};
use super::{Reading, Refused, Table};
use crate::domain::travel::calendar::{DaySet, Days, days_between, width};

/// Days outside of these are left out: some feeds run until the year 9999, and nobody plans a trip there.
const DAYS: (Date, Date) = (date(2000, 1, 1), date(2149, 12, 31));

/// The most bytes that different sets of days may take.
const MOST_BYTES: usize = 64 * 1024 * 1024;

/// The services, while they are read.
pub(super) struct Services {
    ids: Pool<u8>,
    weeks: Vec<Option<Week>>,
    exceptions: Vec<Exception>,
}

/// Days of the week within two dates. Bit 0 is Monday.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Week {
    weekdays: u8,
    first: Date,
    last: Date,
}

/// A day on which a service runs, or does not, whatever its week says.
struct Exception {
    service: u32,
    day: Date,
    runs: bool,
}

impl Default for Services {
    fn default() -> Self {
        Self { ids: Pool::new(), weeks: Vec::new(), exceptions: Vec::new() }
    }
}

impl Services {
    pub fn read_weeks(&mut self, source: Source<'_>, ctx: &mut Reading<'_>) -> Result<(), Refused> {
        let columns = Columns {
            needed: 10,
            names: [
                "service_id",
                "start_date",
                "end_date",
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday",
            ],
        };
        let _ = each_row(source, &columns, ctx, |fields, _| {
            let [id, first, last, weekdays @ ..] = fields;
            let week = Week {
                weekdays: mask(weekdays).ok_or(Fault::Bad)?,
                first: fields::date(first).ok_or(Fault::Bad)?,
                last: fields::date(last).ok_or(Fault::Bad)?,
            };
            let service = self.service(id)?;
            self.weeks[service as usize] = Some(week);
            Ok(())
        })?;
        Ok(())
    }

    pub fn read_dates(&mut self, source: Source<'_>, ctx: &mut Reading<'_>) -> Result<(), Refused> {
        let columns = Columns { needed: 3, names: ["service_id", "date", "exception_type"] };
        let _ = each_row(source, &columns, ctx, |[id, day, kind], _| {
            let runs = match kind {
                b"1" => true,
                b"2" => false,
                _ => return Err(Fault::Bad),
            };
            let day = fields::date(day).ok_or(Fault::Bad)?;
            let service = self.service(id)?;
            self.exceptions.push(Exception { service, day, runs });
            Ok(())
        })?;
        Ok(())
    }

    fn service(&mut self, id: &[u8]) -> Result<u32, Fault> {
        let too_big = self.ids.rows().values().len() > super::stops::MOST_TEXT;
        let service = self.ids.keep(id).filter(|_| !too_big);
        let service = service.ok_or(Fault::Feed(Refused::TooBig(Table::Calendar)))?;
        if service as usize == self.weeks.len() {
            self.weeks.push(None);
        }
        Ok(service)
    }

    /// Turns weeks and exceptions into sets of days.
    pub fn into_calendar(mut self) -> Result<Calendar, Refused> {
        let mut calendar = self.empty_calendar();
        self.exceptions.sort_by_key(|exception| exception.service);
        let mut exceptions = self.exceptions.as_slice();
        // Thousands of services have one week between them.
        let mut known = HashMap::new();
        for (service, week) in self.weeks.iter().enumerate() {
            let count = exceptions.partition_point(|one| one.service as usize <= service);
            let (own, rest) = exceptions.split_at(count);
            exceptions = rest;
            let base = known.entry(*week).or_insert_with(|| calendar.bits_of_week(*week));
            let set = match own {
                [] => calendar.keep(base)?,
                own => {
                    let mut set = base.clone();
                    for exception in own {
                        calendar.set_bit(&mut set, exception.day, exception.runs);
                    }
                    calendar.keep(&set)?
                }
            };
            calendar.of_service.push(set);
            if known.len() * calendar.width * 8 > MOST_BYTES {
                return Err(Refused::TooBig(Table::Calendar));
            }
        }
        calendar.services = self.ids;
        Ok(calendar)
    }

    fn empty_calendar(&self) -> Calendar {
        let weeks = self.weeks.iter().flatten();
        let ends = weeks.flat_map(|week| [week.first, week.last]);
        let dates = || {
            let added = self.exceptions.iter().filter(|one| one.runs);
            ends.clone().chain(added.map(|one| one.day))
        };
        let first = dates().min().unwrap_or(Date::ZERO).clamp(DAYS.0, DAYS.1);
        let last = dates().max().unwrap_or(Date::ZERO).clamp(DAYS.0, DAYS.1);
        let count = days_between(first, last) as u32 + 1;
        Calendar { first, count, width: width(count), sets: Pool::new(), services: Pool::new(), of_service: Vec::new() }
    }
}

fn mask(weekdays: [&[u8]; 7]) -> Option<u8> {
    weekdays.iter().rev().try_fold(0, |mask, day| match *day {
        b"1" => Some(mask << 1 | 1),
        b"0" => Some(mask << 1),
        _ => None,
    })
}

/// The sets of days, and the set of each service.
pub(super) struct Calendar {
    first: Date,
    count: u32,
    width: usize,
    sets: Pool<u64>,
    services: Pool<u8>,
    of_service: Vec<DaySet>,
}

impl Calendar {
    /// The days of a service; none if it is unknown or runs on no day.
    pub fn of(&self, service: &[u8]) -> Option<DaySet> {
        let service = self.services.find(service)?;
        let set = *self.of_service.get(service as usize)?;
        let runs = self.sets.get(set.0).iter().any(|word| *word != 0);
        runs.then_some(set)
    }

    /// Whether two sets have a day in common.
    pub fn meet(&self, one: DaySet, other: DaySet) -> bool {
        let pairs = self.sets.get(one.0).iter().zip(self.sets.get(other.0));
        pairs.into_iter().any(|(one, other)| one & other != 0)
    }

    /// The set of all days of two sets.
    pub fn union(&mut self, one: DaySet, other: DaySet) -> Result<DaySet, Refused> {
        if one == other {
            return Ok(one);
        }
        let pairs = self.sets.get(one.0).iter().zip(self.sets.get(other.0));
        let union: Vec<u64> = pairs.map(|(one, other)| one | other).collect();
        self.keep(&union)
    }

    /// The sets that are in use, numbered anew. `used` are the sets of all trips, changed in place.
    pub fn into_days(self, used: &mut [DaySet]) -> Days {
        let mut numbers = vec![None; self.sets.len()];
        let mut sets = Vec::new();
        for set in used {
            let number = numbers[set.0 as usize].get_or_insert_with(|| {
                sets.extend_from_slice(self.sets.get(set.0));
                DaySet((sets.len() / self.width) as u32 - 1)
            });
            *set = *number;
        }
        Days::from_sets(self.first, self.count, sets)
    }

    fn keep(&mut self, set: &[u64]) -> Result<DaySet, Refused> {
        let number = self.sets.keep(set).map(DaySet);
        let small_enough = self.sets.rows().values().len() * 8 <= MOST_BYTES;
        number.filter(|_| small_enough).ok_or(Refused::TooBig(Table::Calendar))
    }

    fn bits_of_week(&self, week: Option<Week>) -> Vec<u64> {
        let mut set = vec![0; self.width];
        let Some(week) = week else { return set };
        let (first, last) = (days_between(self.first, week.first), days_between(self.first, week.last));
        let weekday = week.first.weekday().to_monday_zero_offset() as i64;
        for day in first.max(0)..=last.min(i64::from(self.count) - 1) {
            let weekday = (weekday + day - first) % 7;
            if week.weekdays >> weekday & 1 == 1 {
                set[day as usize / 64] |= 1 << (day % 64);
            }
        }
        set
    }

    /// Days outside the calendar can only be days off, and are off already.
    fn set_bit(&self, set: &mut [u64], day: Date, runs: bool) {
        let Ok(day) = u32::try_from(days_between(self.first, day)) else {
            return;
        };
        if let Some(word) = set.get_mut(day as usize / 64) {
            *word &= !(1 << (day % 64));
            *word |= u64::from(runs) << (day % 64);
        }
    }
}
