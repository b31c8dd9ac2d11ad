//! Secure-ward mode: for one person the microphone, photos and all ways out of this computer are off.
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

use super::person::{PersonId, Role};

/// Whether somebody works on a secure ward. Everyone can read it, so that it is known before they are in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ward {
    /// Who works there.
    pub person: PersonId,
    /// Whether the mode is on.
    pub on: bool,
    /// Who turned it on or off, together with them. Nobody does it for themselves.
    pub by: PersonId,
    /// When.
    pub at: DateTime,
}

impl Ward {
    /// Who may turn it on and off: [`Rights`](super::rights::Rights) hold it.
    pub const SET_BY: &'static [Role] = &[Role::Senior, Role::Supervisor];
}
