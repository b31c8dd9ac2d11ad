//! A watchman who calls when a test tells him to.
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use futures::StreamExt as _;
use futures::channel::mpsc::{self, UnboundedSender};
use futures::stream::BoxStream;

use super::{Awake, Call};

/// The pretend watchman.
#[derive(Debug, Clone, Default)]
pub struct Watchman {
    app: Arc<Mutex<Option<UnboundedSender<Call>>>>,
    held: Arc<AtomicUsize>,
}

/// Counts itself as long as it is held.
struct Held(Arc<AtomicUsize>);

impl Drop for Held {
    fn drop(&mut self) {
        let _ = self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Watchman {
    fn call(&self, call: Call) -> bool {
        let app = self.app.lock().unwrap_or_else(PoisonError::into_inner);
        app.as_ref().is_some_and(|app| app.unbounded_send(call).is_ok())
    }

    /// The screen of the system is locked; `false` where nobody listens.
    #[must_use]
    pub fn locks(&self) -> bool {
        self.call(Call::Locked)
    }

    /// The computer wants to go to sleep; `false` where nobody listens.
    #[must_use]
    pub fn sleeps(&self) -> bool {
        let _ = self.held.fetch_add(1, Ordering::Relaxed);
        self.call(Call::Sleeps(Awake::new(Held(self.held.clone()))))
    }

    /// Somebody begins to see the screen; `false` where nobody listens.
    #[must_use]
    pub fn share_begins(&self) -> bool {
        self.call(Call::ShareBegins)
    }

    /// Nobody sees it any more; `false` where nobody listens.
    #[must_use]
    pub fn share_ends(&self) -> bool {
        self.call(Call::ShareEnds)
    }

    /// The system tells from now on when the screen is shared, or does not; `false` where nobody listens.
    #[must_use]
    pub fn tells(&self, tells: bool) -> bool {
        self.call(Call::Tells(tells))
    }

    /// Whether the app still keeps the computer awake.
    #[must_use]
    pub fn is_kept_awake(&self) -> bool {
        self.held.load(Ordering::Relaxed) > 0
    }
}

impl super::Watchman for Watchman {
    fn calls(&self) -> BoxStream<'static, Call> {
        let (app, calls) = mpsc::unbounded();
        *self.app.lock().unwrap_or_else(PoisonError::into_inner) = Some(app);
        calls.boxed()
    }
}
