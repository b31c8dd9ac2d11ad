//! The keyboard alone, and what is heard: every control is reached, and speech starts and stops with one press.
use alongside::ui::part::Role;
use iced::keyboard::Modifiers;
use iced::keyboard::key::Named;

use crate::person::Computer;

#[test]
fn tab_reaches_every_control_and_comes_round() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    for screen in ["How do you want to tell us?", "First, you. Are you safe now?"] {
        sam.sees(screen);
        let parts = sam.parts();
        let controls: Vec<_> =
            parts.iter().filter(|found| found.part.role.is_control() && !found.part.disabled).collect();
        let mut reached = Vec::new();
        for _ in 0..controls.len() {
            sam.strikes(Named::Tab);
            reached.push(sam.window.focus().expect("something has the focus").to_owned());
        }
        for control in &controls {
            assert!(reached.contains(&control.part.id), "{screen}: {:?} is not reached", control.part.name);
        }
        sam.strikes(Named::Tab);
        assert_eq!(sam.window.focus(), reached.first().map(String::as_str), "{screen}: Tab comes round");
        sam.strikes_with(Named::Tab, Modifiers::SHIFT);
        assert_eq!(sam.window.focus(), reached.last().map(String::as_str), "{screen}: Shift and Tab go back");
        sam.presses(if screen.starts_with("How") { "Use pictures" } else { "I am safe" });
        sam.presses("Next");
    }
}

/// Strikes a key until the focus is on what begins with these words.
fn strikes_until<P>(person: &mut crate::person::Person<P>, key: Named, words: &str)
where
    P: iced::Program<Theme = iced::Theme, State = alongside::App> + 'static,
{
    let mut passed = Vec::new();
    while !person.focus().is_some_and(|name| name.starts_with(words)) {
        person.strikes(key);
        passed.push(person.focus());
        assert!(passed.len() < 40, "{key:?} never reaches {words:?}: {passed:?}");
    }
}

#[test]
fn sam_answers_with_keys_alone() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.strikes(Named::Tab);
    assert_eq!(sam.focus().as_deref(), Some("Sam. Peer worker"));
    sam.strikes(Named::Enter);
    sam.sees("Hello Sam.");
    strikes_until(&mut sam, Named::ArrowDown, "Plan a trip");
    strikes_until(&mut sam, Named::ArrowRight, "Tell my story");
    sam.strikes(Named::Enter);
    sam.sees("How do you want to tell us?");
    strikes_until(&mut sam, Named::Tab, "Use pictures");
    sam.strikes(Named::Space);
    assert!(sam.is_picked("Use pictures"));
    strikes_until(&mut sam, Named::Tab, "Next");
    sam.strikes(Named::Enter);
    sam.sees("First, you. Are you safe now?");
}

#[test]
fn one_press_speaks_and_one_more_stops() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    // What the page says on arriving is over.
    sam.hears("How do you want to tell us?");
    sam.plays_nothing(&computer);
    computer.devices.sounds_never_end(true);
    sam.presses_the_ear_of("Use my voice");
    sam.hears("Use my voice");
    assert_eq!(computer.devices.sounds_playing(), 1);
    sam.presses_the_ear_of("Use my voice");
    sam.plays_nothing(&computer);
    // Escape stops speech first, and only then goes back.
    sam.presses_the_ear_of("Use pictures");
    sam.strikes(Named::Escape);
    sam.plays_nothing(&computer);
    assert_eq!(sam.heading(), "How do you want to tell us?");
    sam.strikes(Named::Escape);
    sam.sees("Hello Sam.");
}

#[test]
fn each_page_says_its_heading_also_when_the_last_is_still_spoken() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    computer.devices.sounds_never_end(true);
    sam.presses("Tell my story");
    sam.hears("How do you want to tell us?");
    sam.presses("Use pictures");
    sam.presses("Next");
    sam.hears("First, you. Are you safe now?");
    sam.presses("I am safe");
    sam.presses("Next");
    sam.hears("How do you feel now?");
}

#[test]
fn listen_reads_the_whole_screen_in_order() {
    let computer = Computer::new();
    let mut sam = computer.start();
    sam.comes_in_as("Sam");
    sam.presses("Tell my story");
    sam.strikes(Named::Escape);
    sam.forgets_what_was_said();
    sam.strikes(Named::F2);
    for words in ["How do you want to tell us?", "Use my voice", "Use pictures", "Use both", "Not now"] {
        sam.hears(words);
    }
    assert!(sam.sentences_heard() >= 5);
    let ears = sam.parts().into_iter().filter(|found| found.part.role == Role::Button && found.part.quiet).count();
    assert!(ears > 0, "ears are there and are not read out");
}

#[test]
fn the_ring_goes_all_the_way_round_a_photo() {
    let computer = Computer::new();
    let mut anyone = computer.start_at(iced::Size::new(1024.0, 768.0));
    let tile =
        anyone.parts().into_iter().find(|found| found.part.name.starts_with("Sam")).expect("Sam is there").bounds;
    // A little outside of each side, where the ring lies.
    let middle = tile.center();
    let sides = [
        (middle.x, tile.y - 6.0),
        (middle.x, tile.y + tile.height + 6.0),
        (tile.x - 6.0, middle.y),
        (tile.x + tile.width + 6.0, middle.y),
    ];
    let before = anyone.window.picture();
    anyone.strikes(Named::Tab);
    anyone.sees("Sam");
    let after = anyone.window.picture();
    for (x, y) in sides {
        let at = (y as usize * before.width as usize + x as usize) * 4;
        assert_ne!(before.rgba[at..at + 4], after.rgba[at..at + 4], "no ring at {x}, {y}");
    }
}
