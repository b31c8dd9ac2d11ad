//! Recorded sound: samples and bytes in, bytes and samples out. No files, threads, devices or clocks.
//!
//! Inside the app sound is mono, 48 000 samples a second, f32 from -1 to 1.
pub mod gain;
pub mod level;
pub mod opus;
pub mod rate;
pub mod stretch;

/// Samples a second of all sound inside the app.
pub const RATE: u32 = 48_000;

/// Samples in a millisecond.
pub const SAMPLES_PER_MS: u64 = RATE as u64 / 1000;

#[cfg(test)]
mod made;
