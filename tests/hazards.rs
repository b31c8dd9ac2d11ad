//! The hazard log says which test holds each control: here it is held to that.
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).expect("it is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(rust_files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            all.push(path);
        }
    }
    all
}

/// All tests by their whole names, as `cargo test` says them, but for a last module `tests`.
fn tests() -> BTreeSet<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = BTreeSet::new();
    for folder in ["src", "tests"].map(|folder| root.join(folder)) {
        for file in rust_files(&folder) {
            let inside = file.strip_prefix(&folder).expect("it is below").with_extension("");
            let module: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            let module = without_tests(&module.join("::")).to_owned();
            let text = fs::read_to_string(&file).expect("it can be read");
            for test in text.split("#[test]").skip(1) {
                let name = test.split_once("fn ").and_then(|(_, name)| name.split_once('('));
                all.extend(name.map(|(name, _)| format!("{module}::{name}")));
            }
        }
    }
    all
}

fn without_tests(module: &str) -> &str {
    module.strip_suffix("::tests").unwrap_or(module)
}

/// What a line names in backquotes that looks like a test.
fn named(line: &str) -> impl Iterator<Item = &str> {
    line.split('`').skip(1).step_by(2).filter(|name| name.contains("::"))
}

/// What is wrong with a log of hazards.
fn flaws(log: &str, tests: &BTreeSet<String>) -> Vec<String> {
    let mut flaws = Vec::new();
    for (number, line) in (1..).zip(log.lines()) {
        for name in named(line) {
            let known = name
                .rsplit_once("::")
                .is_some_and(|(module, test)| tests.contains(&format!("{}::{test}", without_tests(module))));
            if !known {
                flaws.push(format!("line {number}: there is no test `{name}`"));
            }
        }
        let is_hazard =
            line.strip_prefix("| H").is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit()));
        if is_hazard && named(line).next().is_none() && !line.contains("**open**") {
            flaws.push(format!("line {number}: no test holds this control, and it is not said to be open"));
        }
    }
    flaws
}

#[test]
fn every_control_names_a_test_that_there_is() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/hazards.md");
    let log = fs::read_to_string(file).expect("docs/hazards.md is there");
    let hazards = log.lines().filter(|line| line.starts_with("| H")).count();
    assert!(hazards >= 12, "only {hazards} hazards can be read");
    let flaws = flaws(&log, &tests());
    assert!(flaws.is_empty(), "docs/hazards.md:\n{}", flaws.join("\n"));
}

#[test]
fn a_test_that_is_gone_is_named_with_its_line() {
    let there = BTreeSet::from(["disk::crash::nothing_is_lost".to_owned(), "domain::space::each_role".to_owned()]);
    let log = "| H1 | lost | `disk::crash::nothing_is_lost`, `domain::space::tests::each_role` |\n\
               | H2 | lost | `disk::other::nothing_is_lost` |\n\
               | H3 | lost | nothing |\n\
               | H4 | lost | **open** |";
    let found = flaws(log, &there);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("line 2:") && found[1].starts_with("line 3:"), "{found:?}");
}
