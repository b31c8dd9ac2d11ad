//! Everything that can go wrong, and the key of the words that say so and what to do now.

/// Something went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Problem {
    /// There is no microphone, or it cannot be opened.
    NoMicrophone,
    /// The microphone stopped while it was used.
    MicrophoneLost,
    /// There is no loudspeaker, or it cannot be opened.
    NoSpeaker,
    /// A recording cannot be read.
    ClipUnreadable,
    /// The disk is full.
    DiskFull,
    /// The folder cannot be written to.
    CannotWrite,
    /// What was saved cannot be read.
    CannotRead,
    /// The app is open already.
    AlreadyOpen,
    /// This person may not do this.
    NotAllowed,
    /// The clipboard cannot be reached.
    NoClipboard,
    /// The computer's password keeper has lost what opens this.
    NoKey,
    /// A newer program wrote this.
    Newer,
    /// This computer has no program that shows papers.
    NoViewer,
    /// A paper cannot be made.
    CannotPrint,
    /// This is off for who works on a secure ward.
    SecureWard,
}

impl Problem {
    /// The key of the words for it.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::NoMicrophone => "problem-no-microphone",
            Self::MicrophoneLost => "problem-microphone-lost",
            Self::NoSpeaker => "problem-no-speaker",
            Self::ClipUnreadable => "problem-clip-unreadable",
            Self::DiskFull => "problem-disk-full",
            Self::CannotWrite => "problem-cannot-write",
            Self::CannotRead => "problem-cannot-read",
            Self::AlreadyOpen => "problem-already-open",
            Self::NotAllowed => "problem-not-allowed",
            Self::NoClipboard => "problem-no-clipboard",
            Self::NoKey => "problem-no-key",
            Self::Newer => "problem-newer",
            Self::NoViewer => "problem-no-viewer",
            Self::CannotPrint => "problem-cannot-print",
            Self::SecureWard => "problem-secure-ward",
        }
    }

    /// The problem behind an error of the disk.
    #[must_use]
    pub fn of_writing(error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::CannotWrite,
        }
    }
}
