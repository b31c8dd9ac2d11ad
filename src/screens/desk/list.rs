//! My list: the stories that wait for this practitioner, worries first.
use iced::Size;
use jiff::civil::DateTime;

use crate::domain::brief::VisitBrief;
use crate::domain::debrief::DebriefId;
use crate::domain::queue::{Need, need_of_visit, sort_by_need};
use crate::screen::Ctx;
use crate::store::lists::Told;
use crate::ui::zone::{self, Entry};
use crate::ui::{Look, Sign, Tone, View};
use crate::words::{Arg, Phrase};

use super::{Desk, Message};

/// A story that waits.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// The visit.
    pub visit: VisitBrief,
    /// What it needs.
    pub need: Need,
    /// When it was sent.
    pub sent: DateTime,
}

/// All stories that this practitioner may read, in the order of need.
#[must_use]
pub fn waiting(ctx: Ctx<'_>) -> Vec<Waiting> {
    let stories = ctx.store.stories();
    let waits = |told: &Told| {
        let sent = told.story.sent.unwrap_or(told.visit.sent);
        Waiting { visit: told.visit.clone(), need: need(told), sent }
    };
    let mut list: Vec<_> = stories.iter().map(waits).collect();
    sort_by_need(&mut list, |waiting| (waiting.need, waiting.sent));
    list
}

/// What a story needs of this practitioner.
#[must_use]
pub fn need(told: &Told) -> Need {
    need_of_visit(&told.visit, told.worry.as_ref(), &told.story)
}

/// "Sam’s visit to J B".
#[must_use]
pub fn title(ctx: Ctx<'_>, debrief: &DebriefId) -> Option<Phrase> {
    let visit = ctx.store.visit_brief(debrief)?;
    let worker = ctx.team.person(&visit.worker)?.name.clone();
    Some(match ctx.letters(visit.letters.as_deref()) {
        Some(letters) => {
            let args = [("worker", Arg::from(worker)), ("letters", Arg::from(letters.to_owned()))];
            ctx.words.phrase_with("desk-title-to", args)
        }
        None => ctx.words.phrase_with("desk-title", [("worker", Arg::from(worker))]),
    })
}

/// The day of the visit, and when it was sent.
#[must_use]
pub fn about(ctx: Ctx<'_>, debrief: &DebriefId) -> Option<Phrase> {
    let visit = ctx.store.visit_brief(debrief)?;
    let today = visit.sent.date() == ctx.today();
    let sent = if today { ctx.words.time(visit.sent.time()) } else { ctx.words.day(visit.sent.date()) };
    let args = |day: String| [("day", Arg::from(day)), ("sent", Arg::from(sent.shown.clone()))];
    Some(match visit.day {
        Some(day) => ctx.words.phrase_with("desk-about-day", args(ctx.words.day(day).shown)),
        None => ctx.words.phrase_with("desk-about", args(String::new())),
    })
}

pub(super) fn zone<'a>(ctx: Ctx<'a>, desk: &'a Desk, (look, room): (&Look, Size)) -> View<'a, Message> {
    let open = desk.open.as_ref().map(|open| &open.debrief);
    let shown = desk.stretch.of(&desk.waiting);
    let rows = shown
        .iter()
        .map(|waiting| zone::entry(look, entry(ctx, waiting, open == Some(&waiting.visit.id)), room.width))
        .collect::<Vec<_>>();
    let rows = if rows.is_empty() {
        vec![crate::ui::rows::sign_line(
            look,
            "desk-empty",
            ("check", Some(Tone::Good)),
            &ctx.phrase("desk-empty"),
            room.width,
        )]
    } else {
        desk.stretch.between(ctx, (look, room.width), (desk.waiting.len(), rows), Message::Turn)
    };
    let title = Sign::new("list", ctx.phrase("desk-list"));
    let name = desk.stretch.name("desk-list");
    zone::zone(look, zone::Zone { name, title, aside: None, rows, follow: None }, room)
}

fn entry(ctx: Ctx<'_>, waiting: &Waiting, open: bool) -> Entry<Message> {
    let Waiting { visit, need, sent } = waiting;
    let worker = ctx.team.name_of(&visit.worker).to_owned();
    let title = match ctx.letters(visit.letters.as_deref()) {
        Some(letters) => ctx.words.phrase_with(
            "desk-entry-to",
            [("worker", Arg::from(worker.clone())), ("letters", Arg::from(letters.to_owned()))],
        ),
        None => ctx.words.phrase_with("desk-entry", [("worker", Arg::from(worker.clone()))]),
    };
    let ago = ctx.words.ago(ctx.now(), *sent).shown;
    let late = ctx.now().date() > sent.date();
    let mine = ctx.store.story(&visit.id).read.is_some();
    let (key, icon, tone) = match need {
        Need::Danger => ("desk-status-danger", "alert", Some(Tone::Danger)),
        Need::Worry | Need::WorrySeen => ("desk-status-worry", "bell", Some(Tone::Danger)),
        Need::Today => ("desk-status-today", "flag", Some(Tone::Wait)),
        Need::Wrong => ("desk-status-wrong", "message-exclamation", Some(Tone::Danger)),
        Need::ToWrite if late => ("desk-status-late", "clock", Some(Tone::Wait)),
        Need::ToWrite if mine => ("desk-status-mine", "pencil", None),
        Need::ToWrite => ("desk-status-new", "record-dot", None),
        Need::ToBeHeard => ("desk-status-to-hear", "file-check", None),
        Need::Done => ("desk-status-done", "check", Some(Tone::Good)),
    };
    let args = [("ago", Arg::from(ago)), ("worker", Arg::from(worker))];
    Entry {
        id: format!("open-{}", visit.id.0),
        letters: ctx.letters(visit.letters.as_deref()).map(str::to_owned),
        photo: None,
        worry: need.is_worry(),
        icon: "user",
        title,
        status: (Sign::new(icon, ctx.words.phrase_with(key, args)), tone),
        age: None,
        open,
        does: Message::Open(visit.id.clone()),
    }
}
