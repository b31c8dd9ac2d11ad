//! What a senior peer worker sets up: the timetable, the places to go, and a copy of everything.
pub mod computer;
pub mod copy;
pub mod files;
pub mod people;
pub mod photo;
pub mod places;
pub mod sheet;
pub mod shelf;
mod smalls;
pub mod timetable;
pub mod ward;
pub mod ways;
