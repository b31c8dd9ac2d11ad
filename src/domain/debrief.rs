//! A debrief while it is told: the answers, what comes next, and what each reader gets of it.
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

use super::person::PersonId;
use super::questions::{Ask, Pick, Stream};

/// Names a debrief in every document.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DebriefId(pub String);

/// Names a recording.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ClipId(pub String);

/// How the worker wants to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Way {
    /// By voice first: questions that take a voice open with it.
    Voice,
    /// By pictures.
    Pictures,
    /// As it comes.
    #[default]
    Both,
}

/// Whether a question was answered. "Not sure" and "skip" are real answers, never turned into "no".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Given {
    /// It was.
    Answer,
    /// The worker is not sure.
    NotSure,
    /// The worker passed it over.
    Skip,
}

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The question.
    pub ask: Ask,
    /// Whether it was answered.
    pub given: Given,
    /// The names of the tiles picked, in the order of the question.
    pub tiles: Vec<String>,
    /// What was typed.
    pub words: Option<String>,
    /// What was said.
    pub clip: Option<ClipId>,
    /// The day, where the question asks for one.
    pub day: Option<Date>,
}

impl Answer {
    /// An answer with nothing in it yet.
    #[must_use]
    pub fn empty(ask: Ask) -> Self {
        Self { ask, given: Given::Answer, tiles: Vec::new(), words: None, clip: None, day: None }
    }

    /// Whether nothing has been picked, typed or said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tiles.is_empty()
            && self.words.as_deref().unwrap_or_default().trim().is_empty()
            && self.clip.is_none()
            && self.day.is_none()
    }

    /// Whether this tile is picked.
    #[must_use]
    pub fn has(&self, tile: &str) -> bool {
        self.tiles.iter().any(|picked| picked == tile)
    }

    /// Picks a tile, or puts it back.
    pub fn pick(&mut self, tile: &str) {
        let question = self.ask.question();
        self.given = Given::Answer;
        match question.pick {
            Pick::One => self.tiles = vec![tile.to_owned()],
            Pick::UpTo(_) if self.has(tile) => self.tiles.retain(|picked| picked != tile),
            Pick::UpTo(most) if self.tiles.len() < most => self.tiles.push(tile.to_owned()),
            Pick::UpTo(_) | Pick::Read => {}
        }
        let place = |tile: &String| question.tiles.iter().position(|other| other == tile);
        self.tiles.sort_by_key(place);
    }
}

/// Who may hear the part about the worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Share {
    /// The senior peer worker and the lead.
    SeniorAndLead,
    /// Only the lead.
    Lead,
    /// Nobody else.
    Myself,
}

/// A debrief while it is told. Only its teller can read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// Its name.
    pub id: DebriefId,
    /// Who tells it.
    pub worker: PersonId,
    /// When it was begun.
    pub started: DateTime,
    /// How the worker wants to tell.
    pub way: Way,
    /// The answers, in the order in which they were first given.
    pub answers: Vec<Answer>,
    /// The question that is open.
    pub at: Ask,
    /// Whether the worker has been told who will hear a recording.
    pub knows_who_hears: bool,
    /// Who may hear the part about the worker.
    pub share: Option<Share>,
    /// Whether a worry has gone to the lead: from then on every change of it does.
    pub worry_sent: bool,
    /// Where the telling has come to.
    pub stage: Stage,
}

/// Where a telling has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// The questions.
    Asking,
    /// "Let us check."
    Checking,
    /// "Who can hear this part?"
    Sharing,
    /// "Are you ready to send it?"
    Sending,
    /// It has been sent.
    Sent,
}

impl Telling {
    /// A debrief that is begun now.
    #[must_use]
    pub fn begin(id: DebriefId, worker: PersonId, now: DateTime) -> Self {
        Self {
            id,
            worker,
            started: now,
            way: Way::default(),
            answers: Vec::new(),
            at: Ask::S0,
            knows_who_hears: false,
            share: None,
            worry_sent: false,
            stage: Stage::Asking,
        }
    }

    /// The answer to a question, if there is one.
    #[must_use]
    pub fn answer(&self, ask: Ask) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.ask == ask)
    }

    /// The answer to a question, made if need be.
    pub fn answer_mut(&mut self, ask: Ask) -> &mut Answer {
        let index = match self.answers.iter().position(|answer| answer.ask == ask) {
            Some(index) => index,
            None => {
                self.answers.push(Answer::empty(ask));
                self.answers.len() - 1
            }
        };
        &mut self.answers[index]
    }

    /// Whether this tile is picked on that question.
    #[must_use]
    pub fn picked(&self, ask: Ask, tile: &str) -> bool {
        self.answer(ask).is_some_and(|answer| answer.has(tile))
    }

    /// Whether the worker is worried. "Not sure" counts as worried; so does a skipped question for the
    /// one who reads it, but the route is not forced on the worker.
    #[must_use]
    pub fn is_worried(&self) -> bool {
        self.answer(Ask::C1)
            .is_some_and(|answer| answer.has("yes") || answer.has("not-sure") || answer.given == Given::NotSure)
    }

    /// Whether the question about worry was passed over.
    #[must_use]
    pub fn skipped_worry(&self) -> bool {
        self.answer(Ask::C1).is_some_and(|answer| answer.given == Given::Skip)
    }

    /// The questions of this telling so far, in order: later ones depend on earlier answers.
    #[must_use]
    pub fn route(&self) -> Vec<Ask> {
        let mut route = vec![Ask::S0, Ask::A1, Ask::A2, Ask::B1];
        if self.picked(Ask::B1, "one") {
            route.push(Ask::B1Letters);
        }
        route.push(Ask::B2);
        if self.picked(Ask::B2, "other") {
            route.push(Ask::B2Day);
        }
        route.extend([Ask::B4, Ask::B5, Ask::B6, Ask::B8, Ask::C1]);
        if self.is_worried() {
            route.extend([Ask::W0, Ask::W1]);
            if self.picked(Ask::W1, "yes") {
                route.push(Ask::W1Ring999);
            } else if self.picked(Ask::W1, "not-sure") || self.is_not_sure(Ask::W1) {
                route.push(Ask::W1RingLead);
            }
            route.extend([Ask::W2, Ask::W3, Ask::W4, Ask::W5]);
            let told = ["lead", "team", "other"].iter().any(|tile| self.picked(Ask::W5, tile));
            if !told {
                route.push(Ask::W6);
            }
            route.push(Ask::W7);
        }
        route.extend([Ask::D1, Ask::D2, Ask::E2]);
        route
    }

    fn is_not_sure(&self, ask: Ask) -> bool {
        self.answer(ask).is_some_and(|answer| answer.given == Given::NotSure)
    }

    /// The question after this one; `None` after the last.
    #[must_use]
    pub fn after(&self, ask: Ask) -> Option<Ask> {
        let route = self.route();
        let place = route.iter().position(|other| *other == ask)?;
        route.get(place + 1).copied()
    }

    /// The question before this one; `None` before the first.
    #[must_use]
    pub fn before(&self, ask: Ask) -> Option<Ask> {
        let route = self.route();
        let place = route.iter().position(|other| *other == ask)?;
        route.get(place.checked_sub(1)?).copied()
    }

    /// "Step 6 of 13": the place of a question among the core questions. Questions that only follow
    /// from an answer belong to the step that led to them, so the number never jumps.
    #[must_use]
    pub fn step(ask: Ask) -> (usize, usize) {
        const CORE: [Ask; 13] = [
            Ask::S0,
            Ask::A1,
            Ask::A2,
            Ask::B1,
            Ask::B2,
            Ask::B4,
            Ask::B5,
            Ask::B6,
            Ask::B8,
            Ask::C1,
            Ask::D1,
            Ask::D2,
            Ask::E2,
        ];
        let core = match ask {
            Ask::B1Letters => Ask::B1,
            Ask::B2Day => Ask::B2,
            ask if ask.is_worry() => Ask::C1,
            ask => ask,
        };
        let place = CORE.iter().position(|other| *other == core).unwrap_or_default();
        (place + 1, CORE.len())
    }

    /// The first question of the route that has no answer yet.
    #[must_use]
    pub fn first_open(&self) -> Option<Ask> {
        self.route().into_iter().find(|ask| ask.question().pick != Pick::Read && self.answer(*ask).is_none())
    }

    /// The first letters of the person seen.
    #[must_use]
    pub fn letters(&self) -> Option<&str> {
        self.answer(Ask::B1Letters)?.words.as_deref().filter(|letters| !letters.is_empty())
    }

    /// The day of the visit, as far as it is known.
    #[must_use]
    pub fn day(&self) -> Option<Date> {
        let day = self.answer(Ask::B2)?;
        let told = self.started.date();
        match day.tiles.first()?.as_str() {
            "today" => Some(told),
            "yesterday" => told.yesterday().ok(),
            _ => self.answer(Ask::B2Day)?.day,
        }
    }

    /// The answers of one stream that lie on the route, in its order.
    #[must_use]
    pub fn of(&self, stream: Stream) -> Vec<Answer> {
        self.route()
            .into_iter()
            .filter(|ask| ask.stream() == Some(stream))
            .filter_map(|ask| self.answer(ask).cloned())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn telling(picks: &[(Ask, &str)]) -> Telling {
        let now = jiff::civil::datetime(2026, 3, 3, 14, 0, 0, 0);
        let mut telling = Telling::begin(DebriefId("d".to_owned()), PersonId("sam".to_owned()), now);
        for (ask, tile) in picks {
            telling.answer_mut(*ask).pick(tile);
        }
        telling
    }

    #[test]
    fn worry_opens_its_route_and_no_worry_does_not() {
        for (pick, opens) in [("no", false), ("not-sure", true), ("yes", true)] {
            let telling = telling(&[(Ask::C1, pick)]);
            assert_eq!(telling.route().contains(&Ask::W0), opens, "{pick}");
        }
    }

    #[test]
    fn danger_rings_999_and_not_sure_rings_the_lead() {
        let ring = |pick| telling(&[(Ask::C1, "yes"), (Ask::W1, pick)]).after(Ask::W1);
        assert_eq!(ring("yes"), Some(Ask::W1Ring999));
        assert_eq!(ring("not-sure"), Some(Ask::W1RingLead));
        assert_eq!(ring("no"), Some(Ask::W2));
    }

    #[test]
    fn only_who_has_told_a_person_passes_over_ring_now() {
        for (pick, next) in [("no-one", Ask::W6), ("lead", Ask::W7), ("team", Ask::W7), ("other", Ask::W7)] {
            assert_eq!(telling(&[(Ask::C1, "yes"), (Ask::W5, pick)]).after(Ask::W5), Some(next));
        }
    }

    #[test]
    fn each_stream_holds_only_its_own_answers() {
        let telling = telling(&[(Ask::A2, "bad"), (Ask::B4, "talked"), (Ask::C1, "yes"), (Ask::E2, "break")]);
        for stream in [Stream::Visit, Stream::Me, Stream::Safety] {
            assert!(telling.of(stream).iter().all(|answer| answer.ask.stream() == Some(stream)));
        }
        assert_eq!(telling.of(Stream::Me).len(), 2);
    }

    #[test]
    fn answers_that_left_the_route_are_not_sent() {
        let mut telling = telling(&[(Ask::B1, "one")]);
        telling.answer_mut(Ask::B1Letters).words = Some("J B".to_owned());
        telling.answer_mut(Ask::B1).pick("group");
        assert!(telling.of(Stream::Visit).iter().all(|answer| answer.ask != Ask::B1Letters));
    }

    #[test]
    fn picking_keeps_the_order_of_the_question_and_its_limit() {
        let mut answer = Answer::empty(Ask::E2);
        for tile in ["home", "break", "food"] {
            answer.pick(tile);
        }
        assert_eq!(answer.tiles, ["break", "home"]);
        answer.pick("home");
        assert_eq!(answer.tiles, ["break"]);
    }

    #[test]
    fn the_day_of_the_visit_counts_from_the_day_of_the_telling() {
        let date = |day| Some(jiff::civil::date(2026, 3, day));
        assert_eq!(telling(&[(Ask::B2, "today")]).day(), date(3));
        assert_eq!(telling(&[(Ask::B2, "yesterday")]).day(), date(2));
        assert_eq!(telling(&[(Ask::B2, "other")]).day(), None);
    }
}
