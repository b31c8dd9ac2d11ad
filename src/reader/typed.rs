//! What is typed in a field, in the pieces that a screen reader reads by letter, word and line.
use accesskit::{Node, NodeId, Role, TextDirection};

/// A line of text, or as much of it as fits: places of words are counted in one byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Its words, with the line break that ends it.
    value: String,
    /// The bytes of each character. A line break is one character, however it is written.
    lengths: Vec<u8>,
    /// The characters that begin a word.
    words: Vec<u8>,
    /// Whether it goes on the line of the run before it.
    goes_on: bool,
    /// Whether its line goes on in the next one.
    more: bool,
}

/// The most characters in one run.
const MOST: usize = 250;

/// The runs of a text: one at least, and one more after a line break at its end.
#[must_use]
pub fn runs(text: &str) -> Vec<Run> {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    if text.is_empty() || text.ends_with('\n') {
        lines.push("");
    }
    lines.into_iter().flat_map(line).collect()
}

fn line(line: &str) -> Vec<Run> {
    let characters = characters(line);
    let pieces: Vec<&[&str]> = if characters.is_empty() { vec![&[]] } else { characters.chunks(MOST).collect() };
    let last = pieces.len() - 1;
    let mut blank = true;
    let mut runs = Vec::with_capacity(pieces.len());
    for (index, piece) in pieces.iter().enumerate() {
        let mut words = Vec::new();
        for (place, character) in piece.iter().enumerate() {
            let is_blank = character.trim().is_empty();
            if let Ok(place) = u8::try_from(place)
                && blank
                && !is_blank
            {
                words.push(place);
            }
            blank = is_blank;
        }
        runs.push(Run {
            value: piece.concat(),
            // No character of UTF-8 has more than four bytes.
            lengths: piece.iter().map(|character| character.len().min(4) as u8).collect(),
            words,
            goes_on: index > 0,
            more: index < last,
        });
    }
    runs
}

/// The characters of a line, as the typing mark steps over them.
fn characters(line: &str) -> Vec<&str> {
    let (words, end) = match line.strip_suffix("\r\n") {
        Some(words) => (words, "\r\n"),
        None => (line, ""),
    };
    let places = words.char_indices().map(|(at, character)| &words[at..at + character.len_utf8()]);
    places.chain((!end.is_empty()).then_some(end)).collect()
}

impl Run {
    /// Its node, between its neighbours.
    #[must_use]
    pub fn node(&self, before: Option<NodeId>, after: NodeId) -> Node {
        let mut node = Node::new(Role::TextRun);
        node.set_value(self.value.as_str());
        node.set_character_lengths(self.lengths.as_slice());
        node.set_word_starts(self.words.as_slice());
        node.set_text_direction(TextDirection::LeftToRight);
        if let Some(before) = before.filter(|_| self.goes_on) {
            node.set_previous_on_line(before);
        }
        if self.more {
            node.set_next_on_line(after);
        }
        node
    }
}

/// Where a typing mark stands: the run, and the character in it. Past the end is the end.
#[must_use]
pub fn find(runs: &[Run], caret: usize) -> Option<(usize, usize)> {
    let mut before = 0;
    for (index, run) in runs.iter().enumerate() {
        let count = run.lengths.len();
        if caret < before + count {
            return Some((index, caret - before));
        }
        before += count;
    }
    let last = runs.len().checked_sub(1)?;
    Some((last, runs[last].lengths.len()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_begin_after_blanks() {
        let runs = runs("  They felt\tcalm. é");
        assert_eq!(runs.len(), 1);
        assert_eq!(runs[0].words, [2, 7, 12, 18]);
        assert_eq!(runs[0].lengths.last(), Some(&2));
    }

    #[test]
    fn a_long_word_over_two_runs_begins_once() {
        let text = "a".repeat(300);
        let runs = runs(&text);
        assert_eq!(runs.iter().map(|run| run.words.clone()).collect::<Vec<_>>(), [vec![0], vec![]]);
        assert!(runs[0].more && runs[1].goes_on && !runs[0].goes_on && !runs[1].more);
    }

    #[test]
    fn every_line_has_a_run_and_a_break_is_one_character() {
        let runs = runs("one\r\n\ntwo\n");
        assert_eq!(runs.iter().map(|run| run.value.as_str()).collect::<Vec<_>>(), ["one\r\n", "\n", "two\n", ""]);
        assert_eq!(runs[0].lengths, [1, 1, 1, 2]);
        // At the end of a line the mark stands on the break, and after the last break on the empty line.
        assert_eq!(find(&runs, 3), Some((0, 3)));
        assert_eq!(find(&runs, 4), Some((1, 0)));
        assert_eq!(find(&runs, 9), Some((3, 0)));
    }

    proptest! {
        #[test]
        fn nothing_typed_is_lost(text in "[a-zé€😀 \t\n]{0,900}", caret in 0_usize..1000) {
            let runs = runs(&text);
            prop_assert_eq!(runs.iter().map(|run| run.value.as_str()).collect::<String>(), text);
            for run in &runs {
                prop_assert!(run.lengths.len() <= MOST);
                prop_assert_eq!(run.lengths.iter().map(|&bytes| usize::from(bytes)).sum::<usize>(), run.value.len());
                prop_assert!(run.words.iter().all(|&start| usize::from(start) < run.lengths.len()));
                prop_assert!(run.words.is_sorted());
            }
            let all: usize = runs.iter().map(|run| run.lengths.len()).sum();
            let (index, place) = find(&runs, caret).expect("there is a run");
            let before: usize = runs[..index].iter().map(|run| run.lengths.len()).sum();
            prop_assert_eq!(before + place, caret.min(all));
        }
    }
}
