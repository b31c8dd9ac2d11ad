//! Another way to get there: which one, why, and who is asked. It is part of planning a trip.
use jiff::civil::DateTime;

use crate::domain::arranging::{AskId, Because, OtherWay, WayAsked};
use crate::domain::place::PlaceId;
use crate::screen::Ctx;
use crate::store::seal;
use crate::ui::{Body, Button, Lead, Page, Strength, Tile, rows};
use crate::words::{Arg, Phrase};

/// Asking for another way.
#[derive(Debug, Clone)]
pub struct Asking {
    from: Option<PlaceId>,
    to: PlaceId,
    by: DateTime,
    way: Option<OtherWay>,
    /// Why, once that was asked: it can be skipped.
    because: Option<Option<Because>>,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Goes this way.
    Way(OtherWay),
    /// For this reason, or without one.
    Because(Option<Because>),
    /// Asks for it.
    Send,
}

/// How many questions there are.
const QUESTIONS: usize = 2;

/// The key of the words for a way.
#[must_use]
pub fn way_key(way: OtherWay) -> &'static str {
    match way {
        OtherWay::WithSomeone => "other-with",
        OtherWay::Taxi => "other-taxi",
        OtherWay::Lift => "other-lift",
        OtherWay::Online => "other-online",
    }
}

/// The key of the words for a reason.
#[must_use]
pub fn because_key(because: Because) -> &'static str {
    match because {
        Because::NewPlace => "because-new",
        Because::Changes => "because-changes",
        Because::FullBus => "because-full",
        Because::NoBus => "because-no-bus",
        Because::FeelBad => "because-bad",
        Because::Else => "because-else",
    }
}

/// "Taxi to Mill Road Clinic".
#[must_use]
pub fn title(ctx: Ctx<'_>, asked: &WayAsked) -> Phrase {
    let key = match asked.way {
        OtherWay::WithSomeone => "other-with-to",
        OtherWay::Taxi => "other-taxi-to",
        OtherWay::Lift => "other-lift-to",
        OtherWay::Online => "other-online-to",
    };
    ctx.words.phrase_with(key, [("place", Arg::from(place(ctx, &asked.to)))])
}

/// "Tomorrow. Be there at 10 o'clock in the morning."
#[must_use]
pub fn when(ctx: Ctx<'_>, by: DateTime) -> Phrase {
    let (day, time) = (ctx.words.day_from(ctx.today(), by.date()), ctx.words.time(by.time()));
    ctx.words.phrase_with("other-when", [("day", day.shown.into()), ("time", time.shown.into())])
}

fn place(ctx: Ctx<'_>, id: &PlaceId) -> String {
    ctx.store.place(id).map(|place| place.name).unwrap_or_default()
}

impl Asking {
    /// Begins to ask for a way from here to there.
    #[must_use]
    pub fn begin(from: Option<PlaceId>, to: PlaceId, by: DateTime) -> Self {
        Self { from, to, by, way: None, because: None }
    }

    /// Takes what happened, and gives what is asked once that is sent.
    pub fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Option<WayAsked> {
        match message {
            Message::Way(way) => self.way = Some(way),
            Message::Because(because) => self.because = Some(because),
            Message::Send => {
                return Some(WayAsked {
                    id: AskId(seal::random_name()),
                    worker: ctx.me.id.clone(),
                    from: self.from.clone(),
                    to: self.to.clone(),
                    by: self.by,
                    way: self.way?,
                    because: self.because.flatten(),
                    at: ctx.now(),
                    taken_back: false,
                    read: None,
                });
            }
        }
        None
    }

    /// Goes one question back. Says whether there was one.
    pub fn back(&mut self) -> bool {
        self.because.take().is_some() || self.way.take().is_some()
    }

    /// The open question, or all that was said.
    #[must_use]
    pub fn page<'a, M: Clone + 'a>(&'a self, ctx: Ctx<'a>, on: fn(Message) -> M) -> Page<'a, M> {
        let to = ctx.words.phrase_with("trip-to", [("place", Arg::from(place(ctx, &self.to)))]);
        let page = match (self.way, self.because) {
            (None, _) => way_page(ctx, on),
            (Some(_), None) => because_page(ctx, on),
            (Some(way), Some(because)) => self.check_page(ctx, (way, because), on),
        };
        page.about("pin", to)
    }

    fn check_page<'a, M: Clone + 'a>(
        &self,
        ctx: Ctx<'a>,
        (way, because): (OtherWay, Option<Because>),
        on: fn(Message) -> M,
    ) -> Page<'a, M> {
        let name = ctx.helper_name();
        let mut lines =
            vec![(Lead::Picture, ctx.phrase(way_key(way))), (Lead::Clock(self.by.time()), when(ctx, self.by))];
        lines.extend(because.map(|because| (Lead::Picture, ctx.phrase(because_key(because)))));
        lines.push((Lead::Picture, ctx.phrase_for("other-not-yet", name)));
        let send = Button::new("other-send", ctx.phrase_for("other-send", name), on(Message::Send)).icon("send");
        list("other-check", ctx.phrase_for("other-check", name), lines).primary(send.strength(Strength::Primary))
    }
}

fn way_page<'a, M: Clone + 'a>(ctx: Ctx<'a>, on: fn(Message) -> M) -> Page<'a, M> {
    let tile = |way| Tile::opens(way_key(way), ctx.phrase(way_key(way)), on(Message::Way(way)));
    let tiles = OtherWay::ALL.into_iter().map(tile).collect();
    let mut page = Page::new("other", ctx.phrase("other"), Body::tiles(tiles));
    page.steps = Some((1, QUESTIONS));
    page
}

fn because_page<'a, M: Clone + 'a>(ctx: Ctx<'a>, on: fn(Message) -> M) -> Page<'a, M> {
    let tile = |because| {
        Tile::opens(because_key(because), ctx.phrase(because_key(because)), on(Message::Because(Some(because))))
    };
    let tiles = Because::ALL.into_iter().map(tile).collect();
    let mut page = Page::new("because", ctx.phrase("because"), Body::tiles(tiles));
    page.steps = Some((2, QUESTIONS));
    page.action(Button::new("skip", ctx.phrase("skip"), on(Message::Because(None))))
}

/// A page of lines with what stands before each.
pub fn list<'a, M: Clone + 'a>(name: &'static str, heading: Phrase, lines: Vec<(Lead, Phrase)>) -> Page<'a, M> {
    let body = Body::rows(move |look, width| {
        let numbered = lines.iter().enumerate();
        numbered.map(|(index, (lead, line))| rows::led(look, &format!("{name}-{index}"), (lead, line), width)).collect()
    });
    Page::new(name, heading, body)
}
