//! Somebody leaves the team: who stands in for them, and what forbids it.
use super::person::{Person, PersonId, Role, Team};

/// What somebody does for others, and who does it from now on has to be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Task {
    /// Leads them, and hears their worries.
    Leads,
    /// Is their senior peer worker.
    IsSenior,
    /// Writes their notes. Who has another practitioner too needs no new one.
    WritesNotes,
}

impl Task {
    /// In the order in which they are asked about.
    pub const ALL: [Self; 3] = [Self::Leads, Self::IsSenior, Self::WritesNotes];

    /// The role of who does it.
    #[must_use]
    pub fn role(self) -> Role {
        match self {
            Self::Leads => Role::Supervisor,
            Self::IsSenior => Role::Senior,
            Self::WritesNotes => Role::Practitioner,
        }
    }

    /// Whether somebody does this for a person, and nobody else does.
    #[must_use]
    pub fn is_done_by(self, who: &PersonId, person: &Person) -> bool {
        match self {
            Self::Leads => person.lead.as_ref() == Some(who),
            Self::IsSenior => person.senior.as_ref() == Some(who),
            Self::WritesNotes => person.practitioners == [who.clone()],
        }
    }
}

/// Why somebody cannot leave, or give up a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// Another senior does this.
    ThemselvesOnly,
    /// Nobody else can let people in.
    LastSenior,
    /// Nobody else hears worries.
    LastLead,
    /// Nobody else writes the notes of somebody here.
    LastPractitioner,
    /// They still do this for somebody.
    StillNeeded(Task),
}

/// Whether somebody can leave, when this person says so.
///
/// # Errors
/// Why not.
pub fn may_leave(team: &Team, who: &Person, by: &PersonId) -> Result<(), Stays> {
    let alone = |role| who.is(role) && !team.with_role(role).any(|other| other.id != who.id);
    let wanted = |task: Task| team.people.iter().any(|person| task.is_done_by(&who.id, person) && person.id != who.id);
    if alone(Role::Senior) {
        Err(Stays::LastSenior)
    } else if who.id == *by {
        Err(Stays::ThemselvesOnly)
    } else if alone(Role::Supervisor) {
        Err(Stays::LastLead)
    } else if alone(Role::Practitioner) && wanted(Task::WritesNotes) {
        Err(Stays::LastPractitioner)
    } else {
        Ok(())
    }
}

/// Whether somebody can become like this, when this person says so: a role that they give up is done by others.
///
/// # Errors
/// Why not.
pub fn may_become(team: &Team, now: &Person, by: &PersonId) -> Result<(), Stays> {
    let Some(old) = team.people.iter().find(|person| person.id == now.id) else { return Ok(()) };
    let given_up = |role| old.is(role) && !now.is(role);
    let alone = |role| !team.with_role(role).any(|other| other.id != now.id);
    if given_up(Role::Senior) && alone(Role::Senior) {
        return Err(Stays::LastSenior);
    }
    if given_up(Role::Senior) && now.id == *by {
        return Err(Stays::ThemselvesOnly);
    }
    if given_up(Role::Supervisor) && alone(Role::Supervisor) {
        return Err(Stays::LastLead);
    }
    let does = |task: &Task| given_up(task.role()) && does_for_somebody(team, now, *task);
    Task::ALL.into_iter().find(does).map_or(Ok(()), |task| Err(Stays::StillNeeded(task)))
}

/// Whether somebody has this person for this, alone or with others.
fn does_for_somebody(team: &Team, who: &Person, task: Task) -> bool {
    team.people.iter().filter(|person| person.id != who.id).any(|person| match task {
        Task::WritesNotes => person.practitioners.contains(&who.id),
        Task::Leads | Task::IsSenior => task.is_done_by(&who.id, person),
    })
}

/// For whom somebody does this.
pub fn done_for<'t>(team: &'t Team, who: &'t PersonId, task: Task) -> impl Iterator<Item = &'t Person> {
    team.people.iter().filter(move |person| person.id != *who && task.is_done_by(who, person))
}

/// Who can do it in their place.
pub fn in_place<'t>(team: &'t Team, who: &'t PersonId, task: Task) -> impl Iterator<Item = &'t Person> {
    team.with_role(task.role()).filter(move |person| person.id != *who)
}

/// The team without somebody. What they did for others is done by those named, also for those who left before:
/// what these wrote may still have to be read.
#[must_use]
pub fn without(team: &Team, who: &PersonId, instead: &[(Task, PersonId)]) -> Team {
    let mut after = team.clone();
    let goes = |person: &mut Person| person.id == *who;
    let gone: Vec<_> = after.people.extract_if(.., goes).collect();
    after.left.extend(gone);
    let instead = |task: Task| instead.iter().find(|(other, _)| *other == task).map(|(_, person)| person.clone());
    for person in after.people.iter_mut().chain(&mut after.left) {
        // Nobody leads themselves.
        let other = |task| instead(task).filter(|new| *new != person.id);
        if person.lead.as_ref() == Some(who) {
            person.lead = other(Task::Leads);
        }
        if person.senior.as_ref() == Some(who) {
            person.senior = other(Task::IsSenior);
        }
        if person.practitioners == [who.clone()] {
            person.practitioners = other(Task::WritesNotes).into_iter().collect();
        }
        person.practitioners.retain(|other| other != who);
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(name: &str) -> PersonId {
        PersonId(name.to_owned())
    }

    fn person(name: &str, role: Role, lead: &str) -> Person {
        Person {
            lead: (name != lead).then(|| id(lead)),
            senior: (role == Role::Worker).then(|| id("dee")),
            practitioners: if role == Role::Worker { vec![id("erin")] } else { Vec::new() },
            ..Person::new(id(name), name, &[role])
        }
    }

    fn team() -> Team {
        let people = vec![
            person("sam", Role::Worker, "priya"),
            person("dee", Role::Senior, "priya"),
            person("erin", Role::Practitioner, "priya"),
            person("priya", Role::Supervisor, "priya"),
        ];
        Team { people, ..Team::default() }
    }

    fn leaves(team: &Team, who: &str, by: &str) -> Result<(), Stays> {
        may_leave(team, team.person(&id(who)).expect("they are there"), &id(by))
    }

    #[test]
    fn the_last_of_a_kind_stays() {
        let mut team = team();
        assert_eq!(leaves(&team, "sam", "dee"), Ok(()));
        assert_eq!(leaves(&team, "dee", "dee"), Err(Stays::LastSenior));
        assert_eq!(leaves(&team, "priya", "dee"), Err(Stays::LastLead));
        assert_eq!(leaves(&team, "erin", "dee"), Err(Stays::LastPractitioner));
        team.people.extend([
            person("kim", Role::Senior, "priya"),
            person("lou", Role::Supervisor, "priya"),
            person("max", Role::Practitioner, "lou"),
        ]);
        assert_eq!(leaves(&team, "dee", "dee"), Err(Stays::ThemselvesOnly));
        for who in ["dee", "priya", "erin"] {
            assert_eq!(leaves(&team, who, "kim"), Ok(()), "{who}");
        }
    }

    #[test]
    fn a_role_that_somebody_needs_is_not_given_up() {
        let mut team = team();
        let becomes = |team: &Team, who: &str, roles: &[Role], by: &str| {
            let old = team.person(&id(who)).expect("they are there").clone();
            may_become(team, &Person { roles: roles.to_vec(), ..old }, &id(by))
        };
        assert_eq!(becomes(&team, "dee", &[Role::Worker], "dee"), Err(Stays::LastSenior));
        assert_eq!(becomes(&team, "priya", &[], "dee"), Err(Stays::LastLead));
        assert_eq!(becomes(&team, "erin", &[], "dee"), Err(Stays::StillNeeded(Task::WritesNotes)));
        assert_eq!(becomes(&team, "sam", &[Role::Worker, Role::Senior], "dee"), Ok(()));
        team.people.push(person("kim", Role::Senior, "priya"));
        assert_eq!(becomes(&team, "dee", &[], "dee"), Err(Stays::ThemselvesOnly));
        assert_eq!(becomes(&team, "dee", &[], "kim"), Err(Stays::StillNeeded(Task::IsSenior)));
        assert_eq!(becomes(&team, "kim", &[], "dee"), Ok(()));
    }

    #[test]
    fn others_stand_in_for_who_leaves_and_nobody_leads_themselves() {
        let mut team = team();
        team.people.push(person("lou", Role::Supervisor, "priya"));
        team.left.push(person("jo", Role::Worker, "priya"));
        let who = id("priya");
        let led: Vec<_> = done_for(&team, &who, Task::Leads).map(|person| person.name.as_str()).collect();
        assert_eq!(led, ["sam", "dee", "erin", "lou"]);
        let after = without(&team, &who, &[(Task::Leads, id("lou"))]);
        assert!(!after.has(&who) && after.name_of(&who) == "priya", "what she wrote bears her name");
        let lead = |name: &str| after.person(&id(name)).and_then(|person| person.lead.clone());
        assert_eq!(lead("sam"), Some(id("lou")));
        assert_eq!(lead("jo"), Some(id("lou")), "also of those who left before");
        assert_eq!(lead("lou"), None);
        assert_eq!(after.person(&id("sam")).map(|sam| sam.practitioners.clone()), Some(vec![id("erin")]));
    }
}
