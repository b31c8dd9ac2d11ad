//! What a person can look up of the ways that they know.
use super::Session;
use crate::domain::person::PersonId;
use crate::domain::record::Record;
use crate::domain::route::{Practised, Route, RouteId, StepKey, StepNote};

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

    /// The routes that this person keeps, by name.
    #[must_use]
    pub fn routes(&self, person: &PersonId) -> Vec<Route> {
        let mut routes = self.list(&format!("routes/{}", person.0), |record| match record {
            Record::Route(route) if !route.gone => Some(route.clone()),
            _ => None,
        });
        routes.sort_by(|one, other| one.name.cmp(&other.name));
        routes
    }

    /// The route of this name.
    #[must_use]
    pub fn route(&self, route: &RouteId) -> Option<Route> {
        let route = self.newest(&format!("route/{}", route.0), |record| match record {
            Record::Route(route) => Some(route.clone()),
            _ => None,
        });
        route.filter(|route| !route.gone)
    }
}
