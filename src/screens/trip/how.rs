//! How I travel: the worker's own pace, one question on a page. It is asked once, and every trip is worked out by it.
mod left_out;
pub(super) mod pass;

use iced::Task;
use jiff::civil::Time;

use super::clock;
use crate::domain::pass::Pass;
use crate::domain::person::Role;
use crate::domain::record::Record;
use crate::domain::travel::trip::likes::Likes;
use crate::domain::travel::trip::pace::{Busy, Pace, Speed};
use crate::screen::{Action, Ctx, Screen, Step};
use crate::ui::{Body, Button, Lead, Mark, Page, Strength, Tile};
use crate::words::{Arg, Phrase};

/// How the worker travels.
#[derive(Debug)]
pub struct How {
    pace: Pace,
    pass: Option<Pass>,
    likes: Likes,
    open: Option<Question>,
}

/// One thing about how somebody travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// How fast they walk.
    Speed,
    /// How many minutes to spare when they are there.
    Spare,
    /// How many minutes to change from one bus to another.
    Change,
    /// How many minutes to be at the stop before the bus.
    Stop,
    /// The most minutes of one walk.
    Walking,
    /// The most changes.
    Changes,
    /// When buses are too full.
    Busy,
    /// Which buses they do not take.
    Lines,
    /// Where they do not get on or off.
    Stops,
    /// Which bus pass they have.
    Pass,
    /// Whether it works early.
    Early,
    /// Whether somebody can come along on it.
    Companion,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Opens a question.
    Ask(Question),
    /// Travels like this from now on.
    Travel(Pace),
    /// Turns one of the busy hours on or off.
    Busy(Pace),
    /// Wants none of this from now on.
    LeaveOut(Likes),
    /// Has this pass, and is asked this about it.
    Pass(Option<Pass>, Option<Question>),
    /// Back to all questions.
    Done,
}

impl Question {
    /// Those that stand in the list. What is asked of a pass follows from it.
    const ALL: [Self; 10] = [
        Self::Speed,
        Self::Spare,
        Self::Change,
        Self::Stop,
        Self::Walking,
        Self::Changes,
        Self::Busy,
        Self::Lines,
        Self::Stops,
        Self::Pass,
    ];

    fn key(self) -> &'static str {
        match self {
            Self::Speed => "how-speed",
            Self::Spare => "how-spare",
            Self::Change => "how-change",
            Self::Stop => "how-stop",
            Self::Walking => "how-walking",
            Self::Changes => "how-changes",
            Self::Busy => "how-busy",
            Self::Lines => "how-lines",
            Self::Stops => "how-stops",
            Self::Pass => "pass-which",
            Self::Early => "pass-early",
            Self::Companion => "pass-companion",
        }
    }

    /// The numbers to choose from.
    fn numbers(self) -> &'static [u16] {
        match self {
            Self::Spare => &[5, 10, 15, 20, 30],
            Self::Change | Self::Stop => &[3, 5, 10, 15],
            Self::Walking => &[5, 10, 15, 20, 30],
            Self::Changes => &[0, 1, 2, 3],
            Self::Speed | Self::Busy | Self::Lines | Self::Stops => &[],
            Self::Pass | Self::Early | Self::Companion => &[],
        }
    }
}

impl Screen for How {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "how";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        let (pace, pass) = (ctx.store.pace(&ctx.me.id), ctx.store.pass(&ctx.me.id));
        (Self { pace, pass, likes: ctx.store.likes(&ctx.me.id), open: None }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Ask(question) => self.open = Some(question),
            Message::Done => self.open = None,
            Message::Travel(pace) => {
                // The answer is seen among the others.
                self.open = None;
                return self.keep(ctx, pace);
            }
            Message::Busy(pace) => return self.keep(ctx, pace),
            Message::LeaveOut(likes) => {
                self.likes = likes.clone();
                return Action::step(Step::Keep(Record::Likes(ctx.me.id.clone(), likes)));
            }
            Message::Pass(pass, next) => {
                (self.pass, self.open) = (pass, next);
                return Action::step(Step::Keep(Record::Pass(ctx.me.id.clone(), pass)));
            }
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match self.open {
            None => self.all_page(ctx),
            Some(Question::Speed) => self.speed_page(ctx),
            Some(Question::Busy) => self.busy_page(ctx),
            Some(question @ (Question::Lines | Question::Stops)) => left_out::page(ctx, question, &self.likes),
            Some(question @ (Question::Pass | Question::Early | Question::Companion)) => {
                pass::page(ctx, question, self.pass)
            }
            Some(question) => self.number_page(ctx, question),
        }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        self.open = match self.open? {
            Question::Companion if pass::asks_early(self.pass) => Some(Question::Early),
            Question::Companion | Question::Early => Some(Question::Pass),
            _ => None,
        };
        Some(Action::none())
    }
}

impl How {
    fn keep(&mut self, ctx: Ctx<'_>, pace: Pace) -> Action<Message> {
        self.pace = pace;
        Action::step(Step::Keep(Record::Pace(ctx.me.id.clone(), pace)))
    }

    /// Every question, with the answer that stands.
    fn all_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let tiles = Question::ALL.map(|question| {
            let phrase = ctx.phrase(question.key());
            Tile::opens(question.key(), phrase, Message::Ask(question)).under(self.answer(ctx, question))
        });
        Page::new("how", ctx.phrase("how-heading"), Body::tiles(tiles.into())).helper(ctx.phrase("how-help"))
    }

    fn answer(&self, ctx: Ctx<'_>, question: Question) -> Phrase {
        match question {
            Question::Speed => ctx.phrase(speed(self.pace.speed)),
            Question::Busy => match busy_hours(self.pace.busy).iter().filter(|(_, _, on)| *on).count() {
                0 => ctx.phrase("how-busy-none"),
                _ => {
                    let on = busy_hours(self.pace.busy).into_iter().filter(|(_, _, on)| *on);
                    let names: Vec<_> = on.map(|(key, _, _)| ctx.words.shown(key)).collect();
                    Phrase::own(names.join(", "))
                }
            },
            Question::Lines | Question::Stops => left_out::answer(ctx, question, &self.likes),
            Question::Pass => pass::answer(ctx, self.pass),
            question => number(ctx, question, self.number(question)),
        }
    }

    fn number(&self, question: Question) -> u16 {
        let pace = self.pace;
        match question {
            Question::Spare => pace.extra_minutes,
            Question::Change => pace.change_minutes,
            Question::Stop => pace.stop_minutes,
            Question::Walking => pace.most_walking,
            Question::Changes => pace.most_changes.into(),
            _ => 0,
        }
    }

    fn with(&self, question: Question, number: u16) -> Pace {
        let pace = self.pace;
        match question {
            Question::Spare => Pace { extra_minutes: number, ..pace },
            Question::Change => Pace { change_minutes: number, ..pace },
            Question::Stop => Pace { stop_minutes: number, ..pace },
            Question::Walking => Pace { most_walking: number, ..pace },
            Question::Changes => Pace { most_changes: u8::try_from(number).unwrap_or(u8::MAX), ..pace },
            _ => pace,
        }
    }

    fn speed_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let tiles = [Speed::Slow, Speed::Steady, Speed::Quick].map(|each| {
            let does = Message::Travel(Pace { speed: each, ..self.pace });
            let metres = ctx.words.minutes(minutes_for_a_walk(each));
            let under = ctx.words.phrase_with("how-speed-walk", [("length", Arg::from(metres.shown))]);
            Tile::opens(speed(each), ctx.phrase(speed(each)), does)
                .under(under)
                .mark(Mark::One(self.pace.speed == each))
        });
        Page::new("how-speed", ctx.phrase("how-speed"), Body::tiles(tiles.into()))
    }

    fn number_page<'a>(&'a self, ctx: Ctx<'a>, question: Question) -> Page<'a, Message> {
        let now = self.number(question);
        let mut numbers = question.numbers().to_vec();
        // What somebody else set with them can be seen, too.
        if !numbers.contains(&now) {
            numbers.push(now);
            numbers.sort_unstable();
        }
        let tiles = numbers.into_iter().map(|each| {
            let does = Message::Travel(self.with(question, each));
            Tile::opens(format!("how-{each}"), number(ctx, question, each), does)
                .lead(Lead::Letters(each.to_string()))
                .mark(Mark::One(each == now))
        });
        Page::new(question.key(), ctx.phrase(question.key()), Body::tiles(tiles.collect()))
    }

    fn busy_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let busy = self.pace.busy;
        let hours = Busy { morning: true, afternoon: true, evening: true }.hours();
        let tiles = busy_hours(busy).into_iter().zip(hours).map(|((key, turned, on), hours)| {
            let tile = Tile::opens(key, ctx.phrase(key), Message::Busy(Pace { busy: turned, ..self.pace }));
            let tile = tile.mark(Mark::Many(on));
            let Some((from, to)) = hours.map(|(from, to)| (of_day(from), of_day(to))) else {
                return tile;
            };
            let under = ctx.words.phrase_with("how-busy-hours", [("from", hour(from)), ("to", hour(to))]);
            tile.lead(Lead::Clock(from)).under(under)
        });
        let done = Button::new("how-done", ctx.phrase("how-done"), Message::Done).icon("check");
        Page::new("how-busy", ctx.phrase("how-busy"), Body::tiles(tiles.collect()))
            .helper(ctx.phrase("how-busy-help"))
            .primary(done.strength(Strength::Primary))
    }
}

/// The busy hours by name, what they are when one is turned, and whether they are left out now.
fn busy_hours(busy: Busy) -> [(&'static str, Busy, bool); 3] {
    [
        ("how-busy-morning", Busy { morning: !busy.morning, ..busy }, busy.morning),
        ("how-busy-afternoon", Busy { afternoon: !busy.afternoon, ..busy }, busy.afternoon),
        ("how-busy-evening", Busy { evening: !busy.evening, ..busy }, busy.evening),
    ]
}

fn speed(speed: Speed) -> &'static str {
    match speed {
        Speed::Slow => "how-speed-slow",
        Speed::Steady => "how-speed-steady",
        Speed::Quick => "how-speed-quick",
    }
}

/// The time this many minutes after midnight.
fn of_day(minutes: i32) -> Time {
    clock::moved(Time::midnight(), minutes)
}

/// A time in figures alone: the words beside it say which part of the day it is.
fn hour(time: Time) -> Arg<'static> {
    let hour = match time.hour() % 12 {
        0 => 12,
        hour => hour,
    };
    match time.minute() {
        0 => Arg::from(hour.to_string()),
        minute => Arg::from(format!("{hour}:{minute:02}")),
    }
}

/// The minutes that half a mile takes.
fn minutes_for_a_walk(speed: Speed) -> u32 {
    (800.0 / speed.metres_a_second() / 60.0).round() as u32
}

fn number(ctx: Ctx<'_>, question: Question, number: u16) -> Phrase {
    match question {
        Question::Changes => ctx.words.phrase_with("how-changes-most", [("count", Arg::from(number))]),
        _ => ctx.words.minutes(number.into()),
    }
}
