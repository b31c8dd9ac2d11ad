//! A person who uses the app: sees words, presses words, types words, hears words.
mod look;

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::promises::screen::{Reader, broken};
use alongside::devices::pretend::Pretend;
use alongside::domain::preferences::Pace;
use alongside::headless::Headless;
use alongside::headless::visitor::{NotThere, PATIENCE, can_press};
use alongside::problem::Problem;
use alongside::speech::engine::{Carry, Engine, EngineError};
use alongside::speech::normalise::{self, say_like::SayLike};
use alongside::store::Store;
use alongside::store::disk::{Disk, RealDisk};
use alongside::ui::part::{Found, Role, Zone};
use alongside::{App, Setup};
use iced::keyboard::{Modifiers, key::Named};
use iced::{Program, Size, Theme};

use self::look::Wanted;

/// A computer with a folder and pretend devices. It can be switched off and on again.
pub struct Computer {
    pub folder: PathBuf,
    pub devices: Pretend,
    pub disk: Arc<dyn Disk>,
    said: Arc<Mutex<Vec<String>>>,
    _temporary: tempfile::TempDir,
}

/// A voice that only remembers.
struct Remembers(Arc<Mutex<Vec<String>>>);

impl Engine for Remembers {
    fn rate(&self) -> u32 {
        16_000
    }

    fn say(&mut self, words: &str, _: Pace, out: &mut dyn FnMut(&[i16]) -> Carry) -> Result<(), EngineError> {
        self.0.lock().expect("nobody panicked while speaking").push(words.to_owned());
        let _ = out(&[0; 160]);
        Ok(())
    }
}

impl Computer {
    /// A new computer with the practice day on it.
    pub fn new() -> Self {
        Self::with_disk(Arc::new(RealDisk))
    }

    /// A computer that was used before: this folder is on it.
    pub fn with_folder(folder: PathBuf, devices: Pretend) -> Self {
        Self { folder, devices, ..Self::new() }
    }

    /// The same with this disk.
    pub fn with_disk(disk: Arc<dyn Disk>) -> Self {
        let temporary = tempfile::tempdir().expect("a folder");
        Self {
            folder: temporary.path().join("practice"),
            devices: Pretend::default(),
            disk,
            said: Arc::default(),
            _temporary: temporary,
        }
    }

    /// The folder, with the practice day in it.
    pub fn store(&self) -> Store {
        let devices = self.devices.devices();
        let is_new = !self.folder.exists();
        let open = || Store::open(&self.folder, self.disk.clone(), &devices);
        // What was open before may need a moment to end.
        let store = (0..100).find_map(|_| match open() {
            Err(Problem::AlreadyOpen) => {
                std::thread::sleep(Duration::from_millis(20));
                None
            }
            opened => Some(opened),
        });
        let store = store.expect("nobody else has it open").expect("the folder opens");
        store.begin_practice().expect("the practice day begins");
        // Before the journey can lay out anything: later some come in by pictures, and nothing opens for a test.
        if let Some(wanted) = Wanted::look().filter(|_| is_new) {
            wanted.lay_out(&store);
        }
        store
    }

    /// Starts the app: the person stands at the door.
    pub fn start(&self) -> Person<impl Program<Theme = Theme, State = App> + use<>> {
        self.start_at(Wanted::look().map_or(Size::new(1366.0, 768.0), |wanted| wanted.size))
    }

    /// Starts the app in a window of this size.
    pub fn start_at(&self, size: Size) -> Person<impl Program<Theme = Theme, State = App> + use<>> {
        self.begins(Ok(self.store()), size)
    }

    /// Starts the app where its folder cannot be opened.
    pub fn start_without(&self, problem: Problem) -> Person<impl Program<Theme = Theme, State = App> + use<>> {
        let size = Wanted::look().map_or(Size::new(800.0, 600.0), |wanted| wanted.size);
        self.begins(Err(problem), size)
    }

    fn begins(
        &self,
        store: Result<Store, Problem>,
        size: Size,
    ) -> Person<impl Program<Theme = Theme, State = App> + use<>> {
        let devices = self.devices.devices();
        let said = self.said.clone();
        let engine = Arc::new(move || Ok(Box::new(Remembers(said.clone())) as Box<dyn Engine>));
        let setup = Setup { devices, engine, store, practice: true };
        let window = Headless::start(alongside::application(setup), size).expect("the app starts");
        Person { window, size, said: self.said.clone() }
    }
}

/// A person at the computer.
pub struct Person<P: Program> {
    pub window: Headless<P>,
    size: Size,
    said: Arc<Mutex<Vec<String>>>,
}

impl<P: Program<Theme = Theme, State = App> + 'static> Person<P> {
    /// Everything on the open screen.
    pub fn parts(&mut self) -> Vec<Found> {
        self.window.parts()
    }

    fn find(&mut self, is_it: impl Fn(&Found) -> bool) -> Option<Found> {
        self.window.find(is_it)
    }

    #[track_caller]
    fn expect(&mut self, words: &str, is_it: impl Fn(&Found) -> bool) -> Found {
        there(self.window.wait_for(words, is_it))
    }

    /// Presses the control that says these words. The screen that comes of it keeps its promises.
    #[track_caller]
    pub fn presses(&mut self, words: &str) {
        there(self.window.presses(words));
        self.keeps_its_promises(words);
    }

    /// Looks whether the open screen keeps what every screen promises.
    #[track_caller]
    pub fn keeps_its_promises(&mut self, after: &str) {
        self.is_at_the_look(after);
        let parts = self.parts();
        let broken = broken(&parts, self.window.page(), Reader::of(self.window.state().me()));
        assert!(broken.is_empty(), "after {after:?}:\n{}", broken.join("\n"));
    }

    /// Presses the control of this name.
    #[track_caller]
    pub fn presses_id(&mut self, id: &str) {
        there(self.window.presses_part(id));
    }

    /// Presses the first control whose words begin so.
    #[track_caller]
    pub fn presses_one_that_starts(&mut self, words: &str) {
        let found = self.expect(words, |found| found.part.name.starts_with(words) && found.part.role == Role::Button);
        self.window.press_at(found.bounds.center());
        self.keeps_its_promises(words);
    }

    /// Presses the tile that has these words in it, also as its question or its news.
    #[track_caller]
    pub fn presses_one_that_opens(&mut self, words: &str) {
        let is_it = |found: &Found| found.part.name.contains(words) && found.part.role == Role::Button;
        let found = self.expect(words, |found| is_it(found) && found.zone == Zone::Content && !found.part.quiet);
        self.window.press_at(found.bounds.center());
        self.keeps_its_promises(words);
    }

    /// Presses the first answer that has these words in it.
    #[track_caller]
    pub fn presses_one_that_says(&mut self, words: &str) {
        let found = self.expect(words, |found| found.part.name.contains(words) && found.part.checked.is_some());
        self.window.press_at(found.bounds.center());
        self.keeps_its_promises(words);
    }

    /// Types other words into a field that has some.
    #[track_caller]
    pub fn types_in_anew(&mut self, label: &str, words: &str) {
        self.types_in(label, "");
        self.window.strike_letter('a', Modifiers::CTRL);
        self.window.type_in(words);
    }

    /// Presses the ear beside these words.
    #[track_caller]
    pub fn presses_the_ear_of(&mut self, words: &str) {
        let hear = format!("Hear: {words}");
        let found = self.expect(&hear, |found| found.part.name.starts_with(&hear));
        self.window.press_at(found.bounds.center());
    }

    /// Waits a little for these words to appear.
    #[track_caller]
    pub fn sees(&mut self, words: &str) {
        there(self.window.sees(words));
    }

    /// Waits for these words with no hand on the computer: no page is turned to look for them.
    #[track_caller]
    pub fn sees_by_itself(&mut self, words: &str) {
        let end = Instant::now() + PATIENCE;
        while self.find(|found| found.part.name.contains(words)).is_none() {
            assert!(Instant::now() < end, "{words:?} does not come by itself. On it: {:#?}", self.window.shown());
        }
    }

    /// Is sure that these words are not there.
    #[track_caller]
    pub fn does_not_see(&mut self, words: &str) {
        let found = self.find(|found| {
            found.part.name.contains(words) || found.part.value.as_deref().is_some_and(|value| value.contains(words))
        });
        assert!(found.is_none(), "{words:?} is on the screen");
    }

    /// Whether this control is there and can be pressed.
    pub fn can_press(&mut self, words: &str) -> bool {
        self.find(|found| can_press(found, words)).is_some()
    }

    /// All that can be read or heard on the screen now: names, spoken words, and what stands in fields.
    pub fn all_words(&mut self) -> String {
        let words = |found: Found| [Some(found.part.name), Some(found.part.spoken), found.part.value];
        self.parts().into_iter().flat_map(words).flatten().map(|words| words + "\n").collect()
    }

    /// Whether this answer is picked. It may be on another page of the list.
    pub fn is_picked(&mut self, words: &str) -> bool {
        self.expect(words, |found| found.part.name == words && found.part.checked.is_some()).part.checked == Some(true)
    }

    /// Types into the field of this label.
    #[track_caller]
    pub fn types_in(&mut self, label: &str, words: &str) {
        there(self.window.types_in(label, words));
    }

    /// Strikes a key.
    pub fn strikes(&mut self, key: Named) {
        self.window.strike(key, Modifiers::empty());
    }

    /// Strikes a key with others held.
    pub fn strikes_with(&mut self, key: Named, modifiers: Modifiers) {
        self.window.strike(key, modifiers);
    }

    /// Waits until these words have been said.
    #[track_caller]
    pub fn hears(&mut self, words: &str) {
        let wanted: Vec<_> =
            normalise::sentences(words, &SayLike::default()).into_iter().map(|sentence| sentence.words).collect();
        let end = Instant::now() + PATIENCE;
        loop {
            self.window.settle();
            let said = self.said.lock().expect("nobody panicked while speaking").clone();
            if wanted.iter().all(|words| said.contains(words)) {
                return;
            }
            assert!(Instant::now() < end, "{words:?} was not said. Said: {said:#?}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until no sound is played.
    #[track_caller]
    pub fn plays_nothing(&mut self, computer: &Computer) {
        let end = Instant::now() + PATIENCE;
        while computer.devices.sounds_playing() > 0 {
            self.window.settle();
            assert!(Instant::now() < end, "a sound goes on");
        }
    }

    /// Forgets what was said so far.
    pub fn forgets_what_was_said(&mut self) {
        self.window.settle();
        self.said.lock().expect("nobody panicked while speaking").clear();
    }

    /// How many sentences have been said.
    pub fn sentences_heard(&mut self) -> usize {
        self.window.settle();
        self.said.lock().expect("nobody panicked while speaking").len()
    }

    /// The heading of the page.
    pub fn heading(&mut self) -> String {
        self.find(|found| found.part.role == Role::Heading).map(|found| found.part.name).unwrap_or_default()
    }

    /// The parts of one area.
    pub fn zone(&mut self, zone: Zone) -> Vec<Found> {
        self.parts().into_iter().filter(|found| found.zone == zone).collect()
    }

    /// Comes in at the door.
    #[track_caller]
    pub fn comes_in_as(&mut self, name: &str) {
        self.presses(name);
        self.sees(&format!("Hello {name}."));
    }

    /// Leaves the app to the next person.
    #[track_caller]
    pub fn leaves(&mut self, name: &str) {
        if self.can_press("Home") {
            self.presses("Home");
        }
        self.presses(&format!("I am not {name}"));
        self.sees("Who are you?");
    }

    /// The control that the keys act on.
    pub fn focus(&mut self) -> Option<String> {
        let focus = self.window.focus()?.to_owned();
        self.find(|found| found.part.id == focus).map(|found| found.part.name)
    }
}

#[track_caller]
pub fn there<T>(found: Result<T, NotThere>) -> T {
    match found {
        Ok(found) => found,
        Err(NotThere { wanted, shown }) => panic!("{wanted:?} is not on the screen. On it: {shown:#?}"),
    }
}
