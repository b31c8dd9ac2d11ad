//! Papers leave the app: the system's own program shows them, and prints them from there; or they are put in a folder.
//!
//! What is shown lies in a file for as long as the app is open, in a folder that only this account can open; where
//! the system has one, in memory and not on the disk. It goes when the app is closed, and what a killed app left goes
//! when it starts again. Nobody can promise more: the program that shows a paper, the printer and its queue may keep
//! copies of their own, and on a disk a removed file can be found until something else is written there.
use std::fs::{File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures::channel::oneshot;
use tempfile::TempDir;

use super::Work;
use crate::problem::Problem;

/// A paper that is ready: its name as a person reads it, and its PDF.
#[derive(Clone, PartialEq, Eq)]
pub struct Ready {
    /// Its name, without an ending.
    pub name: String,
    /// The PDF.
    pub pdf: Vec<u8>,
}

// A paper may hold a key.
impl std::fmt::Debug for Ready {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ready")
    }
}

/// Shows papers, so that they can be printed.
pub trait Viewer: Send + Sync {
    /// Opens a paper in the system's program for PDF.
    ///
    /// # Errors
    /// [`Problem::NoViewer`], or what is wrong with the disk.
    fn show(&self, paper: Ready) -> Work<Result<(), Problem>>;
}

/// How long a program may take to say that it cannot. What runs longer than this shows the paper.
const LAUNCH: Duration = Duration::from_secs(3);

/// What the folders for shown papers begin with.
const FOLDER: &str = "alongside-papers-";

/// The system's program for PDF.
pub struct RealViewer {
    /// Where shown papers lie. It is made with the first.
    folder: Arc<Mutex<Option<TempDir>>>,
    below: PathBuf,
    open: fn(&Path) -> io::Result<()>,
}

impl RealViewer {
    /// The system's program. Papers that a killed app left are removed.
    #[must_use]
    pub fn new() -> Self {
        // Only this account can enter the one; it is memory, and is emptied when the account signs out.
        let memory = directories::BaseDirs::new().and_then(|dirs| dirs.runtime_dir().map(Path::to_owned));
        Self::below(memory.filter(|folder| folder.is_dir()).unwrap_or_else(std::env::temp_dir), |paper| {
            open::that_detached_with_timeout(paper, LAUNCH)
        })
    }

    fn below(below: PathBuf, open: fn(&Path) -> io::Result<()>) -> Self {
        let left = std::fs::read_dir(&below).into_iter().flatten().flatten();
        for folder in left.filter(|entry| entry.file_name().to_string_lossy().starts_with(FOLDER)) {
            // Another account's cannot be removed, and need not be.
            let _ = std::fs::remove_dir_all(folder.path());
        }
        Self { folder: Arc::default(), below, open }
    }
}

impl Default for RealViewer {
    fn default() -> Self {
        Self::new()
    }
}

impl Viewer for RealViewer {
    fn show(&self, paper: Ready) -> Work<Result<(), Problem>> {
        let (folder, below, open) = (self.folder.clone(), self.below.clone(), self.open);
        // To find the program can take a while.
        elsewhere(Problem::NoViewer, move || {
            let place = {
                let mut folder = folder.lock().unwrap_or_else(PoisonError::into_inner);
                let folder = match &mut *folder {
                    Some(folder) => folder,
                    none => none.insert(private_folder(&below).map_err(|error| Problem::of_writing(&error))?),
                };
                put(folder.path(), &paper)?
            };
            open(&place).map_err(|_| Problem::NoViewer)
        })
    }
}

/// Puts a paper into a folder that a person picked, beside what is there: nothing is written over. Gives its place.
#[must_use]
pub fn keep(folder: PathBuf, paper: Ready) -> Work<Result<PathBuf, Problem>> {
    elsewhere(Problem::CannotWrite, move || put(&folder, &paper))
}

/// Does it on a thread of its own. A stick or a network folder can be slow.
fn elsewhere<T: Send + 'static>(
    lost: Problem,
    work: impl FnOnce() -> Result<T, Problem> + Send + 'static,
) -> Work<Result<T, Problem>> {
    let (answer, answered) = oneshot::channel();
    let _thread = std::thread::spawn(move || drop(answer.send(work())));
    Box::pin(async move { answered.await.unwrap_or(Err(lost)) })
}

/// A folder that only this account can open. On Windows the folder above it is this account's own.
fn private_folder(below: &Path) -> io::Result<TempDir> {
    let mut folder = tempfile::Builder::new();
    let folder = folder.prefix(FOLDER);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = folder.permissions(std::fs::Permissions::from_mode(0o700));
        folder.tempdir_in(below)
    }
    #[cfg(not(unix))]
    folder.tempdir_in(below)
}

fn put(folder: &Path, paper: &Ready) -> Result<PathBuf, Problem> {
    let of_writing = |error: io::Error| Problem::of_writing(&error);
    let (place, mut file) = new_file(folder, &file_name(&paper.name)).map_err(of_writing)?;
    let written = file.write_all(&paper.pdf).and_then(|()| file.sync_all());
    if let Err(error) = written {
        // Half a paper is none.
        let _ = std::fs::remove_file(&place);
        return Err(of_writing(error));
    }
    Ok(place)
}

/// A new file of this name, or of this name and a number.
fn new_file(folder: &Path, name: &str) -> io::Result<(PathBuf, File)> {
    let mut names =
        std::iter::once(format!("{name}.pdf")).chain((2..1000).map(|number| format!("{name} {number}.pdf")));
    let mut options = OpenOptions::new();
    let _ = options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        let _ = options.mode(0o600);
    }
    let found = names.find_map(|name| {
        let place = folder.join(name);
        match options.open(&place) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => None,
            made => Some(made.map(|file| (place, file))),
        }
    });
    found.unwrap_or_else(|| Err(io::ErrorKind::AlreadyExists.into()))
}

/// A name that every system takes: letters, digits and spaces.
fn file_name(name: &str) -> String {
    let plain = |letter: char| if letter.is_alphanumeric() || letter == '-' { letter } else { ' ' };
    let name: String = name.chars().map(plain).take(60).collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() { "alongside".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::executor::block_on;

    fn paper() -> Ready {
        Ready { name: "Recovery sheet: Practice / 1".to_owned(), pdf: b"%PDF-1.7".to_vec() }
    }

    fn inside(folder: &Path) -> Vec<PathBuf> {
        let mut inside: Vec<_> = std::fs::read_dir(folder).expect("it is there").flatten().map(|e| e.path()).collect();
        inside.sort();
        inside
    }

    #[test]
    fn a_shown_paper_is_private_and_goes_with_the_app() {
        let below = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(below.path().join("alongside-papers-old")).expect("room");
        std::fs::write(below.path().join("alongside-papers-old/key.pdf"), "left by a killed app").expect("room");
        std::fs::write(below.path().join("mine.txt"), "not ours").expect("room");
        let viewer = RealViewer::below(below.path().to_owned(), |place| {
            assert_eq!(std::fs::read(place)?, b"%PDF-1.7");
            Ok(())
        });
        assert_eq!(inside(below.path()), [below.path().join("mine.txt")]);
        assert_eq!(block_on(viewer.show(paper())), Ok(()));
        assert_eq!(block_on(viewer.show(paper())), Ok(()));
        let folder = inside(below.path()).remove(0);
        let papers = inside(&folder);
        let names: Vec<_> = papers.iter().filter_map(|place| place.file_name()?.to_str()).collect();
        assert_eq!(names, ["Recovery sheet Practice 1 2.pdf", "Recovery sheet Practice 1.pdf"]);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = |place: &Path| std::fs::metadata(place).expect("it is there").permissions().mode() & 0o777;
            assert_eq!((mode(&folder), mode(&papers[0])), (0o700, 0o600));
        }
        drop(viewer);
        assert_eq!(inside(below.path()), [below.path().join("mine.txt")]);
    }

    #[test]
    fn without_a_program_it_says_so() {
        let below = tempfile::tempdir().expect("a folder");
        let viewer = RealViewer::below(below.path().to_owned(), |_| Err(io::ErrorKind::NotFound.into()));
        assert_eq!(block_on(viewer.show(paper())), Err(Problem::NoViewer));
        let viewer = RealViewer::below(below.path().join("gone"), |_| Ok(()));
        assert_eq!(block_on(viewer.show(paper())), Err(Problem::CannotWrite));
    }

    #[test]
    fn a_kept_paper_is_written_over_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        let kept = || block_on(keep(folder.path().to_owned(), paper())).expect("room");
        let (one, two) = (kept(), kept());
        assert_ne!(one, two);
        assert_eq!(std::fs::read(one).expect("it is there"), std::fs::read(two).expect("it is there"));
        assert_eq!(block_on(keep(folder.path().join("gone"), paper())), Err(Problem::CannotWrite));
        assert_eq!((file_name("../a\\b:c"), file_name("...")), ("a b c".to_owned(), "alongside".to_owned()));
    }
}
