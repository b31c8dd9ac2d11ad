//! Another way to get there: a worker asks for it, and somebody who helps them answers. Nothing is promised before.
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Serialize};

use super::person::PersonId;
use super::place::PlaceId;

/// Names what somebody asked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct AskId(pub String);

/// Another way than by bus or train.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum OtherWay {
    /// Somebody comes along.
    WithSomeone,
    /// By taxi.
    Taxi,
    /// Somebody of the team drives.
    Lift,
    /// Nobody goes: they meet online.
    Online,
}

impl OtherWay {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::WithSomeone, Self::Taxi, Self::Lift, Self::Online];
}

/// Why a worker asks for another way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Because {
    /// They have not been there before.
    NewPlace,
    /// There are too many changes.
    Changes,
    /// The bus is full at that time.
    FullBus,
    /// There is no bus.
    NoBus,
    /// They do not feel well.
    FeelBad,
    /// Something else.
    Else,
}

impl Because {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] = [Self::NewPlace, Self::Changes, Self::FullBus, Self::NoBus, Self::FeelBad, Self::Else];
}

/// Why it is not possible this time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum WhyNot {
    /// Nobody is free then.
    NobodyFree,
    /// There is too little time left.
    TooLate,
    /// The bus, and somebody to practise with.
    TryTheBus,
    /// It is told in person.
    InPerson,
}

impl WhyNot {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::NobodyFree, Self::TooLate, Self::TryTheBus, Self::InPerson];
}

/// A worker asks for another way to get somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayAsked {
    /// Its name.
    pub id: AskId,
    /// Who asks.
    pub worker: PersonId,
    /// From where.
    pub from: Option<PlaceId>,
    /// To where.
    pub to: PlaceId,
    /// When to be there.
    pub by: DateTime,
    /// Which way.
    pub way: OtherWay,
    /// Why, if they said so.
    pub because: Option<Because>,
    /// When they asked.
    pub at: DateTime,
    /// Whether they took it back.
    #[serde(default)]
    pub taken_back: bool,
    /// When the answer was given that they have read last.
    #[serde(default)]
    pub read: Option<DateTime>,
}

/// What somebody answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// It is arranged.
    Arranged {
        /// With whom, or with which firm, in the words of who arranged it.
        who: String,
        /// When they come, or when it begins.
        time: Time,
    },
    /// They want to talk first.
    TalkFirst,
    /// Not this time.
    No(WhyNot),
}

/// An answer to what a worker asked. A later one counts in place of an earlier one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WayAnswered {
    /// To what.
    pub ask: AskId,
    /// Who asked.
    pub worker: PersonId,
    /// What.
    pub answer: Answer,
    /// Who answers.
    pub by: PersonId,
    /// When.
    pub at: DateTime,
}

/// What a worker asked, and the answer that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// What was asked.
    pub asked: WayAsked,
    /// The answer, if there is one.
    pub answer: Option<WayAnswered>,
}

impl Request {
    /// What was asked, with the newest of the answers to it.
    #[must_use]
    pub fn of(asked: WayAsked, answers: &[WayAnswered]) -> Self {
        let own = answers.iter().filter(|answer| answer.ask == asked.id);
        let answer = own.max_by_key(|answer| answer.at).cloned();
        Self { asked, answer }
    }

    /// Whether it is still to come, and was not taken back.
    #[must_use]
    pub fn counts(&self, today: Date) -> bool {
        !self.asked.taken_back && self.asked.by.date() >= today
    }

    /// Whether somebody has to answer it.
    #[must_use]
    pub fn waits(&self, today: Date) -> bool {
        self.counts(today) && self.answer.is_none()
    }

    /// Whether the worker can take it back: nobody has answered.
    #[must_use]
    pub fn can_be_taken_back(&self, today: Date) -> bool {
        self.waits(today)
    }

    /// Whether there is an answer that the worker has not read.
    #[must_use]
    pub fn is_news(&self, today: Date) -> bool {
        let answered = self.answer.as_ref().map(|answer| answer.at);
        self.counts(today) && answered.is_some() && self.asked.read < answered
    }
}

/// A time as people type it: "9", "9:30", "9.30", "9:30 am", "2 pm", "1430".
#[must_use]
pub fn typed_time(typed: &str) -> Option<Time> {
    let typed = typed.trim().to_lowercase().replace(' ', "");
    let (rest, half) = match () {
        () if typed.ends_with("am") => (typed.trim_end_matches("am"), Some(false)),
        () if typed.ends_with("pm") => (typed.trim_end_matches("pm"), Some(true)),
        () => (typed.as_str(), None),
    };
    let parts: Vec<_> = rest.split([':', '.']).collect();
    let (hour, minute) = match parts.as_slice() {
        [all] if matches!(all.len(), 3 | 4) => all.split_at_checked(all.len() - 2)?,
        [hour] => (*hour, "00"),
        [hour, minute] => (*hour, *minute),
        _ => return None,
    };
    let digits = |part: &str, most: usize| {
        let fits = (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        fits.then(|| part.parse::<i8>().ok()).flatten()
    };
    let (hour, minute) = (digits(hour, 2)?, digits(minute, 2).filter(|_| minute.len() == 2)?);
    let hour = match (half, hour) {
        (None, hour) => hour,
        (Some(false), 12) => 0,
        (Some(true), 12) => 12,
        (Some(after), 1..=11) => hour + if after { 12 } else { 0 },
        _ => return None,
    };
    Time::new(hour, minute, 0, 0).ok()
}

#[cfg(test)]
mod tests;
