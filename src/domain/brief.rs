//! What lists need of a large document. It stays at hand; the document itself is opened when somebody looks at it.
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::debrief::{DebriefId, Stage, Telling};
use super::person::PersonId;
use super::place::{ChosenTrip, PlaceId};
use super::questions::Ask;
use super::record::Record;
use super::told::{AboutMe, Concern, ConcernKind, Visit};
use super::travel::line::Line;

/// What lists need of one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Brief {
    /// Of a debrief while it is told.
    Telling(TellingBrief),
    /// Of a visit.
    Visit(VisitBrief),
    /// Of what a worker told about themselves.
    AboutMe(AboutMeBrief),
    /// Of a worry.
    Concern(ConcernBrief),
    /// Of a trip.
    Trip(TripBrief),
}

/// What lists need of a debrief while it is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TellingBrief {
    /// Its name.
    pub id: DebriefId,
    /// Whether its worker is worried.
    pub worried: bool,
    /// Whether a worry has gone to the lead.
    pub worry_sent: bool,
    /// Where it has come to.
    pub stage: Stage,
}

/// What lists need of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitBrief {
    /// The debrief it is from.
    pub id: DebriefId,
    /// Who told it.
    pub worker: PersonId,
    /// The first letters of the person seen.
    pub letters: Option<String>,
    /// The day of the visit.
    pub day: Option<Date>,
    /// When it was sent.
    pub sent: DateTime,
    /// Whether the team needs to know today.
    pub today: bool,
}

/// What lists need of what a worker told about themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutMeBrief {
    /// The debrief it is from.
    pub debrief: DebriefId,
    /// Who told it.
    pub worker: PersonId,
    /// When it was sent.
    pub sent: DateTime,
    /// Whether they want to talk, want help, or feel bad.
    pub asks: bool,
}

/// What lists need of a worry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConcernBrief {
    /// The debrief it is from.
    pub debrief: DebriefId,
    /// Who is worried.
    pub worker: PersonId,
    /// What was said.
    pub kind: ConcernKind,
    /// Whether someone is in danger now.
    pub danger: bool,
    /// When it was saved.
    pub saved: DateTime,
}

/// What lists need of a trip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TripBrief {
    /// The name of its document.
    pub document: String,
    /// Whether the person is there, or does not go any more.
    pub over: bool,
    /// Whether they did not go, or went another way.
    pub dropped: bool,
    /// When they set out.
    pub leave: DateTime,
    /// When they are there.
    pub arrive: DateTime,
    /// The lines that it goes by.
    pub lines: Vec<Line>,
    /// Where one gets on and off: the `stop_id` and the name of each stop.
    pub stops: Vec<(String, String)>,
}

impl TripBrief {
    /// To where. Its name says it, and there are very many of these.
    #[must_use]
    pub fn to(&self) -> Option<PlaceId> {
        ChosenTrip::to_of(&self.document)
    }
}

impl Telling {
    /// What lists need of it.
    #[must_use]
    pub fn brief(&self) -> TellingBrief {
        let (worried, worry_sent) = (self.is_worried(), self.worry_sent);
        TellingBrief { id: self.id.clone(), worried, worry_sent, stage: self.stage }
    }
}

impl Visit {
    /// What lists need of it.
    #[must_use]
    pub fn brief(&self) -> VisitBrief {
        VisitBrief {
            id: self.id.clone(),
            worker: self.worker.clone(),
            letters: self.letters.clone(),
            day: self.day,
            sent: self.sent,
            today: self.answers.iter().any(|answer| answer.ask == Ask::D2 && answer.has("today")),
        }
    }
}

impl AboutMe {
    /// What lists need of it.
    #[must_use]
    pub fn brief(&self) -> AboutMeBrief {
        let wants = |ask: Ask, tile: &str| self.answers.iter().any(|answer| answer.ask == ask && answer.has(tile));
        let asks = wants(Ask::E2, "talk") || wants(Ask::A1, "help") || wants(Ask::A2, "bad");
        AboutMeBrief { debrief: self.debrief.clone(), worker: self.worker.clone(), sent: self.sent, asks }
    }
}

impl Concern {
    /// What lists need of it.
    #[must_use]
    pub fn brief(&self) -> ConcernBrief {
        ConcernBrief {
            debrief: self.debrief.clone(),
            worker: self.worker.clone(),
            kind: self.kind,
            danger: self.danger,
            saved: self.saved,
        }
    }
}

impl ChosenTrip {
    /// What lists need of it.
    #[must_use]
    pub fn brief(&self) -> TripBrief {
        let lines = self.choice.trip.rides().map(|ride| ride.line.clone()).collect();
        let stops = self.choice.trip.rides().flat_map(|ride| [&ride.on.stop, &ride.off.stop]);
        let stops = stops.map(|stop| (stop.id.clone(), stop.name.clone())).collect();
        TripBrief {
            document: self.document(),
            over: self.over,
            dropped: self.dropped,
            leave: self.choice.trip.leave,
            arrive: self.choice.trip.arrive,
            lines,
            stops,
        }
    }
}

impl Brief {
    /// What lists need of a document. `None` for those that are small, and those that are in no list.
    #[must_use]
    pub fn of(record: &Record) -> Option<Self> {
        Some(match record {
            Record::Telling(telling) => Self::Telling(telling.brief()),
            Record::Visit(visit) => Self::Visit(visit.brief()),
            Record::AboutMe(me) => Self::AboutMe(me.brief()),
            Record::Concern(concern) => Self::Concern(concern.brief()),
            Record::Trip(trip) => Self::Trip(trip.brief()),
            _ => return None,
        })
    }
}
