//! Wires the real devices to the app. Nothing else lives here.
fn main() {}
