//! The text styles of the app, and how much room words take in them.
use iced::advanced::graphics::text::Paragraph;
use iced::advanced::text::{self, Paragraph as _};
use iced::font::{Family, Weight};
use iced::{Font, Pixels, Size, alignment};

use super::look::{Class, Look};
use crate::assets::FONTS;

/// The font of the app: made for people who see letters badly.
pub const FAMILY: &str = "Atkinson Hyperlegible Next";

/// What words are for, which sets their size and weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// The one heading of a page.
    Question,
    /// The tiles of Home.
    HomeLabel,
    /// Answer tiles.
    Label,
    /// The main button.
    Primary,
    /// Other buttons.
    Quiet,
    /// Sentences.
    Body,
    /// Step words, dates, chips.
    Small,
    /// The same, stronger.
    SmallStrong,
    /// A word on a rail key.
    Rail,
    /// The heading of a staff screen.
    StaffTitle,
    /// Sentences of a staff screen: 19 is the floor of the whole app (14 pt).
    Staff,
    /// Labels and buttons of a staff screen.
    StaffStrong,
    /// A phone number, 999, the number of a bus: as large as its place lets it be.
    Number(u16),
}

impl Style {
    /// Size and line height in logical pixels, and the weight.
    fn measure(self, look: &Look) -> (f32, f32, Weight) {
        let class = look.class;
        let tight = class == Class::Tight;
        let narrow = look.one_column();
        match self {
            Self::Question if narrow => (28.0, 36.0, Weight::Bold),
            Self::Question if look.short => (30.0, 40.0, Weight::Bold),
            Self::Question => (36.0, 48.0, Weight::Bold),
            Self::HomeLabel if class == Class::Wide => (30.0, 40.0, Weight::Semibold),
            Self::HomeLabel if tight => (24.0, 32.0, Weight::Semibold),
            Self::HomeLabel => (26.0, 36.0, Weight::Semibold),
            Self::Label if tight => (24.0, 32.0, Weight::Semibold),
            Self::Label if class == Class::Wide => (26.0, 36.0, Weight::Semibold),
            Self::Label => (24.0, 36.0, Weight::Semibold),
            Self::Primary if tight => (24.0, 32.0, Weight::Bold),
            Self::Primary => (26.0, 36.0, Weight::Bold),
            Self::Quiet if tight => (22.0, 32.0, Weight::Semibold),
            Self::Quiet => (24.0, 36.0, Weight::Semibold),
            Self::Body if tight => (22.0, 33.0, Weight::Normal),
            Self::Body => (24.0, 36.0, Weight::Normal),
            Self::Small => (20.0, 30.0, Weight::Normal),
            Self::SmallStrong => (20.0, 30.0, Weight::Semibold),
            Self::Rail if tight => (19.0, 24.0, Weight::Semibold),
            Self::Rail => (20.0, 24.0, Weight::Semibold),
            Self::StaffTitle if narrow => (24.0, 32.0, Weight::Bold),
            Self::StaffTitle => (28.0, 36.0, Weight::Bold),
            Self::Staff => (19.0, 29.0, Weight::Normal),
            Self::StaffStrong => (19.0, 29.0, Weight::Semibold),
            Self::Number(size) => (f32::from(size), f32::from(size) * 1.2, Weight::Bold),
        }
    }

    /// The size of the letters, in logical pixels.
    #[must_use]
    pub fn size(self, look: &Look) -> Pixels {
        Pixels(self.measure(look).0)
    }

    /// The height of a line, in logical pixels.
    #[must_use]
    pub fn line(self, look: &Look) -> f32 {
        self.measure(look).1
    }

    /// The font with the weight of this style.
    #[must_use]
    pub fn font(self, look: &Look) -> Font {
        Font { family: Family::Name(FAMILY), weight: self.measure(look).2, ..Font::DEFAULT }
    }
}

/// The room that these words take when no line is wider than `width`.
#[must_use]
pub fn room(look: &Look, style: Style, words: &str, width: f32) -> Size {
    Paragraph::with_text(text::Text {
        content: words,
        bounds: Size::new(width, f32::INFINITY),
        size: style.size(look),
        line_height: Pixels(style.line(look)).into(),
        font: style.font(look),
        align_x: text::Alignment::Left,
        align_y: alignment::Vertical::Top,
        shaping: text::Shaping::Advanced,
        wrapping: text::Wrapping::Word,
    })
    .min_bounds()
}

/// The height of these words when no line is wider than `width`.
#[must_use]
pub fn height(look: &Look, style: Style, words: &str, width: f32) -> f32 {
    room(look, style, words, width).height
}

/// The width of these words on one line.
#[must_use]
pub fn width(look: &Look, style: Style, words: &str) -> f32 {
    room(look, style, words, f32::INFINITY).width.ceil()
}

/// The least width at which these words take no more lines than at `width`: no word falls alone on a last line.
#[must_use]
pub fn balanced(look: &Look, style: Style, words: &str, width: f32) -> f32 {
    let full = room(look, style, words, width);
    if full.height <= style.line(look) * 1.5 {
        return full.width.ceil() + 1.0;
    }
    let (mut low, mut high) = (full.width / 3.0, full.width.ceil() + 1.0);
    // Five halvings bring it within a few pixels.
    for _ in 0..5 {
        let middle = (low + high) / 2.0;
        let tried = room(look, style, words, middle);
        if tried.height > full.height || tried.width > middle {
            low = middle;
        } else {
            high = middle;
        }
    }
    high.ceil()
}

/// The largest style for a number that fits on one line of this room.
#[must_use]
pub fn number(look: &Look, words: &str, room: Size) -> Style {
    [120, 96, 72, 56, 44, 36, 30]
        .into_iter()
        .map(Style::Number)
        .find(|style| width(look, *style, words) <= room.width && style.line(look) <= room.height)
        .unwrap_or(Style::Number(26))
}

/// Gives the font files to the program that draws. Words are measured before the window opens.
pub fn load_fonts() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        if let Ok(mut system) = iced::advanced::graphics::text::font_system().write() {
            for file in FONTS {
                system.load_font(file.into());
            }
        }
    });
}
