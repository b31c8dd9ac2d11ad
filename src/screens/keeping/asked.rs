//! Requests to erase: one person has asked, another says yes or no, or who asked takes it back.
use iced::Task;

use crate::domain::person::Role;
use crate::domain::removal::{EraseRequest, RequestId};
use crate::screen::{Action, Ctx, Screen, Step};
use crate::store::removal::NotGone;
use crate::ui::{Body, Button, Lead, Page, Tile, Tone};
use crate::words::{Arg, Phrase};

use super::wording::{Line, about, for_good, lines, not_gone, story_name, strong};

/// Requests to erase.
#[derive(Debug, Default)]
pub struct Asked {
    stage: Stage,
}

#[derive(Debug, Default)]
enum Stage {
    #[default]
    List,
    One(EraseRequest),
    Busy,
    Erased(EraseRequest),
    Stays,
    Failed(NotGone),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Looks at one.
    Open(RequestId),
    /// Agrees.
    Yes,
    /// Says no, or takes it back.
    No,
    /// It is erased, or not.
    Erased(EraseRequest, Result<(), NotGone>),
    /// It stays, or that is not saved.
    Stays(Result<(), NotGone>),
    /// Has read what was said.
    Okay,
}

impl Screen for Asked {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "asked";
    const FOR: &'static [Role] = &[Role::Supervisor, Role::Practitioner];

    fn open(_ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        (Self::default(), Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Open(id) => {
                let found = ctx.store.erase_requests().into_iter().find(|request| request.id == id);
                self.stage = found.map_or(Stage::List, Stage::One);
            }
            Message::Yes => {
                let Stage::One(request) = std::mem::replace(&mut self.stage, Stage::Busy) else {
                    return Action::none();
                };
                let erasing = ctx.store.agree_to_erase(&request.id);
                return Action::run(Task::perform(erasing, move |done| Message::Erased(request.clone(), done)));
            }
            Message::No => {
                let Stage::One(request) = &self.stage else { return Action::none() };
                return Action::run(Task::perform(ctx.store.refuse_to_erase(&request.id), Message::Stays));
            }
            Message::Erased(request, Ok(())) => {
                self.stage = Stage::Erased(request);
                return Action::step(Step::Say(ctx.phrase("asked-done")));
            }
            Message::Stays(Ok(())) => {
                self.stage = Stage::Stays;
                return Action::step(Step::Say(ctx.phrase("asked-stays")));
            }
            Message::Erased(_, Err(why)) | Message::Stays(Err(why)) => {
                self.stage = Stage::Failed(why);
                return Action::step(Step::Say(ctx.phrase("not-gone")));
            }
            Message::Okay => self.stage = Stage::List,
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let okay = || strong(ctx, ("ok", "check"), Message::Okay);
        match &self.stage {
            Stage::List => list(ctx),
            Stage::One(request) => one(ctx, request),
            Stage::Busy => {
                lines("asked-busy", ctx.phrase("asked-busy"), vec![("hourglass", None, ctx.phrase("asked-wait"))])
            }
            Stage::Erased(request) => {
                let worker = ctx.team.name_of(&request.worker);
                let all = vec![
                    ("check", Some(Tone::Good), ctx.phrase_for("asked-told", worker)),
                    ("clock", None, ctx.phrase_for("gone-rest", worker)),
                    ("usb", None, ctx.phrase("asked-copies")),
                ];
                lines("asked-done", ctx.phrase("asked-done"), all).primary(okay())
            }
            Stage::Stays => {
                let all = vec![("check", Some(Tone::Good), ctx.phrase("asked-stays-words"))];
                lines("asked-stays", ctx.phrase("asked-stays"), all).primary(okay())
            }
            Stage::Failed(why) => not_gone(ctx, "asked-failed", *why, Message::Okay),
        }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        match self.stage {
            Stage::List => return None,
            // What is on its way is done.
            Stage::Busy => {}
            _ => self.stage = Stage::List,
        }
        Some(Action::none())
    }
}

/// "Priya asks to erase 2 stories by Sam".
fn name(ctx: Ctx<'_>, request: &EraseRequest) -> Phrase {
    let args = [
        ("name", Arg::from(ctx.team.name_of(&request.by).to_owned())),
        ("worker", Arg::from(ctx.team.name_of(&request.worker).to_owned())),
        ("count", Arg::from(request.stories.len())),
    ];
    ctx.words.phrase_with("asked-by", args)
}

fn list(ctx: Ctx<'_>) -> Page<'_, Message> {
    let requests = ctx.store.erase_requests();
    if requests.is_empty() {
        return lines("asked", ctx.phrase("asked"), vec![("check", Some(Tone::Good), ctx.phrase("asked-none"))]);
    }
    let tile = |request: &EraseRequest| {
        let photo = ctx.hall.team.person(&request.by).map(|person| person.photo.clone()).unwrap_or_default();
        let own = request.by == ctx.me.id;
        let tile =
            Tile::opens(format!("request-{}", request.id.0), name(ctx, request), Message::Open(request.id.clone()));
        let tile = tile.lead(Lead::Photo(photo));
        if own { tile.under(ctx.phrase("asked-own")) } else { tile }
    };
    Page::new("asked", ctx.phrase("asked"), Body::tiles(requests.iter().map(tile).collect()))
}

/// Who asks, why, and for which stories.
fn one<'a>(ctx: Ctx<'a>, request: &EraseRequest) -> Page<'a, Message> {
    let own = request.by == ctx.me.id;
    let mut all: Vec<Line> = vec![("message", None, ctx.phrase(request.reason.key()))];
    all.extend(request.stories.iter().map(|story| {
        let (letters, day) = about(ctx, story);
        ("user", None, story_name(ctx, &request.worker, (letters.as_deref(), day)))
    }));
    all.push(("trash", Some(Tone::Wait), ctx.phrase("gone-for-good")));
    if own {
        all.push(("users", None, ctx.phrase("asked-own")));
        let back = Button::new("asked-take-back", ctx.phrase("asked-take-back"), Message::No).icon("arrow-left");
        return lines("asked-one", name(ctx, request), all).action(back);
    }
    let no = Button::new("asked-no", ctx.phrase("asked-no"), Message::No).icon("x");
    let page = lines("asked-one", name(ctx, request), all).helper(ctx.phrase("asked-help"));
    page.action(no).primary(for_good(ctx, "asked-yes", Message::Yes))
}
