//! The font on paper: words become lines of letters that fit, as wide as they will be drawn.
use std::ops::Range;

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::UnicodeBuffer;
use unicode_linebreak::linebreaks;
use unicode_segmentation::UnicodeSegmentation as _;

use super::sizes::LETTERS_IN_A_LINE;
use crate::assets::FONTS;

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Sentences.
    Regular,
    /// Labels.
    Strong,
    /// Headings.
    Bold,
}

/// How words look. Sizes are in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Style {
    /// How heavy they are.
    pub weight: Weight,
    /// The size of the letters.
    pub size: f32,
    /// From line to line.
    pub leading: f32,
}

/// A line of letters, ready to be drawn.
#[derive(Clone)]
pub struct Run {
    /// Its words, as whoever reads the PDF out or copies from it finds them.
    pub text: String,
    /// Its letters, in parts of the size.
    pub glyphs: Vec<KrillaGlyph>,
    /// How it looks.
    pub style: Style,
}

/// The font, to be measured and to be drawn.
pub struct Faces([(rustybuzz::Face<'static>, Font); 3]);

impl Faces {
    /// Reads the font that the program carries inside.
    pub fn load() -> Option<Self> {
        let read = |bytes: &'static [u8]| Some((rustybuzz::Face::from_slice(bytes, 0)?, Font::new(bytes.into(), 0)?));
        let [regular, strong, bold] = FONTS;
        Some(Self([read(regular)?, read(strong)?, read(bold)?]))
    }

    fn shaper(&self, style: Style) -> &rustybuzz::Face<'static> {
        &self.0[style.weight as usize].0
    }

    /// The font in this style, for drawing.
    pub fn font(&self, style: Style) -> Font {
        self.0[style.weight as usize].1.clone()
    }

    /// The words in lines no wider than this. Each sentence begins on a line of its own (easy-read rule 19), and its
    /// lines are of nearly the same width. Words are never cut, but for one that is longer than a line. The space
    /// between words stays at the end of a line, so that they stay apart for readers.
    pub fn lines(&self, words: &str, style: Style, width: f32) -> Vec<Run> {
        let mut sentences: Vec<String> = Vec::new();
        for part in words.split_sentence_bounds() {
            match sentences.last_mut() {
                // A point inside a word or a number ends no sentence.
                Some(sentence) if !sentence.ends_with(char::is_whitespace) => sentence.push_str(part),
                _ => sentences.push(part.to_owned()),
            }
        }
        let mut sentences = sentences.iter().map(|text| text.trim()).filter(|text| !text.is_empty()).peekable();
        let mut lines = Vec::new();
        while let Some(sentence) = sentences.next() {
            let space = if sentences.peek().is_some() { " " } else { "" };
            lines.extend(self.shape(&format!("{sentence}{space}"), style).lines(width));
        }
        lines
    }

    /// The words in one line.
    pub fn run(&self, words: &str, style: Style) -> Run {
        self.shape(words, style)
    }

    fn shape(&self, words: &str, style: Style) -> Run {
        let face = self.shaper(style);
        let text: String = words.chars().filter_map(|letter| printed(face, letter)).collect();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&text);
        buffer.guess_segment_properties();
        let shaped = rustybuzz::shape(face, &[], buffer);
        let em = face.units_per_em() as f32;
        let starts: Vec<_> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let end = |start| starts.iter().copied().filter(|other| *other > start).min().unwrap_or(text.len());
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).map(|(info, position)| {
            let [advance, right, up, _] =
                [position.x_advance, position.x_offset, position.y_offset, 0].map(|units| units as f32 / em);
            let start = info.cluster as usize;
            KrillaGlyph::new(GlyphId::new(info.glyph_id), advance, right, up, 0.0, start..end(start), None)
        });
        Run { glyphs: glyphs.collect(), text, style }
    }

    /// Groups of letters, each letter in the middle of a cell of the same width, with a gap between groups.
    pub fn cells(&self, groups: &[String], style: Style, cell: f32, gap: f32) -> Run {
        let mut run = self.shape(&groups.join(" "), style);
        for glyph in &mut run.glyphs {
            let is_gap = run.text[glyph.text_range.clone()].trim().is_empty();
            let room = if is_gap { gap } else { cell } / style.size;
            glyph.x_offset += (room - glyph.x_advance) / 2.0;
            glyph.x_advance = room;
        }
        run
    }
}

/// The letter as it is printed: what the font does not have is a question mark, what nobody sees is left out.
fn printed(face: &rustybuzz::Face<'_>, letter: char) -> Option<char> {
    match letter {
        '\t' => Some(' '),
        // Byte order mark, joiners and variation selectors say how letters beside them look.
        '\u{200B}'..='\u{200F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{2060}' => None,
        letter if letter.is_control() => None,
        letter if face.glyph_index(letter).is_none() => Some('?'),
        letter => Some(letter),
    }
}

impl Run {
    /// Whether a sentence ends with this line.
    pub fn ends_a_sentence(&self) -> bool {
        self.text.trim_end().ends_with(['.', '?', '!', ':', '”'])
    }

    /// How wide it is, in points, without the space at its end.
    pub fn width(&self) -> f32 {
        self.between(0..self.text.len())
    }

    /// How wide a part of it is, in points, without the space at its end.
    fn between(&self, part: Range<usize>) -> f32 {
        let end = part.start + self.text[part.clone()].trim_end().len();
        let inside = self.glyphs.iter().filter(|glyph| (part.start..end).contains(&glyph.text_range.start));
        inside.map(|glyph| glyph.x_advance).sum::<f32>() * self.style.size
    }

    fn lines(&self, width: f32) -> Vec<Self> {
        let ends: Vec<_> = linebreaks(&self.text).map(|(end, _)| end).collect();
        let lines = self.fill(&ends, width);
        // The narrowest width that gives as many lines leaves no word alone on the last.
        let starts = std::iter::once(&0).chain(&ends);
        let longest_word = starts.zip(&ends).map(|(start, end)| self.between(*start..*end)).fold(0.0, f32::max);
        let (mut narrow, mut wide) = (longest_word.min(width), width);
        while wide - narrow > 1.0 {
            let middle = f32::midpoint(narrow, wide);
            if self.fill(&ends, middle).len() > lines.len() { narrow = middle } else { wide = middle }
        }
        self.fill(&ends, wide).into_iter().map(|line| self.part(line)).collect()
    }

    /// As many words in each line as fit.
    fn fill(&self, ends: &[usize], width: f32) -> Vec<Range<usize>> {
        let letters = |part: Range<usize>| self.text[part].trim_end().chars().count();
        let fits = |part: Range<usize>| letters(part.clone()) <= LETTERS_IN_A_LINE && self.between(part) <= width;
        let (mut lines, mut start, mut end) = (Vec::new(), 0, 0);
        for &next in ends {
            if end > start && !fits(start..next) {
                lines.push(start..end);
                start = end;
            }
            while !fits(start..next) {
                let cuts = self.glyphs.iter().map(|glyph| glyph.text_range.start);
                let Some(cut) = cuts.filter(|cut| *cut > start && fits(start..*cut)).max() else { break };
                lines.push(start..cut);
                start = cut;
            }
            end = next;
        }
        lines.push(start..end);
        lines
    }

    fn part(&self, part: Range<usize>) -> Self {
        let inside = self.glyphs.iter().filter(|glyph| part.contains(&glyph.text_range.start));
        let moved = inside.cloned().map(|mut glyph| {
            glyph.text_range = glyph.text_range.start - part.start..glyph.text_range.end - part.start;
            glyph
        });
        Self { glyphs: moved.collect(), text: self.text[part].to_owned(), style: self.style }
    }
}
