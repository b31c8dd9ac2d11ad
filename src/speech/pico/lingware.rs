//! Pico's two voice files: shipped inside the app, unpacked to a folder, checked to the last byte.
use std::fs;
use std::io;
use std::path::Path;
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::speech::engine::EngineError;

const ANALYSIS: (&str, &[u8]) = ("en-GB_ta.bin", include_bytes!("../../../assets/voice/en-GB_ta.bin"));
const SIGNAL: (&str, &[u8]) = ("en-GB_kh0_sg.bin", include_bytes!("../../../assets/voice/en-GB_kh0_sg.bin"));

/// The longest path Pico can hold, in bytes: it copies the path into 512 bytes and does not look
/// whether it fits (`picoos_FileName` in its source), one of them for the ending zero.
const LONGEST_PATH: usize = 511;

/// Where the two files lie, as Pico wants them: text.
pub struct Files {
    /// What turns words into sounds.
    pub analysis: String,
    /// What turns sounds into samples.
    pub signal: String,
}

/// Makes sure that both files lie in `folder`, which is made when it is missing.
///
/// # Errors
/// [`EngineError::FolderNameUnusable`] or [`EngineError::FolderNotWritable`].
pub fn unpack(folder: &Path) -> Result<Files, EngineError> {
    let analysis = path_for_pico(folder, ANALYSIS.0)?;
    let signal = path_for_pico(folder, SIGNAL.0)?;
    for (name, bytes) in [ANALYSIS, SIGNAL] {
        place(folder, name, bytes).map_err(|_| EngineError::FolderNotWritable)?;
    }
    Ok(Files { analysis, signal })
}

fn path_for_pico(folder: &Path, name: &str) -> Result<String, EngineError> {
    let path = folder.join(name).into_os_string().into_string();
    match path {
        Ok(path) if path.len() <= LONGEST_PATH && !path.contains('\0') => Ok(path),
        _ => Err(EngineError::FolderNameUnusable),
    }
}

/// Writes aside and renames, so that a half-written file never bears the name.
fn place(folder: &Path, name: &str, bytes: &[u8]) -> io::Result<()> {
    let path = folder.join(name);
    // Comparing the bytes themselves is surer than a hash, and takes under a millisecond.
    let right = || fs::read(&path).is_ok_and(|found| found == bytes);
    if right() {
        return Ok(());
    }
    fs::create_dir_all(folder)?;
    let aside = folder.join(aside_name(name));
    let placed = fs::write(&aside, bytes).and_then(|()| fs::rename(&aside, &path));
    if placed.is_err() {
        let _ = fs::remove_file(&aside);
        // Another copy of the app may have put it there meanwhile, and holds it open.
        if right() {
            return Ok(());
        }
    }
    placed
}

/// A name that no other thread and no other copy of the app uses now.
fn aside_name(name: &str) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    format!("{name}.{}-{next}.part", process::id())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .expect("the folder is there")
            .map(|entry| entry.expect("an entry").file_name())
            .map(|name| name.into_string().expect("text"))
            .collect();
        names.sort();
        names
    }

    #[test]
    fn both_files_are_there_and_nothing_else() {
        let home = tempfile::tempdir().expect("a folder");
        let folder = home.path().join("new").join("voice");
        let files = unpack(&folder).expect("unpacked");
        assert_eq!(names(&folder), [SIGNAL.0, ANALYSIS.0]);
        assert_eq!(fs::read(files.analysis).expect("read"), ANALYSIS.1);
        assert_eq!(fs::read(files.signal).expect("read"), SIGNAL.1);
    }

    #[test]
    fn a_damaged_file_is_mended_and_a_right_one_left_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let files = unpack(folder.path()).expect("unpacked");
        let written = |path: &str| fs::metadata(path).and_then(|about| about.modified()).expect("a time");
        let before = written(&files.signal);
        let mut bytes = ANALYSIS.1.to_vec();
        bytes[200_000] ^= 1;
        fs::write(&files.analysis, bytes).expect("written");
        let _ = unpack(folder.path()).expect("mended");
        assert_eq!(fs::read(&files.analysis).expect("read"), ANALYSIS.1);
        assert_eq!(written(&files.signal), before);
    }

    #[test]
    fn a_folder_that_cannot_be_made_is_said_so() {
        let home = tempfile::tempdir().expect("a folder");
        let file = home.path().join("a-file");
        fs::write(&file, "not a folder").expect("written");
        let error = unpack(&file.join("voice")).err();
        assert_eq!(error, Some(EngineError::FolderNotWritable));
    }

    #[test]
    fn a_path_too_long_for_pico_never_reaches_it() {
        let folder = Path::new("/").join("x".repeat(500));
        let error = unpack(&folder).err();
        assert_eq!(error, Some(EngineError::FolderNameUnusable));
    }
}
