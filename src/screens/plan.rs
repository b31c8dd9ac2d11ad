//! My support plan: what helps me, what is hard, who helps me, and whether it is working.
use iced::widget::{Row as Line, column, container, row};
use iced::{Center, Fill, Padding, Task};

use crate::domain::person::Role;
use crate::domain::plan::{Item, List, Plan, Status, Working, Works};
use crate::domain::record::Record;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::trip::felt::together;
use crate::ui::part::{Part, Role as Kind};
use crate::ui::rows::{self, boxed, plate};
use crate::ui::said::{label, label_in, said, words};
use crate::ui::text::{self as letters, Style};
use crate::ui::{Body, Button, Look, Page, Row, Sign, Strength, Tone, View, buttons, pictures};
use crate::words::{Arg, Phrase};

/// My support plan.
#[derive(Debug)]
pub struct MyPlan {
    plan: Option<Plan>,
    list: List,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Shows a list.
    Show(List),
    /// Says whether something is working.
    Say(String, Works),
}

impl Screen for MyPlan {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "plan";
    const CARD: Option<fn() -> Place> = Some(|| Place::MyPlan(()));
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        (Self { plan: ctx.store.plan(&ctx.me.id), list: List::Helps }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Show(list) => {
                self.list = list;
                Action::none()
            }
            Message::Say(item, works) => Action::step(Step::Keep(Record::Working(Working {
                worker: ctx.me.id.clone(),
                item,
                works,
                at: ctx.now(),
            }))),
        }
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let Some(plan) = &self.plan else {
            let body = Body::rows(move |look, width| {
                vec![rows::line(look, "plan-none", &ctx.phrase("plan-none").with_picture("empty-list"), width)]
            });
            return Page::new("plan", ctx.phrase("plan-heading"), body);
        };
        let trips = together(ctx, &ctx.me.id).filter(|_| self.list == List::Helps);
        let body = Body::rows(move |look, width| {
            let items = plan.of(self.list);
            let mut rows: Vec<_> = items.map(|item| item_row(ctx, item, (look, width))).collect();
            rows.extend(trips.iter().map(|trips| rows::line(look, "plan-trips", trips, width)));
            if rows.is_empty() {
                return vec![rows::line(look, "plan-empty", &ctx.phrase("plan-empty"), width)];
            }
            rows
        });
        let name = format!("plan-{:?}", self.list);
        let mut page = Page::new(name, ctx.phrase("plan-heading"), body).about("eye", seen_by(ctx, plan));
        for list in List::ALL {
            let key = key(list);
            let strength = if self.list == list { Strength::Current } else { Strength::Quiet };
            page = page.corner(Button::new(key, ctx.phrase(key), Message::Show(list)).strength(strength));
        }
        page
    }
}

fn key(list: List) -> &'static str {
    match list {
        List::Helps => "plan-helps",
        List::Hard => "plan-hard",
        List::Who => "plan-who",
    }
}

/// "You, Dee and Priya can see this."
fn seen_by(ctx: Ctx<'_>, plan: &Plan) -> Phrase {
    let names: Vec<_> = plan.seen_by.iter().filter_map(|id| Some(ctx.team.person(id)?.name.clone())).collect();
    match names.as_slice() {
        [] => ctx.phrase("plan-seen-by-me"),
        [one] => ctx.words.phrase_with("plan-seen-by-one", [("one", Arg::from(one.clone()))]),
        [rest @ .., last] => {
            let args = [("rest", Arg::from(rest.join(", "))), ("last", Arg::from(last.clone()))];
            ctx.words.phrase_with("plan-seen-by", args)
        }
    }
}

/// The width of the three answers.
const CHOICES: f32 = 400.0;

/// One thing in the plan: picture, words, how settled it is, and "Is this working?".
fn item_row<'a>(ctx: Ctx<'a>, item: &Item, (look, width): (&Look, f32)) -> Row<'a, Message> {
    let narrow = look.one_column();
    let phrase = Phrase::own(&item.words);
    let helper = item.with.as_ref().filter(|_| item.list == List::Who).and_then(|id| ctx.hall.team.person(id));
    let asks = item.list == List::Helps;
    let side = if narrow { 76.0 } else { 128.0 };
    let shown: View<'a, Message> = match helper {
        Some(person) => rows::portrait(look, &person.photo, &person.name, side),
        None if look.pictures => plate(look, pictures::picture(&item.picture, side - 24.0), side),
        None => iced::widget::Space::new().into(),
    };
    // The answers stand beside the words where both have room, and else below them.
    let beside = asks && !narrow && width - side - CHOICES - 76.0 >= 260.0;
    let choices_width = if beside { CHOICES } else { 0.0 };
    let room = width - side - choices_width - 76.0;
    let words_height = letters::height(look, Style::Label, &phrase.shown, room);
    let settled = settled(ctx, item);
    let ask = ctx.phrase("plan-working");
    let spoken = settled.as_ref().map_or(phrase.clone(), |(_, _, when)| phrase.clone().then_say(when));
    let balanced = letters::balanced(look, Style::Label, &phrase.shown, room);
    let mut lines = column![container(label(look, &item.id, Style::Label, &phrase)).max_width(balanced)].spacing(8);
    let mut settled_height = 0.0;
    if let Some((tone, sign, when)) = &settled {
        let shown_when = when.shown.clone();
        let when = label_in(look, &item.id, Style::Small, (when, look.colours().soft));
        let chip = buttons::chip(look, &format!("{}-status", item.id), *tone, sign);
        lines = lines.push(if narrow { row![chip] } else { row![chip, when].spacing(12).align_y(Center) });
        let chip_width = letters::width(look, Style::SmallStrong, &sign.phrase.shown) + 68.0;
        let beside = letters::height(look, Style::Small, &shown_when, room - chip_width);
        settled_height = if narrow { 46.0 } else { beside.max(36.0) + 10.0 };
    }
    let told = said(
        look,
        Part::new(&item.id, Kind::Label, &spoken),
        row![shown, lines.width(Fill)].spacing(20).align_y(Center),
    );
    let ear = buttons::ear(look, &item.id, &spoken.spoken, look.colours().action);
    let ear = container(ear).width(look.ear()).height(Fill);
    let choices = asks.then(|| choices(ctx, look, (item, &ask)));
    let top = (words_height + settled_height).max(side) + 28.0;
    if narrow || (asks && !beside) {
        let below = if asks { 96.0 } else { 0.0 };
        let height = top + below;
        let line = row![container(told).padding(Padding::new(12.0)).width(Fill), ear].height(top).align_y(Center);
        let all = column![line]
            .push(choices.map(|choices| container(choices).padding(Padding { left: 12.0, ..Padding::ZERO })));
        return Row { height, view: boxed(look, height, container(all).padding(2)) };
    }
    let height = top.max(150.0);
    let line = row![container(told).padding(Padding::new(14.0)).width(Fill)]
        .push(choices.map(|choices| container(choices).width(choices_width)))
        .push(ear)
        .align_y(Center);
    Row { height, view: boxed(look, height, container(line).padding(2)) }
}

/// How settled it is: a sign, and when it was agreed or will be looked at again.
fn settled(ctx: Ctx<'_>, item: &Item) -> Option<(Tone, Sign, Phrase)> {
    let with = item.with.as_ref().and_then(|id| Some(ctx.team.person(id)?.name.clone())).unwrap_or_default();
    let day = |date: Option<jiff::civil::Date>| date.map(|date| ctx.words.short_day(date).shown).unwrap_or_default();
    let review = match item.review {
        Some(_) => ctx.words.phrase_with("plan-look-again", [("day", Arg::from(day(item.review)))]),
        None => Phrase::default(),
    };
    Some(match item.status? {
        Status::Agreed => {
            let args = [("name", Arg::from(with)), ("day", Arg::from(day(item.agreed)))];
            let agreed = ctx.words.phrase_with("plan-agreed-with", args);
            let both = if item.review.is_some() { agreed.and_show(&review.shown).then_say(&review) } else { agreed };
            (Tone::Good, Sign::new("circle-check", ctx.phrase("plan-agreed")), both)
        }
        Status::ForNow => (Tone::Wait, Sign::new("hourglass", ctx.phrase("plan-for-now")), review),
    })
}

/// "Is this working?" Yes, A bit, No.
fn choices<'a>(ctx: Ctx<'a>, look: &Look, (item, ask): (&Item, &Phrase)) -> View<'a, Message> {
    let chosen = ctx.store.working(&ctx.me.id, &item.id).map(|working| working.works);
    let choice = |(works, key): (Works, &str)| {
        let picked = chosen == Some(works);
        let button = Button::new(format!("{key}-{}", item.id), ctx.phrase(key), Message::Say(item.id.clone(), works))
            .icon(if picked { "check" } else { "circle" });
        buttons::choice(look, &button, picked)
    };
    let all = [(Works::Yes, "plan-yes"), (Works::ABit, "plan-a-bit"), (Works::No, "plan-no")];
    let asked = words(look, &format!("working-{}", item.id), Style::SmallStrong, ask);
    column![asked, Line::with_children(all.map(choice)).spacing(10)].spacing(8).into()
}
