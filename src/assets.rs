//! What the program carries inside, for the screen and for paper: its pictures and its font.
use include_dir::{Dir, include_dir};

/// The drawings, as SVG.
pub static PICTURES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/pictures");

/// The photos of the practice day, as SVG: nobody's real face or door.
pub static PHOTOS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/practice/photos");

/// Atkinson Hyperlegible Next, made for people who see letters badly: 400, 600 and 700.
pub const FONTS: [&[u8]; 3] = [
    include_bytes!("../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
    include_bytes!("../assets/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf"),
    include_bytes!("../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
];
