//! What every screen promises, at every size and in every theme.
pub mod reading;
pub mod screen;
mod tour;
