//! A card to hold up to somebody: words as large as they go, and a number to ring.
use iced::widget::{column, container};
use iced::{Center, Fill, Size};

use super::part::{Part, Role};
use super::said::{label, said};
use super::text::{self as letters, Style};
use super::{Look, View, rows};
use crate::words::Phrase;

/// The sizes of the letters, the largest first.
const SIZES: [u16; 9] = [84, 72, 60, 52, 44, 38, 32, 27, 24];
/// Between the words and the edge of the card.
const EDGE: f32 = 20.0;

/// Draws the card.
#[must_use]
pub fn card<'a, M: Clone + 'a>(look: &Look, (words, number): (&Phrase, Option<&Phrase>), room: Size) -> View<'a, M> {
    let inside = Size::new(room.width - 2.0 * EDGE - 8.0, room.height - 2.0 * EDGE - 8.0);
    let number_style = number.map(|number| {
        let place = Size::new(inside.width, (inside.height / 3.0).min(110.0));
        letters::number(look, &number.shown, place)
    });
    let below = number_style.map_or(0.0, |style| style.line(look) + EDGE);
    let fits = |style: &Style| {
        let longest = words.shown.split_whitespace().map(|word| letters::width(look, *style, word)).fold(0.0, f32::max);
        longest <= inside.width && letters::height(look, *style, &words.shown, inside.width) + below <= inside.height
    };
    let style = SIZES.into_iter().map(Style::Number).find(fits).unwrap_or(Style::Label);
    let mut lines = column![label(look, "card", style, words)].spacing(EDGE);
    if let (Some(number), Some(style)) = (number, number_style) {
        lines = lines.push(label(look, "card", style, number));
    }
    let all = Phrase::joined(std::iter::once(words).chain(number));
    let shown = said(look, Part::new("card", Role::Label, &all), container(lines).center_y(Fill).width(Fill));
    rows::boxed(look, room.height, container(shown).align_y(Center).padding(EDGE))
}
