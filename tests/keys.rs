//! Who can open what: not by what screens show, but by the keys that a person holds.
use std::collections::BTreeSet;

use age::x25519::Identity as Opener;
use alongside::domain::person::{Person, PersonId, Role, Team};
use alongside::domain::preferences::Preferences;
use alongside::domain::record::Record;
use alongside::domain::space::Space;
use alongside::store::keys::identity::Identity;
use alongside::store::revision::{Read, Revision, SCHEMA};
use alongside::store::{Session, seal};

use crate::person::Computer;

fn comes_in(computer: &Computer) -> (Vec<(Person, Session)>, Team) {
    let store = computer.store();
    let team = store.hall().expect("it opens").team();
    let all = team.people.iter().map(|person| (person.clone(), store.session(person, &team).expect("they come in")));
    (all.collect(), team)
}

/// The names of the spaces that a session has keys to.
fn held(session: &Session) -> BTreeSet<String> {
    session.spaces().map(Space::name).collect()
}

#[test]
fn everyone_holds_the_keys_of_the_table_and_no_other() {
    let computer = Computer::new();
    let (sessions, team) = comes_in(&computer);
    for (person, session) in &sessions {
        let table: BTreeSet<_> =
            Space::all(&team).iter().filter(|space| space.is_read_by(person, &team)).map(Space::name).collect();
        assert_eq!(held(session), table, "{}", person.name);
    }
    // What the table says, in words, for those whom it protects most.
    let of = |name: &str| {
        let (_, session) = sessions.iter().find(|(person, _)| person.name == name).expect("they are there");
        held(session)
    };
    assert!(!of("Sam").contains("safety"), "a worker's own computer cannot read what it sent there");
    assert!(of("Sam").iter().all(|space| !space.contains("/jo/") && !space.contains("/ali/")), "{:?}", of("Sam"));
    assert!(!of("Erin").contains("w/sam/me") && !of("Erin").contains("w/sam/private"), "{:?}", of("Erin"));
    assert!(!of("Priya").contains("w/sam/me") && !of("Priya").contains("w/sam/private"), "{:?}", of("Priya"));
    assert!(!of("Dee").contains("audit") && !of("Erin").contains("audit"));
    let hall = computer_hall(&computer, sessions);
    assert_eq!(hall, BTreeSet::from(["team".to_owned()]), "before anyone is in");
}

fn computer_hall(computer: &Computer, sessions: Vec<(Person, Session)>) -> BTreeSet<String> {
    drop(sessions);
    held(&computer.store().hall().expect("it opens"))
}

#[test]
fn who_has_left_reads_nothing_that_comes_after() {
    let computer = Computer::new();
    let (sessions, mut team) = comes_in(&computer);
    drop(sessions);
    let store = computer.store();
    let by_name =
        |team: &Team, name: &str| team.people.iter().find(|person| person.name == name).cloned().expect("there");
    let (sam, erin, dee) = (by_name(&team, "Sam"), by_name(&team, "Erin"), by_name(&team, "Dee"));
    let before = team.clone();
    // Erin writes no more notes for anybody.
    for person in &mut team.people {
        person.practitioners.retain(|other| *other != erin.id);
        if person.id == erin.id {
            person.roles.clear();
        }
    }
    store.session(&dee, &before).expect("Dee comes in").renew_keys(&team).expect("there is room");
    assert!(store.session(&sam, &before).expect("Sam comes in").renew_keys(&team).is_err(), "a worker cannot");
    let visits = Space::Visits(PersonId("ali".to_owned())).name();
    let after = store.session(&erin, &before).expect("Erin comes in");
    let keys = |session: &Session, name: &str| session.spaces().filter(|space| space.name() == name).count();
    assert_eq!(keys(&after, &visits), 1, "she keeps what she could read");
    let priya = store.session(&by_name(&team, "Priya"), &team).expect("Priya comes in");
    assert_eq!(keys(&priya, &visits), 2, "Priya has the old key and the new one");
    // What is written from now on.
    let ali = by_name(&team, "Ali");
    let session = store.session(&ali, &team).expect("Ali comes in");
    let told = session.visits().first().cloned().expect("Ali told of a visit");
    let visit = session.visit(&told.id).expect("it opens");
    let again = alongside::domain::told::Visit { letters: Some("ZQ".to_owned()), ..visit.clone() };
    futures::executor::block_on(session.save(vec![Record::Visit(again)])).expect("there is room");
    let letters = |session: &Session| session.visit(&visit.id).and_then(|visit| visit.letters);
    let sees = |person: &Person, team: &Team| letters(&store.session(person, team).expect("they come in"));
    assert_eq!(sees(&by_name(&team, "Priya"), &team).as_deref(), Some("ZQ"));
    assert_eq!(sees(&erin, &before), visit.letters, "Erin sees what was there when she left");
}

#[test]
fn nobody_writes_in_anothers_name() {
    let (sam, erin) = (Identity::generate().expect("randomness"), Identity::generate().expect("randomness"));
    let record = Record::Preferences(PersonId("erin".to_owned()), Preferences::default());
    let revision = |author: &str| Revision {
        schema: SCHEMA,
        space: record.space().name(),
        doc: record.document().expect("it has a name"),
        parents: Vec::new(),
        lamport: 1,
        claimed_at: jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0),
        device: "one".to_owned(),
        author: Some(PersonId(author.to_owned())),
        body: record.clone(),
    };
    let cards = (sam.card(), erin.card());
    let read = |bytes: &[u8]| {
        Read::new(bytes, |author, _| match author?.0.as_str() {
            "sam" => Some(&cards.0),
            "erin" => Some(&cards.1),
            _ => None,
        })
    };
    let write = |author: &str, signer: &Identity| revision(author).to_bytes(&signer.signer).expect("it is small");
    assert!(matches!(read(&write("erin", &erin)), Some(Read::Known(_))));
    assert_eq!(read(&write("erin", &sam)), None, "Sam signs as Erin");
    assert_eq!(read(&write("sam", &sam)), None, "Sam signs for himself what only Erin writes");
    assert_eq!(read(&write("nobody", &sam)), None, "somebody whom nobody knows");
    let bytes = write("erin", &erin);
    for bit in 0..bytes.len() * 8 {
        let mut changed = bytes.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        // The signature is hexadecimal: a capital says the same.
        let same = read(&changed).is_none_or(|read| read == Read::Known(Box::new(revision("erin"))));
        assert!(same, "bit {bit}");
    }
}

#[test]
fn what_a_newer_program_wrote_is_known_as_newer_and_not_read_wrongly() {
    let erin = Identity::generate().expect("randomness");
    let card = erin.card();
    let text = "(schema:99,space:\"team\",doc:\"place/x\",parents:[],lamport:1,claimed_at:\"2026-03-02T09:00:00\",device:\"one\",author:Some((\"erin\")),body:Hologram(colour:3))";
    let bytes = alongside::store::revision::signed(text.to_owned(), &erin.signer);
    assert_eq!(Read::new(&bytes, |_, _| Some(&card)), Some(Read::Newer("place/x".to_owned())));
    let old = text.replace("schema:99", "schema:1");
    let bytes = alongside::store::revision::signed(old, &erin.signer);
    assert_eq!(Read::new(&bytes, |_, _| Some(&card)), None, "an older one that makes no sense");
}

#[test]
fn a_sealed_file_opens_for_its_readers_alone() {
    let (one, two, three) = (Opener::generate(), Opener::generate(), Opener::generate());
    let sealed = seal::seal_for_all(&[one.to_public(), two.to_public()], b"words").expect("it seals");
    assert!(seal::open([((), &one)], &sealed).is_some() && seal::open([((), &two)], &sealed).is_some());
    assert!(seal::open([((), &three)], &sealed).is_none());
}

#[test]
fn a_computer_that_was_cloned_without_its_password_keeper_opens_nobody() {
    let computer = Computer::new();
    drop(computer.store());
    let clone = tempfile::tempdir().expect("a folder");
    copy(&computer.folder, &clone.path().join("practice"));
    let other = alongside::devices::pretend::Pretend::default();
    let disk = std::sync::Arc::new(alongside::store::disk::RealDisk);
    let opened = alongside::store::Store::open(&clone.path().join("practice"), disk, &other.devices());
    assert_eq!(opened.err(), Some(alongside::problem::Problem::NoKey));
}

#[test]
fn another_root_in_the_folder_opens_nobody() {
    let (computer, other) = (Computer::new(), Computer::new());
    drop(computer.store());
    drop(other.store());
    let read = |computer: &Computer| std::fs::read_to_string(computer.folder.join("device.ron")).expect("it is there");
    let root =
        |text: &str| text.split("root: Some(\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned);
    let (own, foreign) = (root(&read(&computer)).expect("a root"), root(&read(&other)).expect("a root"));
    std::fs::write(computer.folder.join("device.ron"), read(&computer).replace(&own, &foreign)).expect("room");
    let disk = std::sync::Arc::new(alongside::store::disk::RealDisk);
    let opened = alongside::store::Store::open(&computer.folder, disk, &computer.devices.devices());
    assert_eq!(opened.err(), Some(alongside::problem::Problem::NoKey));
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).expect("room");
    for entry in std::fs::read_dir(from).expect("it is there").flatten() {
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target);
        } else {
            let _ = std::fs::copy(&path, &target).expect("room");
        }
    }
}

#[test]
fn every_role_has_somebody_in_the_practice_town() {
    let computer = Computer::new();
    let (sessions, _) = comes_in(&computer);
    for role in Role::ALL {
        assert!(sessions.iter().any(|(person, _)| person.is(*role)), "{role:?}: else the table is not tried");
    }
}
