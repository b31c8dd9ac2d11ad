//! The power is cut after every step of a recording: all that was flushed can be heard.
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use alongside::devices::pretend::RATE;
use alongside::domain::debrief::ClipId;
use alongside::store::disk::Disk;

use super::crash::cut_after;
use super::power_cut::{Luck, left};
use super::simulated::{Contents, Simulated, Step};
use super::vault::{Saying, Told, begun, lost, open, session, sound};
use crate::journeys::trouble::voice;

/// The name of the recording.
pub const CLIP: &str = "told";

/// Sam speaks for 1.5 s in real time, so that it is flushed twice before the end, and saves something meanwhile.
/// Returns the recording as it can then be heard.
///
/// # Errors
/// What went wrong.
pub fn speaks(root: &Path, disk: &Arc<dyn Disk>, told: &Told) -> Result<Vec<u8>, String> {
    let store = open(root, disk.clone()).map_err(|problem| format!("{problem:?}"))?;
    let sam = session(&store).map_err(|problem| format!("{problem:?}"))?;
    let (mut keep, recording) = sam.record(ClipId(CLIP.to_owned())).map_err(|problem| format!("{problem:?}"))?;
    for (number, piece) in (0..).zip(voice(2)[..RATE as usize * 3 / 2].chunks(RATE as usize / 8)) {
        keep.keep(piece, RATE).map_err(|problem| format!("{problem:?}"))?;
        if number % 4 == 1 {
            told.save(&sam, Saying::Place(number, number)).map_err(|problem| format!("{problem:?}"))?;
        }
        std::thread::sleep(Duration::from_millis(125));
    }
    keep.finish(None);
    if recording.look().ended != Some(Ok(())) {
        return Err(format!("{:?}", recording.look().ended));
    }
    sound(&sam, CLIP)
}

/// What can be heard of the recording in what is left, after it has been finished. `None`: nothing.
///
/// # Errors
/// What is lost, or cannot be heard.
pub fn heard(contents: &Contents, told: &[Saying]) -> Result<Option<Vec<u8>>, String> {
    let disk = Simulated::holding(contents.clone());
    let store = open(disk.root(), Arc::new(disk.clone())).map_err(|problem| format!("{problem:?}"))?;
    let sam = session(&store).map_err(|problem| format!("{problem:?}"))?;
    let _ = sam.finish_interrupted();
    let lost = lost(&sam, told);
    if !lost.is_empty() {
        return Err(format!("{lost:?} are lost"));
    }
    sam.clip(&ClipId(CLIP.to_owned())).map(|_| sound(&sam, CLIP)).transpose()
}

/// What each flush of a journal has promised: after which step, and how much of the sound.
fn promises(disk: &Simulated) -> Vec<(usize, Vec<u8>)> {
    let steps = disk.steps();
    let is_journal = |step: &Step| match step {
        Step::Create { name, file } if name.extension().is_some_and(|end| end == "journal") => Some(*file),
        _ => None,
    };
    let journals: Vec<_> = steps.iter().filter_map(is_journal).collect();
    let flushes =
        (1..=steps.len()).filter(|step| matches!(&steps[step - 1], Step::Flush { file } if journals.contains(file)));
    flushes
        .filter_map(|step| {
            let kept = left(disk.start(), &steps[..step], Luck::Kept);
            Some((step, heard(&kept, &[]).expect("nothing went wrong")?))
        })
        .collect()
}

/// Cuts the power after every step of a recording. Returns how many different folders were left.
///
/// # Errors
/// The first loss.
pub fn cut_while_speaking(disk: &Simulated, told: &Told, whole: &[u8], seeds: u64) -> Result<usize, String> {
    let promises = promises(disk);
    assert!(promises.len() >= 3, "it was flushed {} times with sound in it", promises.len());
    cut_after(disk, (1, seeds), |step, left| {
        let heard = heard(left, &told.before(step))?.unwrap_or_default();
        let promise = promises.iter().rev().find(|(flushed, _)| *flushed <= step);
        let promised = promise.map(|(_, sound)| sound.as_slice()).unwrap_or_default();
        if !heard.starts_with(promised) {
            return Err(format!("{} bytes were flushed and {} are heard", promised.len(), heard.len()));
        }
        if whole.starts_with(&heard) { Ok(()) } else { Err("something is heard that was not said".to_owned()) }
    })
}

#[test]
fn all_that_was_flushed_of_a_recording_is_heard_after_any_step() {
    let disk = Simulated::holding(begun());
    let told = Told::on(&disk);
    let whole = speaks(disk.root(), &(Arc::new(disk.clone()) as Arc<dyn Disk>), &told).expect("nothing goes wrong");
    let folders = cut_while_speaking(&disk, &told, &whole, 20).expect("nothing is lost");
    assert!(folders > 300, "{folders} folders");

    // The power is cut before the end, and again after each step of finishing what was interrupted.
    let steps = disk.steps();
    let (flushed, promised) = promises(&disk).swap_remove(1);
    let interrupted = Simulated::holding(left(disk.start(), &steps[..flushed], Luck::Lost));
    let store = open(interrupted.root(), Arc::new(interrupted.clone())).expect("it opens");
    let finished = session(&store).expect("it opens").finish_interrupted();
    assert_eq!(finished, [ClipId(CLIP.to_owned())]);
    let folders = cut_after(&interrupted, (1, 50), |_, left| match heard(left, &[])? {
        Some(sound) if sound == promised => Ok(()),
        other => Err(format!("{:?} bytes of {}", other.map(|sound| sound.len()), promised.len())),
    });
    assert!(folders.expect("nothing is lost") > 50);
}
