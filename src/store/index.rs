//! What one person's catalogue holds, remembered for the next time: sealed for them, marked by them, never truth.
//!
//! It lies in `index`, beside the vault and not in it: it belongs to this computer, and no copy takes it along. It is
//! believed only when it is whole, was written by this form of the program for this vault, and for just the keys and
//! people that are known now. Anything else is as if there were none. To lose it costs time and nothing else.
mod form;

use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::sync::{Arc, Mutex, Weak};
use std::time::Duration;

use age::x25519::{Identity as Opener, Recipient};

use self::form::Form;
use super::catalogue::document::Document;
use super::catalogue::{Catalogue, kept};
use super::disk::{Disk, Out};
use super::folder::Folder;
use super::keys::identity::Identity;
use super::keys::writers::Writers;
use super::{Job, locked, seal};
use crate::domain::space::Space;
use zeroize::Zeroizing;

/// The form of documents that this program was built with, and of what it remembers of them.
const FORM: &str = env!("ALONGSIDE_FORM");
/// What the key that marks an index is made for (BLAKE3, key derivation).
const CONTEXT: &str = "alongside-index-2";
/// The letters of a mark: 32 bytes in hexadecimal.
const MARK: usize = 64;
/// The most bytes of an index that is read: 1 GiB.
const MOST: u64 = 1 << 30;
/// How long nobody has asked for anything before an index is written.
const QUIET: Duration = Duration::from_secs(3);
/// As long as only so few files are new, they are opened faster than they are written down.
const FEW: u64 = 256;
/// Of so many files one that is new is worth an index.
const ONE_OF: u64 = 200;

/// What an index must have been written for, as a hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fit([u8; 32]);

impl Fit {
    /// For this form of the program, this vault, whoever opens it with these keys, and all who may have written in it.
    pub fn of(vault: &str, (identity, keys): (&Identity, &[(Space, Opener)]), writers: &Writers) -> Self {
        let mut hasher = blake3::Hasher::new();
        let mut add = |text: &str| {
            let _ = hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
        };
        [FORM, env!("CARGO_PKG_VERSION"), vault, &identity.card().seal].into_iter().for_each(&mut add);
        for (space, key) in keys {
            add(&space.name());
            add(&key.to_public().to_string());
        }
        writers.all().iter().for_each(|writer| add(writer));
        Self(*hasher.finalize().as_bytes())
    }
}

fn marks(identity: &Identity) -> Zeroizing<[u8; 32]> {
    Zeroizing::new(blake3::derive_key(CONTEXT, Zeroizing::new(identity.signer.to_bytes()).as_slice()))
}

/// The index of one person on this computer.
pub(super) struct Index {
    disk: Arc<dyn Disk>,
    file: PathBuf,
    aside: PathBuf,
    seal: Recipient,
    /// Marks it as written by its own person. It is made from what they sign with and is good for nothing else: an index
    /// is written on a thread of its own, where no secret of anybody is left behind.
    marks: Zeroizing<[u8; 32]>,
    fit: Fit,
    catalogue: Arc<Mutex<Catalogue>>,
    /// How often the catalogue had changed when the index was written. Held while it is written.
    written: Mutex<u64>,
}

/// How many documents these bytes remember, read as an index is before anybody knows who marked it. `None` for what
/// is none. All that stays at hand is looked at.
#[must_use]
pub fn documents_in(bytes: &[u8]) -> Option<usize> {
    let catalogue = form::Reader::new(bytes, bytes.len() as u64).read()?.catalogue()?;
    for head in catalogue.documents().iter().flat_map(Document::heads) {
        let _ = kept::read(catalogue.bytes(head.kept));
    }
    Some(catalogue.documents().len())
}

impl Index {
    /// The index of whoever this is, and what it remembers, if it is there and fits.
    pub fn open(folder: &Folder, identity: &Identity, fit: Fit) -> (Self, Option<Catalogue>) {
        let name = seal::hash16(identity.card().seal.as_bytes());
        let index = Self {
            disk: folder.disk.clone(),
            file: folder.indexes().join(format!("{name}.age")),
            aside: folder.new_aside(),
            seal: identity.opener.to_public(),
            marks: marks(identity),
            fit,
            catalogue: Arc::default(),
            written: Mutex::new(0),
        };
        let found = index.read(identity);
        (index, found)
    }

    /// From now on it remembers this catalogue.
    pub fn of(self, catalogue: Arc<Mutex<Catalogue>>) -> Self {
        Self { catalogue, ..self }
    }

    fn read(&self, identity: &Identity) -> Option<Catalogue> {
        let sealed = self.disk.read_most(&self.file, MOST).ok()?;
        let decryptor = age::Decryptor::new_buffered(sealed.as_slice()).ok()?;
        let opener: &dyn age::Identity = &identity.opener;
        let mut form = form::Reader::new(decryptor.decrypt(std::iter::once(opener)).ok()?, sealed.len() as u64);
        let begin: [u8; 32] = form.bytes(32)?.try_into().ok()?;
        if begin != self.fit.0 {
            return None;
        }
        let read = form.read()?;
        let hash = form.hash();
        let mark = String::from_utf8(form.bytes(MARK)?).ok()?;
        drop(form);
        drop(sealed);
        // Compared in constant time.
        (blake3::Hash::from_hex(mark).ok()? == self.mark(&hash)).then(|| read.catalogue())?
    }

    fn mark(&self, hash: &str) -> blake3::Hash {
        blake3::keyed_hash(&self.marks, hash.as_bytes())
    }

    /// Writes it, if there is so much new in it that it is worth it. Nobody is told when it cannot be written: it costs
    /// only time.
    pub fn write(&self) {
        let mut written = locked(&self.written);
        let (changes, files) = {
            let catalogue = locked(&self.catalogue);
            (catalogue.changes().saturating_sub(*written), catalogue.files.all().len() as u64)
        };
        if changes == 0 || (changes < FEW && changes * ONE_OF < files) {
            return;
        }
        if let Some(changes) = self.write_now() {
            *written = changes;
        }
    }

    /// Writes it, and says how often the catalogue had changed.
    fn write_now(&self) -> Option<u64> {
        let form = Form::of(&self.catalogue);
        match self.write_aside(&form) {
            Ok(()) => Some(form.changes()),
            Err(_) => {
                // What cannot be removed is swept away when the store is next opened.
                let _ = self.disk.remove(&self.aside);
                None
            }
        }
    }

    fn write_aside(&self, form: &Form) -> io::Result<()> {
        let out = Sealed(self.disk.create(&self.aside)?);
        let encryptor = age::Encryptor::with_recipients(std::iter::once(&self.seal as &dyn age::Recipient));
        let sealing = encryptor.map_err(io::Error::other)?.wrap_output(out)?;
        let mut writer = form::Writer::new(sealing);
        writer.bytes(&self.fit.0)?;
        form.write(&mut writer, &self.catalogue)?;
        let hash = writer.hash();
        writer.bytes(self.mark(&hash).to_hex().as_bytes())?;
        let mut out = writer.into_inner().finish()?.0;
        out.flush()?;
        drop(out);
        self.disk.rename(&self.aside, &self.file)?;
        self.file.parent().map_or(Ok(()), |folder| self.disk.flush_folder(folder))
    }
}

/// A file that is being written, for whoever writes in the way of the language's library.
struct Sealed(Box<dyn Out>);

impl Write for Sealed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Indexes that have something new to remember, until nobody asks for anything for a while.
#[derive(Default)]
pub(super) struct Changed(Vec<Weak<Index>>);

impl Changed {
    /// Something was opened or saved that this index does not remember.
    pub fn note(&mut self, index: &Arc<Index>) {
        let index = Arc::downgrade(index);
        if !self.0.iter().any(|other| other.ptr_eq(&index)) {
            self.0.push(index);
        }
    }

    /// The next job. While there is none, the indexes are written, on a thread of their own: saving does not wait.
    pub fn next(&mut self, jobs: &Receiver<Job>) -> Option<Job> {
        while !self.0.is_empty() {
            match jobs.recv_timeout(QUIET) {
                Ok(job) => return Some(job),
                Err(RecvTimeoutError::Disconnected) => return None,
                Err(RecvTimeoutError::Timeout) => {}
            }
            // Who has left needs no index of now: the next time it is made up for.
            let open: Vec<_> = std::mem::take(&mut self.0).iter().filter_map(Weak::upgrade).collect();
            if !open.is_empty() {
                let _thread = std::thread::spawn(move || open.iter().for_each(|index| index.write()));
            }
        }
        jobs.recv().ok()
    }
}

#[cfg(test)]
mod tests;
