//! The devices of somebody on a secure ward: no microphone, no folders and sticks, no papers. One place refuses for all
//! screens. There is no network to turn off. The clipboard stays: to copy a note into the record is the work itself.
use std::sync::Arc;

use super::shelves::Shelves;
use super::viewer::{Ready, Viewer};
use super::{Devices, Keep, Microphone, Take, Work};
use crate::problem::Problem;

/// A device that is off.
struct Off;

impl Microphone for Off {
    fn listen(&self, _: Box<dyn Keep>) -> Result<Take, Problem> {
        Err(Problem::SecureWard)
    }
}

impl Viewer for Off {
    fn show(&self, _: Ready) -> Work<Result<(), Problem>> {
        Box::pin(std::future::ready(Err(Problem::SecureWard)))
    }
}

impl Devices {
    /// The same devices as somebody has them on a secure ward.
    #[must_use]
    pub fn on_a_ward(self) -> Self {
        Self {
            microphone: Arc::new(Off),
            viewer: Arc::new(Off),
            shelves: Shelves::new(Vec::new),
            secure_ward: true,
            ..self
        }
    }

    /// May something be taken out of this computer, or into it?
    ///
    /// # Errors
    /// [`Problem::SecureWard`].
    pub fn may_go_out(&self) -> Result<(), Problem> {
        if self.secure_ward { Err(Problem::SecureWard) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::devices::pretend::Pretend;
    use crate::devices::shelves::{Kind, Shelf};

    struct Hears;

    impl Keep for Hears {
        fn keep(&mut self, _: &[f32], _: u32) -> Result<(), Problem> {
            Ok(())
        }

        fn finish(self: Box<Self>, _: Option<Problem>) {}
    }

    #[test]
    fn on_a_ward_nothing_is_heard_found_or_shown() {
        let pretend = Pretend::default();
        pretend.has_shelf(Shelf { kind: Kind::Stick, folder: "stick".into() });
        let usual = pretend.devices();
        assert!(usual.may_go_out().is_ok() && usual.shelves.all().len() == 1);
        let ward = usual.on_a_ward();
        assert_eq!(ward.may_go_out(), Err(Problem::SecureWard));
        assert_eq!(ward.microphone.listen(Box::new(Hears)).err(), Some(Problem::SecureWard));
        assert_eq!(pretend.microphones_open(), 0);
        assert!(ward.shelves.all().is_empty());
        let paper = Ready { name: "paper".to_owned(), pdf: Vec::new() };
        assert_eq!(futures::executor::block_on(ward.viewer.show(paper)), Err(Problem::SecureWard));
        assert!(pretend.papers_shown().is_empty());
        // The work itself goes on.
        assert!(ward.clipboard.copy("a note").is_ok());
    }
}
