//! The clock of a trip: any usual time in a few presses, by part of the day, hour and quarter, or a little more or less.
use iced::widget::{column, container, row};
use iced::{Center, Fill, Rectangle, Size};
use jiff::civil::{Date, DateTime, Time};

use super::asks::Question;
use super::{Message, Stage, Trip};
use crate::screen::Ctx;
use crate::ui::board::Board;
use crate::ui::part::{Part, Role as Kind, Zone};
use crate::ui::said::{label, said};
use crate::ui::text::Style;
use crate::ui::tiles::tile_view;
use crate::ui::{Banner, Body, Button, Lead, Look, Mark, Page, Strength, Tile, Tone, View, pictures};
use crate::words::{Arg, Phrase};

/// What is asked of a time, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Which part of the day?
    Day,
    /// Which hour of it?
    Hour(DayPart),
    /// How far into this hour?
    Quarter(i8),
}

/// A part of the day, as times are called in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayPart {
    /// Before noon.
    Morning,
    /// From noon.
    Afternoon,
    /// From 5 o'clock.
    Evening,
    /// From 9 o'clock.
    Night,
}

/// What can happen to the clock.
#[derive(Debug, Clone, Copy)]
pub enum Turn {
    /// It is this many minutes later, or earlier.
    Later(i32),
    /// A time is chosen anew.
    Choose,
    /// In this part of the day.
    In(DayPart),
    /// In this hour.
    Hour(i8),
    /// At this time.
    At(Time),
}

impl DayPart {
    const ALL: [Self; 4] = [Self::Morning, Self::Afternoon, Self::Evening, Self::Night];

    /// Its usual hours. What is earlier than all of them is an hour before the first.
    fn hours(self) -> std::ops::RangeInclusive<i8> {
        match self {
            Self::Morning => 6..=11,
            Self::Afternoon => 12..=16,
            Self::Evening => 17..=20,
            Self::Night => 21..=23,
        }
    }

    fn of(hour: i8) -> Self {
        Self::ALL.into_iter().find(|part| part.hours().contains(&hour)).unwrap_or(Self::Night)
    }

    fn key(self) -> &'static str {
        match self {
            Self::Morning => "trip-part-morning",
            Self::Afternoon => "trip-part-afternoon",
            Self::Evening => "trip-part-evening",
            Self::Night => "trip-part-night",
        }
    }

    /// "In the afternoon."
    fn within(self) -> &'static str {
        match self {
            Self::Morning => "time-morning",
            Self::Afternoon => "time-afternoon",
            Self::Evening => "time-evening",
            Self::Night => "time-night",
        }
    }
}

impl Asks {
    /// What was asked before it. `None`: that was the clock itself.
    pub(super) fn before(self) -> Option<Self> {
        match self {
            Self::Day => None,
            Self::Hour(_) => Some(Self::Day),
            Self::Quarter(hour) => Some(Self::Hour(DayPart::of(hour))),
        }
    }
}

impl Trip {
    /// Turns the clock, or goes on to choose a time.
    pub(super) fn turn(&mut self, turn: Turn) {
        let asks = match turn {
            Turn::Later(minutes) => {
                self.time = moved(self.time, minutes);
                return;
            }
            Turn::At(time) => {
                (self.time, self.stage) = (time, Stage::Time);
                return;
            }
            Turn::Choose => Asks::Day,
            Turn::In(part) => Asks::Hour(part),
            Turn::Hour(hour) => Asks::Quarter(hour),
        };
        self.stage = Stage::Clock(asks);
    }

    /// The part of the day, the hour or the quarter, to choose from.
    pub(super) fn clock_page<'a>(&'a self, ctx: Ctx<'a>, asks: Asks) -> Page<'a, Message> {
        let (name, part, tiles): (_, _, Vec<_>) = match asks {
            Asks::Day => ("trip-part", None, DayPart::ALL.map(|part| part_tile(ctx, part)).into()),
            Asks::Hour(part) => ("trip-hour", Some(part), part.hours().map(|hour| hour_tile(ctx, hour)).collect()),
            Asks::Quarter(hour) => {
                let tiles = [0, 15, 30, 45].map(|minute| quarter_tile(ctx, (hour, minute)));
                ("trip-quarter", Some(DayPart::of(hour)), tiles.into())
            }
        };
        let part = part.map(|part| ctx.words.shown(part.within())).unwrap_or_default();
        let heading = ctx.words.phrase_with(name, [("part", part.into())]);
        // Where there is little room, all of them on one page are better than clocks on several.
        let body = if ctx.look.one_column() {
            let bare = |tile: Tile<Message>| Tile { under: None, ..tile.lead(Lead::None).mark(Mark::Act) };
            let tiles: Vec<_> = tiles.into_iter().map(bare).collect();
            Body::free(move |look, room| {
                in_pairs(look, &tiles, (Rectangle::with_size(room), GAP), Board::new(room)).into()
            })
        } else {
            Body::tiles(tiles)
        };
        self.asks(ctx, Page::new(name, heading, body), Question::Time)
    }

    /// When to be there; `looking`: a way is looked for, and whether that takes more than a moment.
    pub(super) fn time_page<'a>(&'a self, ctx: Ctx<'a>, looking: Option<bool>) -> Page<'a, Message> {
        let body = Body::free(move |look, room| dial(ctx, look, (self.day, self.time), room));
        let page = Page::new("trip-time", ctx.phrase("trip-time"), body);
        let mut page = self.asks(ctx, page, Question::Time);
        if looking == Some(true) {
            page.banners.push(Banner {
                id: "trip-looking".to_owned(),
                tone: Tone::Wait,
                icon: "hourglass",
                phrase: ctx.phrase("trip-looking"),
                ok: None,
            });
        }
        let look = Button::new("trip-look", ctx.phrase(if self.other { "next" } else { "trip-look" }), Message::Look);
        let choose =
            Button::new("trip-part", ctx.phrase("trip-time-choose"), Message::Clock(Turn::Choose)).icon("clock");
        page.action(choose).primary(look.arrow().strength(Strength::Primary).only_if(looking.is_none()))
    }
}

fn part_tile(ctx: Ctx<'_>, part: DayPart) -> Tile<Message> {
    let (from, to) = (*part.hours().start(), *part.hours().end());
    let under = ctx.words.phrase_with("how-busy-hours", [("from", told(from)), ("to", told(to))]);
    Tile::opens(part.key(), ctx.phrase(part.key()), Message::Clock(Turn::In(part)))
        .lead(Lead::Clock(at(from, 0)))
        .under(under)
}

fn hour_tile(ctx: Ctx<'_>, hour: i8) -> Tile<Message> {
    let does = Message::Clock(Turn::Hour(hour));
    Tile::opens(format!("trip-hour-{hour}"), full_hour(ctx, hour), does).lead(Lead::Clock(at(hour, 0)))
}

/// "Half past 2", as people say it.
fn quarter_tile(ctx: Ctx<'_>, (hour, minute): (i8, i8)) -> Tile<Message> {
    let (key, hour_told) = match minute {
        15 => ("trip-quarter-past", hour),
        30 => ("trip-half-past", hour),
        _ => ("trip-quarter-to", hour + 1),
    };
    let words = match minute {
        0 => full_hour(ctx, hour),
        _ => ctx.words.phrase_with(key, [("hour", told(hour_told))]),
    };
    let time = at(hour, minute);
    Tile::opens(format!("trip-quarter-{minute}"), words, Message::Clock(Turn::At(time)))
        .lead(Lead::Clock(time))
        .mark(Mark::Act)
}

/// "2 o'clock": the heading says which part of the day.
fn full_hour(ctx: Ctx<'_>, hour: i8) -> Phrase {
    match hour {
        12 => ctx.words.time(at(hour, 0)),
        _ => ctx.words.phrase_with("trip-hour-short", [("hour", told(hour))]),
    }
}

/// An hour as clocks show it.
fn told(hour: i8) -> Arg<'static> {
    Arg::from(match hour % 12 {
        0 => 12,
        hour => hour,
    })
}

fn at(hour: i8, minute: i8) -> Time {
    Time::constant(hour, minute, 0, 0)
}

/// The least height of a key that moves the clock: its ear can still be pressed.
const KEY: f32 = 54.0;
/// Between keys, where there is little room.
const GAP: f32 = 6.0;

/// A clock with its time in words, and four keys to move it.
fn dial<'a>(ctx: Ctx<'a>, look: &Look, (day, time): (Date, Time), room: Size) -> View<'a, Message> {
    let gap = if look.compact() { GAP } else { look.gap() };
    let words = ctx.words.time(time);
    let day = ctx.words.day_from(ctx.today(), day);
    let spoken = words.clone().then_say(&day);
    let part = Part::new("trip-time-now", Kind::Status, &spoken);
    let (clock, keys) = if look.one_column() {
        let high = (room.height - 2.0 * KEY - 2.0 * gap).clamp(44.0, 120.0);
        (
            Rectangle::new([0.0, 0.0].into(), [room.width, high].into()),
            Rectangle::new([0.0, high + gap].into(), [room.width, room.height - high - gap].into()),
        )
    } else {
        let wide = room.width * 0.36;
        (
            Rectangle::new([0.0, 0.0].into(), [wide, room.height].into()),
            Rectangle::new([wide + gap, 0.0].into(), [room.width - wide - gap, room.height].into()),
        )
    };
    let shown: View<'a, Message> = if look.one_column() {
        let face = pictures::clock(look, time, clock.height);
        let lines = column![
            label(look, "trip-time-now", Style::Label, &words),
            label(look, "trip-time-now", Style::Small, &day),
        ];
        row![face, lines.width(Fill)].spacing(16).align_y(Center).into()
    } else {
        let face = pictures::clock(look, time, (clock.width - 40.0).min(clock.height - 130.0).clamp(80.0, 280.0));
        let lines = column![
            label(look, "trip-time-now", Style::Question, &words),
            label(look, "trip-time-now", Style::Body, &day),
        ];
        column![face, lines.align_x(Center)].spacing(14).align_x(Center).width(Fill).into()
    };
    let shown = said(look, part, container(shown).center_y(Fill));
    let all = [
        ("trip-earlier-hour", "minus", -60),
        ("trip-later-hour", "plus", 60),
        ("trip-earlier", "minus", -5),
        ("trip-later", "plus", 5),
    ];
    let keys_of = all.map(|(id, icon, minutes)| key(ctx, look, (id, icon, minutes)));
    let board = Board::new(room).put(Zone::Content, clock, shown);
    in_pairs(look, &keys_of, (keys, gap), board).into()
}

/// Keys of one size, two in a row.
fn in_pairs<'a>(
    look: &Look,
    tiles: &[Tile<Message>],
    (place, gap): (Rectangle, f32),
    board: Board<'a, Message>,
) -> Board<'a, Message> {
    let rows = tiles.len().div_ceil(2) as f32;
    let high = ((place.height - gap * (rows - 1.0)) / rows).min(170.0);
    let cell = Size::new((place.width - gap) / 2.0, high);
    let used = rows * (high + gap) - gap;
    let top = place.y + if look.one_column() { 0.0 } else { (place.height - used) / 2.0 };
    tiles.iter().enumerate().fold(board, |board, (index, tile)| {
        let (across, down) = (index % 2, index / 2);
        let at = [place.x + across as f32 * (cell.width + gap), top + down as f32 * (cell.height + gap)];
        board.put(Zone::Content, Rectangle::new(at.into(), cell), tile_view(look, tile, cell))
    })
}

fn key(ctx: Ctx<'_>, look: &Look, (id, icon, minutes): (&str, &'static str, i32)) -> Tile<Message> {
    let does = Message::Clock(Turn::Later(minutes));
    if look.one_column() {
        // There is room for the sign only as one of the words.
        Tile::opens(id, ctx.phrase(&format!("{id}-short")), does).mark(Mark::Act).lead(Lead::None)
    } else {
        Tile::opens(id, ctx.phrase(id), does).mark(Mark::Act).lead(Lead::Sign(icon))
    }
}

/// A likely time to be somewhere today: the next half hour that is an hour away, or ten in the morning.
pub fn likely_time(now: DateTime) -> Time {
    let minutes = i32::from(now.hour()) * 60 + i32::from(now.minute()) + 60;
    let half_hours = (minutes + 29) / 30 * 30;
    match half_hours {
        ..=539 => Time::constant(10, 0, 0, 0),
        540..=1290 => moved(Time::midnight(), half_hours),
        _ => Time::constant(21, 30, 0, 0),
    }
}

/// A likely time on this day.
pub fn usual_time(now: DateTime, day: Date) -> Time {
    if day == now.date() { likely_time(now) } else { Time::constant(10, 0, 0, 0) }
}

/// When a day begins, in minutes: before, it is night in words, and nobody can tell which of two nights is meant.
const DAY_BEGINS: i32 = 5 * 60;

/// A time this many minutes later, on the same day.
pub fn moved(time: Time, minutes: i32) -> Time {
    let now = i32::from(time.hour()) * 60 + i32::from(time.minute());
    let then = (now + minutes).clamp(DAY_BEGINS, 23 * 60 + 55);
    Time::constant((then / 60) as i8, (then % 60) as i8, 0, 0)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_likely_time_is_ahead_and_in_the_day() {
        let check = |hour: i8, minute: i8, expected: (i8, i8)| {
            let now = date(2026, 3, 3).at(hour, minute, 0, 0);
            assert_eq!(likely_time(now), Time::constant(expected.0, expected.1, 0, 0), "{now}");
        };
        check(5, 0, (10, 0));
        check(9, 0, (10, 0));
        check(9, 1, (10, 30));
        check(13, 40, (15, 0));
        check(23, 50, (21, 30));
    }

    #[test]
    fn every_hour_of_the_day_is_in_one_part_and_back_leads_there() {
        let hours: Vec<_> = DayPart::ALL.into_iter().flat_map(DayPart::hours).collect();
        assert_eq!(hours, (6..=23).collect::<Vec<_>>());
        for hour in hours {
            assert!(DayPart::of(hour).hours().contains(&hour));
            assert_eq!(Asks::Quarter(hour).before(), Some(Asks::Hour(DayPart::of(hour))));
        }
        assert_eq!(Asks::Hour(DayPart::Night).before(), Some(Asks::Day));
        assert_eq!(Asks::Day.before(), None);
    }

    #[test]
    fn the_time_stays_on_its_day() {
        let time = |hour, minute| Time::constant(hour, minute, 0, 0);
        assert_eq!(moved(time(5, 30), -60), time(5, 0));
        assert_eq!(moved(time(23, 50), 60), time(23, 55));
        assert_eq!(moved(time(9, 55), 5), time(10, 0));
    }
}
