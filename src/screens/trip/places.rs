//! Where a trip starts and where it goes: tiles of few places, or of those one knows and a way to find the others.
use std::sync::Arc;

use super::mine::has_own;
use super::own_places::Own;
use super::{Message, Stage, Trip, asks};
use crate::domain::find_place::{FEW, familiar};
use crate::domain::place::{Place, PlaceId};
use crate::screen::{Action, Ctx};
use crate::screens::find_place::{self, FindPlace, pages};
use crate::ui::{Body, Button, Mark, Page, Tile, rows};

/// The most places that come before the way to find others.
const KNOWN: usize = 5;

/// Which place is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Where the trip starts.
    Start,
    /// Where it goes.
    Go,
    /// Where it goes, in one's own life.
    Own,
}

impl Trip {
    pub(super) fn start_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let words = ctx.phrase("own-add-start");
        let page = places_page(ctx, "trip-from", self.tiles(ctx, Which::Start));
        page.action(Button::new("own-add-start", words, Message::AddOwn).icon("plus"))
    }

    pub(super) fn where_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let mut page = places_page(ctx, "trip-where", self.tiles(ctx, Which::Go));
        page.steps = Some(self.step(ctx, asks::Question::Where));
        page = page.corner(asks::how(ctx));
        if let Some(from) = self.place(ctx, &self.from) {
            page = page.about("pin", ctx.words.phrase_with("trip-start", [("place", from.name.into())]));
        }
        let words = ctx.phrase("trip-start-elsewhere");
        page = page.action(Button::new("trip-start-elsewhere", words, Message::StartElsewhere).icon("pin"));
        let words = ctx.phrase("own-heading");
        page = page.action(Button::new("trip-own", words, Message::OwnPlaces).icon("heart-user"));
        page.action(asks::my_routes(ctx))
    }

    /// The tiles to choose from: all places, or if they are many those that this person knows, and how to find one.
    pub(super) fn tiles(&self, ctx: Ctx<'_>, which: Which) -> Vec<Tile<Message>> {
        let places = self.choices(ctx, which);
        let (to, now): (fn(PlaceId) -> Message, _) = match which {
            Which::Start => (Message::From, self.from.as_ref()),
            Which::Go | Which::Own => (Message::To, self.to.as_ref()),
        };
        let tile = |place: &Place| {
            let tile = pages::tile(place, to(place.id.clone()));
            if now == Some(&place.id) { tile.mark(Mark::One(true)) } else { tile }
        };
        if places.len() <= FEW {
            return places.iter().map(tile).collect();
        }
        let known = familiar(&ctx.store.gone_to(&ctx.me.id));
        let base = places.iter().find(|place| place.base).map(|place| &place.id);
        let known = known.iter().filter(|id| base != Some(id));
        let known = base.into_iter().chain(known).filter_map(|id| places.iter().find(|place| place.id == *id));
        let mut tiles: Vec<_> = known.take(KNOWN).map(tile).collect();
        if tiles.is_empty() {
            return pages::ways(ctx, |way| Message::FindBy(which, way));
        }
        tiles.push(Tile::opens("find-place", ctx.phrase("find-place"), Message::Find(which)));
        tiles
    }

    /// The places that can be chosen.
    fn choices(&self, ctx: Ctx<'_>, which: Which) -> Arc<Vec<Place>> {
        let others = |place: &&Place| which == Which::Start || Some(&place.id) != self.from.as_ref();
        let own = || ctx.store.own_places(&ctx.me.id);
        match which {
            Which::Start => Arc::new(ctx.store.places().iter().cloned().chain(own()).collect()),
            Which::Go => Arc::new(ctx.store.places().iter().filter(others).cloned().collect()),
            Which::Own => Arc::new(own().iter().filter(others).cloned().collect()),
        }
    }

    /// Begins to look for a place among many, in this way if one is chosen.
    pub(super) fn find(&mut self, ctx: Ctx<'_>, which: Which, way: Option<find_place::Message>) -> Action<Message> {
        let places = self.choices(ctx, which);
        let (find, action) = FindPlace::begin(ctx, places, way);
        self.stage = Stage::Find(Box::new(find), which);
        action.map(Message::Finds)
    }

    /// Something happens while a place is looked for.
    pub(super) fn finds(&mut self, ctx: Ctx<'_>, message: find_place::Message) -> Action<Message> {
        let Stage::Find(find, which) = &mut self.stage else { return Action::none() };
        let (found, action) = find.update(ctx, message);
        let action = action.map(Message::Finds);
        let Some(place) = found else { return action };
        match which {
            Which::Start => self.starts_at(place),
            Which::Go | Which::Own => self.goes_to(ctx, place),
        }
        action
    }

    pub(super) fn starts_at(&mut self, place: PlaceId) {
        self.from = Some(place);
        self.stage = Stage::Where;
    }

    pub(super) fn goes_to(&mut self, ctx: Ctx<'_>, place: PlaceId) {
        if self.to.as_ref() != Some(&place) {
            // Another place is another person.
            self.known = None;
            self.to = Some(place);
        }
        self.stage = if self.asks_who(ctx) { Stage::Know } else { Stage::Day };
    }

    /// Where somebody who looked for a place began to.
    pub(super) fn before_finding(which: Which) -> Stage {
        match which {
            Which::Start => Stage::From,
            Which::Go => Stage::Where,
            Which::Own => Stage::Own(Own::list()),
        }
    }

    /// Whether somebody may be visited there: not where trips start, and not at a place of one's own.
    pub(super) fn asks_who(&self, ctx: Ctx<'_>) -> bool {
        self.place(ctx, &self.to).is_none_or(|place| !place.base) && !self.is_own(ctx)
    }

    /// Whether it goes to a place of the worker's own life.
    pub(super) fn is_own(&self, ctx: Ctx<'_>) -> bool {
        ctx.store.own_places(&ctx.me.id).iter().any(|place| Some(&place.id) == self.to.as_ref())
    }

    pub(super) fn place(&self, ctx: Ctx<'_>, id: &Option<PlaceId>) -> Option<Place> {
        ctx.store.place(id.as_ref()?)
    }

    /// What is open first.
    pub(super) fn first_stage(ctx: Ctx<'_>, from: Option<&PlaceId>) -> Stage {
        match () {
            () if has_own(ctx) => Stage::Mine,
            () if from.is_none() => Stage::From,
            () => Stage::Where,
        }
    }
}

/// A page of places to choose from. Without places it says who can add some.
fn places_page<'a>(ctx: Ctx<'a>, key: &'static str, tiles: Vec<Tile<Message>>) -> Page<'a, Message> {
    if tiles.is_empty() {
        let name = ctx.helper().map(|helper| helper.name.clone()).unwrap_or_default();
        let none = ctx.phrase_for("trip-no-places", &name);
        let body = Body::rows(move |look, width| vec![rows::line(look, "trip-no-places", &none, width)]);
        return Page::new(key, ctx.phrase(key), body);
    }
    Page::new(key, ctx.phrase(key), Body::tiles(tiles))
}
