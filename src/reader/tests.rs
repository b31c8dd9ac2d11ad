//! Trees are made right: as a screen reader of the system takes them, which panics where one is wrong.
use accesskit_consumer::{NodeRef, Tree};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::*;
use crate::ui::part::Role as Kind;
use crate::words::Phrase;

struct Ignore;

impl accesskit_consumer::TreeChangeHandler for Ignore {
    fn node_added(&mut self, _: &NodeRef<'_>) {}
    fn node_updated(&mut self, _: &NodeRef<'_>, _: &NodeRef<'_>) {}
    fn focus_moved(&mut self, _: Option<&NodeRef<'_>>, _: Option<&NodeRef<'_>>) {}
    fn node_removed(&mut self, _: &NodeRef<'_>) {}
}

const KINDS: [Kind; 10] = [
    Kind::Button,
    Kind::CheckBox,
    Kind::RadioButton,
    Kind::Label,
    Kind::Heading,
    Kind::Image,
    Kind::TextInput,
    Kind::MultilineTextInput,
    Kind::ProgressIndicator,
    Kind::Status,
];

fn window(focus: Option<&str>, scale: f64) -> Window<'_> {
    Window { title: "Alongside", language: "en-GB", focus, page: Size::new(800.0, 600.0), scale }
}

fn found(part: Part, zone: Zone) -> Found {
    Found { part, zone, bounds: Rectangle { x: 10.0, y: 20.0, width: 30.0, height: 40.0 } }
}

fn part(id: &str, role: Kind, words: &str) -> Part {
    Part::new(id, role, &Phrase::own(words))
}

fn shown(screen: &Screen) -> Tree {
    Tree::new(screen.tree.clone(), true)
}

fn get(screen: &Screen, id: NodeId) -> &Node {
    &screen.tree.nodes.iter().find(|(other, _)| *other == id).expect("the node is there").1
}

/// The node of this name, as a screen reader has it.
fn inside(node: NodeRef<'_>, id: NodeId) -> Option<NodeRef<'_>> {
    if node.locate().0 == id { Some(node) } else { node.children().find_map(|child| inside(child, id)) }
}

/// The node of these words.
fn named<'s>(screen: &'s Screen, words: &str) -> &'s Node {
    let is_it = |node: &&(NodeId, Node)| node.1.label() == Some(words) || node.1.value() == Some(words);
    &screen.tree.nodes.iter().find(is_it).expect("the words are there").1
}

#[test]
fn every_role_is_known_to_screen_readers() {
    let all: Vec<_> = KINDS.map(|kind| found(part(&format!("{kind:?}"), kind, "Words"), Zone::Content)).into();
    let screen = screen(window(None, 1.0), &all);
    for (kind, (_, node)) in KINDS.iter().zip(screen.tree.nodes.iter().filter(|(_, node)| node.role() != Role::TextRun))
    {
        assert_eq!(format!("{:?}", node.role()), format!("{kind:?}"));
    }
}

#[test]
fn a_heading_has_a_level_and_the_focus_where_no_control_has_it() {
    let all = [found(part("heading", Kind::Heading, "Who are you?"), Zone::Heading)];
    let one = screen(window(Some("gone"), 1.0), &all);
    assert_eq!(get(&one, one.tree.focus).label(), Some("Who are you?"));
    assert_eq!(get(&one, one.tree.focus).level(), Some(1));
    let all = [found(part("heading", Kind::Heading, "Home"), Zone::Heading)];
    assert_ne!(screen(window(None, 1.0), &all).tree.focus, one.tree.focus, "a new heading is said");
    assert_eq!(screen(window(None, 1.0), &[]).tree.focus, ROOT);
}

#[test]
fn controls_can_be_pressed_and_others_cannot() {
    let off = Part { disabled: true, ..part("off", Kind::Button, "Next") };
    let picked = part("picked", Kind::CheckBox, "Good").checked(true);
    let field = Part { value: Some(String::new()), ..part("field", Kind::TextInput, "First letters") };
    let status = part("news", Kind::Status, "Saved");
    let all = [off, picked, field, status].map(|part| found(part, Zone::Content));
    let screen = screen(window(Some("off"), 1.0), &all);
    let can = |words| [Action::Click, Action::Focus].map(|action| named(&screen, words).supports_action(action));
    assert_eq!(can("Next"), [false, false]);
    assert!(named(&screen, "Next").is_disabled());
    assert_eq!(can("Good"), [true, true]);
    assert_eq!(named(&screen, "Good").toggled(), Some(Toggled::True));
    assert_eq!(named(&screen, "Next").toggled(), None);
    assert_eq!(can("First letters"), [false, true]);
    assert_eq!(named(&screen, "Saved").live(), Some(Live::Polite));
    assert_eq!(screen.tree.focus, ROOT, "what is off has no focus");
    let mut parts: Vec<_> = screen.parts.values().map(String::as_str).collect();
    parts.sort_unstable();
    assert_eq!(parts, ["field", "picked"]);
}

#[test]
fn a_part_is_named_as_shown_and_what_is_only_said_comes_after() {
    let more =
        Part { spoken: "Who are you? Choose your photo.".to_owned(), ..part("a", Kind::Heading, "Who are you?") };
    let other = Part { spoken: "5 past 9".to_owned(), ..part("b", Kind::Label, "9:05") };
    let screen = screen(window(None, 1.0), &[more, other].map(|part| found(part, Zone::Content)));
    assert_eq!(named(&screen, "Who are you?").description(), Some("Choose your photo."));
    assert_eq!(named(&screen, "9:05").description(), None);
}

#[test]
fn the_rail_is_a_landmark_and_so_is_the_page() {
    let all = [
        found(part("heading", Kind::Heading, "Home"), Zone::Heading),
        found(part("next", Kind::Button, "Next"), Zone::Actions),
        found(part("rail-home", Kind::Button, "Home key"), Zone::Rail),
    ];
    let screen = screen(window(None, 1.5), &all);
    let root = get(&screen, ROOT);
    assert_eq!((root.role(), root.label(), root.language()), (Role::Window, Some("Alongside"), Some("en-GB")));
    let marks: Vec<_> = root.children().iter().map(|id| get(&screen, *id)).collect();
    assert_eq!(marks.iter().map(|mark| mark.role()).collect::<Vec<_>>(), [Role::Main, Role::Navigation]);
    assert_eq!(marks.iter().map(|mark| mark.children().len()).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(marks[0].bounds(), Some(Rect { x0: 15.0, y0: 30.0, x1: 60.0, y1: 90.0 }));
}

#[test]
fn what_is_typed_can_be_read_with_its_mark() {
    let words = "Jane é\nBrown";
    let field = Part {
        value: Some(words.to_owned()),
        caret: Some(9),
        ..part("field", Kind::MultilineTextInput, "First letters")
    };
    let screen = screen(window(Some("field"), 1.0), &[found(field, Zone::Content)]);
    let tree = shown(&screen);
    let field = tree.state().focus().expect("the field has the focus");
    assert!(field.supports_text_ranges());
    assert_eq!(field.document_range().text(), words);
    let mark = field.text_selection_focus().expect("there is a mark");
    assert_eq!(mark.to_global_usv_index(), 9);
    let mut line = mark.to_degenerate_range();
    line.set_start(mark.backward_to_line_start());
    assert_eq!(line.text(), "Br");
}

prop_compose! {
    fn any_part()(
        id in "[ab]{1,2}", kind in 0..KINDS.len(), name in "[A-Ca-c ]{0,8}", spoken in "[A-Ca-c ]{0,12}",
        flags in any::<[bool; 2]>(), checked in option::of(any::<bool>()),
        value in option::of("[a-zé \n]{0,600}"), caret in option::of(0_usize..700),
    ) -> Part {
        let mut part = Part::new(id, KINDS[kind], &Phrase { shown: name, spoken, picture: None });
        part.disabled = flags[0];
        part.quiet = flags[1];
        (part.checked, part.value, part.caret) = (checked, value, caret);
        part
    }
}

prop_compose! {
    fn any_found()(part in any_part(), zone in 0..5, place in any::<[u16; 4]>()) -> Found {
        let zone = [Zone::Heading, Zone::Top, Zone::Content, Zone::Actions, Zone::Rail][zone as usize];
        let [x, y, width, height] = place.map(f32::from);
        Found { part, zone, bounds: Rectangle { x, y, width, height } }
    }
}

proptest! {
    #[test]
    fn any_screen_after_any_other_is_taken(
        before in vec(any_found(), 0..12), after in vec(any_found(), 0..12), focus in "[ab]{1,2}", scale in 0.5_f64..4.0,
    ) {
        let mut tree = shown(&screen(window(None, 1.0), &before));
        let screen = screen(window(Some(&focus), scale), &after);
        tree.update_and_process_changes(screen.tree.clone(), &mut Ignore);
        let nodes: Vec<_> = screen.tree.nodes.iter().filter(|(id, node)| {
            ![ROOT, PAGE, RAIL].contains(id) && node.role() != Role::TextRun
        }).collect();
        // Every part has a node, in the order of reading, where it is seen.
        prop_assert_eq!(nodes.len(), after.len());
        for (found, (id, node)) in after.iter().zip(nodes) {
            let words = if found.part.role == Kind::Label { node.value() } else { node.label() };
            prop_assert_eq!(words, Some(found.part.name.as_str()));
            prop_assert_eq!(node.is_disabled(), found.part.disabled);
            prop_assert_eq!(node.toggled().map(|toggled| toggled == Toggled::True), found.part.checked);
            let bounds = node.bounds().expect("it has a place");
            prop_assert!((bounds.x0 - f64::from(found.bounds.x) * scale).abs() < 0.01);
            prop_assert!((bounds.y1 - f64::from(found.bounds.y + found.bounds.height) * scale).abs() < 0.01);
            let acts = node.supports_action(Action::Focus);
            prop_assert_eq!(screen.parts.get(id), acts.then_some(&found.part.id));
            if is_field(&found.part) && let Some(value) = &found.part.value {
                let field = inside(tree.state().root(), *id).expect("it is there");
                prop_assert_eq!(&field.document_range().text(), value);
            }
        }
        let focused = get(&screen, screen.tree.focus);
        let is_it = screen.parts.get(&screen.tree.focus).is_some_and(|part| *part == focus);
        prop_assert!(is_it || [Role::Heading, Role::Window].contains(&focused.role()));
    }

    #[test]
    fn a_part_keeps_its_node(parts in vec(any_found(), 1..8), more in any_found()) {
        let one = screen(window(None, 1.0), &parts);
        let after = screen(window(None, 2.0), &[parts.clone(), vec![more]].concat());
        for (node, part) in &one.parts {
            prop_assert_eq!(after.parts.get(node), Some(part));
        }
    }
}
