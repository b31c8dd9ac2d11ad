//! The rounds of RAPTOR, on the timetable as it is or mirrored. All times here are the mirror's.
use super::super::bounds::{AtLeast, FASTEST};
use super::super::timetable::stops::StopIndex;
use super::super::timetable::{Minute, PatternIndex, Timetable};
use super::mirror::{Mirror, Runs};
use super::{Journey, Limits, Query, Reach, Ride};

/// Later than everything.
const NEVER: Minute = Minute::MAX;

/// No label: the stop was reached on foot from the start.
const START: u32 = u32::MAX;

/// How a stop was reached by a vehicle. Labels are only ever added, so that each can name the one
/// before it.
struct Label {
    before: u32,
    ride: Ride,
}

/// When one can board at a stop, or gets off there, and what it took.
#[derive(Clone, Copy)]
struct At {
    time: Minute,
    /// Minutes on foot so far. Of two equal times, the one with less walking is better.
    walked: u16,
    label: u32,
}

impl At {
    const NEVER: Self = Self { time: NEVER, walked: u16::MAX, label: START };

    /// Whether it was reached by a vehicle in the round whose labels begin at `round`.
    fn is_of(&self, round: u32) -> bool {
        self.label >= round && self.label != START
    }

    /// Whether this is sooner; or as soon with less walking, if both are of one round. An equal time
    /// after one more change is never better.
    fn beats(&self, other: &Self, round: u32) -> bool {
        self.time < other.time || self.time == other.time && self.walked < other.walked && other.is_of(round)
    }
}

/// The vehicle that is ridden along a pattern.
#[derive(Clone, Copy)]
struct Riding {
    rank: u32,
    boarded: usize,
    walked: u16,
    before: u32,
}

/// It is not known yet on which days a pattern runs.
const NOBODY_KNOWS: u8 = u8::MAX;

/// A place for every stop and pattern, which is clean between two searches.
pub(super) struct Room {
    /// From when on one can board at each stop, with the vehicles of the rounds before.
    ready: Vec<At>,
    /// The best time of getting off at each stop so far.
    alighted: Vec<At>,
    /// Stops whose places were used, some of them twice.
    used: Vec<StopIndex>,
    /// Minutes from each stop to the goal; `u16::MAX` where it is no stop of the goal.
    to_goal: Vec<u16>,
    /// From which call on each pattern is to be ridden; `u16::MAX` where it is not.
    from_place: Vec<u16>,
    /// On which of the three days any trip of a pattern runs, a bit for each; [`NOBODY_KNOWS`] until it is asked for.
    days: Vec<u8>,
    labels: Vec<Label>,
    /// Stops where one got off sooner in this round, each once.
    improved: Vec<StopIndex>,
    /// Stops where one can board sooner in the next round.
    marked: Vec<StopIndex>,
    /// Patterns to be ridden, each once.
    queue: Vec<PatternIndex>,
}

impl Room {
    pub fn new(timetable: &Timetable) -> Self {
        let stops = timetable.stops().len();
        Self {
            ready: vec![At::NEVER; stops],
            alighted: vec![At::NEVER; stops],
            used: Vec::new(),
            to_goal: vec![u16::MAX; stops],
            from_place: vec![u16::MAX; timetable.pattern_count() as usize],
            days: vec![NOBODY_KNOWS; timetable.pattern_count() as usize],
            labels: Vec::new(),
            improved: Vec::new(),
            marked: Vec::new(),
            queue: Vec::new(),
        }
    }

    /// The next query is about other days.
    pub fn forget_days(&mut self) {
        self.days.fill(NOBODY_KNOWS);
    }

    fn clean(&mut self, goal: &[Reach]) {
        for stop in self.used.drain(..) {
            self.ready[stop.0 as usize] = At::NEVER;
            self.alighted[stop.0 as usize] = At::NEVER;
        }
        for reach in goal {
            self.to_goal[reach.stop.0 as usize] = u16::MAX;
        }
        self.labels.clear();
        self.marked.clear();
    }
}

/// A search under way.
pub(super) struct Rounds<'s, const BACK: bool> {
    mirror: Mirror<'s, BACK>,
    query: &'s Query<'s>,
    limits: Limits,
    room: &'s mut Room,
    /// The first label of the round under way.
    round: u32,
    /// The first label of the round before; [`START`] in the first round.
    round_before: u32,
    /// The best arrival so far. What is not before it need not be looked at.
    best: At,
    /// What is left to the goal at least; none for somebody who is faster than it was worked out for.
    at_least: Option<AtLeast<'s>>,
}

impl<'s, const BACK: bool> Rounds<'s, BACK> {
    pub fn new(mirror: Mirror<'s, BACK>, query: &'s Query<'s>, room: &'s mut Room) -> Self {
        let (limits, bounds) = (query.limits, mirror.timetable.bounds());
        let at_least = (limits.walk_percent >= FASTEST).then(|| bounds.to_goal(Mirror::<BACK>::goal(query), BACK));
        Self { query, limits, round: 0, round_before: START, best: At::NEVER, room, mirror, at_least }
    }

    pub fn run(mut self) -> Vec<Journey> {
        self.set_out();
        let mut journeys = Vec::new();
        for _ in 0..=self.limits.most_changes {
            let before = self.best.label;
            self.round = self.room.labels.len() as u32;
            self.queue_patterns();
            self.ride_patterns();
            self.change();
            self.round_before = self.round;
            if self.best.label != before {
                journeys.push(self.journey(self.best));
            }
        }
        self.room.clean(Mirror::<BACK>::goal(self.query));
        journeys
    }

    fn set_out(&mut self) {
        let (time, start) = Mirror::<BACK>::start(self.query);
        for reach in start {
            let at = At { time: time + Minute::from(reach.minutes), walked: reach.minutes, label: START };
            self.can_board(reach.stop, at);
        }
        let goal = Mirror::<BACK>::goal(self.query);
        for reach in goal {
            let minutes = &mut self.room.to_goal[reach.stop.0 as usize];
            *minutes = reach.minutes.min(*minutes);
        }
        // One past the horizon, for only what is before the best is found.
        self.best.time = time + self.limits.horizon + 1;
    }

    /// Every pattern that calls at a marked stop is ridden from the first such call.
    fn queue_patterns(&mut self) {
        let marked = std::mem::take(&mut self.room.marked);
        for &stop in &marked {
            for visit in self.mirror.timetable.visits(stop) {
                let pattern = visit.pattern();
                if self.query.left_out.line(self.mirror.timetable.line_of(pattern)) {
                    continue;
                }
                let length = self.mirror.timetable.calls(pattern).len();
                let place = Mirror::<BACK>::place(length, usize::from(visit.call)) as u16;
                let first = &mut self.room.from_place[pattern.0 as usize];
                if *first == u16::MAX {
                    self.room.queue.push(pattern);
                }
                *first = place.min(*first);
            }
        }
        self.room.marked = marked;
        self.room.marked.clear();
    }

    fn ride_patterns(&mut self) {
        let queue = std::mem::take(&mut self.room.queue);
        for &pattern in &queue {
            let place = std::mem::replace(&mut self.room.from_place[pattern.0 as usize], u16::MAX);
            let days = self.days(pattern);
            // Each service day apart: a trip of yesterday may overtake one of today.
            for day in [-1, 0, 1].into_iter().filter(|day| days >> (day + 1) & 1 != 0) {
                let runs = self.mirror.runs(pattern, day);
                if self.may_be_ridden(&runs, usize::from(place)) {
                    self.ride(&runs, usize::from(place));
                }
            }
        }
        self.room.queue = queue;
        self.room.queue.clear();
    }

    /// On which of the three days any trip of a pattern runs.
    fn days(&mut self, pattern: PatternIndex) -> u8 {
        let days = &mut self.room.days[pattern.0 as usize];
        if *days == NOBODY_KNOWS {
            *days = self.mirror.days(pattern);
        }
        *days
    }

    /// Whether any trip of the day is neither over before the start nor after the best arrival.
    fn may_be_ridden(&self, runs: &Runs<'_>, place: usize) -> bool {
        let (start, _) = Mirror::<BACK>::start(self.query);
        let (Some(last), Some(end)) = (runs.count.checked_sub(1), runs.calls.len().checked_sub(1)) else {
            return false;
        };
        self.mirror.arrives(runs, last, end) >= start && self.mirror.departs(runs, 0, place) < self.best.time
    }

    /// Rides along a pattern on one day: gets off wherever that is sooner than before, and changes to
    /// an earlier trip wherever one can be caught.
    fn ride(&mut self, runs: &Runs<'_>, from: usize) {
        let mut riding: Option<Riding> = None;
        for place in from..runs.calls.len() {
            let call = Mirror::<BACK>::call(runs, place);
            if self.query.left_out.stop(call.stop()) {
                continue;
            }
            if let Some(on) = riding
                && Mirror::<BACK>::can_alight(call)
            {
                self.alight(runs, on, place);
            }
            let ready = self.room.ready[call.stop().0 as usize];
            if self.is_news(&ready) && Mirror::<BACK>::can_board(call) {
                riding = self.board(runs, riding, (place, ready));
            }
        }
    }

    /// Whether a stop was reached sooner in the round before. What could be caught there otherwise
    /// was caught in an earlier round.
    fn is_news(&self, ready: &At) -> bool {
        let is_new = match ready.label {
            START => self.round_before == START,
            label => label >= self.round_before,
        };
        is_new && ready.time < self.best.time
    }

    /// The vehicle to be on after a place: an earlier one if it can be caught here, or the same with
    /// less walking.
    fn board(&self, runs: &Runs<'_>, riding: Option<Riding>, (place, ready): (usize, At)) -> Option<Riding> {
        let boarded = |rank| Riding { rank, boarded: place, walked: ready.walked, before: ready.label };
        let left_out = &self.query.left_out;
        let Some(on) = riding else {
            let rank = self.mirror.earliest(runs, (place, ready.time), (runs.count, left_out))?;
            return Some(boarded(rank));
        };
        if self.mirror.departs(runs, on.rank, place) < ready.time {
            return riding;
        }
        if let Some(rank) = self.mirror.earliest(runs, (place, ready.time), (on.rank, left_out)) {
            return Some(boarded(rank));
        }
        match ready.walked < on.walked && !left_out.hour(self.mirror.departs(runs, on.rank, place)) {
            true => Some(boarded(on.rank)),
            false => riding,
        }
    }

    fn alight(&mut self, runs: &Runs<'_>, on: Riding, place: usize) {
        let stop = Mirror::<BACK>::call(runs, place).stop();
        let at = At {
            time: self.mirror.arrives(runs, on.rank, place),
            walked: on.walked,
            label: self.room.labels.len() as u32,
        };
        let best_here = self.room.alighted[stop.0 as usize];
        if at.time > self.best.time || !at.beats(&best_here, self.round) || at.time + self.left(stop) > self.best.time {
            return;
        }
        if !best_here.is_of(self.round) {
            self.room.improved.push(stop);
            self.room.used.push(stop);
        }
        self.room
            .labels
            .push(Label { before: on.before, ride: Mirror::<BACK>::ride(runs, on.rank, (on.boarded, place)) });
        self.room.alighted[stop.0 as usize] = at;
        let to_goal = self.room.to_goal[stop.0 as usize];
        if to_goal != u16::MAX {
            let arrived = At { time: at.time + Minute::from(to_goal), walked: at.walked.saturating_add(to_goal), ..at };
            if arrived.beats(&self.best, self.round) {
                self.best = arrived;
            }
        }
    }

    /// From where one got off in this round, one can board here or a footpath away in the next.
    fn change(&mut self) {
        let improved = std::mem::take(&mut self.room.improved);
        let extra = Minute::from(self.limits.extra_change);
        for &stop in &improved {
            let at = self.room.alighted[stop.0 as usize];
            let here = Minute::from(self.mirror.timetable.stops().change(stop));
            self.can_board(stop, At { time: at.time + here + extra, ..at });
            for path in self.mirror.footpaths(stop) {
                let minutes = self.limits.minutes_on_foot(path.seconds);
                if minutes <= self.limits.most_walking {
                    let walked = At {
                        time: at.time + Minute::from(minutes) + extra,
                        walked: at.walked.saturating_add(minutes),
                        ..at
                    };
                    self.can_board(path.stop, walked);
                }
            }
        }
        self.room.improved = improved;
        self.room.improved.clear();
    }

    fn can_board(&mut self, stop: StopIndex, at: At) {
        let ready = self.room.ready[stop.0 as usize];
        if at.time >= self.best.time || !at.beats(&ready, self.round) || at.time + self.left(stop) >= self.best.time {
            return;
        }
        if !ready.is_of(self.round) {
            self.room.marked.push(stop);
            self.room.used.push(stop);
        }
        self.room.ready[stop.0 as usize] = at;
    }

    /// The minutes from a stop to the goal at least.
    fn left(&self, stop: StopIndex) -> Minute {
        self.at_least.as_ref().map_or(0, |at_least| at_least.from(stop))
    }

    /// Follows the labels back to the start.
    fn journey(&self, at: At) -> Journey {
        let mut rides = Vec::new();
        let mut next = at.label;
        while let Some(label) = self.room.labels.get(next as usize) {
            rides.push(label.ride);
            next = label.before;
        }
        if !BACK {
            rides.reverse();
        }
        let timetable = self.mirror.timetable;
        let first = rides.first().map_or((0, 0), |ride| {
            let minutes = least(self.query.from, ride.from(timetable));
            (ride.departs(timetable), minutes)
        });
        let last = rides.last().map_or((0, 0), |ride| {
            let minutes = least(self.query.to, ride.to(timetable));
            (ride.arrives(timetable), minutes)
        });
        Journey {
            leave: first.0 - Minute::from(first.1),
            arrive: last.0 + Minute::from(last.1),
            walking: at.walked,
            rides,
        }
    }
}

/// The fewest minutes in which a stop is reached.
fn least(reaches: &[Reach], stop: StopIndex) -> u16 {
    let of_stop = reaches.iter().filter(|reach| reach.stop == stop);
    of_stop.map(|reach| reach.minutes).min().unwrap_or(0)
}
