//! Photos: foreign bytes into a small clean JPEG with nothing in it but the picture. No files, no threads.
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder as _, ImageFormat, ImageReader, Limits, Rgb, RgbImage, RgbaImage};

/// The most bytes that a photo may have (`vault.md` §6: 20 MB).
pub const MOST_BYTES: u64 = 20 * 1000 * 1000;
/// The most pixels on a side of a photo (`vault.md` §6).
pub const MOST_SIDE: u32 = 6_000;
/// The most bytes that decoding may take: the pixels, and what the decoder keeps beside them (`vault.md` §6).
const MOST_MEMORY: u64 = 192 * 1024 * 1024;
/// The most pixels on a side of a photo that is kept (`vault.md` §6).
pub const KEPT_SIDE: u32 = 1_600;
/// The most pixels on a side of the small picture of a file that may be chosen: a tile shows no more.
pub const SMALL_SIDE: u32 = 240;
/// Of 100: at 85 nobody sees the difference on a screen.
const QUALITY: u8 = 85;

/// Why bytes are not taken as a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoPhoto {
    /// They are neither PNG nor JPEG, whatever their name says.
    NotAPicture,
    /// More than [`MOST_BYTES`], [`MOST_SIDE`], or the memory that decoding may take.
    TooBig,
    /// It begins like a picture and cannot be read, or only part of it is there.
    Damaged,
}

/// A photo as a screen draws it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Red, green, blue and 255 for each pixel, row by row from the top.
    pub rgba: Vec<u8>,
}

/// Makes a clean photo of foreign bytes: upright, [`KEPT_SIDE`] at most, as JPEG, without EXIF, place or other notes.
///
/// # Errors
/// Why they are not taken. A decoder that panics has met a damaged file.
pub fn clean(bytes: &[u8]) -> Result<Vec<u8>, NoPhoto> {
    catch_unwind(AssertUnwindSafe(|| clean_inside(bytes))).unwrap_or(Err(NoPhoto::Damaged))
}

fn clean_inside(bytes: &[u8]) -> Result<Vec<u8>, NoPhoto> {
    let picture = upright(bytes, KEPT_SIDE)?;
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY)
        .encode_image(&on_white(&picture))
        .map_err(|_| NoPhoto::Damaged)?;
    Ok(jpeg)
}

/// A picture of foreign bytes, upright and [`SMALL_SIDE`] at most, to tell one file from another before it is taken.
///
/// # Errors
/// Why there is none, as for [`clean`].
pub fn small(bytes: &[u8]) -> Result<Pixels, NoPhoto> {
    let picture = catch_unwind(AssertUnwindSafe(|| upright(bytes, SMALL_SIDE))).unwrap_or(Err(NoPhoto::Damaged))?;
    let rgba = DynamicImage::from(on_white(&picture)).into_rgba8();
    let (width, height) = rgba.dimensions();
    Ok(Pixels { width, height, rgba: rgba.into_raw() })
}

/// The picture, the right way up and with this many pixels on a side at most.
fn upright(bytes: &[u8], most_side: u32) -> Result<DynamicImage, NoPhoto> {
    let (picture, orientation) = decode(bytes)?;
    let large = picture.width().max(picture.height()) > most_side;
    let mut picture = if large { picture.thumbnail(most_side, most_side) } else { picture };
    picture.apply_orientation(orientation);
    Ok(picture)
}

/// The pixels of a clean photo. `None` for bytes that [`clean`] did not make.
#[must_use]
pub fn pixels(bytes: &[u8]) -> Option<Pixels> {
    let decoded = catch_unwind(|| decode(bytes)).ok()?.ok()?.0.into_rgba8();
    let (width, height) = decoded.dimensions();
    (width.max(height) <= KEPT_SIDE).then(|| Pixels { width, height, rgba: decoded.into_raw() })
}

/// The photo as JPEG of at most this many pixels on a side, for paper: a reader of PDF takes no pixels as they are.
/// `None` where there are not as many as it says.
#[must_use]
pub fn for_paper(pixels: &Pixels, most_side: u32) -> Option<Vec<u8>> {
    let picture = RgbaImage::from_raw(pixels.width, pixels.height, pixels.rgba.clone())?;
    let picture = DynamicImage::ImageRgba8(picture);
    let large = picture.width().max(picture.height()) > most_side;
    let picture = if large { picture.thumbnail(most_side, most_side) } else { picture };
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, QUALITY).encode_image(&on_white(&picture)).ok()?;
    Some(jpeg)
}

fn decode(bytes: &[u8]) -> Result<(DynamicImage, Orientation), NoPhoto> {
    if bytes.len() as u64 > MOST_BYTES {
        return Err(NoPhoto::TooBig);
    }
    let Ok(format @ (ImageFormat::Png | ImageFormat::Jpeg)) = image::guess_format(bytes) else {
        return Err(NoPhoto::NotAPicture);
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| why(&error))?;
    let (width, height) = decoder.dimensions();
    if width == 0 || height == 0 {
        return Err(NoPhoto::Damaged);
    }
    let beside = match format {
        ImageFormat::Jpeg => jpeg_memory(bytes, (width, height)).ok_or(NoPhoto::Damaged)?,
        _ => 0,
    };
    if decoder.total_bytes() + beside > MOST_MEMORY {
        return Err(NoPhoto::TooBig);
    }
    // Notes that cannot be read do not spoil the picture.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).map_err(|error| why(&error))?;
    Ok((picture, orientation))
}

/// What a decoder of JPEG keeps beside the pixels, in bytes. `None` if the end of the picture is missing: the
/// decoder would paint what is missing grey. Marks are as in ITU-T T.81, B.1.1.
fn jpeg_memory(bytes: &[u8], (width, height): (u32, u32)) -> Option<u64> {
    let (mut rest, mut progressive) = (bytes, false);
    loop {
        // In a scan, FF is followed by 00 or by a mark to start again.
        let is_mark = |pair: &[u8]| pair[0] == 0xff && !matches!(pair[1], 0 | 0xd0..=0xd7 | 0xff);
        let at = rest.windows(2).position(is_mark)?;
        let mark = rest[at + 1];
        rest = &rest[at + 2..];
        match mark {
            // The end. Some cameras put a film behind it.
            0xd9 => break,
            // The start, and a mark without anything behind it.
            0xd8 | 0x01 => {}
            _ => {
                progressive |= mark == 0xc2;
                let length = u16::from_be_bytes([*rest.first()?, *rest.get(1)?]);
                rest = rest.get(usize::from(length)..)?;
            }
        }
    }
    // A progressive picture is kept as coefficients of two bytes for each of three colours until its last scan.
    let pixels = u64::from(width.next_multiple_of(16)) * u64::from(height.next_multiple_of(16));
    Some(if progressive { pixels * 2 * 3 } else { 0 })
}

fn why(error: &image::ImageError) -> NoPhoto {
    match error {
        image::ImageError::Limits(_) => NoPhoto::TooBig,
        _ => NoPhoto::Damaged,
    }
}

/// JPEG knows no glass: what can be seen through is laid on white, as on paper.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let clear = picture.to_rgba8();
    RgbImage::from_fn(clear.width(), clear.height(), |x, y| {
        let [red, green, blue, alpha] = clear.get_pixel(x, y).0;
        let laid = |colour: u8| {
            let (colour, alpha) = (u16::from(colour), u16::from(alpha));
            ((colour * alpha + 255 * (255 - alpha)) / 255) as u8
        };
        Rgb([laid(red), laid(green), laid(blue)])
    })
}

#[cfg(test)]
mod tests;
