//! What goes from a stop, and to where.
use std::collections::HashMap;

use crate::domain::travel::timetable::stops::StopIndex;
use crate::domain::travel::timetable::{LineIndex, PatternIndex, Timetable, TripIndex};

/// A line at a stop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineThere {
    /// The line; of lines that look the same, the first.
    pub line: LineIndex,
    /// Where it goes from here: what is written on the front most often, two at most. Where nothing
    /// is written, the name of the last stop.
    pub towards: Vec<String>,
    /// How many different trips of it call here.
    pub trips: usize,
}

/// The most signs that are told of one line.
const MOST_SIGNS: usize = 2;

/// The lines on which one can get on at a stop, the most frequent first.
pub(super) fn lines_at(timetable: &Timetable, stop: StopIndex) -> Vec<LineThere> {
    let mut lines: Vec<(LineIndex, HashMap<&str, usize>)> = Vec::new();
    for visit in timetable.visits(stop) {
        let pattern = visit.pattern();
        let may_board = timetable.calls(pattern).get(usize::from(visit.call)).is_some_and(|call| call.board());
        if may_board {
            let signs = signs_of(&mut lines, timetable, timetable.line_of(pattern));
            for trip in timetable.trips(pattern).map(TripIndex) {
                *signs.entry(sign(timetable, pattern, trip)).or_default() += 1;
            }
        }
    }
    let mut lines: Vec<_> = lines.into_iter().map(|(line, signs)| there(line, &signs)).collect();
    lines.sort_by_key(|there| (std::cmp::Reverse(there.trips), there.line));
    lines
}

/// The signs of a line, or of one that looks the same.
fn signs_of<'l, 't>(
    lines: &'l mut Vec<(LineIndex, HashMap<&'t str, usize>)>,
    timetable: &Timetable,
    line: LineIndex,
) -> &'l mut HashMap<&'t str, usize> {
    let looks_like = |known: LineIndex| {
        let pair = timetable.line(known).zip(timetable.line(line));
        pair.is_some_and(|(known, line)| known.looks_like(line))
    };
    let place = lines.iter().position(|(known, _)| looks_like(*known));
    let place = place.unwrap_or_else(|| {
        lines.push((line, HashMap::new()));
        lines.len() - 1
    });
    &mut lines[place].1
}

fn there(line: LineIndex, signs: &HashMap<&str, usize>) -> LineThere {
    let mut by_trips: Vec<_> = signs.iter().collect();
    by_trips.sort_by_key(|(sign, trips)| (std::cmp::Reverse(**trips), **sign));
    LineThere {
        line,
        towards: by_trips.iter().take(MOST_SIGNS).map(|(sign, _)| (**sign).to_owned()).collect(),
        trips: by_trips.iter().map(|(_, trips)| **trips).sum(),
    }
}

fn sign(timetable: &Timetable, pattern: PatternIndex, trip: TripIndex) -> &str {
    match timetable.headsign(trip) {
        "" => {
            let last = timetable.calls(pattern).last();
            last.map_or("", |call| timetable.stops().name(call.stop()))
        }
        sign => sign,
    }
}
