//! Names the form in which documents are remembered: another for each change of what they are made of.
//!
//! The index of what lies in a folder is thrown away when it was written in another form (`src/store/index.rs`).
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::{env, fs, io};

/// What decides how documents are remembered. The list of packages has those that write them.
const SOURCES: [&str; 3] = ["src/domain", "src/store", "Cargo.lock"];

fn main() -> io::Result<()> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let mut hasher = DefaultHasher::new();
    for source in SOURCES {
        println!("cargo::rerun-if-changed={source}");
        add(&mut hasher, &root.join(source))?;
    }
    println!("cargo::rustc-env=ALONGSIDE_FORM={:016x}", hasher.finish());
    Ok(())
}

fn add(hasher: &mut DefaultHasher, path: &Path) -> io::Result<()> {
    path.file_name().hash(hasher);
    if !path.is_dir() {
        fs::read(path)?.hash(hasher);
        return Ok(());
    }
    let mut inside = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    inside.sort();
    inside.iter().try_for_each(|path| add(hasher, path))
}
