//! Every test of the app, in one program so that it links once.

// A person who uses the app.
mod person;
// What people do with it, from start to end.
mod journeys;
