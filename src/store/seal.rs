//! Sealing: bytes to an age file that only the readers of a space can open (age-encryption.org/v1).
use std::io::{Read as _, Write as _};

use age::x25519::{Identity, Recipient};
use zeroize::Zeroizing;

/// Seals bytes for one space.
///
/// # Errors
/// Only when there is no randomness to be had.
pub fn seal(recipient: &Recipient, bytes: &[u8]) -> Result<Vec<u8>, age::EncryptError> {
    age::encrypt(recipient, bytes)
}

/// Seals bytes for several readers: each of them can open it alone.
///
/// # Errors
/// When there is nobody to seal for, or no randomness.
pub fn seal_for_all(recipients: &[Recipient], bytes: &[u8]) -> Result<Vec<u8>, age::EncryptError> {
    let encryptor = age::Encryptor::with_recipients(recipients.iter().map(|recipient| recipient as _))?;
    let mut sealed = Vec::with_capacity(bytes.len());
    let mut writer = encryptor.wrap_output(&mut sealed)?;
    writer.write_all(bytes)?;
    let _ = writer.finish()?;
    Ok(sealed)
}

/// Opens sealed bytes with one of these keys, and says which it was.
#[must_use]
pub fn open<'k, N>(keys: impl IntoIterator<Item = (N, &'k Identity)>, sealed: &[u8]) -> Option<(N, Vec<u8>)> {
    keys.into_iter().find_map(|(name, key)| Some((name, age::decrypt(key, sealed).ok()?)))
}

/// Opens a sealed secret. It lies in one place, which is wiped when it is let go.
#[must_use]
pub fn open_secret(key: &Identity, sealed: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    let opened = age::Decryptor::new_buffered(sealed).ok()?.decrypt(std::iter::once(key as _)).ok()?;
    // A secret is shorter than what it is sealed in, so this never grows: what grows leaves copies behind.
    let mut secret = Zeroizing::new(Vec::with_capacity(sealed.len()));
    let _ = opened.take(sealed.len() as u64).read_to_end(&mut secret).ok()?;
    Some(secret)
}

/// Does work that opens secrets, and then writes over what it left on the stack of this thread: secrets pass through
/// it, and the top of a stack outlives its thread.
pub fn swept<T>(work: impl FnOnce() -> T) -> T {
    let done = apart(work);
    sweep();
    done
}

/// Work in a part of the stack of its own, below that of whoever asks for it.
#[inline(never)]
fn apart<T>(work: impl FnOnce() -> T) -> T {
    work()
}

#[inline(never)]
fn sweep() {
    /// Deeper than anything goes that opens a secret, and small beside the 2 MiB of a thread.
    const DEEP: usize = 256 * 1024;
    let mut swept = [0_u8; DEEP];
    let _ = std::hint::black_box(&mut swept);
}

/// The first 16 hexadecimal digits of the BLAKE3 hash of bytes: it stands in a file's name, so that a
/// file with other content than it was saved with is known before it is opened.
#[must_use]
pub fn hash16(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex().chars().take(16).collect()
}

/// Draws so many different numbers below `of`, each order as likely as any other.
#[must_use]
pub fn draw(count: usize, of: usize) -> Vec<usize> {
    let mut left: Vec<_> = (0..of).collect();
    let mut drawn = Vec::new();
    while drawn.len() < count && !left.is_empty() {
        let mut byte = [0; 1];
        if getrandom::fill(&mut byte).is_err() {
            break;
        }
        // A number that does not divide evenly would make the first ones likelier.
        let even = 256 - 256 % left.len().min(256);
        if usize::from(byte[0]) < even {
            drawn.push(left.swap_remove(usize::from(byte[0]) % left.len()));
        }
    }
    drawn
}

/// Random bytes in hexadecimal: a name that nothing else has.
#[must_use]
pub fn random_name() -> String {
    let mut bytes = [0; 16];
    // Without randomness nothing can be sealed either, so the next step fails with its own words.
    let _ = getrandom::fill(&mut bytes);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
