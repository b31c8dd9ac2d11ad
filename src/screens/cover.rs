//! What lies over everything when others may look: nothing of anybody can be read on it.
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
}

/// What can happen on it.
#[derive(Debug, Clone, Copy)]
pub enum Message {
    /// Shows everything again.
    Show,
    /// Ends the recording and keeps it.
    Stop,
}

impl Cover {
    /// The page.
    #[must_use]
    pub fn page<'a>(self, hall: &'a Hall) -> Page<'a, Message> {
        let (key, line, button) = match self {
            Self::Hidden => ("hidden", "hidden-how", Some(("hidden-show", Message::Show, "eye"))),
            Self::Recording => ("locked", "locked-recording", Some(("locked-stop", Message::Stop, "stop"))),
            Self::Keeping => ("locked", "locked-keeping", None),
        };
        let words = hall.phrase(line);
        let body = Body::rows(move |look, width| vec![rows::line(look, line, &words, width)]);
        let page = Page::new(key, hall.phrase(key), body);
        match button {
            Some((name, does, icon)) => {
                page.primary(Button::new(name, hall.phrase(name), does).icon(icon).strength(Strength::Primary))
            }
            None => page,
        }
    }
}
