//! What there is to do at each step of a trip, put into words and pictures.
use crate::domain::place::{ChosenTrip, Place};
use crate::domain::route::StepKey;
use crate::domain::travel::line::{Line, Mode};
use crate::domain::travel::trip::steps::Step as Thing;
use crate::domain::travel::trip::{IfMissed, Stop};
use crate::screen::Ctx;
use crate::screens::trip::card::Card;
use crate::screens::trip::wording;
use crate::ui::Lead;
use crate::ui::colours::livery;
use crate::ui::scene::Plate;
use crate::words::{Arg, Phrase};

/// Whether a card says at what time it is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// On the way.
    On,
    /// At home, and for a way that is the same on any day.
    Off,
}

/// What there is to do, as a card.
#[must_use]
pub fn card(ctx: Ctx<'_>, trip: &ChosenTrip, thing: &Thing, clock: Clock) -> Card {
    let cards = Cards { ctx, trip, clock };
    let card = match thing {
        Thing::Leave { at } => cards.leave(*at),
        Thing::WalkToStop { stop, minutes, .. } => cards.walk_to_stop(stop, *minutes),
        Thing::Wait { ride, line, headsign, stop, comes_at, .. } => {
            let mut card = cards.wait((line, headsign), stop, comes_at.time());
            if clock == Clock::On {
                card.lines.extend(cards.if_missed(*ride));
            }
            card
        }
        Thing::GetOff { stop, after_stops, at, before } => cards.get_off((stop, before), *after_stops, at.time()),
        Thing::ChangeHere { stop } => cards.change(stop, ("step-change", None)),
        Thing::ChangeStop { to, minutes, .. } => cards.change(to, ("step-change-walk", Some(*minutes))),
        Thing::WalkToPlace { minutes, .. } => cards.walk_to_place(*minutes),
        Thing::Arrive { at } => cards.arrive(at.time()),
        // Told where one gets off.
        Thing::Ride { line, .. } => {
            cards.seen(ctx.words.phrase_with("step-wait", [("line", wording::line(ctx, line).shown.into())]), None)
        }
    };
    let note = ctx.store.step_note(&trip.person, &StepKey::of(thing, trip));
    let photo = note.photo.clone().or(card.photo);
    Card { picture: picture(thing), note: Some(note), photo, ..card }
}

/// The picture of what there is to do.
fn picture(thing: &Thing) -> &'static str {
    match thing {
        Thing::Leave { .. } => "leave",
        Thing::WalkToStop { .. } | Thing::WalkToPlace { .. } => "walk",
        Thing::Wait { line, .. } if line.mode == Mode::Train => "train",
        Thing::Wait { .. } => "bus-stop",
        Thing::Ride { .. } => "stay-on",
        Thing::GetOff { .. } => "get-off",
        Thing::ChangeHere { .. } | Thing::ChangeStop { .. } => "change-bus",
        Thing::Arrive { .. } => "arrive",
    }
}

#[derive(Clone, Copy)]
struct Cards<'a> {
    ctx: Ctx<'a>,
    trip: &'a ChosenTrip,
    clock: Clock,
}

impl Cards<'_> {
    fn phrase(self, key: &str, name: &'static str, value: Phrase) -> Phrase {
        // What is put in may be said in another way than it is shown.
        let shown = self.ctx.words.phrase_with(key, [(name, Arg::from(value.shown))]);
        let said = self.ctx.words.phrase_with(key, [(name, Arg::from(value.spoken))]);
        Phrase { spoken: said.spoken, ..shown }
    }

    fn at(self, key: &str, time: jiff::civil::Time) -> Phrase {
        self.phrase(key, "time", self.ctx.words.time(time))
    }

    /// At what time, with a clock.
    fn clock(self, time: jiff::civil::Time, phrase: Phrase) -> Option<(Lead, Phrase)> {
        (self.clock == Clock::On).then_some((Lead::Clock(time), phrase))
    }

    fn minutes(self, minutes: u16) -> Option<(Lead, Phrase)> {
        (minutes > 0).then(|| {
            (Lead::Picture, self.phrase("step-walk-minutes", "length", self.ctx.words.minutes(minutes.into())))
        })
    }

    /// A card that shows this place of the trip.
    fn seen(self, heading: Phrase, place: Option<Place>) -> Card {
        let (name, picture, photo) = place.map_or_else(
            || (heading.shown.clone(), "places".to_owned(), None),
            |place| (place.name, place.picture, place.photo),
        );
        Card {
            heading,
            photo,
            caption: Phrase::own(name).with_picture(picture),
            plate: None,
            picture: "trip",
            note: None,
            lines: Vec::new(),
        }
    }

    /// A card that shows this stop.
    fn seen_stop(self, heading: Phrase, stop: &Stop, mode: Mode) -> Card {
        let picture = if mode == Mode::Train { "place-station" } else { "bus-stop" };
        Card {
            heading,
            photo: self.ctx.store.stop_photo(&stop.id),
            caption: wording::stop(self.ctx, stop, mode).with_picture(picture),
            plate: None,
            picture: "trip",
            note: None,
            lines: Vec::new(),
        }
    }

    fn leave(self, at: jiff::civil::DateTime) -> Card {
        let from = self.ctx.store.place(&self.trip.from);
        let name = from.as_ref().map(|from| from.name.clone()).unwrap_or_default();
        let heading = match self.clock {
            Clock::On => self.at("step-leave", at.time()),
            Clock::Off => self.phrase("practise-leave", "place", Phrase::own(name)),
        };
        let mut lines: Vec<_> = self.clock(at.time(), self.ctx.words.time(at.time())).into_iter().collect();
        if self.clock == Clock::On && at.date() != self.ctx.today() {
            lines.push((Lead::Picture, self.phrase("step-leave-day", "day", self.ctx.words.day(at.date()))));
        }
        if let Some(from) = &from {
            lines.push((Lead::Picture, self.phrase("step-leave-start", "place", Phrase::own(&from.name))));
        }
        Card { lines, ..self.seen(heading, from) }
    }

    fn walk_to_stop(self, stop: &Stop, minutes: u16) -> Card {
        let ride = self.trip.choice.trip.rides().next();
        let mode = ride.map_or(Mode::Bus, |ride| ride.line.mode);
        let name = wording::stop(self.ctx, stop, mode);
        let mut card = self.seen_stop(self.phrase("step-walk-stop", "stop", name), stop, mode);
        card.lines.extend(self.minutes(minutes));
        if let Some(ride) = ride {
            let line = self.phrase("step-walk-stop-for", "line", wording::line(self.ctx, &ride.line));
            card.lines.push((Lead::Picture, line));
        }
        card
    }

    fn wait(self, (line, headsign): (&Line, &str), stop: &Stop, time: jiff::civil::Time) -> Card {
        let heading = self.phrase("step-wait", "line", wording::line(self.ctx, line));
        let mut card = self.seen_stop(heading, stop, line.mode);
        card.plate = Some(self.plate(line, headsign));
        card.lines.extend(self.clock(time, self.at("step-wait-at", time)));
        if matches!(line.mode, Mode::Bus | Mode::Trolleybus) {
            card.lines.push((Lead::Picture, self.ctx.phrase("step-wait-hand")));
        }
        card
    }

    fn plate(self, line: &Line, headsign: &str) -> Plate {
        let number = wording::number(line);
        let to = if number.is_empty() && !headsign.is_empty() {
            self.phrase("plate-to", "place", Phrase::own(headsign))
        } else {
            Phrase::own(headsign)
        };
        let said = self.phrase("plate-to", "place", Phrase::own(headsign));
        let painted = livery((line.colour, line.letters));
        let line = wording::title(self.ctx, line);
        let both = Phrase {
            shown: format!("{number} {}", to.shown).trim().to_owned(),
            spoken: if headsign.is_empty() { line.spoken } else { format!("{} {}", line.spoken, said.spoken) },
            picture: None,
        };
        Plate { number, to, both, livery: painted }
    }

    /// "The next one if you miss it."
    fn if_missed(self, ride: usize) -> Option<(Lead, Phrase)> {
        let next = self.trip.choice.if_missed.get(ride)?;
        let first = next.trip().and_then(|trip| trip.rides().next());
        Some((
            Lead::Picture,
            match (next, first) {
                (IfMissed::SameLine(_), Some(first)) => self.at("step-wait-missed", first.on.departs.time()),
                (IfMissed::OtherWay(_), Some(first)) => {
                    let line = wording::line(self.ctx, &first.line);
                    let time = self.ctx.words.time(first.on.departs.time());
                    let args = [("line", Arg::from(line.shown)), ("time", Arg::from(time.shown))];
                    self.ctx.words.phrase_with("step-wait-missed-other", args)
                }
                (IfMissed::OtherWay(_), None) => self.ctx.phrase("step-wait-missed-walk"),
                (IfMissed::SameLine(_), None) | (IfMissed::Nothing, _) => self.ctx.phrase("step-wait-missed-none"),
            },
        ))
    }

    fn get_off(self, (stop, before): (&Stop, &[Stop]), after: usize, time: jiff::civil::Time) -> Card {
        let rides = self.trip.choice.trip.rides();
        let mode = rides.into_iter().find(|ride| ride.off.stop == *stop).map_or(Mode::Bus, |ride| ride.line.mode);
        let name = wording::stop(self.ctx, stop, mode);
        let mut card = self.seen_stop(self.phrase("step-off", "stop", name), stop, mode);
        let count = self.ctx.words.phrase_with("step-off-stops", [("count", Arg::from(after))]);
        card.lines.push((Lead::Letters(after.to_string()), count));
        if let Some((last, earlier)) = before.split_last() {
            let first = earlier.last().map(|stop| self.phrase("step-off-pass", "stop", Phrase::own(&stop.name)));
            card.lines.extend(first.map(|pass| (Lead::Picture, pass)));
            let key = if mode == Mode::Bus { "step-off-bell" } else { "step-off-before" };
            card.lines.push((Lead::Picture, self.phrase(key, "stop", Phrase::own(&last.name))));
        }
        card.lines.extend(self.clock(time, self.at("step-off-at", time)));
        card
    }

    fn change(self, stop: &Stop, (key, minutes): (&str, Option<u16>)) -> Card {
        let heading = self.phrase(key, "stop", Phrase::own(&stop.name));
        let mut card = self.seen_stop(heading, stop, Mode::Bus);
        card.lines.extend(minutes.and_then(|minutes| self.minutes(minutes)));
        let next = self.trip.choice.trip.rides().find(|ride| ride.on.stop.id == stop.id);
        if let Some(next) = next {
            let line = self.phrase("step-walk-stop-for", "line", wording::line(self.ctx, &next.line));
            card.lines.push((Lead::Picture, line.with_picture("change-bus")));
        }
        card
    }

    fn walk_to_place(self, minutes: u16) -> Card {
        let place = self.ctx.store.place(&self.trip.to);
        let name = place.as_ref().map(|place| place.name.clone()).unwrap_or_default();
        let mut card = self.seen(self.phrase("step-walk-place", "place", Phrase::own(name)), place);
        card.lines.extend(self.minutes(minutes));
        card
    }

    fn arrive(self, time: jiff::civil::Time) -> Card {
        let place = self.ctx.store.place(&self.trip.to);
        let facts = place.as_ref().map(|place| place.facts.clone()).unwrap_or_default();
        let mut card = self.seen(self.ctx.phrase("step-arrive"), place);
        card.lines.extend(self.clock(time, self.at("step-arrive-at", time)));
        // Whether there is a desk is known only where there is somebody to ask for.
        if !facts.ask_for.is_empty() {
            card.lines.push((Lead::Picture, self.phrase("step-arrive-ask", "who", Phrase::own(&facts.ask_for))));
        }
        if !facts.room.is_empty() {
            card.lines.push((Lead::Picture, self.phrase("step-arrive-room", "room", Phrase::own(&facts.room))));
        }
        if let (Some(home), Clock::On) = (self.trip.outlook.home, self.clock) {
            card.lines.push((Lead::Picture, self.at("trip-last-home", home.time())));
        }
        card
    }
}
