//! The open item: the worker's words, locked; what has been seen and done; what can be done now.
use iced::widget::{Column, column, container, row};
use iced::{Center, Fill, Padding, Size};

use crate::domain::brief::ConcernBrief;
use crate::domain::debrief::Answer;
use crate::domain::person::Person;
use crate::domain::questions::Pick;
use crate::domain::queue::Need;
use crate::domain::story::ConcernWhat;
use crate::screen::Ctx;
use crate::screens::clips::{self, clip_player};
use crate::screens::debrief::{answer_pictures, answer_words, question};
use crate::ui::player::{self, player};
use crate::ui::rows::{OwnWords, own_words, portrait, small_line};
use crate::ui::said::words;
use crate::ui::text::Style;
use crate::ui::zone::{Zone, zone};
use crate::ui::{Button, Look, Row, Sign, Strength, Tone, View, buttons, look as sizes};
use crate::words::{Arg, Phrase};

use super::list::{Item, Kind, worker};
use super::{Message, Review};

/// Draws the open item on a panel.
pub(super) fn view<'a>(
    ctx: Ctx<'a>,
    review: &'a Review,
    item: &Item,
    (look, room): (&Look, Size),
) -> View<'a, Message> {
    // Where there is one column, all of it is one list: what can be done now, who it is, and what they said.
    let one_list = look.one_column();
    let pad = if one_list { 10.0 } else { 18.0 };
    let inside = Size::new(room.width - 2.0 * pad, room.height - 2.0 * pad);
    let person = worker(ctx, item);
    let mut head = person.map(|person| head(ctx, look, person));
    let mut actions = actions(ctx, review, item, (look, inside.width));
    let mut rows = lines(ctx, review, item, (look, inside.width));
    if one_list {
        rows.splice(0..0, actions.drain(..).chain(head.take())).for_each(drop);
    }
    let fixed: f32 = head.iter().chain(&actions).map(|row| row.height + 10.0).sum();
    let list_room = Size::new(inside.width, inside.height - fixed);
    let name = person.map(|person| person.name.clone()).unwrap_or_default();
    let title = Sign::new("lock", ctx.words.phrase_with("review-words", [("worker", Arg::from(name))]));
    let list = zone(look, Zone { name: "review-detail".to_owned(), title, aside: None, rows, follow: None }, list_room);
    let buttons_below = Column::with_children(actions.into_iter().map(|row| row.view)).spacing(10);
    let all =
        column![].push(head.map(|row| row.view)).push(container(list).height(list_room.height)).push(buttons_below);
    let (plate, hair) = (look.colours().plate, look.colours().hair);
    container(all.spacing(6))
        .padding(Padding::new(pad))
        .width(room.width)
        .height(room.height)
        .style(move |_| buttons::bordered(plate, hair, 2.0, sizes::PANEL_RADIUS))
        .into()
}

fn head<'a>(ctx: Ctx<'a>, look: &Look, person: &Person) -> Row<'a, Message> {
    let name = ctx.words.phrase_with(
        "review-ring",
        [("worker", Arg::from(person.name.clone())), ("number", Arg::from(person.phone.clone()))],
    );
    let height = 70.0;
    let line = row![
        portrait(look, &person.photo, &person.name, 64.0),
        container(words(look, "review-ring", Style::StaffStrong, &name)).width(Fill),
    ];
    Row { height, view: line.spacing(14).align_y(Center).height(height).into() }
}

/// What has happened to it, then the answers.
fn lines<'a>(ctx: Ctx<'a>, review: &'a Review, item: &Item, (look, width): (&Look, f32)) -> Vec<Row<'a, Message>> {
    // Only the open item is opened whole.
    let (answers, letters) = match &item.kind {
        Kind::Worry(concern) => {
            ctx.store.concern(&concern.debrief).map(|concern| (concern.answers, concern.letters)).unwrap_or_default()
        }
        Kind::Shared(me) => ctx.store.about_worker(&me.debrief).map(|me| (me.answers, None)).unwrap_or_default(),
        Kind::Visit(visit) => {
            ctx.store.visit(&visit.id).map(|visit| (visit.answers, visit.letters)).unwrap_or_default()
        }
    };
    let mut rows = match &item.kind {
        Kind::Worry(concern) => history(ctx, concern, (look, width)),
        Kind::Shared(_) | Kind::Visit(_) => Vec::new(),
    };
    let told = answers
        .iter()
        .filter(|answer| answer.ask.question().pick != Pick::Read)
        .map(|answer| answer_row(ctx, review, (answer, letters.as_deref()), (look, width)));
    rows.extend(told);
    rows
}

fn answer_row<'a>(
    ctx: Ctx<'a>,
    review: &'a Review,
    (answer, letters): (&Answer, Option<&str>),
    (look, width): (&Look, f32),
) -> Row<'a, Message> {
    let key = answer.ask.key();
    let voice = ctx.me.name.as_str();
    let known = answer.clip.as_ref().and_then(|clip| ctx.store.clip(clip));
    let speaker =
        known.as_ref().and_then(|known| ctx.hall.team.person(&known.voice)).map_or(voice, |person| &person.name);
    let player_width = 150.0;
    let player = known.as_ref().map(|known| {
        let id = format!("clip-{key}");
        let does = Message::Voice(clips::Message::Hear(known.id.clone()));
        let shown = clip_player(ctx.hall, (&id, speaker), (review.voice.of(&known.id), known.length_ms), does);
        player(look, shown, player_width)
    });
    // What was only said is not there any more once its recording is deleted.
    let only_said = Answer { clip: None, ..answer.clone() }.is_empty() && answer.clip.is_some();
    let deleted = only_said && known.is_none() && answer.clip.as_ref().is_some_and(|clip| ctx.store.is_deleted(clip));
    let shown = if deleted { ctx.phrase("recording-gone-words") } else { answer_words(ctx.hall, answer, voice) };
    let own = OwnWords {
        id: format!("answer-{key}"),
        pictures: answer_pictures(ctx.hall, answer),
        question: question(ctx.hall, key, letters),
        answer: shown,
        player,
        player_width,
        player_height: player::HEIGHT,
        button: None,
        staff: true,
    };
    own_words(look, own, width)
}

/// Saved, sent, seen, done: each with its time.
fn history<'a>(ctx: Ctx<'a>, concern: &ConcernBrief, (look, width): (&Look, f32)) -> Vec<Row<'a, Message>> {
    let time = |at: jiff::civil::DateTime| ctx.words.time(at.time()).shown;
    let line = |id: &str, (icon, tone), phrase: &Phrase| small_line(look, id, (icon, tone), phrase, width);
    let sent = ctx.words.phrase_with("review-sent", [("time", Arg::from(time(concern.saved)))]);
    let mut rows = vec![line("history-sent", ("send", None), &sent)];
    let steps = ctx.store.concern_steps(&concern.debrief);
    for (index, step) in steps.iter().enumerate() {
        let by = ctx.team.name_of(&step.by).to_owned();
        let args = |words: &str| {
            [
                ("name", Arg::from(by.clone())),
                ("time", Arg::from(time(step.at))),
                ("words", Arg::from(words.to_owned())),
            ]
        };
        let (key, icon, text) = match &step.what {
            ConcernWhat::ToldPerson => ("review-told", "phone", ""),
            ConcernWhat::Seen => ("review-seen", "eye", ""),
            ConcernWhat::Done(words) => ("review-done", "check", words.as_str()),
        };
        let phrase = ctx.words.phrase_with(key, args(text));
        rows.push(line(&format!("history-{index}"), (icon, Some(Tone::Good)), &phrase));
    }
    let seen = steps.iter().any(|step| step.what == ConcernWhat::Seen);
    if !seen {
        rows.push(line("history-unseen", ("eye-off", Some(Tone::Danger)), &ctx.phrase("review-not-seen")));
    }
    rows
}

/// What can be done with it now. Seen first; then what was done, which needs words.
fn actions<'a>(ctx: Ctx<'a>, review: &'a Review, item: &Item, (look, width): (&Look, f32)) -> Vec<Row<'a, Message>> {
    if !matches!(item.kind, Kind::Worry(_)) {
        return Vec::new();
    }
    let button = |button: Button<Message>| {
        let view = container(buttons::small(look, &button)).align_right(width);
        Row { height: sizes::SMALL_BUTTON, view: view.into() }
    };
    match item.need {
        Need::Danger | Need::Worry => {
            let seen = Button::new("review-see", ctx.phrase("review-see"), Message::Seen);
            vec![button(seen.icon("eye").strength(Strength::Danger))]
        }
        Need::WorrySeen => {
            let label = ctx.phrase("review-what-done");
            let mut rows = review.done.rows((ctx, look), ("done", label, 2), width, Message::Type);
            let save = Button::new("review-save", ctx.phrase("review-save"), Message::Done);
            let ready = review.done.is_ready();
            rows.push(button(save.icon("check").strength(Strength::Primary).only_if(ready)));
            rows
        }
        _ => Vec::new(),
    }
}
