//! The one widget that can be pressed: by pointer, touch, key, switch and screen reader.
use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Id, Operation, Tree, Widget, tree};
use iced::advanced::{Clipboard, Shell, mouse, renderer};
use iced::keyboard::{self, Key, key};
use iced::time::{Duration, Instant};
use iced::{Element, Event as Input, Length, Rectangle, Renderer, Size, Theme, Vector, touch, window};

use super::part::{Part, Report};
use super::skin::Skin;
use super::{Event, View};

/// How long a pointer rests on words before they are said (easy read, rule 39).
const REST: Duration = Duration::from_millis(500);

/// Where a second, smaller control stands inside the plate of this one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Beside {
    /// Along the right edge, this wide.
    Right(f32),
    /// Along the bottom edge, this high.
    Bottom(f32),
    /// In the bottom right corner.
    Corner(Size),
}

/// Something to press.
pub struct Press<'a, M> {
    part: Part,
    content: View<'a, M>,
    ear: Option<(Beside, View<'a, M>)>,
    on_press: Option<Event<M>>,
    skin: Skin,
    focused: bool,
    ringed: bool,
    point_to_hear: bool,
    settles: Option<Instant>,
    width: Length,
    height: Length,
}

impl<'a, M: Clone + 'a> Press<'a, M> {
    /// Something to press, drawn with this skin.
    pub fn new(look: &super::Look, part: Part, skin: Skin, content: impl Into<View<'a, M>>) -> Self {
        Self {
            focused: look.has_focus(&part.id),
            ringed: look.rings(&part.id),
            point_to_hear: look.point_to_hear,
            settles: look.settles,
            part,
            content: content.into(),
            ear: None,
            on_press: None,
            skin,
            width: Length::Fill,
            height: Length::Fill,
        }
    }

    /// What pressing it does. Without this it is off.
    pub fn does(mut self, event: Option<Event<M>>) -> Self {
        self.part.disabled = event.is_none();
        self.on_press = event;
        self
    }

    /// Puts a second control, as an ear, inside the plate.
    pub fn beside(mut self, beside: Beside, ear: impl Into<View<'a, M>>) -> Self {
        self.ear = Some((beside, ear.into()));
        self
    }

    /// The width and height of the whole plate.
    pub fn size(mut self, width: impl Into<Length>, height: impl Into<Length>) -> Self {
        self.width = width.into();
        self.height = height.into();
        self
    }
}

/// What the widget remembers between frames.
#[derive(Debug, Default)]
struct State {
    id: String,
    pressed: bool,
    /// A screen reader asked for a press.
    asked: bool,
    resting_since: Option<Instant>,
    heard: bool,
    drawn_pressed: bool,
}

impl<'a, M: Clone + 'a> Press<'a, M> {
    fn children(&self) -> impl Iterator<Item = &View<'a, M>> {
        std::iter::once(&self.content).chain(self.ear.iter().map(|(_, ear)| ear))
    }

    /// A press has been made, in whatever way.
    fn press(&self, shell: &mut Shell<'_, Event<M>>) {
        if let Some(event) = &self.on_press {
            shell.publish(event.clone());
        }
    }

    fn pointer(&self, state: &mut State, input: &Input, over: bool, shell: &mut Shell<'_, Event<M>>) {
        match input {
            Input::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Input::Touch(touch::Event::FingerPressed { .. })
                if over =>
            {
                let settled = self.settles.is_none_or(|settles| Instant::now() >= settles);
                state.pressed = self.on_press.is_some() && settled;
                shell.publish(Event::Focus(self.part.id.clone()));
                shell.capture_event();
            }
            Input::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
            | Input::Touch(touch::Event::FingerLifted { .. })
                if std::mem::take(&mut state.pressed) =>
            {
                if over {
                    self.press(shell);
                }
                shell.capture_event();
            }
            Input::Touch(touch::Event::FingerLost { .. }) => state.pressed = false,
            _ => {}
        }
    }

    fn keys(&self, input: &Input, shell: &mut Shell<'_, Event<M>>) {
        if let Input::Keyboard(keyboard::Event::KeyPressed { key: Key::Named(key), repeat, modifiers, .. }) = input
            && matches!(key, key::Named::Enter | key::Named::Space)
            && modifiers.is_empty()
            && self.focused
        {
            if !repeat {
                self.press(shell);
            }
            shell.capture_event();
        }
    }

    /// Says the words once, when the pointer has rested on them for a while.
    fn point(&self, state: &mut State, over: bool, shell: &mut Shell<'_, Event<M>>) {
        if !(over && self.point_to_hear) {
            state.resting_since = None;
            state.heard = false;
            return;
        }
        let now = Instant::now();
        let since = *state.resting_since.get_or_insert(now);
        if state.heard {
            return;
        }
        if now.duration_since(since) >= REST {
            state.heard = true;
            shell.publish(Event::Hear { part: self.part.id.clone(), words: self.part.spoken.clone() });
        } else {
            shell.request_redraw_at(since + REST);
        }
    }
}

impl<'a, M: Clone + 'a> Widget<Event<M>, Theme, Renderer> for Press<'a, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State { id: self.part.id.clone(), ..State::default() })
    }

    fn children(&self) -> Vec<Tree> {
        self.children().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        // The widget at this place may now be another control: it starts afresh.
        let state = tree.state.downcast_mut::<State>();
        if state.id != self.part.id {
            *state = State { id: self.part.id.clone(), ..State::default() };
        }
        tree.diff_children(&self.children().collect::<Vec<_>>());
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, self.height)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let inset = self.skin.inset();
        let limits = limits.width(self.width).height(self.height);
        let inner = limits.shrink(inset);
        let taken = match self.ear.as_ref().map(|(beside, _)| *beside) {
            Some(Beside::Right(width)) => Size::new(width, 0.0),
            Some(Beside::Bottom(height)) => Size::new(0.0, height),
            Some(Beside::Corner(_)) | None => Size::ZERO,
        };
        let content =
            self.content.as_widget_mut().layout(&mut tree.children[0], renderer, &inner.shrink(taken).loose());
        let size = limits.resolve(self.width, self.height, content.size() + taken + Size::new(inset.x(), inset.y()));
        let room = Size::new(size.width - inset.x(), size.height - inset.y());
        let free = Size::new(room.width - taken.width, room.height - taken.height);
        let content = content.align(iced::Alignment::Center, iced::Alignment::Center, free);
        let mut nodes = vec![content.translate(Vector::new(inset.left, inset.top))];
        if let Some((beside, ear)) = &mut self.ear {
            let spot = match *beside {
                Beside::Right(width) => Rectangle::new([free.width, 0.0].into(), [width, room.height].into()),
                Beside::Bottom(height) => Rectangle::new([0.0, free.height].into(), [room.width, height].into()),
                Beside::Corner(corner) => {
                    Rectangle::new([room.width - corner.width, room.height - corner.height].into(), corner)
                }
            };
            let node = ear.as_widget_mut().layout(
                &mut tree.children[1],
                renderer,
                &layout::Limits::new(spot.size(), spot.size()),
            );
            nodes.push(node.move_to(spot.position() + Vector::new(inset.left, inset.top)));
        }
        layout::Node::with_children(size, nodes)
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        let id = Id::from(self.part.id.clone());
        let mut report = Report::of(self.part.clone());
        operation.custom(Some(&id), layout.bounds(), &mut report);
        tree.state.downcast_mut::<State>().asked |= report.press;
        operation.container(Some(&id), layout.bounds());
        operation.traverse(&mut |operation| {
            let places = tree.children.iter_mut().zip(layout.children());
            for (child, (tree, layout)) in
                std::iter::once(&mut self.content).chain(self.ear.iter_mut().map(|(_, ear)| ear)).zip(places)
            {
                child.as_widget_mut().operate(tree, layout, renderer, operation);
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
        let mut over_ear = false;
        if let (Some((_, ear)), Some(place)) = (&mut self.ear, layout.children().nth(1)) {
            over_ear = cursor.is_over(place.bounds());
            ear.as_widget_mut().update(
                &mut tree.children[1],
                input,
                place,
                cursor,
                renderer,
                clipboard,
                shell,
                viewport,
            );
        }
        if shell.is_event_captured() {
            return;
        }
        let over = !over_ear && cursor.is_over(layout.bounds());
        let state = tree.state.downcast_mut::<State>();
        self.pointer(state, input, over, shell);
        self.keys(input, shell);
        self.point(state, over, shell);
        if std::mem::take(&mut state.asked) {
            self.press(shell);
        }
        let showing = state.pressed && over;
        if let Input::Window(window::Event::RedrawRequested(_)) = input {
            state.drawn_pressed = showing;
        } else if state.drawn_pressed != showing {
            shell.request_redraw();
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let bounds = layout.bounds();
        let pressed = tree.state.downcast_ref::<State>().drawn_pressed;
        let down = self.skin.draw(renderer, bounds, pressed);
        let style = renderer::Style { text_color: self.skin.ink };
        iced::advanced::Renderer::with_translation(renderer, Vector::new(0.0, down), |renderer| {
            for ((child, tree), layout) in self.children().zip(&tree.children).zip(layout.children()) {
                child.as_widget().draw(tree, renderer, theme, &style, layout, cursor, viewport);
            }
        });
        if down == 0.0 {
            self.skin.draw_border(renderer, bounds);
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
        if cursor.is_over(layout.bounds()) && self.on_press.is_some() {
            mouse::Interaction::Pointer
        } else {
            mouse::Interaction::None
        }
    }
}

impl<'a, M: Clone + 'a> From<Press<'a, M>> for Element<'a, Event<M>> {
    fn from(press: Press<'a, M>) -> Self {
        Element::new(press)
    }
}
