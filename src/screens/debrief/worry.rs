//! My worry: who to ring, who has seen it, and what they did.
use iced::Task;

use crate::domain::debrief::DebriefId;
use crate::domain::person::Role;
use crate::domain::record::Record;
use crate::domain::story::{ConcernStep, ConcernWhat};
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::help::Part;
use crate::ui::{Body, Button, Page, Row, Sign, Strength, Tone, rows};
use crate::words::Phrase;

/// A worry, as its worker sees it.
#[derive(Debug)]
pub struct Worry {
    debrief: DebriefId,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Has told a person.
    Told,
    /// Needs help to ring.
    HelpRing,
    /// Looks where the story is that it was told with.
    Story,
}

impl Screen for Worry {
    type Opens = DebriefId;
    type Message = Message;
    const HEADING: &'static str = "worry";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(_ctx: Ctx<'_>, debrief: DebriefId) -> (Self, Task<Message>) {
        (Self { debrief }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Told => {
                let step = ConcernStep {
                    debrief: self.debrief.clone(),
                    worker: ctx.me.id.clone(),
                    by: ctx.me.id.clone(),
                    at: ctx.now(),
                    what: ConcernWhat::ToldPerson,
                };
                Action::step(Step::Keep(Record::ConcernStep(step)))
            }
            Message::HelpRing => Action::step(Step::HelpAt(Part::Card)),
            Message::Story => Action::step(Step::Go(Place::Story(self.debrief.clone()))),
        }
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let steps = ctx.store.concern_steps(&self.debrief);
        let lead = ctx.team.lead_of(ctx.me);
        let name = lead.map(|lead| lead.name.clone()).unwrap_or_default();
        let phone = lead.map(|lead| lead.phone.clone()).unwrap_or_default();
        let told = steps.iter().any(|step| step.what == ConcernWhat::ToldPerson);
        let seen = steps.iter().any(|step| step.what == ConcernWhat::Seen);
        let shown_name = name.clone();
        let body = Body::rows(move |look, width| {
            let name = &shown_name;
            let mut list: Vec<Row<'a, Message>> = vec![seen_signs(ctx, (name, seen), (look, width))];
            if !seen {
                let number = Phrase::own(&phone).with_picture("phone");
                let ring = ctx.phrase_for("worry-ring", name).with_picture("phone");
                let words = Phrase { shown: format!("{} {}", ring.shown, number.shown), ..ring.then_say(&number) };
                list.push(rows::line(look, "worry-ring", &words, width));
            }
            for (index, step) in steps.iter().enumerate() {
                if let Some(row) = step_row(ctx, (index, step), (look, width)) {
                    list.push(row);
                }
            }
            list
        });
        let page = Page::new("worry", ctx.phrase("worry"), body)
            .action(Button::new("ring-help", ctx.phrase("ring-help"), Message::HelpRing).icon("user"));
        let sent = ctx.store.story(&self.debrief).sent.is_some();
        let page = if sent {
            page.action(Button::new("worry-story", ctx.phrase("worry-story"), Message::Story).icon("send"))
        } else {
            page
        };
        if told || seen {
            return page;
        }
        page.primary(
            Button::new("ring-done", ctx.phrase_for("ring-told", &name), Message::Told)
                .icon("check")
                .strength(Strength::Primary),
        )
    }
}

/// Saved, sent and seen: three different things.
pub fn seen_signs<'a, M: Clone + 'a>(
    ctx: Ctx<'a>,
    (name, seen): (&str, bool),
    (look, width): (&crate::ui::Look, f32),
) -> Row<'a, M> {
    let saved = ctx.store.is_saved();
    let waiting = (Sign::new("eye-off", ctx.phrase_for("w7-waiting", name)), false);
    let signs = [
        (Sign::new("laptop", ctx.phrase("w7-saved")), saved),
        (Sign::new("send", ctx.phrase_for("w7-sent", name)), saved),
        if seen { (Sign::new("eye", ctx.phrase_for("w7-seen", name)), true) } else { waiting },
    ];
    rows::signs(look, &signs, width)
}

fn step_row<'a>(
    ctx: Ctx<'a>,
    (index, step): (usize, &ConcernStep),
    (look, width): (&crate::ui::Look, f32),
) -> Option<Row<'a, Message>> {
    let by = ctx.team.name_of(&step.by).to_owned();
    let time = ctx.words.time(step.at.time()).shown;
    let args = || [("name", by.clone().into()), ("time", time.clone().into())];
    let id = format!("worry-step-{index}");
    match &step.what {
        ConcernWhat::ToldPerson => {
            let words = ctx.words.phrase_with("worry-told", args());
            Some(rows::sign_line(look, &id, ("check", Some(Tone::Good)), &words, width))
        }
        ConcernWhat::Seen => {
            let words = ctx.words.phrase_with("worry-seen", args());
            Some(rows::sign_line(look, &id, ("eye", Some(Tone::Good)), &words, width))
        }
        ConcernWhat::Done(done) => {
            let said = ctx.words.phrase_with("worry-done", [("name", by.into()), ("words", done.clone().into())]);
            Some(rows::line(look, &id, &said.with_picture("told-lead"), width))
        }
    }
}
