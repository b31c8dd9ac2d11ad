//! The sizes of paper and of everything on it, in points (1/72 inch) from the top left.
use super::face::{Style, Weight};

/// A4 (ISO 216): 210 by 297 mm.
pub const PAGE: (f32, f32) = (595.28, 841.89);
/// 18 mm all round; printers cannot reach the outer 6.
pub const MARGIN: f32 = 51.0;
/// The room for words from left to right.
pub const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN;
/// Where the room for words ends: above the foot.
pub const BOTTOM: f32 = FOOT - 10.0;
/// The top of the foot, which stands in the margin.
pub const FOOT: f32 = PAGE.1 - MARGIN;

/// The most letters in a line (easy-read rule 25; WCAG 1.4.8 allows 80).
pub const LETTERS_IN_A_LINE: usize = 60;

/// The title.
pub const TITLE: Style = Style { weight: Weight::Bold, size: 32.0, leading: 36.0 };
/// Headings.
pub const HEADING: Style = Style { weight: Weight::Bold, size: 21.0, leading: 28.0 };
/// Sentences: 16 points, one and a half lines (easy-read rules 24 and 25).
pub const BODY: Style = Style { weight: Weight::Regular, size: 16.0, leading: 24.0 };
/// Labels and marks of the same size.
pub const LABEL: Style = Style { weight: Weight::Strong, ..BODY };
/// The foot of a page: 14 points is the least that is printed anywhere (easy-read rule 24).
pub const SMALL: Style = Style { weight: Weight::Regular, size: 14.0, leading: 20.0 };
/// Letters to be copied.
pub const LETTER: Style = Style { weight: Weight::Strong, size: 25.0, leading: 36.0 };

/// A picture beside words: 96 pixels (easy-read rule 28).
pub const PICTURE: f32 = 72.0;
/// The room for a photo at the right of words.
pub const PHOTO: (f32, f32) = (104.0, 78.0);
/// A picture beside words, and a photo, where many stand on one page: as on a small card.
pub const SMALL_PICTURE: f32 = CARD_PICTURE;
/// The room for a photo there.
pub const SMALL_PHOTO: (f32, f32) = (72.0, CARD_PICTURE);
/// Between a mark or a picture and the words at its right.
pub const GUTTER: f32 = 16.0;
/// The room for a mark.
pub const MARK: f32 = 30.0;
/// The room for a label of a table.
pub const FACT: f32 = 150.0;
/// The height of a line to write on with a pen.
pub const PEN: f32 = 34.0;
/// Above and below the words in a line of a table.
pub const IN_A_CELL: f32 = 4.0;

/// Every letter to be copied has the same room, and a gap stands between groups.
pub const CELL: f32 = 19.0;
/// The gap between groups.
pub const GAP: f32 = 17.0;
/// Where the number of a line, its letters and its check number begin.
pub const COLUMNS: [f32; 3] = [0.0, 52.0, 440.0];

/// Before a heading.
pub const BEFORE_HEADING: f32 = 18.0;
/// Before a block: one and a half times what lies between lines (easy-read rule 25).
pub const BEFORE_BLOCK: f32 = 10.0;
/// Between points.
pub const BEFORE_POINT: f32 = 8.0;

/// Before the small cards: as little as keeps a trip with one bus on one page of cards.
pub const BEFORE_CARDS: f32 = 6.0;

/// Two small cards stand side by side, each as wide as this: a little more than a bank card.
pub const CARD: f32 = WIDTH / 2.0;
/// The least height of a small card.
pub const CARD_HEIGHT: f32 = 110.0;
/// Between the cut line of a small card and what stands on it.
pub const IN_A_CARD: f32 = 6.0;
/// A picture on a small card.
pub const CARD_PICTURE: f32 = 54.0;
/// The room for a photo on a small card, in the place of its picture: as wide, so that a trip stays on one page of cards.
pub const CARD_PHOTO: (f32, f32) = (CARD_PICTURE, 72.0);
/// The title of a small card.
pub const CARD_TITLE: Style = Style { weight: Weight::Bold, size: 16.0, leading: 20.0 };
