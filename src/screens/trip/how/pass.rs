//! Which bus pass somebody has, and whether it works at the time of a trip. What is not known is asked, not guessed.
use super::{Message, Question};
use crate::domain::pass::{Early, Nation, Pass, Works};
use crate::domain::travel::trip::Trip;
use crate::screen::Ctx;
use crate::ui::{Banner, Body, Mark, Page, Tile, Tone};
use crate::words::{Arg, Phrase};

/// The nations, with the keys of their words.
const NATIONS: [(&str, Nation); 4] = [
    ("pass-england", Nation::England),
    ("pass-wales", Nation::Wales),
    ("pass-scotland", Nation::Scotland),
    ("pass-northern-ireland", Nation::NorthernIreland),
];

/// Whether it is asked if this pass works early: elsewhere the answer is known, or the app says "ask" at any time.
pub fn asks_early(pass: Option<Pass>) -> bool {
    pass.is_some_and(|pass| pass.nation == Nation::England)
}

/// One question about the pass.
pub fn page<'a>(ctx: Ctx<'a>, question: Question, now: Option<Pass>) -> Page<'a, Message> {
    let tile = |key, does, picked| Tile::opens(key, ctx.phrase(key), does).mark(Mark::One(picked));
    let tiles = match (question, now) {
        (Question::Early, Some(pass)) => [("pass-yes", Early::Yes), ("pass-no", Early::No), ("pass-ask", Early::Ask)]
            .map(|(key, early)| {
                let does = Message::Pass(Some(Pass { early, ..pass }), Some(Question::Companion));
                tile(key, does, pass.early == early)
            })
            .into(),
        (Question::Companion, Some(pass)) => [("pass-yes", Some(true)), ("pass-no", Some(false)), ("pass-ask", None)]
            .map(|(key, companion)| {
                tile(key, Message::Pass(Some(Pass { companion, ..pass }), None), pass.companion == companion)
            })
            .into(),
        _ => {
            let mut tiles: Vec<_> = NATIONS
                .map(|(key, nation)| {
                    // Who presses the same again keeps what was said of it.
                    let same = now.filter(|pass| pass.nation == nation);
                    let pass = same.unwrap_or(Pass::from(nation));
                    let next = if asks_early(Some(pass)) { Question::Early } else { Question::Companion };
                    tile(key, Message::Pass(Some(pass), Some(next)), same.is_some())
                })
                .into();
            tiles.push(tile("pass-none", Message::Pass(None, None), now.is_none()));
            tiles
        }
    };
    Page::new(question.key(), ctx.phrase(question.key()), Body::tiles(tiles))
}

/// The pass in a line.
pub fn answer(ctx: Ctx<'_>, pass: Option<Pass>) -> Phrase {
    let Some(pass) = pass else { return ctx.phrase("pass-none") };
    let key = NATIONS.into_iter().find(|(_, nation)| *nation == pass.nation).map_or("pass-none", |(key, _)| key);
    let nation = ctx.phrase(key);
    match pass.companion {
        Some(true) => Phrase::joined([&nation, &ctx.phrase("pass-with-someone")]),
        Some(false) | None => nation,
    }
}

/// Whether the pass works on this trip: how that is meant, and its words. `None`: there is nothing to say.
pub fn on_trip(ctx: Ctx<'_>, trip: &Trip) -> Option<(Tone, Phrase)> {
    let works = ctx.store.pass(&ctx.me.id)?.works_for(trip)?;
    let at = |key, time| {
        let time = ctx.words.time(time);
        let shown = ctx.words.phrase_with(key, [("time", Arg::from(time.shown))]);
        let said = ctx.words.phrase_with(key, [("time", Arg::from(time.spoken))]);
        Phrase { spoken: said.spoken, ..shown }
    };
    Some(match works {
        Works::Yes => (Tone::Good, ctx.phrase("pass-works")),
        Works::Ask => (Tone::Wait, ctx.phrase("pass-works-ask")),
        Works::NotBefore(time) => (Tone::Wait, at("pass-not-before", time)),
        Works::NotAfter(time) => (Tone::Wait, at("pass-not-after", time)),
    })
}

/// The same as news on a page.
pub fn banner<M>(ctx: Ctx<'_>, trip: &Trip) -> Option<Banner<M>> {
    let (tone, phrase) = on_trip(ctx, trip)?;
    let icon = if tone == Tone::Good { "check" } else { "help" };
    Some(Banner { id: "trip-pass".to_owned(), tone, icon, phrase, ok: None })
}
