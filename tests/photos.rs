//! A picture that would unpack to gigabytes is refused fast, and in little memory.
use std::io::Write as _;
use std::process::Command;
use std::time::{Duration, Instant};

use alongside::photo::{KEPT_SIDE, NoPhoto, clean, pixels};
use image::{DynamicImage, ImageFormat, RgbImage};

/// Set for the process whose memory is measured.
const CHILD: &str = "ALONGSIDE_PHOTOS_CHILD";
/// What a photo may take at most: what the decoder may (192 MiB), the file, and the small picture.
const MOST: u64 = 256 * 1024 * 1024;

/// One colour: a few kilobytes that unpack to `side` times `side` pixels of 3 bytes.
fn bomb(side: u32) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::from(RgbImage::new(side, side)).write_to(&mut bytes, ImageFormat::Png).expect("it can be written");
    bytes.into_inner()
}

/// The most memory that this process ever had, in bytes.
#[cfg(target_os = "linux")]
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux has it");
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).expect("it is there");
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse::<u64>().ok()).expect("a number") * 1024
}

/// Not a test by itself: what the process does whose memory is measured.
#[cfg(target_os = "linux")]
#[test]
fn cleans_what_it_is_given() {
    let Some(folder) = std::env::var_os(CHILD) else { return };
    let folder = std::path::Path::new(&folder);
    let before = most_memory();
    let start = Instant::now();
    let bomb = std::fs::read(folder.join("bomb.png")).expect("it is there");
    assert_eq!(clean(&bomb), Err(NoPhoto::TooBig));
    let fast = start.elapsed();
    let refused = most_memory() - before;
    let largest = std::fs::read(folder.join("largest.png")).expect("it is there");
    let kept = clean(&largest).expect("it is just small enough");
    assert_eq!(pixels(&kept).expect("pixels").width, KEPT_SIDE);
    let taken = most_memory() - before;
    let mut out = std::io::stdout();
    writeln!(out, "refused in {fast:?} and {refused} bytes, taken in {taken} bytes").expect("the parent listens");
    assert!(refused < 16 * 1024 * 1024, "{refused}");
    assert!(fast < Duration::from_secs(1), "{fast:?}");
    assert!(taken < MOST, "{taken}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_bomb_takes_no_time_and_the_largest_photo_little_memory() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("bomb.png"), bomb(12_000)).expect("room");
    std::fs::write(folder.path().join("largest.png"), bomb(6_000)).expect("room");
    let this = std::env::current_exe().expect("this program");
    let child = Command::new(this)
        .args(["--exact", "photos::cleans_what_it_is_given", "--nocapture"])
        .env(CHILD, folder.path())
        .output()
        .expect("it runs");
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success(), "{said}{}", String::from_utf8_lossy(&child.stderr));
    assert!(said.contains("refused in"), "{said}");
}
