//! How it stands with the copies, what came of one, and what went wrong, in plain words.
use crate::devices::shelves::Kind;
use crate::domain::backup::State;
use crate::screen::Ctx;
use crate::store::backup::{Failed, Outcome};
use crate::ui::Tone;
use crate::words::{Arg, Phrase};

use super::What;

/// A line with its icon.
type Line = (&'static str, Option<Tone>, Phrase);

fn with_day(ctx: Ctx<'_>, key: &str, day: jiff::civil::Date) -> Phrase {
    ctx.words.phrase_with(key, [("day", Arg::from(ctx.words.day(day).shown))])
}

/// The news on the card at Home.
pub fn news(ctx: Ctx<'_>, state: State) -> Phrase {
    match state {
        State::Never | State::NotYet => ctx.phrase("copy-news-none"),
        State::Old(day) => with_day(ctx, "copy-news-old", day),
        State::Fresh(day) => with_day(ctx, "copy-news-fresh", day),
    }
}

/// How it stands.
pub fn now(ctx: Ctx<'_>, state: State) -> Line {
    match state {
        State::Never => ("alert", Some(Tone::Danger), ctx.phrase("copy-never")),
        State::NotYet => ("clock", None, ctx.phrase("copy-not-yet")),
        State::Old(day) => ("alert", Some(Tone::Wait), with_day(ctx, "copy-old", day)),
        State::Fresh(day) => ("check", Some(Tone::Good), with_day(ctx, "copy-fresh", day)),
    }
}

/// What came of it: the heading, and the lines below it.
pub fn done(ctx: Ctx<'_>, (what, kind): (What, Kind), outcome: &Outcome) -> (Phrase, Vec<Line>) {
    let count = |key, count: u64| ctx.words.phrase_with(key, [("count", Arg::from(count))]);
    let bad = outcome.bad > 0;
    let heading = match what {
        What::Make => "copy-made",
        What::Try if bad => "copy-not-good",
        What::Try => "copy-good",
    };
    let parts = ("check", Some(Tone::Good), count("copy-parts", outcome.good));
    let mut lines = vec![parts];
    match what {
        What::Make => {
            lines.push(("copy", None, count("copy-new", outcome.new)));
            if bad {
                lines.push(("alert", Some(Tone::Danger), count("copy-bad-here", outcome.bad)));
            }
            if outcome.gone > 0 {
                lines.push(("trash", None, count("copy-gone", outcome.gone)));
            }
            let place = if kind == Kind::Stick { "copy-keep" } else { "copy-here" };
            lines.push((if kind == Kind::Stick { "usb" } else { "laptop" }, None, ctx.phrase(place)));
        }
        What::Try => {
            lines.push(("calendar", None, with_day(ctx, "copy-from", outcome.made.date())));
            if bad {
                lines.push(("alert", Some(Tone::Danger), count("copy-bad-there", outcome.bad)));
                lines.push(("copy", None, ctx.phrase("copy-again")));
            }
        }
    }
    (ctx.phrase(heading), lines)
}

/// What went wrong and what to do now: the heading, and the lines below it.
pub fn failed(ctx: Ctx<'_>, what: What, failed: Failed) -> (Phrase, Vec<Line>) {
    let heading = ctx.phrase(if what == What::Make { "copy-failed" } else { "copy-try-failed" });
    let now = match failed {
        Failed::Cancelled => "copy-now-again",
        Failed::NoRoom | Failed::Locked | Failed::Unreliable => "copy-now-other",
        Failed::Gone => "copy-now-in",
        Failed::NoCopy | Failed::OtherVault | Failed::Several => "copy-now-look",
        Failed::NotEmpty | Failed::CannotRead => "copy-now-it",
    };
    let lines = vec![
        ("alert", Some(Tone::Danger), ctx.phrase(failed.words())),
        ("check", Some(Tone::Good), ctx.phrase("copy-still-there")),
        ("hand-stop", None, ctx.phrase(now)),
    ];
    (heading, lines)
}
