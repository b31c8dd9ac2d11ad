//! This computer: its name, the vault it belongs to, and its own identity.
//!
//! `device.ron` and `slots/` belong to one computer. Everything else of a vault is the same on all of them.
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::identity::{Identity, sign};
use super::slot::Slot;
use crate::devices::keyring::{Key, Keyring};
use crate::domain::person::PersonId;
use crate::domain::way_in::{Chosen, Way};
use crate::problem::Problem;
use crate::store::disk::{self, Disk};
use crate::store::folder::VAULTS;
use crate::store::{limits, seal};

/// This computer, as it lies in `device.ron`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct OnDisk {
    device: String,
    vault: String,
    /// The public half of the key that signs the vault's papers (Ed25519, hexadecimal). `None` until it is founded.
    root: Option<String>,
    slot: Slot,
    /// The root that it is going to believe in, while it waits to be let in.
    #[serde(default)]
    joining: Option<String>,
    /// All but the slot, signed by this computer: names and roots that other hands changed are not believed. Files of
    /// an earlier program have none.
    #[serde(default)]
    signed: Option<String>,
}

impl OnDisk {
    /// What is signed.
    fn text(&self) -> String {
        let Self { device, vault, root, joining, .. } = self;
        format!("{CONTEXT}{device}|{vault}|{root:?}|{joining:?}")
    }

    /// Whether it is as this computer wrote it.
    fn is_whole(&self, identity: &Identity) -> bool {
        self.signed.as_ref().is_none_or(|signed| identity.card().has_signed(self.text().as_bytes(), signed))
    }
}

/// Set before what is signed, so that nothing else that was signed can be taken for it.
const CONTEXT: &str = "alongside-computer-1\n";

/// The most bytes of each of its files: the longest, a slot with pictures to choose from, is less than a tenth of it.
const MOST_BYTES: u64 = 64 * 1024;

/// This computer.
pub struct Computer {
    /// Names this computer in every document.
    pub device: String,
    /// Names this vault: a folder of another vault is not mistaken for it.
    pub vault: String,
    /// The public half of the key that signs the vault's papers.
    pub root: Option<String>,
    /// Its own secrets: they open the team's space at the door, and sign what nobody wrote.
    pub identity: Identity,
    /// Whether the system's password keeper guards this computer's secrets.
    pub guarded: bool,
    /// The root that it is going to believe in, while it waits to be let in.
    pub joining: Option<String>,
    slot: Slot,
    disk: Arc<dyn Disk>,
    keyring: Arc<dyn Keyring>,
    folder: PathBuf,
}

impl Computer {
    /// Reads what this computer is, or makes it a new one.
    ///
    /// # Errors
    /// [`Problem::CannotRead`] when it is there and cannot be read: nothing is changed then. [`Problem::NoKey`] when
    /// the password keeper has lost its secret.
    pub fn open(disk: Arc<dyn Disk>, keyring: Arc<dyn Keyring>, folder: PathBuf) -> Result<Self, Problem> {
        match read::<OnDisk>(disk.as_ref(), &folder.join("device.ron")) {
            Ok(on_disk) => {
                let (slot, root) = (&on_disk.slot, on_disk.root.as_deref());
                let secrets = Secrets { disk: disk.as_ref(), keyring: keyring.as_ref(), folder: &folder };
                let key = secrets.get(slot).ok_or(Problem::NoKey)?;
                let identity = slot.open(&key, &Chosen::Nothing, root.unwrap_or_default()).ok_or(Problem::NoKey)?;
                if !on_disk.is_whole(&identity) {
                    return Err(Problem::CannotRead);
                }
                let OnDisk { device, vault, root, slot, joining, .. } = on_disk;
                Ok(Self { device, vault, root, identity, guarded: slot.guarded, joining, slot, disk, keyring, folder })
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                // Where something is sealed there were keys. New ones would hide all of it behind an empty folder.
                if !disk.list(&folder.join(VAULTS)).map_err(|_| Problem::CannotRead)?.is_empty() {
                    return Err(Problem::CannotRead);
                }
                Self::new(disk, keyring, folder)
            }
            Err(_) => Err(Problem::CannotRead),
        }
    }

    fn new(disk: Arc<dyn Disk>, keyring: Arc<dyn Keyring>, folder: PathBuf) -> Result<Self, Problem> {
        let computer = Self::joining(disk, keyring, folder, seal::random_name())?;
        computer.save()?;
        Ok(computer)
    }

    /// A new computer of a vault that there is. It is saved once it [trusts](Self::trust) the vault's root.
    ///
    /// # Errors
    /// When its secret cannot be kept.
    pub fn joining(
        disk: Arc<dyn Disk>,
        keyring: Arc<dyn Keyring>,
        folder: PathBuf,
        vault: String,
    ) -> Result<Self, Problem> {
        let identity = Identity::generate()?;
        let secrets = Secrets { disk: disk.as_ref(), keyring: keyring.as_ref(), folder: &folder };
        let slot = secrets.seal(&identity, (Way::Photo, &Chosen::Nothing), "")?;
        let device = seal::random_name();
        let (guarded, joining) = (slot.guarded, None);
        Ok(Self { device, vault, root: None, identity, guarded, joining, slot, disk, keyring, folder })
    }

    /// It waits to be let in to a vault with this root.
    ///
    /// # Errors
    /// When that cannot be saved.
    pub fn wait_for(&mut self, root: String) -> Result<(), Problem> {
        self.joining = Some(root);
        self.save()
    }

    /// From now on the papers of the vault are signed with this key.
    ///
    /// # Errors
    /// When that cannot be saved.
    pub fn trust(&mut self, root: String) -> Result<(), Problem> {
        // Its own slot belongs to this root from now on.
        let slot = self.secrets().seal(&self.identity, (Way::Photo, &Chosen::Nothing), &root)?;
        let before = (self.root.replace(root), std::mem::replace(&mut self.slot, slot));
        let waited = self.joining.take();
        let saved = self.save();
        let useless = match saved {
            Ok(()) => before.1,
            Err(_) => {
                self.root = before.0;
                self.joining = waited;
                std::mem::replace(&mut self.slot, before.1)
            }
        };
        self.secrets().forget(&useless);
        saved
    }

    fn save(&self) -> Result<(), Problem> {
        let mut on_disk = OnDisk {
            device: self.device.clone(),
            vault: self.vault.clone(),
            root: self.root.clone(),
            slot: self.slot.clone(),
            joining: self.joining.clone(),
            signed: None,
        };
        on_disk.signed = Some(sign(&self.identity.signer, on_disk.text().as_bytes()));
        self.secrets().write("device.ron", &on_disk)
    }

    fn secrets(&self) -> Secrets<'_> {
        Secrets { disk: self.disk.as_ref(), keyring: self.keyring.as_ref(), folder: &self.folder }
    }

    fn slot_file(person: &PersonId) -> String {
        format!("slots/{}.ron", file_name(person))
    }

    /// The slot of a person.
    #[must_use]
    pub fn slot(&self, person: &PersonId) -> Option<Slot> {
        read(self.disk.as_ref(), &self.folder.join(Self::slot_file(person))).ok()
    }

    /// Opens a person's slot with what they chose.
    pub fn open_slot(&self, slot: &Slot, chosen: &Chosen) -> Result<Option<Identity>, Problem> {
        let key = self.secrets().get(slot).ok_or(Problem::NoKey)?;
        Ok(slot.open(&key, chosen, self.root.as_deref().unwrap_or_default()))
    }

    /// Gives a person a new slot. The old one cannot be opened any more, not even from a copy of its file.
    ///
    /// # Errors
    /// When it cannot be saved: the old one stays then.
    pub fn set_slot(&self, person: &PersonId, identity: &Identity, way: (Way, &Chosen)) -> Result<(), Problem> {
        self.set_slot_under(self.root.as_deref().unwrap_or_default(), person, (identity, way))
    }

    /// The same under a root that this computer does not trust yet: when a vault is founded.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub fn set_slot_under(
        &self,
        root: &str,
        person: &PersonId,
        (identity, way): (&Identity, (Way, &Chosen)),
    ) -> Result<(), Problem> {
        let old = self.slot(person);
        let slot = self.secrets().seal(identity, way, root)?;
        self.secrets().write(&Self::slot_file(person), &slot)?;
        if let Some(old) = old {
            self.secrets().forget(&old);
        }
        Ok(())
    }

    /// Takes a person's slot away: from now on somebody lets them in.
    ///
    /// # Errors
    /// When it cannot be removed.
    pub fn remove_slot(&self, person: &PersonId) -> Result<(), Problem> {
        let Some(old) = self.slot(person) else { return Ok(()) };
        let file = self.folder.join(Self::slot_file(person));
        self.disk.remove(&file).map_err(|error| Problem::of_writing(&error))?;
        self.disk.flush_folder(&self.folder.join("slots")).map_err(|error| Problem::of_writing(&error))?;
        self.secrets().forget(&old);
        Ok(())
    }

    /// Whether this person has chosen here how they come in.
    #[must_use]
    pub fn has_met(&self, person: &PersonId) -> bool {
        self.slot(person).is_some() || self.disk.read(&self.folder.join(met_file(person))).is_ok()
    }

    /// This person has chosen here to be let in each time.
    ///
    /// # Errors
    /// When it cannot be saved.
    pub fn meet(&self, person: &PersonId) -> Result<(), Problem> {
        if self.disk.read(&self.folder.join(met_file(person))).is_ok() {
            return Ok(());
        }
        self.secrets().write_bytes(&self.folder.join(met_file(person)), b"met")
    }

    /// Mistakes in a row at a person's slot, and when the last one was.
    #[must_use]
    pub fn mistakes(&self, person: &PersonId) -> Mistakes {
        read(self.disk.as_ref(), &self.folder.join(mistakes_file(person))).unwrap_or_default()
    }

    /// Writes down mistakes. Where that cannot be saved, the wait still counts until the app is closed.
    pub fn set_mistakes(&self, person: &PersonId, mistakes: Mistakes) {
        let _ = self.secrets().write(&mistakes_file(person), &mistakes);
    }
}

/// Reads one of its files. What is larger or deeper than any of them is not parsed.
fn read<T: DeserializeOwned>(disk: &dyn Disk, file: &Path) -> io::Result<T> {
    let bytes = disk.read_most(file, MOST_BYTES)?;
    let text = limits::look_at(&bytes).map_err(|_| io::ErrorKind::InvalidData)?;
    ron::from_str(text).map_err(|_| io::ErrorKind::InvalidData.into())
}

fn met_file(person: &PersonId) -> String {
    format!("slots/{}.met", file_name(person))
}

fn mistakes_file(person: &PersonId) -> String {
    format!("slots/{}.tries", file_name(person))
}

/// A name that leads nowhere else, whatever a person is called in documents.
fn file_name(person: &PersonId) -> String {
    let plain = !person.0.is_empty() && person.0.chars().all(|letter| letter.is_ascii_alphanumeric());
    if plain { person.0.clone() } else { seal::hash16(person.0.as_bytes()) }
}

/// Mistakes in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Mistakes {
    /// How many.
    pub count: u32,
    /// When the last one was.
    pub last: Option<jiff::civil::DateTime>,
}

/// Where the random half of each slot's key lies.
struct Secrets<'a> {
    disk: &'a dyn Disk,
    keyring: &'a dyn Keyring,
    folder: &'a Path,
}

impl Secrets<'_> {
    fn file(&self, name: &str) -> PathBuf {
        self.folder.join("slots").join(format!("{name}.key"))
    }

    fn get(&self, slot: &Slot) -> Option<Key> {
        if slot.guarded {
            return self.keyring.get(&slot.key).ok()?;
        }
        let bytes = zeroize::Zeroizing::new(self.disk.read_most(&self.file(&slot.key), MOST_BYTES).ok()?);
        Some(Key::new(<[u8; 32]>::try_from(bytes.as_slice()).ok()?))
    }

    /// Seals an identity under a new key, kept by the password keeper where there is one.
    fn seal(&self, identity: &Identity, way: (Way, &Chosen), root: &str) -> Result<Slot, Problem> {
        let mut key = Key::default();
        getrandom::fill(key.as_mut()).map_err(|_| Problem::CannotWrite)?;
        let name = seal::random_name();
        // It counts only when it gives back what it was given.
        let guarded = self.keyring.set(&name, &key).is_ok() && self.keyring.get(&name) == Ok(Some(key.clone()));
        if !guarded {
            self.write_bytes(&self.file(&name), key.as_slice())?;
        }
        Slot::seal(identity, way, (name, &key, guarded), root)
    }

    fn forget(&self, slot: &Slot) {
        // What cannot be forgotten opens only what the person has left.
        let _ = self.keyring.remove(&slot.key);
        let _ = self.disk.remove(&self.file(&slot.key));
    }

    fn write<T: Serialize>(&self, name: &str, value: &T) -> Result<(), Problem> {
        let text = ron::ser::to_string_pretty(value, ron::ser::PrettyConfig::default());
        self.write_bytes(&self.folder.join(name), text.map_err(|_| Problem::CannotWrite)?.as_bytes())
    }

    fn write_bytes(&self, file: &Path, bytes: &[u8]) -> Result<(), Problem> {
        let aside = self.folder.join("aside").join(format!("{}.tmp", seal::random_name()));
        self.disk.make_folder(&self.folder.join("aside")).map_err(|error| Problem::of_writing(&error))?;
        disk::write_whole(self.disk, (&aside, file), bytes).map_err(|error| Problem::of_writing(&error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_of_a_person_leads_out_of_the_folder() {
        for name in ["../../device", "a/b", "", "sam.ron", "C:\\x"] {
            let file = file_name(&PersonId(name.to_owned()));
            assert!(file.chars().all(|letter| letter.is_ascii_hexdigit()), "{name:?}: {file}");
        }
        assert_eq!(file_name(&PersonId("sam".to_owned())), "sam");
    }
}
