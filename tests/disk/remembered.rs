//! The power is cut after every step while an index is written: nothing is lost, and nothing wrong is ever shown.
use std::path::Path;
use std::sync::Arc;

use alongside::problem::Problem;
use alongside::store::disk::Disk;

use super::crash::cut_after;
use super::simulated::{Contents, Simulated};
use super::vault::{FIRST_DAY, Told, begun, holds, open, session};

/// Saves, and writes indexes in between: the first ones, then others in their place.
fn remembers(root: &Path, disk: &Arc<dyn Disk>, told: &Told) -> Result<(), Problem> {
    let store = open(root, disk.clone())?;
    let sam = session(&store)?;
    for sayings in FIRST_DAY.chunks(3) {
        for saying in sayings {
            told.save(&sam, *saying)?;
        }
        sam.remember();
        store.hall()?.remember();
    }
    Ok(())
}

fn is_index(name: &Path) -> bool {
    name.starts_with("index") && name.extension().is_some()
}

/// What Sam is shown of what was saved.
fn shown(contents: Contents) -> Result<Vec<String>, String> {
    let disk = Simulated::holding(contents);
    let store = open(disk.root(), Arc::new(disk.clone())).map_err(|problem| format!("{problem:?}"))?;
    let sam = session(&store).map_err(|problem| format!("{problem:?}"))?;
    let mut shown: Vec<_> = FIRST_DAY.iter().map(|saying| format!("{saying:?} {:?}", saying.found(&sam))).collect();
    shown.push(format!("broken {}", store.is_damaged()));
    Ok(shown)
}

#[test]
fn an_index_that_is_cut_off_loses_nothing_and_shows_what_there_is() {
    let disk = Simulated::holding(begun());
    let told = Told::on(&disk);
    remembers(disk.root(), &(Arc::new(disk.clone()) as Arc<dyn Disk>), &told).expect("there is room");
    assert_eq!(disk.contents().keys().filter(|name| is_index(name)).count(), 2, "Sam's, and the computer's own");
    let folders = cut_after(&disk, (1, 8), |step, left| {
        holds(left, &told.before(step))?;
        let mut without = left.clone();
        without.retain(|name, _| !is_index(name));
        let (with, without) = (shown(left.clone())?, shown(without)?);
        if with == without { Ok(()) } else { Err(format!("with an index {with:?}, without one {without:?}")) }
    });
    assert!(folders.expect("nothing is lost") > 500, "many different folders were left");
}
