//! The root of the window: keys that no widget used become events of the app.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Operation, Tree, Widget, tree};
use iced::advanced::{Clipboard, Shell, mouse, renderer};
use iced::keyboard::{self, Key, Modifiers, key::Named};
use iced::{Element, Event as Input, Length, Rectangle, Renderer, Size, Theme};

use super::look::Look;
use super::rail;
use super::walk::Towards;
use super::{Event, View};

/// A key that no widget used.
#[derive(Debug, Clone, PartialEq)]
pub struct Struck {
    /// The key.
    pub key: Key,
    /// Control, Shift, Alt.
    pub modifiers: Modifiers,
}

impl Struck {
    /// Whether it is this named key with just these modifiers.
    #[must_use]
    pub fn is(&self, named: Named, modifiers: Modifiers) -> bool {
        self.key == Key::Named(named) && self.modifiers == modifiers
    }

    /// Whether it is this character with Control.
    #[must_use]
    pub fn is_control(&self, character: &str) -> bool {
        self.key == Key::Character(character.into()) && self.modifiers == Modifiers::CTRL
    }

    /// Whether it is this character with Control and Shift.
    #[must_use]
    pub fn is_control_shift(&self, character: &str) -> bool {
        let same = matches!(&self.key, Key::Character(key) if key.eq_ignore_ascii_case(character));
        same && self.modifiers == Modifiers::CTRL | Modifiers::SHIFT
    }

    /// What this key does on every screen.
    fn everywhere<M>(&self) -> Option<Event<M>> {
        let Key::Named(named) = self.key else { return None };
        Some(match (named, self.modifiers) {
            (Named::Tab, Modifiers::SHIFT) => Event::Move(Towards::Previous),
            (Named::Tab, modifiers) if modifiers.is_empty() => Event::Move(Towards::Next),
            (Named::ArrowLeft, Modifiers::ALT) => Event::Rail(rail::Key::Back),
            (Named::Home, Modifiers::ALT) => Event::Rail(rail::Key::Home),
            (named, modifiers) if modifiers.is_empty() => match named {
                Named::ArrowLeft => Event::Move(Towards::Left),
                Named::ArrowRight => Event::Move(Towards::Right),
                Named::ArrowUp => Event::Move(Towards::Up),
                Named::ArrowDown => Event::Move(Towards::Down),
                Named::Escape => Event::Escape,
                Named::F1 => Event::Rail(rail::Key::Help),
                Named::F2 => Event::Rail(rail::Key::Listen),
                Named::F11 => Event::HideNames,
                Named::F12 => Event::Hide,
                _ => return None,
            },
            _ => return None,
        })
    }
}

/// Wraps the whole window. `own` are the keys of the open screen, asked first.
#[must_use]
pub fn keys<'a, M: 'a>(look: &Look, content: View<'a, M>, own: impl Fn(&Struck) -> Option<M> + 'a) -> View<'a, M> {
    Element::new(Keys { content, own: Box::new(own), touched: look.touched.clone() })
}

/// What the open screen makes of a key.
type Own<'a, M> = Box<dyn Fn(&Struck) -> Option<M> + 'a>;

struct Keys<'a, M> {
    content: View<'a, M>,
    own: Own<'a, M>,
    touched: Arc<AtomicBool>,
}

/// Whether somebody is there who does this.
fn is_touch(input: &Input) -> bool {
    match input {
        Input::Keyboard(_) | Input::Touch(_) => true,
        Input::Mouse(event) => !matches!(event, mouse::Event::CursorEntered | mouse::Event::CursorLeft),
        _ => false,
    }
}

/// Modifiers as last told: some platforms do not repeat them with each key.
#[derive(Default)]
struct State(Modifiers);

impl<M> Keys<'_, M> {
    fn strike(&self, struck: &Struck) -> Option<Event<M>> {
        (self.own)(struck).map(Event::Do).or_else(|| struck.everywhere())
    }
}

impl<M> Widget<Event<M>, Theme, Renderer> for Keys<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let node = self.content.as_widget_mut().layout(&mut tree.children[0], renderer, limits);
        layout::Node::with_children(node.size(), vec![node])
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        operation.traverse(&mut |operation| {
            for layout in layout.children() {
                self.content.as_widget_mut().operate(&mut tree.children[0], layout, renderer, operation);
            }
        });
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
        for layout in layout.children() {
            self.content.as_widget_mut().update(
                &mut tree.children[0],
                input,
                layout,
                cursor,
                renderer,
                clipboard,
                shell,
                viewport,
            );
        }
        if is_touch(input) {
            self.touched.store(true, Ordering::Relaxed);
        }
        let Input::Keyboard(input) = input else { return };
        let state = tree.state.downcast_mut::<State>();
        match input {
            keyboard::Event::ModifiersChanged(modifiers) => state.0 = *modifiers,
            keyboard::Event::KeyPressed { key, modifiers, .. } if !shell.is_event_captured() => {
                let struck = Struck { key: key.clone(), modifiers: *modifiers | state.0 };
                if let Some(event) = self.strike(&struck) {
                    shell.publish(event);
                    shell.capture_event();
                }
            }
            _ => {}
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
        for layout in layout.children() {
            self.content.as_widget().draw(&tree.children[0], renderer, theme, style, layout, cursor, viewport);
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        layout.children().next().map_or(mouse::Interaction::None, |layout| {
            self.content.as_widget().mouse_interaction(&tree.children[0], layout, cursor, viewport, renderer)
        })
    }
}
