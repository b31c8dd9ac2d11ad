//! Another computer joins: it takes a copy and asks; two people compare; a senior lets it in; it looks again.
//!
//! All of it goes by a stick or a folder, as copies do. What a computer asks lies beside the copy, in `asks`, and holds
//! nothing secret. Nobody believes it: what counts is that two people see the same on both computers.
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::adopt::is_strange;
use super::backup::{self, FOLDER, Failed, Side, bring_back, bring_new, copies_in, put, vault_in};
use super::disk::{Disk, RealDisk};
use super::folder::{Folder, Place};
use super::keys::computer::Computer;
use super::keys::join::claimed_root;
use super::keys::pairing::{Asks, MOST_BYTES};
use super::{Session, Store, locked};
use crate::devices::{Devices, Work};
use crate::domain::audit::Did;
use crate::domain::pairing::Pair;
use crate::domain::person::PersonId;
use crate::problem::Problem;

/// Where computers ask, in the folder of a copy.
const ASKS: &str = "asks";
/// The most computers that are looked at: more never ask at once.
const MOST_ASKS: usize = 16;

/// Why a computer does not join.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotJoined {
    /// Something is wrong with the copy.
    Copy(Failed),
    /// Something is wrong with this computer's own folder, or this person may not do it.
    Problem(Problem),
    /// The copy does not say which team it is of. A new copy does.
    OldCopy,
    /// No computer asks there.
    NobodyAsks,
    /// A computer asks in a way that cannot be read.
    Unreadable,
    /// Nobody has let this computer in yet.
    NotYet,
}

impl NotJoined {
    /// The key of the words for it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Copy(failed) => failed.words(),
            Self::Problem(problem) => problem.words(),
            Self::OldCopy => "join-old-copy",
            Self::NobodyAsks => "join-nobody-asks",
            Self::Unreadable => "join-unreadable",
            Self::NotYet => "join-not-yet",
        }
    }
}

impl From<Failed> for NotJoined {
    fn from(failed: Failed) -> Self {
        Self::Copy(failed)
    }
}

impl From<Problem> for NotJoined {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

/// A computer that asks, and what two people compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    asks: Asks,
    /// The pictures and words.
    pub pair: Pair,
}

/// Takes the copy that lies in a folder or on a stick, and asks there to be let in. What was cut off is begun again.
///
/// # Errors
/// [`NotJoined`]. [`Failed::NotEmpty`] where this computer belongs to a team already.
pub fn ask(picked: &Path, data: &Path, disk: &Arc<dyn Disk>, devices: &Devices) -> Result<(), NotJoined> {
    let copies = copies_in(disk.as_ref(), picked);
    let [copy] = &copies[..] else {
        return Err(if copies.is_empty() { Failed::NoCopy } else { Failed::Several }.into());
    };
    let from = Side { disk: disk.as_ref(), root: copy };
    let has_begun = disk.read(&data.join("device.ron")).is_ok();
    let to = Side { disk: disk.as_ref(), root: data };
    let vault = vault_in(from).ok_or(Failed::Several)?;
    if !has_begun {
        // Where a part of it is there the power went before all of it was.
        let _ = if is_strange(data, disk.as_ref()) {
            bring_new(from, (to, &vault))?
        } else {
            bring_back(from, to, &mut |_| true)?
        };
    }
    let keyring = devices.keyring.clone();
    let computer = if has_begun {
        Computer::open(disk.clone(), keyring, data.to_owned())?
    } else {
        let mut computer = Computer::joining(disk.clone(), keyring, data.to_owned(), vault.clone())?;
        let folder = Folder::open(disk.clone(), data.to_owned(), &computer)?;
        let files: Vec<_> = folder.all(Place::Paper)?.map(|(_, bytes)| bytes).collect();
        computer.wait_for(claimed_root(&computer.vault, &files).ok_or(NotJoined::OldCopy)?)?;
        computer
    };
    if computer.joining.is_none() {
        return Err(Failed::NotEmpty.into());
    }
    let asks = Asks { vault: computer.vault, device: computer.device, card: computer.identity.card() };
    if vault != asks.vault {
        return Err(Failed::OtherVault.into());
    }
    let bytes = asks.to_bytes().ok_or(Problem::CannotWrite)?;
    Ok(put(from, &copy.join(ASKS).join(format!("{}.ron", asks.device)), &bytes)?)
}

impl Store {
    /// What this computer asks, and the root that it is going to believe in, while it waits to be let in.
    fn waits(&self) -> Option<(Asks, String)> {
        let keys = locked(&self.inner.keys);
        let computer = &keys.computer;
        let (vault, device) = (computer.vault.clone(), computer.device.clone());
        Some((Asks { vault, device, card: computer.identity.card() }, computer.joining.clone()?))
    }

    /// What is compared, while this computer waits to be let in.
    #[must_use]
    pub fn pair(&self) -> Option<Pair> {
        let (asks, root) = self.waits()?;
        asks.pair(&root)
    }

    /// Looks on all these places whether this computer has been let in.
    pub fn look_again(&self, picked: Vec<PathBuf>) -> Work<Result<(), NotJoined>> {
        let store = self.clone();
        let looked = tokio::task::spawn_blocking(move || store.look_again_now(&picked));
        Box::pin(async move { looked.await.unwrap_or(Err(Problem::CannotRead.into())) })
    }

    fn look_again_now(&self, picked: &[PathBuf]) -> Result<(), NotJoined> {
        let Some((asks, root)) = self.waits() else { return Ok(()) };
        let inner = &self.inner;
        let mut found = Err(Failed::NoCopy.into());
        for copy in picked.iter().flat_map(|picked| copies_in(&RealDisk, picked)) {
            if vault_in(Side { disk: &RealDisk, root: &copy }).as_ref() != Some(&asks.vault) {
                continue;
            }
            found = Err(NotJoined::NotYet);
            let to = Side { disk: inner.folder.disk.as_ref(), root: &inner.folder.root };
            let _ = bring_new(Side { disk: &RealDisk, root: &copy }, (to, &asks.vault))?;
        }
        let files: Vec<_> = inner.folder.all(Place::Paper)?.map(|(_, bytes)| bytes).collect();
        let mut keys = locked(&inner.keys);
        if !keys.would_be_in(&root, &files) {
            return found;
        }
        Ok(keys.believe(root, &files)?)
    }
}

impl Session {
    /// The computers that ask on a stick or in a folder, each with what two people compare.
    pub fn computers_that_ask(&self, picked: PathBuf) -> Work<Result<Vec<Asking>, NotJoined>> {
        let session = self.clone();
        let found = tokio::task::spawn_blocking(move || session.computers_that_ask_now(&picked));
        Box::pin(async move { found.await.unwrap_or(Err(Problem::CannotRead.into())) })
    }

    /// Where the copy of this vault lies on a stick.
    fn copy_on(&self, picked: &Path) -> PathBuf {
        picked.join(FOLDER).join(self.vault())
    }

    fn computers_that_ask_now(&self, picked: &Path) -> Result<Vec<Asking>, NotJoined> {
        let copy = self.copy_on(picked);
        if !copies_in(&RealDisk, picked).contains(&copy) {
            let some = !copies_in(&RealDisk, picked).is_empty();
            return Err(if some { Failed::OtherVault } else { Failed::NoCopy }.into());
        }
        let files = RealDisk.list(&copy.join(ASKS)).map_err(|_| NotJoined::Unreadable)?;
        let files: Vec<_> = files.into_iter().filter(|file| file.extension().is_some_and(|end| end == "ron")).collect();
        let read = |file: &PathBuf| Asks::read(&RealDisk.read_most(file, MOST_BYTES as u64).ok()?);
        let (vault, root) = {
            let keys = locked(&self.store.inner.keys);
            (keys.computer.vault.clone(), keys.computer.root.clone().unwrap_or_default())
        };
        let asks: Vec<_> = files.iter().take(MOST_ASKS).filter_map(read).filter(|asks| asks.vault == vault).collect();
        if asks.is_empty() {
            return Err(if files.is_empty() { NotJoined::NobodyAsks } else { NotJoined::Unreadable });
        }
        let new = {
            let keys = locked(&self.store.inner.keys);
            asks.into_iter().filter(|asks| keys.computer_card(&asks.device).is_none()).collect::<Vec<_>>()
        };
        let asking = new.into_iter().filter_map(|asks| Some(Asking { pair: asks.pair(&root)?, asks }));
        let asking: Vec<_> = asking.collect();
        if asking.is_empty() { Err(NotJoined::NobodyAsks) } else { Ok(asking) }
    }

    /// Lets a computer in, after two people have compared it, and brings the copy on the stick up to date.
    pub fn let_computer_in(&self, asking: Asking, owner: PersonId, picked: PathBuf) -> Work<Result<(), NotJoined>> {
        let session = self.clone();
        let done = tokio::task::spawn_blocking(move || session.let_computer_in_now(&asking, &owner, &picked));
        Box::pin(async move { done.await.unwrap_or(Err(Problem::CannotWrite.into())) })
    }

    fn let_computer_in_now(&self, asking: &Asking, owner: &PersonId, picked: &Path) -> Result<(), NotJoined> {
        let me = self.me.as_ref().ok_or(Problem::NotAllowed)?;
        let (papers, root) = {
            let keys = locked(&self.store.inner.keys);
            let root = keys.root(&self.identity.opener).ok_or(Problem::NotAllowed)?;
            // Where only the copy failed the last time, all of it is there already.
            let done = keys.computer_card(&asking.asks.device) == Some(&asking.asks.card);
            (if done { Vec::new() } else { keys.let_in(&asking.asks, owner, (me, &self.identity))? }, root)
        };
        self.store.add_papers(&root, papers)?;
        self.note_down(Did::LetComputerIn, None, Some(owner.clone()));
        // What is in the log by now is on the copy too.
        futures::executor::block_on(self.all_saved())?;
        let (copy, inner) = (self.copy_on(picked), &self.store.inner);
        let sides = (
            Side { disk: inner.folder.disk.as_ref(), root: &inner.folder.root },
            Side { disk: &RealDisk, root: &copy },
        );
        let _ = backup::copy(sides.0, sides.1, (inner.clock.now(), &self.files_gone()), &mut |_| true)?;
        // It asks no more. Where that cannot be removed, it is passed over.
        let _ = RealDisk.remove(&copy.join(ASKS).join(format!("{}.ron", asking.asks.device)));
        Ok(())
    }
}
