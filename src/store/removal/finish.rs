//! Doing what tombstones say, at once and again whenever somebody comes in, until nothing of it is left.
use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::states::{State, States};
use crate::domain::debrief::{ClipId, DebriefId};
use crate::domain::person::PersonId;
use crate::domain::record::{Clip, Record};
use crate::domain::removal::{Erasure, FilesGone, RecordingGone, clips_of, documents_of, step_lists_of, story_of};
use crate::problem::Problem;
use crate::store::revision::Read;
use crate::store::{Session, locked};

/// Whose voice a recording is, and its name.
type Voice = (PersonId, ClipId);

/// What is to go: sounds first, then what names them, then the documents.
#[derive(Default)]
struct Going {
    stories: HashSet<(DebriefId, PersonId)>,
    clips: HashSet<Voice>,
    sounds: HashSet<String>,
    names: HashSet<String>,
    documents: HashSet<String>,
}

impl Going {
    fn files(&self) -> HashSet<String> {
        self.sounds.iter().chain(&self.names).chain(&self.documents).cloned().collect()
    }
}

impl Session {
    /// The tombstones of stories.
    pub(super) fn erasures(&self) -> Vec<Erasure> {
        self.list("erased", |record| match record {
            Record::Erased(erasure) => Some(erasure.clone()),
            _ => None,
        })
    }

    /// The tombstones of recordings.
    pub(super) fn recordings_gone(&self) -> Vec<RecordingGone> {
        self.list("recordings-gone", |record| match record {
            Record::RecordingGone(gone) => Some(gone.clone()),
            _ => None,
        })
    }

    /// Takes away what has a tombstone and is still here. Where nothing is, that is known without opening files.
    pub(in crate::store) fn finish_removals(&self) -> Result<(), Problem> {
        let (erasures, recordings) = (self.erasures(), self.recordings_gone());
        let waits = erasures.iter().any(|erasure| self.has_some_of(erasure))
            || recordings.iter().any(|gone| gone.clips.iter().any(|clip| self.has_clip(clip)));
        if waits {
            return self.take_away(&self.states()?);
        }
        let erasures: Vec<_> = erasures.into_iter().filter(|erasure| self.is_signed_by_two(erasure)).collect();
        let recordings = recordings.into_iter().filter(|gone| self.is_or_was_lead(&gone.by, &gone.worker));
        let recordings: Vec<_> = recordings.flat_map(|gone| gone.clips).collect();
        let mut known = locked(&self.store.inner.gone);
        for erasure in erasures {
            let worker = &erasure.request.worker;
            known.stories.extend(erasure.request.stories.iter().map(|story| (story.clone(), worker.clone())));
            known.clips.extend(erasure.clips);
        }
        known.clips.extend(recordings);
        Ok(())
    }

    fn has_clip(&self, clip: &ClipId) -> bool {
        !self.list(&format!("clips/{}", clip.0), |_| Some(())).is_empty()
    }

    fn has_some_of(&self, erasure: &Erasure) -> bool {
        let has_document = |story| documents_of(story).iter().any(|name| self.newest(name, |_| Some(())).is_some());
        let has_step = |story| step_lists_of(story).iter().any(|list| !self.list(list, |_| Some(())).is_empty());
        erasure.request.stories.iter().any(|story| has_document(story) || has_step(story))
            || erasure.clips.iter().any(|clip| self.has_clip(clip))
    }

    /// Whether two people who may have signed this.
    pub(super) fn is_signed_by_two(&self, erasure: &Erasure) -> bool {
        let worker = &erasure.request.worker;
        let asked = {
            let keys = locked(&self.store.inner.keys);
            Read::new(erasure.signed.as_bytes(), |author, device| keys.writer(author, device))
        };
        let Some(Read::Known(asked)) = asked else { return false };
        let Record::EraseAsked(request) = &asked.body else { return false };
        erasure.is_of_two(request)
            && self.is_or_was_lead(&request.by, worker)
            && self.reads_or_read(&erasure.by, worker)
    }

    /// Whether nothing that came before it forbids what this tombstone says: a hold, or a no.
    fn was_free(&self, erasure: &Erasure, lamport: u64, states: &States) -> bool {
        let request = &erasure.request;
        let mut before: Vec<_> = states.records().filter(|(_, at)| *at < lamport).collect();
        before.sort_by_key(|(_, at)| *at);
        let refused = before.iter().any(|(record, _)| match record {
            Record::EraseRefused(refusal) => {
                refusal.request == request.id && self.reads_or_read(&refusal.by, &request.worker)
            }
            _ => false,
        });
        let holds = before.iter().filter_map(|(record, _)| match record {
            Record::Hold(hold) if hold.worker == request.worker => Some(hold.clone()),
            _ => None,
        });
        let standing = self.standing(holds.collect());
        let held = |story: &Option<DebriefId>| story.as_ref().is_none_or(|story| request.stories.contains(story));
        !refused && !standing.iter().any(|hold| held(&hold.story))
    }

    /// What is to go, by all tombstones that count.
    fn going(&self, states: &States) -> Going {
        let mut going = Going::default();
        let erasures: Vec<_> = states
            .records()
            .filter_map(|(record, lamport)| match record {
                Record::Erased(erasure) => Some((erasure, lamport)),
                _ => None,
            })
            .filter(|(erasure, lamport)| self.is_signed_by_two(erasure) && self.was_free(erasure, *lamport, states))
            .map(|(erasure, _)| erasure)
            .collect();
        // Which stories speak of a recording: one that a story speaks of which stays is not taken with another.
        let mut spoken_of: BTreeMap<&ClipId, BTreeSet<(&DebriefId, &PersonId)>> = BTreeMap::new();
        for (record, _) in states.records() {
            if let Some(story) = story_of(record) {
                clips_of(record).into_iter().for_each(|clip| _ = spoken_of.entry(clip).or_default().insert(story));
            }
        }
        let only_of = |clip: &ClipId, takes: &dyn Fn(&DebriefId, &PersonId) -> bool| {
            spoken_of.get(clip).is_none_or(|stories| stories.iter().all(|(story, worker)| takes(story, worker)))
        };
        for erasure in &erasures {
            let worker = &erasure.request.worker;
            going.stories.extend(erasure.request.stories.iter().map(|story| (story.clone(), worker.clone())));
        }
        let is_erased = |story: &DebriefId, worker: &PersonId| going.stories.contains(&(story.clone(), worker.clone()));
        let mut clips = HashSet::new();
        for erasure in &erasures {
            let worker = &erasure.request.worker;
            let own = states.records().filter(|(record, _)| erasure.takes(record));
            let own = own.flat_map(|(record, _)| clips_of(record)).chain(&erasure.clips);
            clips.extend(own.filter(|clip| only_of(clip, &is_erased)).map(|clip| (worker.clone(), clip.clone())));
        }
        for (record, _) in states.records() {
            let Record::RecordingGone(gone) = record else { continue };
            if !self.is_or_was_lead(&gone.by, &gone.worker) {
                continue;
            }
            let takes = |story: &DebriefId, worker: &PersonId| {
                is_erased(story, worker) || (*story == gone.story && *worker == gone.worker)
            };
            let own = gone.clips.iter().filter(|clip| only_of(clip, &takes));
            clips.extend(own.map(|clip| (gone.worker.clone(), clip.clone())));
        }
        going.clips = clips;
        going.take_files(states, &erasures);
        going
    }

    /// Takes away all that is to go.
    pub(super) fn take_away(&self, states: &States) -> Result<(), Problem> {
        let going = self.going(states);
        {
            let mut known = locked(&self.store.inner.gone);
            known.stories.extend(going.stories.iter().cloned());
            known.clips.extend(going.clips.iter().map(|(_, clip)| clip.clone()));
            // From here on nobody sees it, whatever the disk does.
            locked(&self.catalogue).forget(&going.files(), |record| known.has(record));
        }
        self.say_that_they_go(&going.files())?;
        self.remove_journals(|clip| going.clips.iter().any(|(_, other)| other == clip))?;
        let folder = &self.store.inner.folder;
        // What is found by a file goes before that file.
        [&going.sounds, &going.names, &going.documents].into_iter().try_for_each(|files| folder.remove(files))
    }

    /// Saves the names of files that are taken away, so that no copy keeps them.
    pub(super) fn say_that_they_go(&self, files: &HashSet<String>) -> Result<(), Problem> {
        /// A document has a most size, and a name has some 30 letters.
        const AT_ONCE: usize = 4000;
        let said = self.files_gone();
        let new: Vec<_> = files.difference(&said).cloned().collect();
        let at = self.store.inner.clock.now();
        let records = new.chunks(AT_ONCE).map(|files| {
            let files = files.iter().cloned().collect();
            Record::FilesGone(FilesGone { files, at })
        });
        futures::executor::block_on(self.save(records.collect()))
    }

    /// The names of all files that were taken away for good.
    pub(in crate::store) fn files_gone(&self) -> HashSet<String> {
        let lists = self.list("files-gone", |record| match record {
            Record::FilesGone(gone) => Some(gone.files.clone()),
            _ => None,
        });
        lists.into_iter().flatten().collect()
    }
}

impl Going {
    /// Finds the files of what is to go.
    fn take_files(&mut self, states: &States, erasures: &[&Erasure]) {
        let mut stay = HashSet::new();
        for State { file, revision, .. } in &states.known {
            match &revision.body {
                Record::Clip(_, Clip { id, voice, file: sound, .. }) => {
                    if self.clips.contains(&(voice.clone(), id.clone())) {
                        let _ = self.names.insert(file.clone());
                        let _ = self.sounds.insert(sound.clone());
                    } else {
                        let _ = stay.insert(sound.clone());
                    }
                }
                Record::Photo(photo) | Record::OwnPhoto(_, photo) => drop(stay.insert(photo.file.clone())),
                Record::Receipt(receipt) => drop(stay.insert(receipt.photo.file.clone())),
                record if erasures.iter().any(|erasure| erasure.takes(record)) => {
                    let _ = self.documents.insert(file.clone());
                }
                _ => {}
            }
        }
        // What somebody else names too is not only this.
        self.sounds.retain(|sound| !stay.contains(sound));
        let erased: HashSet<_> = self.stories.iter().flat_map(|(story, _)| documents_of(story)).collect();
        let newer = states.newer.iter().filter(|(document, _)| erased.contains(document));
        self.documents.extend(newer.map(|(_, file)| file.clone()));
    }
}
