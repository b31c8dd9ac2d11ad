//! Locking: when nobody has been there for a while, and hiding everything by one key.
use std::sync::atomic::Ordering;
use std::time::Duration;

use iced::Task;

use super::{App, Message, Stage};
use crate::screen::{Step, WayOut};
use crate::screens::cover::{self, Cover};
use crate::ui::News;

/// How often the app looks whether somebody is still there.
pub(super) const LOOK: Duration = Duration::from_secs(5);

impl App {
    /// Hides everything, or shows it again.
    pub(super) fn hide(&mut self) -> Task<Message> {
        self.cover = match self.cover {
            None => Some(Cover::Hidden),
            Some(Cover::Hidden) => None,
            // What is locked is not opened by a key.
            Some(Cover::Recording) => Some(Cover::Recording),
        };
        self.hush()
    }

    pub(super) fn on_cover(&mut self, message: cover::Message) -> Task<Message> {
        match message {
            cover::Message::Show => self.hide(),
            cover::Message::Stop => self.lock_now(),
        }
    }

    /// Waits until nobody has been there for as long as the person chose. A computer that slept is locked when it
    /// wakes: its clock has gone on. It asks for nothing to be drawn while it waits.
    pub(super) fn watch(&mut self) -> Task<Message> {
        let (clock, touched) = (self.hall.devices.clock.clone(), self.hall.look.touched.clone());
        let minutes = i64::from(self.hall.preferences.lock_after.clamp(1, 15));
        let alone = async move {
            let mut last = clock.now();
            loop {
                tokio::time::sleep(LOOK).await;
                let now = clock.now();
                // A clock that was put back begins anew.
                if touched.swap(false, Ordering::Relaxed) || now < last {
                    last = now;
                }
                if now.duration_since(last).as_secs() >= minutes * 60 {
                    return;
                }
            }
        };
        let (task, handle) = Task::perform(alone, |()| Message::Alone).abortable();
        // The watch before ends here.
        self.watch = Some(handle.abort_on_drop());
        task
    }

    /// Nobody has been there for a while.
    pub(super) fn alone(&mut self) -> Task<Message> {
        let Stage::Inside(inside) = &self.stage else { return Task::none() };
        if inside.current.hushed() {
            self.cover = Some(Cover::Recording);
            return Task::none();
        }
        self.lock_now()
    }

    /// Behind the lock a recording goes on. It locks wholly when that has ended.
    pub(super) fn still_recording(&mut self) -> Task<Message> {
        let recording = matches!(&self.stage, Stage::Inside(inside) if inside.current.hushed());
        if recording || self.cover != Some(Cover::Recording) { Task::none() } else { self.lock_now() }
    }

    /// Whatever is under way is kept, and the keys are let go.
    fn lock_now(&mut self) -> Task<Message> {
        self.cover = None;
        self.watch = None;
        self.help = None;
        let saved = matches!(&self.stage, Stage::Inside(inside) if inside.session.is_saved());
        if saved && !self.news.contains(&News::Locked) {
            self.news.push(News::Locked);
        }
        self.take(Step::Leave(WayOut::Door))
    }
}
