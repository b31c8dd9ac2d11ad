//! A person's own list of how to say a word: "Siobhan" like "shiv awn".
use super::reading::{Here, Reading};
use super::tokens::{Token, Tokens};
use super::{fold::Folded, sentences};

/// How a person wants words said. It comes before every other rule.
///
/// Words count whole and in any case; an entry may be several words (`St Mary's`) and also holds
/// for `...'s`. Of two entries that fit, the longer one counts; of two for the same word, the last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SayLike {
    entries: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    /// The tokens of the word, in small letters.
    written: Vec<String>,
    said: String,
}

impl SayLike {
    /// Makes the list from pairs of how it is written and how it is said.
    ///
    /// How it is said goes through the normaliser itself, so that nothing reaches an engine that it
    /// cannot say. A pair with nothing to look for or nothing to hear is left out.
    pub fn new<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        for (written, said) in pairs {
            let entry = Entry { written: plain_tokens(written), said: plain_words(said) };
            let heard = entry.said.contains(|c: char| c.is_ascii_alphabetic());
            if !heard || entry.written.is_empty() {
                continue;
            }
            entries.retain(|other| other.written != entry.written);
            entries.push(entry);
        }
        entries.sort_by_key(|entry| std::cmp::Reverse(entry.written.len()));
        Self { entries }
    }

    /// The rule: an entry that stands here as a whole.
    pub(super) fn read(&self, here: &Here<'_>) -> Option<Reading> {
        if matches!(here.before(), [.., before] if before.is_sayable()) {
            return None;
        }
        self.entries.iter().find_map(|entry| entry.read(here))
    }
}

impl Entry {
    fn read(&self, here: &Here<'_>) -> Option<Reading> {
        let used = self.written.len();
        let tokens = here.rest().get(..used)?;
        let goes_on = here.rest().get(used).is_some_and(Token::is_sayable);
        if goes_on {
            return None;
        }
        let (last, others) = tokens.split_last()?;
        let (last_written, others_written) = self.written.split_last()?;
        let same = others.iter().zip(others_written).all(|(token, written)| plain(token) == *written);
        if !same {
            return None;
        }
        let last = plain(last);
        if last == *last_written {
            return Some(Reading::words(used, self.said.clone()));
        }
        let owned = last.strip_suffix("'s") == Some(last_written);
        owned.then(|| Reading::words(used, format!("{}'s", self.said)))
    }
}

fn plain(token: &Token<'_>) -> String {
    match token {
        Token::Word(word) => word.to_ascii_lowercase(),
        Token::Digits(digits) => (*digits).to_owned(),
        Token::Sign(sign) => sign.to_string(),
        Token::Space | Token::Line => " ".to_owned(),
        Token::Foreign(_) => String::new(),
    }
}

fn plain_tokens(text: &str) -> Vec<String> {
    let folded = Folded::of(text.trim());
    let tokens = Tokens::of(&folded.text);
    if tokens.all.iter().any(Token::is_sayable) { tokens.all.iter().map(plain).collect() } else { Vec::new() }
}

fn plain_words(text: &str) -> String {
    let said = sentences(text, &SayLike::default());
    let words: Vec<_> = said
        .iter()
        .map(|sentence| sentence.words.trim_end_matches(['.', '?', '!', ',', ';']))
        .filter(|words| !words.is_empty())
        .collect();
    words.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pairs: &[(&str, &str)], text: &str, expected: &str) {
        let say_like = SayLike::new(pairs.iter().copied());
        let said = sentences(text, &say_like);
        let words: Vec<_> = said.iter().map(|spoken| spoken.words.as_str()).collect();
        assert_eq!(words.join(" "), expected, "{text:?}");
    }

    #[test]
    fn a_persons_own_words() {
        let list = [
            ("Siobhan", "shiv awn"),
            ("St Mary's", "saint mairies"),
            ("Mary's", "no"),
            ("J", "jay"),
            ("142", "one forty two"),
            ("SCAMP", "S, C, A, M, P"),
            ("Siân", "shahn"),
        ];
        let cases = [
            ("I saw Siobhan.", "I saw shiv awn."),
            ("SIOBHAN came", "shiv awn came."),
            ("Siobhan’s bus", "shiv awn's bus."),
            ("Siobhanette", "Siobhanette."),
            ("St  Mary's", "saint mairies."),
            ("Bus 142.", "Bus one forty two."),
            ("Room 1421", "Room one four two one."),
            ("SCAMP", "S, C, eh, M, P."),
            ("I saw J today", "I saw jay today."),
            ("Sia\u{302}n", "shahn."),
        ];
        for (text, expected) in cases {
            check(&list, text, expected);
        }
    }

    #[test]
    fn entries_that_say_or_mean_nothing_are_left_out() {
        let list = [("bus", ""), ("tram", "🦄 ..."), ("", "x"), ("  ", "y"), ("!", "z")];
        check(&list, "The bus, the tram!", "The bus, the tram!");
    }

    #[test]
    fn how_it_is_said_is_made_sayable_too() {
        check(&[("R2", "<b>R & 2</b>")], "R2.", "B R and two, B.");
    }

    #[test]
    fn the_last_of_two_entries_counts() {
        check(&[("bus", "coach"), ("Bus", "boos")], "the bus", "the boos.");
    }
}
