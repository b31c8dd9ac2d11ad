//! The life of a recording as it can be told from what is stored: each thing that was saved is a moment that the app
//! saw, and some of them matter to how long the recording is kept.
use jiff::civil::DateTime;

use super::{Event, Retention};
use crate::domain::story::{Story, StoryStep, Verdict, What};

/// What was saved at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// Something that does not matter to this recording: only that the app was there.
    Seen,
    /// A step of its story.
    Step(StoryStep),
    /// A worry of its story, or a later state of it.
    Worry,
    /// The lead wrote what was done about the worry.
    WorryDone,
    /// All that the worker told is held, or not any more.
    HoldAll(bool),
    /// The story is held, or not any more.
    HoldStory(bool),
}

/// A moment: which computer saw it, what its clock said, and what was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment<'a> {
    /// The computer.
    pub device: &'a str,
    /// The time by its clock.
    pub at: DateTime,
    /// What was saved.
    pub fact: Fact,
}

/// Follows the moments in which something was saved. Each computer's own must come in the order in which it saved
/// them; which computer comes first does not matter to the time, for time counts only between moments of one clock.
#[derive(Debug, Clone, Default)]
pub struct Life {
    retention: Retention,
    story: Story,
    device: Option<String>,
    worry: bool,
    held: (bool, bool),
}

impl Life {
    /// The life of a recording, told from all its moments.
    pub fn of<'a>(moments: impl IntoIterator<Item = Moment<'a>>) -> Self {
        let mut life = Self::default();
        for moment in moments {
            life.take(&moment);
        }
        life
    }

    /// What the rule says.
    #[must_use]
    pub fn retention(&self) -> &Retention {
        &self.retention
    }

    /// Takes in the next moment.
    pub fn take(&mut self, Moment { device, at, fact }: &Moment<'_>) {
        if self.device.as_deref() != Some(device) {
            self.retention.change_clock();
            self.device = Some((*device).to_owned());
        }
        let at = *at;
        match fact {
            Fact::Seen => self.retention.follow(at, Event::Seen),
            Fact::Step(step) => self.step(at, step),
            // A worry grows while it is told, and is saved once more when the story is sent.
            Fact::Worry if self.worry => self.retention.follow(at, Event::Seen),
            Fact::Worry => {
                self.worry = true;
                self.retention.follow(at, Event::Worry);
            }
            Fact::WorryDone => {
                self.worry = true;
                self.retention.follow(at, Event::WorryDone);
            }
            Fact::HoldAll(on) => self.hold(at, (*on, self.held.1)),
            Fact::HoldStory(on) => self.hold(at, (self.held.0, *on)),
        }
    }

    fn hold(&mut self, at: DateTime, held: (bool, bool)) {
        self.held = held;
        self.retention.follow(at, if held.0 || held.1 { Event::Hold } else { Event::Lift });
    }

    fn step(&mut self, at: DateTime, step: &StoryStep) {
        self.story.follow(step);
        let is_said_of = |mark: &String| self.story.mark.as_ref() == Some(mark);
        let event = match &step.what {
            What::InRecord { .. } => Event::InRecord,
            What::Adequate { mark } if is_said_of(mark) => Event::Adequate,
            What::Heard { verdict: Verdict::Right, mark, .. } if is_said_of(mark) => Event::Right,
            // Who does not get it has not said that it is right.
            What::Heard { mark, .. } if is_said_of(mark) => Event::Wrong,
            _ => Event::Seen,
        };
        self.retention.follow(at, event);
        if self.story.in_record.is_none() {
            self.retention.begin_anew();
        }
        // The same words once more do not put right what is wrong with them.
        if event == Event::InRecord && self.story.wrong.is_some() {
            self.retention.follow(at, Event::Wrong);
        }
    }
}

#[cfg(test)]
mod tests;
