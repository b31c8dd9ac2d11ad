//! Erin and Priya look at a list of very many stories, one stretch after the other.
use alongside::App;
use alongside::domain::debrief::{DebriefId, Telling};
use alongside::domain::person::PersonId;
use alongside::domain::record::Record;
use alongside::domain::story::{StoryStep, What};
use alongside::ui::part::Found;
use futures::executor::block_on;
use iced::{Program, Theme};

use crate::person::{Computer, Person};

/// Sam has told of this many visits more.
fn told(computer: &Computer, many: usize) {
    let store = computer.store();
    let hall = store.hall().expect("it opens");
    let team = hall.team();
    let sam = team.people.iter().find(|person| person.id.0 == "sam").expect("of the practice day");
    let session = store.session(sam, &team).expect("it opens");
    let at = |number: usize| jiff::civil::date(2026, 1, 1 + (number / 24 % 28) as i8).at((number % 24) as i8, 0, 0, 0);
    let records = (0..many).flat_map(|number| {
        let (debrief, at) = (DebriefId(format!("many-{number}")), at(number));
        let visit = Telling::begin(debrief.clone(), PersonId("sam".to_owned()), at).visit(at);
        let sent = StoryStep { debrief, worker: sam.id.clone(), by: sam.id.clone(), at, what: What::Sent };
        [Record::Visit(visit), Record::StoryStep(sent)]
    });
    block_on(session.save(records.collect())).expect("there is room");
}

/// Turns to the last page of the list that is shown. Where words are big the page itself is turned by other keys.
fn turns_down<P: Program<Theme = Theme, State = App> + 'static>(someone: &mut Person<P>) {
    let is_it = |found: &Found| found.part.id.contains("-list") && found.part.id.ends_with("-down");
    while let Some(down) = someone.window.find(|found| is_it(found) && !found.part.disabled) {
        someone.window.press_at(down.bounds.center());
        someone.keeps_its_promises("Down");
    }
}

#[test]
fn very_many_stories_are_shown_a_stretch_at_a_time() {
    let computer = Computer::new();
    told(&computer, 130);
    for (who, card) in [("Erin", "Write in the record"), ("Priya", "See what needs you")] {
        let mut someone = computer.start();
        someone.comes_in_as(who);
        someone.presses_one_that_starts(card);
        assert!(!someone.all_words().contains("Show what comes before"), "{who}");
        turns_down(&mut someone);
        someone.presses_one_that_starts("Show what comes after");
        // The next one begins with its first page.
        someone.presses_one_that_starts("Show what comes before");
        let mut stretches = 1;
        turns_down(&mut someone);
        while someone.all_words().contains("Show what comes after") {
            someone.presses_one_that_starts("Show what comes after");
            turns_down(&mut someone);
            stretches += 1;
        }
        assert_eq!(stretches, 3, "{who}");
        someone.presses_one_that_starts("Sam");
        drop(someone);
    }
}
