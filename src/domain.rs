//! What the app is about. Knows no screen, no disk, no device, no clock and no word.
pub mod pairing;
pub mod person;
pub mod preferences;

pub mod brief;
pub mod debrief;
pub mod leaving;
pub mod note;
pub mod privacy;
pub mod questions;
pub mod queue;
pub mod story;
pub mod told;
pub mod typed;

pub mod arranging;
pub mod costs;
pub mod felt;
pub mod find_place;
pub mod pass;
pub mod place;
pub mod plan;
pub mod ready;
pub mod reminder;
pub mod route;
pub mod travel;

pub mod audit;
pub mod backup;
pub mod record;
pub mod recovery;
pub mod removal;
pub mod retention;
pub mod rights;
pub mod space;
pub mod ward;
pub mod way_in;
