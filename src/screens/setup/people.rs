//! The people of the team: a senior adds somebody, says who helps whom, and writes down that somebody leaves.
mod ask;
mod leave;
mod pages;

use iced::Task as Work;

use self::ask::{Draft, Question};
use super::photo;
use crate::domain::leaving::{self, Stays, Task};
use crate::domain::person::{PersonId, Role, Team};
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::ui::Page;
use crate::ui::field::Edit;
use crate::words::Phrase;

/// The people.
#[derive(Debug)]
pub struct People {
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    List,
    /// One of them.
    One(PersonId),
    /// A question about somebody who is there, or who is to be added.
    Asking(Box<Draft>, Question),
    /// All that was said of somebody who is to be added.
    Check(Box<Draft>),
    /// Keys are made.
    Working(Did),
    /// Somebody is in the team.
    Added(PersonId),
    /// Somebody leaves. Who does what they did?
    Leaving(PersonId, Vec<(Task, PersonId)>),
    /// They have left.
    Gone(PersonId),
    /// This is not possible.
    Stays(PersonId, Stays),
    /// It cannot be saved.
    Failed(Problem),
}

/// What is being done.
#[derive(Debug, Clone)]
pub enum Did {
    /// Somebody is added.
    Added(PersonId),
    /// Something about somebody is changed.
    Changed(PersonId),
    /// Somebody leaves.
    Left(PersonId),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Shows one person.
    Show(PersonId),
    /// Adds somebody.
    Add,
    /// Changes one thing about somebody.
    Ask(PersonId, Question),
    /// This role, or not.
    Role(Role),
    /// This person does it, or nobody.
    Pick(Option<PersonId>),
    /// They read what was told before, or not.
    Before(bool),
    /// Types a name or a number.
    Type(Edit),
    /// No photo.
    NoPhoto,
    /// Looks for a photo.
    ChoosePhoto,
    /// Something about the photo.
    Photo(photo::Message),
    /// Has answered.
    Next,
    /// All of it is right.
    Right,
    /// It is done, or not.
    Done(Did, Result<Team, Problem>),
    /// Somebody wants to leave.
    Leave(PersonId),
    /// This person does it in their place.
    Instead(Task, PersonId),
    /// They leave now.
    LeaveNow,
    /// Chooses how this person comes in.
    WayIn(PersonId),
    /// Adds a computer.
    Computer,
    /// Has read what was said.
    Okay,
}

impl Screen for People {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "people";
    const CARD: Option<fn() -> Place> = Some(|| Place::People(()));
    const FOR: &'static [Role] = &[Role::Senior];

    fn card_news(ctx: Ctx<'_>) -> Option<Phrase> {
        if pages::nobody_helps(ctx) {
            return Some(ctx.phrase_for("people-one-helper", &ctx.me.name));
        }
        let waits = ctx.team.people.iter().any(|person| !ctx.store.is_opened(&person.id));
        waits.then(|| ctx.phrase("people-not-done"))
    }

    fn open(_ctx: Ctx<'_>, (): ()) -> (Self, Work<Message>) {
        (Self { stage: Stage::List }, Work::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Show(person) => self.stage = Stage::One(person),
            Message::Add => return self.ask(Draft::new(), Question::Name),
            Message::Ask(person, question) => {
                if let Some(draft) = Draft::of(&ctx.team, &person) {
                    return self.ask(draft, question);
                }
            }
            Message::Photo(message) => return self.photo(ctx, message),
            Message::Role(_)
            | Message::Pick(_)
            | Message::Before(_)
            | Message::Type(_)
            | Message::NoPhoto
            | Message::ChoosePhoto => {
                if let Stage::Asking(draft, question) = &mut self.stage {
                    draft.take(*question, message);
                }
            }
            Message::Next => return self.next(ctx),
            Message::Right => return self.add(ctx),
            Message::Done(did, done) => return self.done(ctx, did, done),
            Message::Leave(person) => self.leave_begins(ctx, person),
            Message::Instead(task, person) => {
                if let Stage::Leaving(_, instead) = &mut self.stage {
                    instead.push((task, person));
                }
            }
            Message::LeaveNow => return self.leaves(ctx),
            Message::Computer => return Action::step(Step::Go(Place::AddComputer(()))),
            Message::WayIn(person) => return Action::step(Step::Go(Place::WayIn(person))),
            Message::Okay => {
                self.stage = match &self.stage {
                    Stage::Stays(person, _) | Stage::Leaving(person, _) => Stage::One(person.clone()),
                    _ => Stage::List,
                };
            }
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::List => pages::list(ctx),
            Stage::One(person) => pages::one(ctx, person),
            Stage::Asking(draft, question) => draft.page(ctx, *question),
            Stage::Check(draft) => pages::check(ctx, draft),
            Stage::Working(_) => pages::working(ctx),
            Stage::Added(person) => pages::added(ctx, person),
            Stage::Leaving(person, instead) => leave::page(ctx, person, instead),
            Stage::Gone(person) => leave::gone(ctx, person),
            Stage::Stays(person, why) => leave::stays(ctx, person, *why),
            Stage::Failed(problem) => pages::failed(ctx, *problem),
        }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        self.stage = match std::mem::replace(&mut self.stage, Stage::List) {
            Stage::List => return None,
            Stage::One(_) | Stage::Added(_) | Stage::Gone(_) | Stage::Failed(_) => Stage::List,
            // What is on its way to the disk is not stopped.
            Stage::Working(did) => Stage::Working(did),
            Stage::Stays(person, _) => Stage::One(person),
            Stage::Leaving(person, mut instead) => {
                if instead.pop().is_some() {
                    Stage::Leaving(person, instead)
                } else {
                    Stage::One(person)
                }
            }
            Stage::Check(draft) => draft.last().map_or(Stage::List, |last| Stage::Asking(draft, last)),
            Stage::Asking(mut draft, question) => {
                if let Some(above) = draft.photo_back() {
                    self.stage = Stage::Asking(draft, question);
                    return Some(above.map(Message::Photo));
                }
                match (draft.is_new(), draft.before_this(question)) {
                    (true, Some(before)) => Stage::Asking(draft, before),
                    (true, None) => Stage::List,
                    (false, _) => Stage::One(draft.id().clone()),
                }
            }
        };
        Some(Action::none())
    }
}

impl People {
    fn ask(&mut self, draft: impl Into<Box<Draft>>, question: Question) -> Action<Message> {
        self.stage = Stage::Asking(draft.into(), question);
        match question {
            Question::Name | Question::Phone => Action::step(Step::Focus("field".to_owned())),
            _ => Action::none(),
        }
    }

    /// The next question, or what comes of the answers.
    fn next(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let Stage::Asking(draft, question) = std::mem::replace(&mut self.stage, Stage::List) else {
            return Action::none();
        };
        if draft.is_new() {
            return match draft.after_this(question) {
                Some(next) => self.ask(draft, next),
                None => {
                    self.stage = Stage::Check(draft);
                    Action::none()
                }
            };
        }
        let id = draft.id().clone();
        if let Err(why) = leaving::may_become(&ctx.team, &draft.person(), &ctx.me.id) {
            self.stage = Stage::Stays(id, why);
            return Action::none();
        }
        if let Some(missing) = draft.missing(&ctx.team, question) {
            return self.ask(draft, missing);
        }
        let (team, before) = (draft.changed(&ctx.team), draft.before());
        if team == ctx.team {
            self.stage = Stage::One(id);
            return Action::none();
        }
        let did = Did::Changed(id);
        self.stage = Stage::Working(did.clone());
        let work = ctx.store.change_team_soon(team, before);
        Action::run(Work::perform(work, move |done| Message::Done(did.clone(), done)))
    }

    fn add(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let Stage::Check(draft) = &self.stage else { return Action::none() };
        let person = draft.person();
        let did = Did::Added(person.id.clone());
        let work = ctx.store.add_person_soon(&ctx.team, person);
        self.stage = Stage::Working(did.clone());
        Action::run(Work::perform(work, move |done| Message::Done(did.clone(), done)))
    }

    fn leave_begins(&mut self, ctx: Ctx<'_>, person: PersonId) {
        let Some(who) = ctx.team.person(&person) else { return };
        self.stage = match leaving::may_leave(&ctx.team, who, &ctx.me.id) {
            Ok(()) => Stage::Leaving(person, Vec::new()),
            Err(why) => Stage::Stays(person, why),
        };
    }

    fn leaves(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let Stage::Leaving(who, instead) = &self.stage else { return Action::none() };
        let work = ctx.store.let_go_soon(leaving::without(&ctx.team, who, instead), who.clone());
        let did = Did::Left(who.clone());
        self.stage = Stage::Working(did.clone());
        Action::run(Work::perform(work, move |done| Message::Done(did.clone(), done)))
    }

    fn done(&mut self, ctx: Ctx<'_>, did: Did, done: Result<Team, Problem>) -> Action<Message> {
        // What is on the disk is what there is, also when the last of it could not be written.
        let team = done.as_ref().map_or_else(|_| ctx.store.team(), Team::clone);
        self.stage = match (done, did) {
            (Ok(_), Did::Added(person)) => Stage::Added(person),
            (Ok(_), Did::Changed(person)) => Stage::One(person),
            (Ok(_), Did::Left(person)) => Stage::Gone(person),
            (Err(problem), _) => Stage::Failed(problem),
        };
        Action::step(Step::Team(team))
    }

    fn photo(&mut self, ctx: Ctx<'_>, message: photo::Message) -> Action<Message> {
        let Stage::Asking(draft, _) = &mut self.stage else { return Action::none() };
        draft.photo_message(ctx, message).map(Message::Photo)
    }
}
