//! What every screen promises: one heading, every part named and spoken, nothing cut off, all big enough to press.
use std::collections::HashSet;

use alongside::domain::person::{Person, Role::Worker};
use alongside::speech::normalise::say_like::SayLike;
use alongside::speech::normalise::sentences;
use alongside::ui::part::{Found, Role, Zone};
use iced::{Rectangle, Size};

use super::reading;

/// For whom a screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reader {
    /// A peer worker, or anyone who has not come in yet.
    Peer,
    /// A senior, supervisor or practitioner.
    Staff,
}

impl Reader {
    /// For whom the screens of this person are.
    pub fn of(me: Option<&Person>) -> Self {
        if me.is_none_or(|me| me.is(Worker)) { Self::Peer } else { Self::Staff }
    }
}

/// The smallest side of anything that can be pressed. WCAG 2.2 SC 2.5.5.
const TARGET: f32 = 44.0;
/// The smallest height of a worker's tile. The value is our own (easy-read rule 27).
const TILE: f32 = 96.0;
/// Half a pixel is lost when bounds are rounded.
const ROUNDED: f32 = 0.5;

/// What is wrong with a screen, in words.
pub fn broken(parts: &[Found], page: Size, reader: Reader) -> Vec<String> {
    let mut broken = Vec::new();
    let headings = parts.iter().filter(|found| found.part.role == Role::Heading).count();
    if headings != 1 {
        broken.push(format!("it has {headings} headings"));
    }
    let mut ids = HashSet::new();
    for found in parts {
        broken.extend(broken_part(found, page, reader));
        if !ids.insert(&found.part.id) {
            broken.push(format!("two parts are called {:?}", found.part.id));
        }
    }
    broken.extend(overlaps(parts));
    broken.extend(reading::broken(parts, reader));
    broken
}

fn broken_part(found: &Found, page: Size, reader: Reader) -> Vec<String> {
    let Found { part, bounds, .. } = found;
    let mut broken = Vec::new();
    let mut says = |what: &str| broken.push(format!("{:?} ({:?}, {:?}) {what}", part.id, part.role, part.name));
    if part.name.trim().is_empty() {
        says("has no name");
    }
    if part.spoken.trim().is_empty() {
        says("cannot be heard");
    }
    for sentence in sentences(&part.spoken, &SayLike::default()) {
        // The voice is given letters: what it would make of signs and digits nobody knows.
        let sayable = |letter: char| letter.is_alphabetic() || " .,?!;:'’-\n".contains(letter);
        if !sentence.words.chars().all(sayable) {
            says(&format!("is said as {:?}", sentence.words));
        }
    }
    if part.name.contains("{") || is_key(&part.name) {
        says("shows the name of its words, not words");
    }
    let whole = Rectangle::with_size(page).expand(ROUNDED);
    let inside = bounds.x >= whole.x
        && bounds.y >= whole.y
        && bounds.x + bounds.width <= whole.x + whole.width
        && bounds.y + bounds.height <= whole.y + whole.height;
    if !inside {
        says(&format!("is cut off: {bounds:?} in {page:?}"));
    }
    if bounds.width < 1.0 || bounds.height < 1.0 {
        says(&format!("has no room: {bounds:?}"));
    }
    if part.role.is_control() {
        let smallest = bounds.width.min(bounds.height) + ROUNDED;
        if smallest < TARGET {
            says(&format!("is too small to press: {bounds:?}"));
        }
        let tile = reader == Reader::Peer && is_tile(found);
        if tile && smallest < TILE {
            says(&format!("is too small for a worker's tile: {bounds:?}"));
        }
    }
    broken
}

/// A worker's tile: an answer or a way to somewhere, with its picture, in the content of the page.
fn is_tile(found: &Found) -> bool {
    found.zone == Zone::Content && found.part.picture.is_some() && !found.part.quiet
}

/// Whether this looks like `the-key-of-some-words`.
fn is_key(name: &str) -> bool {
    name.contains('-') && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
}

/// Nothing may cover a control but the ear inside it, or the words on it.
fn overlaps(parts: &[Found]) -> Vec<String> {
    let mut broken = Vec::new();
    for (index, one) in parts.iter().enumerate() {
        for other in &parts[index + 1..] {
            let controls = one.part.role.is_control() && other.part.role.is_control();
            let ear = other.part.id == format!("hear-{}", one.part.id);
            if ear || !(controls || one.zone != other.zone) {
                continue;
            }
            let shared = one.bounds.intersection(&other.bounds);
            if shared.is_some_and(|shared| shared.width > ROUNDED * 2.0 && shared.height > ROUNDED * 2.0) {
                broken.push(format!("{:?} lies over {:?}", one.part.id, other.part.id));
            }
        }
    }
    broken
}
