//! The screen readers of Linux and its like, over D-Bus. Without D-Bus nothing is shown to anybody.
use std::sync::{Mutex, MutexGuard, PoisonError};

use accesskit_unix::Adapter;
use futures::StreamExt as _;
use futures::channel::mpsc;
use futures::stream::BoxStream;

use super::pass_on::PassOn;
use super::{Asks, Rect, ScreenReader, TreeUpdate};

/// Speaks to whoever reads. Begins only when the app asks what is wanted.
#[derive(Debug, Default)]
pub struct Reader {
    adapter: Mutex<Option<Adapter>>,
}

impl Reader {
    fn adapter(&self) -> MutexGuard<'_, Option<Adapter>> {
        self.adapter.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl ScreenReader for Reader {
    fn asks(&self) -> BoxStream<'static, Asks> {
        let (sender, asks) = mpsc::unbounded();
        let pass = || PassOn(sender.clone());
        *self.adapter() = Some(Adapter::new(pass(), pass(), pass()));
        asks.boxed()
    }

    fn show(&self, screen: TreeUpdate) {
        if let Some(adapter) = &mut *self.adapter() {
            adapter.update_if_active(|| screen);
        }
    }

    fn window_has_keys(&self, has: bool) {
        if let Some(adapter) = &mut *self.adapter() {
            adapter.update_window_focus_state(has);
        }
    }

    fn window_stands(&self, place: Rect) {
        if let Some(adapter) = &mut *self.adapter() {
            adapter.set_root_window_bounds(place, place);
        }
    }
}
