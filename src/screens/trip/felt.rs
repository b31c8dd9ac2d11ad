//! How was your trip? Two questions after a trip, and what the answers say together.
use iced::Task;

use super::wording;
use crate::domain::felt::{Felt, Hard, How, TripFelt};
use crate::domain::person::{PersonId, Role};
use crate::domain::place::ChosenTrip;
use crate::domain::record::Record;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::costs::Begin;
use crate::ui::{Body, Button, Mark, Page, Strength, Tile, rows};
use crate::words::{Arg, Phrase};

/// For how many days after a trip it is asked.
const DAYS: i64 = 7;

/// Asking how a trip was.
#[derive(Debug)]
pub struct HowWasIt {
    /// None: it is gone.
    trip: Option<ChosenTrip>,
    how: Option<How>,
    hard: Vec<Hard>,
    stage: Stage,
}

#[derive(Debug, Clone, Copy)]
enum Stage {
    How,
    Hard,
    Done,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// It went like this, or nobody wants to say.
    How(Option<How>),
    /// This was hard, or not.
    Hard(Hard),
    /// Nothing was hard.
    Nothing,
    /// Has said what was hard.
    Next,
    /// Writes down what it cost.
    Cost,
    /// Has read what was said.
    Okay,
}

fn how_key(how: How) -> &'static str {
    match how {
        How::Good => "felt-good",
        How::SoSo => "felt-so-so",
        How::NotGood => "felt-not-good",
    }
}

fn hard_key(hard: Hard) -> &'static str {
    match hard {
        Hard::Waiting => "felt-waiting",
        Hard::FullBus => "felt-full",
        Hard::Changing => "felt-changing",
        Hard::Finding => "felt-finding",
        Hard::Talking => "felt-talking",
    }
}

/// The newest trip that is over and that nobody asked about.
pub fn to_ask(ctx: Ctx<'_>) -> Option<ChosenTrip> {
    let since = ctx.today().checked_sub(jiff::Span::new().days(DAYS)).ok()?;
    let made = ctx.store.trips_made(&ctx.me.id, (since, ctx.now()));
    // Whoever says that they are there is still on the way until the time has passed.
    let passed = |trip: &&ChosenTrip| trip.choice.trip.arrive <= ctx.now();
    let newest = made.iter().rfind(passed)?;
    let asked = ctx.store.trip_felt(&ctx.me.id, newest.choice.trip.leave).is_some();
    (!asked).then(|| newest.clone())
}

impl Screen for HowWasIt {
    /// The name of the trip.
    type Opens = String;
    type Message = Message;
    const HEADING: &'static str = "felt";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(ctx: Ctx<'_>, trip: String) -> (Self, Task<Message>) {
        let trip = ctx.store.chosen_trip(&trip).filter(|trip| trip.person == ctx.me.id);
        (Self { trip, how: None, hard: Vec::new(), stage: Stage::How }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::How(how) => {
                self.how = how;
                if how.is_none() {
                    self.hard.clear();
                }
                self.stage = if how.is_some() { Stage::Hard } else { Stage::Done };
                // Kept at once: what is hard comes to it. Skipped, it is not asked again.
                return self.keep(ctx);
            }
            Message::Hard(hard) => {
                match self.hard.iter().position(|other| *other == hard) {
                    Some(at) => drop(self.hard.remove(at)),
                    None => self.hard.push(hard),
                }
                return self.keep(ctx);
            }
            Message::Nothing => {
                self.hard.clear();
                self.stage = Stage::Done;
                return self.keep(ctx);
            }
            Message::Next => self.stage = Stage::Done,
            Message::Cost => {
                if let Some(trip) = &self.trip {
                    return Action::step(Step::Instead(Place::Costs(Some(Begin::of(ctx, trip)))));
                }
            }
            Message::Okay => return Action::step(Step::Home),
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let Some(trip) = &self.trip else {
            let gone = ctx.phrase("trip-gone");
            let body = Body::rows(move |look, width| vec![rows::line(look, "trip-gone", &gone, width)]);
            return Page::new("felt-gone", ctx.phrase("felt"), body);
        };
        let place = ctx.store.place(&trip.to).map(|place| place.name).unwrap_or_default();
        let about = ctx.words.phrase_with("trip-to", [("place", Arg::from(place))]);
        match self.stage {
            Stage::How => how_page(ctx).about("pin", about),
            Stage::Hard => self.hard_page(ctx).about("pin", about),
            Stage::Done => done_page(ctx, trip),
        }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        self.stage = match self.stage {
            Stage::How => return None,
            Stage::Hard => Stage::How,
            Stage::Done if self.how.is_none() => Stage::How,
            Stage::Done => Stage::Hard,
        };
        Some(Action::none())
    }
}

impl HowWasIt {
    fn keep(&self, ctx: Ctx<'_>) -> Action<Message> {
        let Some(trip) = &self.trip else { return Action::none() };
        Action::step(Step::Keep(Record::TripFelt(TripFelt {
            worker: ctx.me.id.clone(),
            left: trip.choice.trip.leave,
            how: self.how,
            hard: self.hard.clone(),
            at: ctx.now(),
        })))
    }

    fn hard_page<'a>(&self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let tile = |hard: Hard| {
            let tile = Tile::opens(hard_key(hard), ctx.phrase(hard_key(hard)), Message::Hard(hard));
            tile.mark(Mark::Many(self.hard.contains(&hard)))
        };
        let mut tiles: Vec<_> = Hard::ALL.into_iter().map(tile).collect();
        tiles.push(Tile::opens("felt-nothing", ctx.phrase("felt-nothing"), Message::Nothing));
        let mut page = Page::new("felt-hard", ctx.phrase("felt-hard"), Body::tiles(tiles));
        page.steps = Some((2, 2));
        let next = Button::new("next", ctx.phrase("next"), Message::Next).arrow().strength(Strength::Primary);
        page.primary(next.only_if(!self.hard.is_empty()))
    }
}

fn how_page(ctx: Ctx<'_>) -> Page<'_, Message> {
    let tile = |how| Tile::opens(how_key(how), ctx.phrase(how_key(how)), Message::How(Some(how)));
    let tiles = How::ALL.into_iter().map(tile).collect();
    let mut page = Page::new("felt", ctx.phrase("felt-how"), Body::tiles(tiles));
    page.steps = Some((1, 2));
    page.action(Button::new("skip", ctx.phrase("skip"), Message::How(None)))
}

/// Who reads it, and that it can be written down what the trip cost.
fn done_page<'a>(ctx: Ctx<'a>, trip: &ChosenTrip) -> Page<'a, Message> {
    let lines = [ctx.phrase("felt-thanks"), wording::readers(ctx)];
    let body = Body::rows(move |look, width| {
        let numbered = lines.iter().enumerate();
        numbered.map(|(index, line)| rows::line(look, &format!("felt-done-{index}"), line, width)).collect()
    });
    let okay = Button::new("ok", ctx.phrase("ok"), Message::Okay).icon("check").strength(Strength::Primary);
    let page = Page::new("felt-done", ctx.phrase("felt-done"), body).primary(okay);
    if trip.choice.trip.rides().next().is_none() {
        return page;
    }
    page.action(Button::new("costs", ctx.phrase("costs"), Message::Cost).icon("note"))
}

/// "Your trips: 4 good, 1 not good. The waiting was hard most often." None where nothing was said.
pub fn together(ctx: Ctx<'_>, worker: &PersonId) -> Option<Phrase> {
    let felt = Felt::of(&ctx.store.trips_felt(worker), ctx.today());
    if !felt.says_something() {
        return None;
    }
    let counts = [(felt.good, "felt-count-good"), (felt.so_so, "felt-count-so-so"), (felt.not_good, "felt-count-not")];
    let counts: Vec<_> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, key)| ctx.words.phrase_with(key, [("count", Arg::from(count))]).shown)
        .collect();
    let all = ctx.words.phrase_with("felt-together", [("counts", Arg::from(counts.join(", ")))]);
    Some(match felt.hardest {
        Some(hard) => {
            let what = ctx.words.shown(&format!("{}-most", hard_key(hard)));
            all.and_show(&what).then_say(&Phrase::own(what))
        }
        None => all,
    })
}
