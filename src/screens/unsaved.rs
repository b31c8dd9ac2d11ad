//! Leaving while something is not on the disk: try again, stay, or leave without it.
use iced::Task;

use crate::domain::person::Role;
use crate::screen::{Action, Ctx, Screen, Step, WayOut};
use crate::ui::{Body, Button, Page, Strength, rows};

/// Leaving while something is not saved.
#[derive(Debug)]
pub struct Unsaved {
    way: WayOut,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Tries to save it once more, and leaves.
    TryAgain,
    /// Stays.
    Stay,
    /// Leaves without it.
    Leave,
}

impl Screen for Unsaved {
    type Opens = WayOut;
    type Message = Message;
    const HEADING: &'static str = "unsaved";
    const FOR: &'static [Role] = Role::ALL;

    fn open(_ctx: Ctx<'_>, way: WayOut) -> (Self, Task<Message>) {
        (Self { way }, Task::none())
    }

    fn update(&mut self, _ctx: Ctx<'_>, message: Message) -> Action<Message> {
        Action::step(match message {
            Message::TryAgain => Step::Leave(self.way),
            Message::Stay => Step::Back,
            Message::Leave => Step::LeaveUnsaved(self.way),
        })
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let lost = ctx.phrase("unsaved-lost");
        let ask = ctx.phrase_for("unsaved-ask", ctx.helper_name());
        let ask = (!ctx.helper_name().is_empty()).then_some(ask);
        let body = Body::rows(move |look, width| {
            let lines = [Some(("unsaved-lost", &lost)), ask.as_ref().map(|ask| ("unsaved-ask", ask))];
            lines.into_iter().flatten().map(|(id, words)| rows::line(look, id, words, width)).collect()
        });
        Page::new("unsaved", ctx.phrase("unsaved"), body)
            .action(Button::new("unsaved-stay", ctx.phrase("unsaved-stay"), Message::Stay).icon("arrow-left"))
            .action(Button::new("unsaved-leave", ctx.phrase("unsaved-leave"), Message::Leave).icon("logout"))
            .primary(
                Button::new("try-again", ctx.phrase("try-again"), Message::TryAgain)
                    .icon("refresh")
                    .strength(Strength::Primary),
            )
    }
}
