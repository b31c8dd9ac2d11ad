//! Do you want a reminder before a trip? Chosen once, and kept with how the app looks and sounds for this person.
use iced::Task;

use crate::domain::person::Role;
use crate::domain::preferences::Preferences;
use crate::domain::reminder::Reminder;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::ui::{Body, Lead, Mark, Page, Tile};
use crate::words::{Arg, Phrase};

/// Choosing a reminder.
#[derive(Debug)]
pub struct Remind;

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Like this from now on.
    Choose(Reminder),
}

/// What was chosen, in a sentence.
pub fn chosen(ctx: Ctx<'_>) -> Phrase {
    match ctx.preferences.reminder {
        Reminder::NotAsked | Reminder::Never => ctx.phrase("remind-ask"),
        Reminder::Before(minutes) => before(ctx, "remind-chosen", minutes),
    }
}

fn before(ctx: Ctx<'_>, key: &str, minutes: u8) -> Phrase {
    ctx.words.phrase_with(key, [("count", Arg::from(usize::from(minutes)))])
}

impl Screen for Remind {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "remind";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(_ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        (Self, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, Message::Choose(reminder): Message) -> Action<Message> {
        let preferences = Preferences { reminder, ..ctx.preferences.clone() };
        Action::step(Step::Prefer(preferences)).then(Step::Back)
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let now = ctx.preferences.reminder;
        let mark = |tile: Tile<Message>, is_it: bool| match now {
            Reminder::NotAsked => tile,
            _ => tile.mark(Mark::One(is_it)),
        };
        let tile = |minutes: u8| {
            let reminder = Reminder::Before(minutes);
            let tile = Tile::opens(
                format!("remind-{minutes}"),
                before(ctx, "remind-before", minutes),
                Message::Choose(reminder),
            );
            mark(tile.lead(Lead::Letters(minutes.to_string())), now == reminder)
        };
        let mut tiles: Vec<_> = Reminder::MINUTES.into_iter().map(tile).collect();
        let never = Tile::opens("remind-never", ctx.phrase("remind-never"), Message::Choose(Reminder::Never));
        tiles.push(mark(never, now == Reminder::Never));
        Page::new("remind", ctx.phrase("remind"), Body::tiles(tiles)).helper(ctx.phrase("remind-how"))
    }
}
