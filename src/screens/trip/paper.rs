//! A way on paper: one page with its steps, and small cards for the pocket. The system's own program prints it.
use iced::Task;

use crate::devices::viewer::Ready;
use crate::domain::person::Role;
use crate::photo::Pixels;
use crate::print::{self, Block, Mark, Photo, Picture, Point, Shot};
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::put_away::{self, PutAway};
use crate::screens::trip::card::Card;
use crate::screens::trip::steps::cards::Clock;
use crate::screens::trip::walk::{self, Of, Walk};
use crate::screens::trip::{ready, wording};
use crate::ui::pictures::is_ours;
use crate::ui::{Body, Button, Page, Strength, rows};
use crate::words::{Arg, Phrase};

/// A way that is printed.
#[derive(Debug)]
pub struct Paper {
    of: Of,
    /// Whether a route is printed for any day, though it is known when it goes next.
    any_day: bool,
    /// Whether the photos of the steps are read.
    reading: bool,
    /// The paper, once it is made.
    made: Option<Ready>,
    /// Nothing shows papers here: it is put in a folder.
    putting: Option<PutAway>,
    /// Whether it is open, once that is known.
    shown: Option<Result<(), Problem>>,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Opens the paper.
    Show,
    /// The photos of its steps are read: those that there are.
    Read(Vec<(String, Pixels)>),
    /// It is open, or not.
    Shown(Result<(), Problem>),
    /// Wants it without times, for any day; or as it goes next.
    Turn,
    /// Puts it in a folder.
    PutAway,
    /// Something about that.
    Putting(put_away::Message),
    /// Has read what was said.
    Over,
}

impl Screen for Paper {
    type Opens = Of;
    type Message = Message;
    const HEADING: &'static str = "print-card";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(ctx: Ctx<'_>, of: Of) -> (Self, Task<Message>) {
        (
            Self {
                of,
                any_day: false,
                reading: false,
                made: None,
                putting: None,
                shown: ctx.devices.may_go_out().err().map(Err),
            },
            Task::none(),
        )
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Show => {
                let photos = walk::of(ctx, &self.way(), Clock::On).map(|walk| photos(&walk)).unwrap_or_default();
                self.reading = true;
                return Action::run(Task::perform(ctx.store.photos(photos), Message::Read));
            }
            Message::Read(photos) => match self.ready(ctx, &photos) {
                Ok(ready) => {
                    self.made = Some(ready.clone());
                    return Action::run(Task::perform(ctx.devices.viewer.show(ready), Message::Shown));
                }
                Err(problem) => (self.shown, self.reading) = (Some(Err(problem)), false),
            },
            Message::Shown(shown) => (self.shown, self.reading) = (Some(shown), false),
            Message::Turn => self.any_day = !self.any_day,
            Message::PutAway => self.putting = self.made.clone().map(PutAway::begin),
            Message::Putting(message) => {
                if let Some(putting) = &mut self.putting {
                    return putting.update(ctx, message).map(Message::Putting);
                }
            }
            Message::Over => {
                // Nothing is left to go back to in here.
                self.putting = None;
                return Action::step(Step::Back);
            }
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        if let Some(putting) = &self.putting {
            return putting.page(ctx, Message::Putting, Message::Over);
        }
        let (name, lines) = match self.shown {
            None => {
                let lines = ["print-what", "print-pocket"].map(|key| ctx.phrase(key));
                ("print-card", lines.into_iter().chain(self.times(ctx)).collect())
            }
            Some(Ok(())) => ("print-opened", vec![ctx.phrase("print-there")]),
            Some(Err(problem)) => ("print-no", vec![ctx.problem(problem).with_picture("warning")]),
        };
        let body = Body::rows(move |look, width| {
            let numbered = lines.iter().enumerate();
            numbered.map(|(index, line)| rows::line(look, &format!("print-{index}"), line, width)).collect()
        });
        let mut page = Page::new(name, ctx.phrase(name), body);
        if let (None, Of::Planned(..)) = (self.shown, &self.of) {
            let (key, icon) = if self.any_day { ("print-with-times", "clock") } else { ("print-any-day", "calendar") };
            page = page.action(Button::new(key, ctx.phrase(key), Message::Turn).icon(icon).only_if(!self.reading));
        }
        if let Some(put) = self.shown.and_then(Result::err).and_then(|no| PutAway::button(ctx, no, Message::PutAway)) {
            return page.primary(put);
        }
        let (key, icon, does) = match self.shown {
            None => ("print-open", "note", Message::Show),
            Some(_) => ("ok", "check", Message::Over),
        };
        page.primary(
            Button::new(key, ctx.phrase(key), does).icon(icon).strength(Strength::Primary).only_if(!self.reading),
        )
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        if self.putting.as_mut()?.back().is_none() {
            self.putting = None;
        }
        Some(Action::none())
    }
}

/// The names of the photos of the steps.
fn photos(walk: &Walk) -> Vec<String> {
    walk.steps.iter().filter_map(|card| card.photo.clone()).collect()
}

impl Paper {
    /// The way that is printed.
    fn way(&self) -> Of {
        match &self.of {
            Of::Planned(route, _) if self.any_day => Of::Route(route.clone()),
            of => of.clone(),
        }
    }

    /// Of a route: which day the times are for.
    fn times(&self, ctx: Ctx<'_>) -> Option<Phrase> {
        let Of::Planned(_, trip) = &self.of else { return None };
        if self.any_day {
            return Some(ctx.phrase("print-no-times"));
        }
        let day = ctx.words.day(trip.choice.trip.leave.date()).shown;
        Some(ctx.words.phrase_with("print-times", [("day", Arg::from(day))]))
    }

    fn ready(&self, ctx: Ctx<'_>, photos: &[(String, Pixels)]) -> Result<Ready, Problem> {
        // Asked again: the ward may have begun since.
        ctx.devices.may_go_out()?;
        let walk = walk::of(ctx, &self.way(), Clock::On).ok_or(Problem::CannotPrint)?;
        let paper = paper(ctx, &walk, photos);
        Ok(Ready { name: paper.title.clone(), pdf: paper.pdf(&ctx.words)? })
    }
}

/// How large a step is on the page.
#[derive(Debug, Clone, Copy)]
enum Size {
    Large,
    Small,
}

/// How many lines a step has on the page beside what there is to do, and how large it is: the first of these with which
/// the steps are one page. Where none is, as with two buses, they are two pages and have all lines.
const TRIES: [(usize, Size); 4] =
    [(usize::MAX, Size::Large), (usize::MAX, Size::Small), (4, Size::Small), (3, Size::Small)];

/// The paper of a way.
fn paper(ctx: Ctx<'_>, walk: &Walk, photos: &[(String, Pixels)]) -> print::Paper {
    let page = |how| print::Paper { title: walk.title.shown.clone(), blocks: page(ctx, walk, photos, how) };
    let is_one = |paper: &print::Paper| paper.pages(&ctx.words) == Some(1);
    let mut paper = TRIES.into_iter().map(page).find(is_one).unwrap_or_else(|| page(TRIES[0]));
    let numbered = walk.steps.iter().enumerate();
    let steps = numbered.map(|(at, card)| print::Card {
        place: Some(which(ctx, walk, at + 1)),
        ..pocket(ctx, card, photo(card, photos))
    });
    paper.blocks.extend([
        Block::NewPage,
        Block::Heading(ctx.words.shown("paper-trip-cut")),
        Block::Cards(steps.chain([wrong_card(ctx), help_card(ctx)]).collect()),
    ]);
    paper
}

/// The page of steps: whose it is, where it goes, what to take, each step, and who to ring.
fn page(ctx: Ctx<'_>, walk: &Walk, photos: &[(String, Pixels)], (lines, size): (usize, Size)) -> Vec<Block> {
    let name = ("name", Arg::from(ctx.me.name.clone()));
    let whose = match walk.day {
        Some(day) => ctx.words.phrase_with("paper-trip-day", [name, ("day", Arg::from(ctx.words.day(day).shown))]),
        None => ctx.words.phrase_with("paper-trip-whose", [name]),
    };
    let points = walk.steps.iter().map(|card| point(ctx, card, photo(card, photos), lines));
    let ring = phone(ctx, walk).map(|ring| Point::of(&ctx.words, ring.with_picture("phone")));
    let words = std::iter::once(whose).chain(address(ctx, walk)).chain(take(ctx, walk));
    let words: Vec<_> = words.collect();
    let [steps, last] = match size {
        Size::Large => [Mark::Number, Mark::None],
        Size::Small => [Mark::SmallNumber, Mark::Small],
    };
    vec![
        Block::Words(Phrase::joined(&words).shown),
        Block::List(steps, points.collect()),
        Block::List(last, ring.into_iter().collect()),
    ]
}

/// Where it goes.
fn address(ctx: Ctx<'_>, walk: &Walk) -> Option<Phrase> {
    let address = walk.to.as_ref().map(|to| to.facts.address.replace('\n', ", ")).filter(|words| !words.is_empty())?;
    Some(ctx.words.phrase_with("about-address", [("address", Arg::from(address))]))
}

/// What to take, as it was picked.
fn take(ctx: Ctx<'_>, walk: &Walk) -> Option<Phrase> {
    let take = walk.ready.as_ref().map(|ready| ready.take.as_slice()).filter(|take| !take.is_empty())?;
    let things: Vec<_> = take.iter().map(|thing| ctx.words.shown(ready::name(*thing))).collect();
    Some(ctx.words.phrase_with("paper-trip-take", [("things", Arg::from(things.join(", ")))]))
}

/// Who to ring: whom they picked before the trip, or who helps them.
fn phone(ctx: Ctx<'_>, walk: &Walk) -> Option<Phrase> {
    let picked = walk.ready.as_ref().and_then(|ready| ctx.hall.team.person(ready.phone.as_ref()?));
    picked.map(|person| wording::ring(ctx, person)).or_else(|| ring(ctx))
}

/// Which card it is, and of what: "1 of 6, Mill Road Clinic, 3 March".
fn which(ctx: Ctx<'_>, walk: &Walk, now: usize) -> String {
    let place = walk.to.as_ref().map_or_else(|| walk.title.shown.clone(), |to| to.name.clone());
    let (now, all, place) = (("now", Arg::from(now)), ("all", walk.steps.len().into()), ("place", place.into()));
    let which = match walk.day.map(|day| ctx.words.short_day(day).shown) {
        Some(day) => ctx.words.phrase_with("paper-trip-place-day", [now, all, place, ("day", day.into())]),
        None => ctx.words.phrase_with("paper-trip-place", [now, all, place]),
    };
    which.shown
}

/// A step on the page.
fn point(ctx: Ctx<'_>, card: &Card, photo: Option<Photo>, most: usize) -> Point {
    let lines: Vec<_> = lines(ctx, card).take(most).collect();
    let words = Phrase::joined(std::iter::once(&card.heading).chain(&lines));
    Point { words: words.shown, picture: Some(picture(ctx, card.picture)), photo }
}

/// A step as a small card.
fn pocket(ctx: Ctx<'_>, card: &Card, photo: Option<Photo>) -> print::Card {
    print::Card {
        place: None,
        title: card.heading.shown.clone(),
        lines: lines(ctx, card).map(|line| line.shown).collect(),
        picture: Some(picture(ctx, card.picture)),
        photo,
    }
}

/// What a card says beside its heading, but what the heading has said already.
fn lines(ctx: Ctx<'_>, card: &Card) -> impl Iterator<Item = Phrase> {
    // "Bus 42 to City Centre.", as it is said: where it goes alone would be a riddle.
    let plate = card.plate.as_ref().filter(|plate| !plate.to.shown.is_empty());
    let plate =
        plate.map(|plate| ctx.words.phrase_with("paper-trip-plate", [("plate", Arg::from(plate.both.spoken.clone()))]));
    let lines = card.lines.iter().map(|(_, line)| line);
    let lines = lines.filter(|line| !card.heading.shown.contains(line.shown.trim_end_matches('.')));
    plate.into_iter().chain(lines.cloned())
}

/// The photo that the screen shows for a step, if it could be read. The step is whole without it.
fn photo(card: &Card, photos: &[(String, Pixels)]) -> Option<Photo> {
    let (name, shows) = (card.photo.as_ref()?, card.caption.shown.clone());
    match photos.iter().find(|(other, _)| other == name) {
        Some((_, pixels)) => Photo::of(pixels, shows),
        None if is_ours(name) => Some(Photo { shot: Shot::Practice(name.clone()), shows }),
        None => None,
    }
}

fn picture(ctx: Ctx<'_>, name: &str) -> Picture {
    Picture { shows: ctx.words.shown(&format!("picture-{name}")), name: name.to_owned() }
}

/// What to do when something goes wrong.
fn wrong_card(ctx: Ctx<'_>) -> print::Card {
    let keys = ["paper-trip-late", "paper-trip-lost", "paper-trip-not-safe"];
    let lines = keys.map(|key| ctx.words.shown(key)).into_iter().chain(ring(ctx).map(|ring| ring.shown)).collect();
    let (title, picture) = (ctx.words.shown("paper-trip-wrong"), Some(picture(ctx, "lost")));
    print::Card { place: None, title, lines, picture, photo: None }
}

/// Who to ring, with the number.
fn ring(ctx: Ctx<'_>) -> Option<Phrase> {
    let helper = ctx.helper()?;
    let args = [("name", Arg::from(helper.name.clone())), ("number", Arg::from(helper.phone.clone()))];
    Some(ctx.words.phrase_with("lost-ring", args))
}

/// The card to show when one is lost.
fn help_card(ctx: Ctx<'_>) -> print::Card {
    let args = [("me", Arg::from(ctx.me.name.clone())), ("name", Arg::from(ctx.helper_name().to_owned()))];
    let words = ctx.words.phrase_with("show-lost-words", args).shown;
    let lines = std::iter::once(words).chain(ctx.helper().map(|helper| helper.phone.clone())).collect();
    let (title, picture) = (ctx.words.shown("show-card"), Some(picture(ctx, "phone")));
    print::Card { place: None, title, lines, picture, photo: None }
}
