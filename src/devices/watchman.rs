//! The watchman of the system: says at once when the computer is locked or goes to sleep, and when somebody else sees
//! the screen.
//!
//! On Linux it is asked over D-Bus. Windows and macOS tell such things only to a window's own procedure or to a
//! notification centre, which no safe code reaches: there nobody calls, and the app locks by its own clock. Windows could
//! keep a window out of pictures of the screen (`SetWindowDisplayAffinity`), and macOS too: winit can ask for it, but
//! iced 0.14 hands out no more of a window than its bare handle, for which it would take `unsafe`.
pub mod pretend;
#[cfg(all(unix, not(target_os = "macos")))]
mod screens;
#[cfg(all(unix, not(target_os = "macos")))]
mod unix;

use std::any::Any;
use std::fmt;
use std::sync::Arc;

use futures::stream::BoxStream;

/// What the watchman calls.
#[derive(Debug, Clone)]
pub enum Call {
    /// The screen is locked.
    Locked,
    /// The computer goes to sleep as soon as this is let go.
    Sleeps(Awake),
    /// Somebody else begins to see the screen, or to record it: once for each who does.
    ShareBegins,
    /// Nobody else sees it any more.
    ShareEnds,
    /// Whether this computer tells when somebody else sees the screen. Until this is called it does not.
    Tells(bool),
}

/// Keeps the computer awake for a moment, until the last of it is let go. No system waits for longer than some seconds.
#[derive(Clone)]
pub struct Awake(#[expect(dead_code, reason = "it only has to be held")] Arc<dyn Any + Send + Sync>);

impl Awake {
    /// What is held.
    pub fn new(held: impl Any + Send + Sync) -> Self {
        Self(Arc::new(held))
    }
}

impl fmt::Debug for Awake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Awake")
    }
}

/// Says when nobody is at the computer any more, and when somebody looks on from elsewhere.
pub trait Watchman: Send + Sync {
    /// What is called from now on. Where the system has no watchman the stream has nothing in it, and nothing is done.
    fn calls(&self) -> BoxStream<'static, Call>;
}

/// The watchman of this computer.
#[must_use]
pub fn here() -> Arc<dyn Watchman> {
    #[cfg(all(unix, not(target_os = "macos")))]
    return Arc::new(unix::Buses);
    #[cfg(not(all(unix, not(target_os = "macos"))))]
    return Arc::new(pretend::Watchman::default());
}
