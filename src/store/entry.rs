//! Coming in: by a person's own slot, with a helper, or with the recovery sheet.
use std::time::Duration;

use age::secrecy::{ExposeSecret, SecretString};
use age::x25519::Identity as Opener;

use super::folder::Place;
use super::keys::computer::Mistakes;
use super::keys::identity::Identity;
use super::keys::paper::{Numbered, Paper};
use super::{Session, Store, locked};
use crate::devices::Work;
use crate::domain::audit::Did;
use crate::domain::person::{Person, PersonId, Team};
use crate::domain::way_in::{Chosen, Way, wait_after};
use crate::problem::Problem;
use ed25519_dalek::SigningKey;

/// Why somebody does not come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It was not what they chose. What was wrong with it, nobody can tell.
    NotRight,
    /// There were several mistakes: the next try counts after this time.
    Wait(Duration),
    /// It cannot be opened.
    Problem(Problem),
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl Store {
    /// Whether something in the folder cannot be read any more.
    #[must_use]
    pub fn is_damaged(&self) -> bool {
        self.inner.folder.is_damaged()
    }

    /// How many files were found broken while somebody looked at them.
    #[must_use]
    pub fn found_broken(&self) -> u32 {
        self.inner.folder.found_broken()
    }

    /// Whether the vault has keys yet.
    #[must_use]
    pub fn is_founded(&self) -> bool {
        locked(&self.inner.keys).is_founded()
    }

    /// Whether the password keeper of the system guards this computer's secrets.
    #[must_use]
    pub fn is_guarded(&self) -> bool {
        locked(&self.inner.keys).computer.guarded
    }

    /// Begins a vault for a team: everyone gets an identity, and comes in by their photo until they choose a way.
    ///
    /// # Errors
    /// When something cannot be saved. It is begun again then.
    pub fn found(&self, team: &Team) -> Result<(), Problem> {
        let mut keys = locked(&self.inner.keys);
        let founded = keys.found(team)?;
        let root = hex::encode(founded.root.verifying_key().as_bytes());
        for (person, identity) in &founded.people {
            keys.computer.set_slot_under(&root, person, (identity, (Way::Photo, &Chosen::Nothing)))?;
        }
        self.write_papers(&founded.root, &founded.papers)?;
        // Only now are they believed: a beginning that was cut off leaves papers that nobody asks about.
        keys.computer.trust(root)?;
        keys.add(founded.papers);
        Ok(())
    }

    fn write_papers(&self, root: &SigningKey, papers: &[Numbered]) -> Result<(), Problem> {
        let day = self.inner.clock.now().date();
        for paper in papers {
            let bytes = paper.to_bytes(root).ok_or(Problem::CannotWrite)?;
            let _ = self.inner.folder.write(Place::Paper, day, &bytes)?;
        }
        Ok(())
    }

    /// How this person comes in on this computer. Who has no slot here needs a helper.
    #[must_use]
    pub fn way_of(&self, person: &PersonId) -> Way {
        let keys = locked(&self.inner.keys);
        let first = || if keys.guest(person).is_some() { Way::Photo } else { Way::Helper };
        keys.computer.slot(person).map_or_else(first, |slot| slot.way)
    }

    /// How long this person still has to wait after mistakes.
    #[must_use]
    pub fn wait(&self, person: &PersonId) -> Duration {
        let mistakes = locked(&self.inner.keys).computer.mistakes(person);
        let Some(last) = mistakes.last else { return Duration::ZERO };
        let whole = Duration::from_secs(wait_after(mistakes.count).into());
        let passed = self.inner.clock.now().duration_since(last);
        // A clock that was put back must not make anyone wait longer than the whole time.
        whole.saturating_sub(Duration::try_from(passed).unwrap_or_default())
    }

    /// Comes in with what was chosen.
    ///
    /// # Errors
    /// Why not.
    pub fn enter(&self, person: &Person, chosen: &Chosen, team: &Team) -> Result<Session, Refused> {
        if !team.has(&person.id) {
            return Err(Problem::NotAllowed.into());
        }
        let identity = self.identity(person, chosen)?;
        self.settle(&person.id, &identity, team);
        let session = self.session_of(Some(person.id.clone()), identity, team)?;
        session.note_down(Did::CameIn, None, None);
        Ok(session)
    }

    /// The secrets of a person, opened with what they chose.
    pub(super) fn identity(&self, person: &Person, chosen: &Chosen) -> Result<Identity, Refused> {
        let wait = self.wait(&person.id);
        if !wait.is_zero() {
            return Err(Refused::Wait(wait));
        }
        let identity = {
            let keys = locked(&self.inner.keys);
            if *chosen == Chosen::Nothing
                && let Some(guest) = keys.guest(&person.id)
            {
                return Ok(guest);
            }
            let slot = keys.computer.slot(&person.id).ok_or(Problem::NoKey)?;
            let opened = keys.computer.open_slot(&slot, chosen)?;
            let opened = opened.filter(|identity| Some(&identity.card()) == keys.card(&person.id));
            let mistakes = keys.computer.mistakes(&person.id);
            match &opened {
                Some(_) if mistakes.count > 0 => keys.computer.set_mistakes(&person.id, Mistakes::default()),
                Some(_) => {}
                None => {
                    let count = mistakes.count.saturating_add(1);
                    let last = Some(self.inner.clock.now());
                    keys.computer.set_mistakes(&person.id, Mistakes { count, last });
                }
            }
            opened
        };
        identity.ok_or_else(|| {
            let wait = self.wait(&person.id);
            if wait.is_zero() { Refused::NotRight } else { Refused::Wait(wait) }
        })
    }

    /// Opens what a person may read who comes in by their photo.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] when their photo alone does not let them in.
    pub fn session(&self, person: &Person, team: &Team) -> Result<Session, Problem> {
        self.enter(person, &Chosen::Nothing, team).map_err(|refused| match refused {
            Refused::Problem(problem) => problem,
            Refused::NotRight | Refused::Wait(_) => Problem::NotAllowed,
        })
    }

    /// Whether this person comes in here for the first time, and has to choose a way.
    #[must_use]
    pub fn is_guest(&self, person: &PersonId) -> bool {
        locked(&self.inner.keys).guest(person).is_some()
    }

    /// Those who can let this person in.
    #[must_use]
    pub fn helpers_of(&self, person: &PersonId) -> Vec<PersonId> {
        locked(&self.inner.keys).spare(person).map(|(helpers, _)| helpers.to_vec()).unwrap_or_default()
    }

    /// Whether there is a recovery sheet.
    #[must_use]
    pub fn has_sheet(&self) -> bool {
        locked(&self.inner.keys).sheet().is_some()
    }

    /// Whether the sheet has been tried.
    #[must_use]
    pub fn is_tried(&self) -> bool {
        locked(&self.inner.keys).is_tried()
    }

    /// Comes in with the key on the recovery sheet.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] when it is another key, or an older sheet.
    pub fn recover(&self, person: &Person, sheet: &SecretString, team: &Team) -> Result<Session, Problem> {
        let sheet: Opener = sheet.expose_secret().parse().map_err(|_| Problem::NotAllowed)?;
        let (identity, root) = {
            let keys = locked(&self.inner.keys);
            let identity = keys.open_spare(&person.id, &sheet).filter(|_| team.has(&person.id));
            (identity.ok_or(Problem::NotAllowed)?, keys.root(&sheet))
        };
        if let Some(root) = root {
            self.opened_with(&root, &sheet)?;
        }
        self.settle(&person.id, &identity, team);
        let session = self.session_of(Some(person.id.clone()), identity, team)?;
        // Nobody knows who holds the sheet: it stands in the log as nobody's doing.
        self.hall()?.note_down(Did::LetIn, None, Some(person.id.clone()));
        Ok(session)
    }

    /// The spare key works: that is written down, and for whom it does for the first time.
    fn opened_with(&self, root: &SigningKey, sheet: &Opener) -> Result<(), Problem> {
        let mut papers = locked(&self.inner.keys).opens_first(sheet);
        if !self.is_tried() {
            papers.push(Paper::Tried);
        }
        self.add_papers(root, papers)
    }

    /// Writes papers. Those before one that could not be written count.
    pub(super) fn add_papers(&self, root: &SigningKey, papers: Vec<Paper>) -> Result<(), Problem> {
        let mut keys = locked(&self.inner.keys);
        for paper in keys.number(papers) {
            self.write_papers(root, std::slice::from_ref(&paper))?;
            keys.add(vec![paper]);
        }
        Ok(())
    }
}

impl Session {
    /// Lets somebody else in, whom this person helps.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] when they do not help them.
    pub fn let_in(&self, person: &Person, team: &Team) -> Result<Self, Problem> {
        let (opened, root, first) = {
            let keys = locked(&self.store.inner.keys);
            let opened = keys.open_spare(&person.id, &self.identity.opener).filter(|_| team.has(&person.id));
            (opened, keys.root(&self.identity.opener), !keys.is_opened(&person.id))
        };
        let opened = opened.ok_or(Problem::NotAllowed)?;
        if let Some(root) = root.filter(|_| first) {
            self.store.add_papers(&root, vec![Paper::Opened(person.id.clone())])?;
        }
        let session = self.store.session_of(Some(person.id.clone()), opened, team)?;
        self.note_down(Did::LetIn, None, Some(person.id.clone()));
        Ok(session)
    }

    /// The same, while the screen goes on.
    pub fn let_in_soon(&self, person: &Person, team: &Team) -> Work<Result<Self, Problem>> {
        let (session, person, team) = (self.clone(), person.clone(), team.clone());
        let opened = tokio::task::spawn_blocking(move || session.let_in(&person, &team));
        Box::pin(async move { opened.await.unwrap_or(Err(Problem::CannotRead)) })
    }

    /// How somebody comes in on this computer.
    #[must_use]
    pub fn way_of(&self, person: &PersonId) -> Way {
        self.store.way_of(person)
    }

    /// Those who can let somebody in.
    #[must_use]
    pub fn helpers_of(&self, person: &PersonId) -> Vec<PersonId> {
        self.store.helpers_of(person)
    }

    /// From now on this person comes in by this way. The way before does not work any more.
    ///
    /// # Errors
    /// When it cannot be saved: the way before still works then. [`Problem::NotAllowed`] when nobody could let in a
    /// person who has no way of their own.
    pub fn set_way(&self, way: Way, chosen: Chosen) -> Work<Result<(), Problem>> {
        let session = self.clone();
        let set = tokio::task::spawn_blocking(move || session.set_way_now(way, &chosen));
        Box::pin(async move { set.await.unwrap_or(Err(Problem::CannotWrite)) })
    }

    fn set_way_now(&self, way: Way, chosen: &Chosen) -> Result<(), Problem> {
        let me = self.me.as_ref().ok_or(Problem::NotAllowed)?;
        if way == Way::Helper && self.helpers_of(me).is_empty() {
            return Err(Problem::NotAllowed);
        }
        let keys = locked(&self.store.inner.keys);
        if way == Way::Helper {
            keys.computer.meet(me)?;
            keys.computer.remove_slot(me)?;
        } else {
            keys.computer.set_slot(me, &self.identity, (way, chosen))?;
        }
        keys.computer.set_mistakes(me, Mistakes::default());
        Ok(())
    }

    /// Makes a new recovery sheet, and gives the key that stands on it. Older sheets do not work any more.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] for who does not hold the root key.
    pub fn make_sheet(&self, team: &Team) -> Result<String, Problem> {
        let (sheet, papers, root) = {
            let keys = locked(&self.store.inner.keys);
            let (sheet, papers) = keys.new_sheet(team, &self.identity.opener)?;
            (sheet, papers, keys.root(&self.identity.opener).ok_or(Problem::NotAllowed)?)
        };
        self.store.add_papers(&root, papers)?;
        Ok(sheet.to_string().expose_secret().to_owned())
    }

    /// The same, while the screen goes on.
    pub fn make_sheet_soon(&self, team: &Team) -> Work<Result<SecretString, Problem>> {
        let (session, team) = (self.clone(), team.clone());
        let made = tokio::task::spawn_blocking(move || session.make_sheet(&team).map(SecretString::from));
        Box::pin(async move { made.await.unwrap_or(Err(Problem::CannotWrite)) })
    }

    /// Whether the password keeper of the system guards this computer's secrets.
    #[must_use]
    pub fn is_guarded(&self) -> bool {
        self.store.is_guarded()
    }

    /// Whether there is a recovery sheet.
    #[must_use]
    pub fn has_sheet(&self) -> bool {
        self.store.has_sheet()
    }

    /// Whether the sheet has been tried.
    #[must_use]
    pub fn is_tried(&self) -> bool {
        self.store.is_tried()
    }

    /// Tries the key on the recovery sheet, and writes down that it works.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] when it is another key, or an older sheet.
    pub fn try_sheet(&self, sheet: SecretString) -> Work<Result<(), Problem>> {
        let session = self.clone();
        let tried = tokio::task::spawn_blocking(move || {
            let me = session.me.as_ref().ok_or(Problem::NotAllowed)?;
            let sheet: Opener = sheet.expose_secret().parse().map_err(|_| Problem::NotAllowed)?;
            let root = {
                let keys = locked(&session.store.inner.keys);
                let _ = keys.open_spare(me, &sheet).ok_or(Problem::NotAllowed)?;
                keys.root(&sheet).ok_or(Problem::NotAllowed)?
            };
            session.store.opened_with(&root, &sheet)
        });
        Box::pin(async move { tried.await.unwrap_or(Err(Problem::CannotRead)) })
    }
}
