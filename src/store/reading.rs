//! What a person can look up: the newest state of each kind of document.
use std::collections::HashSet;

use jiff::civil::DateTime;

use super::catalogue::document::Known;
use super::catalogue::kept::Kept;
use super::{Session, locked};
use crate::domain::backup::Backup;
use crate::domain::brief::{Brief, VisitBrief};
use crate::domain::debrief::{ClipId, DebriefId, Stage, Telling};
use crate::domain::note::Note;
use crate::domain::person::{PersonId, Team};
use crate::domain::place::{ChosenTrip, Photo, Place, PlaceId};
use crate::domain::plan::{Plan, Working};
use crate::domain::preferences::Preferences;
use crate::domain::record::{Clip, Record};
use crate::domain::story::{ConcernStep, ConcernWhat, Story, StoryStep};
use crate::domain::told::{AboutMe, Concern, Visit};
use crate::domain::travel::line::Line;
use crate::domain::travel::trip::likes::Likes;
use crate::domain::travel::trip::pace::Pace;
use crate::domain::typed::{About, Typed};
use crate::domain::ward::Ward;

/// Whether a telling was sent is said by the steps of its story: the power can go between a step and the telling.
pub(super) fn agreed(stage: Stage, story: &Story) -> Stage {
    match (story.sent, stage) {
        (Some(_), _) => Stage::Sent,
        (None, Stage::Sent) => Stage::Checking,
        (None, stage) => stage,
    }
}

impl Session {
    /// What is in a list, in the order in which it was saved. Small documents are at hand, others are opened.
    pub(super) fn list<T>(&self, name: &str, kind: impl Fn(&Record) -> Option<T>) -> Vec<T> {
        self.lines(name, |known| match known {
            Known::Waits(record) | Known::Kept(Kept::Whole(record), _) => Some(kind(record)),
            Known::Kept(_, file) => self.body(*file).map(|record| kind(&record)),
        })
    }

    /// What lists need of the documents of a list, in the order in which they were saved. None of them is opened.
    pub(super) fn briefs<T>(&self, name: &str, kind: impl Fn(Brief) -> Option<T>) -> Vec<T> {
        self.lines(name, |known| match known {
            Known::Waits(record) | Known::Kept(Kept::Whole(record), _) => Some(Brief::of(record).and_then(&kind)),
            Known::Kept(Kept::Brief(brief), _) => Some(kind(brief.clone())),
            Known::Kept(Kept::InFile, file) => self.body(*file).map(|record| Brief::of(&record).and_then(&kind)),
        })
    }

    /// Each line of a list. `None` of a line: its file is broken now, and an older state may stand for it.
    fn lines<T>(&self, name: &str, line: impl Fn(&Known) -> Option<Option<T>>) -> Vec<T> {
        loop {
            let known = locked(&self.catalogue).list(name);
            let mut lines = Vec::new();
            let broken = known.iter().find_map(|known| match (line(known), known) {
                (Some(line), _) => {
                    lines.extend(line);
                    None
                }
                (None, Known::Kept(_, file)) => Some(*file),
                (None, Known::Waits(_)) => None,
            });
            let Some(broken) = broken else { return lines };
            // Each turn takes away one file, so that this comes to an end.
            self.is_broken(broken);
        }
    }

    pub(super) fn newest<T>(&self, document: &str, kind: impl Fn(&Record) -> Option<T>) -> Option<T> {
        kind(&self.whole(document)?)
    }

    pub(super) fn brief<T>(&self, document: &str, kind: impl Fn(Brief) -> Option<T>) -> Option<T> {
        let known = locked(&self.catalogue).newest(document)?;
        match known {
            Known::Kept(Kept::Brief(brief), _) => kind(brief),
            _ => kind(Brief::of(&self.whole(document)?)?),
        }
    }

    /// The people.
    #[must_use]
    pub fn team(&self) -> Team {
        let team = |record: &Record| match record {
            Record::Team(team) => Some(team.clone()),
            _ => None,
        };
        self.newest("team", team).unwrap_or_default()
    }

    /// The newest copy of everything, as far as this computer knows.
    #[must_use]
    pub fn backup(&self) -> Option<Backup> {
        self.newest("backup", |record| match record {
            Record::Backup(backup) => Some(backup.clone()),
            _ => None,
        })
    }

    /// How the app looks and sounds for this person.
    #[must_use]
    pub fn preferences(&self, person: &PersonId) -> Preferences {
        let preferences = |record: &Record| match record {
            Record::Preferences(_, preferences) => Some(preferences.clone()),
            _ => None,
        };
        self.newest(&format!("preferences/{}", person.0), preferences).unwrap_or_default()
    }

    /// Whether this person works on a secure ward, if somebody ever said so.
    #[must_use]
    pub fn ward(&self, person: &PersonId) -> Option<Ward> {
        self.newest(&format!("ward/{}", person.0), |record| match record {
            Record::Ward(ward) => Some(ward.clone()),
            _ => None,
        })
    }

    /// What this person has typed of this and not given yet.
    #[must_use]
    pub fn typed(&self, by: &PersonId, about: About) -> Typed {
        let nothing = Typed::nothing(by.clone(), about);
        let typed = self.newest(&nothing.document(), |record| match record {
            Record::Typed(typed) => Some(typed.clone()),
            _ => None,
        });
        typed.unwrap_or(nothing)
    }

    /// The place of this name: one of the team, or else one of the own life of whoever is in.
    #[must_use]
    pub fn place(&self, place: &PlaceId) -> Option<Place> {
        let of_the_team = self.newest(&format!("place/{}", place.0), |record| match record {
            Record::Place(place) => Some(place.clone()),
            _ => None,
        });
        of_the_team.or_else(|| self.own_place(place))
    }

    /// The name of the photo of this stop.
    #[must_use]
    pub fn stop_photo(&self, stop: &str) -> Option<String> {
        self.newest(&format!("stop/{stop}"), |record| match record {
            Record::StopPhoto(photo) => Some(photo.photo.clone()),
            _ => None,
        })
    }

    /// What is known of a photo that was taken in.
    pub(super) fn photo_known(&self, name: &str) -> Option<Photo> {
        let photo = |record: &Record| match record {
            Record::Photo(photo) | Record::OwnPhoto(_, photo) => Some(photo.clone()),
            _ => None,
        };
        self.newest(&format!("photo/{name}"), photo).or_else(|| self.newest(&format!("own-photo/{name}"), photo))
    }

    /// How this person likes to travel.
    #[must_use]
    pub fn pace(&self, person: &PersonId) -> Pace {
        let pace = |record: &Record| match record {
            Record::Pace(_, pace) => Some(*pace),
            _ => None,
        };
        self.newest(&format!("pace/{}", person.0), pace).unwrap_or_default()
    }

    /// The lines and stops that this person wants none of.
    #[must_use]
    pub fn likes(&self, person: &PersonId) -> Likes {
        let likes = |record: &Record| match record {
            Record::Likes(_, likes) => Some(likes.clone()),
            _ => None,
        };
        self.newest(&format!("likes/{}", person.0), likes).unwrap_or_default()
    }

    /// The lines of all trips that this person has chosen, each once.
    #[must_use]
    pub fn known_lines(&self, person: &PersonId) -> Vec<Line> {
        let lines = self.briefs(&format!("trips/{}", person.0), |brief| match brief {
            Brief::Trip(trip) => Some(trip.lines),
            _ => None,
        });
        let lines: HashSet<_> = lines.into_iter().flatten().collect();
        lines.into_iter().collect()
    }

    /// Where trips that this person has chosen get on and off, each stop once: its `stop_id` and its name.
    #[must_use]
    pub fn known_stops(&self, person: &PersonId) -> Vec<(String, String)> {
        let stops = self.briefs(&format!("trips/{}", person.0), |brief| match brief {
            Brief::Trip(trip) => Some(trip.stops),
            _ => None,
        });
        let stops: HashSet<_> = stops.into_iter().flatten().collect();
        stops.into_iter().collect()
    }

    /// The trip of this name.
    #[must_use]
    pub fn chosen_trip(&self, document: &str) -> Option<ChosenTrip> {
        self.newest(document, |record| match record {
            Record::Trip(trip) => Some(trip.clone()),
            _ => None,
        })
    }

    /// The trips that this person has chosen and not ended, the next one first.
    #[must_use]
    pub fn chosen_trips(&self, person: &PersonId) -> Vec<ChosenTrip> {
        let going = self.briefs(&format!("trips/{}", person.0), |brief| match brief {
            Brief::Trip(trip) if !trip.over => Some(trip.document),
            _ => None,
        });
        let trips = going.iter().filter_map(|document| self.chosen_trip(document));
        let mut trips: Vec<_> = trips.filter(|trip| !trip.over).collect();
        trips.sort_by_key(|trip| trip.choice.trip.leave);
        trips
    }

    /// The support plan of this worker.
    #[must_use]
    pub fn plan(&self, worker: &PersonId) -> Option<Plan> {
        self.newest(&format!("plan/{}", worker.0), |record| match record {
            Record::Plan(plan) => Some(plan.clone()),
            _ => None,
        })
    }

    /// What this worker said about one thing in the plan.
    #[must_use]
    pub fn working(&self, worker: &PersonId, item: &str) -> Option<Working> {
        self.newest(&format!("working/{}/{item}", worker.0), |record| match record {
            Record::Working(working) => Some(working.clone()),
            _ => None,
        })
    }

    /// The telling of this name.
    #[must_use]
    pub fn telling(&self, debrief: &DebriefId) -> Option<Telling> {
        let telling = self.newest(&format!("telling/{}", debrief.0), |record| match record {
            Record::Telling(telling) => Some(telling.clone()),
            _ => None,
        })?;
        Some(Telling { stage: agreed(telling.stage, &self.story(debrief)), ..telling })
    }

    /// The visit of this name.
    #[must_use]
    pub fn visit(&self, debrief: &DebriefId) -> Option<Visit> {
        self.newest(&format!("visit/{}", debrief.0), |record| match record {
            Record::Visit(visit) => Some(visit.clone()),
            _ => None,
        })
        .filter(|_| self.story(debrief).sent.is_some())
    }

    /// What lists need of the visit of this name.
    #[must_use]
    pub fn visit_brief(&self, debrief: &DebriefId) -> Option<VisitBrief> {
        self.brief(&format!("visit/{}", debrief.0), |brief| match brief {
            Brief::Visit(visit) => Some(visit),
            _ => None,
        })
        .filter(|_| self.story(debrief).sent.is_some())
    }

    /// What a worker told about themselves with this debrief, if this person may read it.
    #[must_use]
    pub fn about_worker(&self, debrief: &DebriefId) -> Option<AboutMe> {
        self.newest(&format!("me/{}", debrief.0), |record| match record {
            Record::AboutMe(me) => Some(me.clone()),
            _ => None,
        })
    }

    /// The worry of this debrief, if this person may read it.
    #[must_use]
    pub fn concern(&self, debrief: &DebriefId) -> Option<Concern> {
        self.newest(&format!("concern/{}", debrief.0), |record| match record {
            Record::Concern(concern) => Some(concern.clone()),
            _ => None,
        })
    }

    /// What happened to a worry, in order.
    #[must_use]
    pub fn concern_steps(&self, debrief: &DebriefId) -> Vec<ConcernStep> {
        self.list(&format!("concern-steps/{}", debrief.0), |record| match record {
            Record::ConcernStep(step) => Some(step.clone()),
            _ => None,
        })
    }

    /// When the lead saw this worry.
    #[must_use]
    pub fn worry_seen(&self, debrief: &DebriefId) -> Option<DateTime> {
        let steps = self.concern_steps(debrief);
        steps.iter().find(|step| step.what == ConcernWhat::Seen).map(|step| step.at)
    }

    /// Whether all that was kept has reached the disk.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        locked(&self.catalogue).is_saved()
    }

    /// What happened to a debrief, in order.
    #[must_use]
    pub fn story_steps(&self, debrief: &DebriefId) -> Vec<StoryStep> {
        self.list(&format!("story-steps/{}", debrief.0), |record| match record {
            Record::StoryStep(step) => Some(step.clone()),
            _ => None,
        })
    }

    /// Where a story is.
    #[must_use]
    pub fn story(&self, debrief: &DebriefId) -> Story {
        Story::of(&self.story_steps(debrief))
    }

    /// The note that this person is writing.
    #[must_use]
    pub fn draft(&self, debrief: &DebriefId) -> Option<Note> {
        self.newest(&format!("draft/{}", debrief.0), |record| match record {
            Record::Draft(note) => Some(note.clone()),
            _ => None,
        })
    }

    /// The note as it is in the record.
    #[must_use]
    pub fn note(&self, debrief: &DebriefId) -> Option<Note> {
        self.newest(&format!("note/{}", debrief.0), |record| match record {
            Record::Note(note) => Some(note.clone()),
            _ => None,
        })
    }

    /// What is known of a recording, if this person may hear it.
    #[must_use]
    pub fn clip(&self, clip: &ClipId) -> Option<Clip> {
        let clips = self.list(&format!("clips/{}", clip.0), |record| match record {
            Record::Clip(_, known) => Some(known.clone()),
            _ => None,
        });
        clips.into_iter().next_back()
    }
}
