//! Vaults that earlier programs wrote: every one of them opens, for as long as there is this program.
//!
//! Each lies in `tests/kept/<when>`: a copy as it is on a stick, and the spare key that opens it. To add one, run
//! `ALONGSIDE_KEEP=tests/kept/<when> cargo test --test all keeps_a_vault`, and add a line below.
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use alongside::devices::pretend::Pretend;
use alongside::store::backup::{self, Side};
use alongside::store::disk::{Disk, RealDisk};
use alongside::store::{Store, adopt};

use crate::person::Computer;

/// The vaults, each with how many visits, worries and plans its people can read in all.
const KEPT: &[(&str, [usize; 3])] = &[("2026-11", [6, 2, 1])];

#[test]
fn keeps_a_vault_for_later_programs() {
    let Some(folder) = std::env::var_os("ALONGSIDE_KEEP").map(PathBuf::from) else { return };
    let computer = Computer::new();
    computer.devices.set_now(jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0));
    let sheet = {
        let store = computer.store();
        let team = store.hall().expect("it opens").team();
        let dee = team.people.iter().find(|person| person.name == "Dee").expect("Dee is there");
        store.session(dee, &team).expect("Dee comes in").make_sheet(&team).expect("there is room")
    };
    let stick = Side { disk: &RealDisk, root: &folder };
    let now = jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0);
    let _ =
        backup::copy(Side { disk: &RealDisk, root: &computer.folder }, stick, (now, &HashSet::new()), &mut |_| true)
            .expect("room");
    fs::write(folder.join("spare-key.txt"), sheet).expect("room");
}

#[test]
fn every_kept_vault_opens() {
    for (when, expected) in KEPT {
        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kept").join(when);
        let sheet = fs::read_to_string(kept.join("spare-key.txt")).expect("it is there").into();
        let place = tempfile::tempdir().expect("a folder");
        let data = place.path().join("practice-day");
        let outcome = backup::bring_back(
            Side { disk: &RealDisk, root: &kept },
            Side { disk: &RealDisk, root: &data },
            &mut |_| true,
        );
        assert_eq!(outcome.expect("it is whole").bad, 0, "{when}");
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        let devices = Pretend::without_keyring().devices();
        adopt::adopt(&data, &disk, &devices, &sheet).expect("its key opens it");
        let store = Store::open(&data, disk, &devices).expect("it opens");
        let team = store.hall().expect("it opens").team();
        let mut found = [0; 3];
        for person in &team.people {
            let session = store.recover(person, &sheet, &team).expect("the key opens everyone");
            found[0] += session.visits().len();
            found[1] += session.concerns().len();
            found[2] += usize::from(session.plan(&person.id).is_some());
        }
        assert_eq!(found, *expected, "{when}");
    }
}
