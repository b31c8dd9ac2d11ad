//! People come, help others, and leave: who can open what after each, and who can write what.
use std::collections::BTreeSet;
use std::sync::Arc;

use age::secrecy::SecretString;
use age::x25519::Identity as Opener;
use alongside::domain::audit::Did;
use alongside::domain::debrief::DebriefId;
use alongside::domain::leaving::{self, Task};
use alongside::domain::person::{Person, PersonId, Role, Team};
use alongside::domain::place::PlaceId;
use alongside::domain::record::Record;
use alongside::domain::space::Space;
use alongside::domain::story::{StoryStep, What};
use alongside::domain::told::Visit;
use alongside::problem::Problem;
use alongside::store::disk::{Disk, RealDisk, files_below};
use alongside::store::keys::Keys;
use alongside::store::keys::computer::Computer as Device;
use alongside::store::keys::identity::Identity;
use alongside::store::keys::paper::{Numbered, Paper};
use alongside::store::revision::{Revision, SCHEMA};
use alongside::store::{Session, Store, seal};
use futures::executor::block_on;

use crate::person::Computer;

fn id(name: &str) -> PersonId {
    PersonId(name.to_owned())
}

/// Somebody whom Dee adds.
fn new(name: &str, role: Role) -> Person {
    Person {
        lead: Some(id("priya")),
        senior: (role == Role::Worker).then(|| id("dee")),
        practitioners: if role == Role::Worker { vec![id("erin")] } else { Vec::new() },
        ..Person::new(id(name), name, &[role])
    }
}

fn team(store: &Store) -> Team {
    store.hall().expect("it opens").team()
}

/// Somebody comes in: by themselves, or let in by a senior.
fn comes_in(store: &Store, name: &str) -> Session {
    let team = team(store);
    let person = team.people.iter().find(|person| person.id == id(name)).expect("they are in the team");
    store.session(person, &team).unwrap_or_else(|_| {
        let helpers = store.helpers_of(&person.id);
        let helper = helpers.iter().find(|helper| **helper == id("dee") || **helper == id("kim")).expect("a helper");
        comes_in(store, &helper.0).let_in(person, &team).expect("they are let in")
    })
}

fn changes(store: &Store, before: bool, change: impl FnOnce(&mut Team)) {
    let mut after = team(store);
    change(&mut after);
    comes_in(store, "dee").change_team(&after, before).expect("there is room");
}

fn adds(store: &Store, person: Person) {
    let _ = comes_in(store, "dee").add_person(&team(store), person).expect("there is room");
}

fn writes_for_sam(team: &mut Team, name: &str) {
    let sam = team.people.iter_mut().find(|person| person.id == id("sam")).expect("Sam is there");
    sam.practitioners.push(id(name));
}

/// Everybody in the team has just the keys of the table, and the newest of each.
#[track_caller]
fn the_table_holds(computer: &Computer, store: &Store) {
    let team = team(store);
    for person in &team.people {
        let held: BTreeSet<_> = comes_in(store, &person.id.0).spaces().map(Space::name).collect();
        for space in Space::all(&team) {
            let may = space.is_read_by(person, &team);
            // Who could read it once keeps the old key.
            assert!(held.contains(&space.name()) || !may, "{} reads {space:?}", person.name);
            let newest = newest_readers(computer, &space);
            assert!(newest.is_none_or(|readers| readers.contains(&person.id) == may), "{}: {space:?}", person.name);
        }
    }
}

/// Everything that papers say.
fn papers(computer: &Computer) -> Vec<Numbered> {
    let files = files_below(&RealDisk, &computer.folder.join("v1")).expect("it is there");
    let papers = files.into_iter().filter(|file| file.extension().is_some_and(|end| end == "key"));
    let mut papers: Vec<_> =
        papers.filter_map(|file| Numbered::read_unsigned(&std::fs::read(file).expect("it can be read"))).collect();
    papers.sort_by_key(|paper| paper.number);
    papers
}

fn newest_readers(computer: &Computer, wanted: &Space) -> Option<Vec<PersonId>> {
    let keys = papers(computer).into_iter().filter_map(|paper| match paper.paper {
        Paper::Space { space, generation, readers, .. } if space == wanted.name() => Some((generation, readers)),
        _ => None,
    });
    keys.max_by_key(|(generation, _)| *generation).map(|(_, readers)| readers)
}

/// The secrets of somebody, as they could have copied them while they were here. The spare key opens them.
fn secrets_of(computer: &Computer, sheet: &str, who: &str) -> Identity {
    let sheet: Opener = sheet.parse().expect("a key");
    let spare = papers(computer).into_iter().rev().find_map(|paper| match paper.paper {
        Paper::Spare { person, sealed, .. } if person == id(who) => Some(sealed),
        _ => None,
    });
    Identity::read(&age::decrypt(&sheet, &spare.expect("they have one")).expect("it opens")).expect("an identity")
}

fn device(computer: &Computer) -> Device {
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    Device::open(disk, computer.devices.devices().keyring, computer.folder.clone()).expect("it opens")
}

/// Somebody with this identity writes into the folder with a program of their own, past every check of ours.
fn forges(computer: &Computer, (who, identity): (Option<&str>, &Identity), body: Record) {
    let device = device(computer);
    let files: Vec<_> = files_below(&RealDisk, &computer.folder.join("v1")).expect("it is there");
    let all: Vec<_> = files.iter().filter_map(|file| std::fs::read(file).ok()).collect();
    let keys = Keys::new(device, &all);
    let revision = Revision {
        schema: SCHEMA,
        space: body.space().name(),
        doc: body.document().expect("it has a name"),
        parents: files.iter().filter_map(|file| Some(file.file_name()?.to_str()?.to_owned())).collect(),
        lamport: 1_000_000,
        claimed_at: jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0),
        device: keys.computer.device.clone(),
        author: who.map(id),
        body: body.clone(),
    };
    let bytes = revision.to_bytes(&identity.signer).expect("it is small");
    let sealed = seal::seal(&keys.of(&body.space()).expect("there is a key").1, &bytes).expect("it seals");
    let month = computer.folder.join("v1").join(&keys.computer.vault).join("dev").join(&keys.computer.device);
    let name = format!("{:010}-{}.rev", 900_000 + files.len(), seal::hash16(&sealed));
    std::fs::create_dir_all(month.join("202603")).expect("room");
    std::fs::write(month.join("202603").join(name), sealed).expect("room");
}

/// What was done with the first visit that Ali told of.
fn steps_of_ali(store: &Store) -> Vec<StoryStep> {
    let ali = comes_in(store, "ali");
    ali.visits().first().map(|visit| ali.story_steps(&visit.id)).expect("Ali told of a visit")
}

/// Somebody has read the first visit that Ali told of.
fn read_by(store: &Store, who: &str) -> Record {
    let debrief = comes_in(store, "ali").visits().first().expect("Ali told of a visit").id.clone();
    let at = jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0);
    Record::StoryStep(StoryStep { debrief, worker: id("ali"), by: id(who), at, what: What::Read })
}

fn spare_key(store: &Store) -> String {
    comes_in(store, "dee").make_sheet(&team(store)).expect("there is room")
}

/// A team in which this person is a senior and reads everything.
fn mine(team: &Team, who: &str) -> Team {
    let mut forged = team.clone();
    for person in &mut forged.people {
        person.lead = Some(id(who));
        person.senior = Some(id(who));
        person.practitioners = vec![id(who)];
        if person.id == id(who) {
            person.roles = Role::ALL.to_vec();
        }
    }
    forged
}

#[test]
fn a_colleague_who_writes_a_team_of_their_own_gets_nowhere() {
    let computer = Computer::new();
    let (before, sheet, held) = {
        let store = computer.store();
        let held = comes_in(&store, "erin").spaces().map(Space::name).collect::<BTreeSet<_>>();
        (team(&store), spare_key(&store), held)
    };
    let erin = secrets_of(&computer, &sheet, "erin");
    forges(&computer, (Some("erin"), &erin), Record::Team(mine(&before, "erin")));
    // The computer's own key is there for whoever is signed in to it.
    forges(&computer, (None, &device(&computer).identity), Record::Team(mine(&before, "erin")));
    let store = computer.store();
    assert_eq!(team(&store), before, "nobody reads it");
    // A senior comes in, and keys follow the team as it is.
    drop(comes_in(&store, "dee"));
    let place = store.hall().expect("it opens").places().first().cloned().expect("of the practice day");
    let wrong = Record::Place(alongside::domain::place::Place { name: "Elsewhere".to_owned(), ..place.clone() });
    assert_eq!(block_on(comes_in(&store, "erin").save(vec![wrong.clone()])), Err(Problem::NotAllowed));
    let now = comes_in(&store, "erin").spaces().map(Space::name).collect::<BTreeSet<_>>();
    assert_eq!(now, held);
    drop(store);
    forges(&computer, (Some("erin"), &erin), wrong);
    assert_eq!(computer.store().hall().expect("it opens").place(&place.id), Some(place));
}

fn first_visit(session: &Session) -> Visit {
    let first = session.visits().first().map(|visit| visit.id.clone());
    first.and_then(|visit| session.visit(&visit)).expect("a visit was told of")
}

#[test]
fn what_a_worker_told_is_written_by_those_who_were_given_it() {
    let computer = Computer::new();
    let (visit, sheet) = {
        let store = computer.store();
        (first_visit(&comes_in(&store, "ali")), spare_key(&store))
    };
    let forged = read_by(&computer.store(), "sam");
    let before = steps_of_ali(&computer.store());
    let sam = secrets_of(&computer, &sheet, "sam");
    let named = Record::Visit(Visit { letters: Some("ZZ".to_owned()), ..visit.clone() });
    forges(&computer, (Some("sam"), &sam), named);
    assert_eq!(block_on(comes_in(&computer.store(), "sam").save(vec![forged])), Err(Problem::NotAllowed));
    assert_eq!(steps_of_ali(&computer.store()), before);
    assert_eq!(comes_in(&computer.store(), "ali").visit(&visit.id), Some(visit));
}

#[test]
fn who_is_new_reads_what_comes_and_what_was_there_only_if_a_senior_says_so() {
    let computer = Computer::new();
    let store = computer.store();
    adds(&store, new("max", Role::Practitioner));
    adds(&store, new("lou", Role::Supervisor));
    the_table_holds(&computer, &store);
    changes(&store, false, |team| writes_for_sam(team, "max"));
    the_table_holds(&computer, &store);
    let worries = comes_in(&store, "priya").worries().len();
    assert_eq!(comes_in(&store, "lou").worries().len(), worries, "a worry that waits is for whoever leads now");
    assert_eq!(comes_in(&store, "lou").log_now().expect("she may read it").whole, Ok(()), "the log is read whole");
    // Ali told of visits before Max came.
    let writes_for_ali = |team: &mut Team| {
        let ali = team.people.iter_mut().find(|person| person.id == id("ali")).expect("Ali is there");
        ali.practitioners.push(id("max"));
    };
    let old = comes_in(&store, "ali").visits().len();
    changes(&store, false, writes_for_ali);
    assert_eq!(comes_in(&store, "max").visits().len(), 0, "what was told before is not for Max");
    let visit = first_visit(&comes_in(&store, "ali"));
    let debrief = DebriefId("new".to_owned());
    let told = Record::Visit(Visit { id: debrief.clone(), ..visit });
    let at = jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0);
    let sent = StoryStep { debrief, worker: id("ali"), by: id("ali"), at, what: What::Sent };
    block_on(comes_in(&store, "ali").save(vec![told, Record::StoryStep(sent)])).expect("there is room");
    assert_eq!(comes_in(&store, "max").visits().len(), 1, "what is told from now on is");
    changes(&store, false, |team| {
        let ali = team.people.iter_mut().find(|person| person.id == id("ali")).expect("Ali is there");
        ali.practitioners.retain(|other| *other != id("max"));
    });
    the_table_holds(&computer, &store);
    changes(&store, true, writes_for_ali);
    assert_eq!(comes_in(&store, "max").visits().len(), old + 1, "Dee said so");
    the_table_holds(&computer, &store);
}

#[test]
fn who_has_left_reads_nothing_that_comes_after() {
    let computer = Computer::new();
    let sheet = spare_key(&computer.store());
    let erin = secrets_of(&computer, &sheet, "erin");
    let store = computer.store();
    adds(&store, new("max", Role::Practitioner));
    block_on(comes_in(&store, "erin").save(vec![read_by(&store, "erin")])).expect("there is room");
    let steps = steps_of_ali(&store);
    assert!(steps.iter().any(|step| step.by == id("erin")), "Erin has read it");
    let (before, who) = (team(&store), id("erin"));
    let after = leaving::without(&before, &who, &[(Task::WritesNotes, id("max"))]);
    assert_eq!(comes_in(&store, "sam").let_go(&after, &who).err(), Some(Problem::NotAllowed), "a worker cannot");
    comes_in(&store, "dee").let_go(&after, &who).expect("there is room");
    let now = team(&store);
    assert!(!now.has(&who) && now.name_of(&who) == "Erin");
    assert!(!computer.folder.join("slots/erin.ron").exists());
    let erin_person = before.person(&who).expect("she was there");
    assert!(store.session(erin_person, &now).is_err() && store.session(erin_person, &before).is_err());
    the_table_holds(&computer, &store);
    assert_eq!(steps_of_ali(&store), steps, "what she wrote stays");
    // With her secrets and a copy of the folder.
    let files: Vec<_> = files_below(&RealDisk, &computer.folder.join("v1")).expect("it is there");
    let files: Vec<_> = files.iter().filter_map(|file| std::fs::read(file).ok()).collect();
    let keys = Keys::new(device(&computer), &files);
    for space in Space::all(&now) {
        let Some((_, newest)) = keys.of(&space) else { continue };
        let held = keys.held_by(&erin, std::slice::from_ref(&space));
        let opens = held.iter().any(|(_, key)| key.to_public().to_string() == newest.to_string());
        assert!(!opens || space == Space::Private(who.clone()), "{space:?}");
    }
    let log = comes_in(&store, "priya").log_now().expect("a supervisor may read it");
    assert!(log.entries.iter().any(|entry| entry.did == Did::Left && entry.whose.as_ref() == Some(&who)));
    assert!(log.entries.iter().any(|entry| entry.did == Did::Added && entry.whose == Some(id("max"))));
    assert_eq!(log.whole, Ok(()));
}

#[test]
fn the_log_is_read_from_its_beginning_after_a_supervisor_has_left() {
    let computer = Computer::new();
    let store = computer.store();
    adds(&store, new("lou", Role::Supervisor));
    let who = id("priya");
    let after = leaving::without(&team(&store), &who, &[(Task::Leads, id("lou"))]);
    comes_in(&store, "dee").let_go(&after, &who).expect("there is room");
    // It goes on under a key that Priya was not given.
    let log = comes_in(&store, "lou").log_now().expect("a supervisor may read it");
    let count = |did| log.entries.iter().filter(|entry| entry.did == did).count();
    assert_eq!((count(Did::Began), count(Did::Left)), (1, 1));
    assert_eq!(log.whole, Ok(()));
}

#[test]
fn a_senior_who_left_writes_nothing_more_for_the_team_and_helps_nobody() {
    let computer = Computer::new();
    adds(&computer.store(), new("kim", Role::Senior));
    let sheet = spare_key(&computer.store());
    let dee = secrets_of(&computer, &sheet, "dee");
    let places = computer.store().hall().expect("it opens").places();
    let (before, who) = (team(&computer.store()), id("dee"));
    let after = leaving::without(&before, &who, &[(Task::IsSenior, id("kim"))]);
    assert_eq!(comes_in(&computer.store(), "dee").let_go(&after, &who).err(), Some(Problem::NotAllowed), "not herself");
    {
        let store = computer.store();
        let kim = before.person(&id("kim")).expect("she was added");
        let kim = comes_in(&store, "dee").let_in(kim, &before).expect("Dee lets her in");
        kim.let_go(&after, &who).expect("there is room");
    }
    forges(&computer, (Some("dee"), &dee), Record::Team(before));
    let new = alongside::domain::place::Place { id: PlaceId("new".to_owned()), ..places[0].clone() };
    forges(&computer, (Some("dee"), &dee), Record::Place(new));
    let sheet = SecretString::from(sheet);
    let store = computer.store();
    assert_eq!(team(&store), after);
    assert_eq!(store.hall().expect("it opens").places(), places, "the places that Dee added stay, and no more come");
    for person in &after.people {
        let helpers = store.helpers_of(&person.id);
        assert!(!helpers.contains(&who), "{}", person.name);
        let _ = store.recover(person, &sheet, &after).expect("the spare key still opens everyone");
    }
}

#[test]
fn whoever_is_added_is_let_in_once_before_their_set_up_is_done() {
    let computer = Computer::new();
    let store = computer.store();
    let before = team(&store);
    assert!(store.is_opened(&id("sam")) && !store.is_opened(&id("dee")), "nobody can let Dee in yet");
    let dee = comes_in(&store, "dee");
    let after = dee.add_person(&before, new("kim", Role::Senior)).expect("there is room");
    assert_eq!(team(&store), after);
    assert!(!store.is_opened(&id("kim")));
    let kim = after.person(&id("kim")).expect("she was added");
    assert_eq!(store.session(kim, &after).err(), Some(Problem::NoKey), "she has no way of her own");
    let session = dee.let_in(kim, &after).expect("Dee lets her in");
    assert!(store.is_opened(&id("kim")));
    // Now somebody can help Dee too.
    let dee = after.person(&id("dee")).expect("she is there");
    let _ = session.let_in(dee, &after).expect("Kim lets her in");
    assert!(store.is_opened(&dee.id));
    assert_eq!(comes_in(&store, "sam").add_person(&after, new("max", Role::Worker)).err(), Some(Problem::NotAllowed));
    the_table_holds(&computer, &store);
}
