//! Typing an answer or first letters, with a gentle question where a name or number may have slipped in.
use crate::domain::privacy::{self, Finding};
use crate::domain::questions::Ask;
use crate::screen::Ctx;
use crate::ui::field::{Field, Writing, field};
use crate::ui::{Body, Button, Page, Row, Strength, buttons};
use crate::words::Phrase;

use super::{Message, Tell};

impl Tell {
    pub(super) fn typing_page<'a>(&'a self, ctx: Ctx<'a>, writing: &'a Writing, allowed: bool) -> Page<'a, Message> {
        let ask = self.telling.at;
        let letters = ask == Ask::B1Letters;
        let finding = if allowed { None } else { finding(ask, &writing.words()) };
        let typed = writing.words();
        let body = Body::rows(move |look, width| {
            let label = ctx.phrase(if letters { "b1-letters-field" } else { "type-field" });
            let question = finding.map(|finding| ask_gently(ctx, finding, &typed));
            let mut rows = vec![field(
                look,
                Field {
                    id: "typed".to_owned(),
                    label,
                    writing,
                    lines: if letters {
                        1
                    } else if look.short {
                        3
                    } else {
                        6
                    },
                    question,
                    staff: false,
                },
                width.min(760.0),
                Message::Type,
            )];
            if let Some(finding) = finding {
                rows.push(ways_on(ctx, finding, &typed, letters));
            }
            rows
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
        let ready = finding.is_none() && !writing.words().trim().is_empty();
        let done = if letters {
            Button::new("typed-done", ctx.phrase("next"), Message::Typed).arrow()
        } else {
            Button::new("typed-done", ctx.phrase("type-done"), Message::Typed).icon("check")
        };
        page.primary(done.strength(Strength::Primary).only_if(ready))
    }
}

fn finding(ask: Ask, words: &str) -> Option<Finding> {
    if ask == Ask::B1Letters {
        return privacy::first_letters(words).err();
    }
    privacy::look_in(words)
}

fn ask_gently(ctx: Ctx<'_>, finding: Finding, typed: &str) -> Phrase {
    match finding {
        Finding::TenDigits => ctx.phrase("guard-number"),
        Finding::FullName => {
            let letters = privacy::letters_of(typed);
            if typed.split_whitespace().count() > 4 || letters.is_empty() {
                return ctx.phrase("guard-name");
            }
            ctx.words.phrase_with("guard-name-try", [("letters", letters.into())])
        }
    }
}

/// "Use J B", and "It is fine": the app asks, the person decides.
fn ways_on<'a>(ctx: Ctx<'a>, finding: Finding, typed: &str, letters: bool) -> Row<'a, Message> {
    let look = &ctx.hall.look;
    let made = privacy::letters_of(typed);
    let mut line = iced::widget::Row::new().spacing(16);
    if letters && finding == Finding::FullName && !made.is_empty() {
        let phrase = ctx.words.phrase_with("guard-use", [("letters", made.clone().into())]);
        line = line.push(buttons::small(look, &Button::new("guard-use", phrase, Message::UseLetters(made))));
    }
    if !letters {
        line = line.push(buttons::small(look, &Button::new("guard-keep", ctx.phrase("guard-keep"), Message::Allow)));
    }
    Row { height: 52.0, view: line.into() }
}
