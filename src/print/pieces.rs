//! The blocks of a paper as pieces: each has a height, and none is split between two pages.
use super::face::{Faces, Run, Style};
use super::photo::{Placed, place};
use super::sizes::*;
use super::{Block, Card, Fact, Mark, Paper, Picture, Point};
use crate::domain::recovery::Line;
use crate::words::Words;

/// A piece of a paper. All sizes are in points.
pub struct Piece {
    /// The number of its block. Pieces of one block are one thing to who listens.
    pub block: usize,
    /// How high it is.
    pub height: f32,
    /// The space before it, but at the top of a page.
    pub before: f32,
    /// Whether the next piece must be on the same page.
    pub stays_with_next: bool,
    /// What is drawn.
    pub ink: Ink,
}

/// What is drawn.
pub enum Ink {
    /// The title.
    Title(Vec<Run>),
    /// A heading.
    Heading(Vec<Run>),
    /// One line of a paragraph.
    Words(Run),
    /// A point of a list.
    Point {
        /// What stands before each point of it.
        mark: Mark,
        /// What stands before this one.
        label: Option<Run>,
        /// Its picture.
        picture: Option<Picture>,
        /// Its photo, at the right.
        photo: Option<Placed>,
        /// Its words.
        lines: Vec<Run>,
    },
    /// A line of a table.
    Fact {
        /// What it is.
        label: Vec<Run>,
        /// Its value; none is a line for a pen.
        value: Vec<Run>,
    },
    /// A row of a table: where each cell begins, and its words. The first row has the headings.
    Row {
        /// Whether these are the headings.
        heads: bool,
        /// The cells.
        cells: Vec<(f32, Vec<Run>)>,
    },
    /// The headings of the letters to copy.
    LettersHead([Run; 3]),
    /// A line of letters to copy: its number, its letters, its check number.
    Letters([Run; 3]),
    /// Small cards, side by side.
    Cards(Vec<CardInk>),
    /// The next page begins.
    NewPage,
}

/// What is drawn on a small card.
pub struct CardInk {
    /// Which one it is.
    pub place: Vec<Run>,
    /// Its title.
    pub title: Vec<Run>,
    /// Its other lines: those of each sentence together.
    pub lines: Vec<Vec<Run>>,
    /// Its picture.
    pub picture: Option<Picture>,
    /// Its photo, in the place of the picture.
    pub photo: Option<Placed>,
}

/// The pieces of a paper.
pub fn of(paper: &Paper, words: &Words, faces: &Faces) -> Vec<Piece> {
    let title = faces.lines(&paper.title, TITLE, WIDTH);
    let mut pieces = vec![heading(0, Ink::Title, title, 0.0)];
    for (at, block) in paper.blocks.iter().enumerate() {
        let block_of = |ink, height, before| Piece { block: at + 1, height, before, stays_with_next: false, ink };
        match block {
            Block::Heading(words) => {
                pieces.push(heading(at + 1, Ink::Heading, faces.lines(words, HEADING, WIDTH), BEFORE_HEADING));
            }
            Block::Words(words) => {
                let lines = faces.lines(words, BODY, WIDTH);
                let before = |line| if line == 0 { BEFORE_BLOCK } else { 0.0 };
                let line = |(line, run): (usize, Run)| Piece {
                    // A sentence is never split between pages (easy-read rule 19).
                    stays_with_next: !run.ends_a_sentence(),
                    ..block_of(Ink::Words(run), BODY.leading, before(line))
                };
                let begins = pieces.len();
                pieces.extend(lines.into_iter().enumerate().map(line));
                keep_together(&mut pieces[begins..]);
            }
            Block::List(mark, points) => {
                let points = points.iter().enumerate().map(|(number, each)| point(*mark, number + 1, each, faces));
                pieces.extend(points.map(|(ink, height)| block_of(ink, height, BEFORE_POINT)));
            }
            Block::Facts(facts) => {
                let before = |line| if line == 0 { BEFORE_BLOCK } else { 0.0 };
                let facts = facts.iter().map(|each| fact(each, faces)).enumerate();
                pieces.extend(facts.map(|(line, (ink, height))| block_of(ink, height, before(line))));
            }
            Block::Table(table) => {
                let heads = row(true, (&table.heads, &table.shares), faces);
                let rows = table.rows.iter().map(|cells| row(false, (cells, &table.shares), faces));
                for (line, (ink, height)) in std::iter::once(heads).chain(rows).enumerate() {
                    let before = if line == 0 { BEFORE_BLOCK } else { 0.0 };
                    pieces.push(Piece {
                        stays_with_next: line == 0 && !table.rows.is_empty(),
                        ..block_of(ink, height, before)
                    });
                }
            }
            Block::Letters(lines) => {
                let begins = pieces.len();
                let heads =
                    ["paper-line", "paper-letters", "paper-check"].map(|key| faces.run(&words.shown(key), LABEL));
                pieces.push(block_of(Ink::LettersHead(heads), LABEL.leading + 2.0 * IN_A_CELL, BEFORE_BLOCK));
                pieces.extend(lines.iter().map(|line| block_of(letters(line, faces), LETTER.leading, 0.0)));
                keep_together(&mut pieces[begins..]);
            }
            Block::Cards(cards) => pieces.extend(cards.chunks(2).enumerate().map(|(row, pair)| {
                let (ink, height) = card_row(pair, faces);
                block_of(ink, height, if row == 0 { BEFORE_CARDS } else { 0.0 })
            })),
            Block::NewPage => pieces.push(block_of(Ink::NewPage, 0.0, 0.0)),
        }
    }
    pieces
}

/// A short paragraph, and a key to copy, stay on one page. Of what is longer than half a page, only each sentence is.
fn keep_together(pieces: &mut [Piece]) {
    let height: f32 = pieces.iter().map(|piece| piece.height).sum();
    let last = pieces.len().saturating_sub(1);
    for piece in pieces.iter_mut().take(last).filter(|_| height < (BOTTOM - MARGIN) / 2.0) {
        piece.stays_with_next = true;
    }
}

fn height(lines: &[Run]) -> f32 {
    lines.iter().map(|line| line.style.leading).sum()
}

fn heading(block: usize, ink: fn(Vec<Run>) -> Ink, lines: Vec<Run>, before: f32) -> Piece {
    Piece { block, height: height(&lines), before, stays_with_next: true, ink: ink(lines) }
}

fn point(mark: Mark, number: usize, point: &Point, faces: &Faces) -> (Ink, f32) {
    let label = match mark {
        Mark::None | Mark::Small => None,
        Mark::Dot => Some("•".to_owned()),
        Mark::Number | Mark::SmallNumber => Some(number.to_string()),
    };
    let label = label.map(|label| faces.run(&label, Style { weight: super::face::Weight::Bold, ..BODY }));
    let photo = point.photo.as_ref().and_then(|photo| place(photo, photo_of(mark)));
    let taken = photo.as_ref().map_or(0.0, |_| photo_of(mark).0 + GUTTER);
    let style = if mark.is_small() { SMALL } else { BODY };
    let lines = faces.lines(&point.words, style, WIDTH - at_words(mark, point.picture.is_some()) - taken);
    let drawn = if point.picture.is_some() { picture_of(mark) } else { 0.0 };
    let height = height(&lines).max(drawn).max(photo.as_ref().map_or(0.0, |photo| photo.size.1));
    (Ink::Point { mark, label, picture: point.picture.clone(), photo, lines }, height)
}

/// The side of the picture of a point.
pub fn picture_of(mark: Mark) -> f32 {
    if mark.is_small() { SMALL_PICTURE } else { PICTURE }
}

/// The room for the photo of a point.
pub fn photo_of(mark: Mark) -> (f32, f32) {
    if mark.is_small() { SMALL_PHOTO } else { PHOTO }
}

/// Where the words of a point begin.
pub fn at_words(mark: Mark, has_picture: bool) -> f32 {
    let label = if matches!(mark, Mark::None | Mark::Small) { 0.0 } else { MARK };
    label + if has_picture { picture_of(mark) + GUTTER } else { 0.0 }
}

fn fact(fact: &Fact, faces: &Faces) -> (Ink, f32) {
    let label = faces.lines(&fact.label, LABEL, FACT - GUTTER);
    let value = fact.value.as_ref().map_or_else(Vec::new, |value| faces.lines(value, BODY, WIDTH - FACT));
    let pen = if value.is_empty() { PEN } else { 0.0 };
    let height = height(&label).max(height(&value)) + 2.0 * IN_A_CELL;
    (Ink::Fact { label, value }, height.max(pen))
}

/// A row of a table, and how high it is.
fn row(heads: bool, (words, shares): (&[String], &[f32]), faces: &Faces) -> (Ink, f32) {
    let style = if heads { LABEL } else { BODY };
    let mut left = 0.0;
    let mut cells = Vec::new();
    for (words, share) in words.iter().zip(shares) {
        let width = share * WIDTH;
        cells.push((left, faces.lines(words, style, width - GUTTER)));
        left += width;
    }
    let high = cells.iter().map(|(_, lines)| height(lines)).fold(style.leading, f32::max);
    (Ink::Row { heads, cells }, high + 2.0 * IN_A_CELL)
}

/// Two small cards, as high as the higher of them. Cards on a page touch, so that one cut makes both edges.
fn card_row(pair: &[Card], faces: &Faces) -> (Ink, f32) {
    let cards: Vec<_> = pair.iter().map(|card| card_ink(card, faces)).collect();
    let highest = cards.iter().map(card_height).fold(CARD_HEIGHT, f32::max);
    (Ink::Cards(cards), highest)
}

fn card_ink(card: &Card, faces: &Faces) -> CardInk {
    let photo = card.photo.as_ref().and_then(|photo| place(photo, CARD_PHOTO));
    let width = CARD - at_card_words(card.picture.is_some(), photo.is_some()) - IN_A_CARD;
    let place = card.place.as_ref().map(|place| faces.lines(place, SMALL, CARD - 2.0 * IN_A_CARD));
    CardInk {
        place: place.unwrap_or_default(),
        title: faces.lines(&card.title, CARD_TITLE, width),
        lines: card.lines.iter().map(|line| faces.lines(line, SMALL, width)).collect(),
        picture: card.picture.clone(),
        photo,
    }
}

fn card_height(card: &CardInk) -> f32 {
    let words = height(&card.title) + card.lines.iter().map(|line| height(line)).sum::<f32>();
    let drawn = match (&card.photo, &card.picture) {
        (Some(photo), _) => photo.size.1,
        (None, Some(_)) => CARD_PICTURE,
        (None, None) => 0.0,
    };
    height(&card.place) + words.max(drawn) + 2.0 * IN_A_CARD
}

/// Where the words of a small card begin.
pub fn at_card_words(has_picture: bool, has_photo: bool) -> f32 {
    IN_A_CARD
        + match (has_photo, has_picture) {
            (true, _) => CARD_PHOTO.0 + IN_A_CARD,
            (false, true) => CARD_PICTURE + IN_A_CARD,
            (false, false) => 0.0,
        }
}

fn letters(line: &Line, faces: &Faces) -> Ink {
    let number = faces.run(&line.number.to_string(), LABEL);
    let letters = faces.cells(&line.groups, LETTER, CELL, GAP);
    let check = faces.cells(std::slice::from_ref(&line.check), LETTER, CELL, GAP);
    Ink::Letters([number, letters, check])
}
