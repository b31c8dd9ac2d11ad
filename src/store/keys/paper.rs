//! Papers: signed statements of whose key is whose. They lie among the documents as files that are never changed.
use serde::{Deserialize, Serialize};

use super::identity::{Card, is_signed, sign};
use crate::domain::person::PersonId;
use ed25519_dalek::SigningKey;

/// What a paper says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Paper {
    /// These are the public keys of this person.
    Person(PersonId, Card),
    /// These are the public keys of this computer.
    Computer(String, Card),
    /// The key of a space: its public half, and the secret half sealed for those who may read there.
    Space {
        /// The name of the space.
        space: String,
        /// Counts the keys of a space: a new one is made when somebody leaves.
        generation: u32,
        /// Seals for the space (age recipient).
        seal: String,
        /// The people who are given it.
        readers: Vec<PersonId>,
        /// The secret half, as an age file for each of them, and in the team's space for its computers too.
        #[serde(with = "hex")]
        sealed: Vec<u8>,
    },
    /// A second way to a person's identity: an age file for those who help them, and for the recovery sheet.
    Spare {
        /// Whose identity it is.
        person: PersonId,
        /// Who can open it.
        helpers: Vec<PersonId>,
        /// The identity.
        #[serde(with = "hex")]
        sealed: Vec<u8>,
    },
    /// The key that signs papers, sealed for the seniors and the recovery sheet.
    Root(#[serde(with = "hex")] Vec<u8>),
    /// The public half of the key on the recovery sheet (age recipient). A newer sheet makes older ones useless.
    Sheet(String),
    /// The recovery sheet has opened an identity once to try it.
    Tried,
    /// These people are the senior peer workers: only they write what the whole team reads.
    Seniors(Vec<PersonId>),
    /// What somebody wrote for the whole team while they might, and may not any more: it still counts.
    Kept {
        /// Who wrote it. `None`: the computers, when a vault of an earlier program began.
        by: Option<PersonId>,
        /// The [mark](crate::store::revision::mark) of each.
        marks: Vec<String>,
    },
    /// This person's identity has been opened once by a way that needs no memory.
    Opened(PersonId),
    /// The public half of the root key (Ed25519, hexadecimal), for a computer that joins. It is believed when people
    /// have compared what comes of it.
    RootKey(String),
    /// This person comes in on this computer the first time without help: their identity, as an age file for the
    /// computer. It counts until they have chosen a way.
    Guest {
        /// Who.
        person: PersonId,
        /// On which computer.
        device: String,
        /// The identity.
        #[serde(with = "hex")]
        sealed: Vec<u8>,
    },
}

/// A paper and its number among those of the vault: of two that say different things, the later one counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbered {
    /// The vault that it belongs to.
    pub vault: String,
    /// Its number.
    pub number: u64,
    /// What it says.
    pub paper: Paper,
}

/// A paper as it lies in its file.
#[derive(Serialize, Deserialize)]
struct Signed {
    text: String,
    signature: String,
}

/// Set before the text of a paper when it is signed, so that nothing else that was signed can be taken for one.
const CONTEXT: &str = "alongside-paper-1\n";

/// The largest paper that is read, in bytes.
const MOST_BYTES: usize = 256 * 1024;

impl Numbered {
    /// The bytes of its file.
    #[must_use]
    pub fn to_bytes(&self, root: &SigningKey) -> Option<Vec<u8>> {
        let text = ron::ser::to_string(self).ok()?;
        let signature = sign(root, format!("{CONTEXT}{text}").as_bytes());
        Some(ron::ser::to_string(&Signed { text, signature }).ok()?.into_bytes())
    }

    /// Reads a file whoever signed it: only to look for the root of a vault.
    #[must_use]
    pub fn read_unsigned(bytes: &[u8]) -> Option<Self> {
        if bytes.len() > MOST_BYTES {
            return None;
        }
        let signed: Signed = ron::de::from_bytes(bytes).ok()?;
        ron::from_str(&signed.text).ok()
    }

    /// Reads a file that the holder of the root key signed. `None` for anything else.
    #[must_use]
    pub fn read(bytes: &[u8], root: &str) -> Option<Self> {
        if bytes.len() > MOST_BYTES {
            return None;
        }
        let signed: Signed = ron::de::from_bytes(bytes).ok()?;
        let numbered = || ron::from_str(&signed.text).ok();
        is_signed(root, format!("{CONTEXT}{}", signed.text).as_bytes(), &signed.signature).then(numbered)?
    }
}

#[cfg(test)]
mod tests {
    use super::super::identity::{Identity, new_signer};
    use super::*;

    #[test]
    fn every_changed_byte_is_noticed_and_so_is_another_root() {
        let root = new_signer().expect("randomness");
        let card = Identity::generate().expect("randomness").card();
        let paper =
            Numbered { vault: "v".to_owned(), number: 3, paper: Paper::Person(PersonId("sam".to_owned()), card) };
        let bytes = paper.to_bytes(&root).expect("it can be written");
        let key = hex::encode(root.verifying_key().as_bytes());
        assert_eq!(Numbered::read(&bytes, &key), Some(paper.clone()));
        for at in 0..bytes.len() {
            let mut changed = bytes.clone();
            changed[at] ^= 1;
            // Hexadecimal can be written in small letters and in capitals: that says the same.
            assert!(Numbered::read(&changed, &key).is_none_or(|read| read == paper), "byte {at}");
            assert!(Numbered::read(&bytes[..at], &key).is_none(), "cut at {at}");
        }
        let other = new_signer().expect("randomness");
        assert!(Numbered::read(&bytes, &hex::encode(other.verifying_key().as_bytes())).is_none());
    }
}
