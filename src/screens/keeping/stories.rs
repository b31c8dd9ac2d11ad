//! Holding a story and asking to erase it: which worker, which of their stories, and what is to be done.
use std::collections::BTreeSet;

use iced::Task;

use crate::domain::debrief::DebriefId;
use crate::domain::person::{Person, PersonId, Role};
use crate::domain::removal::{EraseReason, Hold, HoldReason};
use crate::screen::{Action, Ctx, Screen, Step};
use crate::store::removal::NotGone;
use crate::ui::{Body, Button, Lead, Mark, Page, Tile, Tone};
use crate::words::{Arg, Phrase};

use super::wording::{Line, about, for_good, lines, not_gone, story_name, strong};

/// Holding and erasing.
#[derive(Debug, Default)]
pub struct Stories {
    stage: Stage,
    worker: Option<PersonId>,
    chosen: Chosen,
}

/// What was chosen of a worker's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Chosen {
    /// All that they told.
    #[default]
    All,
    /// All about the person with these first letters.
    Letters(String),
    /// One story.
    One(DebriefId),
}

#[derive(Debug, Default)]
enum Stage {
    #[default]
    Workers,
    Which,
    /// What is chosen, and what can be done with it.
    Chosen,
    WhyHold,
    WhyErase,
    /// "Ask to erase it?"
    Sure(EraseReason),
    Asked,
    Failed(NotGone),
}

/// What can happen there.
#[derive(Debug, Clone)]
pub enum Message {
    /// It is one of this worker's.
    Worker(PersonId),
    /// This.
    Choose(Chosen),
    /// Wants to hold it.
    Hold,
    /// Holds it, for this reason.
    HoldFor(HoldReason),
    /// Ends the hold.
    Lift(HoldReason),
    /// It is held, or not any more; or it is not saved.
    Held(Result<(), NotGone>),
    /// Wants to erase it.
    Erase,
    /// For this reason.
    EraseFor(EraseReason),
    /// Asks somebody else to agree.
    Ask,
    /// It is asked, or not.
    Asked(Result<(), NotGone>),
    /// Has read what was said, or does not want to.
    Okay,
}

impl Screen for Stories {
    type Opens = ();
    type Message = Message;
    const HEADING: &'static str = "stories";
    const FOR: &'static [Role] = &[Role::Supervisor];

    fn open(_ctx: Ctx<'_>, (): ()) -> (Self, Task<Message>) {
        (Self::default(), Task::none())
    }

    fn update(&mut self, ctx: Ctx<'_>, message: Message) -> Action<Message> {
        match message {
            Message::Worker(worker) => {
                self.worker = Some(worker);
                self.stage = Stage::Which;
            }
            Message::Choose(chosen) => {
                self.chosen = chosen;
                self.stage = Stage::Chosen;
            }
            Message::Hold => self.stage = Stage::WhyHold,
            Message::HoldFor(reason) => return self.hold(ctx, (true, reason)),
            Message::Lift(reason) => return self.hold(ctx, (false, reason)),
            // Who has gone on since stays where they are.
            Message::Held(Ok(())) if !matches!(self.stage, Stage::WhyHold) => {}
            Message::Held(Ok(())) | Message::Okay => self.stage = Stage::Chosen,
            Message::Erase => self.stage = Stage::WhyErase,
            Message::EraseFor(reason) => self.stage = Stage::Sure(reason),
            Message::Ask => {
                let (Stage::Sure(reason), Some(worker)) = (&self.stage, self.worker.clone()) else {
                    return Action::none();
                };
                let stories = self.stories(ctx).into_iter().map(|(story, ..)| story).collect();
                return Action::run(Task::perform(ctx.store.ask_to_erase(worker, stories, *reason), Message::Asked));
            }
            Message::Asked(Ok(())) => {
                self.stage = Stage::Asked;
                return Action::step(Step::Say(ctx.phrase("erase-asked")));
            }
            Message::Held(Err(why)) | Message::Asked(Err(why)) => {
                self.stage = Stage::Failed(why);
                return Action::step(Step::Say(ctx.phrase("not-gone")));
            }
        }
        Action::none()
    }

    fn page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let page = match &self.stage {
            Stage::Workers => return workers_page(ctx),
            Stage::Which => return self.which_page(ctx),
            Stage::Chosen => return self.chosen_page(ctx),
            Stage::WhyHold => {
                let name = ctx.team.name_of(self.worker.as_ref().unwrap_or(&ctx.me.id));
                let tile = |why: HoldReason| reason_tile(ctx, why.key(), Message::HoldFor(why));
                Page::new("hold-why", ctx.phrase("hold-why"), Body::tiles(HoldReason::ALL.map(tile).into()))
                    .helper(ctx.phrase_for("hold-why-help", name))
            }
            Stage::WhyErase => {
                let tile = |why: EraseReason| reason_tile(ctx, why.key(), Message::EraseFor(why));
                Page::new("erase-why", ctx.phrase("erase-why"), Body::tiles(EraseReason::ALL.map(tile).into()))
            }
            Stage::Sure(reason) => self.sure_page(ctx, *reason),
            Stage::Asked => {
                let worker = ctx.team.name_of(self.worker.as_ref().unwrap_or(&ctx.me.id));
                let all = vec![
                    (
                        "users",
                        Some(Tone::Good),
                        ctx.phrase_for("erase-asked-who", &answerers(ctx, self.worker.as_ref())),
                    ),
                    ("clock", None, ctx.phrase_for("erase-asked-stays", worker)),
                ];
                lines("erase-asked", ctx.phrase("erase-asked"), all).primary(strong(
                    ctx,
                    ("ok", "check"),
                    Message::Okay,
                ))
            }
            Stage::Failed(why) => return not_gone(ctx, "stories-failed", *why, Message::Okay),
        };
        page.about("user", self.name(ctx))
    }

    fn back(&mut self, _ctx: Ctx<'_>) -> Option<Action<Message>> {
        self.stage = match self.stage {
            Stage::Workers => return None,
            Stage::Which => Stage::Workers,
            Stage::Chosen => Stage::Which,
            Stage::Sure(_) => Stage::WhyErase,
            Stage::WhyHold | Stage::WhyErase | Stage::Asked | Stage::Failed(_) => Stage::Chosen,
        };
        Some(Action::none())
    }
}

/// A story as it is chosen from.
type Told = (DebriefId, Option<String>, Option<jiff::civil::Date>);

/// The stories of a worker that this person can see, the newest first: told as a visit, as a worry, or of themselves.
fn all_of(ctx: Ctx<'_>, worker: &PersonId) -> Vec<Told> {
    let (stories, worries, selves) = (ctx.store.stories(), ctx.store.worries(), ctx.store.about_workers());
    let visits = stories.iter().filter(|told| told.visit.worker == *worker).map(|told| &told.visit.id);
    let worries = worries.iter().filter(|(worry, _)| worry.worker == *worker).map(|(worry, _)| &worry.debrief);
    let selves = selves.iter().filter(|me| me.worker == *worker).map(|me| &me.debrief);
    let named: BTreeSet<_> = visits.chain(worries).chain(selves).cloned().collect();
    let with = |story: DebriefId| {
        let (letters, day) = about(ctx, &story);
        (story, letters, day)
    };
    let mut all: Vec<Told> = named.into_iter().map(with).collect();
    all.sort_by_key(|(_, _, day)| std::cmp::Reverse(*day));
    all
}

/// The names of those who can agree.
fn answerers(ctx: Ctx<'_>, worker: Option<&PersonId>) -> String {
    let worker = worker.and_then(|worker| ctx.hall.team.person(worker));
    let others = worker.into_iter().flat_map(|worker| {
        let lead = ctx.hall.team.lead_of(worker);
        ctx.hall.team.practitioners_of(worker).chain(lead).collect::<Vec<_>>()
    });
    let names: Vec<_> = others.filter(|other| other.id != ctx.me.id).map(|other| other.name.clone()).collect();
    names.join(", ")
}

fn reason_tile(ctx: Ctx<'_>, key: &'static str, does: Message) -> Tile<Message> {
    Tile::opens(key, ctx.phrase(key), does)
}

fn workers_page(ctx: Ctx<'_>) -> Page<'_, Message> {
    let leads = |person: &&Person| person.is(Role::Worker) && person.lead.as_ref() == Some(&ctx.me.id);
    let tile = |person: &Person| {
        Tile::opens(format!("of-{}", person.id.0), Phrase::own(&person.name), Message::Worker(person.id.clone()))
            .lead(Lead::Photo(person.photo.clone()))
    };
    let tiles: Vec<_> = ctx.hall.team.people.iter().filter(leads).map(tile).collect();
    Page::new("stories", ctx.phrase("stories-whose"), Body::tiles(tiles))
}

impl Stories {
    fn of_worker(&self, ctx: Ctx<'_>) -> Vec<Told> {
        self.worker.as_ref().map(|worker| all_of(ctx, worker)).unwrap_or_default()
    }

    /// The stories that are chosen.
    fn stories(&self, ctx: Ctx<'_>) -> Vec<Told> {
        let mut all = self.of_worker(ctx);
        match &self.chosen {
            Chosen::All => {}
            Chosen::Letters(wanted) => all.retain(|(_, letters, _)| letters.as_ref() == Some(wanted)),
            Chosen::One(story) => all.retain(|(other, ..)| other == story),
        }
        all
    }

    fn name(&self, ctx: Ctx<'_>) -> Phrase {
        let Some(worker) = &self.worker else { return ctx.phrase("stories") };
        let name = ctx.team.name_of(worker).to_owned();
        match &self.chosen {
            Chosen::All => ctx.phrase_for("stories-all", &name),
            Chosen::Letters(letters) => {
                let args = [("worker", Arg::from(name)), ("letters", Arg::from(letters.clone()))];
                ctx.words.phrase_with("stories-person", args)
            }
            Chosen::One(story) => {
                let (letters, day) = about(ctx, story);
                story_name(ctx, worker, (letters.as_deref(), day))
            }
        }
    }

    fn which_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let Some(worker) = &self.worker else { return workers_page(ctx) };
        let all = self.of_worker(ctx);
        let named = |chosen: Chosen| Self { chosen, worker: self.worker.clone(), stage: Stage::Which }.name(ctx);
        let held = |story: &DebriefId| ctx.store.hold_on(worker, story).map(|_| ctx.phrase("story-held"));
        let mut tiles =
            vec![Tile::opens("stories-all", named(Chosen::All), Message::Choose(Chosen::All)).lead(Lead::Sign("user"))];
        let letters: BTreeSet<_> = all.iter().filter_map(|(_, letters, _)| letters.clone()).collect();
        tiles.extend(letters.into_iter().map(|letters| {
            let chosen = Chosen::Letters(letters.clone());
            Tile::opens(format!("about-{letters}"), named(chosen.clone()), Message::Choose(chosen))
                .lead(Lead::Letters(letters))
        }));
        tiles.extend(all.into_iter().map(|(story, letters, day)| {
            let name = story_name(ctx, worker, (letters.as_deref(), day));
            let does = Message::Choose(Chosen::One(story.clone()));
            let tile = Tile::opens(format!("story-{}", story.0), name, does).lead(Lead::Sign("message"));
            Tile { under: held(&story), ..tile }.mark(Mark::Arrow)
        }));
        Page::new("stories-which", ctx.phrase("stories-which"), Body::tiles(tiles))
    }

    /// The hold on just what is chosen.
    fn own_hold(&self, ctx: Ctx<'_>) -> Option<Hold> {
        let holds = ctx.store.holds(self.worker.as_ref()?);
        match &self.chosen {
            Chosen::All => holds.into_iter().find(|hold| hold.story.is_none()),
            Chosen::One(story) => holds.into_iter().find(|hold| hold.story.as_ref() == Some(story)),
            Chosen::Letters(_) => None,
        }
    }

    fn chosen_page<'a>(&'a self, ctx: Ctx<'a>) -> Page<'a, Message> {
        let stories = self.stories(ctx);
        let own = self.own_hold(ctx);
        let mut all: Vec<Line> = Vec::new();
        if !matches!(self.chosen, Chosen::One(_)) {
            all.push(("list", None, ctx.words.phrase_with("stories-count", [("count", Arg::from(stories.len()))])));
        }
        let worker = self.worker.clone().unwrap_or_else(|| ctx.me.id.clone());
        let any = || stories.iter().find_map(|(story, ..)| ctx.store.hold_on(&worker, story));
        if let Some(hold) = own.clone().or_else(any) {
            let args = [
                ("name", Arg::from(ctx.team.name_of(&hold.by).to_owned())),
                ("day", Arg::from(ctx.words.day(hold.at.date()).shown)),
                ("reason", Arg::from(ctx.words.shown(hold.reason.key()))),
            ];
            all.push(("lock", Some(Tone::Wait), ctx.words.phrase_with("story-held-by", args)));
        } else {
            all.push(("check", None, ctx.phrase("story-not-held")));
        }
        let may = stories.iter().try_for_each(|(story, ..)| ctx.store.may_erase(&worker, story));
        if may.is_err_and(|why| why == crate::domain::retention::Forbidden::Worry) {
            all.push(("bell", Some(Tone::Wait), ctx.phrase("recording-worry")));
        }
        let page = lines("stories-chosen", self.name(ctx), all);
        let page = match (&self.chosen, own) {
            (Chosen::Letters(_), _) => page,
            (_, Some(hold)) => {
                page.action(Button::new("story-lift", ctx.phrase("story-lift"), Message::Lift(hold.reason)))
            }
            (_, None) => page.action(Button::new("story-hold", ctx.phrase("story-hold"), Message::Hold).icon("lock")),
        };
        let erase = Button::new("story-erase", ctx.phrase("story-erase"), Message::Erase).icon("trash");
        page.action(erase.only_if(may.is_ok() && !stories.is_empty()))
    }

    fn sure_page<'a>(&self, ctx: Ctx<'a>, reason: EraseReason) -> Page<'a, Message> {
        let all = vec![
            ("users", None, ctx.phrase_for("erase-sure-other", &answerers(ctx, self.worker.as_ref()))),
            ("trash", Some(Tone::Wait), ctx.phrase("erase-sure-all")),
            ("message", None, ctx.phrase(reason.key())),
        ];
        let no = Button::new("not-now", ctx.phrase("not-now"), Message::Okay);
        lines("erase-sure", ctx.phrase("erase-sure"), all).action(no).primary(for_good(ctx, "erase-ask", Message::Ask))
    }

    fn hold(&self, ctx: Ctx<'_>, how: (bool, HoldReason)) -> Action<Message> {
        let Some(worker) = self.worker.clone() else { return Action::none() };
        let story = match &self.chosen {
            Chosen::One(story) => Some(story.clone()),
            Chosen::All => None,
            Chosen::Letters(_) => return Action::none(),
        };
        Action::run(Task::perform(ctx.store.hold((worker, story), how), Message::Held))
    }
}
