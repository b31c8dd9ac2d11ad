//! The pages on which places are added and looked at.
use super::{Match, Message, PICTURES};
use crate::domain::place::{Place, PlaceId};
use crate::screen::Ctx;
use crate::store::timetable::{Known, Unusable};
use crate::ui::field::{Field, Writing, field};
use crate::ui::tiles::tile_view;
use crate::ui::{Body, Button, Lead, Look, Page, Row, Strength, Tile, rows};
use crate::words::{Arg, Phrase};
use iced::Size;

/// The height of a stop that was found.
const FOUND: f32 = 96.0;
/// The most lines and the most signs that are told of a stop.
const MOST: usize = 4;

fn names(all: &[String]) -> String {
    all.iter().take(MOST).cloned().collect::<Vec<_>>().join(", ")
}

/// All places.
pub fn list<'a>(ctx: Ctx<'a>) -> Page<'a, Message> {
    let places = ctx.store.places();
    let body = if places.is_empty() {
        let none = ctx.phrase("places-none");
        Body::rows(move |look, width| vec![rows::line(look, "places-none", &none, width)])
    } else {
        Body::tiles(places.iter().map(|place| tile(ctx, place)).collect())
    };
    let add = Button::new("place-add", ctx.phrase("place-add"), Message::Add).icon("plus");
    Page::new("places", ctx.phrase("places-heading"), body).primary(add.strength(Strength::Primary))
}

fn tile(ctx: Ctx<'_>, place: &Place) -> Tile<Message> {
    let name = Phrase::own(&place.name).with_picture(&place.picture);
    let tile = Tile::opens(format!("place-{}", place.id.0), name, Message::Show(place.id.clone()));
    let tile = if place.base { tile.under(ctx.phrase("place-starts")) } else { tile };
    match &place.photo {
        Some(photo) => tile.lead(Lead::Photo(photo.clone())),
        None => tile,
    }
}

/// One place.
pub fn one<'a>(ctx: Ctx<'a>, id: &PlaceId) -> Page<'a, Message> {
    let Some(place) = ctx.store.place(id) else { return list(ctx) };
    let lead = place.photo.clone().map_or(Lead::Picture, Lead::Photo);
    let name = Phrase::own(&place.name).with_picture(&place.picture);
    let starts = ctx.phrase(if place.base { "place-starts" } else { "place-starts-not" }).with_picture("leave");
    let body = Body::rows(move |look, width| {
        vec![rows::led(look, "place-name", (&lead, &name), width), rows::line(look, "place-starts", &starts, width)]
    });
    let remove = Button::new("place-remove", ctx.phrase("place-remove"), Message::Remove(id.clone())).icon("trash");
    let choose = Button::new("place-photo", ctx.phrase("place-photo"), Message::ChoosePhoto(id.clone())).icon("photo");
    let mut page = Page::new("place", Phrase::own(&place.name), body).action(choose);
    if place.photo.is_some() {
        page = page.action(
            Button::new("place-no-photo", ctx.phrase("place-no-photo"), Message::NoPhoto(id.clone())).icon("x"),
        );
    }
    if place.base {
        // Without it no trip could start.
        return page;
    }
    let start = Button::new("place-start-here", ctx.phrase("place-start-here"), Message::StartHere(id.clone()));
    page.action(remove).primary(start.icon("flag").strength(Strength::Primary))
}

/// A stop is looked for.
pub fn finding<'a>(
    ctx: Ctx<'a>,
    typed: &'a Writing,
    (found, timetable): (Option<&'a [Match]>, Option<&Result<Known, Unusable>>),
) -> Page<'a, Message> {
    let trouble = match timetable {
        Some(Err(Unusable::Missing)) => Some("timetable-none"),
        Some(Err(_)) => Some("timetable-broken"),
        Some(Ok(_)) | None => None,
    };
    let news = match (trouble, found) {
        (Some(key), _) => Some(key),
        (None, Some([])) if !typed.words().trim().is_empty() => Some("stop-not-found"),
        (None, Some([])) => Some("stop-how"),
        (None, None) => Some("stop-looking"),
        (None, Some(_)) => None,
    };
    let body = Body::rows(move |look, width| {
        let typing = Field {
            id: "stop".to_owned(),
            label: ctx.phrase("stop-field"),
            writing: typed,
            lines: 1,
            question: None,
            staff: false,
        };
        let mut list = vec![field(look, typing, width, Message::Search)];
        list.extend(news.map(|key| rows::line(look, "stop-news", &ctx.phrase(key), width)));
        let all = found.unwrap_or_default().iter().enumerate();
        list.extend(all.map(|(index, stop)| found_row(ctx, look, (index, stop), width)));
        list
    });
    Page::new("stop", ctx.phrase("stop-which"), body)
}

fn found_row<'a>(ctx: Ctx<'a>, look: &Look, (index, stop): (usize, &Match), width: f32) -> Row<'a, Message> {
    let name = Phrase::own(&stop.name).with_picture("bus-stop");
    let args = || [("lines", Arg::from(names(&stop.lines))), ("towards", Arg::from(names(&stop.towards)))];
    let under = match (stop.lines.is_empty(), stop.towards.is_empty()) {
        (false, _) => Some(ctx.words.phrase_with("stop-lines", args())),
        (true, false) => Some(ctx.words.phrase_with("stop-towards", args())),
        (true, true) => None,
    };
    let tile = Tile { under, ..Tile::opens(format!("stop-{index}"), name, Message::Near(stop.clone())) };
    Row { height: FOUND, view: tile_view(look, &tile, Size::new(width, FOUND)) }
}

/// What is the place called?
pub fn naming<'a>(ctx: Ctx<'a>, typed: &'a Writing) -> Page<'a, Message> {
    let body = Body::rows(move |look, width| {
        let typing = Field {
            id: "name".to_owned(),
            label: ctx.phrase("place-name-field"),
            writing: typed,
            lines: 1,
            question: None,
            staff: false,
        };
        let hint = ctx.phrase("place-name-hint");
        vec![field(look, typing, width, Message::Name), rows::line(look, "place-name-hint", &hint, width)]
    });
    let ready = !typed.words().trim().is_empty();
    let next = Button::new("next", ctx.phrase("next"), Message::Named).arrow();
    Page::new("place-name", ctx.phrase("place-name"), body).primary(next.strength(Strength::Primary).only_if(ready))
}

/// What is the place like?
pub fn picturing<'a>(ctx: Ctx<'a>, name: &str) -> Page<'a, Message> {
    let tiles = PICTURES.iter().map(|key| Tile::opens(*key, ctx.phrase(key), Message::Picture(key)));
    let about = Phrase::own(name);
    Page::new("place-picture", ctx.phrase("place-picture"), Body::tiles(tiles.collect())).about("pin", about)
}
