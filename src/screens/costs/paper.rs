//! The paper for Access to Work: which months, and then it is shown so that it can be printed.
use std::collections::BTreeSet;

use iced::Task;

use super::{pages, sheet};
use crate::devices::viewer::Ready;
use crate::domain::costs::{Month, Summary, TripCost, months};
use crate::domain::person::{PersonId, Role};
use crate::domain::space::Space;
use crate::problem::Problem;
use crate::screen::{Action, Ctx, Screen, Step};
use crate::screens::put_away::{self, PutAway};
use crate::screens::trip::other::list as lines_page;
use crate::ui::{Body, Button, Lead, Page, Strength};
use crate::words::Arg;

/// The paper for Access to Work.
#[derive(Debug)]
pub struct CostPaper {
    worker: PersonId,
    picked: BTreeSet<Month>,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    Months,
    Showing,
    Shown,
    /// Nothing shows papers here: it is put in a folder.
    Putting(PutAway),
    Failed(Problem),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// This month, or not.
    Month(Month),
    /// Shows the paper.
    Show,
    /// It is shown, or not.
    Shown(Result<(), Problem>),
    /// Puts it in a folder.
    PutAway,
    /// Something about that.
    Putting(put_away::Message),
    /// Has read what was said.
    Okay,
}

impl Screen for CostPaper {
    /// Whose costs.
    type Opens = PersonId;
    type Message = Message;
    const HEADING: &'static str = "cost-paper";
    const FOR: &'static [Role] = &[Role::Worker, Role::Senior, Role::Supervisor];

    fn open(ctx: Ctx<'_>, worker: PersonId) -> (Self, Task<Message>) {
        let newest = months(&costs(ctx, &worker)).first().copied();
        (Self { worker, picked: newest.into_iter().collect(), stage: Stage::Months }, Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Month(month) => {
                if !self.picked.remove(&month) {
                    let _ = self.picked.insert(month);
                }
            }
            Message::Show => {
                if let Err(problem) = ctx.devices.may_go_out() {
                    self.stage = Stage::Failed(problem);
                    return Action::none();
                }
                match self.ready(ctx) {
                    Ok(ready) => {
                        self.stage = Stage::Showing;
                        return Action::run(Task::perform(ctx.devices.viewer.show(ready), Message::Shown));
                    }
                    Err(problem) => self.stage = Stage::Failed(problem),
                }
            }
            Message::Shown(Ok(())) => {
                self.stage = Stage::Shown;
                return Action::step(Step::Say(ctx.phrase("cost-paper-shown")));
            }
            Message::Shown(Err(problem)) => self.stage = Stage::Failed(problem),
            Message::PutAway => {
                self.stage = self.ready(ctx).map_or_else(Stage::Failed, |paper| Stage::Putting(PutAway::begin(paper)));
            }
            Message::Putting(message) => {
                if let Stage::Putting(putting) = &mut self.stage {
                    return putting.update(ctx, message).map(Message::Putting);
                }
            }
            Message::Okay => self.stage = Stage::Months,
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let okay = || Button::new("ok", ctx.phrase("ok"), Message::Okay).icon("check").strength(Strength::Primary);
        let heading = ctx.phrase("cost-paper-heading");
        match &self.stage {
            Stage::Months => self.months_page(ctx),
            Stage::Showing => lines_page(
                "cost-paper-making",
                heading,
                vec![(Lead::Sign("hourglass"), ctx.phrase("cost-paper-making"))],
            ),
            Stage::Shown => {
                let lines = vec![(Lead::Sign("note"), ctx.phrase("cost-paper-print"))];
                lines_page("cost-paper-shown", ctx.phrase("cost-paper-shown"), lines).primary(okay())
            }
            Stage::Failed(problem) => {
                let line = (Lead::Sign("alert"), ctx.problem(*problem));
                let page = lines_page("cost-paper-failed", heading, vec![line]);
                match PutAway::button(ctx, *problem, Message::PutAway) {
                    Some(put) => page.primary(put),
                    None => page.primary(okay()),
                }
            }
            Stage::Putting(putting) => putting.page(ctx, Message::Putting, Message::Okay),
        }
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        if let Stage::Putting(putting) = &mut self.stage
            && putting.back().is_some()
        {
            return Some(Action::none());
        }
        match self.stage {
            Stage::Months => return None,
            // What is on its way is shown.
            Stage::Showing => {}
            _ => self.stage = Stage::Months,
        }
        Some(Action::none())
    }
}

/// What the worker wrote down, if this person may read it.
fn costs(ctx: Ctx<'_>, worker: &PersonId) -> Vec<TripCost> {
    let reads = Space::Plan(worker.clone()).is_read_by(ctx.me, &ctx.hall.team);
    if reads { ctx.store.trip_costs(worker) } else { Vec::new() }
}

impl CostPaper {
    fn ready(&self, ctx: Ctx<'_>) -> Result<Ready, Problem> {
        let worker = ctx.hall.team.person(&self.worker).ok_or(Problem::CannotPrint)?;
        let picked: Vec<_> = self.picked.iter().copied().collect();
        let summary = Summary::of(&costs(ctx, &self.worker), &picked);
        let paper = sheet::of(ctx, worker, (&picked, &summary));
        Ok(Ready { name: paper.title.clone(), pdf: paper.pdf(&ctx.words)? })
    }

    fn months_page<'a>(&self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let costs = costs(ctx, &self.worker);
        let all = months(&costs);
        let heading = ctx.phrase("cost-months");
        if all.is_empty() {
            return pages::none_yet(ctx, ("cost-months", "cost-months-none"), heading);
        }
        let tile = |month: &Month| {
            let summary = Summary::of(&costs, &[*month]);
            let args =
                [("count", Arg::from(summary.costs.len())), ("sum", Arg::from(ctx.words.money(summary.pence).shown))];
            let under = ctx.words.phrase_with("cost-month-sum", args);
            let name = ctx.words.month_of_year(month.first());
            let id = format!("month-{}-{}", month.year, month.month);
            pages::month((id, name), (self.picked.contains(month), under), Message::Month(*month))
        };
        let show = Button::new("cost-paper-show", ctx.phrase("cost-paper-show"), Message::Show).icon("note");
        Page::new("cost-months", heading, Body::tiles(all.iter().map(tile).collect()))
            .about("user", ctx.phrase_for("cost-paper-of", ctx.team.name_of(&self.worker)))
            .primary(show.strength(Strength::Primary).only_if(!self.picked.is_empty()))
    }
}
