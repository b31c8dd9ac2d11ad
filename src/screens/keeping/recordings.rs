//! Old recordings: which may go, what keeps the others, and deleting one for good.
use iced::Task;

use crate::domain::debrief::DebriefId;
use crate::domain::person::Role;
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::store::removal::{NotGone, Old};
use crate::ui::{Body, Button, Lead, Mark, Page, Tile, Tone};
use crate::words::{Arg, Phrase};

use super::wording::{for_good, lines, may_go, not_gone, story_name, strong};

/// Old recordings.
#[derive(Debug)]
pub struct Recordings {
    /// `None` until they are read.
    all: Option<Result<Vec<Old>, Problem>>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    List,
    /// One of them.
    One(Old),
    /// "Delete it for good?"
    Sure(Old),
    Busy,
    Done(Old),
    Failed(NotGone),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// They have been read, or not.
    Read(Result<Vec<Old>, Problem>),
    /// Looks at one.
    Open(DebriefId),
    /// Wants to delete it.
    Delete,
    /// Is sure.
    Sure,
    /// It is deleted, or not.
    Deleted(DebriefId, Result<(), NotGone>),
    /// Keeps it, or has read what was said.
    Okay,
}

impl Screen for Recordings {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "recordings";
    const FOR: &'static [Role] = &[Role::Supervisor];

    fn open(ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        (Self { all: None, stage: Stage::List }, Task::perform(ctx.store.old_recordings(), Message::Read))
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Read(read) => self.all = Some(read),
            Message::Open(story) => self.stage = self.find(&story).map_or(Stage::List, Stage::One),
            Message::Delete => {
                if let Stage::One(old) = &self.stage {
                    self.stage = Stage::Sure(old.clone());
                }
            }
            Message::Sure => {
                let Stage::Sure(old) = &self.stage else { return Action::none() };
                let story = old.story.clone();
                let deleting = ctx.store.delete_recordings(&story);
                self.stage = Stage::Busy;
                return Action::run(Task::perform(deleting, move |done| Message::Deleted(story.clone(), done)));
            }
            Message::Deleted(story, done) => {
                self.stage = match (done, self.find(&story)) {
                    (Ok(()), Some(old)) => Stage::Done(old),
                    (Ok(()), None) => Stage::List,
                    (Err(why), _) => Stage::Failed(why),
                };
                let said = self.page(ctx).heading;
                let read = Task::perform(ctx.store.old_recordings(), Message::Read);
                return Action::run(read).then(Step::Say(said));
            }
            Message::Okay => self.stage = Stage::List,
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::List => self.list(ctx),
            Stage::One(old) => one(ctx, old),
            Stage::Sure(old) => sure(ctx, old),
            Stage::Busy => lines(
                "recording-busy",
                ctx.phrase("recording-busy"),
                vec![("hourglass", None, ctx.phrase("recordings-opening"))],
            ),
            Stage::Done(old) => done(ctx, old),
            Stage::Failed(why) => not_gone(ctx, "recording-failed", *why, Message::Okay),
        }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        self.stage = match std::mem::replace(&mut self.stage, Stage::List) {
            Stage::List => return None,
            Stage::Sure(old) => Stage::One(old),
            // What is on its way is done.
            Stage::Busy => Stage::Busy,
            Stage::One(_) | Stage::Done(_) | Stage::Failed(_) => Stage::List,
        };
        Some(Action::none())
    }
}

impl Recordings {
    fn find(&self, story: &DebriefId) -> Option<Old> {
        self.all.iter().flatten().flatten().find(|old| old.story == *story).cloned()
    }

    fn list<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let heading = ctx.phrase("recordings");
        let all = match &self.all {
            None => return lines("recordings", heading, vec![("hourglass", None, ctx.phrase("recordings-opening"))]),
            Some(Err(problem)) => {
                return lines("recordings", heading, vec![("alert", Some(Tone::Danger), ctx.problem(*problem))]);
            }
            Some(Ok(all)) if all.is_empty() => {
                return lines("recordings", heading, vec![("check", Some(Tone::Good), ctx.phrase("recordings-none"))]);
            }
            Some(Ok(all)) => all,
        };
        let tile = |old: &Old| {
            let (icon, _, status) = may_go(ctx, old);
            Tile::opens(format!("recording-{}", old.story.0), name(ctx, old), Message::Open(old.story.clone()))
                .lead(Lead::Sign(icon))
                .under(status)
                .mark(Mark::Arrow)
        };
        Page::new("recordings", heading, Body::tiles(all.iter().map(tile).collect()))
            .helper(ctx.phrase("recordings-help"))
    }
}

fn name(ctx: Ctx<'_>, old: &Old) -> Phrase {
    story_name(ctx, &old.worker, (old.letters.as_deref(), old.day))
}

/// How long it is, since when its words are in the record, and whether it may go.
fn one<'a>(ctx: Ctx<'a>, old: &Old) -> Page<'a, Message> {
    let length = ctx.words.seconds(old.length_ms.div_ceil(1000) as u32).shown;
    let worker = ctx.team.name_of(&old.worker).to_owned();
    let args = [("worker", Arg::from(worker)), ("length", Arg::from(length))];
    let mut all = vec![("volume", None, ctx.words.phrase_with("recording-length", args))];
    if let Some(at) = old.in_record {
        let args = [("day", Arg::from(ctx.words.day(at.date()).shown))];
        all.push(("file-check", None, ctx.words.phrase_with("recording-in-record", args)));
    }
    all.push(may_go(ctx, old));
    let page = lines("recording", name(ctx, old), all);
    let keep = Button::new("recording-keep", ctx.phrase("recording-keep"), Message::Okay);
    page.action(keep).primary(for_good(ctx, "recording-delete", Message::Delete).only_if(old.may_go.is_ok()))
}

fn sure<'a>(ctx: Ctx<'a>, old: &Old) -> Page<'a, Message> {
    let worker = ctx.team.name_of(&old.worker);
    let all = vec![
        ("trash", Some(Tone::Wait), ctx.phrase("gone-for-good")),
        ("file-check", None, ctx.phrase("recording-words-stay")),
        ("user", None, ctx.phrase_for("recording-told", worker)),
    ];
    let page = lines("recording-sure", ctx.phrase("recording-sure"), all).about("user", name(ctx, old));
    let keep = Button::new("recording-keep", ctx.phrase("recording-keep"), Message::Okay);
    page.action(keep).primary(for_good(ctx, "recording-yes", Message::Sure))
}

fn done<'a>(ctx: Ctx<'a>, old: &Old) -> Page<'a, Message> {
    let worker = ctx.team.name_of(&old.worker);
    let all = vec![
        ("check", Some(Tone::Good), ctx.phrase("recording-words-stay")),
        ("clock", None, ctx.phrase_for("gone-rest", worker)),
    ];
    let page = lines("recording-done", ctx.phrase("recording-done"), all).about("user", name(ctx, old));
    page.primary(strong(ctx, ("ok", "check"), Message::Okay))
}
