//! The small pictures of the photos in an open folder: which is made next, and which are kept.
use crate::photo::Pixels;
use crate::ui::glimpse::Small;

/// The most tiles of one page.
const PAGE: usize = 6;
/// The most that are kept: those of a few pages. Who turns further back has them made again.
const KEPT: usize = 4 * PAGE;

/// The small pictures of one folder, by the numbers of its files. One is made at a time: a decoder may take much
/// memory.
#[derive(Debug, Default)]
pub struct Smalls {
    /// Those that are made, the last seen last; `None` for a file that has none.
    made: Vec<(usize, Option<Small>)>,
    /// The one that is made now.
    making: Option<usize>,
    /// Those that are on the screen and not made yet.
    waiting: Vec<usize>,
}

impl Smalls {
    /// The small picture of this file, once it is there.
    #[must_use]
    pub fn of(&self, index: usize) -> Option<Small> {
        self.made.iter().find(|(made, _)| *made == index)?.1.clone()
    }

    /// This file is on the screen now. What cannot be on the same page is not waited for any more.
    pub fn seen(&mut self, index: usize) {
        self.waiting.retain(|other| *other != index && other.abs_diff(index) < PAGE);
        match self.made.iter().position(|(made, _)| *made == index) {
            // What is on the screen is kept longest.
            Some(at) => self.made[at..].rotate_left(1),
            None if self.making == Some(index) => {}
            None => self.waiting.push(index),
        }
    }

    /// The file of which a small picture is made next. `None` while another is, or where none is wanted.
    #[must_use]
    pub fn next(&mut self) -> Option<usize> {
        if self.making.is_some() || self.waiting.is_empty() {
            return None;
        }
        self.making = Some(self.waiting.remove(0));
        self.making
    }

    /// The small picture of this file is made, or it has none.
    pub fn made(&mut self, index: usize, pixels: Option<Pixels>) {
        self.making = None;
        if self.made.len() == KEPT {
            let _ = self.made.remove(0);
        }
        self.made.push((index, pixels.map(Small::from)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot() -> Option<Pixels> {
        Some(Pixels { width: 1, height: 1, rgba: vec![0, 0, 0, 255] })
    }

    #[test]
    fn one_is_made_at_a_time_and_only_of_the_page_that_is_open() {
        let mut smalls = Smalls::default();
        (0..6).for_each(|index| smalls.seen(index));
        assert_eq!(smalls.next(), Some(0));
        assert_eq!(smalls.next(), None, "one is made already");
        // The page is turned while the first is made.
        (6..12).for_each(|index| smalls.seen(index));
        smalls.made(0, dot());
        assert!(smalls.of(0).is_some());
        assert_eq!(smalls.next(), Some(6));
    }

    #[test]
    fn a_file_without_one_is_not_tried_again_while_it_stays_on_the_screen() {
        let mut smalls = Smalls::default();
        smalls.seen(3);
        assert_eq!(smalls.next(), Some(3));
        smalls.made(3, None);
        smalls.seen(3);
        assert_eq!((smalls.of(3), smalls.next()), (None, None));
    }

    #[test]
    fn a_folder_of_thousands_keeps_those_of_a_few_pages() {
        let mut smalls = Smalls::default();
        for index in 0..5_000 {
            smalls.seen(index);
            assert_eq!(smalls.next(), Some(index));
            smalls.made(index, dot());
        }
        assert_eq!(smalls.made.len(), KEPT);
        assert!(smalls.of(4_999).is_some() && smalls.of(0).is_none());
    }
}
