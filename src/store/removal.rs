//! Taking away for good: recordings that may go, stories that two people erase, and the holds against both.
//!
//! First a tombstone is saved. Then the names of the files are saved for whoever keeps copies. Only then do the files
//! go: sounds first, then what names the sounds, then all states of all documents. So what is cut off at any moment
//! can be finished by anybody who reads the tombstone, and each session does that before anything else.
mod erasing;
mod finish;
mod holds;
mod loose;
mod recordings;
mod states;

use std::collections::HashSet;

pub use self::recordings::Old;
use crate::domain::debrief::{ClipId, DebriefId};
use crate::domain::person::PersonId;
use crate::domain::record::Record;
use crate::domain::removal::story_of;
use crate::domain::retention::Forbidden;
use crate::problem::Problem;

/// Why something is not taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotGone {
    /// It must be kept.
    Forbidden(Forbidden),
    /// This person may not do it.
    NotYou,
    /// Who asks cannot be who agrees.
    SamePerson,
    /// Nobody asks for it, or not any more.
    NotAsked,
    /// It cannot be saved or read. What has a tombstone is finished later.
    Problem(Problem),
}

impl From<Problem> for NotGone {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl NotGone {
    /// The key of the words for it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Forbidden(Forbidden::Hold) => "not-gone-hold",
            Self::Forbidden(Forbidden::Worry) => "not-gone-worry",
            Self::Forbidden(_) => "not-gone-early",
            Self::NotYou => "not-gone-not-you",
            Self::SamePerson => "not-gone-same-person",
            Self::NotAsked => "not-gone-not-asked",
            Self::Problem(problem) => problem.words(),
        }
    }
}

/// What is known to be gone, while the folder is open: it is not saved again.
#[derive(Debug, Default)]
pub(super) struct Gone {
    stories: HashSet<(DebriefId, PersonId)>,
    clips: HashSet<ClipId>,
}

impl Gone {
    /// Whether this record belongs to what is gone.
    pub fn has(&self, record: &Record) -> bool {
        let story = |(story, worker): (&DebriefId, &PersonId)| self.stories.contains(&(story.clone(), worker.clone()));
        match record {
            Record::Clip(_, clip) => self.has_clip(&clip.id),
            record => story_of(record).is_some_and(story),
        }
    }

    /// Whether this recording is gone.
    pub fn has_clip(&self, clip: &ClipId) -> bool {
        self.clips.contains(clip)
    }
}
