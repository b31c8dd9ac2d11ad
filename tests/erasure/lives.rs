//! Random lives of a folder: people tell, hold, lift, ask, agree, say no and delete, old files come back; whatever they
//! do, nothing goes early, what is erased stays erased, and nothing else is lost.
use std::collections::{BTreeMap, BTreeSet};

use alongside::domain::removal::{EraseReason, HoldReason, RequestId};
use alongside::domain::retention::Forbidden;
use alongside::store::Store;
use alongside::store::removal::NotGone;
use futures::executor::block_on;
use jiff::civil::DateTime;

use super::stories::{Vault, enters, everybody_enters, hears_it, id, settled, story, team, tells, writes};
use crate::disk::power_cut::Chance;
use crate::disk::simulated::Contents;

const NAMES: [&str; 3] = ["one", "two", "three"];

/// What really happened to a story.
#[derive(Default)]
struct Truth {
    /// When it was put in the record.
    done: Option<DateTime>,
    held: bool,
    /// Whether its recordings were deleted.
    silent: bool,
    erased: bool,
}

struct Life {
    vault: Vault,
    store: Option<Store>,
    chance: Chance,
    stories: BTreeMap<&'static str, Truth>,
    all_held: bool,
    requests: Vec<(RequestId, BTreeSet<&'static str>)>,
    old: Contents,
    /// Stories that were erased, recordings that were deleted.
    went: (usize, usize),
}

impl Life {
    fn begin(seed: u64) -> Self {
        let vault = Vault::new();
        let store = Some(vault.store());
        let (stories, requests, old) = (BTreeMap::new(), Vec::new(), Contents::new());
        Self { vault, store, chance: Chance::of(seed), stories, all_held: false, requests, old, went: (0, 0) }
    }

    fn store(&self) -> &Store {
        self.store.as_ref().expect("it is open")
    }

    fn any(&mut self) -> &'static str {
        NAMES[self.chance.below(NAMES.len())]
    }

    fn is_held(&self, name: &str) -> bool {
        self.all_held || self.stories.get(name).is_some_and(|truth| truth.held)
    }

    fn goes_on(&mut self) {
        let name = self.any();
        match self.chance.below(12) {
            0..3 if !self.stories.contains_key(name) => {
                tells(&enters(self.store(), "sam"), name, self.vault.now());
                writes(&enters(self.store(), "erin"), name, self.vault.now());
                let _ = self.stories.insert(name, Truth { done: Some(self.vault.now()), ..Truth::default() });
            }
            0..3 => self.deletes(name),
            3 => self.holds(name),
            4 | 5 => self.asks(),
            6 | 7 => self.answers(),
            8 => {
                let days = [1, 15, 31][self.chance.below(3)];
                self.vault.days_pass(self.store(), days);
            }
            9 => {
                let people = team().people;
                let who = self.chance.below(people.len());
                settled(&enters(self.store(), &people[who].id.0));
            }
            10 => self.old.extend(self.vault.disk.contents().into_iter().filter(|(name, _)| name.starts_with("v1"))),
            _ => self.brings_back_old_files(),
        }
    }

    fn holds(&mut self, name: &'static str) {
        let on = self.chance.below(3) == 0;
        let all = self.chance.below(2) == 0 || !self.stories.contains_key(name);
        let what = (id("sam"), (!all).then(|| story(name)));
        let put = block_on(enters(self.store(), "priya").hold(what, (on, HoldReason::Inquiry)));
        assert_eq!(put, Ok(()));
        match self.stories.get_mut(name).filter(|_| !all) {
            Some(truth) => truth.held = on,
            None => self.all_held = on,
        }
    }

    fn asks(&mut self) {
        let mut stories = BTreeSet::from([self.any(), self.any()]);
        stories.retain(|name| self.stories.contains_key(name));
        let priya = enters(self.store(), "priya");
        let named = stories.iter().map(|name| story(name)).collect();
        let asked = block_on(priya.ask_to_erase(id("sam"), named, EraseReason::LongEnough));
        let held = stories.iter().any(|name| self.is_held(name));
        let expected = match () {
            () if held => Err(NotGone::Forbidden(Forbidden::Hold)),
            () if stories.is_empty() => Err(NotGone::NotAsked),
            () => Ok(()),
        };
        assert_eq!(asked, expected);
        if asked.is_ok() {
            let request = priya.erase_requests().pop().expect("she has asked");
            self.requests.push((request.id, stories));
        }
    }

    fn answers(&mut self) {
        if self.requests.is_empty() {
            return;
        }
        let (request, stories) = self.requests[self.chance.below(self.requests.len())].clone();
        let by = ["erin", "fay", "priya", "sam", "omar"][self.chance.below(5)];
        let who = enters(self.store(), by);
        if self.chance.below(4) == 0 {
            let refused = block_on(who.refuse_to_erase(&request));
            assert_eq!(refused.is_ok(), !matches!(by, "sam" | "omar"), "{by}: {refused:?}");
            if refused.is_ok() {
                self.requests.retain(|(other, _)| *other != request);
            }
            return;
        }
        let held = stories.iter().any(|name| self.is_held(name));
        let agreed = who.agree_to_erase_now(&request);
        assert_eq!(agreed.is_ok(), matches!(by, "erin" | "fay") && !held, "{by}, held: {held}: {agreed:?}");
        if agreed.is_ok() {
            self.requests.retain(|(other, _)| *other != request);
            for name in stories {
                self.stories.entry(name).or_default().erased = true;
                self.went.0 += 1;
            }
        }
    }

    fn deletes(&mut self, name: &'static str) {
        let (held, now) = (self.is_held(name), self.vault.now());
        let deleted = enters(self.store(), "priya").delete_recordings_now(&story(name));
        let Some(truth) = self.stories.get_mut(name) else { return };
        if deleted.is_err() || truth.erased || truth.silent {
            return;
        }
        let done = truth.done.expect("it was told");
        assert!(!held && now.duration_since(done).as_hours() >= 24 * 30, "too early: {now}, {done}, held: {held}");
        truth.silent = true;
        self.went.1 += 1;
    }

    /// All that was ever copied is put back, as from an old stick.
    fn brings_back_old_files(&mut self) {
        self.store = None;
        let now = self.vault.disk.contents();
        for (name, bytes) in self.old.iter().filter(|(name, _)| !now.contains_key(*name)) {
            if let Some(bytes) = bytes {
                self.vault.disk.is_changed(name, Some(bytes));
            }
        }
        self.store = Some(self.vault.store());
    }

    fn ends_well(mut self) -> (usize, usize) {
        self.brings_back_old_files();
        everybody_enters(self.store());
        let (sam, priya) = (enters(self.store(), "sam"), enters(self.store(), "priya"));
        for (name, truth) in &self.stories {
            if truth.erased {
                assert_eq!(self.vault.traces(name), Vec::<std::path::PathBuf>::new(), "{name}");
                continue;
            }
            assert!(sam.telling(&story(name)).is_some() && priya.note(&story(name)).is_some(), "{name} is lost");
            for who in [&sam, &priya] {
                assert_eq!(hears_it(who, name), !truth.silent, "{name}");
            }
        }
        self.went
    }
}

/// 8 lives; 600 where the night has time for them (`ALONGSIDE_NIGHTLY`).
#[test]
fn no_random_life_of_a_folder_loses_or_brings_back_anything() {
    let lives = if std::env::var_os("ALONGSIDE_NIGHTLY").is_some() { 600 } else { 8 };
    let mut went = (0, 0);
    for seed in 0..lives {
        let mut life = Life::begin(seed);
        for _ in 0..24 {
            life.goes_on();
        }
        let (erased, deleted) = life.ends_well();
        went = (went.0 + erased, went.1 + deleted);
    }
    crate::travel::said(&format!("{went:?} stories erased and recordings deleted in {lives} lives"));
    assert!(went.0 > 0, "{went:?} of {lives} lives");
}
