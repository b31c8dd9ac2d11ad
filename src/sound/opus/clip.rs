//! A recording read back: its length, and its samples from any point, decoded as they are asked for.
use std::ops::Range;
use std::sync::Arc;

use opus_pure::{OpusDecoder, packet};

use super::FRAME;
use super::pages::{Found, pages};
use crate::sound::{RATE, SAMPLES_PER_MS};

/// Samples decoded and thrown away before a point in the middle, so that the codec has found its
/// way: 80 ms (RFC 7845 section 4.6).
const PRE_ROLL: u64 = 80 * SAMPLES_PER_MS;

/// How many missing packets are kept as holes, in all: 30 s. More is no use, and a file that claims
/// more could be out to take our memory.
const MOST_MISSING: u64 = 1500;

/// The place of a packet that is not there.
const LOST: Range<usize> = 0..0;

/// Why bytes are no recording of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClipError {
    /// No Ogg Opus header at the start.
    NotOpus,
    /// Ogg Opus, but not as [`super::Encoder`] writes it: not mono, or with another mapping.
    NotOurs,
    /// A header, and not one whole page of sound.
    Empty,
}

/// A recording, still packed. A copy costs nothing.
#[derive(Debug, Clone)]
pub struct Clip {
    file: Arc<Vec<u8>>,
    /// Where each 20 ms lie in `file`, or [`LOST`].
    packets: Arc<[Range<usize>]>,
    /// Samples of the codec's delay at the start, which are not heard.
    skipped: u64,
    /// Samples to hear.
    samples: u64,
}

impl Clip {
    /// Finds the recording in the bytes of a file.
    ///
    /// A file that was cut gives all its whole pages; a damaged page leaves a hole of its length.
    /// Takes memory in proportion to the file, whatever it holds.
    ///
    /// # Errors
    /// See [`ClipError`].
    pub fn read(file: Vec<u8>) -> Result<Self, ClipError> {
        let mut found = pages(&file);
        let head = found.next().ok_or(ClipError::NotOpus)?;
        let skipped = delay(&file, &head)?;
        let mut packets = Vec::new();
        let mut missing = MOST_MISSING;
        let mut end = None;
        for page in found.filter(|page| !is_tags(&file, page)) {
            let hole = hole_before(&page, packets.len()).min(missing);
            missing -= hole;
            packets.resize(packets.len() + hole as usize, LOST);
            packets.extend(page.packets.iter().map(|packet| whole(&file, packet)));
            if page.ends {
                end = Some(page.position);
                break;
            }
        }
        let there = (packets.len() * FRAME) as u64;
        let end = end.unwrap_or(there).min(there);
        if packets.is_empty() {
            return Err(ClipError::Empty);
        }
        Ok(Self { file: Arc::new(file), packets: packets.into(), skipped, samples: end.saturating_sub(skipped) })
    }

    /// How many samples there are to hear, at 48 kHz.
    pub fn samples(&self) -> u64 {
        self.samples
    }

    /// How long it lasts, in milliseconds, rounded down.
    pub fn ms(&self) -> u64 {
        self.samples / SAMPLES_PER_MS
    }

    /// The samples (48 kHz, mono, about -1 to 1) from so many milliseconds on, decoded packet by
    /// packet as they are taken. Past the end there are none.
    pub fn samples_from(&self, ms: u64) -> Samples {
        let begin = ms.saturating_mul(SAMPLES_PER_MS).min(self.samples);
        // Places count from the first packet's first sample.
        let place = begin + self.skipped;
        let packet = place.saturating_sub(PRE_ROLL) / FRAME as u64;
        Samples {
            clip: self.clone(),
            decoder: OpusDecoder::new(RATE as i32, 1).ok(),
            packet: packet as usize,
            block: vec![0.0; FRAME],
            // One block is "used up" already, and the run-up counts as used too.
            at: FRAME + (place - packet * FRAME as u64) as usize,
            left: self.samples - begin,
        }
    }
}

/// The delay from the first header (RFC 7845 section 5.1).
fn delay(file: &[u8], page: &Found) -> Result<u64, ClipError> {
    let head = page.packets.first().map(|packet| &file[packet.clone()]);
    match head {
        Some([b'O', b'p', b'u', b's', b'H', b'e', b'a', b'd', version, 1, low, high, ..])
            if *version < 16 && head.is_some_and(|head| head.get(18) == Some(&0)) =>
        {
            Ok(u64::from(u16::from_le_bytes([*low, *high])))
        }
        Some(head) if head.starts_with(b"OpusHead") => Err(ClipError::NotOurs),
        _ => Err(ClipError::NotOpus),
    }
}

fn is_tags(file: &[u8], page: &Found) -> bool {
    let first = page.packets.first().map(|packet| &file[packet.clone()]);
    first.is_some_and(|packet| packet.starts_with(b"OpusTags"))
}

/// How many packets are missing before this page, by its position; `before` are there already.
fn hole_before(page: &Found, before: usize) -> u64 {
    let there = (before + page.packets.len()) as u64;
    page.position.div_ceil(FRAME as u64).saturating_sub(there)
}

/// The packet, if it holds 20 ms as ours do.
fn whole(file: &[u8], place: &Range<usize>) -> Range<usize> {
    let samples = packet::samples_48k(&file[place.clone()]);
    if samples.is_ok_and(|samples| samples == FRAME) { place.clone() } else { LOST }
}

/// The samples of a [`Clip`], decoded as they are taken.
pub struct Samples {
    clip: Clip,
    /// `None` would mean that the codec refuses 48 kHz mono: then all is silence.
    decoder: Option<OpusDecoder>,
    /// The next packet to decode.
    packet: usize,
    /// What is decoded: one packet.
    block: Vec<f32>,
    /// The next sample in `block`.
    at: usize,
    /// How many samples still to give.
    left: u64,
}

impl Samples {
    /// Decodes the next packet. One that is lost, or makes no sense, is bridged by the codec itself.
    fn decode(&mut self) {
        self.at = 0;
        self.block.fill(0.0);
        let packet = self.clip.packets.get(self.packet).cloned().unwrap_or(LOST);
        self.packet += 1;
        if let Some(decoder) = &mut self.decoder {
            let packet = &self.clip.file[packet];
            let made =
                decoder.decode(packet, FRAME, &mut self.block).or_else(|_| decoder.decode(&[], FRAME, &mut self.block));
            if made.is_err() {
                self.block.fill(0.0);
            }
        }
    }
}

impl Iterator for Samples {
    type Item = f32;

    fn next(&mut self) -> Option<f32> {
        if self.left == 0 {
            return None;
        }
        // More than one packet to go on only at the start, to throw the run-up away.
        while self.at >= FRAME {
            let beyond = self.at - FRAME;
            self.decode();
            self.at = beyond;
        }
        let sample = self.block[self.at];
        self.at += 1;
        self.left -= 1;
        Some(if sample.is_finite() { sample } else { 0.0 })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = usize::try_from(self.left).unwrap_or(usize::MAX);
        (left, Some(left))
    }
}

#[cfg(test)]
mod tests;
