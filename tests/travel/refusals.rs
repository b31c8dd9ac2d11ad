//! Feeds that are refused, and why; and reading that is stopped.
use alongside::domain::travel::gtfs::report::Oddity;
use alongside::domain::travel::gtfs::{self, Carry, Refused, Table};

use super::feed::Feed;
use super::oddities::{PLAIN, check};

pub fn refused(mut feed: Feed, why: Refused) {
    assert_eq!(feed.read().expect_err("refused"), why);
}

#[test]
fn tables_that_must_be_there_are_missed() {
    for table in [Table::Stops, Table::Routes, Table::Trips, Table::StopTimes] {
        refused(Feed::plain().without(table), Refused::MissingTable(table));
    }
    refused(
        Feed::plain().with(Table::Trips, "route_id,trip_id\nr1,t1\n"),
        Refused::MissingColumn(Table::Trips, "service_id"),
    );
    refused(
        Feed::plain().with(Table::Trips, "route_id,service_id,trip_id\n"),
        Refused::TooManyBadRows { table: Table::StopTimes, bad: 8, rows: 8 },
    );
    let days = "service_id,date,exception_type\nother,20240506,1\n";
    refused(Feed::plain().without(Table::Calendar).with(Table::CalendarDates, days), Refused::NoTrips);
}

#[test]
fn tables_that_need_not_be_there_may_be_anything() {
    let feed = Feed::plain().with(Table::Frequencies, "").with(Table::CalendarDates, "this is\nno table\n");
    check(feed, &PLAIN, &[(Oddity::TablesLeftOut, 1)]);
}

#[test]
fn a_trip_with_no_end_is_refused() {
    let rows: String = (0..5_000).map(|row| format!("t3,09:00:00,09:00:00,D,{}\n", row + 3)).collect();
    refused(Feed::plain().and(Table::StopTimes, &rows), Refused::TooBig(Table::StopTimes));
}

#[test]
fn reading_tells_how_far_it_is_and_can_be_stopped() {
    let trips: String = (10..25_010).map(|trip| format!("r1,all,t{trip},\n")).collect();
    let rows: String =
        (10..25_010).map(|trip| format!("t{trip},9:00:00,9:00:00,A,1\nt{trip},9:30:00,9:30:00,B,2\n")).collect();
    let mut feed = Feed::plain().and(Table::Trips, &trips).and(Table::StopTimes, &rows);
    let mut news = Vec::new();
    let outcome = gtfs::read(&mut feed, &mut |progress| {
        news.extend((progress.table == Table::StopTimes).then_some(progress));
        match news.last().is_some_and(|progress| progress.rows > 40_000) {
            true => Carry::Stop,
            false => Carry::On,
        }
    });
    assert_eq!(outcome.err(), Some(Refused::Stopped));
    assert!(news.len() >= 3);
    assert!(news.is_sorted_by_key(|progress| progress.bytes));
    assert!(news.iter().all(|progress| progress.bytes <= progress.length));
    let gaps = news.windows(2).map(|pair| pair[1].rows - pair[0].rows);
    assert!(gaps.max().is_some_and(|gap| gap <= 20_000));
}
