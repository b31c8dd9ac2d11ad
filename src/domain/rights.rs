//! Who may write what: the table of the vault design, section 3.2.
//!
//! What somebody may write follows from papers that the root of the vault signed. The document that lists the team
//! says nothing about it: else whoever wrote one could make themselves a senior.
use std::collections::BTreeSet;

use super::record::Record;
use super::space::Space;

/// What somebody may write, as far as papers say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rights {
    /// Whether they are a senior peer worker: seniors write what the whole team reads.
    pub senior: bool,
    /// Whether they are a supervisor.
    pub supervisor: bool,
    /// The names of the spaces that they were ever given a key to.
    pub given: BTreeSet<String>,
}

/// What the names of all spaces for worries begin with.
const WORRIES: &str = "safety";

impl Rights {
    fn given(&self, space: &Space) -> bool {
        self.given.contains(&space.name())
    }

    /// Whether they may write this. [`Record::may_be_written_by`] says beside it in whose name.
    #[must_use]
    pub fn allow(&self, record: &Record) -> bool {
        let space = record.space();
        // Only its owner is ever given the key of somebody's own space.
        let owns = |person| self.given(&Space::Private(person));
        let is_for_worries = |space: &Space| space.name().starts_with(WORRIES);
        match record {
            // Every computer writes its log.
            Record::Audit(_) => true,
            Record::Backup(_) => self.senior || self.supervisor,
            // What a supervisor turned on stays on when they are one no more.
            Record::Ward(_) => self.senior || self.given(&Space::Audit),
            Record::Plan(plan) => self.senior || owns(plan.worker.clone()),
            Record::Pace(person, _) => self.senior || owns(person.clone()),
            // Whoever is told of a worry may say what they did.
            Record::ConcernStep(step) => {
                let worries = [Space::SafetyOf(step.worker.clone()), Space::SafetyLeadOf(step.worker.clone())];
                let formerly = worries.iter().filter_map(Space::formerly);
                self.given(&space) || worries.iter().cloned().chain(formerly).any(|space| self.given(&space))
            }
            // Nobody says yes to themselves, but a senior who is their own.
            Record::WayAnswered(answered) => self.given(&space) && (self.senior || !owns(answered.worker.clone())),
            // It names files that are not here any more, whoever came in when they went.
            Record::FilesGone(_) => true,
            _ if space == Space::Team => self.senior,
            // Everybody can tell of a worry, also who cannot read it back.
            _ if is_for_worries(&space) => true,
            _ => self.given(&space),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::{PersonId, Team};
    use crate::domain::plan::Plan;
    use crate::domain::preferences::Preferences;
    use crate::domain::travel::trip::pace::Pace;
    use crate::domain::ward::Ward;

    fn sam() -> PersonId {
        PersonId("sam".to_owned())
    }

    fn given(spaces: &[Space]) -> Rights {
        Rights { given: spaces.iter().map(Space::name).collect(), ..Rights::default() }
    }

    #[test]
    fn only_seniors_write_what_the_whole_team_reads() {
        let team = Record::Team(Team::default());
        let all = given(&[Space::Team, Space::Audit, Space::Private(sam())]);
        assert!(!all.allow(&team) && !Rights { supervisor: true, ..all.clone() }.allow(&team));
        assert!(Rights { senior: true, ..all }.allow(&team));
    }

    #[test]
    fn only_seniors_and_supervisors_turn_the_ward_on_and_off() {
        let at = jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0);
        let ward = |on| Record::Ward(Ward { person: sam(), on, by: PersonId("jo".to_owned()), at });
        let worker = given(&[Space::Team, Space::Private(PersonId("jo".to_owned()))]);
        let supervisor = given(&[Space::Audit]);
        for on in [true, false] {
            assert!(!worker.allow(&ward(on)) && supervisor.allow(&ward(on)));
            assert!(Rights { senior: true, ..worker.clone() }.allow(&ward(on)));
        }
    }

    #[test]
    fn what_is_somebodys_own_is_written_by_them_and_a_plan_by_a_senior_too() {
        let plan = Plan { worker: sam(), seen_by: Vec::new(), items: Vec::new() };
        let own = given(&[Space::Private(sam()), Space::Plan(sam())]);
        let reader = given(&[Space::Private(PersonId("jo".to_owned())), Space::Plan(sam())]);
        for record in [Record::Plan(plan), Record::Pace(sam(), Pace::default())] {
            assert!(own.allow(&record) && !reader.allow(&record), "{record:?}");
            assert!(Rights { senior: true, ..reader.clone() }.allow(&record), "{record:?}");
        }
        let wishes = Record::Preferences(sam(), Preferences::default());
        assert!(own.allow(&wishes) && !reader.allow(&wishes));
    }
}
