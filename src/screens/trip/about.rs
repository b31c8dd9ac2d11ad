//! About a place: what it looks like, where it is, who to ask for, and what nobody has told yet.
use crate::domain::place::{Facts, Place};
use crate::screen::Ctx;
use crate::ui::{Body, Lead, Page, rows};
use crate::words::{Arg, Phrase};

/// All that is known of a place, to be read before one goes there.
pub fn page<'a, M: Clone + 'a>(ctx: Ctx<'a>, place: &Place) -> Page<'a, M> {
    let mut known = lines(ctx, &place.facts);
    if place.facts.address.is_empty() {
        known.insert(0, Phrase::own(&place.name).with_picture(&place.picture));
    }
    let photo = place.photo.clone();
    let body = Body::rows(move |look, width| {
        let numbered = known.iter().enumerate();
        let row = |(index, line): (usize, &Phrase)| {
            // What it looks like stands beside where it is.
            let lead = photo.clone().filter(|_| index == 0).map_or(Lead::Picture, Lead::Photo);
            rows::led(look, &format!("about-{index}"), (&lead, line), width)
        };
        numbered.map(row).collect()
    });
    let name = [("place", Arg::from(place.name.clone()))];
    Page::new("about", ctx.words.phrase_with("about-heading", name), body)
}

/// What is known, and what is not: nothing is guessed.
fn lines(ctx: Ctx<'_>, facts: &Facts) -> Vec<Phrase> {
    let with = |key, name: &'static str, words: &str| {
        (!words.is_empty()).then(|| ctx.words.phrase_with(key, [(name, Arg::from(words.replace('\n', ", ")))]))
    };
    let quiet = match facts.quiet {
        Some(true) => "about-quiet",
        Some(false) => "about-loud",
        None => "about-quiet-unknown",
    };
    let toilet = match facts.toilet {
        Some(true) => "about-toilet",
        Some(false) => "about-no-toilet",
        None => "about-toilet-unknown",
    };
    let told = [
        with("about-address", "address", &facts.address),
        with("about-room", "room", &facts.room),
        with("about-ask-for", "who", &facts.ask_for),
    ];
    told.into_iter().flatten().chain([ctx.phrase(quiet), ctx.phrase(toilet)]).collect()
}
