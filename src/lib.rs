#![doc = include_str!("ARCHITECTURE.md")]

mod assets;
pub mod domain;
pub mod problem;
pub mod words;

pub mod devices;
pub mod photo;
pub mod playback;
pub mod print;
pub mod sound;
pub mod speech;
pub mod store;

mod app;
pub mod command;
pub mod headless;
pub mod reader;
mod screen;
mod screens;
pub mod tour;
pub mod ui;

pub use app::{App, Setup, application};
