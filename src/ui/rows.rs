//! Rows of a list: words with a picture, a person's own words, a number to ring, signs of what is done.
use iced::widget::{Column, Row as Line, Space, column, container, row};
use iced::{Center, Element, Fill, Padding, Size};

use super::buttons;
use super::colours::Colours;
use super::look::{self, Look};
use super::page::{Button, Row, Sign, Tone};
use super::part::{Part, Role};
use super::said::{label, label_in, said};
use super::text::{self as letters, Style};
use super::tile::Lead;
use super::{Event, View, pictures};
use crate::words::Phrase;

/// A line of words with its picture at the left.
#[must_use]
pub fn line<'a, M: Clone + 'a>(look: &Look, id: &str, phrase: &Phrase, width: f32) -> Row<'a, M> {
    led(look, id, (&Lead::Picture, phrase), width)
}

/// A line of words with this at the left.
#[must_use]
pub fn led<'a, M: Clone + 'a>(look: &Look, id: &str, (lead, phrase): (&Lead, &Phrase), width: f32) -> Row<'a, M> {
    let size = if look.one_column() { 72.0 } else { 84.0 };
    let shown = lead_view(look, (lead, phrase), size);
    let taken = if shown.is_some() { size + 20.0 } else { 0.0 };
    let height = letters::height(look, Style::Label, &phrase.shown, width - taken - 8.0);
    let height = if shown.is_some() { height.max(size) } else { height };
    let words = label(look, id, Style::Label, phrase);
    let content: View<'a, M> = match shown {
        Some(shown) => row![shown, container(words).width(Fill)].spacing(20).align_y(Center).into(),
        None => words,
    };
    let part = Part::new(id, Role::Label, phrase);
    Row { height, view: said(look, part, container(content).width(width)) }
}

/// What stands at the left of words: a picture on its plate, a clock, a photo.
#[must_use]
pub fn lead_view<'a, M: 'a>(look: &Look, (lead, phrase): (&Lead, &Phrase), size: f32) -> Option<View<'a, M>> {
    match lead {
        Lead::None => None,
        Lead::Clock(time) => Some(pictures::clock(look, *time, size)),
        // What has a picture is no person: it shows that where the photo is not there.
        Lead::Photo(photo) if phrase.picture.is_some() && !pictures::has_photo(look, photo) => {
            lead_view(look, (&Lead::Picture, phrase), size)
        }
        Lead::Photo(photo) => Some(portrait(look, photo, &phrase.shown, size)),
        Lead::Letters(letters) | Lead::Sample(letters, _) => {
            Some(plate(look, buttons::plain(look, Style::Label, (letters, on_plate(look).ink)), size))
        }
        Lead::Small(Some(small), _) => Some(plate(look, small.view(Size::new(size - 12.0, size - 12.0)), size)),
        Lead::Sign(icon) | Lead::Small(None, icon) => {
            Some(plate(look, pictures::icon(icon, size * 0.6, on_plate(look).action), size))
        }
        Lead::Voice(icon) => Some(plate(look, pictures::icon(icon, size * 0.6, on_plate(look).voice), size)),
        Lead::Picture => {
            let picture = phrase.picture.as_deref().filter(|_| look.pictures)?;
            Some(plate(look, pictures::picture(picture, size - 12.0), size))
        }
    }
}

/// A line with a line icon on a small plate.
#[must_use]
pub fn sign_line<'a, M: Clone + 'a>(
    look: &Look,
    id: &str,
    (icon, tone): (&'static str, Option<Tone>),
    phrase: &Phrase,
    width: f32,
) -> Row<'a, M> {
    let colours = look.colours();
    let (ink, back) = tone.map_or((colours.action, colours.sunk), |tone| buttons::tones(look, tone));
    let side = if look.one_column() { 48.0 } else { 60.0 };
    let sign = container(pictures::icon(icon, side * 0.6, ink))
        .center(side)
        .style(move |_| buttons::ground(back, look::FIELD_RADIUS));
    let words = container(label(look, id, Style::Label, phrase)).width(Fill);
    let content = row![sign, words].spacing(18).align_y(Center);
    let height = letters::height(look, Style::Label, &phrase.shown, width - side - 18.0).max(side);
    Row { height, view: said(look, Part::new(id, Role::Label, phrase), content) }
}

/// A line icon and words, small: for staff screens.
#[must_use]
pub fn small_line<'a, M: 'a>(
    look: &Look,
    id: &str,
    (icon, tone): (&'static str, Option<Tone>),
    phrase: &Phrase,
    width: f32,
) -> Row<'a, M> {
    let ink = tone.map_or(look.colours().ink, |tone| buttons::tones(look, tone).0);
    let height = letters::height(look, Style::Staff, &phrase.shown, width - 40.0).max(30.0);
    let words = container(label_in(look, id, Style::Staff, (phrase, ink))).width(Fill);
    let content = row![pictures::icon(icon, 24.0, ink), words].spacing(12);
    Row { height, view: said(look, Part::new(id, Role::Label, phrase), content) }
}

/// The colours of what stands on a plate: it is light in every theme.
fn on_plate(look: &Look) -> &'static Colours {
    match look.theme {
        super::Theme::Light | super::Theme::Cream => look.colours(),
        super::Theme::Dark | super::Theme::Contrast => super::Theme::Light.colours(),
    }
}

/// A plate behind a picture.
#[must_use]
pub fn plate<'a, M: 'a>(look: &Look, picture: impl Into<View<'a, M>>, side: f32) -> View<'a, M> {
    let colours = look.colours();
    let back = match look.theme {
        super::Theme::Light | super::Theme::Cream => colours.sunk,
        super::Theme::Dark | super::Theme::Contrast => colours.pic,
    };
    container(picture).center(side).style(move |_| buttons::ground(back, look::FIELD_RADIUS)).into()
}

/// A box with no lip: what is inside it can be pressed, it cannot.
#[must_use]
pub fn boxed<'a, M: 'a>(look: &Look, height: f32, content: impl Into<View<'a, M>>) -> View<'a, M> {
    let (plate, hair) = (look.colours().plate, look.colours().hair);
    container(content)
        .width(Fill)
        .height(height)
        .style(move |_| buttons::bordered(plate, hair, 2.0, look::TILE_RADIUS))
        .into()
}

/// A person's own words: a plum bar at the left, the question, the answer, and what can be done.
pub struct OwnWords<'a, M> {
    /// Its name in this screen.
    pub id: String,
    /// The pictures of what was picked.
    pub pictures: Vec<String>,
    /// The question.
    pub question: Phrase,
    /// The answer.
    pub answer: Phrase,
    /// The clip, if there is one: how it is played.
    pub player: Option<View<'a, M>>,
    /// The width of the player.
    pub player_width: f32,
    /// The height of the player.
    pub player_height: f32,
    /// What can be done with it.
    pub button: Option<Button<M>>,
    /// Whether it stands on a staff screen, where there is less room.
    pub staff: bool,
}

/// Draws a person's own words.
#[must_use]
pub fn own_words<'a, M: Clone + 'a>(look: &Look, own: OwnWords<'a, M>, width: f32) -> Row<'a, M> {
    let OwnWords { id, pictures, question, answer, player, player_width, player_height, button, staff } = own;
    let narrow = look.one_column() || staff;
    let (small, strong) = if staff { (Style::Staff, Style::StaffStrong) } else { (Style::Small, Style::Label) };
    let shown: Vec<_> = pictures.iter().take(if narrow { 1 } else { 2 }).filter(|_| look.pictures).collect();
    let size = if narrow { 64.0 } else { 88.0 };
    let pictures_width = if shown.is_empty() { 0.0 } else { shown.len() as f32 * (size + 8.0) + 8.0 };
    let button_width = button.as_ref().map_or(0.0, |button| buttons::small_width(look, button) + 12.0);
    let player_width = if player.is_some() { player_width + 12.0 } else { 0.0 };
    let beside = if narrow { 0.0 } else { button_width + player_width };
    // The bar, the padding and the border take 50.
    let room = (width - 50.0 - pictures_width - beside).max(100.0);
    let words =
        letters::height(look, small, &question.shown, room) + letters::height(look, strong, &answer.shown, room);
    let below = if narrow && (button.is_some() || player.is_some()) {
        player_height.max(look::SMALL_BUTTON) + 8.0
    } else {
        0.0
    };
    let least: f32 = if narrow { 84.0 } else { 116.0 };
    let height = (words.max(if shown.is_empty() { 0.0 } else { size }) + below + 24.0).max(least);
    let colours = look.colours();
    let texts = column![
        label_in(look, &id, small, (&question, colours.soft)),
        label_in(look, &id, strong, (&answer, colours.ink)),
    ]
    .width(Fill);
    let spoken = Phrase {
        spoken: format!("{} {}", question.spoken, answer.spoken),
        shown: format!("{} {}", question.shown, answer.shown),
        picture: pictures.first().cloned(),
    };
    let drawn = Line::with_children(shown.iter().map(|name| pictures::picture(name, size))).spacing(8);
    let inner: View<'a, M> = row![drawn, texts].spacing(16).align_y(Center).into();
    let said_part = said(look, Part::new(&id, Role::Label, &spoken), inner);
    let mut tools = Line::new().spacing(12).align_y(Center);
    if let Some(player) = player {
        tools = tools.push(player);
    }
    if let Some(button) = &button {
        tools = tools.push(buttons::small(look, button));
    }
    let content: View<'a, M> = if narrow {
        column![said_part, tools].spacing(8).into()
    } else {
        row![container(said_part).width(Fill), tools].spacing(12).align_y(Center).into()
    };
    let voice = colours.voice;
    let bar = container(Space::new().width(10).height(Fill)).style(move |_| container::Style {
        border: iced::Border {
            radius: iced::border::Radius::default().top_left(14.0).bottom_left(14.0),
            ..iced::Border::default()
        },
        ..buttons::ground(voice, 0.0)
    });
    let padded = container(content)
        .padding(Padding { top: 12.0, bottom: 12.0, left: 16.0, right: 20.0 })
        .center_y(Fill)
        .width(Fill);
    let view = boxed(look, height, container(row![bar, padded]).padding(2));
    Row { height, view }
}

/// What is saved, sent and seen: three signs. Only what is seen has a name and a time.
#[must_use]
pub fn signs<'a, M: Clone + 'a>(look: &Look, signs: &[(Sign, bool)], width: f32) -> Row<'a, M> {
    let colours = look.colours();
    let stacked = look.one_column();
    let height = 60.0;
    let draw = |(index, (sign, reached)): (usize, &(Sign, bool))| -> Element<'a, Event<M>> {
        let id = format!("sign-{index}");
        let ink = if *reached { colours.ink } else { colours.soft };
        let words = label_in(look, &id, Style::SmallStrong, (&sign.phrase, ink));
        let inside = row![pictures::icon(sign.icon, 30.0, ink), container(words).width(Fill)]
            .spacing(12)
            .align_y(Center)
            .height(Fill);
        let (back, edge) = if *reached { (colours.sunk, colours.sunk) } else { (colours.canvas, colours.line) };
        let sign_box = container(inside)
            .padding(Padding::from([0.0, 16.0]))
            .width(Fill)
            .height(height)
            .style(move |_| buttons::bordered(back, edge, 2.0, look::FIELD_RADIUS));
        said(look, Part::new(&id, Role::Label, &sign.phrase), sign_box)
    };
    let all = signs.iter().enumerate().map(draw);
    if stacked {
        let total = signs.len() as f32 * (height + 8.0) - 8.0;
        return Row { height: total, view: Column::with_children(all).spacing(8).width(width).into() };
    }
    Row { height, view: Line::with_children(all).spacing(16).width(width).into() }
}

/// A photo with round corners, or first letters where there is none.
#[must_use]
pub fn portrait<'a, M: 'a>(look: &Look, photo: &str, name: &str, side: f32) -> View<'a, M> {
    let colours = look.colours();
    if pictures::has_photo(look, photo) {
        return pictures::photo(look, photo, Size::new(side, side), Some((look::FIELD_RADIUS, colours.canvas)));
    }
    let first: String = name.chars().take(1).collect();
    plate(look, buttons::plain(look, Style::Label, (&first, on_plate(look).ink)), side)
}
