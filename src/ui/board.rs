//! A board: children at given places, in the order in which they are read.
use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Operation, Tree, Widget};
use iced::advanced::{Clipboard, Shell, mouse, renderer};
use iced::{Color, Element, Event as Input, Length, Rectangle, Renderer, Size, Theme};

use super::part::{Begins, Zone};
use super::{Event, View, skin};

/// Children at given places.
pub struct Board<'a, M> {
    size: Size,
    grounds: Vec<(Rectangle, Color)>,
    places: Vec<(Zone, Rectangle)>,
    children: Vec<View<'a, M>>,
}

impl<'a, M: 'a> Board<'a, M> {
    /// An empty board of this size.
    #[must_use]
    pub fn new(size: Size) -> Self {
        Self { size, grounds: Vec::new(), places: Vec::new(), children: Vec::new() }
    }

    /// Paints a rectangle behind everything.
    #[must_use]
    pub fn ground(mut self, place: Rectangle, colour: Color) -> Self {
        self.grounds.push((place, colour));
        self
    }

    /// Adds a child, which fills its place unless it is smaller.
    #[must_use]
    pub fn put(mut self, zone: Zone, place: Rectangle, child: impl Into<View<'a, M>>) -> Self {
        self.places.push((zone, place));
        self.children.push(child.into());
        self
    }
}

impl<M> Widget<Event<M>, Theme, Renderer> for Board<'_, M> {
    fn children(&self) -> Vec<Tree> {
        self.children.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.children);
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.size.width.into(), self.size.height.into())
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, _limits: &layout::Limits) -> layout::Node {
        let nodes = self
            .children
            .iter_mut()
            .zip(&mut tree.children)
            .zip(&self.places)
            .map(|((child, tree), (_, place))| {
                let limits = layout::Limits::new(Size::ZERO, place.size());
                let node = child.as_widget_mut().layout(tree, renderer, &limits);
                node.move_to(place.position())
            })
            .collect();
        layout::Node::with_children(self.size, nodes)
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        operation.traverse(&mut |operation| {
            for (((child, tree), layout), (zone, _)) in
                self.children.iter_mut().zip(&mut tree.children).zip(layout.children()).zip(&self.places)
            {
                operation.custom(None, layout.bounds(), &mut Begins(*zone));
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
        for ((child, tree), layout) in self.children.iter_mut().zip(&mut tree.children).zip(layout.children()) {
            child.as_widget_mut().update(tree, input, layout, cursor, renderer, clipboard, shell, viewport);
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
        let origin = layout.position() - iced::Point::ORIGIN;
        for (place, colour) in &self.grounds {
            skin::fill(renderer, *place + origin, 0.0, *colour);
        }
        for ((child, tree), layout) in self.children.iter().zip(&tree.children).zip(layout.children()) {
            child.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
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
        self.children
            .iter()
            .zip(&tree.children)
            .zip(layout.children())
            .map(|((child, tree), layout)| {
                child.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer)
            })
            .max()
            .unwrap_or_default()
    }
}

impl<'a, M: 'a> From<Board<'a, M>> for Element<'a, Event<M>> {
    fn from(board: Board<'a, M>) -> Self {
        Element::new(board)
    }
}
