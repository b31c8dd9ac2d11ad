//! What is good to know of a place, one question on a page. Each can be skipped, and "we do not know" is an answer.
use crate::domain::place::{Fact, Facts, Place, PlaceId};
use crate::domain::record::Record;
use crate::screen::{Action, Ctx, Step};
use crate::screens::guard::{self, Asks, Guarded};
use crate::ui::{Body, Button, Mark, Page, Strength, Tile};
use crate::words::Phrase;

/// The name of the field for what is answered in words.
const FIELD: &str = "fact";

/// The questions about one place.
#[derive(Debug)]
pub struct Asking {
    place: PlaceId,
    /// Which question is open. `None`: all of them, as a list.
    open: Option<Fact>,
    typed: Guarded,
    /// Whether they are asked one after the other, because the place is new.
    in_turn: bool,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Opens a question.
    Ask(Fact),
    /// Types the answer.
    Type(guard::Message),
    /// What is typed is the answer.
    Typed,
    /// Yes, or no.
    Say(bool),
    /// Nobody knows.
    Unknown,
    /// Leaves the question for another time.
    Skip,
}

impl Asking {
    /// All questions, with what is known so far.
    #[must_use]
    pub fn list(place: PlaceId) -> Self {
        Self { place, open: None, typed: Guarded::of("", Asks::Everything), in_turn: false }
    }

    /// One question after the other, of a place that nothing is known of yet.
    #[must_use]
    pub fn in_turn(place: PlaceId) -> (Self, Step) {
        let first = Self { place, open: None, typed: Guarded::of("", Asks::Everything), in_turn: true };
        (first.at(Fact::Address, ""), Step::Focus(FIELD.to_owned()))
    }

    /// The place that it is about.
    #[must_use]
    pub fn place(&self) -> &PlaceId {
        &self.place
    }

    /// Whether the questions are asked one after the other.
    #[must_use]
    pub fn is_in_turn(&self) -> bool {
        self.in_turn
    }

    fn at(self, fact: Fact, words: &str) -> Self {
        let asks = if fact == Fact::Address { Asks::Address } else { Asks::Everything };
        Self { open: Some(fact), typed: Guarded::of(words, asks), ..self }
    }

    /// Takes what happened, and says whether the last question has been answered.
    pub fn update(&mut self, ctx: Ctx<'_>, message: Message) -> (bool, Action<Message>) {
        match message {
            Message::Ask(fact) => (false, self.ask(ctx, fact)),
            Message::Type(message) => {
                let _ = self.typed.take(message);
                (false, Action::none())
            }
            Message::Typed => {
                let words = self.typed.words();
                self.answered(ctx, |facts, fact| facts.told(fact, &words))
            }
            Message::Say(is_so) => self.answered(ctx, |facts, fact| facts.said(fact, Some(is_so))),
            Message::Unknown => self.answered(ctx, |facts, fact| facts.told(fact, "").said(fact, None)),
            Message::Skip => self.goes_on(ctx),
        }
    }

    /// One question back. `false`: there is none before it.
    pub fn back(&mut self, ctx: Ctx<'_>) -> bool {
        match (self.in_turn, self.open) {
            (true, Some(fact)) => {
                let before = Fact::ALL.into_iter().take_while(|other| *other != fact).last();
                before.is_some_and(|before| {
                    let _ = self.ask(ctx, before);
                    true
                })
            }
            (_, open) => {
                self.open = None;
                open.is_some()
            }
        }
    }

    /// What is typed, as it is kept when the page is left.
    #[must_use]
    pub fn leave(&self, ctx: Ctx<'_>) -> Option<Step> {
        let (place, fact) = (ctx.store.place(&self.place)?, self.open?);
        let facts = place.facts.clone().told(fact, &self.typed.words());
        let new = self.typed.is_ready() && facts != place.facts;
        new.then_some(Step::Keep(Record::Place(Place { facts, ..place })))
    }

    fn ask(&mut self, ctx: Ctx<'_>, fact: Fact) -> Action<Message> {
        let facts = ctx.store.place(&self.place).map(|place| place.facts).unwrap_or_default();
        let words = facts.words(fact);
        let asked = Self::list(self.place.clone()).at(fact, words.unwrap_or_default());
        *self = Self { in_turn: self.in_turn, ..asked };
        match words {
            Some(_) => Action::step(Step::Focus(FIELD.to_owned())),
            None => Action::none(),
        }
    }

    fn answered(&mut self, ctx: Ctx<'_>, answer: impl FnOnce(Facts, Fact) -> Facts) -> (bool, Action<Message>) {
        let (Some(place), Some(fact)) = (ctx.store.place(&self.place), self.open) else {
            return (true, Action::none());
        };
        let facts = answer(place.facts.clone(), fact);
        let keep = Action::step(Step::Keep(Record::Place(Place { facts, ..place })));
        let (done, then) = self.goes_on(ctx);
        (done, keep.and(then))
    }

    fn goes_on(&mut self, ctx: Ctx<'_>) -> (bool, Action<Message>) {
        if !self.in_turn {
            self.open = None;
            return (false, Action::none());
        }
        match self.open.and_then(Fact::next) {
            Some(next) => (false, self.ask(ctx, next)),
            None => (true, Action::none()),
        }
    }

    /// The open page.
    #[must_use]
    pub fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, super::Message> {
        let place = ctx.store.place(&self.place);
        let (name, facts) = place.map(|place| (place.name, place.facts)).unwrap_or_default();
        let Some(fact) = self.open else {
            let tile = |fact| {
                Tile::opens(key(fact), ctx.phrase(key(fact)), on(Message::Ask(fact))).under(answer(ctx, &facts, fact))
            };
            let body = Body::tiles(Fact::ALL.map(tile).into());
            return Page::new("facts", ctx.phrase("facts-heading"), body).about("pin", Phrase::own(&name));
        };
        let page = match facts.words(fact) {
            Some(_) => self.typed_page(ctx, fact),
            None => yes_or_no_page(ctx, (fact, facts.is_so(fact))),
        };
        let mut page = page.about("pin", Phrase::own(&name));
        if self.in_turn {
            let number = Fact::ALL.into_iter().take_while(|other| *other != fact).count() + 1;
            page.steps = Some((number, Fact::ALL.len()));
            page = page.action(Button::new("skip", ctx.phrase("skip"), on(Message::Skip)));
        }
        page
    }

    fn typed_page<'a>(&'a self, ctx: Ctx<'a>, fact: Fact) -> Page<'a, super::Message> {
        let (key, hint) = (key(fact), hint(fact));
        let body = Body::rows(move |look, width| {
            let lines = match (fact, look.short) {
                (Fact::Address, false) => 4,
                (Fact::Address, true) => 2,
                _ => 1,
            };
            let field = (FIELD, ctx.phrase("fact-field"), lines);
            self.typed.rows((ctx, look), field, width.min(760.0), |typed| on(Message::Type(typed)))
        });
        let unknown = Button::new("fact-unknown", ctx.phrase("fact-unknown"), on(Message::Unknown));
        let next = Button::new("fact-typed", ctx.phrase("next"), on(Message::Typed)).arrow();
        Page::new(key, ctx.phrase(key), body)
            .helper(ctx.phrase(hint))
            .action(unknown)
            .primary(next.strength(Strength::Primary).only_if(self.typed.is_ready()))
    }
}

fn on(message: Message) -> super::Message {
    super::Message::Fact(message)
}

fn yes_or_no_page<'a>(ctx: Ctx<'a>, (fact, now): (Fact, Option<bool>)) -> Page<'a, super::Message> {
    let say = |(key, is_so): (&str, bool)| {
        let tile = Tile::opens(key, ctx.phrase(key), on(Message::Say(is_so)));
        tile.mark(Mark::One(now == Some(is_so)))
    };
    let mut tiles: Vec<_> = [("fact-yes", true), ("fact-no", false)].map(say).into();
    let unknown = Tile::opens("fact-unknown", ctx.phrase("fact-unknown"), on(Message::Unknown));
    tiles.push(unknown.mark(Mark::One(now.is_none())));
    Page::new(key(fact), ctx.phrase(key(fact)), Body::tiles(tiles))
}

fn key(fact: Fact) -> &'static str {
    match fact {
        Fact::Address => "fact-address",
        Fact::Room => "fact-room",
        Fact::Quiet => "fact-quiet",
        Fact::Toilet => "fact-toilet",
        Fact::AskFor => "fact-ask-for",
    }
}

fn hint(fact: Fact) -> &'static str {
    match fact {
        Fact::Address => "fact-address-hint",
        Fact::Room => "fact-room-hint",
        Fact::Quiet | Fact::Toilet | Fact::AskFor => "fact-ask-for-hint",
    }
}

/// What is known so far, in a line.
fn answer(ctx: Ctx<'_>, facts: &Facts, fact: Fact) -> Phrase {
    match (facts.words(fact), facts.is_so(fact)) {
        (Some(""), _) | (None, None) => ctx.phrase("fact-unknown"),
        (Some(words), _) => Phrase::own(words.replace('\n', ", ")),
        (None, Some(true)) => ctx.phrase("fact-yes"),
        (None, Some(false)) => ctx.phrase("fact-no"),
    }
}
