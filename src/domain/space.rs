//! Spaces: groups of documents that have the same readers. Reading rights are keys, one for each space.
use serde::{Deserialize, Serialize};

use super::person::{Person, PersonId, Role, Team};

/// A group of documents with the same readers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Space {
    /// The people, places and timetables of the team: for everyone, also before sign-in.
    Team,
    /// What only this person reads: drafts, wishes, trips.
    Private(PersonId),
    /// This worker's visits as they were sent, their notes, and what became of them.
    Visits(PersonId),
    /// What this worker told about themselves and kept.
    Me(PersonId),
    /// What this worker told about themselves for the lead.
    SharedWithLead(PersonId),
    /// What this worker told about themselves for the senior and the lead.
    SharedWithBoth(PersonId),
    /// This worker's support plan.
    Plan(PersonId),
    /// Worries of every worker, as an earlier program sealed them: for the whole team's practitioners.
    Safety,
    /// Worries about workers themselves, as an earlier program sealed them: for every supervisor.
    SafetyLead,
    /// What the supervisor and this worker tell each other: seen, done.
    Supervision(PersonId),
    /// Who looked at what: every computer writes here, and only supervisors read.
    Audit,
    /// This worker's worries: the worker writes here and cannot read.
    SafetyOf(PersonId),
    /// This worker's worries about themselves, and while nobody knows yet about whom.
    SafetyLeadOf(PersonId),
}

impl Space {
    /// Whether this person may read it (the table of the vault design, section 3.2).
    #[must_use]
    pub fn is_read_by(&self, person: &Person, team: &Team) -> bool {
        let worker = |id: &PersonId| team.person(id);
        let owns = |id: &PersonId| *id == person.id;
        let leads = |id: &PersonId| worker(id).is_some_and(|worker| worker.lead.as_ref() == Some(&person.id));
        let writes_for = |id: &PersonId| worker(id).is_some_and(|worker| worker.practitioners.contains(&person.id));
        let is_senior_of = |id: &PersonId| worker(id).is_some_and(|worker| worker.senior.as_ref() == Some(&person.id));
        match self {
            Self::Team => true,
            Self::Private(id) | Self::Me(id) => owns(id),
            Self::Visits(id) => owns(id) || writes_for(id) || leads(id),
            Self::SharedWithLead(id) | Self::Supervision(id) => owns(id) || leads(id),
            Self::SharedWithBoth(id) | Self::Plan(id) => owns(id) || leads(id) || is_senior_of(id),
            Self::Safety => person.is_one_of(&[Role::Supervisor, Role::Practitioner]),
            Self::SafetyLead | Self::Audit => person.is(Role::Supervisor),
            // Any supervisor may be the one who is there when it comes.
            Self::SafetyOf(id) => person.is(Role::Supervisor) || writes_for(id),
            // A worry of somebody whom nobody leads must still reach someone.
            Self::SafetyLeadOf(id) if worker(id).is_some_and(|worker| team.lead_of(worker).is_some()) => leads(id),
            Self::SafetyLeadOf(_) => person.is(Role::Supervisor),
        }
    }

    /// All spaces of a team, and those in which an earlier program kept things of it.
    #[must_use]
    pub fn ever(team: &Team) -> Vec<Self> {
        Self::all(team).into_iter().chain([Self::Safety, Self::SafetyLead]).collect()
    }

    /// All spaces of a team.
    #[must_use]
    pub fn all(team: &Team) -> Vec<Self> {
        let mut all = vec![Self::Team, Self::Audit];
        for person in team.everyone() {
            let id = || person.id.clone();
            all.push(Self::Private(id()));
            if person.is(Role::Worker) {
                all.extend([
                    Self::Visits(id()),
                    Self::Me(id()),
                    Self::SharedWithLead(id()),
                    Self::SharedWithBoth(id()),
                    Self::Plan(id()),
                    Self::Supervision(id()),
                    Self::SafetyOf(id()),
                    Self::SafetyLeadOf(id()),
                ]);
            }
        }
        all
    }

    /// The space in which an earlier program kept the same. What lies there is still read, and a vault that has no
    /// key for the newer space yet is still written.
    #[must_use]
    pub fn formerly(&self) -> Option<Self> {
        match self {
            Self::SafetyOf(_) => Some(Self::Safety),
            Self::SafetyLeadOf(_) => Some(Self::SafetyLead),
            _ => None,
        }
    }

    /// Its name in keys and documents.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Team => "team".to_owned(),
            Self::Safety => "safety".to_owned(),
            Self::SafetyLead => "safety-lead".to_owned(),
            Self::Audit => "audit".to_owned(),
            Self::Private(id) => format!("w/{}/private", id.0),
            Self::Visits(id) => format!("w/{}/visits", id.0),
            Self::Me(id) => format!("w/{}/me", id.0),
            Self::SharedWithLead(id) => format!("w/{}/shared-lead", id.0),
            Self::SharedWithBoth(id) => format!("w/{}/shared-both", id.0),
            Self::Plan(id) => format!("w/{}/plan", id.0),
            Self::Supervision(id) => format!("supervision/{}", id.0),
            Self::SafetyOf(id) => format!("safety/{}", id.0),
            Self::SafetyLeadOf(id) => format!("safety-lead/{}", id.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(id: &str, role: Role) -> Person {
        Person {
            lead: Some(PersonId("lead".to_owned())),
            senior: Some(PersonId("senior".to_owned())),
            practitioners: vec![PersonId("nurse".to_owned())],
            ..Person::new(PersonId(id.to_owned()), id, &[role])
        }
    }

    #[test]
    fn each_role_reads_just_what_the_table_allows() {
        let team = Team {
            people: vec![
                person("worker", Role::Worker),
                person("other", Role::Worker),
                person("senior", Role::Senior),
                person("nurse", Role::Practitioner),
                person("doctor", Role::Practitioner),
                person("lead", Role::Supervisor),
                person("deputy", Role::Supervisor),
            ],
            ..Team::default()
        };
        let mut team = team;
        for person in &mut team.people {
            person.lead = person.lead.take().filter(|lead| *lead != person.id);
        }
        let worker = || PersonId("worker".to_owned());
        let cases = [
            (Space::Team, "worker other senior nurse doctor lead deputy"),
            (Space::Private(worker()), "worker"),
            (Space::Visits(worker()), "worker nurse lead"),
            (Space::Me(worker()), "worker"),
            (Space::SharedWithLead(worker()), "worker lead"),
            (Space::SharedWithBoth(worker()), "worker senior lead"),
            (Space::Plan(worker()), "worker senior lead"),
            (Space::SafetyOf(worker()), "nurse lead deputy"),
            (Space::SafetyLeadOf(worker()), "lead"),
            (Space::SafetyLeadOf(PersonId("lead".to_owned())), "lead deputy"),
            (Space::Audit, "lead deputy"),
            (Space::Supervision(worker()), "worker lead"),
        ];
        for (space, readers) in cases {
            let found: Vec<_> = team
                .people
                .iter()
                .filter(|person| space.is_read_by(person, &team))
                .map(|person| person.id.0.as_str())
                .collect();
            assert_eq!(found.join(" "), readers, "{space:?}");
        }
    }
}
