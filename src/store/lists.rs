//! The long lists that pages show in every frame: worked out once, and anew when what they show has changed.
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

use super::reading::agreed;
use super::{Session, locked};
use crate::domain::brief::{AboutMeBrief, Brief, ConcernBrief, TellingBrief, VisitBrief};
use crate::domain::debrief::{DebriefId, Stage, Telling};
use crate::domain::person::PersonId;
use crate::domain::place::Place;
use crate::domain::record::Record;
use crate::domain::story::{ConcernStep, Story};

/// A visit that was sent, as far as lists need it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The visit.
    pub visit: VisitBrief,
    /// Where its story is.
    pub story: Story,
    /// The worry that was told with it, where this person may read that.
    pub worry: Option<ConcernBrief>,
}

/// A worry, and what happened to it, in order.
pub type Worry = (ConcernBrief, Vec<ConcernStep>);

/// What a worker tells, oldest first, and where each story is.
pub type Tellings = Vec<(TellingBrief, Story)>;

/// Something worked out of what the catalogue shows, kept until that changes.
#[derive(Debug)]
pub struct Memo<T>(Mutex<Option<(u64, Arc<T>)>>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T> Memo<T> {
    /// What was worked out at this [`turn`](Session::turn), or it is made now.
    pub fn get(&self, turn: u64, make: impl FnOnce() -> T) -> Arc<T> {
        let mut kept = locked(&self.0);
        match &*kept {
            Some((at, known)) if *at == turn => known.clone(),
            _ => {
                let made = Arc::new(make());
                *kept = Some((turn, made.clone()));
                made
            }
        }
    }
}

/// The lists that were worked out for one person.
#[derive(Debug, Default)]
pub struct Lists {
    stories: Memo<Vec<Told>>,
    worries: Memo<Vec<Worry>>,
    about: Memo<Vec<AboutMeBrief>>,
    places: Memo<Vec<Place>>,
    tellings: Mutex<HashMap<PersonId, Arc<Memo<Tellings>>>>,
}

impl Session {
    /// Changes whenever something changes that lists show. Words that are still typed are in none.
    #[must_use]
    pub fn turn(&self) -> u64 {
        locked(&self.catalogue).turn()
    }

    /// What lists need of the visits that this person may read, in the order in which they were sent.
    #[must_use]
    pub fn stories(&self) -> Arc<Vec<Told>> {
        self.lists.stories.get(self.turn(), || {
            let visits = self.briefs("visits", |brief| match brief {
                Brief::Visit(visit) => Some(visit),
                _ => None,
            });
            let told = visits.into_iter().map(|visit| {
                let (story, worry) = (self.story(&visit.id), self.concern_brief(&visit.id));
                Told { visit, story, worry }
            });
            told.filter(|told| told.story.sent.is_some()).collect()
        })
    }

    /// The visits that this person may read, in the order in which they were sent: only what lists need of each.
    #[must_use]
    pub fn visits(&self) -> Vec<VisitBrief> {
        self.stories().iter().map(|told| told.visit.clone()).collect()
    }

    /// The worries that this person may read, and what happened to each.
    #[must_use]
    pub fn worries(&self) -> Arc<Vec<Worry>> {
        self.lists.worries.get(self.turn(), || {
            let concerns = self.briefs("concerns", |brief| match brief {
                Brief::Concern(concern) => Some(concern),
                _ => None,
            });
            let with_steps = |concern: ConcernBrief| {
                let steps = self.concern_steps(&concern.debrief);
                (concern, steps)
            };
            concerns.into_iter().map(with_steps).collect()
        })
    }

    /// What lists need of the worry of this debrief.
    #[must_use]
    pub fn concern_brief(&self, debrief: &DebriefId) -> Option<ConcernBrief> {
        self.brief(&format!("concern/{}", debrief.0), |brief| match brief {
            Brief::Concern(concern) => Some(concern),
            _ => None,
        })
    }

    /// What lists need of what workers told this person about themselves.
    #[must_use]
    pub fn about_workers(&self) -> Arc<Vec<AboutMeBrief>> {
        self.lists.about.get(self.turn(), || {
            self.briefs("about", |brief| match brief {
                Brief::AboutMe(me) => Some(me),
                _ => None,
            })
        })
    }

    /// The places to go: first the one where trips start, then by name.
    #[must_use]
    pub fn places(&self) -> Arc<Vec<Place>> {
        self.lists.places.get(self.turn(), || {
            let mut places = self.list("places", |record| match record {
                Record::Place(place) if !place.gone => Some(place.clone()),
                _ => None,
            });
            places.sort_by(|a, b| b.base.cmp(&a.base).then_with(|| a.name.cmp(&b.name)));
            places
        })
    }

    /// What lists need of the tellings of a worker, oldest first, and where each story is.
    #[must_use]
    pub fn tellings(&self, worker: &PersonId) -> Arc<Tellings> {
        let theirs = locked(&self.lists.tellings).entry(worker.clone()).or_default().clone();
        theirs.get(self.turn(), || {
            let tellings = self.briefs(&format!("tellings/{}", worker.0), |brief| match brief {
                Brief::Telling(telling) => Some(telling),
                _ => None,
            });
            let with_story = tellings.into_iter().map(|telling| {
                let story = self.story(&telling.id);
                (TellingBrief { stage: agreed(telling.stage, &story), ..telling }, story)
            });
            with_story.collect()
        })
    }

    /// The telling that this worker has begun and not sent.
    #[must_use]
    pub fn unfinished_telling(&self, worker: &PersonId) -> Option<Telling> {
        let tellings = self.tellings(worker);
        let (unfinished, _) = tellings.iter().rev().find(|(telling, _)| telling.stage != Stage::Sent)?;
        self.telling(&unfinished.id)
    }
}
