//! Secure-ward mode: turned on and off for somebody, together with them, by a senior peer worker or a lead.
use iced::Task;

use crate::domain::person::Role;
use crate::domain::person::{Person, PersonId};
use crate::domain::record::Record;
use crate::domain::ward::Ward as Mode;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::ui::{Body, Button, Lead, Page, Strength, Tile, rows};
use crate::words::Phrase;

/// Who works on a secure ward, and what that means.
#[derive(Debug, Default)]
pub struct Ward {
    with: Option<PersonId>,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Looks at it with this person.
    With(PersonId),
    /// Turns it on or off for them.
    Turn(bool),
    /// Back to everyone.
    Done,
}

impl Screen for Ward {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "ward";
    const FOR: &'static [Role] = Mode::SET_BY;

    fn open(_ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        (Self::default(), Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::With(person) => self.with = Some(person),
            Message::Done => self.with = None,
            Message::Turn(on) => {
                let Some(person) = self.with.clone().filter(|person| *person != ctx.me.id) else {
                    return Action::none();
                };
                let said = ctx.phrase_for(if on { "ward-now-on" } else { "ward-now-off" }, ctx.team.name_of(&person));
                let mode = Mode { person, on, by: ctx.me.id.clone(), at: ctx.now() };
                return Action::step(Step::Keep(Record::Ward(mode))).then(Step::Say(said));
            }
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match self.with.as_ref().and_then(|person| ctx.hall.team.person(person)) {
            Some(person) => person_page(ctx, person),
            None => people_page(ctx),
        }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        self.with.take().map(|_| Action::none())
    }
}

/// Whether it is on for this person.
fn is_on(ctx: Ctx<'_>, person: &PersonId) -> bool {
    ctx.store.ward(person).is_some_and(|mode| mode.on)
}

fn people_page(ctx: Ctx<'_>) -> Page<'_, Message> {
    let others = ctx.team.people.iter().filter(|person| person.id != ctx.me.id);
    let tiles = others.map(|person| {
        let state = if is_on(ctx, &person.id) { "ward-on" } else { "ward-off" };
        let id = format!("ward-of-{}", person.id.0);
        Tile::opens(id, Phrase::own(&person.name), Message::With(person.id.clone()))
            .lead(Lead::Photo(person.photo.clone()))
            .under(ctx.phrase(state))
    });
    Page::new("ward", ctx.phrase("ward-heading"), Body::tiles(tiles.collect())).helper(ctx.phrase("ward-help"))
}

fn person_page<'a>(ctx: Ctx<'a>, person: &'a Person) -> Page<'a, Message> {
    let on = is_on(ctx, &person.id);
    let name = move |key| ctx.phrase_for(key, &person.name);
    let body = Body::rows(move |look, width| {
        let lines = [
            ("microphone", "ward-microphone"),
            ("photo", "ward-photos"),
            ("usb", "ward-out"),
            ("link", "ward-network"),
            ("users", "ward-together"),
        ];
        lines.map(|(icon, key)| rows::sign_line(look, key, (icon, None), &name(key), width)).into()
    });
    let (key, icon) = if on { ("ward-turn-off", "x") } else { ("ward-turn-on", "lock") };
    let turn = Button::new(key, ctx.phrase(key), Message::Turn(!on)).icon(icon).strength(Strength::Primary);
    Page::new("ward-person", name("ward-for"), body)
        .helper(ctx.phrase("ward-means"))
        .about("lock", name(if on { "ward-now-on" } else { "ward-now-off" }))
        .action(Button::new("ward-done", ctx.phrase("ward-done"), Message::Done).icon("arrow-left"))
        .primary(turn)
}
