//! The whole tour, and looking for a place among many, at every size, text size and theme: each screen keeps its promises.
use std::collections::{HashMap, HashSet};

use alongside::App;
use alongside::domain::preferences::Preferences;
use alongside::headless::Headless;
use alongside::tour::{Stop, stops, walk};
use alongside::ui::Theme;
use alongside::ui::part::Zone;
use iced::{Program, Rectangle, Size};

use super::screen::{Reader, broken};
use crate::journeys::many_places::added;
use crate::person::Computer;

#[test]
fn at_the_smallest_laptop() {
    all_screens_keep_their_promises("1024", Size::new(1024.0, 768.0), 100, Theme::Light);
}

#[test]
fn at_a_common_laptop_in_cream() {
    all_screens_keep_their_promises("1366", Size::new(1366.0, 768.0), 125, Theme::Cream);
}

#[test]
fn at_twice_the_size_on_the_smallest_laptop() {
    all_screens_keep_their_promises("1024-200", Size::new(1024.0, 768.0), 200, Theme::Dark);
}

#[test]
fn at_twice_the_size_on_a_common_laptop() {
    all_screens_keep_their_promises("1366-200", Size::new(1366.0, 768.0), 200, Theme::Contrast);
}

#[test]
fn at_half_as_big_again() {
    all_screens_keep_their_promises("1366-150", Size::new(1366.0, 768.0), 150, Theme::Dark);
}

fn all_screens_keep_their_promises(name: &str, size: Size, text_size: u16, theme: Theme) {
    let prefers = |preferences: &mut Preferences| {
        preferences.text_size = text_size;
        preferences.theme = theme;
    };
    let mut seen = Seen { pictures: name.to_owned(), ..Seen::default() };
    let computer = Computer::new();
    computer.everyone_prefers(prefers);
    let mut person = computer.start_at(size);
    let voice = computer.folder.with_file_name("voice");
    let done = walk(&mut person.window, (&computer.devices, &voice), stops(), &mut |window, stop| {
        seen.look(window, stop);
        Ok(())
    });
    seen.wrong.extend(done.err().map(|lost| format!("the tour does not come to its end: {lost:#?}")));
    // The practice day has few places. Here are many.
    let computer = Computer::new();
    computer.everyone_prefers(prefers);
    added(&computer, 130);
    let mut person = computer.start_at(size);
    let done = walk(&mut person.window, (&computer.devices, &voice), among_many_places(), &mut |window, stop| {
        seen.look(window, stop);
        Ok(())
    });
    seen.wrong.extend(done.err().map(|lost| format!("no place is found among many: {lost:#?}")));
    let mut wrong = seen.wrong;
    let mut told = HashSet::new();
    wrong.retain(|what| told.insert(what.split_once("): ").map_or(what.clone(), |(_, what)| what.to_owned())));
    assert!(wrong.is_empty(), "{} promises broken:\n{}", wrong.len(), wrong.join("\n"));
}

/// Sam looks for a place in each way.
fn among_many_places() -> Vec<Stop> {
    let presses = |words: &str| Stop::Presses(words.to_owned());
    let looks = |name: &str| Stop::Looks(name.to_owned(), String::new());
    vec![
        presses("Sam"),
        presses("Plan a trip"),
        looks("find-first"),
        presses("Type the name"),
        looks("find-typing"),
        Stop::Types("Name of the place".to_owned(), "Renfod librey".to_owned()),
        looks("find-found"),
        Stop::Types("Name of the place".to_owned(), " moon rocket".to_owned()),
        looks("find-none"),
        presses("Back"),
        presses("Look at pictures"),
        looks("find-kind"),
        presses("Any place"),
        looks("find-letter"),
        presses("M"),
        looks("find-these"),
        presses("Read them to me"),
        presses("Wait"),
        looks("find-read"),
        presses("Back"),
        presses("Market Library 1"),
        looks("find-know"),
    ]
}

/// What was seen on the way.
#[derive(Default)]
struct Seen {
    /// The folder of its pictures, and how many there are.
    pictures: String,
    screens: usize,
    wrong: Vec<String>,
    /// Where each key of the rail stands, by the width of the page.
    rails: HashMap<(String, u32), Rectangle>,
}

impl Seen {
    /// Looks at the screen that a stop leads to, and keeps a picture of it.
    fn look<P: Program<Theme = iced::Theme, State = App> + 'static>(&mut self, window: &mut Headless<P>, stop: &Stop) {
        let Stop::Looks(screen, _) = stop else { return self.check(window, stop) };
        self.screens += 1;
        let picture = window.picture();
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/looks").join(&self.pictures);
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        picture.save(&folder.join(format!("{:02}-{screen}.png", self.screens))).expect("a picture");
        self.check(window, stop);
        // All pages of the list, and back to where it stood.
        let mut turned = 0;
        while turn(window, "page-down") {
            self.check(window, stop);
            turned += 1;
        }
        for _ in 0..turned {
            let _ = turn(window, "page-up");
        }
    }

    fn check<P: Program<Theme = iced::Theme, State = App> + 'static>(&mut self, window: &mut Headless<P>, stop: &Stop) {
        let parts = window.parts();
        let page = window.page();
        let mut found = broken(&parts, page, Reader::of(window.state().me()));
        // The rail stands still: at every text size, each key has one place.
        for key in parts.iter().filter(|found| found.zone == Zone::Rail && found.part.id.starts_with("rail-")) {
            let scaled = (key.part.id.clone(), page.width as u32);
            let place = *self.rails.entry(scaled).or_insert(key.bounds);
            if place != key.bounds {
                found.push(format!("{:?} has moved from {place:?} to {:?}", key.part.id, key.bounds));
            }
        }
        self.wrong.extend(found.into_iter().map(|what| format!("after {stop:?}: {what}")));
    }
}

/// Turns the list of the page, if it can be turned that way.
fn turn<P: Program<Theme = iced::Theme, State = App> + 'static>(window: &mut Headless<P>, key: &str) -> bool {
    let key = window.find(|found| found.part.id == key && !found.part.disabled);
    if let Some(key) = &key {
        window.press_at(key.bounds.center());
    }
    key.is_some()
}
