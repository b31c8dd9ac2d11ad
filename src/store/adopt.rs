//! Another computer takes a vault over: with the spare key, after a copy has been brought back onto it.
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

use age::secrecy::{ExposeSecret, SecretString};
use age::x25519::Identity as Opener;

use super::disk::Disk;
use super::folder::{Folder, Place, VAULTS};
use super::keys::Keys;
use super::keys::computer::Computer;
use crate::devices::Devices;
use crate::problem::Problem;

/// Whether a vault lies here that this computer has no key of its own to.
#[must_use]
pub fn is_strange(path: &Path, disk: &dyn Disk) -> bool {
    let vaults = disk.list(&path.join(VAULTS)).unwrap_or_default();
    !vaults.is_empty()
        && disk.read(&path.join("device.ron")).is_err_and(|error| error.kind() == std::io::ErrorKind::NotFound)
}

/// Makes this computer one of the vault's own. Everyone comes in with the spare key, or a helper, the first time.
///
/// # Errors
/// [`Problem::NotAllowed`] when it is another key, or that of an older sheet. [`Problem::CannotRead`] when there is no
/// vault here, or several, or this computer has keys already.
pub fn adopt(path: &Path, disk: &Arc<dyn Disk>, devices: &Devices, sheet: &SecretString) -> Result<(), Problem> {
    if !is_strange(path, disk.as_ref()) {
        return Err(Problem::CannotRead);
    }
    let vaults = disk.list(&path.join(VAULTS)).map_err(|_| Problem::CannotRead)?;
    let [vault] = vaults.as_slice() else { return Err(Problem::CannotRead) };
    let vault = vault.file_name().and_then(|name| name.to_str()).ok_or(Problem::CannotRead)?.to_owned();
    let sheet = Opener::from_str(sheet.expose_secret()).map_err(|_| Problem::NotAllowed)?;
    let computer = Computer::joining(disk.clone(), devices.keyring.clone(), path.to_owned(), vault)?;
    let folder = Folder::open(disk.clone(), path.to_owned(), &computer)?;
    let files: Vec<_> = folder.all(Place::Paper)?.map(|(_, bytes)| bytes).collect();
    let (mut keys, root) = Keys::found_by(computer, &files, &sheet).ok_or(Problem::NotAllowed)?;
    let day = devices.clock.now().date();
    for paper in keys.number(keys.welcome(&sheet)?) {
        let bytes = paper.to_bytes(&root).ok_or(Problem::CannotWrite)?;
        let _ = folder.write(Place::Paper, day, &bytes)?;
    }
    // Last of all: what was cut off before is begun again.
    keys.computer.trust(hex::encode(root.verifying_key().as_bytes()))
}
