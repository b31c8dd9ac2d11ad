//! Reading timetables and planning trips.
mod feed;
mod generated;
mod kept;
mod oddities;
mod oracle;
mod practice;
mod promises;
mod real_feeds;
mod reference;
mod refusals;
mod zips;

use std::io::Write;

/// Tells whoever runs the tests something that is no failure.
fn said(words: &str) {
    let _ = writeln!(std::io::stderr(), "{words}");
}
