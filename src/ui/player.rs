//! A recording to hear: play, a bar, how far it is, and whose voice it is.
use iced::widget::{Space, column, container, row};
use iced::{Center, Fill};

use super::buttons;
use super::look::Look;
use super::page::{Button, Strength};
use super::part::{Part, Role};
use super::said::{label_in, said};
use super::text::{self as letters, Style};
use super::{Event, View};
use crate::words::Phrase;

/// A recording, as a screen describes it.
pub struct Player<M> {
    /// Its name in this screen.
    pub id: String,
    /// Whether it plays.
    pub playing: bool,
    /// How far it is, 0 to 1.
    pub part: f32,
    /// Whose voice, and how far: "18 of 40 seconds".
    pub words: Phrase,
    /// The name of its button: "Play" or "Pause".
    pub button: Phrase,
    /// What the button does.
    pub does: Option<Event<M>>,
}

/// The height of a player.
pub const HEIGHT: f32 = 62.0;

/// Draws a player this wide.
#[must_use]
pub fn player<'a, M: Clone + 'a>(look: &Look, player: Player<M>, width: f32) -> View<'a, M> {
    let colours = look.colours();
    let Player { id, playing, part, words, button, does } = player;
    let icon = if playing { "pause" } else { "play" };
    let key = Button {
        does,
        strength: Strength::Voice,
        icon: Some(icon),
        ..Button::event(format!("{id}-play"), button, Event::Escape)
    };
    let key = buttons::round(look, &key, 58.0);
    let room = (width - 58.0 - 14.0).max(40.0);
    let (voice, plate) = (colours.voice, colours.plate);
    let inside = room - 4.0;
    let filled = container(Space::new().width((inside * part.clamp(0.0, 1.0)).max(0.0)).height(10))
        .style(move |_| buttons::ground(voice, 3.0));
    let bar =
        container(filled).width(room).height(14).padding(2).style(move |_| buttons::bordered(plate, voice, 2.0, 7.0));
    let name = format!("{id}-length");
    let line = label_in(look, &name, Style::SmallStrong, (&words, colours.voice));
    let length = said(look, Part::new(&name, Role::Label, &words).quiet(), line);
    row![key, column![bar, length].spacing(4).width(room)]
        .spacing(14)
        .align_y(Center)
        .height(HEIGHT)
        .width(width)
        .into()
}

/// The level ring: 28 parts, of which `lit` are thick. It moves only with sound that is kept.
#[must_use]
pub fn level_ring<'a, M: 'a>(look: &Look, lit: u8, side: f32) -> View<'a, M> {
    let colours = look.colours();
    let hex = |colour: iced::Color| {
        let [r, g, b, _] = colour.into_rgba8();
        format!("#{r:02x}{g:02x}{b:02x}")
    };
    let (voice, line, on) = (hex(colours.voice), hex(colours.line), hex(colours.onvoice));
    let parts: String = (0..28)
        .map(|part| {
            let turn = f32::from(part) * 360.0 / 28.0;
            if part < i16::from(lit) {
                format!(
                    r#"<rect x="144" y="8" width="22" height="24" fill="{voice}" transform="rotate({turn} 155 155)"/>"#
                )
            } else {
                format!(
                    r#"<rect x="144" y="18" width="22" height="6" fill="{line}" transform="rotate({turn} 155 155)"/>"#
                )
            }
        })
        .collect();
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 310 310">{parts}<circle cx="155" cy="155" r="106" fill="{voice}"/><g fill="none" stroke="{on}" stroke-width="8" stroke-linecap="round" stroke-linejoin="round"><rect x="138" y="104" width="34" height="62" rx="17"/><path d="M120 144a35 35 0 0 0 70 0M155 180v24M133 204h44"/></g></svg>"#
    );
    super::pictures::drawn(svg, iced::Size::new(side, side))
}

/// The red strip: we are recording.
#[must_use]
pub fn recording_strip<'a, M: 'a>(look: &Look, (words, so_far): (&Phrase, &Phrase), height: f32) -> View<'a, M> {
    let colours = look.colours();
    let (danger, on) = (colours.danger, colours.ondanger);
    let disc = container(Space::new()).width(26).height(26).style(move |_| buttons::ground(on, 13.0));
    let style = if look.one_column() { Style::SmallStrong } else { Style::Primary };
    let left = label_in(look, "recording", style, (words, on));
    let needed = letters::width(look, style, &words.shown) + letters::width(look, Style::SmallStrong, &so_far.shown);
    // That it records matters more than for how long.
    let right = (needed + 140.0 < look.frame().heading.width)
        .then(|| label_in(look, "so-far", Style::SmallStrong, (so_far, on)));
    let line = row![disc, container(left).width(Fill)].push(right).spacing(18).align_y(Center).height(Fill);
    let strip =
        container(line).padding([0.0, 24.0]).width(Fill).height(height).style(move |_| buttons::ground(danger, 14.0));
    said(look, Part::new("recording", Role::Status, words), strip)
}
