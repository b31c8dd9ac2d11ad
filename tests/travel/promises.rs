//! What every trip promises, whoever asks, from anywhere to anywhere in the practice town.
use std::sync::OnceLock;

use alongside::domain::travel::position::Position;
use alongside::domain::travel::timetable::Timetable;
use alongside::domain::travel::trip::likes::Likes;
use alongside::domain::travel::trip::pace::{Busy, Pace, Speed};
use alongside::domain::travel::trip::steps::Step;
use alongside::domain::travel::trip::{Choice, Leg, Request, Spot, Trip, Why, plan};
use jiff::civil::{DateTime, date};
use proptest::prelude::*;

use super::feed::practice;

fn town() -> &'static Timetable {
    static TOWN: OnceLock<Timetable> = OnceLock::new();
    TOWN.get_or_init(|| practice().read().expect("the town's timetable").0)
}

fn request() -> impl Strategy<Value = Request> {
    // Within a short walk of a stop: elsewhere there is mostly no trip to judge.
    let spot = (any::<prop::sample::Index>(), -0.003..0.003_f64, -0.005..0.005_f64);
    let spot = spot.prop_map(|(index, north, east)| {
        let stops = town().stops();
        let stop = index.index(stops.len());
        let near = stops.all().nth(stop).map(|stop| stops.position(stop));
        let near = near.expect("a stop");
        Spot { position: Position::new(near.latitude + north, near.longitude + east).expect("on the map"), stop: None }
    });
    let pace = (
        prop::sample::select(vec![Speed::Slow, Speed::Steady, Speed::Quick]),
        0..40_u16,
        0..20_u16,
        0..10_u16,
        5..40_u16,
        0..4_u8,
    )
        .prop_map(|(speed, extra, change, stop, walking, changes)| Pace {
            speed,
            extra_minutes: extra,
            change_minutes: change,
            stop_minutes: stop,
            most_walking: walking,
            most_changes: changes,
            busy: Busy::default(),
        });
    let time = (0..7_i8, 6..24_i8, 0..60_i8).prop_map(|(day, hour, minute)| {
        let day = date(2026, 3, 9 + day);
        day.at(hour, minute, 0, 0)
    });
    (spot.clone(), spot, time, 0..600_i64, pace).prop_map(|(from, to, be_there, ahead, pace)| Request {
        from,
        to,
        be_there,
        now: be_there.saturating_sub(jiff::SignedDuration::from_mins(ahead)),
        pace,
        likes: Likes::default(),
        known: Vec::new(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_trip_keeps_its_promises(request in request()) {
        let Ok(choices) = plan(town(), &request) else { return Ok(()) };
        prop_assert!((1..=3).contains(&choices.len()));
        let spare = jiff::SignedDuration::from_mins(request.pace.extra_minutes.into());
        let deadline = request.be_there.saturating_sub(spare);
        for choice in &choices {
            let trip = &choice.trip;
            prop_assert!(trip.leave >= request.now, "not in the past");
            prop_assert!(trip.arrive <= deadline, "in time");
            prop_assert!(trip.changes() <= request.pace.most_changes.into());
            prop_assert_eq!(trip.rides().count(), choice.if_missed.len());
            prop_assert_eq!(trip.rides().count() == 0, choice.why == Why::OnFoot);
            fits_together(trip, &request.pace)?;
            second_plans(choice, &request.pace)?;
            told_in_full(trip)?;
        }
        let by_bus: Vec<_> = choices.iter().filter(|one| one.why != Why::OnFoot).collect();
        for (one, next) in by_bus.iter().zip(by_bus.iter().skip(1)) {
            if next.why == Why::LeavesLater {
                prop_assert!(next.trip.changes() > one.trip.changes());
                prop_assert!(next.trip.leave > one.trip.leave);
            }
        }
    }

    #[test]
    fn more_time_to_spare_never_leaves_later(request in request(), more in 1..60_u16) {
        let mut careful = request.clone();
        careful.pace.extra_minutes += more;
        let last = |request: &Request| {
            let choices = plan(town(), request).ok()?;
            choices.into_iter().map(|choice| choice.trip.leave).max()
        };
        if let (Some(easy), Some(careful)) = (last(&request), last(&careful)) {
            // Up to half an hour is given for less walking, and only where there is a choice.
            let most = easy.saturating_add(jiff::SignedDuration::from_mins(30));
            prop_assert!(careful <= most, "whoever wants more time does not leave later");
        }
    }
}

/// Walks and rides follow each other with time for each.
fn fits_together(trip: &Trip, pace: &Pace) -> Result<(), TestCaseError> {
    let minutes = |minutes: u16| jiff::SignedDuration::from_mins(minutes.into());
    let mut clock = trip.leave;
    let mut rides = 0;
    for leg in &trip.legs {
        match leg {
            Leg::Walk(walk) => {
                prop_assert!(walk.minutes <= pace.most_walking, "no walk is too long");
                prop_assert!(walk.minutes > 0 && walk.metres > 0);
                clock = clock.saturating_add(minutes(walk.minutes));
            }
            Leg::Ride(ride) => {
                let early = if rides == 0 { pace.stop_minutes } else { pace.change_minutes };
                let ready = clock.saturating_add(minutes(early));
                prop_assert!(ready <= ride.on.departs, "time to get on");
                let calls = ride.between.iter().chain([&ride.off]);
                let mut last = ride.on.departs;
                for call in calls {
                    prop_assert!(last <= call.arrives, "stops come in order");
                    last = call.departs;
                }
                clock = ride.off.arrives;
                rides += 1;
            }
        }
    }
    prop_assert!(clock <= trip.arrive);
    Ok(())
}

/// A second plan begins at the stop, after the bus that was missed.
fn second_plans(choice: &Choice, pace: &Pace) -> Result<(), TestCaseError> {
    for (ride, missed) in choice.trip.rides().zip(&choice.if_missed) {
        let Some(trip) = missed.trip() else { continue };
        prop_assert_eq!(trip.leave, ride.on.departs);
        let next = trip.rides().next();
        prop_assert!(next.is_some_and(|next| next.on.departs > ride.on.departs));
        let sets_out = matches!(trip.steps().first(), Some(Step::Leave { .. }));
        prop_assert!(!sets_out, "one is on the way already");
        let no_wait = Pace { stop_minutes: 0, ..*pace };
        fits_together(trip, &no_wait)?;
    }
    Ok(())
}

/// The steps tell every leg, in order of time.
fn told_in_full(trip: &Trip) -> Result<(), TestCaseError> {
    let steps = trip.steps();
    let times: Vec<DateTime> = (steps.iter())
        .filter_map(|step| match step {
            Step::Leave { at } | Step::GetOff { at, .. } | Step::Arrive { at } => Some(*at),
            Step::Wait { comes_at, .. } => Some(*comes_at),
            _ => None,
        })
        .collect();
    prop_assert!(times.is_sorted());
    let whole = matches!(steps.as_slice(), [Step::Leave { .. }, .., Step::Arrive { .. }]);
    prop_assert!(whole, "from setting out to being there");
    let waits = steps.iter().filter(|step| matches!(step, Step::Wait { .. }));
    prop_assert_eq!(waits.count(), trip.rides().count());
    Ok(())
}
