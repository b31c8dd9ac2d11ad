//! Dee gets the times of buses and of trains: they are one timetable, newer times take the place of old ones, and any can
//! be taken away again.
use alongside::devices::shelves::{Kind, Shelf};
use alongside::domain::travel::gtfs::Table;
use futures::executor::block_on;
use jiff::civil::date;

use crate::person::Computer;
use crate::travel::feed::Feed;

/// Trains from Damson station, which the buses call Damson too, to Elder.
fn trains() -> Feed {
    Feed::plain()
        .with(Table::Agency, "agency_id,agency_name\nR,Example Rail\n")
        .with(
            Table::Stops,
            "stop_id,stop_name,stop_lat,stop_lon\nDAM,Damson Station,53.932,-4.20\nELD,Elder,54.2,-4.20\n",
        )
        .with(Table::Routes, "route_id,agency_id,route_short_name,route_long_name,route_type\nr9,R,T,,2\n")
        .with(Table::Trips, "route_id,service_id,trip_id,trip_headsign\nr9,all,t9,Elder\n")
        .with(
            Table::StopTimes,
            "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n\
             t9,09:00:00,09:00:00,DAM,1\nt9,09:30:00,09:30:00,ELD,2\n",
        )
        .without(Table::Transfers)
}

#[test]
fn dee_gets_buses_and_trains_and_a_way_goes_by_both() {
    let computer = Computer::new();
    let downloads = tempfile::tempdir().expect("a folder");
    let newer = Feed::plain().with(
        Table::Calendar,
        "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\n\
         all,1,1,1,1,1,1,1,20240101,20250630\n",
    );
    for (name, feed) in [("buses.zip", Feed::plain()), ("trains.zip", trains()), ("newer-buses.zip", newer)] {
        feed.write_zip(&downloads.path().join(name), "");
    }
    computer.devices.has_shelf(Shelf { kind: Kind::Downloads, folder: downloads.path().to_owned() });
    computer.devices.set_now(date(2024, 3, 5).at(7, 0, 0, 0));
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Get bus times");
    for (file, from) in
        [("buses.zip", "Example Buses"), ("trains.zip", "Example Rail"), ("newer-buses.zip", "Example Rail")]
    {
        assert!(file == "newer-buses.zip" || !dee.can_press("Whose bus times are here?"));
        dee.presses("Get new bus times");
        dee.presses("Downloads");
        dee.presses(file);
        dee.sees("The bus times are ready.");
        dee.sees(from);
        dee.presses("OK");
    }
    dee.sees("They are from Example Buses, Example Rail.");
    dee.presses("Whose bus times are here?");
    dee.sees("Until 30 June 2025");
    dee.keeps_a_picture("timetable-parts");
    dee.presses_one_that_opens("Example Buses");
    dee.keeps_a_picture("timetable-away");
    dee.presses("Keep them");
    dee.presses_one_that_opens("Example Rail");
    dee.presses("Remove them");
    dee.sees("The bus times are ready.");
    dee.presses("OK");
    dee.does_not_see("Example Rail");
    assert!(!dee.can_press("Whose bus times are here?"));
    // And here they are again.
    dee.presses("Get new bus times");
    dee.presses("Downloads");
    dee.presses("trains.zip");
    dee.sees("The bus times are ready.");
    drop(dee);
    let store = computer.store();
    let known = block_on(store.hall().expect("it opens").timetable()).expect("it is there");
    let stops = known.0.stops();
    let (birch, elder) = (stops.with_id("B").expect("a bus stop"), stops.with_id("ELD").expect("a station"));
    let spot = |stop| alongside::domain::travel::trip::Spot {
        position: stops.position(stop),
        stop: Some(stops.id(stop).to_owned()),
    };
    let request = alongside::domain::travel::trip::Request {
        from: spot(birch),
        to: spot(elder),
        be_there: date(2024, 3, 5).at(10, 0, 0, 0),
        now: date(2024, 3, 5).at(7, 0, 0, 0),
        pace: alongside::domain::travel::trip::pace::Pace::default(),
        likes: alongside::domain::travel::trip::likes::Likes::default(),
        known: Vec::new(),
    };
    let way = alongside::domain::travel::trip::plan(&known.0, &request).expect("there is a way");
    let by: Vec<_> = way[0].trip.rides().map(|ride| ride.line.short_name.clone()).collect();
    assert_eq!(by, ["1", "2", "T"]);
}
