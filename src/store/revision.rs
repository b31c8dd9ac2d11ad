//! A revision: one state of one document, as it lies in a file.
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use crate::domain::person::PersonId;
use crate::domain::record::Record;
use crate::problem::Problem;

/// The newest form of documents that this program knows. A newer one is read, and never saved over.
pub const SCHEMA: u32 = 1;

/// The most bytes that a document may have.
const MOST_BYTES: usize = 1024 * 1024;

/// One state of one document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Revision {
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
    /// Who made it.
    pub author: Option<PersonId>,
    /// The document itself.
    pub body: Record,
}

impl Revision {
    /// The bytes to seal.
    ///
    /// # Errors
    /// [`Problem::CannotWrite`] when it is too large to be read again.
    pub fn to_bytes(&self) -> Result<Vec<u8>, Problem> {
        let text = ron::ser::to_string(self).map_err(|_| Problem::CannotWrite)?;
        if text.len() > MOST_BYTES { Err(Problem::CannotWrite) } else { Ok(text.into_bytes()) }
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote. `None` for anything else.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        if bytes.len() > MOST_BYTES {
            return None;
        }
        let revision: Self = ron::de::from_bytes(bytes).ok()?;
        // What a document says of itself must agree with what it is.
        let consistent = revision.space == revision.body.space().name();
        consistent.then_some(revision)
    }
}
