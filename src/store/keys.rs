//! Whose key is whose: what the papers of a vault say, and who is given which key.
//!
//! Every person has an identity of their own, sealed in a [slot] of this computer. Every space has a key, sealed
//! for those who may read there. So a computer that is locked holds only public halves: with those it can seal, and
//! check signatures, and nothing more.
pub mod computer;
pub mod follow;
pub mod give;
pub mod identity;
pub mod join;
pub mod pairing;
pub mod paper;
mod readers;
pub mod slot;
pub mod writer;
pub mod writers;

use std::collections::BTreeSet;
use std::str::FromStr;
use std::sync::Arc;

use age::secrecy::ExposeSecret;
use age::x25519::{Identity as Opener, Recipient};
use ed25519_dalek::SigningKey;
use zeroize::Zeroizing;

use self::computer::Computer;
use self::give::seal_for;
use self::identity::{Card, Identity};
use self::paper::{Numbered, Paper};
use self::writer::Writer;
use self::writers::Writers;
use super::seal;
use crate::domain::person::PersonId;
use crate::domain::record::Record;
use crate::domain::space::Space;
use crate::problem::Problem;

/// What is known of the keys of a vault without anybody's secret.
pub struct Keys {
    /// This computer.
    pub computer: Computer,
    /// The papers that are signed as they must be, in order.
    papers: Vec<Numbered>,
    /// What they say of who may write, and what.
    writers: Arc<Writers>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keys({} papers)", self.papers.len())
    }
}

impl Keys {
    /// The keys that these files speak of. Files that the root of the vault did not sign say nothing.
    #[must_use]
    pub fn new(computer: Computer, files: &[Vec<u8>]) -> Self {
        let mut keys = Self { computer, papers: Vec::new(), writers: Arc::default() };
        keys.read(files);
        keys
    }

    fn read(&mut self, files: &[Vec<u8>]) {
        let root = self.computer.root.clone().unwrap_or_default();
        let papers = files.iter().filter_map(|file| Some((Numbered::read(file, &root)?, seal::hash16(file))));
        let mut papers: Vec<_> = papers.filter(|(paper, _)| paper.vault == self.computer.vault).collect();
        // Two computers may give one number: everywhere the same one of them counts.
        papers.sort_by(|(one, its), (other, others)| one.number.cmp(&other.number).then_with(|| its.cmp(others)));
        self.papers = papers.into_iter().map(|(paper, _)| paper).collect();
        self.writers = Arc::new(Writers::of(&self.papers));
    }

    /// The keys of a vault whose root this computer does not know yet: the one that this key opens. `None` when it
    /// opens none.
    #[must_use]
    pub fn found_by(mut computer: Computer, files: &[Vec<u8>], with: &Opener) -> Option<(Self, SigningKey)> {
        // Unsigned, a paper is only believed to say where the root may lie: the root itself shows whether it is it.
        let roots = files.iter().filter_map(|file| Numbered::read_unsigned(file));
        let mut roots: Vec<_> = roots.filter(|paper| matches!(paper.paper, Paper::Root(_))).collect();
        roots.sort_by_key(|paper| std::cmp::Reverse(paper.number));
        for root in roots {
            let Paper::Root(sealed) = &root.paper else { continue };
            let Some(key) = seal::open_secret(with, sealed) else { continue };
            let Ok(seed) = <[u8; 32]>::try_from(key.as_slice()).map(Zeroizing::new) else { continue };
            let signer = SigningKey::from_bytes(&seed);
            computer.root = Some(hex::encode(signer.verifying_key().as_bytes()));
            let keys = Self::new(computer, files);
            // An older sheet opens the root of its time, and nothing since.
            return keys.sheet().filter(|sheet| *sheet == with.to_public()).map(|_| (keys, signer));
        }
        None
    }

    /// The papers that make this computer one of the vault's: its card, and the team's keys sealed for it too.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] when this key opens nobody's identity.
    pub fn welcome(&self, with: &Opener) -> Result<Vec<Paper>, Problem> {
        let mut papers = vec![Paper::Computer(self.computer.device.clone(), self.computer.identity.card())];
        let someone = self.people().find_map(|person| self.open_spare(person, with)).ok_or(Problem::NotAllowed)?;
        for paper in &self.papers {
            let Paper::Space { space, generation, seal, readers, sealed } = &paper.paper else { continue };
            if *space != Space::Team.name() {
                continue;
            }
            let Some(key) = open_key(&someone, sealed) else { continue };
            let mut cards: Vec<_> = readers.iter().filter_map(|person| self.card(person).cloned()).collect();
            cards.extend(self.computers());
            let text = key.to_string();
            papers.push(Paper::Space {
                space: space.clone(),
                generation: *generation,
                seal: seal.clone(),
                readers: readers.clone(),
                sealed: seal_for(&cards, None, text.expose_secret().as_bytes())?,
            });
        }
        Ok(papers)
    }

    /// Everyone who was ever given an identity.
    fn people(&self) -> impl Iterator<Item = &PersonId> {
        self.papers.iter().filter_map(|paper| match &paper.paper {
            Paper::Person(person, _) => Some(person),
            _ => None,
        })
    }

    /// The cards of all computers of the vault, and of this one.
    fn computers(&self) -> Vec<Card> {
        let others = self.papers.iter().filter_map(|paper| match &paper.paper {
            Paper::Computer(device, card) if *device != self.computer.device => Some(card.clone()),
            _ => None,
        });
        others.chain([self.computer.identity.card()]).collect()
    }

    /// Whether the vault has keys yet.
    #[must_use]
    pub fn is_founded(&self) -> bool {
        self.computer.root.is_some()
    }

    /// What the newest paper of a kind says.
    fn newest<'k, T>(&'k self, kind: impl Fn(&'k Paper) -> Option<T>) -> Option<T> {
        self.papers.iter().rev().find_map(|paper| kind(&paper.paper))
    }

    /// The public keys of a person.
    #[must_use]
    pub fn card(&self, person: &PersonId) -> Option<&Card> {
        self.writers.card(person)
    }

    /// The public keys of a computer.
    #[must_use]
    pub fn computer_card(&self, device: &str) -> Option<&Card> {
        self.writers.computer_card(device)
    }

    /// Who wrote something: a person, or a computer by itself; and what they may write.
    #[must_use]
    pub fn writer(&self, author: Option<&PersonId>, device: &str) -> Option<Writer<'_>> {
        self.writers.writer(author, device)
    }

    /// All who may have written something, at hand for reading many files at once.
    #[must_use]
    pub fn writers(&self) -> Arc<Writers> {
        self.writers.clone()
    }

    /// Whether a person, or a computer by itself, may write this from now on.
    #[must_use]
    pub fn may_write(&self, author: Option<&PersonId>, record: &Record) -> bool {
        record.may_be_written_by(author) && self.writers.known.rights(author).allow(record)
    }

    /// The senior peer workers: who papers say they are, whatever else says.
    #[must_use]
    pub fn seniors(&self) -> &BTreeSet<PersonId> {
        self.writers.known.seniors()
    }

    /// The papers about the keys of a space, the newest key last.
    fn about(&self, name: &str) -> Vec<About<'_>> {
        let mut all: Vec<_> = self.papers.iter().filter_map(About::of).filter(|about| about.space == name).collect();
        // A key that is given to others again later stays as old as it is.
        all.sort_by_key(|about| about.generation);
        all
    }

    /// Seals for a space: the public half of its newest key. In a vault of an earlier program that has none, this is
    /// the space in which that program kept the same.
    #[must_use]
    pub fn of(&self, space: &Space) -> Option<(Space, Recipient)> {
        let found = self.about(&space.name()).last().and_then(|about| Recipient::from_str(about.seal).ok());
        found.map(|key| (space.clone(), key)).or_else(|| self.of(&space.formerly()?))
    }

    /// The keys of these spaces that somebody was given, newest first: older ones open what was sealed before.
    #[must_use]
    pub fn held_by(&self, identity: &Identity, spaces: &[Space]) -> Vec<(Space, Opener)> {
        let mut held: Vec<(Space, Opener)> = Vec::new();
        let mut all: Vec<_> = self.papers.iter().filter_map(About::of).collect();
        all.sort_by_key(|about| about.generation);
        let mut seals = BTreeSet::new();
        for about in all.into_iter().rev() {
            // A key that was given anew, to others beside, is still one key.
            if seals.contains(about.seal) {
                continue;
            }
            let Some(space) = spaces.iter().find(|other| other.name() == about.space) else { continue };
            let Some(key) = open_key(identity, about.sealed) else { continue };
            if key.to_public().to_string() == about.seal {
                let _ = seals.insert(about.seal);
                held.push((space.clone(), key));
            }
        }
        held
    }

    /// Whether this person's identity has been opened once by a way that needs no memory.
    #[must_use]
    pub fn is_opened(&self, person: &PersonId) -> bool {
        self.papers.iter().any(|paper| matches!(&paper.paper, Paper::Opened(other) if other == person))
    }

    /// Those whose identity this key opens, and who have never been let in before: that it works is worth a paper.
    #[must_use]
    pub fn opens_first(&self, with: &Opener) -> Vec<Paper> {
        let people: BTreeSet<_> = self.people().collect();
        let new = people.into_iter().filter(|person| !self.is_opened(person));
        new.filter(|person| self.open_spare(person, with).is_some()).cloned().map(Paper::Opened).collect()
    }

    /// Those who can open a person's identity when its own slot is lost, and whether the recovery sheet can.
    #[must_use]
    pub fn spare(&self, person: &PersonId) -> Option<(&[PersonId], &[u8])> {
        self.newest(|paper| match paper {
            Paper::Spare { person: other, helpers, sealed } if other == person => {
                Some((helpers.as_slice(), sealed.as_slice()))
            }
            _ => None,
        })
    }

    /// The recovery sheet's public half.
    #[must_use]
    pub fn sheet(&self) -> Option<Recipient> {
        self.newest(|paper| match paper {
            Paper::Sheet(seal) => Recipient::from_str(seal).ok(),
            _ => None,
        })
    }

    /// Whether a way in that needs no memory has been opened once since the newest sheet was made.
    #[must_use]
    pub fn is_tried(&self) -> bool {
        let tried = self.newest(|paper| match paper {
            Paper::Tried => Some(true),
            Paper::Sheet(_) => Some(false),
            _ => None,
        });
        tried.unwrap_or(false)
    }

    /// Opens a person's identity in another's stead: a helper's, or the one on the recovery sheet.
    #[must_use]
    pub fn open_spare(&self, person: &PersonId, with: &Opener) -> Option<Identity> {
        let (_, sealed) = self.spare(person)?;
        let identity = open_bundle(with, sealed)?;
        // What was sealed must be the identity that everyone knows.
        (Some(&identity.card()) == self.card(person)).then_some(identity)
    }

    /// The key that signs papers, for those who were given it.
    #[must_use]
    pub fn root(&self, with: &Opener) -> Option<SigningKey> {
        let sealed = self.newest(|paper| match paper {
            Paper::Root(sealed) => Some(sealed),
            _ => None,
        })?;
        let seed = seal::open_secret(with, sealed)?;
        let root = SigningKey::from_bytes(&Zeroizing::new(<[u8; 32]>::try_from(seed.as_slice()).ok()?));
        (Some(hex::encode(root.verifying_key().as_bytes())) == self.computer.root).then_some(root)
    }

    /// Adds what papers say, after they have been saved.
    pub fn add(&mut self, papers: Vec<Numbered>) {
        self.papers.extend(papers);
        self.writers = Arc::new(Writers::of(&self.papers));
    }

    /// These statements as papers, numbered on from the last one.
    #[must_use]
    pub fn number(&self, papers: Vec<Paper>) -> Vec<Numbered> {
        let next = self.papers.last().map_or(1, |paper| paper.number + 1);
        let vault = &self.computer.vault;
        (next..).zip(papers).map(|(number, paper)| Numbered { vault: vault.clone(), number, paper }).collect()
    }
}

/// What a paper says about the key of a space.
struct About<'p> {
    space: &'p str,
    generation: u32,
    seal: &'p str,
    readers: &'p [PersonId],
    sealed: &'p [u8],
}

impl<'p> About<'p> {
    fn of(paper: &'p Numbered) -> Option<Self> {
        match &paper.paper {
            Paper::Space { space, generation, seal, readers, sealed } => {
                Some(Self { space, generation: *generation, seal, readers, sealed })
            }
            _ => None,
        }
    }
}

fn open_bundle(with: &Opener, sealed: &[u8]) -> Option<Identity> {
    Identity::read(&seal::open_secret(with, sealed)?)
}

fn open_key(identity: &Identity, sealed: &[u8]) -> Option<Opener> {
    let text = seal::open_secret(&identity.opener, sealed)?;
    Opener::from_str(std::str::from_utf8(&text).ok()?).ok()
}
