//! No recording is deleted too early, whatever people and clocks do.
use super::dice::Dice;
use super::*;

fn day(day: i32, hour: i8) -> DateTime {
    let first = jiff::civil::date(2026, 3, 2).at(hour, 0, 0, 0);
    first.checked_add(jiff::Span::new().days(day)).expect("a day of this time")
}

/// The app is open each day from 9 to 17 for so many days, after these events.
fn after(events: &[Event], days: i32) -> Retention {
    let mut retention = Retention::default();
    for event in events {
        retention.follow(day(0, 9), *event);
    }
    for date in 0..=days {
        retention.follow(day(date, 9), Event::Seen);
        retention.follow(day(date, 17), Event::Seen);
    }
    retention
}

#[test]
fn it_may_go_thirty_days_after_all_is_done() {
    let check = |events: &[Event], days, expected| assert_eq!(after(events, days).may_delete(), expected, "{events:?}");
    let done = [Event::InRecord, Event::Adequate];
    check(&done, 29, Err(Forbidden::TooSoon));
    check(&done, 30, Ok(()));
    check(&[], 400, Err(Forbidden::NotInRecord));
    check(&[Event::Adequate], 400, Err(Forbidden::NotInRecord));
    check(&[Event::InRecord], 400, Err(Forbidden::NotAdequate));
    check(&[Event::Adequate, Event::InRecord], 400, Err(Forbidden::NotAdequate));
    check(&[done[0], done[1], Event::Wrong], 400, Err(Forbidden::Wrong));
    check(&[done[0], done[1], Event::InRecord], 400, Err(Forbidden::NotAdequate));
    check(&[done[0], done[1], Event::Worry], 400, Err(Forbidden::Worry));
    check(&[done[0], done[1], Event::Worry, Event::WorryDone], 400, Ok(()));
    check(&[done[0], done[1], Event::Hold], 400, Err(Forbidden::Hold));
    check(&[done[0], done[1], Event::Hold, Event::Lift], 400, Ok(()));
}

#[test]
fn a_clock_without_a_battery_adds_nothing() {
    // At each start it says 2001, and a moment later the right time.
    let mut retention = after(&[Event::InRecord, Event::Adequate], 3);
    for start in 0..400 {
        retention.follow(jiff::civil::date(2001, 1, 1).at(0, 0, 0, 0), Event::Seen);
        let now = day(4, 9).checked_add(jiff::Span::new().minutes(start)).expect("a day of this time");
        retention.follow(now, Event::Seen);
    }
    assert_eq!(retention.may_delete(), Err(Forbidden::TooSoon));
}

/// What really happened, and when really, in hours.
struct Truth {
    hour: i64,
    /// How far the clock is from the truth, in hours.
    off: i64,
    happened: Vec<(i64, Event)>,
    retention: Retention,
}

impl Truth {
    fn passes(&mut self, hours: i64, event: Event) {
        self.hour += hours;
        let shown = jiff::Span::new().hours(self.hour + self.off);
        let shown = jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0).checked_add(shown).expect("within 200 years");
        self.happened.push((self.hour, event));
        self.retention.follow(shown, event);
    }

    /// Whether it may really go now: told anew from all that happened, with the true time.
    fn may_go(&self) -> bool {
        let last = |event| self.happened.iter().rposition(|(_, other)| *other == event);
        let open = |opens, closes| last(opens).is_some_and(|opened| last(closes) < Some(opened));
        let Some(in_record) = last(Event::InRecord) else { return false };
        let Some(adequate) = self.happened[in_record..].iter().position(|(_, event)| *event == Event::Adequate) else {
            return false;
        };
        let mut since = in_record + adequate;
        // While it is said to be wrong, nothing counts; from the moment that it is right, all counts anew.
        let mut wrong = false;
        for (place, (_, event)) in self.happened.iter().enumerate().skip(in_record) {
            match event {
                Event::Wrong => wrong = true,
                Event::Right if wrong => (wrong, since) = (false, since.max(place)),
                _ => {}
            }
        }
        let passed = self.hour - self.happened[since].0;
        !wrong && !open(Event::Worry, Event::WorryDone) && !open(Event::Hold, Event::Lift) && passed >= 24 * GRACE_DAYS
    }
}

/// One random life of a recording: whether it ever could be deleted. Panics if that was too early.
fn life(dice: &mut Dice) -> bool {
    use Event::{Adequate, Hold, InRecord, Lift, Right, Seen, Worry, WorryDone, Wrong};
    const OFTEN: [Event; 12] =
        [Seen, InRecord, Adequate, Wrong, Right, Worry, WorryDone, Hold, Lift, InRecord, Adequate, Right];
    let mut truth = Truth { hour: 0, off: 0, happened: Vec::new(), retention: Retention::default() };
    let mut went = false;
    for _ in 0..4 + dice.throw(14) {
        match dice.throw(8) {
            // Days of work.
            0..3 => {
                for _ in 0..dice.throw(40) {
                    truth.passes(8, Seen);
                    truth.passes(16, Seen);
                }
            }
            // The computer is off for up to 100 days.
            3 => truth.passes(dice.throw(2400) as i64, Seen),
            // The clock jumps by more than a day, up to 60 years, forward or back, or is put right.
            4 => {
                let jump = LONGEST_GAP_HOURS + 1 + dice.throw(525_000) as i64;
                let right = truth.off.abs() > LONGEST_GAP_HOURS && dice.throw(2) == 0;
                truth.off = match dice.throw(2) {
                    _ if right => 0,
                    0 => (truth.off + jump).min(900_000),
                    _ => (truth.off - jump).max(-900_000),
                };
            }
            _ => truth.passes(dice.throw(24) as i64, OFTEN[dice.throw(OFTEN.len() as u64) as usize]),
        }
        if truth.retention.may_delete().is_ok() {
            assert!(truth.may_go(), "too early: {:?}", truth.happened);
            went = true;
        }
    }
    went
}

/// 100,000 lives; a million where the night has time for them (`ALONGSIDE_NIGHTLY`). No early deletion.
#[test]
fn no_random_life_ends_too_early() {
    let lives = if std::env::var_os("ALONGSIDE_NIGHTLY").is_some() { 1_000_000 } else { 100_000 };
    let mut dice = Dice(0x5EED_0FA1_1A6E);
    let went = (0..lives).filter(|_| life(&mut dice)).count();
    // A rule that forbids everything would pass as well.
    assert!(went > lives / 200, "{went} of {lives} could ever be deleted");
}
