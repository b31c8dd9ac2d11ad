//! What a senior peer worker sets up for trips: the timetable, and the places to go.
pub mod files;
pub mod places;
pub mod timetable;
