//! The power goes at any moment: what was said and picked is there again, all but the last second.
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use alongside::devices::pretend::{Pretend, RATE};
use alongside::domain::debrief::ClipId;
use alongside::domain::person::{Person, PersonId};
use alongside::store::disk::RealDisk;
use alongside::store::{Session, Store};

use crate::journeys::trouble::voice;

/// The folder, for the process that is to be killed.
const FOLDER: &str = "ALONGSIDE_KILLED_FOLDER";

fn sam(store: &Store) -> (Person, Session) {
    let hall = store.hall().expect("the folder opens");
    let sam = hall.team().person(&PersonId("sam".to_owned())).expect("Sam is there").clone();
    let session = store.session(&sam, &hall.team()).expect("the folder opens");
    (sam, session)
}

fn open(folder: &Path) -> Store {
    let store = Store::open(folder, Arc::new(RealDisk), &Pretend::without_keyring().devices()).expect("it opens");
    store.begin_practice().expect("it begins");
    store
}

/// Not a test by itself: what the process does that is killed. It records, in real time, and says how far it is.
#[test]
fn records_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let store = open(Path::new(&folder));
    let (_, session) = sam(&store);
    let (mut keep, _recording) = session.record(ClipId("killed".to_owned())).expect("there is room");
    let mut out = std::io::stdout();
    let piece = RATE as usize / 50;
    for (number, samples) in voice(60).chunks(piece).enumerate() {
        keep.keep(samples, RATE).expect("there is room");
        writeln!(out, "kept {}", (number + 1) * 20).expect("the parent listens");
        out.flush().expect("the parent listens");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn child(folder: &Path) -> Child {
    let this = std::env::current_exe().expect("this program");
    Command::new(this)
        .args(["--exact", "killed::records_until_it_is_killed", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts")
}

#[test]
fn a_recording_that_is_killed_keeps_all_but_the_last_second() {
    for stop_at in [300_u64, 1_740, 3_220] {
        let folder = tempfile::tempdir().expect("a folder");
        drop(open(folder.path()));
        let mut child = child(folder.path());
        let mut said = BufReader::new(child.stdout.take().expect("it speaks")).lines();
        let kept = said
            .by_ref()
            .map_while(Result::ok)
            .filter_map(|line| line.split("kept ").nth(1).and_then(|ms| ms.trim().parse::<u64>().ok()))
            .find(|ms| *ms >= stop_at)
            .expect("it got so far");
        // On unix this is SIGKILL: nothing in the process gets a chance.
        child.kill().expect("it can be killed");
        let _ = child.wait().expect("it has ended");

        let store = open(folder.path());
        let (_, session) = sam(&store);
        let found = session.finish_interrupted();
        if kept <= 1_000 && found.is_empty() {
            continue;
        }
        assert_eq!(found, [ClipId("killed".to_owned())], "after {kept} ms");
        let clip = session.clip(&found[0]).expect("it is a recording now");
        let lost = kept.saturating_sub(clip.length_ms);
        assert!(lost <= 1_000, "of {kept} ms, {} are there", clip.length_ms);
        assert!(session.finish_interrupted().is_empty(), "it is finished once");
    }
}
