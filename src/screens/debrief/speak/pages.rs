//! The pages of answering with the voice.
use iced::widget::{Column, column, container, row};
use iced::{Center, Fill};

use super::{Asked, Message};
use crate::playback::Playback;
use crate::problem::Problem;
use crate::screen::Ctx;
use crate::screens::clips::clip_player;
use crate::sound::level::Hearing;
use crate::store::sounds::Heard;
use crate::ui::player::{self, level_ring, recording_strip};
use crate::ui::{Body, Button, Class, Look, Page, Row, Strength, Tone, View, pages, rows};
use crate::words::{Arg, Phrase};

/// Before anything is said.
pub fn ready_page<'a, M: Clone + 'a>(
    ctx: Ctx<'a>,
    (name, asked): (String, Asked),
    problem: Option<Problem>,
    wrap: impl Fn(Message) -> M + 'a,
) -> Page<'a, M> {
    let (heard_by, letters) = (asked.heard_by, asked.letters);
    let body = Body::rows(move |look, width| {
        let mut lines = Vec::new();
        if let Some(problem) = problem {
            let words = ctx.problem(problem);
            lines.push(rows::sign_line(look, "speak-problem", ("alert", Some(Tone::Danger)), &words, width));
        }
        lines.push(rows::sign_line(look, "speak-ready", ("microphone", None), &ctx.phrase("speak-ready"), width));
        if letters {
            lines.push(rows::sign_line(look, "speak-letters", ("note", None), &ctx.phrase("speak-letters"), width));
        }
        lines.push(rows::sign_line(look, "speak-who", ("users", None), &heard_by, width));
        lines
    });
    let again = if problem.is_some() { "try-again" } else { "speak-start" };
    Page::new(name, asked.heading, body).primary(
        Button::new("speak-start", ctx.phrase(again), wrap(Message::Start))
            .icon("microphone")
            .strength(Strength::Voice),
    )
}

/// While the microphone is open.
pub fn listening_page<'a, M: Clone + 'a>(
    ctx: Ctx<'a>,
    (name, asked): (String, Asked),
    heard: Heard,
    wrap: impl Fn(Message) -> M + 'a,
) -> Page<'a, M> {
    let heading = asked.heading.clone();
    let body = Body::free(move |look, room| listening_view(ctx, (&heard, &asked), (look, room)));
    Page::new(name, heading, body)
        .action(Button::new("speak-again", ctx.phrase("speak-again"), wrap(Message::Start)).icon("refresh"))
        .primary(
            Button::new("speak-stop", ctx.phrase("speak-stop"), wrap(Message::Stop))
                .icon("stop")
                .strength(Strength::Primary),
        )
}

/// The red strip, the ring, and in words how well the microphone hears.
fn listening_view<'a, M: Clone + 'a>(
    ctx: Ctx<'a>,
    (heard, asked): (&Heard, &Asked),
    (look, room): (&Look, iced::Size),
) -> View<'a, M> {
    let length = ctx.words.seconds((heard.kept_ms / 1000) as u32).shown;
    let so_far = ctx.words.phrase_with("speak-so-far", [("length", Arg::from(length))]);
    let small = look.one_column();
    let strip_height = if small { 46.0 } else { 68.0 };
    let strip = recording_strip(look, (&ctx.phrase("speak-recording"), &so_far), strip_height);
    let side = (room.height - strip_height - 24.0).min(if small { 150.0 } else { 300.0 });
    let space = if look.class == Class::Wide { 80.0 } else { 24.0 };
    let taken = if ctx.preferences.moving_ring { side + space } else { 0.0 };
    let right = room.width - taken - space;
    let (key, icon, tone) = hearing(heard.hearing);
    let line = |id, sign, phrase: &Phrase| rows::sign_line(look, id, sign, phrase, right);
    let mut lines = vec![
        line("hearing", (icon, Some(tone)), &ctx.phrase_for(key, ctx.helper_name())),
        line("speak-who", ("users", None), &asked.heard_by),
    ];
    if asked.letters {
        lines.push(line("speak-letters", ("note", None), &ctx.phrase("speak-letters")));
    }
    lines.push(line("speak-time", ("clock", None), &ctx.phrase("speak-time")));
    // What has no room goes, the last first: nothing may be turned while someone speaks.
    let gap = look.gap();
    let fit = pages::parts(&lines, room.height - strip_height - 16.0, gap).first().map_or(1, ExactSizeIterator::len);
    let lines = lines.into_iter().take(fit).map(|row| row.view);
    let words = container(Column::with_children(lines).spacing(gap)).center_y(Fill).width(Fill);
    let ring = ctx.preferences.moving_ring.then(|| level_ring(look, heard.ring, side));
    let below = match ring {
        Some(ring) => row![container(ring).center_y(Fill), words].spacing(space),
        None => row![words],
    };
    column![strip, below.align_y(Center).padding([0.0, space / 2.0])].spacing(16).into()
}

/// When it is there: hear it, do it again, keep it.
pub fn kept_page<'a, M: Clone + 'a>(
    ctx: Ctx<'a>,
    name: String,
    (playback, length_ms): (&'a Playback, u64),
    (silent, problem): (bool, Option<Problem>),
    wrap: impl Fn(Message) -> M + Copy + 'a,
) -> Page<'a, M> {
    let body = Body::rows(move |look, width| {
        let mut lines = Vec::new();
        if let Some(problem) = problem {
            let words = ctx.problem(problem);
            lines.push(rows::sign_line(look, "speak-problem", ("alert", Some(Tone::Wait)), &words, width));
            if problem != Problem::MicrophoneLost {
                let kept = ctx.phrase("speak-stopped");
                lines.push(rows::sign_line(look, "speak-stopped", ("laptop", None), &kept, width));
            }
        }
        if silent {
            let words = ctx.phrase("speak-no-voice");
            lines.push(rows::sign_line(look, "speak-no-voice", ("ear", Some(Tone::Wait)), &words, width));
        }
        let shown = clip_player(ctx.hall, ("clip", &ctx.me.name), (playback, length_ms), wrap(Message::Play));
        let view = player::player(look, shown, width.min(620.0));
        lines.push(Row { height: player::HEIGHT, view });
        lines
    });
    let page = Page::new(name, ctx.phrase("speak-kept"), body).helper(ctx.phrase("speak-kept-help"));
    if !can_do_again(ctx) {
        return page;
    }
    let again = Button::new("speak-again", ctx.phrase("speak-again"), wrap(Message::Start)).icon("refresh");
    if silent { page.primary(again.strength(Strength::Primary)) } else { page.action(again) }
}

/// Whether it can be recorded once more: not on a ward that turned voices off.
pub fn can_do_again(ctx: Ctx<'_>) -> bool {
    !ctx.devices.secure_ward
}

/// How well the microphone hears: the key of the words, the sign and its tone.
fn hearing(hearing: Hearing) -> (&'static str, &'static str, Tone) {
    match hearing {
        Hearing::Listening => ("speak-listening", "ear", Tone::Wait),
        Hearing::Well => ("speak-well", "ear", Tone::Good),
        Hearing::Quiet => ("speak-quiet", "ear", Tone::Wait),
        Hearing::Nothing => ("speak-nothing", "alert", Tone::Wait),
        Hearing::Blocked => ("speak-blocked", "alert", Tone::Danger),
        Hearing::Loud => ("speak-loud", "alert", Tone::Wait),
    }
}
