//! The keys of this computer: one for each space, and which of them a person holds.
//!
//! They lie in a file that only this account of the computer can read. That does not protect them yet:
//! whoever can read the folder can read everything. Signing in, and keys that need a person, come next.
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use serde::{Deserialize, Serialize};

use super::disk::{self, Disk};
use super::folder::VAULTS;
use super::seal;
use crate::domain::person::{Person, Team};
use crate::domain::space::Space;
use crate::problem::Problem;

/// The keys of all spaces, by the name of the space.
pub struct Keys {
    /// Names this computer in every document.
    pub device: String,
    /// Names this vault: a folder of another vault is not mistaken for it.
    pub vault: String,
    keys: BTreeMap<String, Identity>,
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Keys({} spaces)", self.keys.len())
    }
}

/// The keys as they lie in their file.
#[derive(Serialize, Deserialize)]
struct OnDisk {
    device: String,
    vault: String,
    keys: BTreeMap<String, String>,
}

impl Keys {
    /// Reads the keys of a folder, or makes the first ones.
    ///
    /// # Errors
    /// [`Problem::CannotRead`] when they are there and cannot be read: nothing is changed then.
    pub fn open(disk: &dyn Disk, folder: &Path) -> Result<Self, Problem> {
        let file = folder.join("keys.ron");
        match disk.read(&file) {
            Ok(bytes) => Self::read(&bytes).ok_or(Problem::CannotRead),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                // Where something is sealed there were keys. New ones would hide all of it behind an empty folder.
                if !disk.list(&folder.join(VAULTS)).map_err(|_| Problem::CannotRead)?.is_empty() {
                    return Err(Problem::CannotRead);
                }
                let keys = Self { device: seal::random_name(), vault: seal::random_name(), keys: BTreeMap::new() };
                keys.save(disk, folder)?;
                Ok(keys)
            }
            Err(_) => Err(Problem::CannotRead),
        }
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let on_disk: OnDisk = ron::de::from_bytes(bytes).ok()?;
        let keys = on_disk
            .keys
            .into_iter()
            .map(|(space, key)| Some((space, Identity::from_str(&key).ok()?)))
            .collect::<Option<_>>()?;
        Some(Self { device: on_disk.device, vault: on_disk.vault, keys })
    }

    fn save(&self, disk: &dyn Disk, folder: &Path) -> Result<(), Problem> {
        let on_disk = OnDisk {
            device: self.device.clone(),
            vault: self.vault.clone(),
            keys: self
                .keys
                .iter()
                .map(|(space, key)| (space.clone(), key.to_string().expose_secret().to_owned()))
                .collect(),
        };
        let text = ron::ser::to_string_pretty(&on_disk, ron::ser::PrettyConfig::default())
            .map_err(|_| Problem::CannotWrite)?;
        let aside: PathBuf = folder.join(format!("{}.tmp", seal::random_name()));
        disk::write_whole(disk, (&aside, &folder.join("keys.ron")), text.as_bytes())
            .map_err(|error| Problem::of_writing(&error))
    }

    /// Makes the keys that a team lacks.
    ///
    /// # Errors
    /// When they cannot be saved.
    pub fn make_missing(&mut self, team: &Team, disk: &dyn Disk, folder: &Path) -> Result<(), Problem> {
        let before = self.keys.len();
        for space in Space::all(team) {
            let _ = self.keys.entry(space.name()).or_insert_with(Identity::generate);
        }
        if self.keys.len() == before { Ok(()) } else { self.save(disk, folder) }
    }

    /// The key of a space. Sealing needs its public half only.
    #[must_use]
    pub fn of(&self, space: &Space) -> Option<&Identity> {
        self.keys.get(&space.name())
    }

    /// The keys that a person holds: just those of the spaces that they may read. Nobody holds that of the team.
    #[must_use]
    pub fn held_by(&self, person: Option<&Person>, team: &Team) -> Vec<(Space, Identity)> {
        let may_read = |space: &Space| match person {
            Some(person) => space.is_read_by(person, team),
            None => *space == Space::Team,
        };
        Space::all(team)
            .into_iter()
            .filter(may_read)
            .filter_map(|space| Some((space.clone(), self.of(&space)?.clone())))
            .collect()
    }
}
