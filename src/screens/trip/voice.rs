//! The voice that somebody recorded for a step: heard on its card, in the place of the computer's.
use crate::domain::route::StepNote;
use crate::screen::Ctx;
use crate::screens::clips::{Message, Voice};
use crate::ui::{Button, Strength};

/// The button that plays the voice of a step, where there is one.
#[must_use]
pub fn button<M>(voice: &Voice, ctx: Ctx<'_>, note: &StepNote, wrap: fn(Message) -> M) -> Option<Button<M>> {
    let clip = note.clip.clone().filter(|clip| ctx.store.clip(clip).is_some())?;
    let (key, icon) = if voice.is_playing() { ("step-voice-stop", "pause") } else { ("step-voice", "play") };
    let button = Button::new("step-voice", ctx.phrase(key), wrap(Message::Hear(clip)));
    Some(button.icon(icon).strength(Strength::Voice))
}
