//! How far something is: a bar that fills, and says so to the screen reader.
use iced::widget::{Space, container};
use iced::{Fill, Padding};

use super::buttons;
use super::look::Look;
use super::page::Row;
use super::part::{Part, Role};
use super::said::said;
use crate::words::Phrase;

/// A bar under these words, filled from 0 to 1.
#[must_use]
pub fn bar<'a, M: Clone + 'a>(look: &Look, id: &str, (words, done): (&Phrase, f32), width: f32) -> Row<'a, M> {
    let colours = look.colours();
    let (action, plate, line) = (colours.action, colours.plate, colours.line);
    let height = 28.0;
    let filled = container(Space::new().width(((width - 8.0) * done).max(0.0)).height(height - 8.0))
        .style(move |_| buttons::ground(action, 8.0));
    let bar = container(filled)
        .padding(Padding::new(4.0))
        .width(Fill)
        .height(height)
        .style(move |_| buttons::bordered(plate, line, 2.0, 12.0));
    let mut part = Part::new(id, Role::ProgressIndicator, words).quiet();
    part.value = Some(format!("{}", (done * 100.0).round()));
    Row { height, view: said(look, part, bar) }
}
