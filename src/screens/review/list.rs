//! The list: worries first, then what workers chose to share, then notes that wait.
use iced::Size;
use jiff::civil::DateTime;

use crate::domain::brief::{AboutMeBrief, ConcernBrief, VisitBrief};
use crate::domain::person::{Person, PersonId};
use crate::domain::queue::{Need, need_of_visit, need_of_worry, sort_by_need};
use crate::domain::told::ConcernKind;
use crate::screen::Ctx;
use crate::screens::stretch::Stretch;
use crate::store::lists::{Told, Worry};
use crate::ui::zone::{self, Entry, Zone};
use crate::ui::{Look, Sign, Tone, View, rows};
use crate::words::Arg;

use super::Message;

/// One thing in the list.
#[derive(Debug, Clone)]
pub struct Item {
    /// Its name in this screen.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// What it needs.
    pub need: Need,
    /// Since when.
    pub at: DateTime,
    /// Whose it is.
    pub worker: PersonId,
}

/// What it is.
#[derive(Debug, Clone)]
pub enum Kind {
    /// A worry.
    Worry(ConcernBrief),
    /// What a worker chose to share about themselves.
    Shared(AboutMeBrief),
    /// A visit that was told.
    Visit(VisitBrief),
}

impl Kind {
    /// The name of its document.
    pub fn document(&self) -> String {
        match self {
            Self::Worry(concern) => format!("concern/{}", concern.debrief.0),
            Self::Shared(me) => format!("me/{}", me.debrief.0),
            Self::Visit(visit) => format!("visit/{}", visit.id.0),
        }
    }
}

/// Everything that this supervisor may see, in the order of need.
#[must_use]
pub fn items(ctx: Ctx<'_>) -> Vec<Item> {
    let mut items = [worries(ctx), shared(ctx), visits(ctx)].concat();
    sort_by_need(&mut items, |item| (item.need, item.at));
    items
}

/// What each of them needs.
#[must_use]
pub fn needs(ctx: Ctx<'_>) -> Vec<Need> {
    let worries = ctx.store.worries();
    let (shared, stories) = (ctx.store.about_workers(), ctx.store.stories());
    let worries = worries.iter().map(|(concern, steps)| need_of_worry(concern, steps));
    worries.chain(shared.iter().map(need_of_shared)).chain(stories.iter().map(need_of_told)).collect()
}

fn need_of_shared(me: &AboutMeBrief) -> Need {
    if me.asks { Need::Today } else { Need::Done }
}

/// The worry of a visit has a row of its own.
fn need_of_told(told: &Told) -> Need {
    need_of_visit(&told.visit, None, &told.story)
}

fn worries(ctx: Ctx<'_>) -> Vec<Item> {
    // A worry can lie in two spaces while it is told. It is one document: its newest state counts.
    let item = |(concern, steps): &Worry| Item {
        id: format!("worry-{}", concern.debrief.0),
        need: need_of_worry(concern, steps),
        at: concern.saved,
        worker: concern.worker.clone(),
        kind: Kind::Worry(concern.clone()),
    };
    ctx.store.worries().iter().map(item).collect()
}

fn shared(ctx: Ctx<'_>) -> Vec<Item> {
    let item = |me: &AboutMeBrief| Item {
        id: format!("shared-{}", me.debrief.0),
        need: need_of_shared(me),
        at: me.sent,
        worker: me.worker.clone(),
        kind: Kind::Shared(me.clone()),
    };
    ctx.store.about_workers().iter().map(item).collect()
}

fn visits(ctx: Ctx<'_>) -> Vec<Item> {
    let item = |told: &Told| Item {
        id: format!("visit-{}", told.visit.id.0),
        need: need_of_told(told),
        at: told.visit.sent,
        worker: told.visit.worker.clone(),
        kind: Kind::Visit(told.visit.clone()),
    };
    ctx.store.stories().iter().map(item).collect()
}

/// Who an item is about.
pub fn worker<'a>(ctx: Ctx<'a>, item: &Item) -> Option<&'a Person> {
    ctx.hall.team.person(&item.worker)
}

pub(super) fn zone<'a>(
    ctx: Ctx<'a>,
    (items, stretch): (&[Item], Stretch),
    open: Option<&String>,
    (look, room): (&Look, Size),
) -> View<'a, Message> {
    let draw = |item: &Item| zone::entry(look, entry(ctx, item, open == Some(&item.id)), room.width);
    let shown = stretch.of(items).iter().map(draw).collect();
    let mut list = stretch.between(ctx, (look, room.width), (items.len(), shown), Message::Turn);
    if list.is_empty() {
        let words = ctx.phrase("review-empty");
        list.push(rows::sign_line(look, "review-empty", ("check", Some(Tone::Good)), &words, room.width));
    }
    let title = Sign::new("list", ctx.phrase("review-list"));
    let name = stretch.name("review-list");
    zone::zone(look, Zone { name, title, aside: None, rows: list, follow: None }, room)
}

/// The words of an item: what it is, and where it stands.
fn entry(ctx: Ctx<'_>, item: &Item, open: bool) -> Entry<Message> {
    let person = worker(ctx, item);
    let name = person.map(|person| person.name.clone()).unwrap_or_default();
    let title_key = match &item.kind {
        Kind::Worry(concern) => match concern.kind {
            ConcernKind::Worried => "review-worry",
            ConcernKind::Skipped => "review-worry-skipped",
            ConcernKind::NotWorried => "review-worry-over",
        },
        Kind::Shared(_) if item.need == Need::Today => "review-wants",
        Kind::Shared(_) => "review-shared",
        Kind::Visit(_) => "review-visit",
    };
    let late = ctx.now().date() > item.at.date();
    let (status, icon, tone) = match (&item.kind, item.need) {
        (Kind::Worry(_), Need::Danger) => ("review-status-danger", "alert", Some(Tone::Danger)),
        (Kind::Worry(_), Need::Worry) => ("review-status-unseen", "eye-off", Some(Tone::Danger)),
        (Kind::Worry(_), Need::WorrySeen) => ("review-status-seen", "eye", Some(Tone::Wait)),
        (Kind::Worry(_), _) => ("review-status-done", "check", Some(Tone::Good)),
        (Kind::Shared(_), _) => ("review-status-shared", "heart-user", None),
        (Kind::Visit(_), Need::Today) => ("review-status-today", "flag", Some(Tone::Wait)),
        (Kind::Visit(_), Need::Wrong) => ("review-status-wrong", "message-exclamation", Some(Tone::Danger)),
        (Kind::Visit(_), Need::ToBeHeard | Need::Done) => ("review-status-in-record", "file-check", Some(Tone::Good)),
        (Kind::Visit(_), _) if late => ("review-status-late", "clock", Some(Tone::Wait)),
        (Kind::Visit(_), _) => ("review-status-waits", "clock", None),
    };
    let args = [("worker", Arg::from(name))];
    Entry {
        id: item.id.clone(),
        letters: None,
        photo: person.map(|person| person.photo.clone()),
        worry: item.need.is_worry() && matches!(item.kind, Kind::Worry(_)),
        icon: match &item.kind {
            Kind::Worry(_) => "alert",
            Kind::Shared(_) => "heart-user",
            Kind::Visit(_) => "ear",
        },
        title: ctx.words.phrase_with(title_key, args.clone()),
        status: (Sign::new(icon, ctx.words.phrase_with(status, args)), tone),
        age: Some(ctx.words.ago(ctx.now(), item.at)),
        open,
        does: Message::Open(item.id.clone()),
    }
}
