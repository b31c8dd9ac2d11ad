//! The one walk over the open screen: what it finds serves keys, speech, screen readers and tests.
use std::any::Any;

use iced::advanced::widget::operation::Outcome;
use iced::advanced::widget::{Id, Operation, operate};
use iced::{Point, Rectangle, Task};

use super::part::{Begins, Found, Report, Zone};

/// Where the focus goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Towards {
    /// To the next control.
    Next,
    /// To the one before.
    Previous,
    /// To the nearest one on the left.
    Left,
    /// To the nearest one on the right.
    Right,
    /// To the nearest one above.
    Up,
    /// To the nearest one below.
    Down,
}

/// Reads all parts of the open screen, in reading order.
pub fn walk() -> Task<Vec<Found>> {
    operate(Walk::default())
}

/// Presses the control of this name, as a screen reader asks.
pub fn press<T: Send + 'static>(id: String) -> Task<T> {
    operate(PressOne { id })
}

/// The operation behind [`walk`].
#[derive(Debug, Default)]
pub struct Walk {
    found: Vec<Found>,
    zone: Zone,
}

impl Operation<Vec<Found>> for Walk {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Vec<Found>>)) {
        operate(self);
    }

    fn custom(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn Any) {
        if let Some(Begins(zone)) = state.downcast_ref() {
            self.zone = *zone;
        } else if let Some(report) = state.downcast_ref::<Report>() {
            self.found.push(Found { part: report.part.clone(), zone: self.zone, bounds });
        }
    }

    fn finish(&self) -> Outcome<Vec<Found>> {
        Outcome::Some(self.found.clone())
    }
}

struct PressOne {
    id: String,
}

impl<T> Operation<T> for PressOne {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn custom(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Any) {
        if let Some(report) = state.downcast_mut::<Report>() {
            report.press |= report.part.id == self.id;
        }
    }
}

/// The controls that keys can act on, in reading order.
pub fn controls(found: &[Found]) -> impl Iterator<Item = &Found> {
    found.iter().filter(|found| found.part.role.is_control() && !found.part.disabled)
}

/// The control to go to from the one that has the focus. Round and round; `None` only where there is no control.
#[must_use]
pub fn next<'f>(found: &'f [Found], focus: Option<&str>, towards: Towards) -> Option<&'f Found> {
    let all: Vec<_> = controls(found).collect();
    let now = focus.and_then(|id| all.iter().position(|found| found.part.id == id));
    let count = all.len();
    let index = match (towards, now) {
        (Towards::Previous | Towards::Up | Towards::Left, None) => count.checked_sub(1)?,
        (_, None) => 0,
        (Towards::Next, Some(now)) => (now + 1) % count,
        (Towards::Previous, Some(now)) => (now + count - 1) % count,
        (towards, Some(now)) => nearest(&all, now, towards).unwrap_or(now),
    };
    all.get(index).copied()
}

/// The nearest control in a direction: near along it counts once, aside from it twice.
fn nearest(all: &[&Found], now: usize, towards: Towards) -> Option<usize> {
    let from = all.get(now)?.bounds;
    let score = |to: Rectangle| -> Option<f32> {
        let (along, aside) = match towards {
            Towards::Left => (from.x - (to.x + to.width), apart(from.y, from.height, to.y, to.height)),
            Towards::Right => (to.x - (from.x + from.width), apart(from.y, from.height, to.y, to.height)),
            Towards::Up => (from.y - (to.y + to.height), apart(from.x, from.width, to.x, to.width)),
            _ => (to.y - (from.y + from.height), apart(from.x, from.width, to.x, to.width)),
        };
        // An ear lies inside its tile, so edges may overlap: the middle decides then.
        let middle = ahead(from.center(), to.center(), towards);
        (middle > 1.0).then_some(along.max(0.0) + 2.0 * aside + middle / 1000.0)
    };
    all.iter()
        .enumerate()
        .filter(|(index, _)| *index != now)
        .filter_map(|(index, found)| Some((index, score(found.bounds)?)))
        .min_by(|(_, a), (_, b)| a.total_cmp(b))
        .map(|(index, _)| index)
}

fn ahead(from: Point, to: Point, towards: Towards) -> f32 {
    match towards {
        Towards::Left => from.x - to.x,
        Towards::Right => to.x - from.x,
        Towards::Up => from.y - to.y,
        _ => to.y - from.y,
    }
}

/// How far two stretches of a line are apart; 0 where they overlap.
fn apart(a: f32, a_length: f32, b: f32, b_length: f32) -> f32 {
    (b - (a + a_length)).max(a - (b + b_length)).max(0.0)
}

/// What "read me this screen" says: the parts in reading order, without ears and fixed keys.
pub fn readable(found: &[Found]) -> impl Iterator<Item = &Found> {
    found.iter().filter(|found| !found.part.quiet && !found.part.spoken.trim().is_empty())
}
