//! Keys follow the team: who comes is given keys, who goes is given none of the new ones.
//!
//! What is to be done follows from the team as it is to be and from the papers as they are, and from nothing else.
//! So a change that was cut off half-way is gone on with by asking again.
use std::collections::BTreeSet;

use age::x25519::Identity as Opener;

use super::give::{helpers, readers, root_paper, seniors, spare};
use super::identity::{Card, Identity};
use super::paper::Paper;
use super::{About, Keys, open_key};
use crate::domain::person::{PersonId, Team};
use crate::domain::space::Space;
use crate::problem::Problem;

/// What keys have to follow.
pub struct Change<'a> {
    /// The team as it is to be.
    pub team: &'a Team,
    /// Whether those who are new to what a worker told also read what was told before.
    pub before: bool,
    /// The marks of what each of the [dropped](Keys::dropped) wrote for the whole team.
    pub kept: Vec<(Option<PersonId>, Vec<String>)>,
}

/// The most marks in one paper, so that it stays below the size that is read.
const MOST_MARKS: usize = 4000;

/// Whether a space is read from its beginning by whoever is new to it. What a worker told is read from now on only,
/// unless a senior says otherwise. A worry that waits, what was done about it, a support plan and the log would be of
/// no use in part.
fn is_read_whole(space: &Space) -> bool {
    !matches!(space, Space::Visits(_) | Space::SharedWithLead(_) | Space::SharedWithBoth(_))
}

fn set(people: &[PersonId]) -> BTreeSet<&PersonId> {
    people.iter().collect()
}

impl Keys {
    /// Those who may write less for the whole team than before: `None` stands for the computers, which might when an
    /// earlier program began the vault.
    #[must_use]
    pub fn dropped(&self, team: &Team) -> Vec<Option<PersonId>> {
        let now = seniors(team);
        let people = self.seniors().iter().filter(|senior| !now.contains(senior)).cloned().map(Some);
        people.chain((!self.writers.known.is_named()).then_some(None)).collect()
    }

    /// The papers that are missing for this team. None are, when keys have followed it.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] for who does not hold the root key, if something is missing.
    pub fn follow(&self, change: &Change<'_>, me: &Identity) -> Result<Vec<Paper>, Problem> {
        let Change { team, before, kept } = change;
        let mut papers = self.spares(team, me)?;
        // Vaults of earlier programs do not say it.
        if !self.says_its_root()
            && let Some(root) = &self.computer.root
        {
            papers.push(Paper::RootKey(root.clone()));
        }
        for space in Space::all(team) {
            self.follow_space((&space, readers(&space, team)), *before || is_read_whole(&space), me, &mut papers)?;
        }
        let now = seniors(team);
        if !self.writers.known.is_named() || set(&now) != self.seniors().iter().collect() {
            for (by, marks) in kept {
                let some = marks.chunks(MOST_MARKS);
                papers.extend(some.map(|marks| Paper::Kept { by: by.clone(), marks: marks.to_vec() }));
            }
            let root = self.root(&me.opener).ok_or(Problem::NotAllowed)?;
            papers.push(root_paper(&root, (&now, &|person| self.card(person).cloned(), self.sheet().as_ref()))?);
            // Last: until then all of it is done again.
            papers.push(Paper::Seniors(now));
        }
        Ok(papers)
    }

    /// Identities, sealed anew where others help now.
    fn spares(&self, team: &Team, me: &Identity) -> Result<Vec<Paper>, Problem> {
        let (mut papers, sheet) = (Vec::new(), self.sheet());
        for person in &team.people {
            let now = helpers(team, &person.id);
            let same = self.spare(&person.id).is_some_and(|(helpers, _)| set(helpers) == set(&now));
            // Who cannot open it leaves it as it is.
            if let Some(identity) = self.open_spare(&person.id, &me.opener).filter(|_| !same) {
                papers.push(spare(&person.id, &identity, (&now, &|id| self.card(id).cloned(), sheet.as_ref()))?);
            }
        }
        Ok(papers)
    }

    fn follow_space(
        &self,
        (space, may): (&Space, Vec<PersonId>),
        whole: bool,
        me: &Identity,
        papers: &mut Vec<Paper>,
    ) -> Result<(), Problem> {
        let card = |person: &PersonId| self.card(person).cloned();
        let name = space.name();
        let about = self.about(&name);
        let Some(newest) = about.last() else {
            if !may.is_empty() {
                papers.push(self.new_space(space, (1, may), &card)?);
            }
            return Ok(());
        };
        // Nobody writes any more where nobody reads: its owner has left.
        if set(newest.readers) == set(&may) || may.is_empty() {
            return Ok(());
        }
        let somebody_goes = newest.readers.iter().any(|reader| !may.contains(reader));
        let new: Vec<_> = may.iter().filter(|person| !newest.readers.contains(person)).cloned().collect();
        let mut newest_given = false;
        if whole && !new.is_empty() {
            for about in each_key(&about) {
                let is_newest = about.seal == newest.seal;
                if is_newest && !somebody_goes {
                    newest_given = self.give_again(space, (about, &may), me, papers)?;
                } else {
                    let stay = about.readers.iter().filter(|reader| may.contains(reader) && !new.contains(reader));
                    let readers: Vec<_> = stay.chain(&new).cloned().collect();
                    let _ = self.give_again(space, (about, &readers), me, papers)?;
                }
            }
        }
        if !newest_given {
            papers.push(self.new_space(space, (newest.generation + 1, may), &card)?);
        }
        Ok(())
    }

    /// Gives a key that there is to these readers. Answers whether it could be opened.
    fn give_again(
        &self,
        space: &Space,
        (about, readers): (&About<'_>, &[PersonId]),
        me: &Identity,
        papers: &mut Vec<Paper>,
    ) -> Result<bool, Problem> {
        let Some(key) = self.open_any(about, me) else { return Ok(false) };
        let card = |person: &PersonId| -> Option<Card> { self.card(person).cloned() };
        papers.push(self.give_space(space, (about.generation, readers.to_vec()), &key, &card)?);
        Ok(true)
    }

    /// The key of a space: held by this person, or by somebody whom they help.
    fn open_any(&self, about: &About<'_>, me: &Identity) -> Option<Opener> {
        let right = |key: &Opener| key.to_public().to_string() == about.seal;
        let helped = || {
            let readers = about.readers.iter();
            readers.filter_map(|reader| open_key(&self.open_spare(reader, &me.opener)?, about.sealed)).find(right)
        };
        open_key(me, about.sealed).filter(right).or_else(helped)
    }
}

/// Of several papers about one key the newest, the older keys first.
pub(super) fn each_key<'a, 'p>(all: &'a [About<'p>]) -> Vec<&'a About<'p>> {
    let last = |(index, about): &(usize, &About<'p>)| !all.iter().skip(index + 1).any(|other| other.seal == about.seal);
    all.iter().enumerate().filter(last).map(|(_, about)| about).collect()
}
