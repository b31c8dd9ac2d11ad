//! The pages of the worry route that are read: thank you, ring now, saved and seen.
use crate::domain::questions::Ask;
use crate::screen::Ctx;
use crate::screens::debrief::worry::seen_signs;
use crate::ui::{Banner, Body, Button, Lead, Mark, Page, Strength, Tile, Tone, rows};
use crate::words::Phrase;

use super::{Message, Tell};

impl Tell {
    pub(super) fn thanks_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let body = Body::rows(move |look, width| {
            ["w0-right", "w0-secret", "w0-who"]
                .into_iter()
                .map(|key| rows::line(look, key, &ctx.phrase(key), width))
                .collect()
        });
        Page::new("w0", ctx.phrase("w0"), body).primary(go_on(ctx))
    }

    /// Ring now: the number is as big as the page lets it be, and there is nothing to type.
    pub(super) fn ring_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let ask = self.telling.at;
        let name = ctx.lead_name();
        let lead = lead_card(ctx, ask);
        let emergency = emergency_card(ctx, ask);
        let cards = if ask == Ask::W1Ring999 { vec![emergency, lead] } else { vec![lead, emergency] };
        let mut page = Page::new(ask.key(), ctx.phrase_for(ask.key(), name), Body::tiles(cards));
        page.banners.push(Banner {
            id: "not-enough".to_owned(),
            tone: Tone::Danger,
            icon: "phone",
            phrase: ctx.phrase("ring-not-enough"),
            ok: None,
        });
        let done = if ask == Ask::W1Ring999 { ctx.phrase("ring-done") } else { ctx.phrase_for("ring-told", name) };
        let told = if ask == Ask::W1Ring999 { Message::Next } else { Message::Told };
        page.action(Button::new("ring-help", ctx.phrase("ring-help"), Message::HelpRing).icon("user"))
            .action(Button::new("not-now", ctx.phrase("not-now"), Message::Next))
            .primary(Button::new("ring-done", done, told).icon("check").strength(Strength::Primary))
    }

    /// Saved, sent, seen: three different things. No tick until somebody has seen it.
    pub(super) fn saved_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let name = ctx.lead_name();
        let seen = ctx.store.worry_seen(&self.telling.id).is_some();
        let body = Body::rows(move |look, width| {
            vec![
                seen_signs(ctx, (name, seen), (look, width)),
                rows::line(look, "ring-today", &ctx.phrase("ring-today").with_picture("phone"), width),
            ]
        });
        Page::new("w7", ctx.phrase("w7"), body).primary(go_on(ctx))
    }
}

fn go_on(ctx: Ctx<'_>) -> Button<Message> {
    Button::new("next", ctx.phrase("ok"), Message::Next).arrow().strength(Strength::Primary)
}

fn lead_card<'a>(ctx: Ctx<'a>, ask: Ask) -> Tile<Message> {
    let lead = ctx.team.lead_of(ctx.me);
    let name = lead.map(|lead| lead.name.clone()).unwrap_or_default();
    let under = match ask {
        Ask::W1RingLead => ctx.phrase_for("w1-lead-why", &name),
        _ => ctx.phrase("ring-today"),
    };
    let mut card = Tile::read("ring-lead", Phrase::own(name)).under(under).mark(Mark::Read);
    if ctx.look.one_column() {
        // The number needs the room.
        card.under = None;
    }
    if ask == Ask::W1Ring999 {
        card.over = Some(ctx.phrase("ring-then"));
        card.under = None;
    }
    if let Some(lead) = lead {
        card = card.lead(Lead::Photo(lead.photo.clone())).number(Phrase::own(&lead.phone));
    }
    card
}

fn emergency_card<'a>(ctx: Ctx<'a>, ask: Ask) -> Tile<Message> {
    let first = ask == Ask::W1Ring999;
    let words = ctx.phrase(if first { "ring-first" } else { "ring-danger" }).with_picture("emergency");
    Tile::read("ring-999", words).number(ctx.phrase("help-999"))
}
