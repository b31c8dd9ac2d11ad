//! Figures as the benches print them: sorted times, and each beside its limit.
use std::fmt::Display;
use std::io::Write as _;
use std::time::Duration;

/// Prints one line.
pub fn say(line: impl Display) {
    // Whoever has stopped reading does not want the rest.
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// Times that were measured, the shortest first.
pub struct Times(Vec<Duration>);

impl Times {
    /// Sorts what was measured.
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    /// The time that so many hundredths of all are not longer than, in milliseconds.
    pub fn ms(&self, hundredths: usize) -> f64 {
        let last = self.0.len().saturating_sub(1);
        self.0.get((self.0.len() * hundredths / 100).min(last)).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
    }

    /// The middle, nearly all, and the longest.
    pub fn say(&self, what: &str) {
        let [half, most, all] = [50, 95, 100].map(|hundredths| self.ms(hundredths));
        say(format_args!(
            "{what}: half in {half:.2} ms, 95 of 100 in {most:.2} ms, the longest {all:.2} ms, of {}",
            self.0.len()
        ));
    }
}

/// Prints how a figure stands to its limit.
pub fn against(what: &str, found: f64, limit: f64, unit: &str) {
    let verdict = if found <= limit { "kept" } else { "MISSED" };
    say(format_args!("{what}: {found:.2} {unit}, limit {limit:.2} {unit}, ratio {:.2}: {verdict}", found / limit));
}
