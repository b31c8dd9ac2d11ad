//! What could not be saved when the app locked: it waits behind the door, is tried again, and comes back with its person.
use iced::Task;

use super::{App, Message, Stage};
use crate::domain::person::PersonId;
use crate::problem::Problem;
use crate::store::Session;
use crate::ui::News;

/// Somebody's work that is not on the disk. Their keys stay in memory with it, until it is.
#[derive(Debug)]
pub(super) struct Aside {
    person: PersonId,
    session: Session,
}

impl App {
    /// It locked, and not all could be saved: nobody sees it, and nothing of it is let go.
    pub(super) fn set_aside(&mut self) {
        let Stage::Inside(inside) = &self.stage else { return };
        self.aside.push(Aside { person: inside.me.id.clone(), session: inside.session.clone() });
    }

    /// What waits for this person is theirs again.
    pub(super) fn bring_back(&mut self, person: &PersonId, session: &Session) -> Task<Message> {
        let (theirs, others) = std::mem::take(&mut self.aside).into_iter().partition(|aside| aside.person == *person);
        self.aside = others;
        let theirs: Vec<Aside> = theirs;
        let kept = theirs.into_iter().flat_map(|aside| aside.session.unsaved());
        Task::batch(kept.map(|record| Task::perform(session.keep(record), Message::Kept)))
    }

    /// Tries once more to save what waits; answers when all of it is on the disk, or one could not be saved.
    pub(super) fn save_aside(&self) -> impl Future<Output = Result<(), Problem>> + Send + 'static {
        let all: Vec<_> = self.aside.iter().map(|aside| aside.session.retry()).collect();
        async move { futures::future::try_join_all(all).await.map(drop) }
    }

    /// Lets go of what has been saved by now.
    pub(super) fn let_go_of_saved(&mut self) {
        self.aside.retain(|aside| !aside.session.is_saved());
        self.warned &= !self.aside.is_empty();
    }

    /// The news of having locked, at the door.
    pub(super) fn say_locked(&mut self) {
        let news = if self.aside.is_empty() { News::Locked } else { News::NotSaved };
        self.news.retain(|other| !matches!(other, News::Locked | News::NotSaved));
        self.news.push(news);
    }
}
