//! What is asked about somebody, one question a page.
use super::{Message, photo};
use crate::domain::person::{Person, PersonId, Role, Team};
use crate::screen::{Action, Ctx};
use crate::screens::setup::photo::Taking;
use crate::store::photos::Whose;
use crate::store::seal;
use crate::ui::field::{Field, Writing, field};
use crate::ui::{Body, Button, Lead, Mark, Page, Strength, Tile, rows};
use crate::words::Phrase;

/// A question about somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// What are they called?
    Name,
    /// What do they do?
    Roles,
    /// Who leads them?
    Lead,
    /// Who is their senior peer worker?
    Senior,
    /// Who writes their notes?
    Notes,
    /// What do they look like?
    Photo,
    /// What is their number?
    Phone,
    /// Do those who are new to them read what they told before?
    Before,
}

impl Question {
    /// What is shown of somebody who is there, in this order.
    pub const SHOWN: [Self; 7] =
        [Self::Name, Self::Roles, Self::Lead, Self::Senior, Self::Notes, Self::Photo, Self::Phone];

    /// The key of its words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "person-name",
            Self::Roles => "person-roles",
            Self::Lead => "person-lead",
            Self::Senior => "person-senior",
            Self::Notes => "person-notes",
            Self::Photo => "person-photo",
            Self::Phone => "person-phone",
            Self::Before => "person-before",
        }
    }

    /// Whether it is asked about somebody with these roles.
    fn is_for(self, roles: &[Role]) -> bool {
        match self {
            Self::Senior | Self::Notes => roles.contains(&Role::Worker),
            Self::Before => false,
            Self::Name | Self::Roles | Self::Lead | Self::Photo | Self::Phone => true,
        }
    }
}

/// The key of the words for a role.
#[must_use]
pub fn role_key(role: Role) -> &'static str {
    match role {
        Role::Worker => "role-worker",
        Role::Senior => "role-senior",
        Role::Practitioner => "role-practitioner",
        Role::Supervisor => "role-supervisor",
    }
}

/// What somebody does, in words.
#[must_use]
pub fn roles(ctx: Ctx<'_>, person: &Person) -> Phrase {
    let all: Vec<_> = person.roles.iter().map(|role| ctx.phrase(role_key(*role)).shown).collect();
    Phrase::own(all.join(", "))
}

/// Somebody as they are to be.
#[derive(Debug)]
pub struct Draft {
    person: Person,
    is_new: bool,
    name: Writing,
    phone: Writing,
    before: bool,
    taking: Option<Taking>,
}

impl Draft {
    /// Somebody new.
    #[must_use]
    pub fn new() -> Self {
        let person = Person::new(PersonId(seal::random_name()), "", &[]);
        Self::from(person, true)
    }

    /// Somebody who is there.
    #[must_use]
    pub fn of(team: &Team, id: &PersonId) -> Option<Self> {
        Some(Self::from(team.person(id)?.clone(), false))
    }

    fn from(person: Person, is_new: bool) -> Self {
        let (name, phone) = (Writing::of(&person.name), Writing::of(&person.phone));
        Self { person, is_new, name, phone, before: false, taking: None }
    }

    /// Whether they are to be added.
    #[must_use]
    pub fn is_new(&self) -> bool {
        self.is_new
    }

    /// Their name in documents.
    #[must_use]
    pub fn id(&self) -> &PersonId {
        &self.person.id
    }

    /// Whether those who are new to them read what they told before.
    #[must_use]
    pub fn before(&self) -> bool {
        self.before
    }

    /// They, with all that was answered.
    #[must_use]
    pub fn person(&self) -> Person {
        let mut person = self.person.clone();
        person.name = one_line(&self.name);
        person.phone = one_line(&self.phone);
        if !person.is(Role::Worker) {
            person.senior = None;
            person.practitioners.clear();
        }
        person
    }

    /// The team with them as they are now.
    #[must_use]
    pub fn changed(&self, team: &Team) -> Team {
        let mut changed = team.clone();
        for person in changed.people.iter_mut().filter(|person| person.id == self.person.id) {
            *person = self.person();
        }
        changed
    }

    /// Takes an answer.
    pub fn take(&mut self, question: Question, message: Message) {
        match (question, message) {
            (_, Message::Role(role)) => match self.person.roles.iter().position(|other| *other == role) {
                Some(index) => drop(self.person.roles.remove(index)),
                None => self.person.roles.push(role),
            },
            (Question::Lead, Message::Pick(person)) => self.person.lead = person,
            (Question::Senior, Message::Pick(person)) => self.person.senior = person,
            (Question::Notes, Message::Pick(Some(person))) => {
                match self.person.practitioners.iter().position(|other| *other == person) {
                    Some(index) => drop(self.person.practitioners.remove(index)),
                    None => self.person.practitioners.push(person),
                }
            }
            (_, Message::Before(before)) => self.before = before,
            (Question::Name, Message::Type(edit)) => drop(self.name.take(edit)),
            (Question::Phone, Message::Type(edit)) => drop(self.phone.take(edit)),
            (_, Message::NoPhoto) => self.person.photo.clear(),
            (_, Message::ChoosePhoto) => self.taking = Some(Taking::begin(Whose::Team)),
            _ => {}
        }
    }

    /// Something about the photo.
    pub fn photo_message(&mut self, ctx: Ctx<'_>, message: photo::Message) -> Action<photo::Message> {
        let Some(taking) = &mut self.taking else { return Action::none() };
        let (photo, action) = taking.update(ctx, message);
        if let Some(photo) = photo {
            self.person.photo = photo;
            self.taking = None;
        }
        action
    }

    /// One step back while a photo is looked for. `None` where none is.
    pub fn photo_back(&mut self) -> Option<Action<photo::Message>> {
        let above = self.taking.as_mut()?.back();
        if above.is_none() {
            self.taking = None;
        }
        Some(above.unwrap_or_else(Action::none))
    }

    fn asked(&self) -> Vec<Question> {
        Question::SHOWN.into_iter().filter(|question| question.is_for(&self.person.roles)).collect()
    }

    /// The question after this one.
    #[must_use]
    pub fn after_this(&self, question: Question) -> Option<Question> {
        let asked = self.asked();
        asked.into_iter().skip_while(|other| *other != question).nth(1)
    }

    /// The question before this one.
    #[must_use]
    pub fn before_this(&self, question: Question) -> Option<Question> {
        let mut asked = self.asked();
        asked.reverse();
        asked.into_iter().skip_while(|other| *other != question).nth(1)
    }

    /// The last question.
    #[must_use]
    pub fn last(&self) -> Option<Question> {
        self.asked().pop()
    }

    /// What has to be answered yet, after this question, for somebody who is there: what goes with a new role, and
    /// whether somebody who is new to a worker reads what was told before.
    #[must_use]
    pub fn missing(&self, team: &Team, question: Question) -> Option<Question> {
        if let Some(open) = self.asked().into_iter().find(|other| !self.is_answered(*other)) {
            return Some(open);
        }
        let old = team.person(&self.person.id)?;
        let now = self.person();
        let told = old.is(Role::Worker) && now.is(Role::Worker);
        let is_new = |id: &PersonId| old.lead.as_ref() != Some(id) && !old.practitioners.contains(id);
        let gained = now.lead.iter().chain(&now.practitioners).any(is_new);
        (told && gained && question != Question::Before).then_some(Question::Before)
    }

    /// Whether it is answered well enough to go on.
    fn is_answered(&self, question: Question) -> bool {
        let worker = self.person.is(Role::Worker);
        match question {
            Question::Name => !one_line(&self.name).is_empty(),
            Question::Roles => !self.person.roles.is_empty(),
            Question::Lead => !worker || self.person.lead.is_some(),
            Question::Senior => self.person.senior.is_some(),
            Question::Notes => !self.person.practitioners.is_empty(),
            Question::Photo | Question::Phone | Question::Before => true,
        }
    }

    /// The page of a question.
    #[must_use]
    pub fn page<'a>(&'a self, ctx: Ctx<'a>, question: Question) -> Page<'a, Message> {
        if let Some(taking) = &self.taking {
            return taking.page(ctx, Message::Photo);
        }
        let name = one_line(&self.name);
        let key = question.key();
        let heading = if name.is_empty() { ctx.phrase(key) } else { ctx.phrase_for(&format!("{key}-of"), &name) };
        let body = match question {
            Question::Name => typing(ctx, &self.name, ("person-name-field", "person-name-hint")),
            Question::Phone => typing(ctx, &self.phone, ("person-phone-field", "person-phone-hint")),
            _ => Body::tiles(self.tiles(ctx, question)),
        };
        let mut page = Page::new(key, heading, body);
        match question {
            Question::Roles | Question::Notes => page.helper = Some(ctx.phrase("person-several")),
            Question::Before => page.helper = Some(ctx.phrase("person-before-help")),
            _ => {}
        }
        if self.is_new {
            let asked = self.asked();
            let now = asked.iter().position(|other| *other == question).unwrap_or_default() + 1;
            page.steps = Some((now, asked.len()));
        }
        let next = Button::new("next", ctx.phrase("next"), Message::Next).arrow();
        page.primary(next.strength(Strength::Primary).only_if(self.is_answered(question)))
    }

    fn tiles(&self, ctx: Ctx<'_>, question: Question) -> Vec<Tile<Message>> {
        let person = &self.person;
        let others = |role| ctx.team.with_role(role).filter(|other| other.id != person.id);
        match question {
            Question::Roles => Role::ALL
                .iter()
                .map(|role| {
                    let key = role_key(*role);
                    let tile = Tile::opens(key, ctx.phrase(key), Message::Role(*role));
                    tile.lead(Lead::Sign("user")).mark(Mark::Many(person.is(*role)))
                })
                .collect(),
            Question::Lead => {
                let mut tiles: Vec<_> =
                    others(Role::Supervisor).map(|other| one_of(other, person.lead.as_ref())).collect();
                if !person.is(Role::Worker) {
                    let nobody = Tile::opens("nobody", ctx.phrase("person-nobody"), Message::Pick(None));
                    tiles.push(nobody.lead(Lead::Sign("minus")).mark(Mark::One(person.lead.is_none())));
                }
                tiles
            }
            Question::Senior => {
                // A senior who visits people too can be their own.
                ctx.team.with_role(Role::Senior).map(|other| one_of(other, person.senior.as_ref())).collect()
            }
            Question::Notes => others(Role::Practitioner)
                .map(|other| face(other).mark(Mark::Many(person.practitioners.contains(&other.id))))
                .collect(),
            Question::Photo => {
                let name = one_line(&self.name);
                let none = Tile::opens("no-photo", ctx.phrase("person-no-photo"), Message::NoPhoto);
                let first: String = name.chars().take(1).collect();
                let none = none.lead(Lead::Letters(first)).mark(Mark::One(person.photo.is_empty()));
                let choose = Tile::opens("choose-photo", ctx.phrase("place-photo"), Message::ChoosePhoto);
                let lead =
                    if person.photo.is_empty() { Lead::Sign("photo") } else { Lead::Photo(person.photo.clone()) };
                vec![none, choose.lead(lead).mark(Mark::One(!person.photo.is_empty()))]
            }
            Question::Before => {
                let tile = |key: &'static str, before| {
                    let tile = Tile::opens(key, ctx.phrase(key), Message::Before(before));
                    tile.lead(Lead::Sign("list")).mark(Mark::One(self.before == before))
                };
                vec![tile("person-before-no", false), tile("person-before-yes", true)]
            }
            Question::Name | Question::Phone => Vec::new(),
        }
    }
}

fn one_line(writing: &Writing) -> String {
    writing.words().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Somebody, to be picked.
fn face(person: &Person) -> Tile<Message> {
    let pick = Message::Pick(Some(person.id.clone()));
    Tile::opens(format!("pick-{}", person.id.0), Phrase::own(&person.name), pick)
        .lead(Lead::Photo(person.photo.clone()))
}

fn one_of(person: &Person, picked: Option<&PersonId>) -> Tile<Message> {
    face(person).mark(Mark::One(picked == Some(&person.id)))
}

fn typing<'a>(ctx: Ctx<'a>, writing: &'a Writing, (label, hint): (&'static str, &'static str)) -> Body<'a, Message> {
    Body::rows(move |look, width| {
        let typing =
            Field { id: "field".to_owned(), label: ctx.phrase(label), writing, lines: 1, question: None, staff: false };
        vec![field(look, typing, width, Message::Type), rows::line(look, hint, &ctx.phrase(hint), width)]
    })
}
