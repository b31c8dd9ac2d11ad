//! What lies over everything when others may look, or when nothing could be opened: nothing of anybody can be read.
use crate::problem::Problem;
use crate::screen::Hall;
use crate::ui::{Body, Button, Page, Strength, rows};

/// What lies over everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// Hidden by a key.
    Hidden,
    /// Locked, while a recording goes on.
    Recording,
    /// Locked, while the last of somebody's work is on its way to the disk.
    Keeping,
    /// The folder could not be opened: there is nothing below.
    NotOpen(Problem),
}

/// What can happen on it.
#[derive(Debug, Clone, Copy)]
pub enum Message {
    /// Shows everything again.
    Show,
    /// Ends the recording and keeps it.
    Stop,
    /// Closes the window.
    Close,
}

impl Cover {
    /// The page.
    #[must_use]
    pub fn page<'a>(self, hall: &'a Hall) -> Page<'a, Message> {
        let close = Some(("ok", Message::Close, "check"));
        let (key, lines, button): (_, &'static [&'static str], _) = match self {
            Self::Hidden => ("hidden", &["hidden-how"], Some(("hidden-show", Message::Show, "eye"))),
            Self::Recording => ("locked", &["locked-recording"], Some(("locked-stop", Message::Stop, "stop"))),
            Self::Keeping => ("locked", &["locked-keeping"], None),
            Self::NotOpen(Problem::AlreadyOpen) => ("open-already", &["open-already-look", "open-already-ok"], close),
            Self::NotOpen(Problem::DiskFull) => ("not-open", &["not-open-full", "not-open-ask"], close),
            Self::NotOpen(Problem::CannotRead) => ("not-open", &["not-open-read", "not-open-ask"], close),
            Self::NotOpen(_) => ("not-open", &["not-open-write", "not-open-ask"], close),
        };
        let body = Body::rows(move |look, width| {
            lines.iter().map(|line| rows::line(look, line, &hall.phrase(line), width)).collect()
        });
        let page = Page::new(key, hall.phrase(key), body);
        match button {
            Some((name, does, icon)) => {
                page.primary(Button::new(name, hall.phrase(name), does).icon(icon).strength(Strength::Primary))
            }
            None => page,
        }
    }
}
