//! What the app is about. Knows no screen, no disk, no device, no clock and no word.
pub mod person;
pub mod preferences;

pub mod questions;
pub mod debrief;
pub mod told;
pub mod story;
pub mod queue;
pub mod note;
pub mod privacy;

pub mod plan;
pub mod place;
pub mod travel;

pub mod space;
pub mod record;
