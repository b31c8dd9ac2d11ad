//! Sounds and photos that no document names any more, or never did: they go after months, and nothing else does.
use std::io::ErrorKind;

use alongside::devices::pretend::RATE;
use alongside::domain::audit::Did;
use alongside::domain::costs::{By, CostId, TripCost};
use alongside::domain::debrief::ClipId;
use alongside::domain::record::Record;
use alongside::domain::removal::HoldReason;
use alongside::domain::route::{StepKey, StepKind, StepNote};
use alongside::domain::space::Space;
use alongside::store::photos::Whose;
use alongside::store::{Session, Store};
use futures::executor::block_on;
use image::{DynamicImage, ImageFormat, RgbImage};
use jiff::ToSpan as _;

use super::stories::{Vault, clip_of, enters, hears_it, id, is_whole, settled, tells, writes};
use crate::disk::crash::cut_after;
use crate::disk::simulated::Contents;
use crate::journeys::trouble::voice;

fn records(sam: &Session, clip: &str) {
    let (mut keep, _) = sam.record(clip_of(clip)).expect("there is room");
    keep.keep(&voice(1)[..RATE as usize / 4], RATE).expect("there is room");
    keep.finish(None);
}

fn takes_photo(sam: &Session, whose: Whose) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let mut bytes = std::io::Cursor::new(Vec::new());
    DynamicImage::from(RgbImage::new(40, 30)).write_to(&mut bytes, ImageFormat::Jpeg).expect("it is drawn");
    let file = folder.path().join("photo.jpg");
    std::fs::write(&file, bytes.into_inner()).expect("room");
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("it runs");
    runtime.block_on(async { sam.take_photo(file, whose).await }).expect("it is a photo")
}

fn note(clip: Option<ClipId>, photo: Option<String>) -> Record {
    let step = StepKey { kind: StepKind::Walk, line: String::new(), stop: "library".to_owned() };
    Record::StepNote(StepNote { clip, photo, ..StepNote::nothing(id("sam"), step) })
}

fn cost(vault: &Vault, name: &str, receipt: &str, gone: bool) -> Record {
    let at = vault.now();
    let receipt = Some(receipt.to_owned());
    let (from, to) = ("Work".to_owned(), "Clinic".to_owned());
    let id_of = CostId(name.to_owned());
    Record::TripCost(TripCost {
        id: id_of,
        worker: id("sam"),
        day: at.date(),
        from,
        to,
        by: By::Taxi,
        pence: 500,
        receipt,
        at,
        gone,
    })
}

fn keeps(sam: &Session, record: Record) {
    block_on(sam.save(vec![record])).expect("there is room");
}

/// Sounds and photos that may go one day: a voice and a photo that were replaced, the receipt of a cost that was
/// removed, a recording that nobody kept, and one that was written for others and never told of.
const LOOSE: usize = 5;
/// Those that stay: of a story its voice for Sam and for those who read it, the new voice and photo, a receipt.
const STAY: usize = 5;

fn with_loose() -> Vault {
    let vault = Vault::new();
    let store = vault.store();
    let sam = enters(&store, "sam");
    tells(&sam, "told", vault.now());
    writes(&enters(&store, "erin"), "told", vault.now());
    for clip in ["first", "second", "unkept"] {
        records(&sam, clip);
    }
    let [first, second] = [(); 2].map(|()| takes_photo(&sam, Whose::Mine));
    keeps(&sam, note(Some(clip_of("first")), Some(first)));
    keeps(&sam, note(Some(clip_of("second")), Some(second)));
    for (name, removed) in [("taxi", true), ("bus", false)] {
        let receipt = takes_photo(&sam, Whose::Receipt(id("sam")));
        keeps(&sam, cost(&vault, name, &receipt, false));
        if removed {
            keeps(&sam, cost(&vault, name, &receipt, true));
        }
    }
    drop(sam.share_sound(&clip_of("told"), &Space::Visits(id("sam"))).expect("there is room"));
    drop((sam, store));
    assert_eq!(vault.sounds(), LOOSE + STAY);
    vault
}

/// A month goes by, and somebody is there in it.
fn month_passes(vault: &Vault) {
    vault.devices.set_now(vault.now() + 1.month());
    let store = vault.store();
    let priya = enters(&store, "priya");
    priya.note_down(Did::Opened, None, None);
    settled(&priya);
}

fn months_pass(vault: &Vault, months: usize) {
    (0..months).for_each(|_| month_passes(vault));
}

fn sam_comes_in(vault: &Vault) -> Store {
    let store = vault.store();
    settled(&enters(&store, "sam"));
    store
}

/// What must be there is there, and can be heard.
fn all_that_stays(store: &Store) -> bool {
    let sam = enters(store, "sam");
    let Some(Record::StepNote(StepNote { step, .. })) = Some(note(None, None)) else { return false };
    let now = sam.step_note(&id("sam"), &step);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("it runs");
    let photos: Vec<_> =
        now.photo.into_iter().chain(sam.trip_cost(&CostId("bus".to_owned())).and_then(|cost| cost.receipt)).collect();
    let seen = runtime.block_on(async { sam.photos(photos).await });
    now.clip == Some(clip_of("second")) && hears_it(&sam, "second") && seen.len() == 2 && is_whole(store, "told")
}

fn deletions(store: &Store) -> Vec<String> {
    let priya = enters(store, "priya");
    settled(&priya);
    let log = priya.log_now().expect("she may read it");
    assert_eq!(log.whole, Ok(()));
    let mine = log.entries.into_iter().filter(|entry| entry.did == Did::Deleted && entry.by == Some(id("sam")));
    mine.map(|entry| entry.document.unwrap_or_default()).collect()
}

#[test]
fn what_was_let_go_of_goes_after_months_and_stands_in_the_log() {
    let vault = with_loose();
    for month in 1..=2 {
        month_passes(&vault);
        drop(sam_comes_in(&vault));
        assert_eq!(vault.sounds(), LOOSE + STAY, "after {month} months all is there");
    }
    month_passes(&vault);
    let store = sam_comes_in(&vault);
    assert_eq!(vault.sounds(), STAY);
    assert!(all_that_stays(&store));
    let deleted = deletions(&store);
    assert_eq!(deleted.len(), LOOSE, "{deleted:?}");
    assert!(deleted.iter().any(|document| document.contains("clip-first")), "{deleted:?}");
    assert!(deleted.iter().any(|document| document.contains("clip-unkept")), "{deleted:?}");
    assert_eq!(
        deleted
            .iter()
            .filter(|document| document.contains("clip/")
                || document.contains("own-photo/")
                || document.contains("receipt/"))
            .count(),
        LOOSE - 1
    );
    // A document that named it is missed by nobody.
    drop(store);
    let store = vault.store();
    assert!(all_that_stays(&store) && !store.is_damaged());
    assert!(enters(&store, "sam").clip(&clip_of("first")).is_none());
    drop(store);
    // Once is enough: it is not looked at again and again.
    months_pass(&vault, 4);
    let store = sam_comes_in(&vault);
    assert_eq!(vault.sounds(), STAY);
    assert_eq!(deletions(&store).len(), LOOSE);
}

#[test]
fn nobody_but_its_person_lets_go_of_it() {
    let vault = with_loose();
    months_pass(&vault, 6);
    let store = vault.store();
    for person in ["ali", "dee", "priya", "omar", "fay"] {
        settled(&enters(&store, person));
    }
    assert_eq!(vault.sounds(), LOOSE + STAY);
    assert!(all_that_stays(&store));
}

#[test]
fn nothing_goes_while_something_of_its_person_is_held() {
    let vault = with_loose();
    let store = vault.store();
    let holds = |store: &Store, on| {
        let priya = enters(store, "priya");
        block_on(priya.hold((id("sam"), None), (on, HoldReason::Inquiry))).expect("she may hold it");
    };
    holds(&store, true);
    drop(store);
    months_pass(&vault, 7);
    let store = sam_comes_in(&vault);
    assert_eq!(vault.sounds(), LOOSE + STAY);
    holds(&store, false);
    drop(store);
    let store = sam_comes_in(&vault);
    assert_eq!(vault.sounds(), STAY);
    assert!(all_that_stays(&store));
}

#[test]
fn what_was_put_back_or_is_being_made_stays() {
    let vault = with_loose();
    let store = vault.store();
    // Sam wants the first voice again.
    let sam = enters(&store, "sam");
    let Record::StepNote(known) = note(None, None) else { return };
    let photo = sam.step_note(&id("sam"), &known.step).photo;
    keeps(&sam, note(Some(clip_of("first")), photo));
    drop((sam, store));
    // A recording that is interrupted: what it needs is not known.
    let store = vault.store();
    let sam = enters(&store, "sam");
    let (mut keep, _) = sam.record(clip_of("now")).expect("there is room");
    keep.keep(&voice(1)[..RATE as usize / 4], RATE).expect("there is room");
    drop((keep, sam, store));
    months_pass(&vault, 4);
    drop(sam_comes_in(&vault));
    assert_eq!(vault.sounds(), LOOSE + STAY);
    // It is finished, and kept by nobody. The second voice is the one that goes.
    let store = vault.store();
    assert_eq!(enters(&store, "sam").finish_interrupted(), [clip_of("now")]);
    drop(store);
    let store = sam_comes_in(&vault);
    assert_eq!(vault.sounds(), STAY + 1);
    let sam = enters(&store, "sam");
    assert!(hears_it(&sam, "first") && hears_it(&sam, "now") && !hears_it(&sam, "second"));
}

#[test]
fn a_clock_that_is_wrong_once_takes_nothing() {
    let vault = with_loose();
    let right = vault.now();
    vault.devices.set_now(right + 3.years());
    let store = vault.store();
    let priya = enters(&store, "priya");
    priya.note_down(Did::Opened, None, None);
    settled(&priya);
    settled(&enters(&store, "sam"));
    drop((priya, store));
    assert_eq!(vault.sounds(), LOOSE + STAY);
    vault.devices.set_now(right);
    month_passes(&vault);
    drop(sam_comes_in(&vault));
    vault.devices.set_now(right + 3.years());
    drop(sam_comes_in(&vault));
    assert_eq!(vault.sounds(), LOOSE + STAY);
}

#[test]
fn where_a_file_is_damaged_nothing_goes() {
    let vault = with_loose();
    months_pass(&vault, 4);
    let broken = vault.traces("told").into_iter().find(|name| name.extension().is_some_and(|end| end == "rev"));
    vault.disk.is_changed(&broken.expect("there is one"), Some(b"not what it was"));
    drop(sam_comes_in(&vault));
    assert_eq!(vault.sounds(), LOOSE + STAY);
}

/// A folder in which it is time to let go.
fn due() -> Contents {
    let vault = with_loose();
    months_pass(&vault, 3);
    vault.disk.contents()
}

fn due_vault(contents: &Contents) -> Vault {
    let vault = Vault::holding(contents.clone());
    vault.devices.set_now(vault.now() + 3.months());
    vault
}

/// Sam comes in again: what was to go has gone, and nothing else.
fn ends_well(contents: &Contents) -> Result<(), String> {
    let vault = due_vault(contents);
    let store = sam_comes_in(&vault);
    if !all_that_stays(&store) {
        return Err("something is lost".to_owned());
    }
    let left = vault.sounds();
    if left == STAY { Ok(()) } else { Err(format!("{left} sounds are left")) }
}

#[test]
fn after_any_step_of_letting_go_it_is_finished_and_nothing_is_lost() {
    let vault = due_vault(&due());
    drop(sam_comes_in(&vault));
    assert_eq!(vault.sounds(), STAY);
    let nightly = std::env::var_os("ALONGSIDE_NIGHTLY").is_some();
    let (every, seeds) = if nightly { (1, 12) } else { (3, 1) };
    let folders = cut_after(&vault.disk, (every, seeds), |_, left| ends_well(left));
    assert!(folders.expect("nothing is lost") > 10);
}

#[test]
fn any_operation_of_letting_go_can_fail_once() {
    let start = due();
    let every = if std::env::var_os("ALONGSIDE_NIGHTLY").is_some() { 1 } else { 9 };
    let mut failed = 0;
    for failing in (1..).step_by(every) {
        let vault = due_vault(&start);
        let Ok(store) = vault.open() else { continue };
        let before = vault.disk.operations();
        let error = [ErrorKind::Other, ErrorKind::StorageFull, ErrorKind::PermissionDenied][failing / every % 3];
        vault.disk.has_trouble(move |number, _, _| (number == before + failing).then_some(error));
        let team = super::stories::team();
        drop(store.session(team.person(&id("sam")).expect("of this team"), &team));
        let done = vault.disk.operations() < before + failing;
        vault.disk.is_well();
        drop(store);
        assert_eq!(ends_well(&vault.disk.contents()), Ok(()), "operation {failing} failed with {error:?}");
        if done {
            break;
        }
        failed += 1;
    }
    assert!(failed > 5, "{failed} operations failed");
}
