//! Who may have written what lies in the folder: everybody's public keys, at hand for reading many files at once.
use std::collections::HashMap;

use super::Keys;
use super::identity::Card;
use super::paper::Paper;
use crate::domain::person::PersonId;

/// The public keys of all people and computers.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Writers {
    people: HashMap<PersonId, Card>,
    computers: HashMap<String, Card>,
}

impl Keys {
    /// The public keys of all people and computers.
    #[must_use]
    pub fn writers(&self) -> Writers {
        let mut writers = Writers::default();
        for paper in &self.papers {
            match &paper.paper {
                Paper::Person(person, _) => {
                    writers.people.extend(self.card(person).map(|card| (person.clone(), card.clone())));
                }
                Paper::Computer(device, _) => {
                    writers.computers.extend(self.computer_card(device).map(|card| (device.clone(), card.clone())));
                }
                _ => {}
            }
        }
        writers
    }
}

impl Writers {
    /// The public keys of who wrote something: a person, or a computer by itself.
    #[must_use]
    pub fn writer(&self, author: Option<&PersonId>, device: &str) -> Option<&Card> {
        author.map_or_else(|| self.computers.get(device), |author| self.people.get(author))
    }

    /// All of them, in order: their names, and their keys.
    #[must_use]
    pub fn all(&self) -> Vec<(bool, &str, &Card)> {
        let people = self.people.iter().map(|(person, card)| (true, person.0.as_str(), card));
        let computers = self.computers.iter().map(|(device, card)| (false, device.as_str(), card));
        let mut all: Vec<_> = people.chain(computers).collect();
        all.sort_by_key(|(is_person, name, _)| (*is_person, *name));
        all
    }
}
