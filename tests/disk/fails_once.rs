//! Every operation of a day fails once: the person is told in words, can try again, and loses nothing.
use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use alongside::devices::pretend::RATE;
use alongside::domain::debrief::ClipId;
use alongside::problem::Problem;
use alongside::store::disk::Disk;
use alongside::words::Words;

use super::power_cut::{Luck, left};
use super::recorded::{CLIP, heard};
use super::simulated::{Asked, Contents, Simulated};
use super::vault::{FIRST_DAY, Told, begin, begun, holds, lost, open, session};
use crate::journeys::trouble::voice;

/// EIO, ENOSPC and EACCES, as the library of the language names them.
const ERRORS: [ErrorKind; 3] = [ErrorKind::Other, ErrorKind::StorageFull, ErrorKind::PermissionDenied];

/// A revision or a paper that cannot be read is passed over, as a damaged one is: nobody is told, and it is there
/// again at the next start.
fn is_passed_over(asked: Asked, name: &Path) -> bool {
    asked == Asked::Read && name.starts_with("v1")
}

/// A person who tries again once when something goes wrong, and remembers what they were told.
#[derive(Default)]
struct Patient {
    told: Vec<Problem>,
}

impl Patient {
    fn tries<T>(&mut self, mut this: impl FnMut() -> Result<T, Problem>) -> Result<T, String> {
        this().or_else(|problem| {
            self.told.push(problem);
            this().map_err(|again| format!("{problem:?}, and again {again:?}"))
        })
    }

    /// A day: begins, saves, records. Returns whether there is a recording at its end: the first sound of it may be
    /// what could not be written.
    fn spends_a_day(&mut self, simulated: &Simulated, told: &Told) -> Result<bool, String> {
        let disk: Arc<dyn Disk> = Arc::new(simulated.clone());
        let store = self.tries(|| open(simulated.root(), disk.clone()))?;
        self.tries(|| begin(&store))?;
        let sam = self.tries(|| session(&store))?;
        for saying in FIRST_DAY {
            self.tries(|| told.save(&sam, saying))?;
        }
        // What goes wrong with an index, nobody is told.
        sam.remember();
        let clip = || ClipId(CLIP.to_owned());
        let (mut keep, recording) = self.tries(|| sam.record(clip()))?;
        let why = voice(1).chunks(RATE as usize / 4).take(2).find_map(|piece| keep.keep(piece, RATE).err());
        keep.finish(why);
        let ended = recording.look().ended.ok_or("the recording has not ended")?;
        self.told.extend(ended.err());
        // A recording that could not be finished is finished later.
        let _ = sam.finish_interrupted();
        let missing = lost(&sam, &FIRST_DAY);
        let recorded = sam.clip(&clip()).is_some();
        if !missing.is_empty() || (ended.is_ok() && !recorded) {
            return Err(format!("{missing:?} cannot be seen, recording: {recorded}"));
        }
        Ok(recorded)
    }
}

/// A day on which the operation of this number fails. Returns what the person was told; `None` when there are not so
/// many operations.
fn a_day_with(start: Contents, failing: usize, error: ErrorKind) -> Result<Option<Vec<Problem>>, String> {
    let disk = Simulated::holding(start);
    let told = Told::on(&disk);
    disk.has_trouble(move |number, asked, name| (number == failing && !is_passed_over(asked, name)).then_some(error));
    let mut patient = Patient::default();
    let recorded = patient.spends_a_day(&disk, &told)?;
    if disk.operations() < failing {
        return Ok(None);
    }
    if patient.told.len() > 1 {
        return Err(format!("one error was told as {:?}", patient.told));
    }
    disk.is_well();
    // The power is cut as soon as the day is over: what was told to be saved must be sure.
    let left = left(disk.start(), &disk.steps(), Luck::Lost);
    holds(&left, &FIRST_DAY).map_err(|wrong| format!("afterwards: {wrong}"))?;
    if recorded && heard(&left, &FIRST_DAY)?.is_none() {
        return Err("the recording is lost".to_owned());
    }
    Ok(Some(patient.told))
}

/// Lets each operation fail that `wanted` asks for. Returns how many failed, and what people were told.
fn each_fails(start: &Contents, error: ErrorKind, wanted: impl Fn(usize) -> bool) -> (usize, HashSet<Problem>) {
    let mut problems = HashSet::new();
    let mut failed = 0;
    for failing in (1..).filter(|failing| wanted(*failing)) {
        let day = a_day_with(start.clone(), failing, error);
        match day.unwrap_or_else(|wrong| panic!("operation {failing} failed with {error:?}: {wrong}")) {
            Some(told) => problems.extend(told),
            None => break,
        }
        failed += 1;
    }
    (failed, problems)
}

#[test]
fn any_operation_can_fail_once() {
    let words = Words::in_language("en-GB");
    let begun = begun();
    for error in ERRORS {
        let (failed, problems) = each_fails(&begun, error, |_| true);
        assert!(failed > 90, "{failed} operations failed");
        assert!(problems.contains(&Problem::of_writing(&error.into())), "{problems:?}");
        for problem in problems {
            assert!(words.has(problem.words()), "{problem:?} has no words");
        }
    }
}

/// Beginning a vault takes many operations: one of the three errors each.
#[test]
fn any_operation_of_a_new_vault_can_fail_once() {
    for (which, error) in (0..).zip(ERRORS) {
        let (failed, problems) = each_fails(&Contents::new(), error, |failing| failing % ERRORS.len() == which);
        assert!(failed > 60, "{failed} operations failed");
        assert!(problems.contains(&Problem::of_writing(&error.into())), "{problems:?}");
    }
}

#[test]
fn a_full_disk_is_called_full_wherever_a_file_is_written() {
    let mut called_full = 0;
    for failing in 1.. {
        let disk = Simulated::holding(begun());
        let writes = Arc::new(AtomicUsize::new(0));
        let counted = writes.clone();
        disk.has_trouble(move |_, asked, _| {
            let is_it = matches!(asked, Asked::Write(_)) && counted.fetch_add(1, Ordering::Relaxed) + 1 == failing;
            is_it.then_some(ErrorKind::StorageFull)
        });
        let mut patient = Patient::default();
        let _recorded = patient.spends_a_day(&disk, &Told::on(&disk)).expect("it works when it is tried again");
        if writes.load(Ordering::Relaxed) < failing {
            break;
        }
        // That somebody came in is written down without a word.
        assert!(matches!(patient.told[..], [] | [Problem::DiskFull]), "write {failing}: {:?}", patient.told);
        called_full += patient.told.len();
    }
    assert!(called_full > 12, "{called_full} writes failed");
}
