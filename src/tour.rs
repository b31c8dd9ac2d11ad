//! The tour: a day and the next morning through the real program, with no screen and no sound device, kept as pictures and
//! files.
mod pages;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use iced::{Program, Size, Theme};
use jiff::ToSpan as _;
use serde::Deserialize;

use crate::app::{App, Setup, application};
use crate::devices::pretend::{self, Pretend};
use crate::domain::person::Role;
use crate::domain::preferences::Pace;
use crate::headless::Headless;
use crate::headless::visitor::NotThere;
use crate::sound::rate::Resampler;
use crate::speech::engine::{Carry, Engine};
use crate::speech::pico::Pico;
use crate::store::Store;
use crate::store::disk::RealDisk;
use crate::words::Words;

/// The size of the pictures: a common work laptop.
const WINDOW: Size = Size::new(1366.0, 768.0);

/// How loud someone is who sits at a laptop: the voice itself is made as loud as sound can be.
const AT_THE_DESK: f32 = 0.3;

/// One thing that the visitor does.
#[derive(Debug, Clone, Deserialize)]
pub enum Stop {
    /// Presses the control that says these words.
    Presses(String),
    /// Presses what may go wrong on a trip, wherever the size of the page puts it.
    WhatIf(String),
    /// Presses the control with this id: its words are those of many others.
    PressesPart(String),
    /// Types words into the field of this label.
    Types(String, String),
    /// Says words into the microphone.
    Says(String),
    /// Waits for these words.
    Sees(String),
    /// It is the next morning. Nobody is in: a clock that leaps on locks the app.
    NextMorning,
    /// Looks at the screen: the name of its picture, and what there is to see.
    Looks(String, String),
}

/// Why a tour did not come to its end.
#[derive(Debug)]
pub enum Lost {
    /// The folder cannot be written to, or is full.
    Folder,
    /// The voice cannot be opened.
    Voice,
    /// The app did not open.
    App,
    /// Something was not on the screen. This is a fault of the app.
    Screen(NotThere),
}

impl From<NotThere> for Lost {
    fn from(not_there: NotThere) -> Self {
        Self::Screen(not_there)
    }
}

impl From<std::io::Error> for Lost {
    fn from(_: std::io::Error) -> Self {
        Self::Folder
    }
}

impl Lost {
    /// The key of the words for it.
    #[must_use]
    pub fn words(&self) -> &'static str {
        match self {
            Self::Folder => "tour-no-folder",
            Self::Voice => "tour-no-voice",
            Self::App => "tour-no-app",
            Self::Screen(_) => "tour-lost",
        }
    }
}

/// The stops of the tour, as the practice day lists them.
///
/// # Panics
/// Never: a test reads the list.
#[must_use]
pub fn stops() -> Vec<Stop> {
    ron::from_str(include_str!("../assets/practice/tour.ron")).expect("a test reads it")
}

/// Walks the day and the next morning, and leaves in the folder a picture of each screen, `note.txt`, `clip.opus` and `index.html`.
///
/// # Errors
/// [`Lost`]. What was made until then stays in the folder.
pub fn make(folder: &Path) -> Result<usize, Lost> {
    std::fs::create_dir_all(folder)?;
    remove_earlier(folder)?;
    let work = Work::begin(folder)?;
    let devices = Pretend::default();
    let voice = work.0.join("voice");
    let voice_again = voice.clone();
    let open = move || Ok(Box::new(Pico::unpacked(&voice)?) as Box<dyn Engine>);
    let store = Store::open(&work.0.join("practice"), Arc::new(RealDisk), &devices.devices());
    let store = store.map_err(|_| Lost::Folder)?;
    store.begin_practice().map_err(|_| Lost::Folder)?;
    let setup = Setup { devices: devices.devices(), engine: Arc::new(open), store: Ok(store.clone()), practice: true };
    let mut window = Headless::start(application(setup), WINDOW).map_err(|_| Lost::App)?;
    let mut pictures = Vec::new();
    walk(&mut window, (&devices, &voice_again), stops(), &mut |window, stop| {
        let Stop::Looks(name, about) = stop else { return Ok(()) };
        let picture = window.picture();
        let file = format!("{:02}-{name}.png", pictures.len() + 1);
        picture.save(&folder.join(&file)).map_err(|_| Lost::Folder)?;
        let heading = window.find(|found| found.part.role == crate::ui::part::Role::Heading);
        let heading = heading.map(|found| found.part.name).unwrap_or_default();
        pictures.push(pages::Picture { file, heading, about: about.to_owned() });
        Ok(())
    })?;
    drop(window);
    std::fs::write(folder.join("note.txt"), devices.copied().unwrap_or_default())?;
    std::fs::write(folder.join("clip.opus"), clip(&store)?)?;
    std::fs::write(folder.join("index.html"), pages::index(&Words::in_language("en-GB"), &pictures))?;
    Ok(pictures.len())
}

/// Takes away the pictures of an earlier tour, and no other file.
fn remove_earlier(folder: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let numbered = name.split_once('-').is_some_and(|(number, _)| number.parse::<u8>().is_ok());
        if numbered && name.ends_with(".png") {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// What is done with the screen that a stop leads to.
pub type Look<'a, P> = &'a mut dyn FnMut(&mut Headless<P>, &Stop) -> Result<(), Lost>;

/// Does each of these stops in turn, and shows the screen after each.
///
/// # Errors
/// [`Lost`], also from `look`.
pub fn walk<P: Program<Theme = Theme, State = App> + 'static>(
    window: &mut Headless<P>,
    (devices, voice): (&Pretend, &Path),
    stops: Vec<Stop>,
    look: Look<'_, P>,
) -> Result<(), Lost> {
    for stop in stops {
        match &stop {
            Stop::Presses(words) => window.presses(words)?,
            Stop::WhatIf(words) => window.presses_what_if(words)?,
            Stop::PressesPart(id) => window.presses_part(id)?,
            Stop::Types(label, words) => window.types_in(label, words)?,
            Stop::Says(words) => {
                devices.speak_into_microphone(spoken(voice, words)?);
                while !devices.has_heard_all() {
                    window.settle();
                }
            }
            Stop::Sees(words) => window.sees(words)?,
            Stop::NextMorning => devices.set_now(devices.devices().clock.now().saturating_add(24.hours())),
            Stop::Looks(..) => {}
        }
        look(window, &stop)?;
    }
    Ok(())
}

/// Words as the microphone hears them.
fn spoken(voice: &Path, words: &str) -> Result<Vec<f32>, Lost> {
    let mut pico = Pico::unpacked(voice).map_err(|_| Lost::Voice)?;
    let mut device = Resampler::new(pico.rate(), pretend::RATE).ok_or(Lost::Voice)?;
    let mut heard = Vec::new();
    let said = pico.say(words, Pace::Steady, &mut |piece| {
        let samples: Vec<f32> = piece.iter().map(|sample| f32::from(*sample) / 32_768.0 * AT_THE_DESK).collect();
        heard.extend(device.push(&samples));
        Carry::On
    });
    said.map_err(|_| Lost::Voice)?;
    Ok(heard)
}

/// The recording that came with the newest visit, as the practitioner hears it.
fn clip(store: &Store) -> Result<Vec<u8>, Lost> {
    let hall = store.hall().map_err(|_| Lost::Folder)?;
    let team = hall.team();
    let reader = team.people.iter().find(|person| person.is(Role::Practitioner)).ok_or(Lost::App)?;
    let session = store.session(reader, &team).map_err(|_| Lost::Folder)?;
    let newest = session
        .visits()
        .into_iter()
        .rev()
        .filter_map(|visit| session.visit(&visit.id))
        .find_map(|visit| visit.answers.iter().find_map(|answer| answer.clip.clone()));
    let clip = newest.ok_or(Lost::App)?;
    let runtime = tokio::runtime::Builder::new_current_thread().build()?;
    runtime.block_on(async { session.sound(&clip).await }).map_err(|_| Lost::Folder)
}

/// The folder that the day is kept in while the tour goes on.
struct Work(PathBuf);

impl Work {
    fn begin(folder: &Path) -> Result<Self, Lost> {
        let work = folder.join(".practice");
        if work.exists() {
            std::fs::remove_dir_all(&work)?;
        }
        std::fs::create_dir_all(&work)?;
        Ok(Self(work))
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        // A tour that cannot tidy up has still been made.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
