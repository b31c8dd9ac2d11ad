//! What a person can look up of their own travelling: places of their own life, and their last trip.
use jiff::civil::DateTime;

use super::Session;
use crate::domain::brief::Brief;
use crate::domain::pass::Pass;
use crate::domain::person::PersonId;
use crate::domain::place::{ChosenTrip, Place, PlaceId};
use crate::domain::record::Record;

impl Session {
    /// The places of this person's own life, by name. Nobody else can read them.
    #[must_use]
    pub fn own_places(&self, person: &PersonId) -> Vec<Place> {
        let mut places = self.list(&format!("own-places/{}", person.0), |record| match record {
            Record::OwnPlace(_, place) if !place.gone => Some(place.clone()),
            _ => None,
        });
        places.sort_by(|a, b| a.name.cmp(&b.name));
        places
    }

    /// A place of the own life of whoever is in.
    pub(super) fn own_place(&self, place: &PlaceId) -> Option<Place> {
        self.newest(&format!("own-place/{}/{}", self.me.as_ref()?.0, place.0), |record| match record {
            Record::OwnPlace(_, place) => Some(place.clone()),
            _ => None,
        })
    }

    /// The bus pass of this person, if they have one.
    #[must_use]
    pub fn pass(&self, person: &PersonId) -> Option<Pass> {
        self.newest(&format!("pass/{}", person.0), |record| match record {
            Record::Pass(_, pass) => *pass,
            _ => None,
        })
    }

    /// Where the trips of this person went, the one that was used last at the end. Where they did not go after all
    /// is not told.
    #[must_use]
    pub fn gone_to(&self, person: &PersonId) -> Vec<PlaceId> {
        self.briefs(&format!("trips/{}", person.0), |brief| match brief {
            Brief::Trip(trip) if !trip.dropped => trip.to(),
            _ => None,
        })
    }

    /// The last trip of this person to a place that was gone: it is over now, and they did not stay at home.
    #[must_use]
    pub fn last_gone(&self, person: &PersonId, place: &PlaceId, now: DateTime) -> Option<ChosenTrip> {
        let gone = self.briefs(&format!("trips/{}", person.0), |brief| match brief {
            Brief::Trip(trip)
                if trip.to().as_ref() == Some(place) && !trip.dropped && (trip.over || trip.arrive < now) =>
            {
                Some((trip.leave, trip.document))
            }
            _ => None,
        });
        let (_, last) = gone.into_iter().max()?;
        self.chosen_trip(&last)
    }

    /// The trip that this person chose last, also if it is over.
    #[must_use]
    pub fn last_trip(&self, person: &PersonId) -> Option<ChosenTrip> {
        let all = self.briefs(&format!("trips/{}", person.0), |brief| match brief {
            Brief::Trip(trip) => Some(trip.document),
            _ => None,
        });
        self.chosen_trip(all.last()?)
    }
}
