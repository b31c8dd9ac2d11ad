//! When a recording may be deleted, and what forbids it.
//!
//! The sound is needed no more once a person's words stand in the patient record as an accurate and adequate summary
//! (NHS Records Management Code of Practice, appendix III, audio and visual records; vault design, section 5).
//! Then it is kept for 30 days more, in case something is found to be wrong. A worry that is open or a hold forbids
//! it for as long as they last.
//!
//! No clock is trusted with this. Time counts only between two moments that the app itself saw, no more than a day
//! apart by the clock: a clock that jumps further adds nothing, whether it jumps forward or back, and neither does a
//! weekend with the computer off. So 30 days are reached later than by the calendar, and never sooner.
pub mod life;

use jiff::SignedDuration;
use jiff::civil::DateTime;

/// How long a recording is kept after all is done, in days (vault design, section 5: "grace 30 d").
pub const GRACE_DAYS: i64 = 30;
/// The longest time between two moments that still counts, in hours (vault design, section 5: never deletes if the
/// clock jumped by more than 24 h).
pub const LONGEST_GAP_HOURS: i64 = 24;

/// Something that matters to how long a recording is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Event {
    /// The app runs: a moment that it saw. Nothing else need have happened.
    Seen,
    /// The note is in the record, or another one is.
    InRecord,
    /// The practitioner says of the note that is in the record: it is accurate and adequate.
    Adequate,
    /// The worker says that the note is wrong.
    Wrong,
    /// The worker says that the note is right.
    Right,
    /// There is a worry about this visit.
    Worry,
    /// The lead wrote what was done about it.
    WorryDone,
    /// A supervisor forbids deletion.
    Hold,
    /// A supervisor lifts the hold.
    Lift,
}

/// What forbids deletion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Forbidden {
    /// The note is not in the record.
    NotInRecord,
    /// Nobody said that the record is accurate and adequate.
    NotAdequate,
    /// The worker said that the note is wrong, and it has not been put right.
    Wrong,
    /// There is a worry.
    Worry,
    /// There is a hold.
    Hold,
    /// The days have not passed.
    TooSoon,
}

/// What is known of one recording. Follows what happened, in the order in which it was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Retention {
    in_record: bool,
    adequate: bool,
    wrong: bool,
    worry: bool,
    hold: bool,
    /// The last moment that was seen.
    last: Option<DateTime>,
    /// How much time has counted since all was done.
    counted: SignedDuration,
}

impl Retention {
    /// Takes in what happened, and when by the clock of the computer.
    pub fn follow(&mut self, at: DateTime, event: Event) {
        if let Some(last) = self.last.filter(|_| self.is_done()) {
            let gap = last.duration_until(at);
            if gap.is_positive() && gap <= SignedDuration::from_hours(LONGEST_GAP_HOURS) {
                self.counted += gap;
            }
        }
        self.last = Some(at);
        match event {
            Event::Seen => {}
            // What was said of an earlier note was not said of this one.
            Event::InRecord => (self.in_record, self.adequate, self.wrong) = (true, false, false),
            Event::Adequate => self.adequate = self.in_record,
            Event::Wrong => self.wrong = true,
            Event::Right => self.wrong = false,
            Event::Worry => self.worry = true,
            Event::WorryDone => self.worry = false,
            Event::Hold => self.hold = true,
            Event::Lift => self.hold = false,
        }
        if !self.is_done() {
            self.counted = SignedDuration::ZERO;
        }
    }

    /// What comes next happened on another computer, and clocks differ: the time until then does not count.
    pub fn change_clock(&mut self) {
        self.last = None;
    }

    /// The story is told anew: what was said of its note before was said of another. Worries and holds stay.
    pub fn begin_anew(&mut self) {
        (self.in_record, self.adequate, self.wrong, self.counted) = (false, false, false, SignedDuration::ZERO);
    }

    /// How many whole days have counted since all was done.
    #[must_use]
    pub fn days(&self) -> i64 {
        self.counted.as_hours() / 24
    }

    /// Whether the days count: the words are in the record, accurate and adequate, and nobody says otherwise.
    fn is_done(&self) -> bool {
        self.in_record && self.adequate && !self.wrong
    }

    /// Whether the recording may be deleted now.
    ///
    /// # Errors
    /// The first thing that forbids it.
    pub fn may_delete(&self) -> Result<(), Forbidden> {
        match self {
            Self { hold: true, .. } => Err(Forbidden::Hold),
            Self { worry: true, .. } => Err(Forbidden::Worry),
            Self { in_record: false, .. } => Err(Forbidden::NotInRecord),
            Self { wrong: true, .. } => Err(Forbidden::Wrong),
            Self { adequate: false, .. } => Err(Forbidden::NotAdequate),
            Self { counted, .. } if *counted < SignedDuration::from_hours(24 * GRACE_DAYS) => Err(Forbidden::TooSoon),
            Self { .. } => Ok(()),
        }
    }
}

#[cfg(test)]
mod dice;
#[cfg(test)]
mod tests;
