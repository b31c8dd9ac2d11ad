//! The pages of trips that need help: the list, one of them, and the answers.
use super::{Message, Yes, requests, workers};
use crate::domain::arranging::{Answer, Request, WhyNot};
use crate::domain::person::{Person, PersonId};
use crate::screen::Ctx;
use crate::screens::trip::asked::why_not_key;
use crate::screens::trip::felt::together;
use crate::screens::trip::other::{because_key, list as lines_page, title, when};
use crate::ui::field::{Field, field};
use crate::ui::{Body, Button, Lead, Page, Strength, Tile, Tone, rows};
use crate::words::{Arg, Phrase};

pub fn list(ctx: Ctx<'_>) -> Page<'_, Message> {
    let costs = Button::new("arranging-costs", ctx.phrase("arranging-costs"), Message::Whose).icon("list");
    let all = requests(ctx);
    if all.is_empty() {
        let none = ctx.phrase("arranging-none");
        let body = Body::rows(move |look, width| {
            vec![rows::sign_line(look, "arranging-none", ("check", Some(Tone::Good)), &none, width)]
        });
        return Page::new("arranging", ctx.phrase("arranging"), body).action(costs);
    }
    let tiles = all.iter().map(|(worker, request)| tile(ctx, worker, request)).collect();
    Page::new("arranging", ctx.phrase("arranging"), Body::tiles(tiles)).action(costs)
}

/// The workers, in the order of the team.
pub fn whose(ctx: Ctx<'_>) -> Page<'_, Message> {
    let tile = |worker: &Person| {
        Tile::opens(format!("of-{}", worker.id.0), Phrase::own(&worker.name), Message::Worker(worker.id.clone()))
            .lead(Lead::Photo(worker.photo.clone()))
    };
    Page::new("arranging-whose", ctx.phrase("arranging-whose"), Body::tiles(workers(ctx).map(tile).collect()))
}

/// What is known of the trips of a worker.
pub fn worker<'a>(ctx: Ctx<'a>, worker: &PersonId) -> Page<'a, Message> {
    let count = ctx.store.trip_costs(worker).len();
    let costs = ctx.words.phrase_with("arranging-costs-count", [("count", Arg::from(count))]);
    let felt = together(ctx, worker).unwrap_or_else(|| ctx.phrase("felt-none"));
    let lines = vec![(Lead::Picture, felt), (Lead::Picture, costs)];
    let heading = ctx.phrase_for("arranging-costs-of", ctx.team.name_of(worker));
    let paper = Button::new("arranging-paper", ctx.phrase("arranging-paper"), Message::Paper(worker.clone()));
    let paper = paper.icon("note").strength(Strength::Primary).only_if(count > 0);
    lines_page("arranging-worker", heading, lines).primary(paper)
}

/// "Sam: taxi to Mill Road Clinic".
fn name(ctx: Ctx<'_>, worker: &str, request: &Request) -> Phrase {
    let args = [("worker", Arg::from(worker.to_owned())), ("what", Arg::from(title(ctx, &request.asked).shown))];
    ctx.words.phrase_with("arranging-of", args)
}

fn tile(ctx: Ctx<'_>, worker: &Person, request: &Request) -> Tile<Message> {
    let id = request.asked.id.clone();
    let name = name(ctx, &worker.name, request);
    let mut tile =
        Tile::opens(format!("ask-{}", id.0), name, Message::Open(id)).lead(Lead::Photo(worker.photo.clone()));
    tile.over = Some(answered(ctx, request));
    tile.under(when(ctx, request.asked.by))
}

/// Whether it waits, or what was answered.
fn answered(ctx: Ctx<'_>, request: &Request) -> Phrase {
    let Some(answer) = &request.answer else { return ctx.phrase("arranging-waits") };
    let key = match answer.answer {
        Answer::Arranged { .. } => "arranging-said-yes",
        Answer::TalkFirst => "arranging-said-talk",
        Answer::No(_) => "arranging-said-no",
    };
    ctx.phrase_for(key, ctx.team.name_of(&answer.by))
}

pub fn one<'a>(ctx: Ctx<'a>, request: &Request) -> Page<'a, Message> {
    let asked = &request.asked;
    let place = |id| ctx.store.place(id).map(|place| place.name).unwrap_or_default();
    let mut lines = vec![(Lead::Clock(asked.by.time()), when(ctx, asked.by))];
    if let Some(from) = &asked.from {
        let from = ctx.words.phrase_with("arranging-from", [("place", Arg::from(place(from)))]);
        lines.push((Lead::Picture, from));
    }
    let because = asked.because.map_or_else(|| ctx.phrase("because-none"), |why| ctx.phrase(because_key(why)));
    lines.push((Lead::Picture, because));
    if let Some(answer) = &request.answer {
        lines.push((Lead::Sign("check"), answered(ctx, request)));
        match &answer.answer {
            Answer::Arranged { who, time } => {
                let args = [("who", Arg::from(who.clone())), ("time", Arg::from(ctx.words.time(*time).shown))];
                lines.push((Lead::Clock(*time), ctx.words.phrase_with("asked-way-who", args)));
            }
            Answer::No(why) => lines.push((Lead::Picture, ctx.phrase(why_not_key(*why)))),
            Answer::TalkFirst => {}
        }
        let read = asked.read.is_some_and(|read| read >= answer.at);
        let key = if read { "arranging-read" } else { "arranging-not-read" };
        lines.push((
            Lead::Sign(if read { "eye" } else { "eye-off" }),
            ctx.phrase_for(key, ctx.team.name_of(&asked.worker)),
        ));
    }
    let page = lines_page("arranging-one", name(ctx, ctx.team.name_of(&asked.worker), request), lines);
    let yes = Button::new("arranging-yes", ctx.phrase("arranging-yes"), Message::Yes).icon("check");
    page.action(Button::new("arranging-talk", ctx.phrase("arranging-talk"), Message::Talk).icon("message"))
        .action(Button::new("arranging-no", ctx.phrase("arranging-no"), Message::No).icon("x"))
        .primary(yes.strength(Strength::Primary))
}

pub(super) fn yes<'a>(ctx: Ctx<'a>, yes: &'a Yes, request: &Request) -> Page<'a, Message> {
    let body = Body::rows(move |look, width| {
        let label = ctx.phrase("arranging-who");
        let mut all = yes.who.rows((ctx, look), ("arranging-who", label, 1), width, Message::Who);
        let question = yes.no_time.then(|| ctx.phrase("arranging-no-time"));
        let time = Field {
            id: "arranging-time".to_owned(),
            label: ctx.phrase("arranging-time"),
            writing: &yes.time,
            lines: 1,
            question,
            staff: false,
        };
        all.push(field(look, time, width, Message::Time));
        all
    });
    let name = ctx.team.name_of(&request.asked.worker);
    let ready = yes.who.is_ready() && !yes.time.words().trim().is_empty();
    let done = Button::new("arranging-tell", ctx.phrase_for("arranging-tell", name), Message::Done).icon("send");
    Page::new("arranging-yes", ctx.phrase("arranging-yes-heading"), body)
        .about("user", title(ctx, &request.asked))
        .primary(done.strength(Strength::Primary).only_if(ready))
}

pub fn no<'a>(ctx: Ctx<'a>, request: &Request) -> Page<'a, Message> {
    let tile = |why| Tile::opens(why_not_key(why), ctx.phrase(why_not_key(why)), Message::Why(why));
    let tiles = WhyNot::ALL.into_iter().map(tile).collect();
    Page::new("arranging-no", ctx.phrase("arranging-no-heading"), Body::tiles(tiles))
        .about("user", name(ctx, ctx.team.name_of(&request.asked.worker), request))
        .helper(ctx.phrase_for("arranging-no-help", ctx.team.name_of(&request.asked.worker)))
}
