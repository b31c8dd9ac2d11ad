//! The pages of the people of the team: all of them, one of them, and somebody who is new.
use super::Message;
use super::ask::{Draft, Question, roles};
use crate::domain::person::{Person, PersonId, Role};
use crate::problem::Problem;
use crate::screen::Ctx;
use crate::ui::{Banner, Body, Button, Lead, Page, Strength, Tile, Tone, rows};
use crate::words::Phrase;

/// A strong button.
pub fn primary(ctx: Ctx<'_>, (key, icon): (&'static str, &'static str), does: Message) -> Button<Message> {
    Button::new(key, ctx.phrase(key), does).icon(icon).strength(Strength::Primary)
}

/// Lines with their icons.
pub fn lines<'a>(name: &'static str, heading: Phrase, lines: Vec<(&'static str, Phrase)>) -> Page<'a, Message> {
    let body = Body::rows(move |look, width| {
        let lines = lines.iter().enumerate();
        lines
            .map(|(index, (icon, line))| rows::sign_line(look, &format!("{name}-{index}"), (icon, None), line, width))
            .collect()
    });
    Page::new(name, heading, body)
}

/// Whether there is one who helps, and no spare key that works: if they cannot come in, nobody can.
pub fn nobody_helps(ctx: Ctx<'_>) -> bool {
    ctx.team.with_role(Role::Senior).nth(1).is_none() && !(ctx.store.has_sheet() && ctx.store.is_tried())
}

/// All of them.
pub fn list<'a>(ctx: Ctx<'a>) -> Page<'a, Message> {
    let tiles = ctx.team.people.iter().map(|person| {
        let under = if ctx.store.is_opened(&person.id) { roles(ctx, person) } else { ctx.phrase("people-not-done") };
        Tile::opens(format!("person-{}", person.id.0), Phrase::own(&person.name), Message::Show(person.id.clone()))
            .lead(Lead::Photo(person.photo.clone()))
            .under(under)
    });
    let mut page = Page::new("people", ctx.phrase("people-heading"), Body::tiles(tiles.collect()));
    if nobody_helps(ctx) {
        page.banners.push(Banner {
            id: "one-helper".to_owned(),
            tone: Tone::Wait,
            icon: "alert",
            phrase: ctx.phrase_for("people-one-helper-now", &ctx.me.name),
            ok: None,
        });
    }
    let computer = Button::new("computer-add", ctx.phrase("computer-add"), Message::Computer).icon("laptop");
    page.action(computer).primary(primary(ctx, ("people-add", "plus"), Message::Add))
}

/// One of them.
pub fn one<'a>(ctx: Ctx<'a>, id: &PersonId) -> Page<'a, Message> {
    let Some(person) = ctx.team.people.iter().find(|person| person.id == *id) else { return list(ctx) };
    let tiles = answers(ctx, person).into_iter().map(|(question, answer, lead)| {
        let mut tile = Tile::opens(question.key(), answer, Message::Ask(id.clone(), question)).lead(lead);
        tile.over = Some(ctx.phrase(&format!("{}-short", question.key())));
        tile
    });
    let mut page = Page::new(format!("person-{}", id.0), Phrase::own(&person.name), Body::tiles(tiles.collect()));
    if !ctx.store.is_opened(id) {
        page.banners.push(Banner {
            id: "not-done".to_owned(),
            tone: Tone::Wait,
            icon: "hourglass",
            phrase: not_done(ctx, person),
            ok: None,
        });
    }
    let leave = Button::new("person-leaves", ctx.phrase("person-leaves"), Message::Leave(id.clone())).icon("logout");
    page.action(leave).primary(primary(ctx, ("person-way", "lock"), Message::WayIn(id.clone())))
}

/// What is missing before somebody's set-up is done.
fn not_done(ctx: Ctx<'_>, person: &Person) -> Phrase {
    let helped = ctx.store.helpers_of(&person.id).contains(&ctx.me.id);
    ctx.phrase_for(if helped { "person-not-done" } else { "person-not-done-key" }, &person.name)
}

/// What is known of somebody, each with its question.
fn answers(ctx: Ctx<'_>, person: &Person) -> Vec<(Question, Phrase, Lead)> {
    let name = |id: &PersonId| ctx.team.name_of(id).to_owned();
    let somebody = |id: Option<&PersonId>| match id.and_then(|id| ctx.team.person(id)) {
        Some(other) => (Phrase::own(&other.name), Lead::Photo(other.photo.clone())),
        None => (ctx.phrase("person-nobody"), Lead::Sign("minus")),
    };
    let shown = Question::SHOWN.into_iter().filter_map(|question| {
        let (answer, lead) = match question {
            Question::Name => (Phrase::own(&person.name), Lead::Sign("user")),
            Question::Roles => (roles(ctx, person), Lead::Sign("clipboard")),
            Question::Lead => somebody(person.lead.as_ref()),
            Question::Senior | Question::Notes if !person.is(Role::Worker) => return None,
            Question::Senior => somebody(person.senior.as_ref()),
            Question::Notes => match person.practitioners.as_slice() {
                [one] => somebody(Some(one)),
                all => {
                    let names: Vec<_> = all.iter().map(name).collect();
                    (Phrase::own(names.join(", ")), Lead::Sign("users"))
                }
            },
            Question::Photo => (ctx.phrase("person-photo-now"), Lead::Photo(person.photo.clone())),
            Question::Phone if person.phone.is_empty() => (ctx.phrase("person-no-phone"), Lead::Sign("phone")),
            Question::Phone => (Phrase::own(&person.phone), Lead::Sign("phone")),
            Question::Before => return None,
        };
        // Where there is no photo, the first letter of the name stands.
        let first = |name: &str| Lead::Letters(name.chars().take(1).collect());
        let lead = match lead {
            Lead::Photo(photo) if photo.is_empty() && question == Question::Photo => first(&person.name),
            Lead::Photo(photo) if photo.is_empty() => first(&answer.shown),
            lead => lead,
        };
        Some((question, answer, lead))
    });
    shown.collect()
}

/// All that was said of somebody who is to be added.
pub fn check<'a>(ctx: Ctx<'a>, draft: &Draft) -> Page<'a, Message> {
    let person = draft.person();
    let said = answers(ctx, &person).into_iter().filter(|(question, ..)| *question != Question::Name);
    let tiles = said.map(|(question, answer, lead)| {
        let mut tile = Tile::read(question.key(), answer).lead(lead);
        tile.over = Some(ctx.phrase(&format!("{}-short", question.key())));
        tile
    });
    Page::new("person-check", ctx.phrase_for("person-check", &person.name), Body::tiles(tiles.collect()))
        .helper(ctx.phrase("person-check-help"))
        .primary(primary(ctx, ("person-right", "check"), Message::Right))
}

/// Keys are made.
pub fn working<'a>(ctx: Ctx<'a>) -> Page<'a, Message> {
    lines("people-working", ctx.phrase("people-working"), vec![("hourglass", ctx.phrase("sheet-wait"))])
}

/// Somebody is in the team. What is missing is said.
pub fn added<'a>(ctx: Ctx<'a>, id: &PersonId) -> Page<'a, Message> {
    let name = ctx.team.name_of(id);
    let said = vec![("hourglass", ctx.phrase_for("person-not-done", name)), ("users", ctx.phrase("person-together"))];
    lines("person-added", ctx.phrase_for("person-added", name), said)
        .action(Button::new("person-later", ctx.phrase("not-now"), Message::Okay).icon("x"))
        .primary(primary(ctx, ("person-let-in", "lock"), Message::WayIn(id.clone())))
}

/// It could not be saved.
pub fn failed<'a>(ctx: Ctx<'a>, problem: Problem) -> Page<'a, Message> {
    let said = vec![("alert", ctx.problem(problem)), ("again", ctx.phrase("people-again"))];
    lines("people-failed", ctx.phrase("sheet-failed"), said).primary(primary(ctx, ("ok", "check"), Message::Okay))
}
