//! The files that were looked at, and which document each is a state of.
use std::collections::HashSet;

use super::document::NONE;
use crate::store::listing::{Month, Name};

/// Stands for the document of a file that is broken, or has gone and was not erased: it is looked for each time.
pub const LOST: u32 = NONE - 1;
/// Stands for the document of a file that nobody needs to remember: it was erased, or was never this person's.
pub const DROPPED: u32 = NONE - 2;

/// A file that was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct File {
    /// Its month, by its number.
    pub month: u32,
    /// Its name.
    pub name: Name,
    /// The document that it is a state of. `NONE`: of none that this person may read.
    pub document: u32,
}

/// The files that were looked at.
#[derive(Debug, Clone, Default)]
pub struct Files {
    months: Vec<Month>,
    files: Vec<File>,
}

/// What a look into the folder showed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Met {
    /// Files that were not known.
    pub new: Vec<u32>,
    /// Files that were known and are not there.
    pub gone: Vec<u32>,
}

impl Files {
    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[File] {
        &self.files
    }

    /// The months that they lie in.
    #[must_use]
    pub fn months(&self) -> &[Month] {
        &self.months
    }

    /// A file.
    #[must_use]
    pub fn get(&self, number: u32) -> Option<&File> {
        self.files.get(number as usize)
    }

    /// Where a file lies.
    #[must_use]
    pub fn place(&self, number: u32) -> Option<(&Month, Name)> {
        let file = self.get(number)?;
        Some((self.months.get(file.month as usize)?, file.name))
    }

    /// The files of these names.
    #[must_use]
    pub fn named(&self, names: &HashSet<Name>) -> Vec<u32> {
        let named = (0..).zip(&self.files).filter(|(_, file)| names.contains(&file.name));
        named.map(|(number, _)| number).collect()
    }

    /// Files as an index remembers them: in the order of their months and names.
    #[must_use]
    pub fn of(months: Vec<Month>, files: Vec<File>) -> Self {
        Self { months, files }
    }

    fn month_number(&mut self, month: Month) -> u32 {
        // What is written now lies in the newest month.
        let known = self.months.iter().rposition(|other| *other == month);
        let number = known.unwrap_or(self.months.len());
        if known.is_none() {
            self.months.push(month);
        }
        number as u32
    }

    /// Adds a file.
    pub fn add(&mut self, month: Month, name: Name) -> u32 {
        let month = self.month_number(month);
        self.files.push(File { month, name, document: NONE });
        (self.files.len() - 1) as u32
    }

    /// This file is a state of this document.
    pub fn belongs(&mut self, file: u32, document: u32) {
        if let Some(file) = self.files.get_mut(file as usize) {
            file.document = document;
        }
    }

    /// What the folder shows beside what is known: the known files are in the order of their months and names, and
    /// so are those of the folder.
    pub fn meet(&mut self, folder: Vec<(Month, Vec<Name>)>) -> Met {
        let mut met = Met::default();
        let mut listed = vec![None; self.months.len()];
        let mut strange = Vec::new();
        for (month, names) in folder {
            match self.months.iter().position(|other| *other == month).and_then(|number| listed.get_mut(number)) {
                Some(place) => *place = Some(names),
                None => strange.push((month, names)),
            }
        }
        let mut new = Vec::new();
        let known = self.files.chunk_by(|a, b| a.month == b.month);
        let mut number = 0;
        for files in known {
            let month = files.first().map_or(NONE, |file| file.month);
            let names = listed.get_mut(month as usize).and_then(Option::take).unwrap_or_default();
            let mut names = names.into_iter().peekable();
            for file in files {
                while let Some(name) = names.next_if(|name| *name < file.name) {
                    new.push((month, name));
                }
                match (names.next_if(|name| *name == file.name), file.document) {
                    (Some(_), LOST) => met.new.push(number),
                    (None, _) => met.gone.push(number),
                    (Some(_), _) => {}
                }
                number += 1;
            }
            new.extend(names.map(|name| (month, name)));
        }
        // A month that is known, and of which no file was.
        for (month, names) in listed.into_iter().enumerate() {
            new.extend(names.into_iter().flatten().map(|name| (month as u32, name)));
        }
        for (month, names) in strange {
            let month = self.month_number(month);
            new.extend(names.into_iter().map(|name| (month, name)));
        }
        for (month, name) in new {
            met.new.push(self.files.len() as u32);
            self.files.push(File { month, name, document: NONE });
        }
        met
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(month: &str) -> Month {
        Month { device: "one".to_owned(), month: month.to_owned() }
    }

    fn names(numbers: &[u32]) -> Vec<Name> {
        numbers.iter().map(|number| Name { number: *number, hash: 9 }).collect()
    }

    #[test]
    fn what_is_new_and_what_has_gone_is_found_in_every_month() {
        let mut files = Files::default();
        let met = files.meet(vec![(month("202601"), names(&[1, 3, 5])), (month("202602"), names(&[6]))]);
        assert_eq!(met, Met { new: vec![0, 1, 2, 3], gone: Vec::new() });
        (0..4).for_each(|file| files.belongs(file, 7));
        let folder = vec![(month("202601"), names(&[0, 1, 4, 5, 9])), (month("202603"), names(&[10]))];
        let met = files.meet(folder);
        assert_eq!(met.gone, [1, 3], "3 in January, and 6 in February");
        let new: Vec<_> = met.new.iter().map(|file| files.all()[*file as usize].name.number).collect();
        assert_eq!(new, [0, 4, 9, 10]);
    }

    #[test]
    fn what_had_gone_and_is_back_is_new() {
        let mut files = Files::default();
        let _ = files.meet(vec![(month("202601"), names(&[1]))]);
        files.belongs(0, LOST);
        assert_eq!(files.meet(vec![(month("202601"), names(&[1]))]), Met { new: vec![0], gone: Vec::new() });
        files.belongs(0, LOST);
        assert_eq!(files.meet(Vec::new()), Met { new: Vec::new(), gone: vec![0] }, "it is still told");
    }
}
