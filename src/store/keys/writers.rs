//! Who may have written what lies in the folder: everybody's public keys and rights, at hand for reading many files at
//! once.
use std::collections::HashMap;
use std::sync::Arc;

use super::Keys;
use super::identity::Card;
use super::paper::Paper;
use super::writer::{Known, Writer};
use crate::domain::person::PersonId;

/// The public keys of all people and computers, and what each may write.
#[derive(Debug, Default)]
pub struct Writers {
    people: HashMap<PersonId, Card>,
    computers: HashMap<String, Card>,
    known: Arc<Known>,
}

impl Keys {
    /// The public keys of all people and computers, and what each may write.
    #[must_use]
    pub fn writers(&self) -> Writers {
        let mut writers = Writers { known: self.known.clone(), ..Writers::default() };
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
    /// Who wrote something: a person, or a computer by itself; and what they may write.
    #[must_use]
    pub fn writer(&self, author: Option<&PersonId>, device: &str) -> Option<Writer<'_>> {
        let card = author.map_or_else(|| self.computers.get(device), |author| self.people.get(author))?;
        Some(self.known.writer(author, card))
    }

    /// All that decides who is believed, in order: each person and computer with their keys, and what they may write.
    #[must_use]
    pub fn all(&self) -> Vec<String> {
        let people = self.people.iter().map(|(person, card)| {
            format!(
                "person {} {} {} {}",
                person.0,
                card.seal,
                card.sign,
                self.known.writer(Some(person), card).in_short()
            )
        });
        let computers = self.computers.iter().map(|(device, card)| {
            format!("computer {device} {} {} {}", card.seal, card.sign, self.known.writer(None, card).in_short())
        });
        let mut all: Vec<_> = people.chain(computers).collect();
        all.sort_unstable();
        all
    }
}
