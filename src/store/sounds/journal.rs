//! The journal of a recording: sealed frames, each of which can be opened by itself.
//!
//! `ALONGSIDE-REC1`, then the header: its length (u32) and the age file that holds who speaks and the key of
//! the frames. Then frames: length (u32) and XChaCha20-Poly1305 of a piece of the Ogg stream, with the number of
//! the frame in the nonce. A frame that is cut off, changed, or in the wrong place ends the recording before it.
use std::path::{Path, PathBuf};

use age::x25519::{Identity, Recipient};
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use serde::{Deserialize, Serialize};

use crate::domain::debrief::ClipId;
use crate::domain::person::PersonId;
use crate::problem::Problem;
use crate::store::disk::Out;
use crate::store::folder::Folder;
use crate::store::limits::MOST_SOUND;
use crate::store::seal;

const MAGIC: &[u8] = b"ALONGSIDE-REC1";
/// The most bytes that a header or a frame may have.
const MOST: usize = 64 * 1024;

#[derive(Serialize, Deserialize)]
struct Header {
    clip: ClipId,
    voice: PersonId,
    key: [u8; 32],
    salt: [u8; 16],
}

impl Header {
    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.key.into())
    }

    fn nonce(&self, frame: u64) -> XNonce {
        let mut nonce = [0; 24];
        nonce[..16].copy_from_slice(&self.salt);
        nonce[16..].copy_from_slice(&frame.to_be_bytes());
        nonce.into()
    }
}

/// A journal that is being written.
pub struct Writer {
    header: Header,
    cipher: XChaCha20Poly1305,
    file: PathBuf,
    out: Box<dyn Out>,
    frames: u64,
}

impl Writer {
    /// Begins a journal, sealed for this reader.
    ///
    /// # Errors
    /// When there is no room for it.
    pub fn begin(folder: &Folder, reader: &Recipient, (clip, voice): (&ClipId, &PersonId)) -> Result<Self, Problem> {
        let mut header = Header { clip: clip.clone(), voice: voice.clone(), key: [0; 32], salt: [0; 16] };
        getrandom::fill(&mut header.key).map_err(|_| Problem::CannotWrite)?;
        getrandom::fill(&mut header.salt).map_err(|_| Problem::CannotWrite)?;
        let text = ron::ser::to_string(&header).map_err(|_| Problem::CannotWrite)?;
        let sealed = seal::seal(reader, text.as_bytes()).map_err(|_| Problem::CannotWrite)?;
        let file = folder.journals().join(format!("rec-{}.journal", seal::random_name()));
        let of = |error: std::io::Error| Problem::of_writing(&error);
        let mut out = folder.disk.create(&file).map_err(of)?;
        let start = [MAGIC, &(sealed.len() as u32).to_be_bytes(), &sealed].concat();
        out.write(&start).map_err(of)?;
        out.flush().map_err(of)?;
        folder.disk.flush_folder(&folder.journals()).map_err(of)?;
        Ok(Self { cipher: header.cipher(), header, file, out, frames: 0 })
    }

    /// Seals a piece of sound and writes it.
    ///
    /// # Errors
    /// When there is no room for it.
    pub fn write(&mut self, piece: &[u8]) -> Result<(), Problem> {
        for part in piece.chunks(MOST / 2) {
            let sealed =
                self.cipher.encrypt(&self.header.nonce(self.frames), part).map_err(|_| Problem::CannotWrite)?;
            let frame = [&(sealed.len() as u32).to_be_bytes()[..], &sealed].concat();
            self.out.write(&frame).map_err(|error| Problem::of_writing(&error))?;
            self.frames += 1;
        }
        Ok(())
    }

    /// Returns when all of it would outlive a loss of power.
    ///
    /// # Errors
    /// As the disk tells.
    pub fn flush(&mut self) -> Result<(), Problem> {
        self.out.flush().map_err(|error| Problem::of_writing(&error))
    }

    /// The file.
    #[must_use]
    pub fn file(&self) -> &Path {
        &self.file
    }
}

/// What a journal holds.
pub struct Journal {
    /// The recording.
    pub clip: ClipId,
    /// Whose voice.
    pub voice: PersonId,
    /// The sound, as far as it is whole: Ogg Opus.
    pub sound: Vec<u8>,
    /// The file.
    pub file: PathBuf,
}

impl Journal {
    /// Reads a journal. `None` where this key does not open it.
    #[must_use]
    pub fn read(folder: &Folder, file: &Path, key: &Identity) -> Option<Self> {
        let bytes = folder.disk.read_most(file, MOST_SOUND).ok()?;
        let (clip, voice, sound) = in_journal(&bytes, key)?;
        Some(Self { clip, voice, sound, file: file.to_owned() })
    }

    /// The journals that were left in a folder and that this key opens.
    #[must_use]
    pub fn left_in(folder: &Folder, key: &Identity) -> Vec<Self> {
        let files = folder.disk.list(&folder.journals()).unwrap_or_default();
        files.iter().filter_map(|file| Self::read(folder, file, key)).collect()
    }
}

/// What the bytes of a journal hold, for whoever has the key: the recording, whose voice it is, and its sound as Ogg
/// Opus as far as it is whole. `None` where this key does not open it.
#[must_use]
pub fn in_journal(bytes: &[u8], key: &Identity) -> Option<(ClipId, PersonId, Vec<u8>)> {
    let rest = bytes.strip_prefix(MAGIC)?;
    let (sealed, mut rest) = part(rest)?;
    let header = age::decrypt(key, sealed).ok()?;
    let header: Header = ron::de::from_bytes(&header).ok()?;
    let cipher = header.cipher();
    let mut sound = Vec::new();
    let mut frame = 0;
    while let Some((sealed, after)) = part(rest) {
        let Ok(piece) = cipher.decrypt(&header.nonce(frame), sealed) else { break };
        sound.extend(piece);
        rest = after;
        frame += 1;
    }
    Some((header.clip, header.voice, sound))
}

/// A length and as many bytes, and what comes after.
fn part(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let length = u32::from_be_bytes(*length) as usize;
    if length > MOST { None } else { rest.split_at_checked(length) }
}
