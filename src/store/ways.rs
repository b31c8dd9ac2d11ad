//! What a person can look up of the ways that they know.
use super::Session;
use crate::domain::person::PersonId;
use crate::domain::record::Record;
use crate::domain::route::{Practised, StepKey, StepNote};

impl Session {
    /// What this person did, each way and each time.
    #[must_use]
    pub fn practised(&self, person: &PersonId) -> Vec<Practised> {
        self.list(&format!("practised/{}", person.0), |record| match record {
            Record::Practised(practised) => Some(practised.clone()),
            _ => None,
        })
    }

    /// What this person will see at a step.
    #[must_use]
    pub fn step_note(&self, person: &PersonId, step: &StepKey) -> StepNote {
        let nothing = StepNote::nothing(person.clone(), step.clone());
        let known = self.newest(&nothing.document(), |record| match record {
            Record::StepNote(note) => Some(note.clone()),
            _ => None,
        });
        known.unwrap_or(nothing)
    }

    /// What this person will see at all steps.
    #[must_use]
    pub fn step_notes(&self, person: &PersonId) -> Vec<StepNote> {
        self.list(&format!("step-notes/{}", person.0), |record| match record {
            Record::StepNote(note) => Some(note.clone()),
            _ => None,
        })
    }
}
