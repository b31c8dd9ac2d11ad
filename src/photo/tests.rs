//! Photos come out upright, small and with nothing but the picture; what is no photo is refused at once.
use super::*;

#[test]
fn a_small_picture_is_upright_and_keeps_to_the_same_limits() {
    let small = small(&jpeg_with_exif(6, (1_000, 500))).expect("it is a photo");
    assert_eq!((small.width, small.height), (SMALL_SIDE / 2, SMALL_SIDE));
    assert!(red_at(&small, (60, 10)) && !red_at(&small, (60, 230)));
    // A picture that is small already stays as it is.
    let tiny = super::small(&png(20, 10)).expect("it is a photo");
    assert_eq!((tiny.width, tiny.height), (20, 10));
    assert_eq!(super::small(b"Dear all"), Err(NoPhoto::NotAPicture));
    assert_eq!(super::small(&png(MOST_SIDE + 1, 1)), Err(NoPhoto::TooBig));
    assert_eq!(super::small(&jpeg(400, 300)[..900]), Err(NoPhoto::Damaged));
}

/// A note that no clean photo may hold.
const NOTE: &[u8] = b"51.4816N 3.1791W";

/// Left half red, right half blue.
fn halves(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, _| if x < width / 2 { Rgb([250, 10, 10]) } else { Rgb([10, 10, 250]) })
}

fn written(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).expect("it can be written");
    bytes.into_inner()
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    written(&halves(width, height).into(), ImageFormat::Jpeg)
}

fn png(width: u32, height: u32) -> Vec<u8> {
    written(&halves(width, height).into(), ImageFormat::Png)
}

/// EXIF with this orientation, a GPS block and the note (TIFF 6.0; EXIF 2.3).
fn exif(orientation: u8) -> Vec<u8> {
    let mut exif = b"II*\0\x08\0\0\0\x02\0".to_vec();
    exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    exif.extend([0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0]);
    exif.extend([0, 0, 0, 0]);
    exif.extend([0, 0, 0, 0, 0, 0]);
    exif.extend(NOTE);
    exif
}

fn jpeg_with_exif(orientation: u8, (width, height): (u32, u32)) -> Vec<u8> {
    let plain = jpeg(width, height);
    let notes = [b"Exif\0\0", exif(orientation).as_slice()].concat();
    let length = (notes.len() as u16 + 2).to_be_bytes();
    [&plain[..2], &[0xff, 0xe1], &length, &notes, &[0xff, 0xfe, 0, 18], NOTE, &plain[2..]].concat()
}

fn png_with_exif(orientation: u8, (width, height): (u32, u32)) -> Vec<u8> {
    let plain = png(width, height);
    let chunk = |kind: &[u8; 4], data: &[u8]| {
        let body = [kind.as_slice(), data].concat();
        [&(data.len() as u32).to_be_bytes(), body.as_slice(), &crc32fast::hash(&body).to_be_bytes()].concat()
    };
    let text = [b"Comment\0", NOTE].concat();
    [&plain[..33], &chunk(b"eXIf", &exif(orientation)), &chunk(b"tEXt", &text), &plain[33..]].concat()
}

fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

fn red_at(pixels: &Pixels, (x, y): (u32, u32)) -> bool {
    let at = ((y * pixels.width + x) * 4) as usize;
    pixels.rgba[at] > 180 && pixels.rgba[at + 2] < 80
}

#[test]
fn nothing_but_the_picture_is_kept_and_it_stands_upright() {
    for (name, bytes) in [("JPEG", jpeg_with_exif(6, (64, 32))), ("PNG", png_with_exif(6, (64, 32)))] {
        assert!(holds(&bytes, NOTE) && holds(&bytes, b"II*\0"), "{name} has notes");
        let kept = clean(&bytes).expect("a photo");
        assert!(!holds(&kept, NOTE) && !holds(&kept, b"II*\0") && !holds(&kept, b"Exif"), "{name}");
        let pixels = pixels(&kept).expect("pixels");
        // Orientation 6 is turned to the right: the left half is the top.
        assert_eq!((pixels.width, pixels.height), (32, 64), "{name}");
        assert!(red_at(&pixels, (5, 5)) && red_at(&pixels, (27, 5)) && !red_at(&pixels, (5, 60)), "{name}");
    }
}

#[test]
fn the_order_of_the_bytes_and_every_orientation_is_read() {
    let upright = |orientation| {
        let pixels = pixels(&clean(&jpeg_with_exif(orientation, (64, 32))).expect("a photo")).expect("pixels");
        (pixels.width, red_at(&pixels, (3, 3)))
    };
    assert_eq!(upright(1), (64, true));
    assert_eq!(upright(2), (64, false));
    assert_eq!(upright(3), (64, false));
    assert_eq!(upright(8), (32, false));
    assert_eq!(upright(99), (64, true), "an orientation that there is not");
}

#[test]
fn a_large_photo_is_made_small_and_a_small_one_stays() {
    let size = |bytes: &[u8]| {
        let pixels = pixels(&clean(bytes).expect("a photo")).expect("pixels");
        (pixels.width, pixels.height)
    };
    assert_eq!(size(&jpeg(3_200, 800)), (1_600, 400));
    assert_eq!(size(&png(20, 10)), (20, 10));
    assert_eq!(size(&jpeg(1, 1)), (1, 1));
}

#[test]
fn what_can_be_seen_through_lies_on_white() {
    let glass = image::RgbaImage::from_pixel(8, 8, image::Rgba([0, 0, 0, 0]));
    let kept = clean(&written(&glass.into(), ImageFormat::Png)).expect("a photo");
    assert!(pixels(&kept).expect("pixels").rgba.iter().all(|colour| *colour > 250));
}

#[test]
fn other_files_are_no_pictures_whatever_their_name() {
    for bytes in
        [&b""[..], b"PK\x03\x04", b"GIF89a\x01\0\x01\0", b"BM", b"RIFF\x10\0\0\0WEBPVP8 ", b"ID3\x04", b"<svg/>"]
    {
        assert_eq!(clean(bytes), Err(NoPhoto::NotAPicture), "{bytes:?}");
    }
}

#[test]
fn a_part_of_a_picture_is_damaged() {
    for whole in [jpeg_with_exif(1, (200, 100)), png_with_exif(1, (200, 100))] {
        for length in (8..whole.len() - 12).step_by(7) {
            assert_eq!(clean(&whole[..length]), Err(NoPhoto::Damaged), "{length} of {}", whole.len());
        }
    }
}

#[test]
fn what_a_camera_puts_behind_the_picture_does_no_harm() {
    let behind = [jpeg(64, 32).as_slice(), b"a film \xff\xda and \xff\xc2 more"].concat();
    assert_eq!(clean(&behind), clean(&jpeg(64, 32)));
}

#[test]
fn a_flipped_byte_is_a_photo_or_refused() {
    for whole in [jpeg_with_exif(6, (40, 30)), png_with_exif(6, (40, 30))] {
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 0xff;
            if let Ok(kept) = clean(&bytes) {
                assert!(pixels(&kept).is_some(), "byte {at}");
            }
        }
    }
}

/// The size that a file says it has, with hardly anything behind it.
fn says_size(bytes: &mut [u8], (width, height): (u16, u16)) {
    if bytes[0] == 0xff {
        let frame = bytes.windows(2).position(|pair| pair == [0xff, 0xc0]).expect("a frame");
        bytes[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
        bytes[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
    } else {
        bytes[16..20].copy_from_slice(&u32::from(width).to_be_bytes());
        bytes[20..24].copy_from_slice(&u32::from(height).to_be_bytes());
        let sum = crc32fast::hash(&bytes[12..29]).to_be_bytes();
        bytes[29..33].copy_from_slice(&sum);
    }
}

#[test]
fn huge_sizes_are_refused_before_anything_is_decoded() {
    for mut bytes in [jpeg(16, 16), png(16, 16)] {
        for size in [(6_001, 10), (10, 6_001), (65_535, 65_535), (12_000, 12_000)] {
            says_size(&mut bytes, size);
            assert_eq!(clean(&bytes), Err(NoPhoto::TooBig), "{size:?}");
        }
    }
    let mut deep = written(&image::ImageBuffer::<image::Rgba<u16>, _>::new(8, 8).into(), ImageFormat::Png);
    says_size(&mut deep, (6_000, 6_000));
    assert_eq!(clean(&deep), Err(NoPhoto::TooBig), "8 bytes a pixel are 288 MB");
    let mut progressive = jpeg(16, 16);
    let frame = progressive.windows(2).position(|pair| pair == [0xff, 0xc0]).expect("a frame");
    says_size(&mut progressive, (6_000, 6_000));
    progressive[frame + 1] = 0xc2;
    assert_eq!(clean(&progressive), Err(NoPhoto::TooBig), "coefficients are 216 MB");
    assert_eq!(clean(&vec![0xff; MOST_BYTES as usize + 1]), Err(NoPhoto::TooBig));
}
