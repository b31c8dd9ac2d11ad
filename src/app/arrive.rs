//! Going from screen to screen: the trail, what is left behind, what is said on arrival.
use iced::Task;

use super::{App, Message, Stage, Why};
use crate::domain::preferences::Arrival;
use crate::screen::{Action, Ctx, Step};
use crate::screens::help::{Help, Part};
use crate::screens::{self, Current, Place, named};
use crate::ui::part::Found;
use crate::ui::rail::Key;
use crate::ui::{Event, walk};

impl App {
    /// Does what a screen asked for, in the order in which it asked.
    pub(super) fn act(&mut self, action: Action<screens::Message>) -> Task<Message> {
        let task = self.come_back(action.task);
        task.chain(self.take_all(action.steps))
    }

    /// Work of the open screen: its answer comes back to this visit and to no other.
    pub(super) fn come_back(&self, task: Task<screens::Message>) -> Task<Message> {
        let visit = self.visit;
        task.map(move |message| Message::Screen(visit, Event::Do(message)))
    }

    pub(super) fn take_all(&mut self, steps: Vec<Step>) -> Task<Message> {
        steps.into_iter().fold(Task::none(), |task, step| task.chain(self.take(step)))
    }

    pub(super) fn take(&mut self, step: Step) -> Task<Message> {
        match step {
            Step::Go(place) => self.go(place, true),
            Step::Instead(place) => self.go(place, false),
            Step::Back => self.back(),
            Step::Home => self.home(),
            Step::Help => self.open_help(None),
            Step::HelpAt(part) => self.open_help(Some(part)),
            Step::Keep(record) => self.keep(record),
            Step::ShareSound(clip, space) => self.share_sound(&clip, &space),
            Step::Say(phrase) => {
                let said = self.without_names(phrase);
                self.tell("heading".to_owned(), said);
                Task::none()
            }
            Step::Listen => walk::walk().map(|found| Message::Walked(Why::Read, found)),
            Step::Hush => self.hush(),
            Step::Focus(part) => {
                self.wants_focus = Some(part.clone());
                self.hall.look.focus = Some(part);
                Task::none()
            }
            Step::Prefer(preferences) => self.prefer(preferences),
            Step::Photos(names) => self.fetch(names),
            Step::HideNames(hide) if hide != self.names.is_some() => self.hide_names(),
            Step::HideNames(_) => Task::none(),
            Step::Team(team) => self.team_is(team),
            Step::Leave(way) => self.leave_by(way),
            Step::LeaveUnsaved(way) => self.go_out(way),
        }
    }

    pub(super) fn rail(&mut self, key: Key) -> Task<Message> {
        match key {
            Key::Back => self.back(),
            Key::Home => self.home(),
            Key::Listen => self.listen(),
            Key::Help => self.take(Step::Help),
        }
    }

    pub(super) fn walked(&mut self, why: Why, found: &[Found]) -> Task<Message> {
        match why {
            Why::Move(towards) => {
                if let Some(next) = walk::next(found, self.hall.look.focus.as_deref(), towards) {
                    self.hall.look.focus = Some(next.part.id.clone());
                    self.hall.look.ring = true;
                }
                Task::none()
            }
            Why::Read => self.read_out(found),
            Why::Show => self.show(found),
        }
    }

    pub(super) fn go(&mut self, place: Place, remember: bool) -> Task<Message> {
        let leaving = self.leave();
        self.help = None;
        let Stage::Inside(inside) = &mut self.stage else { return leaving };
        if remember {
            inside.trail.push(inside.place.clone());
        }
        leaving.chain(self.open(place))
    }

    /// Opens a place. The screen is built anew: all that matters was saved.
    fn open(&mut self, place: Place) -> Task<Message> {
        let Stage::Inside(inside) = &mut self.stage else { return Task::none() };
        let ctx = Ctx { hall: &self.hall, me: &inside.me, store: &inside.session };
        let (current, task) = Current::open(ctx, place.clone());
        inside.current = current;
        inside.place = place;
        self.visit += 1;
        self.come_back(task)
    }

    pub(super) fn back(&mut self) -> Task<Message> {
        if let Some(help) = &mut self.help {
            if !help.back() {
                self.help = None;
            }
            return Task::none();
        }
        let inside = match &mut self.stage {
            Stage::Door(door) => {
                door.back();
                return Task::none();
            }
            Stage::Inside(inside) => inside,
        };
        let ctx = Ctx { hall: &self.hall, me: &inside.me, store: &inside.session };
        if let Some(action) = inside.current.back(ctx) {
            return self.act(action);
        }
        let Some(place) = inside.trail.pop() else { return Task::none() };
        let leaving = self.leave();
        leaving.chain(self.open(place))
    }

    pub(super) fn home(&mut self) -> Task<Message> {
        let leaving = self.leave();
        self.help = None;
        let Stage::Inside(inside) = &mut self.stage else { return leaving };
        inside.trail.clear();
        leaving.chain(self.open(Place::Home(())))
    }

    fn open_help(&mut self, part: Option<Part>) -> Task<Message> {
        let leaving = self.leave();
        self.help = Some(Help::open(part));
        leaving
    }

    /// Whatever is under way on the open screen is kept.
    pub(super) fn leave(&mut self) -> Task<Message> {
        let Stage::Inside(inside) = &mut self.stage else { return Task::none() };
        let ctx = Ctx { hall: &self.hall, me: &inside.me, store: &inside.session };
        let steps = inside.current.leave(ctx);
        self.take_all(steps)
    }

    /// Fits the look to the window and to what the person wants.
    pub(super) fn refit(&mut self) {
        let preferences = &self.hall.preferences;
        let look = &mut self.hall.look;
        look.words = self.hall.words.clone();
        look.theme = preferences.theme;
        look.pictures = preferences.pictures;
        look.point_to_hear = preferences.point_to_hear;
        look.fit(self.window, preferences.text_size);
    }

    /// Notices that another page is open: its lists start afresh, and its heading is said.
    pub(super) fn notice_arrival(&mut self) {
        let (name, heading) = match (&self.help, &self.stage) {
            _ if self.cover.is_some() => self.cover.map(|cover| named(&cover.page(&self.hall))).unwrap_or_default(),
            (Some(help), _) => named(&help.page(self.shown_hall(), self.shown_me())),
            (None, Stage::Door(door)) => named(&door.page(&self.hall)),
            (None, Stage::Inside(inside)) => inside.current.arrival(self.shown(inside)),
        };
        let wants_focus = self.wants_focus.take();
        let name = format!("{}/{name}", self.visit);
        if name == self.arrived {
            return;
        }
        self.arrived = name;
        self.hall.look.settles = Some(self.hall.devices.clock.settles());
        self.hall.look.turned.clear();
        // A field of the new page may have been asked for.
        self.hall.look.focus = wants_focus;
        if self.hall.preferences.arrival == Arrival::Heading && !self.hushed() {
            let said = self.and_of_sharing(heading);
            self.tell("heading".to_owned(), said);
        }
    }

    pub(super) fn hushed(&self) -> bool {
        matches!(&self.stage, Stage::Inside(inside) if inside.current.hushed()) && self.help.is_none()
    }
}
