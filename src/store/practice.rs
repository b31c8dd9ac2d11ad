//! The practice day: a made-up town and its people, from `assets/practice`.
use include_dir::{Dir, include_dir};

use super::Store;
use crate::domain::person::Team;
use crate::domain::record::Record;
use crate::problem::Problem;

static PRACTICE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/practice");

impl Store {
    /// Puts the practice day into a folder that is still empty. A folder that is in use is left alone.
    ///
    /// # Errors
    /// What went wrong with the folder.
    pub fn begin_practice(&self) -> Result<(), Problem> {
        let hall = self.session(None, &Team::default())?;
        if !hall.team().people.is_empty() {
            return Ok(());
        }
        let team: Team = file("people.ron").and_then(|text| ron::from_str(text).ok()).ok_or(Problem::CannotRead)?;
        let session = self.session(None, &team)?;
        // The people come last: only a practice day that is whole is found again.
        let records = vec![Record::Team(team)];
        futures::executor::block_on(session.save(records))
    }
}

/// A file of the practice day.
fn file(name: &str) -> Option<&'static str> {
    PRACTICE.get_file(name)?.contents_utf8()
}
