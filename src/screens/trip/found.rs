//! The ways that were found, to choose from; or why there are none, and what to do now.
use jiff::civil::{Date, DateTime};

use super::asks::Question;
use super::how::pass;
use super::{Message, NoWay, Trip, wording};
use crate::domain::travel::trip::{Choice, End, NoTrip, Why};
use crate::screen::Ctx;
use crate::store::timetable::Unusable;
use crate::ui::cards::{Card, columns};
use crate::ui::{Banner, Body, Button, Lead, Page, Strength, Tone, rows};
use crate::words::{Arg, Phrase};

impl Trip {
    pub(super) fn found_page<'a>(
        &'a self,
        ctx: Ctx<'a>,
        (choices, picked): (&'a [Choice], usize),
    ) -> Page<'a, Message> {
        let cards: Vec<_> =
            (0..choices.len()).filter_map(|index| self.card(ctx, (choices, index), index == picked)).collect();
        let banner = choices.get(picked).and_then(|choice| pass::banner(ctx, &choice.trip));
        let no_way_home =
            self.outlook.home.is_none() && choices.iter().any(|choice| choice.trip.rides().next().is_some());
        // Cards are high: beside news, their words would be cut off.
        let body = if ctx.look.roomy() && banner.is_none() && !no_way_home && !self.stale && !self.is_holiday() {
            Body::free(move |look, room| columns(look, &cards, room))
        } else {
            Body::tiles(cards.iter().map(Card::tile).collect())
        };
        let by = at_day(ctx, ("trip-found-by", "trip-found-by-day"), self.day.to_datetime(self.time), ctx.today());
        let latest = self.outlook.leave.map(|leave| {
            ctx.words.phrase_with("trip-found-latest", [("time", ctx.words.time(leave.time()).shown.into())])
        });
        let by = Phrase::joined([Some(&by), latest.as_ref()].into_iter().flatten());
        let page = Page::new("trip-found", ctx.phrase("trip-found"), body).helper(by);
        let mut page = self.asks(ctx, page, Question::Way);
        if no_way_home {
            let (id, phrase) = ("trip-no-way-home".to_owned(), ctx.phrase("trip-no-way-home"));
            page.banners.push(Banner { id, tone: Tone::Wait, icon: "alert", phrase, ok: None });
        }
        page.banners.extend(banner);
        let other = Button::new("trip-other-time", ctx.phrase("trip-other-time"), Message::OtherTime).icon("clock");
        let take = Button::new("trip-choose", ctx.phrase("trip-choose"), Message::Use);
        another(ctx, page.action(other)).primary(take.arrow().strength(Strength::Primary))
    }

    /// A way as a card: what it goes by, when to leave, how often one changes, when one is there.
    fn card(&self, ctx: Ctx<'_>, (choices, index): (&[Choice], usize), picked: bool) -> Option<Card<Message>> {
        let choice = choices.get(index)?;
        let trip = &choice.trip;
        let at = |key, time| ctx.words.phrase_with(key, [("time", Arg::from(ctx.words.time(time).shown))]);
        let second = if trip.rides().next().is_none() {
            let args = [("length", Arg::from(ctx.words.minutes(trip.walking().into()).shown))];
            ctx.words.phrase_with("trip-walking", args).with_picture("walk")
        } else {
            let picture = if trip.changes() == 0 { "get-on" } else { "change-bus" };
            ctx.words.phrase_with("trip-changes", [("count", Arg::from(trip.changes()))]).with_picture(picture)
        };
        Some(Card {
            id: format!("way-{index}"),
            title: wording::ways(ctx, trip),
            under: match choice.why {
                _ if choice.busy => Some(ctx.phrase("trip-busy")),
                Why::OneEarlier => Some(ctx.phrase("trip-one-earlier")),
                Why::LeavesLater => Some(ctx.phrase("trip-leaves-later")),
                Why::FewestChanges => price(ctx, choices, choice),
                Why::OnFoot => None,
            },
            lines: vec![
                (
                    Lead::Clock(trip.leave.time()),
                    at_day(ctx, ("trip-leave-at", "trip-leave-day"), trip.leave, self.day),
                ),
                (Lead::Picture, second),
                (Lead::Picture, at("trip-card-there", trip.arrive.time()).with_picture("arrive")),
            ],
            picked,
            does: Message::Pick(index),
        })
    }

    pub(super) fn none_page<'a>(&'a self, ctx: Ctx<'a>, why: &NoWay) -> Page<'a, Message> {
        let mut lines = vec![self.why(ctx, why)];
        let soonest = match why {
            NoWay::NoTrip(NoTrip::TooLateToday { soonest: Some(trip) }) => Some(trip.arrive),
            _ => None,
        };
        if let Some(arrive) = soonest {
            let args = [("time", Arg::from(ctx.words.time(arrive.time()).shown))];
            lines.push(ctx.words.phrase_with("trip-none-soonest", args).with_picture("arrive"));
        }
        if let Some(helper) = ctx.helper() {
            let args = [("name", Arg::from(helper.name.clone())), ("number", Arg::from(helper.phone.clone()))];
            lines.push(ctx.words.phrase_with("trip-none-ring", args).with_picture("phone"));
        }
        let body = Body::rows(move |look, width| {
            let numbered = lines.iter().enumerate();
            numbered.map(|(index, line)| rows::line(look, &format!("trip-none-{index}"), line, width)).collect()
        });
        let page = Page::new("trip-none", ctx.phrase("trip-none"), body);
        let page = another(ctx, self.about_place(ctx, page));
        if matches!(why, NoWay::NoTimetable(_) | NoWay::NoTrip(NoTrip::TimetableTooOld { .. })) {
            // Another day or time changes nothing.
            return page;
        }
        let day = Button::new("trip-other-day", ctx.phrase("trip-other-day"), Message::OtherDay).icon("calendar");
        let time = Button::new("trip-other-time", ctx.phrase("trip-other-time"), Message::OtherTime).icon("clock");
        match soonest {
            Some(_) => {
                let take = Button::new("trip-take-soonest", ctx.phrase("trip-take-soonest"), Message::Soonest);
                page.action(day).action(time).primary(take.arrow().strength(Strength::Primary))
            }
            None => page.action(day).primary(time.strength(Strength::Primary)),
        }
    }

    fn about_place<'a>(&self, ctx: Ctx<'a>, page: Page<'a, Message>) -> Page<'a, Message> {
        match self.place(ctx, &self.to) {
            Some(to) => page.about("pin", ctx.words.phrase_with("trip-to", [("place", to.name.into())])),
            None => page,
        }
    }

    /// Why there is no way, in a sentence.
    fn why(&self, ctx: Ctx<'_>, why: &NoWay) -> Phrase {
        let place = |id| self.place(ctx, id).map(|place| place.name).unwrap_or_default();
        let near = |key, id| ctx.words.phrase_with(key, [("place", Arg::from(place(id)))]).with_picture("bus-stop");
        let until = |key, day| {
            let args = [("day", Arg::from(ctx.words.day_of_year(day).shown))];
            ctx.words.phrase_with(key, args).with_picture("too-old")
        };
        match why {
            NoWay::NoTimetable(Unusable::Missing) => ctx.phrase("trip-none-timetable").with_picture("timetable"),
            NoWay::NoTimetable(_) => ctx.phrase("trip-none-timetable-broken").with_picture("timetable"),
            NoWay::NoTrip(NoTrip::NoStopNear(End::Start)) => near("trip-none-near-start", &self.from),
            NoWay::NoTrip(NoTrip::NoStopNear(End::Goal)) => near("trip-none-near-goal", &self.to),
            NoWay::NoTrip(NoTrip::NothingRunsThatDay) => ctx.phrase("trip-none-day").with_picture("no-trip"),
            NoWay::NoTrip(NoTrip::TimetableTooOld { last_day }) => until("trip-none-old", *last_day),
            NoWay::NoTrip(NoTrip::TimetableNotStarted { first_day }) => until("trip-none-early", *first_day),
            NoWay::NoTrip(NoTrip::NoWay) => ctx.phrase("trip-none-way").with_picture("no-trip"),
            NoWay::NoTrip(NoTrip::TooLateToday { .. }) => ctx.phrase("trip-none-late").with_picture("late-bus"),
        }
    }
}

/// Somebody can be asked for another way.
fn another<'a>(ctx: Ctx<'a>, page: Page<'a, Message>) -> Page<'a, Message> {
    if ctx.helper().is_none() {
        return page;
    }
    page.action(Button::new("other-way", ctx.phrase("other-way"), Message::Another).icon("users"))
}

/// A time in words, and its day beside it where that is another day than `day`.
fn at_day(ctx: Ctx<'_>, (at, on): (&str, &str), time: DateTime, day: Date) -> Phrase {
    let args = [("time", Arg::from(ctx.words.time(time.time()).shown))];
    if time.date() == day {
        return ctx.words.phrase_with(at, args);
    }
    let [clock] = args;
    ctx.words.phrase_with(on, [clock, ("day", ctx.words.day_from(ctx.today(), time.date()).shown.into())])
}

/// What fewer changes cost: how much longer it takes than the quickest way that has more of them.
fn price(ctx: Ctx<'_>, choices: &[Choice], choice: &Choice) -> Option<Phrase> {
    let minutes = |choice: &Choice| choice.trip.leave.duration_until(choice.trip.arrive).as_mins();
    let changes = choice.trip.changes();
    let quickest = choices.iter().filter(|other| other.trip.changes() > changes).map(minutes).min()?;
    let longer = u32::try_from(minutes(choice) - quickest).ok().filter(|longer| *longer > 0)?;
    let length = ctx.words.minutes(longer).shown;
    Some(ctx.words.phrase_with("trip-longer", [("length", Arg::from(length))]))
}
