//! Plan a trip: where to, when, and which way. The way itself is read on the step cards.
mod about;
pub mod asked;
mod asks;
mod card;
mod clock;
pub mod felt;
mod found;
pub mod how;
mod look;
mod mine;
pub mod my_plan;
pub mod noting;
pub mod other;
mod own_places;
mod pages;
pub mod paper;
mod places;
pub mod practise;
mod ready;
pub mod remind;
pub mod routes;
pub mod step_notes;
pub mod steps;
mod voice;
mod walk;
pub mod wording;
pub mod written;

use iced::{Subscription, Task};
use jiff::civil::{Date, Time};

use crate::domain::arranging::AskId;
use crate::domain::person::{PersonId, Role};
use crate::domain::place::{ChosenTrip, PlaceId};
use crate::domain::ready::{Acquaintance, Asks, Take};
use crate::domain::record::Record;
use crate::domain::travel::trip::outlook::Outlook;
use crate::domain::travel::trip::{Choice, NoTrip};
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::find_place::{self, FindPlace};
use crate::store::timetable::{Known, Unusable};
use crate::ui::Page;
use crate::ui::keys::Struck;
use crate::words::Phrase;
use look::{NoWay, soonest};
use mine::mine;
use own_places::Own;
use places::Which;
use walk::Of;

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
    /// Whether the place to go is looked at.
    about: bool,
    /// Whether the worker knows the person whom they visit.
    known: Option<Acquaintance>,
    /// The ways that were found, and which is picked.
    ways: (Vec<Choice>, usize),
    /// The trip that is chosen, while the worker gets ready for it.
    chosen: Option<ChosenTrip>,
    /// Whether all is as the last time that they went there.
    again: bool,
}

/// Which question is open.
#[derive(Debug)]
enum Stage {
    /// The trips that were chosen before.
    Mine,
    From,
    Where,
    /// A place of one's own life.
    Own(Own),
    /// One of very many places is looked for.
    Find(Box<FindPlace>, Which),
    /// Do they know the person whom they visit?
    Know,
    /// They do, or are not sure: it is good to talk about it first.
    Talk,
    Day,
    Time,
    /// A time is chosen.
    Clock(clock::Asks),
    /// A way is looked for; `long`: that takes more than a moment.
    Looking {
        long: bool,
    },
    /// Ways were found.
    Found,
    None(NoWay),
    /// Another way is asked for, instead of what was open before.
    Other(Box<other::Asking>, Box<Stage>),
    /// Is all as it was the last time?
    Same,
    /// Whom can they ring?
    Phone,
    /// What do they take?
    Take,
    /// All of it on one page.
    Plan,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// The timetable has been opened.
    Opened(Result<Known, Unusable>),
    /// Opens a trip that was chosen.
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
    /// Goes somewhere of one's own.
    OwnPlaces,
    /// Adds a place of one's own, to set out from.
    AddOwn,
    /// Something about places of one's own.
    Own(own_places::Message),
    /// Looks for a place among many.
    Find(Which),
    /// Looks for one in this way.
    FindBy(Which, find_place::Message),
    /// Something while a place is looked for.
    Finds(find_place::Message),
    /// Looks at the place to go.
    About,
    /// Says how they travel.
    How,
    /// Knows the person whom they visit, or does not.
    Know(Acquaintance),
    /// Goes on with the trip.
    GoOn,
    /// Leaves it for now.
    GoHome,
    /// On this day.
    Day(Date),
    /// Turns the clock, or chooses a time.
    Clock(clock::Turn),
    /// Looks for a way.
    Look,
    /// The search takes more than a moment.
    StillLooking(u32),
    /// What was found.
    Found(u32, Result<(Vec<Choice>, Outlook), NoWay>),
    /// Picks one of the ways.
    Pick(usize),
    /// Uses the one that is picked.
    Use,
    /// Can phone this person.
    Phone(PersonId),
    /// Takes this along, or leaves it at home.
    Take(Take),
    /// It is not quite as the last time.
    ChangeReady,
    /// Goes on to the next question.
    Next,
    /// Opens the steps.
    Steps,
    /// Prints them.
    Print,
    /// Keeps the trip as a route.
    Keep,
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
        let from = ctx.store.places().iter().find(|place| place.base).map(|place| place.id.clone());
        let stage = Self::first_stage(ctx, from.as_ref());
        let (day, time) = (ctx.today(), clock::likely_time(ctx.now()));
        // The timetable is opened while the person answers.
        let opening = Task::perform(ctx.store.timetable(), Message::Opened);
        (Self { stage, from, ..Self::empty(day, time) }, opening)
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
            Message::Open(trip) => return self.reopen(ctx, trip),
            Message::HowWasIt(trip) => return Action::step(Step::Go(Place::HowWasIt(trip))),
            Message::Costs => return Action::step(Step::Go(Place::Costs(None))),
            Message::Asked(ask) => return Action::step(Step::Go(Place::WayAsked(ask))),
            Message::Route(opens) => return Action::step(Step::Go(Place::Routes(opens))),
            Message::New => self.stage = if self.from.is_some() { Stage::Where } else { Stage::From },
            Message::StartElsewhere => self.stage = Stage::From,
            Message::From(place) => self.starts_at(place),
            Message::To(place) => self.goes_to(ctx, place),
            Message::Find(which) => return self.find(ctx, which, None),
            Message::FindBy(which, way) => return self.find(ctx, which, Some(way)),
            Message::Finds(message) => return self.finds(ctx, message),
            Message::Know(known) => {
                self.known = Some(known);
                self.stage = if known.asks_to_talk() { Stage::Talk } else { Stage::Day };
            }
            Message::GoOn => self.stage = Stage::Day,
            Message::GoHome => return Action::step(Step::Home),
            Message::OwnPlaces => self.stage = Stage::Own(Own::list()),
            Message::AddOwn => {
                let (own, action) = Own::add_start(ctx);
                self.stage = Stage::Own(own);
                return action.map(Message::Own);
            }
            Message::Own(message) => {
                let Stage::Own(own) = &mut self.stage else { return Action::none() };
                let action = own.update(ctx, message).map(Message::Own);
                if own.is_over() {
                    self.stage = Stage::From;
                }
                return action;
            }
            Message::About => self.about = true,
            Message::How => return Action::step(Step::Go(Place::HowITravel(()))),
            Message::Day(day) => {
                if day != self.day {
                    (self.day, self.time) = (day, clock::usual_time(ctx.now(), day));
                }
                self.stage = Stage::Time;
            }
            Message::Clock(turn) => self.turn(turn),
            Message::Look if self.other => self.ask_other(),
            Message::Look => return self.look(ctx),
            Message::Another => {
                self.other = true;
                match self.stage {
                    Stage::Found | Stage::None(_) => self.ask_other(),
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
                        (self.ways, self.outlook) = ((choices, 0), outlook);
                        Stage::Found
                    });
                }
            }
            Message::Pick(choice) => self.ways.1 = choice,
            Message::Use => return self.choose(ctx),
            Message::Phone(person) => return self.gets_ready(|ready| ready.phone = Some(person)),
            Message::Take(thing) => return self.gets_ready(|ready| ready.turn(thing)),
            Message::ChangeReady => return self.asks_now(Asks::Phone),
            Message::Next => {
                return self.asks_now(if matches!(self.stage, Stage::Phone) { Asks::Take } else { Asks::Plan });
            }
            Message::Steps => return self.is_ready(None),
            Message::Print => return self.is_ready(Some(|trip| Place::TripPaper(Of::Trip(trip)))),
            Message::Keep => return self.is_ready(Some(|trip| Place::Routes(routes::Opens::Keep(trip)))),
            Message::OtherDay => self.stage = Stage::Day,
            Message::OtherTime => self.stage = Stage::Time,
            Message::Soonest => {
                if let Stage::None(NoWay::NoTrip(NoTrip::TooLateToday { soonest: Some(trip) })) = &self.stage {
                    self.ways = (vec![soonest(trip)], 0);
                    self.stage = Stage::Found;
                }
            }
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        self.open_page(ctx)
    }

    fn back(&mut self, ctx: Ctx<'_>) -> Option<Action<Message>> {
        self.one_step_back(ctx)
    }

    fn leave(&mut self, _ctx: Ctx<'_>) -> Vec<Step> {
        // Whoever leaves while places are read out wants to hear no more of them.
        match &mut self.stage {
            Stage::Find(find, _) => find.leave(),
            _ => Vec::new(),
        }
    }

    fn key(&self, _ctx: Ctx<'_>, struck: &Struck) -> Option<Message> {
        match &self.stage {
            Stage::Find(find, _) => find.key(struck).map(Message::Finds),
            _ => None,
        }
    }

    fn subscription(&self) -> Subscription<Message> {
        match &self.stage {
            Stage::Find(find, _) => find.subscription().map(Message::Finds),
            _ => Subscription::none(),
        }
    }
}

impl Trip {
    /// Nothing answered yet.
    fn empty(day: Date, time: Time) -> Self {
        let (stage, ways, outlook) = (Stage::Where, (Vec::new(), 0), Outlook::default());
        let (from, to, nothing, known, chosen) = (None, None, None, None, None);
        let (asked, stale, other, about, again) = (0, false, false, false, false);
        Self { stage, from, to, day, time, asked, stale, outlook, nothing, other, about, known, ways, chosen, again }
    }
}
