//! The log of who looked at what: entries in a chain, each with the mark of the one before it.
//!
//! It never holds what was looked at, only who did what, to which document, and when. A chain shows whether an entry
//! was taken out, changed, moved or put in twice; its end shows whether the last ones were cut off. It cannot show
//! that somebody who holds the keys of this computer wrote a whole new chain: then the old one ends, and a new one
//! begins, which is shown.
use std::collections::BTreeMap;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::person::PersonId;
use super::record::Record;
use super::story::ConcernWhat;

/// What somebody did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Did {
    /// Nobody did anything: the chain begins here.
    Began,
    /// Came in.
    CameIn,
    /// Let somebody else in who could not come in alone.
    LetIn,
    /// Opened a document of somebody else.
    Opened,
    /// Heard the voice of somebody else.
    Heard,
    /// Changed a document that others read.
    Changed,
    /// Copied a note, to paste it into the record system.
    Copied,
    /// Took documents out of the app.
    Exported,
    /// Made a copy of everything.
    BackedUp,
    /// Deleted something for good.
    Deleted,
    /// Added somebody to the team.
    Added,
    /// Wrote down that somebody left the team.
    Left,
    /// Changed what somebody does, or who helps them.
    ChangedHelp,
    /// Let a computer into the team.
    LetComputerIn,
    /// Held something: it may not be deleted or erased.
    Held,
    /// Ended a hold.
    Lifted,
    /// Asked somebody else to agree to erase something.
    AskedToErase,
    /// Did not agree to erase something.
    KeptAll,
    /// Agreed to erase something, and it was.
    Erased,
}

/// Something that somebody did, before it has its place in the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doing {
    /// When, by the clock of this computer.
    pub at: DateTime,
    /// Who.
    pub by: Option<PersonId>,
    /// What they did.
    pub did: Did,
    /// To which document: its name, as in [`Record::document`].
    pub document: Option<String>,
    /// Whose document it is, or who it is about.
    pub whose: Option<PersonId>,
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Names the chain. Each computer has its own, and begins another if it has lost the end of its last one.
    pub chain: String,
    /// Its place in the chain, from 0.
    pub number: u64,
    /// The mark of the entry before it; nothing for the first.
    pub before: String,
    /// When, by the clock of that computer.
    pub at: DateTime,
    /// Who; nobody where a chain begins.
    pub by: Option<PersonId>,
    /// What they did.
    pub did: Did,
    /// To which document.
    pub document: Option<String>,
    /// Whose document it is.
    pub whose: Option<PersonId>,
}

/// Where a chain ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// The chain.
    pub chain: String,
    /// The number of its last entry.
    pub number: u64,
    /// The mark of its last entry.
    pub mark: String,
}

/// What is wrong with a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flaw {
    /// An entry that was there is not there.
    Missing,
    /// Two entries stand in one place.
    Repeated,
    /// An entry is not the one that was written, or there is one that was not.
    Altered,
}

impl Entry {
    /// The first entry of a new chain.
    #[must_use]
    pub fn first(chain: String, at: DateTime) -> Self {
        let before = String::new();
        Self { chain, number: 0, before, at, by: None, did: Did::Began, document: None, whose: None }
    }

    /// The entry that comes after this end.
    #[must_use]
    pub fn after(end: &End, doing: Doing) -> Self {
        let Doing { at, by, did, document, whose } = doing;
        let (chain, before) = (end.chain.clone(), end.mark.clone());
        Self { chain, number: end.number + 1, before, at, by, did, document, whose }
    }

    /// The chain as it ends with this entry.
    #[must_use]
    pub fn end(&self) -> End {
        End { chain: self.chain.clone(), number: self.number, mark: self.mark() }
    }

    /// Its mark: the BLAKE3 hash of all that it says, in hexadecimal.
    #[must_use]
    pub fn mark(&self) -> String {
        // Nothing in an entry can fail to be written.
        let text = ron::ser::to_string(self).unwrap_or_default();
        blake3::hash(text.as_bytes()).to_hex().to_string()
    }
}

/// Whether a log is whole: every chain from its beginning, each entry as it was written, up to the end that is known.
///
/// # Errors
/// The first thing that is wrong with it.
pub fn check(entries: &[Entry], end: Option<&End>) -> Result<(), Flaw> {
    let mut chains: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for entry in entries {
        chains.entry(&entry.chain).or_default().push(entry);
    }
    for chain in chains.values_mut() {
        chain.sort_by_key(|entry| entry.number);
        check_chain(chain)?;
    }
    let Some(end) = end else { return Ok(()) };
    let last = chains.get(end.chain.as_str()).and_then(|chain| chain.last()).ok_or(Flaw::Missing)?;
    match last.number.cmp(&end.number) {
        std::cmp::Ordering::Less => Err(Flaw::Missing),
        std::cmp::Ordering::Equal if last.mark() == end.mark => Ok(()),
        _ => Err(Flaw::Altered),
    }
}

fn check_chain(chain: &[&Entry]) -> Result<(), Flaw> {
    let mut before = String::new();
    for (place, entry) in (0_u64..).zip(chain) {
        match entry.number.cmp(&place) {
            std::cmp::Ordering::Less => return Err(Flaw::Repeated),
            std::cmp::Ordering::Greater => return Err(Flaw::Missing),
            std::cmp::Ordering::Equal => {}
        }
        if entry.before != before || (place == 0) != (entry.did == Did::Began) {
            return Err(Flaw::Altered);
        }
        before = entry.mark();
    }
    Ok(())
}

/// How many chains there are: more than one for a computer means that the log was begun again.
#[must_use]
pub fn chains(entries: &[Entry]) -> usize {
    entries.iter().filter(|entry| entry.did == Did::Began).count()
}

/// Puts a log in the order in which it is read: the chain that was begun last first, and in it the newest first.
pub fn newest_first(entries: &mut [Entry]) {
    let began: Vec<_> = entries.iter().filter(|entry| entry.did == Did::Began).cloned().collect();
    let begun = |entry: &Entry| began.iter().find(|first| first.chain == entry.chain).map(|first| first.at);
    entries.sort_by(|one, other| {
        let chains = begun(other).cmp(&begun(one)).then_with(|| other.chain.cmp(&one.chain));
        chains.then(other.number.cmp(&one.number))
    });
}

/// What saving this document is in the log. Most is nobody else's business while it is only its author's.
#[must_use]
pub fn of_saving(record: &Record) -> Option<(Did, PersonId)> {
    match record {
        Record::Note(note) => Some((Did::Changed, note.worker.clone())),
        Record::Plan(plan) => Some((Did::Changed, plan.worker.clone())),
        Record::Ward(ward) => Some((Did::Changed, ward.person.clone())),
        Record::WayAnswered(answered) => Some((Did::Changed, answered.worker.clone())),
        Record::ConcernStep(step) if step.what != ConcernWhat::ToldPerson => Some((Did::Changed, step.worker.clone())),
        Record::Hold(hold) => Some((if hold.on { Did::Held } else { Did::Lifted }, hold.worker.clone())),
        Record::EraseAsked(request) => Some((Did::AskedToErase, request.worker.clone())),
        Record::EraseRefused(refusal) => Some((Did::KeptAll, refusal.worker.clone())),
        Record::Erased(erasure) => Some((Did::Erased, erasure.request.worker.clone())),
        Record::RecordingGone(gone) => Some((Did::Deleted, gone.worker.clone())),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
