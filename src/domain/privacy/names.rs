//! Full names: words in a row that begin with a capital, and are no place, day or beginning of a sentence.
use std::ops::Range;

use dale_chall::DALE_CHALL;

/// Words that nearly everybody knows and that are names too: they may begin a name where a sentence begins.
const BOTH: &[&str] = &[
    "bill", "bob", "cliff", "daisy", "dawn", "drew", "faith", "guy", "hope", "ivy", "joy", "kitty", "lily", "mark",
    "pat", "pearl", "penny", "ray", "rob", "robin", "rose", "sandy", "violet",
];

/// Words that everybody knows and nobody is called, and that the list of 1995 lacks.
const ORDINARY: &[&str] = &["phone", "press"];

/// Words with a capital of which one makes all capitals beside it the name of a place or a thing: Queen Elizabeth
/// Hospital. Hall, Green, Hill, Lane and Ward are left out: so many people are called so.
const PLACES: &[&str] = &[
    "airport",
    "arena",
    "avenue",
    "bank",
    "bay",
    "beach",
    "bridge",
    "bus",
    "cafe",
    "café",
    "castle",
    "cathedral",
    "centre",
    "church",
    "cinema",
    "city",
    "clinic",
    "close",
    "club",
    "coffee",
    "college",
    "council",
    "court",
    "crescent",
    "drive",
    "east",
    "eve",
    "fair",
    "farm",
    "festival",
    "football",
    "garden",
    "gardens",
    "gp",
    "grove",
    "gym",
    "health",
    "high",
    "hospital",
    "hotel",
    "house",
    "hub",
    "island",
    "lake",
    "leisure",
    "library",
    "line",
    "lodge",
    "market",
    "mosque",
    "museum",
    "new",
    "north",
    "park",
    "pharmacy",
    "place",
    "plan",
    "plaza",
    "pool",
    "pub",
    "retail",
    "river",
    "road",
    "room",
    "royal",
    "saint",
    "school",
    "sea",
    "service",
    "services",
    "shop",
    "south",
    "sports",
    "square",
    "st",
    "stadium",
    "station",
    "store",
    "street",
    "studio",
    "support",
    "surgery",
    "team",
    "temple",
    "the",
    "theatre",
    "tower",
    "town",
    "trust",
    "united",
    "university",
    "upon",
    "view",
    "village",
    "walk",
    "west",
    "works",
    "year",
    "yard",
    "zoo",
];

/// Days, months and feasts: they have a capital, and no name begins or ends with them.
const DAYS: &[&str] = &[
    "april",
    "august",
    "boxing",
    "christmas",
    "december",
    "easter",
    "february",
    "friday",
    "january",
    "july",
    "june",
    "march",
    "may",
    "monday",
    "november",
    "october",
    "saturday",
    "september",
    "sunday",
    "thursday",
    "tuesday",
    "wednesday",
];

/// Every run of words that looks like a full name. It may be wrong both ways, so it only ever asks.
pub fn all(words: &str) -> Vec<Range<usize>> {
    let place = |word: &str| word.as_ptr() as usize - words.as_ptr() as usize;
    let mut found = Vec::new();
    let (mut run, mut starts): (Vec<&str>, bool) = (Vec::new(), true);
    for word in words.split_whitespace() {
        let bare = word.trim_matches(is_sign);
        // At the start of a sentence nearly every word has a capital.
        if is_name(bare) && !(starts && is_ordinary(bare)) {
            run.push(bare);
        } else {
            found.extend(full_name(&run, place));
            run.clear();
        }
        starts = word.ends_with(['.', '?', '!', ':', '"', '”']);
        if starts || word.ends_with([',', ';']) {
            found.extend(full_name(&run, place));
            run.clear();
        }
    }
    found.extend(full_name(&run, place));
    found
}

/// Where the name stands that these words with a capital make, if they do.
fn full_name(run: &[&str], place: impl Fn(&str) -> usize) -> Option<Range<usize>> {
    let [first, .., last] = run else { return None };
    let is_place = run.iter().any(|word| PLACES.contains(&bare(word).as_str()));
    (!is_place).then(|| place(first)..place(last) + last.len())
}

fn is_sign(letter: char) -> bool {
    !letter.is_alphanumeric()
}

/// A capital and a small letter, or O'Neill; and no day.
fn is_name(word: &str) -> bool {
    let mut letters = word.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let small = letters.next().is_some_and(|letter| letter.is_lowercase() || matches!(letter, '\'' | '’'));
    // "I'm" and "I've" look like O'Neill.
    let mine = word.starts_with('I') && word.contains(['\'', '’']);
    capital && small && !mine && !DAYS.contains(&bare(word).as_str())
}

/// The word in small letters, without 's.
fn bare(word: &str) -> String {
    word.trim_end_matches("'s").trim_end_matches("’s").to_lowercase()
}

/// Whether it begins with a capital only because a sentence begins there.
fn is_ordinary(word: &str) -> bool {
    let word = word.to_lowercase().replace('’', "'");
    let is_listed = |word: &str| DALE_CHALL.binary_search(&word).is_ok() || ORDINARY.contains(&word);
    let without =
        |ending| word.strip_suffix(ending).is_some_and(|bare| is_listed(bare) || is_listed(&format!("{bare}e")));
    !BOTH.contains(&word.as_str()) && (is_listed(&word) || ["s", "ed", "ing"].into_iter().any(without))
}
