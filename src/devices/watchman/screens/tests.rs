//! GNOME's compositor, played on a bus of its own: sharing begins and ends, and all that can go wrong on the way.
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use super::*;

/// A bus of its own. It ends with the test.
struct Bus {
    daemon: Child,
    address: String,
}

impl Bus {
    fn start() -> Self {
        let mut daemon = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon is installed");
        let mut address = String::new();
        let said = daemon.stdout.take().expect("it speaks");
        let _ = BufReader::new(said).read_line(&mut address).expect("it says where it is");
        Self { daemon, address: address.trim().to_owned() }
    }

    async fn connect(&self) -> Connection {
        let builder = zbus::connection::Builder::address(self.address.as_str()).expect("an address");
        builder.build().await.expect("the bus is there")
    }

    async fn watched(&self, sound: bool) -> Calls {
        Calls(screens(self.connect().await, sound).await.expect("it can listen"))
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        let _ = self.daemon.kill();
        let _ = self.daemon.wait();
    }
}

/// What the pretend compositor says of its sessions.
#[derive(Debug, Clone)]
enum Says {
    Sessions(Vec<&'static str>),
    /// As a service does that knows no such place.
    UnknownPlace,
    Rubbish,
    Nothing,
}

struct Compositor {
    bus: Connection,
    says: Arc<Mutex<Says>>,
    _answers: tokio::task::JoinHandle<()>,
}

impl Compositor {
    async fn start(bus: &Bus, says: Says) -> Self {
        let bus = bus.connect().await;
        let says = Arc::new(Mutex::new(says));
        let mut asked = MessageStream::from(&bus);
        let (answers, now) = (bus.clone(), says.clone());
        let answering = tokio::spawn(async move {
            while let Some(Ok(message)) = asked.next().await {
                let header = message.header();
                if message.message_type() == Type::MethodCall {
                    let place = header.path().map(ToString::to_string).unwrap_or_default();
                    let says = now.lock().expect("it is there").clone();
                    answer(&answers, &header, &place, says).await;
                }
            }
        });
        bus.request_name(SERVICE).await.expect("the name is free");
        Self { bus, says, _answers: answering }
    }

    fn says(&self, says: Says) {
        *self.says.lock().expect("it is there") = says;
    }

    async fn emits(&self, place: &str, interface: &str, member: &str) {
        let place = format!("{PLACE}/{place}");
        self.bus.emit_signal(None::<&str>, place, interface, member, &(7_u32,)).await.expect("the bus is there");
    }

    async fn begins(&self, sessions: &[&'static str]) {
        self.says(Says::Sessions(sessions.to_vec()));
        self.emits("Stream/u1", "org.gnome.Mutter.ScreenCast.Stream", "PipeWireStreamAdded").await;
    }

    async fn closes(&self, left: &[&'static str]) {
        self.says(Says::Sessions(left.to_vec()));
        self.emits("Session/u1", "org.gnome.Mutter.ScreenCast.Session", "Closed").await;
    }
}

async fn answer(bus: &Connection, header: &zbus::message::Header<'_>, place: &str, says: Says) {
    let answered = match says {
        Says::Nothing => return,
        Says::Rubbish => bus.reply(header, &"<<<nothing here is a \"node at all").await,
        _ if place == PLACE => bus.reply(header, &format!("<node><interface name={INTERFACE}/></node>")).await,
        Says::UnknownPlace => bus.reply_error(header, UNKNOWN[0], &"no such place").await,
        Says::Sessions(sessions) => {
            let inside: String = sessions.iter().map(|name| format!("  <node name=\"{name}\"/>\n")).collect();
            bus.reply(header, &format!("<!DOCTYPE node PUBLIC \"-//freedesktop//DTD\">\n<node>\n{inside}</node>")).await
        }
    };
    answered.expect("the bus is there");
}

/// A compositor of whom nobody wants anything yet, and what is called: it is relied on.
async fn relied_on(bus: &Bus) -> (Compositor, Calls) {
    let gnome = Compositor::start(bus, Says::Sessions(vec![])).await;
    let mut calls = bus.watched(true).await;
    calls.hears(&["Tells(true)"]).await;
    (gnome, calls)
}

struct Calls(BoxStream<'static, Call>);

impl Calls {
    async fn next(&mut self) -> String {
        let call = timeout(Duration::from_secs(8), self.0.next()).await;
        call.map_or_else(|_| "nothing".to_owned(), |call| format!("{:?}", call.expect("the bus is there")))
    }

    async fn hears(&mut self, wanted: &[&str]) {
        for call in wanted {
            assert_eq!(self.next().await, *call);
        }
    }

    async fn hears_nothing_more(&mut self) {
        let more = timeout(LOOK + Duration::from_millis(500), self.0.next()).await;
        assert!(more.is_err(), "{more:?}");
    }
}

/// Runs a story with the bus.
fn told(story: impl AsyncFnOnce(Bus)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("it runs");
    runtime.block_on(story(Bus::start()));
}

#[test]
fn sharing_that_begins_is_told_at_once_and_its_end_too() {
    told(async |bus| {
        let mut calls = bus.watched(true).await;
        calls.hears_nothing_more().await;
        // It comes later than the app.
        let gnome = Compositor::start(&bus, Says::Sessions(vec![])).await;
        calls.hears(&["Tells(true)"]).await;
        let since = Instant::now();
        gnome.begins(&["u1"]).await;
        calls.hears(&["ShareBegins"]).await;
        assert!(since.elapsed() < Duration::from_secs(1), "no clock is waited for");
        // The same session is told once.
        calls.hears_nothing_more().await;
        let since = Instant::now();
        gnome.closes(&[]).await;
        calls.hears(&["ShareEnds"]).await;
        assert!(since.elapsed() < Duration::from_secs(1), "no clock is waited for");
        calls.hears_nothing_more().await;
    });
}

#[test]
fn each_of_two_that_share_is_told_and_the_end_is_the_end_of_both() {
    told(async |bus| {
        let (gnome, mut calls) = relied_on(&bus).await;
        gnome.begins(&["u1"]).await;
        calls.hears(&["ShareBegins"]).await;
        calls.hears_nothing_more().await;
        gnome.begins(&["u1", "u2"]).await;
        calls.hears(&["ShareBegins"]).await;
        gnome.closes(&["u2"]).await;
        calls.hears_nothing_more().await;
        // A helper from afar goes without a word: it is seen at the next look.
        gnome.says(Says::Sessions(vec![]));
        calls.hears(&["ShareEnds"]).await;
    });
}

#[test]
fn what_is_shared_before_the_app_starts_is_found() {
    told(async |bus| {
        let gnome = Compositor::start(&bus, Says::Sessions(vec!["u4"])).await;
        let mut calls = bus.watched(true).await;
        calls.hears(&["Tells(true)", "ShareBegins"]).await;
        // One that begins unheard is found by looking.
        gnome.says(Says::Sessions(vec!["u5"]));
        calls.hears(&["ShareBegins"]).await;
        calls.hears_nothing_more().await;
    });
}

#[test]
fn a_compositor_that_vanishes_shares_no_more_and_tells_no_more() {
    told(async |bus| {
        let (gnome, mut calls) = relied_on(&bus).await;
        gnome.begins(&["u1"]).await;
        calls.hears(&["ShareBegins"]).await;
        let _ = gnome.bus.release_name(SERVICE).await.expect("it had the name");
        calls.hears(&["Tells(false)", "ShareEnds"]).await;
        let again = Compositor::start(&bus, Says::UnknownPlace).await;
        calls.hears(&["Tells(true)"]).await;
        again.begins(&["u1"]).await;
        calls.hears(&["ShareBegins"]).await;
    });
}

#[test]
fn rubbish_or_silence_ends_no_sharing_and_is_not_relied_on() {
    for bad in [Says::Rubbish, Says::Nothing] {
        told(async |bus| {
            let gnome = Compositor::start(&bus, bad.clone()).await;
            let mut calls = bus.watched(true).await;
            calls.hears_nothing_more().await;
            // It is heard all the same.
            gnome.emits("Stream/u1", "org.gnome.Mutter.ScreenCast.Stream", "PipeWireStreamAdded").await;
            calls.hears(&["ShareBegins"]).await;
            calls.hears_nothing_more().await;
            gnome.says(Says::Sessions(vec!["u1"]));
            calls.hears(&["Tells(true)"]).await;
            gnome.says(bad.clone());
            calls.hears(&["Tells(false)"]).await;
            calls.hears_nothing_more().await;
            gnome.says(Says::Sessions(vec![]));
            calls.hears(&["Tells(true)", "ShareEnds"]).await;
        });
    }
}

#[test]
fn where_programs_need_not_ask_gnome_is_heard_and_not_relied_on() {
    told(async |bus| {
        let gnome = Compositor::start(&bus, Says::Sessions(vec![])).await;
        let mut calls = bus.watched(false).await;
        calls.hears_nothing_more().await;
        gnome.begins(&["u1"]).await;
        calls.hears(&["ShareBegins"]).await;
        gnome.closes(&[]).await;
        calls.hears(&["ShareEnds"]).await;
        calls.hears_nothing_more().await;
    });
}

#[test]
fn nobody_else_on_the_bus_speaks_for_the_compositor() {
    told(async |bus| {
        let (_gnome, mut calls) = relied_on(&bus).await;
        let other = bus.connect().await;
        let stream = "org.gnome.Mutter.ScreenCast.Stream";
        let place = format!("{PLACE}/Stream/u1");
        let emitted = other.emit_signal(None::<&str>, place, stream, "PipeWireStreamAdded", &(7_u32,)).await;
        emitted.expect("the bus is there");
        calls.hears_nothing_more().await;
    });
}

#[test]
fn only_whole_lists_of_children_are_believed() {
    let names = |xml| children(xml).map(|names| names.into_iter().collect::<Vec<_>>());
    assert_eq!(names("<node></node>"), Some(vec![]));
    assert_eq!(
        names("<node>\n <node name='u1'/><node  name=\"u12\" />\n</node>"),
        Some(vec!["u1".into(), "u12".into()])
    );
    for rubbish in
        ["", "no", "<node><node/></node>", "<node><node name=u1/>", "<node><node name=\"\"/>", "<node><node name=\"u1"]
    {
        assert_eq!(names(rubbish), None, "{rubbish}");
    }
    assert_eq!(names(&format!("<node>{}", " ".repeat(LONGEST))), None);
}
