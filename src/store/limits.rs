//! How large and how deep a document may be (`vault.md` §6): what is beyond is refused before it is parsed.
use crate::domain::record::Record;

/// The most bytes of a document: 1 MiB.
pub const MOST_BYTES: usize = 1024 * 1024;
/// The most bytes of a sealed document: what age adds is a header and 16 bytes for each 64 KiB.
pub const MOST_SEALED: u64 = MOST_BYTES as u64 + 128 * 1024;
/// The most bytes of a recording, sealed or not: 500 MB, as for any sound.
pub const MOST_SOUND: u64 = 500 * 1000 * 1000;
/// How many brackets may be open at once.
pub const MOST_DEPTH: usize = 64;
/// The most bytes of one text in a document: 64 KiB.
pub const MOST_TEXT: usize = 64 * 1024;
/// The most answers of one telling.
pub const MOST_ANSWERS: usize = 200;

/// What a document has too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beyond {
    /// More than [`MOST_BYTES`].
    Bytes,
    /// More than [`MOST_DEPTH`] brackets open at once.
    Depth,
    /// A text of more than [`MOST_TEXT`].
    Text,
    /// More than [`MOST_ANSWERS`].
    Answers,
    /// It is not RON as this program writes it: UTF-8, without comments and raw strings.
    Form,
}

/// Looks at a document in RON before it is parsed: its size, its depth, and the length of its texts. It takes one
/// pass and no memory.
///
/// # Errors
/// What it has too much of.
pub fn look_at(document: &[u8]) -> Result<&str, Beyond> {
    if document.len() > MOST_BYTES {
        return Err(Beyond::Bytes);
    }
    let text = std::str::from_utf8(document).map_err(|_| Beyond::Form)?;
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0_usize, 0_usize);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            // `#` begins an extension or a raw string, `/` a comment: this program writes none.
            b'#' | b'/' => return Err(Beyond::Form),
            b'"' => at = end_of_text(bytes, at)?,
            // A bracket as a character, or an escaped one.
            b'\'' => at = end_of_character(bytes, at)?,
            _ => {}
        }
        if depth > MOST_DEPTH {
            return Err(Beyond::Depth);
        }
        at += 1;
    }
    Ok(text)
}

/// Where the text that begins here ends.
fn end_of_text(bytes: &[u8], start: usize) -> Result<usize, Beyond> {
    let mut at = start + 1;
    loop {
        match bytes.get(at) {
            None => return Err(Beyond::Form),
            Some(_) if at - start > MOST_TEXT + 1 => return Err(Beyond::Text),
            Some(b'"') => return Ok(at),
            Some(b'\\') => at += 2,
            Some(_) => at += 1,
        }
    }
}

/// Where the character that begins here ends: `'x'`, `'\''`, `'\u{1F600}'`.
fn end_of_character(bytes: &[u8], start: usize) -> Result<usize, Beyond> {
    let escaped = bytes.get(start + 1) == Some(&b'\\');
    let from = start + if escaped { 3 } else { 2 };
    let end = bytes.iter().skip(from).take(12).position(|byte| *byte == b'\'');
    end.map(|end| from + end).ok_or(Beyond::Form)
}

/// Looks at a record that has been parsed: how many answers it has.
///
/// # Errors
/// [`Beyond::Answers`].
pub fn look_into(record: &Record) -> Result<(), Beyond> {
    let answers = match record {
        Record::Telling(telling) => telling.answers.len(),
        Record::Visit(visit) => visit.answers.len(),
        Record::AboutMe(me) => me.answers.len(),
        Record::Concern(concern) => concern.answers.len(),
        _ => 0,
    };
    if answers > MOST_ANSWERS { Err(Beyond::Answers) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::debrief::{Answer, DebriefId, Telling};
    use crate::domain::person::PersonId;
    use crate::domain::questions::Ask;

    fn look(text: &str) -> Result<(), Beyond> {
        look_at(text.as_bytes()).map(|_| ())
    }

    #[test]
    fn what_is_just_small_enough_may_be_parsed_and_one_more_may_not() {
        let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        let text = |length| format!("(words: \"{}\")", "a".repeat(length));
        assert_eq!(look(&nested(MOST_DEPTH)), Ok(()));
        assert_eq!(look(&nested(MOST_DEPTH + 1)), Err(Beyond::Depth));
        assert_eq!(look(&"[]".repeat(1000)), Ok(()), "beside each other they are not deep");
        assert_eq!(look(&text(MOST_TEXT)), Ok(()));
        assert_eq!(look(&text(MOST_TEXT + 1)), Err(Beyond::Text));
        assert_eq!(look(&"1,".repeat(MOST_BYTES / 2)), Ok(()));
        assert_eq!(look(&"1,".repeat(MOST_BYTES / 2 + 1)), Err(Beyond::Bytes));
        assert_eq!(look_at(&[0xff, 0xfe]), Err(Beyond::Form));
    }

    #[test]
    fn what_stands_in_texts_is_no_bracket_and_no_comment() {
        let brackets = "(".repeat(MOST_DEPTH + 1);
        assert_eq!(look(&format!("(a: \"{brackets}//#\\\"{brackets}\", b: '(', c: '\\'', d: '\"')")), Ok(()));
        assert_eq!(look("(a: \"never ends"), Err(Beyond::Form));
        assert_eq!(look("(a: \"never ends\\"), Err(Beyond::Form));
        assert_eq!(look("/* a comment */ ()"), Err(Beyond::Form));
        assert_eq!(look("r#\"raw\"#"), Err(Beyond::Form));
    }

    #[test]
    fn a_telling_has_no_more_answers_than_anybody_gives() {
        let now = jiff::civil::date(2026, 3, 3).at(9, 0, 0, 0);
        let mut telling = Telling::begin(DebriefId("one".to_owned()), PersonId("sam".to_owned()), now);
        telling.answers = vec![Answer::empty(Ask::A1); MOST_ANSWERS];
        assert_eq!(look_into(&Record::Telling(telling.clone())), Ok(()));
        let text = ron::ser::to_string(&Record::Telling(telling.clone())).expect("it can be written");
        assert_eq!(look(&text), Ok(()), "what this program writes is let in");
        telling.answers.push(Answer::empty(Ask::A1));
        assert_eq!(look_into(&Record::Telling(telling)), Err(Beyond::Answers));
    }
}
