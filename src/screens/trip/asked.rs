//! What a worker asked for, and what was answered. It can be taken back while nobody has answered.
use iced::Task;

use super::other::{because_key, list, title, when};
use super::wording;
use crate::domain::arranging::{Answer, AskId, Request, WayAsked, WhyNot};
use crate::domain::person::{Person, Role};
use crate::domain::record::Record;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::ui::{Button, Lead, Page, Strength};
use crate::words::{Arg, Phrase};

/// What a worker asked for.
#[derive(Debug)]
pub struct Asked {
    ask: AskId,
    taking_back: bool,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// The answer is read.
    Read,
    /// Wants to take it back.
    TakeBack,
    /// Takes it back.
    Yes,
    /// Keeps it, or has read it.
    Okay,
}

/// The key of the words for why it is not possible.
#[must_use]
pub fn why_not_key(why: WhyNot) -> &'static str {
    match why {
        WhyNot::NobodyFree => "why-not-nobody",
        WhyNot::TooLate => "why-not-late",
        WhyNot::TryTheBus => "why-not-bus",
        WhyNot::InPerson => "why-not-person",
    }
}

/// Who answered, or who will.
fn who<'a>(ctx: Ctx<'a>, request: &Request) -> Option<&'a Person> {
    let answered = request.answer.as_ref().and_then(|answer| ctx.hall.team.person(&answer.by));
    answered.or_else(|| ctx.helper())
}

/// Where it stands, in a sentence.
#[must_use]
pub fn state(ctx: Ctx<'_>, request: &Request) -> Phrase {
    let name = who(ctx, request).map_or("", |person| &person.name);
    let key = match request.answer.as_ref().map(|answer| &answer.answer) {
        _ if request.asked.taken_back => "asked-way-back",
        None => "asked-way-waits",
        Some(Answer::Arranged { .. }) => "asked-way-yes",
        Some(Answer::TalkFirst) => "asked-way-talk",
        Some(Answer::No(_)) => "asked-way-no",
    };
    ctx.phrase_for(key, name)
}

impl Screen for Asked {
    /// What was asked.
    type Opens = AskId;
    type Message = Message;
    const HEADING: &'static str = "asked-way";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(ctx: Ctx<'_>, ask: AskId) -> (Self, Task<Message>) {
        let news = ctx.store.way_asked(&ask).is_some_and(|request| request.is_news(ctx.today()));
        let read = if news { Task::done(Message::Read) } else { Task::none() };
        (Self { ask, taking_back: false }, read)
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        let Some(Request { asked, answer }) = ctx.store.way_asked(&self.ask) else { return Action::step(Step::Back) };
        match message {
            Message::Read => {
                let read = answer.map(|answer| answer.at);
                return Action::step(Step::Keep(Record::WayAsked(WayAsked { read, ..asked })));
            }
            Message::TakeBack => self.taking_back = true,
            Message::Yes => {
                self.taking_back = false;
                // Somebody may have answered while it was asked.
                if answer.is_none() {
                    return Action::step(Step::Keep(Record::WayAsked(WayAsked { taken_back: true, ..asked })));
                }
            }
            Message::Okay if self.taking_back => self.taking_back = false,
            Message::Okay => return Action::step(Step::Back),
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let okay =
            |key: &str| Button::new(key, ctx.phrase(key), Message::Okay).icon("check").strength(Strength::Primary);
        let Some(request) = ctx.store.way_asked(&self.ask) else {
            return list("asked-way", ctx.phrase("asked-way"), vec![(Lead::Picture, ctx.phrase("trip-gone"))]);
        };
        if self.taking_back {
            let lines = vec![
                (Lead::Picture, title(ctx, &request.asked)),
                (Lead::Picture, ctx.phrase_for("asked-way-sure-words", ctx.helper_name())),
            ];
            let yes = Button::new("asked-way-sure-yes", ctx.phrase("asked-way-sure-yes"), Message::Yes);
            return list("asked-way-sure", ctx.phrase("asked-way-sure"), lines).action(yes).primary(okay("drop-keep"));
        }
        let page = list("asked-way", title(ctx, &request.asked), lines(ctx, &request));
        if request.can_be_taken_back(ctx.today()) {
            let back = Button::new("asked-way-take", ctx.phrase("asked-way-take"), Message::TakeBack);
            return page.action(back.icon("arrow-left")).primary(okay("ok"));
        }
        page.primary(okay("ok"))
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        std::mem::take(&mut self.taking_back).then(Action::none)
    }
}

fn lines(ctx: Ctx<'_>, request: &Request) -> Vec<(Lead, Phrase)> {
    let asked = &request.asked;
    let mut lines = vec![(Lead::Picture, state(ctx, request))];
    match request.answer.as_ref().map(|answer| &answer.answer).filter(|_| !asked.taken_back) {
        Some(Answer::Arranged { who, time }) => {
            let args = [("who", Arg::from(who.clone())), ("time", Arg::from(ctx.words.time(*time).shown))];
            lines.push((Lead::Clock(*time), ctx.words.phrase_with("asked-way-who", args)));
        }
        Some(Answer::No(why)) => lines.push((Lead::Picture, ctx.phrase(why_not_key(*why)))),
        Some(Answer::TalkFirst) => {}
        None => lines.extend(asked.because.map(|because| (Lead::Picture, ctx.phrase(because_key(because))))),
    }
    lines.push((Lead::Sign("calendar"), when(ctx, asked.by)));
    if let Some(person) = who(ctx, request).filter(|_| !asked.taken_back) {
        lines.push((Lead::Picture, wording::ring(ctx, person)));
    }
    lines
}
