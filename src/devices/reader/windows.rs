//! The screen readers of Windows. Written from the documentation and not yet tried on Windows.
use std::cell::RefCell;
use std::sync::{Mutex, MutexGuard, PoisonError};

use accesskit_windows::{HWND, SubclassingAdapter};
use futures::StreamExt as _;
use futures::channel::mpsc::{self, UnboundedSender};
use futures::stream::BoxStream;

use super::pass_on::PassOn;
use super::{Asks, Rect, ScreenReader, TreeUpdate};

thread_local! {
    // It must stay on the thread of its window: the app is updated on that thread.
    static ADAPTER: RefCell<Option<SubclassingAdapter>> = const { RefCell::new(None) };
}

/// Speaks to whoever reads. Begins when it has met the window.
#[derive(Debug, Default)]
pub struct Reader {
    asks: Mutex<Option<UnboundedSender<Asks>>>,
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl ScreenReader for Reader {
    fn asks(&self) -> BoxStream<'static, Asks> {
        let (sender, asks) = mpsc::unbounded();
        *locked(&self.asks) = Some(sender);
        asks.boxed()
    }

    fn show(&self, screen: TreeUpdate) {
        let events =
            ADAPTER.with_borrow_mut(|adapter| adapter.as_mut().and_then(|one| one.update_if_active(|| screen)));
        // Raised outside the borrow: whoever reads may ask back at once.
        if let Some(events) = events {
            events.raise();
        }
    }

    fn window_has_keys(&self, _: bool) {
        // It sees that for itself.
    }

    fn window_stands(&self, _: Rect) {
        // It sees that for itself.
    }

    fn meets_window(&self, handle: isize) {
        let Some(sender) = locked(&self.asks).clone() else { return };
        let window = HWND(handle as *mut _);
        let adapter = SubclassingAdapter::new(window, PassOn(sender.clone()), PassOn(sender));
        ADAPTER.set(Some(adapter));
    }
}
