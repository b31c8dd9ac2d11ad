//! Papers: a small model of a printed document, and the way from it to a tagged PDF.
//!
//! Whoever makes a paper says what it holds; how it looks is decided here once, for every paper. The PDF is PDF/UA-1
//! (ISO 14289-1): krilla refuses to make one that breaks a rule it knows. Fonts are inside, pictures are drawn as
//! lines and areas, and the tags follow the order in which a person reads.
mod face;
mod ink;
mod pages;
mod photo;
mod picture;
mod pieces;
pub mod recovery;
mod sizes;
#[cfg(test)]
mod tests;

use crate::domain::recovery::Line;
use crate::photo::{Pixels, for_paper};
use crate::problem::Problem;
use crate::words::{Phrase, Words};

/// A document to print.
pub struct Paper {
    /// What it is called: its first heading, and the name in the title bar of whoever shows it.
    pub title: String,
    /// What it holds, from the top.
    pub blocks: Vec<Block>,
}

/// A part of a paper.
pub enum Block {
    /// A heading below the title. It stays with what follows it.
    Heading(String),
    /// Sentences.
    Words(String),
    /// Points, each with its picture if it has one.
    List(Mark, Vec<Point>),
    /// What something is, and its value. A table of two columns.
    Facts(Vec<Fact>),
    /// A table with a heading over each column.
    Table(Table),
    /// Letters to be copied by hand, large and in groups, each line with its number and its check number.
    Letters(Vec<Line>),
    /// Small cards to cut out and carry, two side by side.
    Cards(Vec<Card>),
    /// What follows begins on a new page.
    NewPage,
}

/// A small card to cut out and carry.
pub struct Card {
    /// Which one it is, and of what: the cards are put in order by it after they are cut.
    pub place: Option<String>,
    /// What it is about.
    pub title: String,
    /// What else it says, line by line.
    pub lines: Vec<String>,
    /// The picture at its left.
    pub picture: Option<Picture>,
    /// The photo in the place of the picture.
    pub photo: Option<Photo>,
}

/// What stands before each point of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Nothing: the pictures are enough.
    None,
    /// A dot.
    Dot,
    /// Its number.
    Number,
    /// Its number, and all of it smaller: so that many points stand on one page.
    SmallNumber,
    /// Nothing, and all of it smaller.
    Small,
}

impl Mark {
    /// Whether the points are smaller, as on a small card.
    fn is_small(self) -> bool {
        matches!(self, Self::Small | Self::SmallNumber)
    }
}

/// A point of a list.
pub struct Point {
    /// What it says.
    pub words: String,
    /// The picture at its left.
    pub picture: Option<Picture>,
    /// The photo at its right.
    pub photo: Option<Photo>,
}

/// A photo that goes with words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// The photo. One that cannot be read is left out: the words do without it.
    pub shot: Shot,
    /// What it shows, for who cannot see it.
    pub shows: String,
}

/// Where a photo comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shot {
    /// Somebody took it: a JPEG.
    Taken(Vec<u8>),
    /// It is one of the practice day, of this name.
    Practice(String),
}

/// A picture that goes with words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The name of a picture in `assets/pictures`.
    pub name: String,
    /// What it shows, for who cannot see it.
    pub shows: String,
}

/// A line of a table.
pub struct Fact {
    /// What it is.
    pub label: String,
    /// Its value. `None`, or nothing in it, is a line to write on with a pen.
    pub value: Option<String>,
}

/// A table with a heading over each column. The first cell of a row says what the row is.
pub struct Table {
    /// The headings.
    pub heads: Vec<String>,
    /// How much of the width each column takes, of 1.
    pub shares: Vec<f32>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// The most pixels on a side of a photo on paper: 300 to an inch at the size at which it is printed.
const MOST_SIDE: u32 = 600;

impl Photo {
    /// A photo that somebody took, small enough for paper.
    #[must_use]
    pub fn of(pixels: &Pixels, shows: String) -> Option<Self> {
        Some(Self { shot: Shot::Taken(for_paper(pixels, MOST_SIDE)?), shows })
    }
}

impl Point {
    /// The words of a phrase with its picture. Words for a picture have the key `picture-` and its name.
    #[must_use]
    pub fn of(words: &Words, phrase: Phrase) -> Self {
        let picture = phrase.picture.map(|name| Picture { shows: words.shown(&format!("picture-{name}")), name });
        Self { words: phrase.shown, picture, photo: None }
    }
}

impl Paper {
    /// How many pages it takes. `None` if they cannot be printed.
    #[must_use]
    pub fn pages(&self, words: &Words) -> Option<usize> {
        let faces = face::Faces::load()?;
        Some(pages::fill(pieces::of(self, words, &faces))?.len())
    }

    /// The paper as a PDF of A4 pages, in the language of the words.
    ///
    /// A letter that the font does not have is printed as a question mark.
    ///
    /// # Errors
    /// [`Problem::CannotPrint`] where a picture is missing or uses what paper cannot show, where one point, fact or
    /// heading is longer than a page, or where krilla finds that the PDF would not be PDF/UA-1.
    pub fn pdf(&self, words: &Words) -> Result<Vec<u8>, Problem> {
        let faces = face::Faces::load().ok_or(Problem::CannotPrint)?;
        let pieces = pieces::of(self, words, &faces);
        let pages = pages::fill(pieces).ok_or(Problem::CannotPrint)?;
        ink::draw(self, words, &faces, &pages).ok_or(Problem::CannotPrint)
    }
}
