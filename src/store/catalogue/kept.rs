//! What stays at hand of a state: a small document whole, of a large one what lists need, or nothing.
use serde::{Deserialize, Serialize};

use crate::domain::brief::Brief;
use crate::domain::record::Record;

/// What stays at hand of a state of a document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[expect(clippy::large_enum_variant, reason = "few are whole at once, and a box for each costs more")]
pub enum Kept {
    /// All of it.
    Whole(Record),
    /// What lists need. The rest lies in its file.
    Brief(Brief),
    /// Nothing: it lies in its file, and is in no list.
    InFile,
}

/// The most bytes of what stays at hand of one state: what is longer stays in its file.
const MOST: usize = 1024;

/// Whether a document can be large, and is not looked up in lists by what stands in it.
fn is_large(record: &Record) -> bool {
    matches!(record, Record::Note(_) | Record::Draft(_) | Record::Plan(_))
}

/// The bytes of what stays at hand. None at all: it lies in its file.
#[must_use]
pub fn kept(record: &Record) -> Vec<u8> {
    let kept = match Brief::of(record) {
        _ if is_large(record) => return Vec::new(),
        Some(brief) => Kept::Brief(brief),
        None => Kept::Whole(record.clone()),
    };
    postcard::to_stdvec(&kept).ok().filter(|bytes| bytes.len() <= MOST).unwrap_or_default()
}

/// What these bytes say. `None`: they were not written here.
#[must_use]
pub fn read(bytes: &[u8]) -> Option<Kept> {
    if bytes.is_empty() { Some(Kept::InFile) } else { postcard::from_bytes(bytes).ok() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::debrief::{Answer, DebriefId, Telling};
    use crate::domain::person::PersonId;
    use crate::domain::questions::Ask;
    use crate::domain::story::{StoryStep, Verdict, What};

    fn heard(words: &str) -> Record {
        Record::StoryStep(StoryStep {
            debrief: DebriefId("one".to_owned()),
            worker: PersonId("sam".to_owned()),
            by: PersonId("sam".to_owned()),
            at: jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0),
            what: What::Heard {
                verdict: Verdict::Wrong,
                clip: None,
                words: Some(words.to_owned()),
                headings: vec!["note-did".to_owned()],
                mark: "0123456789abcdef".to_owned(),
            },
        })
    }

    #[test]
    fn small_documents_stay_whole_and_long_words_stay_in_their_file() {
        let small = heard("It was Monday.");
        assert_eq!(read(&kept(&small)), Some(Kept::Whole(small)));
        assert_eq!(read(&kept(&heard(&"long ".repeat(300)))), Some(Kept::InFile));
    }

    #[test]
    fn of_a_large_document_what_lists_need_stays_and_no_answer() {
        let now = jiff::civil::date(2026, 3, 3).at(9, 0, 0, 0);
        let mut telling = Telling::begin(DebriefId("one".to_owned()), PersonId("sam".to_owned()), now);
        telling.answers.push(Answer { words: Some("zanzibar".to_owned()), ..Answer::empty(Ask::B8) });
        let bytes = kept(&Record::Telling(telling.clone()));
        assert_eq!(read(&bytes), Some(Kept::Brief(Brief::Telling(telling.brief()))));
        assert!(!bytes.windows(8).any(|window| window == b"zanzibar"));
    }
}
