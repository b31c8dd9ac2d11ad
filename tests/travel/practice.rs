//! The made-up town of Wrenford: every kind of trip that a screen must be able to show.
use alongside::domain::place::Place;
use alongside::domain::travel::position::Position;
use alongside::domain::travel::stop_search::find_stop;
use alongside::domain::travel::timetable::Timetable;
use alongside::domain::travel::trip::likes::Likes;
use alongside::domain::travel::trip::outlook::outlook;
use alongside::domain::travel::trip::pace::{Busy, Pace, Speed};
use alongside::domain::travel::trip::steps::Step;
use alongside::domain::travel::trip::{Choice, IfMissed, NoTrip, Request, Ride, Spot, Why, plan};
use jiff::civil::{Date, DateTime, date};

use super::feed::{practice, practice_folder};

const WEDNESDAY: Date = date(2026, 3, 11);
const SATURDAY: Date = date(2026, 3, 14);
const SUNDAY: Date = date(2026, 3, 15);

fn town() -> Timetable {
    let (timetable, report) = practice().read().expect("the town's timetable");
    assert_eq!(report.agencies, ["Wrenford Buses"]);
    assert_eq!(report.first_day, date(2020, 1, 1));
    assert_eq!(report.last_day, date(2099, 12, 31));
    timetable
}

fn places() -> Vec<Place> {
    let text = std::fs::read_to_string(practice_folder().join("places.ron")).expect("places");
    ron::from_str(&text).expect("the places can be read")
}

/// A place of the town.
fn spot(id: &str) -> Spot {
    places().iter().find(|place| place.id.0 == id).expect("a place").spot()
}

fn ask(to: &str, be_there: DateTime) -> Request {
    Request {
        from: spot("elm-house"),
        to: spot(to),
        be_there,
        now: be_there.date().at(6, 0, 0, 0),
        pace: Pace::default(),
        likes: Likes::default(),
        known: Vec::new(),
    }
}

fn trips(to: &str, be_there: DateTime) -> Vec<Choice> {
    plan(&town(), &ask(to, be_there)).expect("a trip")
}

fn lines(choice: &Choice) -> Vec<String> {
    let rides = choice.trip.rides();
    rides.map(|ride| ride.line.short_name.clone()).collect()
}

#[test]
fn every_place_is_reached_on_every_kind_of_day() {
    let town = town();
    for place in places().iter().filter(|place| !place.base) {
        let id = &place.id.0;
        for day in [WEDNESDAY, SATURDAY, SUNDAY] {
            for time in [day.at(10, 0, 0, 0), day.at(15, 30, 0, 0)] {
                let choices = plan(&town, &ask(id, time));
                let choices = choices.unwrap_or_else(|why| panic!("{id}, {time}: {why:?}"));
                assert!((1..=3).contains(&choices.len()));
                let back = Request { from: spot(id), to: spot("elm-house"), ..ask(id, time) };
                assert!(plan(&town, &back).is_ok(), "back from {id}, {time}");
            }
        }
    }
}

#[test]
fn the_clinic_is_one_bus() {
    let choices = trips("mill-road-clinic", WEDNESDAY.at(9, 45, 0, 0));
    let first = choices.first().expect("a choice");
    assert_eq!(first.why, Why::FewestChanges);
    assert_eq!(lines(first), ["42"]);
    // 10 minutes to spare, 2 on foot from the stop, 6 on the bus, 3 to wait, 1 on foot to the stop.
    assert_eq!(first.trip.leave, WEDNESDAY.at(9, 13, 0, 0));
    assert_eq!(first.trip.arrive, WEDNESDAY.at(9, 25, 0, 0));
    let Some(IfMissed::SameLine(next)) = first.if_missed.first() else {
        panic!("the 42 comes again");
    };
    let ride = next.rides().next().expect("a ride");
    assert_eq!(ride.on.departs, WEDNESDAY.at(9, 32, 0, 0));
}

#[test]
fn the_steps_to_the_clinic() {
    let choices = trips("mill-road-clinic", WEDNESDAY.at(9, 45, 0, 0));
    let steps = choices.first().expect("a choice").trip.steps();
    let [
        Step::Leave { .. },
        Step::WalkToStop { stop, minutes: 1, .. },
        Step::Wait { ride: 0, line, headsign, comes_at, minutes: 3, .. },
        Step::Ride { stops: 2, minutes: 6, .. },
        Step::GetOff { stop: off, after_stops: 2, before, .. },
        Step::WalkToPlace { .. },
        Step::Arrive { .. },
    ] = steps.as_slice()
    else {
        panic!("{steps:#?}");
    };
    assert_eq!((stop.name.as_str(), off.name.as_str()), ("Elm House", "Mill Road"));
    assert_eq!((line.short_name.as_str(), headsign.as_str()), ("42", "City Centre"));
    assert_eq!(*comes_at, WEDNESDAY.at(9, 17, 0, 0));
    let before: Vec<_> = before.iter().map(|stop| stop.name.as_str()).collect();
    assert_eq!(before, ["Oak Lane"]);
}

#[test]
fn the_library_is_one_bus() {
    let choices = trips("wrenford-library", SATURDAY.at(15, 30, 0, 0));
    assert_eq!(lines(choices.first().expect("a choice")), ["3"]);
}

#[test]
fn the_hub_is_one_change_and_the_hourly_bus_has_a_second_plan() {
    let choices = trips("hub", WEDNESDAY.at(15, 30, 0, 0));
    let first = choices.first().expect("a choice");
    assert_eq!(first.trip.changes(), 1);
    assert_eq!(lines(first).last().map(String::as_str), Some("12"));
    let steps = first.trip.steps();
    let is_change = |step: &Step| matches!(step, Step::ChangeHere { .. } | Step::ChangeStop { .. });
    assert_eq!(steps.iter().filter(|step| is_change(step)).count(), 1);
    let [_, IfMissed::SameLine(next)] = first.if_missed.as_slice() else {
        panic!("{:#?}", first.if_missed);
    };
    let hourly = next.rides().next().expect("a ride").on.departs;
    let missed = first.trip.rides().last().expect("a ride").on.departs;
    assert_eq!(missed.duration_until(hourly).as_mins(), 60);
}

#[test]
fn where_one_miss_is_too_late_an_earlier_bus_is_offered() {
    let choices = trips("hub", WEDNESDAY.at(15, 30, 0, 0));
    let [earlier, first, ..] = choices.as_slice() else {
        panic!("{choices:#?}");
    };
    assert_eq!(earlier.why, Why::OneEarlier);
    assert!(earlier.trip.leave < first.trip.leave);
    let fallback = earlier.if_missed.first().and_then(IfMissed::trip);
    assert!(fallback.is_some_and(|trip| trip.arrive <= WEDNESDAY.at(15, 30, 0, 0)));
}

#[test]
fn busy_hours_are_left_out_and_where_there_is_no_other_way_that_is_said() {
    let busy = Busy { morning: true, ..Busy::default() };
    let at = |to, time| Request { pace: Pace { busy, ..Pace::default() }, ..ask(to, time) };
    let is_busy = |ride: &Ride| (7 * 60..9 * 60 + 30).contains(&minute_of_day(ride));
    let usual = trips("mill-road-clinic", WEDNESDAY.at(10, 15, 0, 0));
    let quiet = plan(&town(), &at("mill-road-clinic", WEDNESDAY.at(10, 15, 0, 0))).expect("a trip");
    assert!(!usual.is_empty() && quiet.iter().all(|choice| !choice.busy && !choice.trip.rides().any(is_busy)));
    let (now, time) = (WEDNESDAY.at(7, 5, 0, 0), WEDNESDAY.at(8, 45, 0, 0));
    let now = Request { now, ..at("mill-road-clinic", time) };
    let no_other = plan(&town(), &now).expect("a trip");
    for choice in &no_other {
        assert_eq!(choice.busy, choice.trip.rides().any(is_busy), "{choice:#?}");
    }
    assert!(no_other.iter().any(|choice| choice.busy));
    // At weekends nobody goes to school.
    let saturday = date(2026, 3, 7).at(8, 45, 0, 0);
    let weekend = plan(&town(), &at("mill-road-clinic", saturday)).expect("a trip");
    assert_eq!(weekend, trips("mill-road-clinic", saturday));
}

fn minute_of_day(ride: &Ride) -> i32 {
    let time = ride.on.departs.time();
    i32::from(time.hour()) * 60 + i32::from(time.minute())
}

#[test]
fn a_line_or_a_stop_that_somebody_does_not_want_is_in_no_trip() {
    let request = ask("hub", WEDNESDAY.at(15, 30, 0, 0));
    let first = trips("hub", WEDNESDAY.at(15, 30, 0, 0)).remove(0);
    let ride = first.trip.rides().next().expect("a ride").clone();
    let not = |likes| plan(&town(), &Request { likes, ..request.clone() }).unwrap_or_default();
    let without_line = not(Likes { not_lines: vec![ride.line.clone()], ..Likes::default() });
    assert!(!without_line.iter().any(|choice| lines(choice).contains(&ride.line.short_name)));
    let stop = (ride.on.stop.id.clone(), ride.on.stop.name.clone());
    let without_stop = not(Likes { not_stops: vec![stop], ..Likes::default() });
    let uses = |choice: &Choice| {
        choice.trip.rides().any(|other| [&other.on, &other.off].iter().any(|call| call.stop.id == ride.on.stop.id))
    };
    assert!(!without_stop.iter().any(uses));
    assert!(!without_line.is_empty() || !without_stop.is_empty(), "there are other ways");
}

#[test]
fn of_two_lines_the_one_that_is_known_comes_first() {
    let mut tried = 0;
    for place in places().iter().filter(|place| !place.base) {
        let request = ask(&place.id.0, WEDNESDAY.at(11, 0, 0, 0));
        let Ok(usual) = plan(&town(), &request) else { continue };
        let Some(bus) = usual.iter().find(|choice| choice.why == Why::FewestChanges) else { continue };
        let other = plan(
            &town(),
            &Request {
                likes: Likes {
                    not_lines: bus.trip.rides().map(|ride| ride.line.clone()).collect(),
                    ..Likes::default()
                },
                ..request.clone()
            },
        );
        let Some(other) = other.ok().and_then(|all| all.into_iter().find(|choice| choice.why == Why::FewestChanges))
        else {
            continue;
        };
        let far = bus.trip.leave.duration_since(other.trip.leave).as_mins();
        if other.trip.changes() != bus.trip.changes() || far > 30 {
            continue;
        }
        let known = other.trip.rides().map(|ride| ride.line.clone()).collect();
        let now = plan(&town(), &Request { known, ..request.clone() }).expect("a trip");
        let first = now.iter().find(|choice| choice.why == Why::FewestChanges).expect("a bus");
        assert_eq!(lines(first), lines(&other), "{}", place.id.0);
        tried += 1;
    }
    assert!(tried > 0, "the town has two lines to one place");
}

#[test]
fn the_last_time_to_leave_and_the_last_bus_home_are_told() {
    let request = ask("mill-road-clinic", WEDNESDAY.at(9, 45, 0, 0));
    let outlook = outlook(&town(), &request);
    let leave = outlook.leave.expect("there is a bus");
    let choices = trips("mill-road-clinic", WEDNESDAY.at(9, 45, 0, 0));
    assert!(choices.iter().filter(|one| one.why != Why::OnFoot).all(|choice| choice.trip.leave <= leave));
    let home = outlook.home.expect("there is a bus home");
    assert!(home > WEDNESDAY.at(17, 0, 0, 0), "{home}");
    // Nothing goes home after it, and something goes with it.
    let there = |now| Request {
        now,
        be_there: WEDNESDAY.at(23, 59, 0, 0),
        from: request.to.clone(),
        to: request.from.clone(),
        ..request.clone()
    };
    let after = plan(&town(), &there(home.saturating_add(jiff::SignedDuration::from_mins(1))));
    assert!(!after.unwrap_or_default().iter().any(|choice| choice.trip.rides().next().is_some()));
}

#[test]
fn the_cafe_is_a_walk_or_a_bus() {
    let choices = trips("park-cafe", WEDNESDAY.at(10, 0, 0, 0));
    let whys: Vec<_> = choices.iter().map(|choice| choice.why).collect();
    assert!(whys.starts_with(&[Why::OnFoot, Why::FewestChanges]), "{whys:?}");
    let walk = &choices[0].trip;
    assert_eq!(walk.leave, WEDNESDAY.at(9, 41, 0, 0));
    assert!(matches!(
        walk.steps().as_slice(),
        [Step::Leave { .. }, Step::WalkToPlace { minutes: 9, .. }, Step::Arrive { .. }]
    ));
    let tired = Request {
        pace: Pace { most_walking: 6, speed: Speed::Slow, ..Pace::default() },
        ..ask("park-cafe", WEDNESDAY.at(10, 0, 0, 0))
    };
    let choices = plan(&town(), &tired).expect("a trip");
    assert_eq!(choices.first().map(|choice| choice.why), Some(Why::FewestChanges));
}

#[test]
fn why_there_is_no_trip() {
    let town = town();
    let check = |request: &Request, expected: NoTrip| {
        assert_eq!(plan(&town, request).expect_err("no trip"), expected);
    };
    let clinic = ask("mill-road-clinic", WEDNESDAY.at(9, 45, 0, 0));
    let at_sea = Spot { position: Position::new(53.5, -4.9).expect("on the map"), stop: None };
    let lost = Request { from: at_sea.clone(), ..clinic.clone() };
    check(&lost, NoTrip::NoStopNear(alongside::domain::travel::trip::End::Start));
    let nowhere = Request { to: at_sea, ..clinic.clone() };
    check(&nowhere, NoTrip::NoStopNear(alongside::domain::travel::trip::End::Goal));
    let early = ask("mill-road-clinic", WEDNESDAY.at(6, 30, 0, 0));
    check(&early, NoTrip::NoWay);
    let no_changes =
        Request { pace: Pace { most_changes: 0, ..Pace::default() }, ..ask("hub", WEDNESDAY.at(15, 30, 0, 0)) };
    check(&no_changes, NoTrip::NoWay);
    let past = ask("mill-road-clinic", date(2019, 12, 31).at(9, 45, 0, 0));
    let first_day = date(2020, 1, 1);
    check(&past, NoTrip::TimetableNotStarted { first_day });
}

#[test]
fn too_late_says_what_is_soonest() {
    let late = Request { now: WEDNESDAY.at(9, 40, 0, 0), ..ask("mill-road-clinic", WEDNESDAY.at(9, 45, 0, 0)) };
    let Err(NoTrip::TooLateToday { soonest: Some(trip) }) = plan(&town(), &late) else {
        panic!("it is too late");
    };
    assert!(trip.leave >= late.now);
    let ride = trip.rides().next().expect("a ride");
    assert_eq!(ride.on.departs, WEDNESDAY.at(9, 47, 0, 0));
}

#[test]
fn ones_own_stop_is_used_and_a_lost_one_is_not() {
    let town = town();
    let own = |stop: &str| {
        let mut request = ask("mill-road-clinic", WEDNESDAY.at(9, 45, 0, 0));
        request.from.stop = Some(stop.to_owned());
        let choices = plan(&town, &request).expect("a trip");
        let ride = choices[0].trip.rides().next().expect("a ride").clone();
        (ride.on.stop.id, ride.line.short_name)
    };
    assert_eq!(own("park-b"), ("park-b".to_owned(), "7".to_owned()));
    assert_eq!(own("gone"), ("elm-a".to_owned(), "42".to_owned()));
}

#[test]
fn both_sides_of_the_road_can_be_told_apart() {
    let town = town();
    let found = find_stop(&town, "mill rd");
    let [mill] = found.as_slice() else {
        panic!("{found:#?}");
    };
    assert_eq!(mill.name, "Mill Road");
    assert_eq!(mill.stops.len(), 2);
    for stop in &mill.stops {
        let id = town.stops().id(stop.stop);
        let towards: Vec<_> = stop
            .lines
            .iter()
            .map(|there| {
                let line = town.line(there.line).expect("a line");
                (line.short_name.as_str(), there.towards.join(" / "))
            })
            .collect();
        let expected = match id {
            "mill-a" => [("42", "City Centre".to_owned()), ("7", "Market Square".to_owned())],
            _ => [("42", "Elm House".to_owned()), ("7", "Park".to_owned())],
        };
        assert_eq!(towards, expected);
    }
    let centre = find_stop(&town, "city center");
    assert_eq!(centre.first().map(|found| found.stops.len()), Some(2));
}

#[test]
fn more_minutes_to_spare_never_arrive_later() {
    let town = town();
    let mut last: Option<DateTime> = None;
    for extra_minutes in 0..60 {
        let mut request = ask("wrenford-library", SUNDAY.at(15, 30, 0, 0));
        request.pace.extra_minutes = extra_minutes;
        let trip = &plan(&town, &request).expect("a trip")[0].trip;
        assert!(last.is_none_or(|last| trip.arrive <= last));
        last = Some(trip.arrive);
    }
}
