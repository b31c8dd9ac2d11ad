//! The pages on which a place is looked for.
use iced::Size;

use super::reading::{self, Reading};
use super::{FindPlace, Group, Message, Stage};
use crate::domain::person::Role;
use crate::domain::place::{Place, PlaceId};
use crate::screen::Ctx;
use crate::screens::stretch::Stretch;
use crate::ui::field::{Field, Writing, field};
use crate::ui::page::{Grid, Tiles};
use crate::ui::tiles::tile_view;
use crate::ui::{Body, Button, Lead, Look, Mark, Page, Row, Strength, Tile, rows};
use crate::words::{Arg, Phrase};

/// The height of a place that was found.
const FOUND: f32 = 96.0;

/// A place with its photo, or its picture.
#[must_use]
pub fn tile<M>(place: &Place, does: M) -> Tile<M> {
    let name = Phrase::own(&place.name).with_picture(&place.picture);
    let tile = Tile::opens(format!("place-{}", place.id.0), name, does);
    match &place.photo {
        Some(photo) => tile.lead(Lead::Photo(photo.clone())),
        None => tile,
    }
}

/// The ways to find one.
#[must_use]
pub fn ways<M>(ctx: Ctx<'_>, on: impl Fn(Message) -> M) -> Vec<Tile<M>> {
    let way = |key: &str, does| Tile::opens(key, ctx.phrase(key), on(does));
    vec![
        way("find-by-picture", Message::Pictures),
        way("find-by-name", Message::Name),
        way("find-by-ear", Message::Hear),
    ]
}

impl FindPlace {
    /// The open page.
    #[must_use]
    pub fn page<'a, M: Clone + 'a>(&'a self, ctx: Ctx<'a>, on: fn(Message) -> M) -> Page<'a, M> {
        match &self.stage {
            Stage::Ways => Page::new("find", ctx.phrase("find-how"), Body::tiles(ways(ctx, on))),
            Stage::Kind => self.kind_page(ctx, on),
            Stage::Letter(group) => self.letter_page(ctx, *group, on),
            Stage::These(group, stretch) => self.these_page(ctx, (*group, *stretch), on),
            Stage::Typing { typed, found } => self.typing_page(ctx, (typed, found), on),
            Stage::Reading(reading) => self.reading_page(ctx, reading, on),
        }
    }

    fn kind_page<'a, M: Clone + 'a>(&self, ctx: Ctx<'a>, on: fn(Message) -> M) -> Page<'a, M> {
        let kinds = self.kinds().into_iter().map(|kind| (kind, Some(kind)));
        let all = kinds.chain([("find-any", None)]);
        let tiles = all.map(|(key, kind)| Tile::opens(key, ctx.phrase(key), on(Message::Kind(kind))));
        Page::new("find-kind", ctx.phrase("find-kind"), Body::tiles(tiles.collect()))
    }

    fn letter_page<'a, M: Clone + 'a>(&self, ctx: Ctx<'a>, group: Group, on: fn(Message) -> M) -> Page<'a, M> {
        let tiles = self.letters(group).into_iter().map(|letter| {
            let (id, words) = match letter {
                Some(letter) => {
                    let args = [("letter", Arg::from(letter.to_string()))];
                    (format!("find-letter-{letter}"), ctx.words.phrase_with("find-letter", args))
                }
                None => ("find-number".to_owned(), ctx.phrase("find-number")),
            };
            Tile::opens(id, words, on(Message::Letter(letter))).lead(Lead::None)
        });
        let tiles = Tiles { tiles: tiles.collect(), own: None, grid: Grid::Small };
        let page = Page::new("find-letter", ctx.phrase("find-which-letter"), Body::Tiles(tiles));
        match group.kind {
            Some(kind) => page.about("pin", ctx.phrase(kind)),
            None => page,
        }
    }

    fn these_page<'a, M: Clone + 'a>(
        &self,
        ctx: Ctx<'a>,
        (group, stretch): (Group, Stretch),
        on: fn(Message) -> M,
    ) -> Page<'a, M> {
        let all = self.of(group);
        let shown = stretch.of(&all).iter().map(|place| tile(place, on(Message::This(place.id.clone()))));
        let tiles = stretch.among(ctx, (all.len(), shown.collect()), |to| on(Message::Turn(to)));
        let name = stretch.name(&format!("find-these-{}-{:?}", group.kind.unwrap_or_default(), group.letter));
        let words = Phrase { picture: None, ..ctx.phrase("find-by-ear") };
        let read = Button::new("find-by-ear", words, on(Message::Hear)).icon("ear");
        Page::new(name, ctx.phrase("find-which"), Body::tiles(tiles)).action(read)
    }

    fn typing_page<'a, M: Clone + 'a>(
        &'a self,
        ctx: Ctx<'a>,
        (typed, found): (&'a Writing, &'a [PlaceId]),
        on: fn(Message) -> M,
    ) -> Page<'a, M> {
        let nothing = found.is_empty();
        let news = match (typed.words().trim().is_empty(), nothing) {
            (true, _) => Some(ctx.phrase("find-type")),
            (false, true) if ctx.me.is(Role::Senior) => Some(ctx.phrase("find-none-add")),
            (false, true) => Some(ctx.phrase_for("find-none", ctx.helper_name())),
            (false, false) => None,
        };
        let body = Body::rows(move |look, width| {
            let label = ctx.phrase("place-name-field");
            let typing =
                Field { id: "find-name".to_owned(), label, writing: typed, lines: 1, question: None, staff: false };
            let mut list = vec![field(look, typing, width, move |edit| on(Message::Typed(edit)))];
            list.extend(news.iter().map(|news| rows::line(look, "find-news", news, width)));
            let found = found.iter().filter_map(|id| self.place(id));
            list.extend(found.map(|place| found_row(look, tile(place, on(Message::This(place.id.clone()))), width)));
            list
        });
        Page::new("find-typing", ctx.phrase("find-called"), body)
    }

    fn reading_page<'a, M: Clone + 'a>(&'a self, ctx: Ctx<'a>, reading: &Reading, on: fn(Message) -> M) -> Page<'a, M> {
        let read = |message| on(Message::Read(message));
        let button = |key: &str, does| Button::new(key, ctx.phrase(key), read(does));
        let stop = button("find-stop", reading::Message::Stop).icon("x");
        let Some(place) = reading.now().and_then(|id| self.place(id)) else {
            let end = ctx.phrase("find-end");
            let body = Body::rows(move |look, width| vec![rows::line(look, "find-end", &end, width)]);
            let again = button("find-again", reading::Message::Again).icon("again");
            let page = Page::new("find-end", ctx.phrase("find-read"), body).action(stop);
            return page.primary(again.strength(Strength::Primary));
        };
        let (at, all) = reading.count();
        let count = ctx.words.phrase_with("find-count", [("at", Arg::from(at)), ("all", Arg::from(all))]);
        let this = tile(place, read(reading::Message::Yes)).mark(Mark::Act);
        let pause = match reading.is_going() {
            true => button("find-pause", reading::Message::Pause).icon("pause"),
            false => button("find-go-on", reading::Message::Pause).icon("play"),
        };
        let next = button("find-next", reading::Message::Next).icon("chevron-right");
        let yes = button("find-yes", reading::Message::Yes).icon("check").strength(Strength::Primary);
        let page = Page::new("find-read", ctx.phrase("find-read"), Body::tiles(vec![this])).about("list", count);
        page.helper(ctx.phrase("find-keys")).action(pause).action(next).action(stop).primary(yes)
    }
}

fn found_row<'a, M: Clone + 'a>(look: &Look, tile: Tile<M>, width: f32) -> Row<'a, M> {
    Row { height: FOUND, view: tile_view(look, &tile, Size::new(width, FOUND)) }
}
