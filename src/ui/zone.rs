//! Staff screens: zones side by side, each with a title and rows that are turned page by page.
use iced::widget::{Column, column, container, row};
use iced::{Center, Fill, Padding, Size};

use super::buttons;
use super::look::{self, Look};
use super::page::{Button, Row, Sign, Tone};
use super::pages::parts;
use super::part::{Part, Role};
use super::press::Press;
use super::said::{label, label_in, said, words_in};
use super::skin::Skin;
use super::text::{self as letters, Style};
use super::{Event, View, pictures, rows};
use crate::words::{Arg, Phrase};

/// A zone, as a screen describes it.
pub struct Zone<'a, M> {
    /// The name of its list.
    pub name: String,
    /// Its title and icon.
    pub title: Sign,
    /// What stands at the right of its title.
    pub aside: Option<View<'a, M>>,
    /// Its rows.
    pub rows: Vec<Row<'a, M>>,
    /// The row that is being worked on: its page is open.
    pub follow: Option<usize>,
}

/// Between rows.
const GAP: f32 = 10.0;
/// The height of a title.
const TITLE: f32 = 44.0;

/// Draws a zone.
#[must_use]
pub fn zone<'a, M: Clone + 'a>(look: &Look, zone: Zone<'a, M>, room: Size) -> View<'a, M> {
    let Zone { name, title, aside, rows, follow } = zone;
    let pages = parts(&rows, room.height - TITLE - 8.0, GAP);
    let followed = follow.and_then(|index| pages.iter().position(|page| page.contains(&index)));
    let now = look.turned_or(&name, follow, followed).min(pages.len().saturating_sub(1));
    let range = pages.get(now).cloned().unwrap_or(0..0);
    let shown = rows.into_iter().skip(range.start).take(range.len());
    let list = Column::with_children(shown.map(|row| container(row.view).height(row.height).into())).spacing(GAP);
    let colours = look.colours();
    let id = format!("{name}-title");
    let words = row![
        pictures::icon(title.icon, 22.0, colours.soft),
        label_in(look, &id, Style::StaffStrong, (&title.phrase, colours.soft)),
    ]
    .spacing(10)
    .align_y(Center);
    let mut head = row![container(said(look, Part::new(&id, Role::Label, &title.phrase), words)).width(Fill)]
        .spacing(10)
        .align_y(Center)
        .height(TITLE);
    head = head.push(aside);
    if pages.len() > 1 {
        head = head.push(turner(look, (&name, &title.phrase, follow), now, pages.len()));
    }
    column![head, list].spacing(8).width(room.width).into()
}

/// Up, "1 of 2", Down: small, beside the title of a zone. Their names say of which zone: the page may have its own.
fn turner<'a, M: Clone + 'a>(
    look: &Look,
    (name, title, past): (&str, &Phrase, Option<usize>),
    now: usize,
    all: usize,
) -> View<'a, M> {
    let key = |way: &str, icon: &'static str, page: Option<usize>| {
        let turn = Event::Turn { list: name.to_owned(), page: page.unwrap_or(now), past };
        let words = look.words.phrase_with(&format!("zone-{way}"), [("list", Arg::from(title.shown.clone()))]);
        let mut button = Button::event(format!("{name}-{way}"), words, turn).icon(icon);
        if page.is_none() {
            button.does = None;
        }
        buttons::round(look, &button, look::STAFF_BUTTON)
    };
    let count = look.words.phrase_with("page-of", [("now", Arg::from(now + 1)), ("all", Arg::from(all))]);
    row![
        key("up", "chevron-up", now.checked_sub(1)),
        words_in(look, &format!("{name}-page"), Style::StaffStrong, (&count, look.colours().soft)),
        key("down", "chevron-down", (now + 1 < all).then_some(now + 1)),
    ]
    .spacing(6)
    .align_y(Center)
    .into()
}

/// A row of a queue: a sign, two lines of words, perhaps a photo.
pub struct Entry<M> {
    /// Its name in this screen.
    pub id: String,
    /// First letters, where there are any.
    pub letters: Option<String>,
    /// A photo, where there is one.
    pub photo: Option<String>,
    /// Whether it is a worry.
    pub worry: bool,
    /// The icon of its plate, where there are no letters.
    pub icon: &'static str,
    /// Its first line.
    pub title: Phrase,
    /// Its second line, with icon and tone.
    pub status: (Sign, Option<Tone>),
    /// How long it has waited.
    pub age: Option<Phrase>,
    /// Whether it is the open one.
    pub open: bool,
    /// What pressing it does.
    pub does: M,
}

/// Draws a row of a queue.
#[must_use]
pub fn entry<'a, M: Clone + 'a>(look: &Look, entry: Entry<M>, width: f32) -> Row<'a, M> {
    let Entry { id, letters: initials, photo, worry, icon, title, status, age, open, does } = entry;
    let colours = look.colours();
    let age_width = age.as_ref().map_or(0.0, |age| letters::width(look, Style::StaffStrong, &age.shown) + 12.0);
    let photo_width = if photo.is_some() { 56.0 + 12.0 } else { 0.0 };
    let room = width - 12.0 - 50.0 - 12.0 - photo_width - age_width - 16.0;
    let (sign, tone) = status;
    let lines = letters::height(look, Style::StaffStrong, &title.shown, room)
        + letters::height(look, Style::Staff, &sign.phrase.shown, room - 28.0);
    let height = (lines + 26.0).max(78.0);
    let plate = match (worry, &initials) {
        (true, _) => filled(pictures::icon("alert", 30.0, colours.ondanger), colours.danger),
        (false, Some(letters)) => {
            filled(buttons::plain(look, Style::StaffStrong, (letters, colours.ink)), colours.sunk)
        }
        (false, None) => filled(pictures::icon(icon, 28.0, colours.action), colours.sunk),
    };
    let tone_colour = tone.map_or(colours.soft, |tone| match tone {
        Tone::Good => colours.good,
        Tone::Wait => colours.wait,
        Tone::Danger => colours.danger,
    });
    let second = row![
        pictures::icon(sign.icon, 22.0, tone_colour),
        container(label_in(look, &id, Style::Staff, (&sign.phrase, tone_colour))).width(Fill),
    ]
    .spacing(6)
    .align_y(Center);
    let words = column![label(look, &id, Style::StaffStrong, &title), second].width(Fill);
    let portrait = photo.map(|photo| rows::portrait(look, &photo, &title.shown, 56.0));
    let age_words = age.as_ref().map(|age| label(look, &id, Style::StaffStrong, age));
    let content = row![plate].push(portrait).push(words).push(age_words).spacing(12).align_y(Center);
    let content = container(content).padding(Padding::from([4.0, 10.0])).width(Fill).center_y(Fill);
    let skin = match (open, worry) {
        (true, _) => Skin::current(look),
        (false, true) => Skin::worry(look),
        (false, false) => Skin::tile(look),
    };
    let all = Phrase::joined([Some(&title), Some(&sign.phrase), age.as_ref()].into_iter().flatten());
    let mut part = Part::new(&id, Role::Button, &all);
    if open {
        part = part.checked(true);
    }
    let press = Press::new(look, part, skin.small(), content).does(Some(Event::Do(does))).size(width, height);
    Row { height, view: press.into() }
}

fn filled<'a, M: 'a>(inside: impl Into<View<'a, M>>, colour: iced::Color) -> View<'a, M> {
    container(inside).center(50.0).style(move |_| buttons::ground(colour, look::FIELD_RADIUS)).into()
}
