//! Getting ready for a trip: whether one knows the person, whom one can phone, and what one takes.
use serde::{Deserialize, Serialize};

use super::person::{Person, PersonId, Team};

/// What was answered before a trip.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Ready {
    /// Whether the worker knows the person outside work. `None`: it was not asked.
    pub known: Option<Acquaintance>,
    /// Whom they can phone.
    pub phone: Option<PersonId>,
    /// What they take with them, in the order of [`Take::ALL`].
    pub take: Vec<Take>,
}

/// The question of getting ready that is open, so that whoever comes back finds it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Asks {
    /// Is all as it was the last time?
    Same,
    /// Whom can they ring?
    Phone,
    /// What do they take?
    Take,
    /// The plan, to be read before the steps.
    Plan,
}

/// Whether a worker knows the person whom they visit outside work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Acquaintance {
    /// They do not.
    No,
    /// They do.
    Yes,
    /// They are not sure.
    NotSure,
    /// They visit nobody there.
    NoVisit,
}

impl Acquaintance {
    /// Whether it is good to talk about it before the visit.
    #[must_use]
    pub fn asks_to_talk(self) -> bool {
        matches!(self, Self::Yes | Self::NotSure)
    }
}

/// Something to take on a trip.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Take {
    /// A phone.
    Phone,
    /// A bus pass.
    Pass,
    /// Keys.
    Keys,
    /// Headphones.
    Headphones,
    /// Food and a drink.
    FoodDrink,
    /// A book.
    Book,
}

impl Take {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] = [Self::Phone, Self::Pass, Self::Keys, Self::Headphones, Self::FoodDrink, Self::Book];
}

impl Ready {
    /// What is picked to begin with: what was taken on the last trip, and the same person to phone if they are still
    /// here. Before the first trip that is nothing, and the first of `people`.
    #[must_use]
    pub fn like(last: Option<Self>, people: &[&Person]) -> Self {
        let last = last.unwrap_or_default();
        let same = last.phone.filter(|phone| people.iter().any(|person| person.id == *phone));
        let phone = same.or_else(|| people.first().map(|person| person.id.clone()));
        // Whom one visits is another person each time.
        Self { known: None, phone, take: last.take }
    }

    /// Whether all of it is as on another trip, and can be so again: then nobody has to answer it once more.
    #[must_use]
    pub fn is_as(&self, last: &Self, people: &[&Person]) -> bool {
        let can_phone = self.phone.as_ref().is_some_and(|phone| people.iter().any(|person| person.id == *phone));
        can_phone && self == last
    }

    /// Takes it along, or leaves it at home.
    pub fn turn(&mut self, thing: Take) {
        self.take = Take::ALL.into_iter().filter(|other| self.take.contains(other) != (*other == thing)).collect();
    }
}

/// Whom somebody can phone on the way: everyone else with a number, the nearest help first.
#[must_use]
pub fn people_to_phone<'t>(team: &'t Team, me: &'t Person) -> Vec<&'t Person> {
    let near = [team.senior_of(me), team.lead_of(me)].into_iter().flatten();
    let mut people: Vec<&Person> = Vec::new();
    for person in near.chain(&team.people) {
        let can = team.has(&person.id) && person.id != me.id && !person.phone.trim().is_empty();
        if can && people.iter().all(|other| other.id != person.id) {
            people.push(person);
        }
    }
    people
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::person::Role;

    fn person(id: &str, phone: &str) -> Person {
        let senior = Some(PersonId("senior".to_owned()));
        Person { phone: phone.to_owned(), senior, ..Person::new(PersonId(id.to_owned()), id, &[Role::Worker]) }
    }

    fn team() -> Team {
        let people = [("me", "1"), ("other", "2"), ("nobody", " "), ("senior", "3")];
        Team { people: people.map(|(id, phone)| person(id, phone)).into(), left: vec![person("gone", "4")] }
    }

    fn names(people: &[&Person]) -> String {
        people.iter().map(|person| person.id.0.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_nearest_help_is_first_and_who_has_no_number_is_not_there() {
        let team = team();
        assert_eq!(names(&people_to_phone(&team, &team.people[0])), "senior other");
    }

    #[test]
    fn what_was_taken_last_is_picked_and_who_has_left_is_not() {
        let team = team();
        let people = people_to_phone(&team, &team.people[0]);
        let last = |phone: &str| Ready {
            known: Some(Acquaintance::Yes),
            phone: Some(PersonId(phone.to_owned())),
            take: vec![Take::Phone, Take::Book],
        };
        let phone = |ready: &Ready| ready.phone.as_ref().map(|phone| phone.0.clone());
        let first = Ready::like(None, &people);
        assert_eq!((phone(&first), first.take), (Some("senior".to_owned()), Vec::new()));
        let again = Ready::like(Some(last("other")), &people);
        assert_eq!((phone(&again).as_deref(), again.take.len(), again.known), (Some("other"), 2, None));
        assert_eq!(phone(&Ready::like(Some(last("gone")), &people)).as_deref(), Some("senior"));
        assert_eq!(phone(&Ready::like(Some(last("other")), &[])), None);
    }

    #[test]
    fn only_the_very_same_is_not_asked_again() {
        let team = team();
        let people = people_to_phone(&team, &team.people[0]);
        let phone = Some(PersonId("other".to_owned()));
        let last = Ready { known: Some(Acquaintance::No), phone, take: vec![Take::Phone] };
        assert!(last.is_as(&last.clone(), &people));
        for other in [
            Ready { known: Some(Acquaintance::Yes), ..last.clone() },
            Ready { known: None, ..last.clone() },
            Ready { phone: Some(PersonId("senior".to_owned())), ..last.clone() },
            Ready { take: Vec::new(), ..last.clone() },
        ] {
            assert!(!other.is_as(&last, &people), "{other:?}");
        }
        // Who has left cannot be phoned, and somebody must be.
        let gone = Ready { phone: Some(PersonId("gone".to_owned())), ..last.clone() };
        let nobody = Ready { phone: None, ..last };
        assert!(!gone.is_as(&gone, &people) && !nobody.is_as(&nobody, &people));
    }

    #[test]
    fn a_thing_is_taken_and_left_and_the_order_stays() {
        let mut ready = Ready::default();
        for thing in [Take::Book, Take::Phone, Take::Keys] {
            ready.turn(thing);
        }
        assert_eq!(ready.take, [Take::Phone, Take::Keys, Take::Book]);
        ready.turn(Take::Keys);
        assert_eq!(ready.take, [Take::Phone, Take::Book]);
    }
}
