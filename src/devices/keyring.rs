//! The password keeper of the system: it gives secrets only to who is signed in to the computer.
use zeroize::Zeroizing;

/// Secret bytes that are wiped when they are let go.
pub type Key = Zeroizing<[u8; 32]>;

/// There is no password keeper, or it does not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoKeyring;

/// Keeps secrets of 32 bytes, each under a name.
pub trait Keyring: Send + Sync {
    /// The secret of this name.
    ///
    /// # Errors
    /// [`NoKeyring`]. A name that is not there is `None`.
    fn get(&self, name: &str) -> Result<Option<Key>, NoKeyring>;

    /// Keeps a secret.
    ///
    /// # Errors
    /// [`NoKeyring`].
    fn set(&self, name: &str, key: &Key) -> Result<(), NoKeyring>;

    /// Forgets a secret.
    ///
    /// # Errors
    /// [`NoKeyring`].
    fn remove(&self, name: &str) -> Result<(), NoKeyring>;
}

/// The keeper of this computer: Secret Service on Linux, the Credential Manager on Windows, the Keychain on a Mac.
#[derive(Debug, Clone, Copy, Default)]
pub struct RealKeyring;

/// Under which name of a program the secrets lie.
const SERVICE: &str = "alongside";

impl RealKeyring {
    fn entry(name: &str) -> Result<keyring::v1::Entry, NoKeyring> {
        keyring::v1::Entry::new(SERVICE, name).map_err(|_| NoKeyring)
    }
}

impl Keyring for RealKeyring {
    fn get(&self, name: &str) -> Result<Option<Key>, NoKeyring> {
        match Self::entry(name)?.get_secret().map(Zeroizing::new) {
            Ok(bytes) => Ok(<[u8; 32]>::try_from(bytes.as_slice()).ok().map(Zeroizing::new)),
            Err(keyring::v1::Error::NoEntry) => Ok(None),
            Err(_) => Err(NoKeyring),
        }
    }

    fn set(&self, name: &str, key: &Key) -> Result<(), NoKeyring> {
        Self::entry(name)?.set_secret(key.as_slice()).map_err(|_| NoKeyring)
    }

    fn remove(&self, name: &str) -> Result<(), NoKeyring> {
        match Self::entry(name)?.delete_credential() {
            Ok(()) | Err(keyring::v1::Error::NoEntry) => Ok(()),
            Err(_) => Err(NoKeyring),
        }
    }
}
