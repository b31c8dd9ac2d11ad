//! Places to go, what stops look like, and trips that were chosen.
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::person::PersonId;
use super::travel::position::Position;
use super::travel::trip::outlook::Outlook;
use super::travel::trip::{Choice, Spot};

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
    /// Where it is.
    pub position: Position,
    /// The `stop_id` of the stop that is used for it. None where any stop within a walk will do.
    #[serde(default)]
    pub stop: Option<String>,
    /// The name of its picture.
    pub picture: String,
    /// The name of its photo, if there is one.
    pub photo: Option<String>,
    /// Whether it has been taken off the list.
    #[serde(default)]
    pub gone: bool,
    /// Whether trips start here unless the worker says otherwise.
    pub base: bool,
}

impl Place {
    /// The place, as a trip begins or ends there.
    #[must_use]
    pub fn spot(&self) -> Spot {
        Spot { position: self.position, stop: self.stop.clone() }
    }
}

/// A photo that a senior took in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Its name.
    pub name: String,
    /// The file that holds it.
    pub file: String,
}

/// What a stop looks like: its photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopPhoto {
    /// The `stop_id` of the stop.
    pub stop: String,
    /// The name of the photo.
    pub photo: String,
}

/// A trip that the worker has chosen: all of it, so that it can be read on without the timetable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChosenTrip {
    /// Who goes.
    pub person: PersonId,
    /// From where.
    pub from: PlaceId,
    /// To where.
    pub to: PlaceId,
    /// When to be there.
    pub by: DateTime,
    /// The trip, and what to do if a bus is missed.
    pub choice: Choice,
    /// The last ways of that day.
    #[serde(default)]
    pub outlook: Outlook,
    /// Which step was looked at last, from 0.
    pub step: usize,
    /// Whether the person is there, or does not go any more.
    pub over: bool,
    /// Whether they did not go, or went another way.
    #[serde(default)]
    pub dropped: bool,
}

impl ChosenTrip {
    /// Its name in documents: who, when and to where. The same trip chosen again takes its place.
    #[must_use]
    pub fn document(&self) -> String {
        format!("trip/{}/{}/{}", self.person.0, self.choice.trip.leave, self.to.0)
    }
}
