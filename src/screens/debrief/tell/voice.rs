//! Answering a question with the voice: who will hear it first, then the recording.
use crate::domain::debrief::Given;
use crate::domain::questions::Stream;
use crate::screen::{Action, Ctx, Step};
use crate::screens::debrief::speak::{self, Asked, News, Speak};
use crate::ui::{Body, Button, Page, Strength, rows};
use crate::words::{Arg, Phrase};

use super::{Face, Message, Tell};

impl Tell {
    pub(super) fn is_recording(&self) -> bool {
        matches!(&self.face, Face::Voice(speak) if speak.is_recording())
    }

    pub(super) fn speak_of(&self, ctx: Ctx<'_>) -> Speak {
        let answer = self.telling.answer(self.telling.at);
        Speak::open(ctx, answer.and_then(|answer| answer.clip.as_ref()))
    }

    pub(super) fn open_voice(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        self.turn(Face::Voice(self.speak_of(ctx)))
    }

    /// Back to the tiles. What was said is kept.
    pub(super) fn leave_voice(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        self.face = Face::Tiles;
        self.keep(ctx)
    }

    pub(super) fn speak(&mut self, ctx: Ctx<'_>, message: speak::Message) -> Action<Message> {
        let Face::Voice(speak) = &mut self.face else { return Action::none() };
        let (news, action) = speak.update(ctx, message);
        let action = action.map(Message::Speak);
        let News::Began(clip) = news else { return action };
        let ask = self.telling.at;
        let answer = self.telling.answer_mut(ask);
        answer.clip = Some(clip);
        answer.given = Given::Answer;
        self.keep(ctx).and(action)
    }

    /// Keeps what was said. A worry can be heard by the lead at once.
    pub(super) fn keep_voice(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let kept = self.leave_voice(ctx);
        let answer = self.telling.answer(self.telling.at);
        let clip = answer.and_then(|answer| answer.clip.clone());
        match clip {
            Some(clip) if self.telling.at.stream() == Some(Stream::Safety) => {
                let concern = self.telling.concern(ctx.now());
                kept.then(Step::ShareSound(clip, concern.space()))
            }
            _ => kept,
        }
    }

    pub(super) fn who_hears_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let heard_by = self.heard_by(ctx, "who-hears").with_picture("told-team");
        let body = Body::rows(move |look, width| {
            let mut lines = vec![rows::line(look, "who-hears-who", &heard_by, width)];
            for key in ["who-hears-letters", "who-hears-quiet", "who-hears-no"] {
                lines.push(rows::line(look, key, &ctx.phrase(key), width));
            }
            lines
        });
        Page::new("who-hears", ctx.phrase("who-hears"), body)
            .action(Button::new("use-pictures", ctx.phrase("use-pictures"), Message::UsePictures).icon("photo"))
            .primary(
                Button::new("who-hears-ok", ctx.phrase("who-hears-ok"), Message::KnowsWhoHears)
                    .icon("check")
                    .strength(Strength::Primary),
            )
    }

    /// Who will hear this answer.
    fn heard_by(&self, ctx: Ctx<'_>, key: &str) -> Phrase {
        let stream = match self.telling.at.stream() {
            Some(Stream::Me) => "me",
            Some(Stream::Safety) => "safety",
            Some(Stream::Visit) | None => "visit",
        };
        let practitioner = ctx.team.practitioners_of(ctx.me).next().map(|person| person.name.clone());
        ctx.words.phrase_with(
            &format!("{key}-{stream}"),
            [("lead", Arg::from(ctx.lead_name())), ("practitioner", Arg::from(practitioner.unwrap_or_default()))],
        )
    }

    pub(super) fn voice_page<'a>(&'a self, ctx: Ctx<'a>, speak: &'a Speak) -> Page<'a, Message> {
        let asked = Asked {
            name: self.telling.at.key(),
            heading: self.heading(ctx),
            heard_by: self.heard_by(ctx, "speak-who"),
            letters: true,
        };
        let page = speak.can_keep(ctx, speak.page(ctx, asked, Message::Speak), Message::KeepVoice);
        if speak.is_recording() {
            return page;
        }
        page.action(Button::new("use-pictures", ctx.phrase("use-pictures"), Message::UsePictures).icon("photo"))
            .action(Button::new("i-want-to-type", ctx.phrase("i-want-to-type"), Message::UseTyping).icon("pencil"))
    }
}
