//! The pages on which places are looked at.
use super::Message;
use crate::domain::find_place::FEW;
use crate::domain::place::{Place, PlaceId};
use crate::screen::Ctx;
use crate::screens::find_place::pages as find_place;
use crate::ui::{Body, Button, Lead, Page, Strength, Tile, rows};
use crate::words::Phrase;

/// All places.
pub fn list<'a>(ctx: Ctx<'a>) -> Page<'a, Message> {
    let places = ctx.store.places();
    let body = if places.is_empty() {
        let none = ctx.phrase("places-none");
        Body::rows(move |look, width| vec![rows::line(look, "places-none", &none, width)])
    } else if places.len() <= FEW {
        Body::tiles(places.iter().map(|place| tile(ctx, place)).collect())
    } else {
        let start = places.iter().filter(|place| place.base).map(|place| tile(ctx, place));
        Body::tiles(start.chain(find_place::ways(ctx, Message::Find)).collect())
    };
    let add = Button::new("place-add", ctx.phrase("place-add"), Message::Add).icon("plus");
    Page::new("places", ctx.phrase("places-heading"), body).primary(add.strength(Strength::Primary))
}

fn tile(ctx: Ctx<'_>, place: &Place) -> Tile<Message> {
    let tile = find_place::tile(place, Message::Show(place.id.clone()));
    if place.base { tile.under(ctx.phrase("place-starts")) } else { tile }
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
    let facts = Button::new("place-facts", ctx.phrase("place-facts"), Message::Facts(id.clone())).icon("note");
    let mut page = Page::new("place", Phrase::own(&place.name), body).corner(facts).action(choose);
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
