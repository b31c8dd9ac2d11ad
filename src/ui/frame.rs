//! The frame of every page: rail, top line, heading, content, buttons. Nothing in it ever moves.
use iced::widget::{Row as Line, container, row};
use iced::{Center, Element, Fill, Rectangle, Size};

use super::board::Board;
use super::buttons;
use super::look::{self, Class, Frame, Look};
use super::page::{Banner, Button, Page, Sign, Tone};
use super::pages::{self, Content, Spilled};
use super::part::{Part, Role, Zone};
use super::rail::{self, Rail};
use super::said::{heading, said, words_in};
use super::text::{self as letters, Style};
use super::{Event, News, View};
use crate::words::{Arg, Phrase};

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
    let top = TopLine { steps, about, stream, corner };
    let width = spot.top.width;
    let (top, mut spilled) = top.fit(look, width);
    let actions = actions_that_fit(look, actions, primary.as_ref(), &mut spilled.corner);
    let dotted = !spilled.without_dots;
    let helper = helper.filter(|_| spot.helper.is_none());
    let content = Content { name, banners, body, helper, spilled };
    let (shown, turner) = pages::open(look, content, spot.content.size());
    board = board.put(Zone::Content, spot.content, shown);
    if let Some(turner) = turner {
        board = board.put(Zone::Content, spot.frame.top, turner);
    }
    if !(actions.is_empty() && primary.is_none()) {
        board = board.put(Zone::Actions, spot.frame.actions, action_line(look, &actions, primary.as_ref()));
    }
    board = board.put(Zone::Top, spot.top, top.view(look, width, (staff, dotted)));
    rail::put(board, look, &spot.frame, &around.rail).into()
}

/// News of the app itself.
fn banner<M>(look: &Look, news: News) -> Banner<M> {
    let (id, tone, icon) = match news {
        News::NoSound => ("news-no-sound", Tone::Wait, "volume-off"),
        News::NotSaved => ("news-not-saved", Tone::Danger, "alert"),
        News::Damaged => ("news-damaged", Tone::Danger, "alert"),
        News::Locked => ("news-locked", Tone::Good, "lock"),
        News::RecordingKept => ("news-recording-kept", Tone::Good, "microphone"),
        News::GetReady(_) => ("news-get-ready", Tone::Good, "bell"),
        News::Shared => ("news-shared", Tone::Wait, "eye"),
        News::ShareEnded => ("news-share-ended", Tone::Good, "check"),
    };
    let phrase = match news {
        News::GetReady(leave) => look.get_ready(leave),
        _ => look.words.phrase(id),
    };
    Banner { id: id.to_owned(), tone, icon, phrase, ok: Some(Event::Okay(news)) }
}

impl Look {
    /// "Get ready now. Leave at 9 o'clock in the morning."
    #[must_use]
    pub fn get_ready(&self, leave: jiff::civil::Time) -> Phrase {
        self.words.phrase_with("news-get-ready", [("time", Arg::from(self.words.time(leave).shown))])
    }
}

/// Where the parts of this page stand.
struct Spot {
    frame: Frame,
    style: Style,
    heading: Rectangle,
    helper: Option<Rectangle>,
    /// The top line, beside the heading where that stands in it, and beside Up and Down.
    top: Rectangle,
    content: Rectangle,
}

impl Spot {
    fn of<M>(look: &Look, page: &Page<'_, M>) -> Self {
        let mut frame = look.frame();
        if page.staff {
            frame = staff_frame(look, frame);
        }
        let style = if page.staff { Style::StaffTitle } else { Style::Question };
        let mut heading = frame.heading;
        if page.staff && !look.one_column() {
            heading.y = frame.top.y + (frame.top.height - style.line(look)) / 2.0;
        }
        heading.height = letters::height(look, style, &page.heading.shown, heading.width);
        let mut y = heading.y + heading.height;
        if page.staff && !look.one_column() {
            y = y.max(frame.top.y + frame.top.height);
        }
        let beside = page.staff && !look.one_column();
        let before = if beside { letters::width(look, style, &page.heading.shown) + 20.0 } else { 0.0 };
        let after = if look.compact() { pages::TOP_TURNER } else { 0.0 };
        let width = (frame.top.width - before - after).max(0.0);
        let top = Rectangle { x: frame.top.x + before, width, ..frame.top };
        let helper = page.helper.as_ref().filter(|_| !look.compact()).map(|helper| {
            let height = letters::height(look, Style::Body, &helper.shown, heading.width);
            let place = Rectangle { y, height, ..heading };
            y += height;
            place
        });
        y += frame.heading_gap;
        let has_actions = !(page.actions.is_empty() && page.primary.is_none());
        let bottom =
            if has_actions { frame.actions.y - frame.action_gap } else { frame.actions.y + frame.actions.height };
        let content = Rectangle { y, height: (bottom - y).max(0.0), ..heading };
        Self { frame, style, heading, helper, top, content }
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

/// Room between the buttons at the bottom.
const BUTTON_SPACE: f32 = 16.0;

/// The width that the buttons at the bottom take.
fn action_width<M: Clone>(look: &Look, buttons: &[&Button<M>], bare: bool) -> f32 {
    let widths = buttons.iter().map(|button| {
        let icon = if bare { None } else { button.icon };
        buttons::large_width(look, &Button { icon, ..(*button).clone() }) + BUTTON_SPACE
    });
    widths.sum::<f32>() - BUTTON_SPACE
}

/// The buttons that have room at the bottom, even without their icons. The others go to the last page of the list.
fn actions_that_fit<M: Clone>(
    look: &Look,
    mut actions: Vec<Button<M>>,
    primary: Option<&Button<M>>,
    spilled: &mut Vec<Button<M>>,
) -> Vec<Button<M>> {
    let room = look.frame().actions.width;
    while action_width(look, &actions.iter().chain(primary).collect::<Vec<_>>(), true) > room {
        let Some(last) = actions.pop() else { break };
        spilled.insert(0, last);
    }
    actions
}

/// Quiet answers at the left, the main one at the right.
fn action_line<'a, M: Clone + 'a>(look: &Look, actions: &[Button<M>], primary: Option<&Button<M>>) -> View<'a, M> {
    // Where the line is too narrow, icons go and words stay.
    let all: Vec<_> = actions.iter().chain(primary).collect();
    let bare = action_width(look, &all, false) > look.frame().actions.width;
    let draw = |button: &Button<M>| {
        let icon = if bare { None } else { button.icon };
        buttons::large(look, &Button { icon, ..button.clone() })
    };
    let left = Line::with_children(actions.iter().map(draw)).spacing(BUTTON_SPACE);
    row![container(left).width(Fill)].push(primary.map(draw)).spacing(BUTTON_SPACE).into()
}

/// What stands in the line above the heading.
struct TopLine<M> {
    steps: Option<(usize, usize)>,
    about: Option<Sign>,
    stream: Option<Sign>,
    corner: Vec<Button<M>>,
}

/// Room between the things in the top line.
const TOP_SPACE: f32 = 24.0;

impl<M: Clone> TopLine<M> {
    /// Keeps what fits: the step first, then the buttons, then the signs. What does not fit becomes the last
    /// page of the list.
    fn fit(mut self, look: &Look, width: f32) -> (Self, Spilled<M>) {
        let sign = |sign: &Sign| letters::width(look, Style::SmallStrong, &sign.phrase.shown) + 34.0 + TOP_SPACE;
        let mut left = width;
        if let Some((now, all)) = self.steps {
            left -= letters::width(look, Style::SmallStrong, &step_words(look, (now, all), width).shown) + TOP_SPACE;
        }
        let buttons: f32 = self.corner.iter().map(|button| buttons::small_width(look, button) + 12.0).sum();
        let mut spilled = Spilled::default();
        if buttons > left {
            spilled.corner = std::mem::take(&mut self.corner);
        } else {
            left -= buttons;
        }
        for (kept, out) in [(&mut self.stream, &mut spilled.stream), (&mut self.about, &mut spilled.about)] {
            match kept.as_ref().map(sign) {
                Some(needed) if needed > left => *out = kept.take(),
                Some(needed) => left -= needed,
                None => {}
            }
        }
        if dots_width(look, self.steps) > left {
            // The dots only say again what the words say.
            spilled.without_dots = true;
        }
        (self, spilled)
    }

    fn view<'a>(&self, look: &Look, width: f32, (staff, dotted): (bool, bool)) -> View<'a, M>
    where
        M: 'a,
    {
        let mut line = Line::new().spacing(if look.class == Class::Wide { 40.0 } else { TOP_SPACE });
        if let Some((now, all)) = self.steps {
            let phrase = step_words(look, (now, all), width);
            let words = words_in(look, "steps", Style::SmallStrong, (&phrase, look.colours().soft));
            let dots = dotted.then(|| dots(look, now, all));
            line = line.push(row![words].push(dots).spacing(20).align_y(Center));
        }
        for (id, sign) in [("about", &self.about), ("stream", &self.stream)] {
            line = line.push(sign.as_ref().map(|sign| buttons::sign(look, id, sign)));
        }
        let draw = |button| if staff { buttons::staff(look, button) } else { buttons::small(look, button) };
        let corner = Line::with_children(self.corner.iter().map(draw)).spacing(12);
        row![container(line.align_y(Center)).width(Fill), corner].align_y(Center).height(Fill).into()
    }
}

/// "Step 2 of 7", or where that is too long "2 of 7". What is said is the same.
fn step_words(look: &Look, (now, all): (usize, usize), width: f32) -> Phrase {
    let words = |key| look.words.phrase_with(key, [("now", Arg::from(now)), ("all", Arg::from(all))]);
    let whole = words("steps");
    if letters::width(look, Style::SmallStrong, &whole.shown) <= width { whole } else { words("steps-short") }
}

fn dots_width(look: &Look, steps: Option<(usize, usize)>) -> f32 {
    let (size, gap) = dot_size(look);
    steps.map_or(0.0, |(_, all)| all as f32 * (size + gap) + size * 1.4 + 16.0)
}

fn dot_size(look: &Look) -> (f32, f32) {
    if look.class == Class::Wide { (14.0, 7.0) } else { (10.0, 5.0) }
}

/// Done is filled, now is a long ring, to come is hollow: three shapes.
fn dots<'a, M: 'a>(look: &Look, now: usize, all: usize) -> View<'a, M> {
    let colours = look.colours();
    let (size, gap) = dot_size(look);
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
