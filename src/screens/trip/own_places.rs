//! Places of a worker's own life: home, the doctor, a friend. Only the worker reads them, and no visit goes there.
use crate::domain::place::{Place, PlaceId};
use crate::domain::record::Record;
use crate::screen::{Action, Ctx, Step};
use crate::screens::setup::places::adding::{self, Adding};
use crate::ui::{Body, Button, Mark, Page, Strength, Tile, rows};
use crate::words::{Arg, Phrase};

/// The places of one's own, as they are picked, added and taken off.
#[derive(Debug)]
pub struct Own {
    stage: Stage,
    /// Whether one is added only to set out from there.
    start: bool,
}

#[derive(Debug)]
enum Stage {
    /// Where to go of one's own.
    List,
    /// A new one.
    Adding(Adding),
    /// Which one goes off the list.
    Removing,
    /// Whether this one goes off the list.
    Remove(PlaceId),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Adds one.
    Add,
    /// Something about the new one.
    Adding(adding::Message),
    /// Takes one off the list.
    Remove,
    /// This one.
    RemoveThis(PlaceId),
    /// Yes, it goes.
    YesRemove(PlaceId),
    /// No, it stays.
    Keep,
}

impl Own {
    /// The list.
    #[must_use]
    pub fn list() -> Self {
        Self { stage: Stage::List, start: false }
    }

    /// Adds one at once, to set out from there.
    #[must_use]
    pub fn add_start(ctx: Ctx<'_>) -> (Self, Action<Message>) {
        let (adding, action) = Adding::begin(ctx, true);
        (Self { stage: Stage::Adding(adding), start: true }, action.map(Message::Adding))
    }

    /// Takes what happened.
    pub fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Add => {
                let (adding, action) = Adding::begin(ctx, true);
                self.stage = Stage::Adding(adding);
                return action.map(Message::Adding);
            }
            Message::Adding(message) => {
                let Stage::Adding(adding) = &mut self.stage else { return Action::none() };
                let (added, action) = adding.update(message);
                let Some(added) = added else { return action.map(Message::Adding) };
                self.stage = Stage::List;
                return Action::step(Step::Keep(Record::OwnPlace(ctx.me.id.clone(), added.place(false))));
            }
            Message::Remove => self.stage = Stage::Removing,
            Message::RemoveThis(place) => self.stage = Stage::Remove(place),
            Message::YesRemove(place) => {
                self.stage = Stage::List;
                let own = ctx.store.own_places(&ctx.me.id).into_iter().find(|own| own.id == place);
                let gone = own.map(|own| Record::OwnPlace(ctx.me.id.clone(), Place { gone: true, ..own }));
                return Action::steps(gone.map(Step::Keep).into_iter().collect());
            }
            Message::Keep => self.stage = Stage::List,
        }
        Action::none()
    }

    /// Goes one step back. `None` where there is none.
    pub fn back(&mut self) -> Option<Action<Message>> {
        self.stage = match &mut self.stage {
            Stage::List => return None,
            Stage::Adding(adding) => match adding.back() {
                Some(above) => return Some(above.map(Message::Adding)),
                None => Stage::List,
            },
            Stage::Removing => Stage::List,
            Stage::Remove(_) => Stage::Removing,
        };
        Some(Action::none())
    }

    /// The open page. `tiles` are the places, as they are picked.
    pub fn page<'a>(&'a self, ctx: Ctx<'a>, tiles: Vec<Tile<super::Message>>) -> Page<'a, super::Message> {
        match &self.stage {
            Stage::List => list_page(ctx, tiles),
            Stage::Adding(adding) => adding.page(ctx, |message| super::Message::Own(Message::Adding(message))),
            Stage::Removing => removing_page(ctx),
            Stage::Remove(place) => remove_page(ctx, place),
        }
    }

    /// Whether nothing is left to do here: one was to be added, and that is over.
    #[must_use]
    pub fn is_over(&self) -> bool {
        self.start && matches!(self.stage, Stage::List)
    }
}

fn on(message: Message) -> super::Message {
    super::Message::Own(message)
}

fn list_page<'a>(ctx: Ctx<'a>, tiles: Vec<Tile<super::Message>>) -> Page<'a, super::Message> {
    let some = !tiles.is_empty();
    let body = if some {
        Body::tiles(tiles)
    } else {
        let none = ctx.phrase("own-place-none");
        Body::rows(move |look, width| vec![rows::line(look, "own-none", &none, width)])
    };
    let add = Button::new("own-add", ctx.phrase("place-add"), on(Message::Add)).icon("plus");
    let page = Page::new("trip-own", ctx.phrase("own-heading"), body).helper(ctx.phrase("own-only-you"));
    if !some {
        return page.primary(add.strength(Strength::Primary));
    }
    let remove = Button::new("own-remove", ctx.phrase("own-place-remove"), on(Message::Remove)).icon("trash");
    page.action(remove).action(add)
}

fn removing_page<'a>(ctx: Ctx<'a>) -> Page<'a, super::Message> {
    let tiles = ctx.store.own_places(&ctx.me.id).into_iter().map(|place| {
        let name = Phrase::own(&place.name).with_picture(&place.picture);
        Tile::opens(format!("remove-{}", place.id.0), name, on(Message::RemoveThis(place.id)))
    });
    Page::new("own-removing", ctx.phrase("own-which"), Body::tiles(tiles.collect()))
}

fn remove_page<'a>(ctx: Ctx<'a>, id: &PlaceId) -> Page<'a, super::Message> {
    let name = ctx.store.place(id).map(|place| place.name).unwrap_or_default();
    let act = |key, message| Tile::opens(key, ctx.phrase(key), on(message)).mark(Mark::Act);
    let tiles = vec![act("own-keep", Message::Keep), act("own-yes-remove", Message::YesRemove(id.clone()))];
    let heading = ctx.words.phrase_with("own-remove-ask", [("place", Arg::from(name))]);
    Page::new("own-remove", heading, Body::tiles(tiles))
}
