//! Who is given the key of a space, and who ever was, as the signed papers say.
use super::Keys;
use super::paper::Paper;
use crate::domain::person::PersonId;
use crate::domain::space::Space;

impl Keys {
    /// Whether somebody is given the key of a space, as the newest paper of it says.
    #[must_use]
    pub fn is_reader(&self, person: &PersonId, space: &Space) -> bool {
        let name = space.name();
        let readers = self.newest(|paper| match paper {
            Paper::Space { space, readers, .. } if *space == name => Some(readers),
            _ => None,
        });
        readers.is_some_and(|readers| readers.contains(person))
    }

    /// Whether somebody was ever given a key of a space: what they signed then stays signed when they have left.
    #[must_use]
    pub fn has_been_reader(&self, person: &PersonId, space: &Space) -> bool {
        let name = space.name();
        self.papers.iter().any(|paper| match &paper.paper {
            Paper::Space { space, readers, .. } => *space == name && readers.contains(person),
            _ => false,
        })
    }
}
