//! What was erased does not come back: not from a copy on a stick, not from old files, and not on another computer.
use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;

use age::secrecy::SecretString;
use alongside::devices::pretend::Pretend;
use alongside::store::adopt::adopt;
use alongside::store::backup::{Outcome, Side, bring_back, copy};
use alongside::store::disk::Disk;
use alongside::store::{Session, Store};

use super::stories::{
    Vault, enters, erased_by_two, everybody_enters, id, is_whole, settled, story, team, told, traces_in,
};
use crate::disk::simulated::{Contents, Simulated};

/// The names of the files that were erased, as the store says to whoever makes a copy.
fn gone(vault: &Vault, before: &Contents) -> HashSet<String> {
    let now = vault.disk.contents();
    let removed = before.keys().filter(|name| name.starts_with("v1") && !now.contains_key(*name));
    removed.filter_map(|name| Some(name.file_name()?.to_string_lossy().into_owned())).collect()
}

fn copied(vault: &Vault, stick: &Simulated, gone: &HashSet<String>) -> Outcome {
    let (from, root) = (Side { disk: &vault.disk, root: vault.disk.root() }, stick.root().join("copy"));
    copy(from, Side { disk: stick, root: &root }, (vault.now(), gone), &mut |_| true).expect("there is room")
}

#[test]
fn a_copy_loses_what_was_erased_and_keeps_what_is_only_missing() {
    let vault = told(&["one", "stays"]);
    let (stick, before) = (Simulated::holding(Contents::new()), vault.disk.contents());
    assert_eq!(copied(&vault, &stick, &HashSet::new()).gone, 0);
    let on_stick = |name: &str| traces_in(&vault.opened(&stick.contents()), name).len();
    let of_stays = on_stick("stays");
    assert!(on_stick("one") > 5 && of_stays > 5);
    let store = vault.store();
    erased_by_two(&store, &["one"]);
    everybody_enters(&store);
    let erased = gone(&vault, &before);
    // Something that was never erased goes astray here.
    let astray: PathBuf = vault.traces("stays").swap_remove(0);
    vault.disk.is_changed(&astray, None);
    let outcome = copied(&vault, &stick, &erased);
    assert_eq!(outcome.gone as usize, erased.len());
    assert_eq!((on_stick("one"), on_stick("stays")), (0, of_stays));
    assert_eq!(copied(&vault, &stick, &erased).gone, 0, "once is enough");
}

#[test]
fn old_files_that_are_put_back_are_taken_away_again() {
    let vault = told(&["one", "stays"]);
    let before = vault.disk.contents();
    let store = vault.store();
    erased_by_two(&store, &["one"]);
    everybody_enters(&store);
    drop(store);
    for (name, bytes) in before.iter().filter(|(name, _)| name.starts_with("v1")) {
        if let (Some(bytes), false) = (bytes, vault.disk.contents().contains_key(name)) {
            vault.disk.is_changed(name, Some(bytes));
        }
    }
    assert!(vault.traces("one").len() > 5, "they are back");
    let store = vault.store();
    everybody_enters(&store);
    assert_eq!(vault.traces("one"), Vec::<PathBuf>::new());
    assert_eq!(vault.sounds(), 2);
    assert!(is_whole(&store, "stays"));
}

/// The store tells whoever makes a copy which files are gone; a senior makes it, who can read none of them.
#[test]
fn another_computer_goes_on_with_erasing() {
    let vault = told(&["one", "stays"]);
    let store = vault.store();
    let sheet = enters(&store, "dee").make_sheet(&team()).expect("she holds the root");
    erased_by_two(&store, &["one"]);
    settled(&enters(&store, "priya"));
    drop(store);
    assert!(!vault.traces("one").is_empty(), "Sam has not been here");
    let stick = Simulated::holding(Contents::new());
    let _ = copied(&vault, &stick, &HashSet::new());
    let there = Simulated::holding(Contents::new());
    let (from, data) = (stick.root().join("copy"), there.root().join("data"));
    let sides = (Side { disk: &stick, root: &from }, Side { disk: &there, root: &data });
    let _ = bring_back(sides.0, sides.1, &mut |_| true).expect("there is room");
    let brought = there.contents().into_iter();
    let brought = brought.filter_map(|(name, bytes)| Some((name.strip_prefix("data").ok()?.to_owned(), bytes)));
    let brought = brought.filter(|(name, _)| name.starts_with("v1")).collect();
    let (other, devices) = (Simulated::holding(brought), Pretend::without_keyring());
    let root = other.root().to_owned();
    let disk: Arc<dyn Disk> = Arc::new(other.clone());
    let key = SecretString::from(sheet);
    adopt(&root, &disk, &devices.devices(), &key).expect("it is the key");
    let store = Store::open(&root, disk, &devices.devices()).expect("it opens");
    let recovers = |name: &str| -> Session {
        store.recover(team().person(&id(name)).expect("of this team"), &key, &team()).expect("the key opens everybody")
    };
    let sam = recovers("sam");
    assert!(sam.telling(&story("one")).is_none() && sam.telling(&story("stays")).is_some());
    let _all = ["priya", "erin", "fay"].map(recovers);
    assert_eq!(traces_in(&vault.opened(&other.contents()), "one"), Vec::<PathBuf>::new());
}
