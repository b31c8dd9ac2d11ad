//! What a story is called, what forbids that a recording goes, and pages of lines with their icons.
use jiff::civil::Date;

use crate::domain::debrief::DebriefId;
use crate::domain::person::PersonId;
use crate::domain::retention::Forbidden;
use crate::screen::Ctx;
use crate::store::removal::{NotGone, Old};
use crate::ui::{Body, Button, Page, Strength, Tone, rows};
use crate::words::{Arg, Phrase};

/// A line with its icon.
pub type Line = (&'static str, Option<Tone>, Phrase);

/// "Sam: visit to J B, Monday 2 March".
pub fn story_name(ctx: Ctx<'_>, worker: &PersonId, (letters, day): (Option<&str>, Option<Date>)) -> Phrase {
    let key = match (letters, day) {
        (Some(_), Some(_)) => "story-name-to-on",
        (Some(_), None) => "story-name-to",
        (None, Some(_)) => "story-name-on",
        (None, None) => "story-name",
    };
    let day = day.map(|day| ctx.words.day(day).shown).unwrap_or_default();
    let worker = ctx.team.name_of(worker).to_owned();
    let args = [
        ("worker", Arg::from(worker)),
        ("letters", Arg::from(letters.unwrap_or_default().to_owned())),
        ("day", Arg::from(day)),
    ];
    ctx.words.phrase_with(key, args)
}

/// What is known of a story by those who read it: the first letters of the person seen, and the day.
pub fn about(ctx: Ctx<'_>, story: &DebriefId) -> (Option<String>, Option<Date>) {
    let visit = ctx.store.visit(story).map(|visit| (visit.letters, visit.day));
    let worry = || ctx.store.concern(story).map(|worry| (worry.letters, worry.day));
    visit.or_else(worry).unwrap_or_default()
}

/// Whether recordings may go, in words.
pub fn may_go(ctx: Ctx<'_>, old: &Old) -> Line {
    let worker = ctx.team.name_of(&old.worker);
    match old.may_go {
        Ok(()) => ("check", Some(Tone::Good), ctx.phrase("recording-may-go")),
        Err(Forbidden::Hold) => ("lock", Some(Tone::Wait), ctx.phrase("recording-hold")),
        Err(Forbidden::Worry) => ("bell", Some(Tone::Wait), ctx.phrase("recording-worry")),
        Err(Forbidden::NotInRecord) => ("clock", None, ctx.phrase("recording-not-in-record")),
        Err(Forbidden::NotAdequate) => ("clock", None, ctx.phrase("recording-not-adequate")),
        Err(Forbidden::Wrong) => ("message-exclamation", Some(Tone::Wait), ctx.phrase_for("recording-wrong", worker)),
        Err(Forbidden::TooSoon) => {
            ("clock", None, ctx.words.phrase_with("recording-waits", [("days", Arg::from(old.days))]))
        }
    }
}

/// A page of lines.
pub fn lines<'a, M: Clone + 'a>(name: &'static str, heading: Phrase, lines: Vec<Line>) -> Page<'a, M> {
    let body = Body::rows(move |look, width| {
        let draw = |(index, (icon, tone, line)): (usize, &Line)| {
            rows::sign_line(look, &format!("{name}-{index}"), (*icon, *tone), line, width)
        };
        lines.iter().enumerate().map(draw).collect()
    });
    Page::new(name, heading, body)
}

/// The strong button of a page.
pub fn strong<M>(ctx: Ctx<'_>, (key, icon): (&'static str, &'static str), does: M) -> Button<M> {
    Button::new(key, ctx.phrase(key), does).icon(icon).strength(Strength::Primary)
}

/// The strong button for what cannot be taken back.
pub fn for_good<M>(ctx: Ctx<'_>, key: &'static str, does: M) -> Button<M> {
    Button::new(key, ctx.phrase(key), does).icon("trash").strength(Strength::Danger)
}

/// Why something was not done.
pub fn not_gone<'a, M: Clone + 'a>(ctx: Ctx<'a>, name: &'static str, why: NotGone, okay: M) -> Page<'a, M> {
    let line = ("alert", Some(Tone::Wait), ctx.phrase_for(why.words(), ctx.helper_name()));
    lines(name, ctx.phrase("not-gone"), vec![line]).primary(strong(ctx, ("ok", "check"), okay))
}
