//! The planner on real and on very large timetables: reading, opening again, finding ways; beside nigiri in one run.
//!
//! Each figure is taken by a program of its own, which this one starts again as itself. `ALONGSIDE_TIMETABLES` names the
//! folder of the real feeds, `ALONGSIDE_NIGIRI` a Python that has pynigiri 0.1.5, `ALONGSIDE_LARGE=no` leaves out what
//! takes minutes.
mod figures;
mod region;

use std::error::Error;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use alongside::domain::travel::gtfs::Carry;
use alongside::domain::travel::raptor::{Journey, LeftOut, Limits, Query, Ride, Search, Time, reach_from, reach_to};
use alongside::domain::travel::timetable::stops::StopIndex;
use alongside::domain::travel::timetable::{Minute, Timetable};
use alongside::domain::travel::trip::likes::Likes;
use alongside::domain::travel::trip::pace::Pace;
use alongside::domain::travel::trip::{Request, Spot, plan};
use alongside::store::timetable::{import, load};
use figures::{Times, against, say};
use jiff::civil::Date;
use region::{Repeated, named, repeat};
use serde_json::{Value, json};

/// What the reference answers were worked out with.
const AS_ASKED: Limits =
    Limits { most_changes: 7, horizon: 8 * 60, extra_change: 0, walk_percent: 100, most_walking: u16::MAX };

/// A timetable, and what is asked of the planner on it.
struct Feed {
    name: &'static str,
    zip: PathBuf,
    questions: PathBuf,
    goals: Option<Goals>,
}

/// What a large timetable may take at most.
struct Goals {
    /// To read it.
    seconds: f64,
    /// While it is read.
    most_mb: f64,
    /// To open it again, in milliseconds. None is set for the largest.
    open_ms: Option<f64>,
    /// Half of the queries with plan B, and 95 of 100 of them, in milliseconds.
    plans_ms: [f64; 2],
}

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<_> = std::env::args().collect();
    let at = |word: &str| words.iter().position(|other| other == word).map(|place| &words[place + 1..]);
    if let Some([zip, kept, ..]) = at("--read") {
        return read(Path::new(zip), Path::new(kept));
    }
    if let Some([kept, questions, ..]) = at("--ask") {
        return ask(Path::new(kept), Path::new(questions));
    }
    let folder = std::env::var_os("ALONGSIDE_TIMETABLES")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/timetables"), PathBuf::from);
    if !folder.is_dir() {
        say("skipped: there is no folder of real timetables; ALONGSIDE_TIMETABLES names one");
        return Ok(());
    }
    let work = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let real = |name, zip: &str, questions: &str| Feed {
        name,
        zip: folder.join(zip),
        questions: folder.join(questions),
        goals: None,
    };
    let newport = real("Newport", "newport-plain.zip", "newport-answers.json");
    let rail = real("rail", "gb-rail-plain.zip", "gbrail-answers.json");
    let base = newport.zip.clone();
    let asked: Value = serde_json::from_slice(&std::fs::read(&newport.questions)?)?;
    measure(&newport, work.path())?;
    measure(&rail, work.path())?;
    if std::env::var("ALONGSIDE_LARGE").is_ok_and(|large| large == "no") {
        return Ok(());
    }
    let sizes = [
        (
            "a large city",
            Repeated { in_space: 50, in_time: 4 },
            Goals { seconds: 5.0, most_mb: 250.0, open_ms: Some(100.0), plans_ms: [5.0, 10.0] },
        ),
        (
            "all of a country",
            Repeated { in_space: 300, in_time: 4 },
            Goals { seconds: 20.0, most_mb: 1000.0, open_ms: None, plans_ms: [10.0, 25.0] },
        ),
    ];
    for (name, how, goals) in sizes {
        let (zip, questions) = (work.path().join("large.zip"), work.path().join("large.json"));
        let rows = repeat(&base, &zip, how)?;
        say(format_args!("{name}: Newport {} times in space and {} in time, {rows} rows", how.in_space, how.in_time));
        std::fs::write(&questions, far_and_near(&asked, how.in_space).to_string())?;
        measure(&Feed { name, zip: zip.clone(), questions, goals: Some(goals) }, work.path())?;
        std::fs::remove_file(zip)?;
    }
    Ok(())
}

/// The questions of the region, each in some copy, and every other one from that copy into the next.
fn far_and_near(asked: &Value, copies: usize) -> Value {
    let empty = Vec::new();
    let all = asked["queries"].as_array().unwrap_or(&empty).iter().enumerate().map(|(number, query)| {
        let from = number * 37 % (copies - 1);
        let to = from + number % 2;
        let stop = |key: &str, copy| named(copy, query[key].as_str().unwrap_or_default());
        json!({ "from": stop("from", from), "to": stop("to", to), "depart": query["depart"],
            "arrive_by": query["arrive_by"] })
    });
    json!({ "date": asked["date"], "queries": all.collect::<Vec<_>>() })
}

fn measure(feed: &Feed, work: &Path) -> Result<(), Box<dyn Error>> {
    let kept = work.join("kept.times");
    let own = |words: [&str; 3]| -> Result<Value, Box<dyn Error>> {
        let out = Command::new(std::env::current_exe()?).args(words).output()?;
        let last = String::from_utf8_lossy(&out.stdout).lines().last().unwrap_or_default().to_owned();
        serde_json::from_str(&last).map_err(|_| String::from_utf8_lossy(&out.stderr).into())
    };
    let path = |path: &Path| path.to_string_lossy().into_owned();
    let read = own(["--read", &path(&feed.zip), &path(&kept)])?;
    say(format_args!("{}: {read}", feed.name));
    let asked = own(["--ask", &path(&kept), &path(&feed.questions)])?;
    say(format_args!("{}: {asked}", feed.name));
    let figure = |of: &Value, name: &str| of[name].as_f64().unwrap_or(f64::NAN);
    if let Some(Goals { seconds, most_mb, open_ms, plans_ms: [half, nearly] }) = feed.goals {
        let against = |what: &str, found, limit, unit| against(&format!("{}: {what}", feed.name), found, limit, unit);
        against("read", figure(&read, "seconds"), seconds, "s");
        against("read, memory at most", figure(&read, "most_mb"), most_mb, "MB");
        if let Some(open_ms) = open_ms {
            against("opened again", figure(&asked, "open_ms"), open_ms, "ms");
        }
        for (which, of) in [("plan", "all"), ("trip", "those that have a trip")] {
            let (ms, ms_95) = (figure(&asked, &format!("{which}_ms")), figure(&asked, &format!("{which}_95_ms")));
            against(&format!("with legs and plan B, {of}, half"), ms, half, "ms");
            against(&format!("with legs and plan B, {of}, 95 of 100"), ms_95, nearly, "ms");
        }
    }
    let Some(python) = std::env::var_os("ALONGSIDE_NIGIRI") else {
        say("nigiri is left out: ALONGSIDE_NIGIRI names no Python that has pynigiri");
        return Ok(());
    };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/region/nigiri.py");
    let out = Command::new(python).arg(script).args([&feed.zip, &feed.questions]).output()?;
    let nigiri: Value =
        serde_json::from_slice(&out.stdout).map_err(|_| format!("nigiri: {}", String::from_utf8_lossy(&out.stderr)))?;
    say(format_args!("{}: nigiri: {nigiri}", feed.name));
    for name in ["legs_ms", "legs_95_ms"] {
        let (ours, theirs) = (figure(&asked, name), figure(&nigiri, name));
        // At least twice as fast.
        against(&format!("{}: {name} beside half of nigiri's {theirs:.3}", feed.name), ours, theirs / 2.0, "ms");
    }
    Ok(())
}

/// In a fresh program: reads a feed and keeps it.
fn read(zip: &Path, kept: &Path) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let (timetable, _) = import(zip, kept, &mut |_| Carry::On).map_err(|failed| format!("{failed:?}"))?;
    let seconds = start.elapsed().as_secs_f64();
    say(json!({ "seconds": seconds, "most_mb": memory("VmHWM:")?, "stops": timetable.stops().len(),
        "patterns": timetable.pattern_count(), "trips": timetable.trip_count(),
        "kept_mb": std::fs::metadata(kept)?.len() as f64 / 1e6 }));
    Ok(())
}

/// In a fresh program: opens what was kept, and asks every question: for the best journeys with all of their legs, and
/// for a person's choices with a second plan for each bus.
fn ask(kept: &Path, questions: &Path) -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let (timetable, _) = load(kept).map_err(|unusable| format!("{unusable:?}"))?;
    let open_ms = start.elapsed().as_secs_f64() * 1000.0;
    let asked: Value = serde_json::from_slice(&std::fs::read(questions)?)?;
    let day: Date = asked["date"].as_str().ok_or("a date")?.parse()?;
    let empty = Vec::new();
    let (mut legs, mut plans) = (Vec::new(), Vec::new());
    let mut search = Search::new(&timetable);
    let (mut found, mut trips) = (0, Vec::new());
    for query in asked["queries"].as_array().unwrap_or(&empty) {
        let stop = |key: &str| timetable.stops().with_id(query[key].as_str().unwrap_or_default());
        let (Some(from), Some(to)) = (stop("from"), stop("to")) else { return Err("a stop is missing".into()) };
        let start = Instant::now();
        let all = forward((&timetable, &mut search), day, (from, to), minute(&query["depart"])?);
        legs.push(start.elapsed());
        found += all.len();
        let spot = |stop| Spot {
            position: timetable.stops().position(stop),
            stop: Some(timetable.stops().id(stop).to_owned()),
        };
        let be_there =
            day.at(0, 0, 0, 0).saturating_add(jiff::SignedDuration::from_mins(i64::from(minute(&query["arrive_by"])?)));
        let request = Request {
            from: spot(from),
            to: spot(to),
            be_there,
            now: day.at(0, 0, 0, 0),
            pace: Pace::default(),
            likes: Likes::default(),
            known: Vec::new(),
        };
        let start = Instant::now();
        let choices = black_box(plan(&timetable, &request));
        let took = start.elapsed();
        plans.push(took);
        trips.extend(choices.is_ok().then_some(took));
    }
    let planned = trips.len();
    let (legs, plans, trips) = (Times::of(legs), Times::of(plans), Times::of(trips));
    legs.say("the best journeys, with legs");
    plans.say("choices, with plan B");
    trips.say("the same, where there is a trip");
    say(json!({ "open_ms": open_ms, "now_mb": memory("VmRSS:")?, "journeys": found, "planned": planned,
        "legs_ms": legs.ms(50), "legs_95_ms": legs.ms(95), "plan_ms": plans.ms(50), "plan_95_ms": plans.ms(95),
        "trip_ms": trips.ms(50), "trip_95_ms": trips.ms(95) }));
    Ok(())
}

/// A call of a journey: the stop, and when one is there.
type Called<'t> = (&'t str, Minute, Minute);

/// The best journeys, each with every stop in between.
fn forward<'t>(
    (timetable, search): (&'t Timetable, &mut Search<'t>),
    day: Date,
    (from, to): (StopIndex, StopIndex),
    leave: Minute,
) -> Vec<Vec<Called<'t>>> {
    let query = Query {
        day,
        time: Time::LeaveAfter(leave),
        from: &reach_from(timetable, from, &AS_ASKED),
        to: &reach_to(timetable, to, &AS_ASKED),
        limits: AS_ASKED,
        left_out: LeftOut::default(),
    };
    let calls = |ride: &Ride| {
        let ride = *ride;
        (ride.board..=ride.alight).map(move |place| {
            let call = Ride { board: place, alight: place, ..ride };
            (timetable.stops().name(call.from(timetable)), call.arrives(timetable), call.departs(timetable))
        })
    };
    let all = |journey: &Journey| journey.rides.iter().flat_map(calls).collect();
    black_box(search.journeys(&query).iter().map(all).collect())
}

fn minute(time: &Value) -> Result<Minute, Box<dyn Error>> {
    let (hours, minutes) = time.as_str().and_then(|time| time.split_once(':')).ok_or("a time")?;
    Ok(hours.parse::<Minute>()? * 60 + minutes.parse::<Minute>()?)
}

fn memory(name: &str) -> Result<f64, Box<dyn Error>> {
    let all = std::fs::read_to_string("/proc/self/status")?;
    let line = all.lines().find_map(|line| line.strip_prefix(name)).ok_or("no such line")?;
    Ok(line.trim().trim_end_matches(" kB").parse::<f64>()? / 1024.0)
}
