//! Who may write what, as the papers of a vault say it.
use std::collections::{BTreeSet, HashMap, HashSet};

use super::identity::Card;
use super::paper::{Numbered, Paper};
use crate::domain::person::PersonId;
use crate::domain::record::Record;
use crate::domain::rights::Rights;
use crate::domain::space::Space;

/// Somebody who wrote something: their public keys, and what they may write.
#[derive(Debug, Clone, Copy)]
pub struct Writer<'k> {
    /// Their public keys.
    pub card: &'k Card,
    /// What they may write.
    pub rights: &'k Rights,
    /// The marks of what they wrote while they might, and may not any more.
    pub kept: &'k HashSet<String>,
}

impl Writer<'_> {
    /// Whether they may have written this, which bears this mark.
    #[must_use]
    pub fn may_write(self, record: &Record, mark: &str) -> bool {
        self.rights.allow(record) || self.kept.contains(mark)
    }

    /// All of it in a line that is another one when anything of it is.
    #[must_use]
    pub fn in_short(self) -> String {
        let mut kept: Vec<_> = self.kept.iter().collect();
        kept.sort_unstable();
        format!("{:?} {kept:?}", self.rights)
    }
}

/// What papers say of everyone's rights, worked out once.
#[derive(Debug, Default)]
pub struct Known {
    seniors: BTreeSet<PersonId>,
    /// Whether a paper names the seniors. Earlier programs wrote none.
    named: bool,
    people: HashMap<PersonId, Rights>,
    /// A computer by itself.
    computer: Rights,
    kept: HashMap<Option<PersonId>, HashSet<String>>,
    nothing: (Rights, HashSet<String>),
}

impl Known {
    /// What these papers say, the older before the newer.
    pub fn of(papers: &[Numbered]) -> Self {
        let mut known = Self::default();
        let mut helpers: HashMap<&PersonId, &[PersonId]> = HashMap::new();
        let mut supervisors: (u32, &[PersonId]) = (0, &[]);
        for paper in papers {
            match &paper.paper {
                Paper::Person(person, _) => drop(known.people.entry(person.clone()).or_default()),
                Paper::Spare { person, helpers: all, .. } => drop(helpers.insert(person, all)),
                Paper::Space { space, readers, generation, .. } => {
                    for reader in readers {
                        let _ = known.people.entry(reader.clone()).or_default().given.insert(space.clone());
                    }
                    if *space == Space::Audit.name() && *generation >= supervisors.0 {
                        supervisors = (*generation, readers);
                    }
                }
                Paper::Seniors(seniors) => {
                    known.seniors = seniors.iter().cloned().collect();
                    known.named = true;
                }
                Paper::Kept { by, marks } => known.kept.entry(by.clone()).or_default().extend(marks.iter().cloned()),
                Paper::Computer(..)
                | Paper::Root(_)
                | Paper::RootKey(_)
                | Paper::Guest { .. }
                | Paper::Sheet(_)
                | Paper::Tried
                | Paper::Opened(_) => {}
            }
        }
        if !known.named {
            // Then every senior helped everyone else. Whoever is alone is helped by nobody, and has to be one.
            known.seniors = helpers.into_values().flatten().cloned().collect();
            if known.seniors.is_empty() {
                known.seniors = known.people.keys().cloned().collect();
            }
            known.computer.senior = true;
        }
        for (person, rights) in &mut known.people {
            rights.senior = known.seniors.contains(person);
            rights.supervisor = supervisors.1.contains(person);
        }
        known
    }

    /// The senior peer workers.
    pub fn seniors(&self) -> &BTreeSet<PersonId> {
        &self.seniors
    }

    /// Whether a paper names the seniors.
    pub fn is_named(&self) -> bool {
        self.named
    }

    /// What this person may write, or a computer by itself.
    pub fn writer<'k>(&'k self, author: Option<&PersonId>, card: &'k Card) -> Writer<'k> {
        let rights = self.rights(author);
        Writer { card, rights, kept: self.kept.get(&author.cloned()).unwrap_or(&self.nothing.1) }
    }

    /// What this person may write, or a computer by itself.
    pub fn rights(&self, author: Option<&PersonId>) -> &Rights {
        match author {
            Some(person) => self.people.get(person).unwrap_or(&self.nothing.0),
            None => &self.computer,
        }
    }
}
