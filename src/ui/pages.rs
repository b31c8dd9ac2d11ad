//! Long content is turned page by page: nothing scrolls, and nothing is cut in half.
use iced::widget::{Column, Space, column, container, row};
use iced::{Center, Element, Fill, Padding, Shrink, Size};

use super::buttons;
use super::frame::count;
use super::look::{self, Look};
use super::page::{Banner, Body, Button, Row, Sign, Tone};
use super::part::{Part, Role};
use super::press::Press;
use super::said::{label, label_in, said, words_in};
use super::skin::Skin;
use super::text::{self as letters, Style};
use super::tiles::{self, Plan};
use super::{Event, View, pictures};
use crate::words::Phrase;

/// What the pages are made of.
pub struct Content<'a, M> {
    /// The name of the list.
    pub name: String,
    /// News.
    pub banners: Vec<Banner<M>>,
    /// The content.
    pub body: Body<'a, M>,
    /// The helper line, where the page is too small to show it under the heading.
    pub helper: Option<Phrase>,
    /// What has no room in the top line.
    pub spilled: Spilled<M>,
}

/// What has no room in the top line, and becomes the last page of the list.
pub struct Spilled<M> {
    /// What this is about.
    pub about: Option<Sign>,
    /// Who will hear this.
    pub stream: Option<Sign>,
    /// Small buttons.
    pub corner: Vec<Button<M>>,
    /// The dots: they are left out, since the words beside them say the same.
    pub without_dots: bool,
}

impl<M> Default for Spilled<M> {
    fn default() -> Self {
        Self { about: None, stream: None, corner: Vec::new(), without_dots: false }
    }
}

/// Below each piece of news.
const BANNER_GAP: f32 = 12.0;
/// Between what had no room elsewhere.
const SPILLED_GAP: f32 = 12.0;
/// The least height of a tile with news above it.
const LEAST_TILE: f32 = 120.0;

/// The width of Up and Down in the top line of a small page, with a list of tens of pages.
pub const TOP_TURNER: f32 = 310.0;

/// The width of Up and Down, and of the space before them.
const TURNER: f32 = 104.0;
const BEFORE_TURNER: f32 = 20.0;

/// Draws the open page of this content, and the way to the others if there are any.
#[must_use]
pub fn open<'a, M: Clone + 'a>(look: &Look, content: Content<'a, M>, room: Size) -> (View<'a, M>, Option<View<'a, M>>) {
    let Content { name, banners, body, helper, spilled } = content;
    let small = look.compact();
    let mut banner_rows: Vec<_> = banners.iter().map(|banner| banner_row(look, banner, room.width)).collect();
    let above: f32 = banner_rows.iter().map(|row| row.height + BANNER_GAP).sum();
    // Where the page is small, news goes before the rows. Above a tile it stays if one can still be pressed;
    // else it has the first page to itself.
    let rows = matches!(body, Body::Rows(_));
    let first = if small && rows { std::mem::take(&mut banner_rows) } else { Vec::new() };
    let crowded = small && (!matches!(body, Body::Tiles(_)) || room.height - above < LEAST_TILE);
    let news = crowded && !banner_rows.is_empty();
    let taken = if banner_rows.is_empty() || news { 0.0 } else { above };
    let room = Size::new(room.width, room.height - taken);
    let spilled = spilled_rows(look, helper, &spilled, room.width);
    let spilled_pages = parts(&spilled, room.height, SPILLED_GAP);
    let extra = spilled_pages.len() + usize::from(news);
    let mut turn = Turn { look, name, extra, room };
    let (pages, draw) = turn.pages(body, first);
    let all = pages + extra;
    let now = look.turned(&turn.name).min(all - 1);
    let mut turner = (all > 1).then(|| turner(look, &turn.name, now, all));
    let shown: View<'a, M> = if news && now == 0 {
        column(banner_rows.drain(..).map(|row| row.view)).spacing(BANNER_GAP).into()
    } else if let Some(range) = now.checked_sub(all - spilled_pages.len()).map(|page| spilled_pages[page].clone()) {
        let shown = spilled.into_iter().skip(range.start).take(range.len());
        Column::with_children(shown.map(|row| container(row.view).height(row.height).into()))
            .spacing(SPILLED_GAP)
            .into()
    } else {
        draw(now - usize::from(news), turn.width(all))
    };
    // On a small page, Up and Down stand in the top line.
    let beside = if small { None } else { turner.take() };
    let body = row![container(shown).width(Fill)].push(beside);
    if news || banner_rows.is_empty() {
        return (body.into(), turner);
    }
    let mut lines: Column<'a, Event<M>> = Column::new().spacing(BANNER_GAP);
    for row in banner_rows {
        lines = lines.push(container(row.view).height(row.height));
    }
    (lines.push(body).into(), turner)
}

type Draw<'a, M> = Box<dyn FnOnce(usize, Size) -> View<'a, M> + 'a>;

struct Turn<'l> {
    look: &'l Look,
    name: String,
    extra: usize,
    room: Size,
}

impl Turn<'_> {
    /// The room beside Up and Down, if there are any.
    fn width(&self, pages: usize) -> Size {
        if pages > 1 && !self.look.compact() {
            super::frame::without_right(self.room, TURNER + BEFORE_TURNER)
        } else {
            self.room
        }
    }

    /// How many pages the body takes, and how to draw one of them.
    fn pages<'a, M: Clone + 'a>(&mut self, body: Body<'a, M>, first: Vec<Row<'a, M>>) -> (usize, Draw<'a, M>) {
        let look = self.look.clone();
        match body {
            Body::Free(draw) => (1, Box::new(move |_, room| draw(&look, room))),
            Body::Tiles(tiles) => {
                let mut plan = Plan::of(&look, &tiles, self.width(1 + self.extra));
                if plan.pages > 1 {
                    plan = Plan::of(&look, &tiles, self.width(2));
                }
                (plan.pages, Box::new(move |page, room| tiles::grid(&look, &tiles, (plan, page), room)))
            }
            Body::Rows(rows) => {
                let gap = look.gap();
                let mut list = rows(&look, self.width(1 + self.extra).width);
                if parts(&list, self.room.height, gap).len() > 1 && self.extra == 0 {
                    list = rows(&look, self.width(2).width);
                }
                list.splice(0..0, first).for_each(drop);
                let pages = parts(&list, self.room.height, gap);
                let count = pages.len().max(1);
                let draw = move |page: usize, room: Size| -> View<'a, M> {
                    let range = pages.get(page).cloned().unwrap_or(0..0);
                    let shown = list.into_iter().skip(range.start).take(range.len());
                    Column::with_children(shown.map(|row| container(row.view).height(row.height).into()))
                        .spacing(gap)
                        .width(room.width)
                        .into()
                };
                (count, Box::new(draw))
            }
        }
    }
}

/// Whole rows, as many on a page as fit.
#[must_use]
pub fn parts<M>(rows: &[Row<'_, M>], height: f32, gap: f32) -> Vec<std::ops::Range<usize>> {
    let mut pages = Vec::new();
    let (mut start, mut used) = (0, 0.0);
    for (index, row) in rows.iter().enumerate() {
        if index > start && used + row.height > height + 0.5 {
            pages.push(start..index);
            (start, used) = (index, 0.0);
        }
        used += row.height + gap;
    }
    if start < rows.len() {
        pages.push(start..rows.len());
    }
    pages
}

/// Up, "2 of 4", Down.
fn turner<'a, M: Clone + 'a>(look: &Look, name: &str, now: usize, all: usize) -> View<'a, M> {
    let key = |id: &'static str, icon: &'static str, page: Option<usize>| -> View<'a, M> {
        let phrase = look.words.phrase(id);
        let skin = if page.is_some() { Skin::quiet(look) } else { Skin::off(look) };
        let event = page.map(|page| Event::Turn { list: name.to_owned(), page, past: None });
        let icon = pictures::icon(icon, 32.0, skin.ink);
        let words = label(look, id, Style::SmallStrong, &phrase);
        let part = Part::new(id, Role::Button, &phrase).quiet();
        if look.compact() {
            let content = container(row![icon, words].spacing(4).align_y(Center)).padding([0.0, 10.0]).center_y(Fill);
            return Press::new(look, part, skin.small(), content).does(event).size(Shrink, Fill).into();
        }
        let content = container(column![icon, words].align_x(Center)).center_x(Fill);
        Press::new(look, part, skin, content).does(event).size(TURNER, 104.0).into()
    };
    let up = key("page-up", "chevron-up", now.checked_sub(1));
    let down = key("page-down", "chevron-down", (now + 1 < all).then_some(now + 1));
    if look.compact() {
        let line = row![up, count(look, now, all), down].spacing(8).align_y(Center);
        return container(line).align_right(Fill).height(Fill).into();
    }
    let middle = container(count(look, now, all)).center_x(TURNER).center_y(Fill);
    column![up, middle, down].width(TURNER).into()
}

/// What stood in the top line or at the bottom and has no room there, as the last rows of the list.
fn spilled_rows<'a, M: Clone + 'a>(
    look: &Look,
    helper: Option<Phrase>,
    spilled: &Spilled<M>,
    width: f32,
) -> Vec<Row<'a, M>> {
    let mut rows = Vec::new();
    if let Some(helper) = helper {
        let height = letters::height(look, Style::Body, &helper.shown, width);
        rows.push(Row { height, view: words_in(look, "helper", Style::Body, (&helper, look.colours().soft)) });
    }
    for (id, sign) in [("about", &spilled.about), ("stream", &spilled.stream)] {
        if let Some(sign) = sign {
            let height = letters::height(look, Style::SmallStrong, &sign.phrase.shown, width - 34.0);
            rows.push(Row { height, view: buttons::sign(look, id, sign) });
        }
    }
    // As many buttons in a line as have room.
    let mut line = Vec::new();
    let mut used = 0.0;
    let button_row = |line: Vec<View<'a, M>>| Row {
        height: look::SMALL_BUTTON,
        view: iced::widget::Row::with_children(line).spacing(SPILLED_GAP).into(),
    };
    for button in &spilled.corner {
        let needed = buttons::small_width(look, button) + SPILLED_GAP;
        if used + needed > width + SPILLED_GAP && !line.is_empty() {
            rows.push(button_row(std::mem::take(&mut line)));
            used = 0.0;
        }
        line.push(buttons::small(look, button));
        used += needed;
    }
    if !line.is_empty() {
        rows.push(button_row(line));
    }
    rows
}

/// News: an icon, words, and OK.
fn banner_row<'a, M: Clone + 'a>(look: &Look, banner: &Banner<M>, width: f32) -> Row<'a, M> {
    let (ink, back) = buttons::tones(look, banner.tone);
    let (ink, back, edge) = match banner.tone {
        Tone::Danger => (look.colours().ondanger, look.colours().danger, look.colours().danger),
        Tone::Good | Tone::Wait => (ink, back, ink),
    };
    let ok = banner.ok.clone().map(|does| Button::event(format!("{}-ok", banner.id), look.words.phrase("ok"), does));
    let ok_width = ok.as_ref().map_or(0.0, |ok| buttons::small_width(look, ok) + 16.0);
    let words = letters::height(look, Style::Label, &banner.phrase.shown, width - ok_width - 100.0);
    let height = (words + 24.0).max(look::SMALL_BUTTON + 16.0);
    let line = container(label_in(look, &banner.id, Style::Label, (&banner.phrase, ink))).width(Fill);
    let sign = row![pictures::icon(banner.icon, 34.0, ink), line].spacing(16).align_y(Center).height(Fill);
    let part = Part::new(&banner.id, Role::Status, &banner.phrase);
    let mut content = row![Element::from(said(look, part, sign))].align_y(Center);
    if let Some(ok) = ok {
        content = content.push(buttons::small(look, &ok));
    } else {
        content = content.push(Space::new());
    }
    let view = container(content)
        .padding(Padding::from([0.0, 20.0]))
        .width(Fill)
        .height(height)
        .style(move |_| buttons::bordered(back, edge, 2.0, look::BUTTON_RADIUS))
        .into();
    Row { height, view }
}
