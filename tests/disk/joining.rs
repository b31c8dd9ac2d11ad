//! The power goes after any step while a computer asks, is let in, or looks again: it is gone on with.
use std::path::Path;
use std::sync::Arc;

use alongside::devices::pretend::Pretend;
use alongside::store::backup::{FOLDER, Side, copy};
use alongside::store::disk::{Disk, RealDisk};
use alongside::store::join::{Asking, NotJoined, ask};
use alongside::store::{Session, Store};
use tokio::runtime::Runtime;

use super::crash::cut_after;
use super::simulated::{Contents, Simulated};
use super::vault::{begun, open, person, team};
use alongside::domain::person::{PersonId, Role};
use alongside::domain::record::Record;
use futures::executor::block_on;

fn dee(store: &Store) -> Session {
    store.session(&person("dee", &[Role::Senior]), &team()).expect("Dee comes in")
}

/// A folder with a team in it.
fn start() -> Contents {
    let disk = Simulated::holding(begun());
    let store = open(disk.root(), Arc::new(disk.clone())).expect("it opens");
    block_on(dee(&store).save(vec![Record::Team(team())])).expect("there is room");
    disk.contents()
}

fn copies(disk: &Simulated, stick: &Path) {
    let vaults = disk.list(&disk.root().join("v1")).expect("it is there");
    let name = vaults[0].file_name().expect("a name");
    let (from, to) = (Side { disk, root: disk.root() }, stick.join(FOLDER).join(name));
    let now = jiff::civil::date(2026, 3, 3).at(9, 0, 0, 0);
    let _ = copy(from, Side { disk: &RealDisk, root: &to }, (now, &std::collections::HashSet::new()), &mut |_| true)
        .expect("there is room");
}

/// A disk that can be cut, and beside it a stick that cannot: it is a folder of the real disk.
#[derive(Clone)]
struct WithStick(Simulated);

impl WithStick {
    fn of(&self, path: &Path) -> &dyn Disk {
        if path.starts_with(self.0.root()) { &self.0 } else { &RealDisk }
    }
}

impl Disk for WithStick {
    fn read(&self, file: &Path) -> std::io::Result<Vec<u8>> {
        self.of(file).read(file)
    }

    fn list(&self, folder: &Path) -> std::io::Result<Vec<std::path::PathBuf>> {
        self.of(folder).list(folder)
    }

    fn create(&self, file: &Path) -> std::io::Result<Box<dyn alongside::store::disk::Out>> {
        self.of(file).create(file)
    }

    fn rename(&self, from: &Path, to: &Path) -> std::io::Result<()> {
        self.of(to).rename(from, to)
    }

    fn remove(&self, file: &Path) -> std::io::Result<()> {
        self.of(file).remove(file)
    }

    fn make_folder(&self, folder: &Path) -> std::io::Result<()> {
        self.of(folder).make_folder(folder)
    }

    fn flush_folder(&self, folder: &Path) -> std::io::Result<()> {
        self.of(folder).flush_folder(folder)
    }
}

fn asks(disk: &Simulated, stick: &Path) -> Result<(), NotJoined> {
    let both: Arc<dyn Disk> = Arc::new(WithStick(disk.clone()));
    ask(stick, disk.root(), &both, &Pretend::without_keyring().devices())
}

fn found(rest: &Runtime, dee: &Session, stick: &Path) -> Vec<Asking> {
    rest.block_on(async { dee.computers_that_ask(stick.to_owned()).await }).expect("it asks")
}

fn lets_in(rest: &Runtime, dee: &Session, (asking, stick): (Asking, &Path)) -> Result<(), NotJoined> {
    rest.block_on(async { dee.let_computer_in(asking, PersonId("sam".to_owned()), stick.to_owned()).await })
}

fn looks_again(rest: &Runtime, store: &Store, stick: &Path) -> Result<(), NotJoined> {
    rest.block_on(async { store.look_again(vec![stick.to_owned()]).await })
}

#[test]
fn the_power_goes_after_any_step_while_a_computer_joins() {
    let rest = Runtime::new().expect("it starts");
    let stick = tempfile::tempdir().expect("a folder");
    let old = Simulated::holding(start());
    copies(&old, stick.path());
    // It asks.
    let new = Simulated::holding(Contents::new());
    assert_eq!(asks(&new, stick.path()), Ok(()));
    // So many ask while this is tried that it needs a stick of its own.
    let trial = tempfile::tempdir().expect("a folder");
    copies(&old, trial.path());
    let asked_again = |_: usize, left: &Contents| {
        let disk = Simulated::holding(left.clone());
        asks(&disk, trial.path()).map_err(|why| format!("it does not ask again: {why:?}"))?;
        let store = open(disk.root(), Arc::new(disk.clone())).map_err(|problem| format!("{problem:?}"))?;
        store.pair().map(drop).ok_or_else(|| "it shows nothing".to_owned())
    };
    let folders = cut_after(&new, (5, 0), asked_again);
    assert!(folders.expect("it asks again after each step") > 20);
    // It is let in. The stick may be brought up to date more than once.
    let asked = new.contents();
    let shown = open(new.root(), Arc::new(new.clone())).expect("it opens").pair().expect("it waits");
    let before = Simulated::holding(old.contents());
    let asking = {
        let store = open(before.root(), Arc::new(before.clone())).expect("it opens");
        let dee = dee(&store);
        let asking = found(&rest, &dee, stick.path()).into_iter().find(|asking| asking.pair == shown);
        let asking = asking.expect("the one that waits");
        assert_eq!(lets_in(&rest, &dee, (asking.clone(), stick.path())), Ok(()));
        asking
    };
    let let_in_again = |_: usize, left: &Contents| {
        let disk = Simulated::holding(left.clone());
        let store = open(disk.root(), Arc::new(disk.clone())).map_err(|problem| format!("{problem:?}"))?;
        let done = lets_in(&rest, &dee(&store), (asking.clone(), stick.path()));
        done.map_err(|why| format!("it is not let in again: {why:?}"))
    };
    let folders = cut_after(&before, (4, 0), let_in_again);
    assert!(folders.expect("it is let in after each step") > 5);
    // It looks again.
    let last = Simulated::holding(asked);
    {
        let store = open(last.root(), Arc::new(WithStick(last.clone()))).expect("it opens");
        assert_eq!(looks_again(&rest, &store, stick.path()), Ok(()));
    }
    let looked_again = |_: usize, left: &Contents| {
        let disk = Simulated::holding(left.clone());
        let store = open(disk.root(), Arc::new(WithStick(disk.clone()))).map_err(|problem| format!("{problem:?}"))?;
        looks_again(&rest, &store, stick.path()).map_err(|why| format!("it is not in: {why:?}"))?;
        let sam = store.session(&super::vault::sam(), &team()).map_err(|problem| format!("Sam: {problem:?}"))?;
        if sam.team() == team() { Ok(()) } else { Err("the team is not there".to_owned()) }
    };
    let folders = cut_after(&last, (23, 0), looked_again);
    assert!(folders.expect("it is in after each step") > 5);
}
