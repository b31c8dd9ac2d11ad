//! Coming in at the door, and leaving the app to the next person.
use std::time::Duration;

use iced::Task;

use super::{App, Inside, Message, Stage};
use crate::domain::person::PersonId;
use crate::domain::preferences::Preferences;
use crate::problem::Problem;
use crate::screen::{Ctx, WayOut};
use crate::screens::door::{self, Comer, Door, With};
use crate::screens::{Current, Place};
use crate::store::entry::Refused;
use crate::store::seal::swept;
use crate::store::{Session, Store};
use crate::ui::{Event, News};
use crate::words::Words;

/// What somebody has opened by coming in.
#[derive(Debug, Clone)]
pub struct Opened {
    session: Session,
    /// A recording was found that had been interrupted.
    found: bool,
    /// Somebody else let them in.
    with_help: bool,
}

impl App {
    /// Takes what happened at the door, and opens what somebody may read. That can take a moment: the door says so.
    pub(super) fn at_door(&mut self, message: door::Message) -> Task<Message> {
        let Some(store) = self.store.clone() else { return Task::none() };
        let joins = match &message {
            door::Message::LookAgain => {
                let places = self.hall.devices.shelves.all().into_iter().map(|shelf| shelf.folder);
                let looked = store.look_again(places.collect());
                Task::perform(looked, |looked| Message::Door(Event::Do(door::Message::Looked(looked))))
            }
            // The people of the team are there now.
            door::Message::Looked(Ok(())) => match store.hall() {
                Ok(hall) => {
                    self.hall.team = hall.team();
                    self.fetch_faces()
                }
                Err(_) => Task::none(),
            },
            _ => Task::none(),
        };
        let Stage::Door(door) = &mut self.stage else { return joins };
        let comer = door.update(message, (|person: &_| store.way_of(person), |person: &_| store.helpers_of(person)));
        let Some(Comer { person, with }) = comer else { return joins };
        let Some(me) = self.hall.team.person(&person).cloned() else { return Task::none() };
        door.begin_opening();
        let team = self.hall.team.clone();
        let with_help = !matches!(with, With::Own(_)) || store.is_guest(&person);
        let open = move || {
            let session = match with {
                With::Own(chosen) => store.enter(&me, &chosen, &team)?,
                With::Helper(helper, chosen) => {
                    let helper = team.person(&helper).ok_or(Problem::NotAllowed)?;
                    store.enter(helper, &chosen, &team)?.let_in(&me, &team)?
                }
                With::Sheet(sheet) => store.recover(&me, &sheet, &team)?,
            };
            let found = !session.finish_interrupted().is_empty();
            Ok(Opened { session, found, with_help })
        };
        let opening = tokio::task::spawn_blocking(|| swept(open));
        let opened = async move { opening.await.unwrap_or(Err(Refused::Problem(Problem::CannotRead))) };
        let still = tokio::time::sleep(Duration::from_millis(500));
        let opened = Task::perform(opened, move |opened| Message::Opened(person.clone(), opened));
        let (opened, handle) = opened.abortable();
        // Should the computer be locked meanwhile, nobody comes in.
        self.opening = Some(handle.abort_on_drop());
        Task::batch([opened, Task::perform(still, |()| Message::StillOpening)])
    }

    pub(super) fn opened(&mut self, person: &PersonId, opened: Result<Opened, Refused>) -> Task<Message> {
        let Stage::Door(door) = &mut self.stage else { return Task::none() };
        let Some(me) = self.hall.team.person(person).cloned() else { return Task::none() };
        let Opened { session, found, with_help } = match opened {
            Ok(opened) => opened,
            Err(refused) => {
                door.refused(refused);
                return Task::none();
            }
        };
        self.news.retain(|news| *news == News::NoSound);
        if found {
            self.news.push(News::RecordingKept);
        }
        if self.store.as_ref().is_some_and(Store::is_damaged) {
            self.news.push(News::Damaged);
        }
        let kept = self.bring_back(person, &session);
        self.found_broken = self.store.as_ref().map_or(0, Store::found_broken);
        self.wear(session.preferences(&me.id));
        let on_a_ward = session.ward(&me.id).is_some_and(|ward| ward.on);
        let devices = self.devices.clone();
        self.hall.devices = if on_a_ward { devices.on_a_ward() } else { devices };
        // Who was let in has perhaps forgotten their way: they are asked for a new one.
        let place = if with_help { Place::WayIn(me.id.clone()) } else { Place::Home(()) };
        let ctx = Ctx { hall: &self.hall, me: &me, store: &session };
        let (current, task) = Current::open(ctx, place.clone());
        let trail = if with_help { vec![Place::Home(())] } else { Vec::new() };
        self.visit += 1;
        self.help = None;
        self.stage = Stage::Inside(Box::new(Inside { me, session, current, place, trail }));
        let opened = self.come_back(task);
        let hidden = self.hide_from_others();
        Task::batch([kept, opened, self.watch(), hidden])
    }

    /// Leaves, when all that was kept is on the disk.
    pub(super) fn leave_by(&mut self, way: WayOut) -> Task<Message> {
        let leaving = self.leave();
        let visit = self.visit;
        match &self.stage {
            Stage::Inside(inside) if way == WayOut::Door && inside.session.is_saved() => {
                leaving.chain(self.go_out(way))
            }
            Stage::Inside(inside) => {
                let (saved, closes) = (inside.session.all_saved(), way == WayOut::Window);
                // With the window goes what waits for others too.
                let others = closes.then(|| self.save_aside());
                let saved = async move {
                    saved.await?;
                    if let Some(others) = others { others.await } else { Ok(()) }
                };
                leaving.chain(Task::perform(saved, move |saved| Message::MayLeave(visit, way, saved)))
            }
            Stage::Door(_) if self.aside.is_empty() => self.go_out(way),
            Stage::Door(_) => Task::perform(self.save_aside(), move |saved| Message::MayLeave(visit, way, saved)),
        }
    }

    /// All is on the disk, or a last try has failed: then the person chooses.
    pub(super) fn may_leave(&mut self, way: WayOut, saved: Result<(), Problem>) -> Task<Message> {
        let Stage::Inside(inside) = &self.stage else {
            // Who closes a window twice means it.
            let closes = way == WayOut::Window;
            let stays = closes && saved.is_err() && !std::mem::replace(&mut self.warned, true);
            return if stays { Task::none() } else { self.go_out(way) };
        };
        let asked = matches!(inside.place, Place::Unsaved(_));
        match (saved, way) {
            (Ok(()), _) => self.go_out(way),
            (Err(_), WayOut::Window) if asked => self.go_out(way),
            (Err(_), WayOut::Door) if self.locking => {
                self.set_aside();
                self.go_out(way)
            }
            (Err(_), _) => self.go(Place::Unsaved(way), !asked),
        }
    }

    pub(super) fn go_out(&mut self, way: WayOut) -> Task<Message> {
        match way {
            WayOut::Window => self.closing.map_or(Task::none(), iced::window::close),
            WayOut::Door => {
                self.remember();
                self.help = None;
                self.forget_reminder();
                self.watch = None;
                self.cover = None;
                if std::mem::take(&mut self.locking) || !self.aside.is_empty() {
                    self.say_locked();
                }
                self.visit += 1;
                self.stage = Stage::Door(Door::default());
                self.names = None;
                self.sharing_is_answered();
                self.hall.devices = self.devices.clone();
                self.wear(Preferences::default());
                Task::none()
            }
        }
    }

    /// What this person could read is remembered for the next time, while somebody else may come in.
    fn remember(&self) {
        if let Stage::Inside(inside) = &self.stage {
            let session = inside.session.clone();
            let _thread = std::thread::spawn(move || session.remember());
        }
    }

    /// A file that is found broken while somebody looks at it is told, as one that was found on coming in.
    pub(super) fn notice_broken(&mut self) {
        let found = self.store.as_ref().map_or(0, Store::found_broken);
        if found > self.found_broken && matches!(self.stage, Stage::Inside(_)) {
            self.found_broken = found;
            self.news.retain(|news| *news != News::Damaged);
            self.news.push(News::Damaged);
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
