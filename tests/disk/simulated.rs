//! A disk in memory. It writes down every step, and can fail at any operation.
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use alongside::store::disk::{Disk, Folders, Out, make_flushed};

/// What lies on a disk, by its path below the root: files and their bytes, and folders (`None`).
pub type Contents = BTreeMap<PathBuf, Option<Vec<u8>>>;

/// A step that changed something, or made it lasting.
#[derive(Clone)]
pub enum Step {
    Create { name: PathBuf, file: usize },
    Write { file: usize, bytes: Vec<u8> },
    Flush { file: usize },
    Rename { from: PathBuf, to: PathBuf },
    Remove { name: PathBuf },
    MakeFolder { name: PathBuf },
    FlushFolder { name: PathBuf },
}

impl std::fmt::Debug for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Create { name, file } => write!(f, "create {} as {file}", name.display()),
            Self::Write { file, bytes } => write!(f, "write {} bytes to {file}", bytes.len()),
            Self::Flush { file } => write!(f, "flush {file}"),
            Self::Rename { from, to } => write!(f, "rename {} to {}", from.display(), to.display()),
            Self::Remove { name } => write!(f, "remove {}", name.display()),
            Self::MakeFolder { name } => write!(f, "make folder {}", name.display()),
            Self::FlushFolder { name } => write!(f, "flush folder {}", name.display()),
        }
    }
}

/// An operation that the store asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Read,
    List,
    Create,
    Write(usize),
    Flush,
    Rename,
    Remove,
    MakeFolder,
    FlushFolder,
}

impl Asked {
    /// Whether it changes nothing.
    pub fn only_looks(self) -> bool {
        matches!(self, Self::Read | Self::List)
    }
}

/// What goes wrong: asked before each operation with its number, the operation and its path.
type Trouble = Box<dyn FnMut(usize, Asked, &Path) -> Option<ErrorKind> + Send>;

#[derive(Clone, Copy)]
enum Entry {
    Folder,
    File(usize),
}

struct State {
    names: BTreeMap<PathBuf, Entry>,
    files: Vec<Vec<u8>>,
    steps: Vec<Step>,
    operations: usize,
    trouble: Option<Trouble>,
}

/// The disk. Clones are the same disk.
#[derive(Clone)]
pub struct Simulated {
    state: Arc<Mutex<State>>,
    start: Arc<Contents>,
    /// A real folder, for the lock of the store and its timetable: they do not go through `Disk`.
    root: Arc<tempfile::TempDir>,
}

impl Simulated {
    /// A disk on which this lies, all of it flushed.
    pub fn holding(contents: Contents) -> Self {
        let mut files = Vec::new();
        let mut names = BTreeMap::from([(PathBuf::new(), Entry::Folder)]);
        for (name, what) in &contents {
            let entry = match what {
                None => Entry::Folder,
                Some(bytes) => {
                    files.push(bytes.clone());
                    Entry::File(files.len() - 1)
                }
            };
            let _ = names.insert(name.clone(), entry);
        }
        let state = State { names, files, steps: Vec::new(), operations: 0, trouble: None };
        let root = tempfile::tempdir().expect("a folder for the lock");
        std::fs::create_dir(root.path().join("timetables")).expect("a folder for the timetable");
        Self { state: Arc::new(Mutex::new(state)), start: Arc::new(contents), root: Arc::new(root) }
    }

    /// Where the store finds it.
    pub fn root(&self) -> &Path {
        self.root.path()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What lay on it at first.
    pub fn start(&self) -> &Contents {
        &self.start
    }

    /// All that was done so far.
    pub fn steps(&self) -> Vec<Step> {
        self.state().steps.clone()
    }

    /// How many steps there were so far.
    pub fn step(&self) -> usize {
        self.state().steps.len()
    }

    /// How many operations there were so far.
    pub fn operations(&self) -> usize {
        self.state().operations
    }

    /// What lies on it now, as a program sees it.
    pub fn contents(&self) -> Contents {
        let state = self.state();
        let named = state.names.iter().filter(|(name, _)| !name.as_os_str().is_empty());
        named
            .map(|(name, entry)| match entry {
                Entry::Folder => (name.clone(), None),
                Entry::File(file) => (name.clone(), Some(state.files[*file].clone())),
            })
            .collect()
    }

    /// From now on this goes wrong.
    pub fn has_trouble(&self, trouble: impl FnMut(usize, Asked, &Path) -> Option<ErrorKind> + Send + 'static) {
        self.state().trouble = Some(Box::new(trouble));
    }

    /// From now on nothing goes wrong any more.
    pub fn is_well(&self) {
        self.state().trouble = None;
    }

    /// Puts this in the place of what lies there, as other hands in the folder do. `None`: it is taken away.
    pub fn is_changed(&self, name: &Path, bytes: Option<&[u8]>) {
        let mut state = self.state();
        let _ = state.names.remove(name);
        if let Some(bytes) = bytes {
            state.files.push(bytes.to_vec());
            let file = Entry::File(state.files.len() - 1);
            let _ = state.names.insert(name.to_owned(), file);
        }
    }

    /// Flushes a file that nobody writes any more.
    pub fn flush_late(&self, file: &Path) -> io::Result<()> {
        let name = self.name(file);
        let mut state = self.asks(Asked::Flush, &name)?;
        let Some(Entry::File(file)) = state.names.get(&name).copied() else { return Err(ErrorKind::NotFound.into()) };
        state.steps.push(Step::Flush { file });
        Ok(())
    }

    /// A path of the store as a path below the root.
    fn name(&self, path: &Path) -> PathBuf {
        path.strip_prefix(self.root()).expect("the store stays in its folder").to_owned()
    }

    /// Counts the operation, and lets it fail.
    fn asks(&self, asked: Asked, name: &Path) -> io::Result<MutexGuard<'_, State>> {
        let mut state = self.state();
        state.operations += 1;
        let number = state.operations;
        match state.trouble.as_mut().and_then(|trouble| trouble(number, asked, name)) {
            None => Ok(state),
            Some(error) => Err(error.into()),
        }
    }
}

impl Folders for Simulated {
    fn is_folder(&self, folder: &Path) -> bool {
        matches!(self.state().names.get(&self.name(folder)), Some(Entry::Folder))
    }

    fn make_one(&self, folder: &Path) -> io::Result<()> {
        let name = self.name(folder);
        let mut state = self.asks(Asked::MakeFolder, &name)?;
        let _ = state.names.insert(name.clone(), Entry::Folder);
        state.steps.push(Step::MakeFolder { name });
        Ok(())
    }

    fn remove_one(&self, folder: &Path) -> io::Result<()> {
        let name = self.name(folder);
        let mut state = self.asks(Asked::Remove, &name)?;
        if state.names.keys().any(|other| other.parent() == Some(&name)) {
            return Err(ErrorKind::DirectoryNotEmpty.into());
        }
        let _ = state.names.remove(&name);
        state.steps.push(Step::Remove { name });
        Ok(())
    }
}

impl Disk for Simulated {
    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        let name = self.name(file);
        let state = self.asks(Asked::Read, &name)?;
        match state.names.get(&name) {
            Some(Entry::File(file)) => Ok(state.files[*file].clone()),
            Some(Entry::Folder) => Err(ErrorKind::IsADirectory.into()),
            None => Err(ErrorKind::NotFound.into()),
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let name = self.name(folder);
        let state = self.asks(Asked::List, &name)?;
        match state.names.get(&name) {
            None => Ok(Vec::new()),
            Some(Entry::File(_)) => Err(ErrorKind::NotADirectory.into()),
            Some(Entry::Folder) => {
                let below = state.names.keys().filter(|other| other.parent() == Some(&name));
                Ok(below.map(|other| self.root().join(other)).collect())
            }
        }
    }

    fn create(&self, file: &Path) -> io::Result<Box<dyn Out>> {
        let name = self.name(file);
        let mut state = self.asks(Asked::Create, &name)?;
        if state.names.contains_key(&name) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        if !matches!(name.parent().and_then(|folder| state.names.get(folder)), Some(Entry::Folder)) {
            return Err(ErrorKind::NotFound.into());
        }
        state.files.push(Vec::new());
        let file = state.files.len() - 1;
        let _ = state.names.insert(name.clone(), Entry::File(file));
        state.steps.push(Step::Create { name: name.clone(), file });
        Ok(Box::new(Writing { disk: self.clone(), name, file }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let (from, to) = (self.name(from), self.name(to));
        let mut state = self.asks(Asked::Rename, &to)?;
        let entry = state.names.remove(&from).ok_or(ErrorKind::NotFound)?;
        let _ = state.names.insert(to.clone(), entry);
        state.steps.push(Step::Rename { from, to });
        Ok(())
    }

    fn remove(&self, file: &Path) -> io::Result<()> {
        let name = self.name(file);
        let mut state = self.asks(Asked::Remove, &name)?;
        match state.names.get(&name) {
            Some(Entry::File(_)) => {
                let _ = state.names.remove(&name);
                state.steps.push(Step::Remove { name });
                Ok(())
            }
            Some(Entry::Folder) => Err(ErrorKind::IsADirectory.into()),
            None => Err(ErrorKind::NotFound.into()),
        }
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        make_flushed(self, folder)
    }

    fn flush_folder(&self, folder: &Path) -> io::Result<()> {
        let name = self.name(folder);
        let mut state = self.asks(Asked::FlushFolder, &name)?;
        state.steps.push(Step::FlushFolder { name });
        Ok(())
    }
}

/// A file that is being written.
struct Writing {
    disk: Simulated,
    name: PathBuf,
    file: usize,
}

impl Writing {
    fn put(&self, state: &mut State, bytes: &[u8]) {
        state.files[self.file].extend(bytes);
        state.steps.push(Step::Write { file: self.file, bytes: bytes.to_vec() });
    }
}

impl Out for Writing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.disk.asks(Asked::Write(bytes.len()), &self.name) {
            Ok(mut state) => {
                self.put(&mut state, bytes);
                Ok(())
            }
            // A real disk has often written a part before it finds that it cannot write all.
            Err(error) => {
                self.put(&mut self.disk.state(), &bytes[..bytes.len() / 2]);
                Err(error)
            }
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut state = self.disk.asks(Asked::Flush, &self.name)?;
        state.steps.push(Step::Flush { file: self.file });
        Ok(())
    }
}
