//! The disk fails: power cuts after every step, errors, no room, bits that flip, and a program that is killed.

// A disk in memory that remembers every step.
pub mod simulated;
// What is left of it when the power is cut.
pub mod power_cut;
// A made-up team, what it saves, and what must then be there.
mod vault;
// The power is cut after every step.
pub mod crash;
// The power is cut after every step of a recording.
mod recorded;
// The power is cut after every step while an index is written.
mod remembered;
// Wrong ways to save, and that they are found.
mod mutants;
// Every operation fails once.
mod fails_once;
// The power goes, or the disk fails, while the team changes.
mod people;
// The power goes while a computer joins.
mod joining;
// No room, no right to write, no folder.
mod no_room;
// Bits flip, files are cut, swapped, renamed and copied.
mod damaged;
// The same with keys.
mod keys;
// The program is killed.
mod killed;
