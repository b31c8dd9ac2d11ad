//! Folded text cut into words, numbers, signs and spaces.
use std::ops::Range;

use super::fold::UNSAYABLE;

/// The smallest thing that is read as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Token<'a> {
    /// Letters, with an apostrophe inside perhaps: `don't`.
    Word(&'a str),
    /// Digits: `0930`.
    Digits(&'a str),
    /// One character that is none of the others: `:`, `£`, an emoji.
    Sign(char),
    /// Letters or digits that cannot be said in English: how many.
    Foreign(usize),
    /// Any amount of space.
    Space,
    /// The end of a line.
    Line,
}

impl Token<'_> {
    /// Whether it holds a letter or a digit that can be said.
    pub fn is_sayable(&self) -> bool {
        matches!(self, Self::Word(_) | Self::Digits(_))
    }
}

/// The tokens of a text and where each lies in it, in bytes.
pub struct Tokens<'a> {
    /// In order, with nothing between them.
    pub all: Vec<Token<'a>>,
    starts: Vec<usize>,
}

impl<'a> Tokens<'a> {
    /// Cuts the text.
    pub fn of(text: &'a str) -> Self {
        let mut tokens = Self { all: Vec::new(), starts: vec![0] };
        let mut left = text;
        while let Some(c) = left.chars().next() {
            let (token, length) = first(left, c);
            tokens.all.push(token);
            left = &left[length..];
            tokens.starts.push(text.len() - left.len());
        }
        tokens
    }

    /// Where a run of tokens lies in the text.
    pub fn place(&self, tokens: Range<usize>) -> Range<usize> {
        self.starts[tokens.start]..self.starts[tokens.end]
    }
}

fn first(text: &str, c: char) -> (Token<'_>, usize) {
    let run = |same: fn(char) -> bool| text.find(|c| !same(c)).unwrap_or(text.len());
    match c {
        'a'..='z' | 'A'..='Z' => {
            let length = word(text);
            (Token::Word(&text[..length]), length)
        }
        '0'..='9' => {
            let length = run(|c| c.is_ascii_digit());
            (Token::Digits(&text[..length]), length)
        }
        '\n' => (Token::Line, run(|c| c == '\n')),
        ' ' => (Token::Space, run(|c| c == ' ')),
        UNSAYABLE => {
            let length = run(|c| c == UNSAYABLE);
            (Token::Foreign(length / UNSAYABLE.len_utf8()), length)
        }
        sign => (Token::Sign(sign), sign.len_utf8()),
    }
}

/// The length of the word at the start: letters, and apostrophes that have letters on both sides.
fn word(text: &str) -> usize {
    let bytes = text.as_bytes();
    let letter = |place: usize| bytes.get(place).is_some_and(u8::is_ascii_alphabetic);
    let mut length = 0;
    while letter(length) || (bytes.get(length) == Some(&b'\'') && letter(length + 1)) {
        length += 1;
    }
    length
}

#[cfg(test)]
mod tests {
    use super::Token::{Digits, Foreign, Line, Sign, Space, Word};
    use super::*;

    fn check(text: &str, expected: &[Token<'_>]) {
        assert_eq!(Tokens::of(text).all, expected, "{text:?}");
    }

    #[test]
    fn text_is_cut_where_its_kind_changes() {
        check("", &[]);
        check("bus  42", &[Word("bus"), Space, Digits("42")]);
        check("9:20am", &[Digits("9"), Sign(':'), Digits("20"), Word("am")]);
        check("it's 'so'", &[Word("it's"), Space, Sign('\''), Word("so"), Sign('\'')]);
        check("x\n\ny", &[Word("x"), Line, Word("y")]);
        check("\u{FFFD}\u{FFFD}👍", &[Foreign(2), Sign('👍')]);
    }

    #[test]
    fn each_token_knows_its_place() {
        let tokens = Tokens::of("a £20");
        assert_eq!(tokens.place(2..4), 2..6);
        assert_eq!(tokens.place(4..4), 6..6);
    }
}
