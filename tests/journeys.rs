//! What people do with the app, from start to end, by the words that they see.
mod coming_in;
mod guard;
mod hidden_names;
mod in_record;
mod keys;
mod leaving;
mod locking;
mod photos;
mod reader;
mod review;
mod setup;
mod tell;
mod trip;
mod trip_trouble;
pub mod trouble;
mod typing;
mod ward;
