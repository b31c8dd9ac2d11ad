//! Somebody comes, somebody goes, somebody helps somebody else: the team changes, and keys follow.
//!
//! Only who holds the root key can do this. Whatever is cut off half-way is gone on with when a senior next comes in.
use super::intake::Intake;
use super::keys::follow::Change;
use super::keys::identity::Identity;
use super::revision::{Read, mark};
use super::{Session, Store, locked};
use crate::devices::Work;
use crate::domain::audit::Did;
use crate::domain::person::{Person, PersonId, Role, Team};
use crate::domain::record::Record;
use crate::domain::space::Space;
use crate::problem::Problem;

impl Store {
    /// Goes on with what was cut off, if this person holds the root key: keys follow the team, and nobody who has
    /// left has a slot here. What cannot be done now is tried again when they next come in.
    pub(super) fn settle(&self, me: &PersonId, identity: &Identity, team: &Team) {
        self.forget_who_left(team);
        if locked(&self.inner.keys).seniors().contains(me) {
            let _ = self.follow(identity, team, false);
        }
    }

    fn forget_who_left(&self, team: &Team) {
        let keys = locked(&self.inner.keys);
        for person in &team.left {
            let _ = keys.computer.remove_slot(&person.id);
        }
    }

    /// Writes the papers that are missing for this team.
    fn follow(&self, me: &Identity, team: &Team, before: bool) -> Result<(), Problem> {
        let dropped = locked(&self.inner.keys).dropped(team);
        let mut kept = Vec::new();
        for by in dropped {
            let marks = self.written_for_all(me, by.as_ref())?;
            kept.push((by, marks));
        }
        let (papers, root) = {
            let keys = locked(&self.inner.keys);
            (keys.follow(&Change { team, before, kept }, me)?, keys.root(&me.opener))
        };
        if papers.is_empty() {
            return Ok(());
        }
        self.add_papers(&root.ok_or(Problem::NotAllowed)?, papers)
    }

    /// The marks of what somebody wrote for the whole team, and might.
    fn written_for_all(&self, me: &Identity, by: Option<&PersonId>) -> Result<Vec<String>, Problem> {
        let (keys, writers) = {
            let keys = locked(&self.inner.keys);
            (keys.held_by(me, &[Space::Team]), keys.writers())
        };
        let intake = Intake { folder: &self.inner.folder, keys: &keys, writers: &writers };
        let theirs = intake.all()?.filter_map(|(_, read, bytes)| match read {
            Read::Known(revision) if revision.author.as_ref() == by => Some(mark(&bytes)),
            Read::Known(_) | Read::Newer(_) => None,
        });
        Ok(theirs.collect())
    }

    /// Whether a way that needs no memory has let this person in once.
    #[must_use]
    pub fn is_opened(&self, person: &PersonId) -> bool {
        locked(&self.inner.keys).is_opened(person)
    }
}

impl Session {
    /// Adds somebody. They have no slot yet: somebody who helps lets them in the first time.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] for who does not hold the root key; when something cannot be saved. Then they are
    /// not added, and it can be done again.
    pub fn add_person(&self, team: &Team, person: Person) -> Result<Team, Problem> {
        let mut after = team.clone();
        let id = person.id.clone();
        after.people.push(person);
        self.may_change(&after)?;
        let (papers, root) = {
            let keys = locked(&self.store.inner.keys);
            (keys.new_person(&id, team)?, keys.root(&self.identity.opener).ok_or(Problem::NotAllowed)?)
        };
        self.store.add_papers(&root, papers)?;
        self.make_team(&after, false)?;
        self.note_down(Did::Added, None, Some(id));
        Ok(after)
    }

    /// Changes who does what, and who helps whom.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] for who does not hold the root key; when something cannot be saved. Then nothing is
    /// changed that anybody sees, and it can be done again.
    pub fn change_team(&self, team: &Team, before: bool) -> Result<(), Problem> {
        self.may_change(team)?;
        let old = self.team();
        self.make_team(team, before)?;
        for person in team.people.iter().filter(|person| old.person(&person.id) != Some(person)) {
            self.note_down(Did::ChangedHelp, None, Some(person.id.clone()));
        }
        Ok(())
    }

    /// Keys come first: until the team says so, nobody sees anything of it.
    fn make_team(&self, team: &Team, before: bool) -> Result<(), Problem> {
        self.store.follow(&self.identity, team, before)?;
        futures::executor::block_on(self.save(vec![Record::Team(team.clone())]))
    }

    /// Somebody leaves: first nobody can come in as them any more, then every key that they held is made anew.
    ///
    /// # Errors
    /// [`Problem::NotAllowed`] for who does not hold the root key; when something cannot be saved. Once they are not
    /// in the team any more, what is missing is done when a senior next comes in.
    pub fn let_go(&self, team: &Team, who: &PersonId) -> Result<(), Problem> {
        self.may_change(team)?;
        if team.has(who) || self.me.as_ref() == Some(who) {
            return Err(Problem::NotAllowed);
        }
        futures::executor::block_on(self.save(vec![Record::Team(team.clone())]))?;
        self.store.forget_who_left(team);
        self.note_down(Did::Left, None, Some(who.clone()));
        self.store.follow(&self.identity, team, false)
    }

    /// Whether this person may make the team like this: they hold the root key, and stay a senior. Somebody leads.
    fn may_change(&self, team: &Team) -> Result<(), Problem> {
        let holds_root = locked(&self.store.inner.keys).root(&self.identity.opener).is_some();
        let me = self.me.as_ref().and_then(|me| team.people.iter().find(|person| person.id == *me));
        let stays = me.is_some_and(|me| me.is(Role::Senior));
        let led = team.with_role(Role::Supervisor).next().is_some();
        if holds_root && stays && led { Ok(()) } else { Err(Problem::NotAllowed) }
    }

    /// Adds somebody, while the screen goes on.
    pub fn add_person_soon(&self, team: &Team, person: Person) -> Work<Result<Team, Problem>> {
        let (session, team) = (self.clone(), team.clone());
        on_a_thread(move || session.add_person(&team, person))
    }

    /// Changes the team, while the screen goes on.
    pub fn change_team_soon(&self, team: Team, before: bool) -> Work<Result<Team, Problem>> {
        let session = self.clone();
        on_a_thread(move || session.change_team(&team, before).map(|()| team))
    }

    /// Somebody leaves, while the screen goes on.
    pub fn let_go_soon(&self, team: Team, who: PersonId) -> Work<Result<Team, Problem>> {
        let session = self.clone();
        on_a_thread(move || session.let_go(&team, &who).map(|()| team))
    }

    /// Whether a way that needs no memory has let this person in once.
    #[must_use]
    pub fn is_opened(&self, person: &PersonId) -> bool {
        self.store.is_opened(person)
    }
}

fn on_a_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Work<Result<T, Problem>> {
    let done = tokio::task::spawn_blocking(work);
    Box::pin(async move { done.await.unwrap_or(Err(Problem::CannotWrite)) })
}
