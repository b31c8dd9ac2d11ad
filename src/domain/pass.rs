//! A bus pass: whether it works at a time.
//!
//! England: the Transport Act 2000 gives Monday to Friday from 09:30 to 23:00, and any time at weekends and on bank
//! holidays. Many places let disabled people travel earlier (60 in 100 authorities: Department for Transport, year to
//! March 2025), and no list says which: so the app says "ask" until somebody knows. Wales and Scotland: any time. A
//! pass is not good across the border in general. Northern Ireland has a SmartPass of its own, with rules of its own:
//! "ask". What is not known is never promised.
use jiff::civil::{DateTime, Time};
use serde::{Deserialize, Serialize};

use super::travel::holidays::{is_bank_holiday, is_weekend};
use super::travel::line::Mode;
use super::travel::trip::Trip;

/// The nation that a pass is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Nation {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::England, Self::Wales, Self::Scotland, Self::NorthernIreland];
}

/// Whether a pass from England works before half past nine on a weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Early {
    /// It does: the council says so.
    Yes,
    /// It does not.
    No,
    /// Nobody knows yet.
    #[default]
    Ask,
}

/// A person's bus pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pass {
    /// Where it is from.
    pub nation: Nation,
    /// Whether it works early.
    #[serde(default)]
    pub early: Early,
    /// Whether somebody can come along on it. `None`: nobody knows yet.
    #[serde(default)]
    pub companion: Option<bool>,
}

/// Whether a pass works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Works {
    /// It does.
    Yes,
    /// One has to ask.
    Ask,
    /// It does not before this time.
    NotBefore(Time),
    /// It does not after this time.
    NotAfter(Time),
}

/// From when a pass from England works on weekdays, by law.
const FROM: Time = Time::constant(9, 30, 0, 0);
/// Until when.
const UNTIL: Time = Time::constant(23, 0, 0, 0);

impl Pass {
    /// A pass of which no more is known than where it is from.
    #[must_use]
    pub fn from(nation: Nation) -> Self {
        Self { nation, early: Early::Ask, companion: None }
    }

    /// Whether it works on a bus at home that one gets on at this time.
    #[must_use]
    pub fn works(self, at: DateTime) -> Works {
        match self.nation {
            Nation::Wales | Nation::Scotland => return Works::Yes,
            Nation::NorthernIreland => return Works::Ask,
            Nation::England => {}
        }
        let any_time = is_weekend(at.date()) || is_bank_holiday(self.nation, at.date());
        match (at.time(), self.early) {
            _ if any_time => Works::Yes,
            (time, Early::Yes) if time < FROM => Works::Yes,
            (time, Early::No) if time < FROM => Works::NotBefore(FROM),
            (time, Early::No) if time > UNTIL => Works::NotAfter(UNTIL),
            (time, _) if time < FROM || time > UNTIL => Works::Ask,
            _ => Works::Yes,
        }
    }

    /// Whether it works on a whole trip. `None`: the trip needs no pass, for it is all on foot.
    #[must_use]
    pub fn works_for(self, trip: &Trip) -> Option<Works> {
        let rides = trip.rides().map(|ride| {
            let at_home = nation_of(&ride.on.stop.id).is_none_or(|nation| nation == self.nation);
            let is_bus = matches!(ride.line.mode, Mode::Bus | Mode::Trolleybus);
            // Over the border, or on a train: some take it, some do not.
            if at_home && is_bus { self.works(ride.on.departs) } else { Works::Ask }
        });
        rides.max_by_key(|works| match works {
            Works::Yes => 0,
            Works::Ask => 1,
            Works::NotBefore(_) | Works::NotAfter(_) => 2,
        })
    }
}

/// The nation that a stop is in, by the first figures of its ATCO code. `None`: the name of the stop does not tell.
fn nation_of(stop: &str) -> Option<Nation> {
    let figures = stop.bytes().take_while(u8::is_ascii_digit).count();
    let area = stop.get(..3).filter(|_| figures >= 3 && stop.len() >= 8)?;
    Some(match area.parse::<u16>().ok()? {
        10..=499 => Nation::England,
        511..=599 => Nation::Wales,
        601..=699 => Nation::Scotland,
        700 => Nation::NorthernIreland,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::domain::travel::line::Line;
    use crate::domain::travel::position::Position;
    use crate::domain::travel::trip::{Call, Leg, Point, Ride, Stop};

    const TUESDAY: (i16, i8, i8) = (2026, 3, 3);

    fn at((year, month, day): (i16, i8, i8), hour: i8, minute: i8) -> DateTime {
        date(year, month, day).at(hour, minute, 0, 0)
    }

    fn england(early: Early) -> Pass {
        Pass { early, ..Pass::from(Nation::England) }
    }

    #[test]
    fn in_england_the_law_gives_half_past_nine_to_eleven_on_weekdays() {
        for early in [Early::Yes, Early::No, Early::Ask] {
            for (hour, minute) in [(9, 30), (12, 0), (23, 0)] {
                assert_eq!(england(early).works(at(TUESDAY, hour, minute)), Works::Yes);
            }
        }
        let before = at(TUESDAY, 9, 29);
        assert_eq!(england(Early::No).works(before), Works::NotBefore(FROM));
        assert_eq!(england(Early::Ask).works(before), Works::Ask);
        assert_eq!(england(Early::Yes).works(before), Works::Yes);
        let after = at(TUESDAY, 23, 1);
        assert_eq!(england(Early::No).works(after), Works::NotAfter(UNTIL));
        assert_eq!(england(Early::Ask).works(after), Works::Ask);
        // That it works early says nothing of late.
        assert_eq!(england(Early::Yes).works(after), Works::Ask);
    }

    #[test]
    fn in_england_it_works_at_any_time_at_weekends_and_on_bank_holidays() {
        for day in [(2026, 3, 7), (2026, 3, 8), (2026, 4, 3), (2026, 12, 28)] {
            for hour in [0, 7, 23] {
                assert_eq!(england(Early::No).works(at(day, hour, 45)), Works::Yes, "{day:?}");
            }
        }
        // Easter Monday is a holiday there; 2 January is not.
        assert_eq!(england(Early::No).works(at((2026, 1, 2), 8, 0)), Works::NotBefore(FROM));
    }

    #[test]
    fn elsewhere_it_works_at_any_time_or_one_asks() {
        for (nation, expected) in
            [(Nation::Wales, Works::Yes), (Nation::Scotland, Works::Yes), (Nation::NorthernIreland, Works::Ask)]
        {
            for hour in [0, 8, 12, 23] {
                assert_eq!(Pass::from(nation).works(at(TUESDAY, hour, 30)), expected);
            }
        }
    }

    /// A trip that gets on at these stops at these hours.
    fn trip(rides: &[(Mode, &str, i8)]) -> Trip {
        let ride = |(mode, stop, hour): &(Mode, &str, i8)| {
            let at = at(TUESDAY, *hour, 0);
            let position = Position { latitude: 53.9, longitude: -4.2 };
            let (id, code, name, platform) = ((*stop).to_owned(), String::new(), String::new(), String::new());
            let call = Call { stop: Stop { id, code, name, platform, position }, arrives: at, departs: at };
            let (short_name, long_name, agency) = (String::new(), String::new(), String::new());
            let line = Line { short_name, long_name, agency, colour: None, letters: None, mode: *mode };
            Leg::Ride(Ride { line, headsign: String::new(), on: call.clone(), between: Vec::new(), off: call })
        };
        let (leave, arrive) = (at(TUESDAY, 7, 0), at(TUESDAY, 12, 0));
        Trip { begins: Point::Start, legs: rides.iter().map(ride).collect(), leave, arrive }
    }

    #[test]
    fn a_trip_is_as_good_as_its_worst_ride() {
        let works = |pass: Pass, rides: &[(Mode, &str, i8)]| pass.works_for(&trip(rides));
        let (no, bus) = (england(Early::No), Mode::Bus);
        assert_eq!(works(no, &[]), None, "all on foot");
        assert_eq!(works(no, &[(bus, "elm", 10), (bus, "oak", 11)]), Some(Works::Yes));
        assert_eq!(works(no, &[(bus, "elm", 9), (bus, "oak", 10)]), Some(Works::NotBefore(FROM)));
        // Half of the trip costs money for sure, whatever is said of the other half.
        assert_eq!(works(no, &[(Mode::Train, "elm", 8), (bus, "oak", 9)]), Some(Works::NotBefore(FROM)));
        for pass in [no, Pass::from(Nation::Wales)] {
            assert_eq!(works(pass, &[(bus, "elm", 10), (Mode::Train, "oak", 11)]), Some(Works::Ask));
        }
        // Over the border.
        assert_eq!(works(Pass::from(Nation::Wales), &[(bus, "5530AWD70001", 8)]), Some(Works::Yes));
        assert_eq!(works(Pass::from(Nation::Wales), &[(bus, "0100BRP90310", 8)]), Some(Works::Ask));
        assert_eq!(works(no, &[(bus, "6200206520", 12)]), Some(Works::Ask));
    }

    #[test]
    fn the_code_of_a_stop_tells_its_nation() {
        for (stop, nation) in [
            ("490008660N", Some(Nation::England)),
            ("0100BRP90310", Some(Nation::England)),
            ("5530AWD70001", Some(Nation::Wales)),
            ("6200206520", Some(Nation::Scotland)),
            ("700000015363", Some(Nation::NorthernIreland)),
            ("9100CRDFCEN", None),
            ("elm-house", None),
            ("42", None),
            ("", None),
            ("12é45678", None),
        ] {
            assert_eq!(nation_of(stop), nation, "{stop}");
        }
    }
}
