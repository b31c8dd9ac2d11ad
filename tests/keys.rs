//! Who can open what: not by what screens show, but by the keys that a person holds.
use std::collections::{BTreeSet, HashSet};

use age::x25519::Identity as Opener;
use alongside::domain::person::{Person, PersonId, Role, Team};
use alongside::domain::place::{Place, PlaceId};
use alongside::domain::preferences::Preferences;
use alongside::domain::record::Record;
use alongside::domain::rights::Rights;
use alongside::domain::space::Space;
use alongside::store::keys::identity::Identity;
use alongside::store::keys::writer::Writer;
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
    let safety = |name: &str| of(name).into_iter().filter(|space| space.starts_with("safety")).collect::<Vec<_>>();
    for worker in ["Sam", "Ali", "Jo", "Dee"] {
        assert_eq!(safety(worker), Vec::<String>::new(), "a worker's own computer cannot read what it sent there");
    }
    assert!(safety("Erin").iter().all(|space| !space.starts_with("safety-lead/")), "{:?}", safety("Erin"));
    assert!(of("Sam").iter().all(|space| !space.contains("/jo/") && !space.contains("/ali/")), "{:?}", of("Sam"));
    assert!(!of("Erin").contains("w/sam/me") && !of("Erin").contains("w/sam/private"), "{:?}", of("Erin"));
    assert!(!of("Priya").contains("w/sam/me") && !of("Priya").contains("w/sam/private"), "{:?}", of("Priya"));
    assert!(!of("Dee").contains("audit") && !of("Erin").contains("audit"));
    let hall = computer_hall(&computer, sessions);
    assert_eq!(hall, BTreeSet::from(["team".to_owned()]), "before anyone is in");
}

#[test]
fn a_place_of_somebodys_own_life_opens_for_them_alone() {
    let computer = Computer::new();
    let (sessions, _) = comes_in(&computer);
    let of_the_team = sessions[0].1.places().first().cloned().expect("there are some");
    let own = Place { id: PlaceId("home".to_owned()), name: "Home".to_owned(), ..of_the_team };
    let session = |name: &str| sessions.iter().find(|(person, _)| person.name == name).expect("they are there");
    let (sam, sams) = session("Sam");
    let sam = sam.clone();
    let record = Record::OwnPlace(sam.id.clone(), own.clone());
    assert_eq!(record.space(), Space::Private(sam.id.clone()));
    futures::executor::block_on(sams.save(vec![record.clone()])).expect("there is room");
    assert_eq!((sams.own_places(&sam.id), sams.place(&own.id)), (vec![own.clone()], Some(own.clone())));
    assert!(!sams.places().contains(&own), "no visit goes there");
    drop(sessions);
    // Everyone comes in anew, so that they read what is on the disk.
    let (sessions, _) = comes_in(&computer);
    for (person, session) in &sessions {
        let reads = session.own_places(&sam.id) == [own.clone()] || session.place(&own.id).is_some();
        assert_eq!(reads, person.id == sam.id, "{}", person.name);
        assert_eq!(record.may_be_written_by(Some(&person.id)), person.id == sam.id, "{}", person.name);
    }
}

fn computer_hall(computer: &Computer, sessions: Vec<(Person, Session)>) -> BTreeSet<String> {
    drop(sessions);
    held(&computer.store().hall().expect("it opens"))
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
    let (sams, erins, kept) = (sam.card(), erin.card(), HashSet::new());
    let rights = Rights { given: [record.space().name()].into(), ..Rights::default() };
    let read = |bytes: &[u8]| {
        Read::new(bytes, |author, _| {
            let card = match author?.0.as_str() {
                "sam" => &sams,
                "erin" => &erins,
                _ => return None,
            };
            Some(Writer { card, rights: &rights, kept: &kept })
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
    let (card, kept) = (erin.card(), HashSet::new());
    let senior = Rights { senior: true, ..Rights::default() };
    let read =
        |bytes: &[u8], rights: &Rights| Read::new(bytes, |_, _| Some(Writer { card: &card, rights, kept: &kept }));
    let text = "(schema:99,space:\"team\",doc:\"place/x\",parents:[],lamport:1,claimed_at:\"2026-03-02T09:00:00\",device:\"one\",author:Some((\"erin\")),body:Hologram(colour:3))";
    let bytes = alongside::store::revision::signed(text.to_owned(), &erin.signer);
    assert_eq!(read(&bytes, &senior), Some(Read::Newer("place/x".to_owned())));
    assert_eq!(read(&bytes, &Rights::default()), None, "who may not write it cannot lock it either");
    let old = text.replace("schema:99", "schema:1");
    let bytes = alongside::store::revision::signed(old, &erin.signer);
    assert_eq!(read(&bytes, &senior), None, "an older one that makes no sense");
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
