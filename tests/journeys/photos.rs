//! A senior gives a place a photo, and a worker sees it on the way.
use std::io::Cursor;

use alongside::devices::shelves::{Kind, Shelf};
use alongside::headless::Picture;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};

use crate::person::Computer;

/// A colour that nothing else on the screen has.
const PURPLE: Rgb<u8> = Rgb([150, 20, 160]);

fn purple(format: ImageFormat, (width, height): (u32, u32)) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = DynamicImage::from(RgbImage::from_pixel(width, height, PURPLE));
    picture.write_to(&mut bytes, format).expect("it can be written");
    bytes.into_inner()
}

/// How much of the screen has the colour of the photo, of 1.
fn purple_part(picture: &Picture) -> f32 {
    let near = |pixel: &&[u8]| pixel.iter().zip(PURPLE.0).all(|(one, other)| one.abs_diff(other) < 12);
    picture.rgba.chunks(4).filter(near).count() as f32 / (picture.width * picture.height) as f32
}

#[test]
fn dee_adds_a_photo_and_sam_sees_it() {
    let computer = Computer::new();
    let downloads = tempfile::tempdir().expect("a folder");
    let files: [(&str, &[u8]); 5] = [
        ("library.png", &purple(ImageFormat::Jpeg, (2_000, 1_500))),
        ("letter.jpg", b"Dear all"),
        ("half.jpg", &purple(ImageFormat::Jpeg, (400, 300))[..900]),
        ("wide.png", &purple(ImageFormat::Png, (6_001, 1))),
        ("notes.txt", b"x"),
    ];
    for (name, bytes) in files {
        std::fs::write(downloads.path().join(name), bytes).expect("room");
    }
    computer.devices.has_shelf(Shelf { kind: Kind::Downloads, folder: downloads.path().to_owned() });
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Set up places");
    dee.presses("Wrenford Library");
    dee.keeps_a_picture("place-without-photo");
    assert!(purple_part(&dee.window.picture()) < 0.000_1);
    dee.presses("Choose a photo");
    dee.presses("Downloads");
    dee.sees("library.png");
    // Its small picture stands in its tile; what is no photo keeps its sign and its name.
    for _ in 0..400 {
        dee.window.settle();
        if purple_part(&dee.window.picture()) > 0.002 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!(purple_part(&dee.window.picture()) > 0.002, "the small picture is there");
    dee.keeps_a_picture("photo-files");
    dee.does_not_see("notes.txt");
    for (file, why) in [
        ("letter.jpg", "There is no photo in that file."),
        ("half.jpg", "Part of that photo is gone."),
        ("wide.png", "That photo is too big. Make it smaller first."),
    ] {
        dee.presses(file);
        dee.sees(why);
        dee.keeps_its_promises(why);
        dee.keeps_a_picture("photo-failed");
        // It is looked for where the last one was.
        dee.presses("Choose another photo");
    }
    dee.presses("library.png");
    dee.sees("Start trips here");
    dee.keeps_its_promises("the photo is there");
    // Large words take more than one page.
    if dee.can_press("Up") {
        dee.presses("Up");
    }
    dee.keeps_a_picture("place-with-photo");
    assert!(purple_part(&dee.window.picture()) > 0.001);
    dee.leaves("Dee");
    let mut sam = dee;
    sam.comes_in_as("Sam");
    sam.presses("Plan a trip");
    sam.sees("Wrenford Library");
    sam.keeps_a_picture("trip-with-photo");
    assert!(purple_part(&sam.window.picture()) > 0.005);
    // It is on paper too, beside the step at which one is there.
    sam.presses("Wrenford Library");
    sam.presses("No");
    sam.presses("Today");
    sam.presses_id("trip-later-hour");
    sam.finds_a_way_and_gets_ready();
    sam.prints_the_trip();
    let pdf = computer.devices.papers_shown().remove(0).pdf;
    let _ = crate::print::read(&pdf, "trip-photo");
    assert!(pdf.windows(9).any(|part| part == b"DCTDecode"), "a photo is in it");
    drop(sam);
    // It is there the next time too, and goes when it is taken away.
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Set up places");
    dee.sees("Wrenford Library");
    dee.window.settle();
    assert!(purple_part(&dee.window.picture()) > 0.005);
    dee.presses("Wrenford Library");
    dee.presses("Remove the photo");
    dee.sees("Start trips here");
    dee.does_not_see("Remove the photo");
    assert!(purple_part(&dee.window.picture()) < 0.000_1);
}

#[test]
fn a_photo_is_looked_for_in_pictures_too_and_bus_times_are_not() {
    let computer = Computer::new();
    let pictures = tempfile::tempdir().expect("a folder");
    std::fs::write(pictures.path().join("library.jpg"), purple(ImageFormat::Jpeg, (400, 300))).expect("room");
    for kind in [Kind::Downloads, Kind::Pictures] {
        computer.devices.has_shelf(Shelf { kind, folder: pictures.path().to_owned() });
    }
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Get bus times");
    dee.presses("Get new bus times");
    dee.sees("Downloads");
    assert!(!dee.can_press("Pictures"));
    dee.presses("Home");
    dee.presses("Set up places");
    dee.presses("Wrenford Library");
    dee.presses("Choose a photo");
    dee.sees("Where is the photo?");
    dee.keeps_a_picture("photo-shelves");
    dee.presses("Pictures");
    dee.presses("library.jpg");
    dee.sees("Start trips here");
}
