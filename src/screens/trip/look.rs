//! Looking for a way, away from the window; or asking for another one than by bus or train.
use std::time::Duration;

use iced::Task;

use super::{Message, Stage, Trip, other};
use crate::domain::travel::trip::outlook::outlook;
use crate::domain::travel::trip::{self, Choice, NoTrip, Why, plan};
use crate::screen::{Action, Ctx};
use crate::store::timetable::Unusable;

/// Why there is no way.
#[derive(Debug, Clone, PartialEq)]
pub enum NoWay {
    /// There is no timetable that can be used.
    NoTimetable(Unusable),
    /// The timetable has no trip.
    NoTrip(NoTrip),
}

/// When waiting is said: design, section 7.
const A_MOMENT: Duration = Duration::from_millis(500);

impl Trip {
    /// Looks for a way, away from the window.
    pub(super) fn look(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let (Some(from), Some(to)) = (self.place(ctx, &self.from), self.place(ctx, &self.to)) else {
            return Action::none();
        };
        self.asked += 1;
        self.stage = Stage::Looking { long: false };
        let request = trip::Request {
            from: from.spot(),
            to: to.spot(),
            be_there: self.day.to_datetime(self.time),
            now: ctx.now(),
            pace: ctx.store.pace(&ctx.me.id),
            likes: ctx.store.likes(&ctx.me.id),
            known: ctx.store.known_lines(&ctx.me.id),
        };
        let (asked, timetable) = (self.asked, ctx.store.timetable());
        let search = async move {
            let known = timetable.await.map_err(NoWay::NoTimetable)?;
            let choices = plan(&known.0, &request).map_err(NoWay::NoTrip)?;
            Ok((choices, outlook(&known.0, &request)))
        };
        let still = async move {
            tokio::time::sleep(A_MOMENT).await;
        };
        Action::run(Task::batch([
            Task::perform(search, move |found| Message::Found(asked, found)),
            Task::perform(still, move |()| Message::StillLooking(asked)),
        ]))
    }

    /// Asks for another way to be there at this time.
    pub(super) fn ask_other(&mut self) {
        let Some(to) = self.to.clone() else { return };
        let asking = other::Asking::begin(self.from.clone(), to, self.day.to_datetime(self.time));
        let before = std::mem::replace(&mut self.stage, Stage::Mine);
        self.stage = Stage::Other(Box::new(asking), Box::new(before));
    }
}

/// The trip that is there as soon as can be, as the one way to choose.
pub(super) fn soonest(trip: &trip::Trip) -> Choice {
    Choice { why: Why::FewestChanges, trip: trip.clone(), if_missed: Vec::new(), busy: false }
}
