//! Recorded speech as Ogg Opus (RFC 6716, RFC 7845): written while it is made, read back from any cut.
//!
//! Mono, 48 kHz in and out, 24 kb/s, tuned for voices: 10 minutes are about 2 MB.
use opus_pure::{Application, MAX_PACKET_BYTES, OpusEncoder, Signal};

use pages::Page;

pub mod clip;
mod pages;

/// Samples in a packet: 20 ms.
const FRAME: usize = 960;

/// Packets in a page: 0.24 s, the most that a cut takes away.
const PACKETS_IN_PAGE: usize = 12;

/// Bits a second. RFC 6716 section 2.1.1 names 16 to 20 kb/s for wideband speech and 28 to 40 for
/// full band; this lies between.
const BITS: i32 = 24_000;

/// Why sound could not be encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EncodeError {
    /// The codec failed inside; what it gave before still holds.
    Codec,
}

/// Turns samples into a growing Ogg Opus file.
pub struct Encoder {
    codec: OpusEncoder,
    /// Samples that do not fill a packet yet.
    waiting: Vec<f32>,
    page: Page,
    /// Samples pushed so far.
    pushed: u64,
    /// What is ready to be taken.
    ready: Vec<u8>,
}

impl Encoder {
    /// An encoder at the start of a recording.
    ///
    /// # Errors
    /// [`EncodeError::Codec`] when the codec refuses its settings, which ours are not known to.
    pub fn new() -> Result<Self, EncodeError> {
        let mut codec = OpusEncoder::new(super::RATE as i32, 1, Application::Voip).map_err(|_| EncodeError::Codec)?;
        codec.bitrate_bps = BITS;
        codec.signal_type = Some(Signal::Voice);
        // The codec's delay comes out first and is skipped by every player.
        let pre_skip = codec.lookahead() as u16;
        let mut page = Page::default();
        let mut ready = page.head(&head(pre_skip));
        ready.extend(page.head(&tags()));
        Ok(Self { codec, waiting: Vec::with_capacity(FRAME), page, pushed: 0, ready })
    }

    /// Takes samples (48 kHz, mono) and gives the pages that are finished; the first time with the
    /// headers. Pages hold at most 0.24 s. What is not a finite number counts as silence.
    ///
    /// # Errors
    /// [`EncodeError::Codec`] when the codec failed.
    pub fn push(&mut self, samples: &[f32]) -> Result<Vec<u8>, EncodeError> {
        for sample in samples {
            self.waiting.push(if sample.is_finite() { *sample } else { 0.0 });
            self.pushed += 1;
            if self.waiting.len() == FRAME {
                let packet = self.packet()?;
                self.page.add(&packet, FRAME as u64);
                if self.page.packets() == PACKETS_IN_PAGE {
                    self.ready.extend(self.page.finish());
                }
            }
        }
        Ok(std::mem::take(&mut self.ready))
    }

    /// Gives the last page, which tells the exact end, to the sample.
    ///
    /// # Errors
    /// [`EncodeError::Codec`] when the codec failed.
    pub fn finish(mut self) -> Result<Vec<u8>, EncodeError> {
        // The codec is behind by its delay: silence pushes the last samples out of it.
        let end = self.pushed + self.codec.lookahead() as u64;
        while self.page.position() < end {
            self.waiting.resize(FRAME, 0.0);
            let packet = self.packet()?;
            if self.page.packets() == PACKETS_IN_PAGE {
                self.ready.extend(self.page.finish());
            }
            let left = end - self.page.position();
            self.page.add(&packet, left.min(FRAME as u64));
        }
        self.ready.extend(self.page.last());
        Ok(self.ready)
    }

    fn packet(&mut self) -> Result<Vec<u8>, EncodeError> {
        let mut packet = vec![0; MAX_PACKET_BYTES];
        let length = self.codec.encode(&self.waiting, FRAME, &mut packet).map_err(|_| EncodeError::Codec)?;
        packet.truncate(length);
        self.waiting.clear();
        Ok(packet)
    }
}

/// The first header (RFC 7845 section 5.1): version 1, mono, gain 0, mapping family 0.
fn head(pre_skip: u16) -> Vec<u8> {
    let mut head = b"OpusHead\x01\x01".to_vec();
    head.extend(pre_skip.to_le_bytes());
    head.extend(super::RATE.to_le_bytes());
    head.extend([0, 0, 0]);
    head
}

/// The second header (section 5.2): who wrote it, which is the app and nobody, and no comments.
fn tags() -> Vec<u8> {
    let vendor = b"Alongside";
    let mut tags = b"OpusTags".to_vec();
    tags.extend((vendor.len() as u32).to_le_bytes());
    tags.extend(vendor);
    tags.extend(0u32.to_le_bytes());
    tags
}

#[cfg(test)]
mod tests;
