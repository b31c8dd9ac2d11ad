//! A made-up team on a disk in memory, stories that they tell, and what a thief with all keys finds of them.
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use age::x25519::Identity as Opener;
use alongside::devices::pretend::{Pretend, RATE};
use alongside::domain::audit::Did;
use alongside::domain::debrief::{Answer, ClipId, DebriefId, Stage, Telling};
use alongside::domain::note::{Heading, Note};
use alongside::domain::person::{Person, PersonId, Role, Team};
use alongside::domain::questions::Ask;
use alongside::domain::record::Record;
use alongside::domain::space::Space;
use alongside::domain::story::{StoryStep, Verdict, What};
use alongside::domain::way_in::Chosen;
use alongside::problem::Problem;
use alongside::store::disk::Disk;
use alongside::store::keys::Keys;
use alongside::store::keys::computer::Computer;
use alongside::store::{Session, Store};
use futures::executor::block_on;
use jiff::ToSpan as _;
use jiff::civil::DateTime;

use crate::disk::simulated::{Contents, Simulated};
use crate::journeys::trouble::voice;

/// Stands in all that is told of a story, and of no other.
pub fn marker(name: &str) -> String {
    format!("zanzibar-{name}-")
}

pub fn id(name: &str) -> PersonId {
    PersonId(name.to_owned())
}

pub fn story(name: &str) -> DebriefId {
    DebriefId(name.to_owned())
}

pub fn clip_of(name: &str) -> ClipId {
    ClipId(format!("clip-{name}"))
}

fn person(name: &str, role: Role) -> Person {
    let is_worker = role == Role::Worker;
    Person {
        lead: is_worker.then(|| id("priya")),
        senior: is_worker.then(|| id("dee")),
        practitioners: if is_worker { vec![id("erin"), id("fay")] } else { Vec::new() },
        ..Person::new(id(name), name, &[role])
    }
}

/// Two workers, a senior, their lead, another supervisor, and two who write notes.
pub fn team() -> Team {
    let people = [
        ("sam", Role::Worker),
        ("ali", Role::Worker),
        ("dee", Role::Senior),
        ("priya", Role::Supervisor),
        ("omar", Role::Supervisor),
        ("erin", Role::Practitioner),
        ("fay", Role::Practitioner),
    ];
    Team { people: people.into_iter().map(|(name, role)| person(name, role)).collect(), ..Team::default() }
}

/// A folder on a disk in memory, and the devices of its computer.
#[derive(Clone)]
pub struct Vault {
    pub disk: Simulated,
    pub devices: Pretend,
}

impl Vault {
    /// A new one, in March.
    pub fn new() -> Self {
        let vault = Self::holding(Contents::new());
        let store = vault.store();
        store.found(&team()).expect("there is room");
        drop(store);
        vault
    }

    /// One that has this in it. Secrets lie beside it: it has no password keeper.
    pub fn holding(contents: Contents) -> Self {
        let devices = Pretend::without_keyring();
        devices.set_now(jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0));
        Self { disk: Simulated::holding(contents), devices }
    }

    pub fn store(&self) -> Store {
        self.open().expect("it opens")
    }

    /// Opens it. What was open before may need a moment to end.
    pub fn open(&self) -> Result<Store, Problem> {
        let disk: Arc<dyn Disk> = Arc::new(self.disk.clone());
        let open = || Store::open(self.disk.root(), disk.clone(), &self.devices.devices());
        let waited = (0..100).find_map(|_| match open() {
            Err(Problem::AlreadyOpen) => {
                std::thread::sleep(std::time::Duration::from_millis(10));
                None
            }
            opened => Some(opened),
        });
        waited.unwrap_or(Err(Problem::AlreadyOpen))
    }

    pub fn now(&self) -> DateTime {
        self.devices.devices().clock.now()
    }

    /// The clock goes on, and each day somebody looks at something.
    pub fn days_pass(&self, store: &Store, days: i64) {
        let priya = enters(store, "priya");
        for _ in 0..days {
            self.devices.set_now(self.now() + 24.hours());
            priya.note_down(Did::Opened, None, None);
            settled(&priya);
        }
    }

    /// All that is opened by whoever has every key: each file with what is in it.
    pub fn all_plain(&self) -> Vec<(PathBuf, Vec<u8>)> {
        self.opened(&self.disk.contents())
    }

    /// The same of what lies elsewhere.
    pub fn opened(&self, contents: &Contents) -> Vec<(PathBuf, Vec<u8>)> {
        let keys = self.every_key();
        let is_sealed = |name: &Path| name.extension().is_some_and(|end| end == "rev" || end == "aud");
        let sealed = contents.iter().filter_map(|(name, bytes)| Some((name, bytes.as_ref()?)));
        let open = |bytes: &[u8]| keys.iter().find_map(|key| age::decrypt(key, bytes).ok());
        let sealed = sealed.filter(|(name, _)| is_sealed(name));
        sealed.map(|(name, bytes)| (name.clone(), open(bytes).expect("every file opens with some key"))).collect()
    }

    fn every_key(&self) -> Vec<Opener> {
        let disk: Arc<dyn Disk> = Arc::new(self.disk.clone());
        let keyring = self.devices.devices().keyring;
        let computer = Computer::open(disk, keyring, self.disk.root().to_owned()).expect("it opens");
        let is_paper = |name: &Path| name.extension().is_some_and(|end| end == "key");
        let contents = self.disk.contents();
        let papers: Vec<_> =
            contents.into_iter().filter(|(name, _)| is_paper(name)).filter_map(|(_, bytes)| bytes).collect();
        let keys = Keys::new(computer, &papers);
        let spaces = Space::all(&team());
        let mut all = Vec::new();
        for person in team().people {
            let slot = keys.computer.slot(&person.id).expect("they come in here");
            let identity = keys.computer.open_slot(&slot, &Chosen::Nothing).expect("it can be read").expect("it opens");
            all.extend(keys.held_by(&identity, &spaces).into_iter().map(|(_, key)| key));
        }
        // Those who read the same hold the same.
        let mut seen = BTreeSet::new();
        all.retain(|key| seen.insert(key.to_public().to_string()));
        all
    }

    /// The files in which something of a story is left, also sealed with any key.
    pub fn traces(&self, name: &str) -> Vec<PathBuf> {
        traces_in(&self.all_plain(), name)
    }

    /// The sounds that are left.
    pub fn sounds(&self) -> usize {
        self.disk.contents().keys().filter(|name| name.extension().is_some_and(|end| end == "aud")).count()
    }
}

/// Somebody comes in.
pub fn enters(store: &Store, name: &str) -> Session {
    let team = team();
    let person = team.person(&id(name)).expect("of this team");
    store.session(person, &team).expect("they come in")
}

pub fn settled(session: &Session) {
    block_on(session.all_saved()).expect("there is room");
}

/// Whether somebody can hear the recording of a story.
pub fn hears_it(session: &Session, name: &str) -> bool {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("it runs");
    runtime.block_on(async { session.sound(&clip_of(name)).await }).is_ok()
}

fn step(of: &str, by: &str, at: DateTime, what: What) -> Record {
    Record::StoryStep(StoryStep { debrief: story(of), worker: id("sam"), by: id(by), at, what })
}

/// Sam tells a story by voice and in words with the marker, in several states, and sends it. Some of it is about Sam.
pub fn tells(sam: &Session, name: &str, at: DateTime) {
    let mut telling = Telling::begin(story(name), id("sam"), at);
    let save = |record| block_on(sam.save(vec![record])).expect("there is room");
    let clip = clip_of(name);
    let (mut keep, _) = sam.record(clip.clone()).expect("there is room");
    keep.keep(&voice(1)[..RATE as usize / 4], RATE).expect("there is room");
    keep.finish(None);
    let answers = [
        Answer { tiles: vec!["one".to_owned()], ..Answer::empty(Ask::B1) },
        Answer { words: Some("J B".to_owned()), ..Answer::empty(Ask::B1Letters) },
        Answer { words: Some(marker(name)), clip: Some(clip.clone()), ..Answer::empty(Ask::B8) },
        Answer { words: Some(format!("I like {}", marker(name))), ..Answer::empty(Ask::A2) },
    ];
    for answer in answers {
        telling.answers.push(answer);
        save(Record::Telling(telling.clone()));
    }
    telling.stage = Stage::Sent;
    let shared = sam.share_sound(&clip, &Space::Visits(id("sam"))).expect("there is room");
    let me = Record::AboutMe(telling.about_me(at));
    let sent = step(name, "sam", at, What::Sent);
    for record in [shared, Record::Visit(telling.visit(at)), me, sent, Record::Telling(telling)] {
        save(record);
    }
}

/// Erin writes the note and puts it in the record, and says that it is accurate and adequate.
pub fn writes(erin: &Session, name: &str, at: DateTime) {
    let sections = vec![(Heading::Did, marker(name))];
    let note = Note { debrief: story(name), worker: id("sam"), author: id("erin"), at, sections };
    let mark = || "mark".to_owned();
    let put = What::InRecord { system: "RiO".to_owned(), mark: mark(), correction: false };
    let records = [
        step(name, "erin", at, What::Read),
        Record::Draft(note.clone()),
        Record::Note(note),
        step(name, "erin", at, put),
        step(name, "erin", at, What::Adequate { mark: mark() }),
    ];
    block_on(erin.save(records.into())).expect("there is room");
}

/// Sam hears the note and says this of it.
pub fn hears(sam: &Session, name: &str, verdict: Verdict, at: DateTime) {
    let words = Some(marker(name));
    let heard = What::Heard { verdict, clip: None, words, headings: Vec::new(), mark: "mark".to_owned() };
    block_on(sam.save(vec![step(name, "sam", at, heard)])).expect("there is room");
}

/// A vault in which Sam told these stories and Erin wrote them down.
pub fn told(names: &[&str]) -> Vault {
    let vault = Vault::new();
    let store = vault.store();
    for name in names {
        tells(&enters(&store, "sam"), name, vault.now());
        writes(&enters(&store, "erin"), name, vault.now());
    }
    drop(store);
    vault
}

/// Priya asks, and Erin agrees.
pub fn erased_by_two(store: &Store, names: &[&str]) {
    let stories: BTreeSet<_> = names.iter().map(|name| story(name)).collect();
    let priya = enters(store, "priya");
    let reason = alongside::domain::removal::EraseReason::Asked;
    block_on(priya.ask_to_erase(id("sam"), stories, reason)).expect("she may ask");
    let erin = enters(store, "erin");
    let asked = erin.erase_requests().into_iter().next().expect("she is asked");
    erin.agree_to_erase_now(&asked.id).expect("she may agree");
    settled(&erin);
}

/// The files in which there is something of a story.
pub fn traces_in(plain: &[(PathBuf, Vec<u8>)], name: &str) -> Vec<PathBuf> {
    let marker = marker(name);
    let has = |bytes: &[u8]| bytes.windows(marker.len()).any(|part| part == marker.as_bytes());
    plain.iter().filter(|(_, plain)| has(plain)).map(|(name, _)| name.clone()).collect()
}

/// Everybody comes in once, and what each has to finish is finished.
pub fn everybody_enters(store: &Store) {
    for person in team().people {
        settled(&enters(store, &person.id.0));
    }
}

/// Whether a story is all there, for Sam and for those who read it.
pub fn is_whole(store: &Store, name: &str) -> bool {
    is_whole_for(&["sam", "erin", "priya"].map(|who| enters(store, who)), name)
}

/// The same for Sam, Erin and Priya, who are in.
pub fn is_whole_for([sam, erin, priya]: &[Session; 3], name: &str) -> bool {
    let told = sam.telling(&story(name)).is_some() && sam.story_steps(&story(name)).len() >= 4;
    let read =
        [erin, priya].iter().all(|reader| reader.visit(&story(name)).is_some() && reader.note(&story(name)).is_some());
    told && read && erin.draft(&story(name)).is_some() && hears_it(sam, name) && hears_it(priya, name)
}
