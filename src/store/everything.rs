//! Everything about somebody, as far as one person holds keys: gathered, and put into a folder that they picked.
//!
//! It leaves the app in the open, as RON text, Ogg Opus and PDF, for a person who asked what is kept about them.
mod earlier;
mod out;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use jiff::civil::DateTime;

use super::Session;
use super::disk::{Disk as _, RealDisk};
use super::intake::At;
use crate::devices::Work;
use crate::domain::audit::Did;
use crate::domain::debrief::DebriefId;
use crate::domain::person::{Person, PersonId, Team};
use crate::domain::record::{Clip, Record};
use crate::domain::removal::{clips_of, story_of};
use crate::domain::space::Space;
use crate::problem::Problem;

/// Whom it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// A worker.
    Worker(PersonId),
    /// Somebody whom a worker saw, by their first letters.
    Seen(PersonId, String),
}

/// A state of a document before its newest. It stays in its file until it is put out: there may be very many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// The document.
    pub document: String,
    /// Who saved it. `None`: the computer by itself.
    pub by: Option<PersonId>,
    /// When, by the clock of their computer.
    pub at: DateTime,
    lamport: u64,
    file: At,
}

/// All that was found: the newest state of each document, in the order in which they were saved.
#[derive(Debug, Clone, PartialEq)]
pub struct Everything {
    /// Whom it is about.
    pub about: About,
    /// What the team knows of the worker.
    pub person: Option<Person>,
    /// The documents.
    pub documents: Vec<Record>,
    /// The recordings, one for each.
    pub recordings: Vec<Clip>,
    /// What was there before, in the order in which it was saved.
    pub earlier: Vec<Earlier>,
    /// What may hold something too, and this person has no key to.
    pub no_key: Vec<Space>,
}

impl About {
    /// The worker who told it.
    #[must_use]
    pub fn worker(&self) -> &PersonId {
        match self {
            Self::Worker(worker) | Self::Seen(worker, _) => worker,
        }
    }
}

/// Whose a document is that belongs to no story.
fn whose(record: &Record) -> Option<&PersonId> {
    Some(match record {
        Record::Preferences(person, _) | Record::Pace(person, _) | Record::Likes(person, _) => person,
        Record::OwnPlace(person, _) | Record::Pass(person, _) | Record::ErasedRead(person, _) => person,
        Record::Trip(trip) => &trip.person,
        Record::Practised(practised) => &practised.person,
        Record::StepNote(note) => &note.person,
        Record::Route(route) => &route.person,
        Record::OwnPhoto(person, _) => person,
        Record::Plan(plan) => &plan.worker,
        Record::Working(working) => &working.worker,
        Record::WayAsked(asked) => &asked.worker,
        Record::WayAnswered(answered) => &answered.worker,
        Record::TripCost(cost) => &cost.worker,
        Record::Receipt(receipt) => &receipt.worker,
        Record::TripFelt(felt) => &felt.worker,
        Record::Clip(_, clip) => &clip.voice,
        Record::Hold(hold) => &hold.worker,
        Record::EraseAsked(request) => &request.worker,
        Record::EraseRefused(refusal) => &refusal.worker,
        Record::Erased(erasure) => &erasure.request.worker,
        Record::RecordingGone(gone) => &gone.worker,
        Record::Audit(entry) => entry.whose.as_ref().or(entry.by.as_ref())?,
        record => story_of(record)?.1,
    })
}

/// The first letters of who was seen, where a record has them.
fn letters_of(record: &Record) -> Option<String> {
    match record {
        Record::Visit(visit) => visit.letters.clone(),
        Record::Concern(concern) => concern.letters.clone(),
        Record::Telling(telling) => telling.letters().map(str::to_owned),
        _ => None,
    }
}

/// The stories in which somebody was seen.
fn stories_of(records: &[Record], worker: &PersonId, seen: &str) -> BTreeSet<DebriefId> {
    let theirs = records.iter().filter(|record| letters_of(record).as_deref() == Some(seen));
    let theirs = theirs.filter_map(story_of).filter(|(_, told)| *told == worker);
    theirs.map(|(story, _)| story.clone()).collect()
}

/// Keeps what is about them.
fn keep(records: Vec<Record>, about: &About) -> Vec<Record> {
    match about {
        About::Worker(worker) => records.into_iter().filter(|record| whose(record) == Some(worker)).collect(),
        About::Seen(worker, seen) => {
            let stories = stories_of(&records, worker, seen);
            let of_them = |record: &Record| {
                story_of(record).is_some_and(|(story, told)| stories.contains(story) && told == worker)
            };
            let clips: BTreeSet<_> =
                records.iter().filter(|record| of_them(record)).flat_map(clips_of).cloned().collect();
            let is_theirs = |record: &Record| match record {
                Record::Clip(_, clip) => clip.voice == *worker && clips.contains(&clip.id),
                record => of_them(record),
            };
            records.into_iter().filter(|record| is_theirs(record)).collect()
        }
    }
}

impl Session {
    /// Gathers all about somebody that this person can open.
    pub fn everything_about(&self, about: About, team: &Team) -> Work<Result<Everything, Problem>> {
        let (session, team) = (self.clone(), team.clone());
        let gathered = tokio::task::spawn_blocking(move || session.everything_about_now(about, &team));
        Box::pin(async move { gathered.await.unwrap_or(Err(Problem::CannotRead)) })
    }

    /// The same, and waits for the disk.
    ///
    /// # Errors
    /// [`Problem::CannotRead`].
    pub fn everything_about_now(&self, about: About, team: &Team) -> Result<Everything, Problem> {
        futures::executor::block_on(self.all_saved())?;
        let (records, earlier) = self.newest_and_earlier(&about)?;
        let documents = keep(records, &about);
        let earlier = earlier::of(earlier, &documents, &about);
        let mut recordings: Vec<Clip> = Vec::new();
        for record in &documents {
            if let Record::Clip(_, clip) = record
                && !recordings.iter().any(|known| known.id == clip.id)
            {
                recordings.push(clip.clone());
            }
        }
        let person = match &about {
            About::Worker(worker) => team.person(worker).cloned(),
            About::Seen(..) => None,
        };
        let no_key = self.no_key(about.worker(), team);
        Ok(Everything { about, person, documents, recordings, earlier, no_key })
    }

    /// The spaces that may hold something of a worker and that this person has no key to.
    fn no_key(&self, worker: &PersonId, team: &Team) -> Vec<Space> {
        let may_hold = |space: &Space| match space {
            Space::Private(id)
            | Space::Visits(id)
            | Space::Me(id)
            | Space::SharedWithLead(id)
            | Space::SharedWithBoth(id)
            | Space::Plan(id)
            | Space::Supervision(id)
            | Space::SafetyOf(id)
            | Space::SafetyLeadOf(id) => id == worker,
            Space::Safety | Space::SafetyLead | Space::Audit => true,
            Space::Team => false,
        };
        let all = Space::all(team).into_iter().filter(may_hold);
        all.filter(|space| !self.spaces().any(|held| held == space)).collect()
    }

    /// Puts it into a new folder of this name, in a folder that a person picked, with a paper to read. What cannot
    /// be written whole is taken away again.
    pub fn put_out(
        &self,
        everything: Everything,
        (pdf, name): (Vec<u8>, String),
        picked: PathBuf,
    ) -> Work<Result<PathBuf, Problem>> {
        let session = self.clone();
        let (answer, answered) = futures::channel::oneshot::channel();
        // A stick or a network folder can be slow. Nobody may be waiting any more.
        let _thread =
            std::thread::spawn(move || drop(answer.send(session.put_out_now(&everything, (&pdf, &name), &picked))));
        Box::pin(async move { answered.await.unwrap_or(Err(Problem::CannotWrite)) })
    }

    fn put_out_now(
        &self,
        everything: &Everything,
        (pdf, name): (&[u8], &str),
        picked: &Path,
    ) -> Result<PathBuf, Problem> {
        // Without the place itself, folders would be made where the stick was.
        if !picked.is_dir() {
            return Err(Problem::CannotWrite);
        }
        let of = |error: std::io::Error| Problem::of_writing(&error);
        let taken = |folder: &PathBuf| folder.exists();
        let names = std::iter::once(name.to_owned()).chain((2..1000).map(|number| format!("{name} {number}")));
        let folder = names.map(|name| picked.join(name)).find(|folder| !taken(folder)).ok_or(Problem::CannotWrite)?;
        RealDisk.make_folder(&folder).map_err(of)?;
        let written = self.write_out(everything, pdf, &folder);
        if written.is_err() {
            let _ = std::fs::remove_dir_all(&folder);
        }
        written?;
        let (document, whose) = match &everything.about {
            About::Worker(worker) => ("everything", worker),
            About::Seen(worker, _) => ("everything/seen", worker),
        };
        self.note_down(Did::Exported, Some(document.to_owned()), Some(whose.clone()));
        Ok(folder)
    }
}
