//! The note while it is written: a box under each heading, saved at each pause.
use iced::Size;

use crate::domain::debrief::DebriefId;
use crate::domain::note::{Heading, Note};
use crate::domain::person::PersonId;
use crate::domain::story::Verdict;
use crate::domain::told::Visit;
use crate::screen::Ctx;
use crate::ui::field::{Edit, Field, Writing as Typed, field};
use crate::ui::rows::small_line;
use crate::ui::text::{self as letters, Style};
use crate::ui::zone::{Zone, zone};
use crate::ui::{Look, Sign, View, buttons};
use crate::words::Arg;

use super::Message;

/// The note while it is written.
#[derive(Debug)]
pub struct Writing {
    worker: PersonId,
    sections: Vec<(Heading, Typed)>,
    /// Where words were put last: that box stays in sight.
    last: Option<Heading>,
    /// Counts the changes, so that what is kept already is known.
    pub changes: u64,
    kept: u64,
}

impl Writing {
    /// Opens the note of a visit: what was written of it, or a new one with its source block filled in.
    #[must_use]
    pub fn of(ctx: Ctx<'_>, visit: &Visit) -> Self {
        let written = ctx.store.draft(&visit.id).or_else(|| ctx.store.note(&visit.id));
        let sections = Heading::ALL
            .into_iter()
            .map(|heading| {
                let text = match (&written, heading) {
                    (Some(note), Heading::Source) => read_back(ctx, visit, note.text(heading)),
                    (Some(note), _) => note.text(heading).to_owned(),
                    (None, Heading::Source) => source(ctx, visit),
                    (None, _) => String::new(),
                };
                (heading, Typed::of(&text))
            })
            .collect();
        Self { worker: visit.worker.clone(), sections, last: None, changes: 0, kept: 0 }
    }

    /// Takes a change under a heading, and says whether the words changed.
    pub fn take(&mut self, heading: Heading, edit: Edit) -> bool {
        let typed = self.sections.iter_mut().find(|(other, _)| *other == heading);
        let changed = typed.is_some_and(|(_, typed)| typed.take(edit));
        self.changes += u64::from(changed);
        self.last = Some(heading);
        changed
    }

    /// Adds the worker's own words under a heading, in quotation marks, as the source block says.
    pub fn add(&mut self, heading: Heading, words: &str) {
        if let Some((_, typed)) = self.sections.iter_mut().find(|(other, _)| *other == heading) {
            let before = typed.words();
            let before = before.trim_end();
            let stop = if before.is_empty() || before.ends_with(['.', '?', '!', ':', '"']) { "" } else { "." };
            let space = if before.is_empty() { "" } else { " " };
            let end = if words.ends_with(['.', '?', '!']) { "" } else { "." };
            *typed = Typed::of(&format!("{before}{stop}{space}\"{words}{end}\""));
            self.changes += 1;
            self.last = Some(heading);
        }
    }

    /// Whether nothing is written but the source block.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sections.iter().all(|(heading, typed)| *heading == Heading::Source || typed.words().trim().is_empty())
    }

    fn note(&self, ctx: Ctx<'_>, debrief: &DebriefId) -> Note {
        Note {
            debrief: debrief.clone(),
            worker: self.worker.clone(),
            author: ctx.me.id.clone(),
            at: ctx.now(),
            sections: self.sections.iter().map(|(heading, typed)| (*heading, typed.words())).collect(),
        }
    }

    /// The note, if it has changed since it was last kept.
    pub fn changed(&mut self, ctx: Ctx<'_>, debrief: &DebriefId) -> Option<Note> {
        if self.kept == self.changes {
            return None;
        }
        self.kept = self.changes;
        Some(self.note(ctx, debrief))
    }

    /// The text for the patient record.
    #[must_use]
    pub fn for_record(&self, ctx: Ctx<'_>, debrief: &DebriefId) -> String {
        for_record(ctx, &self.note(ctx, debrief))
    }

    /// The boxes under their headings.
    pub fn zone<'a>(&'a self, ctx: Ctx<'a>, (look, room): (&Look, Size)) -> View<'a, Message> {
        let most = if look.short { 3 } else { 6 };
        let rows = self
            .sections
            .iter()
            .map(|(heading, typed)| {
                if ctx.names_hidden && *heading == Heading::Source {
                    let hidden = ctx.phrase("names-source");
                    return small_line(look, "names-source", ("eye-off", None), &hidden, room.width);
                }
                let words = typed.words();
                let line = Style::Staff.line(look);
                let needed = letters::height(look, Style::Staff, &words, room.width - 28.0) / line;
                let lines = (needed.ceil() as usize).max(words.lines().count()).clamp(2, most);
                field(
                    look,
                    Field {
                        id: heading.key().to_owned(),
                        label: ctx.phrase(heading.key()),
                        writing: typed,
                        lines,
                        question: None,
                        staff: true,
                    },
                    room.width,
                    move |edit| Message::Type(*heading, edit),
                )
            })
            .collect();
        let follow = self.sections.iter().position(|(heading, _)| look.has_focus(heading.key()));
        let follow = follow.or_else(|| self.sections.iter().position(|(heading, _)| Some(*heading) == self.last));
        let saved = self.kept == self.changes && ctx.store.is_saved();
        let (icon, key) = if saved { ("floppy", "desk-saved") } else { ("pencil", "desk-not-saved-yet") };
        let saved = buttons::sign(look, "desk-saved", &Sign::new(icon, ctx.phrase(key)));
        let title = Sign::new("pencil", ctx.phrase("desk-note"));
        zone(look, Zone { name: "desk-note".to_owned(), title, aside: Some(saved), rows, follow }, room)
    }
}

/// A source block that says what the worker said of the note, once the worker has heard it.
fn read_back(ctx: Ctx<'_>, visit: &Visit, source: &str) -> String {
    let Some((verdict, at)) = ctx.store.story(&visit.id).heard else { return source.to_owned() };
    let worker = ctx.team.name_of(&visit.worker).to_owned();
    let args = || {
        let (day, time) = (ctx.words.day(at.date()).shown, ctx.words.time(at.time()).shown);
        [("worker", Arg::from(worker.clone())), ("day", Arg::from(day)), ("time", Arg::from(time))]
    };
    let key = if verdict == Verdict::Right { "source-read-back-right" } else { "source-read-back-wrong" };
    let line = |key| ctx.words.phrase_with(key, args()).shown;
    source.replace(&line("source-read-back"), &line(key))
}

/// The text of a note for the patient record.
#[must_use]
pub fn for_record(ctx: Ctx<'_>, note: &Note) -> String {
    note.for_record(&ctx.words.shown("note-title"), |heading| ctx.words.shown(heading.key()))
}

/// Where the note is from: who entered it, on behalf of whom, and whether it was read back.
fn source(ctx: Ctx<'_>, visit: &Visit) -> String {
    let worker = ctx.team.name_of(&visit.worker).to_owned();
    let day = visit.day.map_or_else(|| ctx.words.shown("source-day-unknown"), |day| ctx.words.day(day).shown);
    let told = ctx.words.day(visit.sent.date()).shown;
    let time = ctx.words.time(visit.sent.time()).shown;
    let args = || {
        [
            ("practitioner", Arg::from(ctx.me.name.clone())),
            ("job", Arg::from(ctx.me.job.clone())),
            ("worker", Arg::from(worker.clone())),
            ("day", Arg::from(day.clone())),
            ("told", Arg::from(told.clone())),
            ("time", Arg::from(time.clone())),
        ]
    };
    ["source-entered", "source-contact", "source-quotes", "source-read-back"]
        .map(|key| ctx.words.phrase_with(key, args()).shown)
        .join("\n")
}
