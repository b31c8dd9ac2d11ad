//! A cost while it is written down: one question a page.
use jiff::civil::Date;

use super::pages::recent_tiles;
use super::{Begin, Message, by_key, wrong_key};
use crate::domain::costs::{By, CostId, End, NotMoney, TripCost};
use crate::domain::find_place::{FEW, familiar};
use crate::domain::place::Place;
use crate::screen::Ctx;
use crate::screens::find_place::pages as find_place;
use crate::screens::guard::Guarded;
use crate::screens::setup::photo::Taking;
use crate::store::seal;
use crate::ui::field::{Field, Writing, field};
use crate::ui::{Body, Button, Lead, Mark, Page, Strength, Tile, rows};

/// A question about a cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Which trip was it?
    Trip,
    /// On which day?
    Day,
    /// From where?
    From,
    /// To where?
    To,
    /// How did you go?
    By,
    /// How much was it?
    Fare,
    /// Is there a receipt?
    Receipt,
}

/// A cost while it is written down.
#[derive(Debug)]
pub struct Draft {
    id: Option<CostId>,
    pub day: Option<Date>,
    pub from: Option<End>,
    pub to: Option<End>,
    pub by: Option<By>,
    pub fare: Writing,
    pub pence: Option<u32>,
    pub wrong: Option<NotMoney>,
    pub receipt: Option<String>,
    pub taking: Option<Taking>,
    /// Where it was, while that is typed.
    pub elsewhere: Option<Guarded>,
    /// Whether every question was answered once: then one is changed at a time.
    pub whole: bool,
    /// Whether day, places and way were known before.
    known: bool,
}

/// The questions in their order, without the one about the trip.
const ORDER: [Question; 6] =
    [Question::Day, Question::From, Question::To, Question::By, Question::Fare, Question::Receipt];

/// How many days can be chosen from.
const DAYS: i64 = 14;

impl Question {
    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Self::Trip => "cost-trip",
            Self::Day => "cost-day",
            Self::From => "cost-from",
            Self::To => "cost-to",
            Self::By => "cost-by",
            Self::Fare => "cost-fare",
            Self::Receipt => "cost-receipt",
        }
    }

    /// The question after this one.
    pub fn after(self) -> Option<Self> {
        ORDER.into_iter().skip_while(|other| *other != self).nth(1)
    }
}

impl Draft {
    /// Begins, with what is known of the trip.
    pub fn begin(begin: Option<Begin>) -> Self {
        let known = begin.is_some();
        let (day, from, to, by) = match begin {
            Some(begin) => (Some(begin.day), Some(begin.from), Some(begin.to), Some(begin.by)),
            None => Default::default(),
        };
        let (id, fare, pence, wrong, receipt, taking, elsewhere) = Default::default();
        Self { id, day, from, to, by, fare, pence, wrong, receipt, taking, elsewhere, whole: false, known }
    }

    /// One that was written down before.
    pub fn of(cost: &TripCost) -> Self {
        Self {
            id: Some(cost.id.clone()),
            day: Some(cost.day),
            from: Some(cost.from.clone()),
            to: Some(cost.to.clone()),
            by: Some(cost.by),
            fare: Writing::of(&format!("{}.{:02}", cost.pence / 100, cost.pence % 100)),
            pence: Some(cost.pence),
            wrong: None,
            receipt: cost.receipt.clone(),
            taking: None,
            elsewhere: None,
            whole: true,
            known: false,
        }
    }

    /// Whether it was never kept.
    pub fn is_new(&self) -> bool {
        self.id.is_none()
    }

    /// The question before this one.
    pub fn before(&self, question: Question, recent: bool) -> Option<Question> {
        let first = if recent { Some(Question::Trip) } else { None };
        match question {
            Question::Trip => None,
            Question::Fare if self.known => first,
            Question::Day => first,
            other => ORDER.into_iter().rev().skip_while(|before| *before != other).nth(1),
        }
    }

    /// All of it, once every question is answered.
    pub fn cost(&self, ctx: Ctx<'_>) -> Option<TripCost> {
        Some(TripCost {
            id: self.id.clone().unwrap_or_else(|| CostId(seal::random_name())),
            worker: ctx.me.id.clone(),
            day: self.day?,
            from: self.from.clone()?,
            to: self.to.clone()?,
            by: self.by?,
            pence: self.pence?,
            receipt: self.receipt.clone(),
            at: ctx.now(),
            gone: false,
        })
    }

    /// The page of a question.
    pub fn page<'a>(&'a self, ctx: Ctx<'a>, question: Question) -> Page<'a, Message> {
        if let Some(taking) = &self.taking {
            return taking.page(ctx, Message::Photo);
        }
        if let Some(typing) = &self.elsewhere {
            return elsewhere(ctx, typing, question);
        }
        let key = question.key();
        let body = match question {
            Question::Fare => self.fare(ctx),
            Question::Trip => Body::tiles(recent_tiles(ctx)),
            Question::Day => Body::tiles(self.days(ctx)),
            Question::From => Body::tiles(ends(ctx, self.from.as_ref())),
            Question::To => Body::tiles(ends(ctx, self.to.as_ref())),
            Question::By => {
                let tile = |by| {
                    let tile = Tile::opens(by_key(by), ctx.phrase(by_key(by)), Message::By(by));
                    if self.by == Some(by) { tile.mark(Mark::One(true)) } else { tile }
                };
                Body::tiles(By::ALL.into_iter().map(tile).collect())
            }
            Question::Receipt => Body::tiles(self.receipts(ctx)),
        };
        let mut page = Page::new(key, ctx.phrase(key), body);
        if !self.whole && !self.known && question != Question::Trip {
            let now = ORDER.iter().position(|other| *other == question).unwrap_or_default() + 1;
            page.steps = Some((now, ORDER.len()));
        }
        if question == Question::Fare {
            let typed = !self.fare.words().trim().is_empty();
            let next = Button::new("next", ctx.phrase("next"), Message::FareDone).arrow();
            page = page.primary(next.strength(Strength::Primary).only_if(typed));
        }
        page
    }

    fn fare<'a>(&'a self, ctx: Ctx<'a>) -> Body<'a, Message> {
        Body::rows(move |look, width| {
            let typing = Field {
                id: "cost-fare".to_owned(),
                label: ctx.phrase("cost-fare-field"),
                writing: &self.fare,
                lines: 1,
                question: self.wrong.map(|wrong| ctx.phrase(wrong_key(wrong))),
                staff: false,
            };
            let like = ctx.phrase("cost-fare-like");
            vec![field(look, typing, width, Message::Fare), rows::line(look, "cost-fare-like", &like, width)]
        })
    }

    fn days(&self, ctx: Ctx<'_>) -> Vec<Tile<Message>> {
        let today = ctx.today();
        let mut days: Vec<_> =
            (0..DAYS).filter_map(|days| today.checked_sub(jiff::Span::new().days(days)).ok()).collect();
        // What was kept may be longer ago.
        days.extend(self.day.filter(|day| !days.contains(day)));
        let tile = |day: Date| {
            let (near, date) = (ctx.words.day_from(today, day), ctx.words.day(day));
            let tile = Tile::opens(format!("cost-day-{day}"), near.clone(), Message::Day(day))
                .lead(Lead::Letters(day.day().to_string()));
            let tile = if self.day == Some(day) { tile.mark(Mark::One(true)) } else { tile };
            if near == date { tile } else { tile.under(date) }
        };
        days.into_iter().map(tile).collect()
    }

    fn receipts(&self, ctx: Ctx<'_>) -> Vec<Tile<Message>> {
        let none = Tile::opens("cost-no-receipt", ctx.phrase("cost-no-receipt"), Message::NoReceipt);
        let choose = Tile::opens("cost-photo", ctx.phrase("cost-photo"), Message::ChooseReceipt);
        let choose = choose.lead(Lead::Sign("photo"));
        if self.whole {
            let has = self.receipt.is_some();
            return vec![none.mark(Mark::One(!has)), choose.mark(Mark::One(has))];
        }
        vec![none, choose]
    }
}

/// Where it was, in the person's own words.
fn elsewhere<'a>(ctx: Ctx<'a>, typing: &'a Guarded, question: Question) -> Page<'a, Message> {
    let body = Body::rows(move |look, width| {
        typing.rows((ctx, look), ("cost-where", ctx.phrase("cost-where"), 1), width, Message::Where)
    });
    let next = Button::new("next", ctx.phrase("next"), Message::WhereDone).arrow().strength(Strength::Primary);
    Page::new("cost-where", ctx.phrase(question.key()), body).primary(next.only_if(typing.is_ready()))
}

/// Where a trip can begin or end: at home, at a place of the team, or somewhere else.
fn ends(ctx: Ctx<'_>, now: Option<&End>) -> Vec<Tile<Message>> {
    let home = ctx.phrase("cost-home");
    let (all, gone) = (ctx.store.places(), familiar(&ctx.store.gone_to(&ctx.me.id)));
    // Of very many, those that one goes to are shown. The name of another is typed.
    let is_shown = |place: &&Place| all.len() <= FEW || place.base || gone.iter().take(FEW).any(|id| *id == place.id);
    let places = all.iter().filter(is_shown).map(|place| Tile {
        id: format!("end-{}", place.id.0),
        ..find_place::tile(place, Message::End(place.name.clone()))
    });
    let home = Tile::opens("end-home", home.clone(), Message::End(home.shown));
    let elsewhere = Tile::opens("end-elsewhere", ctx.phrase("cost-elsewhere"), Message::Elsewhere);
    let all = std::iter::once(home).chain(places).chain([elsewhere]);
    let mark = |tile: Tile<Message>| if now == Some(&tile.phrase.shown) { tile.mark(Mark::One(true)) } else { tile };
    all.map(mark).collect()
}
