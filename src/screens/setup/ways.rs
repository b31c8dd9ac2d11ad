//! How people come in: a senior peer worker sees it for everyone, and sets it up with each of them.
use iced::Task;

use crate::domain::person::{PersonId, Role};
use crate::domain::ward::Ward;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::way_in::Kind;
use crate::ui::{Banner, Body, Button, Lead, Page, Tile, Tone};
use crate::words::Phrase;

/// How people come in.
#[derive(Debug)]
pub struct Ways;

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Sets it up with this person.
    With(PersonId),
    /// Looks at who works on a secure ward.
    Ward,
}

impl Screen for Ways {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "ways";
    const CARD: Option<fn() -> Place> = Some(|| Place::Ways(()));
    const FOR: &'static [Role] = &[Role::Senior, Role::Practitioner, Role::Supervisor];

    fn open(_ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        (Self, Task::none())
    }

    fn update(&mut self, _ctx: Ctx<'_>, message: Message) -> Action<Message> {
        Action::step(Step::Go(match message {
            Message::With(person) => Place::WayIn(person),
            Message::Ward => Place::Ward(()),
        }))
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let may_set = |id: &PersonId| *id == ctx.me.id || ctx.store.helpers_of(id).contains(&ctx.me.id);
        let people = ctx.team.people.iter().filter(|person| may_set(&person.id));
        let tiles = people.map(|person| {
            let way = Kind::of(&ctx.store.way_of(&person.id)).key();
            Tile::opens(format!("way-of-{}", person.id.0), Phrase::own(&person.name), Message::With(person.id.clone()))
                .lead(Lead::Photo(person.photo.clone()))
                .under(ctx.phrase(way))
        });
        let mut page =
            Page::new("ways", ctx.phrase("ways-heading"), Body::tiles(tiles.collect())).helper(ctx.phrase("ways-help"));
        if !ctx.store.is_guarded() {
            let phrase = ctx.phrase("ways-not-guarded");
            page.banners.push(Banner {
                id: "not-guarded".to_owned(),
                tone: Tone::Wait,
                icon: "alert",
                phrase,
                ok: None,
            });
        }
        if ctx.me.is_one_of(Ward::SET_BY) {
            page = page.action(Button::new("ward", ctx.phrase("ward"), Message::Ward).icon("lock"));
        }
        page
    }
}
