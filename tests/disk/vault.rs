//! A made-up team, what it saves and says, and what must be there when its folder is opened again.
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use alongside::devices::pretend::Pretend;
use alongside::domain::debrief::{ClipId, DebriefId};
use alongside::domain::person::{Person, PersonId, Role, Team};
use alongside::domain::place::{Facts, Place, PlaceId};
use alongside::domain::preferences::Preferences;
use alongside::domain::record::Record;
use alongside::domain::story::{StoryStep, What};
use alongside::domain::travel::position::Position;
use alongside::domain::way_in::{Chosen, Way};
use alongside::problem::Problem;
use alongside::store::disk::Disk;
use alongside::store::{Session, Store};
use futures::executor::block_on;
use jiff::ToSpan as _;

use super::simulated::{Contents, Simulated};

/// Opens the folder.
pub fn open(root: &Path, disk: Arc<dyn Disk>) -> Result<Store, Problem> {
    Store::open(root, disk, &Pretend::without_keyring().devices())
}

/// Begins the vault, where that has not been done.
pub fn begin(store: &Store) -> Result<(), Problem> {
    if store.is_founded() { Ok(()) } else { store.found(&team()) }
}

pub fn person(id: &str, roles: &[Role]) -> Person {
    Person::new(PersonId(id.to_owned()), id, roles)
}

/// The worker who saves. Sam is a senior too, and so may write what the whole team reads.
pub fn sam() -> Person {
    person("sam", &[Role::Worker, Role::Senior])
}

/// Sam, a senior, who holds the keys of the vault, and a lead, who reads worries.
pub fn team() -> Team {
    let people = vec![sam(), person("dee", &[Role::Senior]), person("priya", &[Role::Supervisor])];
    Team { people, ..Team::default() }
}

/// What Sam may read and save. That Sam came in has been written down.
pub fn session(store: &Store) -> Result<Session, Problem> {
    let session = store.session(&sam(), &team())?;
    block_on(session.save(Vec::new()))?;
    Ok(session)
}

/// A folder with a team in it, all of it flushed.
pub fn begun() -> Contents {
    let disk = Simulated::holding(Contents::new());
    let store = open(disk.root(), Arc::new(disk.clone())).expect("it opens");
    begin(&store).expect("there is room");
    disk.contents()
}

/// Something that Sam saves. The numbers tell one from the other, and the newer from the older.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saying {
    /// This state of this place, which everyone may read.
    Place(u16, u16),
    /// This state of how Sam likes the app, which only Sam may read.
    Wishes(u16),
    /// A step of a story, which is never changed.
    Step(u16),
}

fn story() -> DebriefId {
    DebriefId("story".to_owned())
}

fn place(which: u16) -> PlaceId {
    PlaceId(which.to_string())
}

impl Saying {
    /// As it is saved.
    pub fn record(self) -> Record {
        match self {
            Self::Place(which, state) => Record::Place(Place {
                id: place(which),
                name: state.to_string(),
                position: Position { latitude: 51.5, longitude: -0.1 },
                stop: None,
                picture: String::new(),
                photo: None,
                gone: false,
                base: false,
                facts: Facts::default(),
            }),
            Self::Wishes(text_size) => {
                Record::Preferences(sam().id, Preferences { text_size, ..Preferences::default() })
            }
            Self::Step(number) => Record::StoryStep(StoryStep {
                debrief: story(),
                worker: sam().id,
                by: sam().id,
                at: jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0) + i32::from(number).minutes(),
                what: What::Read,
            }),
        }
    }

    /// The state that is there. `None`: nothing is.
    pub fn found(self, session: &Session) -> Option<Self> {
        match self {
            Self::Place(which, _) => {
                let found = session.place(&place(which))?;
                Some(Self::Place(which, found.name.parse().ok()?))
            }
            Self::Wishes(_) => Some(Self::Wishes(session.preferences(&sam().id).text_size)),
            Self::Step(_) => {
                let steps = session.story_steps(&story());
                steps.iter().any(|step| Record::StoryStep(step.clone()) == self.record()).then_some(self)
            }
        }
    }

    fn state(self) -> u16 {
        match self {
            Self::Place(_, state) | Self::Wishes(state) | Self::Step(state) => state,
        }
    }

    /// Whether this is there, or a newer state of it that somebody asked to save.
    pub fn is_there(self, session: &Session, asked: &[Self]) -> bool {
        let found = self.found(session);
        found.is_some_and(|found| found == self || (found.state() > self.state() && asked.contains(&found)))
    }
}

/// What was told to be saved, and after which step of the disk.
#[derive(Clone)]
pub struct Told {
    disk: Simulated,
    all: Arc<Mutex<Vec<(usize, Saying)>>>,
}

impl Told {
    /// Nothing yet.
    pub fn on(disk: &Simulated) -> Self {
        Self { disk: disk.clone(), all: Arc::default() }
    }

    fn saved(&self, saying: Saying) {
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.push((self.disk.step(), saying));
    }

    /// All that was told to be saved before the disk took this step.
    pub fn before(&self, step: usize) -> Vec<Saying> {
        let all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        all.iter().filter(|(told, _)| *told <= step).map(|(_, saying)| *saying).collect()
    }

    /// Saves this, and remembers it when that was told to be done.
    pub fn save(&self, session: &Session, saying: Saying) -> Result<(), Problem> {
        block_on(session.save(vec![saying.record()]))?;
        self.saved(saying);
        Ok(())
    }

    /// Asks to save all of these before the first is done.
    pub fn save_at_once(&self, session: &Session, sayings: &[Saying]) -> Result<(), Problem> {
        let works: Vec<_> = sayings.iter().map(|saying| session.save(vec![saying.record()])).collect();
        for (work, saying) in works.into_iter().zip(sayings) {
            block_on(work)?;
            self.saved(*saying);
        }
        Ok(())
    }
}

/// What is saved on a first day.
pub const FIRST_DAY: [Saying; 9] = [
    Saying::Place(0, 1),
    Saying::Place(1, 2),
    Saying::Wishes(103),
    Saying::Step(4),
    Saying::Place(0, 5),
    Saying::Place(2, 6),
    Saying::Wishes(107),
    Saying::Place(0, 8),
    Saying::Step(9),
];

/// A first day in an empty folder: a team, documents one after the other; then a second start, a new way in, which
/// writes a slot anew, and documents at once.
///
/// # Errors
/// The first problem that a person would have been told.
pub fn first_day(root: &Path, disk: &Arc<dyn Disk>, told: &Told) -> Result<(), Problem> {
    let (one_by_one, at_once) = FIRST_DAY.split_at(5);
    let store = open(root, disk.clone())?;
    begin(&store)?;
    let sam = session(&store)?;
    for saying in one_by_one {
        told.save(&sam, *saying)?;
    }
    drop((sam, store));
    wait_until_closed();
    let store = open(root, disk.clone())?;
    let sam = session(&store)?;
    runtime().block_on(async { sam.set_way(Way::Photo, Chosen::Nothing).await })?;
    told.save_at_once(&sam, at_once)
}

/// What was open may need a moment to end: its thread lets go of the lock.
fn wait_until_closed() {
    std::thread::sleep(std::time::Duration::from_millis(20));
}

/// Opens what lies there, and looks whether all that was told to be saved is there and something new can be saved.
/// A folder that was not begun is begun.
///
/// # Errors
/// What is wrong.
pub fn holds(left: &Contents, told: &[Saying]) -> Result<(), String> {
    let disk = Simulated::holding(left.clone());
    let store =
        open(disk.root(), Arc::new(disk.clone())).map_err(|problem| format!("it does not open: {problem:?}"))?;
    begin(&store).map_err(|problem| format!("it does not begin: {problem:?}"))?;
    let session = session(&store).map_err(|problem| format!("nobody gets in: {problem:?}"))?;
    let lost = lost(&session, told);
    if !lost.is_empty() {
        return Err(format!("{lost:?} were told to be saved and are lost"));
    }
    let next = Saying::Place(77, 1);
    block_on(session.save(vec![next.record()])).map_err(|problem| format!("nothing new can be saved: {problem:?}"))?;
    if next.is_there(&session, &[]) { Ok(()) } else { Err("what is saved now is not there".to_owned()) }
}

/// What was told to be saved and is not there.
pub fn lost(session: &Session, told: &[Saying]) -> Vec<Saying> {
    let asked = [told, &FIRST_DAY].concat();
    told.iter().copied().filter(|saying| !saying.is_there(session, &asked)).collect()
}

/// Some work asks for threads of its own.
fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_current_thread().build().expect("it runs")
}

/// The sound of one recording.
///
/// # Errors
/// That it cannot be read.
pub fn sound(session: &Session, clip: &str) -> Result<Vec<u8>, String> {
    let read = runtime().block_on(async { session.sound(&ClipId(clip.to_owned())).await });
    read.map_err(|problem| format!("{clip} is there and cannot be heard: {problem:?}"))
}
