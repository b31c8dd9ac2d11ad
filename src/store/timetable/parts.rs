//! The timetables of several companies: each is kept by itself, and all of them are joined into the one that is used.
//!
//! New times of the same companies take the place of the old ones. All but the joined timetable can be lost without
//! harm to a trip: it is what trips are planned on.
use std::fs;
use std::path::{Path, PathBuf};

use super::{Failed, kept};
use crate::domain::travel::gtfs::report::Report;
use crate::domain::travel::join::join;
use crate::domain::travel::timetable::Timetable;
use crate::store::seal;

/// The ending of a part.
const ENDING: &str = "part";

/// One of the timetables that were joined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its name: it stays the same until newer times of the same companies come.
    pub name: String,
    /// What was read of its feed.
    pub report: Report,
}

/// What was read of one feed.
type Read = (Timetable, Report);

/// The parts in this folder, by the names of their companies. What cannot be used is passed over: its zip is read again.
pub fn parts(folder: &Path) -> Vec<Part> {
    opened(folder).into_iter().map(|(file, (_, report))| Part { name: name_of(&file), report }).collect()
}

/// Adds what was read to the parts, in the place of those of the same companies, and joins all of them.
///
/// # Errors
/// [`Failed`]. Then all is as it was.
pub fn add(folder: &Path, joined: &Path, new: Read) -> Result<Read, Failed> {
    let (same, others): (Vec<_>, Vec<_>) =
        opened(folder).into_iter().partition(|(_, (_, report))| are_same(&report.agencies, &new.1.agencies));
    let file = folder.join(format!("{}.{ENDING}", seal::random_name()));
    kept::save(&file, &new)?;
    let all = join_all(others.into_iter().map(|(_, read)| read).chain([new]).collect());
    let saved = all.and_then(|all| kept::save(joined, &all).map(|()| all));
    let useless: Vec<_> = if saved.is_ok() { same.into_iter().map(|(file, _)| file).collect() } else { vec![file] };
    // What stays is joined once more the next time, and gives way then.
    useless.iter().for_each(|file| drop(fs::remove_file(file)));
    saved
}

/// Takes a part away, and joins those that are left.
///
/// # Errors
/// [`Failed`]. Then all is as it was. [`Failed::NoTrips`] where it is the only one.
pub fn take_away(folder: &Path, joined: &Path, name: &str) -> Result<Read, Failed> {
    let (gone, left): (Vec<_>, Vec<_>) = opened(folder).into_iter().partition(|(file, _)| name_of(file) == name);
    let all = join_all(left.into_iter().map(|(_, read)| read).collect())?;
    kept::save(joined, &all)?;
    gone.iter().for_each(|(file, _)| drop(fs::remove_file(file)));
    Ok(all)
}

fn name_of(file: &Path) -> String {
    file.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn opened(folder: &Path) -> Vec<(PathBuf, Read)> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let files = files.filter(|file| file.extension().is_some_and(|ending| ending == ENDING));
    let open = |file: PathBuf| kept::load(&file).ok().map(|read| (file, read));
    let mut opened: Vec<_> = files.filter_map(open).collect();
    opened.sort_by(|(one, (_, its)), (other, (_, others))| its.agencies.cmp(&others.agencies).then(one.cmp(other)));
    opened
}

/// Whether two feeds are of the same companies: one of them has at least half of the other's. From one day to the next
/// a company more or less is in a feed.
fn are_same(one: &[String], other: &[String]) -> bool {
    let shared = one.iter().filter(|name| other.contains(name)).count();
    one == other || shared > 0 && shared * 2 >= one.len().min(other.len())
}

fn join_all(parts: Vec<Read>) -> Result<Read, Failed> {
    let (timetables, reports): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
    let timetable = match timetables.len() {
        0 => return Err(Failed::NoTrips),
        _ => join(timetables).ok_or(Failed::TooBig)?,
    };
    let report = Report::joined(reports, &timetable).ok_or(Failed::NoTrips)?;
    Ok((timetable, report))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn newer_times_of_the_same_companies_are_known() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let check = |one: &[&str], other: &[&str], expected| {
            assert_eq!(are_same(&names(one), &names(other)), expected, "{one:?} {other:?}");
            assert_eq!(are_same(&names(other), &names(one)), expected, "{other:?} {one:?}");
        };
        check(&["Red"], &["Red"], true);
        check(&["Red", "Blue", "Green"], &["Red", "Blue", "Grey"], true);
        check(&["Red", "Blue", "Green"], &["Red", "Grey", "Pink"], false);
        check(&["Red"], &["Trains"], false);
        check(&[], &[], true);
        check(&[], &["Red"], false);
    }
}
