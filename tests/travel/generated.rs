//! Made-up feeds by the hundred, each answer compared with the oracle's.
use alongside::domain::travel::join::join;
use alongside::domain::travel::raptor::{Journey, LeftOut, Limits, Query, Time, journeys, reach_from, reach_to};
use alongside::domain::travel::timetable::Timetable;
use alongside::domain::travel::timetable::stops::StopIndex;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::oracle::{MadeCall, MadeTrip, Town, Without, minutes};
use super::reference::AS_ASKED;

const DAY: Date = date(2024, 1, 3);

const MOST_CHANGES: u8 = 3;

const LIMITS: Limits = Limits { most_changes: MOST_CHANGES, ..AS_ASKED };

/// A town, two stops of it, and a minute of the day around which its trips run.
fn town() -> impl Strategy<Value = (Town, usize, usize, i32)> {
    (6..16_usize, 0..24 * 60_i32).prop_flat_map(|(stops, minute)| {
        let footpath = (0..stops, 0..stops, 1..900_i32);
        let town = (
            prop::collection::vec(0..6_i32, stops),
            prop::collection::vec(footpath, 0..4),
            prop::collection::vec(trip(stops, minute), 20..70),
        );
        (town, 0..stops, 1..stops).prop_map(move |((changes, footpaths, trips), from, step)| {
            let apart = |(from, to, _): &(usize, usize, i32)| from != to;
            let mut footpaths: Vec<_> = footpaths.into_iter().filter(apart).collect();
            // One at least: a feed with none has them worked out by distance.
            footpaths.push((from, (from + 1) % stops, 600));
            footpaths.sort_unstable();
            footpaths.dedup_by_key(|(from, to, _)| (*from, *to));
            let town = Town { changes, footpaths, trips };
            (town, from, (from + step) % stops, minute)
        })
    })
}

fn trip(stops: usize, minute: i32) -> impl Strategy<Value = MadeTrip> {
    let call = (0..stops, 0..900_i32, 0..90_i32, any::<(u8, u8)>());
    (any::<[bool; 5]>(), 0..3_usize, -20..180_i32, 0..8_u8, prop::collection::vec(call, 2..4)).prop_map(
        move |(days, line, start, kind, calls)| {
            // Some trips belong to the day before and go on past midnight; some are of tomorrow.
            let shift = match kind {
                0 | 1 => 24 * 60,
                2 => -24 * 60,
                _ => 0,
            };
            let mut clock = (minute + start + shift).max(0) * 60;
            let calls = calls.into_iter().map(|(stop, ride, wait, flags)| {
                clock += ride;
                let arrives = clock;
                clock += wait;
                MadeCall { stop, arrives, departs: clock, board: flags.0 > 30, alight: flags.1 > 30 }
            });
            let calls = calls.collect();
            MadeTrip { days, line, calls }
        },
    )
}

/// Stops that no trip calls at are not in the timetable: nothing can be found there.
fn stops(timetable: &Timetable, pair: (usize, usize)) -> Option<(StopIndex, StopIndex)> {
    let stop = |number| timetable.stops().with_id(&format!("s{number}"));
    Some((stop(pair.0)?, stop(pair.1)?))
}

fn ask(timetable: &Timetable, pair: (StopIndex, StopIndex), time: Time) -> Vec<Journey> {
    ask_without(timetable, pair, time, &Without::default())
}

fn ask_without(timetable: &Timetable, pair: (StopIndex, StopIndex), time: Time, without: &Without) -> Vec<Journey> {
    let is_line = |line: usize| {
        timetable.lines()[line].short_name == without.line.map_or_else(String::new, |line| line.to_string())
    };
    let lines: Vec<_> = (0..timetable.lines().len()).map(is_line).collect();
    let left_out = without.stop.and_then(|stop| timetable.stops().with_id(&format!("s{stop}")));
    let stops: Vec<_> = timetable.stops().all().map(|stop| Some(stop) == left_out).collect();
    let query = Query {
        day: DAY,
        time,
        from: &reach_from(timetable, pair.0, &LIMITS),
        to: &reach_to(timetable, pair.1, &LIMITS),
        limits: LIMITS,
        left_out: LeftOut { hours: &without.hours, lines: &lines, stops: &stops },
    };
    journeys(timetable, &query)
}

/// Hours around a minute, and perhaps a line and a stop.
fn without() -> impl Strategy<Value = (Vec<(i32, i32)>, Option<usize>, Option<usize>)> {
    let hours = prop::collection::vec((-60..200_i32, 1..60_i32), 0..3);
    let hours = hours.prop_map(|hours| hours.into_iter().map(|(from, length)| (from, from + length)).collect());
    (hours, prop::option::of(0..3_usize), prop::option::of(0..16_usize))
}

/// Best arrivals by number of changes, as a Pareto set.
fn pareto(arrivals: &[Option<i32>], latest: i32) -> Vec<(i32, usize)> {
    let mut best = latest + 1;
    let mut points = Vec::new();
    for (changes, arrival) in arrivals.iter().enumerate() {
        if let Some(arrival) = arrival.filter(|arrival| *arrival < best) {
            best = arrival;
            points.push((arrival, changes));
        }
    }
    points
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn forward_is_what_the_oracle_says((town, from, to, minute) in town()) {
        let Ok((timetable, _)) = town.feed().read() else { return Ok(()) };
        let Some(pair) = stops(&timetable, (from, to)) else { return Ok(()) };
        let found = ask(&timetable, pair, Time::LeaveAfter(minute));
        let points: Vec<_> = found.iter().map(|one| (one.arrive, one.changes())).collect();
        let arrivals = town.earliest((from, to), minute, MOST_CHANGES.into());
        prop_assert_eq!(points, pareto(&arrivals, minute + LIMITS.horizon));
        for journey in &found {
            really_runs(&town, &timetable, journey)?;
        }
    }

    #[test]
    fn arrive_by_is_what_the_oracle_says((town, from, to, minute) in town()) {
        let Ok((timetable, _)) = town.feed().read() else { return Ok(()) };
        let Some(pair) = stops(&timetable, (from, to)) else { return Ok(()) };
        let deadline = minute + 120;
        let found = ask(&timetable, pair, Time::ArriveBy(deadline));
        let mut expected = Vec::new();
        let mut latest = deadline - LIMITS.horizon - 1;
        for changes in 0..=usize::from(MOST_CHANGES) {
            // Minute by minute, the last at which leaving is still in time.
            let in_time = |leave: &i32| {
                let arrivals = town.earliest((from, to), *leave, changes);
                arrivals[changes].is_some_and(|arrival| arrival <= deadline)
            };
            if let Some(leave) = (latest + 1..=deadline).rev().find(in_time) {
                latest = leave;
                expected.push((leave, changes));
            }
        }
        let points: Vec<_> = found.iter().map(|one| (one.leave, one.changes())).collect();
        prop_assert_eq!(points, expected);
        for journey in &found {
            prop_assert!(journey.arrive <= deadline);
            really_runs(&town, &timetable, journey)?;
        }
    }

    #[test]
    fn what_is_left_out_is_what_the_oracle_leaves_out(
        (town, from, to, minute) in town(),
        (hours, line, stop) in without(),
    ) {
        let Ok((timetable, _)) = town.feed().read() else { return Ok(()) };
        let Some(pair) = stops(&timetable, (from, to)) else { return Ok(()) };
        let hours = hours.into_iter().map(|(from, to)| (minute + from, minute + to)).collect();
        let without = Without { hours, line, stop };
        let most = usize::from(MOST_CHANGES);
        let arrivals = |leave| town.earliest_without((from, to), leave, most, &without);
        let found = ask_without(&timetable, pair, Time::LeaveAfter(minute), &without);
        let points: Vec<_> = found.iter().map(|one| (one.arrive, one.changes())).collect();
        prop_assert_eq!(points, pareto(&arrivals(minute), minute + LIMITS.horizon));
        let deadline = minute + 120;
        let found = ask_without(&timetable, pair, Time::ArriveBy(deadline), &without);
        let mut expected = Vec::new();
        let mut latest = deadline - LIMITS.horizon - 1;
        for changes in 0..=most {
            let in_time = |leave: &i32| arrivals(*leave)[changes].is_some_and(|arrival| arrival <= deadline);
            if let Some(leave) = (latest + 1..deadline).rev().find(in_time) {
                latest = leave;
                expected.push((leave, changes));
            }
        }
        let points: Vec<_> = found.iter().map(|one| (one.leave, one.changes())).collect();
        prop_assert_eq!(points, expected);
        for journey in &found {
            really_runs(&town, &timetable, journey)?;
            let board = journey.rides.iter().map(|ride| ride.departs(&timetable));
            prop_assert!(board.into_iter().all(|at| !without.hours.iter().any(|(from, to)| (*from..*to).contains(&at))));
        }
    }

    #[test]
    fn two_halves_of_a_feed_joined_are_the_whole((mut town, from, to, minute) in town(), odd in any::<u64>()) {
        // A feed knows no footpath to what it does not know.
        town.footpaths.clear();
        let of = |half: bool| {
            let trips = town.trips.iter().enumerate().filter(|(number, _)| (odd >> (number % 64) & 1 == 1) == half);
            Town { trips: trips.map(|(_, trip)| trip.clone()).collect(), ..town.clone() }.feed().read()
        };
        let (Ok((one, _)), Ok((other, _)), Ok((whole, _))) = (of(false), of(true), town.feed().read()) else {
            return Ok(());
        };
        let joined = join(vec![one, other]).expect("there is room");
        prop_assert!(joined.is_sound());
        let (Some(pair), Some(there)) = (stops(&whole, (from, to)), stops(&joined, (from, to))) else { return Ok(()) };
        for time in [Time::LeaveAfter(minute), Time::ArriveBy(minute + 120)] {
            let points = |found: &[Journey]| -> Vec<_> {
                found.iter().map(|one| (one.leave, one.arrive, one.changes())).collect()
            };
            let found = ask(&joined, there, time);
            let best = |points: Vec<(i32, i32, usize)>| -> Vec<_> {
                let of_time = |(leave, arrive, changes)| match time {
                    Time::LeaveAfter(_) => (arrive, changes),
                    Time::ArriveBy(_) => (leave, changes),
                };
                points.into_iter().map(of_time).collect()
            };
            prop_assert_eq!(best(points(&found)), best(points(&ask(&whole, pair, time))));
            for journey in &found {
                really_runs(&town, &joined, journey)?;
            }
        }
    }

    #[test]
    fn both_ways_agree((town, from, to, minute) in town()) {
        let Ok((timetable, _)) = town.feed().read() else { return Ok(()) };
        let Some(pair) = stops(&timetable, (from, to)) else { return Ok(()) };
        let deadline = minute + 150;
        for journey in ask(&timetable, pair, Time::ArriveBy(deadline)) {
            let arrives = |leave| {
                let found = ask(&timetable, pair, Time::LeaveAfter(leave));
                found.into_iter().any(|one| one.arrive <= deadline && one.changes() <= journey.changes())
            };
            prop_assert!(arrives(journey.leave), "leaving then is in time");
            prop_assert!(!arrives(journey.leave + 1), "leaving a minute later is not");
        }
    }

    #[test]
    fn more_time_at_changes_is_never_sooner((town, from, to, minute) in town(), extra in 0..20_u16) {
        let Ok((timetable, _)) = town.feed().read() else { return Ok(()) };
        let Some(pair) = stops(&timetable, (from, to)) else { return Ok(()) };
        let arrival = |extra_change| {
            let query = Query {
                day: DAY,
                time: Time::LeaveAfter(minute),
                from: &reach_from(&timetable, pair.0, &LIMITS),
                to: &reach_to(&timetable, pair.1, &LIMITS),
                limits: Limits { extra_change, ..LIMITS },
                left_out: LeftOut::default(),
            };
            journeys(&timetable, &query).last().map_or(i32::MAX, |one| one.arrive)
        };
        prop_assert!(arrival(extra) >= arrival(0));
        prop_assert!(arrival(extra + 1) >= arrival(extra));
    }
}

/// Every ride is a trip of the feed that runs on that day, and there is time for every change.
fn really_runs(town: &Town, timetable: &Timetable, journey: &Journey) -> Result<(), TestCaseError> {
    let mut ready = journey.leave;
    let mut at = None;
    for ride in &journey.rides {
        let number = |stop| -> usize {
            let id: &str = timetable.stops().id(stop);
            id[1..].parse().expect("a number")
        };
        let (from, to) = (number(ride.from(timetable)), number(ride.to(timetable)));
        let (departs, arrives) = (ride.departs(timetable), ride.arrives(timetable));
        if let Some(before) = at {
            ready += match before == from {
                true => town.changes[from],
                false => walk(town, before, from).unwrap_or(i32::MAX / 2),
            };
        }
        prop_assert!(ready <= departs, "time for the change");
        let day = i32::from(ride.day);
        let runs = town.trips.iter().any(|trip| {
            let calls = || trip.calls.iter().enumerate();
            let boards = calls().filter(|(_, call)| call.stop == from && call.board && call.departs(day) == departs);
            let mut pairs = boards.flat_map(|on| calls().skip(on.0 + 1));
            trip.days[(day + 2) as usize]
                && pairs.any(|(_, off)| off.stop == to && off.alight && off.arrives(day) == arrives)
        });
        prop_assert!(runs, "the trip is in the feed on that day");
        (ready, at) = (arrives, Some(to));
    }
    prop_assert!(ready <= journey.arrive);
    Ok(())
}

fn walk(town: &Town, from: usize, to: usize) -> Option<i32> {
    let path = town.footpaths.iter().find(|path| (path.0, path.1) == (from, to))?;
    Some(minutes(path.2))
}
