//! What each reader gets of a debrief: the visit, the part about the worker, the worry. They never mix.
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::debrief::{Answer, DebriefId, Share, Telling};
use super::person::PersonId;
use super::questions::{Ask, Stream};
use super::space::Space;

/// The visit, as the practitioner gets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// The debrief it is from.
    pub id: DebriefId,
    /// Who told it.
    pub worker: PersonId,
    /// The first letters of the person seen.
    pub letters: Option<String>,
    /// The day of the visit.
    pub day: Option<Date>,
    /// The answers about the visit.
    pub answers: Vec<Answer>,
    /// When it was sent.
    pub sent: DateTime,
}

/// What the worker says of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutMe {
    /// The debrief it is from.
    pub debrief: DebriefId,
    /// Who told it.
    pub worker: PersonId,
    /// Who may hear it.
    pub share: Share,
    /// The answers.
    pub answers: Vec<Answer>,
    /// When it was sent.
    pub sent: DateTime,
}

/// What was said to the question about worry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConcernKind {
    /// Worried, or not sure.
    Worried,
    /// The question was passed over.
    Skipped,
    /// Not worried, or not any more.
    NotWorried,
}

/// A worry. It goes to the lead while it is told, and grows with each answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Concern {
    /// The debrief it is from.
    pub debrief: DebriefId,
    /// Who is worried.
    pub worker: PersonId,
    /// The first letters of the person seen.
    pub letters: Option<String>,
    /// The day of the visit.
    pub day: Option<Date>,
    /// What was said.
    pub kind: ConcernKind,
    /// Whether only the lead may read it: while it is not said who it is about, and when it is about the
    /// worker themselves.
    pub lead_only: bool,
    /// Whether someone is in danger now.
    pub danger: bool,
    /// The answers.
    pub answers: Vec<Answer>,
    /// When this was saved.
    pub saved: DateTime,
}

impl Concern {
    /// The space that it lies in.
    #[must_use]
    pub fn space(&self) -> Space {
        let worker = self.worker.clone();
        if self.lead_only { Space::SafetyLeadOf(worker) } else { Space::SafetyOf(worker) }
    }
}

impl Telling {
    /// What the practitioner gets: the visit, and nothing about the worker.
    #[must_use]
    pub fn visit(&self, sent: DateTime) -> Visit {
        Visit {
            id: self.id.clone(),
            worker: self.worker.clone(),
            letters: self.letters().map(str::to_owned),
            day: self.day(),
            answers: self.of(Stream::Visit),
            sent,
        }
    }

    /// What the worker says of themselves, for those they chose.
    #[must_use]
    pub fn about_me(&self, sent: DateTime) -> AboutMe {
        AboutMe {
            debrief: self.id.clone(),
            worker: self.worker.clone(),
            share: self.share.unwrap_or(Share::Myself),
            answers: self.of(Stream::Me),
            sent,
        }
    }

    /// The worry, as far as it has been told.
    #[must_use]
    pub fn concern(&self, saved: DateTime) -> Concern {
        Concern {
            debrief: self.id.clone(),
            worker: self.worker.clone(),
            letters: self.letters().map(str::to_owned),
            day: self.day(),
            kind: if self.is_worried() {
                ConcernKind::Worried
            } else if self.skipped_worry() {
                ConcernKind::Skipped
            } else {
                ConcernKind::NotWorried
            },
            lead_only: self.answer(Ask::W2).is_none() || self.picked(Ask::W2, "me"),
            danger: self.picked(Ask::W1, "yes"),
            answers: self.of(Stream::Safety),
            saved,
        }
    }
}
