//! Letting go of sounds and photos that no document names any more, or never did.
//!
//! A voice or a photo beside a step that was replaced, the receipt of a cost that was removed, a recording that nobody
//! kept: their documents say no more of them, or never did. They are taken away a few months later, if nothing at all
//! may still need them: no state of a story, old or new, speaks of them (stories have rules of their own), no document
//! as it is now names them, nothing is held, no recording is under way, no file is damaged and no document is of a
//! newer program. What is not sure stays. It is done when their person comes in, before anything of theirs can wait in
//! memory, and stands in the log.
use std::collections::HashSet;

use super::states::{State, States};
use crate::domain::audit::Did;
use crate::domain::person::PersonId;
use crate::domain::record::Record;
use crate::domain::removal::{is_removed, lets_go};
use crate::domain::space::Space;
use crate::problem::Problem;
use crate::store::folder::loose::again;
use crate::store::listing::Name;
use crate::store::{Session, locked, seal};

/// What becomes of a file that may have no document.
enum Verdict {
    /// It belongs to something that is not let go here.
    Stays,
    /// It may be needed: it is looked at again.
    Later,
    /// It goes, with these files that name it.
    Goes { names: HashSet<String>, document: Option<String> },
}

/// What a record says of a sealed sound or photo: its file, and the name by which documents know it. `None` for the
/// name: it belongs to others too.
fn sealed_of<'r>(record: &'r Record, me: &PersonId) -> Option<(&'r str, Option<&'r str>)> {
    Some(match record {
        Record::Clip(space, clip) => {
            let own = clip.voice == *me && *space == Space::Private(me.clone());
            (&clip.file, own.then_some(&*clip.id.0))
        }
        Record::OwnPhoto(person, photo) => (&photo.file, (person == me).then_some(&*photo.name)),
        Record::Receipt(receipt) => (&receipt.photo.file, (receipt.worker == *me).then_some(&*receipt.photo.name)),
        Record::Photo(photo) => (&photo.file, None),
        _ => return None,
    })
}

/// Whether a space is about this person, or about nobody. What others can open too is let go by whom it is about, and by
/// nobody else: they see what is held. What was told of a worry stays.
fn is_own(space: &Space, me: &PersonId) -> bool {
    match space {
        Space::Private(id) | Space::Visits(id) | Space::Me(id) | Space::Plan(id) => id == me,
        Space::SharedWithLead(id) | Space::SharedWithBoth(id) => id == me,
        Space::Team => true,
        _ => false,
    }
}

fn number(file: &str) -> Option<Name> {
    Name::read(file).map(|(name, _)| name)
}

impl Session {
    /// Takes away what this person let go of long ago. Where there is nothing to look at, no file is opened.
    pub(in crate::store) fn take_loose_away(&self) -> Result<(), Problem> {
        let Some(me) = &self.me else { return Ok(()) };
        let inner = &self.store.inner;
        // What waits in memory since they were in before may name it.
        if !locked(&inner.been_in).insert(me.clone()) {
            return Ok(());
        }
        let today = inner.clock.now().date();
        let due = inner.folder.loose_by(today);
        if due.is_empty() || inner.folder.has_journals() {
            return Ok(());
        }
        let (there, gone) = (inner.folder.names()?, self.files_gone());
        let mut mine = Vec::new();
        for file in due {
            if there.contains(&file) {
                mine.extend(self.own_space_of(&file).map(|space| (Some(space), file)));
            } else if gone.contains(&file) {
                // What names it may be left.
                mine.push((None, file));
            } else {
                // It never got its name.
                inner.folder.is_not_loose(&file);
            }
        }
        if mine.is_empty() || !self.holds(me).is_empty() {
            return Ok(());
        }
        let states = self.states()?;
        if !states.newer.is_empty() || inner.folder.is_damaged() {
            return Ok(());
        }
        let (mut sounds, mut names, mut documents) = (HashSet::new(), HashSet::new(), Vec::new());
        for (space, file) in mine {
            match self.judged((&file, space.as_ref()), (me, &states))? {
                Verdict::Stays => inner.folder.is_not_loose(&file),
                Verdict::Later => inner.folder.may_be_loose(&file, again(today))?,
                Verdict::Goes { names: own, document } => {
                    names.extend(own);
                    documents.push(document);
                    let _ = sounds.insert(file);
                }
            }
        }
        if sounds.is_empty() {
            return Ok(());
        }
        let all: HashSet<_> = sounds.union(&names).cloned().collect();
        locked(&self.catalogue).forget(&all, |_| false);
        // What is cut off is written in the log twice, and not never.
        for document in documents {
            self.note_down(Did::Deleted, document, Some(me.clone()));
        }
        self.say_that_they_go(&all)?;
        inner.folder.remove(&sounds)?;
        inner.folder.remove(&names)?;
        sounds.iter().for_each(|file| inner.folder.is_not_loose(file));
        Ok(())
    }

    /// The space for which a file is sealed, where it can be read and is this person's own.
    fn own_space_of(&self, file: &str) -> Option<Space> {
        let sealed = self.store.inner.folder.sound(file)?;
        let own = self.keys.iter().filter(|(space, _)| self.me.as_ref().is_some_and(|me| is_own(space, me)));
        let (space, _) = seal::open(own.map(|(space, key)| (space, key)), &sealed)?;
        Some(space.clone())
    }

    fn judged(
        &self,
        (file, space): (&str, Option<&Space>),
        (me, states): (&PersonId, &States),
    ) -> Result<Verdict, Problem> {
        let all = || states.known.iter();
        let followed: HashSet<Name> =
            all().flat_map(|state| &state.revision.parents).filter_map(|at| number(at)).collect();
        let is_now = |state: &State| number(&state.file).is_some_and(|name| !followed.contains(&name));
        let say: Vec<_> =
            all().filter(|state| sealed_of(&state.revision.body, me).is_some_and(|(of, _)| of == file)).collect();
        let mut matters: Vec<&State> = say.clone();
        let (mut names, mut document) = (HashSet::new(), None);
        if let Some(first) = say.first() {
            let known_as = say.iter().map(|state| sealed_of(&state.revision.body, me)?.1);
            let all_names: Option<HashSet<_>> = known_as.collect();
            let Some(id) = all_names.filter(|names| names.len() == 1).and_then(|names| names.into_iter().next()) else {
                return Ok(Verdict::Stays);
            };
            // Where its own document has another file by now, nobody hears or sees this one.
            if say.iter().any(|state| is_now(state)) {
                let own = &first.revision.doc;
                let others = || all().filter(|state| state.revision.doc != *own);
                let mention: Vec<_> = others().filter(|state| mentions(&state.revision.body, id)).collect();
                if mention.iter().any(|state| !lets_go(&state.revision.body)) {
                    return Ok(Verdict::Stays);
                }
                if mention.iter().any(|state| is_now(state) && !is_removed(&state.revision.body)) {
                    return Ok(Verdict::Later);
                }
                // When a document let go of it is known from the state that did.
                let of: HashSet<_> = mention.iter().map(|state| &state.revision.doc).collect();
                matters.extend(mention);
                matters.extend(others().filter(|state| of.contains(&state.revision.doc)));
            }
            names.extend(say.iter().map(|state| state.file.clone()));
            document = Some(first.revision.doc.clone());
        } else {
            // What names it would lie in the space for which it is sealed: who does not read all of that cannot know.
            let Some(space) = space else { return Ok(Verdict::Later) };
            if !locked(&self.store.inner.keys).is_reader(me, space) {
                return Ok(Verdict::Later);
            }
        }
        let folder = &self.store.inner.folder;
        if matters.iter().any(|state| state.revision.device != folder.device) {
            return Ok(Verdict::Later);
        }
        let last = matters.iter().filter_map(|state| number(&state.file)).chain(number(file)).max();
        let today = self.store.inner.clock.now().date();
        // A sound that has gone has no place among the files any more.
        let last = last.filter(|last| space.is_some() || Some(*last) != number(file));
        match last {
            Some(last) if folder.is_long_ago(last, today)? => Ok(Verdict::Goes { names, document }),
            _ => Ok(Verdict::Later),
        }
    }
}

/// Whether anything in a document names a sound or a photo. The log is about documents, and needs none of them.
fn mentions(record: &Record, name: &str) -> bool {
    if matches!(record, Record::Audit(_) | Record::FilesGone(_)) {
        return false;
    }
    // What cannot be looked through may name anything.
    ron::ser::to_string(record).map_or(true, |text| text.contains(name))
}
