//! What was read of a timetable, and why it could not be read, in plain words.
use crate::domain::travel::gtfs::Table;
use crate::domain::travel::gtfs::report::{Oddity, Report};
use crate::screen::Ctx;
use crate::store::timetable::Failed;
use crate::words::{Arg, Phrase};

/// The most names of companies that are told.
const MOST_NAMES: usize = 3;

/// What was read, line by line, each with its icon.
pub fn report(ctx: Ctx<'_>, report: &Report) -> Vec<(&'static str, Phrase)> {
    let count = |key, count: usize| ctx.words.phrase_with(key, [("count", Arg::from(grouped(count as u64)))]);
    let days = [
        ("from", Arg::from(ctx.words.day_of_year(report.first_day).shown)),
        ("to", Arg::from(ctx.words.day_of_year(report.last_day).shown)),
    ];
    let mut lines = vec![("bus", companies(ctx, &report.agencies))];
    lines.push(("calendar", ctx.words.phrase_with("report-days", days)));
    lines.push(("pin", count("report-stops", report.stops)));
    lines.push(("route", count("report-lines", report.lines)));
    lines.push(("list", count("report-trips", report.trips)));
    lines.extend(report.oddities.iter().filter_map(|(oddity, times)| {
        let args = [("count", Arg::from(grouped(*times)))];
        Some(("alert", ctx.words.phrase_with(odd(*oddity)?, args)))
    }));
    lines
}

/// "From First Bus, Newport Bus and 4 more."
pub(super) fn companies(ctx: Ctx<'_>, names: &[String]) -> Phrase {
    let shown: Vec<_> = names.iter().take(MOST_NAMES).cloned().collect();
    let more = names.len() - shown.len();
    let args = [("names", Arg::from(shown.join(", "))), ("count", Arg::from(more))];
    match (shown.is_empty(), more) {
        (true, _) => ctx.phrase("report-no-names"),
        (false, 0) => ctx.words.phrase_with("report-names", args),
        (false, _) => ctx.words.phrase_with("report-names-more", args),
    }
}

/// Whether the times have ended, or not begun.
pub fn out_of_date(ctx: Ctx<'_>, report: &Report) -> Option<Phrase> {
    let (key, day) = match ctx.today() {
        today if today > report.last_day => ("report-old", report.last_day),
        today if today < report.first_day => ("report-early", report.first_day),
        _ => return None,
    };
    Some(ctx.words.phrase_with(key, [("day", ctx.words.day_of_year(day).shown.into())]))
}

/// What is worth telling of what was odd. The rest makes no difference to a trip.
fn odd(oddity: Oddity) -> Option<&'static str> {
    Some(match oddity {
        Oddity::RepeatedRoughly => "odd-roughly",
        Oddity::CallsByArrangement => "odd-arrangement",
        Oddity::TripsTooShort | Oddity::TimesRunBackwards | Oddity::TripsWithoutService => "odd-left-out",
        Oddity::DuplicateTrips => "odd-twice",
        Oddity::BadRows | Oddity::UnknownStops | Oddity::UnknownTrips => "odd-rows",
        Oddity::BlankNames => "odd-names",
        Oddity::StopsWithoutPlace => "odd-nowhere",
        Oddity::NoAgency
        | Oddity::FootpathsWorkedOut
        | Oddity::UnusedStops
        | Oddity::UnknownRouteTypes
        | Oddity::TimesFilledIn
        | Oddity::EndsWithoutTime
        | Oddity::TripsSorted
        | Oddity::RepeatedExactly
        | Oddity::TransfersSkipped
        | Oddity::TablesLeftOut => return None,
    })
}

/// What went wrong, in one sentence.
pub fn failed(ctx: Ctx<'_>, failed: Failed) -> Phrase {
    let file = |key, table: Table| ctx.words.phrase_with(key, [("file", Arg::from(table.file_name()))]);
    match failed {
        Failed::NotAZip => ctx.phrase("failed-not-zip"),
        Failed::Empty => ctx.phrase("failed-empty"),
        Failed::Encrypted => ctx.phrase("failed-locked"),
        Failed::Damaged => ctx.phrase("failed-damaged"),
        Failed::MissingTable(table) => file("failed-missing", table),
        Failed::MissingColumn(table, column) => {
            let args = [("file", Arg::from(table.file_name())), ("column", Arg::from(column))];
            ctx.words.phrase_with("failed-column", args)
        }
        Failed::TooBig => ctx.phrase("failed-too-big"),
        Failed::Broken { table, .. } => file("failed-broken", table),
        Failed::NoTrips => ctx.phrase("failed-no-trips"),
        Failed::Cancelled => ctx.phrase("failed-cancelled"),
        Failed::NoRoom => ctx.phrase("failed-no-room"),
        Failed::CannotRead => ctx.phrase("failed-cannot-read"),
        Failed::CannotWrite => ctx.phrase("failed-cannot-write"),
    }
}

/// The key of what to do now.
pub fn what_now(failed: Failed) -> &'static str {
    match failed {
        Failed::NoRoom => "now-make-room",
        Failed::CannotWrite => "now-ask-it",
        Failed::CannotRead => "now-look-again",
        Failed::Damaged => "now-download",
        _ => "now-other-file",
    }
}

/// A number with its thousands apart: 12,345.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && place % 3 == first {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_stand_apart() {
        let check = |number, expected| assert_eq!(grouped(number), expected);
        check(0, "0");
        check(999, "999");
        check(1000, "1,000");
        check(12_345, "12,345");
        check(1_234_567, "1,234,567");
    }
}
