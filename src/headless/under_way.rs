//! The work that a program has under way: whether it has a step to make, and since when it waits.
use std::collections::HashMap;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Instant;

use futures::stream::BoxStream;
use futures::{Stream, StreamExt as _};

use super::GRACE;

/// What is under way, by a number.
#[derive(Debug, Clone, Default)]
pub(super) struct UnderWay {
    works: Arc<Mutex<HashMap<u64, Work>>>,
    count: u64,
}

/// One piece of work.
#[derive(Debug)]
struct Work {
    begun: Instant,
    step: Arc<Step>,
}

/// Whether a piece of work has a step to make: it has not been begun, is in the midst of one, or was woken. If not, it
/// waits for something outside: a clock, a thread of its own, a channel.
#[derive(Debug)]
struct Step {
    woken: AtomicBool,
    made: AtomicBool,
}

impl Step {
    fn is_due(&self) -> bool {
        self.made.load(Ordering::SeqCst) || self.woken.load(Ordering::SeqCst)
    }
}

impl UnderWay {
    fn works(&self) -> MutexGuard<'_, HashMap<u64, Work>> {
        self.works.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The same work, known as under way until its end.
    pub fn watch<T: Send + 'static>(&mut self, work: impl Stream<Item = T> + Send + 'static) -> BoxStream<'static, T> {
        self.count += 1;
        let step = Arc::new(Step { woken: AtomicBool::new(true), made: AtomicBool::new(false) });
        let _ = self.works().insert(self.count, Work { begun: Instant::now(), step: step.clone() });
        Watched { work: work.boxed(), number: self.count, step, under_way: self.clone() }.boxed()
    }

    /// Whether some of it goes on as soon as a thread has time for it, however long that takes.
    pub fn is_due(&self) -> bool {
        self.works().values().any(|work| work.step.is_due())
    }

    /// Whether something began so lately that it may still come back at once.
    pub fn is_young(&self) -> bool {
        self.works().values().any(|work| work.begun.elapsed() < GRACE)
    }
}

/// Work that is watched.
struct Watched<T> {
    work: BoxStream<'static, T>,
    number: u64,
    step: Arc<Step>,
    under_way: UnderWay,
}

impl<T> Stream for Watched<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        self.step.made.store(true, Ordering::SeqCst);
        self.step.woken.store(false, Ordering::SeqCst);
        let waker = Waker::from(Arc::new(Wakes { step: self.step.clone(), waker: context.waker().clone() }));
        let polled = self.work.poll_next_unpin(&mut Context::from_waker(&waker));
        // What has come is handed on before the next step ends.
        if polled.is_pending() {
            self.step.made.store(false, Ordering::SeqCst);
        }
        polled
    }
}

impl<T> Drop for Watched<T> {
    fn drop(&mut self) {
        let _ = self.under_way.works().remove(&self.number);
    }
}

/// Wakes the work, and says at once that it was woken.
struct Wakes {
    step: Arc<Step>,
    waker: Waker,
}

impl Wake for Wakes {
    fn wake(self: Arc<Self>) {
        self.step.woken.store(true, Ordering::SeqCst);
        self.waker.wake_by_ref();
    }
}
