//! Places to go, what stops look like, and trips that were chosen.
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::person::PersonId;
use super::ready::{Asks, Ready};
use super::travel::position::Position;
use super::travel::trip::outlook::Outlook;
use super::travel::trip::{Choice, Spot};

/// Names a place.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct PlaceId(pub String);

/// A place to go for work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Its name in documents.
    pub id: PlaceId,
    /// What it is called.
    pub name: String,
    /// Where it is.
    pub position: Position,
    /// The `stop_id` of the stop that is used for it. None where any stop within a walk will do.
    #[serde(default)]
    pub stop: Option<String>,
    /// The name of its picture.
    pub picture: String,
    /// The name of its photo, if there is one.
    pub photo: Option<String>,
    /// Whether it has been taken off the list.
    #[serde(default)]
    pub gone: bool,
    /// Whether trips start here unless the worker says otherwise.
    pub base: bool,
    /// What is known of it beside the way there.
    #[serde(default)]
    pub facts: Facts,
}

/// What is good to know of a place before one goes there. What nobody has said is not known: it is never guessed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// Its address, as it is written on an envelope. Empty where it is not known.
    pub address: String,
    /// The room or the floor. Empty where it is not known.
    pub room: String,
    /// Whether it is quiet.
    pub quiet: Option<bool>,
    /// Whether there is a toilet.
    pub toilet: Option<bool>,
    /// Who to ask for at the desk. Empty where it is not known.
    pub ask_for: String,
}

/// One thing to know of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// Its address.
    Address,
    /// The room or the floor.
    Room,
    /// Whether it is quiet.
    Quiet,
    /// Whether there is a toilet.
    Toilet,
    /// Who to ask for.
    AskFor,
}

impl Fact {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 5] = [Self::Address, Self::Room, Self::Quiet, Self::Toilet, Self::AskFor];

    /// What is asked after this one.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().skip_while(|fact| *fact != self).nth(1)
    }
}

impl Facts {
    /// The words of what is answered in words, and where they are kept. `None`: it is answered by yes or no.
    #[must_use]
    pub fn words(&self, fact: Fact) -> Option<&str> {
        match fact {
            Fact::Address => Some(&self.address),
            Fact::Room => Some(&self.room),
            Fact::AskFor => Some(&self.ask_for),
            Fact::Quiet | Fact::Toilet => None,
        }
    }

    /// What is answered by yes or no. `None`: nobody knows, or it is answered in words.
    #[must_use]
    pub fn is_so(&self, fact: Fact) -> Option<bool> {
        match fact {
            Fact::Quiet => self.quiet,
            Fact::Toilet => self.toilet,
            Fact::Address | Fact::Room | Fact::AskFor => None,
        }
    }

    /// The same with these words as the answer. Each line loses the space round it, and empty lines go.
    #[must_use]
    pub fn told(mut self, fact: Fact, words: &str) -> Self {
        let words = words.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        match fact {
            Fact::Address => self.address = words,
            Fact::Room => self.room = words,
            Fact::AskFor => self.ask_for = words,
            Fact::Quiet | Fact::Toilet => {}
        }
        self
    }

    /// The same with this as the answer to a question for yes or no.
    #[must_use]
    pub fn said(mut self, fact: Fact, is_so: Option<bool>) -> Self {
        match fact {
            Fact::Quiet => self.quiet = is_so,
            Fact::Toilet => self.toilet = is_so,
            Fact::Address | Fact::Room | Fact::AskFor => {}
        }
        self
    }
}

impl Place {
    /// The place, as a trip begins or ends there.
    #[must_use]
    pub fn spot(&self) -> Spot {
        Spot { position: self.position, stop: self.stop.clone() }
    }
}

/// A photo that a senior took in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Its name.
    pub name: String,
    /// The file that holds it.
    pub file: String,
}

/// What a stop looks like: its photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopPhoto {
    /// The `stop_id` of the stop.
    pub stop: String,
    /// The name of the photo.
    pub photo: String,
}

/// A trip that the worker has chosen: all of it, so that it can be read on without the timetable.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChosenTrip {
    /// Who goes.
    pub person: PersonId,
    /// From where.
    pub from: PlaceId,
    /// To where.
    pub to: PlaceId,
    /// When to be there.
    pub by: DateTime,
    /// The trip, and what to do if a bus is missed.
    pub choice: Choice,
    /// The last ways of that day.
    #[serde(default)]
    pub outlook: Outlook,
    /// Which step was looked at last, from 0.
    pub step: usize,
    /// Whether the person is there, or does not go any more.
    pub over: bool,
    /// Whether they did not go, or went another way.
    #[serde(default)]
    pub dropped: bool,
    /// Whom they can phone, and what they take.
    #[serde(default)]
    pub ready: Box<Ready>,
    /// Which question of getting ready is open. `None`: none is any more.
    #[serde(default)]
    pub asks: Option<Asks>,
}

impl ChosenTrip {
    /// Its name in documents: who, when and to where. The same trip chosen again takes its place.
    #[must_use]
    pub fn document(&self) -> String {
        format!("trip/{}/{}/{}", self.person.0, self.choice.trip.leave, self.to.0)
    }

    /// The question of getting ready that is still open at this time. Who is on the way is asked nothing.
    #[must_use]
    pub fn asks_at(&self, now: DateTime) -> Option<Asks> {
        self.asks.filter(|_| now < self.choice.trip.leave)
    }

    /// To where the trip with this name goes.
    #[must_use]
    pub fn to_of(document: &str) -> Option<PlaceId> {
        document.splitn(4, '/').nth(3).map(|place| PlaceId(place.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_trip_says_where_it_goes() {
        let to = |document| ChosenTrip::to_of(document).map(|place| place.0);
        assert_eq!(to("trip/sam/2026-03-03T09:28:00/mill-road-clinic").as_deref(), Some("mill-road-clinic"));
        assert_eq!(to("trip/sam/2026-03-03T09:28:00/a/b").as_deref(), Some("a/b"));
        assert_eq!(to("trip/sam"), None);
    }
}
