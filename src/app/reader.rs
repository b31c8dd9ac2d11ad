//! The screen reader: it is shown the screen after each change while somebody reads, and asks for presses.
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use iced::{Point, Subscription, Task, window};

use super::{App, Message, Why};
use crate::devices::reader::{Asks, NodeId, Rect, ScreenReader};
use crate::reader::{self, Screen, Window};
use crate::screen::WayOut;
use crate::ui::part::Found;
use crate::ui::walk;

/// What the app knows of the screen reader.
#[derive(Debug)]
pub(super) struct Reading {
    /// Whether somebody reads. Nothing is walked or made where nobody does.
    awake: bool,
    /// A walk is under way.
    walking: bool,
    /// Something has changed since that walk began.
    stale: bool,
    /// What was shown last.
    shown: Option<Screen>,
    /// Pixels of the screen to one pixel of the system, before text size.
    density: f32,
}

impl Default for Reading {
    fn default() -> Self {
        Self { awake: false, walking: false, stale: false, shown: None, density: 1.0 }
    }
}

/// The stream of what is asked. There is one screen reader, so all are alike.
struct Listen(Arc<dyn ScreenReader>);

impl Hash for Listen {
    fn hash<H: Hasher>(&self, state: &mut H) {
        "reader".hash(state);
    }
}

impl App {
    pub(super) fn reader_subscription(&self) -> Subscription<Message> {
        let listen = Listen(self.hall.devices.reader.clone());
        Subscription::run_with(listen, |listen| listen.0.asks()).map(Message::Reader)
    }

    /// Does what the screen reader asks for.
    pub(super) fn asked(&mut self, asks: Asks) -> Task<Message> {
        match asks {
            Asks::Wake => {
                self.reading.awake = true;
                self.reading.shown = None;
                Task::none()
            }
            Asks::Sleep => {
                self.reading = Reading { density: self.reading.density, ..Reading::default() };
                Task::none()
            }
            Asks::Press(node) => {
                let Some(part) = self.focus_node(node) else { return Task::none() };
                // Pressed parts act when they are next drawn: the message after it sees to that.
                walk::press(part).chain(Task::done(Message::Pressed))
            }
            Asks::Focus(node) => {
                let _ = self.focus_node(node);
                Task::none()
            }
        }
    }

    /// Gives the focus to the part of a node, as a press with the pointer does too.
    fn focus_node(&mut self, node: NodeId) -> Option<String> {
        let part = self.reading.shown.as_ref()?.parts.get(&node)?.clone();
        self.hall.look.focus = Some(part.clone());
        self.hall.look.ring = true;
        Some(part)
    }

    /// The same work, and then a walk to show what has changed, if somebody reads.
    pub(super) fn and_show(&mut self, task: Task<Message>) -> Task<Message> {
        if !self.reading.awake {
            return task;
        }
        if self.reading.walking {
            self.reading.stale = true;
            return task;
        }
        self.reading.walking = true;
        Task::batch([task, walk::walk().map(|found| Message::Walked(Why::Show, found))])
    }

    /// Shows what the walk has found, if it is anything new.
    pub(super) fn show(&mut self, found: &[Found]) -> Task<Message> {
        self.reading.walking = false;
        if !self.reading.awake {
            return Task::none();
        }
        let window = Window {
            title: &self.title(),
            language: &self.hall.preferences.language,
            focus: self.focus(),
            page: self.window * (1.0 / self.scale()),
            scale: f64::from(self.scale() * self.reading.density),
        };
        let screen = reader::screen(window, found);
        if self.reading.shown.as_ref() != Some(&screen) {
            self.hall.devices.reader.show(screen.tree.clone());
            self.reading.shown = Some(screen);
        }
        if std::mem::take(&mut self.reading.stale) { self.and_show(Task::none()) } else { Task::none() }
    }

    /// What happens to the window, as far as it matters to the app.
    pub(super) fn on_window(&mut self, id: window::Id, event: &window::Event) -> Task<Message> {
        let reader = &self.hall.devices.reader;
        match event {
            window::Event::Opened { size, .. } => {
                self.resized(*size);
                // Asked for again: window managers of X11 pass over what a window wanted before it was shown.
                self.meet(id).chain(window::maximize(id, true)).chain(stands(id))
            }
            window::Event::Resized(size) => {
                self.resized(*size);
                stands(id)
            }
            window::Event::Moved(_) | window::Event::Rescaled(_) => stands(id),
            window::Event::Focused | window::Event::Unfocused => {
                reader.window_has_keys(matches!(event, window::Event::Focused));
                Task::none()
            }
            window::Event::CloseRequested => {
                self.closing = Some(id);
                self.leave_by(WayOut::Window)
            }
            _ => Task::none(),
        }
    }

    /// Where the window stands, and how fine its screen is.
    pub(super) fn stands(&mut self, at: Option<Point>, density: f32) {
        self.reading.density = density;
        let Some(at) = at else { return };
        let edge = |place: f32| f64::from(place * density);
        let place = Rect {
            x0: edge(at.x),
            y0: edge(at.y),
            x1: edge(at.x + self.window.width),
            y1: edge(at.y + self.window.height),
        };
        self.hall.devices.reader.window_stands(place);
    }

    /// On Windows the screen reader must meet the window before it is shown.
    #[cfg(windows)]
    fn meet(&self, id: window::Id) -> Task<Message> {
        use iced::window::raw_window_handle::RawWindowHandle;
        let reader = self.hall.devices.reader.clone();
        let meet = window::run(id, move |window| {
            if let Ok(handle) = window.window_handle()
                && let RawWindowHandle::Win32(handle) = handle.as_raw()
            {
                reader.meets_window(handle.hwnd.get());
            }
        });
        meet.discard().chain(window::set_mode(id, window::Mode::Windowed))
    }

    #[cfg(not(windows))]
    #[expect(clippy::unused_self, reason = "Windows needs it")]
    fn meet(&self, _: window::Id) -> Task<Message> {
        Task::none()
    }
}

/// Asks where the window stands. The events tell it in pixels of different kinds, so they are not relied upon.
fn stands(id: window::Id) -> Task<Message> {
    window::scale_factor(id).then(move |density| window::position(id).map(move |at| Message::Stands(at, density)))
}
