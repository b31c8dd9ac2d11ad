//! The power goes, and the disk fails, while something is erased: what was agreed to is finished, and nothing else goes.
use std::io::ErrorKind;

use alongside::domain::removal::EraseReason;
use alongside::store::Store;
use alongside::store::removal::NotGone;
use futures::executor::block_on;

use super::stories::{Vault, enters, id, is_whole_for, settled, story, told};
use crate::disk::crash::cut_after;
use crate::disk::simulated::Contents;

/// A folder in which Priya has asked to erase one of two stories.
fn asked() -> Contents {
    let vault = told(&["one", "stays"]);
    let store = vault.store();
    let priya = enters(&store, "priya");
    block_on(priya.ask_to_erase(id("sam"), [story("one")].into(), EraseReason::Asked)).expect("she may ask");
    settled(&priya);
    drop((priya, store));
    vault.disk.contents()
}

fn erin_agrees(store: &Store) -> Result<(), NotGone> {
    let erin = enters(store, "erin");
    settled(&erin);
    let Some(request) = erin.erase_requests().pop() else { return Ok(()) };
    erin.agree_to_erase_now(&request.id)
}

/// Everybody comes in: the one story is erased or whole, and not half; the other one is whole.
fn is_one_or_the_other(vault: &Vault, must_be_gone: bool) -> Result<(), String> {
    let store = vault.open().map_err(|problem| format!("it does not open: {problem:?}"))?;
    let all = ["sam", "erin", "priya"].map(|who| enters(&store, who));
    all.iter().for_each(settled);
    if !is_whole_for(&all, "stays") {
        return Err("another story is not whole".to_owned());
    }
    let left = vault.traces("one");
    let stone = all[0].erasure_of(&story("one")).is_some();
    match (stone, left.is_empty()) {
        (true, true) if vault.sounds() == 2 => Ok(()),
        (true, _) => Err(format!("it is erased, and {left:?} and {} sounds are left", vault.sounds())),
        (false, _) if must_be_gone => Err("it was told to be erased, and has no tombstone".to_owned()),
        (false, _) if is_whole_for(&all, "one") => Ok(()),
        (false, _) => Err("nobody erased it, and it is not whole".to_owned()),
    }
}

#[test]
fn what_was_told_to_be_erased_stays_erased_after_any_step() {
    let vault = Vault::holding(asked());
    let store = vault.store();
    assert_eq!(erin_agrees(&store), Ok(()));
    let told = vault.disk.step();
    settled(&enters(&store, "sam"));
    drop(store);
    let nightly = std::env::var_os("ALONGSIDE_NIGHTLY").is_some();
    let folders = cut_after(&vault.disk, (if nightly { 1 } else { 5 }, if nightly { 12 } else { 1 }), |step, left| {
        is_one_or_the_other(&Vault::holding(left.clone()), step >= told)
    });
    assert!(folders.expect("nothing is lost, and nothing comes back") > 20);
}

#[test]
fn any_operation_of_erasing_can_fail_once() {
    let start = asked();
    let every = if std::env::var_os("ALONGSIDE_NIGHTLY").is_some() { 1 } else { 7 };
    let mut failed = 0;
    for failing in (1..).step_by(every) {
        let vault = Vault::holding(start.clone());
        let store = vault.store();
        let before = vault.disk.operations();
        let error = [ErrorKind::Other, ErrorKind::StorageFull, ErrorKind::PermissionDenied][failing / every % 3];
        vault.disk.has_trouble(move |number, _, _| (number == before + failing).then_some(error));
        let team = super::stories::team();
        let agreed = store.session(team.person(&id("erin")).expect("of this team"), &team).map_err(NotGone::Problem);
        let agreed = agreed.and_then(|erin| {
            let _ = block_on(erin.all_saved());
            let request = erin.erase_requests().pop().ok_or(NotGone::NotAsked)?;
            erin.agree_to_erase_now(&request.id)
        });
        let done = vault.disk.operations() < before + failing;
        vault.disk.is_well();
        assert_eq!(erin_agrees(&store), Ok(()), "operation {failing} failed, {agreed:?}");
        drop(store);
        let checked = is_one_or_the_other(&vault, true);
        assert_eq!(checked, Ok(()), "operation {failing} failed with {error:?}, {agreed:?}");
        if done {
            break;
        }
        failed += 1;
    }
    assert!(failed > 8, "{failed} operations failed");
}
