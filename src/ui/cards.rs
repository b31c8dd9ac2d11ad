//! Cards side by side, with the same lines in each, so that eyes can compare.
use iced::widget::{Column, Row as Line, Space, column, container, row};
use iced::{Center, Fill, Padding, Size};

use super::look::{self, Look};
use super::part::{Part, Role};
use super::press::{Beside, Press};
use super::said::{label, label_in};
use super::skin::Skin;
use super::text::{self as letters, Style};
use super::tile::{Lead, Mark, Tile};
use super::{Event, View, buttons, pictures, rows, tiles};
use crate::words::Phrase;

/// One of up to three cards, of which one can be picked.
pub struct Card<M> {
    /// Its name in this screen.
    pub id: String,
    /// Its name, with its picture.
    pub title: Phrase,
    /// A small line below its name.
    pub under: Option<Phrase>,
    /// Its lines, each with what stands at its left.
    pub lines: Vec<(Lead, Phrase)>,
    /// Whether it is picked.
    pub picked: bool,
    /// What pressing it does.
    pub does: M,
}

/// The height of the line of ears.
const EAR: f32 = 60.0;

impl<M: Clone> Card<M> {
    /// All that is said of it.
    fn said(&self) -> Phrase {
        let lines = self.under.iter().chain(self.lines.iter().map(|(_, line)| line));
        let all = Phrase::joined(std::iter::once(&self.title).chain(lines));
        Phrase { picture: self.title.picture.clone(), ..all }
    }

    /// The same as a tile, where there is no room for columns: its first line stands in for them all.
    #[must_use]
    pub fn tile(&self) -> Tile<M> {
        let lead = self.lines.first().map_or(Lead::Picture, |(lead, _)| lead.clone());
        let mut tile =
            Tile::opens(&self.id, self.title.clone(), self.does.clone()).mark(Mark::One(self.picked)).lead(lead);
        let rest = self.lines.iter().map(|(_, line)| line);
        let joined = rest.fold(Phrase::default(), |all, line| Phrase {
            shown: format!("{} {}", all.shown, line.shown).trim().to_owned(),
            spoken: format!("{} {}", all.spoken, line.spoken).trim().to_owned(),
            picture: None,
        });
        tile.under = Some(joined);
        tile
    }
}

/// Draws the cards in columns.
#[must_use]
pub fn columns<'a, M: Clone + 'a>(look: &Look, cards: &[Card<M>], room: Size) -> View<'a, M> {
    let gap = look.gap();
    // Three places are kept, so that a card is as wide when it stands alone.
    let width = (room.width - 2.0 * gap) / 3.0;
    let drawn = cards.iter().map(|card| draw(look, card, Size::new(width, room.height)));
    Line::with_children(drawn).spacing(gap).into()
}

fn draw<'a, M: Clone + 'a>(look: &Look, card: &Card<M>, size: Size) -> View<'a, M> {
    let colours = look.colours();
    let wide = look.class == look::Class::Wide;
    let side = if wide { 20.0 } else { 14.0 };
    let (picture, head) = if wide { (92.0, 112.0) } else { (64.0, 104.0) };
    let skin = if card.picked { Skin::picked(look) } else { Skin::tile(look) };
    let room = size.width - 2.0 * side - 12.0;
    let tick = look.tick();
    let shown: View<'a, M> = match card.title.picture.as_deref().filter(|_| look.pictures) {
        Some(name) => rows::plate(look, pictures::picture(name, picture - 6.0), picture),
        None => Space::new().into(),
    };
    let title_room = room - picture - tick - 24.0;
    let title_style = [Style::Label, Style::SmallStrong]
        .into_iter()
        .find(|style| letters::height(look, *style, &card.title.shown, title_room) <= head - 8.0)
        .unwrap_or(Style::StaffStrong);
    let mut names = Column::new().push(label(look, &card.id, title_style, &card.title)).width(Fill);
    if let Some(under) = &card.under {
        names = names.push(label_in(look, &card.id, Style::StaffStrong, (under, colours.wait)));
    }
    let box_ = tiles::tick(look, card.picked, tick / 2.0, tick);
    let top = container(row![shown, names, box_].spacing(12).align_y(Center))
        .padding(Padding::from([0.0, side]))
        .center_y(head)
        .width(Fill);
    let edge = if card.picked { colours.pickline } else { colours.hair };
    let divider = container(Space::new().width(Fill).height(2)).style(move |_| buttons::ground(edge, 0.0));
    let lead = if wide { 84.0 } else { 56.0 };
    let lines = card.lines.iter().map(|(kind, phrase)| -> View<'a, M> {
        let words = container(label(look, &card.id, Style::Body, phrase)).width(Fill);
        let shown = rows::lead_view(look, (kind, phrase), lead);
        container(row![].push(shown).push(words).spacing(14).align_y(Center)).center_y(Fill).height(Fill).into()
    });
    let body = container(Column::with_children(lines).spacing(8))
        .padding(Padding { top: 10.0, bottom: 10.0, left: side, right: side })
        .height(Fill);
    let content: View<'a, M> = column![top, divider, body, Space::new().height(EAR)].width(Fill).into();
    let said = card.said();
    let ear = buttons::low_ear(look, &card.id, &said.spoken);
    let part = Part::new(&card.id, Role::RadioButton, &said).checked(card.picked);
    Press::new(look, part, skin, content)
        .does(Some(Event::Do(card.does.clone())))
        .beside(Beside::Bottom(EAR), ear)
        .size(size.width, size.height)
        .into()
}
