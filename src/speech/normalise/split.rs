//! Where sentences end. Not at "Dr.", "9.20", "e.g." or "J.B."; always at the end of a line.
use std::ops::Range;

use super::reading::is_one_of;
use super::tokens::Token::{self, Digits, Line, Sign, Space, Word};

/// Shortenings whose dot never ends a sentence.
const NEVER_LAST: [&str; 21] = [
    "appt", "approx", "cllr", "dr", "eg", "ext", "fig", "ie", "incl", "mob", "mr", "mrs", "ms", "mx", "no", "nos",
    "para", "pp", "prof", "rev", "tel",
];

/// Shortenings that end a sentence only when a new one surely begins.
const SELDOM_LAST: [&str; 29] = [
    "am", "apr", "aug", "ave", "dec", "dept", "etc", "feb", "fri", "hrs", "jan", "mar", "mins", "mon", "nov", "oct",
    "pm", "rd", "sep", "sept", "st", "thu", "thur", "thurs", "tue", "tues", "vs", "wed", "weds",
];

/// Words that begin a sentence, and no name: they tell "I saw J. She was well." from "J. Smith".
const STARTERS: [&str; 48] = [
    "A", "After", "Again", "All", "An", "And", "Are", "Ask", "At", "But", "Can", "Did", "Do", "For", "Get", "Go", "He",
    "Her", "His", "How", "I", "If", "In", "Is", "It", "Later", "My", "Next", "No", "Now", "On", "Our", "Please",
    "Press", "Ring", "She", "So", "That", "The", "Then", "There", "They", "This", "We", "What", "When", "Yes", "You",
];

/// The sentences as ranges of tokens, with no space at their ends, none empty.
pub fn sentences(tokens: &[Token<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while at < tokens.len() {
        let end = match end_of_sentence(tokens, start, at) {
            Some(end) => end,
            None if matches!(tokens[at], Line) => at,
            None => {
                at += 1;
                continue;
            }
        };
        found.extend(trimmed(tokens, start..end));
        at = end.max(at + 1);
        start = at;
    }
    found.extend(trimmed(tokens, start..tokens.len()));
    found
}

fn trimmed(tokens: &[Token<'_>], range: Range<usize>) -> Option<Range<usize>> {
    let blank = |token: &Token<'_>| matches!(token, Space | Line);
    let first = range.clone().find(|at| !blank(&tokens[*at]))?;
    let last = range.rev().find(|at| !blank(&tokens[*at]))?;
    Some(first..last + 1)
}

/// If a sentence ends with the mark at `at`: where what follows begins.
fn end_of_sentence(tokens: &[Token<'_>], start: usize, at: usize) -> Option<usize> {
    let is_mark = |token: &Token<'_>| matches!(token, Sign('.' | '!' | '?' | '…'));
    // A row of marks is judged at its first.
    if !is_mark(&tokens[at]) || matches!(&tokens[start..at], [.., before] if is_mark(before)) {
        return None;
    }
    let marks = tokens[at..].iter().take_while(|token| is_mark(token)).count();
    let after_marks = at + marks;
    let closing =
        tokens[after_marks..].iter().take_while(|token| matches!(token, Sign('"' | '\'' | ')' | ']'))).count();
    let end = after_marks + closing;
    let next = match tokens[end..] {
        [] | [Line, ..] | [Space] | [Space, Line, ..] => return Some(end),
        [Space, next, ..] => next,
        _ => return None,
    };
    let small = matches!(next, Word(word) if word.starts_with(|c: char| c.is_ascii_lowercase()));
    let goes_on = match tokens[at..after_marks] {
        [Sign('.')] => dot_goes_on(&tokens[start..at], &next) || (closing > 0 && small),
        // "well... I mean" goes on where a small letter follows; so does "Stop!" he said.
        [Sign('.' | '…'), ..] => small || closing > 0,
        _ => closing > 0 && small,
    };
    (!goes_on).then_some(end)
}

/// Whether the sentence so far, then one dot and a space, goes on with `next`.
fn dot_goes_on(so_far: &[Token<'_>], next: &Token<'_>) -> bool {
    let starter = matches!(next, Word(word) if STARTERS.contains(word));
    match so_far {
        // "1. Ring J": the number of a line.
        [Digits(_)] | [Word(_)] if is_label(so_far) => true,
        [.., Word(word)] if is_one_of(word, &["no", "nos"]) => matches!(next, Digits(_)),
        [.., Word(word)] if is_one_of(word, &NEVER_LAST) => true,
        // "e.g.", "i.e."
        [.., Word("e" | "i" | "E" | "I"), Sign('.'), Word("g" | "e" | "G" | "E")] => true,
        [.., Word(word)] if is_one_of(word, &SELDOM_LAST) => !starter && matches!(next, Word(_) | Digits(_)),
        // "J. Smith", "2 p.m. today" go on; "I saw J. She was well." does not.
        [.., Word(word)] if word.len() == 1 && *word != "I" => !starter,
        _ => false,
    }
}

fn is_label(so_far: &[Token<'_>]) -> bool {
    match so_far {
        [Digits(digits)] => digits.len() <= 2,
        [Word(word)] => word.len() == 1 && *word != "I",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speech::normalise::tokens::Tokens;

    fn check(text: &str, expected: &[&str]) {
        let tokens = Tokens::of(text);
        let found: Vec<_> = sentences(&tokens.all).into_iter().map(|range| &text[tokens.place(range)]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_where_they_should() {
        check("", &[]);
        check(" \n ", &[]);
        check("Go home", &["Go home"]);
        check("Get on. Get off.", &["Get on.", "Get off."]);
        check("Really?! Yes!!! OK", &["Really?!", "Yes!!!", "OK"]);
        check("get on. get off", &["get on.", "get off"]);
        check("I said \"Stop.\" Then we went.", &["I said \"Stop.\"", "Then we went."]);
        check("(It was late.) We went.", &["(It was late.)", "We went."]);
        check("It is at 9. Then home.", &["It is at 9.", "Then home."]);
        check("I saw J. She was well.", &["I saw J.", "She was well."]);
        check("It is in Mill St. Then turn.", &["It is in Mill St.", "Then turn."]);
        check("Was it no. No.", &["Was it no.", "No."]);
        check("Well... Then what?", &["Well...", "Then what?"]);
    }

    #[test]
    fn and_nowhere_else() {
        for whole in [
            "See Dr. Jones.",
            "It is 9.20 now.",
            "Food, e.g. toast.",
            "J.B. was here.",
            "J. B. was here.",
            "J. Smith was here.",
            "Go to no. 4.",
            "At 2 p.m. today.",
            "Well... maybe not.",
            "\"Stop!\" he said.",
            "1. Ring J",
            "a. Ring J",
            "About approx. ten.",
            "Go to St. Mary's.",
        ] {
            check(whole, &[whole]);
        }
    }

    #[test]
    fn each_line_is_a_sentence() {
        check("Take:\n- tea\n- toast\n\n2) go", &["Take:", "- tea", "- toast", "2) go"]);
    }
}
