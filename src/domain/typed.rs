//! Words that somebody is still typing: kept as they are typed, so that a lock or a loss of power takes two seconds of
//! them at most.
use serde::{Deserialize, Serialize};

use super::debrief::{ClipId, DebriefId};
use super::person::PersonId;

/// What is typed, and not given yet. Only who types it reads it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// Who types.
    pub by: PersonId,
    /// What it is for.
    pub about: About,
    /// The words so far. None at all once they are given.
    pub words: String,
    /// What was picked beside them, by its key.
    #[serde(default)]
    pub picked: Vec<String>,
    /// What was spoken beside them.
    #[serde(default)]
    pub clip: Option<ClipId>,
}

/// What words are typed for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// What was done about the worry of this debrief.
    Done(DebriefId),
    /// What is wrong with the note about this visit.
    Wrong(DebriefId),
}

impl Typed {
    /// Nothing typed yet.
    #[must_use]
    pub fn nothing(by: PersonId, about: About) -> Self {
        Self { by, about, words: String::new(), picked: Vec::new(), clip: None }
    }

    /// Its name among the documents.
    #[must_use]
    pub fn document(&self) -> String {
        let (kind, debrief) = match &self.about {
            About::Done(debrief) => ("done", debrief),
            About::Wrong(debrief) => ("wrong", debrief),
        };
        format!("typed/{}/{kind}/{}", self.by.0, debrief.0)
    }
}
