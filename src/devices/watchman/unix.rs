//! The watchmen of Linux and its like, over D-Bus: systemd-logind or elogind for sleep and for a locked session, the
//! screen lockers of the desktops, and GNOME for a screen that is shared. Who is not there does not call: of lockers and
//! sleep nothing is asked twice, and nothing is tried again.
use std::sync::{Arc, Mutex, PoisonError};

use futures::stream::{self, BoxStream};
use futures::{FutureExt as _, StreamExt as _};
use zbus::message::Type;
use zbus::zvariant::{OwnedFd, OwnedObjectPath};
use zbus::{Connection, MatchRule, Message, MessageStream};

use super::screens::screens;
use super::{Awake, Call, Watchman};

/// Whoever calls on the two buses.
#[derive(Debug, Default)]
pub struct Buses;

impl Watchman for Buses {
    fn calls(&self) -> BoxStream<'static, Call> {
        let or_none = |calls: zbus::Result<BoxStream<'static, Call>>| calls.unwrap_or_else(|_| stream::empty().boxed());
        let logind = logind().map(or_none).flatten_stream();
        let desktop = desktop().map(or_none).flatten_stream();
        stream::select(logind, desktop).boxed()
    }
}

/// Whoever calls on the bus of the desktop.
async fn desktop() -> zbus::Result<BoxStream<'static, Call>> {
    let bus = Connection::session().await?;
    // Elsewhere every program can take pictures of the screen, and asks nobody.
    let wayland = std::env::var_os("WAYLAND_DISPLAY").is_some_and(|display| !display.is_empty());
    let lockers = lockers(&bus).await?;
    Ok(match screens(bus, wayland).await {
        Ok(screens) => stream::select(lockers, screens).boxed(),
        Err(_) => lockers,
    })
}

/// Lockers that say with `ActiveChanged` whether they lie over the screen. KDE uses the first, GNOME the second.
const LOCKERS: [&str; 5] = [
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
];

/// The lockers of the desktop. Any program of this account can call so: then the app is locked, and no harm is done.
async fn lockers(bus: &Connection) -> zbus::Result<BoxStream<'static, Call>> {
    let mut all = Vec::new();
    for interface in LOCKERS {
        let rule = MatchRule::builder().msg_type(Type::Signal).interface(interface)?.member("ActiveChanged")?;
        let active = MessageStream::for_match_rule(rule.build(), bus, Some(4)).await?;
        all.push(active.filter_map(|signal| async { signal.ok().filter(says_yes).map(|_| Call::Locked) }).boxed());
    }
    Ok(stream::select_all(all).boxed())
}

const LOGIND: &str = "org.freedesktop.login1";
const PLACE: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";

/// Sleep, and the lock of this session. On the system's bus nobody else can speak in its name.
async fn logind() -> zbus::Result<BoxStream<'static, Call>> {
    let bus = Connection::system().await?;
    let rule = |interface| MatchRule::builder().msg_type(Type::Signal).sender(LOGIND)?.interface(interface);
    let sleeps = rule(MANAGER)?.member("PrepareForSleep")?.build();
    let sleeps = MessageStream::for_match_rule(sleeps, &bus, Some(4)).await?;
    let held = Arc::new(Mutex::new(delay(&bus).await));
    let asked = bus.clone();
    let sleeps = sleeps.filter_map(move |signal| {
        let (held, bus) = (held.clone(), asked.clone());
        let hold = move |new| std::mem::replace(&mut *held.lock().unwrap_or_else(PoisonError::into_inner), new);
        async move {
            if signal.is_ok_and(|signal| says_yes(&signal)) {
                return Some(Call::Sleeps(Awake::new(hold(None))));
            }
            // It has woken: the next sleep waits for the app again.
            drop(hold(delay(&bus).await));
            None
        }
    });
    let Some(session) = session(&bus).await else { return Ok(sleeps.boxed()) };
    let locks = rule(SESSION)?.member("Lock")?.path(session)?.build();
    let locks = MessageStream::for_match_rule(locks, &bus, Some(4)).await?;
    let locks = locks.filter_map(|signal| async { signal.ok().map(|_| Call::Locked) });
    Ok(stream::select(sleeps, locks).boxed())
}

/// Whether the one thing that a signal says is yes.
fn says_yes(signal: &Message) -> bool {
    signal.body().deserialize().unwrap_or(false)
}

/// Lets the computer wait before it sleeps, until this is closed: five seconds at most, unless somebody set it otherwise.
async fn delay(bus: &Connection) -> Option<OwnedFd> {
    let wanted = ("sleep", "Alongside", "save", "delay");
    let answer = bus.call_method(Some(LOGIND), PLACE, Some(MANAGER), "Inhibit", &wanted).await.ok()?;
    answer.body().deserialize().ok()
}

/// The session in which the app shows itself.
async fn session(bus: &Connection) -> Option<OwnedObjectPath> {
    // A program that the desktop has started does not belong to a session itself: `auto` finds the one that is shown.
    let named = std::env::var("XDG_SESSION_ID").unwrap_or_else(|_| "auto".to_owned());
    let answer = bus.call_method(Some(LOGIND), PLACE, Some(MANAGER), "GetSession", &(named,)).await.ok()?;
    answer.body().deserialize().ok()
}
