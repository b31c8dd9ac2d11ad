//! Photos from anywhere: kept sealed, and a picture that would unpack to gigabytes is refused fast in little memory.
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use alongside::devices::Work;
use alongside::devices::pretend::Pretend;
use alongside::domain::person::PersonId;
use alongside::photo::{KEPT_SIDE, NoPhoto, clean, pixels};
use alongside::problem::Problem;
use alongside::store::disk::{Disk, RealDisk};
use alongside::store::photos::{NotTaken, Whose};
use alongside::store::{Session, Store};
use image::{DynamicImage, ImageFormat, RgbImage};

use crate::broken_disk::FillingDisk;

fn open(folder: &Path, disk: Arc<dyn Disk>) -> Store {
    let store = Store::open(folder, disk, &Pretend::without_keyring().devices()).expect("it opens");
    store.begin_practice().expect("it begins");
    store
}

/// Dee, the senior, and what she may read.
fn dee(store: &Store) -> Session {
    let hall = store.hall().expect("the folder opens");
    let dee = hall.team().person(&PersonId("dee".to_owned())).expect("Dee is there").clone();
    let session = store.session(&dee, &hall.team()).expect("the folder opens");
    // Until the log says that she came in.
    futures::executor::block_on(session.save(Vec::new())).expect("there is room");
    session
}

/// Waits for the answer of the store.
fn waits<T>(work: impl FnOnce() -> Work<T>) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("it starts");
    runtime.block_on(async { work().await })
}

fn small_photo() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::from(RgbImage::new(8, 8)).write_to(&mut bytes, ImageFormat::Png).expect("it can be written");
    bytes.into_inner()
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("it is there").flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

#[test]
fn a_photo_is_kept_sealed_and_a_full_disk_keeps_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("photo");
    std::fs::write(&file, small_photo()).expect("room");
    let (vault, disk) = (folder.path().join("vault"), FillingDisk::default());
    let store = open(&vault, Arc::new(disk.clone()));
    let dee = dee(&store);
    disk.is_full(true);
    let before = files(&vault);
    assert_eq!(waits(|| dee.take_photo(file.clone(), Whose::Team)), Err(NotTaken::Problem(Problem::DiskFull)));
    assert_eq!(files(&vault), before, "nothing is left of it");
    disk.is_full(false);
    let name = waits(|| dee.take_photo(file, Whose::Team)).expect("there is room");
    let shown = waits(|| dee.photos(vec![name.clone(), "no such photo".to_owned()]));
    assert_eq!(shown.len(), 1);
    assert_eq!((shown[0].0.as_str(), shown[0].1.width), (name.as_str(), 8));
    for file in files(&vault) {
        let bytes = std::fs::read(&file).expect("it is there");
        assert!(!bytes.windows(4).any(|window| window == b"JFIF"), "{} is plain", file.display());
    }
}

#[test]
fn what_is_no_file_or_too_large_is_not_read() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = open(&folder.path().join("vault"), Arc::new(RealDisk));
    let dee = dee(&store);
    let huge = folder.path().join("huge.jpg");
    std::fs::File::create(&huge).and_then(|file| file.set_len(1 << 40)).expect("it has holes");
    assert_eq!(waits(|| dee.take_photo(huge, Whose::Team)), Err(NotTaken::NoPhoto(NoPhoto::TooBig)));
    assert_eq!(waits(|| dee.take_photo(folder.path().to_owned(), Whose::Team)), Err(NotTaken::CannotRead));
    assert_eq!(waits(|| dee.take_photo(folder.path().join("gone.jpg"), Whose::Team)), Err(NotTaken::CannotRead));
}

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
