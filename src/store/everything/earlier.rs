//! What was there before: of each document the newest state whole, of every other only where it lies.
use std::collections::{BTreeMap, BTreeSet};

use super::{About, Earlier, letters_of, whose};
use crate::domain::debrief::DebriefId;
use crate::domain::person::PersonId;
use crate::domain::record::Record;
use crate::domain::removal::story_of;
use crate::problem::Problem;
use crate::store::revision::{Read, Revision};
use crate::store::{Session, locked};

/// A state before the newest, with what decides whom it is about.
pub(super) struct Before {
    whose: Option<PersonId>,
    story: Option<DebriefId>,
    letters: Option<String>,
    earlier: Earlier,
}

/// The newest state that was met of a document so far.
struct Newest {
    lamport: u64,
    record: Record,
    before: Before,
}

impl Before {
    fn of(file: super::At, revision: &Revision) -> Self {
        let Revision { body, doc, author, claimed_at, lamport, .. } = revision;
        let earlier = Earlier { document: doc.clone(), by: author.clone(), at: *claimed_at, lamport: *lamport, file };
        let story = story_of(body).map(|(story, _)| story.clone());
        Self { whose: whose(body).cloned(), story, letters: letters_of(body), earlier }
    }
}

impl Session {
    /// Goes through all that this person can open, one file after the other: the newest state of each document, in
    /// the order in which they were saved, and where all earlier ones lie.
    pub(super) fn newest_and_earlier(&self, about: &About) -> Result<(Vec<Record>, Vec<Before>), Problem> {
        let mut newest: BTreeMap<String, Newest> = BTreeMap::new();
        let mut earlier = Vec::new();
        self.intake(|intake| {
            for (file, read, _) in intake.all()? {
                let Read::Known(revision) = read else { continue };
                let before = Before::of(file, &revision);
                let Revision { body: record, lamport, doc, .. } = *revision;
                let met = Newest { lamport, record, before };
                let older = match newest.get_mut(&doc) {
                    Some(known) if known.lamport <= lamport => Some(std::mem::replace(known, met)),
                    Some(_) => Some(met),
                    None => {
                        let _ = newest.insert(doc, met);
                        None
                    }
                };
                // Nobody is asked about others: what is not of this worker is let go at once.
                let older = older.map(|older| older.before);
                earlier.extend(older.filter(|older| older.whose.as_ref() == Some(about.worker())));
            }
            Ok(())
        })?;
        let gone = locked(&self.store.inner.gone);
        let mut records: Vec<_> = newest.into_values().filter(|newest| !gone.has(&newest.record)).collect();
        records.sort_by_key(|newest| newest.lamport);
        Ok((records.into_iter().map(|newest| newest.record).collect(), earlier))
    }
}

/// The earlier states of what is told about somebody.
///
/// Of somebody who was seen, a state that names another person is left out: it may tell of that person. One that
/// named them is told to them, also where the story was put right since and is about somebody else now.
pub(super) fn of(all: Vec<Before>, documents: &[Record], about: &About) -> Vec<Earlier> {
    let stories: BTreeSet<_> = documents.iter().filter_map(story_of).map(|(story, _)| story).collect();
    let theirs = |before: &Before| match about {
        About::Worker(_) => true,
        About::Seen(_, seen) => match &before.letters {
            Some(letters) => letters == seen,
            None => before.story.as_ref().is_some_and(|story| stories.contains(story)),
        },
    };
    let mut earlier: Vec<_> = all.into_iter().filter(theirs).map(|before| before.earlier).collect();
    earlier.sort_by_key(|earlier| earlier.lamport);
    earlier
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::debrief::{DebriefId, Telling};
    use crate::store::listing::{Month, Name};

    fn before(story: &str, letters: Option<&str>, lamport: u64) -> Before {
        let file = (Month { device: "a".to_owned(), month: "202603".to_owned() }, Name { number: 1, hash: lamport });
        let at = jiff::civil::date(2026, 3, 3).at(9, 0, 0, 0);
        let earlier = Earlier { document: format!("visit/{story}"), by: None, at, lamport, file };
        let story = Some(DebriefId(story.to_owned()));
        Before { whose: None, story, letters: letters.map(str::to_owned), earlier }
    }

    #[test]
    fn a_state_that_names_another_person_is_not_told_and_one_that_named_them_is() {
        let sam = PersonId("sam".to_owned());
        let now = jiff::civil::date(2026, 3, 3).at(9, 0, 0, 0);
        let documents = [Record::Telling(Telling::begin(DebriefId("theirs".to_owned()), sam.clone(), now))];
        let all = || {
            vec![
                before("theirs", Some("J B"), 4),
                before("theirs", Some("M"), 1),
                before("theirs", None, 3),
                before("another", Some("J B"), 2),
                before("another", None, 5),
            ]
        };
        let lamports = |about: &About| -> Vec<_> {
            of(all(), &documents, about).into_iter().map(|earlier| earlier.lamport).collect()
        };
        assert_eq!(lamports(&About::Seen(sam.clone(), "J B".to_owned())), [2, 3, 4]);
        assert_eq!(lamports(&About::Worker(sam)), [1, 2, 3, 4, 5]);
    }
}
