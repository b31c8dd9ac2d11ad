//! What a screen says of itself: heading, content and buttons. The frame draws it.
use iced::Size;

use super::tile::Tile;
use super::{Event, Look, View};
use crate::words::Phrase;

/// One page, as a screen describes it.
pub struct Page<'a, M> {
    /// The name of what is shown, so that a list stays open at its page while this stays the same.
    pub name: String,
    /// "Step 2 of 5".
    pub steps: Option<(usize, usize)>,
    /// A line above the heading: what this is about.
    pub about: Option<Sign>,
    /// Who will hear this.
    pub stream: Option<Sign>,
    /// Small buttons at the top right.
    pub corner: Vec<Button<M>>,
    /// The one heading.
    pub heading: Phrase,
    /// The line below it.
    pub helper: Option<Phrase>,
    /// News that stays until it is OK.
    pub banners: Vec<Banner<M>>,
    /// The content.
    pub body: Body<'a, M>,
    /// Quiet answers, at the bottom left.
    pub actions: Vec<Button<M>>,
    /// The one strong action, at the bottom right.
    pub primary: Option<Button<M>>,
    /// A staff screen: smaller words, and the heading in the top line.
    pub staff: bool,
}

impl<'a, M> Page<'a, M> {
    /// A page with this heading and content.
    #[must_use]
    pub fn new(name: impl Into<String>, heading: Phrase, body: Body<'a, M>) -> Self {
        Self {
            name: name.into(),
            steps: None,
            about: None,
            stream: None,
            corner: Vec::new(),
            heading,
            helper: None,
            banners: Vec::new(),
            body,
            actions: Vec::new(),
            primary: None,
            staff: false,
        }
    }

    /// The same page with a line below the heading.
    #[must_use]
    pub fn helper(mut self, helper: Phrase) -> Self {
        self.helper = Some(helper);
        self
    }

    /// The same page with a line above the heading.
    #[must_use]
    pub fn about(mut self, icon: &'static str, phrase: Phrase) -> Self {
        self.about = Some(Sign { icon, phrase });
        self
    }

    /// The same page with its main button.
    #[must_use]
    pub fn primary(mut self, button: Button<M>) -> Self {
        self.primary = Some(button);
        self
    }

    /// The same page with one more quiet button.
    #[must_use]
    pub fn action(mut self, button: Button<M>) -> Self {
        self.actions.push(button);
        self
    }

    /// The same page with one more button at the top right.
    #[must_use]
    pub fn corner(mut self, button: Button<M>) -> Self {
        self.corner.push(button);
        self
    }
}

/// Draws rows for this width.
pub type DrawRows<'a, M> = Box<dyn Fn(&Look, f32) -> Vec<Row<'a, M>> + 'a>;
/// Draws for this room.
pub type Draw<'a, M> = Box<dyn FnOnce(&Look, Size) -> View<'a, M> + 'a>;

/// What fills the page between heading and buttons.
#[expect(clippy::large_enum_variant, reason = "there is one for each page that is drawn")]
pub enum Body<'a, M> {
    /// Tiles in a grid, or in one column where there are few.
    Tiles(Tiles<M>),
    /// Rows under one another, turned page by page. Given the width that a row may take.
    Rows(DrawRows<'a, M>),
    /// A drawing of its own. Given the room that there is.
    Free(Draw<'a, M>),
}

impl<'a, M> Body<'a, M> {
    /// Tiles in a grid of two, or in one column where there are three or fewer.
    #[must_use]
    pub fn tiles(tiles: Vec<Tile<M>>) -> Self {
        Self::Tiles(Tiles { tiles, own: None, grid: Grid::Answers })
    }

    /// Rows under one another.
    pub fn rows(rows: impl Fn(&Look, f32) -> Vec<Row<'a, M>> + 'a) -> Self {
        Self::Rows(Box::new(rows))
    }

    /// A drawing of its own.
    pub fn free(draw: impl FnOnce(&Look, Size) -> View<'a, M> + 'a) -> Self {
        Self::Free(Box::new(draw))
    }
}

/// Tiles to choose from.
pub struct Tiles<M> {
    /// The tiles.
    pub tiles: Vec<Tile<M>>,
    /// The sixth place: the person's own voice or news. It stands last on every page of a grid.
    pub own: Option<Tile<M>>,
    /// How they stand.
    pub grid: Grid,
}

/// How tiles stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grid {
    /// Two in a row, or one where there are few.
    Answers,
    /// Photos above their names, three in a row where there is room: only for "Who are you?".
    Photos,
    /// Small pictures with one word each, three in a row where there is room: to find one among many.
    Small,
    /// What belongs together side by side, two in a row, four rows on a page.
    Pairs,
}

/// A row of a list: how high it is, and how it looks.
pub struct Row<'a, M> {
    /// Its height in logical pixels.
    pub height: f32,
    /// The row.
    pub view: View<'a, M>,
}

/// A line icon and words.
#[derive(Debug, Clone, PartialEq)]
pub struct Sign {
    /// The icon.
    pub icon: &'static str,
    /// The words.
    pub phrase: Phrase,
}

impl Sign {
    /// An icon and words.
    #[must_use]
    pub fn new(icon: &'static str, phrase: Phrase) -> Self {
        Self { icon, phrase }
    }
}

/// How strong a button is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Strength {
    /// The main one: petrol.
    Primary,
    /// Any other.
    Quiet,
    /// The person's own voice: plum.
    Voice,
    /// The way to act on a worry: red.
    Danger,
    /// An open tab.
    Current,
}

/// A button: a word, and often an icon.
#[derive(Debug, Clone)]
pub struct Button<M> {
    /// Its name in this screen.
    pub id: String,
    /// Its words.
    pub phrase: Phrase,
    /// Its icon.
    pub icon: Option<&'static str>,
    /// Whether the icon stands after the words, as an arrow does.
    pub icon_last: bool,
    /// How strong it is.
    pub strength: Strength,
    /// What it does. Without this it is off: it keeps its place.
    pub does: Option<Event<M>>,
    /// The key that does the same, in words: only on staff screens.
    pub key: Option<Phrase>,
    /// A photo in the place of the icon: for one's own photo.
    pub photo: Option<String>,
}

impl<M> Button<M> {
    /// A quiet button.
    #[must_use]
    pub fn new(id: impl Into<String>, phrase: Phrase, does: M) -> Self {
        Self::event(id, phrase, Event::Do(does))
    }

    /// A quiet button for something that the app does itself.
    #[must_use]
    pub fn event(id: impl Into<String>, phrase: Phrase, does: Event<M>) -> Self {
        Self {
            id: id.into(),
            phrase,
            icon: None,
            icon_last: false,
            strength: Strength::Quiet,
            does: Some(does),
            key: None,
            photo: None,
        }
    }

    /// The same with an icon before its words.
    #[must_use]
    pub fn icon(mut self, icon: &'static str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// The same with a photo before its words.
    #[must_use]
    pub fn photo(mut self, photo: &str) -> Self {
        self.photo = Some(photo.to_owned());
        self
    }

    /// The same with an arrow after its words.
    #[must_use]
    pub fn arrow(mut self) -> Self {
        self.icon = Some("arrow-right");
        self.icon_last = true;
        self
    }

    /// The same, this strong.
    #[must_use]
    pub fn strength(mut self, strength: Strength) -> Self {
        self.strength = strength;
        self
    }

    /// The same, off unless `on`.
    #[must_use]
    pub fn only_if(mut self, on: bool) -> Self {
        if !on {
            self.does = None;
        }
        self
    }
}

/// How news is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Good news.
    Good,
    /// Waiting, for now, late.
    Wait,
    /// Act now.
    Danger,
}

/// News in the page. It never floats, and stays until it is OK.
#[derive(Debug, Clone)]
pub struct Banner<M> {
    /// Its name in this screen.
    pub id: String,
    /// How it is meant.
    pub tone: Tone,
    /// Its icon.
    pub icon: &'static str,
    /// Its words.
    pub phrase: Phrase,
    /// What OK does, where there is one.
    pub ok: Option<Event<M>>,
}
