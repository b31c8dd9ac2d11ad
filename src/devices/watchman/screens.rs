//! Whether somebody else sees the screen, as GNOME tells it over D-Bus.
//!
//! GNOME's compositor has one object for each session that shares or records the screen, also for a helper from afar.
//! When such a session begins to send pictures it says so to everybody on the bus, before the first picture can be
//! taken (`PipeWireStreamAdded`). So nothing is asked while nothing is shared. The end is told too, but not of every
//! kind of session: while something is shared, the list of sessions is looked at every two seconds.
//!
//! The interface is GNOME's own, and no version is bound to it. Who does not answer as expected is not believed: then
//! nothing that was hidden comes back, and the app says that this computer does not tell. The compositor niri speaks the
//! same. Other desktops have nothing like it: KDE's portal shows a sign beside the clock, in words of its language.
//! Where programs read the screen as X11 lets them, nobody knows of it: there GNOME is heard, and not relied on.
use std::collections::{BTreeSet, VecDeque};
use std::time::Duration;

use futures::StreamExt as _;
use futures::stream::{self, BoxStream};
use tokio::time::timeout;
use zbus::message::Type;
use zbus::{Connection, MatchRule, Message, MessageStream};

use super::Call;

const SERVICE: &str = "org.gnome.Mutter.ScreenCast";
const PLACE: &str = "/org/gnome/Mutter/ScreenCast";
const SESSIONS: &str = "/org/gnome/Mutter/ScreenCast/Session";
/// As it stands in what the service says of itself.
const INTERFACE: &str = "\"org.gnome.Mutter.ScreenCast\"";
/// What is answered for a place that is not there.
const UNKNOWN: [&str; 2] = ["org.freedesktop.DBus.Error.UnknownObject", "org.freedesktop.DBus.Error.UnknownMethod"];
const NOTHING: &str = "<node></node>";
const BUS: &str = "org.freedesktop.DBus";

/// How often it is looked whether sharing has ended, while something is shared.
const LOOK: Duration = Duration::from_secs(2);
/// How long an answer is waited for.
const PATIENCE: Duration = Duration::from_secs(2);
/// After how long somebody is asked again who is there and did not answer.
const AGAIN: Duration = Duration::from_secs(60);
/// Nobody shares to so many that their list is longer.
const LONGEST: usize = 64 * 1024;

/// What is heard on the bus.
#[derive(Debug, Clone, Copy)]
enum Heard {
    /// Pictures of the screen begin to go out.
    Begins,
    /// Something may have changed.
    Changed,
}

/// What was found by asking.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Found {
    /// There is nobody who could know.
    Nobody,
    /// There is somebody, and no answer that can be understood.
    NoAnswer,
    /// The sessions there are.
    Sessions(BTreeSet<String>),
}

/// What is known, and what follows from it.
#[derive(Debug, Default)]
struct Known {
    /// Whether all sharing would be told, where there is an answer.
    sound: bool,
    sessions: BTreeSet<String>,
    shared: bool,
    /// Pictures began to go out and were told: of which session will be found.
    begun: bool,
    there: bool,
    answers: bool,
    told: bool,
}

impl Known {
    fn begins(&mut self) -> Call {
        (self.shared, self.begun) = (true, true);
        Call::ShareBegins
    }

    fn looked(&mut self, found: Found) -> Vec<Call> {
        let mut calls = Vec::new();
        self.there = found != Found::Nobody;
        self.answers = matches!(found, Found::Sessions(_));
        let told = self.answers && self.sound;
        if std::mem::replace(&mut self.told, told) != told {
            calls.push(Call::Tells(told));
        }
        let now = match found {
            // Whoever shared was part of what has gone.
            Found::Nobody => BTreeSet::new(),
            // On a guess nothing comes back.
            Found::NoAnswer => return calls,
            Found::Sessions(now) => now,
        };
        let begun = std::mem::take(&mut self.begun);
        if !begun && !now.is_subset(&self.sessions) {
            self.shared = true;
            calls.push(Call::ShareBegins);
        }
        if now.is_empty() && std::mem::take(&mut self.shared) {
            calls.push(Call::ShareEnds);
        }
        self.sessions = now;
        calls
    }

    /// How long to wait before looking again. `None`: until something is heard.
    fn wait(&self) -> Option<Duration> {
        match self {
            Self { shared: true, .. } => Some(LOOK),
            Self { there: true, answers: false, .. } => Some(AGAIN),
            Self { .. } => None,
        }
    }
}

/// Says when somebody else begins to see the screen, and when nobody does any more. `sound`: every program that takes
/// pictures of the screen has to ask the compositor for them.
pub async fn screens(bus: Connection, sound: bool) -> zbus::Result<BoxStream<'static, Call>> {
    let signal = |sender, interface, member| {
        MatchRule::builder().msg_type(Type::Signal).sender(sender)?.interface(interface)?.member(member)
    };
    let begins = signal(SERVICE, "org.gnome.Mutter.ScreenCast.Stream", "PipeWireStreamAdded")?.build();
    let ends = signal(SERVICE, "org.gnome.Mutter.ScreenCast.Session", "Closed")?.build();
    let comes = signal(BUS, BUS, "NameOwnerChanged")?.add_arg(SERVICE)?.build();
    let mut heard = vec![stream::once(async { Heard::Changed }).boxed()];
    for (rule, means) in [(begins, Heard::Begins), (ends, Heard::Changed), (comes, Heard::Changed)] {
        let signals = MessageStream::for_match_rule(rule, &bus, Some(64)).await?;
        heard.push(signals.filter_map(move |signal| async move { signal.ok().map(|_| means) }).boxed());
    }
    let known = Known { sound, ..Known::default() };
    let watch = Watch { bus, heard: stream::select_all(heard).boxed(), known, calls: VecDeque::new(), due: false };
    Ok(stream::unfold(watch, Watch::next).boxed())
}

struct Watch {
    bus: Connection,
    heard: BoxStream<'static, Heard>,
    known: Known,
    calls: VecDeque<Call>,
    /// It is to be looked at once.
    due: bool,
}

impl Watch {
    async fn next(mut self) -> Option<(Call, Self)> {
        loop {
            // What is known is told before anything is asked: an answer can take its time.
            if let Some(call) = self.calls.pop_front() {
                return Some((call, self));
            }
            if std::mem::take(&mut self.due) {
                let found = self.look().await;
                self.calls.extend(self.known.looked(found));
                continue;
            }
            let heard = self.heard.next();
            let heard = match self.known.wait() {
                Some(time) => timeout(time, heard).await.unwrap_or(Some(Heard::Changed)),
                None => heard.await,
            };
            if matches!(heard?, Heard::Begins) {
                self.calls.push_back(self.known.begins());
            }
            self.due = true;
        }
    }

    async fn look(&mut self) -> Found {
        let owner = (BUS, "/org/freedesktop/DBus", BUS, "NameHasOwner");
        match ask(&self.bus, owner, &(SERVICE,)).await.and_then(|answer| answer.body().deserialize().ok()) {
            Some(true) => {}
            Some(false) => return Found::Nobody,
            None => return Found::NoAnswer,
        }
        // Whether it is still who it was when this was written.
        if !self.known.answers && !introspect(&self.bus, PLACE).await.is_some_and(|xml| xml.contains(INTERFACE)) {
            return Found::NoAnswer;
        }
        introspect(&self.bus, SESSIONS).await.and_then(|xml| children(&xml)).map_or(Found::NoAnswer, Found::Sessions)
    }
}

/// What a place says of itself. A place that is not there has nothing in it.
async fn introspect(bus: &Connection, place: &str) -> Option<String> {
    let answer = ask(bus, (SERVICE, place, "org.freedesktop.DBus.Introspectable", "Introspect"), &()).await?;
    match answer.header().error_name() {
        Some(name) if UNKNOWN.contains(&name.as_str()) => Some(NOTHING.to_owned()),
        Some(_) => None,
        None => answer.body().deserialize().ok(),
    }
}

async fn ask(
    bus: &Connection,
    (name, place, interface, method): (&str, &str, &str, &str),
    asked: &(impl serde::Serialize + zbus::zvariant::DynamicType + Sync),
) -> Option<Message> {
    let answer = bus.call_method(Some(name), place, Some(interface), method, asked);
    match timeout(PATIENCE, answer).await.ok()? {
        Err(zbus::Error::MethodError(_, _, answer)) => Some(answer),
        answer => answer.ok(),
    }
}

/// The names of the objects below one, out of what it says of itself. `None`: it says something else.
fn children(xml: &str) -> Option<BTreeSet<String>> {
    if xml.len() > LONGEST {
        return None;
    }
    let (_, inside) = xml.split_once("<node")?;
    let names = inside.split("<node").skip(1).map(|node| {
        let (attributes, _) = node.split_once('>')?;
        let (_, name) = attributes.split_once("name=")?;
        let quote = name.chars().next().filter(|quote| ['"', '\''].contains(quote))?;
        let name = name.get(1..)?.split_once(quote)?.0;
        (!name.is_empty()).then(|| name.to_owned())
    });
    names.collect()
}

#[cfg(test)]
mod tests;
