//! Old recordings: which may go, what forbids it, and deleting them. The words stay.
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, DateTime};

use super::NotGone;
use super::states::States;
use crate::devices::Work;
use crate::domain::debrief::{ClipId, DebriefId};
use crate::domain::person::PersonId;
use crate::domain::record::{Clip, Record};
use crate::domain::removal::{RecordingGone, clips_of};
use crate::domain::retention::Forbidden;
use crate::domain::retention::life::{Fact, Life, Moment};
use crate::domain::space::Space;
use crate::domain::story::ConcernWhat;
use crate::problem::Problem;
use crate::store::{Session, locked};

/// The recordings of one story, and whether they may go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Old {
    /// The story.
    pub story: DebriefId,
    /// Whose voice.
    pub worker: PersonId,
    /// The first letters of the person seen.
    pub letters: Option<String>,
    /// The day of the visit.
    pub day: Option<Date>,
    /// How long they are together, in milliseconds.
    pub length_ms: u64,
    /// When the note was put in the record.
    pub in_record: Option<DateTime>,
    /// How many days have counted since.
    pub days: i64,
    /// Whether they may go now.
    pub may_go: Result<(), Forbidden>,
    clips: BTreeSet<ClipId>,
}

impl Session {
    /// The recordings that supervisors may delete one day: those that may go first, then by age.
    pub fn old_recordings(&self) -> Work<Result<Vec<Old>, Problem>> {
        let session = self.clone();
        let read = tokio::task::spawn_blocking(move || session.old_recordings_now());
        Box::pin(async move { read.await.unwrap_or(Err(Problem::CannotRead)) })
    }

    /// The same, and waits for the disk.
    ///
    /// # Errors
    /// [`Problem::CannotRead`].
    pub fn old_recordings_now(&self) -> Result<Vec<Old>, Problem> {
        let states = self.states()?;
        let mut old: Vec<_> = self.visits().iter().filter_map(|visit| self.old(&visit.id, &states)).collect();
        old.sort_by_key(|old| (old.may_go.is_err(), old.in_record.is_none(), old.in_record));
        Ok(old)
    }

    /// The recordings of a story that is told to the readers of its worker's visits. What a worker told of
    /// themselves, or of a worry, stands in no record: it is not here.
    fn old(&self, story: &DebriefId, states: &States) -> Option<Old> {
        let visit = self.visit(story)?;
        let _ = self.leads(&visit.worker)?;
        let visits = Space::Visits(visit.worker.clone());
        let steps: Vec<_> = self.story_steps(story).into_iter().map(Record::StoryStep).collect();
        let shown = Record::Visit(visit.clone());
        let spoken_of: BTreeSet<_> = steps.iter().chain([&shown]).flat_map(clips_of).cloned().collect();
        let mut kept: BTreeMap<&ClipId, u64> = BTreeMap::new();
        for (record, _) in states.records() {
            match record {
                Record::Clip(space, Clip { id, voice, length_ms, .. })
                    if *space == visits && *voice == visit.worker && spoken_of.contains(id) =>
                {
                    let _ = kept.insert(id, *length_ms);
                }
                _ => {}
            }
        }
        if kept.is_empty() {
            return None;
        }
        let life = self.life(&visit.worker, story, states);
        let told = self.story(story);
        // What has not reached the disk counts too, and of several computers what is known last.
        let now = match () {
            () if self.hold_on(&visit.worker, story).is_some() => Err(Forbidden::Hold),
            () if told.in_record.is_none() => Err(Forbidden::NotInRecord),
            () if told.wrong.is_some() => Err(Forbidden::Wrong),
            () if told.adequate.is_none() => Err(Forbidden::NotAdequate),
            () => Ok(()),
        };
        let ruled = life.retention().may_delete();
        let may_go = match ruled {
            // A hold and a worry are named before all else.
            Err(Forbidden::Hold | Forbidden::Worry) => ruled,
            ruled => now.and(ruled),
        };
        Some(Old {
            story: story.clone(),
            worker: visit.worker,
            letters: visit.letters,
            day: visit.day,
            length_ms: kept.values().sum(),
            in_record: told.in_record.map(|(_, at, _)| at),
            days: life.retention().days(),
            may_go,
            clips: kept.into_keys().cloned().collect(),
        })
    }

    /// Follows all that is stored, for one story. Whatever was saved is a moment that the app saw, and now is one.
    fn life(&self, worker: &PersonId, story: &DebriefId, states: &States) -> Life {
        let fact = |record: &Record| match record {
            Record::StoryStep(step) if step.debrief == *story => Fact::Step(step.clone()),
            Record::Concern(concern) if concern.debrief == *story => Fact::Worry,
            Record::ConcernStep(step) if step.debrief == *story && matches!(step.what, ConcernWhat::Done(_)) => {
                Fact::WorryDone
            }
            Record::Hold(hold) if hold.worker == *worker && self.is_or_was_lead(&hold.by, worker) => {
                match &hold.story {
                    None => Fact::HoldAll(hold.on),
                    Some(held) if held == story => Fact::HoldStory(hold.on),
                    Some(_) => Fact::Seen,
                }
            }
            _ => Fact::Seen,
        };
        let stored = states.known.iter().map(|state| Moment {
            device: &state.revision.device,
            at: state.revision.claimed_at,
            fact: fact(&state.revision.body),
        });
        let folder = &self.store.inner.folder;
        let now = Moment { device: &folder.device, at: self.store.inner.clock.now(), fact: Fact::Seen };
        Life::of(stored.chain([now]))
    }

    /// Deletes the recordings of a story for good, if nothing forbids it at this moment.
    ///
    /// # Errors
    /// Why not. [`NotGone::Problem`] when they could not all be taken away yet.
    pub fn delete_recordings(&self, story: &DebriefId) -> Work<Result<(), NotGone>> {
        let (session, story) = (self.clone(), story.clone());
        let done = tokio::task::spawn_blocking(move || session.delete_recordings_now(&story));
        Box::pin(async move { done.await.unwrap_or(Err(NotGone::Problem(Problem::CannotWrite))) })
    }

    /// The same, and waits for the disk.
    ///
    /// # Errors
    /// The same.
    pub fn delete_recordings_now(&self, story: &DebriefId) -> Result<(), NotGone> {
        // A hold that waits for the disk counts too.
        futures::executor::block_on(self.all_saved())?;
        let states = self.states()?;
        let worker = self.visit(story).map(|visit| visit.worker).ok_or(NotGone::NotAsked)?;
        let by = self.leads(&worker).cloned().ok_or(NotGone::NotYou)?;
        if let Some(Old { clips, may_go, .. }) = self.old(story, &states) {
            may_go.map_err(NotGone::Forbidden)?;
            let before = self.recordings_gone().into_iter().filter(|gone| gone.story == *story && gone.by == by);
            let clips = before.flat_map(|gone| gone.clips).chain(clips).collect();
            let at = self.store.inner.clock.now();
            let gone = RecordingGone { story: story.clone(), worker, clips, by, at };
            futures::executor::block_on(self.save(vec![Record::RecordingGone(gone)]))?;
        }
        Ok(self.take_away(&self.states()?)?)
    }

    /// Whether a recording was deleted.
    #[must_use]
    pub fn is_deleted(&self, clip: &ClipId) -> bool {
        locked(&self.store.inner.gone).has_clip(clip)
    }

    /// The tombstone of the recordings of a story.
    #[must_use]
    pub fn recording_gone(&self, story: &DebriefId) -> Option<RecordingGone> {
        let mut all = self.recordings_gone().into_iter().filter(|gone| gone.story == *story);
        all.rfind(|gone| self.is_or_was_lead(&gone.by, &gone.worker))
    }
}
