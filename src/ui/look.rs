//! How the app looks for this person in this window: the only file with sizes in it.
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use iced::time::Instant;
use iced::{Rectangle, Size};

use super::colours::{Colours, Theme};
use super::photos::Photos;
use crate::words::{Speaking, Words};

/// How wide the window is, in logical pixels (window pixels divided by the text size).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Under 600: 1024 x 768 with text at 200 %.
    Tight,
    /// 600 to 899: 1366 x 768 with text at 200 %.
    Narrow,
    /// 900 to 1199: 1024 x 768 at 100 %.
    Middle,
    /// 1200 and more: 1366 x 768 at 100 %.
    Wide,
}

/// Where a list was turned to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turned {
    /// The page, from 0.
    pub page: usize,
    /// The row that the list followed, and from which the person turned away.
    pub past: Option<usize>,
}

/// Everything that drawing needs to know beside the words.
#[derive(Debug, Clone)]
pub struct Look {
    /// The words of the parts that every screen has: keys, ears, pages of a list.
    pub words: Arc<Words>,
    /// The theme.
    pub theme: Theme,
    /// The size of the page in logical pixels.
    pub page: Size,
    /// How wide that is.
    pub class: Class,
    /// Under 600 logical pixels high.
    pub short: bool,
    /// Whether pictures are shown beside words.
    pub pictures: bool,
    /// Whether words are said when the pointer rests on them for half a second.
    pub point_to_hear: bool,
    /// The control that the keys act on.
    pub focus: Option<String>,
    /// Whether that is shown: it is when keys are used, not when a pointer is.
    pub ring: bool,
    /// What is being spoken.
    pub speaking: Option<Speaking>,
    /// Which page of a list is open, by the name of the list.
    pub turned: HashMap<String, Turned>,
    /// Set whenever somebody strikes a key, presses or moves the pointer. The app looks at it from time to time:
    /// a message for each move would draw each time.
    pub touched: Arc<AtomicBool>,
    /// From when on the open page can be pressed.
    pub settles: Option<Instant>,
    /// The photos that people took in.
    pub photos: Photos,
}

impl Look {
    /// The look for a window of `window` pixels, with text at its usual size.
    #[must_use]
    pub fn new(words: Arc<Words>, theme: Theme, window: Size) -> Self {
        let mut look = Self {
            words,
            theme,
            page: Size::ZERO,
            class: Class::Wide,
            short: false,
            pictures: true,
            point_to_hear: false,
            focus: None,
            ring: false,
            speaking: None,
            turned: HashMap::new(),
            touched: Arc::default(),
            settles: None,
            photos: Photos::default(),
        };
        look.fit(window, 100);
        look
    }

    /// Takes a new window size or text size.
    pub fn fit(&mut self, window: Size, percent: u16) {
        let scale = f32::from(percent) / 100.0;
        self.page = Size::new(window.width / scale, window.height / scale);
        self.class = match self.page.width {
            width if width >= 1200.0 => Class::Wide,
            width if width >= 900.0 => Class::Middle,
            width if width >= 600.0 => Class::Narrow,
            _ => Class::Tight,
        };
        self.short = self.page.height < 600.0;
    }

    /// The colours of the theme.
    #[must_use]
    pub fn colours(&self) -> &'static Colours {
        self.theme.colours()
    }

    /// Whether the page is one column of controls.
    #[must_use]
    pub fn one_column(&self) -> bool {
        self.class <= Class::Narrow
    }

    /// Whether the page is so small that its helper line joins the list, and lists are turned in the top line.
    #[must_use]
    pub fn compact(&self) -> bool {
        self.one_column() || self.short
    }

    /// Whether there is room for columns that are compared line by line.
    #[must_use]
    pub fn roomy(&self) -> bool {
        self.class == Class::Wide && self.page.height >= 700.0
    }

    /// Whether the ring is drawn round the control of this name.
    #[must_use]
    pub fn rings(&self, id: &str) -> bool {
        self.ring && self.has_focus(id)
    }

    /// Whether keys act on the control of this name.
    #[must_use]
    pub fn has_focus(&self, id: &str) -> bool {
        self.focus.as_deref() == Some(id)
    }

    /// The sentence of this part that is being spoken.
    #[must_use]
    pub fn spoken_range(&self, id: &str) -> Option<&Range<usize>> {
        let speaking = self.speaking.as_ref()?;
        (speaking.part == id).then_some(&speaking.range)
    }

    /// Which page of this list is open, from 0.
    #[must_use]
    pub fn turned(&self, list: &str) -> usize {
        self.turned.get(list).map(|turned| turned.page).unwrap_or_default()
    }

    /// Which page of a list is open that follows what the person works on: the page of the followed row, until the
    /// person turns away from that row.
    #[must_use]
    pub fn turned_or(&self, list: &str, follow: Option<usize>, its_page: Option<usize>) -> usize {
        match (self.turned.get(list), its_page) {
            (Some(turned), _) if turned.past == follow => turned.page,
            (_, Some(page)) => page,
            (turned, None) => turned.map(|turned| turned.page).unwrap_or_default(),
        }
    }

    /// The frame of a page: where its fixed parts stand.
    #[must_use]
    pub fn frame(&self) -> Frame {
        Frame::of(self)
    }

    /// The space between tiles, and between the rows of a list.
    #[must_use]
    pub fn gap(&self) -> f32 {
        match (self.short, self.class) {
            (true, Class::Tight | Class::Narrow) => 12.0,
            (true, _) => 16.0,
            (false, _) => 18.0,
        }
    }

    /// The least height of a tile (rule 27 of easy read: 96, with the edge of its gutter at 200 %).
    #[must_use]
    pub fn tile(&self) -> f32 {
        96.0
    }

    /// The width of the plate behind a tile's picture, and the size of the picture.
    #[must_use]
    pub fn picture(&self) -> (f32, f32) {
        match self.class {
            Class::Wide => (132.0, 100.0),
            Class::Middle if self.short => (104.0, 84.0),
            Class::Middle => (104.0, 96.0),
            Class::Narrow => (104.0, 84.0),
            Class::Tight => (88.0, 72.0),
        }
    }

    /// The width of an ear.
    #[must_use]
    pub fn ear(&self) -> f32 {
        match self.class {
            Class::Wide => 72.0,
            Class::Middle | Class::Narrow => 54.0,
            Class::Tight => 52.0,
        }
    }

    /// The side of the box that says whether a tile is picked.
    #[must_use]
    pub fn tick(&self) -> f32 {
        if self.class == Class::Wide { 40.0 } else { 36.0 }
    }

    /// The width of a border at rest.
    #[must_use]
    pub fn border(&self) -> f32 {
        if self.theme == Theme::Contrast { 3.0 } else { 2.0 }
    }

    /// The width of the border of what is picked.
    #[must_use]
    pub fn picked_border(&self) -> f32 {
        if self.theme == Theme::Contrast { 6.0 } else { 5.0 }
    }
}

/// Depth of the lip under what can be pressed.
pub const LIP: f32 = 6.0;
/// Depth of the lip under buttons of 52 or less.
pub const SMALL_LIP: f32 = 5.0;
/// Radius of a tile.
pub const TILE_RADIUS: f32 = 16.0;
/// Radius of a button or key.
pub const BUTTON_RADIUS: f32 = 14.0;
/// Radius of a field or tick box.
pub const FIELD_RADIUS: f32 = 10.0;
/// Radius of a chip.
pub const CHIP_RADIUS: f32 = 8.0;
/// Radius of a panel.
pub const PANEL_RADIUS: f32 = 20.0;
/// The room round a control in which its focus ring is drawn.
pub const GUTTER: f32 = 8.0;
/// The least side of anything that can be pressed (WCAG 2.2 SC 2.5.5).
pub const TARGET: f32 = 44.0;
/// The height of a small button.
pub const SMALL_BUTTON: f32 = 52.0;
/// The height of a button on a staff screen.
pub const STAFF_BUTTON: f32 = 44.0;

/// Where the fixed parts of every page stand, in logical pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// The rail.
    pub rail: Rectangle,
    /// Back, Home, Listen and Help.
    pub keys: [Rectangle; 4],
    /// The word "Practice" on the rail.
    pub practice: Rectangle,
    /// The line above the heading.
    pub top: Rectangle,
    /// Where the heading starts, and how wide it may be.
    pub heading: Rectangle,
    /// The line of buttons at the bottom.
    pub actions: Rectangle,
    /// Between heading and content.
    pub heading_gap: f32,
    /// Between content and the line of buttons.
    pub action_gap: f32,
}

impl Frame {
    fn of(look: &Look) -> Self {
        let Size { width, height } = look.page;
        let low = height < 460.0;
        let (rail, key, inset, space) = match look.class {
            Class::Tight => (76.0, 84.0, 6.0, 6.0),
            Class::Narrow if low => (96.0, 84.0, 6.0, 6.0),
            Class::Narrow => (96.0, 84.0, 6.0, 10.0),
            Class::Middle | Class::Wide => (116.0, 96.0, 10.0, 10.0),
        };
        let edge = match look.class {
            Class::Tight => 16.0,
            Class::Narrow => 20.0,
            Class::Middle => 24.0,
            Class::Wide => 48.0,
        };
        let (top, top_height, heading, action, bottom) = match (look.short, low) {
            (_, true) => (12.0, 46.0, 60.0, 56.0, 10.0),
            (true, _) => (12.0, 50.0, 64.0, 60.0, 12.0),
            (false, _) => (24.0, 52.0, 86.0, 72.0, 28.0),
        };
        let left = rail + edge;
        // A page is 1,280 wide at most, so that lines stay short on a big screen.
        let page = (width - left - edge).clamp(0.0, 1280.0);
        let across = |y: f32, height: f32| Rectangle::new([left, y].into(), [page, height].into());
        let rail_key = |y: f32| Rectangle::new([inset, y].into(), [rail - 2.0 * inset, key].into());
        let (help, listen) = (height - inset - key, height - inset - key - space - key);
        let home = inset + key + space;
        let below_home = home + key;
        Self {
            rail: Rectangle::new([0.0, 0.0].into(), [rail, height].into()),
            keys: [rail_key(inset), rail_key(home), rail_key(listen), rail_key(help)],
            practice: Rectangle::new(
                [0.0, below_home + ((listen - below_home - 24.0) / 2.0).min(24.0)].into(),
                [rail, 24.0].into(),
            ),
            top: across(top, top_height),
            heading: across(heading, 0.0),
            actions: across(height - bottom - action, action),
            heading_gap: if look.short { 6.0 } else { 16.0 },
            action_gap: if look.short { 10.0 } else { 20.0 },
        }
    }
}
