//! A copy of everything: made in one press, tried, brought back byte for byte, and harmless whatever goes wrong.
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use alongside::devices::shelves::{Kind, Shelf};
use alongside::store::backup::{FOLDER, Failed, Outcome, Side, bring_back, copies_in, copy, try_out};
use alongside::store::disk::{Disk, Out, RealDisk, files_below};
use jiff::civil::{DateTime, date};

use crate::person::Computer;

const NOW: DateTime = date(2026, 3, 3).at(9, 0, 0, 0);

/// A vault with the practice day, and a stick.
struct Table {
    computer: Computer,
    stick: tempfile::TempDir,
}

impl Table {
    fn laid() -> Self {
        let computer = Computer::new();
        drop(computer.store());
        Self { computer, stick: tempfile::tempdir().expect("a folder") }
    }

    fn vault(&self) -> Side<'_> {
        Side { disk: &RealDisk, root: &self.computer.folder }
    }

    fn root(&self) -> PathBuf {
        self.stick.path().join(FOLDER).join("vault")
    }

    fn copied(&self) -> Outcome {
        copy(self.vault(), Side { disk: &RealDisk, root: &self.root() }, (NOW, &HashSet::new()), &mut |_| true)
            .expect("there is room")
    }

    fn tried(&self) -> Result<Outcome, Failed> {
        try_out(Side { disk: &RealDisk, root: &self.root() }, &mut |_| true)
    }
}

/// All files of the parts that are copied, with what is in them.
fn content(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = files_below(&RealDisk, &root.join("v1")).expect("it is there");
    let inside = |file: &PathBuf| file.strip_prefix(root).expect("it is below").to_owned();
    files.into_iter().map(|file| (inside(&file), fs::read(&file).expect("it is there"))).collect()
}

/// A disk on which writing goes wrong in one way.
#[derive(Clone, Default)]
struct Bad {
    how: Arc<AtomicU8>,
}

const WELL: u8 = 0;
const FULL: u8 = 1;
const LOCKED: u8 = 2;
const LYING: u8 = 3;

impl Bad {
    fn is(&self, how: u8) {
        self.how.store(how, Ordering::Relaxed);
    }

    fn fault(&self) -> io::Result<()> {
        match self.how.load(Ordering::Relaxed) {
            FULL => Err(io::ErrorKind::StorageFull.into()),
            LOCKED => Err(io::ErrorKind::ReadOnlyFilesystem.into()),
            _ => Ok(()),
        }
    }
}

impl Disk for Bad {
    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        RealDisk.read(file)
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        RealDisk.list(folder)
    }
    fn create(&self, file: &Path) -> io::Result<Box<dyn Out>> {
        self.fault()?;
        Ok(Box::new(BadFile(self.clone(), RealDisk.create(file)?)))
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealDisk.rename(from, to)
    }
    fn remove(&self, file: &Path) -> io::Result<()> {
        RealDisk.remove(file)
    }
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() { Ok(()) } else { self.fault().and_then(|()| RealDisk.make_folder(folder)) }
    }
    fn flush_folder(&self, folder: &Path) -> io::Result<()> {
        RealDisk.flush_folder(folder)
    }
}

struct BadFile(Bad, Box<dyn Out>);

impl Out for BadFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.fault()?;
        let mut bytes = bytes.to_vec();
        if self.0.how.load(Ordering::Relaxed) == LYING {
            bytes[0] ^= 1;
        }
        self.1.write(&bytes)
    }
    fn flush(&mut self) -> io::Result<()> {
        self.1.flush()
    }
}

#[test]
fn what_is_brought_back_onto_an_empty_computer_is_the_same_byte_for_byte() {
    let table = Table::laid();
    let made = table.copied();
    assert!(made.good > 15 && made.new == made.good && made.bad == 0, "{made:?}");
    assert_eq!(table.tried(), Ok(Outcome { new: 0, ..made }));
    // What is secret of this computer is not on the stick.
    let names = files_below(&RealDisk, table.stick.path()).expect("it is there");
    assert!(
        !names.iter().any(|file| file.ends_with("device.ron")
            || file.to_string_lossy().contains("slots")
            || file.ends_with("log.end")),
        "{names:#?}"
    );
    let other = tempfile::tempdir().expect("a folder");
    let root = other.path().join("data");
    let from = table.root();
    let to = Side { disk: &RealDisk, root: &root };
    let brought = bring_back(Side { disk: &RealDisk, root: &from }, to, &mut |_| true);
    assert_eq!(brought, Ok(Outcome { new: 0, ..made }));
    assert_eq!(content(&root), content(&table.computer.folder));
    // Once there is something, nothing more is brought there.
    assert_eq!(bring_back(Side { disk: &RealDisk, root: &from }, to, &mut |_| true), Err(Failed::NotEmpty));
}

#[test]
fn only_what_is_missing_or_spoiled_is_copied_again() {
    let table = Table::laid();
    let made = table.copied();
    assert_eq!(table.copied(), Outcome { new: 0, ..made });
    let files: Vec<_> = content(&table.root()).into_keys().collect();
    fs::remove_file(table.root().join(&files[3])).expect("it is there");
    fs::write(table.root().join(&files[5]), "spoiled").expect("room");
    assert_eq!(table.tried(), Ok(Outcome { good: made.good - 2, new: 0, bad: 2, ..made }));
    assert_eq!(table.copied(), Outcome { new: 2, ..made });
    assert_eq!(table.tried(), Ok(Outcome { new: 0, ..made }));
}

#[test]
fn a_file_that_is_broken_here_does_not_spoil_the_copy() {
    let table = Table::laid();
    let made = table.copied();
    let broken = content(&table.computer.folder).into_keys().rfind(|file| file.starts_with("v1")).expect("one");
    let before = fs::read(table.root().join(&broken)).expect("it is there");
    fs::write(table.computer.folder.join(&broken), "broken").expect("room");
    assert_eq!(table.copied(), Outcome { good: made.good - 1, new: 0, bad: 1, ..made });
    assert_eq!(fs::read(table.root().join(&broken)).expect("it is there"), before);
    assert_eq!(table.tried(), Ok(Outcome { new: 0, ..made }));
}

/// Whatever happens at whatever file: a clear answer, the vault as it was, the old copy as good as it was, no file of
/// ours half done, and the next copy goes on.
#[test]
fn a_full_stick_a_locked_one_a_lying_one_and_one_pulled_out_harm_nothing() {
    for (how, expected) in [
        (FULL, Failed::NoRoom),
        (LOCKED, Failed::Locked),
        (LYING, Failed::Unreliable),
        (WELL, Failed::Cancelled),
        (WELL, Failed::Gone),
    ] {
        for at in [0, 1, 7] {
            let table = Table::laid();
            let vault = content(&table.computer.folder);
            let (disk, root, away) = (Bad::default(), table.root(), table.stick.path().join("away"));
            let done = copy(table.vault(), Side { disk: &disk, root: &root }, (NOW, &HashSet::new()), &mut |far| {
                if far.done == at {
                    disk.is(how);
                    if expected == Failed::Gone {
                        fs::rename(&root, &away).expect("it is there");
                    }
                }
                far.done < at || expected != Failed::Cancelled
            });
            assert_eq!(done, Err(expected), "at {at}");
            assert_eq!(content(&table.computer.folder), vault);
            if expected == Failed::Gone {
                assert!(!root.exists(), "nothing is made where the stick was");
                fs::rename(&away, &root).expect("it is there");
            }
            let kept = files_below(&RealDisk, &root).expect("it is there");
            assert!(!kept.iter().any(|file| file.extension().is_some_and(|end| end == "tmp")), "{kept:#?}");
            assert_eq!(table.tried(), Err(Failed::NoCopy), "what was cut off is not taken for a copy");
            let (copied, all) = (table.copied(), content(&table.root()));
            assert_eq!(all, vault);
            assert_eq!(copied.good - copied.new, if how == LYING { at } else { at.min(copied.good) });
        }
    }
}

#[test]
fn a_stick_that_goes_while_a_copy_is_tried_is_not_a_bad_copy() {
    let table = Table::laid();
    let _ = table.copied();
    let (root, away) = (table.root(), table.stick.path().join("away"));
    let tried = try_out(Side { disk: &RealDisk, root: &root }, &mut |far| {
        if far.done == 4 {
            fs::rename(&root, &away).expect("it is there");
        }
        true
    });
    assert_eq!(tried, Err(Failed::Gone));
}

#[test]
fn a_list_that_leads_out_of_the_copy_is_not_followed() {
    let table = Table::laid();
    let made = table.copied();
    let list = table.root().join("list.ron");
    let text = fs::read_to_string(&list).expect("it is there");
    let secret = table.stick.path().join("secret");
    fs::write(&secret, "x").expect("room");
    let hash = blake3::hash(b"x").to_hex();
    let more = format!("files: {{\n\"../../secret\": \"{hash}\", \"v1/../../../secret\": \"{hash}\",");
    fs::write(&list, text.replacen("files: {", &more, 1)).expect("room");
    assert_eq!(table.tried(), Ok(Outcome { new: 0, bad: 2, ..made }));
    let other = tempfile::tempdir().expect("a folder");
    let root = other.path().join("a/b/c");
    let to = Side { disk: &RealDisk, root: &root };
    let brought = bring_back(Side { disk: &RealDisk, root: &table.root() }, to, &mut |_| true);
    assert_eq!(brought.map(|outcome| outcome.bad), Ok(2));
    assert_eq!(files_below(&RealDisk, other.path()).expect("it is there").len() as u64, made.good);
}

#[test]
fn bringing_back_that_is_cut_off_leaves_the_computer_empty() {
    let table = Table::laid();
    let _ = table.copied();
    let other = tempfile::tempdir().expect("a folder");
    let (root, from) = (other.path().join("data"), table.root());
    let to = Side { disk: &RealDisk, root: &root };
    let cut = bring_back(Side { disk: &RealDisk, root: &from }, to, &mut |far| far.done < 5);
    assert_eq!(cut, Err(Failed::Cancelled));
    assert_eq!(content(&root).len(), 0);
    assert!(bring_back(Side { disk: &RealDisk, root: &from }, to, &mut |_| true).is_ok());
}

#[test]
fn dee_keeps_a_copy_and_is_reminded_of_the_next() {
    let computer = Computer::new();
    let stick = tempfile::tempdir().expect("a folder");
    computer.devices.has_shelf(Shelf { kind: Kind::Stick, folder: stick.path().to_owned() });
    computer.devices.set_now(NOW);
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    // Nobody is nagged on the first day.
    dee.does_not_see("It is time for a new copy.");
    dee.sees("No copy yet");
    dee.presses("Keep a copy");
    dee.sees("There is no copy yet.");
    dee.keeps_a_picture("copy");
    dee.presses("Make a copy");
    dee.keeps_a_picture("copy-where");
    dee.presses_one_that_starts("Memory stick");
    dee.sees("The copy is ready.");
    dee.keeps_a_picture("copy-made");
    dee.presses("OK");
    dee.sees("The last copy is from Tuesday 3 March.");
    dee.presses("Try the copy");
    dee.presses_one_that_starts("Memory stick");
    dee.sees("The copy is good.");
    dee.keeps_a_picture("copy-good");
    dee.presses("OK");
    let root = copies_in(&RealDisk, stick.path()).pop().expect("one copy");
    let one = content(&root).into_keys().next().expect("a file");
    fs::write(root.join(one), "spoiled").expect("room");
    dee.presses("Try the copy");
    dee.presses_one_that_starts("Memory stick");
    dee.sees("Some of the copy is broken.");
    dee.sees("1 part is broken or gone.");
    dee.keeps_a_picture("copy-not-good");
    dee.presses("Home");
    computer.devices.set_now(date(2026, 3, 11).at(9, 0, 0, 0));
    dee.leaves("Dee");
    for (name, card) in [("Priya", true), ("Dee", true), ("Sam", false)] {
        dee.comes_in_as(name);
        if card {
            dee.sees("It is time for a new copy.");
            dee.keeps_a_picture(&format!("copy-reminds-{name}"));
        } else {
            dee.does_not_see("It is time for a new copy.");
        }
        dee.leaves(name);
    }
}

#[test]
fn what_goes_wrong_with_a_stick_is_said_plainly() {
    let computer = Computer::new();
    let stick = tempfile::tempdir().expect("a folder");
    computer.devices.has_shelf(Shelf { kind: Kind::Stick, folder: stick.path().to_owned() });
    computer.devices.has_shelf(Shelf { kind: Kind::Desktop, folder: stick.path().join("gone") });
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Keep a copy");
    dee.presses("Make a copy");
    dee.presses("Desktop");
    dee.sees("We cannot find that place any more.");
    dee.sees("All your work is still here.");
    dee.keeps_a_picture("copy-gone");
    dee.presses("OK");
    // Something else has the name of our folder.
    fs::write(stick.path().join(FOLDER), "a file").expect("room");
    dee.presses("Make a copy");
    dee.presses_one_that_starts("Memory stick");
    dee.sees("We cannot save in that place.");
    dee.presses("Back");
    dee.sees("There is no copy yet.");
    let computer = Computer::new();
    let mut dee = computer.start();
    dee.comes_in_as("Dee");
    dee.presses("Keep a copy");
    dee.presses("Make a copy");
    dee.sees("Put in a memory stick.");
}

#[test]
fn a_copy_that_takes_long_can_be_stopped_or_left() {
    let computer = Computer::new();
    let stick = tempfile::tempdir().expect("a folder");
    computer.devices.has_shelf(Shelf { kind: Kind::Stick, folder: stick.path().to_owned() });
    let mut dee = computer.start();
    let more = computer.folder.join("v1/more");
    fs::create_dir_all(&more).expect("room");
    for number in 0..4000 {
        fs::write(more.join(format!("{number}")), "sealed").expect("room");
    }
    dee.comes_in_as("Dee");
    for way_out in ["Cancel", "Back", "Home"] {
        if dee.heading() == "Hello Dee." {
            dee.presses("Keep a copy. No copy yet");
        }
        if dee.can_press("Make a copy") {
            dee.presses("Make a copy");
        }
        dee.presses_one_that_starts("Memory stick");
        dee.sees("We are making the copy.");
        dee.sees("of 40");
        dee.keeps_a_picture("copy-busy");
        dee.presses(way_out);
        dee.does_not_see("We are making the copy.");
    }
    // What was copied until then is not taken for a copy, and none is remembered.
    std::thread::sleep(std::time::Duration::from_millis(500));
    assert!(copies_in(&RealDisk, stick.path()).is_empty());
    dee.presses("Keep a copy. No copy yet");
}
