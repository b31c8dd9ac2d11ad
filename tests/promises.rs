//! What every screen promises, at every size and in every theme.
mod known_words;
pub mod reading;
pub mod screen;
mod tour;
