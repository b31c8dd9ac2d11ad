//! What a person can look up about getting there: what workers asked for, what was answered, what trips cost
//! and how they were.
use jiff::Span;
use jiff::civil::{Date, DateTime};

use super::Session;
use crate::domain::arranging::{AskId, Request, WayAnswered, WayAsked};
use crate::domain::brief::Brief;
use crate::domain::costs::{CostId, TripCost};
use crate::domain::felt::TripFelt;
use crate::domain::person::PersonId;
use crate::domain::place::{ChosenTrip, Photo};
use crate::domain::record::Record;

impl Session {
    /// What this worker asked for, each with the answer that counts, the one that is needed first in front.
    #[must_use]
    pub fn ways_asked(&self, worker: &PersonId) -> Vec<Request> {
        let asked = self.list(&format!("ways-asked/{}", worker.0), |record| match record {
            Record::WayAsked(asked) => Some(asked.clone()),
            _ => None,
        });
        let answers = self.ways_answered(worker);
        let mut requests: Vec<_> = asked.into_iter().map(|asked| Request::of(asked, &answers)).collect();
        requests.sort_by_key(|request| request.asked.by);
        requests
    }

    /// What was asked under this name.
    #[must_use]
    pub fn way_asked(&self, ask: &AskId) -> Option<Request> {
        let asked: WayAsked = self.newest(&format!("way-asked/{}", ask.0), |record| match record {
            Record::WayAsked(asked) => Some(asked.clone()),
            _ => None,
        })?;
        let answers = self.ways_answered(&asked.worker);
        Some(Request::of(asked, &answers))
    }

    fn ways_answered(&self, worker: &PersonId) -> Vec<WayAnswered> {
        self.list(&format!("ways-answered/{}", worker.0), |record| match record {
            Record::WayAnswered(answered) => Some(answered.clone()),
            _ => None,
        })
    }

    /// What trips of this worker cost, in the order in which it was written down.
    #[must_use]
    pub fn trip_costs(&self, worker: &PersonId) -> Vec<TripCost> {
        self.list(&format!("costs/{}", worker.0), |record| match record {
            Record::TripCost(cost) if !cost.gone => Some(cost.clone()),
            _ => None,
        })
    }

    /// The cost of this name, if it was not removed.
    #[must_use]
    pub fn trip_cost(&self, cost: &CostId) -> Option<TripCost> {
        self.newest(&format!("cost/{}", cost.0), |record| match record {
            Record::TripCost(cost) if !cost.gone => Some(cost.clone()),
            _ => None,
        })
    }

    /// What is known of the photo of a receipt.
    pub(super) fn receipt_known(&self, name: &str) -> Option<Photo> {
        self.newest(&format!("receipt/{name}"), |record| match record {
            Record::Receipt(receipt) => Some(receipt.photo.clone()),
            _ => None,
        })
    }

    /// The trips on which this person was there between this day and now, the earliest first.
    #[must_use]
    pub fn trips_made(&self, person: &PersonId, (since, now): (Date, DateTime)) -> Vec<ChosenTrip> {
        let made = self.briefs(&format!("trips/{}", person.0), |brief| match brief {
            Brief::Trip(trip) => {
                let there = !trip.dropped && trip.arrive.date() >= since && (trip.over || trip.arrive <= now);
                there.then_some(trip.document)
            }
            _ => None,
        });
        let mut trips: Vec<_> = made.iter().filter_map(|document| self.chosen_trip(document)).collect();
        trips.sort_by_key(|trip| trip.choice.trip.leave);
        trips
    }

    /// What this worker said of their trips.
    #[must_use]
    pub fn trips_felt(&self, worker: &PersonId) -> Vec<TripFelt> {
        self.list(&format!("felt/{}", worker.0), |record| match record {
            Record::TripFelt(felt) => Some(felt.clone()),
            _ => None,
        })
    }

    /// What this worker said of the trip on which they set out then.
    #[must_use]
    pub fn trip_felt(&self, worker: &PersonId, left: DateTime) -> Option<TripFelt> {
        self.newest(&TripFelt::document(worker, left), |record| match record {
            Record::TripFelt(felt) => Some(felt.clone()),
            _ => None,
        })
    }

    /// When the trips begin that this person makes today, or in the first half hour of tomorrow.
    #[must_use]
    pub fn leaves_on(&self, person: &PersonId, today: Date) -> Vec<DateTime> {
        let soon = |leave: DateTime| leave.saturating_sub(Span::new().minutes(30)).date() == today;
        self.briefs(&format!("trips/{}", person.0), |brief| match brief {
            Brief::Trip(trip) if !trip.over && (trip.leave.date() == today || soon(trip.leave)) => Some(trip.leave),
            _ => None,
        })
    }
}
