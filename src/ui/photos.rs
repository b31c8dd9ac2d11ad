//! The photos that people took in, ready to draw.
use std::collections::HashMap;
use std::sync::Arc;

use iced::Size;
use iced::advanced::image::Handle;

use crate::photo::Pixels;

/// Photos by their names. Clones share them.
#[derive(Debug, Clone, Default)]
pub struct Photos(Arc<HashMap<String, (Handle, Size<u32>)>>);

impl Photos {
    /// These and some more.
    #[must_use]
    pub fn and(&self, more: Vec<(String, Pixels)>) -> Self {
        let mut all = (*self.0).clone();
        all.extend(more.into_iter().map(|(name, Pixels { width, height, rgba })| {
            (name, (Handle::from_rgba(width, height, rgba), Size::new(width, height)))
        }));
        Self(Arc::new(all))
    }

    /// These and those.
    #[must_use]
    pub fn with(&self, others: &Self) -> Self {
        let mut all = (*self.0).clone();
        all.extend(others.0.iter().map(|(name, photo)| (name.clone(), photo.clone())));
        Self(Arc::new(all))
    }

    /// Whether there is one of this name.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    /// The photo of this name, and its size in pixels.
    pub(super) fn get(&self, name: &str) -> Option<&(Handle, Size<u32>)> {
        self.0.get(name)
    }
}
