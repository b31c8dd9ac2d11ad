//! A made-up town of as many stories as wanted, written straight into its folder: no flush, on every core.
use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use age::x25519::Identity as Opener;
use alongside::devices::pretend::Pretend;
use alongside::domain::debrief::{Answer, DebriefId, Telling};
use alongside::domain::note::{Heading, Note};
use alongside::domain::person::{Person, PersonId, Role, Team};
use alongside::domain::questions::Ask;
use alongside::domain::record::Record;
use alongside::domain::space::Space;
use alongside::domain::story::{StoryStep, Verdict, What};
use alongside::domain::way_in::Chosen;
use alongside::problem::Problem;
use alongside::store::disk::RealDisk;
use alongside::store::keys::Keys;
use alongside::store::keys::computer::Computer;
use alongside::store::keys::identity::Identity;
use alongside::store::revision::{Revision, SCHEMA};
use alongside::store::{Store, seal};
use jiff::ToSpan as _;

/// The workers, who tells what they write, and who leads them.
pub const WORKERS: [&str; 3] = ["sam", "ali", "jo"];
/// Writes the notes.
pub const WRITER: &str = "erin";
/// Leads.
pub const LEAD: &str = "priya";
/// The files of one story: its telling, visit and note, and four steps.
pub const FILES: usize = 7;
/// They lie in so many months.
const MONTHS: usize = 36;

pub fn id(name: &str) -> PersonId {
    PersonId(name.to_owned())
}

/// Three workers, who writes for them, who leads them, and who helps.
pub fn team() -> Team {
    let person = |name: &str, role: Role| Person {
        lead: (role == Role::Worker).then(|| id(LEAD)),
        senior: (role == Role::Worker).then(|| id("dee")),
        practitioners: if role == Role::Worker { vec![id(WRITER)] } else { Vec::new() },
        ..Person::new(id(name), name, &[role])
    };
    let staff = [(WRITER, Role::Practitioner), (LEAD, Role::Supervisor), ("dee", Role::Senior)];
    let workers = WORKERS.map(|name| person(name, Role::Worker));
    let people = workers.into_iter().chain(staff.map(|(name, role)| person(name, role)));
    Team { people: people.collect(), ..Team::default() }
}

pub fn open(folder: &Path) -> Result<Store, Box<dyn Error>> {
    Ok(Store::open(folder, Arc::new(RealDisk), &Pretend::without_keyring().devices()).map_err(told)?)
}

pub fn told(problem: Problem) -> String {
    format!("{problem:?}")
}

/// Everybody's secrets and the keys of all spaces.
pub struct Town {
    pub keys: Keys,
    month: PathBuf,
    people: Vec<(&'static str, Identity)>,
}

impl Town {
    /// Begins a vault in this folder.
    pub fn begin(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let store = open(folder)?;
        store.found(&team()).map_err(told)?;
        drop(store);
        let keyring = Arc::new(Pretend::without_keyring());
        let computer = Computer::open(Arc::new(RealDisk), keyring, folder.to_owned()).map_err(told)?;
        let month = folder.join("v1").join(&computer.vault).join("dev").join(&computer.device);
        let mut papers = Vec::new();
        for entry in std::fs::read_dir(&month)?.flatten() {
            for file in std::fs::read_dir(entry.path())?.flatten() {
                papers.push(std::fs::read(file.path())?);
            }
        }
        let keys = Keys::new(computer, &papers);
        let mut people = Vec::new();
        for name in WORKERS.into_iter().chain([WRITER]) {
            let slot = keys.computer.slot(&id(name)).ok_or("no slot")?;
            let opened = keys.computer.open_slot(&slot, &Chosen::Nothing).map_err(told)?;
            people.push((name, opened.ok_or("the slot stays closed")?));
        }
        Ok(Self { keys, month, people })
    }

    /// The keys that somebody holds.
    pub fn held(&self, who: &str) -> Result<Vec<(Space, Opener)>, Box<dyn Error>> {
        let (_, identity) = self.people.iter().find(|(name, _)| *name == who).ok_or("nobody of that name")?;
        Ok(self.keys.held_by(identity, &Space::all(&team())))
    }

    /// Writes so many stories, one after the other in time.
    pub fn tell(&self, stories: usize) -> Result<(), Box<dyn Error>> {
        for month in 0..MONTHS {
            std::fs::create_dir_all(self.month.join(month_name(month)))?;
        }
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let failed = std::thread::scope(|scope| {
            let of =
                |core: usize| move || (core..stories).step_by(cores).find_map(|story| self.story(story, stories).err());
            let all: Vec<_> = (0..cores).map(|core| scope.spawn(of(core))).collect();
            all.into_iter().find_map(|thread| thread.join().unwrap_or_else(|_| Some("a thread has ended".to_owned())))
        });
        failed.map_or(Ok(()), |failed| Err(failed.into()))
    }

    fn story(&self, number: usize, of: usize) -> Result<(), String> {
        let worker = WORKERS.get(number % WORKERS.len()).copied().unwrap_or(WRITER);
        for (which, (author, record)) in (0..).zip(records(number, worker)) {
            // The papers of the town have the numbers before.
            let at = 1_000 + number * FILES + which;
            let (_, identity) = self.people.iter().find(|(name, _)| *name == author).ok_or("nobody of that name")?;
            let (space, key) = self.keys.of(&record.space()).ok_or("no key")?;
            let revision = Revision {
                schema: SCHEMA,
                space: space.name(),
                doc: record.document().unwrap_or_else(|| format!("step/{}", seal::random_name())),
                parents: Vec::new(),
                lamport: at as u64,
                claimed_at: day(number),
                device: self.keys.computer.device.clone(),
                author: Some(id(author)),
                body: record.clone(),
            };
            let sealed = seal::seal(&key, &revision.to_bytes(&identity.signer).map_err(told)?);
            let sealed = sealed.map_err(|error| error.to_string())?;
            let name = format!("{at:010}-{}.rev", seal::hash16(&sealed));
            let file = self.month.join(month_name(number * MONTHS / of)).join(name);
            std::fs::write(file, sealed).map_err(|error| error.to_string())?;
        }
        Ok(())
    }
}

fn month_name(month: usize) -> String {
    format!("{:04}{:02}", 2023 + month / 12, month % 12 + 1)
}

fn day(number: usize) -> jiff::civil::DateTime {
    jiff::civil::date(2023, 1, 1).at(9, 0, 0, 0).saturating_add(((number % 50_000) as i64 * 30).minutes())
}

/// A name as long as the program gives them.
fn name_of(number: usize) -> DebriefId {
    DebriefId(format!("{number:032x}"))
}

/// The records of one story, and who writes each. Of ten stories nine are in the record and heard, one waits.
fn records(number: usize, worker: &'static str) -> Vec<(&'static str, Record)> {
    let (debrief, at) = (name_of(number), day(number));
    let mut telling = Telling::begin(debrief.clone(), id(worker), at);
    let asks = [Ask::A1, Ask::A2, Ask::B1, Ask::B2, Ask::B4, Ask::B5, Ask::B6, Ask::B8, Ask::C1, Ask::D1, Ask::D2];
    for ask in asks {
        let tile = ask.question().tiles.get(number % 2).or(ask.question().tiles.first());
        let words = (ask == Ask::B8).then(|| "We went for a walk by the canal and talked about the week. ".repeat(4));
        telling.answers.push(Answer {
            tiles: tile.iter().map(|tile| (**tile).to_owned()).collect(),
            words,
            ..Answer::empty(ask)
        });
    }
    let written = "Met at the station. Walked to the library and back. Talked about the week and what comes next. ";
    let note = Note {
        debrief: debrief.clone(),
        worker: id(worker),
        author: id(WRITER),
        at,
        sections: [Heading::Why, Heading::Did, Heading::Said, Heading::Next]
            .map(|heading| (heading, written.to_owned()))
            .to_vec(),
    };
    let mark = format!("{number:016x}");
    let step = |by, what| {
        (by, Record::StoryStep(StoryStep { debrief: debrief.clone(), worker: id(worker), by: id(by), at, what }))
    };
    let waits = number.is_multiple_of(10);
    let last = if waits {
        What::Adequate { mark: mark.clone() }
    } else {
        What::Heard { verdict: Verdict::Right, clip: None, words: None, headings: Vec::new(), mark: mark.clone() }
    };
    let by = if waits { WRITER } else { worker };
    vec![
        (worker, Record::Visit(telling.visit(at))),
        (worker, Record::Telling(telling)),
        step(worker, What::Sent),
        step(WRITER, What::Read),
        (WRITER, Record::Note(note)),
        step(WRITER, What::InRecord { system: "RiO".to_owned(), mark, correction: false }),
        step(by, last),
    ]
}
