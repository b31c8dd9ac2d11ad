//! Vaults that earlier programs wrote: every one of them opens, for as long as there is this program.
//!
//! Each lies in `tests/kept/<when>`: a copy as it is on a stick, and the spare key that opens it. To add one, run
//! `ALONGSIDE_KEEP=tests/kept/<when> cargo test --test all keeps_a_vault`, and add a line below.
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use age::secrecy::SecretString;
use alongside::devices::pretend::Pretend;
use alongside::domain::debrief::DebriefId;
use alongside::domain::record::Record;
use alongside::domain::told::{Concern, ConcernKind};
use alongside::store::backup::{self, Side};
use alongside::store::disk::{Disk, RealDisk};
use alongside::store::{Store, adopt};
use futures::executor::block_on;

use crate::person::Computer;

/// The vaults, each with how many visits, worries and plans its people can read in all.
const KEPT: &[(&str, [usize; 3])] = &[("2026-11", [6, 2, 1]), ("2026-11-people", [6, 2, 1])];

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

/// A kept vault on a computer of its own, and the spare key that opens it.
fn opened(when: &str) -> (Store, SecretString, tempfile::TempDir) {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/kept").join(when);
    let sheet = SecretString::from(fs::read_to_string(kept.join("spare-key.txt")).expect("it is there"));
    let place = tempfile::tempdir().expect("a folder");
    let data = place.path().join("practice-day");
    let outcome =
        backup::bring_back(Side { disk: &RealDisk, root: &kept }, Side { disk: &RealDisk, root: &data }, &mut |_| true);
    assert_eq!(outcome.expect("it is whole").bad, 0, "{when}");
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let devices = Pretend::without_keyring().devices();
    adopt::adopt(&data, &disk, &devices, &sheet).expect("its key opens it");
    let store = Store::open(&data, disk, &devices).expect("it opens");
    (store, sheet, place)
}

#[test]
fn every_kept_vault_opens() {
    for (when, expected) in KEPT {
        let (store, sheet, _place) = opened(when);
        let team = store.hall().expect("it opens").team();
        let mut found = [0; 3];
        for person in &team.people {
            let session = store.recover(person, &sheet, &team).expect("the key opens everyone");
            found[0] += session.visits().len();
            found[1] += session.worries().len();
            found[2] += usize::from(session.plan(&person.id).is_some());
        }
        assert_eq!(found, *expected, "{when}");
    }
}

#[test]
fn a_worry_told_in_a_kept_vault_reaches_those_who_may_read_it() {
    for (when, _) in KEPT {
        let (store, sheet, _place) = opened(when);
        let team = store.hall().expect("it opens").team();
        let by_name = |name: &str| team.people.iter().find(|person| person.name == name).expect("they are there");
        let session = |name: &str| store.recover(by_name(name), &sheet, &team).expect("the key opens everyone");
        let told = |id: &str| Concern {
            debrief: DebriefId(id.to_owned()),
            worker: by_name("Sam").id.clone(),
            letters: None,
            day: None,
            kind: ConcernKind::Worried,
            lead_only: false,
            danger: false,
            answers: Vec::new(),
            saved: jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0),
        };
        let tell = |id: &str| block_on(session("Sam").save(vec![Record::Concern(told(id))])).expect("there is room");
        tell("before");
        // A senior makes the keys that the vault had no spaces for.
        drop(session("Dee"));
        tell("after");
        for id in ["before", "after"] {
            let reads = |name: &str| session(name).concern(&DebriefId(id.to_owned())).is_some();
            assert!(reads("Priya") && reads("Erin"), "{when}: {id}");
            assert!(!reads("Sam") && !reads("Ali") && !reads("Dee"), "{when}: {id}");
        }
    }
}
