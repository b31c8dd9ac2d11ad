#![doc = include_str!("ARCHITECTURE.md")]

pub mod domain;
pub mod problem;
pub mod words;

pub mod sound;
pub mod devices;
pub mod speech;
pub mod store;
pub mod playback;

mod app;
pub mod headless;
mod screen;
mod screens;
pub mod ui;

pub use app::{App, Setup, application};
