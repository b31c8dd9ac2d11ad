//! What the repository promises about itself: who may know whom, how long a file may be, where words live.
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use alongside::domain::questions::{QUESTIONS, Question};
use alongside::words::Words;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() { all.extend(files(&path)) } else { all.push(path) }
    }
    all.sort();
    all
}

fn rust_files(folders: &[&str]) -> Vec<(String, String)> {
    let all = folders.iter().flat_map(|folder| files(&root().join(folder)));
    let rust = all.filter(|file| file.extension().is_some_and(|end| end == "rs"));
    rust.map(|file| {
        let name = file.strip_prefix(root()).expect("it is below").to_string_lossy().replace('\\', "/");
        (name, fs::read_to_string(&file).expect("it can be read"))
    })
    .collect()
}

fn none(broken: &[String]) {
    assert!(broken.is_empty(), "{} broken:\n{}", broken.len(), broken.join("\n"));
}

#[test]
fn every_file_says_its_errand_and_is_short() {
    let mut broken = Vec::new();
    for (name, text) in rust_files(&["src", "tests", "benches"]) {
        let lines = text.lines().count();
        if lines > 400 {
            broken.push(format!("{name} has {lines} lines: 400 is the most"));
        }
        let first = text.lines().next().unwrap_or_default();
        if !first.starts_with("//! ") && name != "src/lib.rs" {
            broken.push(format!("{name} does not begin with its errand"));
        }
    }
    none(&broken);
}

/// What each part of the house never mentions: see `src/ARCHITECTURE.md`.
const NEVER: &[(&str, &[&str])] = &[
    (
        "domain",
        &[
            "iced",
            "tokio",
            "std::fs",
            "std::path",
            "std::thread",
            "std::time",
            "crate::words",
            "crate::store",
            "crate::devices",
            "crate::speech",
            "crate::sound",
            "crate::ui",
            "crate::screens",
            "crate::app",
        ],
    ),
    ("words", &["iced", "std::fs", "crate::store", "crate::devices", "crate::ui", "crate::screens", "crate::app"]),
    ("problem", &["iced", "crate::"]),
    ("assets", &["iced", "std::fs", "crate::"]),
    (
        "print",
        &[
            "iced",
            "tokio",
            "std::fs",
            "std::path",
            "crate::store",
            "crate::devices",
            "crate::speech",
            "crate::sound",
            "crate::ui",
            "crate::screens",
            "crate::app",
        ],
    ),
    ("sound", &["iced", "std::fs", "crate::store", "crate::devices", "crate::ui", "crate::screens", "crate::app"]),
    ("store", &["iced", "crate::words", "crate::ui", "crate::screens", "crate::app"]),
    ("devices", &["iced", "crate::words", "crate::store", "crate::ui", "crate::screens", "crate::app"]),
    ("speech", &["iced", "crate::store", "crate::ui", "crate::screens", "crate::app"]),
    ("photo", &["iced", "std::fs", "std::path", "crate::"]),
    ("playback", &["iced", "std::fs", "crate::store", "crate::ui", "crate::screens", "crate::app"]),
    ("reader", &["std::fs", "crate::store", "crate::devices", "crate::screens", "crate::app"]),
    ("ui", &["std::fs", "std::path", "tokio", "crate::store", "crate::devices", "crate::screens", "crate::app"]),
    (
        "screens",
        &[
            "std::fs",
            "std::env",
            "std::thread",
            "serde::",
            "crate::app",
            "crate::reader",
            "widget::text",
            "widget::button",
            "widget::{button",
            "widget::checkbox",
            "widget::pick_list",
            "iced::Color",
            "Color::from",
        ],
    ),
    ("app", &["std::fs", "std::path", "std::env", "rodio", "age::"]),
];

#[test]
fn nobody_knows_more_than_they_may() {
    let mut broken = Vec::new();
    for (part, never) in NEVER {
        let own = rust_files(&["src"])
            .into_iter()
            .filter(|(name, _)| *name == format!("src/{part}.rs") || name.starts_with(&format!("src/{part}/")));
        for (name, text) in own.filter(|(name, _)| !is_of_tests(name)) {
            for (number, line) in code(&text).lines().enumerate() {
                if let Some(mention) = never.iter().find(|mention| mentions(line, mention)) {
                    broken.push(format!("{name}:{}: {part} knows {mention}: {}", number + 1, line.trim()));
                }
            }
        }
    }
    none(&broken);
}

#[test]
fn no_foreign_bytes_reach_the_decoders_of_other_crates() {
    // rodio's decoder panics on a file of 33 bytes (Symphonia, issue 485). Pictures are decoded in one file, within
    // its limits.
    let mut broken = Vec::new();
    for (name, text) in rust_files(&["src"]) {
        let decoders = ["rodio::Decoder", "rodio::decoder", "symphonia", "load_from_memory", "ImageReader"];
        for decoder in decoders.into_iter().filter(|decoder| code(&text).contains(decoder)) {
            if (name.as_str(), decoder) != ("src/photo.rs", "ImageReader") {
                broken.push(format!("{name} names {decoder}"));
            }
        }
    }
    none(&broken);
}

/// Whether a line has this path, and not only a longer word that ends like it.
fn mentions(line: &str, path: &str) -> bool {
    let begins = |at: usize| !line[..at].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
    line.match_indices(path).any(|(at, _)| begins(at))
}

/// Whether a file in the source holds tests and nothing else.
fn is_of_tests(name: &str) -> bool {
    name.ends_with("tests.rs") || name.contains("/tests/")
}

/// The text without comments, and without the tests at its end.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]\nmod").next().unwrap_or_default();
    let bare = text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    bare.collect::<Vec<_>>().join("\n")
}

/// The strings in a piece of code.
fn strings(code: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut letters = code.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            // A quote as a character, or a lifetime.
            '\'' if letters.peek() == Some(&'"') => drop(letters.next()),
            '"' => {
                let mut string = String::new();
                while let Some(letter) = letters.next() {
                    match letter {
                        '\\' => string.extend(letters.next()),
                        '"' => break,
                        other => string.push(other),
                    }
                }
                all.push(string);
            }
            _ => {}
        }
    }
    all
}

/// Strings with spaces between words that nobody is meant to read: for programmers, and for other programs.
const NOT_FOR_PEOPLE: &[&str] = &[
    "src/speech/normalise",
    "src/tour/pages.rs",
    "src/domain/travel",
    // What is said into the microphone of tests.
    "src/sound/made.rs",
    // The name of the font.
    "src/ui/text.rs",
    // The name of the folder of copies on a stick.
    "src/store/backup.rs",
    // What iced says where there is no screen.
    "src/main.rs",
];

#[test]
fn no_words_for_people_stand_in_the_source() {
    let mut broken = Vec::new();
    for (name, text) in rust_files(&["src"]) {
        if NOT_FOR_PEOPLE.iter().any(|folder| name.starts_with(folder)) || is_of_tests(&name) {
            continue;
        }
        let for_programmers = ["reason =", ".expect(", "Error::other(", "write!(f", "f.write_str(", "format!(\"{"];
        let lines = code(&text);
        let lines = lines.lines().filter(|line| !for_programmers.iter().any(|sign| line.contains(sign)));
        for string in lines.flat_map(strings) {
            let words: Vec<_> = string.split(' ').collect();
            let is_word = |word: &&str| word.len() > 1 && word.chars().all(char::is_alphabetic);
            if words.windows(2).any(|pair| pair.iter().all(is_word)) {
                broken.push(format!("{name}: {string:?}"));
            }
        }
    }
    none(&broken);
}

/// The keys in `locales/en-GB.ftl`, with the pictures that they name.
fn locale() -> (BTreeSet<String>, Vec<(String, String)>) {
    let text = fs::read_to_string(root().join("locales/en-GB.ftl")).expect("it is there");
    let (mut keys, mut pictures, mut last) = (BTreeSet::new(), Vec::new(), String::new());
    for line in text.lines() {
        if let Some(picture) = line.trim_start().strip_prefix(".picture = ") {
            pictures.push((last.clone(), picture.to_owned()));
        } else if let Some((key, _)) =
            line.split_once(" =").filter(|_| line.starts_with(|l: char| l.is_ascii_lowercase()))
        {
            last = key.to_owned();
            let _ = keys.insert(key.to_owned());
        }
    }
    (keys, pictures)
}

#[test]
fn all_of_the_locale_can_be_read() {
    let text = fs::read_to_string(root().join("locales/en-GB.ftl")).expect("it is there");
    if let Err((_, errors)) = fluent_bundle::FluentResource::try_new(text) {
        panic!("locales/en-GB.ftl: {errors:#?}");
    }
}

#[test]
fn every_key_that_is_asked_for_has_words() {
    let words = Words::in_language("en-GB");
    let mut broken = Vec::new();
    for (name, text) in rust_files(&["src"]) {
        for ask in [".phrase(\"", ".phrase_for(\"", ".phrase_with(\"", ".shown(\"", "HEADING: &'static str = \""] {
            for after in code(&text).split(ask).skip(1) {
                let key = after.split('"').next().unwrap_or_default();
                if !words.has(key) {
                    broken.push(format!("{name} asks for {key:?}"));
                }
            }
        }
    }
    none(&broken);
}

#[test]
fn no_key_has_words_twice() {
    let mut broken = Vec::new();
    for file in files(&root().join("locales")) {
        let text = fs::read_to_string(&file).expect("it can be read");
        let mut known = BTreeSet::new();
        let is_key = |line: &&str| line.starts_with(|letter: char| letter.is_ascii_lowercase());
        for key in text.lines().filter(is_key).filter_map(|line| line.split_once(" =")).map(|(key, _)| key) {
            if !known.insert(key.to_owned()) {
                // Only the last is ever seen.
                broken.push(format!("{} has {key:?} twice", file.display()));
            }
        }
    }
    none(&broken);
}

/// What has another name everywhere else (easy-read rule 9), and that name.
const OTHER_NAMES: &[(&str, &str)] = &[("Phone {", "Ring {"), ("you phone", "you ring"), ("Take it away", "Remove")];

#[test]
fn one_thing_has_one_name() {
    let text = fs::read_to_string(root().join("locales/en-GB.ftl")).expect("it is there");
    let of_line = |line: &str| {
        let other = OTHER_NAMES.iter().find(|(other, _)| line.contains(other));
        other.map(|(other, name)| format!("{line:?} says {other:?}, and not {name:?}"))
    };
    none(&text.lines().filter_map(of_line).collect::<Vec<_>>());
}

/// What keys begin with whose end is given by a kind of line, or by who will hear.
const PUT_TOGETHER: &[&str] = &["title", "line", "speak-who", "who-hears"];

#[test]
fn every_key_is_asked_for() {
    let source: String = rust_files(&["src"]).into_iter().map(|(_, text)| text).collect();
    let practice: String = files(&root().join("assets/practice"))
        .into_iter()
        .filter(|file| file.extension().is_some_and(|end| end == "ron"))
        .filter_map(|file| fs::read_to_string(file).ok())
        .collect();
    let locale_text = fs::read_to_string(root().join("locales/en-GB.ftl")).expect("it is there");
    let of_question = |question: &Question| {
        let tiles = question.tiles.iter().map(|tile| question.ask.tile_key(tile));
        tiles.chain([question.key.to_owned()]).collect::<Vec<_>>()
    };
    let questions: BTreeSet<_> = QUESTIONS.iter().flat_map(of_question).collect();
    let (keys, _) = locale();
    let is_asked = |key: &String| {
        source.contains(&format!("\"{key}\""))
            || practice.contains(&format!("\"{key}\""))
            || questions.contains(key)
            || locale_text.contains(&format!("{{ {key} }}"))
            // Keys that are put together: the source has the beginning, or the end.
            || PUT_TOGETHER.iter().any(|stem| key.starts_with(&format!("{stem}-")))
            || key.match_indices('-').any(|(at, _)| {
                source.contains(&format!("\"{}{{", &key[..=at])) || source.contains(&format!("}}{}\"", &key[at..]))
            })
    };
    let broken: Vec<_> = keys.iter().filter(|key| !is_asked(key)).cloned().collect();
    none(&broken);
}

#[test]
fn every_picture_that_is_named_is_there() {
    let mut broken = Vec::new();
    for (key, picture) in locale().1 {
        if !root().join(format!("assets/pictures/{picture}.svg")).is_file() {
            broken.push(format!("{key} names the picture {picture:?}"));
        }
    }
    none(&broken);
}

#[test]
fn every_asset_has_its_licence() {
    let listed = fs::read_to_string(root().join("assets/LICENCES.md")).expect("it is there");
    let mut broken = Vec::new();
    for file in files(&root().join("assets")) {
        let name = file.strip_prefix(root().join("assets")).expect("it is below").to_string_lossy().replace('\\', "/");
        let text_of_a_licence = name == "LICENCES.md" || name.starts_with("licences/") || name.ends_with("LICENCE.md");
        // The timetable and the records of the practice day were made for this project.
        let ours = name.starts_with("practice/") && !name.starts_with("practice/photos/");
        if !text_of_a_licence && !ours && !listed.contains(&format!("`{name}`")) {
            broken.push(format!("assets/LICENCES.md does not list {name}"));
        }
    }
    none(&broken);
}

#[test]
fn every_drama_number_is_one() {
    // Ofcom sets aside 01632 960000 to 960999 and some others for drama.
    for file in files(&root().join("assets/practice")) {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        for (at, _) in text.match_indices("phone: \"") {
            let number = text[at + 8..].split('"').next().unwrap_or_default();
            assert!(number.starts_with("01632 960 "), "{number} in {}", file.display());
        }
    }
}
