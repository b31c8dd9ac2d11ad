//! Random days: saves, indexes kept, lost or put back, files taken away and brought back.
use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;
use proptest::sample::Index as Any;

use super::vault::{PEOPLE, Vault, lists_hold, saves, something};
use crate::store::Session;

#[derive(Debug, Clone)]
enum Doing {
    Saves(usize, (u8, u8, u8)),
    /// Comes in again, and the session of before stays as it was: what both save follows the same states.
    ComesIn(usize),
    Remembers(usize),
    LosesIndexes,
    /// The index of an earlier day is put back.
    PutsBack(Any),
    TakesAway(Any),
    BringsBack,
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        12 => (0..3_usize, (0..3_u8, 0..3_u8, any::<u8>())).prop_map(|(who, what)| Doing::Saves(who, what)),
        3 => (0..3_usize).prop_map(Doing::ComesIn),
        4 => (0..3_usize).prop_map(Doing::Remembers),
        1 => Just(Doing::LosesIndexes),
        2 => any::<Any>().prop_map(Doing::PutsBack),
        2 => any::<Any>().prop_map(Doing::TakesAway),
        2 => Just(Doing::BringsBack),
    ]
}

fn does(vault: &Vault, all: Vec<Doing>) {
    let mut sessions: Vec<_> = PEOPLE[..3].iter().map(|(who, _)| vec![vault.comes_in(who)]).collect();
    let mut earlier: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    let mut away: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    let newest = |sessions: &[Vec<Session>], who: usize, back: u8| {
        let of = &sessions[who];
        of[of.len() - 1 - usize::from(back) % of.len()].clone()
    };
    for doing in all {
        match doing {
            Doing::Saves(who, what) => {
                let session = newest(&sessions, who, what.2 % 2);
                lists_hold(&session);
                saves(&session, something(PEOPLE[who].0, what));
                lists_hold(&session);
            }
            Doing::ComesIn(who) => sessions[who].push(vault.comes_in(PEOPLE[who].0)),
            Doing::Remembers(who) => {
                newest(&sessions, who, 0).remember();
                earlier.extend(
                    vault.indexes().into_iter().map(|file| (file.clone(), fs::read(file).expect("it is there"))),
                );
            }
            Doing::LosesIndexes => vault.lose_indexes(),
            Doing::PutsBack(_) if earlier.is_empty() => {}
            Doing::PutsBack(which) => {
                let (file, bytes) = which.get(&earlier);
                fs::write(file, bytes).expect("room");
            }
            Doing::TakesAway(which) => {
                let files = vault.files("v1", "rev");
                if !files.is_empty() {
                    let file = which.get(&files).clone();
                    away.push((file.clone(), fs::read(&file).expect("it is there")));
                    fs::remove_file(file).expect("it is there");
                }
            }
            Doing::BringsBack => away.drain(..).for_each(|(file, bytes)| fs::write(file, bytes).expect("room")),
        }
    }
    for (who, _) in &PEOPLE[..3] {
        let _ = vault.shows_the_same(who);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_is_saved_lost_or_put_back_an_index_shows_the_same(all in prop::collection::vec(doing(), 1..40)) {
        does(&Vault::new(), all);
    }
}
