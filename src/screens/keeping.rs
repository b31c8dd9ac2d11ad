//! Keep or delete: old recordings, holds, and erasing by two people, each a page of its own.
pub mod asked;
pub mod recordings;
pub mod stories;
mod wording;

use iced::Task;

use crate::domain::person::Role;
use crate::domain::removal::EraseRequest;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::ui::{Body, Page, Tile};
use crate::words::{Arg, Phrase};

/// Keep or delete.
#[derive(Debug)]
pub struct Keeping;

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Goes there.
    Go(Place),
}

impl Screen for Keeping {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "keeping";
    const CARD: Option<fn() -> Place> = Some(|| Place::Keeping(()));
    const FOR: &'static [Role] = &[Role::Supervisor, Role::Practitioner];

    fn card_news(ctx: Ctx<'_>) -> Option<Phrase> {
        let count = for_me(ctx).len();
        (count > 0).then(|| ctx.words.phrase_with("keeping-news", [("count", Arg::from(count))]))
    }

    fn open(_ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        (Self, Task::none())
    }

    fn update(&mut self, _ctx: Ctx<'_>, Message::Go(place): Message) -> Action<Message> {
        Action::step(Step::Go(place))
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let tile = |key: &'static str, place: Place| Tile::opens(key, ctx.phrase(key), Message::Go(place));
        let mut asked = tile("asked", Place::Asked(()));
        asked.under = Self::card_news(ctx);
        let own = [tile("recordings", Place::Recordings(())), tile("stories", Place::Stories(()))];
        let own = own.into_iter().filter(|_| ctx.me.is(Role::Supervisor));
        let everything = tile("everything", Place::Everything(()));
        Page::new("keeping", ctx.phrase("keeping-heading"), Body::tiles(own.chain([asked, everything]).collect()))
    }
}

/// The requests of others that this person can agree to.
fn for_me(ctx: Ctx<'_>) -> Vec<EraseRequest> {
    ctx.store.erase_requests().into_iter().filter(|request| request.by != ctx.me.id).collect()
}
