//! The note for the patient record: the headings of template T1, and the text that is copied.
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::debrief::DebriefId;
use super::person::PersonId;
use super::questions::Ask;

/// A heading of template T1, "Peer support contact".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Heading {
    /// Why we met.
    Why,
    /// What we did.
    Did,
    /// What the person said, in their own words.
    Said,
    /// What the person wants the team to know.
    Know,
    /// What was seen or heard.
    Seen,
    /// What went well, strengths.
    Well,
    /// What was hard.
    Hard,
    /// Worries.
    Worries,
    /// What happens next, who, by when.
    Next,
    /// Where it is from: who entered it, on behalf of whom.
    Source,
}

impl Heading {
    /// Every heading, in the order of the template.
    pub const ALL: [Self; 10] = [
        Self::Why,
        Self::Did,
        Self::Said,
        Self::Know,
        Self::Seen,
        Self::Well,
        Self::Hard,
        Self::Worries,
        Self::Next,
        Self::Source,
    ];

    /// The key of its words.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Why => "note-why",
            Self::Did => "note-did",
            Self::Said => "note-said",
            Self::Know => "note-know",
            Self::Seen => "note-seen",
            Self::Well => "note-well",
            Self::Hard => "note-hard",
            Self::Worries => "note-worries",
            Self::Next => "note-next",
            Self::Source => "note-source",
        }
    }

    /// The heading that the answer to a question belongs under.
    #[must_use]
    pub fn of(ask: Ask) -> Option<Self> {
        Some(match ask {
            Ask::B1 | Ask::B1Letters | Ask::B2 | Ask::B2Day => Self::Why,
            Ask::B4 => Self::Did,
            Ask::B5 => Self::Well,
            Ask::B6 => Self::Hard,
            Ask::B8 => Self::Said,
            Ask::C1 | Ask::W1 | Ask::W2 | Ask::W3 | Ask::W4 | Ask::W5 => Self::Worries,
            Ask::D1 | Ask::D2 => Self::Next,
            _ => return None,
        })
    }
}

/// A note, as far as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The debrief it is written from.
    pub debrief: DebriefId,
    /// The worker who told it.
    pub worker: PersonId,
    /// Who writes it.
    pub author: PersonId,
    /// When it was last changed.
    pub at: DateTime,
    /// The text under each heading.
    pub sections: Vec<(Heading, String)>,
}

impl Note {
    /// The text under a heading.
    #[must_use]
    pub fn text(&self, heading: Heading) -> &str {
        self.sections.iter().find(|(other, _)| *other == heading).map_or("", |(_, text)| text.as_str())
    }

    /// Whether nothing has been written but the source block.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.sections.iter().all(|(heading, text)| *heading == Heading::Source || text.trim().is_empty())
    }

    /// The text for the patient record: headings in capitals, plain letters, CRLF, no tabs.
    ///
    /// Record systems differ in what they take, so it holds only what all of them take.
    /// `title` and `headings` are the words for the template and its headings.
    #[must_use]
    pub fn for_record(&self, title: &str, headings: impl Fn(Heading) -> String) -> String {
        let mut lines = vec![title.to_uppercase()];
        for heading in Heading::ALL {
            let text = self.text(heading).trim();
            if text.is_empty() {
                continue;
            }
            lines.push(String::new());
            lines.push(headings(heading).to_uppercase());
            lines.extend(text.lines().map(|line| line.trim_end().to_owned()));
        }
        plain(&lines.join("\r\n"))
    }
}

/// Straight quotes, plain hyphens, no tabs: nothing that a record field could turn into a sign.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{2018}' | '\u{2019}' | '\u{201A}' => plain.push('\''),
            '\u{201C}' | '\u{201D}' | '\u{201E}' => plain.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => plain.push('-'),
            '\u{2026}' => plain.push_str("..."),
            '\u{2022}' => plain.push('-'),
            '\t' | '\u{00A0}' => plain.push(' '),
            letter => plain.push(letter),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_copied_is_plain_and_leaves_empty_headings_out() {
        let note = Note {
            debrief: DebriefId("d".to_owned()),
            worker: PersonId("sam".to_owned()),
            author: PersonId("erin".to_owned()),
            at: jiff::civil::datetime(2026, 3, 3, 14, 0, 0, 0),
            sections: vec![
                (Heading::Did, "Talked \u{2013} then walked.\nWent\thome. ".to_owned()),
                (Heading::Said, "\u{201C}I\u{2019}ll go\u{2026}\u{201D}".to_owned()),
                (Heading::Hard, "  ".to_owned()),
            ],
        };
        assert_eq!(
            note.for_record("Contact", |heading| heading.key().to_owned()),
            "CONTACT\r\n\r\nNOTE-DID\r\nTalked - then walked.\r\nWent home.\r\n\r\nNOTE-SAID\r\n\"I'll go...\"",
        );
    }
}
