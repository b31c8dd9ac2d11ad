//! Secure-ward mode: for one person the microphone, photos and all ways out of this computer are off.
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::person::{PersonId, Role, Team};

/// Whether somebody works on a secure ward. Everyone can read it, so that it is known before they are in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ward {
    /// Who works there.
    pub person: PersonId,
    /// Whether the mode is on.
    pub on: bool,
    /// Who turned it on or off, together with them. Nobody does it for themselves.
    pub by: PersonId,
    /// When.
    pub at: DateTime,
}

impl Ward {
    /// Who may turn it on and off.
    pub const SET_BY: &'static [Role] = &[Role::Senior, Role::Supervisor];

    /// Whether it is on. Where somebody said so who may not say, it is: what is off by mistake harms less.
    #[must_use]
    pub fn is_on(&self, team: &Team) -> bool {
        // Who has left the team was one of those who may.
        self.on || team.person(&self.by).is_some_and(|by| !by.is_one_of(Self::SET_BY))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Person;

    fn person(id: &str, role: Role) -> Person {
        Person {
            id: PersonId(id.to_owned()),
            name: id.to_owned(),
            roles: vec![role],
            job: String::new(),
            photo: String::new(),
            phone: String::new(),
            lead: None,
            senior: None,
            practitioners: Vec::new(),
        }
    }

    #[test]
    fn only_seniors_and_leads_turn_it_off() {
        let team = Team {
            people: vec![
                person("sam", Role::Worker),
                person("dee", Role::Senior),
                person("priya", Role::Supervisor),
                person("erin", Role::Practitioner),
            ],
        };
        let at = jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0);
        let is_on = |on, by: &str| {
            Ward { person: PersonId("sam".to_owned()), on, by: PersonId(by.to_owned()), at }.is_on(&team)
        };
        for by in ["sam", "dee", "priya", "erin", "gone"] {
            assert!(is_on(true, by), "{by}");
        }
        assert!(!is_on(false, "dee") && !is_on(false, "priya") && !is_on(false, "gone"));
        assert!(is_on(false, "erin") && is_on(false, "sam"));
    }
}
