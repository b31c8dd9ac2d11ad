//! What was read of a feed, and what was odd about it.
use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::travel::timetable::Timetable;

/// What was read of a feed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The names of the companies, as the feed has them.
    pub agencies: Vec<String>,
    /// How many stops something calls at.
    pub stops: usize,
    /// How many different lines there are.
    pub lines: usize,
    /// How many different trips there are; one that runs on many days counts once.
    pub trips: usize,
    /// How many rows stop_times.txt has.
    pub stop_times: u64,
    /// The first day on which anything runs.
    pub first_day: Date,
    /// The last day on which anything runs.
    pub last_day: Date,
    /// The day on which it was read, as the computer's clock says. None for a timetable that is shipped.
    pub read_on: Option<Date>,
    /// What was odd, and how often it was met. What was not met is not listed.
    pub oddities: BTreeMap<Oddity, u64>,
}

/// So many days after it was read a timetable may have changed: companies of buses give out new ones every day, and
/// change them every few weeks.
const FRESH_DAYS: i64 = 14;

impl Report {
    /// Whether it was read so long ago that it may have changed since.
    #[must_use]
    pub fn is_stale(&self, today: Date) -> bool {
        self.read_on.is_some_and(|read| read.duration_until(today).as_hours() / 24 > FRESH_DAYS)
    }

    /// What was read of several feeds that are one timetable now. It holds on the days on which all of them do, if
    /// there are any. None without any.
    #[must_use]
    pub fn joined(reports: Vec<Self>, timetable: &Timetable) -> Option<Self> {
        let mut reports = reports.into_iter();
        let mut all = reports.next()?;
        if reports.len() == 0 {
            return Some(all);
        }
        for report in reports {
            all.agencies.extend(report.agencies);
            all.stop_times += report.stop_times;
            let (first, last) = (all.first_day.max(report.first_day), all.last_day.min(report.last_day));
            // The oldest of them.
            all.read_on = all.read_on.or(report.read_on).min(report.read_on.or(all.read_on));
            (all.first_day, all.last_day) = if first <= last {
                (first, last)
            } else {
                (all.first_day.min(report.first_day), all.last_day.max(report.last_day))
            };
            for (oddity, times) in report.oddities {
                *all.oddities.entry(oddity).or_default() += times;
            }
        }
        all.agencies.sort();
        all.agencies.dedup();
        let lines: HashSet<_> = timetable.lines().iter().map(|line| (&line.short_name, &line.long_name)).collect();
        (all.stops, all.lines) = (timetable.stops().len(), lines.len());
        all.trips = timetable.trip_count() as usize;
        Some(all)
    }
}

/// Something in a feed that is not as it should be, or that a person who relies on it should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Oddity {
    /// There is no agency.txt, or it names nobody.
    NoAgency,
    /// The feed has no footpaths: stops near each other were linked by their distance. Counts those
    /// links.
    FootpathsWorkedOut,
    /// Stops with no name. They go by the name of their station, their code or their id.
    BlankNames,
    /// Stops that lie nowhere. Nothing can call there.
    StopsWithoutPlace,
    /// Stops at which nothing calls. They were left out.
    UnusedStops,
    /// Routes whose type is not in the reference. They were kept.
    UnknownRouteTypes,
    /// Trips whose service is unknown or runs on no day. They were left out.
    TripsWithoutService,
    /// Trips with one stop or none that can be read. They were left out.
    TripsTooShort,
    /// Trips whose times run backwards. They were left out.
    TimesRunBackwards,
    /// Times that are blank between others. They were filled in evenly.
    TimesFilledIn,
    /// Rows at the end of a trip that have no time. They were left out.
    EndsWithoutTime,
    /// Trips whose rows are not in the order of stop_sequence. They were sorted.
    TripsSorted,
    /// Trips that are in the feed more than once: same line, stops and times, on the same days. One
    /// of each was kept.
    DuplicateTrips,
    /// Trips repeated every so many minutes, at times that hold. Each time is a trip of its own.
    RepeatedExactly,
    /// Trips repeated about every so many minutes. Each is a trip of its own, at a time that is only
    /// near the truth.
    RepeatedRoughly,
    /// Calls for which one must ring first or ask the driver (`pickup_type` or `drop_off_type` 2 or
    /// 3).
    CallsByArrangement,
    /// Rows of stop_times.txt that name a stop which is not in stops.txt, or lies nowhere. Skipped.
    UnknownStops,
    /// Rows of stop_times.txt or frequencies.txt that name a trip which is not in trips.txt.
    /// Skipped.
    UnknownTrips,
    /// Rules of transfers.txt that are only for certain lines or trips, or for staying on a vehicle,
    /// or name unknown stops. Skipped.
    TransfersSkipped,
    /// Tables that are not needed and lack a column that they must have. Left out.
    TablesLeftOut,
    /// Rows that cannot be read, in any table. Skipped.
    BadRows,
}

/// The oddities met so far.
#[derive(Debug, Clone, Default)]
pub(super) struct Notes {
    met: BTreeMap<Oddity, u64>,
    pub stop_times: u64,
}

impl Notes {
    pub fn count(&mut self, oddity: Oddity) {
        self.add(oddity, 1);
    }

    pub fn add(&mut self, oddity: Oddity, times: u64) {
        if times > 0 {
            *self.met.entry(oddity).or_default() += times;
        }
    }

    pub fn into_report(self, agencies: Vec<String>, timetable: &Timetable) -> Report {
        Report {
            agencies,
            stops: timetable.stops().len(),
            lines: timetable.lines().len(),
            trips: timetable.trip_count() as usize,
            stop_times: self.stop_times,
            first_day: timetable.first_day().unwrap_or(Date::MIN),
            last_day: timetable.last_day().unwrap_or(Date::MIN),
            read_on: None,
            oddities: self.met,
        }
    }
}
