//! What is taken away for good: recordings and stories, who asked, who agreed, and what holds them.
//!
//! A story is erased by two people: one asks, another agrees. What stays is a tombstone, which says who, when and why,
//! and nothing of what was told. It names stories only, so that nothing else can be erased with it: a record goes
//! when it is of one of these stories, and of the worker whom the tombstone names.
use std::collections::BTreeSet;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::debrief::{ClipId, DebriefId};
use super::person::PersonId;
use super::record::Record;
use super::story::What;

/// Names a request to erase.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RequestId(pub String);

/// Why something is held. Chosen and not typed: a reason tells nothing of what is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HoldReason {
    /// Somebody made a complaint.
    Complaint,
    /// Somebody may not be safe.
    Safety,
    /// Somebody is looking into it.
    Inquiry,
}

impl HoldReason {
    /// Every reason, as they are offered.
    pub const ALL: [Self; 3] = [Self::Complaint, Self::Safety, Self::Inquiry];

    /// The key of its words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Complaint => "hold-complaint",
            Self::Safety => "hold-safety",
            Self::Inquiry => "hold-inquiry",
        }
    }
}

/// A hold on one story, or on all that a worker told; or its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// The worker.
    pub worker: PersonId,
    /// The story. `None`: all of them.
    pub story: Option<DebriefId>,
    /// Whether it is held now.
    pub on: bool,
    /// Why it is, or was.
    pub reason: HoldReason,
    /// Who put it on, or lifted it.
    pub by: PersonId,
    /// When.
    pub at: DateTime,
}

/// Why something is erased. Chosen and not typed: it stays when all else is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum EraseReason {
    /// The person whom it is about asked for it.
    Asked,
    /// It is about the wrong person.
    WrongPerson,
    /// It was told by mistake.
    Mistake,
    /// It was kept for as long as it must be.
    LongEnough,
}

impl EraseReason {
    /// Every reason, as they are offered.
    pub const ALL: [Self; 4] = [Self::Asked, Self::WrongPerson, Self::Mistake, Self::LongEnough];

    /// The key of its words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Asked => "erase-why-asked",
            Self::WrongPerson => "erase-why-wrong-person",
            Self::Mistake => "erase-why-mistake",
            Self::LongEnough => "erase-why-long-enough",
        }
    }
}

/// Somebody asks to erase stories of one worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EraseRequest {
    /// Its name.
    pub id: RequestId,
    /// Who told the stories.
    pub worker: PersonId,
    /// The stories.
    pub stories: BTreeSet<DebriefId>,
    /// Why.
    pub reason: EraseReason,
    /// Who asks.
    pub by: PersonId,
    /// When.
    pub at: DateTime,
}

/// Somebody says no to a request, or takes back their own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EraseRefusal {
    /// The request.
    pub request: RequestId,
    /// Who told the stories.
    pub worker: PersonId,
    /// Who says no.
    pub by: PersonId,
    /// When.
    pub at: DateTime,
}

/// The tombstone: what two people have erased. It holds nothing of what was told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// What was asked for.
    pub request: EraseRequest,
    /// The same as who asked has signed it, with the signature: it can be checked when nothing else is left.
    pub signed: String,
    /// The recordings of the stories, as far as who agreed knows them.
    pub clips: BTreeSet<ClipId>,
    /// Who agreed.
    pub by: PersonId,
    /// When.
    pub at: DateTime,
}

/// The tombstone of recordings of one story. The words stay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordingGone {
    /// The story.
    pub story: DebriefId,
    /// Whose voice it was.
    pub worker: PersonId,
    /// The recordings, with those that went before.
    pub clips: BTreeSet<ClipId>,
    /// Who deleted them.
    pub by: PersonId,
    /// When.
    pub at: DateTime,
}

/// The names of files that were taken away, so that no copy keeps them. They say nothing of what was in them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilesGone {
    /// The names.
    pub files: BTreeSet<String>,
    /// When.
    pub at: DateTime,
}

/// The story that a record belongs to, and its worker. `None` for what belongs to no story.
#[must_use]
pub fn story_of(record: &Record) -> Option<(&DebriefId, &PersonId)> {
    Some(match record {
        Record::Telling(telling) => (&telling.id, &telling.worker),
        Record::Visit(visit) => (&visit.id, &visit.worker),
        Record::AboutMe(me) => (&me.debrief, &me.worker),
        Record::Concern(concern) => (&concern.debrief, &concern.worker),
        Record::ConcernStep(step) => (&step.debrief, &step.worker),
        Record::StoryStep(step) => (&step.debrief, &step.worker),
        Record::Draft(note) | Record::Note(note) => (&note.debrief, &note.worker),
        _ => return None,
    })
}

/// The documents of a story that have a name. Its steps are in lists.
#[must_use]
pub fn documents_of(story: &DebriefId) -> [String; 6] {
    ["telling", "visit", "me", "concern", "draft", "note"].map(|kind| format!("{kind}/{}", story.0))
}

/// The lists of the steps of a story.
#[must_use]
pub fn step_lists_of(story: &DebriefId) -> [String; 2] {
    ["story-steps", "concern-steps"].map(|list| format!("{list}/{}", story.0))
}

/// The recordings that a record speaks of.
#[must_use]
pub fn clips_of(record: &Record) -> Vec<&ClipId> {
    let answers = match record {
        Record::Telling(telling) => &telling.answers,
        Record::Visit(visit) => &visit.answers,
        Record::AboutMe(me) => &me.answers,
        Record::Concern(concern) => &concern.answers,
        Record::StoryStep(step) => {
            let What::Heard { clip: Some(clip), .. } = &step.what else { return Vec::new() };
            return vec![clip];
        }
        _ => return Vec::new(),
    };
    answers.iter().filter_map(|answer| answer.clip.as_ref()).collect()
}

/// Whether a document can let go of a voice or a photo: it is about a step of a trip, a place of somebody's own life, or
/// what a trip cost. Stories have rules of their own.
#[must_use]
pub fn lets_go(record: &Record) -> bool {
    matches!(record, Record::StepNote(_) | Record::OwnPlace(..) | Record::TripCost(_))
}

/// Whether somebody has removed what this document is about. Then nobody sees what it names.
#[must_use]
pub fn is_removed(record: &Record) -> bool {
    match record {
        Record::OwnPlace(_, place) => place.gone,
        Record::TripCost(cost) => cost.gone,
        _ => false,
    }
}

impl Erasure {
    /// Whether this record goes with the stories.
    #[must_use]
    pub fn takes(&self, record: &Record) -> bool {
        story_of(record)
            .is_some_and(|(story, worker)| self.request.stories.contains(story) && *worker == self.request.worker)
    }

    /// Whether two people have done it, and neither is the worker: what was signed is what was agreed to.
    #[must_use]
    pub fn is_of_two(&self, asked: &EraseRequest) -> bool {
        let EraseRequest { worker, by, stories, .. } = &self.request;
        self.request == *asked && *by != self.by && *by != *worker && self.by != *worker && !stories.is_empty()
    }
}
