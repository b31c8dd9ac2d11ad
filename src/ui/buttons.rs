//! Buttons, ears and chips.
use iced::widget::{Space, column, container, row, text};
use iced::{Border, Center, Color, Element, Fill, Padding, Shrink};

use super::look::{self, Look};
use super::page::{Button, Sign, Strength, Tone};
use super::part::{Part, Role};
use super::press::Press;
use super::said::{label, label_in, said};
use super::skin::Skin;
use super::text::{self as letters, Style};
use super::{Event, View, pictures};
use crate::words::{Arg, Phrase};

/// A button in the line at the bottom of a page.
#[must_use]
pub fn large<'a, M: Clone + 'a>(look: &Look, button: &Button<M>) -> View<'a, M> {
    let height = look.frame().actions.height;
    let (style, least) = large_measures(look, button);
    shape(look, button, Measures { height, least, style, icon: 30.0 })
}

/// The style of a large button, and its least width.
fn large_measures<M>(look: &Look, button: &Button<M>) -> (Style, f32) {
    match (button.strength, look.short) {
        (Strength::Primary | Strength::Danger, false) => (Style::Primary, 220.0),
        (Strength::Primary | Strength::Danger, true) => (Style::Primary, 130.0),
        _ => (Style::Quiet, 0.0),
    }
}

/// A small button: Stop and save, Change, a tab.
#[must_use]
pub fn small<'a, M: Clone + 'a>(look: &Look, button: &Button<M>) -> View<'a, M> {
    let height = look::SMALL_BUTTON;
    shape(look, button, Measures { height, least: 0.0, style: Style::SmallStrong, icon: 26.0 })
}

/// A button on a staff screen.
#[must_use]
pub fn staff<'a, M: Clone + 'a>(look: &Look, button: &Button<M>) -> View<'a, M> {
    let height = look::STAFF_BUTTON;
    shape(look, button, Measures { height, least: 0.0, style: Style::StaffStrong, icon: 22.0 })
}

/// A small answer of a few: circle or tick, and a word.
#[must_use]
pub fn choice<'a, M: Clone + 'a>(look: &Look, button: &Button<M>, picked: bool) -> View<'a, M> {
    let skin = if picked { Skin::picked(look).rounded(look::BUTTON_RADIUS) } else { Skin::quiet(look) };
    let sign = pictures::icon(button.icon.unwrap_or("circle"), 26.0, skin.ink);
    let words = label(look, &button.id, Style::SmallStrong, &button.phrase);
    let content = container(row![sign, words].spacing(10).align_y(Center)).padding([0.0, 18.0]).center_y(Fill);
    let part = Part::new(&button.id, Role::RadioButton, &button.phrase).checked(picked);
    Press::new(look, part, skin.small(), content).does(button.does.clone()).size(Shrink, 60.0).into()
}

/// The width that a button takes in the line at the bottom.
#[must_use]
pub fn large_width<M>(look: &Look, button: &Button<M>) -> f32 {
    let (style, least) = large_measures(look, button);
    let icon = if button.icon.is_some() { 30.0 + 14.0 } else { 0.0 };
    let words = letters::width(look, style, &button.phrase.shown);
    (words + icon + 2.0 * (side(look.frame().actions.height) + look.border())).max(least)
}

/// The width that a small button takes.
#[must_use]
pub fn small_width<M>(look: &Look, button: &Button<M>) -> f32 {
    let icon = match (&button.photo, button.icon) {
        (Some(_), _) => look::SMALL_BUTTON - 14.0 + 10.0,
        (None, Some(_)) => 26.0 + 10.0,
        (None, None) => 0.0,
    };
    letters::width(look, Style::SmallStrong, &button.phrase.shown)
        + icon
        + 2.0 * (side(look::SMALL_BUTTON) + look.border())
}

struct Measures {
    height: f32,
    least: f32,
    style: Style,
    icon: f32,
}

/// The room left and right of the words.
fn side(height: f32) -> f32 {
    if height >= 70.0 {
        28.0
    } else if height >= 50.0 {
        18.0
    } else {
        12.0
    }
}

fn shape<'a, M: Clone + 'a>(look: &Look, button: &Button<M>, measures: Measures) -> View<'a, M> {
    let Measures { height, least, style, icon } = measures;
    let mut skin = match button.strength {
        _ if button.does.is_none() => Skin::off(look),
        Strength::Primary => Skin::primary(look),
        Strength::Quiet => Skin::quiet(look),
        Strength::Voice => Skin::voice(look),
        Strength::Danger => Skin::danger(look),
        Strength::Current => Skin::current(look),
    };
    if height <= 60.0 {
        skin = skin.small();
    }
    let words = label(look, &button.id, style, &button.phrase);
    let sign = match &button.photo {
        Some(photo) => Some(super::rows::portrait(look, photo, &button.phrase.shown, height - 14.0)),
        None => button.icon.map(|name| pictures::icon(name, icon, skin.ink)),
    };
    let space = if height >= 70.0 { 14.0 } else { 10.0 };
    let content = match (sign, button.icon_last) {
        (None, _) => row![words],
        (Some(sign), false) => row![sign, words].spacing(space),
        (Some(sign), true) => row![words, sign].spacing(space),
    };
    let content = container(content.align_y(Center)).padding(Padding::from([0.0, side(height)])).center_y(Fill);
    let content: View<'a, M> = if least > 0.0 {
        // The border is drawn around it.
        let width = large_width(look, button) - 2.0 * look.border();
        container(content).center_x(width).into()
    } else {
        content.into()
    };
    let mut part = Part::new(&button.id, Role::Button, &button.phrase);
    if button.strength == Strength::Current {
        part = part.checked(true);
    }
    Press::new(look, part, skin, content).does(button.does.clone()).size(Shrink, height).into()
}

/// An ear: a cell at the right of a tile or row that says its words.
#[must_use]
pub fn ear<'a, M: Clone + 'a>(look: &Look, of: &str, spoken: &str, colour: Color) -> View<'a, M> {
    let hair = look.colours().hair;
    let divider = container(Space::new().width(2).height(Fill)).style(move |_| ground(hair, 0.0));
    let sign = container(pictures::icon("ear", 34.0, colour)).center(Fill);
    ear_with(look, (of, spoken), row![divider, sign])
}

/// An ear along the bottom of a card.
#[must_use]
pub fn low_ear<'a, M: Clone + 'a>(look: &Look, of: &str, spoken: &str) -> View<'a, M> {
    let colours = look.colours();
    let hair = colours.hair;
    let divider = container(Space::new().width(Fill).height(2)).style(move |_| ground(hair, 0.0));
    let sign = container(pictures::icon("ear", 34.0, colours.action)).center(Fill);
    ear_with(look, (of, spoken), column![divider, sign])
}

fn ear_with<'a, M: Clone + 'a>(
    look: &Look,
    (of, spoken): (&str, &str),
    content: impl Into<View<'a, M>>,
) -> View<'a, M> {
    let name = look.words.phrase_with("hear", [("words", Arg::from(spoken.to_owned()))]);
    let part = Part::new(format!("hear-{of}"), Role::Button, &name).quiet();
    let event = Event::Hear { part: of.to_owned(), words: spoken.to_owned() };
    Press::new(look, part, Skin::bare(look), content).does(Some(event)).into()
}

/// A small round-cornered box with an icon and a word: a status.
#[must_use]
pub fn chip<'a, M: 'a>(look: &Look, id: &str, tone: Tone, sign: &Sign) -> View<'a, M> {
    let (ink, back) = tones(look, tone);
    let style = if look.class == look::Class::Tight { Style::Staff } else { Style::SmallStrong };
    let content = row![pictures::icon(sign.icon, 22.0, ink), label_in(look, id, style, (&sign.phrase, ink)),]
        .spacing(8)
        .align_y(Center);
    let chip = container(content)
        .padding(Padding::from([3.0, 12.0]))
        .style(move |_| bordered(back, ink, 2.0, look::CHIP_RADIUS));
    said(look, Part::new(id, Role::Label, &sign.phrase), chip)
}

/// The words and the ground of a tone.
#[must_use]
pub fn tones(look: &Look, tone: Tone) -> (Color, Color) {
    let colours = look.colours();
    match tone {
        Tone::Good => (colours.good, colours.goodtint),
        Tone::Wait => (colours.wait, colours.waittint),
        Tone::Danger => (colours.danger, colours.dangertint),
    }
}

/// A line icon and words, which are one part.
#[must_use]
pub fn sign<'a, M: 'a>(look: &Look, id: &str, sign: &Sign) -> View<'a, M> {
    let soft = look.colours().soft;
    let content =
        row![pictures::icon(sign.icon, 26.0, soft), label_in(look, id, Style::SmallStrong, (&sign.phrase, soft)),]
            .spacing(8)
            .align_y(Center);
    said(look, Part::new(id, Role::Label, &sign.phrase), content)
}

/// Plain ground for a container.
#[must_use]
pub fn ground(colour: Color, radius: f32) -> container::Style {
    container::Style {
        background: Some(colour.into()),
        border: Border { radius: radius.into(), ..Border::default() },
        ..container::Style::default()
    }
}

/// Ground with a border, for a container.
#[must_use]
pub fn bordered(back: Color, edge: Color, width: f32, radius: f32) -> container::Style {
    container::Style {
        background: Some(back.into()),
        border: Border { color: edge, width, radius: radius.into() },
        ..container::Style::default()
    }
}

/// A button that is only an icon, with a name for those who hear: play, plus, minus.
#[must_use]
pub fn round<'a, M: Clone + 'a>(look: &Look, button: &Button<M>, side: f32) -> View<'a, M> {
    let mut skin = match button.strength {
        _ if button.does.is_none() => Skin::off(look),
        Strength::Voice => Skin::voice(look),
        Strength::Primary => Skin::primary(look),
        _ => Skin::quiet(look),
    };
    skin = skin.small();
    if button.strength == Strength::Voice {
        skin.radius = side / 2.0;
    }
    let name = button.icon.unwrap_or("circle");
    let content = container(pictures::icon(name, side * 0.5, skin.ink)).center(Fill);
    let part = Part::new(&button.id, Role::Button, &button.phrase);
    Press::new(look, part, skin, content).does(button.does.clone()).size(side, side).into()
}

/// Words with no part of their own, centred: the number on a plate.
#[must_use]
pub fn plain<'a, M: 'a>(look: &Look, style: Style, (words, colour): (&str, Color)) -> View<'a, M> {
    Element::from(
        text(words.to_owned())
            .size(style.size(look))
            .line_height(iced::Pixels(style.line(look)))
            .font(style.font(look))
            .color(colour),
    )
}

/// Letters at a size of their own, in hundredths of the usual one.
#[must_use]
pub fn sample<'a, M: 'a>(look: &Look, (words, colour): (&str, Color), hundredths: u16) -> View<'a, M> {
    let size = Style::Body.size(look) * f32::from(hundredths) / 100.0;
    Element::from(text(words.to_owned()).size(size).font(Style::Question.font(look)).color(colour))
}

/// A phrase for pieces that only repeat what a control already says.
#[must_use]
pub fn silent(words: &str) -> Phrase {
    Phrase::own(words)
}
