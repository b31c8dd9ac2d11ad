//! The paper to read: what was found about somebody in plain words, story by story, and what cannot be on it.
use jiff::civil::{Date, DateTime};

use crate::domain::debrief::{Answer, ClipId, DebriefId};
use crate::domain::note::{Heading, Note};
use crate::domain::person::PersonId;
use crate::domain::questions::Pick;
use crate::domain::record::Record;
use crate::domain::removal::story_of;
use crate::domain::space::Space;
use crate::domain::story::{ConcernWhat, Verdict, What};
use crate::print::{Block, Fact, Mark, Paper, Point};
use crate::screen::Ctx;
use crate::screens::debrief::{answer_words, question};
use crate::store::everything::{About, Everything};
use crate::words::{Arg, Phrase};

/// "Everything about Sam".
pub fn title(ctx: Ctx<'_>, about: &About) -> Phrase {
    let worker = ctx.team.name_of(about.worker()).to_owned();
    match about {
        About::Worker(_) => ctx.phrase_for("everything-about", &worker),
        About::Seen(_, letters) => {
            let args = [("letters", Arg::from(letters.clone())), ("worker", Arg::from(worker))];
            ctx.words.phrase_with("everything-about-seen", args)
        }
    }
}

/// The paper.
pub fn of(ctx: Ctx<'_>, found: &Everything) -> Paper {
    let day = ctx.words.day_of_year(ctx.today()).shown;
    let made = [("name", Arg::from(ctx.me.name.clone())), ("day", Arg::from(day))];
    let mut blocks = vec![
        Block::Words(ctx.words.phrase_with("everything-made", made).shown),
        Block::Words(ctx.words.shown(if found.earlier.is_empty() { "everything-states" } else { "everything-before" })),
    ];
    blocks.extend(missing(ctx, found));
    blocks.extend(person(ctx, found));
    for story in stories(found) {
        blocks.extend(told(ctx, found, &story));
    }
    blocks.extend(plan(ctx, found));
    blocks.extend(rest(ctx, found));
    Paper { title: title(ctx, &found.about).shown, blocks }
}

/// What cannot be here: whoever made it holds no key to it.
fn missing(ctx: Ctx<'_>, found: &Everything) -> Vec<Block> {
    let key = |space: &Space| match space {
        Space::Private(_) => Some("everything-no-private"),
        Space::Visits(_) => Some("everything-no-visits"),
        Space::Me(_) | Space::SharedWithLead(_) | Space::SharedWithBoth(_) => Some("everything-no-me"),
        Space::Plan(_) => Some("everything-no-plan"),
        Space::Safety | Space::SafetyLead | Space::SafetyOf(_) | Space::SafetyLeadOf(_) => {
            Some("everything-no-worries")
        }
        Space::Supervision(_) => Some("everything-no-supervision"),
        Space::Audit => Some("everything-no-log"),
        Space::Team => None,
    };
    let mut keys: Vec<_> = found.no_key.iter().filter_map(key).collect();
    keys.dedup();
    let name = ctx.team.name_of(found.about.worker());
    let point = |key: &&str| Point { words: ctx.phrase_for(key, name).shown, picture: None, photo: None };
    if keys.is_empty() {
        return Vec::new();
    }
    vec![
        Block::Heading(ctx.words.shown("everything-missing")),
        Block::Words(ctx.phrase_for("everything-missing-why", &ctx.me.name).shown),
        Block::List(Mark::Dot, keys.iter().map(point).collect()),
    ]
}

fn person(ctx: Ctx<'_>, found: &Everything) -> Vec<Block> {
    let Some(person) = &found.person else { return Vec::new() };
    let fact = |label, value: &str| Fact { label: ctx.words.shown(label), value: Some(value.to_owned()) };
    let facts = vec![
        fact("everything-name", &person.name),
        fact("everything-job", &person.job),
        fact("everything-phone", &person.phone),
    ];
    vec![Block::Heading(person.name.clone()), Block::Facts(facts)]
}

/// The stories, in the order in which they were first saved.
fn stories(found: &Everything) -> Vec<DebriefId> {
    let mut stories = Vec::new();
    for (story, _) in found.documents.iter().filter_map(story_of) {
        if !stories.contains(story) {
            stories.push(story.clone());
        }
    }
    stories
}

fn visit_name(ctx: Ctx<'_>, (letters, day): (Option<&str>, Option<Date>)) -> String {
    let shown = day.map(|day| ctx.words.day_of_year(day).shown).unwrap_or_default();
    let args = [("letters", Arg::from(letters.unwrap_or_default().to_owned())), ("day", Arg::from(shown))];
    let key = match (letters, day) {
        (Some(_), Some(_)) => "visit-to-on",
        (Some(_), None) => "visit-to",
        (None, Some(_)) => "visit-on",
        (None, None) => "everything-story",
    };
    ctx.words.phrase_with(key, args).shown
}

/// One story: what was said in each part, the note, what became of it.
fn told(ctx: Ctx<'_>, found: &Everything, story: &DebriefId) -> Vec<Block> {
    let own = || found.documents.iter().filter(|record| story_of(record).is_some_and(|(other, _)| other == story));
    let about = own().find_map(|record| match record {
        Record::Visit(visit) => Some((visit.letters.clone(), visit.day)),
        Record::Concern(worry) => Some((worry.letters.clone(), worry.day)),
        Record::Telling(telling) => Some((telling.letters().map(str::to_owned), telling.day())),
        _ => None,
    });
    let (letters, day) = about.unwrap_or_default();
    let mut blocks = vec![Block::Heading(visit_name(ctx, (letters.as_deref(), day)))];
    let sent = own().any(|record| matches!(record, Record::Visit(_)));
    for record in own() {
        let letters = letters.as_deref();
        match record {
            Record::Visit(visit) => blocks.extend(answers(ctx, found, ("everything-visit", letters), &visit.answers)),
            Record::AboutMe(me) => blocks.extend(answers(ctx, found, ("everything-me", letters), &me.answers)),
            Record::Concern(worry) => blocks.extend(answers(ctx, found, ("everything-worry", letters), &worry.answers)),
            // What was sent is the same.
            Record::Telling(telling) if !sent => {
                blocks.extend(answers(ctx, found, ("everything-telling", letters), &telling.answers));
            }
            Record::Note(note) => blocks.extend(note_blocks(ctx, "everything-note", note)),
            Record::Draft(note) => blocks.extend(note_blocks(ctx, "everything-draft", note)),
            _ => {}
        }
        // Of what was sent, the parts that were sent are here.
        if !(sent && matches!(record, Record::Telling(_))) {
            blocks.extend(before(ctx, found, record));
        }
    }
    let steps: Vec<_> =
        own().filter_map(|record| step(ctx, record)).map(|words| Point { words, picture: None, photo: None }).collect();
    if !steps.is_empty() {
        blocks.push(Block::Words(ctx.words.shown("everything-steps")));
        blocks.push(Block::List(Mark::Dot, steps));
    }
    blocks
}

fn answers(ctx: Ctx<'_>, found: &Everything, (part, letters): (&str, Option<&str>), answers: &[Answer]) -> Vec<Block> {
    let mut blocks = vec![Block::Words(ctx.words.shown(part))];
    for answer in answers.iter().filter(|answer| answer.ask.question().pick != Pick::Read) {
        let asked = question(ctx.hall, answer.ask.key(), letters).shown;
        let mut said = answer_words(ctx.hall, answer, "").shown;
        if let Some(number) = answer.clip.as_ref().and_then(|clip| number_of(found, clip)) {
            let recording = ctx.words.phrase_with("everything-recording", [("number", Arg::from(number))]).shown;
            said = format!("{said} {recording}");
        }
        blocks.push(Block::Words(format!("{asked} {said}")));
    }
    blocks
}

fn number_of(found: &Everything, clip: &ClipId) -> Option<usize> {
    found.recordings.iter().position(|known| known.id == *clip).map(|at| at + 1)
}

fn note_blocks(ctx: Ctx<'_>, part: &str, note: &Note) -> Vec<Block> {
    let mut blocks = vec![Block::Words(ctx.phrase_for(part, ctx.team.name_of(&note.author)).shown)];
    let written = Heading::ALL.into_iter().map(|heading| (heading, note.text(heading).trim().to_owned()));
    for (heading, text) in written.filter(|(_, text)| !text.is_empty()) {
        blocks.push(Block::Words(format!("{}: {text}", ctx.words.shown(heading.key()))));
    }
    blocks
}

fn when(ctx: Ctx<'_>, at: DateTime) -> String {
    let (day, time) = (ctx.words.day_of_year(at.date()).shown, ctx.words.time(at.time()).shown);
    ctx.words.phrase_with("time-on-day", [("time", time.into()), ("day", day.into())]).shown
}

/// A step of a story or of a worry, in words.
fn step(ctx: Ctx<'_>, record: &Record) -> Option<String> {
    let (by, at, key, words): (&PersonId, DateTime, &str, Option<String>) = match record {
        Record::StoryStep(step) => {
            let (key, words) = match &step.what {
                What::Sent => ("everything-sent", None),
                What::TakenBack => ("everything-taken-back", None),
                What::Read => ("everything-read", None),
                What::InRecord { system, .. } => ("everything-in-record", Some(system.clone())),
                What::Adequate { .. } => ("everything-adequate", None),
                What::Heard { verdict: Verdict::Right, .. } => ("everything-right", None),
                What::Heard { words, .. } => ("everything-wrong", words.clone()),
            };
            (&step.by, step.at, key, words)
        }
        Record::ConcernStep(step) => {
            let (key, words) = match &step.what {
                ConcernWhat::ToldPerson => ("everything-told", None),
                ConcernWhat::Seen => ("everything-seen", None),
                ConcernWhat::Done(words) => ("everything-worry-done", Some(words.clone())),
            };
            (&step.by, step.at, key, words)
        }
        _ => return None,
    };
    let words = words.unwrap_or_default();
    let args = [
        ("name", Arg::from(ctx.team.name_of(by).to_owned())),
        ("when", Arg::from(when(ctx, at))),
        ("words", Arg::from(words)),
    ];
    Some(ctx.words.phrase_with(key, args).shown.trim().to_owned())
}

fn plan(ctx: Ctx<'_>, found: &Everything) -> Vec<Block> {
    let plan = found.documents.iter().find_map(|record| match record {
        Record::Plan(plan) => Some(plan),
        _ => None,
    });
    let Some(plan) = plan.filter(|plan| !plan.items.is_empty()) else { return Vec::new() };
    let point = |words: &String| Point { words: words.clone(), picture: None, photo: None };
    let items = plan.items.iter().map(|item| point(&item.words)).collect();
    let mut blocks = vec![Block::Heading(ctx.words.shown("everything-plan")), Block::List(Mark::Dot, items)];
    blocks.extend(before(ctx, found, &Record::Plan(plan.clone())));
    blocks
}

/// Who saved what was there before, and on which days: a line for each person and day, with how often. What it was
/// stands in the file.
fn before(ctx: Ctx<'_>, found: &Everything, record: &Record) -> Option<Block> {
    let document = record.document()?;
    let mut days: Vec<((Option<&PersonId>, Date), u32)> = Vec::new();
    for earlier in found.earlier.iter().filter(|earlier| earlier.document == document) {
        let of = (earlier.by.as_ref(), earlier.at.date());
        match days.iter_mut().find(|(known, _)| *known == of) {
            Some((_, times)) => *times += 1,
            None => days.push((of, 1)),
        }
    }
    let line = |((by, day), times): &((Option<&PersonId>, Date), u32)| {
        let name = by.map_or_else(|| ctx.words.shown("app-name"), |by| ctx.team.name_of(by).to_owned());
        let day = ctx.words.day_of_year(*day).shown;
        let args = [("name", Arg::from(name)), ("day", Arg::from(day)), ("count", Arg::from(*times))];
        Point { words: ctx.words.phrase_with("everything-earlier", args).shown, picture: None, photo: None }
    };
    (!days.is_empty()).then(|| Block::List(Mark::Dot, days.iter().map(line).collect()))
}

/// What is in the file for computers and would tell nobody anything on paper.
fn rest(ctx: Ctx<'_>, found: &Everything) -> Vec<Block> {
    let count = found.documents.len();
    let args = [("count", Arg::from(count))];
    let mut blocks = vec![
        Block::Heading(ctx.words.shown("everything-files")),
        Block::Words(ctx.words.phrase_with("everything-files-words", args).shown),
    ];
    if !found.earlier.is_empty() {
        let args = [("count", Arg::from(found.earlier.len()))];
        blocks.push(Block::Words(ctx.words.phrase_with("everything-files-before", args).shown));
    }
    blocks
}
