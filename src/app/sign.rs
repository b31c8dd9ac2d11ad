//! Coming in at the door, and leaving the app to the next person.
use std::time::Duration;

use iced::Task;

use super::{App, Inside, Message, Stage};
use crate::domain::person::PersonId;
use crate::domain::preferences::Preferences;
use crate::problem::Problem;
use crate::screen::{Ctx, WayOut};
use crate::screens::door::{self, Door};
use crate::screens::{Current, Place};
use crate::store::Session;
use crate::ui::News;
use crate::words::Words;

impl App {
    /// Opens what this person may read. That can take a moment: the door says so if it does.
    pub(super) fn at_door(&mut self, message: door::Message) -> Task<Message> {
        let door::Message::Enter(person) = message;
        let Stage::Door(door) = &mut self.stage else { return Task::none() };
        let Some(me) = self.hall.team.person(&person).cloned() else { return Task::none() };
        if !door.begin_opening() {
            return Task::none();
        }
        let (store, team) = (self.store.clone(), self.hall.team.clone());
        let opening = tokio::task::spawn_blocking(move || {
            let session = store.session(&me, &team)?;
            let found = !session.finish_interrupted().is_empty();
            Ok((session, found))
        });
        let opened = async move { opening.await.unwrap_or(Err(Problem::CannotRead)) };
        let still = tokio::time::sleep(Duration::from_millis(500));
        Task::batch([
            Task::perform(opened, move |opened| Message::Opened(person.clone(), opened)),
            Task::perform(still, |()| Message::StillOpening),
        ])
    }

    pub(super) fn opened(&mut self, person: &PersonId, opened: Result<(Session, bool), Problem>) -> Task<Message> {
        let Stage::Door(door) = &mut self.stage else { return Task::none() };
        let Some(me) = self.hall.team.person(person).cloned() else { return Task::none() };
        let (session, found) = match opened {
            Ok(opened) => opened,
            Err(problem) => {
                door.failed(problem);
                return Task::none();
            }
        };
        self.news.retain(|news| *news == News::NoSound);
        if found {
            self.news.push(News::RecordingKept);
        }
        self.wear(session.preferences(&me.id));
        let place = Place::Home(());
        let ctx = Ctx { hall: &self.hall, me: &me, store: &session };
        let (current, task) = Current::open(ctx, place.clone());
        self.visit += 1;
        self.help = None;
        self.stage = Stage::Inside(Box::new(Inside { me, session, current, place, trail: Vec::new() }));
        self.come_back(task)
    }

    /// Leaves, when all that was kept is on the disk.
    pub(super) fn leave_by(&mut self, way: WayOut) -> Task<Message> {
        let leaving = self.leave();
        let Stage::Inside(inside) = &self.stage else { return self.go_out(way) };
        if way == WayOut::Door && inside.session.is_saved() {
            return leaving.chain(self.go_out(way));
        }
        let visit = self.visit;
        leaving.chain(Task::perform(inside.session.all_saved(), move |saved| Message::MayLeave(visit, way, saved)))
    }

    /// All is on the disk, or a last try has failed: then the person chooses.
    pub(super) fn may_leave(&mut self, way: WayOut, saved: Result<(), Problem>) -> Task<Message> {
        let Stage::Inside(inside) = &self.stage else { return self.go_out(way) };
        let asked = matches!(inside.place, Place::Unsaved(_));
        match (saved, way) {
            (Ok(()), _) => self.go_out(way),
            // Who closes a window twice means it.
            (Err(_), WayOut::Window) if asked => self.go_out(way),
            (Err(_), _) => self.go(Place::Unsaved(way), !asked),
        }
    }

    pub(super) fn go_out(&mut self, way: WayOut) -> Task<Message> {
        match way {
            WayOut::Window => self.closing.map_or(Task::none(), iced::window::close),
            WayOut::Door => {
                self.help = None;
                self.visit += 1;
                self.stage = Stage::Door(Door::default());
                self.wear(Preferences::default());
                Task::none()
            }
        }
    }

    /// Looks and sounds like this from now on.
    pub(super) fn wear(&mut self, preferences: Preferences) {
        if preferences.language != self.hall.preferences.language {
            self.hall.words = std::sync::Arc::new(Words::in_language(&preferences.language));
        }
        self.hall.preferences = preferences;
        self.refit();
    }
}
