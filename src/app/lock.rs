//! Locking: when nobody has been there for a while, or the system says so; and hiding everything by one key.
use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use iced::{Subscription, Task};

use super::{App, Message, Stage};
use crate::devices::watchman::{Call, Watchman};
use crate::screen::{Step, WayOut};
use crate::screens::cover::{self, Cover};
use crate::screens::door::Door;

/// How often the app looks whether somebody is still there.
pub(super) const LOOK: Duration = Duration::from_secs(5);
/// When the clock has gone on by so much more than that between two looks, the computer slept.
const LEAP: i64 = 30;
/// How long the locked page may take to be on the screen before the computer sleeps.
const DRAWN: Duration = Duration::from_millis(300);

/// The stream of what the watchman calls. There is one watchman, so all are alike.
struct Listen(Arc<dyn Watchman>);

impl Hash for Listen {
    fn hash<H: Hasher>(&self, state: &mut H) {
        "watchman".hash(state);
    }
}

impl App {
    pub(super) fn watchman_subscription(&self) -> Subscription<Message> {
        let listen = Listen(self.hall.devices.watchman.clone());
        Subscription::run_with(listen, |listen| listen.0.calls()).map(Message::Called)
    }

    /// The system says that nobody is there, or that somebody sees the screen from elsewhere.
    pub(super) fn called(&mut self, call: Call) -> Task<Message> {
        match call {
            Call::Locked => self.nobody_there(),
            // The computer sleeps when it can be seen that it is locked, and what was under way is on the disk.
            Call::Sleeps(awake) => self.nobody_there().chain(
                Task::future(async move {
                    tokio::time::sleep(DRAWN).await;
                    drop(awake);
                })
                .discard(),
            ),
            Call::ShareBegins => self.share_begins(),
            Call::ShareEnds => self.share_ends(),
            Call::Tells(tells) => {
                self.hall.tells_sharing = tells;
                Task::none()
            }
        }
    }

    /// It locks at once.
    fn nobody_there(&mut self) -> Task<Message> {
        // Who is half in begins anew.
        self.opening = None;
        if let Stage::Door(door) = &mut self.stage {
            *door = Door::default();
        }
        self.alone()
    }

    /// Hides everything, or shows it again.
    pub(super) fn hide(&mut self) -> Task<Message> {
        self.cover = match self.cover {
            None => Some(Cover::Hidden),
            Some(Cover::Hidden) => None,
            // What is locked is not opened by a key.
            locked => locked,
        };
        self.hush()
    }

    pub(super) fn on_cover(&mut self, message: cover::Message) -> Task<Message> {
        match message {
            cover::Message::Show => self.hide(),
            cover::Message::Stop => self.lock_now(),
            cover::Message::Close => iced::exit(),
        }
    }

    /// Waits until nobody has been there for as long as the person chose, by the clock or by the time that has passed,
    /// whatever is done to the clock. A computer that slept is locked when it wakes: its clock has leapt on. It asks
    /// for nothing to be drawn while it waits.
    pub(super) fn watch(&mut self) -> Task<Message> {
        let (clock, touched) = (self.hall.devices.clock.clone(), self.hall.look.touched.clone());
        let minutes = i64::from(self.hall.preferences.lock_after.clamp(1, 15));
        let alone = async move {
            let (mut last, mut since) = (clock.now(), Instant::now());
            let mut before = last;
            loop {
                tokio::time::sleep(LOOK).await;
                let now = clock.now();
                let slept = now.duration_since(before).as_secs() >= LEAP;
                before = now;
                if slept {
                    return;
                }
                if touched.swap(false, Ordering::Relaxed) {
                    (last, since) = (now, Instant::now());
                }
                // A clock that was put back begins anew.
                last = last.min(now);
                let by_clock = now.duration_since(last).as_secs() >= minutes * 60;
                if by_clock || since.elapsed().as_secs() >= minutes.unsigned_abs() * 60 {
                    return;
                }
            }
        };
        let (task, handle) = Task::perform(alone, |()| Message::Alone).abortable();
        // The watch before ends here.
        self.watch = Some(handle.abort_on_drop());
        task
    }

    /// Nobody has been there for a while.
    pub(super) fn alone(&mut self) -> Task<Message> {
        let Stage::Inside(inside) = &self.stage else { return Task::none() };
        if inside.current.hushed() {
            self.cover = Some(Cover::Recording);
            return Task::none();
        }
        self.lock_now()
    }

    /// Behind the lock a recording goes on. It locks wholly when that has ended.
    pub(super) fn still_recording(&mut self) -> Task<Message> {
        let recording = matches!(&self.stage, Stage::Inside(inside) if inside.current.hushed());
        if recording || self.cover != Some(Cover::Recording) { Task::none() } else { self.lock_now() }
    }

    /// Whatever is under way is kept, and the keys are let go.
    fn lock_now(&mut self) -> Task<Message> {
        // Until all is kept, nobody reads what is below.
        self.cover = Some(Cover::Keeping);
        self.watch = None;
        self.help = None;
        self.locking = true;
        self.take(Step::Leave(WayOut::Door))
    }
}
