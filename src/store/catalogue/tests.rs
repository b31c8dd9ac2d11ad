//! The newest state of a document, what waits, and what follows what.
use super::kept::Kept;
use super::*;
use crate::domain::debrief::DebriefId;
use crate::domain::person::PersonId;
use crate::domain::preferences::Preferences;
use crate::domain::story::{StoryStep, What};

fn read(debrief: &str) -> Record {
    Record::StoryStep(StoryStep {
        debrief: DebriefId(debrief.to_owned()),
        worker: PersonId("sam".to_owned()),
        by: PersonId("erin".to_owned()),
        at: jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0),
        what: What::Read,
    })
}

fn larger(text_size: u16) -> Record {
    Record::Preferences(PersonId("sam".to_owned()), Preferences { text_size, ..Preferences::default() })
}

fn file(number: u32) -> (Month, Name) {
    (Month { device: "one".to_owned(), month: "202603".to_owned() }, Name { number, hash: number.into() })
}

fn name(number: u32) -> String {
    format!("{}.rev", file(number).1)
}

/// Sam's preferences as they lie in the file of this number.
fn saved(catalogue: &mut Catalogue, (number, lamport): (u32, u64), parents: &[u32], text_size: u16) {
    let body = larger(text_size);
    let revision = Revision {
        schema: SCHEMA,
        space: body.space().name(),
        doc: "preferences/sam".to_owned(),
        parents: parents.iter().map(|parent| name(*parent)).collect(),
        lamport,
        claimed_at: jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0),
        device: "one".to_owned(),
        author: Some(PersonId("sam".to_owned())),
        body,
    };
    catalogue.saved(&revision, file(number));
}

fn records(known: Vec<Known>) -> Vec<Record> {
    let record = |known| match known {
        Known::Waits(record) | Known::Kept(Kept::Whole(record), _) => Some(record),
        Known::Kept(..) => None,
    };
    known.into_iter().filter_map(record).collect()
}

#[test]
fn every_step_waits_and_only_the_newest_state_of_a_document() {
    let mut catalogue = Catalogue::default();
    for record in [larger(125), read("one"), larger(150), read("two")] {
        catalogue.take_unsaved(record);
    }
    assert_eq!(catalogue.unsaved(), [read("one"), larger(150), read("two")]);
    assert_eq!(catalogue.newest("preferences/sam"), Some(Known::Waits(larger(150))));
    saved(&mut catalogue, (1, 1), &[], 125);
    assert_eq!(catalogue.unsaved(), [read("one"), larger(150), read("two")], "another state of it waits");
    saved(&mut catalogue, (2, 2), &[1], 150);
    assert_eq!(catalogue.unsaved(), [read("one"), read("two")]);
    assert_eq!(records(catalogue.list("preferences")), [larger(150)]);
    assert_eq!(records(catalogue.list("story-steps/two")), [read("two")]);
}

#[test]
fn states_that_do_not_know_of_each_other_are_both_followed() {
    let mut catalogue = Catalogue::default();
    saved(&mut catalogue, (1, 1), &[], 100);
    saved(&mut catalogue, (2, 2), &[1], 125);
    saved(&mut catalogue, (3, 3), &[1], 150);
    assert_eq!(catalogue.parents("preferences/sam"), Some(vec![name(2), name(3)]));
    assert_eq!(records(catalogue.list("preferences")), [larger(150)]);
    saved(&mut catalogue, (4, 4), &[2, 3], 175);
    assert_eq!(catalogue.parents("preferences/sam"), Some(vec![name(4)]));
    assert_eq!(catalogue.parents("preferences/jo"), Some(Vec::new()));
    catalogue.is_newer(key("preferences/sam"), 0);
    assert_eq!(catalogue.parents("preferences/sam"), None, "it is only read");
}

#[test]
fn what_lies_in_a_file_that_is_forgotten_is_not_there() {
    let mut catalogue = Catalogue::default();
    saved(&mut catalogue, (1, 1), &[], 100);
    saved(&mut catalogue, (2, 2), &[], 125);
    catalogue.take_unsaved(read("one"));
    catalogue.forget(&HashSet::from([name(2)]), |record| *record == read("one"));
    assert_eq!(records(catalogue.list("preferences")), [larger(100)], "the other state that nothing follows");
    assert!(catalogue.is_saved());
    catalogue.forget(&HashSet::from([name(1)]), |_| false);
    assert_eq!(catalogue.newest("preferences/sam"), None);
    assert_eq!(catalogue.list("preferences"), []);
    assert_eq!(catalogue.parents("preferences/sam"), Some(Vec::new()));
}
