//! Typing an answer or first letters.
use crate::domain::questions::Ask;
use crate::screen::Ctx;
use crate::screens::guard::Guarded;
use crate::ui::{Body, Button, Page, Strength};

use super::{Message, Tell};

impl Tell {
    pub(super) fn typing_page<'a>(&'a self, ctx: Ctx<'a>, typed: &'a Guarded) -> Page<'a, Message> {
        let ask = self.telling.at;
        let letters = ask == Ask::B1Letters;
        let body = Body::rows(move |look, width| {
            let label = ctx.phrase(if letters { "b1-letters-field" } else { "type-field" });
            let lines = match (letters, look.short) {
                (true, _) => 1,
                (false, true) => 2,
                (false, false) => 6,
            };
            typed.rows((ctx, look), ("typed", label, lines), width.min(760.0), Message::Type)
        });
        let name = format!("{}-type", ask.key());
        let mut page = Page::new(name, self.heading(ctx), body);
        if letters {
            page = page
                .helper(ctx.phrase("b1-letters-helper"))
                .action(Button::new("not-sure", ctx.phrase("not-sure"), Message::NotSure))
                .action(Button::new("skip", ctx.phrase("skip"), Message::Skip));
        } else {
            page = page.action(Button::new("use-pictures", ctx.phrase("use-pictures"), Message::Typed).icon("photo"));
        }
        let done = if letters {
            Button::new("typed-done", ctx.phrase("next"), Message::Typed).arrow()
        } else {
            Button::new("typed-done", ctx.phrase("type-done"), Message::Typed).icon("check")
        };
        page.primary(done.strength(Strength::Primary).only_if(typed.is_ready()))
    }
}
