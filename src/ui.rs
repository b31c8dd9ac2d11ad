//! The widgets of the app. Each shows words, and each can say them.
pub mod board;
pub mod buttons;
pub mod cards;
pub mod colours;
pub mod field;
pub mod frame;
pub mod glimpse;
pub mod keys;
pub mod look;
pub mod page;
pub mod pages;
pub mod part;
pub mod photos;
pub mod pictures;
pub mod player;
pub mod press;
pub mod progress;
pub mod rail;
pub mod rows;
pub mod said;
pub mod scene;
pub mod show;
pub mod skin;
pub mod text;
pub mod tile;
pub mod tiles;
pub mod walk;
pub mod zone;

use iced::Element;

pub use colours::Theme;
pub use look::{Class, Look};
pub use page::{Banner, Body, Button, Grid, Page, Row, Sign, Strength, Tiles, Tone};
pub use tile::{Lead, Mark, Tile};
pub use walk::Towards;

/// What a screen shows.
pub type View<'a, M> = Element<'a, Event<M>>;

/// What a person does on a screen. The app answers all but `Do` itself.
#[derive(Debug, Clone, PartialEq)]
pub enum Event<M> {
    /// Does something on the open screen.
    Do(M),
    /// Asks to hear these words of a part.
    Hear {
        /// The part.
        part: String,
        /// The words.
        words: String,
    },
    /// Pressed a control with a pointer: keys go on from there.
    Focus(String),
    /// Moves the focus.
    Move(Towards),
    /// Turns a list to a page.
    Turn {
        /// The list.
        list: String,
        /// The page, from 0.
        page: usize,
        /// The row that the list follows, and from which the person turns away.
        past: Option<usize>,
    },
    /// Pressed a key of the rail.
    Rail(rail::Key),
    /// Stops speech, or else goes back.
    Escape,
    /// Has read this news of the app itself.
    Okay(News),
    /// Hides everything on the screen, or shows it again.
    Hide,
    /// Hides the names of people, or shows them again.
    HideNames,
}

/// News of the app itself, which can come on any screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum News {
    /// There is no sound.
    NoSound,
    /// Something was not saved.
    NotSaved,
    /// A recording that was interrupted has been kept.
    RecordingKept,
    /// The app locked itself while nobody was there.
    Locked,
    /// Something that was saved cannot be read any more.
    Damaged,
    /// It is time to get ready for a trip that begins then.
    GetReady(jiff::civil::Time),
    /// Somebody else sees the screen. Names are hidden.
    Shared,
    /// Nobody else sees it any more. Names are still hidden.
    ShareEnded,
}

impl<M> Event<M> {
    /// The same event of an outer screen.
    pub fn map<N>(self, f: impl FnOnce(M) -> N) -> Event<N> {
        match self {
            Self::Do(message) => Event::Do(f(message)),
            Self::Hear { part, words } => Event::Hear { part, words },
            Self::Focus(part) => Event::Focus(part),
            Self::Move(towards) => Event::Move(towards),
            Self::Turn { list, page, past } => Event::Turn { list, page, past },
            Self::Rail(key) => Event::Rail(key),
            Self::Escape => Event::Escape,
            Self::Okay(news) => Event::Okay(news),
            Self::Hide => Event::Hide,
            Self::HideNames => Event::HideNames,
        }
    }
}
