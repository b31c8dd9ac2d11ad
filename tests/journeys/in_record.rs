//! Erin says that her record is accurate and adequate: only what she ticks is kept.
use alongside::domain::story::Story;

use crate::person::Computer;

/// Erin puts the first story of the practice day in the record, ticks as she is told, and what is kept of it.
fn put_in_record(tick: bool) -> Story {
    let computer = Computer::new();
    let mut erin = computer.start();
    erin.comes_in_as("Erin");
    erin.presses("Write in the record");
    erin.presses_one_that_starts("Jo");
    if erin.can_press("Write") {
        erin.presses("Write");
    }
    erin.types_in("What we did", "We talked.");
    erin.presses("It is in the record");
    erin.presses("RiO");
    if tick {
        erin.presses("My record is accurate and adequate");
    }
    erin.presses("It is in the record");
    erin.sees("Stories to write down");
    drop(erin);
    let store = computer.store();
    let hall = store.hall().expect("it opens");
    let person = hall.team().people.into_iter().find(|person| person.id.0 == "erin").expect("of the practice day");
    let session = store.session(&person, &hall.team()).expect("it opens");
    let stories = session.visits().into_iter().map(|visit| session.story(&visit.id));
    stories.into_iter().find(|story| story.in_record.is_some()).expect("it is in the record")
}

#[test]
fn what_is_ticked_is_kept_and_nothing_else() {
    assert!(put_in_record(true).adequate.is_some());
    assert!(put_in_record(false).adequate.is_none());
}
