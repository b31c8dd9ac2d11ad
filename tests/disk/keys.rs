//! Files of keys are damaged, cut, swapped, renamed or replayed: that is noticed, or they say what they said before.
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use alongside::devices::pretend::Pretend;
use alongside::store::disk::Disk;
use alongside::store::keys::computer::Computer;
use alongside::store::keys::identity::Card;
use alongside::store::keys::paper::Numbered;
use alongside::store::seal::hash16;

use super::simulated::{Contents, Simulated};
use super::vault::{Saying, Told, begun, holds, open, session};

const SAID: [Saying; 2] = [Saying::Place(0, 1), Saying::Wishes(2)];

/// A vault in which something was saved.
fn vault() -> Simulated {
    let disk = Simulated::holding(begun());
    let store = open(disk.root(), Arc::new(disk.clone())).expect("it opens");
    let sam = session(&store).expect("Sam gets in");
    for saying in SAID {
        Told::on(&disk).save(&sam, saying).expect("there is room");
    }
    drop((sam, store));
    disk
}

fn computer(disk: &Simulated) -> Option<Computer> {
    let disk_of: Arc<dyn Disk> = Arc::new(disk.clone());
    Computer::open(disk_of, Pretend::without_keyring().devices().keyring, disk.root().to_owned()).ok()
}

/// What a computer is, all but where its secrets lie.
type Known = (String, String, Option<String>, Option<String>, Card);

fn known(disk: &Simulated) -> Option<Known> {
    let Computer { device, vault, root, joining, identity, .. } = computer(disk)?;
    Some((device, vault, root, joining, identity.card()))
}

fn files(contents: &Contents, end: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let files = contents.iter().filter(|(name, _)| name.extension().is_some_and(|other| other == end));
    files.filter_map(|(name, bytes)| Some((name.clone(), bytes.clone()?))).collect()
}

/// The papers of a vault, and their files.
fn papers(disk: &Simulated) -> Vec<(PathBuf, Vec<u8>)> {
    let mut papers = files(&disk.contents(), "key");
    papers.retain(|(name, _)| !name.starts_with("slots"));
    papers
}

fn flipped(bytes: &[u8], bit: usize) -> Vec<u8> {
    let mut changed = bytes.to_vec();
    changed[bit / 8] ^= 1 << (bit % 8);
    changed
}

fn what(paper: &Numbered) -> String {
    let said = format!("{:?}", paper.paper);
    said.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default().to_owned()
}

#[test]
fn every_bit_of_each_kind_of_paper_counts() {
    let disk = vault();
    let root = computer(&disk).and_then(|computer| computer.root).expect("it knows the root");
    let mut kinds = BTreeMap::new();
    for (_, bytes) in papers(&disk) {
        let paper = Numbered::read(&bytes, &root).expect("the root signed it");
        let _ = kinds.entry(what(&paper)).or_insert((bytes, paper));
    }
    assert!(kinds.len() >= 5, "{:?}", kinds.keys());
    for (kind, (bytes, paper)) in kinds {
        for bit in 0..bytes.len() * 8 {
            let read = Numbered::read(&flipped(&bytes, bit), &root);
            // A digit of a signature in capitals is the same digit.
            assert!(read.is_none_or(|read| read == paper), "{kind}: bit {bit} of {}", bytes.len() * 8);
        }
        for length in 0..bytes.len() {
            assert_eq!(Numbered::read(&bytes[..length], &root), None, "{kind}: cut to {length} bytes");
        }
    }
}

#[test]
fn every_bit_of_what_a_computer_is_counts() {
    let disk = vault();
    let file = PathBuf::from("device.ron");
    let whole = disk.contents()[&file].clone().expect("it is a file");
    let before = known(&disk).expect("it opens");
    let mut harmless = 0;
    for bit in 0..whole.len() * 8 {
        disk.is_changed(&file, Some(&flipped(&whole, bit)));
        if let Some(now) = known(&disk) {
            assert_eq!(now, before, "bit {bit} of {}", whole.len() * 8);
            harmless += 1;
        }
    }
    // A space for another, a digit in capitals, the price of a guess where nothing is guessed.
    assert!(harmless * 10 < whole.len() * 8, "{harmless} of {} changed nothing", whole.len() * 8);
    for length in 0..whole.len() {
        disk.is_changed(&file, Some(&whole[..length]));
        let now = known(&disk);
        // All but the end of the last line.
        assert!(now.is_none_or(|now| now == before && length + 2 > whole.len()), "cut to {length} bytes");
    }
    disk.is_changed(&file, Some(&whole));
    assert_eq!(known(&disk), Some(before));
}

#[test]
fn every_bit_of_the_secret_half_of_a_slot_counts() {
    let disk = vault();
    let secret = |name: &Path| name.starts_with("slots");
    let secrets: Vec<_> = files(&disk.contents(), "key").into_iter().filter(|(name, _)| secret(name)).collect();
    let opens = || known(&disk).is_some();
    let mut own = 0;
    for (file, whole) in secrets {
        disk.is_changed(&file, None);
        let is_own = !opens();
        own += usize::from(is_own);
        for bit in 0..whole.len() * 8 {
            disk.is_changed(&file, Some(&flipped(&whole, bit)));
            assert_eq!(opens(), !is_own, "bit {bit} of {}", file.display());
        }
        disk.is_changed(&file, Some(&whole[..whole.len() - 1]));
        assert_eq!(opens(), !is_own, "{} cut", file.display());
        disk.is_changed(&file, Some(&whole));
    }
    assert_eq!(own, 1, "one of them is the computer's own");
}

/// Everything that papers of this vault say, as a program finds it that opens the folder.
fn said(disk: &Simulated) -> Vec<Numbered> {
    let root = computer(disk).and_then(|computer| computer.root).expect("it knows the root");
    let is_named = |name: &Path, bytes: &[u8]| name.to_string_lossy().ends_with(&format!("-{}.key", hash16(bytes)));
    let found = papers(disk).into_iter().filter(|(name, bytes)| is_named(name, bytes));
    let mut said: Vec<_> = found.filter_map(|(_, bytes)| Numbered::read(&bytes, &root)).collect();
    said.sort_by_key(|paper| paper.number);
    said.dedup();
    said
}

fn under(file: &Path, number: &str) -> PathBuf {
    let name = file.file_name().and_then(|name| name.to_str()).expect("it has a name");
    let (_, rest) = name.split_once('-').expect("a number and a hash");
    file.with_file_name(format!("{number}-{rest}"))
}

#[test]
fn papers_under_other_names_say_what_they_said_and_swapped_ones_are_left_out() {
    let disk = vault();
    let before = (disk.contents(), said(&disk));
    let all = papers(&disk);
    let ((first, its), (last, lasts)) = (&all[0], &all[all.len() - 1]);
    // Replayed: the oldest once more, as if it were the newest. Renamed: the newest, as if it were the oldest.
    disk.is_changed(&under(first, "0000009000"), Some(its));
    disk.is_changed(last, None);
    disk.is_changed(&under(last, "0000000000"), Some(lasts));
    assert_eq!(said(&disk), before.1);
    assert_eq!(holds(&disk.contents(), &SAID), Ok(()));
    // Swapped: neither is what its name says. All others count as before.
    let swapped = Simulated::holding(before.0.clone());
    swapped.is_changed(first, Some(lasts));
    swapped.is_changed(last, Some(its));
    assert_eq!(said(&swapped).len(), before.1.len() - 2);
    assert!(open(swapped.root(), Arc::new(swapped.clone())).is_ok(), "the folder opens");
    assert_eq!(holds(&before.0, &SAID), Ok(()), "all is there again with the right files");
}

#[test]
fn slots_that_are_swapped_let_nobody_in_as_somebody_else() {
    // A folder of its own: the one before may be let go of a moment later.
    let disk = Simulated::holding(vault().contents());
    let slots = Path::new("slots");
    let (sam, dee) = (slots.join("sam.ron"), slots.join("dee.ron"));
    let bytes = |file: &Path| disk.contents()[file].clone().expect("it is a file");
    let (of_sam, of_dee) = (bytes(&sam), bytes(&dee));
    disk.is_changed(&sam, Some(&of_dee));
    disk.is_changed(&dee, Some(&of_sam));
    let store = open(disk.root(), Arc::new(disk.clone())).expect("it opens");
    assert!(session(&store).is_err(), "Dee's slot under Sam's name");
    drop(store);
    disk.is_changed(&sam, Some(&of_sam));
    disk.is_changed(&dee, Some(&of_dee));
    assert_eq!(holds(&disk.contents(), &SAID), Ok(()));
}

/// One bit in so many of each file of keys is tried.
const BIT_OF_A_KEY: usize = 331;

#[test]
fn damage_to_keys_is_told_or_does_no_harm_and_the_right_file_opens_all_again() {
    let kept = vault();
    let contents = kept.contents();
    let is_key =
        |name: &&PathBuf| name.extension().is_some_and(|end| end == "key" || end == "ron") && contents[*name].is_some();
    for file in contents.keys().filter(is_key) {
        let whole = contents[file].clone().expect("it is a file");
        for bit in (0..whole.len() * 8).step_by(BIT_OF_A_KEY) {
            let mut changed = whole.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            let mut damaged = contents.clone();
            let _ = damaged.insert(file.clone(), Some(changed));
            let disk = Simulated::holding(damaged);
            // Whatever it is now, it opens or says why not.
            if let Ok(store) = open(disk.root(), Arc::new(disk.clone())) {
                let _ = store.hall();
                let _ = session(&store);
            }
            let mut mended = disk.contents();
            let _ = mended.insert(file.clone(), Some(whole.clone()));
            let held = holds(&mended, &SAID);
            assert_eq!(held, Ok(()), "after bit {bit} of {} was mended", file.display());
        }
    }
}
