//! Plan a trip: where to, when, and which way. The way itself is read on the step cards.
pub mod asked;
mod asks;
mod card;
pub mod felt;
mod found;
pub mod noting;
pub mod other;
pub mod own;
pub mod paper;
pub mod practise;
pub mod remind;
pub mod routes;
pub mod steps;
mod voice;
mod walk;
pub mod wording;

use std::time::Duration;

use iced::Task;
use jiff::civil::{Date, Time};

use crate::domain::arranging::{AskId, Request};
use crate::domain::person::Role;
use crate::domain::place::{ChosenTrip, Place as Spot, PlaceId};
use crate::domain::record::Record;
use crate::domain::travel::trip::outlook::{Outlook, outlook};
use crate::domain::travel::trip::{self, Choice, NoTrip, Why, plan};
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::costs::recent;
use crate::store::timetable::{Known, Unusable};
use crate::ui::{Banner, Page, Tone};
use crate::words::Phrase;

/// Planning a trip.
#[derive(Debug)]
pub struct Trip {
    stage: Stage,
    from: Option<PlaceId>,
    to: Option<PlaceId>,
    day: Date,
    time: Time,
    /// Counts what was looked for, so that an answer to an older question is known as late.
    asked: u32,
    /// Whether the timetable may have changed since it was read.
    stale: bool,
    /// The last ways of the day, once they are known.
    outlook: Outlook,
    /// Why no trip at all can be planned, once that is known: nobody is asked what leads nowhere.
    nothing: Option<NoWay>,
    /// Another way than by bus or train is asked for: nothing is looked for.
    other: bool,
}

/// Which question is open.
#[derive(Debug)]
enum Stage {
    /// The trips that were chosen before.
    Mine,
    From,
    Where,
    Day,
    Time,
    /// A way is looked for; `long`: that takes more than a moment.
    Looking {
        long: bool,
    },
    /// Ways were found; this one is picked.
    Found(Vec<Choice>, usize),
    None(NoWay),
    /// Another way is asked for, instead of what was open before.
    Other(Box<other::Asking>, Box<Stage>),
}

/// Why there is no way.
#[derive(Debug, Clone, PartialEq)]
pub enum NoWay {
    /// There is no timetable that can be used.
    NoTimetable(Unusable),
    /// The timetable has no trip.
    NoTrip(NoTrip),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// The timetable has been opened.
    Opened(Result<Known, Unusable>),
    /// Opens the steps of a trip that was chosen.
    Open(String),
    /// Opens a route that is kept, or all of them.
    Route(routes::Opens),
    /// Plans a new one.
    New,
    /// Starts at another place than usual.
    StartElsewhere,
    /// Starts here.
    From(PlaceId),
    /// Goes there.
    To(PlaceId),
    /// On this day.
    Day(Date),
    /// The time is this many minutes later, or earlier.
    Later(i32),
    /// Looks for a way.
    Look,
    /// The search takes more than a moment.
    StillLooking(u32),
    /// What was found.
    Found(u32, Result<(Vec<Choice>, Outlook), NoWay>),
    /// Picks one of the ways.
    Pick(usize),
    /// Takes the one that is picked.
    Take,
    /// Changes the day.
    OtherDay,
    /// Changes the time.
    OtherTime,
    /// Gets there as soon as can be.
    Soonest,
    /// Wants another way.
    Another,
    /// Asks for another way.
    Other(other::Message),
    /// Opens what was asked for.
    Asked(AskId),
    /// Writes down what a trip cost.
    Costs,
    /// Says how this trip was.
    HowWasIt(String),
}

/// When waiting is said: design, section 7.
const A_MOMENT: Duration = Duration::from_millis(500);

impl Screen for Trip {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "trip";
    const CARD: Option<fn() -> Place> = Some(|| Place::Trip(()));
    const FOR: &'static [Role] = &[Role::Worker];

    fn card_news(ctx: Ctx<'_>) -> Option<Phrase> {
        let next = mine(ctx).into_iter().next()?;
        let leave = next.choice.trip.leave;
        let key = if leave.date() == ctx.today() { "trip-news-today" } else { "trip-news" };
        let place = ctx.store.place(&next.to)?;
        let (day, time) = (ctx.words.day_from(ctx.today(), leave.date()), ctx.words.time(leave.time()));
        let args = [("place", place.name.into()), ("time", time.shown.into()), ("day", day.shown.into())];
        Some(ctx.words.phrase_with(key, args))
    }

    fn open(ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        let stage = if has_own(ctx) { Stage::Mine } else { Stage::Where };
        let from = ctx.store.places().into_iter().find(|place| place.base).map(|place| place.id);
        let stage = if from.is_none() && matches!(stage, Stage::Where) { Stage::From } else { stage };
        let (day, time) = (ctx.today(), asks::likely_time(ctx.now()));
        // The timetable is opened while the person answers.
        let opening = Task::perform(ctx.store.timetable(), Message::Opened);
        (
            Self {
                stage,
                from,
                to: None,
                day,
                time,
                asked: 0,
                stale: false,
                outlook: Outlook::default(),
                nothing: None,
                other: false,
            },
            opening,
        )
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Opened(Err(unusable)) => self.nothing = Some(NoWay::NoTimetable(unusable)),
            Message::Opened(Ok(known)) => {
                let last_day = known.1.last_day;
                self.stale = known.1.is_stale(ctx.today());
                let too_old = last_day < ctx.today();
                self.nothing = too_old.then_some(NoWay::NoTrip(NoTrip::TimetableTooOld { last_day }));
            }
            Message::Open(trip) => return Action::step(Step::Go(Place::Steps(trip))),
            Message::Route(opens) => return Action::step(Step::Go(Place::Routes(opens))),
            Message::HowWasIt(trip) => return Action::step(Step::Go(Place::HowWasIt(trip))),
            Message::Costs => return Action::step(Step::Go(Place::Costs(None))),
            Message::Asked(ask) => return Action::step(Step::Go(Place::WayAsked(ask))),
            Message::New => self.stage = if self.from.is_some() { Stage::Where } else { Stage::From },
            Message::StartElsewhere => self.stage = Stage::From,
            Message::From(place) => {
                self.from = Some(place);
                self.stage = Stage::Where;
            }
            Message::To(place) => {
                self.to = Some(place);
                self.stage = Stage::Day;
            }
            Message::Day(day) => {
                if day != self.day {
                    (self.day, self.time) = (day, asks::usual_time(ctx.now(), day));
                }
                self.stage = Stage::Time;
            }
            Message::Later(minutes) => self.time = asks::moved(self.time, minutes),
            Message::Look if self.other => self.ask_other(),
            Message::Look => return self.look(ctx),
            Message::Another => {
                self.other = true;
                match self.stage {
                    Stage::Found(..) | Stage::None(_) => self.ask_other(),
                    _ => self.stage = if self.from.is_some() { Stage::Where } else { Stage::From },
                }
            }
            Message::Other(message) => {
                if let Stage::Other(asking, _) = &mut self.stage
                    && let Some(asked) = asking.update(ctx, message)
                {
                    (self.stage, self.other) = (Stage::Mine, false);
                    return Action::step(Step::Keep(Record::WayAsked(asked)));
                }
            }
            Message::StillLooking(asked) => {
                if let Stage::Looking { long } = &mut self.stage {
                    *long |= asked == self.asked;
                }
            }
            Message::Found(asked, found) => {
                let waits = matches!(self.stage, Stage::Looking { .. }) && asked == self.asked;
                if waits {
                    self.stage = found.map_or_else(Stage::None, |(choices, outlook)| {
                        self.outlook = outlook;
                        Stage::Found(choices, 0)
                    });
                }
            }
            Message::Pick(choice) => {
                if let Stage::Found(_, picked) = &mut self.stage {
                    *picked = choice;
                }
            }
            Message::Take => return self.take(ctx),
            Message::OtherDay => self.stage = Stage::Day,
            Message::OtherTime => self.stage = Stage::Time,
            Message::Soonest => {
                if let Stage::None(NoWay::NoTrip(NoTrip::TooLateToday { soonest: Some(trip) })) = &self.stage {
                    let choice =
                        Choice { why: Why::FewestChanges, trip: (**trip).clone(), if_missed: Vec::new(), busy: false };
                    self.stage = Stage::Found(vec![choice], 0);
                }
            }
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let goes_on = self.other || matches!(self.stage, Stage::Mine);
        if let (Some(why), false) = (&self.nothing, goes_on) {
            return self.none_page(ctx, why);
        }
        let mut page = self.stage_page(ctx);
        if self.stale && !matches!(self.stage, Stage::Mine) {
            let (id, phrase) = ("trip-stale".to_owned(), ctx.phrase_for("trip-stale", ctx.helper_name()));
            page.banners.push(Banner { id, tone: Tone::Wait, icon: "calendar", phrase, ok: None });
        }
        page
    }

    fn back(&mut self, ctx: Ctx<'_>) -> Option<Action<Message>> {
        if let Stage::Other(asking, before) = &mut self.stage {
            if !asking.back() {
                self.stage = std::mem::replace(before, Stage::Mine);
                self.other = matches!(self.stage, Stage::Time);
            }
            return Some(Action::none());
        }
        if self.other && matches!(self.stage, Stage::Where) {
            self.other = false;
            return Some(Action::none());
        }
        self.stage = match self.stage {
            Stage::Mine | Stage::Other(..) => return None,
            Stage::Where if !has_own(ctx) => return None,
            Stage::Where => Stage::Mine,
            Stage::From if self.from.is_none() => return None,
            Stage::From | Stage::Day => Stage::Where,
            Stage::Time => Stage::Day,
            Stage::Looking { .. } | Stage::Found(..) | Stage::None(_) => Stage::Time,
        };
        Some(Action::none())
    }
}

impl Trip {
    fn stage_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::Mine => self.mine_page(ctx),
            Stage::From => self.start_page(ctx),
            Stage::Where => self.where_page(ctx),
            Stage::Day => self.day_page(ctx),
            Stage::Time => self.time_page(ctx, None),
            Stage::Looking { long } => self.time_page(ctx, Some(*long)),
            Stage::Found(choices, picked) => self.found_page(ctx, (choices, *picked)),
            Stage::None(why) => self.none_page(ctx, why),
            Stage::Other(asking, _) => asking.page(ctx, Message::Other),
        }
    }

    /// Looks for a way, away from the window.
    fn look(&mut self, ctx: Ctx<'_>) -> Action<Message> {
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
    fn ask_other(&mut self) {
        let Some(to) = self.to.clone() else { return };
        let asking = other::Asking::begin(self.from.clone(), to, self.day.to_datetime(self.time));
        let before = std::mem::replace(&mut self.stage, Stage::Mine);
        self.stage = Stage::Other(Box::new(asking), Box::new(before));
    }

    /// Keeps the way that is picked, and opens its steps.
    fn take(&self, ctx: Ctx<'_>) -> Action<Message> {
        let (Stage::Found(choices, picked), Some(from), Some(to)) = (&self.stage, &self.from, &self.to) else {
            return Action::none();
        };
        let Some(choice) = choices.get(*picked) else { return Action::none() };
        let trip = ChosenTrip {
            person: ctx.me.id.clone(),
            from: from.clone(),
            to: to.clone(),
            by: self.day.to_datetime(self.time),
            choice: choice.clone(),
            outlook: self.outlook,
            step: 0,
            over: false,
            dropped: false,
        };
        let steps = Place::Steps(trip.document());
        Action::steps(vec![Step::Keep(Record::Trip(trip)), Step::Instead(steps)])
    }

    fn place(&self, ctx: Ctx<'_>, id: &Option<PlaceId>) -> Option<Spot> {
        ctx.store.place(id.as_ref()?)
    }
}

/// Whether there is anything of theirs to show first.
fn has_own(ctx: Ctx<'_>) -> bool {
    let costs = || !ctx.store.trip_costs(&ctx.me.id).is_empty();
    let routes = || !ctx.store.routes(&ctx.me.id).is_empty();
    !mine(ctx).is_empty() || routes() || !asked_for(ctx).is_empty() || !recent(ctx).is_empty() || costs()
}

/// What was asked for and is still to come.
fn asked_for(ctx: Ctx<'_>) -> Vec<Request> {
    let mut asked = ctx.store.ways_asked(&ctx.me.id);
    asked.retain(|request| request.counts(ctx.today()));
    asked
}

/// The trips that were chosen and are not over, the next one first. A trip of an earlier day is over.
fn mine(ctx: Ctx<'_>) -> Vec<ChosenTrip> {
    let mut trips = ctx.store.chosen_trips(&ctx.me.id);
    trips.retain(|trip| trip.choice.trip.arrive.date() >= ctx.today());
    trips
}
