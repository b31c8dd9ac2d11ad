//! Places are read out one after the other, until somebody says: that one.
use std::time::Duration;

use iced::Subscription;
use iced::keyboard::Modifiers;
use iced::keyboard::key::{Key, Named};

use crate::domain::place::PlaceId;
use crate::screen::{Action, Ctx, Step};
use crate::ui::keys::Struck;
use crate::words::Phrase;

/// How often it looks whether the voice has ended.
const BEAT: Duration = Duration::from_millis(200);
/// Quiet beats after a name: time to say yes.
const TIME_TO_ANSWER: u32 = 10;
/// Quiet beats before the first name, in which the heading begins to be said.
const TIME_TO_BEGIN: u32 = 5;
/// Quiet beats after which a name counts as said, though nobody heard the voice begin.
const NO_VOICE: u32 = 20;

/// Places while they are read out.
#[derive(Debug)]
pub struct Reading {
    all: Vec<PlaceId>,
    /// Which one, from 0. As many as there are: all were read.
    at: usize,
    going: bool,
    said: Said,
    /// Beats without a voice.
    quiet: u32,
}

/// How far the name of a place is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Said {
    /// It is not yet.
    Not,
    /// The voice is asked to.
    Asked,
    /// The voice was heard.
    Heard,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Some time has gone by.
    Beat,
    /// Waits, or goes on.
    Pause,
    /// That is the place.
    Yes,
    /// The next one.
    Next,
    /// The one before.
    Before,
    /// From the first one again.
    Again,
    /// Reads no more.
    Stop,
}

/// The keys, which no button has while none is picked.
#[must_use]
pub fn key(struck: &Struck) -> Option<Message> {
    let Key::Named(named) = struck.key else { return None };
    if struck.modifiers != Modifiers::empty() {
        return None;
    }
    Some(match named {
        Named::Enter => Message::Yes,
        Named::Space => Message::Pause,
        Named::ArrowRight | Named::ArrowDown => Message::Next,
        Named::ArrowLeft | Named::ArrowUp => Message::Before,
        Named::Escape => Message::Stop,
        _ => return None,
    })
}

impl Reading {
    /// Begins with the first one.
    #[must_use]
    pub fn begin(all: Vec<PlaceId>) -> Self {
        Self { all, at: 0, going: true, said: Said::Not, quiet: 0 }
    }

    /// The place that is read. `None`: all were.
    #[must_use]
    pub fn now(&self) -> Option<&PlaceId> {
        self.all.get(self.at)
    }

    /// Which one it is, from 1, and of how many.
    #[must_use]
    pub fn count(&self) -> (usize, usize) {
        (self.at + 1, self.all.len())
    }

    /// Whether it goes on by itself.
    #[must_use]
    pub fn is_going(&self) -> bool {
        self.going
    }

    /// Takes what happened, and gives the place once somebody says yes.
    pub fn update(&mut self, ctx: Ctx<'_>, message: Message) -> (Option<PlaceId>, Action<Message>) {
        match message {
            Message::Beat => return (None, self.beat(ctx)),
            Message::Pause => {
                self.going = !self.going;
                if self.going {
                    return (None, self.say(ctx));
                }
                return (None, Action::step(Step::Hush));
            }
            Message::Yes => {
                let hush = self.now().map(|_| Step::Hush).into_iter().collect();
                return (self.now().cloned(), Action::steps(hush));
            }
            Message::Next => self.at = (self.at + 1).min(self.all.len()),
            Message::Before => self.at = self.at.saturating_sub(1),
            Message::Again => (self.at, self.going) = (0, true),
            // Wherever it began.
            Message::Stop => return (None, Action::step(Step::Back)),
        }
        // Who goes by hand hears each, also while it does not go on by itself.
        (None, self.say(ctx))
    }

    /// What it listens to.
    pub fn subscription(&self) -> Subscription<Message> {
        if self.going && self.now().is_some() {
            return iced::time::every(BEAT).map(|_| Message::Beat);
        }
        Subscription::none()
    }

    fn beat(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        if ctx.look.speaking.is_some() {
            self.quiet = 0;
            if self.said == Said::Asked {
                self.said = Said::Heard;
            }
            return Action::none();
        }
        self.quiet += 1;
        let enough = match self.said {
            Said::Not => TIME_TO_BEGIN,
            Said::Asked => NO_VOICE,
            Said::Heard => TIME_TO_ANSWER,
        };
        if self.quiet < enough {
            return Action::none();
        }
        if self.said != Said::Not {
            self.at += 1;
        }
        self.say(ctx)
    }

    /// Says the name of the place, or that all were read.
    fn say(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        (self.said, self.quiet) = (Said::Asked, 0);
        let words = match self.now() {
            Some(id) => ctx.store.place(id).map(|place| Phrase::own(&place.name)),
            None => Some(ctx.phrase("find-end")),
        };
        Action::steps(words.map(Step::Say).into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_does_one_thing_and_others_do_nothing() {
        let struck = |named, modifiers| Struck { key: Key::Named(named), modifiers };
        let of = |named| key(&struck(named, Modifiers::empty())).map(|message| format!("{message:?}"));
        let keys = [Named::Enter, Named::Space, Named::ArrowRight, Named::ArrowLeft, Named::Escape, Named::Tab];
        let does = ["Yes", "Pause", "Next", "Before", "Stop"].map(|does| Some(does.to_owned()));
        assert_eq!(keys.map(of).to_vec(), [does.to_vec(), vec![None]].concat());
        assert!(key(&struck(Named::ArrowLeft, Modifiers::ALT)).is_none());
    }
}
