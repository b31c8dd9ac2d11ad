//! From a fresh program to the list of very many stories: with an index, without one, and beside SQLite; and coming in.
//!
//! Each figure is taken by a program of its own, which this one starts again as itself. Where it may, it empties what
//! the system remembers of the disk before each. `ALONGSIDE_STORIES=100000` sets how many stories there are.
mod figures;
mod town;

use std::error::Error;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use alongside::domain::queue::{Need, need_of_visit, need_of_worry, sort_by_need};
use alongside::domain::way_in::{Chosen, Way};
use alongside::store::disk::{RealDisk, files_below};
use alongside::store::revision::Read;
use alongside::store::{Session, seal};
use figures::{against, say};
use rusqlite::Connection;
use town::{FILES, LEAD, Town, WORKERS, WRITER, id, team, told};

/// How many stories, where nobody says otherwise.
const STORIES: [usize; 2] = [10_000, 100_000];
/// The limits: milliseconds for a list of so many, for building an index anew, for coming in, and megabytes.
const LIST_MS: [(usize, f64); 2] = [(10_000, 500.0), (100_000, 2_000.0)];
const REBUILD_MS: f64 = 30_000.0;
const COMING_IN_MS: f64 = 1_500.0;
const MEMORY_MB: f64 = 300.0;
/// SQLite opens as many stories as that: all of them one after the other would take minutes.
const BESIDE: usize = 10_000;
const ROUNDS: usize = 5;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<_> = std::env::args().collect();
    if let Some(at) = words.iter().position(|word| word == "--look") {
        let [folder, who] = words.get(at + 1..at + 3).unwrap_or_default() else { return Err("where, and who?".into()) };
        return look(Path::new(folder), who);
    }
    let asked = std::env::var("ALONGSIDE_STORIES").ok().and_then(|stories| stories.parse().ok());
    let all = asked.map_or(STORIES.to_vec(), |stories| vec![stories]);
    all.into_iter().try_for_each(measure)
}

fn measure(stories: usize) -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let start = Instant::now();
    let town = Town::begin(folder.path())?;
    town.tell(stories)?;
    say(format_args!(
        "{stories} stories, {} files, written in {:.0} s",
        stories * FILES,
        start.elapsed().as_secs_f64()
    ));
    for who in [WRITER, LEAD] {
        let built = once(folder.path(), who)?;
        say(format_args!("{who}, {stories} stories, no index: {built}"));
        let limit = LIST_MS.iter().find(|(of, _)| stories <= *of).map_or(LIST_MS[1].1, |(_, limit)| *limit);
        against(&format!("{who}: building the index of {stories} anew"), built.list_ms, REBUILD_MS, "ms");
        against(&format!("{who}: memory while it is built"), built.most_mb, MEMORY_MB, "MB");
        let mut lists = (0..ROUNDS).map(|_| once(folder.path(), who)).collect::<Result<Vec<_>, _>>()?;
        lists.sort_by(|a, b| a.list_ms.total_cmp(&b.list_ms));
        let [first, .., last] = lists.as_slice() else { continue };
        let half = lists.get(ROUNDS / 2).unwrap_or(first);
        say(format_args!("{who}, {stories} stories, with the index: best {first}, half {half}, worst {last}"));
        against(&format!("{who}: list of {stories} with the index, half"), half.list_ms, limit, "ms");
        against(&format!("{who}: memory, most"), half.most_mb, MEMORY_MB, "MB");
        against(&format!("{who}: memory with the list shown"), half.now_mb, MEMORY_MB, "MB");
        say(format_args!("{who}: ratio without to with the index: {:.1}", built.list_ms / half.list_ms));
    }
    if stories <= BESIDE {
        beside_sqlite(folder.path(), &town)?;
        coming_in(folder.path())?;
    }
    Ok(())
}

/// What one fresh program took.
struct Look {
    open_ms: f64,
    list_ms: f64,
    most_mb: f64,
    now_mb: f64,
}

impl std::fmt::Display for Look {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { open_ms, list_ms, most_mb, now_mb } = self;
        write!(f, "door {open_ms:.0} ms, list {list_ms:.0} ms, {most_mb:.0} MB at most, {now_mb:.0} MB then")
    }
}

fn once(folder: &Path, who: &str) -> Result<Look, Box<dyn Error>> {
    // Only who owns the computer may.
    let cold = std::fs::write("/proc/sys/vm/drop_caches", "3").is_ok();
    if !cold {
        say("the disk is warm: its memory cannot be emptied here");
    }
    let out = Command::new(std::env::current_exe()?).arg("--look").arg(folder).arg(who).output()?;
    let said = String::from_utf8(out.stdout)?;
    let line = said.lines().last().unwrap_or_default();
    let figures: Vec<f64> = line.split(' ').filter_map(|word| word.parse().ok()).collect();
    let [open_ms, list_ms, most_mb, now_mb] = figures[..] else {
        return Err(format!("{said}{}", String::from_utf8_lossy(&out.stderr)).into());
    };
    Ok(Look { open_ms, list_ms, most_mb, now_mb })
}

/// In a fresh program: opens the folder, comes in, and makes the list for its first page. Then the index is written.
fn look(folder: &Path, who: &str) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let store = town::open(folder)?;
    let team = team();
    let hall = store.hall().map_err(told)?;
    let opened = start.elapsed();
    let person = team.person(&id(who)).ok_or("nobody of that name")?;
    let session = store.session(person, &team).map_err(told)?;
    let needs = list(&session);
    let listed = start.elapsed();
    if needs.is_empty() {
        return Err("the list is empty".into());
    }
    let (most, now) = (memory("VmHWM:")?, memory("VmRSS:")?);
    session.remember();
    hall.remember();
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    say(format_args!("{} {} {most} {now}", ms(opened), ms(listed)));
    Ok(())
}

/// What the desk, and the list of who leads, need of each story.
fn list(session: &Session) -> Vec<(Need, jiff::civil::DateTime)> {
    let (worries, stories) = (session.worries(), session.stories());
    let worries = worries.iter().map(|(worry, steps)| (need_of_worry(worry, steps), worry.saved));
    let stories = stories.iter().map(|told| {
        let need = need_of_visit(&told.visit, told.worry.as_ref(), &told.story);
        (need, told.visit.sent)
    });
    let mut all: Vec<_> = worries.chain(stories).collect();
    sort_by_need(&mut all, |need| *need);
    all
}

fn memory(name: &str) -> Result<f64, Box<dyn Error>> {
    let all = std::fs::read_to_string("/proc/self/status")?;
    let line = all.lines().find_map(|line| line.strip_prefix(name)).ok_or("no such line")?;
    let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(kilobytes / 1024.0)
}

/// The same sealed files as blobs in SQLite: all of them are selected, and opened, checked and parsed as a program
/// does that has no index, on as many cores.
fn beside_sqlite(folder: &Path, town: &Town) -> Result<(), Box<dyn Error>> {
    let place = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let mut database = Connection::open(place.path().join("beside.sqlite"))?;
    database
        .execute_batch("pragma journal_mode=wal; pragma synchronous=full; create table rev(sealed blob not null)")?;
    let all = database.transaction()?;
    for file in files_below(&RealDisk, &folder.join("v1"))? {
        if file.extension().is_some_and(|end| end == "rev") {
            let _ = all.execute("insert into rev values (?1)", [std::fs::read(file)?])?;
        }
    }
    all.commit()?;
    drop(database);
    let held = town.held(WRITER)?;
    let writers = town.keys.writers();
    let _ = std::fs::write("/proc/sys/vm/drop_caches", "3");
    let start = Instant::now();
    let database = Connection::open(place.path().join("beside.sqlite"))?;
    let mut select = database.prepare("select sealed from rev")?;
    let blobs = select.query_map([], |row| row.get(0))?.collect::<Result<Vec<Vec<u8>>, _>>()?;
    let selected = start.elapsed();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let open = |sealed: &Vec<u8>| {
        let ((), bytes) = seal::open(held.iter().map(|(_, key)| ((), key)), sealed)?;
        Read::new(&bytes, |author, device| writers.writer(author, device))
    };
    let opened: usize = std::thread::scope(|scope| {
        let parts = blobs.chunks(blobs.len().div_ceil(cores).max(1));
        let all: Vec<_> = parts.map(|part| scope.spawn(move || part.iter().filter_map(open).count())).collect();
        all.into_iter().filter_map(|thread| thread.join().ok()).sum()
    });
    let ms = |time: Duration| time.as_secs_f64() * 1000.0;
    let sqlite = ms(start.elapsed());
    say(format_args!(
        "SQLite, {} of the same blobs: selected in {:.0} ms, {opened} opened and checked after {sqlite:.0} ms",
        blobs.len(),
        ms(selected)
    ));
    let ours = once(folder, WRITER)?;
    say(format_args!("in the same run, with the index: {:.0} ms; ratio {:.3}", ours.list_ms, ours.list_ms / sqlite));
    Ok(())
}

/// Coming in by pictures: Argon2id, and opening what Sam may read.
fn coming_in(folder: &Path) -> Result<(), Box<dyn Error>> {
    let store = town::open(folder)?;
    let team = team();
    let sam = team.person(&id(WORKERS[0])).ok_or("nobody of that name")?;
    let shown: Vec<_> = (0..12).map(|picture| format!("picture-{picture}")).collect();
    let chosen = Chosen::InOrder(shown.iter().take(4).cloned().collect());
    let session = store.session(sam, &team).map_err(told)?;
    session.remember();
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    let way = Way::InOrder { shown, count: 4 };
    runtime.block_on(async { session.set_way(way, chosen.clone()).await }).map_err(told)?;
    drop(session);
    let times = (0..ROUNDS).map(|_| {
        let start = Instant::now();
        store.enter(sam, &chosen, &team).map(|_| start.elapsed()).map_err(|refused| format!("{refused:?}"))
    });
    let times = figures::Times::of(times.collect::<Result<Vec<_>, _>>()?);
    times.say("coming in by pictures");
    against("coming in by pictures, half", times.ms(50), COMING_IN_MS, "ms");
    Ok(())
}
