//! What a person will see on the way: a large photo with its caption, and the number on the front of a bus.
use iced::widget::{container, row, stack};
use iced::{Center, Color, Fill, Padding, Size};

use super::colours::Livery;
use super::look::{self, Look};
use super::page::Row;
use super::part::{Part, Role};
use super::said::{label_in, said};
use super::text::{self as letters, Style};
use super::{View, buttons, pictures};
use crate::words::Phrase;

/// A photo, or else a large picture, with the name of what it shows.
#[must_use]
pub fn scene<'a, M: 'a>(look: &Look, (photo, caption): (Option<&str>, &Phrase), size: Size) -> View<'a, M> {
    let colours = look.colours();
    let shown: View<'a, M> = match photo.filter(|photo| pictures::has_photo(look, photo)) {
        Some(photo) => pictures::photo(look, photo, size, Some((look::TILE_RADIUS, colours.canvas))),
        None => {
            let side = (size.height.min(size.width) - 48.0).max(48.0);
            let picture = caption.picture.as_deref().unwrap_or_default();
            let back = if look.pictures { colours.pic } else { colours.sunk };
            let shown: View<'a, M> =
                if look.pictures { pictures::picture(picture, side) } else { iced::widget::Space::new().into() };
            container(shown).center(Fill).style(move |_| buttons::bordered(back, back, 0.0, look::TILE_RADIUS)).into()
        }
    };
    let (plate, line) = (colours.plate, colours.line);
    let edge = container(iced::widget::Space::new())
        .width(Fill)
        .height(Fill)
        .style(move |_| buttons::bordered(Color::TRANSPARENT, line, 2.0, look::TILE_RADIUS));
    let words = label_in(look, "scene", Style::SmallStrong, (caption, colours.ink));
    let words = container(words)
        .padding(Padding::from([4.0, 16.0]))
        .style(move |_| buttons::bordered(plate, line, 2.0, look::CHIP_RADIUS));
    let caption_place = container(words).padding(10).width(Fill).height(Fill).align_y(iced::Bottom);
    let all = stack![shown, edge, caption_place].width(size.width).height(size.height);
    said(look, Part::new("scene", Role::Image, caption), all)
}

/// The width of the band in the colour of the line.
const BAND: f32 = 16.0;

/// What stands on the plate of a line.
#[derive(Debug, Clone)]
pub struct Plate {
    /// The number of the line.
    pub number: String,
    /// Where it goes.
    pub to: Phrase,
    /// Both together, as they are said.
    pub both: Phrase,
    /// How it is painted.
    pub livery: Livery,
}

/// The number of a line, large, and where it goes.
#[must_use]
pub fn number_plate<'a, M: 'a>(look: &Look, plate: &Plate, size: Size) -> Row<'a, M> {
    let Plate { number, to, both, livery } = plate;
    let Livery { ground, letters: ink, band } = *livery;
    let edge = if band.is_some() { BAND } else { 0.0 };
    let wide = if to.shown.is_empty() { size.width - 48.0 - edge } else { size.width * 0.5 };
    let style = letters::number(look, number, Size::new(wide, size.height - 16.0));
    let towards_width = size.width - letters::width(look, style, number) - 48.0 - 24.0 - edge;
    let small = letters::height(look, Style::Label, &to.shown, towards_width) > size.height - 12.0;
    let to_style = if small { Style::SmallStrong } else { Style::Label };
    let words = row![
        buttons::plain(look, style, (number, ink)),
        container(label_in(look, "plate", to_style, (to, ink))).width(Fill),
    ]
    .spacing(24)
    .align_y(Center);
    let line = look.colours().line;
    let plate = container(words)
        .padding(Padding { left: 24.0 + edge, ..Padding::from([0.0, 24.0]) })
        .center_y(Fill)
        .width(size.width)
        .height(size.height)
        .style(move |_| buttons::bordered(ground, line, 2.0, look::BUTTON_RADIUS));
    let band = band.map(|band| {
        let round = iced::border::Radius::default().top_left(look::BUTTON_RADIUS).bottom_left(look::BUTTON_RADIUS);
        let border = iced::Border { radius: round, ..iced::Border::default() };
        container(iced::widget::Space::new())
            .width(BAND)
            .height(Fill)
            .style(move |_| container::Style { border, ..buttons::ground(band, 0.0) })
    });
    let all = stack![plate].push(band).width(size.width).height(size.height);
    let part = Part::new("plate", Role::Label, both);
    Row { height: size.height, view: said(look, part, all) }
}
