//! The people of a team, their roles, and who helps whom.
use serde::{Deserialize, Serialize};

/// Names a person in every document. Never shown.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PersonId(pub String);

/// What a person does here. One person can hold two roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    /// Works with people as a peer, and tells how visits went.
    Worker,
    /// A senior peer worker: sets things up together with each worker.
    Senior,
    /// Writes the note in the patient record.
    Practitioner,
    /// Reviews debriefs, worries first.
    Supervisor,
}

impl Role {
    /// Every role.
    pub const ALL: &'static [Self] = &[Self::Worker, Self::Senior, Self::Practitioner, Self::Supervisor];
}

/// One person of the team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their name in documents.
    pub id: PersonId,
    /// The name they want to be called.
    pub name: String,
    /// What they do.
    pub roles: Vec<Role>,
    /// Their job in a word or two, as the team says it.
    pub job: String,
    /// The name of their photo.
    pub photo: String,
    /// Their phone number, as it is written.
    pub phone: String,
    /// Who leads them: the supervisor who hears worries.
    pub lead: Option<PersonId>,
    /// Their senior peer worker.
    pub senior: Option<PersonId>,
    /// Who writes their notes in the record.
    pub practitioners: Vec<PersonId>,
}

impl Person {
    /// Somebody of whom no more is known than their name and what they do.
    #[must_use]
    pub fn new(id: PersonId, name: &str, roles: &[Role]) -> Self {
        let (job, photo, phone) = Default::default();
        let (lead, senior, practitioners) = (None, None, Vec::new());
        Self { id, name: name.to_owned(), roles: roles.to_vec(), job, photo, phone, lead, senior, practitioners }
    }

    /// Whether they hold this role.
    #[must_use]
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }

    /// Whether they hold one of these roles.
    #[must_use]
    pub fn is_one_of(&self, roles: &[Role]) -> bool {
        roles.iter().any(|role| self.is(*role))
    }
}

/// Everyone who uses this computer, in the order in which they are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Team {
    /// The people.
    pub people: Vec<Person>,
    /// Those who have left. What they wrote still bears their name.
    #[serde(default)]
    pub left: Vec<Person>,
}

impl Team {
    /// Everyone who is here, and everyone who was.
    pub fn everyone(&self) -> impl Iterator<Item = &Person> {
        self.people.iter().chain(&self.left)
    }

    /// The person of this name, also one who has left.
    #[must_use]
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.everyone().find(|person| person.id == *id)
    }

    /// Whether this person is here.
    #[must_use]
    pub fn has(&self, id: &PersonId) -> bool {
        self.people.iter().any(|person| person.id == *id)
    }

    /// Those who hold this role.
    pub fn with_role(&self, role: Role) -> impl Iterator<Item = &Person> {
        self.people.iter().filter(move |person| person.is(role))
    }

    /// What the person of this name wants to be called; nothing for nobody.
    #[must_use]
    pub fn name_of(&self, id: &PersonId) -> &str {
        self.person(id).map_or("", |person| &person.name)
    }

    /// Who leads this person.
    #[must_use]
    pub fn lead_of(&self, person: &Person) -> Option<&Person> {
        self.person(person.lead.as_ref()?)
    }

    /// The senior peer worker of this person.
    #[must_use]
    pub fn senior_of(&self, person: &Person) -> Option<&Person> {
        self.person(person.senior.as_ref()?)
    }

    /// Who writes this person's notes: the first is asked first.
    pub fn practitioners_of(&self, person: &Person) -> impl Iterator<Item = &Person> {
        person.practitioners.iter().filter_map(|id| self.person(id))
    }

    /// Who to ring for this person, nearest help first: their lead, then their senior.
    ///
    /// Before sign-in (`None`) these are all leads and seniors of the team.
    #[must_use]
    pub fn helpers_of(&self, person: Option<&Person>) -> Vec<&Person> {
        let own: Vec<_> =
            person.into_iter().flat_map(|person| [self.lead_of(person), self.senior_of(person)]).flatten().collect();
        if !own.is_empty() {
            return own;
        }
        self.with_role(Role::Supervisor).chain(self.with_role(Role::Senior)).collect()
    }
}
