//! The screen reader of the system: it is shown the open screen, and asks for presses.
#[cfg(any(windows, all(unix, not(target_os = "macos"))))]
mod pass_on;
pub mod pretend;
#[cfg(all(unix, not(target_os = "macos")))]
mod unix;
#[cfg(windows)]
mod windows;

use std::sync::Arc;

pub use accesskit::{NodeId, Rect, TreeUpdate};
use futures::stream::BoxStream;

/// What a screen reader asks of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Somebody reads: the whole screen is wanted, and every change from now on.
    Wake,
    /// Nobody reads any more.
    Sleep,
    /// This control is to be pressed.
    Press(NodeId),
    /// This control is to have the focus.
    Focus(NodeId),
}

/// Reads screens to people, and acts on them for people.
pub trait ScreenReader: Send + Sync {
    /// Meets the screen reader: what it asks for, from now on. What it asked of an earlier stream it asks of this one.
    fn asks(&self) -> BoxStream<'static, Asks>;
    /// Shows the whole open screen.
    fn show(&self, screen: TreeUpdate);
    /// The window has the keyboard, or has not.
    fn window_has_keys(&self, has: bool);
    /// Where the window stands on the desktop, in its pixels.
    fn window_stands(&self, place: Rect);
    /// The window has been made, and is not shown yet: its handle.
    #[cfg(windows)]
    fn meets_window(&self, handle: isize);
}

/// The screen reader of this computer.
#[must_use]
pub fn here() -> Arc<dyn ScreenReader> {
    #[cfg(all(unix, not(target_os = "macos")))]
    return Arc::new(unix::Reader::default());
    #[cfg(windows)]
    return Arc::new(windows::Reader::default());
    // None is known elsewhere.
    #[cfg(not(any(windows, all(unix, not(target_os = "macos")))))]
    return Arc::new(pretend::Reader::default());
}
