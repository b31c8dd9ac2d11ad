//! Which sounds and photos may have no document: the name of each is written down before it is written itself.
//!
//! The power can go between a sound and the document that names it, and a document can let go of a sound one day. To
//! find such a sound all documents have to be opened. So it is written down when it is time to look, and nothing is
//! decided here. These names belong to this computer and are never copied. Who loses them keeps a file too many.
use std::path::PathBuf;

use jiff::Span;
use jiff::civil::Date;

use super::{Folder, Place, name};
use crate::problem::Problem;
use crate::store::disk;
use crate::store::listing::{Month, Name};

/// A month begins only so often after a file was written until it is looked at.
const MONTHS: usize = 3;

/// When a file is looked at that was written, or looked at, on this day: the third month after it has begun.
#[must_use]
pub fn again(day: Date) -> Date {
    day.first_of_month().saturating_add(Span::new().months(MONTHS as i64))
}

impl Folder {
    pub(super) fn loose(&self) -> PathBuf {
        self.root.join("loose")
    }

    /// Where a file is written down, without what its name ends with: it is no sound.
    fn loose_one(&self, file: &str) -> PathBuf {
        self.loose().join(file.split_once('.').map_or(file, |(stem, _)| stem))
    }

    /// Writes down that this file may have no document, and when to look.
    ///
    /// # Errors
    /// What went wrong.
    pub fn may_be_loose(&self, file: &str, look: Date) -> Result<(), Problem> {
        let at = self.loose_one(file);
        disk::write_whole(self.disk.as_ref(), (&self.new_aside(), &at), look.to_string().as_bytes())
            .map_err(|error| Problem::of_writing(&error))
    }

    /// This file has a document, or is not there any more.
    pub fn is_not_loose(&self, file: &str) {
        // What stays written down is looked at once more, and nothing else.
        let _ = self.disk.remove(&self.loose_one(file));
    }

    /// The files that it is time to look at.
    #[must_use]
    pub fn loose_by(&self, today: Date) -> Vec<String> {
        let all = self.disk.list(&self.loose()).unwrap_or_default();
        let is_due = |at: &PathBuf| {
            let look = self.disk.read_most(at, 64).ok().and_then(|bytes| String::from_utf8(bytes).ok()?.parse().ok());
            look.is_none_or(|look: Date| look <= today)
        };
        let sounds = all.into_iter().filter(is_due).map(|at| format!("{}.{}", name(&at), Place::Sound.extension()));
        sounds.filter(|file| Name::read(file).is_some()).collect()
    }

    /// Whether a recording is under way or was interrupted, or nobody can tell.
    #[must_use]
    pub fn has_journals(&self) -> bool {
        !self.disk.list(&self.journals()).is_ok_and(|files| files.is_empty())
    }

    /// Whether so much time has passed on this computer since it wrote a file that what was begun then is over. No
    /// clock is trusted with this: in two later months, one after the other, it has written files since, and now is a
    /// third. A clock that is wrong once, however far, gives one month and not three.
    ///
    /// # Errors
    /// [`Problem::CannotRead`].
    pub fn is_long_ago(&self, file: Name, today: Date) -> Result<bool, Problem> {
        let of_day = |day| self.month_of(day).month;
        let mut written: Vec<(Name, String)> = Vec::new();
        for place in [Place::Revision, Place::Sound] {
            for (Month { device, month }, names) in self.listed(place)? {
                if device == self.device {
                    written.extend(names.into_iter().map(|name| (name, month.clone())));
                }
            }
        }
        written.sort_unstable();
        let Some((_, first)) = written.iter().find(|(name, _)| *name == file) else { return Ok(false) };
        let later = written.iter().filter(|(name, _)| name.number > file.number).map(|(_, month)| month.clone());
        let mut months: Vec<String> = vec![first.clone()];
        for month in later.chain([of_day(today)]) {
            // Where a clock went back, what it had counted before does not count.
            months.retain(|known| *known <= month);
            if months.last() != Some(&month) {
                months.push(month);
            }
        }
        Ok(months.first() == Some(first) && months.len() > MONTHS)
    }
}
