//! Everything that is saved: each kind of document, and the space that it lies in.
use serde::{Deserialize, Serialize};

use super::debrief::{ClipId, Share, Telling};
use super::note::Note;
use super::person::{PersonId, Team};
use super::place::{ChosenTrip, Photo, Place, StopPhoto};
use super::plan::{Plan, Working};
use super::preferences::Preferences;
use super::space::Space;
use super::story::{ConcernStep, StoryStep};
use super::told::{AboutMe, Concern, Visit};
use super::travel::trip::pace::Pace;

/// A recording that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clip {
    /// Its name.
    pub id: ClipId,
    /// Whose voice it is.
    pub voice: PersonId,
    /// The file that holds its sound.
    pub file: String,
    /// Its length in milliseconds.
    pub length_ms: u64,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Record {
    /// The people.
    Team(Team),
    /// A place to go.
    Place(Place),
    /// What a stop looks like.
    StopPhoto(StopPhoto),
    /// A photo that a senior took in.
    Photo(Photo),
    /// How the app looks and sounds for one person.
    Preferences(PersonId, Preferences),
    /// How a person likes to travel: from their support plan, never asked twice.
    Pace(PersonId, Pace),
    /// The trip that a worker has chosen.
    Trip(ChosenTrip),
    /// A support plan.
    Plan(Plan),
    /// What a worker said about one thing in it.
    Working(Working),
    /// A debrief while it is told.
    Telling(Telling),
    /// A visit as it was sent.
    Visit(Visit),
    /// What a worker told about themselves.
    AboutMe(AboutMe),
    /// A worry.
    Concern(Concern),
    /// A step of a worry.
    ConcernStep(ConcernStep),
    /// A step of a story.
    StoryStep(StoryStep),
    /// A note while it is written: only its author reads it.
    Draft(Note),
    /// A note as it is in the record.
    Note(Note),
    /// A recording, and the space it lies in.
    Clip(Space, Clip),
}

impl Record {
    /// The space that it lies in, which decides who can read it.
    #[must_use]
    pub fn space(&self) -> Space {
        match self {
            Self::Team(_) | Self::Place(_) | Self::StopPhoto(_) | Self::Photo(_) => Space::Team,
            Self::Preferences(person, _) => Space::Private(person.clone()),
            Self::Pace(person, _) => Space::Private(person.clone()),
            Self::Trip(trip) => Space::Private(trip.person.clone()),
            Self::Plan(plan) => Space::Plan(plan.worker.clone()),
            Self::Working(working) => Space::Plan(working.worker.clone()),
            Self::Telling(telling) => Space::Private(telling.worker.clone()),
            Self::Visit(visit) => Space::Visits(visit.worker.clone()),
            Self::AboutMe(me) => match me.share {
                Share::Myself => Space::Me(me.worker.clone()),
                Share::Lead => Space::SharedWithLead(me.worker.clone()),
                Share::SeniorAndLead => Space::SharedWithBoth(me.worker.clone()),
            },
            Self::Concern(concern) => concern.space(),
            Self::ConcernStep(step) => Space::Supervision(step.worker.clone()),
            Self::StoryStep(step) => Space::Visits(step.worker.clone()),
            Self::Draft(note) => Space::Private(note.author.clone()),
            Self::Note(note) => Space::Visits(note.worker.clone()),
            Self::Clip(space, _) => space.clone(),
        }
    }

    /// The document that this is a revision of. `None` for steps: each is a document of its own, never changed.
    #[must_use]
    pub fn document(&self) -> Option<String> {
        Some(match self {
            Self::Team(_) => "team".to_owned(),
            Self::Place(place) => format!("place/{}", place.id.0),
            Self::StopPhoto(photo) => format!("stop/{}", photo.stop),
            Self::Photo(photo) => format!("photo/{}", photo.name),
            Self::Preferences(person, _) => format!("preferences/{}", person.0),
            Self::Pace(person, _) => format!("pace/{}", person.0),
            Self::Trip(trip) => trip.document(),
            Self::Plan(plan) => format!("plan/{}", plan.worker.0),
            Self::Working(working) => format!("working/{}/{}", working.worker.0, working.item),
            Self::Telling(telling) => format!("telling/{}", telling.id.0),
            Self::Visit(visit) => format!("visit/{}", visit.id.0),
            Self::AboutMe(me) => format!("me/{}", me.debrief.0),
            Self::Concern(concern) => format!("concern/{}", concern.debrief.0),
            Self::ConcernStep(_) | Self::StoryStep(_) => return None,
            Self::Draft(note) => format!("draft/{}", note.debrief.0),
            Self::Note(note) => format!("note/{}", note.debrief.0),
            Self::Clip(space, clip) => format!("clip/{}/{}", space.name(), clip.id.0),
        })
    }
}
