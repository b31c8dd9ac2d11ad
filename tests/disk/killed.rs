//! The program is killed while it saves or records: what it said was saved is there, and the last second at most is lost.
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use alongside::devices::pretend::RATE;
use alongside::domain::debrief::ClipId;
use alongside::store::disk::RealDisk;
use futures::executor::block_on;

use super::power_cut::Chance;
use super::recorded::CLIP;
use super::simulated::Contents;
use super::vault::{Saying, begun, lost, open, session, sound};
use crate::journeys::trouble::voice;

/// The folder, for the process that is to be killed.
const FOLDER: &str = "ALONGSIDE_KILLED_DISK";
/// Every night more are killed.
const NIGHTLY: &str = "ALONGSIDE_NIGHTLY";

/// How many are killed: ten times as many every night.
fn lives(by_day: u64) -> u64 {
    if std::env::var_os(NIGHTLY).is_some() { by_day * 10 } else { by_day }
}

/// Says a number to the process that listens.
fn say(number: usize) {
    let mut out = std::io::stdout();
    writeln!(out, "kept {number}").and_then(|()| out.flush()).expect("the parent listens");
}

/// Not a test by itself: what the process does that is killed.
#[test]
fn saves_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let store = open(Path::new(&folder), Arc::new(RealDisk)).expect("it opens");
    let sam = session(&store).expect("Sam gets in");
    for number in 0..u16::MAX {
        block_on(sam.save(vec![Saying::Place(number, number).record()])).expect("there is room");
        say(number.into());
    }
}

/// Not a test by itself: what the process does that is killed. It speaks in real time.
#[test]
fn records_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let store = open(Path::new(&folder), Arc::new(RealDisk)).expect("it opens");
    let sam = session(&store).expect("Sam gets in");
    let (mut keep, _recording) = sam.record(ClipId(CLIP.to_owned())).expect("there is room");
    for (number, piece) in (1..).zip(voice(30).chunks(RATE as usize / 50)) {
        keep.keep(piece, RATE).expect("there is room");
        say(number * 20);
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn child(folder: &Path, does: &str) -> Child {
    let this = std::env::current_exe().expect("this program");
    Command::new(this)
        .args(["--exact", &format!("disk::killed::{does}"), "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts")
}

/// Lives in a fresh folder with a team, until it is killed so many milliseconds after it said its first number.
/// Returns the folder, and the last number that it said.
fn lives_and_is_killed(begun: &Contents, does: &str, after: Duration) -> (tempfile::TempDir, Option<usize>) {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, what) in begun {
        let path = folder.path().join(name);
        match what {
            None => std::fs::create_dir(path).expect("there is room"),
            Some(bytes) => std::fs::write(path, bytes).expect("there is room"),
        }
    }
    let mut child = child(folder.path(), does);
    let mut said = BufReader::new(child.stdout.take().expect("it speaks")).lines().map_while(Result::ok);
    let number = |line: String| line.split("kept ").nth(1).and_then(|number| number.trim().parse::<usize>().ok());
    let first = said.by_ref().find_map(number);
    std::thread::sleep(after);
    // On unix this is SIGKILL: nothing in the process gets a chance.
    child.kill().expect("it can be killed");
    let _ = child.wait().expect("it has ended");
    (folder, said.filter_map(number).last().or(first))
}

/// Each of many lives, several at a time.
fn each_life(lives: u64, at_once: u64, check: impl Fn(&mut Chance) + Sync) {
    let next = AtomicU64::new(0);
    std::thread::scope(|scope| {
        for _ in 0..at_once {
            let _ = scope.spawn(|| {
                loop {
                    let life = next.fetch_add(1, Ordering::Relaxed);
                    if life >= lives {
                        return;
                    }
                    check(&mut Chance::of(life));
                }
            });
        }
    });
}

#[test]
fn what_was_saved_before_the_program_was_killed_is_there() {
    let begun = begun();
    let saved = AtomicU64::new(0);
    each_life(lives(1_000), 3, |chance| {
        let after = Duration::from_micros(chance.any() % 60_000);
        let (folder, last) = lives_and_is_killed(&begun, "saves_until_it_is_killed", after);
        let told: Vec<_> = (0..=last.expect("it has saved something")).map(|number| number as u16).collect();
        let told: Vec<_> = told.into_iter().map(|number| Saying::Place(number, number)).collect();
        let store = open(folder.path(), Arc::new(RealDisk)).expect("it opens");
        let sam = session(&store).expect("Sam gets in");
        assert_eq!(lost(&sam, &told), [], "killed after {after:?}");
        let aside = std::fs::read_dir(folder.path().join("aside")).expect("it is there").count();
        assert_eq!(aside, 0, "what was not finished is swept away");
        let _ = saved.fetch_add(told.len() as u64, Ordering::Relaxed);
    });
    let saved = saved.into_inner();
    assert!(saved > lives(1_000) * 2, "only {saved} documents were saved in all lives");
}

#[test]
fn a_recording_that_is_killed_at_any_moment_loses_a_second_at_most() {
    let begun = begun();
    let most_lost = AtomicU64::new(0);
    each_life(lives(100), 10, |chance| {
        let after = Duration::from_millis(chance.any() % 2_500);
        let (folder, last) = lives_and_is_killed(&begun, "records_until_it_is_killed", after);
        let spoken = last.expect("it has recorded something") as u64;
        let store = open(folder.path(), Arc::new(RealDisk)).expect("it opens");
        let sam = session(&store).expect("Sam gets in");
        let found = sam.finish_interrupted();
        let heard = sam.clip(&ClipId(CLIP.to_owned())).map_or(0, |clip| clip.length_ms);
        assert_eq!(found.is_empty(), heard == 0);
        if heard > 0 {
            assert!(sound(&sam, CLIP).is_ok(), "it can be heard");
        }
        let lost = spoken.saturating_sub(heard);
        assert!(lost <= 1_000, "of {spoken} ms, {heard} are there");
        let _ = most_lost.fetch_max(lost, Ordering::Relaxed);
    });
    crate::travel::said(&format!("at most {} ms were lost", most_lost.into_inner()));
}
