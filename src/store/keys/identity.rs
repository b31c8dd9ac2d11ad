//! An identity: the two secrets of a person or a computer, and the card with their public halves.
use std::str::FromStr;

use age::secrecy::ExposeSecret;
use age::x25519::{Identity as Opener, Recipient};
use ed25519_dalek::{Signature, Signer as _, SigningKey, Verifier as _, VerifyingKey};
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::problem::Problem;

/// The secrets of a person or a computer. They are wiped from memory when they are let go.
#[derive(Clone)]
pub struct Identity {
    /// Opens what was sealed for them (age X25519).
    pub opener: Opener,
    /// Signs what they write (Ed25519).
    pub signer: SigningKey,
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Identity")
    }
}

/// An identity as it lies sealed in a slot. It only looks at the bytes: nothing of a secret is copied by reading it.
#[derive(Deserialize)]
struct Bundle<'a> {
    open: &'a str,
    sign: &'a str,
}

/// More letters than an identity has: what grows no further leaves no copy behind.
const LETTERS: usize = 256;

impl Identity {
    /// A new one.
    ///
    /// # Errors
    /// Only where there is no randomness.
    pub fn generate() -> Result<Self, Problem> {
        Ok(Self { opener: Opener::generate(), signer: new_signer()? })
    }

    /// The bytes to seal.
    ///
    /// # Errors
    /// Never in practice: two strings can be written.
    pub fn to_bytes(&self) -> Result<Zeroizing<Vec<u8>>, Problem> {
        let seed = Zeroizing::new(self.signer.to_bytes());
        let mut sign = Zeroizing::new([0; 64]);
        hex::encode_to_slice(seed.as_slice(), sign.as_mut_slice()).map_err(|_| Problem::CannotWrite)?;
        let open = self.opener.to_string();
        // Written by hand: a writer that grows leaves copies behind.
        let mut text = Zeroizing::new(Vec::with_capacity(LETTERS));
        for part in [b"(open:\"".as_slice(), open.expose_secret().as_bytes(), b"\",sign:\"", sign.as_slice(), b"\")"] {
            text.extend_from_slice(part);
        }
        Ok(text)
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let bundle: Bundle<'_> = ron::de::from_bytes(bytes).ok()?;
        let mut sign = Zeroizing::new([0; 32]);
        hex::decode_to_slice(bundle.sign, sign.as_mut_slice()).ok()?;
        Some(Self { opener: Opener::from_str(bundle.open).ok()?, signer: SigningKey::from_bytes(&sign) })
    }

    /// Its public halves.
    #[must_use]
    pub fn card(&self) -> Card {
        Card { seal: self.opener.to_public().to_string(), sign: hex::encode(self.signer.verifying_key().as_bytes()) }
    }
}

/// A new key to sign with.
///
/// # Errors
/// Only where there is no randomness.
pub fn new_signer() -> Result<SigningKey, Problem> {
    let mut seed = Zeroizing::new([0; 32]);
    getrandom::fill(seed.as_mut()).map_err(|_| Problem::CannotWrite)?;
    Ok(SigningKey::from_bytes(&seed))
}

/// What everyone may know of an identity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// Seals for them (age recipient, `age1…`).
    pub seal: String,
    /// Checks what they signed (Ed25519, hexadecimal).
    pub sign: String,
}

impl Card {
    /// Seals for them.
    #[must_use]
    pub fn recipient(&self) -> Option<Recipient> {
        Recipient::from_str(&self.seal).ok()
    }

    /// Whether they signed this.
    #[must_use]
    pub fn has_signed(&self, bytes: &[u8], signature: &str) -> bool {
        is_signed(&self.sign, bytes, signature)
    }
}

/// Signs bytes, as hexadecimal.
#[must_use]
pub fn sign(signer: &SigningKey, bytes: &[u8]) -> String {
    hex::encode(signer.sign(bytes).to_bytes())
}

/// Whether the holder of this key (hexadecimal) signed these bytes.
#[must_use]
pub fn is_signed(key: &str, bytes: &[u8], signature: &str) -> bool {
    let checked = || {
        let key = VerifyingKey::from_bytes(&<[u8; 32]>::try_from(hex::decode(key).ok()?).ok()?).ok()?;
        let signature = Signature::from_bytes(&<[u8; 64]>::try_from(hex::decode(signature).ok()?).ok()?);
        key.verify(bytes, &signature).ok()
    };
    checked().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_comes_back_from_its_bytes_and_signs_as_its_card_says() {
        let identity = Identity::generate().expect("randomness");
        let back = Identity::read(&identity.to_bytes().expect("it can be written")).expect("it can be read");
        assert_eq!(back.card(), identity.card());
        let signature = sign(&back.signer, b"a visit");
        assert!(identity.card().has_signed(b"a visit", &signature));
        assert!(!identity.card().has_signed(b"a visi", &signature));
        let other = Identity::generate().expect("randomness");
        assert!(!other.card().has_signed(b"a visit", &signature));
    }
}
