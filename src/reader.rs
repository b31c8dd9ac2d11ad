//! What a screen reader is shown: the walk over the open screen, as a tree of AccessKit.
mod typed;

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher as _};

use accesskit::{Action, Live, Node, NodeId, Rect, Role, Toggled, TreeId, TreeInfo, TreeUpdate};
use iced::{Rectangle, Size};

use crate::ui::part::{self, Found, Part, Zone};

/// What is known of the window.
#[derive(Debug, Clone, Copy)]
pub struct Window<'a> {
    /// Its title.
    pub title: &'a str,
    /// The language of its words, as a tag.
    pub language: &'a str,
    /// The part that has the focus.
    pub focus: Option<&'a str>,
    /// Its size in logical pixels of the page.
    pub page: Size,
    /// Pixels of the screen to one logical pixel of the page.
    pub scale: f64,
}

/// A screen for a screen reader, and the way back from its nodes to our parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Screen {
    /// The whole tree.
    pub tree: TreeUpdate,
    /// The part behind each node that can have the focus.
    pub parts: HashMap<NodeId, String>,
}

/// The window itself.
pub const ROOT: NodeId = NodeId(0);
const PAGE: NodeId = NodeId(1);
const RAIL: NodeId = NodeId(2);

/// Makes the tree of a screen: page and rail as landmarks, their parts in reading order.
#[must_use]
pub fn screen(window: Window<'_>, found: &[Found]) -> Screen {
    let mut nodes = Nodes::default();
    let mut page = Landmark::new(Role::Main);
    let mut rail = Landmark::new(Role::Navigation);
    let mut focus = None;
    let mut heading = None;
    for found in found {
        let id = nodes.name(&found.part);
        let landmark = if found.zone == Zone::Rail { &mut rail } else { &mut page };
        landmark.take(id, found.bounds);
        let mut node = node(&found.part);
        node.set_bounds(pixels(found.bounds, window.scale));
        let typed = found.part.value.as_deref().filter(|_| is_field(&found.part));
        if let Some(value) = typed {
            nodes.runs(id, &mut node, (value, found.part.caret));
        }
        if found.part.role == part::Role::Heading {
            heading = heading.or(Some(id));
        }
        if window.focus == Some(found.part.id.as_str()) && can_act(&found.part) {
            focus = Some(id);
        }
        nodes.put(id, node, &found.part);
    }
    let mut root = Node::new(Role::Window);
    root.set_label(window.title);
    root.set_language(window.language);
    root.set_bounds(pixels(Rectangle::with_size(window.page), window.scale));
    for (id, landmark) in [(PAGE, page), (RAIL, rail)] {
        if let Some(node) = landmark.node(window.scale) {
            root.push_child(id);
            nodes.all.push((id, node));
        }
    }
    nodes.all.push((ROOT, root));
    let mut info = TreeInfo::new(ROOT);
    info.toolkit_name = Some("iced".to_owned());
    // Where no control has the focus, the heading has it: that is what a person who has just arrived wants to hear.
    let focus = focus.or(heading).unwrap_or(ROOT);
    let tree = TreeUpdate { nodes: nodes.all, tree: Some(info), tree_id: TreeId::ROOT, focus };
    Screen { tree, parts: nodes.parts }
}

/// Part of a page that a screen reader can go to at once.
struct Landmark {
    node: Node,
    bounds: Option<Rectangle>,
}

impl Landmark {
    fn new(role: Role) -> Self {
        Self { node: Node::new(role), bounds: None }
    }

    fn take(&mut self, id: NodeId, bounds: Rectangle) {
        self.node.push_child(id);
        self.bounds = Some(self.bounds.map_or(bounds, |all| all.union(&bounds)));
    }

    fn node(mut self, scale: f64) -> Option<Node> {
        self.node.set_bounds(pixels(self.bounds?, scale));
        Some(self.node)
    }
}

#[derive(Default)]
struct Nodes {
    all: Vec<(NodeId, Node)>,
    parts: HashMap<NodeId, String>,
    /// How many parts have had this node's name: two nodes of one name would be refused.
    named: HashMap<NodeId, u32>,
}

impl Nodes {
    /// The node of a part: the same for as long as the part is there.
    fn name(&mut self, part: &Part) -> NodeId {
        let id = match part.role {
            // A new heading is a new place, so its node is new: the focus moves to it, and it is said.
            part::Role::Heading => hashed(&(&part.id, &part.name)),
            _ => hashed(&part.id),
        };
        let count = self.named.entry(id).or_insert(0);
        *count += 1;
        if *count == 1 { id } else { hashed(&(id.0, *count)) }
    }

    fn put(&mut self, id: NodeId, node: Node, part: &Part) {
        if can_have_focus(part) {
            let _ = self.parts.insert(id, part.id.clone());
        }
        self.all.push((id, node));
    }

    /// Puts what is typed in a field under it, line by line, with the typing mark.
    fn runs(&mut self, field: NodeId, node: &mut Node, (value, caret): (&str, Option<usize>)) {
        let runs = typed::runs(value);
        let id = |index: usize| hashed(&(field.0, "run", index));
        for (index, run) in runs.iter().enumerate() {
            node.push_child(id(index));
            self.all.push((id(index), run.node(index.checked_sub(1).map(id), id(index + 1))));
        }
        if let Some((index, place)) = caret.and_then(|caret| typed::find(&runs, caret)) {
            let at = accesskit::TextPosition { node: id(index), character_index: place };
            node.set_text_selection(accesskit::TextSelection { anchor: at, focus: at });
        }
    }
}

/// A name that is never one of the fixed ones.
fn hashed(what: &impl Hash) -> NodeId {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    NodeId(hasher.finish() | 1 << 63)
}

fn node(part: &Part) -> Node {
    let mut node = Node::new(role(part.role));
    // The words of a label are what it holds; those of all others are what they are called.
    if part.role == part::Role::Label {
        node.set_value(part.name.as_str());
    } else {
        node.set_label(part.name.as_str());
    }
    if let Some(value) = part.value.as_deref().filter(|_| part.role != part::Role::Label) {
        node.set_value(value);
    }
    // Words are named as they are shown, so that eyes, ears and fingers find the same. What is only said comes after.
    let more = part.spoken.strip_prefix(part.name.as_str()).map_or("", str::trim);
    if !more.is_empty() {
        node.set_description(more);
    }
    match part.role {
        part::Role::Heading => node.set_level(1),
        part::Role::Status => node.set_live(Live::Polite),
        _ => {}
    }
    if let Some(checked) = part.checked {
        node.set_toggled(if checked { Toggled::True } else { Toggled::False });
    }
    if part.disabled {
        node.set_disabled();
    }
    if can_have_focus(part) {
        node.add_action(Action::Focus);
    }
    if can_act(part) && !is_field(part) {
        node.add_action(Action::Click);
    }
    node
}

fn can_act(part: &Part) -> bool {
    part.role.is_control() && !part.disabled
}

/// The heading has the focus of those who have just arrived.
fn can_have_focus(part: &Part) -> bool {
    can_act(part) || part.role == part::Role::Heading
}

fn is_field(part: &Part) -> bool {
    matches!(part.role, part::Role::TextInput | part::Role::MultilineTextInput)
}

fn role(role: part::Role) -> Role {
    match role {
        part::Role::Button => Role::Button,
        part::Role::CheckBox => Role::CheckBox,
        part::Role::RadioButton => Role::RadioButton,
        part::Role::Label => Role::Label,
        part::Role::Heading => Role::Heading,
        part::Role::Image => Role::Image,
        part::Role::TextInput => Role::TextInput,
        part::Role::MultilineTextInput => Role::MultilineTextInput,
        part::Role::ProgressIndicator => Role::ProgressIndicator,
        part::Role::Status => Role::Status,
    }
}

fn pixels(bounds: Rectangle, scale: f64) -> Rect {
    let edge = |at: f32| f64::from(at) * scale;
    Rect {
        x0: edge(bounds.x),
        y0: edge(bounds.y),
        x1: edge(bounds.x + bounds.width),
        y1: edge(bounds.y + bounds.height),
    }
}

#[cfg(test)]
mod tests;
