//! The work that a program has under way, and since when.
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use futures::stream::{self, BoxStream};
use futures::{Stream, StreamExt as _};

use super::GRACE;

/// What is under way, by a number, and when it began.
#[derive(Debug, Clone, Default)]
pub(super) struct UnderWay {
    begun: Arc<Mutex<HashMap<u64, Instant>>>,
    count: u64,
}

impl UnderWay {
    fn begun(&self) -> MutexGuard<'_, HashMap<u64, Instant>> {
        self.begun.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same work, known as under way until its end.
    pub fn watch<T: Send + 'static>(&mut self, work: impl Stream<Item = T> + Send + 'static) -> BoxStream<'static, T> {
        self.count += 1;
        let number = self.count;
        let _ = self.begun().insert(number, Instant::now());
        let this = self.clone();
        let end = stream::poll_fn(move |_| {
            let _ = this.begun().remove(&number);
            std::task::Poll::Ready(None)
        });
        work.chain(end).boxed()
    }

    /// Whether something began so lately that it may still come back at once.
    pub fn is_young(&self) -> bool {
        self.begun().values().any(|begun| begun.elapsed() < GRACE)
    }
}
