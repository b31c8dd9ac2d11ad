//! Keeping a copy and trying it, as a person asks for it, while the screen goes on.
use std::path::PathBuf;
use std::sync::Arc;

use super::{FOLDER, Failed, Outcome, Side, Watcher, copies_in, copy, try_out};
use crate::devices::Work;
use crate::domain::audit::Did;
use crate::domain::backup::Backup;
use crate::domain::record::Record;
use crate::store::disk::{Disk, RealDisk};
use crate::store::{Session, locked};

impl Session {
    /// The name of this vault: that of its folder.
    pub(in crate::store) fn vault(&self) -> String {
        locked(&self.store.inner.keys).computer.vault.clone()
    }

    /// Copies everything into a folder or onto a stick that a person picked, and remembers when.
    pub fn back_up(&self, picked: PathBuf, mut watcher: Watcher) -> Work<Result<Outcome, Failed>> {
        let session = self.clone();
        on_a_thread(move || {
            let vault = session.vault();
            let inner = &session.store.inner;
            let (disk, here) = (inner.folder.disk.as_ref(), &inner.folder.root);
            let root = picked.join(FOLDER).join(vault);
            // Without the place itself, folders would be made where the stick was.
            if !picked.is_dir() {
                return Err(Failed::Gone);
            }
            let sides = (Side { disk, root: here }, Side { disk: &RealDisk, root: &root });
            let outcome = copy(sides.0, sides.1, (inner.clock.now(), &session.files_gone()), &mut *watcher)?;
            let backup = Backup { at: outcome.made, by: session.me.clone(), files: outcome.good };
            // The copy is good even if there is no room to remember it: then the app asks for another too early.
            let _ = futures::executor::block_on(session.keep(Record::Backup(backup)));
            session.note_down(Did::BackedUp, None, None);
            Ok(outcome)
        })
    }

    /// Tries the copy of this vault that lies in a folder or on a stick. Changes nothing.
    pub fn try_backup(&self, picked: PathBuf, mut watcher: Watcher) -> Work<Result<Outcome, Failed>> {
        let session = self.clone();
        on_a_thread(move || {
            let disk: Arc<dyn Disk> = Arc::new(RealDisk);
            let vault = session.vault();
            let root = picked.join(FOLDER).join(vault);
            let tried = try_out(Side { disk: disk.as_ref(), root: &root }, &mut *watcher);
            match tried {
                Err(Failed::NoCopy) if !copies_in(disk.as_ref(), &picked).is_empty() => Err(Failed::OtherVault),
                tried => tried,
            }
        })
    }
}

/// A stick or a network folder can be slow. Nobody may be waiting any more.
fn on_a_thread<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failed> + Send + 'static,
) -> Work<Result<T, Failed>> {
    let (answer, answered) = futures::channel::oneshot::channel();
    let _thread = std::thread::spawn(move || drop(answer.send(work())));
    Box::pin(async move { answered.await.unwrap_or(Err(Failed::Gone)) })
}
