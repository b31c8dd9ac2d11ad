//! Reading timetables and planning trips.
mod bounds;
pub mod feed;
mod generated;
mod kept;
mod oddities;
mod oracle;
mod practice;
mod promises;
mod real_feeds;
pub mod reference;
mod refusals;
mod route;
mod zips;

use std::io::Write;

/// Tells whoever runs the tests something that is no failure.
pub fn said(words: &str) {
    let _ = writeln!(std::io::stderr(), "{words}");
}
