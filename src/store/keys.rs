//! Whose key is whose: what the papers of a vault say, and who is given which key.
//!
//! Every person has an identity of their own, sealed in a [slot] of this computer. Every space has a key, sealed
//! for those who may read there. So a computer that is locked holds only public halves: with those it can seal, and
//! check signatures, and nothing more.
pub mod computer;
pub mod identity;
pub mod paper;
pub mod slot;
pub mod writers;

use std::collections::HashMap;
use std::str::FromStr;

use age::secrecy::ExposeSecret;
use age::x25519::{Identity as Opener, Recipient};
use ed25519_dalek::SigningKey;
use zeroize::Zeroizing;

use self::computer::Computer;
use self::identity::{Card, Identity, new_signer};
use self::paper::{Numbered, Paper};
use super::seal;
use crate::domain::person::{PersonId, Role, Team};
use crate::domain::space::Space;
use crate::problem::Problem;

/// What is known of the keys of a vault without anybody's secret.
pub struct Keys {
    /// This computer.
    pub computer: Computer,
    /// The papers that are signed as they must be, in order.
    papers: Vec<Numbered>,
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
        let root = computer.root.clone().unwrap_or_default();
        let papers = files.iter().filter_map(|file| Numbered::read(file, &root));
        let mut papers: Vec<_> = papers.filter(|paper| paper.vault == computer.vault).collect();
        papers.sort_by_key(|paper| paper.number);
        Self { computer, papers }
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
            let Some(key) = age::decrypt(with, sealed).ok().map(Zeroizing::new) else { continue };
            let Ok(seed) = <[u8; 32]>::try_from(key.as_slice()) else { continue };
            let signer = SigningKey::from_bytes(&Zeroizing::new(seed));
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
        let people = self.papers.iter().filter_map(|paper| match &paper.paper {
            Paper::Person(person, _) => Some(person),
            _ => None,
        });
        let someone = people.into_iter().find_map(|person| self.open_spare(person, with)).ok_or(Problem::NotAllowed)?;
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
        self.newest(|paper| match paper {
            Paper::Person(other, card) if other == person => Some(card),
            _ => None,
        })
    }

    /// The public keys of a computer.
    #[must_use]
    pub fn computer_card(&self, device: &str) -> Option<&Card> {
        self.newest(|paper| match paper {
            Paper::Computer(other, card) if other == device => Some(card),
            _ => None,
        })
    }

    /// The public keys of who wrote something: a person, or a computer by itself.
    #[must_use]
    pub fn writer(&self, author: Option<&PersonId>, device: &str) -> Option<&Card> {
        author.map_or_else(|| self.computer_card(device), |author| self.card(author))
    }

    /// Seals for a space: the public half of its newest key.
    #[must_use]
    pub fn of(&self, space: &Space) -> Option<Recipient> {
        let name = space.name();
        self.newest(|paper| match paper {
            Paper::Space { space, seal, .. } if *space == name => Recipient::from_str(seal).ok(),
            _ => None,
        })
    }

    /// The keys of these spaces that somebody was given, newest first: older ones open what was sealed before.
    #[must_use]
    pub fn held_by(&self, identity: &Identity, spaces: &[Space]) -> Vec<(Space, Opener)> {
        let mut held = Vec::new();
        for paper in self.papers.iter().rev() {
            let Paper::Space { space, seal, sealed, .. } = &paper.paper else { continue };
            let Some(space) = spaces.iter().find(|other| other.name() == *space) else { continue };
            let Some(key) = open_key(identity, sealed) else { continue };
            if key.to_public().to_string() == *seal {
                held.push((space.clone(), key));
            }
        }
        held
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
        let bundle = Zeroizing::new(age::decrypt(with, sealed).ok()?);
        let identity = Identity::read(&bundle)?;
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
        let seed = Zeroizing::new(age::decrypt(with, sealed).ok()?);
        let root = SigningKey::from_bytes(&Zeroizing::new(<[u8; 32]>::try_from(seed.as_slice()).ok()?));
        (Some(hex::encode(root.verifying_key().as_bytes())) == self.computer.root).then_some(root)
    }

    /// Adds what a paper says, after it has been saved.
    pub fn add(&mut self, numbered: Numbered) {
        self.papers.push(numbered);
    }

    /// These statements as papers, numbered on from the last one.
    #[must_use]
    pub fn number(&self, papers: Vec<Paper>) -> Vec<Numbered> {
        let next = self.papers.last().map_or(1, |paper| paper.number + 1);
        let vault = &self.computer.vault;
        (next..).zip(papers).map(|(number, paper)| Numbered { vault: vault.clone(), number, paper }).collect()
    }

    /// What a new vault begins with: an identity for everyone, a key for every space, and the root that signs it all.
    ///
    /// # Errors
    /// Only where there is no randomness.
    pub fn found(&self, team: &Team) -> Result<Founded, Problem> {
        let root = new_signer()?;
        let mut people = HashMap::new();
        let mut papers = vec![Paper::Computer(self.computer.device.clone(), self.computer.identity.card())];
        for person in &team.people {
            let identity = Identity::generate()?;
            papers.push(Paper::Person(person.id.clone(), identity.card()));
            let _ = people.insert(person.id.clone(), identity);
        }
        let card = |person: &PersonId| people.get(person).map(Identity::card);
        for space in Space::all(team) {
            papers.push(self.new_space(&space, team, 1, &card)?);
        }
        for person in &team.people {
            let identity = people.get(&person.id).ok_or(Problem::CannotWrite)?;
            papers.push(spare(&person.id, identity, (&helpers(team, &person.id), &card, None))?);
        }
        papers.push(root_paper(&root, (&seniors(team), &card, None))?);
        Ok(Founded { root, people, papers: self.number(papers) })
    }

    /// A new key for a space.
    fn new_space(
        &self,
        space: &Space,
        team: &Team,
        generation: u32,
        card: &impl Fn(&PersonId) -> Option<Card>,
    ) -> Result<Paper, Problem> {
        let key = Opener::generate();
        let readers: Vec<_> = team.people.iter().filter(|person| space.is_read_by(person, team)).collect();
        let mut cards: Vec<_> = readers.iter().filter_map(|person| card(&person.id)).collect();
        if *space == Space::Team {
            cards.extend(self.computers());
        }
        let text = key.to_string();
        let sealed = seal_for(&cards, None, text.expose_secret().as_bytes())?;
        Ok(Paper::Space {
            space: space.name(),
            generation,
            seal: key.to_public().to_string(),
            readers: readers.into_iter().map(|person| person.id.clone()).collect(),
            sealed,
        })
    }

    /// New keys for every space whose readers have changed: whoever left keeps what they could read, and reads
    /// nothing that is written from now on.
    ///
    /// # Errors
    /// Only where there is no randomness.
    pub fn renew(&self, team: &Team) -> Result<Vec<Paper>, Problem> {
        let card = |person: &PersonId| self.card(person).cloned();
        let mut papers = Vec::new();
        for space in Space::all(team) {
            let name = space.name();
            let now = self.newest(|paper| match paper {
                Paper::Space { space, generation, readers, .. } if *space == name => Some((*generation, readers)),
                _ => None,
            });
            let may: Vec<_> = team.people.iter().filter(|person| space.is_read_by(person, team)).collect();
            let same = now.is_some_and(|(_, readers)| {
                readers.len() == may.len() && may.iter().all(|person| readers.contains(&person.id))
            });
            if !same {
                papers.push(self.new_space(&space, team, now.map_or(1, |(generation, _)| generation + 1), &card)?);
            }
        }
        Ok(papers)
    }

    /// A new recovery sheet: its key, and the papers that make it count. Needs somebody who can open everyone's
    /// spare. Those whom they cannot open keep the sheet that they have.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] for who does not hold the root key.
    pub fn new_sheet(&self, team: &Team, with: &Opener) -> Result<(Opener, Vec<Paper>), Problem> {
        let root = self.root(with).ok_or(Problem::NotAllowed)?;
        let sheet = Opener::generate();
        let seal = Some(sheet.to_public());
        let card = |person: &PersonId| self.card(person).cloned();
        let mut papers = Vec::new();
        for person in &team.people {
            if let Some(identity) = self.open_spare(&person.id, with) {
                papers.push(spare(&person.id, &identity, (&helpers(team, &person.id), &card, seal.as_ref()))?);
            }
        }
        papers.push(root_paper(&root, (&seniors(team), &card, seal.as_ref()))?);
        papers.push(Paper::Sheet(sheet.to_public().to_string()));
        Ok((sheet, papers))
    }
}

/// What a new vault begins with.
pub struct Founded {
    /// Signs the papers.
    pub root: SigningKey,
    /// Everyone's secrets, to be sealed in their slots.
    pub people: HashMap<PersonId, Identity>,
    /// The papers.
    pub papers: Vec<Numbered>,
}

/// Who can let a person in: every senior peer worker but themselves.
#[must_use]
pub fn helpers(team: &Team, person: &PersonId) -> Vec<PersonId> {
    seniors(team).into_iter().filter(|senior| senior != person).collect()
}

fn seniors(team: &Team) -> Vec<PersonId> {
    team.people.iter().filter(|person| person.is(Role::Senior)).map(|person| person.id.clone()).collect()
}

/// Those who are given something, how their cards are found, and the recovery sheet.
type Given<'a, F> = (&'a [PersonId], &'a F, Option<&'a Recipient>);

fn spare<F: Fn(&PersonId) -> Option<Card>>(
    person: &PersonId,
    identity: &Identity,
    (helpers, card, sheet): Given<'_, F>,
) -> Result<Paper, Problem> {
    let mut cards: Vec<_> = helpers.iter().filter_map(card).collect();
    // A senior who is alone still can be sealed for: themselves, until there is a sheet.
    cards.push(identity.card());
    let sealed = seal_for(&cards, sheet, &identity.to_bytes()?)?;
    Ok(Paper::Spare { person: person.clone(), helpers: helpers.to_vec(), sealed })
}

fn root_paper<F: Fn(&PersonId) -> Option<Card>>(
    root: &SigningKey,
    (seniors, card, sheet): Given<'_, F>,
) -> Result<Paper, Problem> {
    let cards: Vec<_> = seniors.iter().filter_map(card).collect();
    let seed = Zeroizing::new(root.to_bytes());
    Ok(Paper::Root(seal_for(&cards, sheet, seed.as_slice())?))
}

fn seal_for(cards: &[Card], sheet: Option<&Recipient>, bytes: &[u8]) -> Result<Vec<u8>, Problem> {
    let mut recipients: Vec<_> = cards.iter().filter_map(Card::recipient).collect();
    recipients.extend(sheet.cloned());
    seal::seal_for_all(&recipients, bytes).map_err(|_| Problem::CannotWrite)
}

fn open_key(identity: &Identity, sealed: &[u8]) -> Option<Opener> {
    let text = Zeroizing::new(age::decrypt(&identity.opener, sealed).ok()?);
    Opener::from_str(std::str::from_utf8(&text).ok()?).ok()
}
