//! E-mail and web addresses: "jo@example.org.uk" is "jo at example dot org dot U K".
use super::letters;
use super::numbers::as_code;
use super::reading::{Here, Reading, is_one_of};
use super::tokens::Token::{self, Digits, Sign, Word};

/// Endings by which an address is known without "www".
const ENDINGS: [&str; 12] = ["app", "co", "com", "cymru", "gov", "info", "io", "net", "nhs", "org", "uk", "wales"];

/// Parts of an address that are said letter by letter, though they could be words.
const SPELLED: [&str; 4] = ["io", "nhs", "uk", "www"];

/// Reads an address that begins here.
pub fn read(here: &Here<'_>) -> Option<Reading> {
    if !here.starts() {
        return None;
    }
    let used = length(here.rest());
    let tokens = &here.rest()[..used];
    if !is_email(tokens) && !is_web(tokens) {
        return None;
    }
    let mut said = Vec::new();
    for token in &tokens[scheme(tokens)..] {
        match token {
            Word(word) if is_one_of(word, &SPELLED) => said.push(letters::spelled(word)),
            Word(word) => said.push(letters::in_code(word)),
            Digits(digits) => said.push(as_code(digits)),
            Sign(sign) => said.extend(name(*sign).map(str::to_owned)),
            _ => {}
        }
    }
    Some(Reading::words(used, said.join(" ")))
}

/// The run of letters, digits and address signs, without the marks that end a sentence after it.
fn length(rest: &[Token<'_>]) -> usize {
    let run = rest
        .iter()
        .take_while(|token| token.is_sayable() || matches!(token, Sign(sign) if name(*sign).is_some()))
        .count();
    let last = rest[..run].iter().rposition(|token| token.is_sayable() || *token == Sign('/'));
    last.map_or(0, |last| last + 1)
}

fn is_email(tokens: &[Token<'_>]) -> bool {
    let Some(at) = tokens.iter().position(|token| *token == Sign('@')) else {
        return false;
    };
    let (before, after) = tokens.split_at(at);
    let dotted =
        after.windows(3).any(|three| three[0].is_sayable() && three[1] == Sign('.') && matches!(three[2], Word(_)));
    before.last().is_some_and(Token::is_sayable) && dotted
}

fn is_web(tokens: &[Token<'_>]) -> bool {
    match tokens {
        [Word(first), Sign(':'), Sign('/'), Sign('/'), _, ..] => is_one_of(first, &["http", "https"]),
        [Word("www" | "WWW"), Sign('.'), _, ..] => true,
        [Word(_) | Digits(_), ..] => {
            let site = tokens.split(|token| *token == Sign('/')).next().unwrap_or_default();
            matches!(site, [.., Sign('.'), Word(ending)] if is_one_of(ending, &ENDINGS))
        }
        _ => false,
    }
}

/// "https://" tells a listener nothing: how many tokens of it to leave out.
fn scheme(tokens: &[Token<'_>]) -> usize {
    match tokens {
        [Word(_), Sign(':'), Sign('/'), Sign('/'), ..] => 4,
        _ => 0,
    }
}

fn name(sign: char) -> Option<&'static str> {
    Some(match sign {
        '.' => "dot",
        '@' => "at",
        '/' => "slash",
        '-' => "dash",
        '_' => "underscore",
        ':' => "colon",
        '?' => "question mark",
        '=' => "equals",
        '&' => "and",
        '%' => "per cent",
        '#' => "hash",
        '+' => "plus",
        '~' => "tilde",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::speech::normalise::check;

    #[test]
    fn addresses() {
        check(&[
            ("jo@example.org.uk", "jo at example dot org dot U K."),
            ("Write to jo.b_2@mail.com.", "Write to jo dot B underscore two at mail dot com."),
            ("www.nhs.uk", "W W W dot N H S dot U K."),
            ("https://www.gov.uk/access-to-work", "W W W dot gov dot U K slash access dash to dash work."),
            ("See nhs.uk.", "See N H S dot U K."),
            ("(mencap.org.uk)", "mencap dot org dot U K."),
            ("111.nhs.uk", "one one one dot N H S dot U K."),
            ("home.Then", "home. Then."),
            ("me@home", "me at home."),
        ]);
    }
}
