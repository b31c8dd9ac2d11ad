//! Holds: a supervisor forbids that a story, or all of a worker's, is deleted or erased, and lifts it again.
use super::NotGone;
use crate::devices::Work;
use crate::domain::debrief::DebriefId;
use crate::domain::person::PersonId;
use crate::domain::record::Record;
use crate::domain::removal::{Hold, HoldReason};
use crate::store::Session;

impl Session {
    /// The holds that stand on what this worker told, and have not been lifted.
    #[must_use]
    pub fn holds(&self, worker: &PersonId) -> Vec<Hold> {
        let all = self.list("holds", |record| match record {
            Record::Hold(hold) if hold.worker == *worker => Some(hold.clone()),
            _ => None,
        });
        self.standing(all)
    }

    /// Of holds in the order in which they were saved, those that stand. What somebody wrote who is no supervisor of
    /// the worker says nothing.
    pub(super) fn standing(&self, all: Vec<Hold>) -> Vec<Hold> {
        let mut standing: Vec<Hold> = Vec::new();
        for hold in all.into_iter().filter(|hold| self.is_or_was_lead(&hold.by, &hold.worker)) {
            standing.retain(|other| (&other.worker, &other.story) != (&hold.worker, &hold.story));
            if hold.on {
                standing.push(hold);
            }
        }
        standing
    }

    /// The hold that forbids that this story is deleted or erased.
    #[must_use]
    pub fn hold_on(&self, worker: &PersonId, story: &DebriefId) -> Option<Hold> {
        self.holds(worker).into_iter().find(|hold| hold.story.as_ref().is_none_or(|held| held == story))
    }

    /// Holds a story, or all of a worker's, or lifts that.
    ///
    /// # Errors
    /// [`NotGone::NotYou`] for who does not lead the worker.
    pub fn hold(
        &self,
        (worker, story): (PersonId, Option<DebriefId>),
        (on, reason): (bool, HoldReason),
    ) -> Work<Result<(), NotGone>> {
        let Some(by) = self.leads(&worker).cloned() else { return Box::pin(async { Err(NotGone::NotYou) }) };
        let at = self.store.inner.clock.now();
        let saved = self.save(vec![Record::Hold(Hold { worker, story, on, reason, by, at })]);
        Box::pin(async move { Ok(saved.await?) })
    }
}
