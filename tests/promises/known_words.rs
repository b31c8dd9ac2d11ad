//! Words that readers know: the New Dale-Chall list, the words of this work, and names.
use std::collections::HashSet;
use std::sync::LazyLock;

use dale_chall::DALE_CHALL;

/// Words of this work, of the week, and of the keys of the app, that the list of 1995 in American English lacks.
/// Each is said on the page with its picture; before a word is added here, look for an easier one.
const OF_THIS_WORK: &[&str] = &[
    "alongside",
    "computer",
    "headphones",
    "memory",
    "ok",
    "online",
    "peer",
    "photo",
    "press",
    "receipt",
    "senior",
    "spare",
    "support",
    "taxi",
    "travel",
    "type",
];
/// Words of three syllables that everybody says every day: the list has each of them.
const LONG_AND_EASY: &[&str] =
    &["afternoon", "another", "evening", "library", "minutes", "pictures", "something", "somewhere", "yesterday"];

/// Months and days that are long.
const OF_THE_YEAR: [&str; 9] =
    ["january", "february", "september", "october", "november", "december", "wednesday", "thursday", "saturday"];

/// Where the made-up town has its names: of people, places, stops and photos.
const NAMED_IN: [&str; 2] =
    [include_str!("../../assets/practice/people.ron"), include_str!("../../assets/practice/places.ron")];

/// Whether a reader knows this word, in small letters: as it stands, or without its ending.
pub fn is_known(word: &str) -> bool {
    let word = word.replace('’', "'");
    let number = word.chars().any(|letter| letter.is_ascii_digit());
    // Letters stand for the person who was seen.
    let letter = word.chars().count() == 1;
    number || letter || is_listed(&word) || without_ending(&word).iter().any(|word| is_listed(word))
}

/// Whether it is the name of a month, a day, or of somebody or something in the made-up town.
pub fn is_name(word: &str) -> bool {
    static NAMES: LazyLock<HashSet<String>> = LazyLock::new(names);
    NAMES.contains(word)
}

/// Whether it is easy, or of this work, for all its syllables.
pub fn may_be_long(word: &str) -> bool {
    OF_THIS_WORK.contains(&word) || LONG_AND_EASY.contains(&word)
}

fn is_listed(word: &str) -> bool {
    DALE_CHALL.binary_search(&word).is_ok() || OF_THIS_WORK.contains(&word)
}

/// What is left of a word without the endings that the readers of Dale and Chall's list may add.
fn without_ending(word: &str) -> Vec<String> {
    let mut bare = Vec::new();
    for ending in ["'s", "s", "es", "d", "ed", "ing", "n", "r", "er", "st", "est", "ly"] {
        let Some(rest) = word.strip_suffix(ending) else { continue };
        bare.extend([rest.to_owned(), format!("{rest}e"), format!("{}y", rest.trim_end_matches('i'))]);
        // Stopped, getting.
        let letters: Vec<char> = rest.chars().collect();
        if let [.., before, last] = letters[..]
            && before == last
        {
            bare.push(rest[..rest.len() - last.len_utf8()].to_owned());
        }
    }
    bare
}

/// Every word of a name.
fn names() -> HashSet<String> {
    let fields = NAMED_IN.iter().flat_map(|file| file.split("name: \"").skip(1));
    let names = fields.filter_map(|field| field.split('"').next());
    let names = names.flat_map(str::split_whitespace).map(str::to_lowercase);
    names.chain(OF_THE_YEAR.map(str::to_owned)).collect()
}
