//! Places to go, and trips that were planned.
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use super::person::PersonId;

/// Names a place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PlaceId(pub String);

/// A place to go for work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its name in documents.
    pub id: PlaceId,
    /// What it is called.
    pub name: String,
    /// North of the equator, in degrees.
    pub latitude: f64,
    /// East of Greenwich, in degrees.
    pub longitude: f64,
    /// The name of its picture.
    pub picture: String,
    /// The name of its photo, if there is one.
    pub photo: Option<String>,
    /// Whether trips start here unless the worker says otherwise.
    pub base: bool,
}

/// How fast a person walks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Walking {
    /// Slowly.
    Slow,
    /// At a steady pace.
    #[default]
    Steady,
    /// Quickly.
    Quick,
}

/// What a person needs on the way: it comes from their support plan, and is never asked twice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TravelNeeds {
    /// Whose needs.
    pub person: PersonId,
    /// How fast they walk.
    pub walking: Walking,
    /// Minutes to be there early.
    pub spare_minutes: u16,
    /// Minutes for each change.
    pub change_minutes: u16,
    /// The most minutes to walk at a time.
    pub most_walking: u16,
    /// The most changes.
    pub most_changes: u8,
}

impl TravelNeeds {
    /// Needs of a person who has told none: 10 minutes early, 5 minutes a change, 15 minutes' walk.
    #[must_use]
    pub fn usual(person: PersonId) -> Self {
        Self {
            person,
            walking: Walking::Steady,
            spare_minutes: 10,
            change_minutes: 5,
            most_walking: 15,
            most_changes: 2,
        }
    }
}

/// A trip that the worker has chosen: enough to plan the very same again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenTrip {
    /// Who goes.
    pub person: PersonId,
    /// From where.
    pub from: PlaceId,
    /// To where.
    pub to: PlaceId,
    /// On which day.
    pub day: Date,
    /// By when.
    pub by: Time,
    /// Which of the trips found, from 0.
    pub choice: usize,
    /// When it was chosen.
    pub at: DateTime,
}
