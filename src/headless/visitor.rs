//! Someone at the program: sees words, presses words, types words. Nothing is reached that a person could not reach.
use std::time::{Duration, Instant};

use iced::{Program, Theme};

use super::Headless;
use crate::ui::part::{Found, Role, Zone};

/// How long a visitor waits for something to appear.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// How long before a visitor turns the page to look there.
const A_MOMENT: Duration = Duration::from_millis(150);

/// No list has more pages than this.
const MOST_PAGES: usize = 100;

/// What a visitor looked for, and what was on the screen in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotThere {
    /// The words, or the name of the part.
    pub wanted: String,
    /// What is there: each part's name and role.
    pub shown: Vec<String>,
}

impl<P: Program<Theme = Theme> + 'static> Headless<P> {
    /// Everything on the open screen, once it is at rest.
    pub fn parts(&mut self) -> Vec<Found> {
        self.settle();
        self.walk()
    }

    /// The first part of this kind that is there now.
    pub fn find(&mut self, is_it: impl Fn(&Found) -> bool) -> Option<Found> {
        self.parts().into_iter().find(|found| is_it(found))
    }

    /// Looks on all pages of the list, again and again, until it is there.
    ///
    /// # Errors
    /// [`NotThere`], after [`PATIENCE`].
    pub fn wait_for(&mut self, wanted: &str, is_it: impl Fn(&Found) -> bool) -> Result<Found, NotThere> {
        let start = Instant::now();
        loop {
            if let Some(found) = self.find(&is_it) {
                return Ok(found);
            }
            if start.elapsed() > PATIENCE {
                return Err(NotThere { wanted: wanted.to_owned(), shown: self.shown() });
            }
            std::thread::sleep(Duration::from_millis(5));
            // What is still to come is waited for before the list is turned.
            if start.elapsed() > A_MOMENT {
                self.turn_the_page();
            }
        }
    }

    /// Turns a list to its next page. When all are at their end, turns them back and goes to the next tab.
    fn turn_the_page(&mut self) {
        let key = |found: &Found, way: &str| {
            found.part.id.ends_with(way) && found.part.role.is_control() && !found.part.disabled
        };
        if let Some(down) = self.find(|found| key(found, "-down")) {
            return self.press_at(down.bounds.center());
        }
        let mut pages = 0;
        while let Some(up) = self.find(|found| key(found, "-up")).filter(|_| pages < MOST_PAGES) {
            self.press_at(up.bounds.center());
            pages += 1;
        }
        let tabs: Vec<_> = self.parts().into_iter().filter(|found| found.part.id.starts_with("tab-")).collect();
        let open = tabs.iter().position(|tab| tab.part.checked == Some(true));
        if let Some(next) = open.and_then(|open| tabs.get((open + 1) % tabs.len())) {
            self.press_at(next.bounds.center());
        }
    }

    /// What is on the screen: each part's name and role.
    pub fn shown(&mut self) -> Vec<String> {
        let line = |found: Found| {
            let off = if found.part.disabled { " off" } else { "" };
            format!("{} {:?}{off}", found.part.name, found.part.role)
        };
        self.parts().into_iter().map(line).collect()
    }

    /// Waits for these words to be there.
    ///
    /// # Errors
    /// [`NotThere`], as for all that a visitor does.
    pub fn sees(&mut self, words: &str) -> Result<(), NotThere> {
        self.wait_for(words, |found| found.part.name.contains(words)).map(drop)
    }

    /// Presses the control that says these words.
    ///
    /// # Errors
    /// [`NotThere`] when there is none that can be pressed.
    pub fn presses(&mut self, words: &str) -> Result<(), NotThere> {
        let found = self.wait_for(words, |found| can_press(found, words))?;
        self.press_at(found.bounds.center());
        Ok(())
    }

    /// Presses what may go wrong on a trip: on its step, or where the page is small behind More.
    ///
    /// # Errors
    /// [`NotThere`] when there is none that can be pressed.
    pub fn presses_what_if(&mut self, words: &str) -> Result<(), NotThere> {
        let is_behind_more = |found: &Found| found.part.id == "step-more" && found.zone == Zone::Actions;
        if let Some(more) = self.find(is_behind_more) {
            self.press_at(more.bounds.center());
        }
        self.presses(words)
    }

    /// Presses the control with this id.
    ///
    /// # Errors
    /// [`NotThere`] when there is none that can be pressed.
    pub fn presses_part(&mut self, id: &str) -> Result<(), NotThere> {
        let found = self.wait_for(id, |found| found.part.id == id && !found.part.disabled)?;
        self.press_at(found.bounds.center());
        Ok(())
    }

    /// Types into the field of this label.
    ///
    /// # Errors
    /// [`NotThere`] when there is no such field.
    pub fn types_in(&mut self, label: &str, words: &str) -> Result<(), NotThere> {
        let is_it = |found: &Found| {
            matches!(found.part.role, Role::TextInput | Role::MultilineTextInput) && found.part.name == label
        };
        let field = self.wait_for(label, is_it)?;
        self.press_at(field.bounds.center());
        self.type_in(words);
        Ok(())
    }
}

/// Whether this is a control that says these words, in all of its name or in its first line, and can be pressed.
#[must_use]
pub fn can_press(found: &Found, words: &str) -> bool {
    let rest = found.part.name.strip_prefix(words);
    let says = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ') || rest.starts_with(". "));
    says && found.part.role.is_control() && !found.part.disabled
}
