//! What did it cost? A worker writes down what trips cost, looks at it again, changes it and removes it.
mod draft;
mod pages;
pub mod paper;
mod sheet;

pub use pages::recent;

use iced::Task;
use jiff::civil::Date;

use self::draft::{Draft, Question};
use crate::domain::costs::{By, CostId, End, NotMoney, TripCost, pence};
use crate::domain::person::Role;
use crate::domain::record::Record;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::setup::photo;
use crate::ui::Page;
use crate::ui::field::Edit;
use crate::words::Phrase;

/// What trips cost.
#[derive(Debug)]
pub struct Costs {
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    List,
    /// A question about a cost.
    Asking(Box<Draft>, Question),
    /// All that is known of it.
    Check(Box<Draft>),
    /// Its receipt, as large as there is room.
    Receipt(Box<Draft>),
    /// Is it to go?
    Removing(Box<Draft>),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Writes one down.
    New,
    /// It was this trip: a day, from, to, and how.
    Trip(Option<Begin>),
    /// Looks at one.
    Open(CostId),
    /// It was on this day.
    Day(Date),
    /// It began or ended here.
    End(End),
    /// It went like this.
    By(By),
    /// Types what it cost.
    Fare(Edit),
    /// Has typed it.
    FareDone,
    /// There is no receipt.
    NoReceipt,
    /// Looks for a photo of it.
    ChooseReceipt,
    /// Something about the photo.
    Photo(photo::Message),
    /// Shows the receipt.
    ShowReceipt,
    /// Changes one thing.
    Change(Question),
    /// Keeps it.
    Keep,
    /// Wants to remove it.
    Remove,
    /// Removes it.
    RemoveNow,
    /// Keeps it there.
    Okay,
    /// The paper for Access to Work.
    Paper,
}

/// What is known of a trip before anybody asks what it cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begin {
    /// Its day.
    pub day: Date,
    /// From where.
    pub from: End,
    /// To where.
    pub to: End,
    /// How it went.
    pub by: By,
}

impl Screen for Costs {
    /// A trip that is written down at once.
    type Opens = Option<Begin>;
    type Message = Message;
    const HEADING: &'static str = "costs";
    const FOR: &'static [Role] = &[Role::Worker];

    fn open(_ctx: Ctx<'_>, begin: Option<Begin>) -> (Self, Task<Message>) {
        let stage = match begin {
            Some(begin) => Stage::Asking(Box::new(Draft::begin(Some(begin))), Question::Fare),
            None => Stage::List,
        };
        (Self { stage }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::New if pages::recent(ctx).is_empty() => return self.ask(Draft::begin(None), Question::Day),
            Message::New => return self.ask(Draft::begin(None), Question::Trip),
            Message::Trip(Some(begin)) => return self.ask(Draft::begin(Some(begin)), Question::Fare),
            Message::Trip(None) => return self.ask(Draft::begin(None), Question::Day),
            Message::Open(id) => {
                if let Some(cost) = ctx.store.trip_cost(&id) {
                    let photos = Step::Photos(cost.receipt.iter().cloned().collect());
                    self.stage = Stage::Check(Box::new(Draft::of(&cost)));
                    return Action::step(photos);
                }
            }
            Message::Day(day) => return self.answer(|draft| draft.day = Some(day)),
            Message::End(end) => return self.end(end),
            Message::By(by) => return self.answer(|draft| draft.by = Some(by)),
            Message::Fare(edit) => {
                if let Stage::Asking(draft, _) = &mut self.stage
                    && draft.fare.take(edit)
                {
                    draft.wrong = None;
                }
            }
            Message::FareDone => return self.fare(ctx),
            Message::NoReceipt => return self.answer(|draft| draft.receipt = None),
            Message::ChooseReceipt => {
                if let Stage::Asking(draft, _) = &mut self.stage {
                    draft.taking = Some(photo::Taking::of_a_receipt(ctx.me.id.clone()));
                }
            }
            Message::Photo(message) => return self.photo(ctx, message),
            Message::ShowReceipt => self.turn(Stage::Receipt),
            Message::Change(question) => {
                if let Stage::Check(mut draft) = std::mem::replace(&mut self.stage, Stage::List) {
                    draft.whole = true;
                    return self.ask(*draft, question);
                }
            }
            Message::Keep => {
                if let Stage::Check(draft) = &self.stage
                    && let Some(cost) = draft.cost(ctx)
                {
                    self.stage = Stage::List;
                    return Action::step(Step::Keep(Record::TripCost(cost)));
                }
            }
            Message::Remove => self.turn(Stage::Removing),
            Message::Okay => self.turn(Stage::Check),
            Message::RemoveNow => {
                if let Stage::Removing(draft) = &self.stage
                    && let Some(cost) = draft.cost(ctx)
                {
                    self.stage = Stage::List;
                    return Action::step(Step::Keep(Record::TripCost(TripCost { gone: true, ..cost })));
                }
            }
            Message::Paper => return Action::step(Step::Go(Place::CostPaper(ctx.me.id.clone()))),
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::List => pages::list(ctx),
            Stage::Asking(draft, question) => draft.page(ctx, *question),
            Stage::Check(draft) => pages::check(ctx, draft),
            Stage::Receipt(draft) => pages::receipt(ctx, draft),
            Stage::Removing(draft) => pages::removing(ctx, draft),
        }
    }

    fn back(&mut self, ctx: Ctx<'_>) -> Option<Action<Message>> {
        self.stage = match std::mem::replace(&mut self.stage, Stage::List) {
            Stage::List => return None,
            Stage::Receipt(draft) | Stage::Removing(draft) => Stage::Check(draft),
            Stage::Check(draft) if draft.is_new() => Stage::Asking(draft, Question::Receipt),
            Stage::Check(_) => Stage::List,
            Stage::Asking(mut draft, question) => {
                if let Some(taking) = &mut draft.taking {
                    let above = taking.back();
                    if above.is_none() {
                        draft.taking = None;
                    }
                    self.stage = Stage::Asking(draft, question);
                    return Some(above.unwrap_or_else(Action::none).map(Message::Photo));
                }
                if draft.whole {
                    Stage::Check(draft)
                } else {
                    match draft.before(question, !pages::recent(ctx).is_empty()) {
                        Some(before) => Stage::Asking(draft, before),
                        None => Stage::List,
                    }
                }
            }
        };
        Some(Action::none())
    }
}

impl Costs {
    fn ask(&mut self, draft: impl Into<Box<Draft>>, question: Question) -> Action<Message> {
        self.stage = Stage::Asking(draft.into(), question);
        if question == Question::Fare { Action::step(Step::Focus("cost-fare".to_owned())) } else { Action::none() }
    }

    /// The same draft on another page.
    fn turn(&mut self, to: fn(Box<Draft>) -> Stage) {
        self.stage = match std::mem::replace(&mut self.stage, Stage::List) {
            Stage::Check(draft) | Stage::Receipt(draft) | Stage::Removing(draft) => to(draft),
            other => other,
        };
    }

    /// Takes an answer, and asks the next question, or shows all of it.
    fn answer(&mut self, take: impl FnOnce(&mut Draft)) -> Action<Message> {
        let Stage::Asking(mut draft, question) = std::mem::replace(&mut self.stage, Stage::List) else {
            return Action::none();
        };
        take(&mut draft);
        match question.after().filter(|_| !draft.whole) {
            Some(next) => self.ask(draft, next),
            None => {
                draft.whole = true;
                self.stage = Stage::Check(draft);
                Action::none()
            }
        }
    }

    fn end(&mut self, end: End) -> Action<Message> {
        let from = matches!(self.stage, Stage::Asking(_, Question::From));
        self.answer(|draft| if from { draft.from = Some(end) } else { draft.to = Some(end) })
    }

    fn fare(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let Stage::Asking(draft, _) = &mut self.stage else { return Action::none() };
        match pence(&draft.fare.words()) {
            Ok(amount) => self.answer(|draft| draft.pence = Some(amount)),
            Err(wrong) => {
                draft.wrong = Some(wrong);
                Action::step(Step::Say(ctx.phrase(wrong_key(wrong))))
            }
        }
    }

    fn photo(&mut self, ctx: Ctx<'_>, message: photo::Message) -> Action<Message> {
        let Stage::Asking(draft, _) = &mut self.stage else { return Action::none() };
        let Some(taking) = &mut draft.taking else { return Action::none() };
        let (taken, action) = taking.update(ctx, message);
        let Some(photo) = taken else { return action.map(Message::Photo) };
        draft.taking = None;
        let shown = Step::Photos(vec![photo.clone()]);
        self.answer(|draft| draft.receipt = Some(photo)).then(shown)
    }
}

/// The key of the sentence about what was typed.
fn wrong_key(wrong: NotMoney) -> &'static str {
    match wrong {
        NotMoney::NoNumber => "cost-no-number",
        NotMoney::Nothing => "cost-nothing",
        NotMoney::TooMuch => "cost-too-much",
    }
}

/// The key of the words for how a trip went.
fn by_key(by: By) -> &'static str {
    match by {
        By::Bus => "cost-bus",
        By::Train => "cost-train",
        By::Taxi => "cost-taxi",
        By::Other => "cost-other",
    }
}

/// "Elm House to Mill Road Clinic".
fn from_to(ctx: Ctx<'_>, cost: &TripCost) -> Phrase {
    ctx.words.phrase_with("cost-from-to", [("from", cost.from.clone().into()), ("to", cost.to.clone().into())])
}
