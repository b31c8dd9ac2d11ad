//! The spare key as somebody types it from paper, and which line is wrong.
use age::secrecy::SecretString;

use crate::domain::recovery::{Slip, read};
use crate::screen::Hall;
use crate::ui::field::{Edit, Field, Writing, field};
use crate::ui::{Look, Row, rows};
use crate::words::{Arg, Phrase};

/// What is typed so far.
#[derive(Default)]
pub struct TypedKey {
    typed: Writing,
    slip: Option<Slip>,
}

// The key opens everything: it must not come into a message by chance.
impl std::fmt::Debug for TypedKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("TypedKey")
    }
}

impl TypedKey {
    /// Takes a change.
    pub fn take(&mut self, edit: Edit) {
        if self.typed.take(edit) {
            self.slip = None;
        }
    }

    /// Whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.typed.words().trim().is_empty()
    }

    /// The key, if it is one. If not, the page says in which line.
    pub fn read(&mut self) -> Option<SecretString> {
        let typed = self.typed.words();
        let lines: Vec<_> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        match read(&lines) {
            Ok(key) => Some(key),
            Err(slip) => {
                self.slip = Some(slip);
                None
            }
        }
    }

    /// What is wrong, in words.
    #[must_use]
    pub fn slip(&self, hall: &Hall) -> Option<Phrase> {
        let line = match self.slip? {
            Slip::Empty { line } | Slip::TooFew { line, .. } => ("key-too-few", line),
            Slip::TooMany { line } => ("key-too-many", line),
            Slip::Strange { line, .. } | Slip::Wrong { line } => ("key-wrong", line),
            Slip::OtherLine { line, .. } => ("key-other-line", line),
            Slip::Somewhere => return Some(hall.phrase("key-somewhere")),
        };
        let (key, line) = line;
        Some(hall.words.phrase_with(key, [("line", Arg::from(line as u32))]))
    }

    /// The field, and what helps.
    pub fn rows<'a, M: Clone + 'a>(
        &'a self,
        hall: &Hall,
        (look, width): (&Look, f32),
        make: impl Fn(Edit) -> M + 'a,
    ) -> Vec<Row<'a, M>> {
        let typing = Field {
            id: "key".to_owned(),
            label: hall.phrase("key-field"),
            writing: &self.typed,
            lines: if look.one_column() { 2 } else { 4 },
            question: self.slip(hall),
            staff: false,
        };
        vec![field(look, typing, width, make), rows::line(look, "key-hint", &hall.phrase("key-hint"), width)]
    }
}
