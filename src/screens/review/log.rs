//! Who looked at what: the supervisor reads the log, the newest first, and sees whether all of it is there.
use iced::Task;

use crate::domain::audit::{Did, Entry, chains};
use crate::domain::person::Role;
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Screen};
use crate::screens::Place;
use crate::store::audit::Kept;
use crate::ui::{Body, Page, Tone, rows};
use crate::words::{Arg, Phrase};

/// The log. `None` until it is read.
#[derive(Debug)]
pub struct Log(Option<Result<Kept, Problem>>);

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// It has been read, or not.
    Read(Result<Kept, Problem>),
}

impl Screen for Log {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "log";
    const CARD: Option<fn() -> Place> = Some(|| Place::Log(()));
    const FOR: &'static [Role] = &[Role::Supervisor];

    fn open(ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        // Who watches is watched too.
        ctx.store.note_down(Did::Opened, Some("log".to_owned()), None);
        (Self(None), Task::perform(ctx.store.log(), Message::Read))
    }

    fn update(&mut self, _ctx: Ctx<'_>, message: Message) -> Action<Message> {
        let Message::Read(read) = message;
        self.0 = Some(read);
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let first = match &self.0 {
            None => vec![("hourglass", None, ctx.phrase("log-opening"))],
            Some(Err(problem)) => vec![("alert", Some(Tone::Danger), ctx.problem(*problem))],
            Some(Ok(kept)) => whole(ctx, kept),
        };
        let entries = self.0.iter().flatten().flat_map(|kept| &kept.entries);
        let lines: Vec<_> = entries.map(|entry| line(ctx, entry)).collect();
        let body = Body::rows(move |look, width| {
            let first = first.iter().enumerate().map(|(index, (icon, tone, phrase))| {
                rows::sign_line(look, &format!("log-state-{index}"), (*icon, *tone), phrase, width)
            });
            let lines = lines.iter().enumerate().map(|(index, (icon, tone, phrase))| {
                rows::small_line(look, &format!("log-{index}"), (*icon, *tone), phrase, width)
            });
            first.chain(lines).collect()
        });
        let mut page = Page::new("log", ctx.phrase("log-heading"), body);
        page.staff = true;
        page
    }
}

/// Whether all of it is there, and whether it was begun again.
fn whole(ctx: Ctx<'_>, kept: &Kept) -> Vec<(&'static str, Option<Tone>, Phrase)> {
    let state = match kept.whole {
        Ok(()) => ("check", Some(Tone::Good), ctx.phrase("log-whole")),
        Err(_) => ("alert", Some(Tone::Danger), ctx.phrase("log-broken")),
    };
    let begun = chains(&kept.entries);
    let again = ctx.words.phrase_with("log-again", [("count", Arg::from(begun))]);
    [Some(state), (begun > 1).then_some(("alert", Some(Tone::Wait), again))].into_iter().flatten().collect()
}

/// An entry in words, with the icon of what was done.
fn line(ctx: Ctx<'_>, entry: &Entry) -> (&'static str, Option<Tone>, Phrase) {
    let (key, icon, tone) = match entry.did {
        Did::Began => ("log-began", "flag", Some(Tone::Wait)),
        Did::CameIn => ("log-came-in", "user", None),
        Did::LetIn => ("log-let-in", "users", Some(Tone::Wait)),
        Did::Opened => ("log-opened", "eye", None),
        Did::Heard => ("log-heard", "ear", None),
        Did::Changed => ("log-changed", "pencil", None),
        Did::Copied => ("log-copied", "copy", None),
        Did::Exported => ("log-exported", "send", Some(Tone::Wait)),
        Did::BackedUp => ("log-backed-up", "usb", None),
        Did::Deleted => ("log-deleted", "trash", Some(Tone::Wait)),
        Did::Added => ("log-added", "plus", Some(Tone::Wait)),
        Did::Left => ("log-left", "x", Some(Tone::Wait)),
        Did::ChangedHelp => ("log-changed-help", "users", None),
        Did::LetComputerIn => ("log-let-computer-in", "laptop", Some(Tone::Wait)),
        Did::Held => ("log-held", "lock", Some(Tone::Wait)),
        Did::Lifted => ("log-lifted", "lock", None),
        Did::AskedToErase => ("log-asked-to-erase", "trash", Some(Tone::Wait)),
        Did::KeptAll => ("log-kept-all", "check", None),
        Did::Erased => ("log-erased", "trash", Some(Tone::Wait)),
    };
    let name = |person: &Option<_>| person.as_ref().map_or("", |person| ctx.team.name_of(person)).to_owned();
    let what = ctx.words.phrase_with(
        key,
        [
            ("name", Arg::from(name(&entry.by))),
            ("whose", Arg::from(name(&entry.whose))),
            ("document", Arg::from(document(ctx, entry).shown)),
        ],
    );
    let day = ctx.words.day_from(ctx.today(), entry.at.date()).shown;
    let args = [
        ("day", Arg::from(day)),
        ("time", Arg::from(ctx.words.time(entry.at.time()).shown)),
        ("what", Arg::from(what.shown)),
    ];
    (icon, tone, ctx.words.phrase_with("log-line", args))
}

/// What kind of document it is, and whose. What stands in it is never in the log.
fn document(ctx: Ctx<'_>, entry: &Entry) -> Phrase {
    let kind = entry.document.as_deref().and_then(|document| document.split('/').next());
    let key = match kind {
        Some("visit") => "log-a-visit",
        Some("note") => "log-a-note",
        Some("clip" | "recording-gone") => "log-a-clip",
        Some("hold" | "erase-asked" | "erase-refused" | "erased") => "log-a-story",
        Some("concern") => "log-a-concern",
        Some("me") => "log-a-me",
        Some("everything") => "log-everything",
        Some("plan") => "log-a-plan",
        Some("log") => "log-a-list",
        Some("ward") => "log-a-ward",
        Some("way-answered") => "log-a-way",
        _ => "log-a-page",
    };
    ctx.phrase_for(key, entry.whose.as_ref().map_or("", |whose| ctx.team.name_of(whose)))
}
