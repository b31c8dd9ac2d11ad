//! Feeds as they really are: one oddity each, and what must come of it.
use alongside::domain::travel::gtfs::report::{Oddity, Report};
use alongside::domain::travel::gtfs::{Refused, Table};
use alongside::domain::travel::line::Mode;
use alongside::domain::travel::timetable::{PatternIndex, Timetable, TripIndex};
use jiff::civil::date;

use super::feed::{Feed, STOP_TIMES};
use super::refusals::refused;

/// Every trip as `line: stop arrives/departs, ...`, sorted; with how often each oddity was met.
pub fn check(mut feed: Feed, trips: &[&str], oddities: &[(Oddity, u64)]) {
    let (timetable, report) = feed.read().expect("a timetable");
    assert_eq!(told(&timetable), trips);
    let met: Vec<_> = report.oddities.into_iter().collect();
    assert_eq!(met, oddities);
    assert!(timetable.is_sound());
}

fn told(timetable: &Timetable) -> Vec<String> {
    let mut told = Vec::new();
    for pattern in (0..timetable.pattern_count()).map(PatternIndex) {
        let line = timetable.line(timetable.line_of(pattern)).expect("a line");
        for trip in timetable.trips(pattern).map(TripIndex) {
            let calls = timetable.calls(pattern).iter().enumerate();
            let calls = calls.map(|(place, call)| {
                let clock = |minute: i32| format!("{}:{:02}", minute / 60, minute % 60);
                let stop = timetable.stops().id(call.stop());
                let arrives = clock(timetable.arrives(trip, place as u16));
                let departs = clock(timetable.departs(trip, place as u16));
                match arrives == departs {
                    true => format!("{stop} {arrives}"),
                    false => format!("{stop} {arrives}/{departs}"),
                }
            });
            let calls: Vec<_> = calls.collect();
            told.push(format!("{}: {}", line.short_name, calls.join(", ")));
        }
    }
    told.sort();
    told
}

pub const PLAIN: [&str; 3] = ["1: A 8:00, B 8:10/8:11, C 8:20", "1: A 9:00, B 9:10/9:11, C 9:20", "2: C 8:30, D 8:40"];

#[test]
fn a_plain_feed_has_nothing_odd() {
    check(Feed::plain(), &PLAIN, &[]);
    let (_, report) = Feed::plain().read().expect("a timetable");
    let expected = Report {
        agencies: vec!["Example Buses".to_owned()],
        stops: 4,
        lines: 2,
        trips: 3,
        stop_times: 8,
        first_day: date(2024, 1, 1),
        last_day: date(2024, 12, 31),
        read_on: None,
        oddities: [].into(),
    };
    assert_eq!(report, expected);
}

#[test]
fn marks_quotes_and_line_ends_do_not_matter() {
    let marked = format!("\u{feff}{}", STOP_TIMES.replace('\n', "\r\n"));
    check(Feed::plain().with(Table::StopTimes, &marked), &PLAIN, &[]);
    let quoted = "\u{feff}\"stop_lon\" , extra,stop_name,stop_id,\"stop_lat\"\r\n\
        -4.20,x,\"Alder, \"\"old\"\" one\",A,53.90\r\n -4.20 ,,Birch, B ,53.91\r\n\
        -4.20,,Cedar,C,53.92,more,than,columns\r\n\r\n-4.20,,Damson,D,53.93\r\n";
    let mut feed = Feed::plain().with(Table::Stops, quoted);
    let (timetable, _) = feed.read().expect("a timetable");
    let alder = timetable.stops().with_id("A").expect("a stop");
    assert_eq!(timetable.stops().name(alder), "Alder, \"old\" one");
    check(feed, &PLAIN, &[]);
}

#[test]
fn times_past_midnight_and_short_hours_are_kept() {
    let times = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n\
        t1,23:50:00,23:50:00,A,1\nt1,24:10:00,24:10:00,B,2\n\
        t2, 8:05:00, 8:05:00,A,1\nt2,8:15:30,8:15:30,B,2\n";
    check(
        Feed::plain().with(Table::StopTimes, times),
        &["1: A 23:50, B 24:10", "1: A 8:05, B 8:16"],
        &[(Oddity::UnusedStops, 2)],
    );
}

#[test]
fn blank_times_are_filled_in() {
    let times = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n\
        t1,08:00:00,08:00:00,A,1\nt1,,,B,2\nt1,,,C,3\nt1,08:30:00,,D,4\n\
        t2,,,A,1\nt2,09:00:00,09:00:00,B,2\nt2,09:10:00,09:10:00,C,3\nt2,,,D,4\n";
    check(
        Feed::plain().with(Table::StopTimes, times),
        &["1: A 8:00, B 8:10, C 8:20, D 8:30", "1: B 9:00, C 9:10"],
        &[(Oddity::TimesFilledIn, 2), (Oddity::EndsWithoutTime, 2)],
    );
}

#[test]
fn rows_out_of_order_are_sorted() {
    let times = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n\
        t1,08:20:00,08:20:00,C,30\nt1,08:00:00,08:00:00,A,5\nt1,08:10:00,08:11:00,B,7\n";
    check(
        Feed::plain().with(Table::StopTimes, times),
        &["1: A 8:00, B 8:10/8:11, C 8:20"],
        &[(Oddity::UnusedStops, 1), (Oddity::TripsSorted, 1)],
    );
}

#[test]
fn rows_of_a_trip_may_lie_apart() {
    let mut rows: Vec<_> = STOP_TIMES.lines().skip(1).collect();
    rows.sort_by_key(|row| row.rsplit(',').next());
    let mixed = format!("trip_id,arrival_time,departure_time,stop_id,stop_sequence\n{}\n", rows.join("\n"));
    check(Feed::plain().with(Table::StopTimes, &mixed), &PLAIN, &[]);
}

#[test]
fn one_calendar_is_enough() {
    let dates = "service_id,date,exception_type\nall,20240506,1\nall,20240508,1\n";
    let feed = Feed::plain().without(Table::Calendar).with(Table::CalendarDates, dates);
    check(feed.clone(), &PLAIN, &[]);
    let (timetable, report) = feed.clone().read().expect("a timetable");
    assert_eq!((report.first_day, report.last_day), (date(2024, 5, 6), date(2024, 5, 8)));
    assert!(!timetable.days().anything_runs(date(2024, 5, 7)));
    refused(feed.without(Table::CalendarDates), Refused::MissingTable(Table::Calendar));
}

#[test]
fn days_off_and_days_on_are_kept() {
    let dates = "service_id,date,exception_type\nall,20241225,2\nall,20250101,1\n";
    let mut feed = Feed::plain().with(Table::CalendarDates, dates);
    let (timetable, report) = feed.read().expect("a timetable");
    assert_eq!(report.last_day, date(2025, 1, 1));
    let runs = |month, day| timetable.days().anything_runs(date(2024, month, day));
    assert!(runs(12, 24) && !runs(12, 25) && runs(12, 26));
}

#[test]
fn weeks_without_an_end_and_days_that_turn_in_a_circle() {
    let head = "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n";
    // Until the last day that can be written; an end before its start; a service of long ago, and one of far ahead.
    let mut weeks = format!(
        "{head}all,1,1,1,1,1,0,0,00010101,99991231\nback,1,1,1,1,1,1,1,20240601,20240501\n\
         old,1,1,1,1,1,1,1,18500101,18991231\nfar,1,1,1,1,1,1,1,30000101,30001231\n"
    );
    // On, off and on again; and thousands of services that are each told to run on no day.
    let mut dates = "service_id,date,exception_type\n".to_owned();
    for (day, kind) in [("20240505", 1), ("20240505", 2), ("20240504", 2), ("20240504", 1)] {
        dates += &format!("all,{day},{kind}\n");
    }
    for service in 0..20_000 {
        weeks += &format!("s{service},1,1,1,1,1,0,0,00010101,99991231\n");
        dates += &format!("s{service},20240505,2\n");
    }
    let mut feed = Feed::plain().with(Table::Calendar, &weeks).with(Table::CalendarDates, &dates);
    let (timetable, report) = feed.read().expect("a timetable");
    let runs = |day| timetable.days().anything_runs(day);
    assert!(runs(date(2024, 5, 3)) && runs(date(2024, 5, 4)) && !runs(date(2024, 5, 5)) && runs(date(2024, 5, 6)));
    assert_eq!((report.first_day, report.last_day), (date(2000, 1, 3), date(2149, 12, 31)));
    for never in ["back", "old", "far"] {
        let trips = format!(
            "route_id,service_id,trip_id,trip_headsign\n\
             r1,{never},t1,Cedar\nr1,{never},t2,Cedar\nr2,all,t3,Damson\n"
        );
        let (timetable, _) = feed.clone().with(Table::Trips, &trips).read().expect("a timetable");
        assert_eq!(timetable.trip_count(), 1, "{never}");
    }
}

#[test]
fn trips_that_never_run_are_left_out() {
    let trips = "route_id,service_id,trip_id,trip_headsign\n\
        r1,all,t1,Cedar\nr1,none,t2,Cedar\nr2,all,t3,Damson\n";
    check(Feed::plain().with(Table::Trips, trips), &[PLAIN[0], PLAIN[2]], &[(Oddity::TripsWithoutService, 1)]);
}

#[test]
fn doubles_are_one_trip() {
    let trips = "r1,all,t4,Cedar\nr1,may,t5,Cedar\n";
    let times = "t4,08:00:00,08:00:00,A,1\nt4,08:10:00,08:11:00,B,2\nt4,08:20:00,08:20:00,C,3\n\
        t5,09:00:00,09:00:00,A,1\nt5,09:10:00,09:11:00,B,2\nt5,09:20:00,09:20:00,C,3\n";
    let dates = "service_id,date,exception_type\nmay,20250501,1\n";
    let feed = Feed::plain().and(Table::Trips, trips).and(Table::StopTimes, times).with(Table::CalendarDates, dates);
    // The trip in May has the same times, but no day in common: it is one trip with more days.
    check(feed.clone(), &PLAIN, &[(Oddity::DuplicateTrips, 1)]);
    let (timetable, _) = feed.clone().read().expect("a timetable");
    assert!(timetable.days().anything_runs(date(2025, 5, 1)));
}

#[test]
fn unknown_stops_and_bad_rows_are_skipped() {
    let many: String = (0..50)
        .map(|trip| format!("t{},10:{trip:02}:00,10:{trip:02}:00,A,1\nt{},11:00:00,11:00:00,B,2\n", trip + 9, trip + 9))
        .collect();
    let trips: String = (0..50).map(|trip| format!("r1,all,t{},\n", trip + 9)).collect();
    let feed = Feed::plain()
        .and(Table::Trips, &trips)
        .and(Table::StopTimes, &many)
        .and(Table::StopTimes, "t3,08:50:00,08:50:00,Q,3\nt3,8 o'clock,,D,4\nt9999,,,A,1\n");
    let (_, report) = feed.clone().read().expect("a timetable");
    let met: Vec<_> = report.oddities.into_iter().collect();
    let expected = [(Oddity::UnknownStops, 1), (Oddity::UnknownTrips, 1), (Oddity::BadRows, 1)];
    assert_eq!(met, expected);
    let bad: String = (0..6).map(|_| "t3,nine,ten,D,4\n").collect();
    refused(feed.and(Table::StopTimes, &bad), Refused::TooManyBadRows { table: Table::StopTimes, bad: 9, rows: 117 });
}

#[test]
fn repeated_trips_become_trips() {
    let every = "trip_id,start_time,end_time,headway_secs,exact_times\n\
        t1,10:00:00,11:00:00,1800,1\nt3,12:00:00,12:30:00,1200,0\n";
    check(
        Feed::plain().with(Table::Frequencies, every),
        &[
            "1: A 10:00, B 10:10/10:11, C 10:20",
            "1: A 10:30, B 10:40/10:41, C 10:50",
            "1: A 9:00, B 9:10/9:11, C 9:20",
            "2: C 12:00, D 12:10",
            "2: C 12:20, D 12:30",
        ],
        &[(Oddity::RepeatedExactly, 1), (Oddity::RepeatedRoughly, 1)],
    );
}

#[test]
fn a_line_with_express_trips_is_split() {
    let trips = "r1,all,t4,Cedar\n";
    let times = "t4,08:05:00,08:05:00,A,1\nt4,08:08:00,08:08:00,B,2\nt4,08:11:00,08:11:00,C,3\n";
    let mut feed = Feed::plain().and(Table::Trips, trips).and(Table::StopTimes, times);
    let (timetable, _) = feed.read().expect("a timetable");
    assert_eq!(timetable.pattern_count(), 3);
}

#[test]
fn getting_on_and_off_follows_the_flags() {
    let times = "trip_id,arrival_time,departure_time,stop_id,stop_sequence,pickup_type,drop_off_type\n\
        t1,08:00:00,08:00:00,A,1,0,0\nt1,08:10:00,08:10:00,B,2,1,1\nt1,08:15:00,08:15:00,C,3,1,0\n\
        t1,08:20:00,08:20:00,D,4,3,0\n";
    let mut feed = Feed::plain().with(Table::StopTimes, times);
    let (timetable, _) = feed.read().expect("a timetable");
    let calls = timetable.calls(PatternIndex(0));
    let flags: Vec<_> = calls.iter().map(|call| (call.board(), call.alight())).collect();
    // At B it stops for nobody; nobody gets off at the first stop or on at the last.
    assert_eq!(flags, [(true, false), (false, true), (false, true)]);
    check(feed, &["1: A 8:00, C 8:15, D 8:20"], &[(Oddity::UnusedStops, 1), (Oddity::CallsByArrangement, 1)]);
}

#[test]
fn change_times_and_footpaths_come_from_transfers() {
    let transfers = "from_stop_id,to_stop_id,transfer_type,min_transfer_time,from_trip_id\n\
        A,A,2,61,\nB,B,2,0,\nA,B,2,4140,\nA,B,2,300,\nC,D,0,,\nD,C,3,,\nA,C,2,60,t1\nA,Q,2,60,\n";
    let mut feed = Feed::plain().with(Table::Transfers, transfers);
    let (timetable, report) = feed.read().expect("a timetable");
    let stop = |id| timetable.stops().with_id(id).expect("a stop");
    let change = |id| timetable.stops().change(stop(id));
    assert_eq!((change("A"), change("B"), change("C")), (2, 0, 2));
    let paths = |id| -> Vec<_> {
        let paths = timetable.footpaths_from(stop(id)).iter();
        paths.map(|path| (timetable.stops().id(path.stop), path.seconds)).collect()
    };
    assert_eq!(paths("A"), [("B", 300)]);
    // 1112 metres as the crow flies, 1.3 times as far on foot, at 1.33 metres a second.
    assert_eq!(paths("C"), [("D", 1087)]);
    assert_eq!(paths("D"), []);
    assert_eq!(timetable.footpaths_to(stop("B")).len(), 1);
    assert_eq!(report.oddities.get(&Oddity::TransfersSkipped), Some(&3));
}

#[test]
fn without_transfers_near_stops_are_linked() {
    let stops = "stop_id,stop_name,stop_lat,stop_lon\n\
        A,Alder,53.90,-4.20\nB,Birch,53.902,-4.20\nC,Cedar,53.92,-4.20\nD,Damson,53.93,-4.20\n";
    let mut feed = Feed::plain().with(Table::Stops, stops).without(Table::Transfers);
    let (timetable, report) = feed.read().expect("a timetable");
    let alder = timetable.stops().with_id("A").expect("a stop");
    assert_eq!(timetable.footpaths_from(alder).len(), 1);
    assert_eq!(timetable.stops().change(alder), 2);
    assert_eq!(report.oddities.get(&Oddity::FootpathsWorkedOut), Some(&2));
}

#[test]
fn platforms_borrow_from_their_station() {
    let stops = "stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,platform_code\n\
        S,Central,53.90,-4.20,1,,\nA,,,,0,S,1\nB,,53.9001,-4.20,0,S,2\nC,,53.92,-4.20,0,,\nD,Damson,,,0,,\n";
    let transfers = "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nS,S,2,240\n";
    let mut feed = Feed::plain().with(Table::Stops, stops).with(Table::Transfers, transfers).with(
        Table::StopTimes,
        "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n\
             t1,08:00:00,08:00:00,A,1\nt1,08:10:00,08:11:00,B,2\nt1,08:20:00,08:20:00,C,3\n",
    );
    let (timetable, report) = feed.read().expect("a timetable");
    let stops = timetable.stops();
    let stop = |id| stops.with_id(id).expect("a stop");
    assert_eq!(stops.name(stop("A")), "Central");
    assert_eq!(stops.platform(stop("A")), "1");
    assert_eq!(stops.name(stop("C")), "C");
    assert!(stops.of_one_station(stop("A"), stop("B")));
    assert!(!stops.of_one_station(stop("A"), stop("C")));
    assert_eq!(stops.change(stop("A")), 4);
    assert_eq!(timetable.footpaths_from(stop("B")).len(), 1);
    assert_eq!(report.oddities.get(&Oddity::StopsWithoutPlace), Some(&1));
    assert_eq!(report.oddities.get(&Oddity::BlankNames), Some(&3));
}

#[test]
fn impossible_trips_are_left_out() {
    let times = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n\
        t1,23:50:00,23:50:00,A,1\nt1,00:10:00,00:10:00,B,2\n\
        t2,09:00:00,09:00:00,A,1\n\
        t3,08:30:00,08:30:00,C,1\nt3,08:40:00,08:40:00,D,2\n";
    check(
        Feed::plain().with(Table::StopTimes, times),
        &[PLAIN[2]],
        &[(Oddity::UnusedStops, 2), (Oddity::TripsTooShort, 1), (Oddity::TimesRunBackwards, 1)],
    );
}

#[test]
fn unknown_kinds_of_line_are_kept() {
    let routes = "route_id,route_short_name,route_type,route_color\nr1,1,204,FFC21A\nr2,2,77,\n";
    let mut feed = Feed::plain().with(Table::Routes, routes).without(Table::Agency);
    let (timetable, report) = feed.read().expect("a timetable");
    let modes: Vec<_> = timetable.lines().iter().map(|line| line.mode).collect();
    assert_eq!(modes, [Mode::Coach, Mode::Other(77)]);
    assert_eq!(timetable.lines()[0].colour, Some([0xff, 0xc2, 0x1a]));
    assert_eq!(report.oddities.get(&Oddity::UnknownRouteTypes), Some(&1));
    assert_eq!(report.oddities.get(&Oddity::NoAgency), Some(&1));
}
