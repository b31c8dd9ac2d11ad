//! Trips that need help: what workers asked for, and the answer. A senior answers, or the lead.
mod pages;

use iced::Task;
use jiff::civil::Time;

use crate::domain::arranging::{Answer, AskId, Request, WayAnswered, WhyNot, typed_time};
use crate::domain::person::{Person, PersonId, Role};
use crate::domain::record::Record;
use crate::domain::space::Space;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::Place;
use crate::screens::guard::{Asks, Guarded, Message as Guard};
use crate::ui::Page;
use crate::ui::field::{Edit, Writing};
use crate::words::{Arg, Phrase};

/// Trips that need help.
#[derive(Debug, Default)]
pub struct Arranging {
    stage: Stage,
}

#[derive(Debug, Default)]
enum Stage {
    #[default]
    List,
    /// One of them.
    One(AskId),
    /// Who does it, and when.
    Yes(AskId, Box<Yes>),
    /// Why it is not possible.
    No(AskId),
    /// Whose trips and costs.
    Whose,
    /// The trips and costs of this worker.
    Worker(PersonId),
}

/// Who does it, and when.
#[derive(Debug)]
struct Yes {
    who: Guarded,
    time: Writing,
    /// What was typed is no time, and somebody wanted to go on.
    no_time: bool,
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// Looks at one.
    Open(AskId),
    /// It is arranged.
    Yes,
    /// Something about who does it.
    Who(Guard),
    /// Types when.
    Time(Edit),
    /// Has said who and when.
    Done,
    /// Wants to talk first.
    Talk,
    /// Not this time.
    No,
    /// For this reason.
    Why(WhyNot),
    /// Trips and costs.
    Whose,
    /// Of this worker.
    Worker(PersonId),
    /// The paper for Access to Work.
    Paper(PersonId),
}

impl Screen for Arranging {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "arranging";
    const CARD: Option<fn() -> Place> = Some(|| Place::Arranging(()));
    const FOR: &'static [Role] = &[Role::Senior, Role::Supervisor];

    fn card_news(ctx: Ctx<'_>) -> Option<Phrase> {
        let mine = |(worker, request): &(&Person, Request)| request.waits(ctx.today()) && answers(ctx, worker);
        let count = requests(ctx).iter().filter(|each| mine(each)).count();
        (count > 0).then(|| ctx.words.phrase_with("arranging-news", [("count", Arg::from(count))]))
    }

    fn open(_ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        (Self::default(), Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Open(ask) => self.stage = Stage::One(ask),
            Message::Yes => return self.begin_yes(ctx),
            Message::No => {
                if let Some(ask) = self.ask() {
                    self.stage = Stage::No(ask);
                }
            }
            Message::Who(message) => {
                if let Stage::Yes(_, yes) = &mut self.stage {
                    let _ = yes.who.take(message);
                }
            }
            Message::Time(edit) => {
                if let Stage::Yes(_, yes) = &mut self.stage
                    && yes.time.take(edit)
                {
                    yes.no_time = false;
                }
            }
            Message::Done => {
                if let Stage::Yes(_, yes) = &mut self.stage {
                    let Some(time) = yes.time() else {
                        yes.no_time = true;
                        return Action::step(Step::Say(ctx.phrase("arranging-no-time")));
                    };
                    let who = yes.who.words().split_whitespace().collect::<Vec<_>>().join(" ");
                    // What was taken out may leave its comma.
                    let who = who.trim_end_matches([',', ';', ' ']).to_owned();
                    return self.answer(ctx, Answer::Arranged { who, time });
                }
            }
            Message::Talk => return self.answer(ctx, Answer::TalkFirst),
            Message::Whose => self.stage = Stage::Whose,
            Message::Worker(worker) => self.stage = Stage::Worker(worker),
            Message::Paper(worker) => return Action::step(Step::Go(Place::CostPaper(worker))),
            Message::Why(why) => return self.answer(ctx, Answer::No(why)),
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let request = self.ask().and_then(|ask| ctx.store.way_asked(&ask));
        match (&self.stage, request) {
            (Stage::One(_), Some(request)) => pages::one(ctx, &request),
            (Stage::Yes(_, yes), Some(request)) => pages::yes(ctx, yes, &request),
            (Stage::No(_), Some(request)) => pages::no(ctx, &request),
            (Stage::Whose, _) => pages::whose(ctx),
            (Stage::Worker(worker), _) => pages::worker(ctx, worker),
            _ => pages::list(ctx),
        }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        self.stage = match std::mem::take(&mut self.stage) {
            Stage::List => return None,
            Stage::One(_) | Stage::Whose => Stage::List,
            Stage::Worker(_) => Stage::Whose,
            Stage::Yes(ask, _) | Stage::No(ask) => Stage::One(ask),
        };
        Some(Action::none())
    }
}

impl Yes {
    fn time(&self) -> Option<Time> {
        typed_time(&self.time.words())
    }
}

impl Arranging {
    fn ask(&self) -> Option<AskId> {
        match &self.stage {
            Stage::List | Stage::Whose | Stage::Worker(_) => None,
            Stage::One(ask) | Stage::Yes(ask, _) | Stage::No(ask) => Some(ask.clone()),
        }
    }

    /// What was arranged before is there to be changed.
    fn begin_yes(&mut self, ctx: Ctx<'_>) -> Action<Message> {
        let Some(ask) = self.ask() else { return Action::none() };
        let known = ctx.store.way_asked(&ask).and_then(|request| request.answer).map(|answer| answer.answer);
        let (who, time) = match known {
            Some(Answer::Arranged { who, time }) => (who, format!("{}:{:02}", time.hour(), time.minute())),
            _ => Default::default(),
        };
        let yes = Yes { who: Guarded::of(&who, Asks::Everything), time: Writing::of(&time), no_time: false };
        self.stage = Stage::Yes(ask, Box::new(yes));
        Action::step(Step::Focus("arranging-who".to_owned()))
    }

    fn answer(&mut self, ctx: Ctx<'_>, answer: Answer) -> Action<Message> {
        let Some(request) = self.ask().and_then(|ask| ctx.store.way_asked(&ask)) else { return Action::none() };
        self.stage = Stage::List;
        let (ask, worker) = (request.asked.id, request.asked.worker);
        let answered = WayAnswered { ask, worker, answer, by: ctx.me.id.clone(), at: ctx.now() };
        Action::step(Step::Keep(Record::WayAnswered(answered)))
    }
}

/// Whether this person is the one who answers this worker: the senior, or the lead where there is none.
fn answers(ctx: Ctx<'_>, worker: &Person) -> bool {
    worker.senior.as_ref().or(worker.lead.as_ref()) == Some(&ctx.me.id)
}

/// The workers whose trips this person may read about.
fn workers<'a>(ctx: Ctx<'a>) -> impl Iterator<Item = &'a Person> {
    let team = &ctx.hall.team;
    let reads = move |worker: &&Person| {
        let space = Space::Plan(worker.id.clone());
        // Who is their own senior answers themselves.
        let own = worker.id == ctx.me.id && worker.senior.as_ref() != Some(&ctx.me.id);
        worker.is(Role::Worker) && space.is_read_by(ctx.me, team) && !own
    };
    team.people.iter().filter(reads)
}

/// What was asked for and is still to come, with who asked: what waits for this person first.
fn requests<'a>(ctx: Ctx<'a>) -> Vec<(&'a Person, Request)> {
    let of = |worker: &'a Person| ctx.store.ways_asked(&worker.id).into_iter().map(move |request| (worker, request));
    let mut all: Vec<_> = workers(ctx).flat_map(of).collect();
    all.retain(|(_, request)| request.counts(ctx.today()));
    all.sort_by_key(|(worker, request)| (!request.waits(ctx.today()), !answers(ctx, worker), request.asked.by));
    all
}
