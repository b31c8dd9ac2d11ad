//! What is shown: the page that is open or lies over the others, the rail, the title of the window.
use iced::{Element, Task};

use super::{App, Message, Stage};
use crate::screens::Place;
use crate::screens::help::Help;
use crate::ui::frame::Around;
use crate::ui::rail::{KeyState, Rail};
use crate::ui::{News, frame, keys};

impl App {
    pub(super) fn view(&self) -> Element<'_, Message> {
        let look = &self.hall.look;
        let around = Around { rail: self.rail_state(), news: self.news_to_show() };
        if let Some(cover) = &self.cover {
            return keys::keys(look, frame::frame(look, cover.page(&self.hall), &around), |_| None).map(Message::Cover);
        }
        match (&self.help, &self.stage) {
            (Some(help), _) => {
                let page = help.page(self.shown_hall(), self.shown_me());
                keys::keys(look, frame::frame(look, page, &around), |_| None).map(Message::Help)
            }
            (None, Stage::Door(door)) => {
                keys::keys(look, frame::frame(look, door.page(&self.hall), &around), |_| None).map(Message::Door)
            }
            (None, Stage::Inside(inside)) => {
                let visit = self.visit;
                let ctx = self.shown(inside);
                inside.current.view(ctx, &around).map(move |event| Message::Screen(visit, event))
            }
        }
    }

    fn at_photos(&self) -> bool {
        matches!(&self.stage, Stage::Door(door) if door.is_first())
    }

    /// The page about what is not saved says so itself.
    fn news_to_show(&self) -> Vec<News> {
        let says_so = matches!(&self.stage, Stage::Inside(inside) if matches!(inside.place, Place::Unsaved(_)));
        // Behind a cover nobody is to read when somebody leaves.
        let hidden = |news: &News| match news {
            News::NotSaved => says_so,
            News::GetReady(_) | News::Shared | News::ShareEnded => self.cover.is_some(),
            _ => false,
        };
        self.news.iter().copied().filter(|news| !hidden(news)).collect()
    }

    /// A line of news has been read.
    pub(super) fn news_read(&mut self, news: News) -> Task<Message> {
        self.news.retain(|other| *other != news);
        self.knows_no_sound |= news == News::NoSound;
        match news {
            News::NotSaved => self.retry(),
            News::ShareEnded => self.share_end_read(),
            _ => Task::none(),
        }
    }

    fn rail_state(&self) -> Rail {
        let inside = match &self.stage {
            Stage::Door(_) => None,
            Stage::Inside(inside) => Some(inside),
        };
        if self.cover.is_some() {
            let listen = if self.speaking { KeyState::Speaking } else { KeyState::On };
            let empty = KeyState::Empty;
            return Rail {
                back: empty,
                home: empty,
                listen,
                help: empty,
                practice: self.practice,
                names_hidden: false,
            };
        }
        let covered = self.help.is_some();
        let at_home = inside.is_some_and(|inside| inside.trail.is_empty()) && !covered;
        let hushed = inside.is_some_and(|inside| inside.current.hushed()) && !covered;
        Rail {
            back: match inside {
                _ if covered => KeyState::On,
                None if self.at_photos() => KeyState::Empty,
                None => KeyState::On,
                Some(_) if at_home => KeyState::Off,
                Some(_) => KeyState::On,
            },
            home: match inside {
                None => KeyState::Empty,
                Some(_) if at_home => KeyState::Here,
                Some(_) => KeyState::On,
            },
            listen: match (self.speaking, hushed) {
                (true, _) => KeyState::Speaking,
                (false, true) => KeyState::Off,
                (false, false) => KeyState::On,
            },
            help: if self.help.as_ref().is_some_and(Help::is_first) { KeyState::Here } else { KeyState::On },
            practice: self.practice,
            names_hidden: self.names.is_some(),
        }
    }

    pub(super) fn title(&self) -> String {
        let name = self.hall.words.shown("app-name");
        match &self.stage {
            Stage::Inside(inside) => {
                format!("{} - {name}", self.hall.words.shown(inside.current.heading()))
            }
            Stage::Door(_) => name,
        }
    }

    pub(super) fn theme(&self) -> iced::Theme {
        let colours = self.hall.look.colours();
        iced::Theme::custom(
            format!("{:?}", self.hall.look.theme),
            iced::theme::Palette {
                background: colours.canvas,
                text: colours.ink,
                primary: colours.action,
                success: colours.good,
                warning: colours.wait,
                danger: colours.danger,
            },
        )
    }

    pub(super) fn scale(&self) -> f32 {
        f32::from(self.hall.preferences.text_size) / 100.0
    }
}
