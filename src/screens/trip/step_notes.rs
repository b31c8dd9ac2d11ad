//! All steps of a way that is kept, with the voice and the photo of each: one after the other they are made.
use iced::Task;

use super::card::Card;
use super::steps::cards::Clock;
use super::walk::{self, Of, Walk};
use crate::domain::person::Role;
use crate::domain::route::{StepKey, StepNote};
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::ui::{Body, Button, Lead, Page, Strength, Tile, rows};
use crate::words::Phrase;

/// The steps of a way.
#[derive(Debug)]
pub struct StepNotes {
    of: Of,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Opens the step of this number, from 0.
    Show(usize),
    /// Is done.
    Done,
}

/// A step, for who adds to it.
#[derive(Debug, Clone)]
pub struct About {
    /// What it is known by.
    pub step: StepKey,
    /// What there is to do.
    pub heading: Phrase,
}

/// Some steps of a way, one of which is open.
#[derive(Debug, Clone)]
pub struct Along {
    behind: Vec<About>,
    here: About,
    /// The next one is the last of them.
    ahead: Vec<About>,
}

impl Along {
    /// One step alone.
    #[must_use]
    pub fn one(here: About) -> Self {
        Self { behind: Vec::new(), here, ahead: Vec::new() }
    }

    /// These steps, with the one of this number open. `None` where there is none.
    fn new(mut steps: Vec<About>, at: usize) -> Option<Self> {
        let mut ahead = steps.split_off(at.min(steps.len()));
        ahead.reverse();
        Some(Self { behind: steps, here: ahead.pop()?, ahead })
    }

    /// The one that is open.
    #[must_use]
    pub fn here(&self) -> &About {
        &self.here
    }

    /// How many are behind.
    #[must_use]
    pub fn behind(&self) -> usize {
        self.behind.len()
    }

    /// Whether none comes after.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.ahead.is_empty()
    }

    /// Opens the next one, if there is one.
    pub fn forward(&mut self) {
        if let Some(next) = self.ahead.pop() {
            self.behind.push(std::mem::replace(&mut self.here, next));
        }
    }

    /// Opens the one before, if there is one.
    pub fn back(&mut self) {
        if let Some(before) = self.behind.pop() {
            self.ahead.push(std::mem::replace(&mut self.here, before));
        }
    }

    /// Which one is open, from 1, and of how many. One that is alone is not counted.
    #[must_use]
    pub fn place(&self) -> Option<(usize, usize)> {
        let all = self.behind.len() + 1 + self.ahead.len();
        (all > 1).then_some((self.behind.len() + 1, all))
    }
}

impl Screen for StepNotes {
    type Opens = Of;
    type Message = Message;
    const HEADING: &'static str = "note-steps";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(_ctx: Ctx<'_>, of: Of) -> (Self, Task<Message>) {
        (Self { of }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Show(at) => {
                let Some(walk) = walk::of(ctx, &self.of, Clock::Off) else { return Action::none() };
                let about =
                    |(card, note): (&Card, &StepNote)| About { step: note.step.clone(), heading: card.heading.clone() };
                let along = Along::new(steps(&walk).map(about).collect(), at);
                along.map_or_else(Action::none, |along| Action::step(Step::Go(Place::StepNote(Box::new(along)))))
            }
            Message::Done => Action::step(Step::Back),
        }
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let Some(walk) = walk::of(ctx, &self.of, Clock::Off) else {
            let gone = ctx.phrase("route-gone");
            let body = Body::rows(move |look, width| vec![rows::line(look, "route-gone", &gone, width)]);
            return Page::new("note-steps-gone", ctx.phrase("note-steps"), body);
        };
        let tile = |(at, (card, note)): (usize, (&Card, &StepNote))| {
            let heading = card.heading.clone().with_picture(card.picture);
            let mut tile = Tile::opens(format!("note-steps-{at}"), heading, Message::Show(at));
            tile.over = Some(Phrase::own((at + 1).to_string()));
            tile.under = has(note).map(|key| ctx.phrase(key));
            match &card.photo {
                Some(photo) => tile.lead(Lead::Photo(photo.clone())),
                None => tile,
            }
        };
        let tiles = steps(&walk).enumerate().map(tile).collect();
        let done = Button::new("note-done", ctx.phrase("own-done"), Message::Done).icon("check");
        Page::new("note-steps", ctx.phrase("note-steps"), Body::tiles(tiles))
            .about("route", walk.title.clone())
            .primary(done.strength(Strength::Primary))
    }
}

/// The steps to which something can be added, each with what is there.
fn steps(walk: &Walk) -> impl Iterator<Item = (&Card, &StepNote)> {
    walk.steps.iter().filter_map(|card| Some((card, card.note.as_ref()?)))
}

/// The key of what there is of somebody's own.
fn has(note: &StepNote) -> Option<&'static str> {
    match (&note.clip, &note.photo) {
        (Some(_), Some(_)) => Some("note-has-both"),
        (Some(_), None) => Some("note-has-voice"),
        (None, Some(_)) => Some("note-has-photo"),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::route::StepKind;

    fn about(number: usize) -> About {
        let step = StepKey { kind: StepKind::Own, line: String::new(), stop: number.to_string() };
        About { step, heading: Phrase::own(number.to_string()) }
    }

    /// The number of the open step, read from what it is about.
    fn here(along: &Along) -> usize {
        along.here().heading.shown.parse().expect("a number")
    }

    #[test]
    fn steps_are_gone_along_in_their_order_and_no_further_than_their_ends() {
        for all in 1..5 {
            for at in 0..all {
                let mut along = Along::new((0..all).map(about).collect(), at).expect("there is one");
                assert_eq!((here(&along), along.behind()), (at, at));
                for next in at + 1..all + 2 {
                    assert_eq!(along.is_last(), next >= all);
                    along.forward();
                    assert_eq!(here(&along), next.min(all - 1));
                    assert_eq!(along.place(), (all > 1).then_some((next.min(all - 1) + 1, all)));
                }
                for before in (0..all).rev().skip(1) {
                    along.back();
                    assert_eq!(here(&along), before);
                }
                along.back();
                assert_eq!(here(&along), 0);
            }
            assert!(Along::new((0..all).map(about).collect(), all).is_none(), "there is no such step");
        }
        assert!(Along::new(Vec::new(), 0).is_none());
        assert_eq!(Along::one(about(7)).place(), None, "one that is alone is not counted");
    }
}
