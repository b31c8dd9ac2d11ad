//! The colours of each theme, by what they are for, and the pairs that may meet.
use iced::Color;

pub use crate::domain::preferences::Theme;

impl Theme {
    /// The colours of this theme.
    #[must_use]
    pub fn colours(self) -> &'static Colours {
        match self {
            Self::Light => &LIGHT,
            Self::Cream => &CREAM,
            Self::Dark => &DARK,
            Self::Contrast => &CONTRAST,
        }
    }
}

macro_rules! colours {
    ($($(#[$doc:meta])* $name:ident: $light:literal $cream:literal $dark:literal $contrast:literal;)*) => {
        /// The colours of one theme, each named for what it is for.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct Colours { $($(#[$doc])* pub $name: Color),* }

        const LIGHT: Colours = Colours { $($name: rgb($light)),* };
        const CREAM: Colours = Colours { $($name: rgb($cream)),* };
        const DARK: Colours = Colours { $($name: rgb($dark)),* };
        const CONTRAST: Colours = Colours { $($name: rgb($contrast)),* };
    };
}

colours! {
    /// The page behind all.
    canvas: 0xF1F4F4 0xF7EDD6 0x11191D 0x000000;
    /// Tiles, fields, cards.
    plate: 0xFFFFFF 0xFFF9EA 0x1C272C 0x000000;
    /// Behind a picture, and flat strips.
    sunk: 0xE3EAEB 0xEEE1C3 0x0B1114 0x000000;
    /// Words.
    ink: 0x13242B 0x2A2118 0xF3F6F6 0xFFFFFF;
    /// Helper words, and keys that are off.
    soft: 0x3A4A51 0x4A3E30 0xC6D2D6 0xFFFFFF;
    /// The border of what can be pressed or typed in.
    line: 0x66777E 0x7A6B55 0x82959C 0xFFFFFF;
    /// Dividers and quiet boxes.
    hair: 0xC9D3D5 0xDCCDAE 0x33434A 0xFFFFFF;
    /// The rail.
    rail: 0x0E3C47 0x2F4339 0x0A2A33 0x000000;
    /// Words of a rail key that is off.
    railoff: 0xC6D9DD 0xDCE7DF 0xB5CBD1 0xFFFFFF;
    /// A key on the rail.
    railkey: 0x17505D 0x3F564A 0x123F4B 0x000000;
    /// The border of a rail key.
    railline: 0x7FB3BE 0x9DB8A8 0x6FA5B1 0xFFFFFF;
    /// Words of a rail key.
    railink: 0xFFFFFF 0xFFFDF6 0xFFFFFF 0xFFFFFF;
    /// What the app or a colleague does: the main button, ears, arrows.
    action: 0x0F5565 0x25523F 0x86D3E2 0xFFE600;
    /// The lip of the main button.
    actionlip: 0x062C36 0x122C21 0x4A8E9C 0xB8A600;
    /// Words on the main button.
    onaction: 0xFFFFFF 0xFFFFFF 0x06222A 0x000000;
    /// The tint of what is picked.
    pick: 0xD9ECEF 0xE2EBD6 0x123F4B 0x000000;
    /// The border of what is picked.
    pickline: 0x0F5565 0x25523F 0x86D3E2 0xFFE600;
    /// A person's own words and voice.
    voice: 0x6A2C70 0x6E2F5E 0xE2B5EA 0xF5B8FF;
    /// The lip of a voice button.
    voicelip: 0x431848 0x45193A 0x9A6BA4 0xB07ABA;
    /// Words on a voice button.
    onvoice: 0xFFFFFF 0xFFFFFF 0x2B0F31 0x000000;
    /// The ground of a person's own words.
    voicetint: 0xF6EAF7 0xF6E3E4 0x36213C 0x000000;
    /// Done, agreed.
    good: 0x145032 0x1D4D2A 0x96DDB0 0x8CFFB5;
    /// The ground of good news.
    goodtint: 0xDDF1E4 0xE0EDCF 0x153523 0x000000;
    /// For now, late.
    wait: 0x5E4100 0x5C3F00 0xFFD27A 0xFFD27A;
    /// The ground of waiting.
    waittint: 0xFFF0CC 0xFFE9B8 0x3B2D0C 0x000000;
    /// A worry, recording, ring now.
    danger: 0x951B1E 0x8C1D18 0xFFB4AC 0xFFB0A8;
    /// The lip of a danger button.
    dangerlip: 0x5C0D10 0x560E0B 0xB56A63 0xB5726B;
    /// Words on a danger button.
    ondanger: 0xFFFFFF 0xFFFFFF 0x3A0806 0x000000;
    /// The ground of a worry.
    dangertint: 0xFDE8E6 0xFBE1D6 0x471919 0x000000;
    /// Where you are: focus, and the key that speaks.
    mark: 0xFFC21A 0xF5B400 0xFFC21A 0x00E5FF;
    /// The band behind the sentence that is being spoken.
    speak: 0xFFE08A 0xFFDD85 0x5A4500 0x4D4400;
    /// The dark band of the focus ring.
    ring: 0x13242B 0x2A2118 0x000000 0x000000;
    /// The plate behind a colour picture.
    pic: 0xFFFFFF 0xFFFDF6 0xF1F4F4 0xFFFFFF;
    /// The number on a bus plate.
    sign: 0xFFC21A 0xFFC21A 0xFFC21A 0xFFC21A;
    /// The ground of a bus plate.
    signground: 0x13181B 0x13181B 0x13181B 0x13181B;
}

const fn rgb(hex: u32) -> Color {
    Color::from_rgb8((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// The colours of a plate with the number of a line on it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Livery {
    /// The ground of the plate.
    pub ground: Color,
    /// The letters on it.
    pub letters: Color,
    /// A band at its edge: the colour of the line, where letters on that colour could not be read.
    pub band: Option<Color>,
}

/// The least contrast of letters (WCAG 2.2 SC 1.4.6), and of a sign beside them (1.4.11).
const LETTERS: f32 = 7.0;
const SIGN: f32 = 3.0;

/// How the number of a line is painted: in the line's own colours where they can be read, else amber on black as on the
/// front of a bus, with a band in the colour of the line where that can be seen.
#[must_use]
pub fn livery((ground, letters): (Option<[u8; 3]>, Option<[u8; 3]>)) -> Livery {
    let ours = Livery { ground: LIGHT.signground, letters: LIGHT.sign, band: None };
    let colour = |[red, green, blue]: [u8; 3]| Color::from_rgb8(red, green, blue);
    let Some(ground) = ground.map(colour) else { return ours };
    let own = letters.map(colour).into_iter().chain([Color::WHITE, Color::BLACK]);
    if let Some(letters) = own.into_iter().find(|letters| contrast(*letters, ground) >= LETTERS) {
        return Livery { ground, letters, band: None };
    }
    Livery { band: (contrast(ground, ours.ground) >= SIGN).then_some(ground), ..ours }
}

/// The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio").
#[must_use]
pub fn contrast(a: Color, b: Color) -> f32 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// WCAG 2.2, "relative luminance".
fn luminance(colour: Color) -> f32 {
    let linear = |c: f32| {
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b)
}
