//! With an index, without one, and with a wrong one: the same is shown, and nobody is told of an error.
mod random;
mod vault;

use std::fs;
use std::path::PathBuf;

use self::vault::{Begun, Shown, Vault, debrief, id, lists_hold, saves, something, team};
use super::*;
use crate::domain::record::Record;
use crate::domain::typed::{About, Typed};
use crate::store::Session;

/// A vault with a few stories, remembered by everybody.
fn remembered() -> Vault {
    remembered_in(Vault::new())
}

fn remembered_in(vault: Vault) -> Vault {
    for which in 0..3 {
        for (who, kinds) in [("sam", 3), ("erin", 3), ("priya", 1)] {
            let session = vault.comes_in(who);
            (0..kinds).for_each(|kind| saves(&session, something(who, (kind, which, which))));
        }
    }
    ["hall", "sam", "erin", "priya"].iter().for_each(|who| vault.comes_in(who).remember());
    vault
}

fn index_of(vault: &Vault, who: &str) -> PathBuf {
    vault.comes_in(who).index.file.clone()
}

/// Whether the index was believed: then no file had to be opened.
fn believed(vault: &Vault, who: &str) -> bool {
    let session = vault.comes_in(who);
    let changes = locked(&session.catalogue).changes();
    changes < vault.files("v1", "rev").len() as u64 / 2
}

#[test]
fn an_index_that_is_whole_is_believed_and_what_is_new_is_added() {
    let vault = remembered();
    for who in ["hall", "sam", "erin", "priya"] {
        assert!(believed(&vault, who), "{who}");
    }
    let before = vault.shows_the_same("sam");
    saves(&vault.comes_in("sam"), something("sam", (0, 1, 99)));
    assert!(believed(&vault, "sam"));
    assert_ne!(vault.shows_the_same("sam"), before);
}

#[test]
fn an_index_that_is_lost_flipped_or_cut_shows_the_same_and_is_no_error() {
    let vault = remembered();
    let file = index_of(&vault, "erin");
    let whole = fs::read(&file).expect("it is there");
    let shown = vault.shows_the_same("erin");
    let shows = |changed: &[u8], what: &str| {
        fs::write(&file, changed).expect("room");
        assert!(!believed(&vault, "erin"), "{what}");
        assert_eq!(Shown::by(&vault.comes_in("erin")), shown, "{what}");
    };
    for bit in (0..whole.len() * 8).step_by(211) {
        let mut changed = whole.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        shows(&changed, &format!("bit {bit} of {}", whole.len() * 8));
    }
    for length in (0..whole.len()).step_by(97) {
        shows(&whole[..length], &format!("cut to {length} of {} bytes", whole.len()));
    }
    shows(&[whole.clone(), whole.clone()].concat(), "twice");
    assert!(!vault.store.is_damaged(), "nobody is told");
    fs::write(&file, whole).expect("room");
    assert!(believed(&vault, "erin"));
}

#[test]
fn the_index_of_somebody_else_or_of_another_vault_is_not_believed() {
    let (vault, other) = (remembered(), remembered_in(Vault::of(&Begun::anew())));
    let people = ["hall", "sam", "erin", "priya"];
    for who in people {
        let file = index_of(&vault, who);
        let own = fs::read(&file).expect("it is there");
        let shown = vault.shows_the_same(who);
        let foreign = people.iter().filter(|name| **name != who).map(|name| index_of(&vault, name));
        for strange in foreign.chain(other.indexes()) {
            let _ = fs::copy(&strange, &file).expect("room");
            assert!(!believed(&vault, who), "{who} by {}", strange.display());
            assert_eq!(Shown::by(&vault.comes_in(who)), shown, "{who}");
        }
        fs::write(&file, own).expect("room");
    }
    assert!(!vault.store.is_damaged(), "nobody is told");
}

#[test]
fn an_index_that_somebody_else_made_up_is_not_believed() {
    let vault = remembered();
    let (file, session) = (index_of(&vault, "erin"), vault.comes_in("erin"));
    let shown = vault.shows_the_same("erin");
    // Anybody can seal for Erin. Only Erin can mark it as hers.
    let sam = vault.comes_in("sam");
    let mut identity = (*session.identity).clone();
    identity.signer = sam.identity.signer.clone();
    let (forged, _) = Index::open(&vault.store.inner.folder, &identity, session.index.fit);
    assert!(forged.of(sam.catalogue.clone()).write_now().is_some());
    assert!(fs::read(&file).is_ok());
    assert!(!believed(&vault, "erin"));
    assert_eq!(Shown::by(&vault.comes_in("erin")), shown);
}

#[test]
fn another_form_other_keys_or_other_people_begin_an_index_anew() {
    let vault = remembered();
    assert!(believed(&vault, "priya"));
    let session = vault.comes_in("priya");
    let keys = locked(&vault.store.inner.keys);
    let fit = |keys: &[(Space, Opener)], vault: &str, writers| Fit::of(vault, (&session.identity, keys), writers);
    let (name, writers) = (keys.computer.vault.clone(), keys.writers());
    assert_eq!(fit(&session.keys, &name, &writers), session.index.fit);
    assert_ne!(fit(&session.keys[1..], &name, &writers), session.index.fit, "a key that was lost");
    let gained = [session.keys.as_slice(), &[(Space::Safety, Opener::generate())]].concat();
    assert_ne!(fit(&gained, &name, &writers), session.index.fit, "a key that was gained");
    assert_ne!(fit(&session.keys, "another", &writers), session.index.fit, "another vault");
    assert_ne!(fit(&session.keys, &name, &Writers::default()), session.index.fit, "other people");
    drop(keys);
    // Whoever leaves: every key that the others hold of those spaces is new.
    let mut left = team();
    left.people.iter_mut().for_each(|person| person.practitioners.clear());
    let dee = vault.comes_in("dee");
    dee.change_team(&left, false).expect("Dee may");
    // The log, which Priya reads too, is written behind. What is saved after it waits for it.
    saves(&dee, something("dee", (0, 0, 0)));
    assert!(!believed(&vault, "priya"), "she holds a new key");
    let _ = vault.shows_the_same("priya");
}

#[test]
fn a_file_that_has_gone_is_missed_and_an_older_state_stands_for_it() {
    let vault = Vault::new();
    let sam = vault.comes_in("sam");
    (1..=2).for_each(|state| saves(&sam, something("sam", (0, 1, state))));
    sam.remember();
    let file = vault.file_of(&sam, "telling/story-1");
    let bytes = fs::read(&file).expect("it is there");
    fs::remove_file(&file).expect("it is there");
    let words = |session: &Session| session.telling(&debrief(1)).map(|telling| telling.answers[0].words.clone());
    assert_eq!(words(&vault.comes_in("sam")), Some(Some("words 1".to_owned())));
    assert!(vault.store.is_damaged(), "it is told");
    vault.comes_in("sam").remember();
    fs::write(&file, bytes).expect("room");
    assert_eq!(words(&vault.comes_in("sam")), Some(Some("words 2".to_owned())), "it is back");
    let _ = vault.shows_the_same("sam");
}

#[test]
fn a_body_that_is_broken_when_somebody_looks_at_it_is_told_and_an_older_state_is_shown() {
    let vault = Vault::new();
    let sam = vault.comes_in("sam");
    let saved = |state| {
        saves(&sam, something("sam", (0, 1, state)));
        vault.file_of(&sam, "telling/story-1")
    };
    let files = [saved(1), saved(2)];
    sam.remember();
    let sam = vault.comes_in("sam");
    fs::write(&files[1], b"broken").expect("room");
    assert!(!vault.store.is_damaged(), "nobody has looked");
    assert_eq!(sam.tellings(&id("sam")).len(), 1, "lists open nothing");
    assert_eq!(vault.store.found_broken(), 0);
    let told = sam.telling(&debrief(1)).expect("the older state");
    assert_eq!(told.answers[0].words.as_deref(), Some("words 1"));
    assert!(vault.store.is_damaged() && vault.store.found_broken() == 1, "it is told");
    fs::write(&files[0], b"broken too").expect("room");
    let sam = vault.comes_in("sam");
    assert_eq!(sam.telling(&debrief(1)), None);
    assert_eq!(*sam.tellings(&id("sam")), []);
}

#[test]
fn nothing_plain_is_in_an_index() {
    let vault = remembered();
    let indexes = vault.indexes();
    assert_eq!(indexes.len(), 4);
    for file in indexes {
        let bytes = fs::read(&file).expect("it is there");
        for marker in ["story-1", "words", "note", "sam", "202603"] {
            let found = bytes.windows(marker.len()).any(|window| window == marker.as_bytes());
            assert!(!found, "{marker:?} stands in {}", file.display());
        }
    }
    assert!(vault.files("v1", "age").is_empty(), "it is not in the vault");
}

#[test]
fn lists_show_at_once_what_is_kept_and_words_that_are_typed_do_not_make_them_anew() {
    let vault = Vault::new();
    let sam = vault.comes_in("sam");
    (0..3).for_each(|kind| saves(&sam, something("sam", (kind, 1, 1))));
    let erin = vault.comes_in("erin");
    assert!(erin.stories()[0].story.read.is_none());
    let read = something("erin", (0, 1, 1));
    locked(&erin.catalogue).take_unsaved(read.clone());
    lists_hold(&erin);
    assert!(erin.stories()[0].story.read.is_some(), "it waits for the disk");
    locked(&erin.catalogue).waits_no_more(&read);
    lists_hold(&erin);
    assert!(erin.stories()[0].story.read.is_none(), "it will not be saved");
    let (turn, stories) = (erin.turn(), erin.stories());
    let words = Typed { words: "We wal".to_owned(), ..Typed::nothing(id("erin"), About::Done(debrief(1))) };
    saves(&erin, Record::Typed(words));
    assert_eq!(erin.turn(), turn);
    assert!(std::sync::Arc::ptr_eq(&erin.stories(), &stories));
    saves(&erin, read);
    assert_ne!(erin.turn(), turn);
    assert!(erin.stories()[0].story.read.is_some());
}
