//! Trips by bus and train: bytes of a GTFS feed in, a person's trip out. No files, no clock, no words.
//!
//! In reading order: `gtfs` reads a feed into a `timetable`; `raptor` finds the best journeys
//! between stops; `trip` chooses among them by a person's own adjustments and turns the choice into
//! steps; `route` finds a way that was kept again; `stop_search` finds a stop by its name.
pub mod bounds;
pub mod calendar;
pub mod gtfs;
pub mod holidays;
pub mod join;
pub mod line;
pub mod packed;
pub mod position;
pub mod raptor;
pub mod route;
pub mod rows;
pub mod stop_search;
pub mod timetable;
pub mod trip;
