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

    /// Looks whether somebody is still there, and locks if nobody has been for as long as the person chose. A computer
    /// that slept is locked when it wakes: its clock has gone on.
    pub(super) fn still_there(&mut self) -> Task<Message> {
        let Stage::Inside(inside) = &self.stage else { return Task::none() };
        let now = self.hall.now();
        let recording = inside.current.hushed();
        if self.cover == Some(Cover::Recording) {
            // It locks wholly when the recording has ended.
            return if recording { Task::none() } else { self.lock_now() };
        }
        if self.hall.look.touched.swap(false, Ordering::Relaxed) || self.speaking {
            self.touched = Some(now);
        }
        let last = *self.touched.get_or_insert(now);
        let alone = now.duration_since(last);
        if alone.is_negative() {
            self.touched = Some(now);
        }
        if alone.as_secs() < i64::from(self.hall.preferences.lock_after.clamp(1, 15)) * 60 {
            return Task::none();
        }
        if recording {
            self.cover = Some(Cover::Recording);
            return Task::none();
        }
        self.lock_now()
    }

    /// Whatever is under way is kept, and the keys are let go.
    fn lock_now(&mut self) -> Task<Message> {
        self.cover = None;
        self.touched = None;
        self.help = None;
        let saved = matches!(&self.stage, Stage::Inside(inside) if inside.session.is_saved());
        if saved && !self.news.contains(&News::Locked) {
            self.news.push(News::Locked);
        }
        self.take(Step::Leave(WayOut::Door))
    }
}
