//! Taking away for good: recordings when they may go, stories when two people agree, and nothing that is held.
mod copies;
mod forged;
mod lives;
mod loose;
mod power;
pub mod stories;
mod two_people;
