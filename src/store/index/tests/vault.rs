//! A made-up vault for the tests of its indexes, and all that somebody is shown of it.
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::devices::pretend::Pretend;
use crate::domain::debrief::{Answer, DebriefId, Telling};
use crate::domain::note::{Heading, Note};
use crate::domain::person::{Person, PersonId, Role, Team};
use crate::domain::preferences::Preferences;
use crate::domain::questions::Ask;
use crate::domain::record::Record;
use crate::domain::story::{StoryStep, What};
use crate::domain::way_in::Chosen;
use crate::store::catalogue::document::{Document, Known, NONE};
use crate::store::catalogue::files::File;
use crate::store::disk::RealDisk;
use crate::store::keys::identity::Identity;
use crate::store::{Session, Store, locked};

pub const PEOPLE: [(&str, Role); 4] =
    [("sam", Role::Worker), ("erin", Role::Practitioner), ("priya", Role::Supervisor), ("dee", Role::Senior)];

pub fn id(name: &str) -> PersonId {
    PersonId(name.to_owned())
}

pub fn team() -> Team {
    let person = |(name, role): (&str, Role)| Person {
        lead: (role == Role::Worker).then(|| id("priya")),
        senior: (role == Role::Worker).then(|| id("dee")),
        practitioners: if role == Role::Worker { vec![id("erin")] } else { Vec::new() },
        ..Person::new(id(name), name, &[role])
    };
    Team { people: PEOPLE.map(person).to_vec(), ..Team::default() }
}

/// A vault in a folder, and everybody's secrets: to open a slot takes longer than all that is tried here.
pub struct Vault {
    pub store: Store,
    pub folder: tempfile::TempDir,
    pub people: Arc<HashMap<&'static str, Identity>>,
}

/// A vault that was begun, as bytes, and everybody's secrets.
pub struct Begun {
    pub files: Vec<(PathBuf, Vec<u8>)>,
    pub people: Arc<HashMap<&'static str, Identity>>,
}

pub fn begun() -> &'static Begun {
    static BEGUN: OnceLock<Begun> = OnceLock::new();
    BEGUN.get_or_init(Begun::anew)
}

impl Begun {
    pub fn anew() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let store = open(folder.path());
        let team = team();
        store.found(&team).expect("there is room");
        let secret = |name| store.identity(team.person(&id(name)).expect("they are there"), &Chosen::Nothing);
        let people = PEOPLE.map(|(name, _)| (name, secret(name).expect("they come in")));
        let files = crate::store::disk::files_below(&RealDisk, folder.path()).expect("it is there");
        let below = |file: &Path| file.strip_prefix(folder.path()).expect("it is below").to_owned();
        let files = files.into_iter().map(|file| (below(&file), fs::read(&file).expect("it is there"))).collect();
        Self { files, people: Arc::new(HashMap::from(people)) }
    }
}

pub fn open(folder: &Path) -> Store {
    Store::open(folder, Arc::new(RealDisk), &Pretend::without_keyring().devices()).expect("it opens")
}

impl Vault {
    pub fn new() -> Self {
        Self::of(begun())
    }

    pub fn of(Begun { files, people }: &Begun) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        for (file, bytes) in files {
            let file = folder.path().join(file);
            fs::create_dir_all(file.parent().expect("it is in a folder")).expect("room");
            fs::write(file, bytes).expect("room");
        }
        Self { store: open(folder.path()), folder, people: people.clone() }
    }

    pub fn comes_in(&self, who: &str) -> Session {
        match self.people.get(who) {
            None => self.store.hall().expect("it opens"),
            Some(identity) => self.store.session_of(Some(id(who)), identity.clone(), &team()).expect("it opens"),
        }
    }

    /// The file in which the newest state of a document lies.
    pub fn file_of(&self, session: &Session, document: &str) -> PathBuf {
        let catalogue = locked(&session.catalogue);
        let Some(Known::Kept(_, file)) = catalogue.newest(document) else { panic!("{document} is not there") };
        let (month, name) = catalogue.files.place(file).expect("it lies somewhere");
        let files = self.files("v1", "rev");
        let ending = Path::new(&month.device).join(&month.month).join(format!("{name}.rev"));
        files.into_iter().find(|file| file.ends_with(&ending)).expect("it is there")
    }

    /// The files of this kind that there are.
    pub fn files(&self, below: &str, end: &str) -> Vec<PathBuf> {
        let all = crate::store::disk::files_below(&RealDisk, &self.folder.path().join(below)).expect("it is there");
        all.into_iter().filter(|file| file.extension().is_some_and(|other| other == end)).collect()
    }

    pub fn indexes(&self) -> Vec<PathBuf> {
        self.files("index", "age")
    }

    pub fn lose_indexes(&self) {
        self.indexes().iter().for_each(|file| fs::remove_file(file).expect("it is there"));
    }

    /// What somebody is shown with the index that there is. It must be the same without it.
    #[track_caller]
    pub fn shows_the_same(&self, who: &str) -> Shown {
        let (with, last) = Shown::and_last(&self.comes_in(who));
        let indexes: Vec<_> =
            self.indexes().into_iter().map(|file| (fs::read(&file).expect("it is there"), file)).collect();
        self.lose_indexes();
        let (without, last_without) = Shown::and_last(&self.comes_in(who));
        assert_eq!(with, without, "{who}");
        // What has gone since may have been later.
        assert!(last >= last_without, "{who}: what is saved next would come before what is there");
        indexes.iter().for_each(|(bytes, file)| fs::write(file, bytes).expect("room"));
        without
    }
}

/// A state: its file, its place in the order of everything, what stays at hand, and whether it may be saved over.
type State = (String, u64, Vec<u8>, bool);

/// All that a catalogue holds, whatever numbers it gives to files and documents.
#[derive(Debug, PartialEq, Eq)]
pub struct Shown {
    pub documents: BTreeMap<[u8; 16], Vec<State>>,
    pub newer: Vec<[u8; 16]>,
    pub lists: BTreeMap<[u8; 16], Vec<[u8; 16]>>,
    pub files: Vec<(String, Option<[u8; 16]>)>,
}

impl Shown {
    pub fn by(session: &Session) -> Self {
        let catalogue = locked(&session.catalogue);
        let documents = catalogue.documents();
        let name =
            |file| catalogue.files.place(file).map(|(month, name)| format!("{month:?}/{name}")).unwrap_or_default();
        let heads = |document: &Document| {
            let heads = document.heads();
            heads
                .map(|head| (name(head.file), head.lamport, catalogue.bytes(head.kept).to_vec(), head.known_schema))
                .collect()
        };
        let there = documents.iter().filter(|document| document.newest.file != NONE);
        let known = |file: &File| documents.get(file.document as usize).map(|document| document.key);
        let mut files: Vec<_> =
            (0..).zip(catalogue.files.all()).map(|(number, file)| (name(number), known(file))).collect();
        files.retain(|(_, document)| document.is_some());
        files.sort();
        let mut lists = BTreeMap::new();
        for key in catalogue.list_keys() {
            let members = catalogue.members(*key);
            if !members.is_empty() {
                let _ = lists.insert(*key, members);
            }
        }
        Self {
            documents: there.map(|document| (document.key, heads(document))).collect(),
            newer: documents.iter().filter(|document| document.newer).map(|document| document.key).collect(),
            lists,
            files,
        }
    }

    /// And the last place in the order of everything.
    pub fn and_last(session: &Session) -> (Self, u64) {
        (Self::by(session), locked(&session.catalogue).highest())
    }
}

/// Lists that were worked out before show what they would show if they were worked out now.
#[track_caller]
pub fn lists_hold(session: &Session) {
    let anew = Session { lists: Arc::default(), ..session.clone() };
    assert_eq!(session.stories(), anew.stories());
    assert_eq!(session.worries(), anew.worries());
    assert_eq!(session.about_workers(), anew.about_workers());
    assert_eq!(session.tellings(&id("sam")), anew.tellings(&id("sam")));
}

pub fn saves(session: &Session, record: Record) {
    futures::executor::block_on(session.save(vec![record])).expect("there is room");
}

pub fn debrief(which: u8) -> DebriefId {
    DebriefId(format!("story-{which}"))
}

pub fn now() -> jiff::civil::DateTime {
    jiff::civil::date(2026, 3, 3).at(14, 0, 0, 0)
}

pub fn telling(which: u8, words: u8) -> Telling {
    let mut telling = Telling::begin(debrief(which), id("sam"), now());
    telling.answers.push(Answer { words: Some(format!("words {words}")), ..Answer::empty(Ask::B8) });
    telling
}

/// Something that this person may write.
pub fn something(who: &str, (kind, which, state): (u8, u8, u8)) -> Record {
    let step = |what| StoryStep { debrief: debrief(which), worker: id("sam"), by: id(who), at: now(), what };
    match (who, kind % 3) {
        ("sam", 0) => Record::Telling(telling(which, state)),
        ("sam", 1) => Record::Visit(telling(which, state).visit(now())),
        ("sam", _) => Record::StoryStep(step(What::Sent)),
        ("erin", 0) => Record::StoryStep(step(What::Read)),
        ("erin", 1) => Record::Note(Note {
            debrief: debrief(which),
            worker: id("sam"),
            author: id("erin"),
            at: now(),
            sections: vec![(Heading::Did, format!("note {state}"))],
        }),
        (who, _) => Record::Preferences(id(who), Preferences { text_size: u16::from(state), ..Preferences::default() }),
    }
}
