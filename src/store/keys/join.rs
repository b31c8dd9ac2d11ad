//! A computer joins a vault: which root it is to believe, and the papers that let it in.
use super::identity::Identity;
use super::pairing::Asks;
use super::paper::{Numbered, Paper};
use super::{Keys, give, open_bundle};
use crate::domain::person::PersonId;
use crate::domain::space::Space;
use crate::problem::Problem;

/// The root that most papers of this vault are signed with, of those that say they are it. Nobody believes it before
/// people have compared what comes of it. `None` when no paper says what the root is.
#[must_use]
pub fn claimed_root(vault: &str, files: &[Vec<u8>]) -> Option<String> {
    let said = files.iter().filter_map(|file| match Numbered::read_unsigned(file)?.paper {
        Paper::RootKey(root) => Some(root),
        _ => None,
    });
    let mut said: Vec<_> = said.collect();
    said.sort();
    said.dedup();
    let signed = |root: &String| {
        let papers = files.iter().filter_map(|file| Numbered::read(file, root));
        papers.filter(|paper| paper.vault == vault).count()
    };
    said.into_iter().max_by_key(signed)
}

impl Keys {
    /// Whether a paper says what the root is.
    pub(super) fn says_its_root(&self) -> bool {
        self.papers.iter().any(|paper| matches!(paper.paper, Paper::RootKey(_)))
    }

    /// Whether papers that this root signed make this computer one of the vault's.
    #[must_use]
    pub fn would_be_in(&self, root: &str, files: &[Vec<u8>]) -> bool {
        let computer = &self.computer;
        let papers = files.iter().filter_map(|file| Numbered::read(file, root));
        papers.filter(|paper| paper.vault == computer.vault).any(|paper| match &paper.paper {
            Paper::Computer(device, card) => *device == computer.device && *card == computer.identity.card(),
            _ => false,
        })
    }

    /// The papers that let a computer in: the team's keys, what lets its owner in there, and last its card.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] when this person holds no key of the team, or does not help the owner.
    pub fn let_in(&self, asks: &Asks, owner: &PersonId, me: (&PersonId, &Identity)) -> Result<Vec<Paper>, Problem> {
        let mut papers = Vec::new();
        for about in super::follow::each_key(&self.about(&Space::Team.name())) {
            // What this person cannot open, nobody who came later can either.
            let Some(key) = super::open_key(me.1, about.sealed) else { continue };
            let mut cards: Vec<_> = about.readers.iter().filter_map(|person| self.card(person).cloned()).collect();
            cards.extend(self.computers());
            cards.push(asks.card.clone());
            papers.push(self.sealed_space(&Space::Team, (about.generation, about.readers.to_vec()), &key, &cards)?);
        }
        if papers.is_empty() {
            return Err(Problem::NotAllowed);
        }
        let opened = (owner != me.0).then(|| self.open_spare(owner, &me.1.opener).ok_or(Problem::NotAllowed));
        let opened = opened.transpose()?;
        let bundle = opened.as_ref().unwrap_or(me.1).to_bytes()?;
        let sealed = give::seal_for(std::slice::from_ref(&asks.card), None, &bundle)?;
        papers.push(Paper::Guest { person: owner.clone(), device: asks.device.clone(), sealed });
        papers.push(Paper::Computer(asks.device.clone(), asks.card.clone()));
        Ok(papers)
    }

    /// The identity of somebody who comes in on this computer the first time. `None` for who needs help, or has
    /// chosen a way.
    #[must_use]
    pub fn guest(&self, person: &PersonId) -> Option<Identity> {
        if self.computer.has_met(person) {
            return None;
        }
        let sealed = self.newest(|paper| match paper {
            Paper::Guest { person: other, device, sealed } if other == person && *device == self.computer.device => {
                Some(sealed)
            }
            _ => None,
        })?;
        let identity = open_bundle(&self.computer.identity.opener, sealed)?;
        (Some(&identity.card()) == self.card(person)).then_some(identity)
    }

    /// Reads the papers anew, as this computer believes in their root from now on.
    ///
    /// # Errors
    /// When that cannot be saved.
    pub fn believe(&mut self, root: String, files: &[Vec<u8>]) -> Result<(), Problem> {
        self.computer.trust(root)?;
        self.read(files);
        Ok(())
    }
}
