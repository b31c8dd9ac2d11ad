//! How the app looks and sounds for one person.
use serde::{Deserialize, Serialize};

use super::reminder::Reminder;

/// A theme that a person can choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Theme {
    /// Dark words on a light grey page.
    #[default]
    Light,
    /// Dark words on a cream page: less glare.
    Cream,
    /// Light words on a dark page.
    Dark,
    /// White and yellow on black, with thicker borders.
    Contrast,
}

impl Theme {
    /// Every theme, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Light, Self::Cream, Self::Dark, Self::Contrast];
}

/// How fast the voice speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Pace {
    /// Slowly.
    Slow,
    /// At a steady pace.
    #[default]
    Steady,
    /// Quickly.
    Quick,
}

/// What is said when a screen opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Arrival {
    /// Nothing, until Listen or an ear is pressed.
    Quiet,
    /// The heading.
    #[default]
    Heading,
}

/// How the app looks and sounds for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferences {
    /// The colours.
    pub theme: Theme,
    /// The size of words, in percent of their usual size: 100 to 200 (WCAG 2.2 SC 1.4.4).
    pub text_size: u16,
    /// Whether pictures are shown.
    pub pictures: bool,
    /// What is said when a screen opens.
    pub arrival: Arrival,
    /// Whether words are said when the pointer rests on them.
    pub point_to_hear: bool,
    /// How fast the voice speaks.
    pub pace: Pace,
    /// How loud the app is: 0 to 4.
    pub volume: u8,
    /// Whether the level ring moves while recording; if not, words say the same.
    pub moving_ring: bool,
    /// The language of the words, as in "en-GB".
    pub language: String,
    /// Minutes without a key, a press or a move of the pointer after which the app locks: 1 to 15.
    #[serde(default = "lock_after")]
    pub lock_after: u8,
    /// Whether they want a reminder before a trip.
    #[serde(default)]
    pub reminder: Reminder,
}

/// What documents say that were written before there was a choice.
fn lock_after() -> u8 {
    Preferences::LOCK_AFTER
}

impl Preferences {
    /// The sizes of words that are offered, in percent.
    pub const TEXT_SIZES: [u16; 5] = [100, 125, 150, 175, 200];
    /// The minutes after which the app locks that are offered.
    pub const LOCKS: [u8; 5] = [1, 2, 5, 10, 15];
    /// The minutes after which the app locks unless somebody chooses: KeePassXC has 15, but a work laptop stands
    /// among people.
    pub const LOCK_AFTER: u8 = 5;
    /// The loudest volume.
    pub const LOUDEST: u8 = 4;

    /// The volume as a factor from 0 to 1. Each step is heard as about as much louder as the last.
    #[must_use]
    pub fn gain(&self) -> f32 {
        let step = f32::from(self.volume.min(Self::LOUDEST)) / f32::from(Self::LOUDEST);
        step * step
    }
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            text_size: 100,
            pictures: true,
            arrival: Arrival::default(),
            point_to_hear: false,
            pace: Pace::default(),
            volume: 3,
            moving_ring: true,
            language: "en-GB".to_owned(),
            lock_after: Self::LOCK_AFTER,
            reminder: Reminder::default(),
        }
    }
}
