//! A revision: one state of one document, as it lies in a file.
//!
//! It is RON, and its last line is a comment with the signature of who wrote it, over every byte before. So it can
//! be read without this program, and nobody can write in another's name.
use jiff::civil::DateTime;
use ron::value::RawValue;
use serde::{Deserialize, Serialize};

use super::keys::identity::sign;
use super::keys::writer::Writer;
use super::limits;
use crate::domain::person::PersonId;
use crate::domain::record::Record;
use crate::domain::space::Space;
use crate::problem::Problem;
use ed25519_dalek::SigningKey;

/// The newest form of documents that this program knows. A newer one is read, and never saved over.
pub const SCHEMA: u32 = 2;

/// Set before the text when it is signed, so that nothing else that was signed can be taken for a revision.
const CONTEXT: &str = "alongside-revision-1\n";
/// Begins the last line.
const SIGNED: &str = "\n//ed25519 ";
/// The letters of a signature: 64 bytes in hexadecimal.
const SIGNATURE: usize = 128;

/// One state of one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Revision<Body = Record> {
    /// The form that it is written in.
    pub schema: u32,
    /// The space that it lies in.
    pub space: String,
    /// The document.
    pub doc: String,
    /// The file names of the revisions that it follows.
    pub parents: Vec<String>,
    /// Its place in the order of all that this computer has seen: clocks can be wrong, this cannot.
    pub lamport: u64,
    /// When its computer believed that it was made. Only shown, never trusted.
    pub claimed_at: DateTime,
    /// The computer that made it.
    pub device: String,
    /// Who made it. `None`: the computer itself, as when a vault begins.
    pub author: Option<PersonId>,
    /// The document itself.
    pub body: Body,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Read {
    /// A revision that this program knows.
    Known(Box<Revision>),
    /// A newer program wrote this document, in a form that this one does not know.
    Newer(String),
}

impl Revision {
    /// The bytes to seal, signed.
    ///
    /// # Errors
    /// [`Problem::CannotWrite`] when it is too large to be read again.
    pub fn to_bytes(&self, signer: &SigningKey) -> Result<Vec<u8>, Problem> {
        let text = ron::ser::to_string(self).map_err(|_| Problem::CannotWrite)?;
        // What could not be read again is not written.
        if limits::look_at(text.as_bytes()).is_err() || limits::look_into(&self.body).is_err() {
            return Err(Problem::CannotWrite);
        }
        Ok(signed(text, signer))
    }
}

/// A text with the signature of who wrote it as its last line.
#[must_use]
pub fn signed(mut text: String, signer: &SigningKey) -> Vec<u8> {
    let signature = sign(signer, format!("{CONTEXT}{text}").as_bytes());
    text.push_str(SIGNED);
    text.push_str(&signature);
    text.into_bytes()
}

impl Read {
    /// Reads what [`Revision::to_bytes`] wrote. `None` for anything else, and for what was not signed by who it says
    /// wrote it, or by somebody who may not write it: `writer` knows an author, or a computer.
    #[must_use]
    pub fn new<'k>(bytes: &[u8], writer: impl Fn(Option<&PersonId>, &str) -> Option<Writer<'k>>) -> Option<Self> {
        let at = bytes.len().checked_sub(SIGNED.len() + SIGNATURE)?;
        let (text, signature) = bytes.split_at_checked(at)?;
        let signature = std::str::from_utf8(signature.strip_prefix(SIGNED.as_bytes())?).ok()?;
        let text = limits::look_at(text).ok()?;
        let head: Revision<Box<RawValue>> = ron::from_str(text).ok()?;
        let writer = writer(head.author.as_ref(), &head.device)?;
        if !writer.card.has_signed(format!("{CONTEXT}{text}").as_bytes(), signature) {
            return None;
        }
        let known = ron::from_str::<Revision>(text).ok();
        match known {
            // What a document says of itself must agree with what it is, and nobody writes in another's name.
            Some(revision) => {
                let consistent = revision.body.lies_in(&revision.space)
                    && revision.body.document().is_none_or(|name| name == revision.doc)
                    && revision.body.may_be_written_by(revision.author.as_ref())
                    && writer.may_write(&revision.body, &mark(bytes))
                    && limits::look_into(&revision.body).is_ok();
                consistent.then(|| Self::Known(Box::new(revision)))
            }
            // What nobody here can read, nobody may forge either: else it would hide what there is.
            None if head.schema > SCHEMA && (writer.rights.senior || head.space != Space::Team.name()) => {
                Some(Self::Newer(head.doc))
            }
            None => None,
        }
    }
}

/// The digits of a mark.
const MARK: usize = 32;

/// Names what [`Revision::to_bytes`] wrote, so that papers can speak of it: the first digits of its BLAKE3 hash.
#[must_use]
pub fn mark(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().chars().take(MARK).collect()
}
