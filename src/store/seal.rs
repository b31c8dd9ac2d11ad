//! Sealing: bytes to an age file that only the readers of a space can open (age-encryption.org/v1).
use age::x25519::{Identity, Recipient};

/// Seals bytes for one space.
///
/// # Errors
/// Only when there is no randomness to be had.
pub fn seal(recipient: &Recipient, bytes: &[u8]) -> Result<Vec<u8>, age::EncryptError> {
    age::encrypt(recipient, bytes)
}

/// Opens sealed bytes with one of these keys, and says which it was.
#[must_use]
pub fn open<'k, N>(keys: impl IntoIterator<Item = (N, &'k Identity)>, sealed: &[u8]) -> Option<(N, Vec<u8>)> {
    keys.into_iter().find_map(|(name, key)| Some((name, age::decrypt(key, sealed).ok()?)))
}

/// The first 16 hexadecimal digits of the BLAKE3 hash of bytes: it stands in a file's name, so that a
/// file with other content than it was saved with is known before it is opened.
#[must_use]
pub fn hash16(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().chars().take(16).collect()
}

/// Random bytes in hexadecimal: a name that nothing else has.
#[must_use]
pub fn random_name() -> String {
    let mut bytes = [0; 16];
    // Without randomness nothing can be sealed either, so the next step fails with its own words.
    let _ = getrandom::fill(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
