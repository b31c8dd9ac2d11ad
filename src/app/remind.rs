//! The reminder to get ready for a trip: over whatever screen is open, once, and never while a recording runs.
use std::time::Duration;

use iced::Subscription;
use jiff::civil::DateTime;

use super::{App, Message, Stage};
use crate::ui::News;

/// How often the clock is looked at while a reminder is still to come.
const LOOK: Duration = Duration::from_secs(5);

impl App {
    /// When the trips of today begin for which this person wants a reminder and has not had it.
    fn reminders(&self) -> Vec<DateTime> {
        let Stage::Inside(inside) = &self.stage else { return Vec::new() };
        let leaves = inside.session.leaves_on(&inside.me.id, self.hall.today());
        let told = |leave: &DateTime| self.reminded.iter().any(|(who, at)| *who == inside.me.id && at == leave);
        leaves.into_iter().filter(|leave| !told(leave)).collect()
    }

    /// The clock is looked at only while there is a reminder to come.
    pub(super) fn reminder_subscription(&self) -> Subscription<Message> {
        if !self.hall.preferences.reminder.is_wanted() || self.reminders().is_empty() {
            return Subscription::none();
        }
        iced::time::every(LOOK).map(|_| Message::LookAtClock)
    }

    /// Says that it is time, where it is. What lies open stays as it is.
    pub(super) fn notice_reminder(&mut self) {
        let wanted = self.hall.preferences.reminder;
        let Stage::Inside(inside) = &self.stage else { return };
        // A recording would hear it, and behind a cover nobody is to read it.
        if !wanted.is_wanted() || inside.current.hushed() || self.cover.is_some() || self.locking {
            return;
        }
        let me = inside.me.id.clone();
        let now = self.hall.now();
        let Some(leave) = self.reminders().into_iter().find(|leave| wanted.is_due(*leave, now)) else { return };
        self.reminded.push((me, leave));
        self.forget_reminder();
        self.news.insert(0, News::GetReady(leave.time()));
        let said = self.hall.look.get_ready(leave.time());
        self.tell("news-get-ready".to_owned(), said.spoken);
    }

    /// Whoever comes next does not read when somebody leaves.
    pub(super) fn forget_reminder(&mut self) {
        self.news.retain(|news| !matches!(news, News::GetReady(_)));
    }
}
