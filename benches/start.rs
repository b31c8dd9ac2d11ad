//! From start to the first content on a real screen, memory, and work at rest: the app beside a bare iced window.
//!
//! Runs both on a display of its own (Xvfb), which lays its screen into a file. That file is looked at every 3 ms: the
//! first content is there when more than five colours are on the screen (an empty window has one, a line of text more).
mod figures;

use std::collections::HashSet;
use std::error::Error;
use std::io::{BufRead as _, BufReader, Read as _, Seek as _, SeekFrom};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use figures::{Times, against, say};

const RUNS: usize = 7;
const BARE: &str = "--bare-window";
/// The limits: how many times the start of a bare window, and how much memory.
const TIMES: f64 = 2.0;
const MEMORY_MB: f64 = 60.0;
const PATIENCE: Duration = Duration::from_secs(30);
const REST: Duration = Duration::from_secs(10);

fn main() -> Result<(), Box<dyn Error>> {
    if std::env::args().any(|word| word == BARE) {
        return Ok(iced::application(|| (), |_: &mut (), (): ()| {}, hello).run()?);
    }
    let needs = ["Xvfb", "xdotool"];
    let missing = |name: &&&str| Command::new(name).arg("-version").stderr(Stdio::null()).stdout(Stdio::null()).spawn();
    if let Some(name) = needs.iter().find(|name| missing(name).map(|mut child| child.wait()).is_err()) {
        say(format_args!("not measured: there is no {name} here"));
        return Ok(());
    }
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let screen = Screen::open(folder.path())?;
    let bare = std::env::current_exe()?;
    let app = Path::new(env!("CARGO_BIN_EXE_alongside"));
    let data = folder.path().join("data");
    let data = data.to_str().ok_or("the folder has an odd name")?;
    let (first, _) = screen.time_start(app, &["--data", data])?;
    say(format_args!("the very first start, which lays out the practice day: {:.0} ms", first.as_secs_f64() * 1000.0));
    let (mut bares, mut apps, mut bare_memory) = (Vec::new(), Vec::new(), (0.0, 0.0));
    for _ in 0..RUNS {
        let (time, program) = screen.time_start(&bare, &[BARE])?;
        bares.push(time);
        std::thread::sleep(Duration::from_secs(1));
        bare_memory = memory(program.0.id())?;
        drop(program);
        apps.push(screen.time_start(app, &["--data", data])?.0);
    }
    let (bares, apps) = (Times::of(bares), Times::of(apps));
    bares.say("a bare window with a line of text, to its first content");
    apps.say("the app, to its first content");
    against("start of the app, half", apps.ms(50), bares.ms(50) * TIMES, "ms");
    let (_, program) = screen.time_start(app, &["--data", data])?;
    let pid = program.0.id();
    std::thread::sleep(Duration::from_secs(3));
    say_memory("a bare window", bare_memory);
    say_memory("the app at the door", memory(pid)?);
    screen.come_in()?;
    std::thread::sleep(Duration::from_secs(4));
    let home = memory(pid)?;
    say_memory("the app on Home", home);
    against("memory on Home", home.0, MEMORY_MB, "MB");
    let before = ticks(pid)?;
    std::thread::sleep(REST);
    say(format_args!("work on Home in {} s at rest: {} hundredths of a second", REST.as_secs(), ticks(pid)? - before));
    Ok(())
}

/// Ends with what measures it.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        // What has ended already need not be ended.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A display, and the file in which it keeps its screen.
struct Screen {
    number: String,
    folder: std::path::PathBuf,
    _server: Program,
}

impl Screen {
    fn open(folder: &Path) -> Result<Self, Box<dyn Error>> {
        let options =
            ["-br", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset", "-fbdir"];
        let mut server = Command::new("Xvfb");
        let server = server.args(options).arg(folder).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = Program(server.spawn()?);
        let mut number = String::new();
        let out = server.0.stdout.take().ok_or("the display says nothing")?;
        let _ = BufReader::new(out).read_line(&mut number)?;
        Ok(Self { number: format!(":{}", number.trim()), folder: folder.to_owned(), _server: server })
    }

    fn run(&self, program: &Path, words: &[&str]) -> Command {
        let mut command = Command::new(program);
        let _ = command.args(words).env("DISPLAY", &self.number).env("HOME", &self.folder);
        // Nothing of the person who runs this is reached, and nothing of theirs is waited for.
        for name in ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_DATA_HOME", "XDG_CACHE_HOME", "AT_SPI_BUS_ADDRESS"] {
            let _ = command.env_remove(name);
        }
        let _ = command.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere").stderr(Stdio::null());
        command
    }

    /// Starts a program, and says how long it took until something could be read.
    fn time_start(&self, program: &Path, words: &[&str]) -> Result<(Duration, Program), Box<dyn Error>> {
        let clear = Instant::now();
        // Two are left: black, and the white rim of the pointer.
        while self.colours()? > 2 {
            if clear.elapsed() > PATIENCE {
                return Err("the last window is still there".into());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        let start = Instant::now();
        let program = Program(self.run(program, words).spawn()?);
        while self.colours()? <= 5 {
            if start.elapsed() > PATIENCE {
                return Err("nothing came on the screen".into());
            }
            std::thread::sleep(Duration::from_millis(3));
        }
        Ok((start.elapsed(), program))
    }

    /// How many colours are on the screen, up to six: every fourth row is looked at.
    fn colours(&self) -> Result<usize, Box<dyn Error>> {
        let mut file = std::fs::File::open(self.folder.join("Xvfb_screen0"))?;
        let mut head = [0; 100];
        file.read_exact(&mut head)?;
        let word = |at: usize| head.get(at..at + 4).and_then(|word| Some(u32::from_be_bytes(word.try_into().ok()?)));
        // As the format of X's window dumps has it: header, height, bytes in a row, entries of 12 bytes.
        let [header, height, row, entries] = [0, 20, 48, 76].map(|at| word(at).unwrap_or_default());
        let mut pixels = vec![0; row as usize];
        let mut colours = HashSet::new();
        for line in (0..height).step_by(4) {
            let at = u64::from(header) + u64::from(entries) * 12 + u64::from(line) * u64::from(row);
            let _ = file.seek(SeekFrom::Start(at))?;
            file.read_exact(&mut pixels)?;
            colours.extend(pixels.chunks_exact(4).map(|pixel| [pixel[0], pixel[1], pixel[2]]));
            if colours.len() > 5 {
                break;
            }
        }
        Ok(colours.len())
    }

    fn xdotool(&self, words: &[&str]) -> Result<String, Box<dyn Error>> {
        let said = self.run(Path::new("xdotool"), words).output()?;
        Ok(String::from_utf8(said.stdout)?.trim().to_owned())
    }

    /// Goes from key to key at the door, and presses each, until Sam's Home is open.
    fn come_in(&self) -> Result<(), Box<dyn Error>> {
        let windows = self.xdotool(&["search", "--onlyvisible", "--name", "^Alongside$"])?;
        let window = windows.lines().next().ok_or("there is no window")?;
        let _ = self.xdotool(&["windowfocus", "--sync", window])?;
        for _ in 0..12 {
            let _ = self.xdotool(&["key", "--delay", "300", "Tab", "Return"])?;
            std::thread::sleep(Duration::from_millis(700));
            if self.xdotool(&["getwindowname", window])?.starts_with("Home") {
                return Ok(());
            }
            let _ = self.xdotool(&["key", "Escape"])?;
            std::thread::sleep(Duration::from_millis(300));
        }
        Err("nobody can come in".into())
    }
}

/// Resident, and of that its own share, in MB.
fn memory(pid: u32) -> Result<(f64, f64), Box<dyn Error>> {
    let field = |file: &str, name: &str| -> Result<f64, Box<dyn Error>> {
        let all = std::fs::read_to_string(format!("/proc/{pid}/{file}"))?;
        let line = all.lines().find_map(|line| line.strip_prefix(name)).ok_or("no such line")?;
        let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kilobytes / 1024.0)
    };
    Ok((field("status", "VmRSS:")?, field("smaps_rollup", "Pss:")?))
}

fn say_memory(what: &str, (resident, share): (f64, f64)) {
    say(format_args!("memory of {what}: {resident:.1} MB resident, {share:.1} MB its own share"));
}

/// Hundredths of a second that a program has worked.
fn ticks(pid: u32) -> Result<u64, Box<dyn Error>> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
    let after_name = stat.rsplit(") ").next().unwrap_or_default();
    let times: Vec<u64> = after_name.split(' ').skip(11).take(2).filter_map(|time| time.parse().ok()).collect();
    Ok(times.iter().sum())
}

fn hello((): &()) -> iced::Element<'_, ()> {
    iced::widget::text("Hello").into()
}
