//! One step of a trip as a card: what one sees, the number of the bus, and one thing to do.
use iced::widget::{Column, container};
use iced::{Rectangle, Size};

use crate::domain::route::StepNote;
use crate::screen::Ctx;
use crate::ui::board::Board;
use crate::ui::part::Zone;
use crate::ui::scene::Plate;
use crate::ui::{Body, Class, Lead, Look, Page, Row, rows, scene};
use crate::words::Phrase;

/// A step, ready to be drawn.
#[derive(Debug, Clone)]
pub struct Card {
    /// What there is to do.
    pub heading: Phrase,
    /// The name of the photo of what one sees, if there is one.
    pub photo: Option<String>,
    /// The name of what is shown, and the picture for it where there is no photo.
    pub caption: Phrase,
    /// The number of the line, and where it goes.
    pub plate: Option<Plate>,
    /// What somebody will see there: their own voice and photo.
    pub note: Option<StepNote>,
    /// The picture of what there is to do: for paper.
    pub picture: &'static str,
    /// What else there is to know, with its picture.
    pub lines: Vec<(Lead, Phrase)>,
}

impl Card {
    /// The card as a page: the photo at the left where there is room, and otherwise the first row.
    #[must_use]
    pub fn page<'a, M: Clone + 'a>(self, ctx: Ctx<'a>, name: String) -> Page<'a, M> {
        let heading = self.heading.clone();
        let body = if ctx.look.compact() {
            Body::rows(move |look, width| self.stacked(look, width))
        } else {
            Body::free(move |look, room| self.side_by_side(look, room).into())
        };
        Page::new(name, heading, body)
    }

    fn stacked<'a, M: Clone + 'a>(&self, look: &Look, width: f32) -> Vec<Row<'a, M>> {
        let mut list: Vec<Row<'a, M>> = Vec::new();
        if let Some(plate) = self.plate(look, Size::new(width, 92.0)) {
            list.push(plate);
        }
        list.extend(self.lines(look, width));
        let caption = Lead::Photo(self.photo.clone().unwrap_or_default());
        let lead = if self.photo.is_some() { &caption } else { &Lead::Picture };
        list.push(rows::led(look, "scene", (lead, &self.caption), width));
        list
    }

    fn side_by_side<'a, M: Clone + 'a>(&self, look: &Look, room: Size) -> Board<'a, M> {
        let gap = if look.class == Class::Wide { 36.0 } else { 24.0 };
        let high = if look.class == Class::Wide { 144.0 } else { 112.0 };
        // The words come first: the picture is as large as they let it be.
        let tries = [(0.52, high, 18.0), (0.42, 92.0, 12.0), (0.3, 80.0, 8.0)];
        let plan = |(part, high, space): (f32, f32, f32)| {
            let left = Size::new((room.width * part).min(600.0), room.height);
            let right = room.width - left.width - gap;
            let plate = self.plate(look, Size::new(right, high));
            let list: Vec<_> = plate.into_iter().chain(self.lines(look, right)).collect();
            let needed = list.iter().map(|row| row.height + space).sum::<f32>() - space;
            (needed <= room.height, left, right, list, space)
        };
        let (_, left, right, list, space) =
            tries.into_iter().map(plan).find(|(fits, ..)| *fits).unwrap_or_else(|| plan(tries[2]));
        let picture = scene::scene(look, (self.photo.as_deref(), &self.caption), left);
        let list = list.into_iter().map(|row| container(row.view).height(row.height).into());
        let column = Column::with_children(list).spacing(space);
        Board::new(room).put(Zone::Content, Rectangle::new([0.0, 0.0].into(), left), picture).put(
            Zone::Content,
            Rectangle::new([left.width + gap, 0.0].into(), [right, room.height].into()),
            column,
        )
    }

    fn plate<'a, M: 'a>(&self, look: &Look, size: Size) -> Option<Row<'a, M>> {
        Some(scene::number_plate(look, self.plate.as_ref()?, size))
    }

    fn lines<'a, M: Clone + 'a>(&self, look: &Look, width: f32) -> Vec<Row<'a, M>> {
        let numbered = self.lines.iter().enumerate();
        numbered.map(|(index, (lead, line))| rows::led(look, &format!("line-{index}"), (lead, line), width)).collect()
    }
}
