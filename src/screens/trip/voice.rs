//! The voice that somebody recorded for a step: heard on its card, in the place of the computer's.
use std::time::Duration;

use iced::Subscription;

use crate::domain::debrief::ClipId;
use crate::domain::route::StepNote;
use crate::playback::Playback;
use crate::problem::Problem;
use crate::screen::{Action, Ctx};
use crate::screens::clips::{hear, heard};
use crate::ui::{Button, Strength};

/// The voice of the open step.
#[derive(Debug)]
pub struct Voice(Playback);

/// What can happen to it.
#[derive(Debug, Clone)]
pub enum Message {
    /// Hears it, or stops hearing it.
    Hear(ClipId),
    /// Its sound has been read.
    Loaded(ClipId, Result<Vec<u8>, Problem>),
    /// Time to look how far it is.
    Look,
}

impl Default for Voice {
    fn default() -> Self {
        Self(Playback::Closed)
    }
}

impl Voice {
    /// Takes what happened.
    pub fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Hear(clip) => return hear(&mut self.0, ctx, clip, Message::Loaded),
            Message::Loaded(clip, sound) => return heard(&mut self.0, ctx, (clip, sound)),
            Message::Look => {
                if let Playback::Open(open) = &mut self.0 {
                    open.look();
                }
            }
        }
        Action::none()
    }

    /// The step is another: nothing is heard any more.
    pub fn stop(&mut self) {
        self.0 = Playback::Closed;
    }

    /// How far it is.
    #[must_use]
    pub fn playback(&self) -> &Playback {
        &self.0
    }

    /// What it listens to while it plays.
    pub fn subscription(&self) -> Subscription<Message> {
        if self.0.is_playing() {
            return iced::time::every(Duration::from_millis(200)).map(|_| Message::Look);
        }
        Subscription::none()
    }

    /// The button that plays it, where there is one.
    #[must_use]
    pub fn button<M>(&self, ctx: Ctx<'_>, note: &StepNote, wrap: fn(Message) -> M) -> Option<Button<M>> {
        let clip = note.clip.clone().filter(|clip| ctx.store.clip(clip).is_some())?;
        let (key, icon) = if self.0.is_playing() { ("step-voice-stop", "pause") } else { ("step-voice", "play") };
        let button = Button::new("step-voice", ctx.phrase(key), wrap(Message::Hear(clip)));
        Some(button.icon(icon).strength(Strength::Voice))
    }
}
