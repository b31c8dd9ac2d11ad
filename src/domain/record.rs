//! Everything that is saved: each kind of document, and the space that it lies in.
use serde::{Deserialize, Serialize};

use super::arranging::{WayAnswered, WayAsked};
use super::audit::Entry;
use super::backup::Backup;
use super::costs::{Receipt, TripCost};
use super::debrief::{ClipId, Share, Telling};
use super::felt::TripFelt;
use super::note::Note;
use super::person::{PersonId, Team};
use super::place::{ChosenTrip, Photo, Place, StopPhoto};
use super::plan::{Plan, Working};
use super::preferences::Preferences;
use super::removal::{EraseRefusal, EraseRequest, Erasure, FilesGone, Hold, RecordingGone, RequestId};
use super::route::{Practised, Route, StepNote};
use super::space::Space;
use super::story::{ConcernStep, StoryStep};
use super::told::{AboutMe, Concern, Visit};
use super::travel::trip::likes::Likes;
use super::travel::trip::pace::Pace;
use super::typed::Typed;
use super::ward::Ward;

/// A recording that is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clip {
    /// Its name.
    pub id: ClipId,
    /// Whose voice it is.
    pub voice: PersonId,
    /// The file that holds its sound.
    pub file: String,
    /// Its length in milliseconds.
    pub length_ms: u64,
}

/// A document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Record {
    /// The people.
    Team(Team),
    /// A place to go.
    Place(Place),
    /// What a stop looks like.
    StopPhoto(StopPhoto),
    /// A photo that a senior took in.
    Photo(Photo),
    /// How the app looks and sounds for one person.
    Preferences(PersonId, Preferences),
    /// How a person likes to travel: from their support plan, never asked twice.
    Pace(PersonId, Pace),
    /// The lines and stops that a person wants none of.
    Likes(PersonId, Likes),
    /// The trip that a worker has chosen.
    Trip(ChosenTrip),
    /// A support plan.
    Plan(Plan),
    /// What a worker said about one thing in it.
    Working(Working),
    /// A debrief while it is told.
    Telling(Telling),
    /// A visit as it was sent.
    Visit(Visit),
    /// What a worker told about themselves.
    AboutMe(AboutMe),
    /// A worry.
    Concern(Concern),
    /// A step of a worry.
    ConcernStep(ConcernStep),
    /// A step of a story.
    StoryStep(StoryStep),
    /// A note while it is written: only its author reads it.
    Draft(Note),
    /// A note as it is in the record.
    Note(Note),
    /// A recording, and the space it lies in.
    Clip(Space, Clip),
    /// A line of the log of who looked at what.
    Audit(Entry),
    /// The newest copy of everything.
    Backup(Backup),
    /// Whether somebody works on a secure ward.
    Ward(Ward),
    /// Words that are still typed.
    Typed(Typed),
    /// A hold on what a worker told, or its end.
    Hold(Hold),
    /// Somebody asks to erase stories.
    EraseAsked(EraseRequest),
    /// Somebody says no to that.
    EraseRefused(EraseRefusal),
    /// Two people have erased stories.
    Erased(Erasure),
    /// Recordings of a story were deleted.
    RecordingGone(RecordingGone),
    /// Files were taken away: no copy keeps them.
    FilesGone(FilesGone),
    /// The worker has read that stories of theirs were erased.
    ErasedRead(PersonId, RequestId),
    /// A worker did a way, and who was with them.
    Practised(Practised),
    /// What a worker will see at a step of a way.
    StepNote(StepNote),
    /// A photo that somebody took in for themselves.
    OwnPhoto(PersonId, Photo),
    /// A route that a worker keeps.
    Route(Route),
    /// A worker asks for another way to get somewhere.
    WayAsked(WayAsked),
    /// Somebody answers that.
    WayAnswered(WayAnswered),
    /// What a trip of a worker cost.
    TripCost(TripCost),
    /// The photo of a receipt that a worker took in.
    Receipt(Receipt),
    /// How a trip was.
    TripFelt(TripFelt),
}

impl Record {
    /// The space that it lies in, which decides who can read it.
    #[must_use]
    pub fn space(&self) -> Space {
        match self {
            Self::Team(_) | Self::Place(_) | Self::StopPhoto(_) | Self::Photo(_) | Self::Backup(_) => Space::Team,
            Self::Preferences(person, _) => Space::Private(person.clone()),
            Self::Pace(person, _) | Self::Likes(person, _) => Space::Private(person.clone()),
            Self::Trip(trip) => Space::Private(trip.person.clone()),
            Self::Plan(plan) => Space::Plan(plan.worker.clone()),
            Self::Working(working) => Space::Plan(working.worker.clone()),
            Self::Telling(telling) => Space::Private(telling.worker.clone()),
            Self::Visit(visit) => Space::Visits(visit.worker.clone()),
            Self::AboutMe(me) => match me.share {
                Share::Myself => Space::Me(me.worker.clone()),
                Share::Lead => Space::SharedWithLead(me.worker.clone()),
                Share::SeniorAndLead => Space::SharedWithBoth(me.worker.clone()),
            },
            Self::Concern(concern) => concern.space(),
            Self::ConcernStep(step) => Space::Supervision(step.worker.clone()),
            Self::StoryStep(step) => Space::Visits(step.worker.clone()),
            Self::Draft(note) => Space::Private(note.author.clone()),
            Self::Note(note) => Space::Visits(note.worker.clone()),
            Self::Clip(space, _) => space.clone(),
            Self::Audit(_) => Space::Audit,
            Self::Ward(_) => Space::Team,
            Self::Typed(typed) => Space::Private(typed.by.clone()),
            Self::Hold(hold) => Space::Visits(hold.worker.clone()),
            Self::EraseAsked(request) => Space::Visits(request.worker.clone()),
            Self::EraseRefused(refusal) => Space::Visits(refusal.worker.clone()),
            Self::Erased(erasure) => Space::Visits(erasure.request.worker.clone()),
            Self::RecordingGone(gone) => Space::Visits(gone.worker.clone()),
            Self::FilesGone(_) => Space::Team,
            Self::ErasedRead(person, _) => Space::Private(person.clone()),
            Self::Practised(practised) => Space::Private(practised.person.clone()),
            Self::StepNote(note) => Space::Private(note.person.clone()),
            Self::OwnPhoto(person, _) => Space::Private(person.clone()),
            Self::Route(route) => Space::Private(route.person.clone()),
            // The worker, their senior and their lead read it, as they read the support plan, and nobody else.
            Self::WayAsked(asked) => Space::Plan(asked.worker.clone()),
            Self::WayAnswered(answered) => Space::Plan(answered.worker.clone()),
            Self::TripCost(cost) => Space::Plan(cost.worker.clone()),
            Self::Receipt(receipt) => Space::Plan(receipt.worker.clone()),
            Self::TripFelt(felt) => Space::Plan(felt.worker.clone()),
        }
    }

    /// Whether it lies in the space of this name: in its own, or in that in which an earlier program kept the same.
    #[must_use]
    pub fn lies_in(&self, name: &str) -> bool {
        let space = self.space();
        space.name() == name || space.formerly().is_some_and(|before| before.name() == name)
    }

    /// Whether this person may have written it: nobody writes in another's name. `None` is a computer by itself:
    /// it writes what everyone reads, when a vault begins.
    #[must_use]
    pub fn may_be_written_by(&self, author: Option<&PersonId>) -> bool {
        let by = match self {
            Self::Team(_) | Self::Place(_) | Self::StopPhoto(_) | Self::Photo(_) | Self::Backup(_) => return true,
            // The computer writes its log, whoever does something.
            Self::Audit(_) => return author.is_none(),
            // A senior sets these up with the person.
            Self::Plan(_) | Self::Pace(..) => return author.is_some(),
            // Whoever seals a recording for other readers may have got it from somebody else.
            Self::Clip(..) => return author.is_some(),
            // Whoever can open files of a story takes them away.
            Self::FilesGone(_) => return author.is_some(),
            Self::Preferences(person, _) | Self::Likes(person, _) => person,
            Self::Trip(trip) => &trip.person,
            Self::Working(working) => &working.worker,
            Self::Telling(telling) => &telling.worker,
            Self::Visit(visit) => &visit.worker,
            Self::AboutMe(me) => &me.worker,
            Self::Concern(concern) => &concern.worker,
            Self::ConcernStep(step) => &step.by,
            Self::StoryStep(step) => &step.by,
            Self::Draft(note) | Self::Note(note) => &note.author,
            // Nobody turns it off for themselves.
            Self::Ward(ward) if ward.person == ward.by => return false,
            Self::Ward(ward) => &ward.by,
            Self::Typed(typed) => &typed.by,
            Self::Hold(hold) => &hold.by,
            Self::EraseAsked(request) => &request.by,
            Self::EraseRefused(refusal) => &refusal.by,
            Self::Erased(erasure) => &erasure.by,
            Self::RecordingGone(gone) => &gone.by,
            Self::ErasedRead(person, _) => person,
            Self::Practised(practised) => &practised.person,
            Self::StepNote(note) => &note.person,
            Self::OwnPhoto(person, _) => person,
            Self::Route(route) => &route.person,
            Self::WayAsked(asked) => &asked.worker,
            Self::WayAnswered(answered) => &answered.by,
            Self::TripCost(cost) => &cost.worker,
            Self::Receipt(receipt) => &receipt.worker,
            Self::TripFelt(felt) => &felt.worker,
        };
        author == Some(by)
    }

    /// The list that it is looked up in, so that nobody has to walk over everything to find it.
    #[must_use]
    pub fn list(&self) -> String {
        match self {
            Self::Team(_) => "team".to_owned(),
            Self::Place(_) => "places".to_owned(),
            Self::StopPhoto(_) | Self::Photo(_) => "photos".to_owned(),
            Self::Preferences(..) | Self::Pace(..) | Self::Likes(..) => "preferences".to_owned(),
            Self::Trip(trip) => format!("trips/{}", trip.person.0),
            Self::Plan(plan) => format!("plans/{}", plan.worker.0),
            Self::Working(working) => format!("plans/{}", working.worker.0),
            Self::Telling(telling) => format!("tellings/{}", telling.worker.0),
            Self::Visit(_) => "visits".to_owned(),
            Self::AboutMe(_) => "about".to_owned(),
            Self::Concern(_) => "concerns".to_owned(),
            Self::ConcernStep(step) => format!("concern-steps/{}", step.debrief.0),
            Self::StoryStep(step) => format!("story-steps/{}", step.debrief.0),
            Self::Draft(_) | Self::Note(_) => "notes".to_owned(),
            Self::Clip(_, clip) => format!("clips/{}", clip.id.0),
            Self::Audit(_) => "audit".to_owned(),
            Self::Backup(_) => "backup".to_owned(),
            Self::Ward(_) => "wards".to_owned(),
            Self::Typed(typed) => format!("typed/{}", typed.by.0),
            Self::Hold(_) => "holds".to_owned(),
            Self::EraseAsked(_) => "erase-asked".to_owned(),
            Self::EraseRefused(_) => "erase-refused".to_owned(),
            Self::Erased(_) => "erased".to_owned(),
            Self::RecordingGone(_) => "recordings-gone".to_owned(),
            Self::FilesGone(_) => "files-gone".to_owned(),
            Self::ErasedRead(..) => "erased-read".to_owned(),
            Self::Practised(practised) => format!("practised/{}", practised.person.0),
            Self::StepNote(note) => format!("step-notes/{}", note.person.0),
            Self::OwnPhoto(..) => "own-photos".to_owned(),
            Self::Route(route) => format!("routes/{}", route.person.0),
            Self::WayAsked(asked) => format!("ways-asked/{}", asked.worker.0),
            Self::WayAnswered(answered) => format!("ways-answered/{}", answered.worker.0),
            Self::TripCost(cost) => format!("costs/{}", cost.worker.0),
            Self::Receipt(receipt) => format!("receipts/{}", receipt.worker.0),
            Self::TripFelt(felt) => format!("felt/{}", felt.worker.0),
        }
    }

    /// The document that this is a revision of. `None` for steps: each is a document of its own, never changed.
    #[must_use]
    pub fn document(&self) -> Option<String> {
        Some(match self {
            Self::Team(_) => "team".to_owned(),
            Self::Backup(_) => "backup".to_owned(),
            Self::Place(place) => format!("place/{}", place.id.0),
            Self::StopPhoto(photo) => format!("stop/{}", photo.stop),
            Self::Photo(photo) => format!("photo/{}", photo.name),
            Self::Preferences(person, _) => format!("preferences/{}", person.0),
            Self::Pace(person, _) => format!("pace/{}", person.0),
            Self::Likes(person, _) => format!("likes/{}", person.0),
            Self::Trip(trip) => trip.document(),
            Self::Plan(plan) => format!("plan/{}", plan.worker.0),
            Self::Working(working) => format!("working/{}/{}", working.worker.0, working.item),
            Self::Telling(telling) => format!("telling/{}", telling.id.0),
            Self::Visit(visit) => format!("visit/{}", visit.id.0),
            Self::AboutMe(me) => format!("me/{}", me.debrief.0),
            Self::Concern(concern) => format!("concern/{}", concern.debrief.0),
            Self::ConcernStep(_) | Self::StoryStep(_) | Self::Audit(_) | Self::FilesGone(_) | Self::Practised(_) => {
                return None;
            }
            Self::Draft(note) => format!("draft/{}", note.debrief.0),
            Self::Note(note) => format!("note/{}", note.debrief.0),
            Self::Clip(space, clip) => format!("clip/{}/{}", space.name(), clip.id.0),
            Self::Ward(ward) => format!("ward/{}", ward.person.0),
            Self::Typed(typed) => typed.document(),
            Self::Hold(Hold { story: Some(story), by, .. }) => format!("hold/story/{}/{}", story.0, by.0),
            Self::Hold(hold) => format!("hold/all/{}/{}", hold.worker.0, hold.by.0),
            Self::EraseAsked(request) => format!("erase-asked/{}/{}", request.id.0, request.by.0),
            Self::EraseRefused(refusal) => format!("erase-refused/{}/{}", refusal.request.0, refusal.by.0),
            Self::Erased(erasure) => format!("erased/{}/{}", erasure.request.id.0, erasure.by.0),
            Self::RecordingGone(gone) => format!("recording-gone/{}/{}", gone.story.0, gone.by.0),
            Self::ErasedRead(_, request) => format!("erased-read/{}", request.0),
            Self::StepNote(note) => note.document(),
            Self::OwnPhoto(_, photo) => format!("own-photo/{}", photo.name),
            Self::Route(route) => route.document(),
            Self::WayAsked(asked) => format!("way-asked/{}", asked.id.0),
            Self::WayAnswered(answered) => format!("way-answered/{}/{}", answered.ask.0, answered.by.0),
            Self::TripCost(cost) => format!("cost/{}", cost.id.0),
            Self::Receipt(receipt) => format!("receipt/{}", receipt.photo.name),
            Self::TripFelt(felt) => TripFelt::document(&felt.worker, felt.left),
        })
    }
}
