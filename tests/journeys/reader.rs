//! Someone who uses a screen reader.
use std::time::Instant;

use accesskit::{Node, NodeId, Role, Toggled};
use alongside::App;
use alongside::devices::reader::Asks;
use alongside::devices::reader::pretend::Reader;
use alongside::headless::visitor::PATIENCE;
use iced::{Event, Program, Theme, window};

use crate::person::{Computer, Person};

/// Takes what the screen reader was shown, as those of the system do.
struct Shown {
    reader: Reader,
}

impl Shown {
    /// The node of this kind and of these words, as soon as it is shown and the app is at rest.
    #[track_caller]
    fn node<P>(&self, person: &mut Person<P>, role: Role, words: &str) -> (NodeId, Node)
    where
        P: Program<Theme = Theme, State = App> + 'static,
    {
        let end = Instant::now() + PATIENCE;
        loop {
            person.window.settle();
            let shown = self.reader.shown();
            let nodes = shown.last().map(|tree| tree.nodes.clone()).unwrap_or_default();
            let is_it = |node: &Node| {
                let said = node.label().or(node.value()).unwrap_or_default();
                node.role() == role && said.starts_with(words)
            };
            if let Some(found) = nodes.into_iter().find(|(_, node)| is_it(node)) {
                return found;
            }
            assert!(Instant::now() < end, "no {role:?} {words:?} in {:#?}", shown.last());
        }
    }

    #[track_caller]
    fn presses<P>(&self, person: &mut Person<P>, role: Role, words: &str)
    where
        P: Program<Theme = Theme, State = App> + 'static,
    {
        let (id, _) = self.node(person, role, words);
        assert!(self.reader.ask(Asks::Press(id)), "the app listens");
    }

    /// The node that has the focus.
    fn focus(&self) -> Option<Node> {
        let shown = self.reader.shown().pop()?;
        shown.nodes.into_iter().find(|(id, _)| *id == shown.focus).map(|(_, node)| node)
    }
}

/// Waits until it is so: what a screen reader asks comes by another way than presses.
#[track_caller]
fn until<P>(person: &mut Person<P>, what: &str, mut is_so: impl FnMut() -> bool)
where
    P: Program<Theme = Theme, State = App> + 'static,
{
    let end = Instant::now() + PATIENCE;
    while !is_so() {
        person.window.settle();
        assert!(Instant::now() < end, "{what}");
    }
}

#[test]
fn sam_tells_a_story_with_a_screen_reader() {
    let computer = Computer::new();
    let mut sam = computer.start();
    let shown = Shown { reader: computer.devices.reader.clone() };
    sam.sees("Who are you?");
    assert!(shown.reader.shown().is_empty(), "nothing is made where nobody reads");
    assert!(shown.reader.ask(Asks::Wake));
    let _ = shown.node(&mut sam, Role::Heading, "Who are you?");
    assert_eq!(shown.focus().expect("there is a focus").label(), Some("Who are you?"));
    shown.presses(&mut sam, Role::Button, "Sam");
    let _ = shown.node(&mut sam, Role::Heading, "Hello Sam.");
    assert_eq!(shown.focus().expect("there is a focus").label().map(|words| words.contains("Sam")), Some(true));
    let _ = shown.node(&mut sam, Role::Window, "Home - ");
    shown.presses(&mut sam, Role::Button, "Tell my story");
    shown.presses(&mut sam, Role::RadioButton, "Use both");
    let picked = |node: &Node| node.toggled() == Some(Toggled::True);
    until(&mut sam, "it is picked", || shown.focus().is_some_and(|node| picked(&node)));
    let (_, node) = shown.node(&mut sam, Role::RadioButton, "Use both");
    assert!(picked(&node));
    assert_eq!(shown.focus().expect("there is a focus").label(), node.label(), "what was pressed has the focus");
    let (pictures, _) = shown.node(&mut sam, Role::RadioButton, "Use pictures");
    assert!(shown.reader.ask(Asks::Focus(pictures)));
    let on_pictures = |node: Node| node.label().is_some_and(|words| words.starts_with("Use pictures"));
    until(&mut sam, "the focus goes there", || shown.focus().is_some_and(on_pictures));
    shown.presses(&mut sam, Role::Button, "Next");
    shown.presses(&mut sam, Role::RadioButton, "I am safe");
    sam.presses("Next");
    sam.presses("Good");
    let (_, good) = shown.node(&mut sam, Role::RadioButton, "Good");
    assert_eq!(good.toggled(), Some(Toggled::True), "what is pressed otherwise is shown too");
    sam.presses("Next");
    sam.presses("One person");
    sam.presses("Next");
    sam.types_in("First letters", "É B");
    let (_, field) = shown.node(&mut sam, Role::TextInput, "First letters");
    let (run, node) = shown.node(&mut sam, Role::TextRun, "É B");
    assert_eq!(node.character_lengths(), [2, 1, 1]);
    assert_eq!(node.word_starts(), [0, 2]);
    let mark = field.text_selection().expect("a mark").focus;
    assert_eq!((mark.node, mark.character_index), (run, 3));
    let count = shown.reader.shown().len();
    sam.window.events(&[]);
    sam.window.settle();
    assert_eq!(shown.reader.shown().len(), count, "nothing new, nothing shown");
    assert!(shown.reader.ask(Asks::Sleep));
    sam.presses("Next");
    assert_eq!(shown.reader.shown().len(), count, "nothing is shown once nobody reads");
}

#[test]
fn a_screen_reader_knows_whether_the_window_has_the_keyboard() {
    let computer = Computer::new();
    let mut sam = computer.start();
    for (event, has) in [(window::Event::Focused, true), (window::Event::Unfocused, false)] {
        sam.window.events(&[Event::Window(event)]);
        until(&mut sam, "the reader knows", || computer.devices.reader.has_keys() == Some(has));
    }
}

#[test]
fn a_screen_reader_that_comes_back_is_shown_the_screen_again() {
    let computer = Computer::new();
    let mut sam = computer.start();
    let shown = Shown { reader: computer.devices.reader.clone() };
    sam.window.settle();
    for _ in 0..2 {
        let before = shown.reader.shown().len();
        assert!(shown.reader.ask(Asks::Wake));
        until(&mut sam, "it is shown again", || shown.reader.shown().len() > before);
        assert!(shown.reader.ask(Asks::Sleep));
        sam.window.settle();
    }
}
