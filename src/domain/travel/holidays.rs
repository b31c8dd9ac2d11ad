//! Bank holidays of the nations of the United Kingdom, worked out for any year.
//!
//! Their rules are those of the list that gov.uk publishes. What is proclaimed for one year only is not here: the
//! coronation on 8 May 2023, or the day for the football in Scotland on 15 June 2026. Nor is one that is moved for one
//! year, as in May 2020.
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::domain::pass::Nation;

/// Whether a day is a bank holiday there.
#[must_use]
pub fn is_bank_holiday(nation: Nation, day: Date) -> bool {
    bank_holidays(nation, day.year()).contains(&day)
}

/// All bank holidays of a year, in order. A holiday on a weekend is kept on the next weekday that is none.
#[must_use]
pub fn bank_holidays(nation: Nation, year: i16) -> Vec<Date> {
    let on = |month: i8, day: i8| Date::new(year, month, day).ok();
    let easter = easter(year);
    let from_easter = |days: i64| easter.and_then(|easter| easter.checked_add(days.days()).ok());
    let monday = |month: i8, nth: i8| on(month, 1)?.nth_weekday_of_month(nth, Weekday::Monday).ok();
    let (good_friday, easter_monday) = (from_easter(-2), from_easter(1));
    let (early_may, spring) = (monday(5, 1), monday(5, -1));
    let may = [early_may, spring];
    let christmas = [on(12, 25), on(12, 26)];
    // Days that belong together: where both are on a weekend, the second goes after the first.
    let groups: Vec<Vec<Option<Date>>> = match nation {
        Nation::England | Nation::Wales => {
            vec![vec![on(1, 1)], vec![good_friday, easter_monday], may.into(), vec![monday(8, -1)], christmas.into()]
        }
        Nation::Scotland => vec![
            vec![on(1, 1), on(1, 2)],
            vec![good_friday],
            may.into(),
            vec![monday(8, 1)],
            vec![on(11, 30)],
            christmas.into(),
        ],
        Nation::NorthernIreland => vec![
            vec![on(1, 1)],
            vec![on(3, 17)],
            vec![good_friday, easter_monday],
            may.into(),
            vec![on(7, 12)],
            vec![monday(8, -1)],
            christmas.into(),
        ],
    };
    let mut all: Vec<Date> = groups.into_iter().flat_map(|days| on_weekdays(days.into_iter().flatten())).collect();
    all.sort_unstable();
    all
}

/// Moves each day that is on a weekend to the next weekday that is free.
fn on_weekdays(days: impl Iterator<Item = Date>) -> Vec<Date> {
    let (mut kept, moved): (Vec<_>, Vec<_>) = days.partition(|day| !is_weekend(*day));
    for mut day in moved {
        while is_weekend(day) || kept.contains(&day) {
            let Ok(next) = day.tomorrow() else { break };
            day = next;
        }
        kept.push(day);
    }
    kept
}

/// Whether it is a Saturday or a Sunday.
#[must_use]
pub fn is_weekend(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// Easter Sunday, by the anonymous Gregorian computus.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moved = (century + 8) / 25;
    let epact = (19 * golden + century - century / 4 - (century - moved + 1) / 3 + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    Date::new(year as i16, (days / 31) as i8, (days % 31 + 1) as i8).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    /// As gov.uk published them, without what was proclaimed for one year only.
    fn check(nation: Nation, year: i16, published: &str) {
        let found = bank_holidays(nation, year);
        let found: Vec<_> = found.iter().map(|day| format!("{}.{}", day.day(), day.month())).collect();
        assert_eq!(found.join(" "), published, "{nation:?} {year}");
    }

    #[test]
    fn the_days_are_those_that_were_published() {
        for nation in [Nation::England, Nation::Wales] {
            check(nation, 2023, "2.1 7.4 10.4 1.5 29.5 28.8 25.12 26.12");
            check(nation, 2024, "1.1 29.3 1.4 6.5 27.5 26.8 25.12 26.12");
            check(nation, 2025, "1.1 18.4 21.4 5.5 26.5 25.8 25.12 26.12");
            check(nation, 2026, "1.1 3.4 6.4 4.5 25.5 31.8 25.12 28.12");
            check(nation, 2027, "1.1 26.3 29.3 3.5 31.5 30.8 27.12 28.12");
        }
        check(Nation::Scotland, 2023, "2.1 3.1 7.4 1.5 29.5 7.8 30.11 25.12 26.12");
        check(Nation::Scotland, 2024, "1.1 2.1 29.3 6.5 27.5 5.8 2.12 25.12 26.12");
        check(Nation::Scotland, 2025, "1.1 2.1 18.4 5.5 26.5 4.8 1.12 25.12 26.12");
        check(Nation::Scotland, 2026, "1.1 2.1 3.4 4.5 25.5 3.8 30.11 25.12 28.12");
        check(Nation::Scotland, 2027, "1.1 4.1 26.3 3.5 31.5 2.8 30.11 27.12 28.12");
        check(Nation::NorthernIreland, 2023, "2.1 17.3 7.4 10.4 1.5 29.5 12.7 28.8 25.12 26.12");
        check(Nation::NorthernIreland, 2024, "1.1 18.3 29.3 1.4 6.5 27.5 12.7 26.8 25.12 26.12");
        check(Nation::NorthernIreland, 2025, "1.1 17.3 18.4 21.4 5.5 26.5 14.7 25.8 25.12 26.12");
        check(Nation::NorthernIreland, 2026, "1.1 17.3 3.4 6.4 4.5 25.5 13.7 31.8 25.12 28.12");
        check(Nation::NorthernIreland, 2027, "1.1 17.3 26.3 29.3 3.5 31.5 12.7 30.8 27.12 28.12");
    }

    #[test]
    fn christmas_on_a_weekend_goes_on_the_weekdays_after_it() {
        let at_christmas =
            |year| bank_holidays(Nation::Wales, year).into_iter().rev().take(2).rev().collect::<Vec<_>>();
        // Saturday and Sunday; Sunday and Monday; Friday and Saturday.
        assert_eq!(at_christmas(2021), [date(2021, 12, 27), date(2021, 12, 28)]);
        assert_eq!(at_christmas(2022), [date(2022, 12, 26), date(2022, 12, 27)]);
        assert_eq!(at_christmas(2020), [date(2020, 12, 25), date(2020, 12, 28)]);
    }

    #[test]
    fn easter_is_known_long_before_and_after() {
        for day in [date(1818, 3, 22), date(1943, 4, 25), date(2000, 4, 23), date(2038, 4, 25), date(2285, 3, 22)] {
            assert_eq!(easter(day.year()), Some(day));
        }
    }

    proptest! {
        #[test]
        fn no_bank_holiday_is_on_a_weekend_or_twice(year in 1900_i16..2300) {
            for nation in [Nation::England, Nation::Scotland, Nation::NorthernIreland] {
                let days = bank_holidays(nation, year);
                let count = if nation == Nation::England { 8 } else if nation == Nation::Scotland { 9 } else { 10 };
                prop_assert_eq!(days.len(), count);
                prop_assert!(days.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", days);
                prop_assert!(days.iter().all(|day| !is_weekend(*day) && is_bank_holiday(nation, *day)));
            }
        }
    }
}
