//! Who may have written what lies in the folder: everybody's public keys and rights, at hand for reading many files at
//! once.
use std::collections::HashMap;

use super::identity::Card;
use super::paper::{Numbered, Paper};
use super::writer::{Known, Writer};
use crate::domain::person::PersonId;

/// The public keys of all people and computers, and what each may write.
#[derive(Debug, Default)]
pub struct Writers {
    people: HashMap<PersonId, Card>,
    computers: HashMap<String, Card>,
    /// What papers say of who may write what.
    pub(super) known: Known,
}

impl Writers {
    /// What these papers say, the older before the newer.
    pub fn of(papers: &[Numbered]) -> Self {
        let mut writers = Self { known: Known::of(papers), ..Self::default() };
        for paper in papers {
            match &paper.paper {
                Paper::Person(person, card) => drop(writers.people.insert(person.clone(), card.clone())),
                Paper::Computer(device, card) => drop(writers.computers.insert(device.clone(), card.clone())),
                _ => {}
            }
        }
        writers
    }

    /// The public keys of a person.
    pub(super) fn card(&self, person: &PersonId) -> Option<&Card> {
        self.people.get(person)
    }

    /// The public keys of a computer.
    pub(super) fn computer_card(&self, device: &str) -> Option<&Card> {
        self.computers.get(device)
    }

    /// Who wrote something: a person, or a computer by itself; and what they may write.
    #[must_use]
    pub fn writer(&self, author: Option<&PersonId>, device: &str) -> Option<Writer<'_>> {
        let card = author.map_or_else(|| self.computer_card(device), |author| self.card(author))?;
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
