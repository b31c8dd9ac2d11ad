//! The safety rule, over any text at all, and forty sentences of the kind this app says.
use proptest::prelude::*;

use super::fold::{UNSAYABLE, is_fraction_or_power};
use super::*;

/// Whether the character is a letter or digit that the voice can say.
fn is_sayable(c: char) -> bool {
    let plain = Folded::of(&c.to_string()).text;
    c.is_alphanumeric() && (is_fraction_or_power(c) || plain.contains(|c: char| c.is_ascii_alphanumeric()))
}

fn has_letter(words: &str) -> bool {
    words.contains(|c: char| c.is_ascii_alphabetic())
}

fn is_visible(c: char) -> bool {
    !c.is_whitespace()
}

/// Only what an engine can say, in the shape that [`Spoken::words`] promises.
fn assert_sayable(words: &str) {
    let letters = |c: char| c.is_ascii_alphabetic();
    for word in words.split(' ').filter(|_| !words.is_empty()) {
        let word = word.strip_suffix(PAUSES).unwrap_or(word);
        assert!(!word.is_empty(), "{words:?}");
        for part in word.split(['\'', '-']) {
            assert!(!part.is_empty() && part.chars().all(letters), "{words:?}");
        }
    }
    assert!(words.is_empty() || words.ends_with(['.', '?', '!']), "{words:?}");
    assert!(words.is_empty() || has_letter(words), "{words:?}");
}

/// All the promises, for one text.
fn assert_safe(text: &str, say_like: &SayLike) {
    let said = sentences(text, say_like);
    let mut end = 0;
    for sentence in &said {
        let source = &sentence.source;
        assert!(source.start < source.end, "an empty sentence");
        assert!(!text[end..source.start].contains(is_visible), "something between");
        end = source.end;
        assert_sayable(&sentence.words);
        assert_parts(text, sentence);
    }
    assert!(!text[end..].contains(is_visible), "something left over");
}

/// Each letter and digit belongs to a part, and each part has words.
fn assert_parts(text: &str, sentence: &Spoken) {
    let mut heard = sentence.source.start;
    let mut words_end = 0;
    for part in &sentence.parts {
        assert!(part.source.start >= heard && part.words.start >= words_end);
        let between = &text[heard..part.source.start];
        assert!(!between.contains(is_sayable), "unspoken: {between:?}");
        assert!(has_letter(&sentence.words[part.words.clone()]), "{part:?}");
        heard = part.source.end;
        words_end = part.words.end;
    }
    let rest = &text[heard..sentence.source.end];
    assert!(!rest.contains(is_sayable), "unspoken: {rest:?}");
    assert!(words_end <= sentence.words.len());
}

/// A stricter count, without trusting the parts: each group of letters or digits between spaces
/// brings a word of its own to what is heard. (A telephone number brings many, a link may bring
/// a few; only what joins groups brings fewer, and that is left out of these texts.)
fn groups(text: &str) -> usize {
    text.split_whitespace().filter(|group| group.contains(is_sayable)).count()
}

/// Pieces that the rules look for, to be shuffled into nonsense.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(vec![
            "9", "20", "2026", "03", "0", "00", "01632", "960", "1,200", "½", "³", "007", "24",
        ]).prop_map(str::to_owned),
        3 => prop::sample::select(vec![
            ".", ":", "/", "-", "–", "—", ",", "£", "%", "°", "&", "+", "@", "#", "*", "'", "’", "\"",
            "(", ")", "…", "?", "!", "_", "~", "€", "☺", "🦄", "\u{200D}", "\u{301}", "\u{AD}",
        ]).prop_map(str::to_owned),
        2 => prop::sample::select(vec![" ", " ", "\n", "\u{A0}", "\t", "\r\n", "\u{2028}"])
            .prop_map(str::to_owned),
        4 => prop::sample::select(vec![
            "am", "pm", "a", "A", "I", "J", "B", "St", "Dr", "no", "No", "e", "g", "min", "km", "C",
            "NP", "March", "Mon", "th", "st", "p", "h", "m", "bus", "GPs", "NHS", "www", "uk", "s",
            "http", "of", "the", "in", "RiO", "w", "c", "zz", "HELP", "é", "ß", "ж", "中", "ext", "to",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn nothing_goes_unspoken_in_any_text(text in any::<String>()) {
        assert_safe(&text, &SayLike::default());
    }

    #[test]
    fn nothing_goes_unspoken_in_likely_nonsense(text in pieces()) {
        assert_safe(&text, &SayLike::default());
    }

    #[test]
    fn nothing_goes_unspoken_whatever_the_persons_list(
        text in pieces(),
        written in pieces(),
        said in pieces(),
    ) {
        assert_safe(&text, &SayLike::new([(written.as_str(), said.as_str())]));
    }

    #[test]
    fn every_group_brings_a_word(text in "([a-zA-Z]{1,9}|[1-9][0-9]{0,3})( ([a-z]{2,9}|[a-z]{2,9}[.,]))*") {
        let heard = words(&text).split(' ').filter(|word| has_letter(word)).count();
        prop_assert!(heard >= groups(&text), "{} {}", text, words(&text));
    }

    #[test]
    fn a_number_is_never_lost(number in 0u32..1_000_000, around in pieces()) {
        let text = format!("{around} steps {number} steps");
        let alone = words(&format!("steps {number} steps"));
        prop_assert!(words(&text).ends_with(alone.trim_start_matches("steps ")), "{}", words(&text));
    }
}

#[test]
fn every_character_alone() {
    for c in '\0'..=char::MAX {
        let text = c.to_string();
        let said = sentences(&text, &SayLike::default());
        let heard = said.iter().any(|sentence| has_letter(&sentence.words));
        let counted: usize = said.iter().map(|sentence| sentence.unsaid).sum();
        // U+02BC is an apostrophe that Unicode takes for a letter.
        let must = c.is_alphanumeric() && c != 'ʼ';
        assert!(!must || heard != (counted == 1), "{c:?}");
        // U+FFFD stands for a letter that was lost before it came to us: that counts too.
        assert!(must || counted == 0 || c == UNSAYABLE, "{c:?}");
        assert!(said.iter().all(|sentence| sentence.source == (0..text.len())));
    }
}

#[test]
fn letters_of_other_scripts_are_counted_and_the_rest_is_said() {
    let said = sentences("مرحبا Ali 中文. ٣ o'clock.", &SayLike::default());
    let found: Vec<_> = said.iter().map(|s| (s.words.as_str(), s.unsaid)).collect();
    assert_eq!(found, [("Ali.", 7), ("three o'clock.", 0)]);
}

#[test]
fn parts_tell_what_lights_up() {
    let text = "Bus 142 at 09:20.";
    let said = sentences(text, &SayLike::default());
    let lit: Vec<_> =
        said[0].parts.iter().map(|part| (&text[part.source.clone()], &said[0].words[part.words.clone()])).collect();
    assert_eq!(lit, [("Bus", "Bus"), ("142", "one four two"), ("at", "at"), ("09:20", "nine twenty in the morning"),]);
}

#[test]
fn lines_and_empty_texts() {
    assert!(sentences("", &SayLike::default()).is_empty());
    assert!(sentences(" \n\u{A0}\t", &SayLike::default()).is_empty());
    let text = "Take:\n• tea\n– 2 cups\n\n1. Ring J";
    let said = sentences(text, &SayLike::default());
    let words: Vec<_> = said.iter().map(|sentence| sentence.words.as_str()).collect();
    assert_eq!(words, ["Take.", "tea.", "two cups.", "one. Ring J."]);
}
