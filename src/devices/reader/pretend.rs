//! A screen reader that only remembers what it was shown, for tests and the tour.
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures::StreamExt as _;
use futures::channel::mpsc::{self, UnboundedSender};
use futures::stream::BoxStream;

use super::{Asks, Rect, ScreenReader, TreeUpdate};

/// The pretend screen reader, and what a test can do with it.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    asks: Option<UnboundedSender<Asks>>,
    shown: Vec<TreeUpdate>,
    has_keys: Option<bool>,
    stands: Option<Rect>,
}

impl Reader {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Asks something of the app; `false` where nobody listens.
    #[must_use]
    pub fn ask(&self, asks: Asks) -> bool {
        self.state().asks.as_ref().is_some_and(|sender| sender.unbounded_send(asks).is_ok())
    }

    /// All screens that it was shown, the newest last.
    #[must_use]
    pub fn shown(&self) -> Vec<TreeUpdate> {
        self.state().shown.clone()
    }

    /// Whether the window has the keyboard, once that was said.
    #[must_use]
    pub fn has_keys(&self) -> Option<bool> {
        self.state().has_keys
    }

    /// Where the window stands, once that was said.
    #[must_use]
    pub fn stands(&self) -> Option<Rect> {
        self.state().stands
    }
}

impl ScreenReader for Reader {
    fn asks(&self) -> BoxStream<'static, Asks> {
        let (sender, asks) = mpsc::unbounded();
        self.state().asks = Some(sender);
        asks.boxed()
    }

    fn show(&self, screen: TreeUpdate) {
        self.state().shown.push(screen);
    }

    fn window_has_keys(&self, has: bool) {
        self.state().has_keys = Some(has);
    }

    fn window_stands(&self, place: Rect) {
        self.state().stands = Some(place);
    }

    #[cfg(windows)]
    fn meets_window(&self, _: isize) {}
}
