//! "Show all we keep about me": a worker's own way to everything about them, and to nobody else's.
use iced::Task;

use super::{Everything, Message};
use crate::domain::person::Role;
use crate::screen::{Action, Ctx, Screen};
use crate::screens::Place;
use crate::ui::Page;

/// Showing a worker everything about themselves.
#[derive(Debug)]
pub struct Mine(Everything);

impl Screen for Mine {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "everything-mine";
    const CARD: Option<fn() -> Place> = Some(|| Place::Mine(()));
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        let (everything, task) = Everything::open(ctx, ());
        (Self(everything), task)
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        self.0.update(ctx, message)
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        self.0.page(ctx)
    }

    fn back(&mut self, ctx: Ctx<'_>) -> Option<Action<Message>> {
        self.0.back(ctx)
    }
}
