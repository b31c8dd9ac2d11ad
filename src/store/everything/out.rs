//! Writing it out: one file for what is there now, one for what was there before, each recording, and the paper.
//!
//! What was there before can be very much. It is opened state by state while it is written, and never held whole.
use std::path::Path;

use jiff::civil::DateTime;
use serde::Serialize;

use super::{Earlier, Everything};
use crate::domain::debrief::ClipId;
use crate::domain::person::{Person, PersonId};
use crate::domain::record::Record;
use crate::problem::Problem;
use crate::store::disk::{self, Disk as _, Out, RealDisk};
use crate::store::{Session, locked, seal};

/// As it lies in the file.
#[derive(Serialize)]
struct Written<'e> {
    made: DateTime,
    by: Option<&'e PersonId>,
    /// The newest state of each document is here.
    states: &'static str,
    /// How many states before are in the other file.
    earlier: usize,
    person: Option<&'e Person>,
    /// The file of each recording.
    recordings: Vec<(String, &'e ClipId)>,
    documents: &'e [Record],
}

/// A state before the newest, as it lies in its file.
#[derive(Serialize)]
struct WrittenEarlier<'e> {
    document: &'e str,
    at: DateTime,
    by: Option<&'e PersonId>,
    /// `None`: its file cannot be read any more.
    state: Option<Record>,
}

/// The name of the file of a recording, by its number.
fn recording(number: usize) -> String {
    format!("recording-{number}.opus")
}

/// The file of what was there before.
const EARLIER: &str = "earlier.ron";

impl Session {
    pub(super) fn write_out(&self, everything: &Everything, pdf: &[u8], folder: &Path) -> Result<(), Problem> {
        let put = |name: &str, bytes: &[u8]| {
            let aside = folder.join(format!("{}.tmp", seal::random_name()));
            disk::write_whole(&RealDisk, (&aside, &folder.join(name)), bytes)
                .map_err(|error| Problem::of_writing(&error))
        };
        let mut recordings = Vec::new();
        for (number, clip) in (1..).zip(&everything.recordings) {
            // One recording that cannot be read must not keep the others back: the list does not name it.
            let Ok(sound) = self.sound_now(&clip.id) else { continue };
            put(&recording(number), &sound)?;
            recordings.push((recording(number), &clip.id));
        }
        let written = Written {
            made: self.store.inner.clock.now(),
            by: self.me.as_ref(),
            states: "newest",
            earlier: everything.earlier.len(),
            person: everything.person.as_ref(),
            recordings,
            documents: &everything.documents,
        };
        put("everything.ron", pretty(&written)?.as_bytes())?;
        if !everything.earlier.is_empty() {
            self.write_earlier(&everything.earlier, folder)?;
        }
        put("everything.pdf", pdf)
    }

    /// Writes each state before the newest, one after the other.
    fn write_earlier(&self, all: &[Earlier], folder: &Path) -> Result<(), Problem> {
        let of = |error: std::io::Error| Problem::of_writing(&error);
        let mut out = RealDisk.create(&folder.join(EARLIER)).map_err(of)?;
        let mut add = |words: &str| Out::write(&mut *out, words.as_bytes()).map_err(of);
        add("[\n")?;
        for earlier in all {
            let (month, name) = &earlier.file;
            let found = self.intake(|intake| intake.revision(month, *name));
            let state = found.filter(|found| found.doc == earlier.document).map(|found| found.body);
            // What was erased meanwhile is not told any more.
            if state.as_ref().is_some_and(|state| locked(&self.store.inner.gone).has(state)) {
                continue;
            }
            let Earlier { document, at, by, .. } = earlier;
            add(&pretty(&WrittenEarlier { document, at: *at, by: by.as_ref(), state })?)?;
            add(",\n")?;
        }
        add("]\n")?;
        out.flush().map_err(of)
    }
}

fn pretty(written: &impl Serialize) -> Result<String, Problem> {
    ron::ser::to_string_pretty(written, ron::ser::PrettyConfig::default()).map_err(|_| Problem::CannotWrite)
}
