//! Another computer joins by a stick: two folders, two people who compare, and everything that can be put between them.
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use alongside::devices::shelves::{Kind, Shelf};
use alongside::domain::person::PersonId;
use alongside::domain::way_in::{Chosen, Way};
use alongside::store::backup::{FOLDER, Failed, Side, copy};
use alongside::store::disk::{Disk, RealDisk, files_below};
use alongside::store::join::{self, Asking, NotJoined};
use alongside::store::keys::identity::Identity;
use alongside::store::keys::pairing::Asks;
use alongside::store::keys::paper::{Numbered, Paper};
use alongside::store::{Session, Store};
use tokio::runtime::Runtime;

use crate::person::Computer;

fn id(name: &str) -> PersonId {
    PersonId(name.to_owned())
}

/// An old computer with a team, a new one with nothing, and a stick between them.
struct Table {
    old: Computer,
    new: Computer,
    stick: tempfile::TempDir,
    rest: Runtime,
}

impl Table {
    /// A copy lies on the stick.
    fn laid() -> Self {
        let table = Self {
            old: Computer::new(),
            new: Computer::new(),
            stick: tempfile::tempdir().expect("a folder"),
            rest: Runtime::new().expect("it starts"),
        };
        drop(table.old.store());
        table.copies();
        table
    }

    fn copies(&self) {
        let vault = vault(&self.old.folder);
        let to = self.stick.path().join(FOLDER).join(vault);
        let now = jiff::civil::date(2026, 3, 3).at(9, 0, 0, 0);
        let (from, to) = (Side { disk: &RealDisk, root: &self.old.folder }, Side { disk: &RealDisk, root: &to });
        let _ = copy(from, to, (now, &std::collections::HashSet::new()), &mut |_| true).expect("there is room");
    }

    fn asks(&self) -> Result<(), NotJoined> {
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        join::ask(self.stick.path(), &self.new.folder, &disk, &self.new.devices.devices())
    }

    fn copy_root(&self) -> PathBuf {
        self.stick.path().join(FOLDER).join(vault(&self.old.folder))
    }

    fn found(&self, session: &Session) -> Result<Vec<Asking>, NotJoined> {
        self.rest.block_on(async { session.computers_that_ask(self.stick.path().to_owned()).await })
    }

    fn lets_in(&self, session: &Session, asking: Asking, owner: &str) -> Result<(), NotJoined> {
        let stick = self.stick.path().to_owned();
        self.rest.block_on(async { session.let_computer_in(asking, id(owner), stick).await })
    }

    fn looks_again(&self, store: &Store) -> Result<(), NotJoined> {
        self.rest.block_on(async { store.look_again(vec![self.stick.path().to_owned()]).await })
    }
}

fn vault(folder: &Path) -> String {
    let vaults = RealDisk.list(&folder.join("v1")).expect("it is there");
    vaults[0].file_name().expect("a name").to_string_lossy().into_owned()
}

fn comes_in(store: &Store, name: &str) -> Session {
    let team = store.hall().expect("it opens").team();
    let person = team.people.iter().find(|person| person.id == id(name)).expect("they are in the team");
    store.session(person, &team).expect("they come in")
}

#[test]
fn a_new_computer_is_compared_and_let_in_and_its_owner_comes_in_there() {
    let table = Table::laid();
    assert_eq!(table.asks(), Ok(()));
    let new = table.new.store();
    let shown = new.pair().expect("it waits");
    assert!(new.hall().expect("it opens").team().people.is_empty(), "nothing can be read there yet");
    assert_eq!(table.looks_again(&new), Err(NotJoined::NotYet));
    // Asked again, it is the same computer.
    drop(new);
    assert_eq!(table.asks(), Ok(()));
    let new = table.new.store();
    assert_eq!(new.pair(), Some(shown));
    let old = table.old.store();
    let dee = comes_in(&old, "dee");
    let asking = table.found(&dee).expect("it asks").remove(0);
    assert_eq!(asking.pair, shown, "both show the same");
    assert_eq!(table.lets_in(&dee, asking, "sam"), Ok(()));
    assert_eq!(table.found(&dee), Err(NotJoined::NobodyAsks), "it asks no more");
    assert_eq!(table.looks_again(&new), Ok(()));
    assert_eq!(new.pair(), None);
    let team = new.hall().expect("it opens").team();
    assert_eq!(team, old.hall().expect("it opens").team());
    // Sam comes in, and chooses a way. Nobody else does without help.
    assert_eq!((new.way_of(&id("sam")), new.way_of(&id("erin"))), (Way::Photo, Way::Helper));
    assert!(new.is_guest(&id("sam")));
    let sam = comes_in(&new, "sam");
    let plan = comes_in(&old, "sam").plan(&id("sam"));
    assert!(plan.is_some() && sam.plan(&id("sam")) == plan);
    table.rest.block_on(async { sam.set_way(Way::Helper, Chosen::Nothing).await }).expect("there is room");
    assert_eq!(new.way_of(&id("sam")), Way::Helper, "what Sam chose counts from now on");
    assert!(!new.is_guest(&id("sam")));
    // It stays so after a new start, and both write what both can read once their files are together.
    drop((new, sam));
    let new = table.new.store();
    assert_eq!(new.hall().expect("it opens").team(), team);
}

#[test]
fn another_request_or_another_root_shows_other_pictures() {
    let table = Table::laid();
    table.asks().expect("it asks");
    let shown = table.new.store().pair().expect("it waits");
    // Somebody puts a request of their own in the place of the true one.
    let file = fs::read_dir(table.copy_root().join("asks")).expect("it is there").flatten().next().expect("one").path();
    let asks = Asks::read(&fs::read(&file).expect("it can be read")).expect("a request");
    let swapped = Asks { card: Identity::generate().expect("randomness").card(), ..asks };
    fs::write(&file, swapped.to_bytes().expect("it can be written")).expect("room");
    let old = table.old.store();
    let found = table.found(&comes_in(&old, "dee")).expect("it asks");
    assert_eq!(found.len(), 1);
    assert_ne!(found[0].pair, shown);
    // Somebody gives the new computer a vault of the same name with a root of their own.
    let other = Table::laid();
    let (real, forged) = (vault(&table.old.folder), vault(&other.old.folder));
    let root = alongside::store::keys::identity::new_signer().expect("randomness");
    let sides = (other.stick.path().join(FOLDER).join(&forged), table.copy_root());
    let _ = fs::remove_dir_all(&sides.1);
    let papers = files_below(&RealDisk, &sides.0.join("v1")).expect("it is there");
    let day = table.stick.path().join("made/v1").join(&real).join("dev").join("0".repeat(32)).join("202603");
    fs::create_dir_all(&day).expect("room");
    let key = hex::encode(root.verifying_key().as_bytes());
    for (number, file) in (1..).zip(papers.iter().filter(|file| file.extension().is_some_and(|end| end == "key"))) {
        let Some(paper) = Numbered::read_unsigned(&fs::read(file).expect("it can be read")) else { continue };
        let paper = match paper.paper {
            Paper::RootKey(_) => Paper::RootKey(key.clone()),
            other => other,
        };
        let bytes = Numbered { vault: real.clone(), number, paper }.to_bytes(&root).expect("it can be written");
        fs::write(day.join(format!("{number:010}-{}.key", alongside::store::seal::hash16(&bytes))), bytes)
            .expect("room");
    }
    let made = table.stick.path().join("made");
    let now = jiff::civil::date(2026, 3, 3).at(9, 0, 0, 0);
    let (from, to) = (Side { disk: &RealDisk, root: &made }, Side { disk: &RealDisk, root: &sides.1 });
    let _ = copy(from, to, (now, &std::collections::HashSet::new()), &mut |_| true).expect("there is room");
    let victim = Computer::new();
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    join::ask(table.stick.path(), &victim.folder, &disk, &victim.devices.devices()).expect("it asks");
    let shown = victim.store().pair().expect("it waits");
    // The stick is carried to the true computer, which takes only its own root into account.
    let found = table.found(&comes_in(&old, "dee")).expect("it asks");
    assert!(found.iter().all(|asking| asking.pair != shown), "the true computer shows others");
}

#[test]
fn what_asks_in_a_strange_way_is_refused_in_words() {
    let table = Table::laid();
    let old = table.old.store();
    let dee = comes_in(&old, "dee");
    assert_eq!(table.found(&dee), Err(NotJoined::NobodyAsks));
    let asks = table.copy_root().join("asks");
    fs::create_dir_all(&asks).expect("room");
    for bytes in [vec![b'('; 1 << 20], b"(vault:\"x\")".to_vec(), vec![0xff; 100]] {
        fs::write(asks.join("a.ron"), bytes).expect("room");
        assert_eq!(table.found(&dee), Err(NotJoined::Unreadable));
    }
    let words = alongside::words::Words::in_language("en-GB");
    for why in [NotJoined::NobodyAsks, NotJoined::Unreadable, NotJoined::NotYet, NotJoined::OldCopy] {
        assert!(words.has(why.words()), "{why:?}");
    }
    let empty = tempfile::tempdir().expect("a folder");
    let found = table.rest.block_on(async { dee.computers_that_ask(empty.path().to_owned()).await });
    assert_eq!(found, Err(NotJoined::Copy(Failed::NoCopy)));
    // A computer that belongs to a team does not join another.
    drop((dee, old));
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    let again = join::ask(table.stick.path(), &table.old.folder, &disk, &table.old.devices.devices());
    assert_eq!(again, Err(NotJoined::Copy(Failed::NotEmpty)));
}

#[test]
fn a_worker_lets_no_computer_in() {
    let table = Table::laid();
    table.asks().expect("it asks");
    let old = table.old.store();
    let sam = comes_in(&old, "sam");
    let asking = table.found(&sam).expect("it asks").remove(0);
    assert!(table.lets_in(&sam, asking, "sam").is_err());
    assert_eq!(table.looks_again(&table.new.store()), Err(NotJoined::NotYet));
}

#[test]
fn joining_that_was_cut_off_is_begun_again() {
    let table = Table::laid();
    // The copy is there, and the power went before this computer knew what it is.
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    table.asks().expect("it asks");
    fs::remove_file(table.new.folder.join("device.ron")).expect("it is there");
    assert_eq!(table.asks(), Ok(()));
    let new = table.new.store();
    let old = table.old.store();
    let dee = comes_in(&old, "dee");
    // Two ask now: the one that is gone, and the one that is there.
    let shown = new.pair().expect("it waits");
    let asking = table.found(&dee).expect("they ask").into_iter().find(|asking| asking.pair == shown);
    let asking = asking.expect("the one that is there");
    // The stick is pulled out while the computer is let in: it is done again.
    let away = table.stick.path().join("away");
    fs::rename(table.stick.path().join(FOLDER), &away).expect("room");
    let _ = table.lets_in(&dee, asking.clone(), "erin");
    let _ = fs::remove_dir_all(table.stick.path().join(FOLDER));
    fs::rename(&away, table.stick.path().join(FOLDER)).expect("room");
    assert_eq!(table.looks_again(&new), Err(NotJoined::NotYet));
    assert_eq!(table.lets_in(&dee, asking, "erin"), Ok(()));
    // The new computer is switched off while it looks: what it had brought is gone on with.
    drop(new);
    let papers = |folder: &Path| files_below(&RealDisk, &folder.join("v1")).map_or(0, |files| files.len());
    assert!(papers(&table.copy_root()) > papers(&table.new.folder));
    let new = Store::open(&table.new.folder, disk, &table.new.devices.devices()).expect("it opens");
    assert_eq!(table.looks_again(&new), Ok(()));
    assert!(comes_in(&new, "erin").visits().len() > 1);
}

#[test]
fn two_clones_of_one_folder_lose_nothing_when_their_files_come_together() {
    // Without a password keeper a whole folder can be copied, slots and all: both write the same numbers.
    let one = Computer::new();
    one.devices.unplug_keyring(true);
    // The log has begun.
    futures::executor::block_on(comes_in(&one.store(), "sam").all_saved()).expect("there is room");
    drop(one.store());
    let two = Computer::new();
    two.devices.unplug_keyring(true);
    copy_all(&one.folder, &two.folder);
    let saves = |computer: &Computer, size: u16| {
        let store = computer.store();
        let sam = comes_in(&store, "sam");
        let step = alongside::domain::record::Record::Preferences(
            id("sam"),
            alongside::domain::preferences::Preferences { text_size: size, ..Default::default() },
        );
        futures::executor::block_on(sam.save(vec![step])).expect("there is room");
        futures::executor::block_on(sam.all_saved()).expect("there is room");
    };
    saves(&one, 125);
    saves(&two, 150);
    let names = |computer: &Computer| {
        let files = files_below(&RealDisk, &computer.folder.join("v1")).expect("it is there");
        files.into_iter().map(|file| file.file_name().expect("a name").to_owned()).collect::<Vec<_>>()
    };
    let (first, second) = (names(&one), names(&two));
    copy_all(&two.folder.join("v1"), &one.folder.join("v1"));
    let both = names(&one);
    assert!(first.iter().chain(&second).all(|name| both.contains(name)), "no file stands for another");
    assert!(both.len() > first.len());
    let store = one.store();
    let size = comes_in(&store, "sam").preferences(&id("sam")).text_size;
    assert!(size == 125 || size == 150);
    // One chain of the log has two entries in one place now: that is seen.
    assert!(comes_in(&store, "priya").log_now().expect("she may read it").whole.is_err());
}

fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("room");
    for entry in fs::read_dir(from).expect("it is there").flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy_all(&path, &target);
        } else if !target.exists() {
            let _ = fs::copy(&path, &target).expect("room");
        }
    }
}

#[test]
fn dee_lets_the_laptop_of_sam_in_and_sam_comes_in_there() {
    let table = Table::laid();
    table.asks().expect("it asks");
    for computer in [&table.old, &table.new] {
        computer.devices.has_shelf(Shelf { kind: Kind::Stick, folder: table.stick.path().to_owned() });
    }
    let mut sam = table.new.start();
    sam.sees("Show these to a senior.");
    sam.keeps_a_picture("join");
    let shown = pictures(&mut sam);
    assert_eq!(shown.len(), 8);
    sam.presses("Look again");
    sam.sees("It is not in yet. Ask a senior to let it in.");
    sam.keeps_a_picture("join-not-yet");
    let mut dee = table.old.start();
    dee.comes_in_as("Dee");
    dee.presses_one_that_opens("The people");
    dee.presses("Add a computer");
    dee.keeps_a_picture("computer");
    dee.presses("Next");
    dee.presses_one_that_opens("Memory stick");
    dee.sees("Does the new computer show the same?");
    dee.keeps_a_picture("computer-same");
    assert_eq!(pictures(&mut dee), shown);
    dee.presses("They are the same");
    dee.keeps_a_picture("computer-whose");
    dee.presses_one_that_opens("Sam");
    dee.sees("The new computer is in.");
    dee.keeps_a_picture("computer-done");
    sam.presses("Look again");
    sam.sees("Who are you?");
    sam.presses("Sam");
    sam.sees("How do you want to come in?");
    sam.presses("Press my photo");
    sam.presses("OK");
    sam.sees("Hello Sam.");
}

#[test]
fn what_does_not_look_the_same_stays_out() {
    let table = Table::laid();
    table.asks().expect("it asks");
    table.old.devices.has_shelf(Shelf { kind: Kind::Stick, folder: table.stick.path().to_owned() });
    let mut dee = table.old.start();
    dee.comes_in_as("Dee");
    dee.presses_one_that_opens("The people");
    dee.presses("Add a computer");
    dee.presses("Next");
    dee.presses_one_that_opens("Memory stick");
    dee.presses("No");
    dee.sees("Then it stays out.");
    dee.keeps_a_picture("computer-different");
    dee.presses("OK");
    dee.sees("Who is in the team?");
    drop(dee);
    assert_eq!(table.looks_again(&table.new.store()), Err(NotJoined::NotYet));
}

/// What is compared, on all pages of the list.
fn pictures<P>(person: &mut crate::person::Person<P>) -> Vec<String>
where
    P: iced::Program<Theme = iced::Theme, State = alongside::App> + 'static,
{
    let mut all: Vec<(String, String)> = Vec::new();
    loop {
        let shown = person.parts().into_iter().map(|found| (found.part.id, found.part.name));
        for (id, name) in shown.filter(|(id, _)| id.starts_with("pair-")) {
            if !all.iter().any(|(other, _)| *other == id) {
                all.push((id, name));
            }
        }
        if !person.can_press("Down") {
            break;
        }
        person.presses("Down");
    }
    all.sort();
    all.into_iter().map(|(_, name)| name).collect()
}
