//! The power goes, or the disk fails, while somebody is added or leaves: it is begun again or gone on with, and nobody
//! is locked out.
use std::io::ErrorKind;
use std::sync::Arc;

use alongside::domain::leaving::{self, Task};
use alongside::domain::person::{PersonId, Role, Team};
use alongside::domain::preferences::Preferences;
use alongside::domain::record::Record;
use alongside::domain::space::Space;
use alongside::problem::Problem;
use alongside::store::keys::paper::{Numbered, Paper};
use alongside::store::{Session, Store};
use futures::executor::block_on;

use super::crash::cut_after;
use super::power_cut::{Luck, left};
use super::simulated::{Asked, Contents, Simulated};
use super::vault::{begun, open, person, team};

fn id(name: &str) -> PersonId {
    PersonId(name.to_owned())
}

/// A change of the team, and the team that comes of it.
#[derive(Debug, Clone, Copy)]
enum Change {
    /// Kim is added, a senior.
    Comes,
    /// Sam leaves, a senior who is a worker too.
    Leaves,
    /// Sam is only a worker from now on.
    HelpsNoMore,
}

const CHANGES: [Change; 3] = [Change::Comes, Change::Leaves, Change::HelpsNoMore];

impl Change {
    fn after(self, mut team: Team) -> Team {
        match self {
            Self::Comes => team.people.push(person("kim", &[Role::Senior])),
            Self::Leaves => return leaving::without(&team, &id("sam"), &[(Task::IsSenior, id("dee"))]),
            Self::HelpsNoMore => team.people.iter_mut().for_each(|person| {
                if person.id == id("sam") {
                    person.roles = vec![Role::Worker];
                }
            }),
        }
        team
    }

    /// Dee does it.
    fn is_made(self, dee: &Session) -> Result<(), Problem> {
        let now = dee.team();
        match self {
            Self::Comes => dee.add_person(&now, person("kim", &[Role::Senior])).map(drop),
            Self::Leaves => dee.let_go(&self.after(now), &id("sam")),
            Self::HelpsNoMore => dee.change_team(&self.after(now), false),
        }
    }
}

/// A folder with a team in it that Dee wrote down, and a place that Sam added for all.
fn start() -> Contents {
    let disk = Simulated::holding(begun());
    let store = open(disk.root(), Arc::new(disk.clone())).expect("it opens");
    let dee = store.session(&person("dee", &[Role::Senior]), &team()).expect("Dee comes in");
    block_on(dee.save(vec![Record::Team(team())])).expect("there is room");
    let sam = store.session(&super::vault::sam(), &team()).expect("Sam comes in");
    block_on(sam.save(vec![super::vault::Saying::Place(1, 1).record()])).expect("there is room");
    disk.contents()
}

fn dee(store: &Store) -> Result<Session, String> {
    let team = store.hall().map_err(|problem| format!("{problem:?}"))?.team();
    let dee = team.people.iter().find(|person| person.id == id("dee")).ok_or("Dee is not there")?;
    store.session(dee, &team).map_err(|problem| format!("Dee does not come in: {problem:?}"))
}

/// Whether everybody comes in, can save, and has just the keys that they may have.
fn is_sound(disk: &Simulated, store: &Store) -> Result<Team, String> {
    let dee = dee(store)?;
    let team = dee.team();
    for person in &team.people {
        let session = store.session(person, &team).or_else(|_| dee.let_in(person, &team));
        let session = session.map_err(|problem| format!("{} is locked out: {problem:?}", person.name))?;
        let wishes = Record::Preferences(person.id.clone(), Preferences::default());
        block_on(session.save(vec![wishes])).map_err(|problem| format!("{} cannot save: {problem:?}", person.name))?;
        if session.places().len() != 1 {
            return Err(format!("{} sees {} places", person.name, session.places().len()));
        }
    }
    let files = disk.contents();
    let keys = files.iter().filter(|(name, _)| name.extension().is_some_and(|end| end == "key"));
    let papers: Vec<_> = keys.filter_map(|(_, file)| Numbered::read_unsigned(file.as_ref()?)).collect();
    for space in Space::all(&team) {
        let of_it = papers.iter().filter_map(|paper| match &paper.paper {
            Paper::Space { space: name, generation, readers, .. } if *name == space.name() => {
                Some((*generation, paper.number, readers))
            }
            _ => None,
        });
        let Some((_, _, readers)) = of_it.max_by_key(|(generation, number, _)| (*generation, *number)) else {
            continue;
        };
        let may: Vec<_> = team.people.iter().filter(|person| space.is_read_by(person, &team)).collect();
        let same = may.len() == readers.len() && may.iter().all(|person| readers.contains(&person.id));
        // Where nobody reads any more, nothing is written.
        if !same && !may.is_empty() {
            return Err(format!("{readers:?} are given {space:?}"));
        }
    }
    Ok(team)
}

/// What is left is sound, the team is the old one or the new one, and what was begun can be done.
fn holds(change: Change, contents: &Contents, done: bool) -> Result<(), String> {
    let disk = Simulated::holding(contents.clone());
    let store =
        open(disk.root(), Arc::new(disk.clone())).map_err(|problem| format!("it does not open: {problem:?}"))?;
    let found = is_sound(&disk, &store)?;
    let same = |found: &Team, wanted: &Team| {
        let names = |team: &Team| {
            team.people.iter().map(|person| (person.id.clone(), person.roles.clone())).collect::<Vec<_>>()
        };
        names(found) == names(wanted)
    };
    let after = change.after(team());
    if same(&found, &after) {
        return Ok(());
    }
    if done || !same(&found, &team()) {
        return Err(format!("the team is {found:?}"));
    }
    change.is_made(&dee(&store)?).map_err(|problem| format!("it cannot be done again: {problem:?}"))?;
    let found = is_sound(&disk, &store)?;
    if same(&found, &after) { Ok(()) } else { Err(format!("the team is then {found:?}")) }
}

#[test]
fn the_power_goes_after_any_step_of_a_change_of_the_team() {
    let start = start();
    for change in CHANGES {
        let disk = Simulated::holding(start.clone());
        let store = open(disk.root(), Arc::new(disk.clone())).expect("it opens");
        let dee = dee(&store).expect("Dee comes in");
        assert_eq!(change.is_made(&dee), Ok(()), "{change:?}");
        let done = disk.step();
        let folders = cut_after(&disk, (3, 0), |step, left| holds(change, left, step >= done));
        assert!(folders.unwrap_or_else(|wrong| panic!("{change:?}: {wrong}")) > 20, "{change:?}");
    }
}

#[test]
fn any_operation_of_a_change_of_the_team_can_fail_once() {
    let start = start();
    for (change, error) in
        CHANGES.into_iter().zip([ErrorKind::StorageFull, ErrorKind::Other, ErrorKind::PermissionDenied])
    {
        let mut failed = 0;
        for failing in (1..).step_by(2) {
            let disk = Simulated::holding(start.clone());
            let store = open(disk.root(), Arc::new(disk.clone())).expect("it opens");
            let dee = dee(&store).expect("Dee comes in");
            let first = disk.operations();
            disk.has_trouble(move |number, asked, _| {
                (number == first + failing && !matches!(asked, Asked::Read)).then_some(error)
            });
            let told = change.is_made(&dee);
            if disk.operations() < first + failing {
                break;
            }
            disk.is_well();
            drop((dee, store));
            let contents = left(disk.start(), &disk.steps(), Luck::Lost);
            holds(change, &contents, told.is_ok())
                .unwrap_or_else(|wrong| panic!("{change:?}, operation {failing} failed with {error:?}: {wrong}"));
            failed += usize::from(told.is_err());
        }
        assert!(failed > 10, "{change:?}: {failed} operations failed");
    }
}
