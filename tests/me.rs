//! What a worker tells about themselves never reaches who writes the record, whatever way the worker takes.
use std::collections::BTreeSet;

use alongside::domain::questions::{QUESTIONS, Question, Stream};
use alongside::ui::part::{Role, Zone};
use alongside::words::Words;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use crate::person::Computer;

/// Words that the worker types about themselves.
const TYPED: &str = "turquoise";

/// How to go on from a screen.
const WAYS: &[&str] = &[
    "Next",
    "Skip",
    "Not sure",
    "OK",
    "I have rung",
    "Not now",
    "Yes, this is right",
    "Send it",
    "OK, I know",
    "Use pictures",
];

/// What can be read of answers about the worker, and of no other answer.
fn only_about_me() -> Vec<String> {
    let words = Words::in_language("en-GB");
    let shown = |question: &Question| {
        let tiles = question.tiles.iter().map(|tile| words.shown(&question.ask.tile_key(tile)));
        tiles.chain([words.shown(question.key)]).collect::<Vec<_>>()
    };
    let of = |me: bool| {
        let questions = QUESTIONS.iter().filter(move |question| (question.stream == Some(Stream::Me)) == me);
        questions.flat_map(shown).collect::<BTreeSet<_>>()
    };
    let others = of(false);
    let mut all: Vec<_> = of(true).into_iter().filter(|own| !others.iter().any(|other| other.contains(own))).collect();
    all.push(TYPED.to_owned());
    all
}

/// A worker who takes any way through: each number decides one thing.
fn tells(computer: &Computer, choices: &[u8]) {
    let words = Words::in_language("en-GB");
    let about_me: BTreeSet<_> = QUESTIONS
        .iter()
        .filter(|question| question.stream == Some(Stream::Me))
        .map(|question| words.shown(question.key))
        .collect();
    let mut choices = choices.iter().copied().cycle();
    let mut next = move |of: usize| usize::from(choices.next().unwrap_or_default()) % of.max(1);
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    for _ in 0..200 {
        let heading = sam.heading();
        if heading == words.shown("story") {
            return;
        }
        if sam.can_press("Show a card") {
            // An answer has opened Help.
            sam.presses_id("rail-back");
        }
        if about_me.contains(&heading) && sam.can_press("Use my voice") && next(2) == 0 {
            sam.presses("Use my voice");
            if sam.can_press("OK, I know") {
                sam.presses("OK, I know");
            }
            sam.presses("I want to type");
            sam.types_in("Your words", TYPED);
            sam.presses("Done");
            continue;
        }
        let answers: Vec<_> = sam
            .zone(Zone::Content)
            .into_iter()
            .filter(|found| matches!(found.part.role, Role::CheckBox | Role::RadioButton) && !found.part.disabled)
            .map(|found| found.part.id)
            // "Not now" would end the telling, and "I need help now" leads to Help.
            .filter(|id| id != "s0-not-now" && id != "a1-help")
            .collect();
        if !answers.is_empty() {
            let answer = answers[next(answers.len())].clone();
            sam.presses_id(&answer);
        }
        let ways: Vec<_> = WAYS.iter().filter(|way| sam.can_press(way)).collect();
        if let Some(way) = ways.get(if next(3) > 0 { 0 } else { next(ways.len()) }) {
            sam.presses(way);
        }
    }
    panic!("the telling does not end: {:#?}", sam.window.shown());
}

/// All that Erin can read at the desk about the newest story, and what she copies.
fn all_at_the_desk(computer: &Computer) -> String {
    let mut erin = computer.start();
    erin.comes_in_as("Erin");
    let mut seen = erin.all_words();
    erin.presses("Write in the record");
    seen += &erin.all_words();
    erin.presses_one_that_starts("Sam, ");
    // Every card into the note, then every page of the words and of the note.
    for card in 0..20 {
        let id = format!("use-{card}");
        for _ in 0..20 {
            if erin.parts().iter().any(|found| found.part.id == id) {
                erin.presses_id(&id);
                break;
            }
            let turned =
                erin.parts().into_iter().find(|found| found.part.id == "desk-words-down" && !found.part.disabled);
            match turned {
                Some(_) => erin.presses_id("desk-words-down"),
                None => break,
            }
            seen += &erin.all_words();
        }
    }
    seen += &erin.all_words();
    erin.presses("Copy note");
    erin.sees("Copied");
    seen + &computer.devices.copied().expect("it was copied")
}

#[test]
fn me_answers_never_reach_the_desk_the_note_or_the_copy() {
    let secret = only_about_me();
    assert!(secret.len() > 8, "{secret:?}");
    let mut runner = TestRunner::new(ProptestConfig { cases: 5, max_shrink_iters: 0, ..ProptestConfig::default() });
    let done = runner.run(&prop::collection::vec(any::<u8>(), 40..80), |choices| {
        let computer = Computer::new();
        tells(&computer, &choices);
        let seen = all_at_the_desk(&computer);
        for words in &secret {
            prop_assert!(!seen.contains(words.as_str()), "{words:?} reached the desk:\n{seen}");
        }
        Ok(())
    });
    if let Err(failed) = done {
        panic!("{failed}");
    }
}

#[test]
fn me_answers_are_not_in_the_note_of_the_tour() {
    let folder = tempfile::tempdir().expect("a folder");
    let _ = alongside::tour::make(folder.path()).expect("the tour is made");
    let note = std::fs::read_to_string(folder.path().join("note.txt")).expect("it is there");
    assert!(note.contains("We talked"), "{note}");
    for words in only_about_me() {
        assert!(!note.contains(&words), "{words:?} is in the note of the tour");
    }
}
