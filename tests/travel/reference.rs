//! Answers that are known to be right, worked out by others: every best journey must be the same.
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use alongside::domain::travel::gtfs::Carry;
use alongside::domain::travel::raptor::{Journey, LeftOut, Limits, Query, Search, Time, reach_from, reach_to};
use alongside::domain::travel::timetable::Timetable;
use alongside::store::timetable::read;
use jiff::civil::Date;
use serde_json::Value;

use super::said;

/// What the answers were worked out with: see the README beside them.
pub const AS_ASKED: Limits =
    Limits { most_changes: 7, horizon: 8 * 60, extra_change: 0, walk_percent: 100, most_walking: u16::MAX };

/// The folder with the real feeds and their answers: `ALONGSIDE_TIMETABLES` names one, or it lies beside the project.
/// They are not ours to give away.
pub fn folder() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/timetables");
    let folder = std::env::var_os("ALONGSIDE_TIMETABLES").map_or_else(beside, PathBuf::from);
    let folder = Some(folder).filter(|folder| folder.is_dir());
    if folder.is_none() {
        said("skipped: there is no folder of real feeds; ALONGSIDE_TIMETABLES names one");
    }
    folder
}

#[test]
fn reference_answers() {
    let Some(folder) = folder() else { return };
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.to_string_lossy().ends_with("-answers.json"))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "the folder holds no answers");
    for file in files {
        check(&file);
    }
}

fn check(file: &Path) {
    let text = std::fs::read_to_string(file).expect("answers");
    let answers: Value = serde_json::from_str(&text).expect("JSON");
    let feed = file.with_file_name(answers["feed"].as_str().expect("a feed"));
    let (timetable, _) = read(&feed, &mut |_| Carry::On).expect("a timetable");
    let day = answers["date"].as_str().expect("a date");
    let day: Date = day.parse().expect("a date");
    let queries = answers["queries"].as_array().expect("queries");
    // One after the other: none leaves anything behind for the next.
    let mut search = Search::new(&timetable);
    for query in queries {
        check_query((&timetable, &mut search), day, query);
    }
    said(&format!(
        "{}: {} queries, forward and arrive-by, all as they should be",
        file.file_name().unwrap_or_default().display(),
        queries.len()
    ));
}

fn check_query<'t>((timetable, search): (&'t Timetable, &mut Search<'t>), day: Date, query: &Value) {
    let stop = |key: &str| {
        let id = query[key].as_str().expect("a stop");
        timetable.stops().with_id(id)
    };
    let (Some(from), Some(to)) = (stop("from"), stop("to")) else {
        panic!("a stop of {query} is not in the timetable");
    };
    let mut found = |time| {
        let query = Query {
            day,
            time,
            from: &reach_from(timetable, from, &AS_ASKED),
            to: &reach_to(timetable, to, &AS_ASKED),
            limits: AS_ASKED,
            left_out: LeftOut::default(),
        };
        search.journeys(&query)
    };
    let forward = found(Time::LeaveAfter(minute(&query["depart"])));
    let expected = pairs(&query["pareto"], "arr");
    assert_eq!(set(&forward, |one| one.arrive), expected, "forward: {query}");
    let back = found(Time::ArriveBy(minute(&query["arrive_by"])));
    let expected = pairs(&query["pareto_arrive_by"], "dep");
    assert_eq!(set(&back, |one| one.leave), expected, "arrive-by: {query}");
}

fn set(journeys: &[Journey], time: impl Fn(&Journey) -> i32) -> BTreeSet<(i32, usize)> {
    journeys.iter().map(|one| (time(one), one.changes())).collect()
}

fn pairs(points: &Value, time: &str) -> BTreeSet<(i32, usize)> {
    points
        .as_array()
        .expect("points")
        .iter()
        .map(|point| {
            let changes = point["transfers"].as_u64().expect("a number");
            (minute(&point[time]), changes as usize)
        })
        .collect()
}

fn minute(time: &Value) -> i32 {
    let (hours, minutes) = time.as_str().and_then(|time| time.split_once(':')).expect("a time");
    hours.parse::<i32>().expect("hours") * 60 + minutes.parse::<i32>().expect("minutes")
}
