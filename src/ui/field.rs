//! A field to type in, with its label above and a gentle question below.
use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Id, Operation, Tree, Widget, tree};
use iced::advanced::{Clipboard, Shell, mouse, renderer};
use iced::keyboard::{Key, key::Named};
use iced::time::Instant;
use iced::widget::text_editor::{self, Binding, Content, KeyPress};
use iced::widget::{column, container, row};
use iced::{Center, Color, Element, Event as Input, Fill, Length, Padding, Pixels, Rectangle, Renderer, Size, Theme};
use iced::{mouse as pointer, touch, window};

use super::look::Look;
use super::page::{Row, Sign};
use super::part::{Part, Report, Role};
use super::said::{label_in, words_in};
use super::skin::Skin;
use super::text::{self as letters, Style};
use super::{Event, View, pictures};
use crate::words::Phrase;

/// What is being typed.
#[derive(Debug, Default)]
pub struct Writing(Content);

/// A change to what is typed, or to where the typing mark stands.
pub type Edit = text_editor::Action;

impl Writing {
    /// Begins with these words.
    #[must_use]
    pub fn of(words: &str) -> Self {
        let mut content = Content::with_text(words);
        content.perform(text_editor::Action::Move(text_editor::Motion::DocumentEnd));
        Self(content)
    }

    /// Takes a change, and says whether the words changed.
    pub fn take(&mut self, edit: Edit) -> bool {
        let changes = edit.is_edit();
        self.0.perform(edit);
        changes
    }

    /// The words typed so far.
    #[must_use]
    pub fn words(&self) -> String {
        self.0.text()
    }

    /// Where the typing mark stands, in characters from the start.
    fn caret(&self) -> usize {
        let cursor = self.0.cursor().position;
        let before: usize = self.0.lines().take(cursor.line).map(|line| line.text.chars().count() + 1).sum();
        // The editor counts bytes.
        let line = self
            .0
            .line(cursor.line)
            .map_or(0, |line| line.text.get(..cursor.column).map_or(0, |before| before.chars().count()));
        before + line
    }
}

/// A field, as a screen describes it.
pub struct Field<'a> {
    /// Its name in this screen.
    pub id: String,
    /// The words above it.
    pub label: Phrase,
    /// What is typed in it.
    pub writing: &'a Writing,
    /// How many lines it shows. One line takes no line breaks.
    pub lines: usize,
    /// A gentle question about what is typed.
    pub question: Option<Phrase>,
    /// Whether it stands on a staff screen.
    pub staff: bool,
}

/// Draws a field.
#[must_use]
pub fn field<'a, M: Clone + 'a>(
    look: &Look,
    field: Field<'a>,
    width: f32,
    on_edit: impl Fn(Edit) -> M + 'a,
) -> Row<'a, M> {
    let Field { id, label, writing, lines, question, staff } = field;
    let style = if staff { Style::Staff } else { Style::Body };
    let label_style = if staff { Style::StaffStrong } else { Style::SmallStrong };
    let pad = if staff { 8.0 } else { 14.0 };
    let line = style.line(look);
    let height = lines as f32 * line + 2.0 * pad;
    let colours = look.colours();
    let name = format!("{id}-label");
    let mut above = words_in(look, &name, label_style, (&label, colours.ink));
    above = container(above).height(label_style.line(look)).into();
    let typing = Typing {
        part: Part {
            value: Some(writing.words()),
            caret: Some(writing.caret()),
            ..Part::new(&id, if lines == 1 { Role::TextInput } else { Role::MultilineTextInput }, &label)
        },
        focused: look.has_focus(&id),
        ringed: look.rings(&id),
        skin: Skin::field(look, question.is_some(), look.has_focus(&id)),
        editor: editor(look, (&id, style, pad), writing, (lines, on_edit)),
        height,
    };
    let mut all = column![above, Element::new(typing)].spacing(4);
    let mut total = label_style.line(look) + 4.0 + height;
    if let Some(question) = question {
        let words = letters::height(look, label_style, &question.shown, width - 34.0);
        let sign = Sign::new("alert", question);
        let line = row![
            pictures::icon(sign.icon, 24.0, colours.danger),
            label_in(look, &format!("{id}-question"), label_style, (&sign.phrase, colours.danger)),
        ]
        .spacing(8)
        .align_y(Center);
        let part = Part::new(format!("{id}-question"), Role::Status, &sign.phrase);
        all = all.push(super::said::said(look, part, line));
        total += 4.0 + words.max(24.0);
    }
    Row { height: total, view: all.width(width).into() }
}

fn editor<'a, M: Clone + 'a>(
    look: &Look,
    (id, style, pad): (&str, Style, f32),
    writing: &'a Writing,
    (lines, on_edit): (usize, impl Fn(Edit) -> M + 'a),
) -> View<'a, M> {
    let colours = look.colours();
    let (ink, soft, pick) = (colours.ink, colours.soft, colours.pick);
    iced::widget::text_editor(&writing.0)
        .id(format!("{id}-editor"))
        .on_action(move |edit| Event::Do(on_edit(edit)))
        .key_binding(move |press| binding(press, lines))
        .font(style.font(look))
        .size(style.size(look))
        .line_height(Pixels(style.line(look)))
        .padding(Padding::from([pad, pad + 4.0]))
        .height(Fill)
        .style(move |_, _| text_editor::Style {
            background: Color::TRANSPARENT.into(),
            border: iced::Border::default(),
            placeholder: soft,
            value: ink,
            selection: pick,
        })
        .into()
}

/// What a key does in a field. All that is not typing goes on to the screen: Esc, Tab, keys with Control.
fn binding<M>(press: KeyPress, lines: usize) -> Option<Binding<Event<M>>> {
    let named = match press.key {
        Key::Named(named) => Some(named),
        _ => None,
    };
    if matches!(named, Some(Named::Escape | Named::Tab)) || (lines == 1 && named == Some(Named::Enter)) {
        return None;
    }
    let held = press.modifiers.control() || press.modifiers.alt();
    let edits = matches!(press.key.to_latin(press.physical_key), Some('c' | 'x' | 'v' | 'a'));
    let moves = matches!(
        named,
        Some(Named::ArrowLeft | Named::ArrowRight | Named::Home | Named::End | Named::Backspace | Named::Delete)
    );
    if held && !(edits && press.modifiers.control() && !press.modifiers.shift()) && !moves {
        return None;
    }
    Binding::from_key_press(press)
}

struct Typing<'a, M> {
    part: Part,
    focused: bool,
    ringed: bool,
    skin: Skin,
    editor: View<'a, M>,
    height: f32,
}

/// When the widget was made: the typing mark is told that no time has passed since, so it does not blink.
struct State {
    made: Instant,
}

/// Gives the editor the focus, or takes it, as the app has it.
struct Follow(bool);

impl Operation for Follow {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if self.0 && !state.is_focused() {
            state.focus();
        } else if !self.0 && state.is_focused() {
            state.unfocus();
        }
    }
}

impl<M: Clone> Widget<Event<M>, Theme, Renderer> for Typing<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State { made: Instant::now() })
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.editor)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.editor));
    }

    fn size(&self) -> Size<Length> {
        Size::new(Fill, self.height.into())
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let limits = limits.height(self.height).width(Fill);
        let node = self.editor.as_widget_mut().layout(&mut tree.children[0], renderer, &limits);
        layout::Node::with_children(limits.max(), vec![node])
    }

    fn operate(&mut self, _tree: &mut Tree, layout: Layout<'_>, _renderer: &Renderer, operation: &mut dyn Operation) {
        let id = Id::from(self.part.id.clone());
        operation.custom(Some(&id), layout.bounds(), &mut Report::of(self.part.clone()));
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        input: &Input,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Event<M>>,
        viewport: &Rectangle,
    ) {
        let Some(inside) = layout.children().next() else { return };
        let made = tree.state.downcast_ref::<State>().made;
        let editor = self.editor.as_widget_mut();
        let child = &mut tree.children[0];
        editor.operate(child, inside, renderer, &mut Follow(self.focused));
        let pressed = matches!(
            input,
            Input::Mouse(pointer::Event::ButtonPressed(_)) | Input::Touch(touch::Event::FingerPressed { .. })
        );
        if pressed && cursor.is_over(layout.bounds()) {
            shell.publish(Event::Focus(self.part.id.clone()));
        }
        if let Input::Window(window::Event::RedrawRequested(_)) = input {
            let asked = shell.redraw_request();
            let still = Input::Window(window::Event::RedrawRequested(made));
            editor.update(child, &still, inside, cursor, renderer, clipboard, shell, viewport);
            Shell::replace_redraw_request(shell, asked);
        } else {
            editor.update(child, input, inside, cursor, renderer, clipboard, shell, viewport);
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let _ = self.skin.draw(renderer, bounds, false);
        for inside in layout.children() {
            self.editor.as_widget().draw(&tree.children[0], renderer, theme, style, inside, cursor, viewport);
        }
        if self.ringed {
            self.skin.draw_ring(renderer, bounds);
        }
    }

    fn mouse_interaction(
        &self,
        _tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        if cursor.is_over(layout.bounds()) { mouse::Interaction::Text } else { mouse::Interaction::None }
    }
}
