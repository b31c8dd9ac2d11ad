//! What needs you: the supervisor sees worries first, says that they are seen, and writes what was done.
mod detail;
mod list;
pub mod log;

use std::sync::Arc;

use iced::widget::{column, container, row};
use iced::{Size, Subscription, Task};

use crate::domain::audit::Did;
use crate::domain::person::Role;
use crate::domain::record::Record;
use crate::domain::story::{ConcernStep, ConcernWhat};
use crate::domain::typed::{About, Typed};
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::clips::{self, Voice};
use crate::screens::guard::{self, Asks, Guarded};
use crate::screens::pause::Pause;
use crate::screens::stretch::Stretch;
use crate::store::lists::Memo;
use crate::ui::{Body, Button, Look, Page, Strength, View, buttons};
use crate::words::{Arg, Phrase};

use self::list::{Item, Kind};

/// What needs the supervisor.
#[derive(Debug)]
pub struct Review {
    items: Memo<Vec<Item>>,
    stretch: Stretch,
    open: Option<String>,
    /// Where there is no room for both: whether the list is shown.
    on_list: bool,
    voice: Voice,
    done: Guarded,
    pause: Pause,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Opens an item.
    Open(String),
    /// Shows another stretch of the list.
    Turn(Stretch),
    /// Shows the list, where there is no room for both.
    ShowList,
    /// Has seen the worry.
    Seen,
    /// Types what was done.
    Type(guard::Message),
    /// Time to keep what is typed.
    Pause,
    /// Saves what was done.
    Done,
    /// Hears a clip, or stops hearing it.
    Voice(clips::Message),
}

/// What was typed of what was done about a worry, and not given.
fn typed(ctx: Ctx<'_>, item: Option<&Item>) -> Guarded {
    let about = item.and_then(about);
    let words = about.map(|about| ctx.store.typed(&ctx.me.id, about).words).unwrap_or_default();
    Guarded::of(&words, Asks::HealthNumbers)
}

/// What words are typed for, where it is a worry.
fn about(item: &Item) -> Option<About> {
    match &item.kind {
        Kind::Worry(concern) => Some(About::Done(concern.debrief.clone())),
        Kind::Shared(_) | Kind::Visit(_) => None,
    }
}

impl Screen for Review {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "review";
    const CARD: Option<fn() -> Place> = Some(|| Place::Review(()));
    const FOR: &'static [Role] = &[Role::Supervisor];

    fn card_news(ctx: Ctx<'_>) -> Option<Phrase> {
        let needs = list::needs(ctx);
        let open = needs.iter().filter(|need| need.is_open()).count();
        let worries = needs.iter().filter(|need| need.is_worry()).count();
        let args = [("worries", Arg::from(worries)), ("count", Arg::from(open))];
        Some(ctx.words.phrase_with(if worries > 0 { "review-news-worries" } else { "review-news" }, args))
    }

    fn open(ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        // The most pressing is open: nobody has to look for it.
        let mut review = Self {
            items: Memo::default(),
            stretch: Stretch::default(),
            open: None,
            on_list: true,
            voice: Voice::default(),
            done: Guarded::of("", Asks::HealthNumbers),
            pause: Pause::default(),
        };
        let items = review.items(ctx);
        let first = items.first();
        review.open = first.map(|item| item.id.clone());
        looked_at(ctx, first);
        review.done = typed(ctx, first);
        (review, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Open(id) => {
                let mut kept = Action::none();
                if self.open.as_ref() != Some(&id) {
                    kept = self.keep(ctx);
                    let items = self.items(ctx);
                    let item = items.iter().find(|item| item.id == id);
                    looked_at(ctx, item);
                    self.done = typed(ctx, item);
                    self.voice.stop();
                }
                self.open = Some(id);
                self.on_list = false;
                kept
            }
            Message::Turn(stretch) => {
                self.stretch = stretch;
                Action::none()
            }
            Message::ShowList => {
                self.on_list = true;
                Action::none()
            }
            Message::Seen => self.step(ctx, ConcernWhat::Seen),
            Message::Type(message) => {
                let changed = self.done.take(message);
                if changed { Action::run(self.pause.begin(Message::Pause)) } else { Action::none() }
            }
            Message::Pause => {
                self.pause.end();
                self.keep(ctx)
            }
            Message::Done => {
                let words = self.done.words().trim().to_owned();
                if words.is_empty() {
                    return Action::none();
                }
                self.done = Guarded::of("", Asks::HealthNumbers);
                let done = self.step(ctx, ConcernWhat::Done(words));
                done.and(self.keep(ctx))
            }
            Message::Voice(message) => self.voice.update(ctx, message).map(Message::Voice),
        }
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let items = self.items(ctx);
        let news = Self::card_news(ctx);
        let body = Body::free(move |look, room| self.view(ctx, items, (look, room)));
        let mut page = Page::new("review", ctx.phrase("review-heading"), body);
        page.staff = true;
        if let Some(news) = news {
            page = page.about("list", news);
        }
        page
    }

    fn leave(&mut self, ctx: Ctx<'_>) -> Vec<Step> {
        self.voice.stop();
        self.keep(ctx).steps
    }

    fn subscription(&self) -> Subscription<Message> {
        self.voice.subscription().map(Message::Voice)
    }
}

/// Writes down in the log that this person has opened an item.
fn looked_at(ctx: Ctx<'_>, item: Option<&Item>) {
    if let Some(item) = item {
        ctx.store.note_down(Did::Opened, Some(item.kind.document()), Some(item.worker.clone()));
    }
}

impl Review {
    fn items(&self, ctx: Ctx<'_>) -> Arc<Vec<Item>> {
        self.items.get(ctx.store.turn(), || list::items(ctx))
    }

    /// Adds a step to the open worry. Seen and done are two things, both with name and time.
    fn step(&mut self, ctx: Ctx<'_>, what: ConcernWhat) -> Action<Message> {
        let items = self.items(ctx);
        let open = items.iter().find(|item| Some(&item.id) == self.open.as_ref());
        let Some(Kind::Worry(concern)) = open.map(|item| &item.kind) else { return Action::none() };
        Action::step(Step::Keep(Record::ConcernStep(ConcernStep {
            debrief: concern.debrief.clone(),
            worker: concern.worker.clone(),
            by: ctx.me.id.clone(),
            at: ctx.now(),
            what,
        })))
    }

    /// Keeps what is typed of what was done, until it is given.
    fn keep(&self, ctx: Ctx<'_>) -> Action<Message> {
        let items = self.items(ctx);
        let about = items.iter().find(|item| Some(&item.id) == self.open.as_ref()).and_then(about);
        let Some(about) = about else { return Action::none() };
        let words = self.done.words();
        let now = Typed { words, ..Typed::nothing(ctx.me.id.clone(), about.clone()) };
        if now == ctx.store.typed(&ctx.me.id, about) {
            return Action::none();
        }
        Action::step(Step::Keep(Record::Typed(now)))
    }

    fn view<'a>(&'a self, ctx: Ctx<'a>, items: Arc<Vec<Item>>, (look, room): (&Look, Size)) -> View<'a, Message> {
        let gap = 20.0;
        let open = items.iter().find(|item| Some(&item.id) == self.open.as_ref()).cloned();
        let wide = room.width >= 860.0;
        if wide {
            let detail_width = (room.width * 0.36).max(390.0);
            let list_room = Size::new(room.width - detail_width - gap, room.height);
            let list = list::zone(ctx, (&items, self.stretch), self.open.as_ref(), (look, list_room));
            let detail = open.map(|item| detail::view(ctx, self, &item, (look, Size::new(detail_width, room.height))));
            return row![list].push(detail).spacing(gap).into();
        }
        let Some(item) = open.filter(|_| !self.on_list) else {
            return list::zone(ctx, (&items, self.stretch), self.open.as_ref(), (look, room));
        };
        let back = Button::new("review-list", ctx.phrase("review-list"), Message::ShowList).icon("list");
        let below = Size::new(room.width, room.height - 54.0);
        column![
            container(buttons::staff(look, &back.strength(Strength::Quiet))).height(54),
            detail::view(ctx, self, &item, (look, below)),
        ]
        .into()
    }
}
