//! A question with its tiles, and the days to choose from.
use crate::domain::questions::{Ask, Pick};
use crate::screen::Ctx;
use crate::screens::debrief::question;
use crate::ui::{Body, Button, Grid, Lead, Mark, Page, Strength, Tile, Tiles};

use super::{Message, Tell};

/// How many days back a visit can be told of.
const DAYS: i64 = 14;

impl Tell {
    pub(super) fn heading(&self, ctx: Ctx<'_>) -> crate::words::Phrase {
        question(ctx.hall, self.telling.at.key(), self.telling.letters())
    }

    pub(super) fn tiles_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let ask = self.telling.at;
        let asked = ask.question();
        // No answer is offered that cannot be given.
        let voice = |tile: &str| ask == Ask::S0 && matches!(tile, "voice" | "both");
        let offered = asked.tiles.iter().filter(|tile| !(ctx.devices.secure_ward && voice(tile)));
        let tiles = offered.map(|tile| self.tile(ctx, tile)).collect();
        let own = asked.voice.then(|| self.own_tile(ctx));
        let body = Body::Tiles(Tiles { tiles, own, grid: Grid::Answers });
        let mut page = Page::new(ask.key(), self.heading(ctx), body);
        page.helper = self.helper(ctx);
        self.with_answers(ctx, page)
    }

    fn helper(&self, ctx: Ctx<'_>) -> Option<crate::words::Phrase> {
        let own = format!("{}-helper", self.telling.at.key());
        let key = match self.telling.at.question().pick {
            _ if ctx.devices.secure_ward && self.telling.at == Ask::S0 => "ward-no-voice",
            _ if ctx.words.has(&own) => own.as_str(),
            Pick::UpTo(2) => "pick-two",
            Pick::UpTo(_) => "pick-more",
            Pick::One | Pick::Read => return None,
        };
        Some(ctx.phrase(key))
    }

    fn tile(&self, ctx: Ctx<'_>, tile: &'static str) -> Tile<Message> {
        let ask = self.telling.at;
        let key = ask.tile_key(tile);
        let picked = self.telling.picked(ask, tile);
        let mark = match ask.question().pick {
            Pick::UpTo(_) => Mark::Many(picked),
            Pick::One | Pick::Read => Mark::One(picked),
        };
        Tile::opens(&key, ctx.phrase_for(&key, ctx.lead_name()), Message::Pick(tile)).mark(mark)
    }

    /// The sixth place: the worker's own voice, or what was said or typed with it.
    fn own_tile(&self, ctx: Ctx<'_>) -> Tile<Message> {
        let answer = self.telling.answer(self.telling.at);
        let has_clip = answer.is_some_and(|answer| answer.clip.is_some());
        let has_words = answer.is_some_and(|answer| answer.words.is_some());
        let (key, icon, does) = match (has_clip, has_words) {
            (true, _) => ("my-voice", "microphone", Message::UseVoice),
            (false, true) => ("my-words", "pencil", Message::UseTyping),
            (false, false) if ctx.devices.secure_ward => ("i-want-to-type", "pencil", Message::UseTyping),
            (false, false) => ("use-my-voice", "microphone", Message::UseVoice),
        };
        let mut tile = Tile::opens("own", ctx.phrase(key), does).lead(Lead::Voice(icon));
        tile.own = true;
        tile
    }

    /// Not sure, Skip and Next: real answers, always in the same place.
    fn with_answers<'a>(&'a self, ctx: Ctx<'a>, mut page: Page<'a, Message>) -> Page<'a, Message> {
        let ask = self.telling.at;
        let steers = matches!(ask, Ask::S0);
        let own_not_sure = ask.question().tiles.contains(&"not-sure");
        if !own_not_sure && !steers {
            page = page.action(Button::new("not-sure", ctx.phrase("not-sure"), Message::NotSure));
        }
        if !steers {
            page = page.action(Button::new("skip", ctx.phrase("skip"), Message::Skip));
        }
        let answered = self.telling.answer(ask).is_some_and(|answer| !answer.is_empty());
        page.primary(
            Button::new("next", ctx.phrase("next"), Message::Next)
                .arrow()
                .strength(Strength::Primary)
                .only_if(answered),
        )
    }

    pub(super) fn day_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let chosen = self.telling.answer(Ask::B2Day).and_then(|answer| answer.day);
        let told = self.telling.started.date();
        let days = (2..=DAYS).filter_map(|back| told.checked_sub(jiff::Span::new().days(back)).ok());
        let tiles = days
            .map(|day| {
                let id = format!("day-{day}");
                Tile::opens(id, ctx.words.day(day), Message::PickDay(day))
                    .mark(Mark::One(chosen == Some(day)))
                    .lead(Lead::Letters(day.day().to_string()))
            })
            .collect();
        let page = Page::new(Ask::B2Day.key(), self.heading(ctx), Body::tiles(tiles));
        self.with_answers(ctx, page)
    }
}
