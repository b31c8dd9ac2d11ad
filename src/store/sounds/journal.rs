//! The journal of a recording: sealed frames, each of which can be opened by itself.
//!
//! `ALONGSIDE-REC1`, then the header: its length (u32) and the age file that holds who speaks and the key of
//! the frames. Then frames: length (u32) and XChaCha20-Poly1305 of a piece of the Ogg stream, with the number of
//! the frame in the nonce. A frame that is cut off, changed, or in the wrong place ends the recording before it.
//! Where a length is 0, the rest of the sector is empty, and the next frame begins with the next sector: a disk that
//! loses power while it writes may spoil the whole sector, so a sector that was flushed is never written again.
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
/// The bytes that a disk writes at once: 4096 on disks of today ("Advanced Format"), which 512 divides.
const SECTOR: usize = 4096;
/// The bytes of a length.
const LENGTH: usize = 4;

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
    /// The bytes in the file.
    length: usize,
    /// What went wrong while a frame was written. Part of it may be on the disk: nothing after it could be read, and
    /// its number must not be used again.
    torn: Option<Problem>,
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
        let out = folder.disk.create(&file).map_err(of)?;
        let mut writer = Self { cipher: header.cipher(), header, file, out, frames: 0, length: 0, torn: None };
        writer.put(&[MAGIC, &length_of(&sealed), &sealed].concat())?;
        writer.flush()?;
        folder.disk.flush_folder(&folder.journals()).map_err(of)?;
        Ok(writer)
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        if let Some(problem) = self.torn {
            return Err(problem);
        }
        let put = self.out.write(bytes).map_err(|error| Problem::of_writing(&error));
        self.torn = put.err();
        self.length += bytes.len();
        put
    }

    /// Seals a piece of sound and writes it.
    ///
    /// # Errors
    /// When there is no room for it.
    pub fn write(&mut self, piece: &[u8]) -> Result<(), Problem> {
        for part in piece.chunks(MOST / 2) {
            let sealed =
                self.cipher.encrypt(&self.header.nonce(self.frames), part).map_err(|_| Problem::CannotWrite)?;
            self.put(&[&length_of(&sealed)[..], &sealed].concat())?;
            self.frames += 1;
        }
        Ok(())
    }

    /// Returns when all of it would outlive a loss of power, also while more is written.
    ///
    /// # Errors
    /// As the disk tells.
    pub fn flush(&mut self) -> Result<(), Problem> {
        if !self.length.is_multiple_of(SECTOR) {
            self.put(&vec![0; next_sector(self.length) - self.length])?;
        }
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
    if !bytes.starts_with(MAGIC) {
        return None;
    }
    let (sealed, mut at) = part(bytes, MAGIC.len())?;
    let header = age::decrypt(key, sealed).ok()?;
    let header: Header = ron::de::from_bytes(&header).ok()?;
    let cipher = header.cipher();
    let mut sound = Vec::new();
    let mut frame = 0;
    while let Some((sealed, after)) = part(bytes, at) {
        at = if sealed.is_empty() { next_sector(at) } else { after };
        if !sealed.is_empty() {
            let Ok(piece) = cipher.decrypt(&header.nonce(frame), sealed) else { break };
            sound.extend(piece);
            frame += 1;
        }
    }
    Some((header.clip, header.voice, sound))
}

fn length_of(part: &[u8]) -> [u8; LENGTH] {
    (part.len() as u32).to_be_bytes()
}

/// Where the next sector begins after an empty length that stands here.
fn next_sector(at: usize) -> usize {
    (at + LENGTH).next_multiple_of(SECTOR)
}

/// The part that begins here with its length, and where it ends.
fn part(bytes: &[u8], at: usize) -> Option<(&[u8], usize)> {
    let (length, rest) = bytes.get(at..)?.split_first_chunk::<LENGTH>()?;
    let length = u32::from_be_bytes(*length) as usize;
    if length > MOST { None } else { Some((rest.get(..length)?, at + LENGTH + length)) }
}
