//! Words that can be heard: each says what it is to the walk.
use iced::advanced::layout::{self, Layout};
use iced::advanced::widget::{Id, Operation, Tree, Widget};
use iced::advanced::{Clipboard, Shell, mouse, renderer};
use iced::widget::{rich_text, span};
use iced::{Color, Element, Event as Input, Length, Pixels, Rectangle, Renderer, Size, Theme};

use super::part::{Part, Report, Role};
use super::text::Style;
use super::{Event, Look, View, skin};
use crate::words::Phrase;

/// Words in a style, with a band behind the sentence of part `id` that is being spoken.
///
/// These words belong to a control around them, which says them.
#[must_use]
pub fn label<'a, M: 'a>(look: &Look, id: &str, style: Style, phrase: &Phrase) -> View<'a, M> {
    lettering(look, id, style, phrase, None)
}

/// The same in a colour other than that of the control.
#[must_use]
pub fn label_in<'a, M: 'a>(look: &Look, id: &str, style: Style, (phrase, colour): (&Phrase, Color)) -> View<'a, M> {
    lettering(look, id, style, phrase, Some(colour))
}

/// Words that stand by themselves.
#[must_use]
pub fn words<'a, M: 'a>(look: &Look, id: &str, style: Style, phrase: &Phrase) -> View<'a, M> {
    words_in(look, id, style, (phrase, look.colours().ink))
}

/// The same in a colour of their own.
#[must_use]
pub fn words_in<'a, M: 'a>(look: &Look, id: &str, style: Style, (phrase, colour): (&Phrase, Color)) -> View<'a, M> {
    let part = Part::new(id, Role::Label, phrase);
    said(look, part, lettering(look, id, style, phrase, Some(colour)))
}

/// The heading of a page.
#[must_use]
pub fn heading<'a, M: 'a>(look: &Look, style: Style, phrase: &Phrase) -> View<'a, M> {
    let part = Part::new("heading", Role::Heading, phrase);
    said(look, part, lettering(look, "heading", style, phrase, Some(look.colours().ink)))
}

/// Anything that is shown and has words: a picture, a chip, a drawing.
#[must_use]
pub fn said<'a, M: 'a>(look: &Look, part: Part, content: impl Into<View<'a, M>>) -> View<'a, M> {
    let speaking = look.spoken_range(&part.id).is_some();
    let bar = speaking.then_some(look.colours().ring);
    Element::new(Said { part, bar, content: content.into() })
}

fn lettering<'a, M: 'a>(look: &Look, id: &str, style: Style, phrase: &Phrase, colour: Option<Color>) -> View<'a, M> {
    let band = look.spoken_range(id).map(|range| {
        // Sentences are counted in what is said: where that differs, all of it is marked.
        let same = phrase.shown == phrase.spoken && phrase.shown.get(range.clone()).is_some();
        if same { range.clone() } else { 0..phrase.shown.len() }
    });
    let shown = &phrase.shown;
    let plain = |words: &str| span(words.to_owned()).color_maybe(colour);
    let spans = match band {
        None => vec![plain(shown)],
        Some(band) => vec![
            plain(&shown[..band.start]),
            plain(&shown[band.clone()]).color(look.colours().ink).background(look.colours().speak),
            plain(&shown[band.end..]),
        ],
    };
    let text: iced::widget::text::Rich<'a, (), Event<M>> =
        rich_text(spans).size(style.size(look)).line_height(Pixels(style.line(look))).font(style.font(look));
    text.into()
}

/// A part that cannot be pressed.
struct Said<'a, M> {
    part: Part,
    /// The colour of the bar at its left, while it is spoken.
    bar: Option<Color>,
    content: View<'a, M>,
}

impl<M> Widget<Event<M>, Theme, Renderer> for Said<'_, M> {
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
        let id = Id::from(self.part.id.clone());
        operation.custom(Some(&id), layout.bounds(), &mut Report::of(self.part.clone()));
        operation.container(Some(&id), layout.bounds());
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
        if let Some(colour) = self.bar {
            let bounds = layout.bounds();
            let bar = Rectangle { x: bounds.x - 11.0, width: 7.0, ..bounds };
            skin::fill(renderer, bar, 0.0, colour);
        }
        for layout in layout.children() {
            self.content.as_widget().draw(&tree.children[0], renderer, theme, style, layout, cursor, viewport);
        }
    }
}
