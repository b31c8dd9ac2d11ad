//! Compares names as a person means them: without case, accents and signs, and with slips allowed.

use rphonetic::{DoubleMetaphone, Encoder as _};

/// What is looked for.
pub struct Wanted {
    words: Vec<String>,
    /// How each word sounds, where it may be found by that.
    sounds: Vec<Option<String>>,
    /// All words in one: "elmhouse" finds "Elm House".
    joined: String,
    slack: Slack,
}

/// How many slips a word may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slack {
    /// As many as somebody makes who can spell the name.
    Few,
    /// As many as somebody makes who writes what they hear. Much else fits then too: only where nothing was found.
    More,
    /// The same, and a word may only sound alike.
    Sound,
}

impl Slack {
    /// All of them, the stricter first.
    pub const ALL: [Self; 3] = [Self::Few, Self::More, Self::Sound];

    /// For a word of this many letters.
    fn slips(self, letters: usize) -> usize {
        match (self, letters) {
            (_, 0..4) => 0,
            (Self::Few, 4..8) | (Self::More | Self::Sound, 4..6) => 1,
            (Self::Few, _) | (Self::More | Self::Sound, 6..8) => 2,
            (Self::More | Self::Sound, _) => 3,
        }
    }
}

/// How much worse a word fits that is only begun, or has a slip, than one that is whole.
const BEGUN: usize = 2;
const SLIP: usize = 6;
/// The same for a word that only sounds alike: "rode" for "road".
const SOUND: usize = 8;

/// The longest search, in letters: a name is never longer, and slips are counted letter by letter.
const LONGEST: usize = 100;

impl Wanted {
    /// None if there is no letter or digit in it.
    #[must_use]
    pub fn new(text: &str, slack: Slack) -> Option<Self> {
        let text: String = text.chars().take(LONGEST).collect();
        let words = plain_words(&text);
        let joined = words.concat();
        let sounds = words.iter().map(|word| sound(word).filter(|_| slack == Slack::Sound)).collect();
        (!joined.is_empty()).then_some(Self { words, sounds, joined, slack })
    }

    /// What is found by the strictest way of looking that finds anything.
    pub fn first<T>(text: &str, find: impl Fn(&Self) -> Vec<T>) -> Vec<T> {
        let tries = Slack::ALL.into_iter().filter_map(|slack| Self::new(text, slack));
        tries.map(|wanted| find(&wanted)).find(|found| !found.is_empty()).unwrap_or_default()
    }

    /// How well a name fits: 0 is best. None if one of the words is not in it.
    #[must_use]
    pub fn fit(&self, name: &[String]) -> Option<usize> {
        let fit = |word: &str, known: &str| fit(word, known, self.slack);
        // Words of the name that were not asked for count a little: the plain name comes first.
        let extra = name.len().saturating_sub(self.words.len());
        let by_sound = |(word, sounds): (&String, &Option<String>), known: &str| {
            let alike = sounds.is_some() && begin_alike(word, known) && sound(known) == *sounds;
            alike.then_some(SOUND)
        };
        let best = |wanted: (&String, &Option<String>)| {
            name.iter().filter_map(|known| fit(wanted.0, known).or_else(|| by_sound(wanted, known))).min()
        };
        let by_word = self.words.iter().zip(&self.sounds).map(best).sum::<Option<usize>>();
        // Only for what was written as one: "mill road" must not find "Mill Roadhouse".
        let is_one = self.words.len() == 1 || name.len() == 1;
        let as_one = || Some(fit(&self.joined, &name.concat())? + 1);
        Some(by_word.or_else(|| is_one.then(as_one)?)? + extra)
    }
}

/// How well one word fits another.
fn fit(word: &str, known: &str, slack: Slack) -> Option<usize> {
    let letters = word.chars().count();
    let allowed = slack.slips(letters);
    match word {
        word if short_form(word) == short_form(known) => Some(0),
        word if known.starts_with(word) => Some(BEGUN),
        _ if allowed == 0 => None,
        word => {
            let close = |known: &str| Some(slips(word, known, allowed)).filter(|slips| *slips <= allowed);
            let whole = close(known).map(|slips| slips * SLIP);
            // Who still types has only begun the word.
            let begun = || close(&known.chars().take(letters).collect::<String>()).map(|slips| slips * SLIP + BEGUN);
            whole.into_iter().chain((slack != Slack::Few).then(begun).flatten()).min()
        }
    }
}

/// How a word sounds, by the rules of Double Metaphone (Philips 2000), which were made for names. None for short words
/// and numbers: too many sound alike.
fn sound(word: &str) -> Option<String> {
    let long = word.chars().count() >= 4 && word.chars().all(char::is_alphabetic);
    long.then(|| DoubleMetaphone::default().encode(word)).filter(|sound| !sound.is_empty())
}

/// Whether two words may sound alike at all: a look that spares most of them the rules.
fn begin_alike(word: &str, known: &str) -> bool {
    let first = |word: &str| match word.chars().next() {
        Some('k' | 'q') => Some('c'),
        Some('z') => Some('s'),
        first => first,
    };
    first(word) == first(known) && word.len().abs_diff(known.len()) <= 3
}

/// The words of a name, plain: lower case, no accents, no signs.
#[must_use]
pub fn plain_words(name: &str) -> Vec<String> {
    let plain: String = name
        .chars()
        .filter(|letter| !matches!(letter, '\'' | '’' | '.'))
        .flat_map(char::to_lowercase)
        .map(plain_letter)
        .collect();
    plain
        .replace('&', " and ")
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Letters of Welsh, Irish, Gaelic and of names from near by, without their marks.
fn plain_letter(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        other => other,
    }
}

/// Signs and feeds shorten these at will.
fn short_form(word: &str) -> &str {
    match word {
        "street" | "saint" => "st",
        "road" => "rd",
        "avenue" => "ave",
        "lane" => "ln",
        "drive" => "dr",
        "terrace" => "terr",
        "square" => "sq",
        "hospital" => "hosp",
        "station" | "stn" => "sta",
        other => other,
    }
}

/// A name without the bay at its end: "Market Square 16", "Bus Station (Stand B)", "High St Stop H1".
pub(super) fn without_bay(name: &str) -> &str {
    let open = name.trim_end().strip_suffix(')').and_then(|_| name.rfind('('));
    let before = open.map(|open| name[..open].trim_end());
    let name = match before {
        Some(before) if !before.is_empty() => before,
        _ => name.trim_end(),
    };
    let Some((rest, bay)) = name.rsplit_once(' ') else {
        return name;
    };
    let is_bay = bay.len() <= 3
        && (bay.bytes().any(|byte| byte.is_ascii_digit())
            || bay.len() == 1 && bay.bytes().all(|byte| byte.is_ascii_uppercase()));
    if !is_bay {
        return name;
    }
    match rest.rsplit_once(' ') {
        Some((rest, word)) if is_bay_word(word) => rest,
        _ => rest,
    }
}

fn is_bay_word(word: &str) -> bool {
    let words = ["stand", "bay", "stop", "platform", "stance", "gate"];
    words.iter().any(|bay| word.eq_ignore_ascii_case(bay))
}

/// How many letters must be changed, added, left out or swapped to make one word of the other. Not
/// worked out beyond `most`.
fn slips(word: &str, known: &str, most: usize) -> usize {
    if word.chars().count().abs_diff(known.chars().count()) > most {
        return most + 1;
    }
    let (word, known): (Vec<_>, Vec<_>) = (word.chars().collect(), known.chars().collect());
    // Row by row: slips to make the first letters of one word of the first letters of the other.
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=known.len()).collect();
    for i in 1..=word.len() {
        let mut next = vec![i];
        for j in 1..=known.len() {
            let changed = row[j - 1] + usize::from(word[i - 1] != known[j - 1]);
            let mut least = changed.min(row[j] + 1).min(next[j - 1] + 1);
            let swapped = i > 1 && j > 1 && word[i - 1] == known[j - 2] && word[i - 2] == known[j - 1];
            if swapped {
                least = least.min(before[j - 2] + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row[known.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, name: &str, fits: bool) {
        let wanted = Wanted::new(words, Slack::Few).expect("something to look for");
        let fit = wanted.fit(&plain_words(name));
        assert_eq!(fit.is_some(), fits, "{words} in {name}: {fit:?}");
    }

    #[test]
    fn small_mistakes_are_allowed() {
        check("mill road", "Mill Road", true);
        check("ROAD, mill", "Mill Rd.", true);
        check("mil", "Mill Road", true);
        check("libary", "Wrenford Library", true);
        check("makret sqaure", "Market Square", true);
        check("park cafe", "Park Café", true);
        check("kings cross", "King's Cross", true);
        check("elmhouse", "Elm House", true);
        check("hospitl", "Hospital", true);
        check("caerdydd", "Caerdydd Canolog", true);
    }

    #[test]
    fn other_names_are_not_found() {
        check("mill lane", "Mill Road", false);
        check("oak", "Elm House", false);
        check("42", "41", false);
        assert!(Wanted::new("  -?! ", Slack::Few).is_none());
    }

    #[test]
    fn more_mistakes_are_allowed_where_nothing_else_fits() {
        let fits = |words: &str, name: &str, slack| {
            Wanted::new(words, slack).expect("something to look for").fit(&plain_words(name)).is_some()
        };
        for words in ["nuport librey", "newprt libre", "librey nuport"] {
            assert!(!fits(words, "Newport Library", Slack::Few), "{words}");
            assert!(fits(words, "Newport Library", Slack::More), "{words}");
        }
        for (words, name) in [("mil rode", "Mill Road"), ("skool lain", "School Lane"), ("kuean stret", "Queen Street")]
        {
            assert!(!fits(words, name, Slack::More) && fits(words, name, Slack::Sound), "{words}");
        }
        for (words, name) in [
            ("mill lane", "Mill Road"),
            ("oak", "Elm House"),
            ("42", "41"),
            ("swimming", "Library"),
            ("green lane", "Grange Lane"),
        ] {
            assert!(!fits(words, name, Slack::Sound), "{words} in {name}");
        }
    }

    #[test]
    fn the_bay_is_not_part_of_the_name() {
        let check = |name, expected| assert_eq!(without_bay(name), expected);
        check("Market Square 16", "Market Square");
        check("Bus Station (Bay 3)", "Bus Station");
        check("Cwmbran Bus Station Stand D1", "Cwmbran Bus Station");
        check("Park Gate", "Park Gate");
        check("Mill Road", "Mill Road");
        check("16", "16");
        check("(A)", "(A)");
        check("Stand B", "Stand");
    }

    #[test]
    fn the_plain_name_comes_first() {
        let wanted = Wanted::new("library", Slack::Few).expect("a word");
        let plain = wanted.fit(&plain_words("Library"));
        assert!(plain < wanted.fit(&plain_words("Library North Gate")));
        assert!(wanted.fit(&plain_words("Library North")) < wanted.fit(&plain_words("Librery")));
    }
}
