//! What a senior peer worker sets up: the timetable, the places to go, and a copy of everything.
pub mod copy;
pub mod places;
mod shelf;
pub mod timetable;
pub mod ways;
