//! Ogg pages (RFC 3533): written one by one, and found again in bytes that may be damaged.
//!
//! Our own and not `opus_pure`'s, because we need two things that it does not offer: a page is
//! finished when we say so, and a damaged page loses only itself.
use std::ops::Range;

/// Every page begins with this.
const MARK: &[u8] = b"OggS";

/// Bytes of a page before its table of lengths.
const HEADER: usize = 27;

/// Where the checksum stands in the header; it counts as zero while it is worked out.
const CHECKSUM: Range<usize> = 22..26;

const BEGINS: u8 = 2;
const ENDS: u8 = 4;

/// The stream's number. There is one stream in a file, so one number does.
const SERIAL: u32 = 1;

/// How many damaged pages are passed over before the rest is given up. Without an end to it, a file
/// made of nothing but the beginnings of pages would be summed over and over.
const MOST_DAMAGED: usize = 10_000;

/// A page being filled.
#[derive(Default)]
pub struct Page {
    lengths: Vec<u8>,
    packets: usize,
    payload: Vec<u8>,
    sequence: u32,
    position: u64,
}

impl Page {
    /// A page of its own for a header packet.
    pub fn head(&mut self, packet: &[u8]) -> Vec<u8> {
        let flags = if self.sequence == 0 { BEGINS } else { 0 };
        self.add(packet, 0);
        self.write(flags)
    }

    /// Adds a packet (of at most 12 to a page) that holds so many samples.
    pub fn add(&mut self, packet: &[u8], samples: u64) {
        // A length is written as 255s and a smaller rest.
        self.lengths.resize(self.lengths.len() + packet.len() / 255, 255);
        self.lengths.push((packet.len() % 255) as u8);
        self.payload.extend_from_slice(packet);
        self.packets += 1;
        self.position += samples;
    }

    /// How many packets wait in it.
    pub fn packets(&self) -> usize {
        self.packets
    }

    /// Samples in all packets so far, of this page and those before.
    pub fn position(&self) -> u64 {
        self.position
    }

    /// The page's bytes; the next one begins.
    pub fn finish(&mut self) -> Vec<u8> {
        self.write(0)
    }

    /// The last page's bytes.
    pub fn last(&mut self) -> Vec<u8> {
        self.write(ENDS)
    }

    fn write(&mut self, flags: u8) -> Vec<u8> {
        let mut page = MARK.to_vec();
        page.extend([0, flags]);
        page.extend(self.position.to_le_bytes());
        page.extend(SERIAL.to_le_bytes());
        page.extend(self.sequence.to_le_bytes());
        page.extend([0; 4]);
        page.push(self.lengths.len() as u8);
        page.append(&mut self.lengths);
        page.append(&mut self.payload);
        let sum = checksum(&page);
        page[CHECKSUM].copy_from_slice(&sum.to_le_bytes());
        self.packets = 0;
        self.sequence += 1;
        page
    }
}

/// A whole page found in a file.
#[derive(Debug, PartialEq, Eq)]
pub struct Found {
    /// Samples up to its end, the codec's delay included.
    pub position: u64,
    /// Whether it is the last one.
    pub ends: bool,
    /// Where its packets lie in the file.
    pub packets: Vec<Range<usize>>,
}

/// All whole pages of the file, in order; what is damaged or foreign is passed over.
pub fn pages(file: &[u8]) -> impl Iterator<Item = Found> {
    let mut at = 0;
    let mut damaged = 0;
    std::iter::from_fn(move || {
        while at < file.len() && damaged < MOST_DAMAGED {
            at += file[at..].windows(MARK.len()).position(|four| four == MARK)?;
            match page(file, at) {
                Some((found, end)) => {
                    at = end;
                    return Some(found);
                }
                // Not a page, or a damaged one: the next may begin inside it.
                None => {
                    at += 1;
                    damaged += 1;
                }
            }
        }
        None
    })
}

/// The page that begins at `at`, and where it ends.
fn page(file: &[u8], at: usize) -> Option<(Found, usize)> {
    let header = file.get(at..at + HEADER)?;
    let lengths = file.get(at + HEADER..at + HEADER + usize::from(header[26]))?;
    let begin = at + HEADER + lengths.len();
    let end = begin + lengths.iter().map(|length| usize::from(*length)).sum::<usize>();
    let bytes = file.get(at..end)?;
    let version_and_serial_fit = header[4] == 0 && header[14..18] == SERIAL.to_le_bytes();
    if !version_and_serial_fit || header[CHECKSUM] != checksum(bytes).to_le_bytes() {
        return None;
    }
    let found = Found {
        position: u64::from_le_bytes(header[6..14].try_into().ok()?),
        ends: header[5] & ENDS != 0,
        packets: packets(lengths, begin),
    };
    Some((found, end))
}

/// Packets that end on this page. Ours never go over to the next.
fn packets(lengths: &[u8], mut begin: usize) -> Vec<Range<usize>> {
    let mut packets = Vec::new();
    let mut end = begin;
    for length in lengths {
        end += usize::from(*length);
        if *length < 255 {
            packets.push(begin..end);
            begin = end;
        }
    }
    packets
}

/// Ogg's checksum: a CRC of 32 bits, polynomial 0x04c11db7, begun with 0 and not turned round.
fn checksum(page: &[u8]) -> u32 {
    page.iter().enumerate().fold(0, |sum, (place, byte)| {
        let byte = if CHECKSUM.contains(&place) { 0 } else { *byte };
        (sum << 8) ^ TABLE[usize::from((sum >> 24) as u8 ^ byte)]
    })
}

const TABLE: [u32; 256] = table();

const fn table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut sum = (byte as u32) << 24;
        let mut bit = 0;
        while bit < 8 {
            sum = if sum >> 31 == 1 { (sum << 1) ^ 0x04c1_1db7 } else { sum << 1 };
            bit += 1;
        }
        table[byte] = sum;
        byte += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_found_again() {
        let mut page = Page::default();
        let mut file = page.head(b"head");
        for length in [0, 1, 254, 255, 256, 510] {
            page.add(&vec![7; length], 960);
        }
        assert_eq!((page.packets(), page.position()), (6, 5760));
        file.extend(page.finish());
        page.add(b"end", 100);
        file.extend(page.last());
        let found: Vec<_> = pages(&file).collect();
        let lengths: Vec<_> = found[1].packets.iter().map(Range::len).collect();
        assert_eq!(lengths, [0, 1, 254, 255, 256, 510]);
        let positions: Vec<_> = found.iter().map(|page| (page.position, page.ends)).collect();
        assert_eq!(positions, [(0, false), (5760, false), (5860, true)]);
        assert_eq!(&file[found[2].packets[0].clone()], b"end");
    }

    #[test]
    fn a_damaged_page_loses_only_itself() {
        let mut page = Page::default();
        let mut file = Vec::new();
        for number in 0..3 {
            page.add(&[number; 50], 960);
            file.extend(page.finish());
        }
        for place in 78..2 * 78 {
            let mut damaged = file.clone();
            damaged[place] ^= 0x10;
            let positions: Vec<_> = pages(&damaged).map(|page| page.position).collect();
            assert_eq!(positions, [960, 2880], "damaged at {place}");
        }
    }

    #[test]
    fn junk_holds_no_pages() {
        let mut beginning = Page::default().head(&[0; 10_000])[..HEADER + 40].to_vec();
        beginning[26] = 40;
        let beginnings = beginning.repeat(50_000);
        for junk in [&b""[..], b"OggS", &[0xFF; 300], &b"OggS".repeat(100), &beginnings] {
            assert_eq!(pages(junk).next(), None);
        }
    }
}
