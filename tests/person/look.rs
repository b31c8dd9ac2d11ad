//! How the app looks to whoever uses it: what they prefer, the look that is asked for from outside, and pictures of it.
use std::path::Path;

use alongside::App;
use alongside::domain::preferences::{Preferences, Theme};
use alongside::domain::record::Record;
use alongside::store::Store;
use iced::{Program, Size};

use super::{Computer, Person, there};

/// The window and the look that `ALONGSIDE_LOOK` asks for: `1024x768 200 Dark`. Then every journey is made in it.
pub(super) struct Wanted {
    pub size: Size,
    text_size: u16,
    theme: Theme,
}

impl Wanted {
    pub fn look() -> Option<Self> {
        let look = std::env::var("ALONGSIDE_LOOK").ok()?;
        let read = || {
            let mut parts = look.split(' ');
            let (width, height) = parts.next()?.split_once('x')?;
            let size = Size::new(width.parse().ok()?, height.parse().ok()?);
            Some(Self { size, text_size: parts.next()?.parse().ok()?, theme: ron::from_str(parts.next()?).ok()? })
        };
        Some(read().expect("ALONGSIDE_LOOK is as in: 1024x768 200 Dark"))
    }

    /// Lays it out: everyone sees the app so. All else that they prefer stays.
    pub fn lay_out(&self, store: &Store) {
        prefer(store, |preferences| {
            preferences.text_size = self.text_size;
            preferences.theme = self.theme;
        });
    }
}

/// Changes what everyone prefers. Everyone comes in by their photo.
fn prefer(store: &Store, change: impl Fn(&mut Preferences)) {
    let team = store.hall().expect("the folder opens").team();
    for person in &team.people {
        let session = store.session(person, &team).expect("they come in by their photo");
        let mut preferences = session.preferences(&person.id);
        change(&mut preferences);
        let record = Record::Preferences(person.id.clone(), preferences);
        futures::executor::block_on(session.save(vec![record])).expect("there is room");
    }
}

impl Computer {
    /// Changes what everyone prefers from the start, and nothing else that they prefer.
    pub fn everyone_prefers(&self, change: impl Fn(&mut Preferences)) {
        prefer(&self.store(), change);
    }
}

impl<P: Program<Theme = iced::Theme, State = App> + 'static> Person<P> {
    /// Comes in at the door, and has told nobody yet how they like the app: they choose what `ALONGSIDE_LOOK` asks for.
    #[track_caller]
    pub fn comes_in_for_the_first_time_as(&mut self, name: &str) {
        there(self.window.presses(name));
        self.sees(&format!("Hello {name}."));
        if let Some(wanted) = Wanted::look() {
            let size = format!("help-size-{}", wanted.text_size);
            let colours = format!("help-theme-{:?}", wanted.theme).to_lowercase();
            let way =
                ["rail-help", "help-look", "help-size", &size, "rail-back", "help-colours", &colours, "rail-home"];
            way.into_iter().for_each(|id| self.presses_id(id));
        }
        self.keeps_its_promises(name);
    }

    /// Whoever is in sees words at the size that `ALONGSIDE_LOOK` asks for.
    #[track_caller]
    pub(super) fn is_at_the_look(&mut self, after: &str) {
        let Some(wanted) = Wanted::look().filter(|_| self.window.state().me().is_some()) else { return };
        let page = wanted.size * (100.0 / f32::from(wanted.text_size));
        assert_eq!(self.window.page(), page, "after {after:?}: this journey is not at the look of ALONGSIDE_LOOK");
    }

    /// Keeps a picture of the screen under `target/looks`, for people to judge.
    pub fn keeps_a_picture(&mut self, name: &str) {
        self.window.settle();
        let picture = self.window.picture();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/looks");
        std::fs::create_dir_all(&folder).expect("a folder for pictures");
        let file = folder.join(format!("{name}.png"));
        picture.save(&file).expect("a picture");
    }

    /// The same, in a window of this size. Then the window is as it was.
    pub fn keeps_a_picture_at(&mut self, size: Size, name: &str) {
        self.window.resize(size);
        self.keeps_a_picture(name);
        self.window.resize(self.size);
    }
}
