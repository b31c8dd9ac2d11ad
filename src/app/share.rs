//! When somebody else sees the screen, names are hidden by themselves.
//!
//! They do not come back by themselves. In a call people stop sharing one window only to share another, and a helper
//! from afar loses the line and comes again: a name must not stand there in between, and no page changes under
//! somebody's hands at a moment that nobody chose. One line says that sharing has ended, and its OK shows the names.
//!
//! Who shows names on purpose while the screen is shared has decided, until somebody else begins to see it or somebody
//! else comes in. What a person hid themselves stays theirs: the end of sharing says nothing of it.
use iced::Task;

use super::{App, Message};
use crate::ui::News;

/// What is known of others who see this screen.
#[derive(Debug, Default)]
pub(super) struct Sharing {
    /// Somebody sees it now.
    now: bool,
    /// The app has hidden the names, and nobody has shown them since.
    hid: bool,
    /// A line that is still to be said.
    unsaid: Option<News>,
}

impl App {
    pub(super) fn share_begins(&mut self) -> Task<Message> {
        self.sharing.now = true;
        self.hide_from_others()
    }

    pub(super) fn share_ends(&mut self) -> Task<Message> {
        self.sharing.now = false;
        self.news.retain(|news| *news != News::Shared);
        if self.sharing.hid && self.names.is_some() {
            self.say_of_sharing(News::ShareEnded);
        }
        Task::none()
    }

    /// Hides the names of who is in, if somebody else sees them. At the door they are the way in.
    pub(super) fn hide_from_others(&mut self) -> Task<Message> {
        if !self.sharing.now || self.locking || self.me().is_none() {
            return Task::none();
        }
        if self.names.is_none() {
            self.names = self.masked();
            self.sharing.hid = true;
        }
        // What is being said may be a name.
        let hushed = self.hush();
        self.say_of_sharing(News::Shared);
        hushed
    }

    /// The names are shown or hidden by who is in, or nobody is in any more.
    pub(super) fn sharing_is_answered(&mut self) {
        self.sharing.hid = false;
        self.forget_sharing();
    }

    /// The line that says that sharing has ended has been read: its OK shows the names.
    pub(super) fn share_end_read(&mut self) -> Task<Message> {
        if !self.sharing.now && self.sharing.hid {
            self.names = None;
            self.sharing_is_answered();
        }
        Task::none()
    }

    fn forget_sharing(&mut self) {
        self.sharing.unsaid = None;
        self.news.retain(|news| !matches!(news, News::Shared | News::ShareEnded));
    }

    fn say_of_sharing(&mut self, news: News) {
        self.forget_sharing();
        self.news.insert(0, news);
        // A recording would hear it, and behind a cover nobody is to read it.
        self.sharing.unsaid = Some(news).filter(|_| !self.hushed() && self.cover.is_none());
    }

    /// What is said as a page opens, and with it what is to be said of sharing: one would throw the other away.
    pub(super) fn and_of_sharing(&mut self, heading: String) -> String {
        match self.sharing.unsaid.take() {
            Some(news) => format!("{heading} {}", self.hall.words.phrase(line(news)).spoken),
            None => heading,
        }
    }

    /// Says what is still to be said of sharing.
    pub(super) fn notice_sharing(&mut self) {
        if let Some(news) = self.sharing.unsaid.take() {
            let said = self.hall.words.phrase(line(news)).spoken;
            self.tell(line(news).to_owned(), said);
        }
    }
}

fn line(news: News) -> &'static str {
    if news == News::Shared { "news-shared" } else { "news-share-ended" }
}
