//! Wires the real devices to the app, as the command line asks. Nothing else lives here.
use std::io::Write as _;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use age::secrecy::SecretString;
use alongside::command::{Command, NotUnderstood};
use alongside::devices::Devices;
use alongside::devices::real::devices;
use alongside::domain::recovery;
use alongside::problem::Problem;
use alongside::speech::{engine::Engine, pico::Pico};
use alongside::store::join::{self, NotJoined};
use alongside::store::{Store, adopt, backup, disk::Disk, disk::RealDisk};
use alongside::words::Words;
use alongside::{Setup, application, tour};
use jiff::civil::Date;

fn main() -> ExitCode {
    let words = Words::in_language("en-GB");
    let (said, code) = match Command::read(std::env::args_os().skip(1)) {
        Ok(Command::Open { data, day }) => return open(&words, data, day),
        Ok(Command::Restore { from, data }) => restore(&words, &from, data),
        Ok(Command::Join { from, data }) => match join(&from, data.clone()) {
            Ok(()) => return open(&words, data, None),
            Err(key) => (words.phrase_with(key, [("name", "".into())]).shown, ExitCode::FAILURE),
        },
        Ok(Command::Tour(folder)) => make_tour(&words, &folder),
        Ok(Command::Help) => (words.shown("command-help"), ExitCode::SUCCESS),
        Ok(Command::Version) => (
            words.phrase_with("command-version", [("version", env!("CARGO_PKG_VERSION").into())]).shown,
            ExitCode::SUCCESS,
        ),
        Err(NotUnderstood(what)) => {
            (words.phrase_with("command-not-understood", [("what", what.into())]).shown, ExitCode::from(2))
        }
    };
    tell(&said, code);
    code
}

/// Says it in the terminal.
fn tell(said: &str, code: ExitCode) {
    // A reader that has gone away does not matter.
    let _ = if code == ExitCode::SUCCESS {
        writeln!(std::io::stdout(), "{said}")
    } else {
        writeln!(std::io::stderr(), "{said}")
    };
}

/// The folder of the practice day, in the folder for the data of programs.
const FOLDER: &str = "practice-day";

/// Opens the app. What went wrong is said in the terminal, and where there is a display in a window too: whoever
/// presses the picture of a program sees no terminal.
fn open(words: &Words, data: Option<PathBuf>, day: Option<Date>) -> ExitCode {
    let failed = |key| {
        tell(&words.shown(key), ExitCode::FAILURE);
        ExitCode::FAILURE
    };
    let data = usual(data);
    if !has_display() {
        return failed(data.err().unwrap_or("command-no-display"));
    }
    let devices = devices(day);
    let store = data.clone().map_err(|key| (key, Problem::CannotWrite));
    let store = store
        .and_then(|data| open_folder(&data.join(FOLDER), &devices).map_err(|problem| (said_outside(problem), problem)));
    let told = store.as_ref().err().map(|(key, _)| failed(key));
    let voice = dirs().map(|dirs| dirs.cache_dir().to_owned()).or_else(|| data.ok());
    let voice = voice.unwrap_or_else(std::env::temp_dir).join("voice");
    let engine = Arc::new(move || Ok(Box::new(Pico::unpacked(&voice)?) as Box<dyn Engine>));
    let store = store.map_err(|(_, problem)| problem);
    match (run(Setup { devices, engine, store, practice: true }), told) {
        (_, Some(code)) => code,
        (Ok(()), None) => ExitCode::SUCCESS,
        (Err(key), None) => failed(key),
    }
}

fn open_folder(folder: &Path, devices: &Devices) -> Result<Store, Problem> {
    let store = Store::open(folder, Arc::new(RealDisk), devices)?;
    store.begin_practice()?;
    Ok(store)
}

/// Runs the app in its window; the key of the words for why there is none.
fn run(setup: Setup) -> Result<(), &'static str> {
    let app = application(setup);
    // iced panics where there is no window to be had.
    let hook = take_hook();
    set_hook(Box::new(move |panic| {
        if !is_about_the_window(panic.payload()) {
            hook(panic);
        }
    }));
    match catch_unwind(AssertUnwindSafe(|| app.run())) {
        Ok(Ok(())) => Ok(()),
        Ok(Err(_)) => Err("command-no-display"),
        Err(panic) if is_about_the_window(panic.as_ref()) => Err("command-no-display"),
        Err(panic) => std::panic::resume_unwind(panic),
    }
}

/// Takes a copy and asks to be let in. The app then shows what has to be compared.
fn join(from: &Path, data: Option<PathBuf>) -> Result<(), &'static str> {
    let folder = usual(data.clone())?.join(FOLDER);
    let disk: Arc<dyn Disk> = Arc::new(RealDisk);
    join::ask(from, &folder, &disk, &devices(None)).map_err(|why| match why {
        NotJoined::Problem(problem) => said_outside(problem),
        other => other.words(),
    })
}

fn dirs() -> Option<directories::ProjectDirs> {
    directories::ProjectDirs::from("", "", "Alongside")
}

/// Where things are kept, if the command line does not say.
fn usual(data: Option<PathBuf>) -> Result<PathBuf, &'static str> {
    data.or_else(|| dirs().map(|dirs| dirs.data_local_dir().to_owned())).ok_or("command-no-home")
}

/// Brings a copy back from a stick, before anybody can come in.
fn restore(words: &Words, from: &Path, data: Option<PathBuf>) -> (String, ExitCode) {
    let data = match usual(data) {
        Ok(data) => data.join(FOLDER),
        Err(key) => return (words.shown(key), ExitCode::FAILURE),
    };
    // A copy that is there already waits for its key, and perhaps for what the power kept from coming.
    let brought = if adopt::is_strange(&data, &RealDisk) {
        backup::go_on(from, &data)
    } else {
        backup::restore(from, &data).map(Some)
    };
    let outcome = match brought {
        Ok(outcome) => outcome,
        Err(failed) => return (words.shown(failed.words()), ExitCode::FAILURE),
    };
    if let Some(outcome) = outcome {
        let args = [("good", outcome.good.into()), ("bad", outcome.bad.into())];
        // A terminal that has gone away does not matter.
        let _ = writeln!(std::io::stdout(), "{}", words.phrase_with("command-restored", args).shown);
    }
    let joined = ask_for_key(words).and_then(|key| {
        let disk: Arc<dyn Disk> = Arc::new(RealDisk);
        adopt::adopt(&data, &disk, &devices(None), &key).map_err(|problem| match problem {
            Problem::NotAllowed => "door-sheet-wrong",
            other => said_outside(other),
        })
    });
    let whole = outcome.is_none_or(|outcome| outcome.bad == 0);
    match joined {
        Ok(()) => (words.shown("command-joined"), if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE }),
        Err(key) => (words.shown(key), ExitCode::FAILURE),
    }
}

/// Asks for the spare key, line by line, until there is an empty line or the end.
fn ask_for_key(words: &Words) -> Result<SecretString, &'static str> {
    let _ = writeln!(std::io::stdout(), "{}", words.shown("command-type-key"));
    let lines = std::io::stdin().lines().map_while(Result::ok).map(|line| line.trim().to_owned());
    let lines: Vec<_> = lines.take_while(|line| !line.is_empty()).collect();
    let lines: Vec<_> = lines.iter().map(String::as_str).collect();
    recovery::read(&lines).map_err(|_| "command-key-wrong")
}

/// Whether there is anything to show a window on.
fn has_display() -> bool {
    !cfg!(all(unix, not(target_os = "macos")))
        || ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"].iter().any(|name| std::env::var_os(name).is_some())
}

fn is_about_the_window(panic: &(dyn std::any::Any + Send)) -> bool {
    panic.downcast_ref::<String>().is_some_and(|words| words.starts_with("Create event loop"))
}

/// The words for a problem that comes before there is a window and a person in it.
fn said_outside(problem: Problem) -> &'static str {
    match problem {
        Problem::AlreadyOpen => "problem-already-open",
        Problem::DiskFull => "command-disk-full",
        Problem::CannotRead => "command-cannot-read",
        _ => "command-cannot-write",
    }
}

fn make_tour(words: &Words, folder: &Path) -> (String, ExitCode) {
    match tour::make(folder) {
        Ok(count) => {
            let folder = folder.display().to_string();
            let said = words.phrase_with("tour-made", [("count", count.into()), ("folder", folder.into())]).shown;
            (said, ExitCode::SUCCESS)
        }
        Err(lost) => {
            let what =
                if let tour::Lost::Screen(not_there) = &lost { format!("\n{not_there:#?}") } else { String::new() };
            (words.shown(lost.words()) + &what, ExitCode::FAILURE)
        }
    }
}
