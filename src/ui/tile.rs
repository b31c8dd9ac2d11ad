//! What a tile is: its words, what is before and behind them, and what pressing it does.
use super::Event;
use super::glimpse::Small;
use crate::words::Phrase;

/// What shows that a tile opens a page, or is picked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It opens a page.
    Arrow,
    /// One of several that can be picked together.
    Many(bool),
    /// One of several of which one can be picked.
    One(bool),
    /// It is only read: it cannot be pressed.
    Read,
    /// It does something at once.
    Act,
}

/// What stands at the left of a tile.
#[derive(Debug, Clone, PartialEq)]
pub enum Lead {
    /// A picture in colour, named by the phrase.
    Picture,
    /// A photo.
    Photo(String),
    /// A small picture of a file, and the line icon that stands for it where there is none.
    Small(Option<Small>, &'static str),
    /// A white icon on the colour of the person's own voice.
    Voice(&'static str),
    /// A clock at this time.
    Clock(jiff::civil::Time),
    /// A line icon: for a key as large as a tile.
    Sign(&'static str),
    /// First letters, or a number.
    Letters(String),
    /// Some letters at a size of their own, of 100: how big words can be.
    Sample(String, u16),
    /// Nothing.
    None,
}

/// A big picture with words.
#[derive(Debug, Clone)]
pub struct Tile<M> {
    /// Its name in this screen.
    pub id: String,
    /// Its words and the name of its picture.
    pub phrase: Phrase,
    /// A small line above the words.
    pub over: Option<Phrase>,
    /// A small line below the words.
    pub under: Option<Phrase>,
    /// A number to read from across a room: a phone number, 999.
    pub number: Option<Phrase>,
    /// What stands at its left.
    pub lead: Lead,
    /// Arrow, box or circle.
    pub mark: Mark,
    /// Whether it is the person's own place.
    pub own: bool,
    /// Whether it is about a worry that nobody has seen.
    pub alarm: bool,
    /// What pressing it does.
    pub does: Option<Event<M>>,
    /// What is told once it is on the screen.
    pub seen: Option<M>,
}

impl<M> Tile<M> {
    /// A tile that opens a page.
    #[must_use]
    pub fn opens(id: impl Into<String>, phrase: Phrase, does: M) -> Self {
        Self {
            id: id.into(),
            phrase,
            over: None,
            under: None,
            number: None,
            lead: Lead::Picture,
            mark: Mark::Arrow,
            own: false,
            alarm: false,
            does: Some(Event::Do(does)),
            seen: None,
        }
    }

    /// A card that is only read.
    #[must_use]
    pub fn read(id: impl Into<String>, phrase: Phrase) -> Self {
        Self {
            id: id.into(),
            phrase,
            over: None,
            under: None,
            number: None,
            lead: Lead::Picture,
            mark: Mark::Read,
            own: false,
            alarm: false,
            does: None,
            seen: None,
        }
    }

    /// The same with this mark.
    #[must_use]
    pub fn mark(mut self, mark: Mark) -> Self {
        self.mark = mark;
        self
    }

    /// The same with this at its left.
    #[must_use]
    pub fn lead(mut self, lead: Lead) -> Self {
        self.lead = lead;
        self
    }

    /// The same with a small line below its words.
    #[must_use]
    pub fn under(mut self, under: Phrase) -> Self {
        self.under = Some(under);
        self
    }

    /// The same with a big number.
    #[must_use]
    pub fn number(mut self, number: Phrase) -> Self {
        self.number = Some(number);
        self
    }

    /// The same, which tells this once it is on the screen.
    #[must_use]
    pub fn when_seen(mut self, seen: M) -> Self {
        self.seen = Some(seen);
        self
    }

    /// All its words, line by line.
    #[must_use]
    pub fn words(&self) -> Phrase {
        let lines = [self.over.as_ref(), Some(&self.phrase), self.number.as_ref(), self.under.as_ref()];
        Phrase::joined(lines.into_iter().flatten())
    }
}
