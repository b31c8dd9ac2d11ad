//! Draws the pages, and says of everything drawn what it is: the tags that a screen reader follows.
use std::num::NonZeroU16;

use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, BBox, ContentTag, Identifier, ListNumbering, Node, SpanTag, TableHeaderScope, Tag,
    TagGroup, TagTree,
};
use krilla::{Document, SerializeSettings};

use super::face::{Faces, Run};
use super::pages::Placed;
use super::photo::Placed as Photo;
use super::pieces::{CardInk, Ink, at_card_words, at_words, photo_of, picture_of};
use super::sizes::*;
use super::{Mark, Paper, Picture};
use crate::words::Words;

/// The lines of tables: 7 to 1 on white.
const RULE: (u8, u8, u8) = (85, 85, 85);

/// Draws all pages. `None` if a picture cannot be drawn, or the PDF would break a rule of PDF/UA-1.
pub fn draw(paper: &Paper, words: &Words, faces: &Faces, pages: &[Vec<Placed>]) -> Option<Vec<u8>> {
    let configuration = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish().ok()?;
    let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let mut tree = TagTree::new();
    let mut open: Option<(usize, TagGroup)> = None;
    let mut chapter = OutlineNode::new(paper.title.clone(), XyzDestination::new(0, Point::from_xy(0.0, 0.0)));
    let pen = words.shown("paper-pen");
    for (number, page) in pages.iter().enumerate() {
        let mut sheet = document.start_page_with(PageSettings::from_wh(PAGE.0, PAGE.1)?);
        let mut ink = Hand { surface: sheet.surface(), faces, page: number, pen: &pen, failed: false };
        for Placed { piece, top } in page {
            let nodes = ink.piece(&piece.ink, *top, piece.height);
            if let Ink::Heading(lines) = &piece.ink {
                let place = XyzDestination::new(number, Point::from_xy(0.0, *top));
                chapter.push_child(OutlineNode::new(text(lines), place));
            }
            match &mut open {
                Some((block, group)) if *block == piece.block => nodes.into_iter().for_each(|node| group.push(node)),
                other => {
                    let group = TagGroup::with_children(tag(&piece.ink), nodes);
                    if let Some((_, whole)) = other.replace((piece.block, group)) {
                        tree.push(whole);
                    }
                }
            }
        }
        let args = [("now", (number + 1).into()), ("all", pages.len().into())];
        ink.foot(&paper.title, &words.phrase_with("paper-page", args).shown);
        (!ink.failed).then_some(())?;
    }
    if let Some((_, whole)) = open {
        tree.push(whole);
    }
    let mut outline = Outline::new();
    outline.push_child(chapter);
    document.set_tag_tree(tree);
    document.set_outline(outline);
    document.set_metadata(Metadata::new().title(paper.title.clone()).language(words.language()));
    document.finish().ok()
}

/// What a block is to who listens.
fn tag(ink: &Ink) -> krilla::tagging::TagKind {
    let heading = |level, lines: &[Run]| Tag::Hn(level, Some(text(lines))).into();
    match ink {
        Ink::Title(lines) => heading(NonZeroU16::MIN, lines),
        Ink::Heading(lines) => heading(NonZeroU16::MIN.saturating_add(1), lines),
        Ink::Words(_) | Ink::NewPage => Tag::P.into(),
        Ink::Point { mark: Mark::None | Mark::Small, .. } | Ink::Cards(_) => Tag::L(ListNumbering::None).into(),
        Ink::Point { mark: Mark::Dot, .. } => Tag::L(ListNumbering::Disc).into(),
        Ink::Point { mark: Mark::Number | Mark::SmallNumber, .. } => Tag::L(ListNumbering::Decimal).into(),
        Ink::Fact { .. } | Ink::Row { .. } | Ink::LettersHead(_) | Ink::Letters(_) => Tag::Table.into(),
    }
}

fn text(lines: &[Run]) -> String {
    lines.iter().map(|line| line.text.as_str()).collect::<String>().trim_end().to_owned()
}

/// Draws on one page.
struct Hand<'d, 's> {
    surface: Surface<'s>,
    faces: &'d Faces,
    page: usize,
    /// What a line for a pen is called.
    pen: &'d str,
    /// A picture could not be drawn.
    failed: bool,
}

impl Hand<'_, '_> {
    fn piece(&mut self, ink: &Ink, top: f32, height: f32) -> Vec<Node> {
        match ink {
            Ink::Title(lines) | Ink::Heading(lines) => leaves(self.lines(lines, 0.0, top)),
            Ink::Words(line) => vec![self.line(line, 0.0, top).into()],
            Ink::Point { mark, label, picture, photo, lines } => {
                let drawn = (picture.as_ref(), photo.as_ref());
                vec![self.point((*mark, label.as_ref()), drawn, lines, (top, height)).into()]
            }
            Ink::Fact { label, value } => vec![self.fact(label, value, top, height).into()],
            Ink::Row { heads, cells } => {
                self.rule(0.0, top + height);
                let mut row = TagGroup::new(Tag::TR);
                for (column, (left, lines)) in cells.iter().enumerate() {
                    let drawn = leaves(self.lines(lines, *left, top + IN_A_CELL));
                    row.push(match (heads, column) {
                        (true, _) => group(Tag::TH(TableHeaderScope::Column), drawn),
                        (false, 0) => group(Tag::TH(TableHeaderScope::Row), drawn),
                        (false, _) => group(Tag::TD, drawn),
                    });
                }
                vec![row.into()]
            }
            Ink::LettersHead(heads) => {
                self.rule(0.0, top + height);
                let [number, letters, check] = heads;
                let cells = [(number, 0), (letters, 1), (check, 2)].map(|(head, column)| {
                    let drawn = self.line(head, COLUMNS[column], top + IN_A_CELL);
                    group(Tag::TH(TableHeaderScope::Column), [drawn.into()])
                });
                vec![group(Tag::TR, cells.map(Node::from)).into()]
            }
            Ink::Letters([number, letters, check]) => {
                self.rule(0.0, top + height);
                let drawn = self.line(number, COLUMNS[0], top + (height - number.style.leading) / 2.0);
                let number = group(Tag::TH(TableHeaderScope::Row), [drawn.into()]);
                let letters = group(Tag::TD, [self.line(letters, COLUMNS[1], top).into()]);
                let check = group(Tag::TD, [self.line(check, COLUMNS[2], top).into()]);
                vec![group(Tag::TR, [number, letters, check].map(Node::from)).into()]
            }
            Ink::Cards(cards) => {
                let columns = [0.0, CARD].into_iter();
                cards.iter().zip(columns).map(|(card, left)| self.card(card, (left, top, height)).into()).collect()
            }
            Ink::NewPage => Vec::new(),
        }
    }

    fn point(
        &mut self,
        (mark, label): (Mark, Option<&Run>),
        (picture, photo): (Option<&Picture>, Option<&Photo>),
        lines: &[Run],
        (top, height): (f32, f32),
    ) -> TagGroup {
        let mut point = TagGroup::new(Tag::LI);
        if let Some(label) = label {
            // Beside a picture it stands in the middle, as the words do.
            let in_the_middle = picture.map_or(0.0, |_| (height - label.style.leading) / 2.0);
            point.push(group(Tag::Lbl, [self.line(label, 0.0, top + in_the_middle).into()]));
        }
        let mut body = TagGroup::new(Tag::LBody);
        if let Some(picture) = picture {
            let side = picture_of(mark);
            body.push(self.picture(picture, (at_words(mark, false), top + (height - side) / 2.0), side));
        }
        let words = top + (height - lines.iter().map(|line| line.style.leading).sum::<f32>()) / 2.0;
        let words = self.lines(lines, at_words(mark, picture.is_some()), words);
        body.push(group(Tag::P, leaves(words)));
        if let Some(photo) = photo {
            let left = WIDTH - (photo_of(mark).0 + photo.size.0) / 2.0;
            body.push(self.photo(photo, (left, top + (height - photo.size.1) / 2.0)));
        }
        point.push(body);
        point
    }

    fn fact(&mut self, label: &[Run], value: &[Run], top: f32, height: f32) -> TagGroup {
        let middle = |lines: &[Run]| {
            let words: f32 = lines.iter().map(|line| line.style.leading).sum();
            top + (height - words) / 2.0
        };
        let label = self.lines(label, 0.0, middle(label));
        let label = group(Tag::TH(TableHeaderScope::Row), leaves(label));
        let value = if value.is_empty() {
            group(Tag::TD, [self.pen_line(top + height).into()])
        } else {
            self.rule(0.0, top + height);
            group(Tag::TD, leaves(self.lines(value, FACT, middle(value))))
        };
        group(Tag::TR, [label.into(), value.into()])
    }

    fn lines(&mut self, lines: &[Run], left: f32, top: f32) -> Vec<Identifier> {
        let mut top = top;
        let mut drawn = Vec::new();
        for line in lines {
            drawn.push(self.line(line, left, top));
            top += line.style.leading;
        }
        drawn
    }

    fn line(&mut self, line: &Run, left: f32, top: f32) -> Identifier {
        let drawn = self.surface.start_tagged(ContentTag::Span(SpanTag::empty()));
        self.letters(line, left, top);
        self.surface.end_tagged();
        drawn
    }

    /// Draws letters. A capital of this font is two thirds of its size: it stands in the middle of the line.
    fn letters(&mut self, line: &Run, left: f32, top: f32) {
        let base = top + line.style.leading / 2.0 + line.style.size / 3.0;
        let black = Fill { paint: rgb::Color::black().into(), ..Fill::default() };
        self.surface.set_fill(Some(black));
        let font = self.faces.font(line.style);
        let start = Point::from_xy(MARGIN + left, base);
        self.surface.draw_glyphs(start, &line.glyphs, font, &line.text, line.style.size, false);
        self.surface.set_fill(None);
    }

    /// A small card, with a line round it along which it is cut.
    fn card(&mut self, card: &CardInk, (left, top, height): (f32, f32, f32)) -> TagGroup {
        let _ = self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        self.frame(left, top, height);
        self.surface.end_tagged();
        let mut body = TagGroup::new(Tag::LBody);
        let mut corner = (left + IN_A_CARD, top + IN_A_CARD);
        if !card.place.is_empty() {
            body.push(group(Tag::P, leaves(self.lines(&card.place, corner.0, corner.1))));
            corner.1 += card.place.iter().map(|line| line.style.leading).sum::<f32>();
        }
        match (&card.photo, &card.picture) {
            (Some(photo), _) => {
                let across = (CARD_PHOTO.0 - photo.size.0) / 2.0;
                body.push(self.photo(photo, (corner.0 + across, corner.1)));
            }
            (None, Some(picture)) => body.push(self.picture(picture, corner, CARD_PICTURE)),
            (None, None) => {}
        }
        let words = left + at_card_words(card.picture.is_some(), card.photo.is_some());
        let mut below = corner.1;
        for lines in std::iter::once(&card.title).chain(&card.lines) {
            body.push(group(Tag::P, leaves(self.lines(lines, words, below))));
            below += lines.iter().map(|line| line.style.leading).sum::<f32>();
        }
        let mut point = TagGroup::new(Tag::LI);
        point.push(body);
        point
    }

    fn picture(&mut self, picture: &Picture, (left, top): (f32, f32), side: f32) -> TagGroup {
        let left = MARGIN + left;
        let drawn = self.surface.start_tagged(ContentTag::Other);
        self.failed |= super::picture::draw(&mut self.surface, &picture.name, left, top, side).is_none();
        self.surface.end_tagged();
        self.figure(drawn, &picture.shows, Rect::from_xywh(left, top, side, side))
    }

    fn photo(&mut self, photo: &Photo, (left, top): (f32, f32)) -> TagGroup {
        let drawn = self.surface.start_tagged(ContentTag::Other);
        let place = super::photo::draw(&mut self.surface, photo, MARGIN + left, top);
        self.surface.end_tagged();
        self.failed |= place.is_none();
        self.figure(drawn, &photo.shows, place)
    }

    fn figure(&self, drawn: Identifier, shows: &str, place: Option<Rect>) -> TagGroup {
        let place = place.map(|place| BBox::new(self.page, place));
        group(Tag::Figure(Some(shows.to_owned())).with_bbox(place), [drawn.into()])
    }

    /// A line between lines of a table: to who listens it is nothing.
    fn rule(&mut self, left: f32, at: f32) {
        let _ = self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        self.stroke(left, at);
        self.surface.end_tagged();
    }

    /// A line to write on: that it is there matters.
    fn pen_line(&mut self, at: f32) -> TagGroup {
        let drawn = self.surface.start_tagged(ContentTag::Other);
        self.stroke(FACT, at);
        self.surface.end_tagged();
        self.figure(drawn, self.pen, Rect::from_xywh(MARGIN + FACT, at - PEN, WIDTH - FACT, PEN))
    }

    fn stroke(&mut self, left: f32, at: f32) {
        let mut line = PathBuilder::new();
        line.move_to(MARGIN + left, at);
        line.line_to(MARGIN + WIDTH, at);
        self.grey(line, None);
    }

    /// Dashes round a small card.
    fn frame(&mut self, left: f32, top: f32, height: f32) {
        let (left, right, bottom) = (MARGIN + left, MARGIN + left + CARD, top + height);
        let mut line = PathBuilder::new();
        line.move_to(left, top);
        for (across, down) in [(right, top), (right, bottom), (left, bottom)] {
            line.line_to(across, down);
        }
        line.close();
        self.grey(line, Some(StrokeDash { array: vec![6.0, 4.0], offset: 0.0 }));
    }

    fn grey(&mut self, line: PathBuilder, dash: Option<StrokeDash>) {
        if let Some(line) = line.finish() {
            let (red, green, blue) = RULE;
            let paint = rgb::Color::new(red, green, blue).into();
            self.surface.set_stroke(Some(Stroke { paint, width: 1.0, dash, ..Stroke::default() }));
            self.surface.draw_path(&line);
            self.surface.set_stroke(None);
        }
    }

    /// The name of the paper and the number of the page. Whoever listens knows both.
    fn foot(&mut self, title: &str, page: &str) {
        let page = self.faces.run(page, SMALL);
        let title = self.faces.lines(title, SMALL, WIDTH - page.width() - GUTTER);
        let _ = self.surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        if let Some(title) = title.first() {
            self.letters(title, 0.0, FOOT);
        }
        self.letters(&page, WIDTH - page.width(), FOOT);
        self.surface.end_tagged();
    }
}

fn group(tag: impl Into<krilla::tagging::TagKind>, children: impl IntoIterator<Item = Node>) -> TagGroup {
    TagGroup::with_children(tag, children.into_iter().collect())
}

fn leaves(drawn: Vec<Identifier>) -> Vec<Node> {
    drawn.into_iter().map(Node::from).collect()
}
