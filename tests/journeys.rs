//! What people do with the app, from start to end, by the words that they see.
mod looks;
mod reader;
mod review;
mod tell;
mod trip;
