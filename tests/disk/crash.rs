//! The power is cut after every step of saving: what was told to be saved is there, and the folder opens.
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use alongside::store::Store;
use alongside::store::disk::Disk;

use super::power_cut::{Luck, left};
use super::simulated::{Contents, Simulated};
use super::vault::{Told, first_day, holds, open};

/// Cuts the power after each step (or each of so many) with all kinds of luck. Returns how many different folders were left.
///
/// # Errors
/// The first one that is wrong, and after which step.
pub fn cut_after(
    disk: &Simulated,
    (every, seeds): (usize, u64),
    check: impl Fn(usize, &Contents) -> Result<(), String>,
) -> Result<usize, String> {
    let steps = disk.steps();
    let mut seen = HashSet::new();
    for step in (0..=steps.len()).rev().step_by(every) {
        for luck in Luck::all(seeds) {
            let left = left(disk.start(), &steps[..step], luck);
            let mut hasher = DefaultHasher::new();
            left.hash(&mut hasher);
            if seen.insert((step, hasher.finish())) {
                let last = step.checked_sub(1).map(|last| &steps[last]);
                check(step, &left).map_err(|wrong| format!("cut after step {step}, {last:?}, {luck:?}: {wrong}"))?;
            }
        }
    }
    crate::travel::said(&format!("{} folders were left after {} steps", seen.len(), steps.len()));
    Ok(seen.len())
}

/// A first day on this disk, through `disk` or something that stands before it.
pub fn told_on(simulated: &Simulated, before: impl FnOnce(Simulated) -> Arc<dyn Disk>) -> (Told, Result<(), String>) {
    let told = Told::on(simulated);
    let day = first_day(simulated.root(), &before(simulated.clone()), &told);
    (told, day.map_err(|problem| format!("{problem:?}")))
}

#[test]
fn nothing_that_was_told_to_be_saved_is_lost_after_any_step() {
    let disk = Simulated::holding(Contents::new());
    let (told, day) = told_on(&disk, |disk| Arc::new(disk));
    assert_eq!(day, Ok(()));
    assert_eq!(told.before(usize::MAX).len(), 9, "all of the day was told to be saved");
    let folders = cut_after(&disk, (1, 12), |step, left| holds(left, &told.before(step)));
    assert!(folders.expect("nothing is lost") > 1_000, "many different folders were left");
}

#[test]
fn a_practice_day_that_was_cut_off_is_begun_again() {
    let disk = Simulated::holding(Contents::new());
    let store = open(disk.root(), Arc::new(disk.clone())).expect("it opens");
    store.begin_practice().expect("there is room");
    let people = |store: &Store| store.hall().map(|hall| hall.team().people.len());
    let whole = people(&store);
    assert_eq!(whole, Ok(6));
    let done = disk.step();
    let begun_again = |step: usize, left: &Contents| {
        let disk = Simulated::holding(left.clone());
        let store = open(disk.root(), Arc::new(disk.clone())).map_err(|problem| format!("{problem:?}"))?;
        let found = people(&store);
        if step == done && found != whole {
            return Err(format!("{found:?} people are left of a day that was begun"));
        }
        store.begin_practice().map_err(|problem| format!("it is not begun again: {problem:?}"))?;
        if people(&store) == whole { Ok(()) } else { Err("people are missing".to_owned()) }
    };
    let folders = cut_after(&disk, (29, 2), begun_again);
    assert!(folders.expect("it begins after each step") > 20, "many different folders were left");
}
