//! Erasing by two people: one asks, another agrees or says no.
use std::collections::BTreeSet;

use super::NotGone;
use super::states::States;
use crate::devices::Work;
use crate::domain::debrief::DebriefId;
use crate::domain::person::PersonId;
use crate::domain::queue::{Need, need_of_worry};
use crate::domain::record::Record;
use crate::domain::removal::{EraseReason, EraseRefusal, EraseRequest, Erasure, RequestId, clips_of, story_of};
use crate::domain::retention::Forbidden;
use crate::store::{Session, seal};

impl Session {
    /// The requests to erase that nobody has answered, the oldest first.
    #[must_use]
    pub fn erase_requests(&self) -> Vec<EraseRequest> {
        let mut asked = self.list("erase-asked", |record| match record {
            Record::EraseAsked(request) => Some(request.clone()),
            _ => None,
        });
        let refused = self.list("erase-refused", |record| match record {
            Record::EraseRefused(refusal) => Some(refusal.clone()),
            _ => None,
        });
        let says_no = |request: &EraseRequest| {
            let no = refused.iter().filter(|refusal| refusal.request == request.id);
            no.into_iter().any(|refusal| self.reads_or_read(&refusal.by, &request.worker))
        };
        asked.retain(|request| !says_no(request) && self.is_or_was_lead(&request.by, &request.worker));
        let done = |request: &EraseRequest| {
            let stones = self.erasures().into_iter().filter(|stone| stone.request == *request);
            stones.into_iter().any(|stone| self.is_signed_by_two(&stone))
        };
        asked.retain(|request| !done(request));
        asked
    }

    /// What two people have erased, the oldest first.
    #[must_use]
    pub fn erased(&self) -> Vec<Erasure> {
        self.erasures().into_iter().filter(|erasure| self.is_signed_by_two(erasure)).collect()
    }

    /// The tombstone of a story.
    #[must_use]
    pub fn erasure_of(&self, story: &DebriefId) -> Option<Erasure> {
        let stones = self.erasures().into_iter().filter(|erasure| erasure.request.stories.contains(story));
        stones.into_iter().find(|erasure| self.is_signed_by_two(erasure))
    }

    /// The tombstone of stories of this person, of which they have not read that they have read it.
    #[must_use]
    pub fn unread_erasure(&self) -> Option<Erasure> {
        let me = self.me.as_ref()?;
        let has_read = |request: &RequestId| self.newest(&format!("erased-read/{}", request.0), |_| Some(())).is_some();
        let own = self.erasures().into_iter().filter(|erasure| erasure.request.worker == *me);
        own.filter(|erasure| !has_read(&erasure.request.id)).find(|erasure| self.is_signed_by_two(erasure))
    }

    /// What forbids that a story is erased now, as far as this person can see.
    ///
    /// # Errors
    /// What forbids it.
    pub fn may_erase(&self, worker: &PersonId, story: &DebriefId) -> Result<(), Forbidden> {
        if self.hold_on(worker, story).is_some() {
            return Err(Forbidden::Hold);
        }
        let steps = self.concern_steps(story);
        let leads = self.leads(worker).is_some();
        // Who cannot see what was done about a worry relies on who asked: they can.
        let open =
            leads && self.concern_brief(story).is_some_and(|concern| need_of_worry(&concern, &steps) != Need::Done);
        if open { Err(Forbidden::Worry) } else { Ok(()) }
    }

    /// Asks somebody else to agree that stories are erased.
    ///
    /// # Errors
    /// Why not.
    pub fn ask_to_erase(
        &self,
        worker: PersonId,
        stories: BTreeSet<DebriefId>,
        reason: EraseReason,
    ) -> Work<Result<(), NotGone>> {
        let Some(by) = self.leads(&worker).cloned() else { return Box::pin(async { Err(NotGone::NotYou) }) };
        let session = self.clone();
        Box::pin(async move {
            session.all_saved().await?;
            for story in &stories {
                session.may_erase(&worker, story).map_err(NotGone::Forbidden)?;
            }
            if stories.is_empty() {
                return Err(NotGone::NotAsked);
            }
            let (id, at) = (RequestId(seal::random_name()), session.store.inner.clock.now());
            let request = EraseRequest { id, worker, stories, reason, by, at };
            Ok(session.save(vec![Record::EraseAsked(request)]).await?)
        })
    }

    /// Says no to a request, or takes back one's own.
    ///
    /// # Errors
    /// Why not.
    pub fn refuse_to_erase(&self, request: &RequestId) -> Work<Result<(), NotGone>> {
        let found = self.erase_requests().into_iter().find(|asked| asked.id == *request);
        let refusal = found.ok_or(NotGone::NotAsked).and_then(|asked| {
            let by = self.reads_visits_of(&asked.worker).filter(|me| **me != asked.worker).ok_or(NotGone::NotYou)?;
            let (by, at) = (by.clone(), self.store.inner.clock.now());
            Ok(EraseRefusal { request: asked.id, worker: asked.worker, by, at })
        });
        let session = self.clone();
        Box::pin(async move { Ok(session.save(vec![Record::EraseRefused(refusal?)]).await?) })
    }

    /// Agrees to a request: what it names is erased. Where that is cut off, the next who comes in goes on.
    ///
    /// # Errors
    /// Why not. [`NotGone::Problem`] when it could not all be taken away yet.
    pub fn agree_to_erase(&self, request: &RequestId) -> Work<Result<(), NotGone>> {
        let (session, request) = (self.clone(), request.clone());
        let done = tokio::task::spawn_blocking(move || session.agree_to_erase_now(&request));
        Box::pin(async move { done.await.unwrap_or(Err(NotGone::Problem(crate::problem::Problem::CannotWrite))) })
    }

    /// The same, and waits for the disk.
    ///
    /// # Errors
    /// The same.
    pub fn agree_to_erase_now(&self, request: &RequestId) -> Result<(), NotGone> {
        // A hold that waits for the disk counts too.
        futures::executor::block_on(self.all_saved())?;
        let states = self.states()?;
        if !self.erased().iter().any(|erasure| erasure.request.id == *request) {
            let erasure = self.agreed(request, &states)?;
            futures::executor::block_on(self.save(vec![Record::Erased(erasure)]))?;
        }
        Ok(self.take_away(&self.states()?)?)
    }

    /// The tombstone, if this person may agree to this request now.
    fn agreed(&self, request: &RequestId, states: &States) -> Result<Erasure, NotGone> {
        let asked = self.erase_requests().into_iter().find(|asked| asked.id == *request).ok_or(NotGone::NotAsked)?;
        let by = self.reads_visits_of(&asked.worker).filter(|me| **me != asked.worker).ok_or(NotGone::NotYou)?.clone();
        if by == asked.by {
            return Err(NotGone::SamePerson);
        }
        let its_own = |record: &Record| matches!(record, Record::EraseAsked(other) if *other == asked);
        let state = states.known.iter().find(|state| its_own(&state.revision.body)).ok_or(NotGone::NotAsked)?;
        let signed = state.signed.clone().and_then(|bytes| String::from_utf8(bytes).ok()).ok_or(NotGone::NotAsked)?;
        for story in &asked.stories {
            self.may_erase(&asked.worker, story).map_err(NotGone::Forbidden)?;
        }
        // A worry that came, or grew, after it was asked was not thought of.
        let since = state.revision.lamport;
        let is_new_worry = |(record, at): (&Record, u64)| match record {
            Record::Concern(concern) => asked.stories.contains(&concern.debrief) && at > since,
            _ => false,
        };
        if states.records().any(is_new_worry) {
            return Err(NotGone::Forbidden(Forbidden::Worry));
        }
        let of_it = |record: &Record| {
            story_of(record).is_some_and(|(story, worker)| asked.stories.contains(story) && *worker == asked.worker)
        };
        let clips = states.records().filter(|(record, _)| of_it(record)).flat_map(|(record, _)| clips_of(record));
        let clips = clips.cloned().collect();
        Ok(Erasure { request: asked, signed, clips, by, at: self.store.inner.clock.now() })
    }
}
