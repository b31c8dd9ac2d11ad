//! The whole tour at every size, text size and theme: each of its screens keeps its promises.
use std::collections::{HashMap, HashSet};

use alongside::App;
use alongside::headless::Headless;
use alongside::tour::{Stop, walk};
use alongside::ui::Theme;
use alongside::ui::part::Zone;
use iced::{Program, Rectangle, Size};

use super::screen::{Reader, broken};
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
    let computer = Computer::new();
    computer.everyone_prefers(|preferences| {
        preferences.text_size = text_size;
        preferences.theme = theme;
    });
    let mut person = computer.start_at(size);
    let mut seen = Seen::default();
    let voice = computer.folder.with_file_name("voice");
    let mut screens = 0;
    let done = walk(&mut person.window, &computer.devices, &voice, &mut |window, stop| {
        if let Stop::Looks(screen, _) = stop {
            screens += 1;
            let picture = window.picture();
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/looks").join(name);
            std::fs::create_dir_all(&folder).expect("a folder for pictures");
            picture.save(&folder.join(format!("{screens:02}-{screen}.png"))).expect("a picture");
        }
        seen.check(window, stop);
        if matches!(stop, Stop::Looks(..)) {
            // All pages of the list, and back to where it stood.
            let mut turned = 0;
            while turn(window, "page-down") {
                seen.check(window, stop);
                turned += 1;
            }
            for _ in 0..turned {
                let _ = turn(window, "page-up");
            }
        }
        Ok(())
    });
    let mut wrong = seen.wrong;
    if let Err(lost) = done {
        wrong.push(format!("the tour does not come to its end: {lost:#?}"));
    }
    let mut told = HashSet::new();
    wrong.retain(|what| told.insert(what.split_once("): ").map_or(what.clone(), |(_, what)| what.to_owned())));
    assert!(wrong.is_empty(), "{} promises broken:\n{}", wrong.len(), wrong.join("\n"));
}

/// What was seen on the way.
#[derive(Default)]
struct Seen {
    wrong: Vec<String>,
    /// Where each key of the rail stands, by the width of the page.
    rails: HashMap<(String, u32), Rectangle>,
}

impl Seen {
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
