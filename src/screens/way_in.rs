//! How a person comes in: chosen with a helper beside them, tried once, and kept.
pub mod choosing;
pub mod typed_key;

use iced::Task;

use self::choosing::{Choosing, PICTURES, Press};
use crate::domain::person::{PersonId, Role};
use crate::domain::preferences::Preferences;
use crate::domain::record::Record;
use crate::domain::way_in::{Chosen, IN_ORDER, MINE, SHOWN, Way};
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::store::{Session, seal};
use crate::ui::{Body, Button, Lead, Mark, Page, Sign, Strength, Tile, rows};
use crate::words::Arg;

/// How a person comes in.
#[derive(Debug)]
pub struct WayIn {
    person: PersonId,
    /// What the person may do: their own session, or one that a helper opened for them.
    session: Option<Session>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// Which way?
    Ways,
    /// The person picks pictures, or a word.
    Picking(Choosing),
    /// The person looks at the pictures and their order.
    Looking(Way, Vec<String>),
    /// The person does it once.
    Trying { choosing: Choosing, chosen: Chosen, wrong: bool },
    /// After how many minutes alone does it lock?
    Lock,
    /// It is being kept.
    Keeping,
    /// It is kept.
    Kept,
    /// It cannot be done.
    Failed(Problem),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// A helper's way to somebody is open, or not.
    Opened(Result<Session, Problem>),
    /// Wants to come in by this way.
    Choose(Kind),
    /// Presses a picture or types.
    Press(Press),
    /// Wants other pictures.
    Others,
    /// Has picked, or has seen enough.
    Next,
    /// Has done it once.
    Try,
    /// Begins anew.
    Back,
    /// When it locks is kept, or not.
    Locks(Result<(), Problem>),
    /// It is kept, or not.
    Kept(Result<(), Problem>),
    /// Wants to choose when it locks.
    Lock,
    /// It locks after so many minutes alone.
    LockAfter(u8),
    /// Has read it, or wants nothing.
    Done,
}

/// The ways to choose from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// My photo.
    Photo,
    /// My pictures.
    Mine,
    /// Pictures in order.
    InOrder,
    /// A word.
    Word,
    /// A helper.
    Helper,
}

impl Kind {
    const ALL: [Self; 5] = [Self::Photo, Self::Mine, Self::InOrder, Self::Word, Self::Helper];

    /// The key of its words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Photo => "way-photo",
            Self::Mine => "way-mine",
            Self::InOrder => "way-in-order",
            Self::Word => "way-word",
            Self::Helper => "way-helper",
        }
    }

    /// The kind of a way.
    #[must_use]
    pub fn of(way: &Way) -> Self {
        match way {
            Way::Photo => Self::Photo,
            Way::Mine { .. } => Self::Mine,
            Way::InOrder { .. } => Self::InOrder,
            Way::Word => Self::Word,
            Way::Helper => Self::Helper,
        }
    }
}

impl Screen for WayIn {
    type Opens = PersonId;
    type Message = Message;
    const HEADING: &'static str = "way";
    const FOR: &'static [Role] = Role::ALL;

    fn open(ctx: Ctx<'_>, person: PersonId) -> (Self, Task<Message>) {
        let own = person == ctx.me.id;
        let task = match ctx.team.person(&person) {
            _ if own => Task::none(),
            Some(other) => Task::perform(ctx.store.let_in_soon(other, &ctx.team), Message::Opened),
            None => Task::none(),
        };
        (Self { person, session: own.then(|| ctx.store.clone()), stage: Stage::Ways }, task)
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Opened(Ok(session)) => self.session = Some(session),
            Message::Opened(Err(problem)) => self.stage = Stage::Failed(problem),
            Message::Choose(kind) => return self.choose(kind),
            Message::Press(press) => {
                if let Stage::Picking(choosing) | Stage::Trying { choosing, .. } = &mut self.stage {
                    choosing.press(press);
                }
            }
            Message::Others => self.others(),
            Message::Next => self.next(),
            Message::Try => return self.tried(ctx),
            Message::Back => self.stage = Stage::Ways,
            Message::Kept(Ok(())) => {
                self.stage = Stage::Kept;
                return Action::none();
            }
            Message::Locks(Ok(())) => {}
            Message::Locks(Err(problem)) | Message::Kept(Err(problem)) => self.stage = Stage::Failed(problem),
            Message::Lock => self.stage = Stage::Lock,
            Message::LockAfter(minutes) => return self.lock_after(ctx, minutes),
            Message::Done => return Action::step(Step::Back),
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let page = match &self.stage {
            Stage::Ways => self.ways_page(ctx),
            Stage::Picking(choosing) => picking_page(ctx, choosing),
            Stage::Looking(_, pictures) => looking_page(ctx, pictures),
            Stage::Trying { choosing, wrong, .. } => trying_page(ctx, choosing, *wrong),
            Stage::Lock => self.lock_page(ctx),
            Stage::Keeping => line_page(ctx, ("way-keeping", "door-opening")),
            Stage::Kept => line_page(ctx, ("way-kept", "way-kept-now")).primary(ok(ctx)),
            Stage::Failed(problem) => {
                let words = ctx.problem(*problem);
                let body = Body::rows(move |look, width| vec![rows::line(look, "way-problem", &words, width)]);
                Page::new("way-failed", ctx.phrase("way-failed"), body).primary(ok(ctx))
            }
        };
        self.about(ctx, page)
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        match self.stage {
            Stage::Ways | Stage::Kept | Stage::Failed(_) => None,
            // What is on its way to the disk is not stopped.
            Stage::Keeping => Some(Action::none()),
            Stage::Picking(_) | Stage::Looking(..) | Stage::Trying { .. } | Stage::Lock => {
                self.stage = Stage::Ways;
                Some(Action::none())
            }
        }
    }
}

/// Pictures to choose from, different ones each time.
fn some_pictures(count: usize) -> Vec<String> {
    seal::draw(count, PICTURES.len())
        .into_iter()
        .filter_map(|index| PICTURES.get(index))
        .map(|key| (*key).to_owned())
        .collect()
}

fn mine() -> Stage {
    Stage::Picking(Choosing::new(Way::Mine { shown: some_pictures(SHOWN), count: MINE }))
}

fn in_order() -> Stage {
    let shown = some_pictures(SHOWN);
    let drawn = seal::draw(usize::from(IN_ORDER), shown.len());
    let pictures = drawn.into_iter().filter_map(|index| shown.get(index).cloned()).collect();
    Stage::Looking(Way::InOrder { shown, count: IN_ORDER }, pictures)
}

impl WayIn {
    fn choose(&mut self, kind: Kind) -> Action<Message> {
        match kind {
            Kind::Photo => return self.keep(Way::Photo, Chosen::Nothing),
            Kind::Helper => return self.keep(Way::Helper, Chosen::Nothing),
            Kind::Mine => self.stage = mine(),
            Kind::InOrder => self.stage = in_order(),
            Kind::Word => {
                self.stage = Stage::Picking(Choosing::new(Way::Word));
                return Action::step(Step::Focus("word".to_owned()));
            }
        }
        Action::none()
    }

    fn others(&mut self) {
        match &self.stage {
            Stage::Picking(_) => self.stage = mine(),
            Stage::Looking(..) => self.stage = in_order(),
            _ => {}
        }
    }

    fn next(&mut self) {
        let (way, chosen) = match &self.stage {
            Stage::Picking(choosing) => (choosing.way().clone(), choosing.chosen()),
            Stage::Looking(way, pictures) => (way.clone(), Some(Chosen::InOrder(pictures.clone()))),
            _ => return,
        };
        if let Some(chosen) = chosen {
            self.stage = Stage::Trying { choosing: Choosing::new(way), chosen, wrong: false };
        }
    }

    /// The way is kept only when it has worked once.
    fn tried(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let Stage::Trying { choosing, chosen, wrong } = &mut self.stage else { return Action::none() };
        if choosing.chosen().as_ref().and_then(Chosen::secret) != chosen.secret() {
            *wrong = true;
            choosing.press(Press::Again);
            return Action::step(Step::Say(ctx.phrase("way-not-yet")));
        }
        let (way, chosen) = (choosing.way().clone(), chosen.clone());
        self.keep(way, chosen)
    }

    fn keep(&mut self, way: Way, chosen: Chosen) -> Action<Message> {
        let Some(session) = &self.session else { return Action::none() };
        let kept = session.set_way(way, chosen);
        self.stage = Stage::Keeping;
        Action::run(Task::perform(kept, Message::Kept))
    }

    /// What this person wants of the app, if they are there or have been let in.
    fn preferences(&self) -> Option<Preferences> {
        Some(self.session.as_ref()?.preferences(&self.person))
    }

    fn lock_after(&mut self, ctx: Ctx<'_>, minutes: u8) -> Action<Message> {
        let (Some(session), Some(preferences)) = (&self.session, self.preferences()) else { return Action::none() };
        let preferences = Preferences { lock_after: minutes, ..preferences };
        if self.person == ctx.me.id {
            return Action::step(Step::Prefer(preferences));
        }
        let kept = session.keep(Record::Preferences(self.person.clone(), preferences));
        Action::run(Task::perform(kept, Message::Locks))
    }

    fn lock_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let now = self.preferences().map(|preferences| preferences.lock_after);
        let tile = |minutes: u8| {
            let words = ctx.words.phrase_with("way-lock-after", [("minutes", Arg::from(u32::from(minutes)))]);
            Tile::opens(format!("lock-{minutes}"), words, Message::LockAfter(minutes))
                .lead(Lead::Sign("clock"))
                .mark(Mark::One(now == Some(minutes)))
        };
        let tiles = Preferences::LOCKS.map(tile).to_vec();
        let page = Page::new("way-lock", ctx.phrase("way-lock-heading"), Body::tiles(tiles));
        page.helper(ctx.phrase("way-lock-help")).primary(ok(ctx))
    }

    fn about<'a>(&self, ctx: Ctx<'a>, mut page: Page<'a, Message>) -> Page<'a, Message> {
        if self.person != ctx.me.id {
            let name = ctx.phrase_for("way-of", ctx.team.name_of(&self.person));
            page.about = Some(Sign::new("user", name));
        }
        page
    }

    fn ways_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let now = Kind::of(&ctx.store.way_of(&self.person));
        let tile = |kind: Kind| {
            let tile = Tile::opens(kind.key(), ctx.phrase(kind.key()), Message::Choose(kind));
            if kind == now { tile.under(ctx.phrase("way-now")) } else { tile }
        };
        let page = Page::new("way", ctx.phrase("way-heading"), Body::tiles(Kind::ALL.map(tile).to_vec()));
        let page = page.corner(Button::new("way-lock", ctx.phrase("way-lock"), Message::Lock).icon("lock"));
        page.action(Button::new("way-not-now", ctx.phrase("not-now"), Message::Done).icon("x"))
    }
}

fn ok(ctx: Ctx<'_>) -> Button<Message> {
    Button::new("ok", ctx.phrase("ok"), Message::Done).icon("check").strength(Strength::Primary)
}

fn next(ctx: Ctx<'_>) -> Button<Message> {
    Button::new("next", ctx.phrase("next"), Message::Next).arrow()
}

fn others(ctx: Ctx<'_>) -> Button<Message> {
    Button::new("way-others", ctx.phrase("way-others"), Message::Others).icon("refresh")
}

fn picking_page<'a>(ctx: Ctx<'a>, choosing: &'a Choosing) -> Page<'a, Message> {
    let word = *choosing.way() == Way::Word;
    let key = if word { "way-pick-word" } else { "way-pick" };
    let page = choosing.page(ctx.hall, (key, ctx.phrase(key)), (Message::Press, next(ctx)));
    if word { page } else { page.action(others(ctx)) }
}

fn looking_page<'a>(ctx: Ctx<'a>, pictures: &'a [String]) -> Page<'a, Message> {
    let tiles = pictures.iter().map(|key| Tile::read(key, ctx.phrase(key))).collect();
    Page::new("way-look", ctx.phrase("way-look"), Body::tiles(tiles))
        .helper(ctx.phrase("way-look-help"))
        .action(others(ctx))
        .primary(next(ctx).strength(Strength::Primary))
}

fn trying_page<'a>(ctx: Ctx<'a>, choosing: &'a Choosing, wrong: bool) -> Page<'a, Message> {
    let done = Button::new("way-try", ctx.phrase("way-try"), Message::Try).icon("check");
    let key = if wrong { "way-not-yet" } else { "way-try-heading" };
    let page = choosing.page(ctx.hall, (key, ctx.phrase(key)), (Message::Press, done));
    page.action(Button::new("way-anew", ctx.phrase("way-anew"), Message::Back).icon("arrow-left"))
}

fn line_page<'a>(ctx: Ctx<'a>, (heading, line): (&'static str, &'static str)) -> Page<'a, Message> {
    let words = ctx.phrase(line);
    let body = Body::rows(move |look, width| vec![rows::line(look, line, &words, width)]);
    Page::new(heading, ctx.phrase(heading), body)
}
