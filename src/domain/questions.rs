//! The questions of a debrief: their streams, their answers, and whether a voice can answer.
//!
//! The set is the core set, the worry route and the questions after the note of the debrief design,
//! where the words were tried for reading age. Their words and pictures are in `locales/`, by the
//! same short names: `b4`, `b4-talked`.
use serde::{Deserialize, Serialize};

/// Who an answer is for. The three never mix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Stream {
    /// About the visit: for the practitioner, who writes it in the record.
    Visit,
    /// About me, the worker: only for those that the worker chooses.
    Me,
    /// A worry: always for the lead.
    Safety,
}

/// How many answers may be picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// Just one.
    One,
    /// As many as fit, up to this number.
    UpTo(usize),
    /// None: it is only read, and pressed on.
    Read,
}

/// A question of the telling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Ask {
    /// How do you want to tell us?
    S0,
    /// Are you safe now?
    A1,
    /// How do you feel now?
    A2,
    /// Who did you see?
    B1,
    /// What are their first letters? Only after one person.
    B1Letters,
    /// When did you see them?
    B2,
    /// Which day? Only after another day.
    B2Day,
    /// What did you do with them?
    B4,
    /// What went well?
    B5,
    /// What was hard?
    B6,
    /// What did they say they want?
    B8,
    /// Are you worried about someone?
    C1,
    /// Thank you. We cannot keep this a secret.
    W0,
    /// Is someone in danger now?
    W1,
    /// Ring 999 now.
    W1Ring999,
    /// Ring your lead now: they decide on 999.
    W1RingLead,
    /// Who are you worried about?
    W2,
    /// What did you see or hear?
    W3,
    /// Do they know you will tell us?
    W4,
    /// Who have you told?
    W5,
    /// You need to tell a person today.
    W6,
    /// This is saved. It has not been seen yet.
    W7,
    /// What will happen next?
    D1,
    /// Does the team need to know today?
    D2,
    /// What do you need now?
    E2,
}

/// All that is fixed about a question.
#[derive(Debug, Clone, Copy)]
pub struct Question {
    /// The question.
    pub ask: Ask,
    /// Its short name: the key of its words.
    pub key: &'static str,
    /// Who its answer is for; `None` where it only steers.
    pub stream: Option<Stream>,
    /// How many answers may be picked.
    pub pick: Pick,
    /// The names of its answers. Their words are `key-answer`.
    pub tiles: &'static [&'static str],
    /// Whether a voice, or typed words, can answer too.
    pub voice: bool,
}

const fn question(ask: Ask, key: &'static str, stream: Option<Stream>) -> Question {
    Question { ask, key, stream, pick: Pick::One, tiles: &[], voice: false }
}

impl Question {
    const fn one(self, tiles: &'static [&'static str]) -> Self {
        Self { pick: Pick::One, tiles, ..self }
    }

    const fn some(self, most: usize, tiles: &'static [&'static str]) -> Self {
        Self { pick: Pick::UpTo(most), tiles, ..self }
    }

    const fn read(self) -> Self {
        Self { pick: Pick::Read, ..self }
    }

    const fn or_voice(self) -> Self {
        Self { voice: true, ..self }
    }
}

use Stream::{Me, Safety, Visit};

/// Every question. On questions of safety the answer that must not be missed stands last.
pub const QUESTIONS: &[Question] = &[
    question(Ask::S0, "s0", None).one(&["voice", "pictures", "both", "not-now"]),
    question(Ask::A1, "a1", Some(Me)).one(&["safe", "not-sure", "help"]),
    question(Ask::A2, "a2", Some(Me)).one(&["good", "middle", "bad"]).or_voice(),
    question(Ask::B1, "b1", Some(Visit)).one(&["one", "group", "no-one"]),
    question(Ask::B1Letters, "b1-letters", Some(Visit)).read(),
    question(Ask::B2, "b2", Some(Visit)).one(&["today", "yesterday", "other"]),
    question(Ask::B2Day, "b2-day", Some(Visit)).one(&[]),
    question(Ask::B4, "b4", Some(Visit)).some(6, &["talked", "liked", "out", "doctor", "easy-read"]).or_voice(),
    question(Ask::B5, "b5", Some(Visit)).some(6, &["say", "new", "calm", "laugh", "found-out"]).or_voice(),
    question(Ask::B6, "b6", Some(Visit)).some(6, &["talk", "loud", "upset", "lost", "bad", "nothing"]).or_voice(),
    question(Ask::B8, "b8", Some(Visit)).one(&["told", "not-said"]).or_voice(),
    question(Ask::C1, "c1", Some(Safety)).one(&["no", "not-sure", "yes"]),
    question(Ask::W0, "w0", Some(Safety)).read(),
    question(Ask::W1, "w1", Some(Safety)).one(&["no", "not-sure", "yes"]),
    question(Ask::W1Ring999, "w1-999", Some(Safety)).read(),
    question(Ask::W1RingLead, "w1-lead", Some(Safety)).read(),
    question(Ask::W2, "w2", Some(Safety)).one(&["seen", "child", "other", "me"]).or_voice(),
    question(Ask::W3, "w3", Some(Safety))
        .some(8, &["hurt", "scared", "shouted", "not-cared", "money", "touched", "self-harm"])
        .or_voice(),
    question(Ask::W4, "w4", Some(Safety)).one(&["yes", "no", "not-sure"]),
    question(Ask::W5, "w5", Some(Safety)).one(&["no-one", "lead", "team", "other"]),
    question(Ask::W6, "w6", Some(Safety)).read(),
    question(Ask::W7, "w7", Some(Safety)).read(),
    question(Ask::D1, "d1", Some(Visit)).some(4, &["again", "they", "i", "team", "nothing"]).or_voice(),
    question(Ask::D2, "d2", Some(Visit)).one(&["wait", "not-sure", "today"]),
    question(Ask::E2, "e2", Some(Me)).some(2, &["break", "food", "talk", "job", "home", "nothing"]).or_voice(),
];

impl Ask {
    /// All that is fixed about it.
    #[must_use]
    pub fn question(self) -> &'static Question {
        QUESTIONS.iter().find(|question| question.ask == self).unwrap_or(&QUESTIONS[0])
    }

    /// Its short name: the key of its words.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.question().key
    }

    /// Who its answer is for.
    #[must_use]
    pub fn stream(self) -> Option<Stream> {
        self.question().stream
    }

    /// Whether it is part of the worry route.
    #[must_use]
    pub fn is_worry(self) -> bool {
        matches!(
            self,
            Self::W0
                | Self::W1
                | Self::W1Ring999
                | Self::W1RingLead
                | Self::W2
                | Self::W3
                | Self::W4
                | Self::W5
                | Self::W6
                | Self::W7
        )
    }

    /// The key of the words of one of its answers.
    #[must_use]
    pub fn tile_key(self, tile: &str) -> String {
        format!("{}-{tile}", self.key())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_is_in_the_list_once() {
        for question in QUESTIONS {
            let same = QUESTIONS.iter().filter(|other| other.ask == question.ask || other.key == question.key);
            assert_eq!(same.count(), 1, "{}", question.key);
        }
    }

    #[test]
    fn on_questions_of_safety_the_answer_that_must_not_be_missed_is_last() {
        for (ask, last) in [(Ask::A1, "help"), (Ask::C1, "yes"), (Ask::W1, "yes"), (Ask::D2, "today")] {
            assert_eq!(ask.question().tiles.last(), Some(&last));
        }
    }
}
