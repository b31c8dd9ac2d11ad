//! How long a way takes at least: never longer than it takes, and not shorter than need be. That no answer is lost by it
//! is shown by the oracle, and by the known answers for real feeds.
use alongside::domain::travel::gtfs::Table;
use alongside::domain::travel::raptor::{LeftOut, Limits, Query, Reach, Time, journeys};
use alongside::domain::travel::timetable::Timetable;
use alongside::domain::travel::timetable::stops::StopIndex;
use jiff::civil::date;

use super::feed::{Feed, practice};
use super::reference::AS_ASKED;

fn stop(timetable: &Timetable, id: &str) -> StopIndex {
    timetable.stops().with_id(id).expect("a stop")
}

fn on(stop: StopIndex, minutes: u16) -> [Reach; 1] {
    [Reach { stop, minutes }]
}

/// A line of stops whose buses take ten minutes to the second stop, or four, and five to the third, or 26; and another
/// that ends there.
fn line() -> Timetable {
    let mut feed = Feed::plain();
    feed.set(
        Table::StopTimes,
        "trip_id,stop_sequence,stop_id,arrival_time,departure_time\n\
         t1,1,A,08:00:00,08:00:00\nt1,2,B,08:10:00,08:12:00\nt1,3,C,08:17:00,08:17:00\n\
         t2,1,A,09:00:00,09:00:00\nt2,2,B,09:04:00,09:04:00\nt2,3,C,09:30:00,09:30:00\n\
         t3,1,D,08:00:00,08:00:00\nt3,2,C,08:03:00,08:03:00\n",
    );
    feed.set(Table::Transfers, "from_stop_id,to_stop_id,transfer_type,min_transfer_time\nA,A,2,60\n");
    feed.read().expect("a timetable").0
}

#[test]
fn along_a_line_it_is_the_shortest_ride_of_each_hop() {
    let line = line();
    let at = |id| stop(&line, id);
    let to_c = on(at("C"), 0);
    let there = line.bounds().to_goal(&to_c, false);
    assert_eq!(["A", "B", "C", "D"].map(|id| there.from(at(id))), [4 + 5, 5, 0, 3]);
    let from_a = on(at("A"), 0);
    let back = line.bounds().to_goal(&from_a, true);
    assert_eq!(["A", "B", "C"].map(|id| back.from(at(id))), [0, 4, 9]);
}

#[test]
fn the_nearest_of_several_ends_counts() {
    let line = line();
    let at = |id| stop(&line, id);
    let ends = [Reach { stop: at("C"), minutes: 30 }, Reach { stop: at("B"), minutes: 1 }];
    assert!(line.bounds().to_goal(&ends, false).from(at("A")) <= 5);
}

#[test]
fn no_journey_is_shorter_between_any_two_stops_of_the_town() {
    let (town, _) = practice().read().expect("the town's timetable");
    let day = date(2026, 3, 10);
    let limits = Limits { most_changes: 3, horizon: 24 * 60, ..AS_ASKED };
    let (mut found, mut exact) = (0, 0);
    for from in town.stops().all() {
        for to in town.stops().all() {
            let (start, end) = (on(from, 0), on(to, 0));
            let at_least = town.bounds().to_goal(&end, false).from(from);
            let back = town.bounds().to_goal(&start, true).from(to);
            let time = Time::LeaveAfter(9 * 60);
            let query = Query { day, time, from: &start, to: &end, limits, left_out: LeftOut::default() };
            for journey in journeys(&town, &query) {
                let takes = journey.arrive - journey.leave;
                assert!(at_least <= takes && back <= takes, "{from:?} to {to:?}: {at_least}, {back}, {takes}");
                found += 1;
                exact += usize::from(at_least == takes);
            }
        }
    }
    assert!(found > 100 && exact * 20 > found, "of {found} journeys {exact} are as short as can be");
}
