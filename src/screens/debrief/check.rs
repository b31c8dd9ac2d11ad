//! Check and send: hear and see the answers, change one, choose who hears the part about me, send.
use iced::Task;
use jiff::civil::DateTime;

use crate::domain::debrief::{Answer, ClipId, DebriefId, Given, Share, Stage, Telling};
use crate::domain::person::Role;
use crate::domain::questions::{Ask, Pick, Stream};
use crate::domain::record::Record;
use crate::domain::space::Space;
use crate::domain::story::{StoryStep, What};
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::clips::{self, Voice, clip_player};
use crate::screens::debrief::{answer_pictures, answer_words, question, tell};
use crate::ui::player::{self, player};
use crate::ui::rows::{self, OwnWords, own_words};
use crate::ui::{Banner, Body, Button, Look, Mark, Page, Row, Sign, Strength, Tile, Tone};
use crate::words::Arg;

/// Checking and sending.
#[derive(Debug)]
pub struct Check {
    telling: Telling,
    voice: Voice,
    sending: Sending,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sending {
    NotYet,
    OnItsWay,
    Failed(Problem),
}

/// What can happen while checking.
#[derive(Debug, Clone)]
pub enum Message {
    /// Hears a clip, or stops hearing it.
    Voice(clips::Message),
    /// Changes an answer.
    Change(Ask),
    /// Answers what has no answer yet.
    AddMore,
    /// It is right.
    Right,
    /// Chooses who hears the part about me.
    Share(Share),
    /// Has chosen.
    Shared,
    /// Sends it later.
    Later,
    /// Sends it.
    Send,
    /// It has been sent, or not.
    Sent(Result<(), Problem>),
}

impl Screen for Check {
    type Opens = DebriefId;
    type Message = Message;
    const HEADING: &'static str = "check";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(ctx: Ctx<'_>, debrief: DebriefId) -> (Self, Task<Message>) {
        let telling = ctx.store.telling(&debrief).unwrap_or_else(|| {
            // Only a place that was made by hand names a debrief that is not there.
            Telling::begin(debrief, ctx.me.id.clone(), ctx.now())
        });
        (Self { telling, voice: Voice::default(), sending: Sending::NotYet }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Voice(message) => self.voice.update(ctx, message).map(Message::Voice),
            Message::Change(ask) => {
                Action::step(Step::Go(Place::Tell(tell::Opens::Change(self.telling.id.clone(), ask))))
            }
            Message::AddMore => self.add_more(ctx),
            Message::Right => self.right(),
            Message::Share(share) => {
                self.telling.share = Some(share);
                self.keep()
            }
            Message::Shared => self.go_to(Stage::Sending),
            Message::Later => self.keep().then(Step::Home),
            Message::Send => self.send(ctx),
            Message::Sent(Ok(())) => {
                self.telling.stage = Stage::Sent;
                let story = Place::Story(self.telling.id.clone());
                self.keep().then(Step::Instead(story))
            }
            Message::Sent(Err(problem)) => {
                self.sending = Sending::Failed(problem);
                Action::step(Step::Say(ctx.problem(problem)))
            }
        }
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match self.telling.stage {
            Stage::Sharing => self.share_page(ctx),
            Stage::Sending | Stage::Sent => self.send_page(ctx),
            Stage::Asking | Stage::Checking => self.check_page(ctx),
        }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        // What is on its way is not changed any more.
        if matches!(self.sending, Sending::OnItsWay) {
            return Some(Action::none());
        }
        let before = match self.telling.stage {
            Stage::Sending if self.has_me() => Stage::Sharing,
            Stage::Sending | Stage::Sharing => Stage::Checking,
            Stage::Asking | Stage::Checking | Stage::Sent => return None,
        };
        Some(self.go_to(before))
    }

    fn subscription(&self) -> iced::Subscription<Message> {
        self.voice.subscription().map(Message::Voice)
    }
}

impl Check {
    fn keep(&self) -> Action<Message> {
        Action::step(Step::Keep(Record::Telling(self.telling.clone())))
    }

    fn go_to(&mut self, stage: Stage) -> Action<Message> {
        self.telling.stage = stage;
        self.sending = Sending::NotYet;
        self.keep()
    }

    fn has_me(&self) -> bool {
        !self.telling.of(Stream::Me).is_empty()
    }

    fn right(&mut self) -> Action<Message> {
        self.voice.stop();
        let next = if self.has_me() { Stage::Sharing } else { Stage::Sending };
        self.go_to(next)
    }

    fn add_more(&mut self, _ctx: Ctx<'_>) -> Action<Message> {
        let skipped = self.telling.answers.iter().find(|answer| answer.given == Given::Skip);
        let ask = self.telling.first_open().or(skipped.map(|answer| answer.ask)).unwrap_or(Ask::B8);
        Action::step(Step::Go(Place::Tell(tell::Opens::Change(self.telling.id.clone(), ask))))
    }

    /// Sends: recordings first, then the parts, and last the step that says so. If it stops on the way,
    /// nothing says that it was sent. All of it goes on when the worker leaves this screen.
    fn send(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        self.sending = Sending::OnItsWay;
        let now = ctx.now();
        let session = ctx.store.clone();
        let parts = parts(ctx, &self.telling, now);
        let clips = clips(&parts);
        let telling = Telling { stage: Stage::Sent, ..self.telling.clone() };
        let sent = async move {
            for (clip, space) in clips {
                session.share(&clip, &space).await?;
            }
            session.save(parts).await?;
            // Sent it is, even if this has to wait for room.
            let _ = session.keep(Record::Telling(telling)).await;
            Ok(())
        };
        Action::run(Task::perform(sent, Message::Sent))
    }

    fn check_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let body = Body::rows(move |look, width| {
            let shown = self.telling.route().into_iter().filter_map(|ask| self.telling.answer(ask));
            shown
                .filter(|answer| is_shown(answer.ask))
                .map(|answer| self.answer_row(ctx, answer, (look, width)))
                .collect()
        });
        Page::new("check", ctx.phrase("check"), body)
            .helper(ctx.phrase("check-help"))
            .corner(Button::new("stop-and-save", ctx.phrase("stop-and-save"), Message::Later).icon("floppy"))
            .action(Button::new("check-add", ctx.phrase("check-add"), Message::AddMore).icon("plus"))
            .primary(
                Button::new("check-right", ctx.phrase("check-right"), Message::Right)
                    .icon("check")
                    .strength(Strength::Primary),
            )
    }

    fn answer_row<'a>(&'a self, ctx: Ctx<'a>, answer: &Answer, (look, width): (&Look, f32)) -> Row<'a, Message> {
        let ask = answer.ask;
        let lead = ctx.lead_name().to_owned();
        let known = answer.clip.as_ref().and_then(|clip| ctx.store.clip(clip));
        let player_width = if look.class == crate::ui::Class::Wide { 210.0 } else { 190.0 };
        let player = known.map(|known| {
            let id = format!("clip-{}", ask.key());
            let does = Message::Voice(clips::Message::Hear(known.id.clone()));
            let playback = self.voice.of(&known.id);
            player(look, clip_player(ctx.hall, (&id, &ctx.me.name), (playback, known.length_ms), does), player_width)
        });
        let change =
            Button::new(format!("change-{}", ask.key()), ctx.phrase("change"), Message::Change(ask)).icon("pencil");
        let own = OwnWords {
            id: format!("answer-{}", ask.key()),
            pictures: answer_pictures(ctx.hall, answer),
            question: question(ctx.hall, ask.key(), self.telling.letters()),
            answer: answer_words(ctx.hall, answer, &lead),
            player,
            player_width,
            player_height: player::HEIGHT,
            button: Some(change),
            staff: false,
        };
        own_words(look, own, width)
    }

    fn share_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let name = |person: Option<&crate::domain::person::Person>| {
            person.map(|person| person.name.clone()).unwrap_or_default()
        };
        let lead = name(ctx.team.lead_of(ctx.me));
        let senior = name(ctx.team.senior_of(ctx.me));
        let tiles = [(Share::SeniorAndLead, "share-both"), (Share::Lead, "share-lead"), (Share::Myself, "share-me")]
            .into_iter()
            .map(|(share, key)| {
                let args = [("lead", Arg::from(lead.clone())), ("senior", Arg::from(senior.clone()))];
                Tile::opens(key, ctx.words.phrase_with(key, args), Message::Share(share))
                    .mark(Mark::One(self.telling.share == Some(share)))
            })
            .collect();
        let mut page = Page::new("share", ctx.phrase("share"), Body::tiles(tiles)).helper(ctx.phrase("share-help"));
        if self.telling.is_worried() {
            page.banners.push(Banner {
                id: "share-worry".to_owned(),
                tone: Tone::Wait,
                icon: "alert",
                phrase: ctx.phrase_for("share-worry", &lead),
                ok: None,
            });
        }
        page.corner(Button::new("stop-and-save", ctx.phrase("stop-and-save"), Message::Later).icon("floppy")).primary(
            Button::new("next", ctx.phrase("next"), Message::Shared)
                .arrow()
                .strength(Strength::Primary)
                .only_if(self.telling.share.is_some()),
        )
    }

    fn send_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let practitioner = ctx.team.practitioners_of(ctx.me).next();
        let name = practitioner.map(|person| person.name.clone()).unwrap_or_default();
        let asked = ctx.phrase_for("send", &name);
        let back = ctx.phrase_for("send-back", &name).with_picture("not-now");
        let next = ctx.phrase_for("send-next", &name).with_picture("read-it");
        let body = Body::rows(move |look, width| {
            let mut lines =
                vec![rows::line(look, "send-next", &next, width), rows::line(look, "send-back", &back, width)];
            match self.sending {
                Sending::NotYet => {}
                Sending::OnItsWay => {
                    let words = ctx.phrase("send-waiting");
                    lines.push(rows::sign_line(look, "send-waiting", ("hourglass", Some(Tone::Wait)), &words, width));
                }
                Sending::Failed(problem) => {
                    let words = ctx.problem(problem);
                    lines.push(rows::sign_line(look, "send-failed", ("alert", Some(Tone::Danger)), &words, width));
                }
            }
            lines
        });
        let free = self.sending != Sending::OnItsWay;
        let mut page = Page::new("send", asked, body)
            .helper(ctx.phrase("send-help"))
            .action(Button::new("send-later", ctx.phrase("send-later"), Message::Later).icon("floppy"))
            .primary(
                Button::new("send-now", ctx.phrase("send-now"), Message::Send)
                    .icon("send")
                    .strength(Strength::Primary)
                    .only_if(free),
            );
        page.stream = Some(Sign::new("users", ctx.phrase("stream-visit")));
        page
    }
}

/// Whether the answer to a question is shown in the check: those that only steer are not.
fn is_shown(ask: Ask) -> bool {
    ask.stream().is_some() && (ask.question().pick != Pick::Read || ask == Ask::B1Letters)
}

/// Everything that is sent, each part for its own readers.
fn parts(ctx: Ctx<'_>, telling: &Telling, now: DateTime) -> Vec<Record> {
    let mut parts = vec![Record::Visit(telling.visit(now))];
    if !telling.of(Stream::Me).is_empty() {
        parts.push(Record::AboutMe(telling.about_me(now)));
    }
    if telling.is_worried() || telling.skipped_worry() || telling.worry_sent {
        parts.push(Record::Concern(telling.concern(now)));
    }
    parts.push(Record::StoryStep(StoryStep {
        debrief: telling.id.clone(),
        worker: telling.worker.clone(),
        by: ctx.me.id.clone(),
        at: now,
        what: What::Sent,
    }));
    parts
}

/// The recordings of the parts, and who is to hear each.
fn clips(parts: &[Record]) -> Vec<(ClipId, Space)> {
    let answers = |part: &Record| match part {
        Record::Visit(visit) => visit.answers.clone(),
        Record::AboutMe(me) => me.answers.clone(),
        Record::Concern(concern) => concern.answers.clone(),
        _ => Vec::new(),
    };
    parts
        .iter()
        .flat_map(|part| answers(part).into_iter().filter_map(|answer| answer.clip).map(|clip| (clip, part.space())))
        .collect()
}
