//! What waits for staff, in the order of need: a worry is never below anything else.
use jiff::civil::DateTime;

use super::brief::{ConcernBrief, VisitBrief};
use super::story::{ConcernStep, ConcernWhat, Story, Verdict};
use super::told::ConcernKind;

/// Why something waits, the most pressing first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Someone is in danger, and nobody has seen it.
    Danger,
    /// A worry that nobody has seen. "Not sure" and a skipped question count.
    Worry,
    /// A worry that has been seen, and nothing is written of what was done.
    WorrySeen,
    /// The team needs to know today, and it is not written yet.
    Today,
    /// The worker heard the note, and something is wrong or not understood.
    Wrong,
    /// It waits to be written in the record.
    ToWrite,
    /// It is in the record; the worker has not heard it yet.
    ToBeHeard,
    /// All is done.
    Done,
}

impl Need {
    /// Whether staff must do something.
    #[must_use]
    pub fn is_open(self) -> bool {
        self < Self::ToBeHeard
    }

    /// Whether it is about a worry.
    #[must_use]
    pub fn is_worry(self) -> bool {
        self <= Self::WorrySeen
    }
}

/// What a worry needs, by what has happened to it.
#[must_use]
pub fn need_of_worry(concern: &ConcernBrief, steps: &[ConcernStep]) -> Need {
    let seen = steps.iter().any(|step| step.what == ConcernWhat::Seen);
    let done = steps.iter().any(|step| matches!(step.what, ConcernWhat::Done(_)));
    match (concern.danger, seen, done) {
        (_, _, true) => Need::Done,
        (_, true, false) => Need::WorrySeen,
        (true, false, false) => Need::Danger,
        // "Not worried after all" still wants to be seen once.
        (false, false, false) => Need::Worry,
    }
}

/// What a visit needs of the practitioner. `worry` is the worry told with it, where they may read it.
#[must_use]
pub fn need_of_visit(visit: &VisitBrief, worry: Option<&ConcernBrief>, story: &Story) -> Need {
    let written = story.in_record.is_some();
    let heard_wrong = story.heard.is_some_and(|(verdict, _)| verdict != Verdict::Right);
    let worried = worry.is_some_and(|worry| worry.kind != ConcernKind::NotWorried);
    let danger = worry.is_some_and(|worry| worry.danger);
    match () {
        () if heard_wrong => Need::Wrong,
        () if written && story.heard.is_some() => Need::Done,
        () if written => Need::ToBeHeard,
        () if danger => Need::Danger,
        () if worried => Need::Worry,
        () if visit.today => Need::Today,
        () => Need::ToWrite,
    }
}

/// Puts what waits in the order of need, and what needs the same in the order in which it came.
pub fn sort_by_need<T>(list: &mut [T], need: impl Fn(&T) -> (Need, DateTime)) {
    list.sort_by(|a, b| {
        let ((need_a, at_a), (need_b, at_b)) = (need(a), need(b));
        // What is done is looked up, so the newest of it stands first.
        let by_age = if need_a == Need::Done { at_b.cmp(&at_a) } else { at_a.cmp(&at_b) };
        need_a.cmp(&need_b).then(by_age)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn worries_come_first_then_the_oldest() {
        let at = |hour| jiff::civil::datetime(2026, 3, 3, hour, 0, 0, 0);
        let mut list = vec![
            (Need::ToWrite, at(9)),
            (Need::Done, at(8)),
            (Need::Worry, at(11)),
            (Need::ToWrite, at(7)),
            (Need::Danger, at(12)),
            (Need::Done, at(10)),
            (Need::Today, at(6)),
        ];
        sort_by_need(&mut list, |entry| *entry);
        let order: Vec<_> = list.into_iter().map(|(need, at)| (need, at.hour())).collect();
        assert_eq!(
            order,
            [
                (Need::Danger, 12),
                (Need::Worry, 11),
                (Need::Today, 6),
                (Need::ToWrite, 7),
                (Need::ToWrite, 9),
                (Need::Done, 10),
                (Need::Done, 8),
            ]
        );
    }
}
