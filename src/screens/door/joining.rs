//! The door of a computer that waits to be let in to a team: what is compared, and whether it is in by now.
use super::Message;
use crate::domain::pairing::Pair;
use crate::screen::Hall;
use crate::screens::pairing;
use crate::store::join::NotJoined;
use crate::ui::{Banner, Button, Page, Strength, Tone};

/// A computer that waits.
#[derive(Debug)]
pub struct Joining {
    pair: Pair,
    /// What came of looking the last time.
    news: Option<NotJoined>,
    looks: bool,
}

impl Joining {
    /// It waits, and shows this.
    #[must_use]
    pub fn new(pair: Pair) -> Self {
        Self { pair, news: None, looks: false }
    }

    /// It looks whether it is in.
    pub fn looks(&mut self) {
        self.looks = true;
        self.news = None;
    }

    /// It is not in yet.
    pub fn is_not_in(&mut self, why: NotJoined) {
        self.looks = false;
        self.news = Some(why);
    }

    /// The page.
    #[must_use]
    pub fn page<'a>(&'a self, hall: &'a Hall) -> Page<'a, Message> {
        let look = Button::new("join-look", hall.phrase("join-look"), Message::LookAgain).icon("refresh");
        let mut page = Page::new("join", hall.phrase("join-wait"), pairing::body(hall, &self.pair))
            .helper(hall.phrase("pair-help"))
            .about("laptop", hall.phrase("join-about"))
            .primary(look.strength(Strength::Primary).only_if(!self.looks));
        page.banners.extend(self.news.map(|why| Banner {
            id: "join-news".to_owned(),
            tone: Tone::Wait,
            icon: "hourglass",
            phrase: hall.phrase_for(why.words(), ""),
            ok: None,
        }));
        page
    }
}
