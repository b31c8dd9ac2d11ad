//! Giving keys: what a vault begins with, new keys of spaces, and what is sealed for those who help.
use std::collections::HashMap;

use age::secrecy::ExposeSecret;
use age::x25519::{Identity as Opener, Recipient};
use ed25519_dalek::SigningKey;
use zeroize::Zeroizing;

use super::Keys;
use super::identity::{Card, Identity, new_signer};
use super::paper::{Numbered, Paper};
use crate::domain::person::{PersonId, Role, Team};
use crate::domain::space::Space;
use crate::problem::Problem;
use crate::store::seal;

/// What a new vault begins with.
pub struct Founded {
    /// Signs the papers.
    pub root: SigningKey,
    /// Everyone's secrets, to be sealed in their slots.
    pub people: HashMap<PersonId, Identity>,
    /// The papers.
    pub papers: Vec<Numbered>,
}

impl Keys {
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
            let readers = readers(&space, team);
            if !readers.is_empty() {
                papers.push(self.new_space(&space, (1, readers), &card)?);
            }
        }
        for person in &team.people {
            let identity = people.get(&person.id).ok_or(Problem::CannotWrite)?;
            let helpers = helpers(team, &person.id);
            let spare = spare(&person.id, identity, (&helpers, &card, None))?;
            // A helper opens it once, before anybody needs it.
            let tried = helpers.first().and_then(|helper| people.get(helper)).is_some_and(|helper| match &spare {
                Paper::Spare { sealed, .. } => super::open_bundle(&helper.opener, sealed).is_some(),
                _ => false,
            });
            papers.push(spare);
            if tried {
                papers.push(Paper::Opened(person.id.clone()));
            }
        }
        papers.push(root_paper(&root, (&seniors(team), &card, None))?);
        papers.push(Paper::RootKey(hex::encode(root.verifying_key().as_bytes())));
        papers.push(Paper::Seniors(seniors(team)));
        Ok(Founded { root, people, papers: self.number(papers) })
    }

    /// What somebody who is new begins with: an identity that those can open who help now. Keys follow.
    ///
    /// # Errors
    /// Only where there is no randomness.
    pub fn new_person(&self, person: &PersonId, team: &Team) -> Result<Vec<Paper>, Problem> {
        let identity = Identity::generate()?;
        // Nobody is a senior before papers say so.
        let helpers: Vec<_> = self.seniors().iter().filter(|senior| team.has(senior)).cloned().collect();
        let card = |person: &PersonId| self.card(person).cloned();
        let spare = spare(person, &identity, (&helpers, &card, self.sheet().as_ref()))?;
        Ok(vec![Paper::Person(person.clone(), identity.card()), spare])
    }

    /// A new key for a space.
    pub(super) fn new_space(
        &self,
        space: &Space,
        (generation, readers): (u32, Vec<PersonId>),
        card: &impl Fn(&PersonId) -> Option<Card>,
    ) -> Result<Paper, Problem> {
        self.give_space(space, (generation, readers), &Opener::generate(), card)
    }

    /// A key of a space for these readers.
    pub(super) fn give_space(
        &self,
        space: &Space,
        (generation, readers): (u32, Vec<PersonId>),
        key: &Opener,
        card: &impl Fn(&PersonId) -> Option<Card>,
    ) -> Result<Paper, Problem> {
        let mut cards: Vec<_> = readers.iter().filter_map(card).collect();
        if *space == Space::Team {
            cards.extend(self.computers());
        }
        self.sealed_space(space, (generation, readers), key, &cards)
    }

    /// The same for these cards.
    pub(super) fn sealed_space(
        &self,
        space: &Space,
        (generation, readers): (u32, Vec<PersonId>),
        key: &Opener,
        cards: &[Card],
    ) -> Result<Paper, Problem> {
        let text = key.to_string();
        let sealed = seal_for(cards, None, text.expose_secret().as_bytes())?;
        Ok(Paper::Space { space: space.name(), generation, seal: key.to_public().to_string(), readers, sealed })
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

/// Those of a team who may read a space.
#[must_use]
pub fn readers(space: &Space, team: &Team) -> Vec<PersonId> {
    let readers = team.people.iter().filter(|person| space.is_read_by(person, team));
    readers.map(|person| person.id.clone()).collect()
}

/// Who can let a person in: every senior peer worker but themselves.
#[must_use]
pub fn helpers(team: &Team, person: &PersonId) -> Vec<PersonId> {
    seniors(team).into_iter().filter(|senior| senior != person).collect()
}

/// The senior peer workers of a team.
#[must_use]
pub fn seniors(team: &Team) -> Vec<PersonId> {
    team.with_role(Role::Senior).map(|person| person.id.clone()).collect()
}

/// Those who are given something, how their cards are found, and the recovery sheet.
type Given<'a, F> = (&'a [PersonId], &'a F, Option<&'a Recipient>);

/// A second way to a person's identity.
pub(super) fn spare<F: Fn(&PersonId) -> Option<Card>>(
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

/// The root key, sealed for those who may hold it.
pub(super) fn root_paper<F: Fn(&PersonId) -> Option<Card>>(
    root: &SigningKey,
    (seniors, card, sheet): Given<'_, F>,
) -> Result<Paper, Problem> {
    let cards: Vec<_> = seniors.iter().filter_map(card).collect();
    let seed = Zeroizing::new(root.to_bytes());
    Ok(Paper::Root(seal_for(&cards, sheet, seed.as_slice())?))
}

pub(super) fn seal_for(cards: &[Card], sheet: Option<&Recipient>, bytes: &[u8]) -> Result<Vec<u8>, Problem> {
    let mut recipients: Vec<_> = cards.iter().filter_map(Card::recipient).collect();
    recipients.extend(sheet.cloned());
    seal::seal_for_all(&recipients, bytes).map_err(|_| Problem::CannotWrite)
}
