//! From saving a telling to the answer that it is safe, beside what this disk takes for the same bytes by itself, and
//! beside SQLite with the same bytes.
mod figures;

use std::error::Error;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use alongside::devices::pretend::Pretend;
use alongside::domain::debrief::{DebriefId, Telling};
use alongside::domain::questions::Ask;
use alongside::domain::record::Record;
use alongside::problem::Problem;
use alongside::store::{Store, disk::RealDisk};
use figures::{Times, against, say};
use rusqlite::Connection;

const ROUNDS: usize = 300;
/// The limits: how many times what the disk takes by itself, and how much longer than it 99 of 100 may take.
const TIMES: f64 = 2.0;
const OVER_MS: f64 = 50.0;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let vault = folder.path().join("practice");
    let (session, mut telling) = begin(&vault).map_err(|problem| format!("{problem:?}"))?;
    let bare = folder.path().join("bare");
    std::fs::create_dir_all(&bare)?;
    let sqlite = Connection::open(folder.path().join("beside.sqlite"))?;
    sqlite.execute_batch("pragma journal_mode=wal; pragma synchronous=full; create table rev(sealed blob not null)")?;
    let (mut saves, mut bares, mut inserts) = (Vec::new(), Vec::new(), Vec::new());
    let mut size = 0;
    for round in 0..ROUNDS {
        let before = files(&vault)?;
        telling.answer_mut(Ask::B8).tiles = vec![format!("answer {round}")];
        let record = Record::Telling(telling.clone());
        let start = Instant::now();
        futures::executor::block_on(session.save(vec![record])).map_err(|problem| format!("{problem:?}"))?;
        saves.push(start.elapsed());
        let new = files(&vault)?.into_iter().find(|file| !before.contains(file)).ok_or("nothing was written")?;
        // The very bytes that were saved.
        let bytes = std::fs::read(new)?;
        size = bytes.len();
        bares.push(write_bare(&bare, round, &bytes)?);
        let start = Instant::now();
        let _ = sqlite.execute("insert into rev values (?1)", [&bytes])?;
        inserts.push(start.elapsed());
    }
    say(format_args!("{size} bytes a save"));
    let (saves, bares, inserts) = (Times::of(saves), Times::of(bares), Times::of(inserts));
    saves.say("Session::save, to its answer");
    bares.say("create, write, flush, rename, flush the folder");
    against("a save, half", saves.ms(50), bares.ms(50) * TIMES, "ms");
    inserts.say("SQLite: insert, WAL, synchronous=FULL");
    against("a save, 95 of 100", saves.ms(95), bares.ms(95) * TIMES, "ms");
    against("a save, 99 of 100", saves.ms(99), bares.ms(99) + OVER_MS, "ms");
    for hundredths in [50, 99] {
        let ratio = saves.ms(hundredths) / inserts.ms(hundredths);
        say(format_args!(
            "a save beside SQLite, {hundredths} of 100: {:.2} ms, ratio {ratio:.2}",
            inserts.ms(hundredths)
        ));
    }
    Ok(())
}

fn begin(vault: &Path) -> Result<(alongside::store::Session, Telling), Problem> {
    let devices = Pretend::default().devices();
    let now = devices.clock.now();
    let store = Store::open(vault, Arc::new(RealDisk), &devices)?;
    store.begin_practice()?;
    let team = store.hall()?.team();
    let worker = team.people.iter().find(|person| person.name == "Sam").ok_or(Problem::CannotRead)?;
    let session = store.session(worker, &team)?;
    let mut telling = Telling::begin(DebriefId("bench".into()), worker.id.clone(), now);
    for ask in [Ask::A1, Ask::A2, Ask::B1, Ask::B1Letters, Ask::B2, Ask::B4, Ask::B5, Ask::B6] {
        telling.answer_mut(ask).tiles = ask.question().tiles.iter().take(2).map(|tile| (*tile).into()).collect();
    }
    Ok((session, telling))
}

/// All files below a folder.
fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}

/// What cannot be done with less, if it is to outlive a loss of power.
fn write_bare(folder: &Path, round: usize, bytes: &[u8]) -> std::io::Result<Duration> {
    let (aside, file) = (folder.join("aside"), folder.join(round.to_string()));
    let start = Instant::now();
    let mut out = std::fs::File::create_new(&aside)?;
    out.write_all(bytes)?;
    out.sync_all()?;
    drop(out);
    std::fs::rename(&aside, &file)?;
    std::fs::File::open(folder)?.sync_all()?;
    Ok(start.elapsed())
}
