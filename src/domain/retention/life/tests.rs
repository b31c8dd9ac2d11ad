//! Random lives, told from what is stored: nothing may go before it may, told anew with the true time.
use jiff::civil::DateTime;

use super::*;
use crate::domain::debrief::DebriefId;
use crate::domain::person::PersonId;
use crate::domain::retention::dice::Dice;
use crate::domain::retention::{Forbidden, GRACE_DAYS, LONGEST_GAP_HOURS};

fn step(what: What) -> Fact {
    Fact::Step(StoryStep {
        debrief: DebriefId("d".to_owned()),
        worker: PersonId("sam".to_owned()),
        by: PersonId("erin".to_owned()),
        at: jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0),
        what,
    })
}

fn in_record(mark: &str) -> Fact {
    step(What::InRecord { system: "RiO".to_owned(), mark: mark.to_owned(), correction: false })
}

fn adequate(mark: &str) -> Fact {
    step(What::Adequate { mark: mark.to_owned() })
}

fn heard(verdict: Verdict, mark: &str) -> Fact {
    step(What::Heard { verdict, clip: None, words: None, headings: Vec::new(), mark: mark.to_owned() })
}

fn after(hours: i64) -> DateTime {
    let first = jiff::civil::date(2026, 3, 2).at(9, 0, 0, 0);
    first.checked_add(jiff::Span::new().hours(hours)).expect("within 200 years")
}

/// These facts, then so many days on each of which the app is used two times.
fn days_after(facts: Vec<Fact>, days: i64) -> Result<(), Forbidden> {
    let facts = facts.into_iter().map(|fact| Moment { device: "a", at: after(0), fact });
    let seen = |hour| Moment { device: "a", at: after(hour), fact: Fact::Seen };
    let all = facts.chain((0..=days).flat_map(|day| [seen(24 * day), seen(24 * day + 8)]));
    Life::of(all).retention().may_delete()
}

#[test]
fn what_was_said_of_these_words_counts_and_nothing_else() {
    let check = |facts: Vec<Fact>, expected| assert_eq!(days_after(facts.clone(), 40), expected, "{facts:?}");
    let sent = || step(What::Sent);
    check(vec![sent(), in_record("a"), adequate("a")], Ok(()));
    check(vec![sent(), in_record("a"), adequate("b")], Err(Forbidden::NotAdequate));
    check(vec![sent(), in_record("a"), adequate("a"), in_record("b")], Err(Forbidden::NotAdequate));
    let wrong = || heard(Verdict::Wrong, "a");
    check(vec![sent(), in_record("a"), adequate("a"), wrong()], Err(Forbidden::Wrong));
    // The same words again do not put right what is wrong with them; other words do.
    check(vec![sent(), in_record("a"), wrong(), in_record("a"), adequate("a")], Err(Forbidden::Wrong));
    check(vec![sent(), in_record("a"), wrong(), in_record("b"), adequate("b")], Ok(()));
    check(vec![sent(), in_record("a"), adequate("a"), heard(Verdict::DontGetIt, "a")], Err(Forbidden::Wrong));
    check(vec![sent(), in_record("a"), adequate("a"), sent()], Err(Forbidden::NotInRecord));
    // Of two holds one is lifted.
    let done = || vec![sent(), in_record("a"), adequate("a")];
    let with = |more: Vec<Fact>| done().into_iter().chain(more).collect::<Vec<_>>();
    check(with(vec![Fact::HoldAll(true), Fact::HoldStory(true), Fact::HoldAll(false)]), Err(Forbidden::Hold));
    check(with(vec![Fact::HoldAll(true), Fact::HoldAll(false)]), Ok(()));
    check(with(vec![Fact::Worry]), Err(Forbidden::Worry));
    check(with(vec![Fact::Worry, Fact::WorryDone, Fact::Worry]), Ok(()));
}

#[test]
fn between_two_computers_no_time_passes() {
    let done = [step(What::Sent), in_record("a"), adequate("a")];
    let done = done.into_iter().map(|fact| Moment { device: "a", at: after(0), fact });
    // Each day another computer writes one thing.
    let days = (1..400).map(|day| Moment {
        device: if day % 2 == 0 { "a" } else { "b" },
        at: after(20 * day),
        fact: Fact::Seen,
    });
    assert_eq!(Life::of(done.chain(days)).retention().may_delete(), Err(Forbidden::TooSoon));
}

fn mark(dice: &mut Dice) -> &'static str {
    ["a", "b"][dice.throw(2) as usize]
}

/// Whether it may really go, told anew from all that happened and when really, in hours.
fn may_go(happened: &[(i64, Fact)], now: i64) -> bool {
    let last = |wanted: &Fact| happened.iter().rposition(|(_, fact)| fact == wanted);
    let stands = |on: Fact, off: Fact| last(&on).is_some_and(|at| last(&off) < Some(at));
    if stands(Fact::HoldAll(true), Fact::HoldAll(false)) || stands(Fact::HoldStory(true), Fact::HoldStory(false)) {
        return false;
    }
    if last(&Fact::Worry).is_some() && last(&Fact::WorryDone).is_none() {
        return false;
    }
    let since_sent = last(&step(What::Sent)).map_or(0, |at| at + 1);
    let told: Vec<_> = happened[since_sent..]
        .iter()
        .filter_map(|(hour, fact)| match fact {
            Fact::Step(step) => Some((*hour, &step.what)),
            _ => None,
        })
        .collect();
    let mark_of = |what: &What| match what {
        What::InRecord { mark, .. } => Some(mark.clone()),
        _ => None,
    };
    let put: Vec<_> = told.iter().enumerate().filter_map(|(at, (_, what))| Some((at, mark_of(what)?))).collect();
    let Some((last_put, mark)) = put.last().cloned() else { return false };
    // The same words may have been put there several times.
    let first_put = put.iter().rev().take_while(|(_, other)| *other == mark).last().map_or(last_put, |(at, _)| *at);
    let Some(said) = told[last_put..]
        .iter()
        .find_map(|(hour, what)| matches!(what, What::Adequate { mark: of } if *of == mark).then_some(*hour))
    else {
        return false;
    };
    let (mut wrong, mut since) = (false, said);
    for (hour, what) in &told[first_put..] {
        if let What::Heard { verdict, mark: of, .. } = what
            && *of == mark
        {
            if wrong && *verdict == Verdict::Right {
                since = since.max(*hour);
            }
            wrong = *verdict != Verdict::Right;
        }
    }
    !wrong && now - since >= 24 * GRACE_DAYS
}

/// One random life on up to two computers whose clocks are set by anybody. Panics if it ends too early.
fn life(dice: &mut Dice) -> bool {
    let (mut hour, mut off, mut device) = (0_i64, [0_i64; 2], 0_usize);
    let (mut life, mut happened, mut went) = (Life::default(), Vec::new(), false);
    for _ in 0..5 + dice.throw(14) {
        let mut passes = |life: &mut Life, hours: i64, device: usize, off: [i64; 2], fact: Fact| {
            hour += hours;
            happened.push((hour, fact.clone()));
            life.take(&Moment { device: ["a", "b"][device], at: after(hour + off[device]), fact });
        };
        match dice.throw(10) {
            0..3 => {
                for _ in 0..dice.throw(45) {
                    passes(&mut life, 8, device, off, Fact::Seen);
                    passes(&mut life, 16, device, off, Fact::Seen);
                }
            }
            3 => passes(&mut life, dice.throw(2400) as i64, device, off, Fact::Seen),
            4 => {
                let jump = LONGEST_GAP_HOURS + 1 + dice.throw(400_000) as i64;
                off[device] = match dice.throw(3) {
                    0 if off[device].abs() > LONGEST_GAP_HOURS => 0,
                    1 => (off[device] + jump).min(800_000),
                    _ => (off[device] - jump).max(-800_000),
                };
            }
            5 => device = dice.throw(2) as usize,
            _ => {
                let fact = match dice.throw(12) {
                    0..3 => in_record(mark(dice)),
                    3..6 => adequate(mark(dice)),
                    6 => heard(Verdict::Right, mark(dice)),
                    7 => heard([Verdict::Wrong, Verdict::DontGetIt][dice.throw(2) as usize], mark(dice)),
                    8 => [Fact::Worry, Fact::WorryDone, Fact::WorryDone][dice.throw(3) as usize].clone(),
                    9 => Fact::HoldAll(dice.throw(3) == 0),
                    10 => Fact::HoldStory(dice.throw(3) == 0),
                    _ => step(What::Sent),
                };
                passes(&mut life, dice.throw(20) as i64, device, off, fact);
            }
        }
        if life.retention().may_delete().is_ok() {
            assert!(may_go(&happened, hour), "too early: {happened:?}");
            went = true;
        }
    }
    went
}

/// 50,000 lives; a million where the night has time for them (`ALONGSIDE_NIGHTLY`). No early deletion.
#[test]
fn no_random_life_that_is_stored_ends_too_early() {
    let lives = if std::env::var_os("ALONGSIDE_NIGHTLY").is_some() { 1_000_000 } else { 50_000 };
    let mut dice = Dice(0x0DDB_A110_F5EE_D001);
    let went = (0..lives).filter(|_| life(&mut dice)).count();
    // A rule that forbids everything would pass as well.
    assert!(went > lives / 200, "{went} of {lives} could ever be deleted");
}
