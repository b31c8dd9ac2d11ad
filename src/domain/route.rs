//! Ways that people know: by what they are known on any day, how each was done, and what its steps look and sound like.
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::debrief::ClipId;
use super::person::PersonId;
use super::place::{ChosenTrip, PlaceId};
use super::travel::line::{Line, Mode};
use super::travel::trip::steps::Step;

/// What a way is known by, on whatever day: a new timetable finds it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum WayKey {
    /// From a place to another by lines of these numbers.
    Lines {
        /// From where.
        from: PlaceId,
        /// To where.
        to: PlaceId,
        /// The numbers, in order. None of them for a way on foot.
        lines: Vec<String>,
    },
    /// A way that somebody wrote down without a timetable.
    Own(RouteId),
}

/// Names a route in documents.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RouteId(pub String);

/// A route that somebody keeps.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Route {
    /// Its name in documents.
    pub id: RouteId,
    /// Whose it is.
    pub person: PersonId,
    /// What they call it.
    pub name: String,
    /// The way.
    pub way: RouteWay,
    /// Whether it has been taken off the list.
    #[serde(default)]
    pub gone: bool,
}

/// The way of a route.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum RouteWay {
    /// A trip, as it was when it was kept. It is found again in the timetable of another day.
    Trip(Box<ChosenTrip>),
    /// Steps that somebody wrote down: no timetable is needed.
    Own(Vec<OwnStep>),
}

/// A step that somebody wrote down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnStep {
    /// Its name in documents.
    pub id: String,
    /// What kind of step it is.
    pub kind: OwnKind,
    /// To where, or for what.
    pub words: String,
}

/// What kind of step somebody wrote down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnKind {
    /// Walk to something.
    Walk,
    /// Wait for a bus or train.
    Wait,
    /// Get off somewhere.
    GetOff,
    /// Go in.
    GoIn,
}

impl OwnKind {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Walk, Self::Wait, Self::GetOff, Self::GoIn];
}

impl Route {
    /// What its way is known by.
    #[must_use]
    pub fn way(&self) -> WayKey {
        match &self.way {
            RouteWay::Trip(trip) => trip.way(),
            RouteWay::Own(_) => WayKey::Own(self.id.clone()),
        }
    }

    /// Whether it is of this trip: the same way, at the same time of day. At another time it is a route of its own.
    #[must_use]
    pub fn is_of(&self, trip: &ChosenTrip) -> bool {
        let RouteWay::Trip(kept) = &self.way else { return false };
        kept.way() == trip.way() && kept.choice.trip.leave.time() == trip.choice.trip.leave.time()
    }

    /// Its name in documents.
    #[must_use]
    pub fn document(&self) -> String {
        format!("route/{}", self.id.0)
    }
}

impl OwnStep {
    /// What it is known by.
    #[must_use]
    pub fn key(&self) -> StepKey {
        StepKey { kind: StepKind::Own, line: String::new(), stop: self.id.clone() }
    }
}

impl ChosenTrip {
    /// What its way is known by.
    #[must_use]
    pub fn way(&self) -> WayKey {
        let lines = self.choice.trip.rides().map(|ride| number_of(&ride.line)).collect();
        WayKey::Lines { from: self.from.clone(), to: self.to.clone(), lines }
    }
}

/// The number of a line as people know it. Trains have codes that nobody sees, and that change.
#[must_use]
pub fn number_of(line: &Line) -> String {
    if line.mode == Mode::Train { String::new() } else { line.short_name.clone() }
}

/// Somebody did a way, at home or outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practised {
    /// Who.
    pub person: PersonId,
    /// Which way.
    pub way: WayKey,
    /// When.
    pub at: DateTime,
    /// Who was with them.
    pub how: How,
}

/// Who was with somebody on a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum How {
    /// Someone did it with them.
    WithSomeone,
    /// Someone was near.
    Shadowed,
    /// Nobody.
    Alone,
}

impl How {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::WithSomeone, Self::Shadowed, Self::Alone];
}

/// How often a way was done, and how the last time was. None if it never was.
#[must_use]
pub fn done(practised: &[Practised], way: &WayKey) -> Option<(usize, How)> {
    let own = practised.iter().filter(|one| one.way == *way);
    let last = own.clone().max_by_key(|one| one.at)?;
    Some((own.count(), last.how))
}

/// What a step is known by, on whatever day and in whatever trip.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepKey {
    /// What kind of step it is.
    pub kind: StepKind,
    /// The number of the line, where there is one.
    pub line: String,
    /// The `stop_id` of the stop, or the name of the place in documents.
    pub stop: String,
}

/// What kind of step it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepKind {
    /// Set out.
    Leave,
    /// Walk to a stop or a place.
    Walk,
    /// Wait, and get on.
    Wait,
    /// Stay on.
    Ride,
    /// Get off.
    GetOff,
    /// Change.
    Change,
    /// Be there.
    Arrive,
    /// Written down without a timetable.
    Own,
}

impl StepKey {
    /// What a step of a trip is known by.
    #[must_use]
    pub fn of(step: &Step, trip: &ChosenTrip) -> Self {
        let rides = || trip.choice.trip.rides();
        let first = || rides().next().map(|ride| number_of(&ride.line)).unwrap_or_default();
        let (kind, line, stop) = match step {
            Step::Leave { .. } => (StepKind::Leave, String::new(), &trip.from.0),
            Step::WalkToStop { stop, .. } => (StepKind::Walk, first(), &stop.id),
            Step::Wait { line, stop, .. } => (StepKind::Wait, number_of(line), &stop.id),
            Step::Ride { line, .. } => (StepKind::Ride, number_of(line), &trip.to.0),
            Step::GetOff { stop, at, .. } => {
                let ride = rides().find(|ride| ride.off.stop.id == stop.id && ride.off.arrives == *at);
                (StepKind::GetOff, ride.map(|ride| number_of(&ride.line)).unwrap_or_default(), &stop.id)
            }
            Step::ChangeHere { stop } | Step::ChangeStop { to: stop, .. } => {
                (StepKind::Change, String::new(), &stop.id)
            }
            Step::WalkToPlace { .. } => (StepKind::Walk, String::new(), &trip.to.0),
            Step::Arrive { .. } => (StepKind::Arrive, String::new(), &trip.to.0),
        };
        Self { kind, line, stop: stop.clone() }
    }
}

/// What somebody will see at a step: said in a voice they know, and as a photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepNote {
    /// For whom.
    pub person: PersonId,
    /// At which step.
    pub step: StepKey,
    /// The recording, if there is one.
    pub clip: Option<ClipId>,
    /// The name of the photo, if there is one.
    pub photo: Option<String>,
}

impl StepNote {
    /// A note with nothing in it.
    #[must_use]
    pub fn nothing(person: PersonId, step: StepKey) -> Self {
        Self { person, step, clip: None, photo: None }
    }

    /// Its name in documents.
    #[must_use]
    pub fn document(&self) -> String {
        let StepKey { kind, line, stop } = &self.step;
        // In quotes, so that no stop with a stroke in its name is taken for another.
        format!("step-note/{}/{kind:?}/{line:?}/{stop:?}", self.person.0)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn way(to: &str, lines: &[&str]) -> WayKey {
        let lines = lines.iter().map(|line| (*line).to_owned()).collect();
        WayKey::Lines { from: PlaceId("hub".to_owned()), to: PlaceId(to.to_owned()), lines }
    }

    #[test]
    fn a_way_counts_what_was_done_on_it_and_on_no_other() {
        let one = |way: &WayKey, hour, how| Practised {
            person: PersonId("sam".to_owned()),
            way: way.clone(),
            at: date(2026, 3, 3).at(hour, 0, 0, 0),
            how,
        };
        let (clinic, by_other_bus) = (way("clinic", &["42"]), way("clinic", &["7"]));
        // Two computers may have kept them in another order.
        let all =
            [one(&clinic, 12, How::Alone), one(&by_other_bus, 14, How::WithSomeone), one(&clinic, 9, How::WithSomeone)];
        assert_eq!(done(&all, &clinic), Some((2, How::Alone)));
        assert_eq!(done(&all, &by_other_bus), Some((1, How::WithSomeone)));
        assert_eq!(done(&all, &way("park", &["42"])), None);
    }
    #[test]
    fn no_step_is_taken_for_another() {
        let note = |kind, line: &str, stop: &str| {
            let step = StepKey { kind, line: line.to_owned(), stop: stop.to_owned() };
            StepNote::nothing(PersonId("sam".to_owned()), step).document()
        };
        let all = [
            note(StepKind::Wait, "42", "a"),
            note(StepKind::GetOff, "42", "a"),
            note(StepKind::Wait, "42", "b"),
            note(StepKind::Wait, "7", "a"),
            note(StepKind::Wait, "7\"/\"a", "b"),
            note(StepKind::Wait, "7", "a\"/\"b"),
        ];
        let different: std::collections::HashSet<_> = all.iter().collect();
        assert_eq!(different.len(), all.len());
    }
}
