//! Buses and stops that somebody wants none of: picked from those where they have been.
use super::{Message, Question};
use crate::domain::travel::line::Line;
use crate::domain::travel::trip::likes::Likes;
use crate::screen::Ctx;
use crate::screens::trip::wording;
use crate::ui::{Body, Button, Lead, Mark, Page, Strength, Tile, rows};
use crate::words::{Arg, Phrase};

/// How many are left out, in words.
pub fn answer(ctx: Ctx<'_>, question: Question, likes: &Likes) -> Phrase {
    let count = if question == Question::Lines { likes.not_lines.len() } else { likes.not_stops.len() };
    let key = if question == Question::Lines { "how-lines-count" } else { "how-stops-count" };
    ctx.words.phrase_with(key, [("count", Arg::from(count))])
}

/// All buses, or all stops, of trips that were chosen: each can be left out from now on, and taken again.
pub fn page<'a>(ctx: Ctx<'a>, question: Question, likes: &Likes) -> Page<'a, Message> {
    let tiles = if question == Question::Lines { lines(ctx, likes) } else { stops(ctx, likes) };
    if tiles.is_empty() {
        let none = ctx.phrase("how-left-out-none");
        let body = Body::rows(move |look, width| vec![rows::line(look, "how-left-out-none", &none, width)]);
        return Page::new(question.key(), ctx.phrase(question.key()), body);
    }
    let done = Button::new("how-done", ctx.phrase("how-done"), Message::Done).icon("check");
    Page::new(question.key(), ctx.phrase(question.key()), Body::tiles(tiles))
        .helper(ctx.phrase("how-left-out-help"))
        .primary(done.strength(Strength::Primary))
}

fn lines(ctx: Ctx<'_>, likes: &Likes) -> Vec<Tile<Message>> {
    let mut all = ctx.store.known_lines(&ctx.me.id);
    all.extend(likes.not_lines.iter().cloned());
    all.sort_by(|one, other| (&one.short_name, &one.long_name).cmp(&(&other.short_name, &other.long_name)));
    all.dedup_by(|one, other| one.looks_like(other));
    let tile = |(number, line): (usize, &Line)| {
        let left_out = likes.leaves_out(line);
        let mut turned = likes.clone();
        turned.not_lines.retain(|other| !other.looks_like(line));
        if !left_out {
            turned.not_lines.push(line.clone());
        }
        Tile::opens(format!("how-line-{number}"), wording::title(ctx, line), Message::LeaveOut(turned))
            .lead(Lead::Sign("bus"))
            .mark(Mark::Many(left_out))
    };
    all.iter().enumerate().map(tile).collect()
}

fn stops(ctx: Ctx<'_>, likes: &Likes) -> Vec<Tile<Message>> {
    let mut all = ctx.store.known_stops(&ctx.me.id);
    all.extend(likes.not_stops.iter().cloned());
    all.sort_by(|one, other| (&one.1, &one.0).cmp(&(&other.1, &other.0)));
    all.dedup_by(|one, other| one.0 == other.0);
    let tile = |(id, name): &(String, String)| {
        let left_out = likes.not_stops.iter().any(|(other, _)| other == id);
        let mut turned = likes.clone();
        turned.not_stops.retain(|(other, _)| other != id);
        if !left_out {
            turned.not_stops.push((id.clone(), name.clone()));
        }
        Tile::opens(format!("how-stop-{id}"), Phrase::own(name), Message::LeaveOut(turned))
            .lead(Lead::Sign("pin"))
            .mark(Mark::Many(left_out))
    };
    all.iter().map(tile).collect()
}
