//! Every test of the app, in one program so that it links once.

// A person who uses the app.
mod person;
// A disk that can be full.
mod broken_disk;
// What people do with it, from start to end.
mod journeys;
// What the repository promises about itself.
mod rules;
// Words can be read in every theme.
mod colours;
// Vaults of earlier programs.
mod kept;
// Who can open what.
mod keys;
// Who comes and who goes.
mod people;
// Another computer joins.
mod join;
// Nothing plain on the disk.
mod sealed;
// The command line.
mod command_line;
// Other hands in the folder.
mod strange_folder;
// Who looked at what.
mod audit;
// A copy of everything.
mod backup;
// The disk fails.
mod disk;
// The power goes.
mod killed;
// What a worker tells about themselves.
mod me;
// What every screen promises.
mod promises;
// Reading timetables and planning trips.
mod travel;
// Who plans a trip and goes on it.
mod traveller;
// Photos from anywhere.
mod photos;
// Recorded sound.
mod recording;
// Speech and its words.
mod listening;
// Papers that are printed.
mod print;
// What is left in memory.
mod memory;
// The hazard log names tests that there are.
mod hazards;
// What is taken away for good.
mod erasure;
