//! The devices of this computer: its sound, its clock, its clipboard and its folders.
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use directories::UserDirs;
use jiff::Zoned;
use jiff::civil::{Date, DateTime};

use super::shelves::{Kind, Shelf, Shelves};
use super::{Clipboard, Clock, Devices};
use crate::problem::Problem;

/// The devices of this computer. With a day, the clock shows that day at the real time.
#[must_use]
pub fn devices(day: Option<Date>) -> Devices {
    Devices {
        #[cfg(feature = "hardware")]
        microphone: Arc::new(super::microphone::RealMicrophone),
        #[cfg(feature = "hardware")]
        speaker: Arc::new(super::speaker::RealSpeaker::default()),
        #[cfg(not(feature = "hardware"))]
        microphone: Arc::new(NoSound),
        #[cfg(not(feature = "hardware"))]
        speaker: Arc::new(NoSound),
        clock: Arc::new(RealClock { day }),
        clipboard: Arc::new(RealClipboard::default()),
        shelves: Shelves::new(shelves),
        reader: super::reader::here(),
        keyring: Arc::new(super::keyring::RealKeyring),
        viewer: Arc::new(super::viewer::RealViewer::new()),
        watchman: super::watchman::here(),
        secure_ward: false,
    }
}

/// The clock of the computer.
#[derive(Debug, Default)]
pub struct RealClock {
    /// Another day than today, to try a timetable of that time.
    pub day: Option<Date>,
}

impl Clock for RealClock {
    fn now(&self) -> DateTime {
        let now = Zoned::now().datetime();
        self.day.map_or(now, |day| day.to_datetime(now.time()))
    }
}

/// The clipboard of the computer. It is held open: elsewhere than on Windows, what was copied goes with its owner.
#[derive(Default)]
pub struct RealClipboard {
    held: Mutex<Option<arboard::Clipboard>>,
}

impl fmt::Debug for RealClipboard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("RealClipboard")
    }
}

impl RealClipboard {
    fn held(&self) -> MutexGuard<'_, Option<arboard::Clipboard>> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Clipboard for RealClipboard {
    fn copy(&self, text: &str) -> Result<(), Problem> {
        let mut held = self.held();
        let clipboard = match &mut *held {
            Some(clipboard) => clipboard,
            none => none.insert(arboard::Clipboard::new().map_err(|_| Problem::NoClipboard)?),
        };
        outside_history(clipboard.set()).text(text.to_owned()).map_err(|_| Problem::NoClipboard)
    }

    fn clear(&self, text: &str) {
        if let Some(clipboard) = &mut *self.held()
            && clipboard.get_text().is_ok_and(|found| found == text)
        {
            // It stays as it is where the system does not let it be cleared.
            let _ = clipboard.clear();
        }
    }
}

/// Asks the system to keep this out of its history of copied things, and off its cloud.
fn outside_history(set: arboard::Set<'_>) -> arboard::Set<'_> {
    #[cfg(target_os = "windows")]
    {
        use arboard::SetExtWindows as _;
        set.exclude_from_monitoring().exclude_from_cloud().exclude_from_history()
    }
    #[cfg(target_os = "macos")]
    {
        use arboard::SetExtApple as _;
        set.exclude_from_history()
    }
    #[cfg(all(unix, not(target_os = "macos")))]
    {
        use arboard::SetExtLinux as _;
        set.exclude_from_history()
    }
}

/// Where people keep files on this computer, and the memory sticks that are in it now.
fn shelves() -> Vec<Shelf> {
    let mut shelves = Vec::new();
    if let Some(dirs) = UserDirs::new() {
        let kept = [
            (Kind::Downloads, dirs.download_dir()),
            (Kind::Pictures, dirs.picture_dir()),
            (Kind::Documents, dirs.document_dir()),
            (Kind::Desktop, dirs.desktop_dir()),
        ];
        shelves.extend(kept.into_iter().filter_map(|(kind, folder)| Some(Shelf { kind, folder: folder?.to_owned() })));
        // Desktops that keep no such list still have these folders.
        let usual = [
            (Kind::Downloads, "Downloads"),
            (Kind::Pictures, "Pictures"),
            (Kind::Documents, "Documents"),
            (Kind::Desktop, "Desktop"),
        ];
        for (kind, name) in usual {
            if shelves.iter().all(|shelf| shelf.kind != kind) {
                shelves.push(Shelf { kind, folder: dirs.home_dir().join(name) });
            }
        }
    }
    shelves.extend(sticks().into_iter().map(|folder| Shelf { kind: Kind::Stick, folder }));
    shelves.retain(|shelf| shelf.folder.is_dir());
    shelves
}

/// Where sticks are put in: drives after `C:` on Windows; on Linux, what is mounted for a person.
#[cfg(windows)]
fn sticks() -> Vec<PathBuf> {
    ('D'..='Z').map(|drive| PathBuf::from(format!("{drive}:\\"))).filter(|drive| drive.is_dir()).collect()
}

#[cfg(not(windows))]
fn sticks() -> Vec<PathBuf> {
    let inside = |folder: PathBuf| std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mine = |folder: &str| {
        let user = std::env::var_os("USER").unwrap_or_default();
        PathBuf::from(folder).join(user)
    };
    inside(mine("/media")).chain(inside(mine("/run/media"))).chain(inside("/Volumes".into())).collect()
}

/// A program built without its sound.
#[cfg(not(feature = "hardware"))]
#[derive(Debug)]
struct NoSound;

#[cfg(not(feature = "hardware"))]
impl super::Microphone for NoSound {
    fn listen(&self, _: Box<dyn super::Keep>) -> Result<super::Take, Problem> {
        Err(Problem::NoMicrophone)
    }
}

#[cfg(not(feature = "hardware"))]
impl super::Speaker for NoSound {
    fn play(&self, _: super::Sound) -> Result<super::Playing, Problem> {
        Err(Problem::NoSpeaker)
    }
}
