//! Keeping what people do: each change goes to the disk at once, and the person is told if it cannot.
use iced::Task;

use super::{App, Message, Stage};
use crate::domain::debrief::ClipId;
use crate::domain::person::Team;
use crate::domain::preferences::Preferences;
use crate::domain::record::Record;
use crate::domain::space::Space;
use crate::problem::Problem;
use crate::ui::News;

impl App {
    pub(super) fn keep(&mut self, record: Record) -> Task<Message> {
        let Stage::Inside(inside) = &self.stage else { return Task::none() };
        let photo = self.fetch_new_photo(&record);
        Task::batch([Task::perform(inside.session.keep(record), Message::Kept), photo])
    }

    pub(super) fn share_sound(&mut self, clip: &ClipId, space: &Space) -> Task<Message> {
        let Stage::Inside(inside) = &self.stage else { return Task::none() };
        Task::perform(inside.session.share(clip, space), Message::Kept)
    }

    /// Looks and sounds like this from now on, and the next time too.
    pub(super) fn prefer(&mut self, preferences: Preferences) -> Task<Message> {
        self.wear(preferences.clone());
        match &self.stage {
            Stage::Inside(inside) => {
                let record = Record::Preferences(inside.me.id.clone(), preferences);
                let kept = self.keep(record);
                Task::batch([kept, self.watch()])
            }
            Stage::Door(_) => Task::none(),
        }
    }

    /// These are the people from now on, at the door and everywhere. Somebody may have a new photo.
    pub(super) fn team_is(&mut self, team: Team) -> Task<Message> {
        if let Stage::Inside(inside) = &mut self.stage
            && let Some(me) = team.people.iter().find(|person| person.id == inside.me.id)
        {
            inside.me = me.clone();
        }
        self.hall.team = team;
        self.fetch_faces()
    }

    pub(super) fn kept(&mut self, result: Result<(), Problem>) -> Task<Message> {
        let waited = !self.aside.is_empty();
        self.let_go_of_saved();
        let Stage::Inside(inside) = &self.stage else {
            if waited {
                self.say_locked();
            }
            return Task::none();
        };
        if result.is_err() {
            if !self.news.contains(&News::NotSaved) {
                self.news.push(News::NotSaved);
            }
        } else if inside.session.is_saved() {
            self.news.retain(|news| *news != News::NotSaved);
        }
        Task::none()
    }

    /// Tries again to save what could not be saved.
    pub(super) fn retry(&mut self) -> Task<Message> {
        match &self.stage {
            Stage::Inside(inside) => Task::perform(inside.session.retry(), Message::Kept),
            Stage::Door(_) => Task::perform(self.save_aside(), Message::Kept),
        }
    }
}
