//! A way that was kept, in the timetable of another day: the same again, moved, or gone.
use alongside::domain::travel::gtfs::Table;
use alongside::domain::travel::route::{Gone, again};
use alongside::domain::travel::timetable::Timetable;
use alongside::domain::travel::trip::likes::Likes;
use alongside::domain::travel::trip::pace::{Busy, Pace};
use alongside::domain::travel::trip::{IfMissed, Request, Spot, Trip, plan};
use jiff::civil::{Date, DateTime, date};

use super::feed::{Feed, STOP_TIMES};

const DAY: Date = date(2024, 1, 3);
const NEXT: Date = date(2024, 1, 4);

fn town(stop_times: &str) -> Timetable {
    Feed::plain().with(Table::StopTimes, stop_times).read().expect("a timetable").0
}

/// From Alder to Damson, by line 1 and line 2.
fn kept(timetable: &Timetable) -> Trip {
    let spot = |id: &str| {
        let stop = timetable.stops().with_id(id).expect("it is there");
        Spot { position: timetable.stops().position(stop), stop: Some(id.to_owned()) }
    };
    let pace = Pace { extra_minutes: 0, ..Pace::default() };
    let (be_there, now) = (DAY.at(8, 45, 0, 0), DAY.at(6, 0, 0, 0));
    let request =
        Request { from: spot("A"), to: spot("D"), be_there, now, pace, likes: Likes::default(), known: Vec::new() };
    plan(timetable, &request).expect("there is a way").remove(0).trip
}

fn departures(trip: &Trip) -> Vec<DateTime> {
    trip.rides().map(|ride| ride.on.departs).collect()
}

#[test]
fn an_unchanged_timetable_gives_the_same_way_on_another_day() {
    let timetable = town(STOP_TIMES);
    let kept = kept(&timetable);
    assert_eq!(departures(&kept), [DAY.at(8, 0, 0, 0), DAY.at(8, 30, 0, 0)]);
    let found = again(&timetable, &kept, NEXT, Busy::default()).expect("it goes");
    assert!(found.moved.is_empty(), "{:?}", found.moved);
    assert_eq!(departures(&found.choice.trip), [NEXT.at(8, 0, 0, 0), NEXT.at(8, 30, 0, 0)]);
    let day = kept.leave.duration_until(found.choice.trip.leave);
    assert_eq!((day.as_hours(), kept.arrive.duration_until(found.choice.trip.arrive)), (24, day));
    assert_eq!(found.choice.trip.legs.len(), kept.legs.len());
    // After the second, nothing goes to Damson any more; after the first, the second is gone.
    assert_eq!(found.choice.if_missed, [IfMissed::Nothing, IfMissed::Nothing]);
}

#[test]
fn who_gets_on_in_the_busy_hours_is_told_but_not_at_weekends() {
    let timetable = town(STOP_TIMES);
    let kept = kept(&timetable);
    let is_busy = |day, busy| again(&timetable, &kept, day, busy).map(|found| found.choice.busy);
    let morning = Busy { morning: true, ..Busy::default() };
    assert_eq!(is_busy(NEXT, morning), Ok(true));
    assert_eq!(is_busy(NEXT, Busy::default()), Ok(false));
    assert_eq!(is_busy(NEXT, Busy { evening: true, ..Busy::default() }), Ok(false));
    assert_eq!(is_busy(date(2024, 1, 6), morning), Ok(false), "it is a Saturday");
}

#[test]
fn other_names_of_trips_change_nothing() {
    let kept = kept(&town(STOP_TIMES));
    let mut feed = Feed::plain().with(Table::StopTimes, &STOP_TIMES.replace("\nt", "\nVJ-new-"));
    feed.set(
        Table::Trips,
        "route_id,service_id,trip_id,trip_headsign\nr1,all,VJ-new-1,Cedar\nr1,all,VJ-new-2,Cedar\nr2,all,VJ-new-3,Damson\n",
    );
    let found = again(&feed.read().expect("a timetable").0, &kept, NEXT, Busy::default()).expect("it goes");
    assert!(found.moved.is_empty());
    assert_eq!(departures(&found.choice.trip), [NEXT.at(8, 0, 0, 0), NEXT.at(8, 30, 0, 0)]);
}

#[test]
fn a_bus_that_goes_at_another_time_is_told_with_its_minutes() {
    let kept = kept(&town(STOP_TIMES));
    let earlier = STOP_TIMES.replace("t1,08:00:00,08:00:00", "t1,07:55:00,07:55:00");
    let found = again(&town(&earlier), &kept, NEXT, Busy::default()).expect("it goes");
    let moved: Vec<_> = found.moved.iter().map(|moved| (moved.line.short_name.as_str(), moved.minutes)).collect();
    assert_eq!(moved, [("1", -5)]);
    // Setting out moves with the bus.
    let walk = kept.leave.duration_until(departures(&kept)[0]);
    let trip = &found.choice.trip;
    assert_eq!(trip.leave.duration_until(departures(trip)[0]), walk);
    assert_eq!(departures(trip), [NEXT.at(7, 55, 0, 0), NEXT.at(8, 30, 0, 0)]);
    let later = STOP_TIMES.replace("t3,08:30:00,08:30:00", "t3,08:32:00,08:32:00");
    let found = again(&town(&later), &kept, NEXT, Busy::default()).expect("it goes");
    assert_eq!((found.moved[0].line.short_name.as_str(), found.moved[0].minutes), ("2", 2));
}

#[test]
fn a_change_is_never_before_one_is_there() {
    let kept = kept(&town(STOP_TIMES));
    // Line 1 is late now, and line 2 has another bus after it.
    let late = STOP_TIMES.replace("t1,08:20:00,08:20:00", "t1,08:40:00,08:40:00");
    let late = format!("{late}t4,09:05:00,09:05:00,C,1\nt4,09:15:00,09:15:00,D,2\n");
    let mut feed = Feed::plain().with(Table::StopTimes, &late).and(Table::Trips, "r2,all,t4,Damson\n");
    let found = again(&feed.read().expect("a timetable").0, &kept, NEXT, Busy::default()).expect("it goes");
    assert_eq!(departures(&found.choice.trip), [NEXT.at(8, 0, 0, 0), NEXT.at(9, 5, 0, 0)]);
    assert_eq!(found.moved.iter().map(|moved| moved.minutes).collect::<Vec<_>>(), [35]);
}

#[test]
fn a_missed_bus_has_the_next_of_the_same_line_and_the_rest_of_the_way() {
    let timetable = {
        let more = format!("{STOP_TIMES}t4,09:30:00,09:30:00,C,1\nt4,09:40:00,09:40:00,D,2\n");
        let mut feed = Feed::plain().with(Table::StopTimes, &more).and(Table::Trips, "r2,all,t4,Damson\n");
        feed.read().expect("a timetable").0
    };
    let found = again(&timetable, &kept(&timetable), NEXT, Busy::default()).expect("it goes");
    let missed: Vec<_> = found.choice.if_missed.iter().map(|missed| missed.trip().map(departures)).collect();
    let (second, last) = (NEXT.at(9, 0, 0, 0), NEXT.at(9, 30, 0, 0));
    assert_eq!(missed, [Some(vec![second, last]), Some(vec![last])]);
}

#[test]
fn what_is_gone_is_told_by_its_line_and_stop() {
    let kept = kept(&town(STOP_TIMES));
    let gone = |timetable: &Timetable, day| again(timetable, &kept, day, Busy::default()).expect_err("it is gone");
    // Line 2 begins at Birch now.
    let elsewhere = STOP_TIMES.replace("t3,08:30:00,08:30:00,C,1", "t3,08:30:00,08:30:00,B,1");
    match gone(&town(&elsewhere), NEXT) {
        Gone::NotThere(line, stop) => assert_eq!((line.short_name.as_str(), stop.as_str()), ("2", "Cedar")),
        other => panic!("{other:?}"),
    }
    // Line 1 goes in the evening only.
    let evening = STOP_TIMES.replace("t1,08", "t1,18").replace(",08:11:00,B", ",18:11:00,B");
    let evening = evening.replace("t1,18:00:00,08", "t1,18:00:00,18").replace("t1,18:20:00,08", "t1,18:20:00,18");
    let evening = evening.replace("t2,09", "t2,19").replace(",09:11:00,B", ",19:11:00,B");
    let evening = evening.replace("t2,19:00:00,09", "t2,19:00:00,19").replace("t2,19:20:00,09", "t2,19:20:00,19");
    match gone(&town(&evening), NEXT) {
        Gone::NotThen(line) => assert_eq!(line.short_name, "1"),
        other => panic!("{other:?}"),
    }
    assert_eq!(gone(&town(STOP_TIMES), date(2025, 1, 1)), Gone::TooOld(date(2024, 12, 31)));
}
