//! The bus times of this computer: what they are, and how new ones are read from a GTFS zip.
mod parts;
mod reading;
mod wording;

pub(super) use wording::grouped;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use iced::{Subscription, Task};

use crate::domain::person::Role;
use crate::domain::travel::gtfs::report::Report;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::setup::files::{self, Files, Wanted};
use crate::store::timetable::{Failed, Known, Part, Unusable};
use crate::ui::{Banner, Body, Button, Page, Strength, Tone, rows};
use crate::words::Phrase;
use reading::Reading;

/// The bus times of this computer.
#[derive(Debug)]
pub struct Timetable {
    stage: Stage,
    joined: Vec<Part>,
    /// Counts files that were opened, so that a late answer is known as late.
    asked: u32,
}

#[derive(Debug)]
enum Stage {
    /// What is known of the timetable that there is. `None` until that is read.
    Now(Option<Result<Report, Unusable>>),
    /// Whose times were joined.
    Parts(Vec<Part>),
    /// Is this one to be taken away?
    Sure(Part),
    /// A file is looked for.
    Looking(Files),
    Reading(Arc<Reading>),
    Read(Report),
    Failed(Failed),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// What is known of the timetable that there is.
    Known(Result<Known, Unusable>),
    /// The timetables that were joined.
    Joined(Vec<Part>),
    /// Shows them.
    Parts,
    /// Asks whether to take this one away.
    Away(Part),
    /// Takes it away.
    TakeAway(String),
    /// Looks for a file.
    Choose,
    /// Goes through folders.
    Look(files::Message),
    /// Reads this file.
    Read(PathBuf),
    /// Time to look at how far it is.
    Beat,
    /// Stops reading.
    Cancel,
    /// It has been read, or not.
    Done(u32, Result<Known, Failed>),
    /// Has read what was said.
    Okay,
}

/// A GTFS file.
const WANTED: Wanted = Wanted {
    endings: &["zip"],
    is_photo: false,
    icon: "file-zip",
    place: "timetable-where",
    help: "timetable-where-help",
    which: "timetable-which",
    none: "folder-empty",
};

impl Screen for Timetable {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "timetable";
    const CARD: Option<fn() -> Place> = Some(|| Place::Timetable(()));
    const FOR: &'static [Role] = &[Role::Senior];

    fn open(ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        let known = known(ctx);
        (Self { stage: Stage::Now(None), joined: Vec::new(), asked: 0 }, known)
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Known(known) => {
                if let Stage::Now(now) = &mut self.stage {
                    *now = Some(known.map(|known| known.1.clone()));
                }
            }
            Message::Joined(joined) => self.joined = joined,
            Message::Parts => self.stage = Stage::Parts(self.joined.clone()),
            Message::Away(part) => self.stage = Stage::Sure(part),
            Message::TakeAway(name) => {
                self.asked += 1;
                let asked = self.asked;
                let gone = Task::perform(ctx.store.take_away_timetable(name), move |done| Message::Done(asked, done));
                return Action::run(gone);
            }
            Message::Choose => self.look(),
            Message::Look(message) => {
                if let Stage::Looking(files) = &mut self.stage {
                    return Action::run(files.update(message).map(Message::Look));
                }
            }
            Message::Read(zip) => return self.read(ctx, zip),
            // The page looks at how far it is.
            Message::Beat => {}
            Message::Cancel => self.cancel(),
            Message::Done(asked, done) => return self.done(ctx, asked, done),
            Message::Okay => return self.now(ctx),
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::Now(known) => {
                let page = now_page(ctx, known.as_ref());
                if self.joined.len() < 2 {
                    return page;
                }
                let parts = Button::new("timetable-parts", ctx.phrase("timetable-parts"), Message::Parts);
                page.action(parts.icon("list"))
            }
            Stage::Parts(joined) => parts::page(ctx, joined),
            Stage::Sure(part) => parts::sure_page(ctx, part),
            Stage::Looking(files) => files.page(ctx, Message::Look, Message::Read),
            Stage::Reading(reading) => reading::page(ctx, reading),
            Stage::Read(report) => {
                let page = report_page(ctx, "timetable-read", report);
                page.primary(
                    Button::new("ok", ctx.phrase("ok"), Message::Okay).icon("check").strength(Strength::Primary),
                )
            }
            Stage::Failed(failed) => failed_page(ctx, *failed),
        }
    }

    fn back(&mut self, ctx: Ctx<'_>) -> Option<Action<Message>> {
        match &mut self.stage {
            Stage::Now(_) => None,
            Stage::Looking(files) => match files.back() {
                Some(above) => Some(Action::run(above.map(Message::Look))),
                None => Some(self.now(ctx)),
            },
            Stage::Read(_) | Stage::Parts(_) => Some(self.now(ctx)),
            Stage::Sure(_) => {
                self.stage = Stage::Parts(self.joined.clone());
                Some(Action::none())
            }
            Stage::Reading(_) => {
                self.cancel();
                Some(Action::none())
            }
            Stage::Failed(_) => {
                self.look();
                Some(Action::none())
            }
        }
    }

    fn leave(&mut self, _ctx: Ctx<'_>) -> Vec<Step> {
        if matches!(self.stage, Stage::Reading(_)) {
            self.cancel();
        }
        Vec::new()
    }

    fn subscription(&self) -> Subscription<Message> {
        match self.stage {
            Stage::Reading(_) => iced::time::every(Duration::from_millis(200)).map(|_| Message::Beat),
            _ => Subscription::none(),
        }
    }
}

impl Timetable {
    fn now(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        self.stage = Stage::Now(None);
        Action::run(known(ctx))
    }

    fn look(&mut self) {
        self.stage = Stage::Looking(Files::look_for(&WANTED));
    }

    fn read(&mut self, ctx: Ctx<'_>, zip: PathBuf) -> Action<Message> {
        self.asked += 1;
        let asked = self.asked;
        let reading = Arc::new(Reading::default());
        let import = ctx.store.import_timetable(zip, reading.clone().watcher());
        self.stage = Stage::Reading(reading);
        Action::run(Task::perform(import, move |done| Message::Done(asked, done)))
    }

    /// The file is let go of soon; what it would still answer is late.
    fn cancel(&mut self) {
        if let Stage::Reading(reading) = &self.stage {
            reading.stop();
        }
        self.asked += 1;
        self.look();
    }

    fn done(&mut self, ctx: Ctx<'_>, asked: u32, done: Result<Known, Failed>) -> Action<Message> {
        if asked != self.asked {
            return Action::none();
        }
        match done {
            Ok(known) => {
                self.stage = Stage::Read(known.1.clone());
                Action::step(Step::Say(ctx.phrase("timetable-read")))
            }
            Err(failed) => {
                self.stage = Stage::Failed(failed);
                Action::step(Step::Say(wording::failed(ctx, failed)))
            }
        }
    }
}

/// The timetable that there is, and what was joined into it.
fn known(ctx: Ctx<'_>) -> Task<Message> {
    Task::batch([
        Task::perform(ctx.store.timetable(), Message::Known),
        Task::perform(ctx.store.timetable_parts(), Message::Joined),
    ])
}

fn choose<'a>(ctx: Ctx<'a>, page: Page<'a, Message>) -> Page<'a, Message> {
    let choose = Button::new("timetable-choose", ctx.phrase("timetable-choose"), Message::Choose);
    page.primary(choose.icon("folder").strength(Strength::Primary))
}

fn now_page<'a>(ctx: Ctx<'a>, known: Option<&Result<Report, Unusable>>) -> Page<'a, Message> {
    let line = |phrase: Phrase| Body::rows(move |look, width| vec![rows::line(look, "timetable-now", &phrase, width)]);
    let heading = || ctx.phrase("timetable-heading");
    match known {
        None => Page::new("timetable", heading(), line(ctx.phrase("timetable-opening"))),
        Some(Ok(report)) => choose(ctx, report_page(ctx, "timetable-heading", report)),
        Some(Err(Unusable::Missing)) => {
            choose(ctx, Page::new("timetable", heading(), line(ctx.phrase("timetable-none"))))
        }
        Some(Err(_)) => choose(ctx, Page::new("timetable", heading(), line(ctx.phrase("timetable-broken")))),
    }
}

/// What was read, in plain words. Times that have ended are told first.
fn report_page<'a>(ctx: Ctx<'a>, heading: &'static str, report: &Report) -> Page<'a, Message> {
    let lines = wording::report(ctx, report);
    let body = Body::rows(move |look, width| {
        let numbered = lines.iter().enumerate();
        numbered
            .map(|(index, (icon, line))| rows::sign_line(look, &format!("report-{index}"), (icon, None), line, width))
            .collect()
    });
    let mut page = Page::new(heading, ctx.phrase(heading), body);
    if let Some(phrase) = wording::out_of_date(ctx, report) {
        page.banners.push(Banner { id: "timetable-old".to_owned(), tone: Tone::Wait, icon: "alert", phrase, ok: None });
    }
    page
}

fn failed_page<'a>(ctx: Ctx<'a>, failed: Failed) -> Page<'a, Message> {
    let lines = [
        wording::failed(ctx, failed).with_picture("warning"),
        ctx.phrase("timetable-kept"),
        ctx.phrase(wording::what_now(failed)),
    ];
    let body = Body::rows(move |look, width| {
        let numbered = lines.iter().enumerate();
        numbered.map(|(index, line)| rows::line(look, &format!("failed-{index}"), line, width)).collect()
    });
    choose(ctx, Page::new("timetable-failed", ctx.phrase("timetable-failed"), body))
}
