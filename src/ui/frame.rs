//! The frame of every page: rail, top line, heading, content, buttons. Nothing in it ever moves.
use iced::widget::{Row as Line, container, row};
use iced::{Center, Element, Fill, Rectangle, Size};

use super::board::Board;
use super::buttons;
use super::look::{self, Class, Frame, Look};
use super::page::{Banner, Button, Page, Tone};
use super::pages::{self, Content};
use super::part::{Part, Role, Zone};
use super::rail::{self, Rail};
use super::said::{heading, said, words_in};
use super::text::{self as letters, Style};
use super::{Event, News, View};
use crate::words::Arg;

/// What the app itself adds to every page.
#[derive(Debug, Clone)]
pub struct Around {
    /// The keys beside it.
    pub rail: Rail,
    /// News of the app that has not been read.
    pub news: Vec<News>,
}

/// Draws a page with the rail beside it.
#[must_use]
pub fn frame<'a, M: Clone + 'a>(look: &Look, mut page: Page<'a, M>, around: &Around) -> View<'a, M> {
    page.banners.splice(0..0, around.news.iter().map(|news| banner(look, *news))).for_each(drop);
    let spot = Spot::of(look, &page);
    let colours = look.colours();
    let mut board = Board::new(look.page)
        .ground(Rectangle::with_size(look.page), colours.canvas)
        .ground(spot.frame.rail, colours.rail);
    if look.theme == super::Theme::Contrast {
        let edge = Rectangle { x: spot.frame.rail.width - 3.0, width: 3.0, ..spot.frame.rail };
        board = board.ground(edge, colours.railink);
    }
    let mut said_heading = page.heading.clone();
    if let (Some(helper), None) = (&page.helper, spot.helper) {
        // Its line has left the page, but it is still said straight after the question.
        said_heading = said_heading.then_say(helper);
    }
    board = board.put(Zone::Heading, spot.heading, heading(look, spot.style, &said_heading));
    if let (Some(helper), Some(place)) = (&page.helper, spot.helper) {
        let words = words_in(look, "helper", Style::Body, (helper, colours.soft));
        board = board.put(Zone::Heading, place, words);
    }
    let Page { name, steps, about, stream, corner, helper, banners, body, actions, primary, staff, .. } = page;
    let content = Content { name, banners, body, helper, about: about.clone(), stream: stream.clone(), corner: corner.clone() };
    let (shown, turner) = pages::open(look, content, spot.content.size());
    board = board.put(Zone::Content, spot.content, shown);
    if let Some(turner) = turner {
        let place = if look.one_column() { spot.frame.top } else { spot.content };
        board = board.put(Zone::Content, place, turner);
    }
    if !(actions.is_empty() && primary.is_none()) {
        board = board.put(Zone::Actions, spot.frame.actions, action_line(look, &actions, primary.as_ref()));
    }
    if !staff {
        let left = top_left(look, steps, (about.as_ref(), stream.as_ref()));
        board = board.put(Zone::Top, spot.frame.top, left);
    } else if let (Some(about), false) = (&about, look.one_column()) {
        let x = letters::width(look, spot.style, &said_heading.shown) + 20.0;
        let place = Rectangle { x: spot.heading.x + x, width: (spot.heading.width - x).max(0.0), ..spot.heading };
        let sign = container(buttons::sign(look, "about", about)).center_y(Fill);
        board = board.put(Zone::Top, place, sign);
    }
    if !(corner.is_empty() || look.one_column()) {
        board = board.put(Zone::Top, spot.corner, corner_line(look, &corner, staff));
    }
    rail::put(board, look, &spot.frame, &around.rail).into()
}

/// News of the app itself.
fn banner<M>(look: &Look, news: News) -> Banner<M> {
    let (id, tone, icon) = match news {
        News::NoSound => ("news-no-sound", Tone::Wait, "volume-off"),
        News::NotSaved => ("news-not-saved", Tone::Danger, "alert"),
        News::RecordingKept => ("news-recording-kept", Tone::Good, "microphone"),
    };
    Banner {
        id: id.to_owned(),
        tone,
        icon,
        phrase: look.words.phrase(id),
        ok: Some(Event::Okay(news)),
    }
}

/// Where the parts of this page stand.
struct Spot {
    frame: Frame,
    style: Style,
    heading: Rectangle,
    helper: Option<Rectangle>,
    corner: Rectangle,
    content: Rectangle,
}

impl Spot {
    fn of<M>(look: &Look, page: &Page<'_, M>) -> Self {
        let mut frame = look.frame();
        if page.staff {
            frame = staff_frame(look, frame);
        }
        let style = if page.staff { Style::StaffTitle } else { Style::Question };
        let corner = frame.top;
        let mut heading = frame.heading;
        if page.staff && !look.one_column() {
            heading.y = frame.top.y + (frame.top.height - style.line(look)) / 2.0;
        }
        heading.height = letters::height(look, style, &page.heading.shown, heading.width);
        let mut y = heading.y + heading.height;
        if page.staff && !look.one_column() {
            y = y.max(frame.top.y + frame.top.height);
        }
        let helper = page.helper.as_ref().filter(|_| !look.one_column()).map(|helper| {
            let height = letters::height(look, Style::Body, &helper.shown, heading.width);
            let place = Rectangle { y, height, ..heading };
            y += height;
            place
        });
        y += frame.heading_gap;
        let has_actions = !(page.actions.is_empty() && page.primary.is_none());
        let bottom = if has_actions {
            frame.actions.y - frame.action_gap
        } else {
            frame.actions.y + frame.actions.height
        };
        let content = Rectangle { y, height: (bottom - y).max(0.0), ..heading };
        Self { frame, style, heading, helper, corner, content }
    }
}

/// A staff screen is denser: the heading stands in the top line.
fn staff_frame(look: &Look, frame: Frame) -> Frame {
    let edge: f32 = if look.class == Class::Tight { 12.0 } else { 20.0 };
    let left = frame.rail.width + edge;
    let width = (look.page.width - left - edge).clamp(0.0, 1400.0);
    let top = Rectangle::new([left, if look.short { 8.0 } else { 16.0 }].into(), [width, look::STAFF_BUTTON].into());
    let bottom = if look.short { 8.0 } else { 16.0 };
    let height = look::STAFF_BUTTON;
    let heading_y = if look.one_column() { top.y + top.height + 4.0 } else { top.y };
    Frame {
        top,
        heading: Rectangle::new([left, heading_y].into(), [width, 0.0].into()),
        actions: Rectangle::new([left, look.page.height - bottom - height].into(), [width, height].into()),
        heading_gap: if look.short { 6.0 } else { 16.0 },
        action_gap: 12.0,
        ..frame
    }
}

/// Quiet answers at the left, the main one at the right.
fn action_line<'a, M: Clone + 'a>(look: &Look, actions: &[Button<M>], primary: Option<&Button<M>>) -> View<'a, M> {
    let room = look.frame().actions.width;
    let all = || actions.iter().chain(primary);
    let space = 16.0;
    let needed = |bare: bool| -> f32 {
        all()
            .map(|button| {
                let icon = if bare { None } else { button.icon };
                buttons::large_width(look, &Button { icon, ..button.clone() }) + space
            })
            .sum()
    };
    // Where the line is too narrow, icons go and words stay.
    let bare = needed(false) > room + space;
    let draw = |button: &Button<M>| {
        let icon = if bare { None } else { button.icon };
        buttons::large(look, &Button { icon, ..button.clone() })
    };
    let left = Line::with_children(actions.iter().map(draw)).spacing(space);
    let right = primary.map(draw);
    let mut line = row![container(left).width(Fill)].spacing(space);
    if let Some(right) = right {
        line = line.push(right);
    }
    line.into()
}

/// "Step 2 of 5", its dots, what this is about, who will hear it.
fn top_left<'a, M: 'a>(
    look: &Look,
    steps: Option<(usize, usize)>,
    (about, stream): (Option<&super::page::Sign>, Option<&super::page::Sign>),
) -> View<'a, M> {
    let mut line = Line::new().spacing(if look.class == Class::Wide { 40.0 } else { 24.0 });
    if let Some((now, all)) = steps {
        let phrase = look.words.phrase_with("steps", [("now", Arg::from(now)), ("all", Arg::from(all))]);
        let words = words_in(look, "steps", Style::SmallStrong, (&phrase, look.colours().soft));
        let step = if look.one_column() {
            row![words]
        } else {
            row![words, dots(look, now, all)].spacing(20).align_y(Center)
        };
        line = line.push(step);
    }
    if !look.one_column() {
        if let Some(about) = about {
            line = line.push(buttons::sign(look, "about", about));
        }
        if let Some(stream) = stream {
            line = line.push(buttons::sign(look, "stream", stream));
        }
    }
    container(line.align_y(Center)).center_y(Fill).into()
}

/// Done is filled, now is a long ring, to come is hollow: three shapes.
fn dots<'a, M: 'a>(look: &Look, now: usize, all: usize) -> View<'a, M> {
    let colours = look.colours();
    let wide = look.class == Class::Wide;
    let (size, gap) = if wide { (14.0, 7.0) } else { (10.0, 5.0) };
    let dot = |step: usize| -> Element<'a, Event<M>> {
        let (width, height, back, edge, border) = match step.cmp(&now) {
            std::cmp::Ordering::Less => (size, size, colours.action, colours.action, 2.0),
            std::cmp::Ordering::Equal => (size * 2.4, size + 4.0, colours.plate, colours.action, 5.0),
            std::cmp::Ordering::Greater => (size, size, colours.canvas, colours.line, 2.0),
        };
        container(iced::widget::Space::new())
            .width(width)
            .height(height)
            .style(move |_| buttons::bordered(back, edge, border, height / 2.0))
            .into()
    };
    Line::with_children((1..=all).map(dot)).spacing(gap).align_y(Center).into()
}

/// Small buttons at the top right.
fn corner_line<'a, M: Clone + 'a>(look: &Look, corner: &[Button<M>], staff: bool) -> View<'a, M> {
    let draw = |button| if staff { buttons::staff(look, button) } else { buttons::small(look, button) };
    let line = Line::with_children(corner.iter().map(draw)).spacing(12);
    container(line).align_right(Fill).center_y(Fill).into()
}

/// The page of a list, in words.
#[must_use]
pub fn count<'a, M: 'a>(look: &Look, page: usize, pages: usize) -> View<'a, M> {
    let phrase = look.words.phrase_with("page-of", [("now", Arg::from(page + 1)), ("all", Arg::from(pages))]);
    let part = Part::new("page-of", Role::Label, &phrase);
    let words = super::said::label_in(look, "page-of", Style::SmallStrong, (&phrase, look.colours().soft));
    said(look, part, words)
}

/// The size of what is left of a place when something of this width stands at its right.
#[must_use]
pub fn without_right(room: Size, width: f32) -> Size {
    Size::new((room.width - width).max(0.0), room.height)
}
