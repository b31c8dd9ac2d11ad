//! What has become of a debrief: every change is a step that is added, never erased.
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::debrief::{ClipId, DebriefId};
use super::person::PersonId;

/// What happened to a debrief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum What {
    /// The worker sent it.
    Sent,
    /// The worker took it back, before the practitioner began.
    TakenBack,
    /// A practitioner opened it, and writes the note.
    Read,
    /// The note is in the patient record.
    InRecord {
        /// The record system, as the practitioner named it.
        system: String,
        /// The mark of the note's words: what the worker hears is what is in the record, letter for letter.
        mark: String,
        /// Whether this puts right an earlier entry.
        correction: bool,
    },
    /// The practitioner said of the note that is in the record: it is accurate and adequate.
    Adequate {
        /// The mark of the note's words.
        mark: String,
    },
    /// The worker heard the note, and said whether it is right.
    Heard {
        /// What the worker said of it.
        verdict: Verdict,
        /// What is wrong, in the worker's voice.
        clip: Option<ClipId>,
        /// What is wrong, typed.
        words: Option<String>,
        /// The headings of the note that the worker pointed at.
        headings: Vec<String>,
        /// The mark of the words that were heard.
        mark: String,
    },
}

/// What the worker says of the note.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Verdict {
    /// It is right.
    Right,
    /// Something is wrong.
    Wrong,
    /// The worker does not get it.
    DontGetIt,
}

/// One step of a story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryStep {
    /// The debrief.
    pub debrief: DebriefId,
    /// Its worker, whose folder the step lies in.
    pub worker: PersonId,
    /// Who did it.
    pub by: PersonId,
    /// When.
    pub at: DateTime,
    /// What.
    pub what: What,
}

/// Where a story is, for everyone who may see it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Story {
    /// When it was sent.
    pub sent: Option<DateTime>,
    /// Who reads it, since when.
    pub read: Option<(PersonId, DateTime)>,
    /// Who put it in the record, when, in which system.
    pub in_record: Option<(PersonId, DateTime, String)>,
    /// The mark of the words in the record.
    pub mark: Option<String>,
    /// When the practitioner said that these words are accurate and adequate.
    pub adequate: Option<DateTime>,
    /// What the worker said of the note, and when.
    pub heard: Option<(Verdict, DateTime)>,
    /// What the worker said is wrong, while it has not been put right.
    pub wrong: Option<What>,
}

impl Story {
    /// Follows the steps of one debrief in their order.
    pub fn of<'s>(steps: impl IntoIterator<Item = &'s StoryStep>) -> Self {
        let mut story = Self::default();
        for step in steps {
            story.follow(step);
        }
        story
    }

    /// Takes in one more step.
    pub fn follow(&mut self, step: &StoryStep) {
        match &step.what {
            What::Sent => *self = Self { sent: Some(step.at), ..Self::default() },
            // Too late once somebody reads it.
            What::TakenBack if self.read.is_none() => *self = Self::default(),
            What::TakenBack => {}
            What::Read if self.read.is_none() => self.read = Some((step.by.clone(), step.at)),
            What::Read => {}
            What::InRecord { system, mark, .. } => {
                self.in_record = Some((step.by.clone(), step.at, system.clone()));
                // Other words than the worker heard must be heard again.
                if self.mark.as_ref() != Some(mark) {
                    self.heard = None;
                    self.wrong = None;
                    self.adequate = None;
                }
                self.mark = Some(mark.clone());
            }
            What::Adequate { mark } if self.mark.as_ref() == Some(mark) => self.adequate = Some(step.at),
            What::Adequate { .. } => {}
            What::Heard { verdict, mark, .. } if self.mark.as_ref() == Some(mark) => {
                self.heard = Some((*verdict, step.at));
                self.wrong = (*verdict != Verdict::Right).then(|| step.what.clone());
            }
            What::Heard { .. } => {}
        }
    }

    /// Whether the worker may still take it back.
    #[must_use]
    pub fn can_be_taken_back(&self) -> bool {
        self.sent.is_some() && self.read.is_none()
    }

    /// Whether the worker has something to hear.
    #[must_use]
    pub fn waits_to_be_heard(&self) -> bool {
        self.in_record.is_some() && self.heard.is_none()
    }
}

/// What happened to a worry, beside its telling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ConcernWhat {
    /// The worker told a person.
    ToldPerson,
    /// The lead has seen it.
    Seen,
    /// The lead wrote what was done.
    Done(String),
}

/// One step of a worry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConcernStep {
    /// The debrief it is from.
    pub debrief: DebriefId,
    /// The worker who is worried.
    pub worker: PersonId,
    /// Who did it.
    pub by: PersonId,
    /// When.
    pub at: DateTime,
    /// What.
    pub what: ConcernWhat,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(minute: i8, what: What) -> StoryStep {
        StoryStep {
            debrief: DebriefId("d".to_owned()),
            worker: PersonId("sam".to_owned()),
            by: PersonId("erin".to_owned()),
            at: jiff::civil::datetime(2026, 3, 3, 14, minute, 0, 0),
            what,
        }
    }

    fn in_record(mark: &str) -> What {
        What::InRecord { system: "RiO".to_owned(), mark: mark.to_owned(), correction: false }
    }

    fn heard(verdict: Verdict, mark: &str) -> What {
        What::Heard { verdict, clip: None, words: None, headings: Vec::new(), mark: mark.to_owned() }
    }

    fn story(whats: Vec<What>) -> Story {
        let steps: Vec<_> = whats.into_iter().zip(0..).map(|(what, minute)| step(minute, what)).collect();
        Story::of(&steps)
    }

    #[test]
    fn it_can_be_taken_back_until_somebody_reads_it() {
        assert!(story(vec![What::Sent]).can_be_taken_back());
        assert!(story(vec![What::Sent, What::TakenBack]).sent.is_none());
        let late = story(vec![What::Sent, What::Read, What::TakenBack]);
        assert!(late.sent.is_some() && !late.can_be_taken_back());
    }

    #[test]
    fn other_words_in_the_record_must_be_heard_again() {
        let agreed = story(vec![What::Sent, What::Read, in_record("a"), heard(Verdict::Right, "a")]);
        assert!(!agreed.waits_to_be_heard());
        let changed = story(vec![What::Sent, What::Read, in_record("a"), heard(Verdict::Wrong, "a"), in_record("b")]);
        assert!(changed.waits_to_be_heard());
        assert_eq!(changed.wrong, None);
    }

    #[test]
    fn accurate_and_adequate_is_said_of_these_words_only() {
        let adequate = |mark: &str| What::Adequate { mark: mark.to_owned() };
        assert!(story(vec![What::Sent, in_record("a"), adequate("a")]).adequate.is_some());
        assert!(story(vec![What::Sent, in_record("a"), adequate("a"), in_record("b")]).adequate.is_none());
        assert!(story(vec![What::Sent, adequate("b"), in_record("b")]).adequate.is_none());
    }

    #[test]
    fn a_verdict_on_other_words_does_not_count() {
        let story = story(vec![What::Sent, What::Read, in_record("b"), heard(Verdict::Right, "a")]);
        assert!(story.waits_to_be_heard());
    }
}
