//! Two real feeds, as they came: a county's buses and the country's trains.
use alongside::domain::travel::gtfs::Carry;
use alongside::domain::travel::gtfs::report::{Oddity, Report};
use alongside::domain::travel::position::Position;
use alongside::domain::travel::stop_search::find_stop;
use alongside::domain::travel::timetable::Timetable;
use alongside::domain::travel::trip::likes::Likes;
use alongside::domain::travel::trip::pace::Pace;
use alongside::domain::travel::trip::{Choice, IfMissed, NoTrip, Request, Spot, plan};
use alongside::store::timetable::read;
use jiff::civil::{DateTime, date};

use super::reference::folder;
use super::said;

fn feed(name: &str) -> Option<(Timetable, Report)> {
    let path = folder()?.join(name);
    if !path.is_file() {
        said(&format!("skipped: {name} is not there"));
        return None;
    }
    Some(read(&path, &mut |_| Carry::On).expect("a timetable"))
}

#[test]
fn the_buses_of_newport_are_read() {
    let Some((timetable, report)) = feed("newport-bods-2023.zip") else {
        return;
    };
    assert_eq!(report.agencies.len(), 7);
    assert_eq!(report.lines, 85);
    assert_eq!(report.stops, 1570);
    assert_eq!(report.stop_times, 43_199);
    assert_eq!(report.first_day, date(2023, 6, 5));
    assert_eq!(report.last_day, date(2024, 3, 1));
    assert!(report.oddities.contains_key(&Oddity::FootpathsWorkedOut));
    assert!(!report.oddities.contains_key(&Oddity::BadRows));
    assert!(timetable.is_sound());
}

#[test]
fn the_trains_are_read() {
    let Some((timetable, report)) = feed("gb-rail-sample-2020.zip") else {
        return;
    };
    assert_eq!(report.stop_times, 151_101);
    assert_eq!(report.agencies.len(), 26);
    assert!(!report.oddities.contains_key(&Oddity::FootpathsWorkedOut));
    assert!(timetable.is_sound());
    let paddington = timetable.stops().with_id("PAD").expect("a station");
    assert_eq!(timetable.stops().change(paddington), 15);
}

#[test]
fn a_trip_in_newport() {
    let Some((timetable, _)) = feed("newport-bods-2023.zip") else {
        return;
    };
    let day = date(2023, 6, 14);
    let choices = plan(&timetable, &ask(day.at(9, 45, 0, 0), day.at(6, 0, 0, 0))).expect("a trip");
    assert!((1..=3).contains(&choices.len()));
    for choice in &choices {
        in_time(choice, day.at(9, 35, 0, 0));
        let replies = choice.if_missed.iter().filter_map(IfMissed::trip);
        assert!(replies.clone().count() > 0, "in a town there is another bus");
        for (missed, ride) in replies.zip(choice.trip.rides()) {
            let next = missed.rides().next().expect("a ride");
            assert!(next.on.departs > ride.on.departs);
        }
    }
}

#[test]
fn an_old_timetable_says_so() {
    let Some((timetable, _)) = feed("newport-bods-2023.zip") else {
        return;
    };
    let check = |be_there: DateTime, expected: NoTrip| {
        let asked = ask(be_there, DateTime::MIN);
        assert_eq!(plan(&timetable, &asked).expect_err("no trip"), expected);
    };
    check(date(2026, 11, 22).at(9, 45, 0, 0), NoTrip::TimetableTooOld { last_day: date(2024, 3, 1) });
    check(date(2023, 6, 1).at(9, 45, 0, 0), NoTrip::TimetableNotStarted { first_day: date(2023, 6, 5) });
}

#[test]
fn stops_are_found_by_what_people_call_them() {
    let Some((timetable, _)) = feed("newport-bods-2023.zip") else {
        return;
    };
    let found = find_stop(&timetable, "makret sqaure");
    let square = found.first().expect("a stop");
    assert_eq!(square.name, "Market Square");
    assert!(square.stops.len() > 3, "all its bays are one name");
    assert!(square.stops.iter().any(|stop| !stop.lines.is_empty()));
}

/// From a street in the west of Newport to the Royal Gwent Hospital.
fn ask(be_there: DateTime, now: DateTime) -> Request {
    let spot =
        |latitude, longitude| Spot { position: Position::new(latitude, longitude).expect("on the map"), stop: None };
    Request {
        from: spot(51.5880, -3.0290),
        to: spot(51.5797, -2.9962),
        be_there,
        now,
        pace: Pace::default(),
        likes: Likes::default(),
        known: Vec::new(),
    }
}

fn in_time(choice: &Choice, deadline: DateTime) {
    let trip = &choice.trip;
    assert!(trip.arrive <= deadline);
    let mut clock = trip.leave;
    for ride in trip.rides() {
        assert!(clock <= ride.on.departs);
        assert!(ride.on.departs < ride.off.arrives);
        clock = ride.off.arrives;
    }
    assert!(clock <= trip.arrive);
}
