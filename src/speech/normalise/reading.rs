//! A sentence read from left to right: at each place the first rule that knows what stands there says it.
use std::ops::Range;

use super::numbers::digit_by_digit;
use super::say_like::SayLike;
use super::tokens::Token;
use super::{
    between, clock, codes, counts, dates, fractions, letters, links, measures, money, phones, postcodes, shortenings,
    signs,
};

/// What a stretch of the sentence comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Words, parted by single spaces; pauses may stand inside.
    Words(String),
    /// A pause: one of `,` `;` `.` `!` `?`.
    Pause(char),
    /// Neither sound nor pause.
    Nothing,
}

/// What a rule read: how many tokens, and what they come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// How many tokens, at least one.
    pub used: usize,
    /// What they come to.
    pub said: Said,
}

impl Reading {
    /// The next `used` tokens are said as `words`.
    pub fn words(used: usize, words: impl Into<String>) -> Self {
        Self { used, said: Said::Words(words.into()) }
    }

    /// The next token is a pause.
    pub fn pause(pause: char) -> Self {
        Self { used: 1, said: Said::Pause(pause) }
    }

    /// The next token makes no sound.
    pub fn nothing() -> Self {
        Self { used: 1, said: Said::Nothing }
    }
}

/// A place in a sentence, with what stands before and after it.
#[derive(Clone, Copy)]
pub struct Here<'a> {
    tokens: &'a [Token<'a>],
    at: usize,
    /// Whether the sentence is written in capitals, so that capitals mean nothing in it.
    pub shouting: bool,
}

impl<'a> Here<'a> {
    /// From here to the end of the sentence; never empty.
    pub fn rest(&self) -> &'a [Token<'a>] {
        &self.tokens[self.at..]
    }

    /// From the start of the sentence to here.
    pub fn before(&self) -> &'a [Token<'a>] {
        &self.tokens[..self.at]
    }

    /// Whether a number or code can begin here: nothing of one stands right before.
    pub fn starts(&self) -> bool {
        !matches!(
            self.before(),
            [.., Token::Word(_) | Token::Digits(_)] | [.., Token::Digits(_), Token::Sign('.' | ':' | '/')]
        )
    }

    /// Whether a number or code can end after `used` tokens: it does not go on.
    pub fn ends(&self, used: usize) -> bool {
        !matches!(
            self.rest()[used..],
            [Token::Word(_) | Token::Digits(_), ..] | [Token::Sign('.' | ':' | '/'), Token::Digits(_), ..]
        )
    }

    /// The word before, past spaces and the marks that may follow a label; or "".
    pub fn word_before(&self) -> &'a str {
        let past = |token: &&Token<'_>| !matches!(token, Token::Space | Token::Sign('.' | ':' | '('));
        match self.before().iter().rev().find(past) {
            Some(Token::Word(word)) => word,
            _ => "",
        }
    }

    /// The word that follows after `used` tokens and perhaps a space; or "".
    pub fn word_after(&self, used: usize) -> &'a str {
        match self.rest()[used..] {
            [Token::Word(word), ..] | [Token::Space, Token::Word(word), ..] => word,
            _ => "",
        }
    }
}

/// Whether the word is one of `words`, capitals or not.
pub fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|other| word.eq_ignore_ascii_case(other))
}

type Rule = fn(&Here<'_>) -> Option<Reading>;

/// Whoever comes first has its way, so the surest stand first and `signs` takes what is left.
const RULES: [Rule; 14] = [
    links::read,
    dates::read,
    clock::read,
    money::read,
    phones::read,
    postcodes::read,
    fractions::read,
    measures::read,
    codes::read,
    counts::read,
    shortenings::read,
    letters::read,
    between::read,
    signs::read,
];

/// Reads a whole sentence: each stretch of tokens, and what it comes to.
pub fn read(tokens: &[Token<'_>], say_like: &SayLike) -> Vec<(Range<usize>, Said)> {
    let shouting = letters::shouting(tokens);
    let mut stretches = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let here = Here { tokens, at, shouting };
        let reading =
            say_like.read(&here).or_else(|| RULES.iter().find_map(|rule| rule(&here))).unwrap_or_else(Reading::nothing);
        let end = at + reading.used;
        stretches.push((at..end, never_silent(reading.said, &tokens[at..end])));
        at = end;
    }
    stretches
}

/// The safety rule: what holds a letter or a digit is heard. If nothing else fits, it is spelled.
fn never_silent(said: Said, tokens: &[Token<'_>]) -> Said {
    let heard = matches!(&said, Said::Words(words) if words.contains(|c: char| c.is_ascii_alphabetic()));
    if heard || !tokens.iter().any(Token::is_sayable) {
        return said;
    }
    let spelled = tokens.iter().filter_map(|token| match token {
        Token::Word(word) => Some(letters::spelled(word)),
        Token::Digits(digits) => Some(digit_by_digit(digits)),
        _ => None,
    });
    Said::Words(spelled.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speech::normalise::tokens::Tokens;

    /// Holds for whatever a rule may do wrong.
    #[test]
    fn what_a_rule_leaves_silent_is_spelled() {
        let tokens = Tokens::of("A7 -");
        let spelled = Said::Words("eh seven".to_owned());
        for said in [Said::Nothing, Said::Pause(','), Said::Words(String::new())] {
            assert_eq!(never_silent(said.clone(), &tokens.all), spelled);
            assert_eq!(never_silent(said.clone(), &tokens.all[2..]), said);
        }
    }
}
