//! Somebody leaves: who does what they did, what happens, and what it does not undo.
use super::Message;
use crate::domain::leaving::{Stays, Task, done_for, in_place};
use crate::domain::person::{PersonId, Role};
use crate::screen::Ctx;
use crate::screens::setup::people::pages::{lines, primary};
use crate::ui::{Body, Button, Lead, Mark, Page, Strength, Tile};
use crate::words::Phrase;

/// The next thing that has to be said, or all that comes of it.
#[must_use]
pub fn page<'a>(ctx: Ctx<'a>, who: &PersonId, instead: &[(Task, PersonId)]) -> Page<'a, Message> {
    let is_open = |task: &Task| {
        done_for(&ctx.team, who, *task).next().is_some() && !instead.iter().any(|(other, _)| other == task)
    };
    match Task::ALL.into_iter().find(is_open) {
        Some(task) => instead_page(ctx, who, task),
        None => now_page(ctx, who),
    }
}

fn instead_page<'a>(ctx: Ctx<'a>, who: &PersonId, task: Task) -> Page<'a, Message> {
    let key = match task {
        Task::Leads => "leaving-lead",
        Task::IsSenior => "leaving-senior",
        Task::WritesNotes => "leaving-notes",
    };
    let names: Vec<_> = done_for(&ctx.team, who, task).map(|person| person.name.as_str()).collect();
    let tiles = in_place(&ctx.team, who, task).map(|person| {
        let does = Message::Instead(task, person.id.clone());
        Tile::opens(format!("instead-{}", person.id.0), Phrase::own(&person.name), does)
            .lead(Lead::Photo(person.photo.clone()))
            .mark(Mark::Act)
    });
    let page = Page::new(key, ctx.phrase(key), Body::tiles(tiles.collect()));
    page.helper(ctx.phrase_for("leaving-for", &names.join(", "))).about("user", about(ctx, who))
}

fn about(ctx: Ctx<'_>, who: &PersonId) -> Phrase {
    ctx.phrase_for("leaving-about", ctx.team.name_of(who))
}

fn now_page<'a>(ctx: Ctx<'a>, who: &PersonId) -> Page<'a, Message> {
    let name = ctx.team.name_of(who);
    let senior = ctx.team.person(who).is_some_and(|person| person.is(Role::Senior));
    let mut said = vec![("leaving-door", "lock"), ("leaving-stays", "note"), ("leaving-before", "alert")];
    if senior {
        said.push(("leaving-was-senior", "alert"));
    }
    let said = said.into_iter().map(|(key, icon)| (icon, ctx.phrase_for(key, name))).collect();
    let now = Button::new("leaving-now", ctx.phrase_for("leaving-now", name), Message::LeaveNow);
    lines("leaving", ctx.phrase_for("leaving", name), said)
        .action(Button::new("leaving-not", ctx.phrase("not-now"), Message::Okay).icon("x"))
        .primary(now.icon("logout").strength(Strength::Danger))
}

/// They have left, and what is left to do.
#[must_use]
pub fn gone<'a>(ctx: Ctx<'a>, who: &PersonId) -> Page<'a, Message> {
    let name = ctx.team.name_of(who);
    let senior = ctx.team.person(who).is_some_and(|person| person.is(Role::Senior));
    let mut said = vec![("gone-keys", "check"), ("leaving-before", "alert"), ("gone-sticks", "usb")];
    if senior {
        said.push(("gone-senior", "alert"));
    }
    let said = said.into_iter().map(|(key, icon)| (icon, ctx.phrase_for(key, name))).collect();
    lines("gone", ctx.phrase_for("gone", name), said).primary(primary(ctx, ("ok", "check"), Message::Okay))
}

/// Why it is not possible, and what to do first.
#[must_use]
pub fn stays<'a>(ctx: Ctx<'a>, who: &PersonId, why: Stays) -> Page<'a, Message> {
    let name = ctx.team.name_of(who);
    let key = match why {
        Stays::ThemselvesOnly => "stays-themselves",
        Stays::LastSenior => "stays-last-senior",
        Stays::LastLead => "stays-last-lead",
        Stays::LastPractitioner => "stays-last-practitioner",
        Stays::StillNeeded(Task::Leads) => "stays-leads",
        Stays::StillNeeded(Task::IsSenior) => "stays-is-senior",
        Stays::StillNeeded(Task::WritesNotes) => "stays-writes-notes",
    };
    let said = vec![("alert", ctx.phrase_for(key, name)), ("users", ctx.phrase(&format!("{key}-first")))];
    lines("stays", ctx.phrase("stays"), said).primary(primary(ctx, ("ok", "check"), Message::Okay))
}
