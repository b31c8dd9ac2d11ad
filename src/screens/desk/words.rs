//! The worker's words at the desk: locked, with their pictures and clips, each one press from the note.
use iced::widget::{Column, Space, column, container, row};
use iced::{Center, Fill, Padding, Size};

use crate::screen::Ctx;
use crate::screens::debrief::answer_pictures;
use crate::ui::part::{Part, Role};
use crate::ui::rows::plate;
use crate::ui::said::{label, label_in, said};
use crate::ui::text::{self as letters, Style};
use crate::ui::zone::{Zone, zone as draw_zone};
use crate::ui::{Button, Look, Row, Sign, Strength, View, buttons, look, pictures};
use crate::words::{Arg, Phrase};

use super::card::Card;
use super::hearing;
use super::{Message, Open};

/// The zone of the worker's words.
pub(super) fn zone<'a>(ctx: Ctx<'a>, open: &'a Open, (look, room): (&Look, Size)) -> View<'a, Message> {
    let cards = open.hearing.cards.iter().enumerate();
    let rows = cards.map(|(index, card)| card_row(ctx, open, (index, card), (look, room.width))).collect();
    let worker =
        ctx.store.visit_brief(&open.debrief).and_then(|visit| Some(ctx.team.person(&visit.worker)?.name.clone()));
    let title = ctx.words.phrase_with("desk-words", [("worker", Arg::from(worker.unwrap_or_default()))]);
    let title = Sign::new("lock", title);
    let follow = Some(open.hearing.at);
    draw_zone(look, Zone { name: "desk-words".to_owned(), title, aside: None, rows, follow }, room)
}

fn card_row<'a>(
    ctx: Ctx<'a>,
    open: &'a Open,
    (index, card): (usize, &'a Card),
    (look, width): (&Look, f32),
) -> Row<'a, Message> {
    let colours = look.colours();
    let id = format!("card-{index}");
    let question = card.question(ctx);
    let answer = card.words(ctx);
    // Where there is little room, it is the words that practitioners need.
    let has_room = look.pictures && !look.one_column();
    let picture = answer_pictures(ctx.hall, &card.answer).into_iter().next().filter(|_| has_room);
    let tools = tools(ctx, open, (index, card), look);
    let tools_width = 108.0;
    let picture_width = if picture.is_some() { 68.0 } else { 0.0 };
    let room = width - 12.0 - picture_width - tools_width - 40.0;
    let words = letters::height(look, Style::Staff, &question.shown, room)
        + letters::height(look, Style::StaffStrong, &answer.shown, room);
    let buttons_height = tools.len() as f32 * (look::STAFF_BUTTON + 6.0);
    let height = words.max(buttons_height).max(72.0) + 22.0;
    let here = open.hearing.at == index;
    let plays = card.answer.clip.as_ref().is_some_and(|clip| open.hearing.plays(clip));
    let spoken = Phrase {
        shown: format!("{} {}", question.shown, answer.shown),
        spoken: format!("{} {}", question.spoken, answer.spoken),
        picture: picture.clone(),
    };
    let texts = column![
        label_in(look, &id, Style::Staff, (&question, colours.soft)),
        label(look, &id, Style::StaffStrong, &answer),
    ]
    .width(Fill);
    let shown = picture.map(|name| plate(look, pictures::picture(&name, 50.0), 58.0));
    let inside = row![].push(shown).push(texts).spacing(10).align_y(Center);
    let told = said(look, Part::new(&id, Role::Label, &spoken), inside);
    let voice = colours.voice;
    let bar = container(Space::new().width(9).height(Fill)).style(move |_| container::Style {
        border: iced::Border {
            radius: iced::border::Radius::default().top_left(13.0).bottom_left(13.0),
            ..iced::Border::default()
        },
        ..buttons::ground(voice, 0.0)
    });
    let column = Column::with_children(tools).spacing(6).width(tools_width).align_x(iced::Right);
    let line = row![container(told).width(Fill), column].spacing(10).align_y(Center);
    let padded =
        container(line).padding(Padding { left: 12.0, right: 10.0, top: 0.0, bottom: 0.0 }).center_y(Fill).width(Fill);
    let (back, edge, border) = match (plays, here) {
        (true, _) => (colours.voicetint, colours.voice, 4.0),
        (false, true) => (colours.plate, colours.voice, 3.0),
        (false, false) => (colours.plate, colours.hair, 2.0),
    };
    let view = container(row![bar, padded])
        .padding(border)
        .width(width)
        .height(height)
        .style(move |_| buttons::bordered(back, edge, border, look::TILE_RADIUS))
        .into();
    Row { height, view }
}

/// Play with its length, and Use.
fn tools<'a>(ctx: Ctx<'a>, open: &Open, (index, card): (usize, &Card), look: &Look) -> Vec<View<'a, Message>> {
    let mut tools = Vec::new();
    if let Some(known) = card.answer.clip.as_ref().and_then(|clip| ctx.store.clip(clip)) {
        let plays = open.hearing.plays(&known.id);
        let icon = if plays { "pause" } else { "play" };
        let length = ctx.words.phrase_with("desk-clip", [("seconds", Arg::from(known.length_ms.div_ceil(1000)))]);
        let button = Button::new(format!("play-{index}"), length, Message::Hear(hearing::Message::Play(index)));
        tools.push(buttons::staff(look, &button.icon(icon).strength(Strength::Voice)));
    }
    if card.can_be_used() {
        let button = Button::new(format!("use-{index}"), ctx.phrase("desk-use"), Message::Use(index));
        tools.push(buttons::staff(look, &button));
    }
    tools
}
