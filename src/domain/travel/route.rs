//! A way that was kept, on another day: the same lines and stops again, and what has changed in the timetable.
//!
//! It is found by line, stop and time: the names that a feed gives to its trips change with every new file.
use jiff::SignedDuration;
use jiff::civil::{Date, DateTime};

use super::line::{Line, Mode};
use super::raptor::Ride as Found;
use super::raptor::same_line::{Hop, rides};
use super::timetable::stops::StopIndex;
use super::timetable::{LineIndex, Minute, PatternIndex, Timetable};
use super::trip::lay_out::ride_of;
use super::trip::pace::Busy;
use super::trip::{Choice, IfMissed, Leg, Point, Ride, Stop, Trip, Why};

/// A way on another day.
#[derive(Debug, Clone, PartialEq)]
pub struct Again {
    /// The way, and what to do if a bus is missed.
    pub choice: Choice,
    /// Its lines that go at another time than they did.
    pub moved: Vec<Moved>,
}

/// A line that goes at another time.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// The line.
    pub line: Line,
    /// By how many minutes it goes later; earlier if that is less than 0.
    pub minutes: Minute,
}

/// Why a way cannot be gone on a day.
#[derive(Debug, Clone, PartialEq)]
pub enum Gone {
    /// The line does not call at the stop of this name any more.
    NotThere(Line, String),
    /// Nothing of the line goes there at about that time on that day.
    NotThen(Line),
    /// The timetable ends before that day.
    TooOld(Date),
}

/// How far from its time a bus may be and still be the same: in minutes.
const ABOUT: Minute = 60;
/// The most minutes that somebody waits for the next one.
const WORTH_WAITING: Minute = 180;

/// The way on this day. `busy`: when the person would rather get on no bus.
///
/// # Errors
/// [`Gone`] says why it cannot be gone.
pub fn again(timetable: &Timetable, kept: &Trip, day: Date, busy: Busy) -> Result<Again, Gone> {
    if let Some(last) = timetable.last_day().filter(|last| *last < day) {
        return Err(Gone::TooOld(last));
    }
    let way = Way { timetable, day, kept_day: kept.leave.date() };
    let (legs, moved) = way.follow(&kept.legs, None)?;
    let trip = way.trip(kept, legs);
    let if_missed = way.if_missed(kept, &trip);
    let why = if trip.rides().next().is_none() { Why::OnFoot } else { Why::FewestChanges };
    // Whoever keeps a way has chosen its hours, and is told all the same.
    let (hours, midnight) = (busy.around(day), day.to_datetime(jiff::civil::Time::midnight()));
    let busy = trip.rides().map(|ride| minutes_between(midnight, ride.on.departs));
    let busy = busy.into_iter().any(|minute| hours.iter().any(|(from, to)| (*from..*to).contains(&minute)));
    Ok(Again { choice: Choice { why, trip, if_missed, busy }, moved })
}

struct Way<'t> {
    timetable: &'t Timetable,
    day: Date,
    kept_day: Date,
}

impl Way<'_> {
    /// The legs again, from a minute on. Without one, the first ride is the one that is nearest to its time.
    fn follow(&self, legs: &[Leg], from: Option<Minute>) -> Result<(Vec<Leg>, Vec<Moved>), Gone> {
        let (mut ready, mut new, mut moved) = (from, Vec::new(), Vec::new());
        for leg in legs {
            match leg {
                Leg::Walk(walk) => {
                    ready = ready.map(|ready| ready + Minute::from(walk.minutes));
                    new.push(leg.clone());
                }
                Leg::Ride(ride) => {
                    let found = self.find(ride, ready)?;
                    let minutes = found.departs(self.timetable) - self.wanted(ride);
                    if minutes != 0 {
                        moved.push(Moved { line: ride.line.clone(), minutes });
                    }
                    ready = Some(found.arrives(self.timetable));
                    new.push(Leg::Ride(ride_of(self.timetable, &found, |minute| self.clock(minute))));
                }
            }
        }
        Ok((new, moved))
    }

    /// The ride of the same line that is nearest to the time of this one, not before the person is ready.
    fn find(&self, ride: &Ride, ready: Option<Minute>) -> Result<Found, Gone> {
        let stops = self.timetable.stops();
        let not_there = |stop: &Stop| Gone::NotThere(ride.line.clone(), stop.name.clone());
        let on = stops.with_id(&ride.on.stop.id).ok_or_else(|| not_there(&ride.on.stop))?;
        let off = stops.with_id(&ride.off.stop.id).ok_or_else(|| not_there(&ride.off.stop))?;
        let lines: Vec<_> = self.same(&ride.line).collect();
        for (index, stop) in [(on, &ride.on.stop), (off, &ride.off.stop)] {
            if !lines.iter().any(|line| self.calls(*line, index)) {
                return Err(not_there(stop));
            }
        }
        let all = lines.iter().flat_map(|line| rides(self.timetable, Hop { line: *line, from: on, to: off }, self.day));
        let wanted = self.wanted(ride).max(ready.unwrap_or(Minute::MIN));
        let far = if ready.is_some() { WORTH_WAITING } else { ABOUT };
        let departs = |found: &Found| found.departs(self.timetable);
        let in_time = all.filter(|found| ready.is_none_or(|ready| departs(found) >= ready));
        let near = in_time.filter(|found| (departs(found) - wanted).abs() <= far);
        let best = near.min_by_key(|found| ((departs(found) - wanted).abs(), found.arrives(self.timetable)));
        best.ok_or_else(|| Gone::NotThen(ride.line.clone()))
    }

    /// The lines that are the same to somebody at a stop.
    fn same(&self, line: &Line) -> impl Iterator<Item = LineIndex> {
        // Trains have codes that nobody sees and that change with every timetable: they go by where they stop.
        let is_same = |other: &Line| other.looks_like(line) || (line.mode == Mode::Train && other.mode == Mode::Train);
        let lines = self.timetable.lines().iter().enumerate();
        lines.filter(move |(_, other)| is_same(other)).map(|(index, _)| LineIndex(index as u32))
    }

    /// Whether the line calls at this stop on any day.
    fn calls(&self, line: LineIndex, stop: StopIndex) -> bool {
        let line_of = |pattern: PatternIndex| self.timetable.line_of(pattern);
        self.timetable.visits(stop).iter().any(|visit| line_of(visit.pattern()) == line)
    }

    /// When a ride left on the day on which it was kept, in minutes after midnight.
    fn wanted(&self, ride: &Ride) -> Minute {
        minutes_between(self.kept_day.to_datetime(jiff::civil::Time::midnight()), ride.on.departs)
    }

    fn clock(&self, minute: Minute) -> DateTime {
        let midnight = self.day.to_datetime(jiff::civil::Time::midnight());
        midnight.saturating_add(SignedDuration::from_mins(i64::from(minute)))
    }

    /// The trip of these legs. What lies before the first ride and after the last takes as long as it did.
    fn trip(&self, kept: &Trip, legs: Vec<Leg>) -> Trip {
        let rides = |legs: &[Leg]| {
            let rides: Vec<_> = legs.iter().filter_map(ride).cloned().collect();
            rides.first().cloned().zip(rides.last().cloned())
        };
        let later =
            |time: DateTime, minutes: Minute| time.saturating_add(SignedDuration::from_mins(i64::from(minutes)));
        let (leave, arrive) = match (rides(&kept.legs), rides(&legs)) {
            (Some((old_first, old_last)), Some((first, last))) => (
                later(first.on.departs, -minutes_between(kept.leave, old_first.on.departs)),
                later(last.off.arrives, minutes_between(old_last.off.arrives, kept.arrive)),
            ),
            _ => {
                let midnight = self.kept_day.to_datetime(jiff::civil::Time::midnight());
                let of_day = |time| self.clock(minutes_between(midnight, time));
                (of_day(kept.leave), of_day(kept.arrive))
            }
        };
        Trip { begins: kept.begins.clone(), legs, leave, arrive }
    }

    /// For each ride, the next of the same line, and the rest of the way after it.
    fn if_missed(&self, kept: &Trip, trip: &Trip) -> Vec<IfMissed> {
        let midnight = self.day.to_datetime(jiff::civil::Time::midnight());
        let places = kept.legs.iter().enumerate().filter(|(_, leg)| ride(leg).is_some()).map(|(index, _)| index);
        let missed = places.zip(trip.rides()).map(|(index, missed)| {
            let rest = kept.legs.get(index..).unwrap_or_default();
            let after = minutes_between(midnight, missed.on.departs) + 1;
            let Ok((legs, _)) = self.follow(rest, Some(after)) else { return IfMissed::Nothing };
            let from = Trip { legs: rest.to_vec(), ..kept.clone() };
            let begins = Point::Stop(missed.on.stop.clone());
            IfMissed::SameLine(Trip { begins, leave: missed.on.departs, ..self.trip(&from, legs) })
        });
        missed.collect()
    }
}

fn ride(leg: &Leg) -> Option<&Ride> {
    match leg {
        Leg::Ride(ride) => Some(ride),
        Leg::Walk(_) => None,
    }
}

fn minutes_between(from: DateTime, to: DateTime) -> Minute {
    from.duration_until(to).as_mins() as Minute
}
